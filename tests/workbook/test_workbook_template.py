"""The template: its shape, and the way template -> filled in -> read."""

import ast
import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from assessment import i18n
from assessment.facts import UnitInfo
from assessment.template import month_template, widths
from assessment.workbook import Reading, sheets
from tests.workbook.forms import form, messages, only_problem, read_book, saved

ROOM = Path(sheets.__file__).parent
FILES, TEMPLATE = ROOM.parent / "spreadsheet", ROOM.parent / "template"


def opened(language: str = "zh") -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(month_template(form(), language)))


def filled(**cells: dict[str, object]) -> Reading:
    book = opened()
    for name, entries in cells.items():
        for address, content in entries.items():
            book[name][address] = content
    return read_book(saved(book))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_untouched_template_has_no_problem_and_no_result(language: str) -> None:
    reading = read_book(month_template(form(), language))
    assert messages(reading) == []
    assert reading.warnings == []
    assert (reading.submission.results, reading.submission.events, reading.submission.votes) == ([], [], [])


def test_the_same_form_gives_the_same_bytes() -> None:
    assert month_template(form(), "zh") == month_template(form(), "zh")


def test_the_sheets_keep_their_chinese_names_in_both_languages() -> None:
    expected = ["指标", "加减分与否决", "评价票", "节点", "目标", "审定", "说明", "选项", "meta"]
    assert opened("zh").sheetnames == opened("en").sheetnames == expected
    assert [opened()[name].sheet_state for name in ("选项", "meta")] == ["veryHidden", "veryHidden"]


def test_codes_stand_above_names_with_their_unit_of_measure() -> None:
    sheet = opened()["指标"]
    assert [sheet["D2"].value, sheet["D3"].value, sheet["I3"].value] == ["J01", "一般公共预算收入(万元)", "领导评价"]
    assert [cell.value for cell in sheet[4]][:3] == ["U01", "甲镇", "乡镇"]


def test_cells_not_assigned_are_grey_locked_and_say_so() -> None:
    cell = opened()["指标"]["D6"]
    assert (cell.value, cell.protection.locked) == ("不适用", True)
    assert cell.fill.fgColor.rgb == "FFE7E6E6"


def test_input_cells_are_open_on_a_protected_sheet_that_still_filters() -> None:
    sheet = opened()["指标"]
    assert sheet.protection.sheet
    assert not sheet.protection.autoFilter
    assert not sheet.protection.sort
    assert sheet.protection.password is None
    assert (sheet["D4"].value, sheet["D4"].protection.locked, sheet["B4"].protection.locked) == (None, False, True)
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("D4", "A3:J6")


def test_a_column_that_is_not_due_is_greyed_and_noted_but_empty() -> None:
    sheet = opened()["指标"]
    assert sheet["H2"].comment.text == "未到期"
    assert (sheet["H4"].value, sheet["H4"].fill.fgColor.rgb, sheet["H4"].protection.locked) == (None, "FFE7E6E6", False)


def test_the_validation_of_values_asks_and_does_not_forbid() -> None:
    rules = opened()["指标"].data_validations.dataValidation
    assert [(rule.type, rule.errorStyle, str(rule.sqref)) for rule in rules] == [("custom", "warning", "D4:J6")]


def test_units_and_kinds_are_offered_from_the_hidden_lists() -> None:
    book = opened()
    rules = book["加减分与否决"].data_validations.dataValidation
    assert [rule.formula1 for rule in rules] == ["'选项'!$A$2:$A$4", "'选项'!$B$2:$B$6"]
    assert [book["选项"].cell(row, 1).value for row in (2, 3, 4)] == ["甲镇", "乙镇", "发展和改革局"]


def test_only_indicators_with_a_target_stand_on_the_target_sheet_prefilled() -> None:
    sheet = opened()["目标"]
    assert [cell.value for cell in sheet[2]][3:] == ["J01", "J03"]
    assert [cell.value for cell in sheet[4]][3:] == [2800, 10.5]


def test_ballots_are_prefilled_for_assigned_units_and_groups() -> None:
    rows = [[cell.value for cell in row][:3] for row in opened()["评价票"].iter_rows(min_row=3)]
    assert rows == [[unit, "领导评价", group] for unit in ("甲镇", "发展和改革局") for group in ("领导", "互评")]


def test_milestones_are_prefilled_with_the_days_they_were_done() -> None:
    rows = [[cell.value for cell in row] for row in opened()["节点"].iter_rows(min_row=3)]
    assert rows == [
        ["发展和改革局", "重点改革任务", "方案印发", 40, datetime(2026, 3, 31), datetime(2026, 3, 20)],
        ["发展和改革局", "重点改革任务", "全面推开", 60, datetime(2026, 6, 30), None],
    ]


