"""The findings of a review meeting that no page says in one sentence: rules over the rows of reports."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import tier_shifts
from assessment.findings.rankings import rank_moves
from assessment.i18n import t

Row = Any
"""A row of `tier_moves`, of `overview_terms` or of `completion_types` as `itertuples` yields it."""
TIER_MOVES = ("promoted", "demoted")
_PLACES_SHOWN = 3
"""So many moves of places each way are shown where tiers moved too."""


def direction(row: Row) -> int:
    """1 for a unit that rose, -1 for one that fell, by tier before place before score."""
    if row.tier_shift in TIER_MOVES:
        return 1 if row.tier_shift == "promoted" else -1
    for change in (row.rank_change, row.score_change):
        if not labels.is_missing(change) and round(float(change), 2):
            return 1 if change > 0 else -1
    return 0


def movers(moves: pd.DataFrame) -> list[Row]:
    """Who is worth a word, risers first: every change of tier, the longest ways in places, the most points."""
    rows: list[Row] = list(moves.itertuples(index=False))
    shown: list[Row] = []
    for way in (1, -1):
        moved = [row for row in rows if direction(row) == way]
        tiers = [row for row in moved if row.tier_shift in TIER_MOVES]
        places = [row for row in moved if row.tier_shift not in TIER_MOVES and _places(row) > 1]
        places.sort(key=lambda row: (-_places(row), -abs(float(row.score_change))))
        most = max(moved, key=lambda row: (abs(float(row.score_change)), row.unit_id), default=None)
        listed = sorted(tiers, key=_tier_move) + places[:_PLACES_SHOWN]
        shown += listed if most is None or most in listed else [*listed, most]
    return shown


def furthest(moves: pd.DataFrame) -> list[Row]:
    """The unit that rose furthest and the one that fell furthest of all types, by tiers, then places, then points."""
    compared: list[Row] = list(moves[moves["score_change"].notna()].itertuples(index=False))
    found = []
    for way in (1, -1):
        moved = [row for row in compared if direction(row) == way]
        found += sorted(moved, key=lambda row: (-_tiers(row), -_places(row), *_tier_move(row)))[:1]
    return found


def story(row: Row, terms: Mapping[Any, Row]) -> str:
    """A unit that moved furthest, with its way and what did most of it."""
    way = direction(row)
    name = f"{row.unit_type} {labels.name(row.unit, row.unit_en)}"
    said = {"unit": name, "step": step(row)}
    finding = t("{unit} rose furthest, {step}", **said) if way > 0 else t("{unit} fell furthest, {step}", **said)
    because = _because(row, terms.get((row.unit_id, way)))
    return t("{finding} ({reason})", finding=finding, reason=because) if because else finding


def moves(called: str, compared: pd.DataFrame, terms: Mapping[Any, Row]) -> str:
    """Over the moves of a type: who rose and who fell furthest, with what did most of it.

    `compared` are its rows of `tier_moves` with a score on both sides, `terms` those of `overview_terms` by unit and
    direction.
    """
    tiers = [row for row in movers(compared) if row.tier_shift in TIER_MOVES]
    parts = [_told(next(row for row in tiers if direction(row) == way), terms, way) for way in _ways(tiers)]
    if not parts:
        parts = [t("nobody changed tier"), *rank_moves(compared)]
    return t("{type}: {finding}", type=called, finding=t("; ").join(parts))


def year_on_year(medians: Sequence[Row]) -> str:
    """In how many types the median is above that of the same period of last year; empty without one.

    `medians` are rows of `trend_type`.
    """
    rows = [row for row in medians if not labels.is_missing(row.yoy_change)]
    if not rows:
        return ""
    higher = sum(round(float(row.yoy_change), 2) > 0 for row in rows)
    return t("the median is above last year's in {count} of {total} types", count=higher, total=len(rows))


def _ways(tiers: Sequence[Row]) -> list[int]:
    return [way for way in (1, -1) if any(direction(row) == way for row in tiers)]


def _told(row: Row, terms: Mapping[Any, Row], way: int) -> str:
    """The unit that moved furthest, and by what; how many moved with it."""
    words = {"unit": labels.name(row.unit, row.unit_en), "tier": labels.name(row.tier, row.tier_en)}
    said = t("{unit} up to {tier}", **words) if way > 0 else t("{unit} down to {tier}", **words)
    because = _because(row, terms.get((row.unit_id, way)))
    return t("{finding} ({reason})", finding=said, reason=because) if because else said


def _because(row: Row, term: Row | None) -> str:
    """The cause as it stands alone, without a column's heading."""
    because = cause(row, term)
    return t("most by {term}", term=because) if term is not None and because == cause_of(term) else because


