"""The county as its small tables beside this file say: units, indicators, weights, target ranges, plan curves."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLES = Path(__file__).parent / "tables"
TYPES = ("A", "B1", "B2", "C1", "C2", "D", "E")


@dataclass(frozen=True)
class Unit:
    """A unit. `size` in 0..1 scales its targets; `park` says that it has an industrial park."""

    unit_id: str
    unit_type: str
    size: float
    has_park: bool
    name: str
    name_en: str
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Indicator:
    """An indicator: the row of its reference table, its function's parameters, and how its numbers are drawn.

    `ease` shifts the share of full marks that units reach, `noise` is the spread of that share between units.
    """

    row: dict[str, str]
    indicator_id: str
    function: str
    frequency: str
    basis: str
    line: float
    slope: float
    good_value: float
    bad_value: float
    per_case: float
    max_value: float
    decimals: int
    ease: float
    noise: float

    @property
    def is_by_plan(self) -> bool:
        """Whether lines are multiplied by the planned share of the year (domain.md section 4)."""
        return self.basis == "cumulative" and self.row["value_kind"] in ("amount", "progress")


@dataclass(frozen=True)
class Weight:
    """What an indicator weighs for a type in a scheme, and the module it belongs to."""

    module_id: str
    weight: int


@dataclass(frozen=True)
class TargetRange:
    """The annual target of the smallest and of the largest unit of a type in 2023, and how it grows."""

    low: float
    high: float
    step: float
    yearly_growth: float


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this package."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def units() -> dict[str, Unit]:
    """The units by their code, in the county's order."""
    return {
        row["unit_id"]: Unit(
            row["unit_id"],
            row["unit_type"],
            float(row["size"]),
            row["park"] == "1",
            row["name"],
            row["name_en"],
            tuple(filter(None, (row["alias_1"], row["alias_2"]))),
        )
        for row in rows("units")
    }


@cache
def duties() -> dict[str, dict[str, str]]:
    """What each unit is for (职能), by its code: duties, duties_en."""
    return {row.pop("unit_id"): row for row in rows("duties")}


@cache
def type_reasons() -> dict[str, dict[str, str]]:
    """Which units are compared in each type and why: description, description_en."""
    return {row.pop("unit_type"): row for row in rows("types")}


@cache
def indicators() -> dict[str, Indicator]:
    """The indicators by their code."""
    return {
        row["indicator_id"]: Indicator(
            row,
            row["indicator_id"],
            row["function"],
            row["frequency"],
            row["basis"],
            _number(row["line"]),
            _number(row["slope"]),
            _number(row["good_value"]),
            _number(row["bad_value"]),
            _number(row["per_case"]),
            _number(row["max_value"], 1e9),
            int(row["decimals"]),
            float(row["ease"]),
            float(row["noise"]),
        )
        for row in rows("indicators")
    }


@cache
def weights() -> dict[tuple[str, str, str], Weight]:
    """The weights by scheme, type and indicator."""
    return {
        (row["scheme_id"], unit_type, row["indicator_id"]): Weight(row["module_id"], int(row[unit_type]))
        for row in rows("weights")
        for unit_type in TYPES
        if row[unit_type]
    }


@cache
def target_ranges() -> dict[tuple[str, str], TargetRange]:
    """The ranges of annual targets by indicator and type."""
    return {
        (row["indicator_id"], row["unit_type"]): TargetRange(
            *(float(row[name]) for name in ("low", "high", "step", "yearly_growth"))
        )
        for row in rows("targets")
    }


@cache
def curves() -> dict[str, tuple[float, ...]]:
    """The planned share of the year by the end of each of its twelve months, for indicators with a season."""
    return {row["indicator_id"]: tuple(float(row[f"m{month}"]) for month in range(1, 13)) for row in rows("curves")}


def _number(text: str, otherwise: float = 0.0) -> float:
    return float(text) if text else otherwise
