"""How the indicators stand against plan, target and line, in words: rules over the rows of `reports.completion`."""

from typing import Any

import pandas as pd

from assessment import labels
from assessment.i18n import t

Row = Any
"""One row of `completion_types` (or, in `drill`, of `completion_units`) as `itertuples` yields it."""
_NAMED_AT_MOST = 3


def headline(when: str, types: pd.DataFrame) -> str:
    """The page's title: how many indicators are behind the time plan, and which type's is furthest.

    `when` is the period without its year; an indicator counts once, whatever the number of types it is behind in.
    """
    if types.empty:
        return t("No results in this period")
    lagging = behind(types)
    count = lagging["indicator_id"].nunique()
    if count:
        said = t("one indicator behind plan") if count == 1 else t("{count} indicators behind plan", count=count)
        return t("{period}: {finding}", period=when, finding=t("; ").join([said, _furthest(lagging)]))
    has_plan = bool(types["median_lag"].notna().any())
    short = missed(types)["indicator_id"].nunique()
    parts = [t("no indicator behind plan")] if has_plan else []
    if short:
        parts.append(
            t("one indicator missed by most units")
            if short == 1
            else t("{count} indicators missed by most units", count=short)
        )
    elif not parts:
        parts.append(t("no indicator has a plan or a goal to be held against"))
    return t("{period}: {finding}", period=when, finding=t("; ").join(parts))


def behind(types: pd.DataFrame) -> pd.DataFrame:
    """The rows behind the time plan (落后时序): their median unit has a yellow or red light."""
    return types[types["median_lag"].notna() & (types["is_behind"].fillna(False).astype(bool))]


def missed(types: pd.DataFrame) -> pd.DataFrame:
    """The rows of other functions whose goal fewer than half of the units reach (未达目标), most points lost first."""
    found = types[types["median_lag"].isna() & (types["is_behind"].fillna(False).astype(bool))]
    return found.assign(lost=(1 - found["mean_share"]) * found["weight"]).sort_values(
        "lost", ascending=False, kind="stable"
    )


def _furthest(lagging: pd.DataFrame) -> str:
    most = lagging["median_lag"].max()
    there: list[Row] = list(lagging[lagging["median_lag"] == most].itertuples(index=False))
    if len(there) > 1:
        return t(
            "{count} are equally far behind ({points} of the annual target)",
            count=len(there),
            points=labels.points(most),
        )
    row = there[0]
    return t(
        "{indicator} in {type} is furthest (median {rate} done, {plan} planned)",
        type=labels.type_name(row.unit_type, row.type_name, row.type_name_en),
        indicator=labels.name(row.indicator, row.indicator_en),
        rate=labels.percent(row.median_annual_rate),
        plan=labels.percent(row.median_plan_share),
    )


def drill(indicator: str, unit_type: str, units: pd.DataFrame) -> str:
    """The title over one indicator's units: how many reach plan or goal, and who is furthest from it."""
    rows: list[Row] = list(units.itertuples(index=False))
    measured = [row for row in rows if not labels.is_missing(row.measure)]
    judged = [row for row in measured if not labels.is_missing(row.is_on_plan)]
    subject = t("{type}, {indicator}", type=unit_type, indicator=indicator)
    if not measured:
        return t("{subject}: no unit has a value", subject=subject)
    if not judged:
        return t("{subject}: {finding}", subject=subject, finding=_best(measured))
    reached = sum(bool(row.is_on_plan) for row in judged)
    counts = {"count": labels.count(reached), "total": labels.count(len(judged))}
    has_plan = rows[0].measure_function == "completion"
    if reached == 0 and len(judged) > 1:
        finding = (
            t("none of {total} units on plan", **counts) if has_plan else t("none of {total} at the goal", **counts)
        )
    elif has_plan:
        finding = t("{count} of {total} units on plan", **counts)
    else:
        finding = t("{count} of {total} units at the goal", **counts)
    weak = [row for row in judged if not row.is_on_plan]
    if not weak:
        return t("{subject}: {finding}", subject=subject, finding=finding)
    last = [row for row in weak if row.measure == weak[0].measure]
    return t("{subject}: {finding}", subject=subject, finding=t("; ").join([finding, _last(last)]))


def _last(last: list[Row]) -> str:
    if len(last) > _NAMED_AT_MOST:
        return t("{count} are equally far from it", count=labels.count(len(last)))
    return t("furthest behind: {units}", units=labels.listing([labels.name(row.unit, row.unit_en) for row in last]))


def _best(measured: list[Row]) -> str:
    most = max(row.share for row in measured)
    first = [row for row in measured if row.share == most]
    if len(first) > _NAMED_AT_MOST:
        return t("{count} units share the best result", count=labels.count(len(first)))
    return t("best: {units}", units=labels.listing([labels.name(row.unit, row.unit_en) for row in first]))


def behind_title(types: pd.DataFrame) -> str:
    """Over the worst list: how many pairs of type and indicator are behind plan."""
    rows = behind(types)
    if rows.empty:
        return t("Nothing is behind the time plan") if types["median_lag"].notna().any() else t("No time plan yet")
    red = int((rows["light"] == "red").sum())
    words = {"count": labels.count(len(rows)), "red": labels.count(red)}
    if red:
        return t("Behind plan: {count} type indicators, {red} of them far", **words)
    return (
        t("Behind plan: one type indicator") if len(rows) == 1 else t("Behind plan: {count} type indicators", **words)
    )


def missed_title(types: pd.DataFrame) -> str:
    """Over the list of goals that most units miss."""
    rows = missed(types)
    if rows.empty:
        return t("Every other goal is reached by at least half of the units")
    if len(rows) == 1:
        return t("Goals missed by most units: one type indicator")
    return t("Goals missed by most units: {count} type indicators", count=labels.count(len(rows)))
