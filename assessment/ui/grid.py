"""A table as our own HTML: it prints whole, fits a phone, links, and every cell says its own look."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

Row = Any
"""One row of a report as `itertuples` yields it."""


@dataclass(frozen=True)
class Column:
    """A heading (plain text), CSS classes and what a cell holds (HTML; escape what people wrote).

    `look`: num aligns right, mid leaves on a phone, wide on a narrow window, wrap may break anywhere, unit is a name.
    """

    head: str
    look: str
    cell: Callable[[Row], str]
    hint: str = ""


def draw(columns: Sequence[Column], rows: Iterable[Row], look: str = "") -> None:
    """The table on the page."""
    st.html(html(columns, rows, look))


def html(columns: Sequence[Column], rows: Iterable[Row], look: str = "") -> str:
    """The `<table>`; `look` are further CSS classes."""
    heads = "".join(_head(column) for column in columns)
    lines = "".join(
        f"<tr>{''.join(f'<td class={column.look!r}>{column.cell(row)}</td>' for column in columns)}</tr>"
        for row in rows
    )
    classes = f"sj {look}".strip()
    return f"<table class='{classes}'><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"


def _head(column: Column) -> str:
    hint = f" title='{escape(column.hint, quote=True)}'" if column.hint else ""
    return f"<th class='{column.look}' scope='col'{hint}>{escape(column.head)}</th>"
