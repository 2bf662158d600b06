"""Every awkward case of domain.md section 10 stands in the tracked files, where the demo's README says it does."""

from datetime import date

from tests.demo.books import reference, results, sheet

JUNE = "months/2026-06.xlsx"


def test_growth_is_negative_and_older_files_print_it_with_a_triangle() -> None:
    june = [
        cell for (_, code), cell in results(JUNE).items() if code in ("J03", "J04") and isinstance(cell, int | float)
    ]
    assert min(june) < 0 < max(june)
    assert any(str(cell).startswith("△") for row in sheet("months/2024-06.xlsx", "指标") for cell in row)


def test_cells_are_late_returned_or_without_a_case() -> None:
    assert results(JUNE)["U012", "J01"] is None
    assert results(JUNE)["U072", "D06"] == "迟报"
    assert results("months/2025-09.xlsx")["U007", "J05"] is None
    assert results("months/2025-11.xlsx")["U036", "J11"] == "退回"
    assert results(JUNE)["U028", "Z04"] == "无"


def test_petitions_handed_in_nothing_in_june() -> None:
    codes = {code for _, code in results(JUNE)}
    assert not codes & {"S06", "S07", "S08"}
    assert {"S06", "S07"} <= {code for _, code in results("months/2026-05.xlsx")}


def test_the_indicators_of_a_dead_supplement_are_asked_no_more() -> None:
    months = [f"months/2026-{number:02d}.xlsx" for number in (2, 3, 4, 5, 6)]
    assert [("U001", "N01") in results(month) for month in months] == [False, True, True, True, False]


def test_corrections_say_something_else_than_the_month_did() -> None:
    for code, unit, indicator in (("2026-05", "U005", "J01"), ("2026-03", "U018", "J20")):
        (_, _, column), (of, _, corrected) = sheet(f"corrections/{code}.xlsx", "指标")
        (name,) = [row["name"] for row in reference("indicator") if row["indicator_id"] == indicator]
        assert (of, str(column).startswith(name)) == (unit, True)
        assert corrected != results(f"months/{code}.xlsx")[unit, indicator]


def test_a_cumulative_falls() -> None:
    before, after = (results(f"months/2025-{month}.xlsx")["U010", "J08"] for month in ("09", "10"))
    assert isinstance(before, int)
    assert isinstance(after, int)
    assert after < before


def test_completion_passes_two_hundred_percent() -> None:
    (target,) = [
        float(row["value"])
        for row in reference("target")
        if (row["month"], row["unit_id"], row["indicator_id"]) == ("2025-01", "U013", "Z01")
    ]
    reached = results("months/2025-12.xlsx")["U013", "Z01"]
    assert isinstance(reached, int)
    assert reached > 2 * target


def test_one_indicator_distinguishes_nobody() -> None:
    assert {cell for (_, code), cell in results(JUNE).items() if code == "S13"} == {100, None}


def test_money_stands_in_two_units_in_one_sheet() -> None:
    headings = " ".join(str(cell) for cell in sheet(JUNE, "指标")[2])
    assert "一般公共预算收入(万元)" in headings
    assert "规上工业总产值(亿元)" in headings


def test_older_files_use_short_names_a_sum_row_and_a_note() -> None:
    names = {row[0] for row in sheet("months/2024-06.xlsx", "指标")}
    aliases = {row["alias"] for row in reference("unit_alias")}
    assert len(names & aliases) > 20
    assert "合计" in names
    assert any(str(name).startswith("注:") for name in names)
    assert any(str(cell).endswith("%") for row in sheet("months/2024-06.xlsx", "指标")[2:] for cell in row)
    assert any(cell == "持平" for row in sheet("months/2024-05.xlsx", "指标") for cell in row)


def test_january_is_reported_with_february() -> None:
    assert "1—2月" in str(sheet("months/2024-02.xlsx", "指标")[0][0])


def test_vetoes_honours_deductions_and_a_decision() -> None:
    kinds = [(row[0], row[1]) for row in sheet(JUNE, "加减分与否决")]
    assert ("公共工程建设中心", "班子成员被立案") in kinds
    assert ("石桥营镇", "迟报") in kinds
    assert any(kind == "其他扣分" for _, kind in kinds)
    honours = [row for row in sheet(JUNE, "加减分与否决")[1:] if str(row[1]).endswith("表彰")]
    assert honours
    assert all(row[3] for row in honours)
    assert [row[:3] for row in sheet(JUNE, "审定")[1:]] == [("2026-05", "县人民检察院", "优秀")]


def test_ballots_come_each_quarter_and_checkpoints_each_month() -> None:
    assert {row[1] for row in sheet(JUNE, "评价票")[1:]} == {"P01", "P02"}
    done = [row[3] for row in sheet("months/2026-05.xlsx", "节点")[1:]]
    assert None in done
    assert all(date.fromisoformat(str(day)) <= date(2026, 5, 31) for day in done if day)


def test_targets_change_within_a_year() -> None:
    assert [row[0] for row in sheet("months/2025-07.xlsx", "目标")[1:]] == ["青杨渡镇", "大洼沿镇"]
