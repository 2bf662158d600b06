"""The head of a page: the finding as its title, below it what and when."""

import re
from collections.abc import Iterable
from html import escape

import streamlit as st

_COUNTED = re.compile(r"(?<=[0-9A-Z]) (?=[\u4e00-\u9fff])|(?<=第) (?=[0-9])")
"""Between a number or a type's code and the word that belongs to it."""


def draw(sentence: str, about: Iterable[str] = ()) -> None:
    """`about` are the parts of the subtitle, plain text."""
    subtitle = " · ".join(escape(part) for part in about if part)
    below = f"<p class='sj-about'>{subtitle}</p>" if subtitle else ""
    st.html(f"<h1 class='sj-title'>{_glued(sentence)}</h1>{below}")


def section(sentence: str, about: str = "") -> None:
    """A heading inside a page, a plain line of explanation below it."""
    st.html(section_html(sentence, about))


def section_html(sentence: str, about: str = "") -> str:
    """The same as HTML, for blocks that are drawn in one piece."""
    below = f"<p class='sj-about'>{escape(about)}</p>" if about else ""
    return f"<h2 class='sj-section'>{_glued(sentence)}</h2>{below}"


def _glued(sentence: str) -> str:
    """A line never ends between a number and what it counts (第 8, 12 个单位)."""
    return escape(_COUNTED.sub("\u00a0", sentence))
