"""Whatever is wrong with an edited workbook is named by sheet and cell, in the reader's words, all at once."""

from collections.abc import Callable

import pytest
from openpyxl.workbook import Workbook

from assessment import reference
from assessment.errors import AssessmentError
from assessment.i18n import speaking
from assessment.store import Store, fingerprint
from tests.scheme_book.editing import cell, copy_rows, edited, new_version, parameter, rows, written
from tests.workbook.hostile import with_cell


def faults(store: Store, change: Callable[[Workbook], object]) -> list[str]:
    before = fingerprint(store)
    with speaking("zh"):
        proposal = reference.propose(store, {"方案.xlsx": edited(written(store), change)})
        lines = [problem.line() for problem in proposal.problems]
        with pytest.raises(AssessmentError):
            reference.commit(store, proposal, "李敏")
    assert fingerprint(store) == before
    assert proposal.changes == []
    return lines


def set_cell(title: str, heading: str, value: object, **where: str) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        cell(book, title, heading, **where).value = value  # type: ignore[assignment]

    return change


def test_weights_that_do_not_sum_to_100(golden_store: Store) -> None:
    assert faults(golden_store, set_cell("计分规则", "权重", 25, 指标="J01")) == [
        "计分规则, E5, 方案 2026 中 A 乡镇 类的权重合计为 105，不等于 100。"
    ]


def test_unknown_words_and_units_and_a_percentage_where_a_number_stands(golden_store: Store) -> None:
    def change(book: Workbook) -> None:
        cell(book, "计分规则", "计分方法", 指标="J01").value = "凭感觉"
        cell(book, "计分规则", "单位类型", 指标="J03").value = "Z 无此类"
        cell(book, "归属", "单位", 单位="A03").value = "丙县"
        cell(book, "指标", "方向", 指标代码="J08").value = "越多越好"
        line = cell(book, "计分规则", "标准线", 指标="S01")
        line.value, line.number_format = 0.88, "0%"
        parameter(book, "起评月份", "2026").value = "四月"

    lines = faults(golden_store, change)
    assert "计分规则, B6, “Z 无此类”不在“单位类型”表中。" in lines
    assert "归属, A6, “丙县”不在“单位”表中。" in lines
    assert "指标, K6, “越多越好”无法识别；允许填写：越高越好、越低越好。" in lines
    assert any(line.startswith("计分规则, M") and "百分比格式" in line for line in lines)
    assert "方案参数, D12, “四月”不是整数。" in lines
    assert len(lines) == 5


def test_an_unknown_method_is_named_with_those_that_there_are(golden_store: Store) -> None:
    (line,) = faults(golden_store, set_cell("计分规则", "计分方法", "凭感觉", 指标="J01"))
    assert line.startswith("计分规则, F5, J01 一般公共预算收入 的“凭感觉”不是计分方法")
    assert "按时序完成率" in line
    assert "completion" not in line


def test_a_parameter_that_must_be_stated(golden_store: Store) -> None:
    (line,) = faults(golden_store, set_cell("计分规则", "标准线", None, 指标="S01"))
    assert line.startswith("计分规则, M8, ")
    assert "标准线" in line
    assert "达标" in line


def test_a_row_that_stands_twice(golden_store: Store) -> None:
    def change(book: Workbook) -> None:
        sheet = book["单位别名"]
        sheet.append([found.value for found in sheet[4]])

    (line,) = faults(golden_store, change)
    assert line.startswith("单位别名, A6, ")
    assert "重复" in line


def test_a_code_with_another_ones_name(golden_store: Store) -> None:
    (line,) = faults(golden_store, set_cell("归属", "单位", "A03 甲镇", 单位="A03"))
    assert line.startswith("归属, A6, “A03 甲镇”：")


def test_a_unit_with_results_cannot_be_taken_out(golden_store: Store) -> None:
    def change(book: Workbook) -> None:
        for title, heading in (("单位", "单位代码"), ("归属", "单位"), ("目标", "单位")):
            for row in reversed(rows(book[title], **{heading: "A05"})):
                book[title].delete_rows(row)

    lines = faults(golden_store, change)
    assert any(line.startswith("单位, ") and "已报送的数据" in line and "A05" in line for line in lines)


