"""The unit over the last periods of the same kind: a figure and its table."""

from dataclasses import replace
from functools import partial
from html import escape
from itertools import pairwise
from typing import Any

from assessment import labels
from assessment.charts.svg import over_time
from assessment.charts.svg.over_time import Line, Picture
from assessment.findings import unit_profile as findings
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports import profile
from assessment.ui import cells, drawing, grid, heading, load
from assessment.ui.scope import Scope, link
from assessment.ui.unit_profile.rows import rows_of

_ROWS = 12
_TICKS, _HEIGHT = 4, 300


def html(scope: Scope, unit_id: str) -> str:
    """The score beside its type's, then period by period, from the unit's first one."""
    assert scope.period
    rows = load.frame(profile.profile_history, unit_id, scope.period)
    rows = rows[rows["score"].notna().cummax()]
    title = findings.history(rows)
    if rows["score"].notna().sum() < 2:
        return heading.section_html(title)
    key = t("Line: this unit; band: the middle half of its type; thin line: the median; points: the tier's shade")
    drawn = drawing.broad(partial(over_time.draw, _picture(scope, rows_of(rows))), title, _HEIGHT)
    newest = rows_of(rows.iloc[::-1])
    tables = f"{_table(scope, unit_id, newest[:_ROWS])}{_older(scope, unit_id, newest[_ROWS:])}"
    return f"{heading.section_html(title, key)}{drawn}<div class='up-narrow'>{tables}</div>"


def period_of(scope: Scope, row: Any) -> Period:
    """The period of a row of history."""
    known = scope.period or Period("month", row.period_start.date())
    return Period(known.kind, row.period_start.date(), known.year_start_month)


def _older(scope: Scope, unit_id: str, rows: list[Any]) -> str:
    if not rows:
        return ""
    words = escape(t("{count} earlier periods", count=len(rows)))
    return f"<details class='up-older'><summary>{words}</summary>{_table(scope, unit_id, rows)}</details>"


def _table(scope: Scope, unit_id: str, rows: list[Any]) -> str:
    columns = [
        grid.Column(t("Period"), "unit", lambda row: _period(scope, unit_id, row)),
        grid.Column(t("Score (points)"), "num score", lambda row: labels.score(row.score)),
        grid.Column(t("Rank"), "num", _rank),
        grid.Column(
            t("Tier"),
            "tier",
            lambda row: cells.tier(labels.name(row.tier, row.tier_en), row.tier_order, row.tier_count),
        ),
        grid.Column(t("Type's median"), "num mid", lambda row: labels.score(row.type_median)),
        grid.Column(t("Type"), "mid", lambda row: escape(_type(row))),
    ]
    return grid.html(columns, rows)


def _period(scope: Scope, unit_id: str, row: Any) -> str:
    period = period_of(scope, row)
    there = replace(scope, period=period)
    return cells.go(link("unit_profile", there, unit=unit_id), load.period_name(period))


def _rank(row: Any) -> str:
    if labels.is_missing(row.rank_in_type):
        return labels.NONE
    return f"{labels.count(row.rank_in_type)} / {labels.count(row.unit_count)}"


def _type(row: Any) -> str:
    if labels.is_missing(row.unit_type):
        return labels.NONE
    return labels.type_name(row.unit_type, row.type_name, row.type_name_en)


def _picture(scope: Scope, rows: list[Any]) -> Picture:
    """Where the unit changed its type, every line begins anew under the name of the type."""
    names = [load.period_name(period_of(scope, row)) for row in rows]
    own = [_number(row.score) for row in rows]
    known = [at for at, value in enumerate(own) if value is not None]
    moved = {at: _type(rows[at]) for was, at in pairwise(known) if rows[was].unit_type != rows[at].unit_type}
    first = {known[0]: _type(rows[known[0]])} if moved else {}
    step = max(1, -(-len(rows) // _TICKS))

    def beside(column: str) -> list[float | None]:
        return [None if score is None else _number(getattr(row, column)) for row, score in zip(rows, own, strict=True)]

    return Picture(
        count=len(rows),
        ticks={at: names[at] for at in range(len(rows) - 1, -1, -step)},
        middle=Line(t("median"), beside("type_median")),
        lower=beside("type_low"),
        upper=beside("type_high"),
        picked=Line(t("this unit"), own, [_told(row, name) for row, name in zip(rows, names, strict=True)]),
        borders=first | moved,
        fills={at: shade(rows[at].tier_order, rows[at].tier_count) for at in known},
        breaks=frozenset(moved),
    )


def _told(row: Any, name: str) -> str:
    if labels.is_missing(row.score):
        return f"{name}\n{t('not assessed')}"
    said = [
        name,
        t("{score} points", score=labels.score(row.score)),
        t("place {rank}", rank=_rank(row)),
        labels.name(row.tier, row.tier_en),
        t("median of the type {score}", score=labels.score(row.type_median)),
    ]
    return "\n".join(said)


def shade(order: object, count: object) -> str:
    """The tier as the point's filling: the best darkest, the last of four amber, none white."""
    looks = {"t1": "blue", "t2": "mid", f"t{labels.TIER_LOOKS}": "amber"}
    return "ground" if labels.is_missing(order) else looks.get(labels.tier_look(order, count), "grey")


def _number(value: Any) -> float | None:
    return None if labels.is_missing(value) else float(value)