def step(row: Row) -> str:
    """From which tier and place to which: 良好→优秀, 8→2."""
    before, now = labels.count(row.base_rank), labels.count(row.rank_in_type)
    places = t("place {before}→{after}", before=before, after=now)
    if row.tier_shift not in TIER_MOVES:
        return places
    tiers = {
        "before": labels.name(row.base_tier, row.base_tier_en),
        "after": labels.name(row.tier, row.tier_en),
    }
    return t("{tiers}, {places}", tiers=t("{before} → {after}", **tiers), places=places)


def cause(row: Row, term: Row | None) -> str:
    """What moved a unit: a ruling, else what did most for (against) its score; a unit that moved against its own score
    moved by what others did."""
    rulings = tier_shifts.rulings(row)
    if row.tier_shift in TIER_MOVES and rulings:
        return rulings[0]
    way = direction(row)
    if labels.is_missing(row.score_change) or row.score_change * way <= 0:
        return t("others lost more") if way > 0 else t("others gained more")
    return "" if term is None else cause_of(term)


def cause_of(term: Row) -> str:
    """The largest part of a change, with its effect in points."""
    effect = labels.signed(term.effect)
    if term.term_kind != "indicator":
        return t("{indicator} {effect} points", indicator=labels.event_part(term.term_kind, term.effect), effect=effect)
    name = labels.name(term.indicator, term.indicator_en)
    if term.is_late:
        return t("{indicator} late, {effect} points", indicator=name, effect=effect)
    return t("{indicator} {effect} points", indicator=name, effect=effect)


def _places(row: Row) -> int:
    return 0 if labels.is_missing(row.rank_change) else abs(int(row.rank_change))


def _tiers(row: Row) -> int:
    return 0 if labels.is_missing(row.steps) else abs(int(row.steps))


def _tier_move(row: Row) -> tuple[int, float, str]:
    """By tiers moved, then by points, as on the page of tier shifts."""
    return -_tiers(row), -abs(float(row.score_change)), str(row.unit_id)


def lagging(called: str, behind: Sequence[Row], missed: Sequence[Row]) -> str:
    """Over the indicators of a type: how many are behind plan, the furthest by name, and how many goals are missed."""
    parts = []
    if behind:
        worst = {
            "indicator": labels.name(behind[0].indicator, behind[0].indicator_en),
            "rate": labels.percent(behind[0].median_annual_rate),
            "plan": labels.percent(behind[0].median_plan_share),
        }
        if len(behind) == 1:
            parts.append(t("{indicator} behind plan, {rate} done, {plan} planned", **worst))
        else:
            said = t("{indicator} furthest, {rate} done, {plan} planned", **worst)
            parts.append(t("{count} indicators behind plan, {worst}", count=len(behind), worst=said))
    else:
        parts.append(t("no indicator behind plan"))
    if missed and not behind:
        parts.append(_but_missed(missed))
    elif missed:
        names = {"indicator": labels.name(missed[0].indicator, missed[0].indicator_en)}
        if len(missed) == 1:
            parts.append(t("most units miss the goal of {indicator}", **names))
        else:
            words = {"count": len(missed), **names}
            parts.append(t("most units miss {count} goals, {indicator} costs most", **words))
    return t("{type}: {finding}", type=called, finding=t("; ").join(parts))


