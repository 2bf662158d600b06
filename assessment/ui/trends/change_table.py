"""环比 and 同比 in a table, newest first: by the calendar, each missing comparison with its reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from assessment import labels
from assessment.findings import changes
from assessment.findings.moments import Calendar
from assessment.i18n import t
from assessment.ui import cells, grid, notes
from assessment.ui.grid import Column

Row = Any
Marks = Callable[[Row], str]
"""The chips of the notes on a row."""
_OPEN = 13
"""So many rows are in sight, the older ones behind one tap."""


def of_scores(rows: Sequence[Row], calendar: Calendar, measure: str, marks: Marks) -> str:
    """Months and quarters of a median (or, with `measure` score, of a unit), oldest first."""
    is_unit = measure == "score"
    columns = [
        Column(t("Period"), "unit", lambda row: _period(row, calendar) + marks(row)),
        Column(t("Score (points)") if is_unit else t("Median (points)"), "num", lambda row: _score(row, measure)),
        Column(t("On the period before (points)"), "num", lambda row: _pop(row, measure, calendar)),
        Column(t("On a year earlier (points)"), "num", lambda row: _yoy(row, measure, calendar)),
    ]
    if is_unit:
        columns.insert(2, Column(t("Rank"), "num mid", _rank))
        columns.append(
            Column(t("Against the type's median"), "num mid", lambda row: cells.points_change(row.median_gap))
        )
    else:
        columns.append(Column(t("Middle half (points)"), "num mid", _half))
        columns.append(Column(t("Units"), "num mid", _count))
    newest = sorted(rows, key=lambda row: (_end(row), row.period_kind == "quarter"), reverse=True)
    return folded(columns, newest)


def of_indicator(rows: Sequence[Row], calendar: Calendar, unit: str, is_additive: bool, marks: Marks) -> str:
    """An indicator's months in its own unit of measure, oldest first; `unit` "%" differs in percentage points."""
    write = _Written(unit, _decimals(rows))
    if is_additive:
        columns = [
            Column(t("Period"), "unit", lambda row: _so_far(row, calendar) + marks(row)),
            Column(_in(t("Cumulative"), unit), "num", write.value),
            Column(t("On a year earlier"), "num", write.on_last_year),
            Column(_in(t("Month alone"), unit), "num", write.alone),
            Column(t("Month on the month before"), "num mid", write.alone_on_before),
            Column(t("Month on a year earlier"), "num mid", write.alone_on_last_year),
        ]
    else:
        columns = [
            Column(t("Period"), "unit", lambda row: _period(row, calendar) + marks(row)),
            Column(_in(t("Value"), unit), "num", write.value),
            Column(t("On the period before"), "num", write.on_before),
            Column(t("On a year earlier"), "num", write.on_last_year),
        ]
    if rows and labels.is_missing(rows[-1].state):
        columns.append(
            Column(t("Units with a value"), "num wide", lambda row: f"{row.value_count}/{row.assigned_count}")
        )
    return folded(columns, list(reversed(rows)))


@dataclass(frozen=True)
class _Written:
    """An indicator's numbers as HTML, each missing one with its reason."""

    unit: str
    decimals: int

    def value(self, row: Row) -> str:
        """The value, or its state."""
        state = cells.state(row.state) if row.state not in ("ZERO", None) else ""
        if labels.is_missing(row.measure):
            return state or nothing(t("No unit has a value for this month"))
        return _fixed(row.measure, self.decimals) + state

    def alone(self, row: Row) -> str:
        """What the month added."""
        if labels.is_missing(row.increment):
            return nothing(_missing(row, "measure") or t("The month before has no value"))
        words = _fixed(row.increment, self.decimals)
        return (cells.chip(t("2 months"), t("January and February together")) if row.month_span == 2 else "") + words

    def on_before(self, row: Row) -> str:
        """环比."""
        return self._change(row, "pop", _missing(row, "measure") or t("No value in the period before"))

    def on_last_year(self, row: Row) -> str:
        """同比."""
        return self._change(row, "yoy", _missing(row, "measure") or t("No value a year earlier"))

    def alone_on_before(self, row: Row) -> str:
        """The month against the month before; 1-2月 is two months and compares with none."""
        merged = t("January and February are one period of two months: no month to compare with")
        reason = merged if bool(row.is_pop_span_unequal) else t("No value in the period before")
        return self._change(row, "increment_pop", _missing(row, "increment") or reason)

    def alone_on_last_year(self, row: Row) -> str:
        """The month against the same month of last year."""
        return self._change(row, "increment_yoy", _missing(row, "increment") or t("No value a year earlier"))

    def _change(self, row: Row, stem: str, reason: str) -> str:
        difference, rate = getattr(row, f"{stem}_change"), getattr(row, f"{stem}_rate")
        return nothing(reason) if labels.is_missing(difference) else _moved(difference, rate, self.unit, self.decimals)


def _missing(row: Row, column: str) -> str:
    """Why nothing can be compared when the period's own number is not there."""
    return t("No value in this period") if labels.is_missing(getattr(row, column)) else ""


def folded(columns: Sequence[Column], rows: Sequence[Row]) -> str:
    """The newest rows in sight, the rest behind one tap."""
    shown = grid.html(columns, rows[:_OPEN], "changes")
    if len(rows) <= _OPEN:
        return shown
    head = escape(t("{count} earlier periods", count=len(rows) - _OPEN))
    older = grid.html(columns, rows[_OPEN:], "changes")
    return f"{shown}<details class='sj-more'><summary>{head}</summary>{older}</details>"


