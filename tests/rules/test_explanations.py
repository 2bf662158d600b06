"""What the profile of a unit opens, on real cells of every function: equations hold, points add up to the base."""

import math
import re
from typing import Any

import pytest

from assessment.explain import explain
from tests.rules.small_county import County

ARITHMETIC = re.compile(r": ([-−\d.,()×÷+ minax]+) = ([-−\d.,]+)")


def evaluated(line: str) -> tuple[float, float] | None:
    """Both sides of the equation in an English sentence, worked out."""
    found = ARITHMETIC.search(line)
    if not found or "[" in found[1]:
        return None
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", found[1]).replace("−", "-").replace("×", "*").replace("÷", "/")
    return eval(plain, {"min": min, "max": max}), float(found[2].replace(",", "").replace("−", "-"))


@pytest.mark.parametrize("kind", "完增达极缺功名区独比混门扣评节")
def test_every_equation_of_every_function_adds_up(functions_county: County, kind: str) -> None:
    checked = 0
    units = functions_county.store.query("profile_units")
    for unit in units.loc[units["unit"].str.startswith(kind), "unit_id"]:
        for month in ("2026-06-01", "2026-07-01"):
            cells: Any = functions_county.store.query("profile_cells", unit_id=unit, month=month)
            marks: list[Any] = list(
                functions_county.store.query("profile_milestones", unit_id=unit, month=month).itertuples(index=False)
            )
            for cell in cells.itertuples(index=False):
                said = explain(cell, "June", [row for row in marks if row.indicator_id == cell.indicator_id])
                for line in [*said.formula, *said.points]:
                    if sides := evaluated(line):
                        checked += 1
                        assert math.isclose(*sides, rel_tol=2e-3, abs_tol=6e-3), (unit, cell.indicator_id, line)
    assert checked > 0


def test_points_after_renormalising_add_up_to_the_base(functions_county: County) -> None:
    store = functions_county.store
    for unit in store.query("profile_units")["unit_id"]:
        for month in ("2026-06-01", "2026-07-01"):
            found = store.query(
                "profile_card", unit_id=unit, period_kind="month", period_start=month, revision_id=2**31 - 1
            )
            if found.empty or found["base"].isna().all():
                continue
            base = float(found["base"].iloc[0])
            cells = store.query("profile_cells", unit_id=unit, month=month)
            modules = store.query("profile_modules", unit_id=unit, month=month)
            assert math.isclose(cells["won_points"].sum(), base, abs_tol=1e-8)
            assert math.isclose(modules["won_points"].sum(), base, abs_tol=1e-8)
            assert math.isclose(cells.loc[cells["share"].notna(), "full_points"].sum(), 100, abs_tol=1e-8)
            assert math.isclose(modules["lost_points"].sum(), 100 - base, abs_tol=1e-8)
