"""A county's rows through the real store, and what came out, in the shapes of the oracle."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from assessment.store import Scope, Store, insert_rows, rebuild
from tests.oracle.county import County, tables
from tests.oracle.rounding import round_half_away
from tests.oracle.score import Scored

Key = tuple[Any, ...]
Facts = dict[Key, dict[str, Any]]
REVISION = 1_000

CELLS = """
select month, unit_id, indicator_id, own_state, state, share, is_carried, weight
from effective_cell
where scenario_id = 0
"""
RESULTS = """
select
    period_kind, period_start, unit_id, unit_type, base, bonus_points, penalty_points, score, quarter_end_base,
    is_ranked, rank_in_type, unit_count, computed_tier, tier, ceiling, is_straddling, is_provisional, is_partial
from stored_result
where scenario_id = 0 and superseded_by is null
"""
CHANGES = """
select period_kind, period_start, unit_id, rank_change, tier_shift
from unit_change_at($revision_id)
"""


@dataclass(frozen=True, slots=True)
class Answers:
    """(month, unit, indicator) -> cell; (kind, start, unit) -> result, changes included."""

    cells: Facts
    results: Facts


def answers(store: Store, county: County) -> Answers:
    """What the store says of the county, computed inside a transaction that is then undone."""
    found: list[Answers] = []
    try:
        with store.write() as connection:
            for name, rows in tables(county).items():
                insert_rows(connection, name, rows)
            rebuild(connection, REVISION, Scope())
            cells = _keyed(connection.execute(CELLS))
            results = _keyed(connection.execute(RESULTS))
            for key, change in _keyed(connection.execute(CHANGES, {"revision_id": REVISION})).items():
                if change["tier_shift"] != "left":
                    results[key] |= change
            found.append(Answers(cells, results))
            raise _EnoughError
    except _EnoughError:
        pass
    return found[0]


class _EnoughError(Exception):
    """Leaves the transaction so that nothing is kept."""


def _keyed(cursor: Any) -> Facts:
    """Rows by their first three columns."""
    names = [column[0] for column in cursor.description]
    return {row[:3]: dict(zip(names[3:], row[3:], strict=True)) for row in cursor.fetchall()}


def expected(scored: Scored) -> Answers:
    """The oracle's answers in the engine's columns."""
    cells = {
        key: {
            "own_state": cell.own_state,
            "state": cell.state,
            "share": None if cell.share is None else as_decimal(cell.share, 12),
            "is_carried": cell.is_carried,
            "weight": as_decimal(cell.weight, 4),
        }
        for key, cell in scored.cells.items()
    }
    results = {key: _result(scored, key) for key in scored.results}
    return Answers(cells, results)


def _result(scored: Scored, key: tuple[str, date, str]) -> dict[str, Any]:
    row, change = scored.results[key], scored.changes[key]
    return {
        "unit_type": row.unit_type,
        "base": None if row.base is None else as_decimal(row.base, 10),
        "bonus_points": None if row.bonus is None else as_decimal(row.bonus, 12),
        "penalty_points": None if row.penalty is None else as_decimal(row.penalty, 12),
        "score": row.score,
        "quarter_end_base": None if row.quarter_end_base is None else as_decimal(row.quarter_end_base, 10),
        "is_ranked": row.is_ranked,
        "rank_in_type": row.rank,
        "unit_count": row.unit_count,
        "computed_tier": row.computed_tier,
        "tier": row.final_tier,
        "ceiling": row.ceiling,
        "is_straddling": row.is_straddling,
        "is_provisional": row.is_provisional,
        "is_partial": row.is_partial,
        "rank_change": change.rank_change,
        "tier_shift": change.tier_shift,
    }


def as_decimal(value: Fraction, digits: int) -> Decimal:
    return Decimal(int(round_half_away(value, digits) * 10**digits)).scaleb(-digits)


ONLY_OF = {
    "base": ("month", "year"),
    "bonus_points": ("month", "year"),
    "penalty_points": ("month", "year"),
    "quarter_end_base": ("quarter",),
}
"""The kinds of period that have a number; the others may show anything."""
TINY = {
    "share": Decimal("1e-12"),
    "base": Decimal("1e-9"),
    "quarter_end_base": Decimal("1e-9"),
    "bonus_points": Decimal("1e-9"),
}


def differences(found: Answers, wanted: Answers) -> list[str]:
    """One line for every place where the two disagree; a share may differ in its twelfth decimal."""
    lines = []
    for here, there in ((found.cells, wanted.cells), (found.results, wanted.results)):
        lines += [f"{key} only in the store" for key in here.keys() - there.keys()]
        lines += [f"{key} only in the oracle" for key in there.keys() - here.keys()]
        for key in here.keys() & there.keys():
            for name, value in there[key].items():
                is_meant = key[0] in ONLY_OF.get(name, key)
                if name == "ceiling" and there[key]["computed_tier"] is None:
                    continue
                if is_meant and not same(name, here[key][name], value):
                    lines.append(f"{key} {name}: store {here[key][name]!r}, oracle {value!r}")
    return sorted(lines)


def same(name: str, found: Any, wanted: Any) -> bool:
    if found is None or wanted is None or name not in TINY:
        return bool(found == wanted)
    return abs(found - wanted) <= TINY[name]