def nothing(reason: str) -> str:
    """No value, with its reason on hover."""
    return f"<span class='same' title='{escape(reason, quote=True)}'>{labels.NONE}</span>"


def _period(row: Row, calendar: Calendar) -> str:
    kind = getattr(row, "period_kind", "month")
    name = escape(calendar.full(kind, row.period_start.date()))
    found = f"<b>{name}</b>" if kind == "quarter" else name
    if getattr(row, "is_provisional", False):
        found += cells.chip(
            t("Provisional"), t("A unit of this type is late and counts 0; its number would move places"), "warn"
        )
    if getattr(row, "is_partial", False):
        found += cells.chip(t("Interim"), t("The period is not over"))
    return found


def _score(row: Row, measure: str) -> str:
    value = getattr(row, measure)
    return nothing(t("No unit was ranked in this period")) if labels.is_missing(value) else labels.score(value)


def _pop(row: Row, measure: str, calendar: Calendar) -> str:
    other = calendar.full(row.period_kind, row.previous_start.date())
    if labels.is_missing(row.pop_change):
        reason = _missing(row, measure) or t("Nothing to compare with in {period}", period=other)
        return nothing(_other_type(other) if getattr(row, "is_pop_over_type", False) else reason)
    before = t("{period}: {value}", period=other, value=labels.score(row.previous_score))
    return _over(row.is_pop_over_year, row.is_pop_over_scheme) + cells.points_change(row.pop_change, before)


def _yoy(row: Row, measure: str, calendar: Calendar) -> str:
    if labels.is_missing(row.yoy_change):
        if getattr(row, "is_yoy_over_type", False):
            return nothing(_other_type(calendar.full(row.period_kind, row.last_year_start.date())))
        return nothing(_missing(row, measure) or t("Nothing to compare with a year earlier"))
    other = calendar.full(row.period_kind, row.last_year_start.date())
    before = t("{period}: {value}", period=other, value=labels.score(row.last_year_score))
    return _over(False, row.is_yoy_over_scheme) + cells.points_change(row.yoy_change, before)


def _over(year: object, scheme: object) -> str:
    found = cells.chip(t("over the year"), t("Compared with last year's last period")) if bool(year) else ""
    reason = t("The two periods follow different schemes")
    return found + (cells.chip(t("other scheme"), reason) if bool(scheme) else "")


def _other_type(period: str) -> str:
    return t("In {period} the unit was in another type", period=period)


def _rank(row: Row) -> str:
    if labels.is_missing(row.rank_in_type):
        return nothing(t("Not ranked"))
    return f"{labels.count(row.rank_in_type)}/{labels.count(row.unit_count)}"


def _half(row: Row) -> str:
    if labels.is_missing(row.lower_quartile):
        return labels.NONE
    return f"{labels.score(row.lower_quartile)}–{labels.score(row.upper_quartile)}"


def _count(row: Row) -> str:
    return labels.count(row.ranked_count if hasattr(row, "ranked_count") else row.scored_count)


def _end(row: Row) -> Any:
    return getattr(row, "as_of_month", row.period_start)


def _in(head: str, unit: str) -> str:
    """A heading with its unit of measure."""
    return t("{heading} ({unit})", heading=head, unit=labels.measure(unit).strip() or unit)


def _decimals(rows: Sequence[Row]) -> int:
    """As many as the values of the table need, two at most: numbers in a column have the same."""
    known = [getattr(row, name) for row in rows for name in ("measure", "increment")]
    written = [labels.number(value) for value in known if not labels.is_missing(value)]
    return max((len(text.partition(".")[2]) for text in written), default=0)


def _fixed(value: object, decimals: int) -> str:
    written = labels.signed(value, decimals)
    return written.removeprefix("+")


def _moved(difference: object, rate: object, unit: str, decimals: int) -> str:
    """The percent change with the difference below it, or the difference alone."""
    way = changes.direction(difference)
    look, arrow = {1: ("up", "▲ "), -1: ("down", "▼ "), 0: ("same", "")}[way]
    size = escape(changes.difference_words(difference, unit) if unit == "%" else labels.signed(difference, decimals))
    if unit == "%":
        return f"<span class='{look}'>{arrow}{size}</span>"
    if labels.is_missing(rate):
        reason = escape(t("The base is not above zero: no percentage"), quote=True)
        return f"<span class='{look}'>{arrow}{size}</span><small title='{reason}'>{labels.NONE}</small>"
    return f"<span class='{look}'>{arrow}{escape(changes.signed_percent(rate))}</span><small>{size}</small>"


def _so_far(row: Row, calendar: Calendar) -> str:
    start = row.period_start.date()
    year = calendar.period("month", start).year
    return escape(t("{months} {year}", year=year, months=calendar.so_far(row.year_start.date(), start)))


def note_marks(found: Sequence[Any]) -> Marks:
    """Chips for the notes among `found` that stand on a row's period."""

    def mark(row: Row) -> str:
        kind = getattr(row, "period_kind", "month")
        return notes.chip([n for n in found if n.period_kind == kind and n.period_start == row.period_start])

    return mark
