"""Part `scoring`: a full rescore and the commit of one month, against pandas doing the same scoring."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from assessment import intake, settings, sql
from assessment.store import Store, open_store, rescore
from tests.bench.measure import Bench, Row, medians, ms
from tests.bench.pandas_cells import Facts
from tests.bench.pandas_scoring import score_months

TABLES = (
    *("upload", "scheme", "membership", "module", "indicator", "rule", "rule_part", "rule_override", "plan_curve"),
    *("result", "target", "event", "vote", "milestone_progress", "event_kind", "bonus_group", "rank_bonus", "tier"),
    *("unit_type", "scoring_function"),
)
GIVEN = """
select month, unit_id, indicator_id, state, share, is_calendar_due
from current_cell
where scenario_id = 0 and function_key in ('graded', 'milestone')
"""
STORED = """
select period_start as month, unit_id, score, rank_in_type, computed_tier
from stored_result
where scenario_id = 0 and superseded_by is null and period_kind = 'month'
"""
EVERYTHING = {"first_month": date(1, 1, 1), "last_month": date(9999, 1, 1), "kinds": ["month"]}
STAGES = (
    *("stage_active_month", "stage_active_unit", "stage_cell_input", "stage_leaf", "stage_leaf_score", "fresh_cell"),
    *("stage_effective_cell", "stage_unit_score", "stage_unit_rank", "stage_veto_ceiling", "stage_tier_border"),
    "fresh_result",
)
"""The steps of a rebuild that compute; the rest compares with what is stored."""

UNCOUNTED = "cells of votes and milestones taken over as stored"


def run(bench: Bench) -> Iterator[Row]:
    """Pandas must first say the same as the store, to the hundredth."""
    with _own_store(bench.demo_folder()) as store:
        facts, given = read(store)
        _must_agree(score_months(facts, given), _stored(store))
        calls = {
            "pandas": lambda: score_months(facts, given),
            "sql": lambda: score_in_sql(store),
            "rescore": lambda: rescore(store, "bench"),
        }
        found = medians(calls, bench.rounds)
        months, cells = len(given["at"].unique()), len(facts["result"])
        detail = f"{months} months, {cells} results; {ms(found['sql'])} to pandas' {ms(found['pandas'])}; {UNCOUNTED}"
        yield Row("pandas to SQL, monthly scores alone", found["pandas"] / found["sql"], 4, detail, is_floor=True)
        detail = f"{ms(found['rescore'])}: quarters, year, terms and comparison with what is stored included"
        yield Row("pandas to a full rescore", found["pandas"] / found["rescore"], None, detail)
        yield from _one_month(store, bench.rounds, found["rescore"])


def _one_month(store: Store, rounds: int, full: float) -> Iterator[Row]:
    """The commit of July, undone after each; pandas scores the year to July, for what is carried."""
    path = settings.DEMO / "later" / "2026-07.xlsx"
    coming = intake.deliveries([(path.name, path.read_bytes())], timedelta(days=50))
    commits: list[float] = []
    in_pandas: list[float] = []
    for turn in range(rounds):
        shown = intake.preview_months(store, coming)
        took = medians({"commit": lambda shown=shown: intake.commit_months(store, shown, "bench")}, 1)
        commits.append(took["commit"])
        year = _since(*read(store), date(2026, 1, 1))
        if turn == 0:
            _must_agree(score_months(*year), _stored(store).loc[lambda row: row["month"] >= "2026-01-01"])
        in_pandas.append(medians({"pandas": lambda year=year: score_months(*year)}, 1)["pandas"])
        intake.undo(store, max(read(store)[0]["upload"]["upload_id"]), "bench")
    commit, pandas_year = (float(pd.Series(seconds).median()) for seconds in (commits, in_pandas))
    yield Row("commit of one month to a full rescore", commit / full, 0.5, f"{ms(commit)} to {ms(full)}")
    detail = f"pandas {ms(pandas_year)} for the seven months to it (January has none)"
    yield Row("pandas to the commit of one month", pandas_year / commit, None, detail)


@contextmanager
def _own_store(demo: Path) -> Iterator[Store]:
    folder = shutil.copytree(demo, demo.parent / "scoring")
    store = open_store(folder)
    try:
        yield store
    finally:
        store.close()


def read(store: Store) -> tuple[Facts, pd.DataFrame]:
    """The facts as frames, and the cells that pandas takes over."""
    with store.write() as connection:
        facts = {name: connection.execute(f"from {name}").df() for name in TABLES}
        given = connection.execute(GIVEN).df()
    return facts, given.assign(at=given["month"].dt.year * 12 + given["month"].dt.month - 1).drop(columns="month")


def _since(facts: Facts, given: pd.DataFrame, first: date) -> tuple[Facts, pd.DataFrame]:
    """The facts of the months from one on; targets stay, for they hold on."""
    start = pd.Timestamp(first)
    dated = ("upload", "result", "event", "vote", "milestone_progress")
    kept = {name: facts[name].loc[lambda row: row["month"] >= start] for name in dated if name != "upload"}
    uploads = facts["upload"].loc[lambda row: (row["month"] >= start) | (row["upload_id"] == 0)]
    at = start.year * 12 + start.month - 1
    return {**facts, **kept, "upload": uploads}, given.loc[given["at"] >= at]


def _stored(store: Store) -> pd.DataFrame:
    with store.write() as connection:
        return connection.execute(STORED).df()


def _must_agree(found: pd.DataFrame, stored: pd.DataFrame) -> None:
    """Raises AssertionError unless score, rank and computed tier are equal for every unit and month."""
    both = stored.merge(found, on=["month", "unit_id"], how="outer", suffixes=("", "_found"), indicator=True)
    hundredths = (both["score"] * 100).round().astype("Int64")
    is_same = (
        (both["_merge"] == "both")
        & (hundredths.fillna(-1) == both["score_found"].fillna(-1))
        & (both["rank_in_type"].fillna(-1) == both["rank_in_type_found"].fillna(-1))
        & (both["computed_tier"].fillna("") == both["computed_tier_found"].fillna(""))
    )
    assert is_same.all(), f"{(~is_same).sum()} of {len(both)} differ:\n{both[~is_same].head(10).to_string()}"


class _EnoughError(Exception):
    """Ends a transaction that is not to be kept."""


def score_in_sql(store: Store) -> None:
    """The steps of a rebuild that score the months, kept nowhere."""
    try:
        with store.write() as connection:
            for name in STAGES:
                query = sql.room("rebuild")[name]
                asked = [part.split()[0] for part in query.header.get("params", "").split(", ") if part]
                connection.execute(query.text, {key: EVERYTHING[key] for key in asked})
            raise _EnoughError
    except _EnoughError:
        pass
