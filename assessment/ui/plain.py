"""User text in Streamlit's own elements, which read Markdown: names and file names stay what they are."""

import re

_MARKUP = re.compile(r"([\\`*_\[\]<>$~:])")


def plain(text: str) -> str:
    """The text with every character that could start a link, picture, formula or colour made literal."""
    return _MARKUP.sub(r"\\\1", text)
