"""议定事项 as a visitor sees it: the golden county in June, an item put on the list, changed, opened by its address."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment import access, follow_ups, i18n, labels, reference, settings
from assessment.follow_ups import Item
from assessment.periods import Period
from assessment.reports.follow_ups import follow_ups as _report
from assessment.store import open_store
from assessment.ui import load
from assessment.ui.follow_ups import download
from assessment.ui.follow_ups.view import View, next_month_end
from assessment.ui.scope import Scope
from tests.pages.conftest import Visit, words
from tests.pages.conftest import _serving as serving
from tests.pages.test_notes_on_pages import opened, press
from tests.pages.test_submissions_page import rows_of
from tests.rules.small_county import County

PAGE = "meeting/follow_ups"
JUNE = Period.parse("2026-06")
ITEM = Item(title="补齐收入缺口", owner_unit_id="A01", due_on=date(2026, 7, 31), period=JUNE, unit_type="A")


@pytest.fixture(autouse=True)
def on_the_tenth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels, "county_today", lambda: date(2026, 8, 10))
    monkeypatch.setattr(settings, "now", lambda: datetime(2026, 7, 22, 4))


def add(**more: object) -> int:
    return follow_ups.add(access.store(), replace(ITEM, **more), "王莉")


def key(number: int, version: int, name: str) -> str:
    return f"follow_up_{number}_{version}_{name}"


def title(at: AppTest) -> str:
    return words(at).split("<h1 class='sj-title'>")[1].split("</h1>")[0]


def test_a_list_without_an_item_says_so_and_offers_what_to_do(county: None, visit: Visit) -> None:
    at = visit(PAGE)
    assert title(at) == "还没有议定事项"
    assert "没有在办事项。" in words(at)
    assert [fold.label for fold in at.expander] == ["手工立项"]
    assert "No follow-ups yet" in words(visit(PAGE, locale="en-US"))


def test_no_county_says_what_to_do(empty_store: None, visit: Visit) -> None:
    assert "库里还没有单位和考核方案" in words(visit(PAGE))
    reference.load(access.store(), reference.folder_files(settings.SAMPLE), "王莉")
    assert "还没有上报任何月份的数据" in words(visit(PAGE))


def test_the_list_shows_state_item_owner_and_days(county: None, visit: Visit) -> None:
    add(person="分管副镇长", indicator_id="J01")
    add(title="<b>补</b>", due_on=date(2026, 8, 15), unit_type=None)
    add(title="已办", state="done", evidence="已入库")
    at = visit(PAGE)
    assert title(at) == "议定事项：1 项逾期；1 项办理中"
    head, *rows = rows_of(words(at), "fu-list")
    assert head == ["状态", "事项", "责任单位", "办结期限", "后续结果"]
    assert [row[0] for row in rows] == ["■ 逾期", "○ 办理中"]
    assert [row[2] for row in rows] == ["甲镇 分管副镇长", "甲镇"]
    assert [row[3] for row in rows] == ["7月31日 逾期 10 天", "8月15日 还有 5 天"]
    assert rows[0][4].endswith("；后续月份待出")
    assert "&lt;b&gt;补&lt;/b&gt;" in words(at)
    assert "/unit_profile?period=2026-06&amp;unit=A01" in words(at)


def test_done_and_dropped_ones_are_one_click_away_and_stay_in_the_address(county: None, visit: Visit) -> None:
    add()
    add(title="不办了", state="dropped", evidence="并入另一项")
    assert "不办了" not in words(visit(PAGE))
    at = visit(PAGE)
    at.segmented_control(key="choose_show").set_value("all").run()
    assert at.query_params["show"] in ("all", ["all"])
    assert [row[0] for row in rows_of(words(at), "fu-list")[1:]] == ["■ 逾期", "✕ 不再督办"]
    assert "item=2&amp;show=all" in words(at)


def test_the_address_opens_an_item_and_its_history(county: None, visit: Visit) -> None:
    number = add(indicator_id="J01")
    follow_ups.change(access.store(), number, replace(ITEM, indicator_id="J01", person="镇长"), 1, "李强")
    at = visit(PAGE, item="1")
    shown = words(at)
    assert at.text_input(key=key(1, 2, "title")).value == "补齐收入缺口"
    assert "责任人：— → 镇长" in shown
    assert "立项：责任单位 甲镇，2026-07-31 前办结" in shown
    assert "indicator_completion?period=2026-06&amp;indicator=J01&amp;group=A" in shown
    assert [box.value for box in visit(PAGE, item="9").info] == ["没有第 9 号议定事项。"]


def test_an_item_is_changed_and_what_it_said_is_kept(county: None, visit: Visit) -> None:
    add()
    at = visit(PAGE, item="1")
    at.segmented_control(key=key(1, 1, "state")).set_value("done")
    at.text_input(key=key(1, 1, "who")).set_value("王莉")
    assert [box.value for box in press(at, "保存").error] == ["办结须写明办理情况（依据）。"]
    at.text_input(key=key(1, 1, "evidence")).set_value("已入库 320 万元")
    at = press(at, "保存")
    assert [box.value for box in at.success] == ["已保存；改动前的内容留在下方办理记录中。"]
    assert "状态：办理中 → 已办结；办理情况：已入库 320 万元" in words(at)
    assert title(at) == "议定事项：没有在办事项"
    assert at.text_input(key=key(1, 2, "evidence")).value == "已入库 320 万元"
    assert at.text_input(key=key(1, 2, "who")).value == "王莉", "asked for once"


def test_everything_wrong_is_said_at_once(county: None, visit: Visit) -> None:
    add()
    at = visit(PAGE, item="1")
    at.text_input(key=key(1, 1, "title")).set_value(" ")
    at.segmented_control(key=key(1, 1, "state")).set_value("dropped")
    said = ["议定事项须写明事项名称。", "请填写经办人。", "不再督办须写明理由。"]
    assert [box.value for box in press(at, "保存").error] == said


def test_what_somebody_wrote_meanwhile_is_told_and_neither_change_is_lost(county: None, visit: Visit) -> None:
    add()
    at = visit(PAGE, item="1")
    follow_ups.change(access.store(), 1, replace(ITEM, person="镇长"), 1, "李强")
    at.text_input(key=key(1, 1, "evidence")).set_value("正在办")
    at.text_input(key=key(1, 1, "who")).set_value("王莉")
    at = press(at, "保存")
    assert at.error[0].value.replace("\\", "").startswith("李强已于 2026-07-22 12:00 改过这一事项。")
    assert "责任人：— → 镇长" in at.warning[0].value.replace("\\", "")
    assert at.text_input(key=key(1, 1, "evidence")).value == "正在办", "nothing typed is lost"
    at = press(at, "保存")
    assert not at.error
    found = follow_ups.of_row(load.written(_report, JUNE.start, date(2026, 8, 10)).iloc[0].to_dict())
    assert (found.person, found.evidence) == ("镇长", "正在办")


def test_an_item_is_put_on_the_list_by_hand(county: None, visit: Visit) -> None:
    at = opened(visit(PAGE), "follow_up_adding")
    assert [box.value for box in press(at, "立项").error] == [
        "议定事项须写明事项名称。",
        "请选择责任单位。",
        "请填写经办人。",
    ]
    at.text_input(key="follow_up_new_0_title").set_value("补齐收入缺口")
    at.selectbox(key="follow_up_new_0_owner").select("A02")
    at.selectbox(key="follow_up_new_0_indicator").select("J01")
    at.text_input(key="follow_up_new_0_who").set_value("王莉")
    at = press(at, "立项")
    assert [box.value for box in at.success] == ["已立项，编号 1。"]
    assert at.query_params["item"] in ("1", ["1"])
    assert at.text_input(key=key(1, 1, "title")).value == "补齐收入缺口"
    assert at.date_input(key=key(1, 1, "due")).value == date(2026, 9, 30)


INDICATORS = """
indicator_id measure_unit source frequency basis      value_kind direction
资金         万元         财政局 monthly   cumulative amount     higher
"""
RULES = """
unit_type indicator_id weight function
A         资金         40     completion
"""


@pytest.fixture
def behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A county whose 资金 is far behind in May; 财政局, its source, is a unit of type B."""
    store = open_store(tmp_path)
    small = County(store, "A: 甲镇 乙镇 丙镇\nB: 财政局", indicator=INDICATORS, rule=RULES)
    targets = "单位 资金\n甲镇 1200\n乙镇 1200\n丙镇 1200"
    small.hand_in("2026-05", targets=targets, results="单位 资金\n甲镇 60\n乙镇 70\n丙镇 30")
    small.hand_in("2026-06", results="单位 资金\n甲镇 500\n乙镇 550\n丙镇 90")
    store.close()
    yield from serving(tmp_path, monkeypatch)


