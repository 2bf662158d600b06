"""The upload page: problems, preview, commit; and the way back on the history page."""

from streamlit.testing.v1 import AppTest

from assessment import access, publication
from assessment.periods import Period
from tests.pages.conftest import Visit, words
from tests.pages.golden import golden_june
from tests.store import books
from tests.workbook.forms import book


def upload(at: AppTest, data: bytes, name: str = "六月.xlsx") -> AppTest:
    at.file_uploader[0].upload(name, data).run()
    assert not at.exception, [error.message for error in at.exception]
    return at


def commit(at: AppTest, who: str) -> AppTest:
    at.text_input(key="who").set_value(who)
    next(button for button in at.button if button.label == "提交2026年6月").click().run()
    assert not at.exception, [error.message for error in at.exception]
    return at


def test_the_month_asked_for_is_the_one_after_the_newest(county: None, visit: Visit) -> None:
    assert visit("intake/upload").selectbox(key="pick_month").value == "2026-07"


def test_a_corrected_month_is_shown_then_committed(county: None, visit: Visit) -> None:
    at = upload(visit("intake/upload", month="2026-06"), golden_june(D6=1300))
    changed = at.dataframe[0].value
    assert changed[["单位", "原值", "新值", "位置"]].to_numpy().tolist() == [["丙镇", "610", "1300", "指标!D6"]]
    assert access.reader().data_version == 2

    commit(at, "李敏")
    assert access.reader().data_version == 3
    assert [box.value for box in at.success] == ["2026年6月已提交，为修订 3；1 个单位的结果有变动。"]
    assert "href='/rankings?period=2026-06'" in words(at)
    assert not at.file_uploader[0].value
    assert "丁乡" in words(visit("review/rankings"))


def test_the_same_content_again_changes_nothing_and_offers_no_commit(county: None, visit: Visit) -> None:
    at = upload(visit("intake/upload", month="2026-06"), golden_june())
    assert "无变化：库里已是同样的内容" in words(at)
    assert not [button for button in at.button if button.label.startswith("提交")]


def test_all_problems_stand_in_one_table_with_sheet_and_cell(county: None, visit: Visit) -> None:
    at = upload(visit("intake/upload", month="2026-06"), golden_june(D4=True, E5=True))
    shown = words(at)
    assert "提交前须改正的问题：2 处" in shown
    for cell in ("D4", "E5"):
        assert f"<td class=''>指标</td><td class=''>{cell}</td>" in shown
    assert not [button for button in at.button if button.label.startswith("提交")]


def test_a_file_with_problems_is_offered_marked_and_one_without_is_not(county: None, visit: Visit) -> None:
    at = upload(visit("intake/upload", month="2026-06"), golden_june(D4="很多"))
    labels = [button.proto.label for button in at.get("download_button")]
    assert labels == ["下载模板", "下载标注稿：六月.xlsx"]
    at = upload(visit("intake/upload", month="2026-06"), golden_june(D6=1300))
    assert [button.proto.label for button in at.get("download_button")] == ["下载模板"]


def test_a_foreign_file_is_refused_in_words(county: None, visit: Visit) -> None:
    at = upload(visit("intake/upload", month="2026-06"), b"not a workbook", "<img src=x>.xlsx")
    assert "提交前须改正的问题：1 处" in words(at)
    assert "<img src=x>" not in words(at)


def test_a_commit_needs_a_name(county: None, visit: Visit) -> None:
    at = commit(upload(visit("intake/upload", month="2026-06"), golden_june(D6=1300)), "  ")
    assert [box.value for box in at.warning] == ["请填写经办人。"]
    assert access.reader().data_version == 2


def test_what_another_analyst_committed_meanwhile_is_shown_and_nothing_is_overwritten_unseen(
    county: None, visit: Visit
) -> None:
    mine, theirs = visit("intake/upload", month="2026-06"), visit("intake/upload", month="2026-06")
    upload(mine, golden_june(D6=1300))
    commit(upload(theirs, golden_june(D6=1250, D5=950)), "王强")
    commit(mine, "李敏")
    assert access.reader().data_version == 3
    shown = words(mine)
    assert "您查看期间数据已被改动" in next(box.value for box in mine.warning)
    assert "王强" in shown
    assert "与本文件相关的改动：2 处" in shown
    row = "".join(
        f"<td class='{look}'>{cell}</td>" for look, cell in (("num", "610"), ("num", "1250"), ("num", "1300"))
    )
    assert row in shown
    changed = mine.dataframe[0].value
    assert ["丙镇", "1250", "1300"] in changed[["单位", "原值", "新值"]].to_numpy().tolist()
    commit(mine, "李敏")
    assert access.reader().data_version == 4


def test_a_changed_file_never_shows_the_old_preview(county: None, visit: Visit) -> None:
    at = upload(visit("intake/upload", month="2026-06"), golden_june(D6=1300))
    at.file_uploader[0].clear().run()
    assert not at.dataframe
    upload(at, golden_june(D6=1400))
    assert at.dataframe[0].value["新值"].tolist() == ["1400"]


