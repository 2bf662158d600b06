"""The forecast of the year, from domain.md section 8 (预判) alone, on exact fractions: cells and types."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from statistics import median

from tests.oracle.calendar_months import add_months, month_end, month_index, year_start
from tests.oracle.completion import Completion, light
from tests.oracle.county import County
from tests.oracle.reference_rows import Scheme
from tests.oracle.rounding import round2
from tests.oracle.score_cells import CellKey
from tests.oracle.score_rules import counting_members, scheme_of

ONE = Fraction(1)
LEAST_PART = Fraction(1, 20_000)
"""0.005 %: what is less is 0.00 % at two decimals."""


@dataclass(frozen=True, slots=True)
class Known:
    """A cell before anything is carried: value only where there is one that counts."""

    unit_type: str
    functions: tuple[str, ...]
    basis: str
    state: str
    has_share: bool
    value: Fraction | None
    target: Fraction | None


@dataclass(frozen=True, slots=True)
class CellForecast:
    """Names are those of the view."""

    as_of_month: date
    value: Fraction
    target_value: Fraction
    annual_rate: Fraction
    basis_share: Fraction
    is_from_last_year: bool
    forecast_value: Fraction
    forecast_rate: Fraction
    forecast_lag: Decimal
    forecast_light: str
    band_rate: Fraction | None
    forecast_low: Fraction | None
    forecast_high: Fraction | None
    outlook: str
    pace: Fraction
    needed_per_month: Fraction | None


@dataclass(frozen=True, slots=True)
class TypeForecast:
    """Names are those of the view."""

    unit_count: int
    last_year_count: int
    at_risk_count: int
    missed_count: int
    median_annual_rate: Fraction
    median_forecast_rate: Fraction
    median_band_rate: Fraction | None
    median_forecast_lag: Decimal
    light: str
    value_sum: Fraction | None
    target_sum: Fraction | None
    forecast_sum: Fraction | None
    pace_sum: Fraction | None
    needed_per_month_sum: Fraction | None
    weak_unit_ids: list[str]


def known_cells(county: County) -> dict[CellKey, Known]:
    """The cells of a county as the oracle of completion scores them."""
    completion = Completion(county)
    found = {}
    for key, own in completion.own.items():
        rule = own.unit_rule
        value = own.value if own.is_scored else None
        has_share = completion.scored.cells[key].own_share is not None
        facts = (own.state, has_share, value, own.target)
        found[key] = Known(own.member.unit_type, rule.signature, rule.indicator.basis, *facts)
    return found


class Forecast:
    """cells and types, computed once; `known` are all cells of all months."""

    def __init__(self, county: County, known: Mapping[CellKey, Known]) -> None:
        self.county, self.known = county, known
        self.start_month = county.scheme[0].year_start_month
        self.joined = {
            (month, member.unit_id): member.joined_on
            for month in {key[0] for key in known}
            for member in counting_members(county, month, self._scheme(month).join_day)
        }
        self.errors = self._errors()
        self.cells = {key: found for key in known if (found := self._cell(key)) is not None}
        self.types = self._types()

    def _scheme(self, month: date) -> Scheme:
        scheme = scheme_of(self.county, month)
        assert scheme is not None
        return scheme

    def _index(self, month: date) -> int:
        return month_index(month, self.start_month)

    def _year(self, month: date) -> date:
        return year_start(month, self.start_month)

    def _value(self, key: CellKey, basis: str) -> Fraction | None:
        """A cell's own value, if it is scored by completion on this basis."""
        cell = self.known.get(key)
        return cell.value if cell and "completion" in cell.functions and cell.basis == basis else None

    def _year_value(self, key: CellKey, basis: str) -> Fraction | None:
        """What the year brought, if that is more than nothing."""
        value = self._value((add_months(self._year(key[0]), 11), *key[1:]), basis)
        return value if value is not None and value > 0 else None

    def _months(self, key: CellKey) -> tuple[int, int]:
        """The unit's months in the year up to this one, and all of them."""
        joined, first = self.joined[key[0], key[1]], self._year(key[0])
        missed = self._index(joined.replace(day=1)) - 1 if joined >= first else 0
        return self._index(key[0]) - missed, 12 - missed

    def _basis(self, key: CellKey) -> tuple[Fraction, bool]:
        """The part of the year's work done by the month, and whether last year says so."""
        past, basis = (add_months(key[0], -12), *key[1:]), self.known[key].basis
        was_there = self.joined[key[0], key[1]] <= month_end(add_months(self._year(key[0]), -12))
        done, whole = self._value(past, basis), self._year_value(past, basis)
        if was_there and done is not None and whole is not None and done / whole >= LEAST_PART:
            return done / whole, True
        return Fraction(*self._months(key)), False

    def _errors(self) -> dict[tuple[str, str, int], dict[date, list[Fraction]]]:
        """(type, indicator, month of the year) -> year -> how far off its forecasts were."""
        found: dict[tuple[str, str, int], dict[date, list[Fraction]]] = defaultdict(lambda: defaultdict(list))
        for key, cell in self.known.items():
            value, whole = self._value(key, cell.basis), self._year_value(key, cell.basis)
            if value is not None and whole is not None:
                error = abs(value / self._basis(key)[0] / whole - 1)
                found[cell.unit_type, key[2], self._index(key[0])][self._year(key[0])].append(error)
        return found

    def _band(self, unit_type: str, as_of: CellKey) -> Fraction | None:
        years = self.errors.get((unit_type, as_of[2], self._index(as_of[0])), {})
        errors = [error for year, of_year in years.items() if year < self._year(as_of[0]) for error in of_year]
        return median(errors) if errors else None

    def _as_of(self, key: CellKey) -> CellKey:
        """The cell itself, or while it is not due the last one of the year that was."""
        cell, month = self.known[key], key[0]
        while self.known[key].state == "NOT_DUE" and month > self._year(key[0]):
            month = add_months(month, -1)
            earlier = self.known.get((month, *key[1:]))
            if earlier and earlier.state != "NOT_DUE" and earlier.functions == cell.functions:
                return (month, *key[1:]) if earlier.has_share else key
        return key

    def _cell(self, key: CellKey) -> CellForecast | None:
        as_of = self._as_of(key)
        x, target = self._value(as_of, self.known[as_of].basis), self.known[key].target
        if x is None or not target:
            return None
        share, is_from_last_year = self._basis(as_of)
        band = self._band(self.known[key].unit_type, as_of)
        whole = x / share
        lag = round2(100 * (1 - whole / target))
        return CellForecast(
            as_of_month=as_of[0],
            value=x,
            target_value=target,
            annual_rate=x / target,
            basis_share=share,
            is_from_last_year=is_from_last_year,
            forecast_value=whole,
            forecast_rate=whole / target,
            forecast_lag=lag,
            forecast_light=light(lag, ONE, whole, self._scheme(key[0])),
            band_rate=band,
            forecast_low=None if band is None else min(whole * (1 - band), whole * (1 + band)),
            forecast_high=None if band is None else max(whole * (1 - band), whole * (1 + band)),
            outlook=outlook(x / target, whole / target, band or Fraction(0)),
            pace=x / self._months(as_of)[0],
            needed_per_month=None
            if self._index(key[0]) == 12
            else max(target - x, Fraction(0)) / (12 - self._index(as_of[0])),
        )

    def _types(self) -> dict[CellKey, TypeForecast]:
        groups: dict[CellKey, dict[str, CellForecast]] = defaultdict(dict)
        for key, cell in self.cells.items():
            groups[key[0], self.known[key].unit_type, key[2]][key[1]] = cell
        return {key: self._type(key, rows) for key, rows in groups.items()}

    def _type(self, key: CellKey, rows: Mapping[str, CellForecast]) -> TypeForecast:
        cells = list(rows.values())
        indicator = next(row for row in self.county.indicator if row.indicator_id == key[2])
        adds_up = indicator.basis == "cumulative" and indicator.value_kind in ("amount", "count")
        order = {unit.unit_id: unit.sort_order for unit in self.county.unit}
        weak = sorted(rows, key=lambda unit: (-rows[unit].forecast_lag, order[unit], unit))
        bands = [cell.band_rate for cell in cells if cell.band_rate is not None]
        rate = median([cell.forecast_rate for cell in cells])
        lag = round2(100 * (1 - rate))

        def total(name: str) -> Fraction | None:
            parts = [value for cell in cells if (value := getattr(cell, name)) is not None]
            return sum(parts, Fraction(0)) if adds_up and parts else None

        return TypeForecast(
            unit_count=len(cells),
            last_year_count=sum(cell.is_from_last_year for cell in cells),
            at_risk_count=sum(cell.outlook in ("at_risk", "missed") for cell in cells),
            missed_count=sum(cell.outlook == "missed" for cell in cells),
            median_annual_rate=median([cell.annual_rate for cell in cells]),
            median_forecast_rate=rate,
            median_band_rate=median(bands) if bands else None,
            median_forecast_lag=lag,
            light=light(lag, ONE, rate, self._scheme(key[0])),
            value_sum=total("value"),
            target_sum=total("target_value"),
            forecast_sum=total("forecast_value"),
            pace_sum=total("pace"),
            needed_per_month_sum=total("needed_per_month"),
            weak_unit_ids=weak[:3],
        )


def outlook(annual: Fraction, rate: Fraction, band: Fraction) -> str:
    """The first that reaches the target in percent at two decimals: what is there, lower end, middle, upper end."""
    steps = {"reached": annual, "safe": rate * (1 - band), "likely": rate, "at_risk": rate * (1 + band)}
    return next((name for name, reached in steps.items() if round2(100 * reached) >= 100), "missed")
