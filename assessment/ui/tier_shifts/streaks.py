"""Who stays at the top or low, and who rises or falls, several periods on end."""

from html import escape
from itertools import groupby
from typing import Any

import pandas as pd

from assessment import labels
from assessment.findings import tier_shifts as findings
from assessment.i18n import t
from assessment.periods import Period
from assessment.reports.shifts import STREAK
from assessment.ui import cells, heading, load
from assessment.ui.scope import Scope

Row = Any
_KINDS = ("best", "lowest", "rising", "falling")
_LOOKS = {"best": "up", "rising": "up", "lowest": "down", "falling": "down"}


def html(scope: Scope, runs: pd.DataFrame, now: Period) -> str:
    """Four lists up to the period on screen, the longest run first."""
    about = t(
        "Runs of {periods} periods or more, by the calendar and inside one type; periods in which the scheme gives no "
        "tiers are passed over in runs of tiers; lower tiers: the lower half",
        periods=STREAK,
    )
    head = heading.section_html(findings.longest_run(runs, STREAK), about)
    blocks = []
    for kind in _KINDS:
        rows: list[Row] = [row for row in runs.itertuples(index=False) if row.streak == kind]
        rows.sort(key=lambda row: (-row.period_count, row.since_start))
        blocks.append(_block(scope, kind, rows, now))
    return f"{head}<div class='ts-runs'>{''.join(blocks)}</div>"


def _block(scope: Scope, kind: str, rows: list[Row], now: Period) -> str:
    title = f"<h3 class='ts-sub {_LOOKS[kind]}'>{escape(findings.streaks(kind, len(rows), STREAK))}</h3>"
    groups = groupby(rows, lambda row: (int(row.period_count), row.since_start))
    lines = "".join(f"<li>{_group(scope, kind, list(group), now)}</li>" for _, group in groups)
    return f"<section>{title}{f'<ul>{lines}</ul>' if lines else ''}</section>"


def _group(scope: Scope, kind: str, rows: list[Row], now: Period) -> str:
    """The units of one length, the length told once."""
    since = load.period_name(Period(now.kind, rows[0].since_start.date(), now.year_start_month))
    told = t("{count} periods, since {since}", count=labels.count(rows[0].period_count), since=since)
    units = escape(t(", ")).join(_unit(scope, kind, row) for row in rows)
    return f"<small>{escape(told)}</small>{units}"


def _unit(scope: Scope, kind: str, row: Row) -> str:
    name = cells.unit(scope, row.unit_id, labels.name(row.unit, row.unit_en))
    places = labels.count(row.places)
    told = {"rising": t("▲ up {places}", places=places), "falling": t("▼ down {places}", places=places)}.get(kind, "")
    return f"{name} <span class='same'>{escape(f'{row.unit_type} {told}'.strip())}</span>"