def test_the_history_opens_a_revision_and_takes_its_upload_back(county: None, visit: Visit) -> None:
    commit(upload(visit("intake/upload", month="2026-06"), golden_june(D6=1300)), "李敏")
    at = visit("intake/history", revision="3")
    assert "修订 3：导入2026年6月数据，改动 1 项" in words(at)
    assert "丙镇" in words(at)
    assert " → " in words(at)
    assert "<td class=''>丙镇</td>" in words(visit("intake/history", revision="3", type="A"))

    at.button(key="undo").click().run()
    assert access.reader().data_version == 3
    at.text_input(key="who").set_value("李敏")
    next(button for button in at.button if button.label == "确认撤销").click().run()
    assert not at.exception, [error.message for error in at.exception]
    assert access.reader().data_version == 4
    assert at.success[0].value.startswith("已撤销，为修订 4；")
    assert "最近一次：撤销2026年6月的上传：六月.xlsx" in words(at)
    assert "82.89" in words(visit("review/rankings"))


def strange_june() -> bytes:
    """A department's own table: one heading and one unit that nobody knows."""
    return book(六月=[["单位", "财政收入累计", "S01"], ["甲镇", 1600, 90], ["乙镇政府办", 910, 91]])


def answer(at: AppTest, *meanings: str) -> AppTest:
    boxes = [box for box in at.selectbox if str(box.key).startswith("answer_")]
    for box, meaning in zip(boxes, meanings, strict=True):
        box.select(meaning)
    next(button for button in at.button if button.label == "按确认重新读取").click().run()
    assert not at.exception, [error.message for error in at.exception]
    return at


def test_what_a_table_leaves_open_is_settled_by_clicks_and_remembered(county: None, visit: Visit) -> None:
    at = upload(visit("intake/upload", month="2026-06"), strange_june())
    shown = words(at)
    assert "需要您确认：2 处" in shown
    assert "提交前须改正" not in shown
    labels = [box.label for box in at.selectbox if str(box.key).startswith("answer_")]
    assert labels == ["“财政收入累计”这一列是哪项指标？（六月!B1）", "“乙镇政府办”是哪个单位？（六月!A3）"]
    assert "<th class='open'>待确认</th>" in shown

    changed = answer(at, "J01", "A02").dataframe[0].value
    assert ["乙镇", "一般公共预算收入", "900", "910"] in changed[["单位", "事项", "原值", "新值"]].to_numpy().tolist()
    commit(at, "李敏")

    again = upload(visit("intake/upload", month="2026-06"), strange_june(), "七月再来.xlsx")
    assert "需要您确认" not in words(again)
    assert "无变化：库里已是同样的内容" in words(again)
    assert "已经确认：2 处" in [box.label for box in again.expander]


def test_an_answer_can_pass_a_column_over(county: None, visit: Visit) -> None:
    at = answer(upload(visit("intake/upload", month="2026-06"), strange_june()), "", "A02")
    assert "没有读取“财政收入累计”这一列。" in words(at)


def test_an_answer_can_be_changed_before_the_commit(county: None, visit: Visit) -> None:
    at = answer(upload(visit("intake/upload", month="2026-06"), strange_june()), "J01", "A03")
    at = answer(at, "J01", "A02")
    changed = at.dataframe[0].value
    assert "乙镇" in changed["单位"].tolist()
    assert "丙镇" not in changed["单位"].tolist()


def test_numbers_that_look_wrong_need_a_reason_which_stays_with_the_revision(county: None, visit: Visit) -> None:
    july = book(七月=[["单位", "J01"], ["甲镇", 1000], ["乙镇", 1050]])
    at = upload(visit("intake/upload", month="2026-07"), july)
    shown = words(at)
    assert "存疑的数字：1 处" in shown
    assert "甲镇，一般公共预算收入：累计 1,000，小于 2026-06 的 1,560。" in shown
    at.text_input(key="who").set_value("李敏")
    next(button for button in at.button if button.label == "提交2026年7月").click().run()
    assert [box.value for box in at.warning] == ["请写明存疑的数字为何属实。"]
    assert access.reader().data_version == 2

    at.text_input(key="reason").set_value("六月多计，七月冲回")
    next(button for button in at.button if button.label == "提交2026年7月").click().run()
    assert access.reader().data_version == 3
    assert "所填原因：六月多计，七月冲回" in words(visit("intake/history", revision="3"))


def test_a_published_month_is_reopened_with_a_reason_before_it_is_corrected(county: None, visit: Visit) -> None:
    publication.publish(access.store(), [Period.parse("2026-06")], "王强", "截止日已过")
    at = upload(visit("intake/upload", month="2026-06"), golden_june(D6=1300))
    assert "已公布的结果会随之改变：2026年6月" in words(at)
    assert not [button for button in at.button if button.label.startswith("提交")]
    reopen = next(button for button in at.button if button.label == "重新打开2026年6月")
    at.text_input(key="who_reopens").set_value("李敏")
    reopen.click().run()
    assert [box.value for box in at.warning] == ["请填写经办人和重新打开的原因。"]
    at.text_input(key="reopen_reason").set_value("财政局来函更正")
    next(button for button in at.button if button.label == "重新打开2026年6月").click().run()
    assert [box.value for box in at.success] == ["2026年6月已重新打开：修订 4。"]
    assert not [box.value for box in at.warning]
    assert "2026年6月已重新打开，等待更正：财政局来函更正" in words(at)
    commit(at, "李敏")
    assert access.reader().data_version == 5
    assert "href='/publication?period=2026-06'" in words(at)


def test_a_new_month_says_of_which_periods_results_are_first_and_of_which_they_change(
    county: None, visit: Visit
) -> None:
    shown = words(upload(visit("intake/upload", month="2026-07"), books.book(), "七月.xlsx"))
    assert "提交后：2026年7月、2026年3季度：5 个单位首次出分；2026年：4 个单位结果有变</h2>" in shown
