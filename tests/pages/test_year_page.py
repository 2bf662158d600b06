"""月小评·季小结·年汇总 as a visitor sees it."""

import re

from assessment.ui import load
from tests.pages.conftest import Visit, words


def test_every_number_leads_to_its_period_and_says_its_rank(county: None, visit: Visit) -> None:
    shown = words(visit("review/year", period="2026-06", type="A"))
    assert "A 乡镇，2026年6月：" in shown
    found = re.search(r"title='([^']*)'><a data-go href='/rankings\?period=2026-06&amp;type=A'>104.32", shown)
    assert found, "甲镇's June"
    assert found[1] == "2026年6月 · 第 1 名（共 5 个） · 优秀"
    assert "年度得分 = 0.4 × " in shown


def test_marks_in_words(county: None, visit: Visit) -> None:
    shown = words(visit("review/year", period="2026-06"))
    for word in ("暂定", "阶段性", "斜体：不参加排名"):
        assert word in shown
    assert "None" not in shown
    assert "nan" not in shown


def test_the_year_of_the_chosen_quarter_or_year(county: None, visit: Visit) -> None:
    for period in ("2026Q2", "2026"):
        assert "104.32" in words(visit("review/year", period=period))


def test_an_empty_store_says_what_to_do(empty_store: None, visit: Visit) -> None:
    assert "sj-title" in words(visit("review/year"))


def test_it_speaks_english(county: None, visit: Visit) -> None:
    shown = words(visit("review/year", locale="en-US", period="2026-06"))
    assert "rank 1 of 5" in shown
    assert load.type_names()
