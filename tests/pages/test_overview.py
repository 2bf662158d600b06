"""The overview of the golden county: in both languages, filtered, since a visit, as a workbook."""

import io
import re
import time
from typing import Any

import openpyxl
import pandas as pd
import pytest

from assessment import access, i18n, intake
from assessment.export import workbook_bytes
from assessment.export.overview_tables import overview_tables
from assessment.periods import Period
from assessment.ui import overview, visits
from assessment.ui.overview import since
from assessment.ui.scope import Scope
from tests.pages.conftest import Visit, words
from tests.pages.golden import golden_june

JUNE = Period.parse("2026-06")


def test_the_title_is_the_finding(county: None, visit: Visit) -> None:
    shown = words(visit("review/overview"))
    assert re.search(r"<h1 class='sj-title'>6月：首次定档；.*；1 个单位迟报</h1>", shown)
    assert "2026年6月 · 5 个单位参加排名 · 1 类为暂定 · 没有上期可比" in shown


def test_the_type_shows_its_tiers_leader_and_median(county: None, visit: Visit) -> None:
    shown = words(visit("review/overview"))
    bar = re.search(r"<span class='ov-bar' style='width:100.0%'>(.*?)</span>", shown)
    assert bar
    assert re.findall(r"<i class='(t\d)'[^>]*>(\d+)</i>", bar[1]) == [("t1", "1"), ("t2", "2"), ("t3", "2")]
    assert "甲镇</a><small>104.32 分 · 领先 9.38</small>" in shown
    assert "<td class='num mid ov-median'>93.05<small></small></td>" in shown


def test_who_is_late_with_what_and_what_it_may_be_worth(county: None, visit: Visit) -> None:
    shown = words(visit("review/overview"))
    assert "戊乡迟报" in shown
    lines = re.findall(r"<section class='ov-missing'>.*?<li>(.*?)</li>", shown)
    assert len(lines) == 1
    said = re.sub(r"<[^>]*>", "", lines[0])
    assert said == "戊乡 A 最多可补 20.00 分一般公共预算收入（财政）"


def test_it_speaks_english(county: None, visit: Visit) -> None:
    shown = words(visit("review/overview", "en-US"))
    assert "Jun: placed in tiers for the first time" in shown
    assert "Jia Town" in shown
    visible = re.sub(r"<[^>]*>", "", shown)
    assert not re.search(r"\b(None|nan|NaT)\b", visible)


@pytest.mark.parametrize("code", ["2026Q2", "2026"])
def test_quarters_and_years_have_an_overview_too(county: None, visit: Visit, code: str) -> None:
    shown = words(visit("review/overview", period=code))
    assert "<h1 class='sj-title'>" in shown
    assert not re.search(r">(None|nan|NaN|NaT|&lt;NA&gt;)<", shown)


def test_links_keep_the_scope(county: None, visit: Visit) -> None:
    shown = words(visit("review/overview", type="A"))
    assert "href='/unit_profile?period=2026-06&amp;type=A&amp;unit=" in shown
    assert "href='/rankings?period=2026-06&amp;type=A'" in shown


def test_the_workbook_holds_what_the_page_shows(county: None) -> None:
    with i18n.speaking("zh"):
        blocks = overview.load_blocks(JUNE, ())
        book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(overview_tables(blocks), {"页面": "总览"})))
    assert book.sheetnames[:2] == ["各类", "档次"]
    heading, *lines = book["档次"].iter_rows(values_only=True)
    assert heading[:3] == ("类型", "档次", "单位数")
    assert [line[1:3] for line in lines] == [("优秀", 1), ("良好", 2), ("一般", 2), ("较差", 0)]


class Cookies:
    """A reader whose last visit was an hour ago, when the store held a revision."""

    def __init__(self, version: int) -> None:
        now = int(time.time())
        self.text = f"1.{now}.{access.reader().data_version}.{now - 3600}.{version}"

    def get(self, name: str) -> str | None:
        return self.text if name == visits.COOKIE else None


def told(monkeypatch: pytest.MonkeyPatch, version: int | None) -> str:
    cookies: Any = Cookies(version) if version is not None else {}
    monkeypatch.setattr(since.st, "context", type("Context", (), {"cookies": cookies}))
    with i18n.speaking("zh"):
        return re.sub(r"<[^>]*>", "", since.html(Scope(JUNE, (), "zh")))


def test_a_first_visit_claims_nothing(county: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, None) == ""


def test_a_visit_without_news_says_so(county: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, 2).endswith("以来：没有变化")


def test_a_month_that_came_since_is_named_and_moves_nobody_else(county: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, 1).endswith("以来：导入2026年6月；此前各期的名次和档次未受影响")


def test_a_correction_names_who_moved_and_opens_its_revision(county: None, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = intake.preview(access.store(), [("改.xlsx", golden_june(D5=100))], JUNE, pd.Timestamp(2026, 7, 25).date())
    intake.commit(access.store(), preview, "王莉")
    text = told(monkeypatch, 2)
    assert "更正2026年6月 1 处" in text
    assert "2 个单位此前的名次或档次有变：丙镇（2026年6月一般→良好）、乙镇（2026年6月良好→一般）" in text
    monkeypatch.setattr(since.st, "context", type("Context", (), {"cookies": Cookies(2)}))
    assert "revision=3" in since.html(Scope(JUNE, (), "zh"))
