"""What the dictionary says, by rows written by hand."""

from datetime import datetime
from types import SimpleNamespace

import pandas as pd
import pytest

from assessment import i18n
from assessment.findings import dictionary as findings


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "current", lambda: "zh")


CHANGE: dict[str, object] = {
    "scheme_id": "2026", "previous_id": "2024", "effective_month": datetime(2026, 1, 1), "indicator_id": "J01",
    "unit_type": "A", "change": "weight", "is_new": False, "is_gone": False, "weight_before": 15.0,
    "weight_after": 12.0, "module_before": "主干", "module_before_en": None, "module_after": "主干",
    "module_after_en": None,
}  # fmt: skip


def change(**values: object) -> dict[str, object]:
    return CHANGE | values


def changes(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(list(rows) or [CHANGE]).iloc[: len(rows)]


def entries(*in_force: bool) -> pd.DataFrame:
    return pd.DataFrame({"is_in_force": list(in_force)})


def test_the_title_counts_indicators_and_what_the_scheme_changed() -> None:
    found = changes(
        change(),
        change(unit_type="B1"),
        change(indicator_id="G01", change="added", is_new=True),
        change(indicator_id="G01", unit_type="B1", change="added", is_new=True),
        change(indicator_id="Y04", change="ended", is_gone=True),
        change(indicator_id="S01", change="added"),
    )
    title = findings.headline(entries(True, True, False), found, "2026")
    assert title == "现行 2 项指标；2026年1月起新增 1 项、停用 1 项、调整 2 项"


def test_the_first_scheme_has_nothing_to_compare_with() -> None:
    assert findings.headline(entries(True), changes(), "2026") == "现行 1 项指标"
    assert findings.headline(entries(True), changes(change()), "2024") == "现行 1 项指标"
    assert findings.headline(entries(False), changes(), None) == "还没有生效的方案"


def entry(**values: object) -> SimpleNamespace:
    plain: dict[str, object] = {
        "indicator": "一般公共预算收入", "indicator_en": None, "is_in_force": True, "function": "completion",
        "function_count": 1,
    }  # fmt: skip
    return SimpleNamespace(**(plain | values))


TITLES = [
    (entry(), [8.0, 8.0], 2, "按时序完成率，各类权重均为 8"),
    (entry(), [2.5, 8.0], 2, "按时序完成率，各类权重 2.5 至 8"),
    (entry(), [8.0], 7, "按时序完成率，7 类中 1 类采用，权重 8"),
    (entry(), [8.0], 1, "按时序完成率，权重 8"),
    (entry(), [], 1, "所选类型未采用"),
    (entry(function_count=2), [8.0, 8.0], 2, "各类型计分方法不同，各类权重均为 8"),
    (entry(is_in_force=False), [], 7, "现行方案未采用"),
]


@pytest.mark.parametrize(("row", "weights", "types", "words"), TITLES)
def test_one_indicator_has_its_method_and_weight_as_title(
    row: SimpleNamespace, weights: list[float], types: int, words: str
) -> None:
    assert findings.about_one(row, weights, types) == f"一般公共预算收入：{words}"


def lines(*rows: dict[str, object]) -> list[str]:
    words = {"2024": "达标：达到 95% 得满分", "2026": "达标：达到 98% 得满分"}
    found = [SimpleNamespace(**row) for row in rows]
    return findings.history(found, lambda scheme, unit_type: words[scheme] if unit_type != "E" else "同")


def test_types_that_changed_alike_stand_in_one_line() -> None:
    assert lines(change(), change(unit_type="B1"), change(unit_type="D", weight_after=10.0)) == [
        "A、B1：权重 15 → 12",
        "D：权重 15 → 10",
    ]


def test_every_kind_of_change_has_its_words() -> None:
    assert lines(change(change="added")) == ["A：新增，权重 12，列入“主干”"]
    assert lines(change(change="ended")) == ["A：停用（原权重 15）"]
    assert lines(change(change="module", module_after="三争取")) == ["A：模块由“主干”调整为“三争取”"]
    assert lines(change(change="parameter")) == [
        "A：参数变更。原为：达标：达到 95% 得满分。现为：达标：达到 98% 得满分"
    ]
    assert lines(change(change="function"))[0].startswith("A：计分方法变更。原为：")
    assert lines(change(change="no_case")) == ["A：无事项月份的计法变更"]
    assert lines(change(change="voters")) == ["A：票组或票组权重变更"]
    assert lines(change(change="plan")) == ["A：时序进度变更"]


def test_a_parameter_that_the_function_does_not_use_is_no_change() -> None:
    assert lines(change(change="parameter", unit_type="E")) == []


def test_targets_say_their_range_and_who_has_none() -> None:
    row = SimpleNamespace(least_target=400.0, most_target=62000.0, unit_count=15, not_set_count=0)
    assert findings.target(row, "万元") == "400 万元 至 6.2 亿元（15 个单位）"
    row = SimpleNamespace(least_target=100.0, most_target=100.0, unit_count=3, not_set_count=1)
    assert findings.target(row, "%") == "100%（3 个单位），其中 1 个本年未下达"


def test_what_a_value_can_be() -> None:
    def said(low: float | None, high: float | None) -> str:
        return findings.value_range(SimpleNamespace(min_value=low, max_value=high, measure_unit="%"))

    assert [said(None, None), said(0.0, None), said(None, 100.0), said(0.0, 100.0)] == [
        "不限",
        "不小于 0%",
        "不大于 100%",
        "0 至 100%",
    ]
