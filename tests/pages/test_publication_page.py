"""The page of publishing, and every page as an earlier edition had it."""

import io

import openpyxl
from streamlit.testing.v1 import AppTest

from assessment import access, export, intake, publication, reports
from assessment.periods import Period
from assessment.ui import load, table_download
from assessment.ui.scope import Scope
from tests.pages.conftest import Visit, words
from tests.pages.golden import golden_june

JUNE = Period.parse("2026-06")


def press(at: AppTest, label: str) -> AppTest:
    next(button for button in at.button if button.label == label).click().run()
    assert not at.exception, [error.message for error in at.exception]
    return at


def foot(at: AppTest) -> str:
    return str(at.text[-1].value)


def correct_june() -> int:
    """Publish June, correct 丙镇's revenue, publish again; the revision of the first edition."""
    store = access.store()
    first = publication.publish(store, [JUNE], "王强", "截止日已过").revision_id
    publication.reopen(store, [JUNE], "王强", "财政局来函更正")
    intake.commit(store, intake.preview(store, [("六月.xlsx", golden_june(D6=1300))], JUNE), "李敏")
    publication.publish(store, [JUNE], "王强", "截止日已过")
    return first


def test_a_draft_is_published_with_a_name_and_a_reason(county: None, visit: Visit) -> None:
    at = visit("intake/publication", period="2026-06")
    shown = words(at)
    assert "待公布：2026年6月、2026年2季度" in shown
    assert "有迟报（按 0 计）的单位：1 个。" in shown
    at = press(at, "公布2026年6月、2026年2季度")
    assert [box.value for box in at.warning] == ["请填写公布经办人。"]
    at.text_input(key="who").set_value("李敏")
    at = press(at, "公布2026年6月、2026年2季度")
    assert [box.value for box in at.warning] == ["请说明为何仍然公布。"]
    at.text_input(key="publish_reason").set_value("截止日已过")
    at = press(at, "公布2026年6月、2026年2季度")
    assert [box.value for box in at.success] == ["2026年6月、2026年2季度已公布：修订 3。"]
    assert "2026年6月已公布：第 1 版" in words(at)
    below = foot(visit("review/rankings", period="2026-06"))
    assert "已公布，第 1 版 · 校验码 " in below


def test_a_quarter_left_out_stays_a_draft(county: None, visit: Visit) -> None:
    at = visit("intake/publication", period="2026-06")
    at.button_group(key="together_2026-06").set_value([]).run()
    at.text_input(key="who").set_value("李敏")
    at.text_input(key="publish_reason").set_value("截止日已过")
    at = press(at, "公布2026年6月")
    assert [box.value for box in at.success] == ["2026年6月已公布：修订 3。"]
    assert "待公布：2026年2季度" in words(at)


def test_what_is_published_is_reopened_on_its_page(county: None, visit: Visit) -> None:
    publication.publish(access.store(), [JUNE], "王强", "截止日已过")
    at = visit("intake/publication", period="2026-06")
    at.text_input(key="who_reopens").set_value("李敏")
    at.text_input(key="reopen_reason").set_value("有数要更正")
    at = press(at, "重新打开2026年6月")
    shown = words(at)
    assert "已重新打开、待再公布：2026年6月" in shown
    assert "重新打开的原因：有数要更正" in shown
    assert "第 1 版后重新打开，尚未再公布" in foot(visit("review/overview", period="2026-06"))


def test_a_month_is_reopened_together_with_its_quarter(county: None, visit: Visit) -> None:
    quarter = Period.parse("2026Q2")
    publication.publish(access.store(), [JUNE, quarter], "王强", "截止日已过")
    at = visit("intake/publication", period="2026-06")
    at.text_input(key="who_reopens").set_value("李敏")
    at.text_input(key="reopen_reason").set_value("有数要更正")
    at = press(at, "重新打开2026年6月、2026年2季度")
    assert "已重新打开、待再公布：2026年6月、2026年2季度" in words(at)
    at.button_group(key="together_2026-06").set_value([]).run()
    assert "一并重新打开的须一并公布：2026年2季度。" in words(at)


def test_editions_stand_side_by_side_with_what_changed_and_why(county: None, visit: Visit) -> None:
    first = correct_june()
    at = visit("intake/publication", period="2026-06")
    shown = words(at)
    assert "财政局来函更正" in shown
    assert [box.label for box in at.expander if "版相比" in box.label] == [
        "第 2 版与第 1 版相比：1 个单位的得分、名次或档次不同"
    ]
    assert "82.89 → " in shown
    assert f"as_of={first}" in shown
    number = "".join(f"<td class='num'>{cell}</td>" for cell in ("610 万元", "1,300 万元"))
    assert "改动的数：1 项" in shown
    assert f"{number}<td class='mid wrap sj-written'>六月.xlsx 指标 D6</td>" in shown


def test_every_page_can_be_read_as_an_edition_was_published(county: None, visit: Visit) -> None:
    first = correct_june()
    at = visit("review/rankings", period="2026-06", as_of=str(first))
    shown = words(at)
    assert "82.89" in shown
    assert f"修订 {first} 时的数据 · 2026年6月第 1 版，公布于" in shown
    assert "回到现在" in shown
    assert "已公布，第 1 版；已由第 2 版取代" in foot(at)
    assert f"as_of={first}" in shown
    now = visit("review/rankings", period="2026-06")
    assert "82.89" not in words(now)
    assert "已公布，第 2 版" in foot(now)


def test_a_file_from_an_earlier_edition_s_page_is_that_edition_s(county: None, visit: Visit) -> None:
    first = correct_june()

    def tables() -> list[export.Table]:
        return [export.result_table(JUNE, load.frame(reports.rankings, JUNE, ()))]

    told = []
    for as_of in (first, None):
        data = table_download.workbook(Scope(JUNE, (), "zh", as_of), "单位排名", tables, {})
        book = openpyxl.load_workbook(io.BytesIO(data))
        notes = {row[0].value: row[1].value for row in book["说明"].iter_rows()}
        cells = {cell for row in book["2026-06"].iter_rows(values_only=True) for cell in row}
        told.append((notes["公布"], 82.89 in cells))
    assert told == [("已公布，第 1 版；已由第 2 版取代", True), ("已公布，第 2 版", False)]


def test_a_wrong_revision_in_the_address_is_the_present(county: None, visit: Visit) -> None:
    for wrong in ("99", "0", "-1", "abc", "１"):
        at = visit("review/rankings", period="2026-06", as_of=wrong)
        assert "时的数据" not in words(at)
        assert [box.value for box in at.info] == [f"没有修订“{wrong}”；所示为现在的数据。"]


def test_pages_that_change_the_data_never_show_an_earlier_revision(county: None, visit: Visit) -> None:
    first = correct_june()
    for page in ("upload", "publication", "history"):
        at = visit(f"intake/{page}", period="2026-06", as_of=str(first))
        assert "时的数据" not in words(at)
        assert "已公布，第 2 版" in foot(at)


def test_the_history_tells_of_publishing_and_reopening(county: None, visit: Visit) -> None:
    correct_june()
    shown = words(visit("intake/history"))
    for told in ("公布2026年6月", "重新打开2026年6月"):
        assert told in shown
    assert "所填原因：财政局来函更正" in words(visit("intake/history", revision="4"))
