"""按时交卷 as a visitor sees it: the golden county, whose June came three days after its due day."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assessment import access, i18n, labels, reference, settings
from assessment.store import open_store
from assessment.ui import load
from assessment.ui.scope import Scope
from assessment.ui.submissions import download
from assessment.ui.submissions.view import View
from tests.pages.conftest import Visit, words
from tests.pages.conftest import _serving as serving
from tests.pages.test_notes_on_pages import opened
from tests.queries.test_submission_proposals import TABLES, UNITS, column
from tests.rules.small_county import County

PAGE = "intake/submissions"


@pytest.fixture(autouse=True)
def on_the_ninth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels, "county_today", lambda: date(2026, 8, 9))


def rows_of(shown: str, look: str) -> list[list[str]]:
    """The words of a table's cells, row by row."""
    table = re.search(rf"<table class='sj {look}'>(.*?)</table>", shown, re.DOTALL)
    assert table
    lines = re.findall(r"<tr>(.*?)</tr>", table[1], re.DOTALL)
    cells = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", line, re.DOTALL) for line in lines]
    return [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in line] for line in cells]


def test_the_month_that_came_in(county: None, visit: Visit) -> None:
    shown = words(visit(PAGE))
    assert "<h1 class='sj-title'>6月：6 个部门中 6 个迟报</h1>" in shown
    assert "各表均已交齐：6 张表中 0 张按时" in shown
    _, *rows = rows_of(shown, "sub-board")
    found = {row[0]: row[1:6] for row in rows}
    assert found["统计"] == ["▲ 迟报 3 天", "7月18日", "7月21日", "7月21日", "5 /5"]
    assert sorted(found) == sorted(["财政", "统计", "商务", "生态", "信访", "应急"])
    assert [row[-1] for row in found.values() if row[-1] != "5 /5"] == ["4 /5 单位自身缺报 1"]
    assert "1 个单位自身缺报 1 项" in shown
    assert "戊乡" in shown
    assert "6 张表交齐 6 张；7月25日发布日已过" in shown
    assert not re.search(r">(None|nan|NaN|NaT|&lt;NA&gt;)<", shown)


def test_the_month_that_nobody_has_handed_in(county: None, visit: Visit) -> None:
    at = visit(PAGE, month="2026-07")
    assert "<h1 class='sj-title'>7月：6 个部门都未到截止日；8月18日截止，还有 9 天</h1>" in words(at)
    assert at.pills(key="choose_month").value == "2026-07"
    assert at.pills(key="choose_month").options == ["6月", "7月（下一月）"]
    assert "/upload?period=2026-06&amp;month=2026-07" in words(at)


def test_picking_a_month_writes_it_into_the_address(county: None, visit: Visit) -> None:
    at = visit(PAGE)
    at.pills(key="choose_month").set_value("2026-07").run()
    assert at.query_params["month"] in ("2026-07", ["2026-07"])
    assert "7月：6 个部门都未到截止日" in words(at)


def test_a_wrong_month_falls_back(county: None, visit: Visit) -> None:
    assert "6月：6 个部门中 6 个迟报" in words(visit(PAGE, month="2031-13"))


def test_the_day_after_the_due_day(county: None, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels, "county_today", lambda: date(2026, 8, 19))
    shown = words(visit(PAGE, month="2026-07"))
    assert "7月：6 个部门中 6 个未交" in shown
    assert "✕ 未交，超期 1 天" in shown


def test_the_year_has_a_sign_and_a_word_in_each_square(county: None, visit: Visit) -> None:
    head, *rows, foot = rows_of(words(visit(PAGE)), "sub-heat")
    assert head == ["来源部门", "6月", "7月", "迟报（月次）", "未交（月次）"]
    assert all(row[1:] == ["▲ 迟3", "○ 待交", "1", "0"] for row in rows)
    assert foot == ["迟报部门数", "6", "0", "6", ""]


@pytest.mark.parametrize("period", ["2026Q2", "2026"])
def test_a_quarter_and_a_year_show_their_last_month(county: None, visit: Visit, period: str) -> None:
    assert "6月：6 个部门中 6 个迟报" in words(visit(PAGE, period=period))


