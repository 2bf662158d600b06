"""What became of a supplement, in sentences."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings.dictionary import month_name
from assessment.i18n import t

Row = Any
FULL, LOW = 100.0, 60.0
"""Scores of a supplement that the title counts: everything won, and less than a pass."""
_NAMED_AT_MOST = 3


def headline(life: Row, when: str, totals: pd.DataFrame, scores: pd.DataFrame) -> str:
    """The title over one supplement.

    `life` is a row of `reports.supplement_lives`; `totals` and `scores` are this supplement's rows of the reports of
    the same names.
    """
    module = labels.name(life.module, life.module_en)
    if life.state == "coming":
        return t("{module} starts in {month}", module=module, month=month_name(life.starts_on))
    together = totals[totals["unit_type"].isna()]
    finding = _scores(scores) if together.empty else _totals(when, list(together.itertuples(index=False)))
    if life.state != "ended":
        return t("{type}: {finding}", type=module, finding=finding)
    end = month_name(life.ends_on)
    if scores.empty:
        return t("{module} ended in {month}", module=module, month=end)
    return t("{module} ended in {month}: {finding}", module=module, month=end, finding=finding)


def _totals(when: str, rows: list[Row]) -> str:
    lead = rows[0]
    name = labels.name(lead.indicator, lead.indicator_en)
    if not lead.unit_count:
        return t("{when} no unit has reported {indicator}", when=when, indicator=name)
    first = t(
        "{when} {indicator} {amount}, {rate} of the annual target, {against}",
        when=when,
        indicator=name,
        amount=labels.amount(lead.value, lead.measure_unit),
        rate=labels.percent(lead.annual_rate),
        against=against_plan(lead.ahead_pp),
    )
    behind = [labels.name(row.indicator, row.indicator_en) for row in rows[1:] if row.unit_count and _tenth(row) < 0]
    return t("; ").join(
        [first, t("{indicators} behind plan", indicators=labels.listing(behind))] if behind else [first]
    )


def _tenth(row: Row) -> float:
    """Points ahead of plan as they are written, so that a title never calls 0.0 behind."""
    return float(labels.signed(row.ahead_pp, 1).replace(labels.MINUS, "-").replace(",", ""))


def against_plan(ahead_pp: object) -> str:
    """`2.1 pp ahead of plan`, `2.1 pp behind plan`, `level with the plan`; `—` without a plan."""
    if labels.is_missing(ahead_pp):
        return labels.NONE
    written = labels.signed(ahead_pp, 1)
    if written.startswith("+"):
        return t("{points} ahead of plan", points=t("{value} pp", value=written[1:]))
    if written.startswith(labels.MINUS):
        return t("{points} behind plan", points=t("{value} pp", value=written[1:]))
    return t("level with the plan")


def _scores(scores: pd.DataFrame) -> str:
    scored = scores["score"].dropna()
    if scored.empty:
        return t("no unit has a score yet")
    full, low = int((scored >= FULL).sum()), int((scored < LOW).sum())
    words = {"count": labels.count(len(scored)), "full": labels.count(full), "low": labels.count(low)}
    if low:
        return t("{full} of {count} units have full marks, {low} are under 60 points", **words)
    return t("{full} of {count} units have full marks, none is under 60 points", **words)


def extremes(rows: Sequence[Row]) -> str:
    """The best and the weakest of one type; `rows` are its rows of `reports.supplement_scores`."""
    scored = [row for row in rows if not labels.is_missing(row.score)]
    if not scored:
        return t("no unit has a score yet")
    top, bottom = max(row.score for row in scored), min(row.score for row in scored)
    if len(scored) == 1:
        return t("only {unit}, {score}", unit=_names(scored, top), score=labels.score(top))
    if top == bottom:
        return t("all {count} units level at {score}", count=labels.count(len(scored)), score=labels.score(top))
    return t(
        "best {best} {top}; weakest {weakest} {bottom}",
        best=_names(scored, top),
        top=labels.score(top),
        weakest=_names(scored, bottom),
        bottom=labels.score(bottom),
    )


def _names(rows: Sequence[Row], score: float) -> str:
    there = [row for row in rows if row.score == score]
    if len(there) > _NAMED_AT_MOST:
        return t("{count} units together", count=labels.count(len(there)))
    return labels.listing([labels.name(row.unit, row.unit_en) for row in there])


def life_words(row: Row) -> str:
    """When a supplement runs: `from Jan 2026, without an end`, `Mar 2026 to Jun 2026`."""
    start = month_name(row.starts_on)
    if labels.is_missing(row.ends_on):
        return t("from {month}, without an end", month=start)
    end = month_name(row.ends_on)
    return start if start == end else t("{first} to {last}", first=start, last=end)


def state_words(state: str) -> str:
    """Whether it is still to come, runs or is over."""
    return {"coming": t("to come"), "running": t("running"), "ended": t("ended")}[state]


def missing(row: Row) -> str:
    """Who is left out of a sum: `3 units late, 2 awaited`; "" when nobody is."""
    parts = []
    if row.late_count:
        parts.append(t("{count} late", count=labels.count(row.late_count)))
    if row.awaited_count:
        parts.append(t("{count} without value or target", count=labels.count(row.awaited_count)))
    return t(", ").join(parts)
