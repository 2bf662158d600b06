"""The dictionary of the golden county: the list, one indicator in full, filters, both languages, the workbook."""

import io
import re

import openpyxl
import pytest

from assessment import access, export, reference, settings
from assessment.i18n import speaking
from assessment.periods import Period
from assessment.ui import dictionary
from assessment.ui.scope import Scope
from tests.pages.conftest import Visit, words


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_every_indicator_is_listed_with_its_method_source_and_weights(county: None, visit: Visit) -> None:
    shown = words(visit("review/dictionary"))
    assert "<h1 class='sj-title'>现行 6 项指标</h1>" in shown
    assert "J01 一般公共预算收入 万元 按时序完成率 财政 每月，次月 18 日前 20" in plain(shown)
    assert len(re.findall(r"<td class='mid code'>", shown)) == 6


def test_one_indicator_in_full(county: None, visit: Visit) -> None:
    shown = words(visit("review/dictionary", indicator="J01"))
    assert "<h1 class='sj-title'>一般公共预算收入：按时序完成率，权重 20</h1>" in shown
    text = plain(shown)
    assert "按时序目标折算，达到得满分，未达到按比例得分；超额每 1% 加 0.5%，最多加 10%" in text
    assert "口径 累计（年初至当月）" in text
    assert "A 乡镇 400 万元 至 2,800 万元（5 个单位）" in text
    assert "方案资料中还没有填写本指标的定义。" in text
    assert "过了报送截止日按迟报处理，报来之前计 0 分" in text
    assert "目前只有一版方案。" in text
    assert not re.search(r">(None|nan|NaN|NaT|&lt;NA&gt;)<", shown)


def test_it_speaks_english(county: None, visit: Visit) -> None:
    text = plain(words(visit("review/dictionary", "en-US", indicator="J01")))
    assert "General public budget revenue: Completion against plan, weight 20" in text
    assert "full marks at the plan to date" in text
    assert "every month, by day 18 of the month after" in text


def test_the_filters_are_in_the_address_and_wrong_codes_fall_back(county: None, visit: Visit) -> None:
    only = words(visit("review/dictionary", source="统计"))
    assert "固定资产投资增速" in plain(only)
    assert "财政" not in plain(only)
    assert "现行 6 项指标" in words(visit("review/dictionary", indicator="X99", module="nowhere"))


def test_a_definition_a_clause_and_a_document_number_are_shown_as_text(county: None, visit: Visit) -> None:
    files = reference.folder_files(settings.SAMPLE)
    for name, heading, value in (
        ("indicator.csv", "definition", "<b>入库</b>数"),
        ("rule.csv", "clause", "第三条第（一）项"),
        ("scheme.csv", "document_number", "甲考发〔2026〕1号"),
    ):
        first, *lines = files[name].decode().splitlines()
        files[name] = "\n".join([f"{first},{heading}", *(f"{line},{value}" for line in lines)]).encode()
    reference.load(access.store(), files, "王莉")
    shown = words(visit("review/dictionary", indicator="J01"))
    assert "&lt;b&gt;入库&lt;/b&gt;数" in shown
    assert "第三条第（一）项" in shown
    assert "2026年工作实绩考核方案（甲考发〔2026〕1号）" in shown


def test_a_county_without_a_month_has_its_dictionary(empty_store: None, visit: Visit) -> None:
    reference.load(access.store(), reference.folder_files(settings.SAMPLE), "王莉")
    assert "现行 6 项指标" in words(visit("review/dictionary"))


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_an_empty_store_offers_ways_to_begin(empty_store: None, visit: Visit, locale: str) -> None:
    assert "python -m assessment init --reference DIR" in words(visit("review/dictionary", locale))


def test_the_workbook_holds_definitions_rules_and_weights(county: None) -> None:
    with speaking("zh"):
        book = dictionary.open_book(Scope(Period.parse("2026-06"), (), "zh"))
        data = export.workbook_bytes(dictionary.sheets.tables(book, book.entries), {})
    sheets = openpyxl.load_workbook(io.BytesIO(data))
    assert sheets.sheetnames == ["指标口径", "方案变更", "说明"]
    heads = [cell.value for cell in sheets.worksheets[0][1]]
    row = dict(zip(heads, [cell.value for cell in sheets.worksheets[0][2]], strict=True))
    assert (row["指标代码"], row["指标"], row["A"]) == ("J01", "一般公共预算收入", 20)
    assert row["计分方法与参数"].startswith("按时序完成率：")
