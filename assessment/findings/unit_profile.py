"""What the profile of a unit finds, in words: rules over the rows of `reports.profile`."""

from typing import Any

import pandas as pd

from assessment import labels
from assessment.i18n import t
from assessment.periods import MONTH_NAMES, Period

Row = Any
FIVE = 5


def headline(unit: str, when: str, card: Row | None, cells: pd.DataFrame) -> str:
    """The title: score, place and tier; how it moved; what cost most.

    `card` is the row of `profile_card` (None: the unit does not count), `cells` those of `profile_cells` (empty for a
    quarter or a year).
    """
    if card is None:
        return t("{unit} is not assessed in {period}", unit=unit, period=when)
    parts = [_clauses(_standing(card)), *_move(card), *_cost(card, cells)]
    return t("{unit}: {finding}", unit=unit, finding=t("{period}, {rest}", period=when, rest=t("; ").join(parts)))


def when(period: Period, full_name: str) -> str:
    """The period as a title says it: `6月` for a month, its full name where it is more than a month."""
    is_plain_month = period.kind == "month" and period.start.month != 2
    return t(MONTH_NAMES[period.start.month - 1]) if is_plain_month else full_name


def about(card: Row) -> list[str]:
    """The subtitle's parts on how far to trust the score and what it is compared with."""
    parts = [t("Scheme: {name}", name=labels.name(card.scheme_name, card.scheme_name_en))]
    if card.is_provisional:
        parts.append(t("Provisional: a unit of this type is late and counts 0"))
    if card.is_partial:
        parts.append(t("Interim: the period is not over"))
    if labels.is_missing(card.previous_score):
        parts.append(t("no earlier period to compare with"))
    elif card.is_over_year and card.period_kind != "year":
        parts.append(t("changes compare with last year's last period"))
    return parts


def change(drivers: pd.DataFrame) -> str:
    """The heading over what the change is made of: how much, and the part that did most in its direction.

    `drivers` are one unit's rows of `shift_drivers`; events count as parts too.
    """
    first = drivers.iloc[0]
    total = float(first["score_change"])
    rows: list[Row] = list(drivers.itertuples(index=False))
    parts = [(labels.name(row.indicator, row.indicator_en), float(row.effect)) for row in rows]
    events = {"bonus": float(first["bonus_change"]), "penalty": -float(first["penalty_change"])}
    parts += [(labels.event_part(kind, points), points) for kind, points in events.items()]
    same_way = [(name, points) for name, points in parts if points * total > 0]
    if not round(total, 2) or not same_way:
        return t("{change} points on the month before", change=labels.signed(total))
    name, points = max(same_way, key=lambda part: abs(part[1]))
    words = {"change": labels.signed(total), "name": name, "points": labels.signed(points)}
    return t("{change} points on the month before, most by {name} ({points})", **words)


def losses(cells: pd.DataFrame) -> str:
    """The heading over the weakest indicators: how much of all lost points they hold."""
    lost = cells[cells["lost_rank"].notna()].sort_values("lost_rank")
    if lost.empty:
        return t("No points lost")
    first = lost.iloc[0]
    named = labels.name(first["indicator"], first["indicator_en"])
    total = labels.score(first["lost_total"])
    if len(lost) == 1:
        return t("All {total} points lost are in {indicator}", total=total, indicator=named)
    if len(lost) <= FIVE:
        return t("{total} points lost, in {count} indicators", total=total, count=len(lost))
    share = labels.percent(lost.iloc[FIVE - 1]["lost_so_far"] / first["lost_total"], 0)
    return t("{total} points lost, {share} of them in five indicators", total=total, share=share)


def gains(cells: pd.DataFrame) -> str:
    """The heading over the strongest indicators: how many beat the type's median."""
    scored = cells[cells["share"].notna() & cells["type_median"].notna()]
    above = int((scored["over_median_points"] > 0).sum())
    if scored.empty:
        return t("Nothing scored yet")
    return t("{above} of {count} indicators are above the type's median", above=above, count=len(scored))


def modules(rows: pd.DataFrame) -> str:
    """The heading over the modules: where most of the lost points lie."""
    lost = rows[rows["lost_points"].astype(float).round(2) > 0]
    if lost.empty:
        return t("No module lost points")
    worst = lost.sort_values("lost_points", ascending=False).iloc[0]
    return t(
        "Most points are lost in {module}: {points} of {full}",
        module=labels.name(worst["module"], worst["module_en"]),
        points=labels.score(worst["lost_points"]),
        full=labels.score(worst["full_points"]),
    )