def forecast(risky: Sequence[Row]) -> str:
    """Over the forecasts at risk: how many indicators, and the one furthest from its target. `risky` furthest first."""
    if not risky:
        return t("No indicator is expected to miss its annual target by much")
    worst = {
        "type": risky[0].unit_type,
        "indicator": labels.name(risky[0].indicator, risky[0].indicator_en),
        "rate": labels.percent(risky[0].median_forecast_rate),
    }
    count = len({row.indicator_id for row in risky})
    if count == 1:
        return t("One indicator is expected to miss its annual target: {indicator} in {type}, {rate} by then", **worst)
    said = t("{indicator} in {type} furthest, {rate} by then", **worst)
    return t("{count} indicators are expected to miss their annual targets; {worst}", count=count, worst=said)


def needed(risky: Sequence[Row]) -> str:
    """Over the table of forecasts at risk: how much faster the one furthest behind would have to go."""
    faster = [row for row in risky if not labels.is_missing(row.needed_per_month_sum) and float(row.pace_sum or 0) > 0]
    if not faster:
        return t("What is needed a month to reach the targets all the same")
    row = faster[0]
    return t(
        "To reach its target {indicator} in {type} needs {times} times its pace",
        type=row.unit_type,
        indicator=labels.name(row.indicator, row.indicator_en),
        times=labels.number(float(row.needed_per_month_sum) / float(row.pace_sum), 1),
    )


def _but_missed(missed: Sequence[Row]) -> str:
    """Nothing is behind the plan, and yet."""
    names = {"indicator": labels.name(missed[0].indicator, missed[0].indicator_en)}
    if len(missed) == 1:
        return t("but most units miss the goal of {indicator}", **names)
    return t("but most units miss {count} goals, {indicator} costs most", count=len(missed), **names)


def together(rulings: Sequence[Row]) -> list[list[Row]]:
    """The rows of `overview_rulings`, the units that share one tied place in one list."""
    groups: dict[Any, list[Row]] = {}
    for row in rulings:
        key = (row.kind, row.unit_type, int(row.rank_in_type)) if row.kind == "tie" else (row.kind, row.unit_id)
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def decisions(rulings: Sequence[Row], late_count: int, departments: Sequence[str], listed: int = 0) -> str:
    """Over what the meeting is asked: vetoes, ties to settle, who is late, whose table is awaited; `listed` lines stand
    below, some for information only."""
    groups = [group[0].kind for group in together(rulings)]
    vetoes, ties = groups.count("veto"), groups.count("tie")
    parts = []
    if vetoes:
        parts.append(t("one veto") if vetoes == 1 else t("{count} vetoes", count=vetoes))
    if ties:
        one = t("one tie across a border to settle")
        parts.append(one if ties == 1 else t("{count} ties across a border to settle", count=ties))
    if late_count:
        parts.append(late(late_count))
    if departments:
        names = labels.listing(list(departments))
        parts.append(t("{department} awaited", department=names))
    if not parts and listed:
        return t("Nothing to decide; for information: {count}", count=listed)
    if not parts:
        return t("Nothing for the meeting to decide")
    return t("For the meeting: {matters}", matters=labels.listing(parts))


def late(count: int) -> str:
    """How many units are late."""
    return t("one unit late") if count == 1 else t("{count} units late", count=count)


def prepared(name: str, slide_count: int, edited_count: int) -> str:
    """Over the preparation of a meeting: how many slides, how many under a presenter's own words."""
    said = t("{meeting}: {count} slides", meeting=name, count=slide_count)
    if edited_count:
        own = t("one title is yours") if edited_count == 1 else t("{count} titles are yours", count=edited_count)
        return t("; ").join([said, own])
    return said
