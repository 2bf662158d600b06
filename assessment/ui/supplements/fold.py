"""A table under one line that opens it."""

from html import escape


def html(title: str, said: str, table: str, is_open: bool) -> str:
    """`title` and `said` are plain text, `table` is HTML."""
    opened = " open" if is_open else ""
    summary = f"<summary><b>{escape(title)}</b> {escape(said)}</summary>"
    return f"<details class='fold'{opened}>{summary}{table}</details>"
