"""Moves between tiers in words: the title of the page, the reasons of one unit, the titles of its blocks."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from assessment import labels
from assessment.i18n import t

Row = Any
"""One row of `tier_moves` as `itertuples` yields it."""
_NAMED_AT_MOST = 3
COMPARED = ("promoted", "demoted", "unchanged")
APART = ("new", "left", "not_comparable", "first")


def shift_word(code: str) -> str:
    """The county's word of a shift."""
    words = {
        "promoted": t("up a tier"),
        "demoted": t("down a tier"),
        "unchanged": t("tier unchanged"),
        "new": t("newly listed"),
        "left": t("no longer listed"),
        "not_comparable": t("not comparable"),
        "first": t("first tiers"),
    }
    return words[code]


def headline(moves: pd.DataFrame, now: str, base: str) -> str:
    """The title: `moves` are the rows of `tier_moves`; `now` and `base` the periods' short names."""
    here = moves[moves["tier_shift"] != "left"]
    if here.empty:
        return t("No results in this period")
    if not here["is_tiered"].astype(bool).any():
        return t("{period}: no tiers are given in this period", period=now)
    if here["tier"].isna().all():
        return t("{period}: no unit has a tier", period=now)
    shifts = moves["tier_shift"]
    if (shifts == "first").any() and not shifts.isin(COMPARED).any():
        placed = int(here["tier"].notna().sum())
        return t("{period}: placed in tiers for the first time, {count} units", period=now, count=placed)
    if not shifts.isin(COMPARED).any():
        return t("{now} against {base}: no unit can be compared", now=now, base=base)
    finding = t("; ").join([_counts(moves), *_jumps(moves)])
    return t("{now} against {base}: {finding}", now=now, base=base, finding=finding)


def _counts(moves: pd.DataFrame) -> str:
    up, down = moves[moves["tier_shift"] == "promoted"], moves[moves["tier_shift"] == "demoted"]
    if up.empty and down.empty:
        return t("no unit changed tier")
    if len(up) + len(down) == 1:
        only = next(pd.concat([up, down]).itertuples(index=False))
        return t("only {unit} moved, from {base} to {tier}", **_move(only))
    if up.empty:
        return t("{count} units down a tier, none up", count=len(down))
    if down.empty:
        return t("{count} units up a tier, none down", count=len(up))
    return t("{up} up a tier, {down} down", up=len(up), down=len(down))


def _jumps(moves: pd.DataFrame) -> list[str]:
    """Who moved two tiers or more at once; one unit is told with its tiers."""
    parts: list[str] = []
    if moves["tier_shift"].isin(["promoted", "demoted"]).sum() < 2:
        return parts
    for shift, sign in (("promoted", 1), ("demoted", -1)):
        moved = moves[moves["tier_shift"] == shift]
        far = moved[moved["steps"].astype(float) * sign >= 2]
        if far.empty:
            continue
        names = [labels.name(row.unit, row.unit_en) for row in far.itertuples(index=False)]
        units = labels.listing(names)
        if len(names) == 1:
            words = _move(next(far.itertuples(index=False)))
            parts.append(_jump(shift, abs(int(far["steps"].iloc[0])), words))
        elif len(names) > _NAMED_AT_MOST:
            count = len(names)
            up = t("{count} units up two tiers or more", count=count)
            parts.append(up if shift == "promoted" else t("{count} units down two tiers or more", count=count))
        else:
            up = t("{units} up two tiers or more", units=units)
            parts.append(up if shift == "promoted" else t("{units} down two tiers or more", units=units))
    return parts


def _jump(shift: str, steps: int, words: dict[str, str]) -> str:
    told = {**words, "count": steps}
    if shift == "promoted":
        if steps == 2:
            return t("{unit} rose from {base} to {tier}, two tiers at once", **told)
        return t("{unit} rose from {base} to {tier}, {count} tiers at once", **told)
    if steps == 2:
        return t("{unit} fell from {base} to {tier}, two tiers at once", **told)
    return t("{unit} fell from {base} to {tier}, {count} tiers at once", **told)


def _move(row: Row) -> dict[str, str]:
    return {
        "unit": labels.name(row.unit, row.unit_en),
        "base": labels.name(row.base_tier, row.base_tier_en),
        "tier": labels.name(row.tier, row.tier_en),
    }


def about(moves: pd.DataFrame, now: str, base: str) -> list[str]:
    """The subtitle: both periods whole, how many compare, who stands apart, and what is not final."""
    parts = [t("{now}, compared with {base}", now=now, base=base)]
    shifts = moves["tier_shift"]
    compared = int(shifts.isin(COMPARED).sum())
    if compared:
        parts.append(t("units that compare: {count}", count=compared))
    for code in ("new", "left", "not_comparable"):
        if count := int((shifts == code).sum()):
            parts.append(t("{word}: {count}", word=shift_word(code), count=count))
    if len(moves) and moves["is_over_year"].astype(bool).any():
        parts.append(t("over the year's border"))
    if len(moves) and moves["is_provisional"].astype(bool).any():
        parts.append(t("provisional: a unit is late"))
    return parts


def kept(flow: pd.DataFrame) -> str:
    """Over the flow: how many kept their tier. `flow` are the rows of `tier_flow`."""
    total = int(flow["unit_count"].sum())
    stayed = int(flow.loc[flow["base_tier_order"] == flow["tier_order"], "unit_count"].sum())
    if stayed == total:
        return t("All {total} units kept their tier", total=total)
    return t("{stayed} of {total} units kept their tier", stayed=stayed, total=total)


