"""The worked numbers of domain.md section 4, by the oracle's functions alone."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.functions import Case, MilestoneDue, share_of
from tests.oracle.reference_rows import Rule, RulePart
from tests.oracle.rounding import round2, round_half_away

D, F = Decimal, Fraction
KEY: dict[str, Any] = {"scheme_id": "s", "unit_type": "A", "indicator_id": "I"}


def share(function: str, case: Case, *parts: RulePart, **parameters: Any) -> Fraction | None:
    return share_of(Rule(**KEY, weight=D(20), function=function, **parameters), list(parts), case)


def part(number: int, function: str, **parameters: Any) -> RulePart:
    return RulePart(**KEY, part=number, function=function, **parameters)


def among(x: str, rivals: str, **more: Any) -> Case:
    return Case(x=F(x), rivals=[F(value) for value in rivals.split()], **more)


@pytest.mark.parametrize(
    ("function", "case", "points"),
    [
        ("completion", Case(x=F(1560), target=F(2800), plan=F(1, 2)), "21.142857"),
        ("completion", Case(x=F(300), target=F(500), plan=F(1, 2)), "22"),
        ("completion", Case(x=F(-50), target=F(500), plan=F(1, 2)), "0"),
        ("growth_gap", Case(x=F("12.4"), target=F(10)), "20.96"),
        ("growth_gap", Case(x=F(-3), target=F(8)), "9"),
        ("growth_gap", Case(x=F(-1), target=F(-2)), "20.4"),
        ("minmax60", among("5600", "8200 5600 4300 1800 1800"), "16.75"),
        ("minmax60", among("4300", "8200 5600 4300 1800 1800"), "15.125"),
        ("minmax60", among("1800", "8200 5600 4300 1800 1800", lower=True), "20"),
        ("rank_step", among("9", "10 9 9 8"), "18.5"),
        ("rank_step", among("1", " ".join(map(str, range(1, 21)))), "10"),
        ("ratio_best", among("-1", "4 3 -1"), "0"),
        ("ratio_best", among("3", "4 3 -1"), "15"),
        ("minmax60", among("7", "7 7 7"), "20"),
        ("rank_interval", among("0", "0 0"), "0"),
        ("rank_interval", among("0", "0 0", lower=True), "20"),
        ("rank_interval", among("5", "5"), "20"),
    ],
)
def test_points_of_a_weight_of_twenty(function: str, case: Case, points: str) -> None:
    found = share(function, case)
    assert found is not None
    assert round_half_away(found * 20, 6) == F(points)


def test_line_follows_direction_plan_and_floor() -> None:
    assert share("standard_line", Case(x=F(93)), line=D(95)) == F("0.92")
    by_plan = Case(x=F(46), plan=F(1, 2), by_plan=True)
    assert share("standard_line", by_plan, line=D(100)) == F("0.84")
    assert share("standard_line", Case(x=F(84)), line=D(95), floor_value=D(85)) == 0
    assert share("standard_line", Case(x=F(85)), line=D(95), floor_value=D(85)) == F("0.6")
    assert share("standard_line", Case(x=F(12), lower=True), line=D(10)) == F("0.92")


@pytest.mark.parametrize(("x", "expected"), [("45", "0.6"), ("50", "0.433333"), ("63", "0"), ("30", "1")])
def test_efficacy_of_fixed_limits(x: str, expected: str) -> None:
    found = share("efficacy_fixed", Case(x=F(x), lower=True), good_value=D(33), bad_value=D(45))
    assert found is not None
    assert round_half_away(found, 6) == F(expected)


def test_efficacy_by_plan() -> None:
    case = Case(x=F(500), plan=F(1, 2), by_plan=True)
    assert share("efficacy_fixed", case, good_value=D(1000), bad_value=D(400)) == 1


def test_ties_share_the_mean_place_or_the_best() -> None:
    tied_second = among("9", "10 9 9 8")
    assert share("rank_step", tied_second) == F("0.925")
    assert share("rank_step", tied_second, tie_rank="best") == F("0.95")


def test_interval_of_places() -> None:
    second = share("rank_interval", among("9", "10 9 8 7 6 5 4 3 2 1"), base_share=D(500) / D(600))
    assert second is not None
    assert round2(second * 600) == D("588.89")


def test_blend_and_gate() -> None:
    line = part(1, "standard_line", line=D(98))
    assert share("blend", Case(x=F(93)), line, part(2, "standard_line", line=D(103))) == F("0.70")
    assert share("blend", Case(x=F(93)), line, part(2, "completion")) is None
    gate = {"gate": D(90), "below_share": D("0.1")}
    assert share("threshold_then", Case(x=F(90)), line, **gate) == F("0.68")
    assert share("threshold_then", Case(x=F(89)), line, **gate) == F("0.1")
    assert share("threshold_then", Case(x=F(91), lower=True), part(1, "standard_line", line=D(95)), **gate) == F("0.1")
    on_ratio = Case(x=F(44), target=F(100), plan=F(1, 2))
    assert share("threshold_then", on_ratio, part(1, "completion"), gate=D("0.88")) == F("0.88")
    assert share("threshold_then", on_ratio, part(1, "completion"), gate=D("0.89")) == 0


def test_deduct_counts_cases() -> None:
    rule = Rule(**KEY, weight=D(10), function="deduct", per_case=D(2))
    assert share_of(rule, [], Case(x=F(3), weight=F(10))) == F("0.4")
    assert share_of(rule, [], Case(x=F(9), weight=F(10))) == 0


def test_graded_trims_and_renormalises() -> None:
    good, better, fair, poor = F(1), F("0.8"), F("0.6"), F("0.4")
    leaders, peers = [good] * 4 + [better] * 3 + [fair], [better] * 5
    weights = {"领导": F("0.6"), "互评": F("0.4")}
    assert share("graded", Case(ballots={"领导": leaders}, group_weights=weights)) == F("0.9")
    both = Case(ballots={"领导": leaders, "互评": peers}, group_weights=weights)
    assert share("graded", both) == F("0.86")
    assert share("graded", Case(ballots={"互评": [good, poor]}, group_weights=weights)) == F("0.7")


def test_milestones_due_so_far() -> None:
    quarter = F("0.25")
    on_time = MilestoneDue(quarter, date(2024, 3, 31), date(2024, 3, 31))
    late = MilestoneDue(quarter, date(2024, 6, 30), date(2024, 7, 1))
    undone = MilestoneDue(quarter, date(2024, 6, 30), None)
    assert share("milestone", Case(milestones=[on_time, late])) == F("0.9")
    assert share("milestone", Case(milestones=[on_time, undone])) == F("0.5")


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2.345", "2.35"), ("-2.345", "-2.35"), ("2.34499999995", "2.35"), ("2.34499999994", "2.34"), ("1.005", "1.01")],
)
def test_half_goes_away_from_zero_after_ten_decimals(value: str, expected: str) -> None:
    assert round2(F(value)) == D(expected)
