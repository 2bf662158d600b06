"""Every formula as the reader sees it: the worked examples of domain.md section 4, and arithmetic that adds up."""

import json
from types import SimpleNamespace

import pytest

from assessment.explain import explain
from assessment.explain.function import sentences
from assessment.explain.terms import Case
from assessment.i18n import speaking

EXAMPLES = [
    (
        "completion", {"actual_value": 1560.0, "target_value": 2800.0, "plan_share": 0.5, "planned_value": 1400.0,
                       "completion_rate": 1.1142857142857143, "excess_rate": 0.5, "excess_cap": 0.1},
        1.0571428571, "万元",
        ["时序计划：全年目标 2,800 万元 × 6/12 = 1,400 万元", "时序完成率：1,560 ÷ 1,400 = 1.1143",
         "得分率：min(1.1143, 1) + min(0.1, 0.5 × (1.1143 − 1)) = 1.0571"],
        "Share of the weight: min(1.1143, 1) + min(0.1, 0.5 × (1.1143 − 1)) = 1.0571",
    ),
    (
        "growth_gap", {"actual_value": -3.0, "target_value": 8.0, "gap_pp": -11.0, "gain_rate": 0.02, "gain_cap": 0.1,
                       "loss_rate": 0.05}, 0.45, "%",
        ["与目标相差：−3 − 8 = −11 个百分点", "得分率：max(0, 1 − 0.05 × 11) = 0.45"],
        "Share of the weight: max(0, 1 − 0.05 × 11) = 0.45",
    ),
    (
        "growth_gap", {"actual_value": -1.0, "target_value": -2.0, "gap_pp": 1.0, "gain_rate": 0.02, "gain_cap": 0.1,
                       "loss_rate": 0.05}, 1.02, "%",
        ["与目标相差：−1 − (−2) = 1 个百分点", "得分率：1 + min(0.1, 0.02 × 1) = 1.02"],
        "Share of the weight: 1 + min(0.1, 0.02 × 1) = 1.02",
    ),
    (
        "standard_line", {"actual_value": 93.0, "line_value": 95.0, "shortfall": 2.0, "slope": 0.04}, 0.92, "%",
        ["93% 未达标准线 95%，差 2 个百分点", "得分率：max(0, 1 − 0.04 × 2) = 0.92"],
        "Share of the weight: max(0, 1 − 0.04 × 2) = 0.92",
    ),
    (
        "minmax60", {"actual_value": 5600.0, "best_value": 8200.0, "worst_value": 1800.0, "base_share": 0.6,
                     "scored_count": 5}, 0.8375, "万元",
        ["本类计分 5 个单位，最好 8,200 万元，最差 1,800 万元；本单位 5,600 万元",
         "得分率：0.6 + (1 − 0.6) × (5,600 − 1,800) ÷ (8,200 − 1,800) = 0.8375"],
        "Share of the weight: 0.6 + (1 − 0.6) × (5,600 − 1,800) ÷ (8,200 − 1,800) = 0.8375",
    ),
    (
        "efficacy_fixed", {"actual_value": 50.0, "good_limit": 33.0, "bad_limit": 45.0, "base_share": 0.6},
        0.4333333333, "μg/m³",
        ["满意值 33 μg/m³，不允许值 45 μg/m³，实际 50 μg/m³",
         "得分率：max(0, min(1, 0.6 + (1 − 0.6) × (50 − 45) ÷ (33 − 45))) = 0.4333"],
        "Share of the weight: max(0, min(1, 0.6 + (1 − 0.6) × (50 − 45) ÷ (33 − 45))) = 0.4333",
    ),
    (
        "rank_step", {"actual_value": 80.0, "place": 2.5, "step": 0.05, "min_share": 0.5, "scored_count": 5},
        0.925, "项",
        ["80 项 在本类计分 5 个单位中列第 2.5 名（并列取平均名次）",
         "得分率：max(0.5, 1 − 0.05 × (2.5 − 1)) = 0.925"],
        "Share of the weight: max(0.5, 1 − 0.05 × (2.5 − 1)) = 0.925",
    ),
    (
        "rank_interval", {"actual_value": 99.0, "place": 2.0, "base_share": 0.8333333333, "scored_count": 10},
        0.9814814815, "分",
        ["99 分 在本类计分 10 个单位中列第 2 名",
         "得分率：0.8333 + (1 − 0.8333) × (10 − 2) ÷ (10 − 1) = 0.9815"],
        "Share of the weight: 0.8333 + (1 − 0.8333) × (10 − 2) ÷ (10 − 1) = 0.9815",
    ),
    (
        "ratio_best", {"actual_value": 100.0, "best_value": 200.0, "scored_count": 5}, 0.5, "万元",
        ["本类计分 5 个单位，最好 200 万元；本单位 100 万元", "得分率：max(0, 100 ÷ 200) = 0.5"],
        "Share of the weight: max(0, 100 ÷ 200) = 0.5",
    ),
    (
        "deduct", {"actual_value": 3.0, "per_case": 2.0, "scheme_weight": 10.0}, 0.4, "起",
        ["每件扣 2 分，共 3 起", "得分率：max(0, 1 − 2 × 3 ÷ 10) = 0.4"],
        "Share of the weight: max(0, 1 − 2 × 3 ÷ 10) = 0.4",
    ),
    (
        "graded", {"ballots": 13, "voter_groups": "互评 0.400000 × 0.8 + 领导 0.600000 × 0.9"}, 0.86, "等次",
        ["共 13 票；各票组票数足够时去掉一个最高和一个最低，再取平均", "互评：平均 0.8，权重 0.4",
         "领导：平均 0.9，权重 0.6", "得分率：(0.4 × 0.8 + 0.6 × 0.9) ÷ (0.4 + 0.6) = 0.86"],
        "Share of the weight: (0.4 × 0.8 + 0.6 × 0.9) ÷ (0.4 + 0.6) = 0.86",
    ),
    (
        "milestone", {"due_count": 2, "on_time_count": 1, "late_count": 1, "due_share": 0.5}, 0.9, "项",
        ["月底前应完成 2 个节点：按时 1 个，迟完成 1 个，未完成 0 个", "得分率：0.9"],
        "Share of the weight: 0.9",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("function", "terms", "share", "unit", "chinese", "english"), EXAMPLES)
def test_the_worked_examples_read_as_the_scheme_writes_them(
    function: str, terms: dict[str, object], share: float, unit: str, chinese: list[str], english: str
) -> None:
    case = Case(share, unit)
    with speaking("zh"):
        assert sentences(function, json.dumps(terms), case) == chinese
    with speaking("en"):
        assert sentences(function, json.dumps(terms), case)[-1] == english


def test_a_blend_opens_both_methods_and_their_weighing() -> None:
    first = {"actual_value": 40.0, "line_value": 45.0, "shortfall": 5.0, "slope": 0.04}
    second = {"actual_value": 40.0, "line_value": 50.0, "shortfall": 10.0, "slope": 0.04}
    terms = {"blend_share": 0.5, "first_share": 0.8, "second_share": 0.6, "first_terms": json.dumps(first),
             "second_terms": json.dumps(second)}  # fmt: skip
    with speaking("zh"):
        said = sentences("blend + standard_line + standard_line", json.dumps(terms), Case(0.7, "%"))
    assert said == [
        "方法1，达标：", "40% 未达标准线 45%，差 5 个百分点", "得分率：max(0, 1 − 0.04 × 5) = 0.8",
        "方法2，达标：", "40% 未达标准线 50%，差 10 个百分点", "得分率：max(0, 1 − 0.04 × 10) = 0.6",
        "加权得分率：0.5 × 0.8 + (1 − 0.5) × 0.6 = 0.7",
    ]  # fmt: skip


def gated(value: float, share: float, is_higher: bool = True) -> list[str]:
    inner = {"actual_value": value, "line_value": 80.0, "shortfall": 80 - value, "slope": 0.04}
    first = max(0.0, 1 - 0.04 * max(0.0, 80 - value))
    terms = {"gate": 60.0, "below_share": 0.3, "first_share": first, "first_terms": json.dumps(inner)}
    return sentences("threshold_then + standard_line", json.dumps(terms), Case(share, "%", is_higher))


def test_a_gate_passed_opens_the_method_behind_it_and_one_missed_does_not() -> None:
    with speaking("zh"):
        assert gated(60, 0.2) == [
            "60 过了门槛 60，再按达标计：", "60% 未达标准线 80%，差 20 个百分点", "得分率：max(0, 1 − 0.04 × 20) = 0.2",
        ]  # fmt: skip
        assert gated(59.9, 0.3) == ["59.9 未过门槛 60", "得分率：0.3"]
        assert gated(60.1, 0.3, is_higher=False) == ["60.1 未过门槛 60", "得分率：0.3"]


def test_a_countys_own_function_shows_its_terms_as_they_are() -> None:
    with speaking("en"):
        assert sentences("our_own", '{"alpha": 0.5, "note": "x", "gone": null}', Case(0.5, "%")) == [
            "our_own: alpha = 0.5; note = x", "Share of the weight: 0.5",
        ]  # fmt: skip


def test_all_equal_units_have_no_formula() -> None:
    terms = {"actual_value": 0.0, "best_value": 0.0, "worst_value": 0.0, "base_share": 0.6, "scored_count": 5}
    with speaking("zh"):
        assert sentences("minmax60", json.dumps(terms), Case(0, "起"))[-1] == "本类计分单位全部为 0：得分率为 0"
        assert (
            sentences("minmax60", json.dumps(terms), Case(1, "起", is_higher_better=False))[-1]
            == "本类计分单位数值全部相同：得分率为 1"
        )


def cell(**values: object) -> SimpleNamespace:
    """A late row without weight of others; `values` override."""
    plain: dict[str, object] = {
        "function_key": "deduct", "is_missing_target": False, "is_awaited": False, "is_carried": False,
        "own_state": "VALUE", "state": "VALUE", "department": "财政", "is_assigned": True,
        "no_case_as": "not_applicable", "value": 1.0, "is_small_sample": False, "terms": None, "share": None,
        "measure_unit": "%",
        "direction": "higher",
        "points": None, "weight": 20.0, "applicable_weight": 85.0, "won_points": None, "scheme_name": "方案",
        "scheme_name_en": None, "revision_id": 2, "file_name": None, "cell": None, "sheet": None, "upload_id": None,
        "received_on": None,
    }  # fmt: skip
    return SimpleNamespace(**(plain | values))


STATES = [
    ({"state": "LATE", "own_state": "LATE"}, ["迟报：报来之前先计 0 分，报来后重算"]),
    (
        {"state": "LATE", "own_state": "NOT_DUE", "is_carried": True},
        ["本月未到期", "沿用3月的得分率，按本月权重计", "迟报：报来之前先计 0 分，报来后重算"],
    ),
    ({"own_state": "NOT_DUE"}, ["本月未到期", "有第一个数之前不计入权重"]),
    (
        {"own_state": "NOT_DUE", "is_awaited": True},
        ["待报：财政的表尚未报来", "有第一个数之前不计入权重"],
    ),
    (
        {"own_state": "NOT_DUE", "is_awaited": True, "is_carried": True},
        ["待报：财政的表尚未报来", "沿用3月的得分率，按本月权重计"],
    ),
    ({"own_state": "NA_BY_RULE", "is_assigned": False}, ["不分管：不计入权重"]),
    ({"own_state": "NA_BY_RULE"}, ["全年目标为 0（本年未下达）：不计入权重"]),
    ({"own_state": "NO_CASE"}, ["本期没有发生：不计入权重"]),
    ({"own_state": "NO_CASE", "no_case_as": "full"}, ["本期没有发生：按方案计满分"]),
    ({"own_state": "REJECTED"}, ["退回更正：更正前按原值计"]),
    ({"own_state": "REJECTED", "value": None}, ["退回更正：补报之前计 0 分"]),
    ({"is_missing_target": True}, ["缺全年目标：草稿不计分，不能公布"]),
    ({"is_small_sample": True}, ["样本不足：参加比较的单位少于方案规定"]),
    ({}, []),
]


@pytest.mark.parametrize(("values", "rules"), STATES)
def test_every_state_says_its_rule(values: dict[str, object], rules: list[str]) -> None:
    with speaking("zh"):
        assert explain(cell(**values), "3月").states == rules


def test_points_are_shown_before_and_after_renormalising() -> None:
    with speaking("zh"):
        said = explain(cell(share=0.8, points=16.0, won_points=18.823529))
    assert said.points == ["得分：0.8 × 权重 20 = 16.00", "适用权重合计 85，折算：16.00 × 100 ÷ 85 = 18.82"]
    with speaking("zh"):
        whole = explain(cell(share=0.8, points=16.0, won_points=16.0, applicable_weight=100.0))
    assert whole.points == ["得分：0.8 × 权重 20 = 16.00"]


def test_a_cell_nobody_handed_in_says_so() -> None:
    with speaking("zh"):
        assert explain(cell()).source == ["没有报来单元格", "方案：方案", "修订 2"]