def test_names_that_look_like_formulas_or_links_stay_text() -> None:
    plain = form()
    names = ["=1+1", '=HYPERLINK("http://x")', "http://example.org"]
    units = [UnitInfo(f"U{number}", name, "A", "@type") for number, name in enumerate(names)]
    hostile = type(plain)(**{field: getattr(plain, field) for field in plain.__slots__} | {"units": units})
    book = openpyxl.load_workbook(BytesIO(month_template(hostile, "zh")))
    cells = [book["指标"].cell(row, 2) for row in (4, 5, 6)]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in cells] == [(name, "s", None) for name in names]


def filled_everywhere() -> Reading:
    return filled(
        指标={"D4": 1560, "D5": "迟报", "E4": "12.4%", "E5": "△3.2", "E6": "持平", "F4": "无", "G5": 0},
        目标={"D5": 1800},
        加减分与否决={"A3": "乙镇", "B3": "通报批评", "C3": "某事", "E3": date(2026, 6, 9), "F3": 2},
        评价票={"D3": 4, "E3": 3, "F3": 1, "E4": 5},
        节点={"F4": date(2026, 6, 20)},
        审定={"A3": "2026Q2", "B3": "甲镇", "C3": "良好", "D3": "会议研究"},
    )


def test_a_filled_template_gives_the_values_that_were_filled_in() -> None:
    reading = filled_everywhere()
    assert messages(reading) == []
    rows = reading.submission
    assert {(row.unit_id, row.indicator_id): (row.value, row.state) for row in rows.results} == {
        ("U01", "J01"): (Decimal(1560), "VALUE"),
        ("U02", "J01"): (None, "LATE"),
        ("U03", "J01"): (None, "NA_BY_RULE"),
        ("U01", "J03"): (Decimal("12.4"), "VALUE"),
        ("U02", "J03"): (Decimal("-3.2"), "VALUE"),
        ("U03", "J03"): (Decimal(0), "ZERO"),
        ("U01", "J05"): (None, "NO_CASE"),
        ("U02", "J05"): (None, "BLANK"),
        ("U03", "J05"): (None, "BLANK"),
        ("U01", "J06"): (None, "BLANK"),
        ("U02", "J06"): (Decimal(0), "ZERO"),
        ("U03", "J06"): (None, "BLANK"),
    }
    assert [target.value for target in rows.targets if target.indicator_id == "J01"] == [2800, 1800, None]


def test_a_filled_template_gives_the_rows_of_its_long_sheets() -> None:
    rows = filled_everywhere().submission
    assert [(event.unit_id, event.kind, event.quantity) for event in rows.events] == [
        ("U02", "通报批评", 2),
        ("U01", None, 0),
        ("U03", None, 0),
    ]
    assert [(vote.unit_id, vote.voter_group, vote.grade, vote.ballots) for vote in rows.votes] == [
        ("U01", "领导", "好", 4),
        ("U01", "领导", "较好", 3),
        ("U01", "领导", "一般", 1),
        ("U01", "互评", "较好", 5),
        ("U03", "领导", None, 0),
        ("U03", "互评", None, 0),
    ]
    assert [progress.done_on for progress in rows.milestones] == [date(2026, 3, 20), date(2026, 6, 20)]
    assert [(decision.period_kind, decision.tier) for decision in rows.decisions] == [("quarter", "良好")]


def test_a_template_of_another_month_is_refused() -> None:
    assert "meta!B2 “2026-06”" in only_problem(read_book(month_template(form(), "zh"), month=date(2026, 7, 1)))


def test_help_is_in_the_language_asked_for() -> None:
    assert str(opened("zh")["说明"]["A1"].value).startswith("本表用于")
    assert str(opened("en")["说明"]["A1"].value).startswith("This workbook")


def test_a_chinese_character_is_two_cells_wide() -> None:
    assert widths.cells("甲镇A\n乙") == 5


def words_of_the_room() -> Iterator[str]:
    """Every English sentence or title the room can show: its string constants that read like prose."""
    for path in sorted([*ROOM.glob("*.py"), *FILES.glob("*.py"), *TEMPLATE.glob("*.py")]):
        tree = ast.parse(path.read_text("utf-8"))
        prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in prose:
                continue
            if re.search(r"[a-z] [a-z(“{]|[}”] [a-z]", node.value) and re.match(r"[A-Z“{\u4e00-\u9fff]", node.value):
                yield node.value


def test_every_message_has_its_chinese_with_the_same_values() -> None:
    catalog = i18n.read_po((i18n.CATALOGS / "zh" / "workbook.po").read_text("utf-8"))
    shown = set(words_of_the_room())
    assert len(shown) > 90
    assert shown - catalog.keys() == set()
    for message, chinese in catalog.items():
        assert set(re.findall(r"{(\w+)}", message)) == set(re.findall(r"{(\w+)}", chinese)), message
