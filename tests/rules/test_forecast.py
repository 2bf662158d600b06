"""The forecast of the year (domain.md section 8, 预判): what a unit's last year says about this one.

Fund (资金) in June: last year's shape, the band of the type, what is still needed; firms (企业) come quarterly.
"""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from assessment import labels
from assessment.reports import forecast
from tests.rules.conftest import NewCounty
from tests.rules.small_county import County, rows

JUNE = date(2026, 6, 1)
MAY = date(2026, 5, 1)
DECEMBER = date(2026, 12, 1)

UNITS = """
乡: 甲 乙 丙 丁 戊 己 庚 辛
局: 单 调 微 小
"""
MEMBERSHIP = """
unit_id unit_type starts_on  ends_on
庚      乡        2025-03-01 .
辛      乡        2026-04-01 .
调      局        2020-01-01 2026-03-31
调      乡        2026-04-01 .
"""
INDICATORS = """
indicator_id measure_unit source frequency basis      value_kind
资金         万元         财政   monthly   cumulative amount
进度         %            财政   monthly   cumulative progress
企业         户           统计   quarterly cumulative count
"""
RULES = """
indicator_id weight function
资金         30     completion
进度         20     completion
企业         20     completion
"""
LAST_YEAR = {
    "2025-03": """
        单位 资金 企业
        甲   100  1
        乙   100  2
    """,
    "2025-06": """
        单位 资金 企业
        甲   400  3
        乙   550  3
        丙   0    .
        丁   -20  .
        戊   300  .
        己   500  .
        庚   300  .
        单   600  .
        调   250  .
        微   0.4  .
        小   0.5  .
    """,
    # What June's part of the year was, what 6/12 made of it then, and how far that was off in the end:
    # 甲 40 %: 800, off 20 %        乙 55 %: 1100, off 10 %      丙 nothing: 0, off 100 %
    # 丁 under zero: -40, off 108 %  戊 unknown at the year's end  己 ended under zero: no error
    # 庚 joined in March, 4 of 10 months: 750, off 25 %            局: 单 off 20 %, 调 25 %: 500, off 50 %
    "2025-12": """
        单位 资金 企业
        甲   1000 4
        乙   1000 6
        丙   800  2
        丁   500  2
        戊   .    2
        己   -5   2
        庚   600  2
        单   1000 2
        调   1000 2
        微   9999 2
        小   9999 2
    """,
}
THIS_YEAR = {
    "2026-03": "单位 资金 企业\n甲 100 2\n乙 300 1",
    "2026-05": "单位 资金\n甲 300\n乙 700",
    "2026-06": """
        单位 资金   进度 企业
        甲   400    40   3
        乙   800    50   2
        丙   450    .    .
        丁   300    .    .
        戊   1000   .    .
        己   -50    .    .
        庚   499.98 .    .
        辛   400    .    .
        单   .      .    .
        调   260    .    .
        微   500    .    .
        小   500    .    .
    """,
    "2026-12": "单位 资金\n甲 990\n乙 1200",  # nothing of 企业 has come: carried from June
}


@pytest.fixture(scope="module", name="county")
def small_county(new_county: NewCounty) -> County:
    county = new_county(UNITS, membership=MEMBERSHIP, indicator=INDICATORS, rule=RULES)
    take_in(county, LAST_YEAR | THIS_YEAR)
    return county


def take_in(county: County, months: dict[str, str]) -> None:
    """Hand in months, every unit's targets beside its values; in May 2026 those for firms go up from 8 to 10."""
    for month, results in months.items():
        firms = 8 if month < "2026-05" else 10
        targets = [f"{row['单位']} 1000 100 {firms}" for row in rows(results)]
        county.hand_in(month, results=results, targets="\n".join(["单位 资金 进度 企业", *targets]))


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as mappings, None for no value."""
    return [
        {name: None if labels.is_missing(value) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


def units(county: County, indicator: str, month: date, kind: str = "乡") -> dict[str, dict[str, Any]]:
    """Rows of the units by unit, in the report's order."""
    found = forecast.forecast_units(county.store, month, kind, indicator)
    return {row["unit_id"]: row for row in records(found)}


def types(county: County, month: date, kinds: tuple[str, ...] = ()) -> dict[tuple[str, str], dict[str, Any]]:
    found = records(forecast.forecast_types(county.store, month, kinds))
    return {(row["unit_type"], row["indicator_id"]): row for row in found}


