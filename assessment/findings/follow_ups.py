"""Follow-ups (议定事项) in words: rules over the rows of `reports.follow_ups`."""

from datetime import date
from typing import Any

import pandas as pd

from assessment import labels, measures
from assessment.findings import submissions
from assessment.findings.moments import Calendar
from assessment.i18n import t

Row = Any
_BEHIND = ("yellow", "red")
_EXACT = 6
"""Decimals beyond which two measures are the same."""


def headline(rows: pd.DataFrame, on: date) -> str:
    """The page's title: how many are overdue, under way, and done in the month of a day."""
    if rows.empty:
        return t("No follow-ups yet")
    overdue, open_count = int(rows["is_overdue"].sum()), int((rows["state"] == "open").sum())
    under_way, done = open_count - overdue, sum(_is_done_in(row, on) for row in rows.itertuples(index=False))
    if not open_count:
        parts = [t("none is open")]
    else:
        parts = [t("{count} overdue", count=overdue) if overdue else t("none overdue")]
        parts += [t("{count} under way", count=under_way)] if under_way else []
    parts += [t("{count} done this month", count=done)] if done else []
    return t("Follow-ups: {facts}", facts=t("; ").join(parts))


def standing(rows: pd.DataFrame) -> str:
    """The title over the items a meeting is shown: how many stand how."""
    if rows.empty:
        return t("No follow-ups yet")
    overdue, states = int(rows["is_overdue"].sum()), rows["state"].value_counts()
    under_way = int(states.get("open", 0)) - overdue
    parts = [t("{count} overdue", count=overdue) if overdue else t("none overdue")]
    parts += [t("{count} under way", count=under_way)] if under_way else []
    parts += [t("{count} done", count=int(states["done"]))] if "done" in states else []
    parts += [t("{count} dropped", count=int(states["dropped"]))] if "dropped" in states else []
    return t("Follow-ups: {facts}", facts=t("; ").join(parts))


def title(row: Row) -> str:
    """The title of a follow-up of an indicator behind plan, from a row of `behind_without_follow_up`."""
    return t(
        "{type}, {indicator} behind plan: {rate} done where {plan} was due",
        type=labels.type_name(row.unit_type, row.type_name, row.type_name_en),
        indicator=labels.name(row.indicator, row.indicator_en),
        rate=labels.percent(row.median_annual_rate),
        plan=labels.percent(row.median_plan_share),
    )


def unfollowed(rows: pd.DataFrame) -> str:
    """The title over the indicators behind plan, type by type, without an open follow-up."""
    if rows.empty:
        return t("Nothing behind plan is without a follow-up")
    red = int((rows["light"] == "red").sum())
    if len(rows) == 1:
        return t("Nobody follows up one indicator far behind") if red else t("Nobody follows up one indicator behind")
    words = {"count": len(rows), "red": red}
    if red:
        return t("Nobody follows up {count} indicators behind plan, {red} of them far", **words)
    return t("Nobody follows up {count} indicators behind plan", **words)


def state(row: Row) -> str:
    """How it stands, in a word."""
    return t("overdue") if row.is_overdue else state_name(row.state)


def state_name(code: str) -> str:
    """A state as it is written, whatever the day."""
    return {"open": t("under way"), "done": t("done"), "dropped": t("dropped")}[code]


def due(row: Row) -> str:
    """How many days are left of an open one, or it is over."""
    if labels.is_missing(row.days_left):
        return ""
    left = int(row.days_left)
    if left >= 0:
        return submissions.away(left)
    return t("one day over") if left == -1 else t("{count} days over", count=-left)


def outcome(row: Row, calendar: Calendar) -> str:
    """What it is about, then and now, and whether that is better; empty where it is about no number."""
    return t("; ").join(part for part in (figures(row, calendar), verdict(row)) if part)


def figures(row: Row, calendar: Calendar) -> str:
    """What it is about, then and now, or why there is nothing to compare yet."""
    if not labels.is_missing(row.indicator_id):
        return _measured(row, calendar) if _text(row.then_measure_function) else ""
    if not labels.is_missing(row.unit_id) and not labels.is_missing(row.then_unit_count):
        return _placed(row, calendar)
    return ""


def verdict(row: Row) -> str:
    """Whether that is better, by how much, and where it stands now; empty where the two do not compare."""
    if not labels.is_missing(row.rank_change):
        return _moved(int(row.rank_change))
    if labels.is_missing(row.progress):
        return ""
    progress, standing = _progress(row), _standing(row)
    return t("{progress}, {standing}", progress=progress, standing=standing) if standing else progress


def changed(previous: Row | None, now: Row) -> str:
    """What a version of the history says anew: of the first one who does it by when, of a later one what differs."""
    if previous is None:
        made = {"owner": labels.name(now.owner, now.owner_en), "day": _day(now.due_on)}
        return t("put on the list: {owner}, due {day}", **made)
    pairs = {
        "state": (t("state"), state_name(previous.state), state_name(now.state)),
        "due_on": (t("due day"), _day(previous.due_on), _day(now.due_on)),
        "owner": (
            t("responsible"),
            labels.name(previous.owner, previous.owner_en),
            labels.name(now.owner, now.owner_en),
        ),
        "person": (t("in charge"), labels.text(previous.person), labels.text(now.person)),
        "title": (t("item"), previous.title, now.title),
    }
    told = [
        t("{what} {before} → {after}", what=what, before=before, after=after)
        for name, (what, before, after) in pairs.items()
        if name in now.changes
    ]
    if "evidence" in now.changes:
        written = _text(now.evidence)
        told.append(t("stated: {evidence}", evidence=written) if written else t("what was stated is taken back"))
    if "subject" in now.changes:
        told.append(t("what it is about was corrected"))
    return t("; ").join(told)


