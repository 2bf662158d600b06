"""What the overview shows of one period, and what changed since a revision the reader has seen."""

from datetime import date, timedelta

import pandas as pd

from assessment.periods import Period
from assessment.reports.results import LATEST
from assessment.store import Reader

MOVES_SHOWN = 8
PLACE_MOVES_SHOWN = 3
"""So many moves of places are there however many tiers moved."""
INDICATORS_SHOWN = 6
STORIES_SHOWN = 4
NEAR_MISSES_SHOWN = 6
SHORTEST_STREAK = 3
CLOSE = 1.0
"""Points within which a better tier counts as just missed."""
LEAST_PLACES = 3
"""Fewer net places over six periods than this are no story."""


def overview_facts(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """One row: units listed, ranked, promoted, demoted, late; whether there is a period to compare with."""
    return reader.query("overview_facts", **_scope(period, unit_types))


def overview_types(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """One row a type: ranked units, leaders with their lead in points, median score with its change in points."""
    return reader.query("overview_types", **_scope(period, unit_types))


def overview_tiers(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """One row a type and tier: units in it now, in the period before, and the change."""
    return reader.query("overview_tiers", **_scope(period, unit_types))


def overview_moves(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Risers (direction 1) and fallers (-1): moves of a tier, MOVES_SHOWN of places, with what did most of each.

    Only a month has such terms: a quarter is a mean of months, a year a blend of two.
    """
    moves = reader.query("overview_moves", top=MOVES_SHOWN, top_places=PLACE_MOVES_SHOWN, **_scope(period, unit_types))
    return moves.merge(overview_terms(reader, period), "left", on=["unit_id", "direction"])


def overview_terms(reader: Reader, period: Period) -> pd.DataFrame:
    """What did most for (direction 1) and against (-1) each unit's score since the month before; months only."""
    _, before = _span(reader, period)
    terms = reader.query("overview_terms", month=period.start, previous_month=before)
    return terms if period.kind == "month" else terms.head(0)


def overview_climbs(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Net places over the last six periods (up positive) with the ranks on the way: climbs first, then slides."""
    return reader.query("overview_climbs", least_places=LEAST_PLACES, top=STORIES_SHOWN, **_scope(period, unit_types))


def overview_streaks(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Who has been in the best tier, has risen or fallen SHORTEST_STREAK times on end (see `tier_streaks`)."""
    frame = reader.query("tier_streaks", shortest=SHORTEST_STREAK, revision_id=LATEST, **_scope(period, unit_types))
    return frame[frame["streak"] != "lowest"]


def overview_near_misses(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """The units that lack least to a better tier, closest first, none further than CLOSE points (see `near_misses`)."""
    frame = reader.query("near_misses", **_scope(period, unit_types))
    close = frame[frame["points_needed"] <= CLOSE]
    return close.sort_values("points_needed", kind="stable").head(NEAR_MISSES_SHOWN)


def overview_lagging(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Type x indicator furthest behind the plan, below target or line, and ahead, INDICATORS_SHOWN of each kind."""
    month, _ = _span(reader, period)
    return reader.query("overview_lagging", top=INDICATORS_SHOWN, month=month, unit_types=list(unit_types))


def overview_rulings(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Vetoes (other_tier: the ceiling) and 审定 (other_tier: the computed tier) of the period."""
    return reader.query("overview_rulings", **_scope(period, unit_types))


def overview_late(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Late and returned cells by unit, with the points each may still be worth; a quarter's by month, latest first.

    As a result's `has_late` counts them: any month of a quarter, the latest month of a year.
    """
    latest, _ = _span(reader, period)
    months = [latest]
    while period.kind == "quarter" and months[-1] > period.start:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    types = list(unit_types)
    found = [reader.query("overview_late", month=at, unit_types=types, latest_month=latest) for at in months]
    return found[0] if len(found) == 1 else pd.concat(found, ignore_index=True)


def overview_awaited(reader: Reader, period: Period, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Indicators whose department's table for the latest month has not come in, with the number of units that wait."""
    month, _ = _span(reader, period)
    return reader.query("overview_awaited", month=month, unit_types=list(unit_types))


def visit_revisions(reader: Reader, seen_revision: int) -> pd.DataFrame:
    """The revisions since one, newest first, with the months (codes) each is about."""
    frame = reader.query("visit_revisions", seen_revision=seen_revision)
    codes = [
        () if months is None else tuple(f"{month:%Y-%m}" for month in months) for months in _lists(frame["months"])
    ]
    return frame.assign(months=pd.Series(codes, index=frame.index, dtype=object))


def _lists(column: pd.Series) -> list[list[pd.Timestamp] | None]:
    """A column of lists of dates as timestamps; None for none."""
    return [None if months is None or months is pd.NA else [pd.Timestamp(one) for one in months] for months in column]


def visit_changes(reader: Reader, seen_revision: int, unit_types: tuple[str, ...] = ()) -> pd.DataFrame:
    """Units whose rank or tier in a whole period changed since a revision, before and after, with the period's code."""
    frame = reader.query("visit_changes", seen_revision=seen_revision, unit_types=list(unit_types))
    keys = zip(frame["period_kind"], frame["period_start"], frame["year_start_month"], strict=True)
    codes = [str(Period(kind, start.date(), int(first))) for kind, start, first in keys]
    return frame.assign(period=pd.Series(codes, index=frame.index, dtype="str"))


def search_terms(reader: Reader) -> pd.DataFrame:
    """Every unit and indicator with the names it goes by: kind, item_id, name, name_en, belongs_to, terms (list)."""
    return reader.query("search_terms")


def _span(reader: Reader, period: Period) -> tuple[date, date]:
    """The latest month a period has, and the start of the period before; its own start where it has no results."""
    found = reader.query("overview_span", period_kind=period.kind, period_start=period.start).iloc[0]
    if pd.isna(found["as_of_month"]):
        return period.start, period.start
    return found["as_of_month"].date(), found["previous_start"].date()


def _scope(period: Period, unit_types: tuple[str, ...]) -> dict[str, str | date | list[str]]:
    return {"period_kind": period.kind, "period_start": period.start, "unit_types": list(unit_types)}