def test_one_click_follows_up_what_is_far_behind(behind: None, visit: Visit) -> None:
    at = visit(PAGE, period="2026-05")
    assert "1 项严重滞后指标尚未立项督办" in words(at)
    assert (
        "责任单位：<a data-go href='/unit_profile?period=2026-05&amp;unit=%E8%B4%A2%E6%94%BF%E5%B1%80'>财政局</a>"
        in words(at)
    )
    assert [box.value for box in at.button(key="follow_A_资金").click().run().error] == ["请填写经办人。"]
    at.text_input(key="follow_up_behind_who").set_value("王莉")
    at = at.button(key="follow_A_资金").click().run()
    assert not at.exception
    assert "已立项，编号 1。如系误立，请在下方把状态改为“不再督办”并写明理由。" in at.success[0].value
    assert at.text_input(key=key(1, 1, "title")).value == "A类“资金”落后时序：完成 5.0%，应达 41.7%"
    assert at.selectbox(key=key(1, 1, "owner")).value == "财政局"
    assert at.date_input(key=key(1, 1, "due")).value == date(2026, 9, 30)
    assert "没有落后而未立项的指标" in words(at)
    assert "A类“资金”落后时序" in rows_of(words(at), "fu-list")[1][1]


def test_the_next_month_stands_beside_it(behind: None, visit: Visit) -> None:
    at = visit("review/indicator_completion", period="2026-05", indicator="资金", group="A")
    at.text_input(key="follow_up_drill_who").set_value("王莉")
    at = at.button(key="follow_A_资金").click().run()
    assert [box.value for box in at.success] == ["已立项；点下方链接查看。"]
    assert "/follow_ups?period=2026-05&amp;item=1" in words(at)
    assert "已立为议定事项：办理中，2026-09-30 前办结" in words(at)
    assert not [button for button in at.button if button.label == "立为议定事项"]
    _, row = rows_of(words(visit(PAGE, period="2026-06")), "fu-list")
    assert row[4] == "5月 5.0%（应达 41.7%） → 6月 41.7%（应达 50.0%） ▲ 落后缩小 28.3 个百分点，回到正常范围"
    assert "立为议定事项" not in words(visit("review/indicator_completion", period="2026-06"))