def test_it_speaks_english(county: None, visit: Visit) -> None:
    shown = words(visit(PAGE, locale="en-US"))
    assert "Jun: of 6 departments 6 handed in late" in shown
    assert "3 days late" in shown


def test_no_month_and_no_county_say_what_to_do(empty_store: None, visit: Visit) -> None:
    assert "库里还没有单位和考核方案" in words(visit(PAGE))
    reference.load(access.store(), reference.folder_files(settings.SAMPLE), "王莉")
    assert "还没有上报任何月份的数据" in words(visit(PAGE))


def test_a_month_in_which_nothing_is_owed(county: None, visit: Visit) -> None:
    files = reference.folder_files(settings.SAMPLE)
    files["indicator.csv"] = files["indicator.csv"].replace(b",monthly,cumulative", b",quarterly,cumulative")
    files["indicator.csv"] = files["indicator.csv"].replace(b",monthly,monthly", b",quarterly,monthly")
    reference.load(access.store(), files, "王莉")
    shown = words(visit(PAGE, month="2026-07"))
    assert "7月：没有部门需要交表" in shown
    assert "按各指标的报送频次，本月没有部门需要交表" in shown


def test_the_file_holds_what_the_page_shows(county: None, visit: Visit) -> None:
    visit(PAGE)

    june = date(2026, 6, 1)
    with i18n.speaking("zh"):
        view = View(Scope(load.parse("2026-06"), (), "zh"), june, (june,), date(2026, 8, 9))
        month, year, units = download.tables(view)
    assert len(month.rows) == len(year.rows) == 6
    assert {row[3] for row in month.rows} == {"迟报 3 天"}
    assert units.rows == [["戊乡", "A", 1, units.rows[0][3], units.rows[0][4]]]


@pytest.fixture
def with_departments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A county in which 统计局 is an assessed unit and handed in two tables of May late."""
    store = open_store(tmp_path)
    small = County(store, UNITS, **TABLES)
    small.hand_in("2026-05", date(2026, 6, 20), results=column("产值"))
    small.hand_in("2026-05", date(2026, 6, 18), results=column("耕地"))
    store.close()
    yield from serving(tmp_path, monkeypatch)


def test_what_the_record_adds_to_reported_lateness_is_offered(with_departments: None, visit: Visit) -> None:
    at = visit(PAGE)
    shown = words(at)
    assert "收表记录显示 2 个单位的迟报多于已报" in shown
    _, *rows = rows_of(shown, "sub-offer")
    assert rows == [
        ["统计局", "B", "2", "0", "迟报 0，缺报 0", "扣分：迟报每表 0.5，缺报每表 1", "▲ 应补报 2 次"],
        ["信访局", "B", "0", "1", "迟报 0，缺报 0", "扣分：迟报每表 0.5，缺报每表 1", "▲ 应补报 1 次"],
    ]
    assert at.get("download_button")[0].proto.id.endswith("download_lateness")


def test_a_number_is_sent_back_on_the_page(county: None, visit: Visit) -> None:
    at = opened(visit(PAGE), "sending_back")
    at.selectbox(key="send_back_indicator_0").select("S06").run()
    at.selectbox(key="send_back_unit_S06_0").select("A02").run()
    assert "公布前原数保留并加标记，公布后按迟报计。" in words(at)
    next(button for button in at.button if button.label == "退回").click().run()
    assert [box.value for box in at.warning] == ["请填写经办人和退回原因。"]
    at.text_input(key="send_back_who_2").set_value("李敏")
    at.text_input(key="send_back_reason_2").set_value("数字有疑")
    next(button for button in at.button if button.label == "退回").click().run()
    (done,) = [box.value for box in at.success]
    assert done.startswith("已退回：信访事项按期办结率")
    assert done.endswith("93%；修订 3。")
    assert "退回 1 格" in words(at)
    assert at.selectbox(key="send_back_indicator_1").value is None
    assert "2026年6月：退回乙镇 " in words(visit("intake/history"))