@pytest.mark.parametrize(
    ("unit", "share", "is_from_last_year", "forecast_value"),
    [
        ("甲", 0.40, True, 1000),  # 400 now; last year 400 of 1000 by June
        ("乙", 0.55, True, 800 / 0.55),
        ("丙", 0.50, False, 900),  # nothing by June last year: 6/12
        ("丁", 0.50, False, 600),  # under zero by June last year: 6/12
        ("戊", 0.50, False, 2000),  # last December is unknown: 6/12
        ("己", 0.50, False, -100),  # last year ended under zero: 6/12
        ("庚", 0.50, False, 999.96),  # there since March of last year only: 6/12
        ("辛", 3 / 9, False, 1200),  # joined in April: 3 of its 9 months
        ("调", 0.25, True, 1040),  # was in the other type until March; the shape is its own
    ],
)
def test_x_over_the_part_that_was_done_by_june_last_year(
    county: County, unit: str, share: float, is_from_last_year: bool, forecast_value: float
) -> None:
    found = units(county, "资金", JUNE)[unit]
    assert found["basis_share"] == pytest.approx(share)
    assert found["is_from_last_year"] is is_from_last_year
    assert found["forecast_value"] == pytest.approx(forecast_value)
    assert found["forecast_rate"] == pytest.approx(forecast_value / 1000)


def test_a_part_too_small_for_two_decimals_of_a_percent_is_none(county: County) -> None:
    found = units(county, "资金", JUNE, "局")  # 0.004 % and 0.005 %
    assert {unit: row["is_from_last_year"] for unit, row in found.items()} == {"微": False, "小": True}


def test_values_on_another_basis_are_no_last_year(county: County) -> None:
    with county.store.trial() as trial:
        trial.transaction.execute("update stored_cell set basis = 'point' where month = date '2025-06-01'")
        found = forecast.forecast_units(trial, JUNE, "乡", "资金")
    assert not found["is_from_last_year"].any()
    assert found["band_rate"].isna().all()


def test_the_band_is_the_median_of_how_far_the_type_was_off_in_earlier_junes(county: County) -> None:
    found = units(county, "资金", JUNE)
    bands = [row["band_rate"] for row in found.values()]
    assert bands == pytest.approx([0.25] * 9)  # the median of 10, 20, 25, 100 and 108 %
    assert (found["丙"]["forecast_low"], found["丙"]["forecast_high"]) == (pytest.approx(675), pytest.approx(1125))
    assert (found["己"]["forecast_low"], found["己"]["forecast_high"]) == (pytest.approx(-125), pytest.approx(-75))


def test_no_earlier_year_no_band_and_then_nothing_is_allowed_for(county: County) -> None:
    found = units(county, "资金", date(2025, 6, 1))
    assert {row["band_rate"] for row in found.values()} == {None}
    assert {unit: row["outlook"] for unit, row in found.items()} == {
        "丁": "missed", "丙": "missed", "戊": "missed", "庚": "missed", "甲": "missed", "己": "safe", "乙": "safe",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "outlook", "lag", "light", "needed"),
    [
        ("戊", "reached", -100.0, "green", 0),  # 1000 of 1000: nothing more is needed, never less than nothing
        ("乙", "safe", -45.45, "green", 200 / 6),  # 1454.55 less 25 % is 1090.91
        ("辛", "likely", -20.0, "green", 100),  # 1200, less 25 % only 900
        ("甲", "likely", 0.0, "green", 100),
        ("庚", "likely", 0.0, "green", 500.02 / 6),  # 99.996 % is 100.00 % at two decimals
        ("丙", "at_risk", 10.0, "yellow", 550 / 6),  # 900, plus 25 % 1125
        ("丁", "missed", 40.0, "red", 700 / 6),  # 600, plus 25 % only 750
        ("己", "missed", 110.0, "red", 1050 / 6),
    ],
)
def test_outlook_lag_and_light(county: County, unit: str, outlook: str, lag: float, light: str, needed: float) -> None:
    found = units(county, "资金", JUNE)[unit]
    assert (found["outlook"], found["forecast_lag"], found["forecast_light"]) == (outlook, lag, light)
    assert found["needed_per_month"] == pytest.approx(needed)


def test_pace_counts_the_months_that_a_unit_was_there(county: County) -> None:
    found = units(county, "资金", JUNE)
    assert found["甲"]["pace"] == pytest.approx(400 / 6)
    assert found["辛"]["pace"] == pytest.approx(400 / 3)


def test_the_lowest_forecast_comes_first_and_late_units_have_none(county: County) -> None:
    assert list(units(county, "资金", JUNE)) == ["己", "丁", "丙", "甲", "庚", "调", "辛", "乙", "戊"]
    assert list(units(county, "资金", JUNE, "局")) == ["微", "小"]  # 单 is late, 调 has left


def test_in_december_the_forecast_is_what_is_there(county: County) -> None:
    found = units(county, "资金", DECEMBER)
    assert {unit: row["forecast_value"] for unit, row in found.items()} == {"甲": 990, "乙": 1200}
    assert {unit: row["outlook"] for unit, row in found.items()} == {"甲": "missed", "乙": "reached"}
    assert {row["needed_per_month"] for row in found.values()} == {None}
    assert {row["band_rate"] for row in found.values()} == {0}


