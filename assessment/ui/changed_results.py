"""Results before and after, unit by unit: of a revision that was, or of a change that is only being tried out."""

import pandas as pd
import streamlit as st

from assessment import labels
from assessment.i18n import t
from assessment.ui import empty, heading, load, own_table

_SHOWN, _FEW = 500, 12


def draw(changes: pd.DataFrame) -> None:
    """Rows of `reports.history_changes`, in their order."""
    heads = [t("Period"), t("Unit"), t("Score (points)"), t("Rank"), t("Tier")]
    rows = [
        (
            load.period_name(load.parse(str(one.period))),
            labels.name(one.unit, one.unit_en),
            _moved(labels.score(one.score_before), labels.score(one.score_after)),
            _moved(labels.count(one.rank_before), labels.count(one.rank_after)),
            _moved(labels.name(one.tier_before, one.tier_before_en), labels.name(one.tier_after, one.tier_after_en)),
        )
        for one in changes.head(_SHOWN).itertuples(index=False)
    ]
    own_table.draw(heads, rows, ["", "", "num", "num", ""])
    if len(changes) > _SHOWN:
        empty.note(t("Not listed here: {count} more.", count=len(changes) - _SHOWN))


def draw_moved(changes: pd.DataFrame) -> None:
    """Those whose score, rank or tier differ; of the rest how many there are."""
    beside = changes if changes.empty else changes[~changes["has_moved"]]
    moved = changes.drop(index=beside.index)
    if moved.empty:
        empty.note(t("No unit's score, rank or tier changed."))
    else:
        heading.section(t("Units with another score, rank or tier: {count}", count=moved["unit_id"].nunique()))
        draw(moved)
    _draw_beside(beside)


def _draw_beside(beside: pd.DataFrame) -> None:
    if not beside.empty:
        empty.note(t("Only what stands beside it changes, such as the gap to the next: {count}.", count=len(beside)))


def draw_effect(changes: pd.DataFrame, after: str) -> None:
    """What would change, those that change tier first; `after` says after what."""
    beside = changes if changes.empty else changes[~changes["has_moved"]]
    changes = changes.drop(index=beside.index)
    if changes.empty:
        heading.section(t("No unit's score, rank or tier would change"))
        return
    is_moved = changes["tier_before"].fillna("") != changes["tier_after"].fillna("")
    moved = changes[is_moved & changes["tier_before"].notna() & changes["tier_after"].notna()]
    heading.section(t("{after}: {parts}", after=after, parts=sentence(changes, moved)))
    with st.expander(t("Unit by unit"), expanded=len(changes) <= _FEW):
        draw(pd.concat([moved, changes.drop(index=moved.index)]))
        _draw_beside(beside)


def sentence(changes: pd.DataFrame, moved: pd.DataFrame) -> str:
    """How many units get a first result, how many another one, and how many of these another tier.

    Where both are so, of different periods, each says of which: a new month has first results and changes its year's.
    """
    is_first = changes["score_before"].isna() & changes["tier_before"].isna()
    first, again = (changes.loc[rows, "unit_id"].nunique() for rows in (is_first, ~is_first))
    parts = [t("{units} units get a first result", units=labels.count(first))] if first else []
    if again and changes.loc[~is_first, "tier_before"].isna().all():
        parts.append(t("{units} units get another result", units=labels.count(again)))
    elif again and moved.empty:
        parts.append(t("{units} units get another result, none another tier", units=labels.count(again)))
    elif again:
        shifted = labels.count(moved["unit_id"].nunique())
        words = t(
            "{units} units get another result, {moved} of them another tier", units=labels.count(again), moved=shifted
        )
        parts.append(words)
    if len(parts) > 1:
        periods = [_periods(changes[rows]) for rows in (is_first, ~is_first)]
        parts = [t("{periods}: {finding}", periods=of, finding=part) for of, part in zip(periods, parts, strict=True)]
    return t("; ").join(parts)


def _periods(changes: pd.DataFrame) -> str:
    return labels.listing([load.period_name(load.parse(code)) for code in changes["period"].astype(str).unique()])


def _moved(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"
