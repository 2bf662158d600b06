"""A small month's form, and workbooks built cell by cell with openpyxl (never with the template under test)."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl

from assessment.facts import EventKindInfo, IndicatorInfo, MilestoneInfo, MonthForm, UnitInfo
from assessment.workbook import Reading, read

JUNE = date(2026, 6, 1)
UNITS = [
    UnitInfo("U01", "甲镇", "A", "乡镇", ("甲镇人民政府",)),
    UnitInfo("U02", "乙镇", "A", "乡镇"),
    UnitInfo("U03", "发展和改革局", "B1", "经济综合管理", ("发改局", "县发改局")),
]


def indicator(code: str, name: str, measure: str, *functions: str, **options: object) -> IndicatorInfo:
    """An indicator that is due, needs no target and does not allow NO_CASE unless `options` say so."""
    known = {"needs_target": False, "allows_no_case": False, "is_due": True, "min_value": None, "max_value": None}
    return IndicatorInfo(code, name, measure, frozenset(functions), **(known | options))  # type: ignore[arg-type]


INDICATORS = [
    indicator("J01", "一般公共预算收入", "万元", "completion", needs_target=True),
    indicator("J03", "固定资产投资增速", "%", "growth_gap", needs_target=True),
    indicator(
        "J05", "信访办结率", "%", "standard_line", allows_no_case=True, min_value=Decimal(0), max_value=Decimal(100)
    ),
    indicator("J06", "安全事故", "起", "deduct"),
    indicator("J14", "粮食播种面积", "万亩", "standard_line", is_due=False),
    indicator("P01", "领导评价", "", "graded"),
    indicator("M01", "重点改革任务", "项", "milestone"),
]
KINDS = [
    EventKindInfo("国家级表彰", "bonus", Decimal(3)),
    EventKindInfo("其他加分", "bonus", None),
    EventKindInfo("通报批评", "penalty", Decimal("0.5")),
    EventKindInfo("迟交报表", "late_table", None),
    EventKindInfo("统计造假", "veto", None),
]
NOT_ASSIGNED = {("U03", "J01"), ("U03", "J14"), ("U01", "M01"), ("U02", "M01"), ("U02", "P01")}


def form(month: date = JUNE) -> MonthForm:
    """Three units of two types and seven indicators; U03 has no J01 and no J14."""
    pairs = {(unit.unit_id, one.indicator_id) for unit in UNITS for one in INDICATORS}
    return MonthForm(
        month=month,
        period_name="2026年6月",
        units=UNITS,
        other_units={"丙乡": "丙乡", "丙乡政府": "丙乡"},
        indicators=INDICATORS,
        assigned=frozenset(pairs - NOT_ASSIGNED),
        targets={("U01", "J01"): Decimal(2800), ("U01", "J03"): Decimal("10.5")},
        event_kinds=KINDS,
        voter_groups={"P01": ("领导", "互评")},
        grades=("好", "较好", "一般", "较差"),
        milestones=[
            MilestoneInfo("U03", "M01", "方案印发", Decimal(40), date(2026, 3, 31), date(2026, 3, 20)),
            MilestoneInfo("U03", "M01", "全面推开", Decimal(60), date(2026, 6, 30), None),
        ],
        tiers=("优秀", "良好", "一般", "较差"),
    )


def book(**sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook of rows of cells by sheet name; None leaves a cell empty."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def read_book(data: bytes, name: str = "填报.xlsx", month: date = JUNE) -> Reading:
    """One file read against the form of a month."""
    return read([(name, data)], form(month))[0]


def read_sheets(**sheets: Sequence[Sequence[object]]) -> Reading:
    """A workbook made of rows, read."""
    return read_book(book(**sheets))


def messages(reading: Reading) -> list[str]:
    """The problems as "sheet!cell text" in English."""
    return [f"{problem.sheet}!{problem.cell} {problem.text()}" for problem in reading.problems]


def only_problem(reading: Reading) -> str:
    """The one problem of a reading, as "sheet!cell text"."""
    assert len(reading.problems) == 1, messages(reading)
    return messages(reading)[0]
