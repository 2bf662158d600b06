"""Every scoring function in words, with its parameters, in both languages."""

from types import SimpleNamespace

import pytest

from assessment.explain.cell_words import cell_words
from assessment.explain.rule_words import sentence
from assessment.i18n import speaking

DEFAULTS: dict[str, object] = {
    "direction": "higher", "measure_unit": "%", "excess_cap": 0.1, "excess_rate": 0.5, "gain_cap": 0.1,
    "gain_rate": 0.02, "loss_rate": 0.05, "line": None, "slope": 0.04, "base_share": 0.6, "good_value": None,
    "bad_value": None, "step": 0.05, "min_share": 0.5, "tie_rank": "mean", "blend_share": 0.5, "per_case": None,
    "trim_over": 5, "late_share": 0.8, "gate": None, "below_share": 0.0, "floor_value": None, "is_by_plan": False,
    "grades": ["好", "一般"], "grade_shares": [1.0, 0.6], "voters": None, "voter_weights": None, "own_limit_count": 0,
}  # fmt: skip


def rule(function: str, **values: object) -> SimpleNamespace:
    """A rule row with the defaults of domain.md section 4."""
    return SimpleNamespace(**(DEFAULTS | {"function": function} | values))


SENTENCES = [
    (rule("completion", measure_unit="万元"),
     "按时序完成率：按时序目标折算，达到得满分，未达到按比例得分；超额每 1% 加 0.5%，最多加 10%",
     "Completion against plan: full marks at the plan to date, in proportion below it; each 1% above adds 0.5%, at "
     "most 10%"),
    (rule("completion", excess_cap=0.0, floor_value=0.6),
     "按时序完成率：按时序目标折算，达到得满分，未达到按比例得分；超额不加分；完成率低于 60% 得 0 分", None),
    (rule("growth_gap"),
     "增速对比目标：达到目标值得满分；每高 1 个百分点加 2%，最多加 10%；每低 1 个百分点减 5%",
     "Growth against its target rate: full marks at the target rate; each percentage point higher adds 2%, at most "
     "10%; each percentage point lower takes 5%"),
    (rule("growth_gap", direction="lower"),
     "增速对比目标：达到目标值得满分；每低 1 个百分点加 2%，最多加 10%；每高 1 个百分点减 5%", None),
    (rule("standard_line", line=95.0),
     "达标：达到 95% 得满分；每差 1 个百分点减 4%",
     "Reaching a line: full marks from 95%; each percentage point below takes 4%"),
    (rule("standard_line", line=100.0, is_by_plan=True, floor_value=20.0, own_limit_count=2),
     "达标：达到 100% 得满分；每差 1 个百分点减 4%；标准线按时序进度折算；低于 20% 得 0 分；2 个单位另定标准", None),
    (rule("standard_line", line=10.0, direction="lower", measure_unit="天", floor_value=20.0),
     "达标：不高于 10 天 得满分；每高出 1 天减 4%；高于 20 天 得 0 分", None),
    (rule("minmax60"),
     "功效系数（类内相对）：类内最好得满分，最差得 60%，其余按与最差的距离折算",
     "Efficacy within the type: the best of the type gets full marks, the last 60%, the others in between by their "
     "distance"),
    (rule("efficacy_fixed", good_value=33.0, bad_value=45.0, measure_unit="μg/m³", direction="lower"),
     "功效系数（固定标准）：满意值 33 μg/m³ 得满分，不允许值 45 μg/m³ 得 60%，中间及以外按直线折算，"
     "最低 0 分，不超过满分",
     "Efficacy between fixed values: full marks at the good value 33 μg/m³, 60% at the bad value 45 μg/m³, on a "
     "straight line between and beyond, never below 0 or above full marks"),
    (rule("rank_step", step=0.02, tie_rank="best"),
     "名次递减：类内第 1 名得满分，每后一名减 2%，最低 50%；并列按最好名次",
     "Rank by steps: first in the type gets full marks, each place behind takes 2%, at least 50% remain; tied units "
     "share their best place"),
    (rule("rank_interval"),
     "名次区间：类内第 1 名得满分，末名得 60%，其余按名次等距折算；并列按平均名次",
     "Rank by intervals: first in the type gets full marks, the last 60%, the others evenly by place; tied units "
     "share their mean place"),
    (rule("ratio_best"),
     "与最好值之比：按与类内最好值之比得分；负值得 0 分",
     "Ratio to the best: the value as a part of the best of the type; a negative value gets 0"),
    (rule("deduct", per_case=0.5),
     "逐件扣分：每发生一件（次）扣 0.5 分，扣完为止",
     "Deduction per case: each case takes 0.5 points off the weight, down to 0"),
    (rule("graded", voters=["领导", "互评"], voter_weights=[0.6, 0.4]),
     "等次评价：按评价票平均：好 100%、一般 60%；票组超过 5 票的，去掉一个最高和一个最低；票组权重：领导 60%、互评 40%",
     "Graded by ballot: the mean of the ballots: 好 100%, 一般 60%; a group with more than 5 ballots drops one highest "
     "and one lowest; groups weigh 领导 60%, 互评 40%"),
    (rule("milestone"),
     "节点：按月底前应完成的节点计：按时完成计 100%，逾期完成计 80%，未完成计 0",
     "Milestones: of the milestones due by the month's end, those on time count in full, late ones 80%, open ones 0"),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "chinese", "english"), SENTENCES)