def test_sheets_and_columns_that_are_missing_or_foreign(golden_store: Store) -> None:
    def change(book: Workbook) -> None:
        book["目标"].title = "目标2026"
        book["指标"].delete_cols(11)
        book["单位"]["H3"], book["单位"]["H4"] = "备注", "随便写的"

    lines = faults(golden_store, change)
    assert any(line.startswith("目标2026, —, 此工作表不属于考核方案") for line in lines)
    assert "目标, —, 缺少此工作表；没有它，其中各行将全部被删除。请补回，可以为空。" in lines
    assert "指标, A3, 缺少“方向”这一列。" in lines
    assert any(line.startswith("单位, H3, 没有“备注”这一列") for line in lines)
    assert len(lines) == 4


def test_a_version_cannot_carry_on_from_nothing(golden_store: Store) -> None:
    def change(book: Workbook) -> None:
        new_version(book, "2026-07", "2026-07", "2026")
        parameter(book, "沿用方案", "2026-07").value = "2019"

    assert any("2019" in line for line in faults(golden_store, change))


def test_a_copied_rule_that_breaks_the_sum_of_the_new_version(golden_store: Store) -> None:
    def change(book: Workbook) -> None:
        new_version(book, "2026-07", "2026-07", "2026")
        copy_rows(book, "计分规则", "2026", "2026-07")
        cell(book, "计分规则", "权重", 方案代码="2026-07", 指标="J01").value = 30

    assert faults(golden_store, change) == ["计分规则, E11, 方案 2026-07 中 A 乡镇 类的权重合计为 110，不等于 100。"]


@pytest.mark.parametrize(
    "data",
    [b"not a workbook", b"PK\x03\x04 broken", b"<html><body>x", b"%PDF-1.4", with_cell("XFD1048576"), b""],
    ids=["text", "broken", "html", "pdf", "far", "empty"],
)
def test_what_is_no_workbook_is_refused_in_words(golden_store: Store, data: bytes) -> None:
    with speaking("zh"):
        proposal = reference.propose(golden_store, {"方案.xlsx": data})
        lines = [problem.line() for problem in proposal.problems]
    assert not proposal.is_readable
    assert len(lines) == 1
    assert lines[0].startswith("方案.xlsx, —, ")


def test_a_workbook_of_something_else_is_no_scheme(golden_store: Store) -> None:
    def change(book: Workbook) -> None:
        for sheet in book.worksheets[1:]:
            book.remove(sheet)
        book.worksheets[0].title = "统计表"

    assert any("统计表" in line for line in faults(golden_store, change))


def test_a_problem_of_a_copied_rule_stands_at_the_copy(golden_store: Store) -> None:
    def change(book: Workbook) -> None:
        new_version(book, "2026-07", "2026-07", "2026")
        copy_rows(book, "计分规则", "2026", "2026-07")
        cell(book, "计分规则", "计分方法", 方案代码="2026-07", 指标="J03").value = "凭感觉"

    (line,) = faults(golden_store, change)
    assert line.startswith("计分规则, F12, J03 固定资产投资增速 的“凭感觉”不是计分方法")


def test_a_text_file_without_end_is_refused_in_words(golden_store: Store, golden_reference: dict[str, bytes]) -> None:
    files = {**golden_reference, "rule.csv": b'scheme_id\n"' + b"x" * 200_000}
    proposal = reference.propose(golden_store, files)
    assert any("quotation marks" in problem.text() for problem in proposal.problems)


def test_many_wrong_rows_are_named_in_good_time(golden_store: Store) -> None:
    def change(book: Workbook) -> None:
        for number in range(3000):
            book["计分规则"].append(["2026", "A 乡镇", f"X{number} 无此指标", "trunk", 1, "达标"])

    assert len(faults(golden_store, change)) == 3000
