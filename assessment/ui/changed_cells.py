"""The numbers behind a change of results: unit, indicator, before → after, and the cell of the file they came from."""

from typing import Any

import pandas as pd

from assessment import labels
from assessment.i18n import t
from assessment.ui import empty, heading, load, own_table

_SHOWN = 200


def draw(changes: pd.DataFrame) -> None:
    """Rows of `reports.cell_changes`; nothing if there are none."""
    if changes.empty:
        return
    heading.section(t("Numbers that changed: {count}", count=labels.count(len(changes))))
    heads = [t("Period"), t("Unit"), t("Indicator"), t("Before"), t("After"), t("Place")]
    rows = [_row(one) for one in changes.head(_SHOWN).itertuples(index=False)]
    own_table.draw(heads, rows, ["mid", "", "wrap", "num", "num", "mid wrap sj-written"])
    if len(changes) > _SHOWN:
        empty.note(t("Not listed here: {count} more.", count=labels.count(len(changes) - _SHOWN)))


def _row(one: Any) -> tuple[str, ...]:
    return (
        load.period_name(load.parse(f"{one.month:%Y-%m}")),
        labels.name(one.unit, one.unit_en),
        labels.name(one.indicator, one.indicator_en),
        _said(one, "before"),
        _said(one, "after"),
        " ".join(labels.text(part) for part in (one.file_name, one.sheet, one.cell) if not labels.is_missing(part)),
    )


def _said(one: Any, side: str) -> str:
    """The number or its state, and the target where that is what changed."""
    value, state = getattr(one, f"value_{side}"), getattr(one, f"state_{side}")
    said = labels.state(state) if labels.is_missing(value) else labels.amount(value, one.measure_unit)
    if state == "REJECTED" and not labels.is_missing(value):
        said = t("{value} (sent back)", value=said)
    target = getattr(one, f"target_{side}")
    if labels.is_missing(target) or one.target_before == one.target_after:
        return said
    return t("{value}, target {target}", value=said, target=labels.amount(target, one.measure_unit))
