"""The head of a page: the finding as its title, below it what and when."""

from collections.abc import Iterable
from html import escape

import streamlit as st


def draw(sentence: str, about: Iterable[str] = ()) -> None:
    """`about` are the parts of the subtitle, plain text."""
    subtitle = " · ".join(escape(part) for part in about if part)
    below = f"<p class='sj-about'>{subtitle}</p>" if subtitle else ""
    st.html(f"<h1 class='sj-title'>{escape(sentence)}</h1>{below}")


def section(sentence: str, about: str = "") -> None:
    """A heading inside a page, a plain line of explanation below it."""
    st.html(section_html(sentence, about))


def section_html(sentence: str, about: str = "") -> str:
    """The same as HTML, for blocks that are drawn in one piece."""
    below = f"<p class='sj-about'>{escape(about)}</p>" if about else ""
    return f"<h2 class='sj-section'>{escape(sentence)}</h2>{below}"
