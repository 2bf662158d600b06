"""What the supplements' page says, by rows written by hand."""

from datetime import datetime
from types import SimpleNamespace

import pandas as pd
import pytest

from assessment import i18n
from assessment.findings import supplements as findings


@pytest.fixture(autouse=True)
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "current", lambda: "zh")


def life(state: str = "running", ends_on: datetime | None = None) -> SimpleNamespace:
    return SimpleNamespace(
        module="三争取", module_en="Three wins", state=state, starts_on=datetime(2026, 3, 1), ends_on=ends_on
    )


def total(name: str, ahead_pp: float | None, count: int = 5, **values: object) -> dict[str, object]:
    """A row for all types together; ΣX 34,200 of ΣT 65,643 万元 unless said otherwise."""
    return {
        "indicator": name, "indicator_en": None, "unit_type": None, "measure_unit": "万元", "value": 34200.0,
        "annual_rate": 0.521, "ahead_pp": ahead_pp, "unit_count": count, "late_count": 0, "awaited_count": 0,
    } | values  # fmt: skip


def totals(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(list(rows) or [total("到位资金", 0.0)]).iloc[: len(rows)]


def scores(*values: float | None) -> pd.DataFrame:
    units = [f"{name}镇" for name in "甲乙丙丁戊己"[: len(values)]]
    return pd.DataFrame({"unit": units, "unit_en": None, "score": pd.array(values, dtype="Float64").astype("float64")})


def said(found: pd.DataFrame, won: pd.DataFrame | None = None) -> str:
    return findings.headline(life(), "2026年6月", found, scores() if won is None else won)


def test_the_title_names_the_sum_its_rate_and_who_is_behind() -> None:
    found = totals(total("到位资金", 2.1), total("争取项目", 0.0), total("争取政策", -3.4))
    assert (
        said(found) == "三争取：2026年6月到位资金 3.42 亿元，完成全年目标 52.1%，"
        "快于时序 2.1 个百分点；争取政策落后时序"
    )


@pytest.mark.parametrize(
    ("ahead", "words"),
    [(-2.06, "慢于时序 2.1 个百分点"), (0.04, "与时序持平"), (-0.04, "与时序持平"), (0.05, "快于时序 0.1 个百分点")],
)
def test_a_distance_is_what_is_written(ahead: float, words: str) -> None:
    assert said(totals(total("到位资金", ahead))).endswith(words)
    assert "落后" not in said(totals(total("到位资金", 1.0), total("争取项目", -0.04)))


def test_nobody_has_reported_the_first_indicator() -> None:
    assert said(totals(total("到位资金", None, 0))) == "三争取：2026年6月还没有单位报送到位资金"


def test_types_are_no_part_of_the_title() -> None:
    found = totals(total("到位资金", 2.1), total("到位资金", -9.0, unit_type="A"))
    assert "落后" not in said(found)


@pytest.mark.parametrize(
    ("won", "words"),
    [
        (scores(), "还没有单位得分"),
        (scores(None, None), "还没有单位得分"),
        (scores(100.0), "1 个单位中 1 个得满分，没有低于 60 分的"),
        (scores(104.0, 60.0, 59.99), "3 个单位中 1 个得满分，1 个不足 60 分"),
    ],
)
def test_a_supplement_whose_indicators_do_not_add_up_counts_units(won: pd.DataFrame, words: str) -> None:
    assert said(totals(), won) == f"三争取：{words}"


def test_a_supplement_to_come_and_one_that_is_over_say_so() -> None:
    over = life("ended", datetime(2026, 5, 31))
    assert findings.headline(life("coming"), "2026年2月", totals(), scores()) == "三争取将于2026年3月开始"
    assert findings.headline(over, "2026年5月", totals(), scores()) == "三争取已于2026年5月结束"
    assert findings.headline(over, "2026年5月", totals(), scores(100.0)).startswith(
        "三争取已于2026年5月结束：1 个单位中"
    )


EXTREMES = [
    (scores(), "还没有单位得分"),
    (scores(88.0), "仅甲镇，88.00"),
    (scores(88.0, 88.0), "2 个单位同为 88.00"),
    (scores(90.0, 80.0, None), "最好甲镇 90.00；最弱乙镇 80.00"),
    (scores(90.0, 90.0, 70.0), "最好甲镇、乙镇 90.00；最弱丙镇 70.00"),
    (scores(90.0, 90.0, 90.0, 90.0, 70.0), "最好4 个单位并列 90.00；最弱戊镇 70.00"),
]


@pytest.mark.parametrize(("rows", "words"), EXTREMES)
def test_the_best_and_the_weakest_of_a_type(rows: pd.DataFrame, words: str) -> None:
    assert findings.extremes(list(rows.itertuples(index=False))) == words


def test_a_life_is_said_by_its_months() -> None:
    assert findings.life_words(life()) == "2026年3月起，未定期限"
    assert findings.life_words(life(ends_on=datetime(2026, 6, 8))) == "2026年3月至2026年6月"
    assert findings.life_words(life(ends_on=datetime(2026, 3, 31))) == "2026年3月"


def test_who_is_left_out_of_a_sum_is_counted() -> None:
    assert findings.missing(SimpleNamespace(late_count=0, awaited_count=0)) == ""
    both = SimpleNamespace(late_count=3, awaited_count=1)
    assert findings.missing(both) == "3 个单位迟报未计、1 个单位无数值或无目标未计"
