"""Stored results written by hand: a scheme, units and the rows of `stored_result` a test is about."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from assessment.store import Store
from tests.oracle.calendar_months import add_months
from tests.oracle.reference_rows import Scheme, Tier

Row = dict[str, Any]
TIERS = (("优秀", "0.30", 90), ("良好", "0.50", 80), ("一般", None, 60), ("较差", None, None))
ORDER = {tier: at for at, (tier, _, _) in enumerate(TIERS, 1)}


def scheme(scheme_id: str = "方案", **rules: Any) -> Scheme:
    """A scheme by the rules of domain.md section 5; `rules` override."""
    return Scheme(scheme_id=scheme_id, effective_month=date(2024, 1, 1), **rules)


def tiers(scheme_id: str = "方案", gates: Iterable[object] = (90, 80, 60, None)) -> list[Tier]:
    """优秀 30 %, 良好 50 %, 一般, 较差, with these gates."""
    return [
        Tier(
            scheme_id=scheme_id,
            unit_type="*",
            tier=tier,
            tier_order=at,
            quota=None if quota is None else Decimal(quota),
            gate=None if gate is None else Decimal(str(gate)),
        )
        for at, ((tier, quota, _), gate) in enumerate(zip(TIERS, gates, strict=True), 1)
    ]


def result(unit: str, month: str, score: object, rank: int | None = None, tier: str | None = None, **more: Any) -> Row:
    """One stored monthly result of type A; places and tiers as stated, `more` overrides any column."""
    start = date.fromisoformat(f"{month}-01")
    before = add_months(start, -2 if start.month == 2 else -1)
    plain = {
        "scenario_id": 0, "period_kind": "month", "period_start": start, "unit_id": unit, "as_of_month": start,
        "previous_start": before, "year_start": date(start.year, 1, 1), "unit_type": "A", "scheme_id": "方案",
        "month_count": 1, "rank_bonus_points": 0, "bonus_points": 0, "penalty_points": 0,
        "score": None if score is None else Decimal(str(score)), "veto_count": 0, "is_ranked": rank is not None,
        "is_tiered": start.month >= 4, "is_previous_tiered": before.month >= 4, "is_partial": False, "has_late": False,
        "has_awaited": False, "is_provisional": False, "has_missing_target": False, "has_small_sample": False,
        "rank_in_type": rank, "unit_count": 10, "tied_count": 1, "place_tier": tier, "computed_tier": tier,
        "is_straddling": False, "tier": tier, "tier_order": ORDER.get(tier or ""), "revision_id": 1,
    }  # fmt: skip
    return plain | more


def store_rows(store: Store, results: list[Row], schemes: list[Scheme] | None = None, all_tiers: Any = None) -> Store:
    """The store with these results, their units and types, and a scheme (the default one unless stated)."""
    units = dict.fromkeys(row["unit_id"] for row in results)
    types = dict.fromkeys(row["unit_type"] for row in results)
    with store.write() as connection:
        tables: dict[str, list[Row]] = {
            "unit": [{"unit_id": unit, "name": unit, "sort_order": at} for at, unit in enumerate(units)],
            "unit_type": [{"unit_type": kind, "name": f"{kind}类", "sort_order": at} for at, kind in enumerate(types)],
            "scheme": [asdict(row) for row in schemes or [scheme()]],
            "tier": [asdict(row) for row in all_tiers or tiers()],
            "stored_result": results,
        }
        for table, rows in tables.items():
            put(connection, table, rows)
    return store


def put(connection: Any, table: str, rows: list[Row]) -> None:
    """Insert rows by the names of their columns."""
    for row in rows:
        marks = ", ".join("?" for _ in row)
        connection.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", list(row.values()))