def test_each_function_says_its_parameters(stated: SimpleNamespace, chinese: str, english: str | None) -> None:
    with speaking("zh"):
        assert sentence(stated) == chinese
    if english:
        assert sentence(stated) == english


def test_a_blend_says_both_its_methods_and_their_shares() -> None:
    parts = [rule("completion", measure_unit="万元"), rule("minmax60")]
    with speaking("zh"):
        assert sentence(rule("blend", blend_share=0.75), parts) == (
            "两法加权：75% 采用按时序完成率（按时序目标折算，达到得满分，未达到按比例得分；"
            "超额每 1% 加 0.5%，最多加 10%）；"
            "25% 采用功效系数（类内相对）（类内最好得满分，最差得 60%，其余按与最差的距离折算）"
        )
    assert sentence(rule("blend"), parts).startswith("Blend of two methods: 50% by Completion against plan (full")


def test_a_gate_is_a_value_or_for_completion_a_rate() -> None:
    with speaking("zh"):
        assert sentence(rule("threshold_then", gate=60.0), [rule("standard_line", line=80.0)]) == (
            "先过门槛再计分：低于 60% 得 0%；达到后采用达标（达到 80% 得满分；每差 1 个百分点减 4%）"
        )
        over_rate = sentence(rule("threshold_then", gate=0.5, below_share=0.3), [rule("completion")])
        assert over_rate.startswith("先过门槛再计分：时序完成率低于 50% 得 30%；达到后采用按时序完成率（")
        lower = sentence(rule("threshold_then", gate=10.0, direction="lower"), [rule("standard_line", line=5.0)])
        assert lower.startswith("先过门槛再计分：高于 10% 得 0%；不高于时采用达标（")


def test_a_function_of_the_county_s_own_is_named_only() -> None:
    assert sentence(rule("our_own")) == "our_own"


def entry(**values: object) -> SimpleNamespace:
    plain: dict[str, object] = {
        "allows_no_case": False, "is_no_case_full": False, "frequency": "monthly", "missing_table_is": "NOT_DUE",
        "function": "completion",
    }  # fmt: skip
    return SimpleNamespace(**(plain | values))


def test_what_stands_in_a_cell_has_its_meaning() -> None:
    with speaking("zh"):
        said = dict(cell_words(entry()))
        assert said["空白"].startswith("过了报送截止日按迟报处理，报来之前计 0 分；部门整张表未报的，按待报处理")
        assert said["0"] == "真实的零，按数值计分"
        assert said["无、—、/"] == "本指标不允许，上传时会要求改填数字"
        assert "沿用本年最近一次得分率" in said["未到期"]
        assert "按迟报处理" in dict(cell_words(entry(missing_table_is="LATE")))["空白"].split("；")[1]
        full = dict(cell_words(entry(allows_no_case=True, is_no_case_full=True, frequency="annual")))
        assert full["无、—、/"].endswith("计满分")
        assert full["未到期"] == "到期之前不计入权重"
        assert dict(cell_words(entry(allows_no_case=True)))["无、—、/"].endswith("不计入权重")


def test_ballots_and_milestones_take_no_number() -> None:
    with speaking("zh"):
        assert dict(cell_words(entry(function="graded")))["“指标”表"] == "不填数，按“评价票”表的票数计分"
        assert dict(cell_words(entry(function="milestone")))["没有日期"] == "视为未完成，到期后计 0"
