"""The findings of the overview in words: rules over the rows of its reports."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from assessment import labels
from assessment.i18n import t
from assessment.periods import MONTH_NAMES, Period

Row = Any
"""One row of a report as `itertuples` yields it."""
_NAMED_AT_MOST = 3


def headline(period: Period, facts: Row, behind: Row, is_merged: bool = True) -> str:
    """The page's title: who moved a tier, how many indicators lag, who is late.

    `facts` is the row of `overview_facts`, `behind` any row of `overview_lagging`.
    """
    if facts.listed_count == 0:
        return t("No results in this period")
    finding = t("; ").join([_moves(facts), *_behind(behind), *_late(facts)])
    return t("{period}: {finding}", period=short_name(period, is_merged), finding=finding)


def short_name(period: Period, is_merged: bool = True) -> str:
    """The period without its year, which the subtitle holds."""
    if period.kind == "year":
        return period.name()
    if period.kind == "quarter":
        return t("Q{quarter}", quarter=str(period)[-1])
    if period.start.month == 2 and is_merged:
        return t("Jan–Feb")
    return t(MONTH_NAMES[period.start.month - 1])


def about(when: str, facts: Row) -> list[str]:
    """The subtitle: the period whole, how many units, and what a reader must know before quoting a number."""
    parts = [when]
    if facts.listed_count == 0:
        return parts
    if facts.ranked_count == facts.listed_count:
        parts.append(t("Units ranked: {count}", count=labels.count(facts.ranked_count)))
    else:
        counts = {"ranked": labels.count(facts.ranked_count), "listed": labels.count(facts.listed_count)}
        parts.append(t("{ranked} of {listed} units ranked", **counts))
    if facts.is_partial:
        parts.append(t("interim, the period is not over"))
    if facts.provisional_types:
        parts.append(t("provisional in types: {count}", count=labels.count(facts.provisional_types)))
    if facts.compared_count == 0:
        parts.append(t("no earlier period to compare with"))
    elif facts.is_over_year:
        parts.append(t("changes compare with last year's last period"))
    return parts


def _moves(facts: Row) -> str:
    up, down = int(facts.promoted_count), int(facts.demoted_count)
    if facts.ranked_count == 0:
        return t("none of {count} units is ranked", count=labels.count(facts.listed_count))
    if up and down:
        return t("{up} up a tier, {down} down", up=up, down=down)
    if up:
        return t("one unit up a tier") if up == 1 else t("{count} units up a tier", count=up)
    if down:
        return t("one unit down a tier") if down == 1 else t("{count} units down a tier", count=down)
    if facts.first_count:
        return t("placed in tiers for the first time")
    if facts.tiered_count and facts.compared_count:
        return t("no unit changed its tier")
    if facts.up_count or facts.down_count:
        counts = {"up": labels.count(facts.up_count), "down": labels.count(facts.down_count)}
        return t("no tiers in this period, {up} up in rank, {down} down", **counts)
    if facts.compared_count:
        return t("no place changed")
    return t("{count} units ranked", count=labels.count(facts.ranked_count))


def _behind(behind: Row) -> list[str]:
    lagging = int(behind.lagging_count)
    if lagging:
        return [t("one indicator behind plan") if lagging == 1 else t("{count} indicators behind plan", count=lagging)]
    return [t("no indicator behind plan")] if behind.planned_count else []


def _late(facts: Row) -> list[str]:
    late = int(facts.late_count)
    if late:
        return [t("one unit late") if late == 1 else t("{count} units late", count=late)]
    return [t("nobody late")] if facts.ranked_count else []


def types(rows: pd.DataFrame) -> str:
    """The title over the types: where the lead changed hands; with one type, who leads it."""
    if len(rows) == 1:
        return _leader(rows.iloc[0])
    ranked = rows[rows["leader_count"] > 0]
    if ranked.empty:
        return t("No type has a leader yet")
    compared = ranked[ranked["previous_leaders"].notna()]
    changed = compared[compared["is_leader_changed"].astype(bool)]
    if compared.empty:
        return t("Who leads each type")
    if changed.empty:
        return t("Every type keeps its leader")
    names = labels.listing(changed["unit_type"].tolist())
    return t("New leaders in {types}", types=names)


def _leader(row: Row) -> str:
    names = leaders(row)
    if not names:
        return t("No type has a leader yet")
    if len(names) > _NAMED_AT_MOST:
        return t(
            "{count} units share the lead with {score} points", count=len(names), score=labels.score(row.leader_score)
        )
    if len(names) > 1:
        words = {"units": labels.listing(names), "score": labels.score(row.leader_score)}
        return t("{units} share the lead with {score} points", **words)
    if labels.is_missing(row.lead_points):
        return t(
            "{unit} is the only unit ranked, with {score} points", unit=names[0], score=labels.score(row.leader_score)
        )
    if labels.score(row.lead_points) == labels.score(0):
        return t("{unit} is first, on a tie-break", unit=names[0])
    return t("{unit} leads by {points} points", unit=names[0], points=labels.score(row.lead_points))


def leaders(row: Row, column: str = "leaders") -> list[str]:
    """The names of a type's leaders in the reader's language."""
    local, english = getattr(row, column), getattr(row, f"{column}_en")
    if labels.is_missing(local):
        return []
    return [labels.name(one, other) for one, other in zip(local, english, strict=True)]


TIER_MOVES = ("promoted", "demoted")


def risers(moves: pd.DataFrame) -> str:
    """The title over those who rose: how many up a tier; where no tier moved, how many up in rank."""
    return _movers(moves[moves["direction"] > 0], _risen)


def fallers(moves: pd.DataFrame) -> str:
    """The title over those who fell."""
    return _movers(moves[moves["direction"] < 0], _fallen)


def places_only(moves: pd.DataFrame) -> str:
    """Over the units of one direction that moved in rank alone: how many, and how many of them are listed."""
    is_up = bool((moves["direction"] > 0).all())
    tiers = int(moves["tier_shift"].isin(TIER_MOVES).sum())
    total, listed = int(moves["move_count"].iloc[0]) - tiers, len(moves) - tiers
    rest = total == listed
    if is_up:
        one, many = t("One more unit up in rank only"), t("{count} more units up in rank only", count=total)
    else:
        one, many = t("One more unit down in rank only"), t("{count} more units down in rank only", count=total)
    said = one if total == 1 else many
    return said if rest else t("{finding}, the {listed} largest moves", finding=said, listed=listed)


def _movers(moves: pd.DataFrame, words: Callable[[], dict[str, str]]) -> str:
    said = words()
    if moves.empty:
        return said["nobody"]
    tiers = moves[moves["tier_shift"].isin(TIER_MOVES)]
    kind, listed = ("tier", tiers) if len(tiers) else ("rank", moves)
    count = len(tiers) if len(tiers) else int(moves["move_count"].iloc[0])
    finding = said[f"one_{kind}"] if count == 1 else said[f"many_{kind}"].format(count=count)
    places = listed["rank_change"].abs()
    if places.notna().any() and places.max() > 0:
        most = listed.loc[places == places.max()]
        if len(most) == 1:
            furthest = {"unit": _name(most.iloc[0]), "places": labels.count(places.max())}
            return t("{finding}, {unit} furthest with {places} places", finding=finding, **furthest)
    return finding


def _risen() -> dict[str, str]:
    return {
        "nobody": t("Nobody rose"),
        "one_tier": t("One unit up a tier"),
        "many_tier": t("{count} units up a tier"),
        "one_rank": t("One unit up in rank"),
        "many_rank": t("{count} units up in rank"),
    }


def _fallen() -> dict[str, str]:
    return {
        "nobody": t("Nobody fell"),
        "one_tier": t("One unit down a tier"),
        "many_tier": t("{count} units down a tier"),
        "one_rank": t("One unit down in rank"),
        "many_rank": t("{count} units down in rank"),
    }


def lagging(rows: pd.DataFrame) -> str:
    """The title over the lagging indicators: the widest gap, by how much."""
    behind = rows[rows["kind"] == "lagging"]
    if behind.empty:
        return t("No indicator is behind the time plan")
    worst = behind.iloc[0]
    words = {
        "indicator": labels.name(worst["indicator"], worst["indicator_en"]),
        "type": worst["unit_type"],
        "rate": labels.percent(worst["median_annual_rate"]),
        "plan": labels.percent(worst["median_plan_share"]),
    }
    return t("Furthest behind: {indicator} in {type}, {rate} done where {plan} was planned", **words)


def missed(count: int, listed: int) -> str:
    """Over the indicators, type by type, that most units miss: how many, and that the dearest are listed."""
    if count == 1:
        return t("Missed by most units: one indicator of one type")
    said = t("Missed by most units: {count} times, type by type", count=count)
    return said if listed == count else t("{finding}; the {listed} that cost most", finding=said, listed=listed)


def hand_ins(late: pd.DataFrame, awaited: pd.DataFrame) -> str:
    """The title over what is missing: late units first, else the departments awaited."""
    missing = late[late["is_late"].astype(bool)]
    units = missing["unit_id"].nunique()
    departments = awaited["department"].nunique()
    parts = []
    if units == 1:
        parts.append(t("{unit} is late", unit=_name(missing.iloc[0])))
    elif units:
        parts.append(t("{count} units late", count=units))
    returned = late[~late["is_late"].astype(bool)]["unit_id"].nunique()
    if returned:
        parts.append(
            t("one unit corrects a returned value")
            if returned == 1
            else t("{count} units correct returned values", count=returned)
        )
    if departments == 1:
        parts.append(t("{department} awaited", department=awaited["department"].iloc[0]))
    elif departments:
        parts.append(t("{count} departments awaited", count=departments))
    return t("; ").join(parts) or t("Everything due has been handed in")


def climb(row: Row) -> str:
    """Net places over six periods, after the unit's name."""
    words = {"places": abs(int(row.places)), "ranks": "→".join(labels.count(rank) for rank in row.ranks)}
    if row.places > 0:
        return t("up {places} places in six periods ({ranks})", **words)
    return t("down {places} places in six periods ({ranks})", **words)