def history(rows: pd.DataFrame) -> str:
    """The heading over the history: best and worst place in the type the unit was in last, times in the best tier."""
    known = rows[rows["rank_in_type"].notna()]
    if known.empty:
        return t("No ranked period yet")
    last = known.iloc[-1]
    here = known[known["unit_type"] == last["unit_type"]]
    if len(here) == len(known):
        return _places(known)
    kind = labels.type_name(str(last["unit_type"]), last["type_name"], last["type_name_en"])
    return t("{type}: {finding}", type=kind, finding=_places(here))


def _places(known: pd.DataFrame) -> str:
    if len(known) == 1:
        return t("One ranked period so far: no history yet")
    best, worst = int(known["rank_in_type"].min()), int(known["rank_in_type"].max())
    top = known[known["tier_order"] == 1]
    words = {"count": len(known), "best": best, "worst": worst, "top": len(top)}
    if best == worst:
        return t("Place {best} in all {count} ranked periods", **words)
    if top.empty:
        return t("{count} ranked periods: best place {best}, worst {worst}", **words)
    name = labels.name(top["tier"].iloc[0], top["tier_en"].iloc[0])
    return t("{count} ranked periods: best place {best}, worst {worst}, {tier} {top} times", tier=name, **words)


def _clauses(parts: list[str]) -> str:
    """Parts of one sentence; a listing's mark is another in Chinese."""
    sentence = parts[0]
    for part in parts[1:]:
        sentence = t("{first}, {second}", first=sentence, second=part)
    return sentence


def _standing(card: Row) -> list[str]:
    if labels.is_missing(card.score):
        return [t("no score yet")]
    score = t("{score} points", score=labels.score(card.score))
    if card.is_provisional:
        score = t("{score} (provisional)", score=score)
    parts = [score, _place(card)]
    if not labels.is_missing(card.tier):
        parts.append(_tier(card))
    return parts


def _place(card: Row) -> str:
    kind = labels.type_name(card.unit_type, card.type_name, card.type_name_en)
    if not card.is_ranked or labels.is_missing(card.rank_in_type):
        return t("not ranked in {type}", type=kind)
    words = {"type": kind, "rank": labels.count(card.rank_in_type), "count": labels.count(card.unit_count)}
    if card.unit_count == 1:
        return t("the only ranked unit of {type}", **words)
    if card.is_tied:
        return t("tied at place {rank} of {count} in {type}", **words)
    return t("place {rank} of {count} in {type}", **words)


def _tier(card: Row) -> str:
    name = labels.name(card.tier, card.tier_en)
    if card.is_decided:
        return t("{tier} as decided", tier=name)
    if not labels.is_missing(card.ceiling):
        return t("{tier} (veto: at most {ceiling})", tier=name, ceiling=labels.name(card.ceiling, card.ceiling_en))
    return name


def _move(card: Row) -> list[str]:
    if not labels.is_missing(card.previous_type) and card.previous_type != card.unit_type:
        return [t("new in this type, so no place to compare with")]
    if card.tier_shift == "new":
        return [t("new this period")]
    if labels.is_missing(card.rank_change):
        return []
    places = int(card.rank_change)
    before = {
        "month": t("the month before"),
        "quarter": t("the quarter before"),
        "year": t("the year before"),
    }[card.period_kind]
    if places == 0:
        return [t("same place as {before}", before=before)]
    if places > 0:
        return [t("up {places} on {before}", places=places, before=before)]
    return [t("down {places} on {before}", places=-places, before=before)]


def _cost(card: Row, cells: pd.DataFrame) -> list[str]:
    if cells.empty:
        return []
    late = int(cells["is_late"].fillna(False).astype(bool).sum())
    if late:
        return [t("one late indicator counts 0 for now") if late == 1 else t("{count} late indicators count 0 for now",
                                                                             count=late)]  # fmt: skip
    if labels.is_missing(card.score):
        return []
    lost = cells[cells["lost_rank"] == 1]
    if lost.empty or round(float(lost["lost_points"].iloc[0]), 2) == 0:
        return [t("no points lost")]
    most = lost.iloc[0]
    named = labels.name(most["indicator"], most["indicator_en"])
    return [t("most points lost: {indicator} ({points})", indicator=named, points=labels.score(most["lost_points"]))]
