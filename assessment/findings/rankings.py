"""The finding of a ranking in words: rules over the rows of `reports.rankings`, never a column's name."""

import pandas as pd

from assessment import labels
from assessment.i18n import t

_NAMED_AT_MOST = 3
"""More names than this do not fit a title; they are counted instead."""


def headline(ranking: pd.DataFrame) -> str:
    """The title over the tables of one period: one sentence of at most three parts.

    `ranking` has one row per listed unit, ordered by type and rank, with the columns of `reports.rankings`.
    """
    if ranking.empty:
        return t("No results in this period")
    types = ranking["unit_type"].drop_duplicates()
    parts = [*_lead(ranking)] if len(types) == 1 else [_types(ranking, len(types))]
    parts += _tier_moves(ranking) or rank_moves(ranking)
    sentence = t("; ").join(parts)
    if len(types) > 1:
        return sentence
    row = ranking.iloc[0]
    called = labels.type_name(row["unit_type"], row["type_name"], row["type_name_en"])
    return t("{type}: {finding}", type=called, finding=sentence)


def about(when: str, ranking: pd.DataFrame) -> list[str]:
    """The subtitle's parts: when, how many, and against what the changes are read."""
    parts = [when]
    if ranking.empty:
        return parts
    parts.append(field(ranking))
    if ranking["rank_change"].isna().all():
        parts.append(t("no earlier period to compare with"))
    elif ranking["is_over_year"].fillna(False).astype(bool).any():
        parts.append(t("changes compare with last year's last period"))
    return parts


def field(ranking: pd.DataFrame) -> str:
    """How many units are ranked, and of how many if not all."""
    ranked, listed = int(ranking["is_ranked"].astype(bool).sum()), len(ranking)
    if ranked == listed:
        return t("Units ranked: {count}", count=labels.count(listed))
    return t("{ranked} of {listed} units ranked", ranked=labels.count(ranked), listed=labels.count(listed))


def _lead(ranking: pd.DataFrame) -> list[str]:
    """Who is first in the one type shown, and by how much."""
    ranked = ranking[ranking["is_ranked"].astype(bool)]
    if ranked.empty:
        return [t("none of {count} units is ranked", count=len(ranking))]
    first = ranked[ranked["rank_in_type"] == ranked["rank_in_type"].min()]
    top = labels.score(first["score"].iloc[0])
    if len(ranked) == 1:
        return [t("{unit} is the only unit ranked, with {score} points", unit=_names(first)[0], score=top)]
    if len(first) > _NAMED_AT_MOST:
        return [t("{count} units share first place with {score} points", count=len(first), score=top)]
    if len(first) > 1:
        return [t("{units} share first place with {score} points", units=labels.listing(_names(first)), score=top)]
    rest = ranked[ranked["rank_in_type"] > first["rank_in_type"].iloc[0]]
    lead = float(first["score"].iloc[0]) - float(rest["score"].max())
    if round(lead, 2) == 0:
        return [t("{unit} is first, on a tie-break", unit=_names(first)[0])]
    return [t("{unit} leads by {points} points", unit=_names(first)[0], points=labels.score(lead))]


def _types(ranking: pd.DataFrame, types: int) -> str:
    ranked = int(ranking["is_ranked"].astype(bool).sum())
    return t("{units} units ranked in {types} types", units=labels.count(ranked), types=types)


def _tier_moves(ranking: pd.DataFrame) -> list[str]:
    """Units that rose or fell a tier; a first placing says so instead."""
    shifts = ranking["tier_shift"].fillna("")
    up, down = int((shifts == "promoted").sum()), int((shifts == "demoted").sum())
    if up and down:
        return [t("{up} up a tier, {down} down", up=up, down=down)]
    if up:
        return [t("one unit up a tier") if up == 1 else t("{count} units up a tier", count=up)]
    if down:
        return [t("one unit down a tier") if down == 1 else t("{count} units down a tier", count=down)]
    if (shifts == "first").any():
        return [t("placed in tiers for the first time")]
    return []


def rank_moves(ranking: pd.DataFrame) -> list[str]:
    """The steepest climb and fall in places, where nobody changed tier."""
    moves = ranking[ranking["rank_change"].notna()]
    if moves.empty:
        return []
    change = moves["rank_change"].astype(int)
    if not change.any():
        return [t("no place changed")]
    parts = []
    for worded, extreme in (("up", int(change.max())), ("down", int(change.min()))):
        there = moves[change == extreme]
        if (extreme > 0) != (worded == "up") or len(there) > _NAMED_AT_MOST:
            continue
        words = {"units": labels.listing(_names(there)), "places": abs(extreme)}
        parts.append(t("{units} up {places}", **words) if worded == "up" else t("{units} down {places}", **words))
    return parts


def _names(rows: pd.DataFrame) -> list[str]:
    return [labels.name(local, english) for local, english in zip(rows["unit"], rows["unit_en"], strict=True)]