def test_a_carried_value_is_forecast_from_its_own_month_against_the_target_of_now(county: County) -> None:
    found = units(county, "企业", MAY)["甲"]
    assert (found["is_carried"], found["as_of_month"].date()) == (True, date(2026, 3, 1))
    assert (found["value"], found["basis_share"], found["forecast_value"]) == (2, 0.25, 8)  # 1 of 4 by last March
    assert (found["target_value"], found["annual_rate"], found["forecast_rate"]) == (10, 0.2, 0.8)  # raised in May
    assert found["pace"] == pytest.approx(2 / 3)
    assert found["needed_per_month"] == pytest.approx(8 / 9)
    assert found["band_rate"] == pytest.approx(1 / 6)  # last March: 4 for 甲's 4, 8 for 乙's 6


def test_a_carried_value_in_december_is_still_a_forecast_but_no_month_is_left(county: County) -> None:
    found = units(county, "企业", DECEMBER)["甲"]
    assert (found["value"], found["basis_share"], found["forecast_value"]) == (3, 0.75, 4)
    assert found["needed_per_month"] is None


def test_a_type_counts_and_adds_up_its_units(county: County) -> None:
    found = types(county, JUNE)["乡", "资金"]
    assert (found["unit_count"], found["last_year_count"], found["at_risk_count"], found["missed_count"]) == (
        9,
        3,
        3,
        2,
    )
    assert (found["median_forecast_rate"], found["median_forecast_lag"]) == (pytest.approx(1), 0)
    assert (found["median_annual_rate"], found["median_band_rate"]) == (pytest.approx(0.4), pytest.approx(0.25))
    assert found["light"] == "green"
    assert (found["value_sum"], found["target_sum"]) == (pytest.approx(4059.98), 9000)
    assert found["forecast_sum"] == pytest.approx(1000 + 800 / 0.55 + 900 + 600 + 2000 - 100 + 999.96 + 1200 + 1040)
    assert found["needed_per_month_sum"] == pytest.approx((600 + 200 + 550 + 700 + 1050 + 500.02 + 600 + 740) / 6)
    assert found["pace_sum"] == pytest.approx((4059.98 - 400) / 6 + 400 / 3)
    assert list(found["weak_units"]) == list(found["weak_unit_ids"]) == ["己", "丁", "丙"]


def test_rates_do_not_add_up(county: County) -> None:
    found = types(county, JUNE)["乡", "进度"]
    sums = ("value_sum", "target_sum", "forecast_sum", "pace_sum", "needed_per_month_sum")
    assert [found[name] for name in sums] == [None] * 5
    assert found["median_forecast_rate"] == pytest.approx(0.9)


def test_types_most_at_risk_first(county: County) -> None:
    assert list(types(county, JUNE, ("乡",))) == [("乡", "企业"), ("乡", "进度"), ("乡", "资金")]
    assert list(types(county, JUNE, ("局",))) == [("局", "资金")]


def test_the_year_may_start_in_another_month(new_county: NewCounty) -> None:
    scheme = "scheme_id effective_month year_start_month has_january_period\n方案 2024-12 12 true"
    county = new_county("乡: 甲 乙", scheme=scheme, indicator=INDICATORS, rule=RULES)
    take_in(
        county,
        {
            "2025-02": "单位 资金\n甲 300\n乙 .",
            "2025-11": "单位 资金\n甲 1000\n乙 100",
            "2026-02": "单位 资金\n甲 240\n乙 200",
        },
    )
    found = units(county, "资金", date(2026, 2, 1))  # the third month: December, January, February
    assert [(found[unit]["basis_share"], found[unit]["forecast_value"]) for unit in ("甲", "乙")] == [
        (pytest.approx(0.30), pytest.approx(800)),
        (pytest.approx(0.25), pytest.approx(800)),
    ]
    assert found["甲"]["needed_per_month"] == pytest.approx(760 / 9)
    assert units(county, "资金", date(2025, 11, 1))["甲"]["needed_per_month"] is None


def test_an_earlier_revision_forecasts_by_what_it_knew(new_county: NewCounty) -> None:
    county = new_county("乡: 甲", indicator=INDICATORS, rule=RULES)
    take_in(
        county,
        {"2025-06": "单位 资金\n甲 400", "2025-12": "单位 资金\n甲 1000", "2026-06": "单位 资金\n甲 400"},
    )
    before = county.store.as_of(county.store.data_version)
    take_in(county, {"2025-12": "单位 资金\n甲 800"})  # corrected: half of it was done by June
    now = forecast.forecast_units(county.store, JUNE, "乡", "资金")
    then = forecast.forecast_units(before, JUNE, "乡", "资金")
    assert (then["forecast_value"].tolist(), now["forecast_value"].tolist()) == ([1000], [800])