def reasons(row: Row) -> list[str]:
    """Why a unit's tier is another one: decision, veto, gate and tie rule of either side, then its place."""
    return rulings(row) + _place(row)


def rulings(row: Row) -> list[str]:
    """Decision, veto, gate and tie rule of either side."""
    return [make(row) for holds, make in _REASONS if holds(row)]


def _place(row: Row) -> list[str]:
    """The move in places; where none moved, the size of the field if that changed."""
    if labels.is_missing(row.rank_change):
        return []
    if row.rank_change:
        ranks = {"before": labels.count(row.base_rank), "now": labels.count(row.rank_in_type)}
        moved = [t("place {before} → {now}", **ranks)]
        is_against = (row.rank_change > 0) != (row.tier_shift == "promoted")
        if is_against and row.unit_count != row.base_unit_count:
            field = {"before": labels.count(row.base_unit_count), "now": labels.count(row.unit_count)}
            moved.append(t("units ranked {before} → {now}, so the quotas moved", **field))
        return moved
    if row.unit_count != row.base_unit_count:
        field = {"before": labels.count(row.base_unit_count), "now": labels.count(row.unit_count)}
        return [t("same place, units ranked {before} → {now}", **field)]
    return [t("same place")]


_REASONS: list[tuple[Callable[[Row], bool], Callable[[Row], str]]] = [
    (
        lambda row: row.is_decided,
        lambda row: t("decided by the leading group; computed {tier}", tier=_computed(row)),
    ),
    (lambda row: row.base_is_decided, lambda _: t("the earlier tier was decided by the leading group")),
    (
        lambda row: row.is_capped,
        lambda row: t("veto: at most {tier}", tier=labels.name(row.ceiling, row.ceiling_en)),
    ),
    (
        lambda row: row.base_is_capped and not row.is_capped,
        lambda row: t("free of the earlier veto ({tier} at most)", tier=_base_ceiling(row)),
    ),
    (
        lambda row: row.is_gate_missed,
        lambda row: t("the place is there, but not the {gate} points it asks", gate=labels.number(row.place_gate)),
    ),
    (
        lambda row: row.base_is_gate_missed and not row.is_gate_missed,
        lambda row: t("past the {gate} points missed before", gate=labels.number(row.base_place_gate)),
    ),
    (
        lambda row: row.is_straddling,
        lambda _: t("a tie across the border, settled by the tie rule; for the leading group"),
    ),
    (
        lambda row: row.base_is_straddling,
        lambda _: t("a tie across the border in the earlier period, settled by the tie rule"),
    ),
    (lambda row: not labels.is_missing(row.tie_break_used), lambda _: t("equal scores parted by a tie-break")),
]


def _base_ceiling(row: Row) -> str:
    return labels.name(row.base_ceiling, row.base_ceiling_en)


def _computed(row: Row) -> str:
    return labels.name(row.computed_tier, row.computed_tier_en)


def apart(row: Row) -> str:
    """Why a unit is in neither tier of the flow."""
    if row.tier_shift == "new":
        return t("not listed in the earlier period")
    if row.tier_shift == "left":
        return t("not listed in this period any more")
    if row.tier_shift == "first":
        return t("no tiers were given before")
    if not labels.is_missing(row.base_type) and row.base_type != row.unit_type:
        before = labels.type_name(row.base_type, row.base_type_name, row.base_type_name_en)
        after = labels.type_name(row.unit_type, row.type_name, row.type_name_en)
        return t("changed type, from {before} to {now}", before=before, now=after)
    if labels.is_missing(row.tier):
        return t("not ranked in this period") if not row.is_ranked else t("no tier in this period")
    return t("no tier in the earlier period")


def streaks(kind: str, count: int, shortest: int) -> str:
    """The title over the units of one kind of streak."""
    words = {
        "best": t("In the best tier for {periods} periods or more: {count}", periods=shortest, count=count),
        "lowest": t("In the lower tiers for {periods} periods or more: {count}", periods=shortest, count=count),
        "rising": t("Up in place {periods} times or more in a row: {count}", periods=shortest, count=count),
        "falling": t("Down in place {periods} times or more in a row: {count}", periods=shortest, count=count),
    }
    return words[kind]


def alone(now: str) -> str:
    """The title where no earlier period of the same kind has results."""
    return t("{period}: no earlier period to compare with", period=now)


def longest_run(runs: pd.DataFrame, shortest: int) -> str:
    """Over the streaks: who has been in the best tier longest; without any, that or how many other runs there are."""
    best = runs[runs["streak"] == "best"]
    if runs.empty:
        return t("No run of {periods} periods or more", periods=shortest)
    if best.empty:
        return t("Nobody in the best tier for {periods} periods on end", periods=shortest)
    longest = best[best["period_count"] == best["period_count"].max()]
    names = [labels.name(row.unit, row.unit_en) for row in longest.itertuples(index=False)]
    words = {"count": labels.count(longest["period_count"].iloc[0])}
    if len(names) > _NAMED_AT_MOST:
        return t("{units} units in the best tier for {count} periods on end", units=len(names), **words)
    return t("{units} in the best tier for {count} periods on end", units=labels.listing(names), **words)
