"""The blocks of the overview in their places."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import overview as findings
from assessment.periods import Period
from assessment.reports import completion, forecast, rankings
from assessment.reports import overview as reports
from assessment.ui import block, departments, load
from assessment.ui.overview import lagging, missing, movers, outlook, since, stories, types
from assessment.ui.scope import Scope


@dataclass(frozen=True)
class Blocks:
    """What the page shows of one period: the rows of each block, loaded once for screen and workbook."""

    facts: Any
    types: pd.DataFrame
    tiers: pd.DataFrame
    moves: pd.DataFrame
    climbs: pd.DataFrame
    streaks: pd.DataFrame
    rulings: pd.DataFrame
    near_misses: pd.DataFrame
    lagging: pd.DataFrame
    forecasts: pd.DataFrame
    late: pd.DataFrame
    awaited: pd.DataFrame


def load_blocks(period: Period, unit_types: tuple[str, ...]) -> Blocks:
    """Every block of a period, each kept until the data changes."""
    scope = (period, unit_types)
    return Blocks(
        facts=load.frame(reports.overview_facts, *scope).iloc[0],
        types=load.frame(reports.overview_types, *scope),
        tiers=load.frame(reports.overview_tiers, *scope),
        moves=load.frame(reports.overview_moves, *scope),
        climbs=load.frame(reports.overview_climbs, *scope),
        streaks=load.frame(reports.overview_streaks, *scope),
        rulings=load.frame(reports.overview_rulings, *scope),
        near_misses=load.frame(reports.overview_near_misses, *scope),
        lagging=load.frame(reports.overview_lagging, *scope),
        forecasts=_forecasts(period, unit_types),
        late=departments.named(load.frame(reports.overview_late, *scope)),
        awaited=departments.named(load.frame(reports.overview_awaited, *scope)),
    )


def _forecasts(period: Period, unit_types: tuple[str, ...]) -> pd.DataFrame:
    """Those of the latest month that the period has; of the year's last month none: nothing is to come."""
    found = load.frame(completion.completion_month, period)["month"].iloc[0]
    month = period.start if labels.is_missing(found) else found.date()
    rows = load.frame(forecast.forecast_types, month, unit_types)
    is_last = (month.month - period.year_start_month) % 12 == 11
    return rows.head(0) if is_last else rows


@dataclass(frozen=True)
class Shown:
    """The page of one scope in words and HTML; `html` is empty where there are no results."""

    title: str
    about: tuple[str, ...]
    html: str


def shown(scope: Scope) -> Shown:
    """The page as a scope sees it, kept until the data changes: it says the same to everybody."""
    kept: Shown = load.drawn(_shown, scope)
    return kept


def _shown(scope: Scope) -> Shown:
    assert scope.period
    blocks = load_blocks(scope.period, scope.unit_types)
    title = findings.headline(scope.period, blocks.facts, blocks.lagging.iloc[0], load.calendar().is_merged)
    about = findings.about(load.period_name(scope.period), blocks.facts)
    return Shown(title, tuple(about), "" if blocks.types.empty else _html(scope, blocks))


def draw(scope: Scope, page: Shown) -> None:
    """What changed since the reader's last visit, then all blocks."""
    block.draw(since.html(scope) + page.html, "overview")


def _html(scope: Scope, blocks: Blocks) -> str:
    """Types, what lags and what is missing beside who moved, below them the longer stories.

    In the first period of all nobody can have moved.
    """
    left = _section("types", types.html(scope, blocks.types, blocks.tiers, _lowest(scope)))
    standing = _section("lagging", lagging.html(scope, blocks.lagging) + outlook.html(scope, blocks.forecasts))
    standing += _section("missing", missing.html(scope, blocks.late, blocks.awaited))
    if blocks.facts.compared_count:
        left, right = left + standing, _section("movers", movers.html(scope, blocks.moves))
    else:
        right = standing
    told = stories.html(scope, blocks.climbs, blocks.streaks, blocks.rulings, blocks.near_misses)
    columns = f"<div class='ov-column'>{left}</div><div class='ov-column'>{right}</div>"
    below = _section("stories", told) if told else ""
    return f"<div class='ov'>{columns}{below}</div>"


def _lowest(scope: Scope) -> dict[str, list[Any]]:
    """The units in the lowest tier, by type."""
    ranking = load.frame(rankings, scope.period, scope.unit_types)
    found = ranking[ranking["tier_order"] == ranking["tier_count"]]
    return {str(code): list(rows.itertuples(index=False)) for code, rows in found.groupby("unit_type", sort=False)}


def _section(name: str, block: str) -> str:
    return f"<section class='ov-{name}'>{block}</section>"