def streak(row: Row) -> str:
    """Periods on end in the best tier, or of rising or falling ranks, after the unit's name."""
    count = labels.count(row.period_count)
    sentences = {
        "best": t("in the best tier for {count} periods on end", count=count),
        "lowest": t("in the lower tiers for {count} periods on end", count=count),
        "rising": t("rising for {count} periods on end", count=count),
        "falling": t("falling for {count} periods on end", count=count),
    }
    return sentences[row.streak]


def ruling(row: Row) -> str:
    """A veto, a tie across a border or a decided tier, after the unit's name."""
    tier, other = labels.name(row.tier, row.tier_en), labels.name(row.other_tier, row.other_tier_en)
    if row.kind == "decision":
        words = {"tier": tier, "computed": other, "reason": labels.text(row.reason)}
        return t("decided {tier}, computed {computed}: {reason}", **words)
    if row.kind == "tie":
        words = {"rank": labels.count(row.rank_in_type), "tier": tier}
        return t("tied across the border of a tier at place {rank}, now {tier}: for the leading group", **words)
    local, english = row.kinds, row.kinds_en
    kinds = [] if labels.is_missing(local) else [labels.name(a, b) for a, b in zip(local, english, strict=True)]
    words = {"kind": labels.listing(kinds) or t("Veto"), "tier": other, "rank": labels.count(row.rank_in_type)}
    return t("vetoed ({kind}): at most {tier}, though ranked {rank}", **words)


