"""Sheets 加减分与否决, 评价票, 节点 and 审定, row by row."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from assessment.facts import Decision, Event, MilestoneProgress, Vote
from tests.workbook.forms import book, messages, only_problem, read_book, read_sheets, saved

EVENTS = ["单位", "类别", "事项", "文号", "日期", "次数", "分值", "说明"]
BALLOTS = ["单位", "指标", "票组", "好", "较好", "一般", "较差", "弃权"]
MILESTONES = ["单位", "指标", "节点", "占比", "应完成日期", "实际完成日期"]
DECISIONS = ["周期", "单位", "审定档次", "理由"]


def events(*rows: list[object]):
    return read_sheets(加减分与否决=[["2026年6月"], EVENTS, *rows])


def test_an_event_is_read_with_all_its_parts() -> None:
    reading = events(["甲镇", "国家级表彰", "文明村镇", " 国发（2026）3号 ", datetime(2026, 6, 3), 2, None, "x"])
    assert reading.submission.events == [
        Event("U01", "国家级表彰", "文明村镇", "国发（2026）3号", date(2026, 6, 3), 2, None, "加减分与否决", "B3")
    ]
    assert messages(reading) == []
    assert reading.warnings == []


@pytest.mark.parametrize(("written", "times"), [(None, 1), (0, 0), (3, 3), ("２", 2), ("1.0", 1)])
def test_times_default_to_one_and_may_be_zero(written: object, times: int) -> None:
    assert events(["甲镇", "通报批评", "a", None, None, written]).submission.events[0].quantity == times


@pytest.mark.parametrize("written", [-1, 1.5, "两次", "1次", True, "1e3", 200_000])
def test_times_that_are_no_whole_number_are_refused(written: object) -> None:
    assert only_problem(events(["甲镇", "通报批评", "a", None, None, written])).startswith("加减分与否决!F3 ")


def test_points_are_required_where_the_kind_has_none() -> None:
    assert events(["甲镇", "其他加分", "a", "文1", None, None, 0.5]).submission.events[0].points == Decimal("0.5")
    assert only_problem(events(["甲镇", "其他加分", "a", "文1"])).startswith("加减分与否决!G3 ")


@pytest.mark.parametrize(
    ("kind", "points"), [("国家级表彰", 2), ("统计造假", 1), ("迟交报表", 1), ("其他加分", -1), ("其他加分", "多")]
)
def test_points_elsewhere_and_negative_points_are_refused(kind: str, points: object) -> None:
    assert only_problem(events(["甲镇", kind, "a", "文1", None, None, points])).startswith("加减分与否决!G3 ")


def test_the_kind_s_own_points_may_stand_there() -> None:
    assert events(["甲镇", "国家级表彰", "a", "文1", None, None, 3]).submission.events[0].points is None


def test_a_bonus_without_document_is_a_warning() -> None:
    reading = events(["甲镇", "国家级表彰", "a"])
    assert messages(reading) == []
    assert [warning.cell for warning in reading.warnings] == ["D3"]
    assert len(reading.submission.events) == 1


@pytest.mark.parametrize(("kind", "text"), [("大奖", "“大奖” is no kind"), (None, "kind (类别) is missing")])
def test_an_unknown_or_missing_kind_lists_the_known_ones(kind: str | None, text: str) -> None:
    problem = only_problem(events(["甲镇", kind, "a", "b"]))
    assert problem.startswith("加减分与否决!B3 ")
    assert text in problem
    assert "国家级表彰、其他加分" in problem


@pytest.mark.parametrize("written", ["2026-06-03", "2026/6/3", "2026.6.3", "2026年6月3日", "20260603", 20260603])
def test_a_date_in_words_is_a_date(written: object) -> None:
    assert events(["甲镇", "通报批评", "a", None, written]).submission.events[0].happened_on == date(2026, 6, 3)


@pytest.mark.parametrize("written", ["6月3日", "2026-02-30", "昨天", 46174.5, True])
def test_a_date_that_is_none_is_refused(written: object) -> None:
    assert only_problem(events(["甲镇", "通报批评", "a", None, written])).startswith("加减分与否决!E3 ")


def test_units_listed_without_an_event_get_an_empty_one() -> None:
    head = ["单位", "安全事故"]
    reading = read_sheets(指标=[head, ["甲镇", 0], ["乙镇", 0]], 加减分与否决=[EVENTS, ["甲镇", "通报批评", "a"]])
    assert [(event.unit_id, event.kind) for event in reading.submission.events] == [("U01", "通报批评"), ("U02", None)]


def test_a_sheet_of_events_without_rows_says_nothing() -> None:
    assert read_sheets(指标=[["单位", "安全事故"], ["甲镇", 0]], 加减分与否决=[EVENTS]).submission.events == []


def test_an_event_repeated_alike_is_read_once_with_a_warning() -> None:
    reading = events(["甲镇", "通报批评", "a"], ["甲镇", "通报批评", "a"], ["甲镇", "通报批评", "b"])
    assert [event.event for event in reading.submission.events] == ["a", "b"]
    assert len(reading.warnings) == 1


def test_text_that_looks_like_a_formula_stays_text() -> None:
    made = openpyxl.load_workbook(BytesIO(book(加减分与否决=[EVENTS, ["甲镇", "通报批评", "x"]])))
    made["加减分与否决"]["C2"].value = "=HYPERLINK(1)"
    made["加减分与否决"]["C2"].data_type = "s"
    assert read_book(saved(made)).submission.events[0].event == "=HYPERLINK(1)"


def test_a_merged_unit_stands_for_every_row_it_spans() -> None:
    made = openpyxl.load_workbook(
        BytesIO(book(加减分与否决=[EVENTS, ["甲镇", "通报批评", "a"], [None, "通报批评", "b"]]))
    )
    made["加减分与否决"].merge_cells("A2:A3")
    assert [event.unit_id for event in read_book(saved(made)).submission.events] == ["U01", "U01"]


def test_ballots_of_an_indicator_give_every_row() -> None:
    rows = [
        ["甲镇", "领导评价", "领导", 4, 3, 1, None, None],
        ["甲镇", "P01", "互评"],
        ["发改局", "P01", "领导", None, None, None, None, 2],
    ]
    reading = read_sheets(评价票=[BALLOTS, *rows])
    assert messages(reading) == []
    assert reading.submission.votes == [
        Vote("U01", "P01", "领导", "好", 4, "评价票", "D2"),
        Vote("U01", "P01", "领导", "较好", 3, "评价票", "E2"),
        Vote("U01", "P01", "领导", "一般", 1, "评价票", "F2"),
        Vote("U01", "P01", "互评", None, 0, "评价票", "A3"),
        Vote("U03", "P01", "领导", None, 2, "评价票", "H4"),
    ]


def test_a_ballot_sheet_without_any_ballot_says_nothing() -> None:
    assert read_sheets(评价票=[BALLOTS, ["甲镇", "P01", "领导"]]).submission.votes == []


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (["甲镇", "P01", "领导", -1], "D2"),
        (["甲镇", "P01", "领导", 1.5], "D2"),
        (["甲镇", "P01", "领导", "四"], "D2"),
        (["甲镇", "P01", "群众", 1], "C2"),
        (["甲镇", "P01", None, 1], "C2"),
        (["甲镇", "J01", "领导", 1], "B2"),
        (["甲镇", "P09", "领导", 1], "B2"),
        (["甲镇", None, "领导", 1], "B2"),
        (["乙镇", "P01", "领导", 1], "B2"),
    ],
)
def test_ballots_that_cannot_be_are_refused(row: list[object], cell: str) -> None:
    assert only_problem(read_sheets(评价票=[BALLOTS, row])).startswith(f"评价票!{cell} ")


def test_ballots_repeated_differently_name_both_rows() -> None:
    problem = only_problem(
        read_sheets(评价票=[BALLOTS, ["甲镇", "P01", "领导", 1], ["甲镇人民政府", "P01", "领导", 2]])
    )
    assert problem.startswith("评价票!A3 ")
    assert "评价票!A2" in problem


def test_milestones_are_given_whole_once_one_is_filled() -> None:
    rows = [["发改局", "M01", "方案印发", 40, None, "2026-03-20"], ["发改局", "重点改革任务", "全面推开"]]
    assert read_sheets(节点=[MILESTONES, *rows]).submission.milestones == [
        MilestoneProgress("U03", "M01", "方案印发", date(2026, 3, 20), "节点", "F2"),
        MilestoneProgress("U03", "M01", "全面推开", None, "节点", "F3"),
    ]


def test_milestones_without_any_date_say_nothing() -> None:
    assert read_sheets(节点=[MILESTONES, ["发改局", "M01", "方案印发"]]).submission.milestones == []


def test_not_done_in_words_is_not_done() -> None:
    assert read_sheets(
        节点=[MILESTONES, ["发改局", "M01", "方案印发", None, None, "未完成"]]
    ).submission.milestones == [MilestoneProgress("U03", "M01", "方案印发", None, "节点", "F2")]


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (["发改局", "M01", "不存在", None, None, "2026-03-20"], "C2"),
        (["甲镇", "M01", "方案印发", None, None, "2026-03-20"], "B2"),
        (["发改局", "M01", "方案印发", None, None, "快了"], "F2"),
    ],
)
def test_milestones_that_cannot_be_are_refused(row: list[object], cell: str) -> None:
    assert only_problem(read_sheets(节点=[MILESTONES, row])).startswith(f"节点!{cell} ")


@pytest.mark.parametrize(
    ("code", "kind", "first"),
    [
        ("2026-06", "month", date(2026, 6, 1)),
        ("2026年6月", "month", date(2026, 6, 1)),
        ("2026Q2", "quarter", date(2026, 4, 1)),
        ("２０２６ｑ４", "quarter", date(2026, 10, 1)),
        ("2026年第二季度", "quarter", date(2026, 4, 1)),
        ("2026", "year", date(2026, 1, 1)),
        (2026, "year", date(2026, 1, 1)),
        ("2026年", "year", date(2026, 1, 1)),
        (datetime(2026, 6, 1), "month", date(2026, 6, 1)),
    ],
)
def test_a_decision_names_its_period(code: object, kind: str, first: date) -> None:
    reading = read_sheets(审定=[DECISIONS, [code, "甲镇", "优秀", "会议纪要第3期"]])
    assert reading.submission.decisions == [Decision(kind, first, "U01", "优秀", "会议纪要第3期", "审定", "C2")]


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (["2026Q5", "甲镇", "优秀", "x"], "A2"),
        (["2026-13", "甲镇", "优秀", "x"], "A2"),
        ([2026.1, "甲镇", "优秀", "x"], "A2"),
        ([None, "甲镇", "优秀", "x"], "A2"),
        (["2026", "甲镇", "特优", "x"], "C2"),
        (["2026", "甲镇", None, "x"], "C2"),
        (["2026", "甲镇", "优秀", None], "D2"),
        (["2026", "无名局", "优秀", "x"], "B2"),
    ],
)
def test_a_decision_needs_period_unit_tier_and_reason(row: list[object], cell: str) -> None:
    assert only_problem(read_sheets(审定=[DECISIONS, row])).startswith(f"审定!{cell} ")


@pytest.mark.parametrize("sheet", ["加减分与否决", "评价票", "节点", "审定"])
def test_missing_headings_are_named(sheet: str) -> None:
    assert "lacks the headings" in only_problem(read_sheets(**{sheet: [["单位", "x"], ["甲镇", "y"]]}))
