"""The page's blocks in their places, and its own filter: the period compared with."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from assessment import reports
from assessment.findings import tier_shifts as findings
from assessment.findings.overview import short_name
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports import shifts
from assessment.ui import block, choose, empty, heading, load, notes, table_download
from assessment.ui.scope import Scope
from assessment.ui.tier_shifts import matrix, movers, picture, sheets, standing_apart, streaks


@dataclass(frozen=True)
class Pair:
    """The period on screen and the earlier one it is compared with."""

    now: Period
    base: Period

    def short(self) -> tuple[str, str]:
        """Both without their year where they share it."""
        if self.now.year != self.base.year:
            return load.period_name(self.now), load.period_name(self.base)
        is_merged = load.calendar().is_merged
        return short_name(self.now, is_merged), short_name(self.base, is_merged)


def bases(period: Period) -> list[Period]:
    """The earlier periods of the same kind that have results, the nearest first."""
    known = load.frame(reports.periods)
    codes = known.loc[known["kind"] == period.kind, "period"]
    return sorted(
        (base for base in map(load.parse, codes) if base.start < period.start),
        key=lambda base: base.start,
        reverse=True,
    )


def _title(scope: Scope, pair: Pair) -> tuple[str, list[str]]:
    """The finding, then both periods and who stands apart."""
    now, base = pair.short()
    moves = load.frame(shifts.tier_moves, pair.now, pair.base, scope.unit_types)
    about = findings.about(moves, load.period_name(pair.now), load.period_name(pair.base))
    return findings.headline(moves, now, base), list(about)


def draw(scope: Scope) -> None:
    """The whole page of a scope with a period."""
    if scope.period is None:
        return
    top = st.container(key="shifts_title")
    earlier = bases(scope.period)
    if not earlier:
        with top:
            heading.draw(findings.alone(short_name(scope.period, load.calendar().is_merged)))
        empty.note(t("Choose a later period; this one has none before it to compare with."))
        return
    options = {str(base): load.period_name(base) for base in earlier}
    with st.container(key="shifts_base"):
        chosen = choose.one("base", options, str(earlier[0]), t("Compared with"), look="select")
    pair = Pair(scope.period, load.parse(chosen))
    moves = load.frame(shifts.tier_moves, pair.now, pair.base, scope.unit_types)
    with top:
        heading.draw(*load.drawn(_title, scope, pair))
    if moves.empty:
        empty.period(scope)
        return
    _blocks(scope, pair, moves)


def _blocks(scope: Scope, pair: Pair, moves: pd.DataFrame) -> None:
    flow = load.frame(shifts.tier_flow, pair.now, pair.base, scope.unit_types)
    if not moves["is_tiered"].astype(bool).any():
        empty.note(
            t("The scheme gives tiers only from its first tiered month on; scores and places stand in the rankings.")
        )
    elif flow.empty and (moves["tier_shift"] == "first").any():
        empty.note(t("No tiers were given in the period compared with; choose another one above."))
    block.draw(load.drawn(_shifts, scope, pair), "shifts")
    notes.draw(scope)
    table_download.offer(
        scope,
        t("Tier shifts"),
        lambda: sheets.tables(*_frames(scope, pair)),
        {
            t("Compared with"): load.period_name(pair.base),
            t("Effect (points)"): t(
                "won over what the earlier base would give the weight, now less then; other: the rest and rounding"
            ),
        },
    )


def _frames(scope: Scope, pair: Pair) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Moves, flow, drivers and streaks."""
    asked = (pair.now, pair.base, scope.unit_types)
    return (
        load.frame(shifts.tier_moves, *asked),
        load.frame(shifts.tier_flow, *asked),
        load.frame(shifts.shift_drivers, *asked),
        load.frame(shifts.tier_streaks, pair.now, scope.unit_types),
    )


def _shifts(scope: Scope, pair: Pair) -> str:
    """The flow beside the names, then the lists."""
    moves, flow, _, _ = _frames(scope, pair)
    if flow.empty:
        return _lists(scope, pair)
    drawn, names = picture.html(flow, pair.short()), matrix.html(scope, moves, flow, pair.short())
    return f"<div class='sj-beside ts-flow'><div>{drawn}</div><div>{names}</div></div>{_lists(scope, pair)}"


def _lists(scope: Scope, pair: Pair) -> str:
    """Who moved and why, who stands apart, who has stayed or moved for long."""
    moves, flow, drivers, runs = _frames(scope, pair)
    moved = movers.html(scope, moves, drivers) if len(flow) else ""
    rest = [standing_apart.html(scope, moves), streaks.html(scope, runs, pair.now)]
    return moved + "".join(f"<section class='ts-block'>{block}</section>" for block in rest if block)