def _is_done_in(row: Row, on: date) -> bool:
    written = labels.moment(row.changed_at)
    return row.state == "done" and written.startswith(f"{on:%Y-%m}-")


def _measured(row: Row, calendar: Calendar) -> str:
    then = _at(row, "then", calendar)
    if labels.is_missing(row.now_month):
        return t("{then}; later months are still to come", then=then)
    month = _month(row, "now", calendar)
    if row.now_state == "LATE":
        return t("{then}; {month} is late", then=then, month=month)
    if not row.is_newer or labels.is_missing(row.now_measure):
        return t("{then}; no new figure by {month}", then=then, month=month)
    if row.then_measure_function != row.now_measure_function:
        return t("{then}; scored by another rule since", then=then)
    return t("{then} → {now}", then=then, now=_at(row, "now", calendar))


def _at(row: Row, side: str, calendar: Calendar) -> str:
    """The figure of one month with what was due, as its function measures it."""
    function, measure = getattr(row, f"{side}_measure_function"), getattr(row, f"{side}_measure")
    words = {"month": _month(row, side, calendar)}
    if labels.is_missing(measure):
        return t("{month} no figure", **words)
    if function == "completion":
        words |= {name: labels.percent(getattr(row, f"{side}_{name}")) for name in ("annual_rate", "plan_share")}
        return t("{month} {annual_rate} ({plan_share} due)", **words)
    words["value"] = measures.full(function, measure, row.measure_unit, getattr(row, f"{side}_is_on_plan"))
    goal, is_gap = getattr(row, f"{side}_goal"), function in measures.GAPS
    words["goal"] = measures.goal(function, goal, row.measure_unit)
    said = t("{month} {value} against a goal of {goal}", **words) if is_gap else t("{month} {value}", **words)
    reached, judged = getattr(row, f"{side}_on_plan_count"), getattr(row, f"{side}_goal_count")
    if labels.is_missing(judged) or not judged:
        return said
    counts = {"count": labels.count(reached), "total": labels.count(judged)}
    return t("{figure} ({count} of {total} units at the goal)", figure=said, **counts)


def _progress(row: Row) -> str:
    """By how much it is better or worse."""
    function, by = row.now_measure_function, abs(float(row.progress))
    is_better = row.progress > 0
    if round(by, 1 if function == "completion" else _EXACT) == 0:
        return t("no less and no further behind") if function == "completion" else t("unchanged")
    if function == "completion":
        words = {"points": _points(by, 1)}
        return t("{points} less behind", **words) if is_better else t("{points} further behind", **words)
    if function in ("graded", "milestone"):
        amount = _points(100 * by, 1)
    elif function in measures.GAPS and row.measure_unit == "%":
        amount = _points(by, 2)
    else:
        amount = labels.amount(round(by, _EXACT), row.measure_unit)
    if function == "deduct":
        return t("{amount} fewer", amount=amount) if is_better else t("{amount} more", amount=amount)
    return t("better by {amount}", amount=amount) if is_better else t("worse by {amount}", amount=amount)


def _standing(row: Row) -> str:
    """Where it stands now: against the time plan by its light, else against its goal."""
    before, after = _text(row.then_light), _text(row.now_light)
    if after == "red":
        return t("still far behind") if before == "red" else t("now far behind")
    if after == "yellow":
        if before == "red":
            return t("behind, no longer far")
        return t("still behind") if before == "yellow" else t("now behind")
    if after == "green" and row.now_lag > 0:
        return t("back within the margin") if before in _BEHIND else t("still within the margin")
    if after == "green":
        return t("back on plan") if before in _BEHIND else t("on plan")
    if labels.is_missing(row.now_is_on_plan):
        return ""
    was_reached = not labels.is_missing(row.then_is_on_plan) and bool(row.then_is_on_plan)
    if row.now_is_on_plan:
        return t("goal still reached") if was_reached else t("goal now reached")
    return t("goal no longer reached") if was_reached else t("goal still missed")


def _placed(row: Row, calendar: Calendar) -> str:
    then = _place(row, "then", calendar)
    if labels.is_missing(row.now_month):
        return t("{then}; later months are still to come", then=then)
    if labels.is_missing(row.now_unit_count):
        return t("{then}; no new figure by {month}", then=then, month=_month(row, "now", calendar))
    return t("{then} → {now}", then=then, now=_place(row, "now", calendar))


def _moved(places: int) -> str:
    if places == 0:
        return t("same rank")
    if abs(places) == 1:
        return t("up one place") if places > 0 else t("down one place")
    return t("up {count} places", count=places) if places > 0 else t("down {count} places", count=-places)


def _place(row: Row, side: str, calendar: Calendar) -> str:
    words = {"month": _month(row, side, calendar)}
    rank, tier = getattr(row, f"{side}_rank"), getattr(row, f"{side}_tier")
    if labels.is_missing(rank):
        return t("{month} not ranked", **words)
    words["rank"] = labels.count(rank)
    if labels.is_missing(tier):
        return t("{month} rank {rank}", **words)
    return t("{month} rank {rank} ({tier})", **words, tier=labels.name(tier, getattr(row, f"{side}_tier_en")))


def _month(row: Row, side: str, calendar: Calendar) -> str:
    """The month's name, with its year where then and now lie in different ones."""
    then, now = row.then_month.date(), row.now_month
    other = then if labels.is_missing(now) else now.date()
    return calendar.seen_from(other if side == "then" else then, then if side == "then" else other, "month")


def _points(value: float, decimals: int) -> str:
    return labels.points(value, decimals).removeprefix("+")


def _day(value: date) -> str:
    return f"{value:%Y-%m-%d}"


def _text(value: object) -> str:
    return "" if labels.is_missing(value) else str(value)
