"""Stored results and cells written by hand, a line a unit: what the reports of the overview read."""

from datetime import date
from typing import Any

import pandas as pd

from assessment.store import Store
from assessment.store.connection import Transaction

SCHEME = "方案"
TIERS = {"优秀": 1, "良好": 2, "一般": 3}
REVISION = 1
_RESULT: dict[str, Any] = {
    "scenario_id": 0,
    "scheme_id": SCHEME,
    "month_count": 1,
    "rank_bonus_points": 0,
    "bonus_points": 0,
    "penalty_points": 0,
    "veto_count": 0,
    "is_tiered": True,
    "is_previous_tiered": True,
    "is_partial": False,
    "has_late": False,
    "has_awaited": False,
    "is_provisional": False,
    "has_missing_target": False,
    "has_small_sample": False,
    "is_straddling": False,
    "revision_id": REVISION,
}
_CELL: dict[str, Any] = {
    "scenario_id": 0,
    "scheme_id": SCHEME,
    "module_id": "主干",
    "is_trunk": True,
    "basis": "monthly",
    "function_key": "standard_line",
    "is_calendar_due": True,
    "is_small_sample": False,
    "revision_id": REVISION,
}


def before(kind: str, start: date) -> date:
    """The period before, January not being one (the store keeps it with each row)."""
    months = {"month": 2 if start.month == 2 else 1, "quarter": 3, "year": 12}[kind]
    serial = start.year * 12 + start.month - 1 - months
    return date(serial // 12, serial % 12 + 1, 1)


class StoredCounty:
    """A store with types A and B, indicators 产值 (统计局), 办结 (信访局), 满意 (营商局) and the rows put into it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        with store.write() as connection:
            for code, order in (("A", 1), ("B", 2)):
                put(connection, "unit_type", unit_type=code, name=f"{code} 类", sort_order=order)
            put(connection, "scheme", **_scheme())
            put(connection, "module", scheme_id=SCHEME, module_id="主干", name="主干", kind="trunk")
            for tier, order in TIERS.items():
                put(connection, "tier", scheme_id=SCHEME, unit_type="*", tier=tier, tier_order=order)
            for name, source in (("产值", "统计局"), ("办结", "信访局"), ("满意", "营商局")):
                put(connection, "indicator", **_indicator(name, source))

    def unit(self, unit_id: str, name: str, *aliases: str, unit_type: str = "A", name_en: str | None = None) -> None:
        """A unit with the names it goes by."""
        with self.store.write() as connection:
            put(connection, "unit", unit_id=unit_id, name=name, name_en=name_en, sort_order=1)
            put(connection, "membership", unit_id=unit_id, unit_type=unit_type, starts_on=date(2020, 1, 1))
            for alias in aliases:
                put(connection, "unit_alias", alias=alias, unit_id=unit_id)

    def results(self, start: date, lines: str, kind: str = "month", **more: Any) -> None:
        """Lines "unit score rank tier" (`.` for none) of one period; `more` are columns of every line."""
        unit_type = more.pop("unit_type", "A")
        rows = [line.split() for line in lines.strip().splitlines()]
        ranked = sum(rank != "." for _, _, rank, _ in rows)
        with self.store.write() as connection:
            for unit, score, rank, tier in rows:
                values = {"score": score, "rank_in_type": rank, "tier": tier, "computed_tier": tier}
                known = {name: value for name, value in values.items() if value != "."}
                self._place(connection, unit)
                put(
                    connection,
                    "stored_result",
                    **_RESULT
                    | {"period_kind": kind, "period_start": start, "as_of_month": start, "unit_id": unit}
                    | {"previous_start": before(kind, start), "year_start": date(start.year, 1, 1)}
                    | {"unit_type": unit_type, "is_ranked": rank != ".", "unit_count": ranked}
                    | {"tier_order": TIERS.get(tier)}
                    | known
                    | more,
                )

    def cells(self, month: date, lines: str, **more: Any) -> None:
        """Lines "unit indicator state weight share" (`.` for no share) of one month."""
        with self.store.write() as connection:
            for line in lines.strip().splitlines():
                unit, indicator, state, weight, share = line.split()
                own = {"unit_id": unit, "indicator_id": indicator, "state": state, "weight": weight}
                own |= {} if share == "." else {"share": share}
                own |= {"month": month, "year_start": date(month.year, 1, 1), "unit_type": "A"}
                put(connection, "stored_cell", **_CELL | own | more)

    def change(self, statement: str, *values: object) -> None:
        """Any further change of the rows."""
        with self.store.write() as connection:
            connection.execute(statement, list(values))

    def _place(self, connection: Transaction, unit: str) -> None:
        if not connection.execute("select 1 from unit where unit_id = ?", [unit]).fetchall():
            put(connection, "unit", unit_id=unit, name=unit, sort_order=1)


def put(connection: Transaction, table: str, **values: Any) -> None:
    """One row; columns that are not named stay empty."""
    marks = ", ".join("?" for _ in values)
    connection.execute(f"insert into {table} ({', '.join(values)}) values ({marks})", list(values.values()))


def _scheme() -> dict[str, Any]:
    return {
        "scheme_id": SCHEME,
        "name": SCHEME,
        "effective_month": date(2020, 1, 1),
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
        "min_first_places": 1,
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


def _indicator(name: str, source: str) -> dict[str, Any]:
    return {
        "indicator_id": name,
        "name": name,
        "measure_unit": "%",
        "level": "county",
        "source": source,
        "due_day": 10,
        "frequency": "monthly",
        "basis": "monthly",
        "value_kind": "rate",
        "direction": "higher",
        "allows_no_case": True,
        "measures_lateness": False,
    }


MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)


def june_county(store: Store) -> StoredCounty:
    """Five units of A in May and June: 甲二 overtakes 甲一, 甲四 falls to the end; 乙一 of B stands still."""
    made = StoredCounty(store)
    made.results(MAY, "甲一 99 1 优秀 \n 甲二 95 2 良好 \n 甲三 93 3 良好 \n 甲四 91 4 一般 \n 甲五 85 5 一般")
    made.results(JUNE, "甲一 93 2 良好 \n 甲二 97.7 1 优秀 \n 甲三 93 2 良好 \n 甲四 63.7 5 一般 \n 甲五 85 4 一般")
    made.results(MAY, "乙一 88 1 良好", unit_type="B")
    made.results(JUNE, "乙一 88 1 良好", unit_type="B")
    # An older version of 甲三's June and a scenario: neither is the record.
    made.results(JUNE, "甲三 10 9 一般", superseded_by=1)
    made.results(JUNE, "甲三 20 8 一般", scenario_id=1)
    return made


def rows(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """The named columns as plain values; None for a missing one."""
    found = []
    for record in frame.to_dict("records"):
        values = [record[column] for column in columns]
        found.append(
            tuple(
                None if not isinstance(v, list | tuple) and pd.api.types.is_scalar(v) and pd.isna(v) else v
                for v in values
            )
        )
    return found