def test_it_speaks_english(behind: None, visit: Visit) -> None:
    at = visit(PAGE, locale="en-US", period="2026-05")
    assert "Nobody follows up one indicator far behind" in words(at)
    assert [button.label for button in at.button if button.key == "follow_A_资金"] == ["Follow up"]


def test_the_file_holds_what_the_page_shows(county: None, visit: Visit) -> None:
    add(person="镇长", indicator_id="J01")
    add(title="已办", state="done", evidence="已入库")
    visit(PAGE)
    with i18n.speaking("zh"):
        view = View(Scope(load.parse("2026-06"), (), "zh"), JUNE.start, date(2026, 8, 10), "all")
        (table,) = download.tables(view)
        assert download.notes(view)["截至"] == "2026-08-10"
        assert download.notes(view)["显示"] == "全部（含已办结、不再督办）"
    assert [row[:8] for row in table.rows] == [
        [1, "逾期", "补齐收入缺口", "甲镇", "镇长", "2026-07-31", "逾期 10 天", table.rows[0][7]],
        [2, "已办结", "已办", "甲镇", None, "2026-07-31", "", ""],
    ]


def test_the_end_of_the_next_month() -> None:
    days = [date(2026, 1, 31), date(2026, 12, 1), date(2027, 12, 31), date(2028, 1, 1)]
    assert [next_month_end(day) for day in days] == [
        date(2026, 2, 28),
        date(2027, 1, 31),
        date(2028, 1, 31),
        date(2028, 2, 29),
    ]
