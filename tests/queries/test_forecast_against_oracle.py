"""Every forecast of generated counties and of the demo county: the views against the oracle."""

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import isclose
from pathlib import Path
from random import Random
from typing import Any

import pytest

from assessment.store import Scope, Store, Transaction, insert_rows, open_store, rebuild
from tests.oracle.county import County, tables
from tests.oracle.draw import Draw, Size
from tests.oracle.forecast import CellForecast, Forecast, Known, TypeForecast, known_cells
from tests.oracle.intake_rows import Target
from tests.oracle.reference_rows import Indicator, Membership, Scheme, Unit
from tests.oracle.strategies import make_county
from tests.queries.engine import REVISION

Key = tuple[date, str, str]
Rows = dict[Key, dict[str, Any]]

YEARS = Size(types=2, units=5, indicators=6, months=36)
CELLS = "select month, unit_id, indicator_id, * from cell_forecast where scenario_id = 0"
TYPES = "select month, unit_type, indicator_id, * from type_forecast where scenario_id = 0"
KNOWN = """
select
    month, unit_id, indicator_id, unit_type, string_split(function_key, ' + '), basis, state, share is not null,
    case when state in ('VALUE', 'ZERO', 'REJECTED') then value end, target_value
from stored_cell
where scenario_id = 0 and superseded_by is null
"""


class _EnoughError(Exception):
    """Leaves the transaction so that nothing is kept."""


def shown(transaction: Transaction) -> tuple[Rows, Rows]:
    """What the two views say, by their keys."""
    found: list[Rows] = []
    for query, kind in ((CELLS, CellForecast), (TYPES, TypeForecast)):
        cursor = transaction.execute(query)
        names = [column[0] for column in cursor.description]
        wanted = {column.name for column in fields(kind)}
        rows = [(row[:3], dict(zip(names, row, strict=True))) for row in cursor.fetchall()]
        found.append({key: {name: row[name] for name in wanted} for key, row in rows})
    return found[0], found[1]


def of_county(store: Store, county: County) -> tuple[Rows, Rows]:
    """What the store says of a county, in a transaction that is then undone."""
    found = []
    try:
        with store.write() as transaction:
            for name, rows in tables(county).items():
                insert_rows(transaction, name, rows)
            rebuild(transaction, REVISION, Scope())
            found.append(shown(transaction))
            raise _EnoughError
    except _EnoughError:
        pass
    return found[0]


def disagreements(found: tuple[Rows, Rows], wanted: Forecast) -> list[str]:
    lines = []
    for rows, expected in zip(found, (wanted.cells, wanted.types), strict=True):
        lines += [f"{key} on one side only" for key in rows.keys() ^ expected.keys()]
        for key in rows.keys() & expected.keys():
            for name, value in rows[key].items():
                if not same(name, value, getattr(expected[key], name)):
                    lines.append(f"{key} {name}: view {value!r}, oracle {getattr(expected[key], name)!r}")
    return sorted(lines)


def same(name: str, found: Any, wanted: Any) -> bool:
    if found is None or wanted is None or not isinstance(wanted, Fraction):
        return bool(found == wanted)
    dust = 1e-4 if name.endswith("_sum") else 1e-9
    return isclose(float(found), float(wanted), rel_tol=1e-9, abs_tol=dust)


def long_county(seed: int) -> County:
    """Three years, with completion inside most rules that have a number, and targets that change now and then."""
    draw = Draw(Random(seed))
    county = make_county(draw.random, YEARS)
    counted = {rule.indicator_id for rule in county.rule if rule.function in ("graded", "milestone")}
    county.indicator[:] = [
        row if row.indicator_id in counted else replace(row, direction="higher") for row in county.indicator
    ]
    for at, rule in enumerate(county.rule):
        if rule.indicator_id not in counted and draw.chance(0.9):
            county.rule[at] = replace(rule, function="completion", floor_value=None)
            key = (rule.scheme_id, rule.unit_type, rule.indicator_id)
            county.rule_part[:] = [
                part for part in county.rule_part if (part.scheme_id, part.unit_type, part.indicator_id) != key
            ]
    wanted = [row.indicator_id for row in county.indicator if row.indicator_id not in counted]
    county.target[:] = [
        Target(
            upload_id=upload, month=month, unit_id=unit.unit_id, indicator_id=indicator, value=draw.number("4 10 12")
        )
        for upload, month in sorted({(row.upload_id, row.month) for row in county.target + county.result})
        for unit in county.unit
        for indicator in wanted
        if draw.chance(0.9 if upload == 0 else 0.1)
    ]
    return county


def test_generated_counties(shared_store: Store) -> None:
    seen: Counter[str] = Counter()
    for seed in range(6):
        county = long_county(seed)
        wanted = Forecast(county, known_cells(county))
        assert disagreements(of_county(shared_store, county), wanted) == []
        for (month, *_), cell in wanted.cells.items():
            seen[cell.outlook] += 1
            seen["last year"] += cell.is_from_last_year
            seen["band"] += cell.band_rate is not None
            seen["carried"] += cell.as_of_month < month
            seen["less than nothing"] += cell.value < 0
            seen["last month"] += cell.needed_per_month is None
    assert min(seen.values()) > 50


@pytest.fixture(scope="module", name="demo")
def demo_store(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("demo") / "store"
    shutil.copytree(demo_folder, folder)
    store = open_store(folder)
    yield store
    store.close()


def demo_forecast(transaction: Transaction) -> Forecast:
    """The oracle on the demo county's stored cells; only what is stored is read, no view."""

    def table(kind: type[Any]) -> list[Any]:
        cursor = transaction.execute(f"select * from {kind.__name__.lower()}")
        names = [column[0] for column in cursor.description]
        return [kind(**dict(zip(names, row, strict=True))) for row in cursor.fetchall()]

    county = County(scheme=table(Scheme), unit=table(Unit), membership=table(Membership), indicator=table(Indicator))
    known: dict[Key, Known] = {}
    for *key, unit_type, functions, basis, state, has_share, value, target in transaction.execute(KNOWN).fetchall():
        numbers = (exact(value), exact(target))
        known[tuple(key)] = Known(unit_type, tuple(functions), basis, state, has_share, *numbers)
    return Forecast(county, known)


def exact(value: Decimal | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def test_the_demo_county(demo: Store) -> None:
    with demo.snapshot() as transaction:
        wanted = demo_forecast(transaction)
        assert disagreements(shown(transaction), wanted) == []
    newest = [cell for key, cell in wanted.cells.items() if key[0] == date(2026, 6, 1)]
    assert len(newest) > 500
    assert all(count > 0 for count in Counter(cell.outlook for cell in newest).values())
