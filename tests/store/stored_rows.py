"""Stored results and cells written by hand: what trends and years read, without scoring anything."""

from datetime import date
from typing import Any

from assessment.store import Store, insert_rows
from assessment.store.tables import columns

RESULT = {
    "scenario_id": 0,
    "period_kind": "month",
    "unit_type": "A",
    "scheme_id": "一",
    "month_count": 1,
    "rank_bonus_points": 0,
    "bonus_points": 0,
    "penalty_points": 0,
    "veto_count": 0,
    "is_ranked": True,
    "is_tiered": True,
    "is_previous_tiered": True,
    "is_partial": False,
    "has_late": False,
    "has_awaited": False,
    "is_provisional": False,
    "has_missing_target": False,
    "has_small_sample": False,
    "unit_count": 1,
    "is_straddling": False,
    "revision_id": 1,
}
CELL = {
    "scenario_id": 0,
    "unit_type": "A",
    "scheme_id": "一",
    "module_id": "M",
    "is_trunk": True,
    "basis": "cumulative",
    "function_key": "completion",
    "weight": 10,
    "state": "VALUE",
    "is_calendar_due": True,
    "is_small_sample": False,
    "revision_id": 1,
}
SCHEME = {
    "year_start_month": 1,
    "has_january_period": False,
    "first_tier_month": 4,
    "join_day": 15,
    "min_applicable_share": 0.6,
    "missing_table_is": "NOT_DUE",
    "bonus_cap": 5,
    "bonus_needs_document": True,
    "late_table_points": 0.5,
    "missing_table_points": 1,
    "table_penalty_cap": 3,
    "penalty_cap": 5,
    "quota_rounding": "floor",
    "min_group_for_quota": 4,
    "min_first_places": 4,
    "tie_first_goes_up": True,
    "tie_max_overshoot": 1,
    "veto_passes_on": False,
    "min_quarter_months": 2,
    "min_year_months": 6,
    "alpha": 0.4,
    "small_sample": 5,
    "yellow_lag": 10,
    "red_lag": 30,
    "red_before_share": 0.3,
    "compile_day": 20,
    "publish_day": 25,
}


def month(code: str) -> date:
    """2026-06 -> its first day."""
    return date(int(code[:4]), int(code[5:7]), 1)


def before(start: date, kind: str) -> date:
    """The period before by the calendar; January is reported with February."""
    months = {"year": 12, "quarter": 3, "month": 2 if start.month == 2 else 1}[kind]
    serial = start.year * 12 + start.month - 1 - months
    return date(serial // 12, serial % 12 + 1, 1)


def add(store: Store, table: str, *rows: dict[str, Any]) -> None:
    """Rows by column name; what is left out is null."""
    with store.write() as connection:
        names = [column.name for column in columns(connection, table)]
        insert_rows(connection, table, [tuple(row.get(name) for name in names) for row in rows])


def result(start: date, unit: str, score: float | None, **more: Any) -> dict[str, Any]:
    """A stored result; its quarter or year ends with its last month."""
    kind = more.get("period_kind", "month")
    last = {"month": 0, "quarter": 2, "year": 11}[kind]
    return RESULT | {
        "period_start": start,
        "unit_id": unit,
        "score": score,
        "base": score,
        "as_of_month": date(start.year, start.month + last, 1),
        "previous_start": before(start, kind),
        "year_start": date(start.year, 1, 1),
        **more,
    }


def cell(start: date, unit: str, value: float | None, **more: Any) -> dict[str, Any]:
    """A stored cell of indicator 指标."""
    return CELL | {
        "month": start,
        "unit_id": unit,
        "indicator_id": "指标",
        "value": value,
        "year_start": date(start.year, 1, 1),
        **more,
    }


def county(store: Store, units: dict[str, str], months: list[date], schemes: dict[str, date] | None = None) -> None:
    """Types, units, schemes and months with data; indicator 指标 is a cumulative amount handed in each month."""
    kinds = list(dict.fromkeys(units.values()))
    add(store, "unit_type", *({"unit_type": k, "name": f"{k}类", "sort_order": i} for i, k in enumerate(kinds)))
    add(store, "unit", *({"unit_id": u, "name": u, "sort_order": i} for i, u in enumerate(units)))
    for scheme, start in (schemes or {"一": date(2024, 1, 1)}).items():
        add(store, "scheme", SCHEME | {"scheme_id": scheme, "name": scheme, "effective_month": start})
        add(store, "module", {"scheme_id": scheme, "module_id": "M", "name": "经济", "kind": "trunk"})
    indicator = {"name": "收入", "measure_unit": "万元", "level": "county", "source": "财政", "due_day": 10}
    indicator |= {"basis": "cumulative", "value_kind": "amount", "direction": "higher", "frequency": "monthly"}
    add(store, "indicator", indicator | {"indicator_id": "指标", "allows_no_case": False, "measures_lateness": False})
    uploads = [
        {"upload_id": at, "revision_id": 1, "month": m, "file_name": "", "sha256": "", "received_on": m}
        | {"status": "accepted"}
        for at, m in enumerate(months, 1)
    ]
    add(store, "upload", *uploads)
