"""What changed since a meeting: the numbers it was shown that were revised later, and why."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import since as words
from assessment.findings.moments import Calendar
from assessment.i18n import t
from assessment.meeting import slide
from assessment.meeting.slide import Cell, Column, Slide, Table
from assessment.meetings import Meeting
from assessment.periods import Period
from assessment.reports import uploads
from assessment.reports.publication import edition_causes
from assessment.store import Reader

Row = Any
_ROWS_A_SCREEN = 9
_CELLS_TOLD = 3


@dataclass(frozen=True)
class Changes:
    """Between two revisions: results a meeting had been shown that moved, the numbers behind them, the reasons."""

    results: list[Row]
    cells: list[Row]
    reasons: list[str]


def changes(reader: Reader, shown: Meeting, revision_id: int) -> Changes:
    """What a meeting was shown, of its period and those of its kind before, that a later revision says otherwise."""
    if revision_id <= shown.revision_id:
        return Changes([], [], [])
    results = uploads.history_changes(reader, revision_id, shown.revision_id)
    cells = uploads.cell_changes(reader, revision_id, shown.revision_id)
    last = pd.Timestamp(shown.period.start)
    alike = results[(results["period_kind"] == shown.period.kind) & (results["period_start"] <= last)]
    moved = alike[alike["has_moved"].astype(bool) & alike["score_before"].notna()]
    rows: list[Row] = list(moved.itertuples(index=False))
    periods = [replace(shown.period, start=start) for start in sorted({row.period_start.date() for row in rows})]
    return Changes(
        rows,
        list(cells[cells["month"] <= _last_month(shown.period)].itertuples(index=False)),
        _reasons(reader, periods, shown.revision_id, revision_id),
    )


def _last_month(period: Period) -> pd.Timestamp:
    months = {"month": 0, "quarter": 2, "year": 11}[period.kind]
    return pd.Timestamp(period.start) + pd.DateOffset(months=months)


def _reasons(reader: Reader, periods: list[Period], before: int, until: int) -> list[str]:
    """What was written with the revisions that changed one of these periods, in their order."""
    causes = {number for one in periods for number in edition_causes(reader, one, before, until)}
    made = uploads.history(reader).sort_values("revision_id")
    notes = [note for number, note in zip(made["revision_id"], made["note"], strict=True) if number in causes]
    return list(dict.fromkeys(str(note) for note in notes if not labels.is_missing(note) and note))


def slides(reader: Reader, shown: Meeting, revision_id: int, calendar: Calendar) -> list[Slide]:
    """The results that moved since the last meeting, period by period; nothing where none did."""
    told = summary(reader, shown, revision_id, calendar)
    return slide.paged(told, _ROWS_A_SCREEN) if told.table else []


def summary(reader: Reader, shown: Meeting, revision_id: int, calendar: Calendar) -> Slide:
    """The same in one piece, with a sentence where nothing moved."""
    found = changes(reader, shown, revision_id)
    told = [_cell(row, calendar) for row in found.cells[:_CELLS_TOLD]]
    more = len(found.cells) - len(told)
    lines = [t("Why: {reason}", reason=reason) for reason in found.reasons] + told
    lines += [t("{count} more numbers corrected", count=more)] if more > 0 else []
    return Slide(
        "since",
        "since",
        words.headline(shown.name, _periods(found, calendar), len({row.unit_id for row in found.results})),
        t(
            "{name}, {day}, was shown revision {number}",
            name=shown.name,
            day=f"{shown.held_on:%Y-%m-%d}",
            number=shown.revision_id,
        ),
        lines=tuple(lines),
        table=Table(_columns(), [_row(row, calendar) for row in found.results]) if found.results else None,
        sources=(t("Results of the meeting's period and earlier ones whose score, rank or tier differs now"),),
    )


def _periods(found: Changes, calendar: Calendar) -> list[str]:
    keys = dict.fromkeys((row.period_kind, row.period_start.date()) for row in found.results)
    return [calendar.short(kind, start) for kind, start in keys]


def _columns() -> list[Column]:
    return [
        Column(t("Period"), 0.16),
        Column(t("Unit"), 0.3),
        Column(t("Score then → now"), 0.24, is_number=True),
        Column(t("Rank then → now"), 0.15, is_number=True),
        Column(t("Tier then → now"), 0.15),
    ]


def _row(row: Row, calendar: Calendar) -> list[Cell]:
    tiers = (labels.name(row.tier_before, row.tier_before_en), labels.name(row.tier_after, row.tier_after_en))
    same = tiers[0] == tiers[1]
    return [
        Cell(calendar.short(row.period_kind, row.period_start.date())),
        Cell(f"{row.unit_type} {labels.name(row.unit, row.unit_en)}", unit_id=str(row.unit_id)),
        Cell(f"{labels.score(row.score_before)} → {labels.score(row.score_after)}"),
        Cell(f"{labels.count(row.rank_before)} → {labels.count(row.rank_after)}"),
        Cell(tiers[1] if same else " → ".join(tiers), tone="same" if same else "strong"),
    ]


def _cell(row: Row, calendar: Calendar) -> str:
    """One corrected number: where, from what to what, in which file."""
    values = {
        "month": calendar.short("month", row.month.date()),
        "unit": labels.name(row.unit, row.unit_en),
        "indicator": labels.name(row.indicator, row.indicator_en),
        "before": _value(row.value_before, row.state_before, row.measure_unit),
        "after": _value(row.value_after, row.state_after, row.measure_unit),
        "file": labels.text(row.file_name),
    }
    return t("{month}, {unit}, {indicator}: {before} → {after} ({file})", **values)


def _value(value: object, state: object, measure_unit: str) -> str:
    return labels.state(state) if labels.is_missing(value) else labels.amount(value, measure_unit)
