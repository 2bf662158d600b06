"""A plain table of words as our own HTML: wraps, prints whole, fits a phone."""

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st


def draw(heads: Sequence[str], rows: Iterable[Sequence[str]], looks: Sequence[str] = ()) -> None:
    """`looks` are the CSS classes of the columns (num, mid, wide, wrap); cells are plain text."""
    looks = [*looks, *[""] * (len(heads) - len(looks))]
    st.html(html(heads, [[escape(cell) for cell in row] for row in rows], looks))


def html(heads: Sequence[str], rows: Iterable[Sequence[str]], looks: Sequence[str]) -> str:
    """The same for cells that are HTML already."""
    pairs = zip(heads, looks, strict=True)
    top = "".join(f"<th class='{look}' scope='col'>{escape(head)}</th>" for head, look in pairs)
    lines = "".join(
        "<tr>" + "".join(f"<td class='{look}'>{cell}</td>" for cell, look in zip(row, looks, strict=True)) + "</tr>"
        for row in rows
    )
    return f"<table class='sj'><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"
