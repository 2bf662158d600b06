"""The scheme page: what is in force, the workbook in, what it would change, the commit."""

from openpyxl.workbook import Workbook
from streamlit.testing.v1 import AppTest

from assessment import access, publication
from assessment.periods import Period
from tests.pages.conftest import Visit, words
from tests.scheme_book.editing import cell, edited, written


def upload(at: AppTest, data: bytes, name: str = "方案.xlsx") -> AppTest:
    at.file_uploader[0].upload(name, data).run()
    assert not at.exception, [error.message for error in at.exception]
    return at


def with_excess(share: object) -> bytes:
    def change(book: Workbook) -> None:
        cell(book, "计分规则", "超额加分上限（β）", 指标="J01").value = share

    return edited(written(access.store()), change)


def commit(at: AppTest, who: str) -> AppTest:
    at.text_input(key="who").set_value(who)
    next(button for button in at.button if button.label == "提交方案").click().run()
    assert not at.exception, [error.message for error in at.exception]
    return at


def test_the_scheme_in_force_is_shown_in_one_table(county: None, visit: Visit) -> None:
    shown = words(visit("intake/scheme"))
    assert "2026年工作实绩考核方案自2026年1月起执行：1 类、5 个单位、6 项指标" in shown
    assert "档次：优秀（前 30%、90 分以上）；良好（前 50%、80 分以上）；一般（60 分以上）；较差" in shown
    assert "<td>主干</td><td class='num'>100</td>" in shown
    assert "href='/dictionary" in shown


def test_english_readers_read_english(county: None, visit: Visit) -> None:
    shown = words(visit("intake/scheme", locale="en-US"))
    assert "Work Performance Assessment Scheme 2026, in force since Jan 2026: 1 types, 5 units, 6 indicators" in shown


def test_the_workbook_as_it_came_changes_nothing(county: None, visit: Visit) -> None:
    at = upload(visit("intake/scheme"), written(access.store()))
    assert "无变化：库里已是同样的内容" in words(at)
    assert not [button for button in at.button if button.label == "提交方案"]


def test_an_edited_workbook_is_shown_then_committed(county: None, visit: Visit) -> None:
    at = upload(visit("intake/scheme"), with_excess(0.05))
    shown = words(at)
    assert "提交后，自2026年6月起" in shown
    assert "方案改动：修改 1 处" in shown
    assert at.dataframe[0].value.to_numpy().tolist() == [
        ["有改动", "2026 · A 乡镇 · J01 一般公共预算收入", "超额加分上限（β）", "—", "5%"]
    ]
    assert access.reader().data_version == 2

    assert [box.value for box in commit(at, " ").warning] == ["请填写经办人。"]
    at = commit(at, "李敏")
    assert access.reader().data_version == 3
    assert [box.value for box in at.success] == ["方案已提交，为修订 3；2 个单位的得分、名次或档次有变动。"]
    assert not at.file_uploader[0].value
    assert "104.18" in words(visit("review/rankings", period="2026-06"))


def test_problems_stand_in_one_table_with_sheet_and_cell(county: None, visit: Visit) -> None:
    at = upload(visit("intake/scheme"), with_excess("很多"))
    shown = words(at)
    assert "提交前须改正的问题：1 处" in shown
    assert "<td class='sheet'>计分规则</td><td class=''>H5</td>" in shown
    assert not [button for button in at.button if button.label == "提交方案"]


def test_a_foreign_file_is_refused_in_words(county: None, visit: Visit) -> None:
    at = upload(visit("intake/scheme"), b"not a workbook", "<img src=x>.xlsx")
    assert "提交前须改正的问题：1 处" in words(at)
    assert "<img src=x>" not in words(at)


def test_a_press_never_commits_what_was_not_seen(county: None, visit: Visit) -> None:
    at, other = visit("intake/scheme"), visit("intake/scheme")
    upload(at, with_excess(0.05))
    upload(other, with_excess(0.06))
    commit(other, "王莉")
    at.text_input(key="who").set_value("李敏")
    next(button for button in at.button if button.label == "提交方案").click().run()
    assert access.reader().data_version == 3
    assert [box.value for box in at.warning] == ["核对之后数据已有变化，请重新核对文件。"]
    assert at.dataframe[0].value["原值"].tolist() == ["6%"]


def test_a_store_without_a_county_leads_to_one(empty_store: None, visit: Visit) -> None:
    assert "库里还没有单位和考核方案" in words(visit("intake/scheme"))


def test_a_published_month_is_reopened_where_the_scheme_is_handed_in(county: None, visit: Visit) -> None:
    publication.publish(access.store(), [Period.parse("2026-06")], "王强", "截止日已过")
    data = with_excess(0.05)
    at = upload(visit("intake/scheme"), data)
    assert "已公布的结果会随之改变：2026年6月" in words(at)
    assert not [button for button in at.button if button.label == "提交方案"]
    at.text_input(key="who_reopens").set_value("王强")
    at.text_input(key="reopen_reason").set_value("方案有误")
    next(button for button in at.button if "重新打开" in button.label).click().run()
    assert not at.exception
    commit(at, "李敏")
    assert access.reader().data_version == 5
