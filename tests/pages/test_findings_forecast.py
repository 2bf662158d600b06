"""Where an indicator's units are heading, in words, by rows written by hand."""

from types import SimpleNamespace
from typing import Any

from assessment import i18n
from assessment.findings import forecast as findings


def unit(name: str, outlook: str, rate: float = 0.8) -> Any:
    return SimpleNamespace(unit=name, unit_en=f"{name} Town", outlook=outlook, forecast_rate=rate)


def test_the_title_counts_who_will_miss_the_target_and_names_the_lowest() -> None:
    rows = [unit("甲镇", "missed", 0.601), unit("乙镇", "at_risk", 0.98), unit("丙镇", "likely", 1.01)]
    with i18n.speaking("zh"):
        assert findings.headline(rows) == "预判：3 个单位中 2 个完不成全年目标；甲镇最低，预计完成 60.1%"
        assert findings.headline(rows[2:]) == "预判：各单位全年目标均可完成"
    told = "2 of 3 units are expected to miss the annual target; 甲镇 Town lowest, 60.1% by then"
    assert findings.headline(rows) == told


def test_an_outlook_has_its_word() -> None:
    with i18n.speaking("zh"):
        words = [findings.outlook(code) for code in ("reached", "safe", "likely", "at_risk", "missed")]
    assert words == ["已达到", "稳妥", "可望", "有风险", "难以完成"]


def test_what_is_expected_is_told_with_the_error_of_earlier_years() -> None:
    assert findings.expected(0.677, 0.0755) == "67.7% ± 5.1"
    assert findings.expected(0.5, 0.1) == "50.0% ± 5.0", "as many decimals in every row"
    assert findings.expected(0.677, None) == "67.7%"
    assert findings.expected(None, 0.1) == "—"
