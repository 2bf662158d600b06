"""Which months the demo has, which scheme is in force in each, and how much of the year is planned by then."""

from datetime import date, timedelta

from assessment.demo.tables import curves

FIRST_YEAR, LAST_YEAR = 2023, 2026
SCHEMES = {"2024": date(2023, 10, 1), "2026": date(2026, 1, 1)}
BUSINESS_DRIVE = (date(2026, 3, 1), date(2026, 5, 31))
"""营商环境百日攻坚: the supplement that comes and goes within the year."""


def _months() -> list[date]:
    every = [date(year, month, 1) for year in range(FIRST_YEAR, LAST_YEAR + 1) for month in range(2, 13)]
    return [month for month in every if date(2023, 10, 1) <= month <= date(2026, 8, 1)]


ALL_MONTHS = _months()
"""Every month with data; January is reported with February."""
MONTHS = [month for month in ALL_MONTHS if month <= date(2026, 6, 1)]
LATER = [month for month in ALL_MONTHS if month > date(2026, 6, 1)]
"""Kept back, for a reader to upload."""


def month_end(month: date) -> date:
    """The last day of a month."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def scheme_of(month: date) -> str:
    """The scheme in force in a month."""
    return max((start, scheme) for scheme, start in SCHEMES.items() if start <= month)[1]


def has_module(module_id: str, month: date) -> bool:
    """Whether a module of the scheme lives in a month."""
    return module_id != "business" or BUSINESS_DRIVE[0] <= month_end(month) <= BUSINESS_DRIVE[1]


def plan_share(indicator_id: str, month_index: int, joined_index: int = 1) -> float:
    """P(m) of domain.md section 4, for a unit that joined in a month of the year."""
    before = _planned(indicator_id, joined_index - 1)
    return (_planned(indicator_id, month_index) - before) / (1 - before)


def _planned(indicator_id: str, month_index: int) -> float:
    if month_index == 0:
        return 0.0
    curve = curves().get(indicator_id)
    return curve[month_index - 1] if curve else month_index / 12
