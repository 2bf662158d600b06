"""Every cell and type as it is shown in generated counties: the views against the oracle."""

from datetime import date
from random import Random
from typing import Any

import pytest

from assessment.store import Scope, Store, insert_rows, rebuild
from tests.oracle.completion import Completion
from tests.oracle.county import County, tables
from tests.oracle.golden import golden_county
from tests.oracle.strategies import make_county
from tests.queries.engine import REVISION

Rows = dict[tuple[date, str, str], dict[str, Any]]

CELLS = """
select
    month, unit_id, indicator_id,
    measure_function as function, as_of_month, value, measure, annual_rate, is_on_plan, lag, light
from cell_completion
where scenario_id = 0
"""
TYPES = """
select
    month, unit_type, indicator_id,
    value_count, goal_count, on_plan_count, late_count, median_measure, median_lag, mean_share, light, is_behind
from type_completion
where scenario_id = 0
"""


class _EnoughError(Exception):
    """Leaves the transaction so that nothing is kept."""


def shown(store: Store, county: County) -> tuple[Rows, Rows]:
    """What the two views say of the county, by their keys."""
    found: list[Rows] = []
    try:
        with store.write() as connection:
            for name, rows in tables(county).items():
                insert_rows(connection, name, rows)
            rebuild(connection, REVISION, Scope())
            for query in (CELLS, TYPES):
                cursor = connection.execute(query)
                names = [column[0] for column in cursor.description]
                found.append({row[:3]: dict(zip(names[3:], row[3:], strict=True)) for row in cursor.fetchall()})
            raise _EnoughError
    except _EnoughError:
        pass
    return found[0], found[1]


def disagreements(found: Rows, wanted: dict[tuple[date, str, str], Any]) -> list[str]:
    lines = [f"{key} on one side only" for key in found.keys() ^ wanted.keys()]
    for key in found.keys() & wanted.keys():
        for name, value in found[key].items():
            expected = getattr(wanted[key], name)
            if not same(value, expected):
                lines.append(f"{key} {name}: view {value!r}, oracle {expected!r}")
    return sorted(lines)


def same(found: Any, wanted: Any) -> bool:
    if isinstance(found, float) and wanted is not None:
        return found == pytest.approx(float(wanted), rel=1e-9, abs=1e-9)
    return bool(found == wanted)


@pytest.mark.parametrize("county", [golden_county(), *(make_county(Random(seed)) for seed in range(4))])
def test_every_cell_and_type_is_shown_as_the_rules_say(shared_store: Store, county: County) -> None:
    cells, types = shown(shared_store, county)
    wanted = Completion(county)
    assert disagreements(cells, wanted.cells) + disagreements(types, wanted.types) == []
