"""The worked numbers of domain.md sections 5 and 7, by the oracle alone."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from assessment.store import Store
from assessment.store.tables import columns
from tests.oracle.county import County, tables
from tests.oracle.golden import JUNE, SCHEME, add_indicator, add_result, add_upload, frame, golden_county, plain_county
from tests.oracle.intake_rows import Decision, Event, Publication, Result, Target
from tests.oracle.reference_rows import Indicator, Membership, RankBonus, RuleOverride
from tests.oracle.rounding import round2, round_half_away
from tests.oracle.score import PeriodResult, Scored, score

D, F = Decimal, Fraction
LETTERS = {"优秀": "优", "良好": "良", "一般": "一", "较差": "差", None: "·"}


def month(number: int, year: int = 2024) -> date:
    return date(year, number, 1)


def of(scored: Scored, kind: str = "month", start: date = JUNE) -> list[PeriodResult]:
    """The results of a period in the order of the units."""
    return [row for key, row in scored.results.items() if key[:2] == (kind, start)]


def letters(county: County, kind: str = "month", start: date = JUNE) -> str:
    return "".join(LETTERS[row.computed_tier] for row in of(score(county), kind, start))


def event(county: County, unit_id: str, kind: str, name: str = "一事", document: str = "文号", **more: Any) -> None:
    upload = county.upload[-1]
    row = {"upload_id": upload.upload_id, "month": upload.month, "unit_id": unit_id, "kind": kind}
    county.event.append(Event(**{**row, "event": name, "document": document, **more}))


def test_rows_have_the_columns_of_the_schema(shared_store: Store) -> None:
    for name, rows in vars_of(golden_county()).items():
        with shared_store.write() as connection:
            declared = [column.name for column in columns(connection, name)]
        for row in rows:
            assert [column.name for column in fields(row)] == declared
    assert tables(golden_county())["unit"][1][:2] == ("乙镇", "乙镇")


def vars_of(county: County) -> dict[str, list[Any]]:
    return {column.name: getattr(county, column.name) for column in fields(county)}


def test_golden_first_table() -> None:
    scored = score(golden_county())
    rows = of(scored)
    assert [row.score for row in rows] == [D("104.32"), D("93.05"), D("82.89"), D("94.94"), D("60.50")]
    assert [round2(row.base or F(0)) for row in rows] == [D("101.32"), D("92.55"), D("82.89"), D("92.94"), D("61.50")]
    assert [row.rank for row in rows] == [1, 3, 4, 2, 5]
    assert letters(golden_county()) == "优良一良一"
    assert all(row.is_provisional and row.unit_count == 5 for row in rows)
    points = {
        unit: [
            None if cell.share is None else round_half_away(cell.weight * cell.share, 4)
            for (_, unit_id, _), cell in scored.cells.items()
            if unit_id == unit
        ]
        for unit in ("甲镇", "乙镇", "丙镇", "丁乡", "戊乡")
    }
    assert points["甲镇"] == [F(x) for x in ("21.1429", "20.96", "20", "14.22", "15", "10")]
    assert points["乙镇"] == [F(x) for x in ("20", "19", "16.75", "15", "13.8", "8")]
    assert points["丙镇"] == [F(x) for x in ("18.7692", "9", "15.125", "15", "15", "10")]
    assert points["丁乡"] == [F(22), F(20), F(12), F(15), None, F(10)]
    assert points["戊乡"] == [F(x) for x in ("0", "18.5", "12", "15", "12", "4")]


def test_golden_with_a_second_late_cell() -> None:
    scores = [row.score for row in of(score(golden_county(is_fund_late=True)))]
    assert scores == [D("104.32"), D("93.05"), D("82.89"), D("94.94"), D("48.50")]


@pytest.mark.parametrize(
    ("values", "expected", "straddles"),
    [
        ("99 98 97 97 95 94 93 92 91 90", "优优优优良良良良一一", True),
        ("99 98 97 97 97 94 93 92 91 90", "优优良良良良良良一一", True),
        (" ".join(["100"] * 21), "优" * 21, True),
        ("95 95 95 90 85", "优优优一一", True),
        ("91 88 87 86 85 84 83 82 81 80", "优良良良良良良良一一", False),
        ("99 95 92", "优优优", False),
        ("59.99", "差", False),
    ],
)
def test_hard_edges_of_tiers(values: str, expected: str, straddles: bool) -> None:
    county = plain_county({JUNE: values.split()})
    assert letters(county) == expected
    assert any(row.is_straddling for row in of(score(county))) is straddles


@pytest.mark.parametrize(("mode", "first"), [("floor", 3), ("round", 4), ("ceil", 4)])
def test_rounding_of_quotas(mode: str, first: int) -> None:
    values = [str(100 - at / 2) for at in range(13)]
    assert letters(plain_county({JUNE: values}, quota_rounding=mode)).count("优") == first


@pytest.mark.parametrize(("passes_on", "expected"), [(False, "一优优良良良良良一一"), (True, "一优优优良良良良良一")])
def test_veto_at_rank_one(passes_on: bool, expected: str) -> None:
    county = plain_county({JUNE: [str(100 - at) for at in range(10)]}, veto_passes_on=passes_on)
    event(county, "u1", "较大以上安全事故")
    assert letters(county) == expected
    first = of(score(county))[0]
    assert (first.rank, first.ceiling, first.unit_count) == (1, "一般", 10)


def test_quarter_beside_its_end() -> None:
    county = frame(["u1"])
    quarterly = Indicator(indicator_id="Q", name="季度", frequency="quarterly", basis="point")
    add_indicator(county, quarterly, function="standard_line", weight=D(20), line=D(100), slope=D("0.01"))
    add_indicator(county, Indicator(indicator_id="M", name="月度"), function="standard_line", weight=D(80), line=D(1))
    for at in (3, 4, 5, 6):
        upload_id = add_upload(county, month(at))
        add_result(county, upload_id, "u1", "M", "1")
        if at in (3, 6):
            add_result(county, upload_id, "u1", "Q", {3: "50", 6: "100"}[at])
    scored = score(county)
    april = scored.cells[month(4), "u1", "Q"]
    assert (april.own_state, april.state, april.share, april.is_carried) == ("NOT_DUE", "NOT_DUE", F("0.5"), True)
    (quarter,) = of(scored, "quarter", month(4))
    assert (quarter.score, quarter.quarter_end_base, quarter.is_partial) == (D("93.33"), F(100), False)


def test_quarter_is_the_mean_of_published_months() -> None:
    county = plain_county({month(4): ["93.004"], month(5): ["93.004"], month(6): ["93.013"]})
    (quarter,) = of(score(county), "quarter", month(4))
    assert quarter.score == D("93.00")


def test_quarter_of_one_month_is_listed_only() -> None:
    (quarter,) = of(score(plain_county({month(5): ["93"]})), "quarter", month(4))
    assert (quarter.score, quarter.is_ranked, quarter.rank, quarter.is_partial) == (D("93.00"), False, None, True)


def test_bonus_caps() -> None:
    county = plain_county({JUNE: ["50"]})
    for name, kind, document in [
        ("同一件", "国家级表彰", "文号"),
        ("同一件", "省级表彰", "文号"),
        ("另一件", "市级表彰", "文号"),
        ("会", "现场会", "文号"),
        ("创1", "创新", "文号"),
        ("创2", "创新", "文号"),
        ("创3", "创新", "文号"),
        ("位次", "排名", ""),
    ]:
        event(county, "u1", kind, name, document)
    (row,) = of(score(county))
    assert (row.bonus, row.score) == (F(5), D("55.00"))


def test_an_event_counts_once_in_the_year() -> None:
    county = plain_county({month(5): ["50"]})
    event(county, "u1", "省级表彰")
    add_result(county, add_upload(county, JUNE), "u1", "I", "50")
    event(county, "u1", "国家级表彰")
    scored = score(county)
    assert [of(scored, start=month(at))[0].score for at in (5, 6)] == [D("52.00"), D("50.00")]


def test_penalty_caps() -> None:
    county = plain_county({JUNE: ["50"]})
    event(county, "u1", "迟报", "表1", quantity=9)
    assert of(score(county))[0].penalty == 3
    event(county, "u1", "通报批评", "二", quantity=2)
    assert of(score(county))[0].penalty == 5
    county.indicator[0] = replace(county.indicator[0], measures_lateness=True)
    assert of(score(county))[0].penalty == 4


def test_rank_bonus_is_shared_by_ties() -> None:
    county = plain_county({JUNE: ["90", "90", "80", "70"]})
    county.rank_bonus = [
        RankBonus(scheme_id=SCHEME, place=at, points=p) for at, p in enumerate((D("0.5"), D("0.3")), 1)
    ]
    assert [row.bonus for row in of(score(county))] == [F("0.4"), F("0.4"), 0, 0]


def year_county(months: int = 12, **scheme: Any) -> County:
    """Bases 92 from April on; the mean of the months from February on is 94."""
    county = frame(["u1"], **scheme)
    growth = Indicator(indicator_id="G", name="增速", basis="monthly")
    add_indicator(county, growth, function="growth_gap", weight=D(100), gain_rate=D("0.03"))
    for at in range(2, months + 1):
        upload_id = add_upload(county, month(at))
        add_result(county, upload_id, "u1", "G", "1" if at <= 3 else "-1.6")
        row = {"upload_id": upload_id, "month": month(at), "unit_id": "u1", "indicator_id": "G"}
        county.target.append(Target(**row, value=D(0)))
    return county


def test_year_mixes_months_and_year_end() -> None:
    (year,) = of(score(year_county()), "year", month(1))
    assert (year.score, year.computed_tier, year.is_partial) == (D("93.20"), "优秀", False)


def test_running_year_needs_six_months() -> None:
    (year,) = of(score(year_county(months=6)), "year", month(1))
    assert (year.is_ranked, year.computed_tier, year.is_partial, year.unit_count) == (False, None, True, 0)
    (year,) = of(score(year_county(months=7)), "year", month(1))
    assert (year.is_ranked, year.rank, year.is_partial) == (True, 1, True)


def test_no_tier_before_april_and_none_to_compare_with() -> None:
    county = plain_county({month(3): ["95", "90"], month(4): ["95", "90"], month(5): ["80", "90"]})
    scored = score(county)
    assert letters(county, start=month(3)) == "··"
    assert letters(county, "quarter", month(1)) == "··"
    shifts = {key: item.tier_shift for key, item in scored.changes.items() if key[0] == "month"}
    assert shifts["month", month(3), "u1"] == "not_comparable"
    assert shifts["month", month(4), "u1"] == "first"
    assert shifts["month", month(5), "u1"] == "demoted"
    assert [scored.changes["month", month(5), unit].rank_change for unit in ("u1", "u2")] == [-1, 1]


def test_february_follows_december() -> None:
    county = plain_county({month(12, 2023): ["95", "90"], month(1): ["1", "2"], month(2): ["80", "90"]})
    scored = score(county)
    assert not of(scored, start=month(1))
    assert scored.changes["month", month(2), "u2"].rank_change == 1


def test_decision_stands_beside_the_computed_tier() -> None:
    county = plain_county({month(5): ["95"], JUNE: ["95"]})
    row = {"month": JUNE, "period_kind": "month", "period_start": JUNE, "unit_id": "u1", "reason": "会议"}
    county.decision.append(Decision(**row, upload_id=2, tier="良好"))
    scored = score(county)
    result = of(scored)[0]
    assert (result.computed_tier, result.final_tier) == ("优秀", "良好")
    assert scored.changes["month", JUNE, "u1"].tier_shift == "demoted"


def test_may_joiner_plans_from_april() -> None:
    county = frame(["u1"])
    county.membership = [Membership(unit_id="u1", unit_type="A", starts_on=date(2024, 5, 15))]
    amount = Indicator(indicator_id="X", name="收入", value_kind="amount")
    add_indicator(county, amount, function="completion", weight=D(100))
    for at in (4, 5, 7):
        upload_id = add_upload(county, month(at))
        add_result(county, upload_id, "u1", "X", "3")
        row = {"upload_id": upload_id, "month": month(at), "unit_id": "u1", "indicator_id": "X"}
        county.target.append(Target(**row, value=D(10)))
    scored = score(county)
    assert not of(scored, start=month(4))
    assert scored.cells[month(7), "u1", "X"].share == F("0.8")
    county.membership = [Membership(unit_id="u1", unit_type="A", starts_on=date(2024, 5, 16))]
    assert (month(5), "u1", "X") not in score(county).cells


def test_blank_is_late_only_after_its_source_has_reported() -> None:
    county = plain_county({JUNE: ["90", "BLANK"]})
    assert score(county).cells[JUNE, "u2", "I"].state == "LATE"
    county.upload[0] = replace(county.upload[0], received_on=date(2024, 7, 10))
    assert score(county).cells[JUNE, "u2", "I"].state == "NOT_DUE"
    county.result.pop(0)
    county.scheme[0] = replace(county.scheme[0], missing_table_is="LATE")
    assert score(county).cells[JUNE, "u2", "I"].state == "LATE"


def test_undone_uploads_do_not_count_and_a_rejected_value_stays() -> None:
    county = plain_county({JUNE: ["90", "80"]})
    add_result(county, add_upload(county, JUNE), "u1", "I", "50")
    assert [row.score for row in of(score(county))] == [D("50.00"), D("80.00")]
    county.upload[1] = replace(county.upload[1], status="undone")
    assert [row.score for row in of(score(county))] == [D("90.00"), D("80.00")]
    rejected = Result(upload_id=3, month=JUNE, unit_id="u1", indicator_id="I", value=D(70), state="REJECTED")
    county.upload.append(replace(county.upload[0], upload_id=3))
    county.result.append(rejected)
    assert (of(score(county))[0].score, of(score(county))[0].is_provisional) == (D("90.00"), False)
    county.publication.append(Publication(period_start=JUNE))
    assert (of(score(county))[0].score, of(score(county))[0].is_provisional) == (D("0.00"), True)
    county.publication.clear()
    county.result.pop(0)
    assert (of(score(county))[0].score, of(score(county))[0].is_provisional) == (D("0.00"), True)


def test_too_little_weight_is_listed_and_not_ranked() -> None:
    county = frame(["u1", "u2"])
    for name, weight in (("I", 59), ("J", 41)):
        indicator = Indicator(indicator_id=name, name=name)
        add_indicator(county, indicator, function="standard_line", weight=D(weight), line=D(1))
    upload_id = add_upload(county, JUNE)
    for unit_id, value in (("u1", "NO_CASE"), ("u2", "1")):
        add_result(county, upload_id, unit_id, "I", "1")
        add_result(county, upload_id, unit_id, "J", value)
    assert [(row.score, row.rank, row.unit_count) for row in of(score(county))] == [
        (D("100.00"), None, 1),
        (D("100.00"), 1, 1),
    ]
    county.rule_override = [RuleOverride(scheme_id=SCHEME, unit_id="u1", indicator_id="J", weight=D("39.3"))]
    assert [row.rank for row in of(score(county))] == [1, 1]


def test_tie_break_by_fewer_vetoes() -> None:
    county = plain_county({JUNE: ["95", "95", "90", "85"]}, tie_break_1="fewer_vetoes")
    event(county, "u1", "较大以上安全事故")
    assert [row.rank for row in of(score(county))] == [2, 1, 3, 4]
    assert letters(county) == "一优良一"