def near_miss(row: Row) -> str:
    """What a unit lacks to a better tier, after its name."""
    words = {"points": labels.score(row.points_needed), "tier": labels.name(row.next_tier, row.next_tier_en)}
    return t("{points} points short of {tier}", **words)


def revision(row: Row, period: str) -> str:
    """What one revision did; `period` is the name of its month."""
    if row.kind == "import" and row.new_count == 0 and row.changed_count:
        return t("{period} corrected in {count} places", period=period, count=labels.count(row.changed_count))
    if row.kind == "import":
        return t("{period} imported", period=period)
    if row.kind == "undo":
        return t("an upload of {period} undone", period=period)
    words = {"reference": t("county and scheme loaded"), "rescore": t("everything scored again")}
    return words.get(row.kind, str(row.kind))


def moved_since(changes: pd.DataFrame) -> str:
    """How many units' rank or tier in a period that had been there changed."""
    units = changes["unit_id"].nunique()
    if not units:
        return t("no rank or tier of an earlier period moved")
    return t("one unit's rank or tier moved") if units == 1 else t("ranks or tiers of {count} units moved", count=units)


def moved(row: Row, period: str) -> str:
    """One unit's move in one period, after its name."""
    if row.is_tier_changed:
        words = {
            "before": labels.name(row.tier_before, row.tier_before_en),
            "after": labels.name(row.tier_after, row.tier_after_en),
        }
        return t("{period} {before}→{after}", period=period, **words)
    words = {"before": labels.count(row.rank_before), "after": labels.count(row.rank_after)}
    return t("{period} place {before}→{after}", period=period, **words)


def _name(row: Row) -> str:
    return labels.name(row["unit"], row["unit_en"])
