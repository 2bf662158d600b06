"""The guess shown on the sheet itself: over each column of the sender's table what it was taken for."""

from html import escape

import streamlit as st

from assessment import intake
from assessment.i18n import t
from assessment.ui import load
from assessment.ui.plain import plain
from assessment.workbook.shape import OPEN, PASSED, UNIT, Shape


def draw(preview: intake.Preview) -> None:
    """Every wide table of the files, folded; those with something to settle stand open."""
    names = {one.indicator_id: one.name for one in preview.form.indicators}
    spoken = load.spoken()
    for file in preview.incoming:
        for shape in file.shapes:
            title = plain(t("How the sheet {sheet} was read", sheet=preview.sheet_of(file, shape.sheet)))
            with st.expander(title, expanded=OPEN in shape.roles.values()):
                st.html(table(shape, {code: spoken.get(name, name) for code, name in names.items()}))


def table(shape: Shape, names: dict[str, str]) -> str:
    """The table as HTML; `names` are the indicators as the reader calls them."""
    letters = "".join(f"<th>{letter}</th>" for letter in shape.roles)
    roles = "".join(_role(role, names) for role in shape.roles.values())
    rows = [
        f"<tr class='{'head' if place < shape.heads else 'row'}'><th>{number}</th>"
        + "".join(
            f"<td class='{_look(role)}'>{escape(text)}</td>"
            for role, text in zip(shape.roles.values(), texts, strict=True)
        )
        + "</tr>"
        for place, (number, texts) in enumerate(shape.rows.items())
    ]
    return (
        f"<div class='sj-shape'><table class='sj shape'><thead><tr><th></th>{letters}</tr>"
        f"<tr><th></th>{roles}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _role(role: str, names: dict[str, str]) -> str:
    said = {UNIT: t("unit"), OPEN: t("to be settled"), PASSED: t("not read")}.get(role)
    words = said if said is not None else f"{role} {names.get(role, '')}"
    return f"<th class='{_look(role)}'>{escape(words)}</th>"


def _look(role: str) -> str:
    return role if role in (UNIT, OPEN, PASSED) else "read"
