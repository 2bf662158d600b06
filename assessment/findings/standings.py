"""How close a type stands, in words: the titles of the blocks beside a ranking."""

from collections.abc import Sequence

import pandas as pd

from assessment import labels
from assessment.findings.rankings import rank_moves
from assessment.i18n import t

_ONES_NAMED = 2
"""More units than this that moved by one place are no news one by one."""
NEAR_POINTS = 1.0
"""Less than this many points below a better tier is near; a fixed number, whatever the scheme."""
_STANDING_OUT = 2
"""More units than this that share the steepest move would colour a figure, not point at anybody."""


def standing_out(ranking: pd.DataFrame, picked: Sequence[str] = ()) -> dict[str, str]:
    """The units a figure of places points at, "up" or "down": those picked, else the steepest climb and fall, else
    those whose tier rose or fell, else the first.
    """
    if picked:
        return dict.fromkeys(picked, "up")
    moves = ranking[ranking["rank_change"].notna()]
    change = moves["rank_change"].astype(int)
    tones: dict[str, str] = {}
    for tone, extreme in (("up", max(change, default=0)), ("down", min(change, default=0))):
        there = moves.loc[change == extreme, "unit_id"]
        if extreme and (extreme > 0) == (tone == "up") and len(there) <= _STANDING_OUT:
            tones |= dict.fromkeys(there, tone)
    if tones:
        return tones
    ways = ranking["tier_shift"].map({"promoted": "up", "demoted": "down"})
    shifted = dict(zip(ranking["unit_id"], ways, strict=True))
    first = ranking.loc[ranking["rank_in_type"] == 1, "unit_id"]
    return {unit: way for unit, way in shifted.items() if isinstance(way, str)} or dict.fromkeys(first, "up")


def places(ranking: pd.DataFrame) -> str:
    """Over the bump chart: who climbed and fell most since the period before."""
    places = ranking["rank_change"].dropna().astype(int).abs()
    if places.max() == 1 and places.sum() > _ONES_NAMED:
        return t("Places over 12 periods: nobody moved by more than one place since the period before")
    moves = rank_moves(ranking)
    if moves:
        return t("Places over 12 periods: {moves}", moves=t("; ").join(moves))
    return t("Places over 12 periods")


def spread(row: pd.Series | None) -> str:
    """Over the strip of scores: the median, its change, the middle half. `row` is one of `score_spread`."""
    if row is None:
        return t("Nobody is ranked: no spread")
    median = labels.score(row["median_score"])
    said = t("Median {score} points", score=median)
    if not labels.is_missing(row["median_change"]):
        change = labels.signed(row["median_change"])
        said = t("Median {score} points, {change} on the period before", score=median, change=change)
    if row["ranked_count"] < 4:
        return said
    quartiles = {"low": labels.score(row["lower_quartile"]), "high": labels.score(row["upper_quartile"])}
    return t("; ").join([said, t("the middle half between {low} and {high}", **quartiles)])


def close_calls(calls: pd.DataFrame, closer_than: float) -> str:
    """Over the ties and neighbours hardly apart: how many, and how many across the border of a tier."""
    ties = int(calls["is_tie"].sum()) if len(calls) else 0
    near = len(calls) - ties
    points = labels.number(closer_than, 1)
    parts = []
    if ties:
        parts.append(t("one shared place") if ties == 1 else t("{count} shared places", count=ties))
    if near:
        words = {"count": near, "points": points}
        parts.append(t("neighbours less than {points} points apart: {count}", **words))
    if not parts:
        return t("No shared place, and no neighbours less than {points} points apart", points=points)
    border = int(calls["is_at_border"].sum())
    if border:
        parts.append(t("on the border of a tier: {count}", count=border))
    sentence = t("; ").join(parts)
    return sentence[0].upper() + sentence[1:]


def near_misses(misses: pd.DataFrame) -> str:
    """Over what lacks to a better tier: the nearest unit, and how many are less than NEAR_POINTS away."""
    if misses.empty:
        return t("No unit has a better tier within reach")
    least = misses["points_needed"].min()
    nearest = misses[misses["points_needed"] == least]
    count = int((misses["points_needed"].astype(float) < NEAR_POINTS).sum())
    names = [labels.name(row.unit, row.unit_en) for row in nearest.itertuples(index=False)]
    points = labels.score(least)
    if len(names) > 3:
        said = t("{count} units are {points} points below the next tier", count=len(names), points=points)
    elif len(names) > 1:
        units = labels.listing(names)
        said = t("{units} are {points} points below the next tier", units=units, points=points)
    else:
        tier = labels.name(nearest["next_tier"].iloc[0], nearest["next_tier_en"].iloc[0])
        said = t("{unit} is {points} points short of {tier}", unit=names[0], points=points, tier=tier)
    if count > len(names):
        near = labels.number(NEAR_POINTS, 1)
        return t("; ").join([said, t("less than {points} points away: {count} units", points=near, count=count)])
    return said
