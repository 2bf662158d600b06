"""Workbooks of the golden county, filled by hand with openpyxl."""

import io

import openpyxl

CODES = ("J01", "J03", "J08", "S01", "S06", "S11")
JUNE: dict[str, tuple[object, ...]] = {
    "甲镇": (1560, 12.4, 8200, 86.7, 98, 0),
    "乙镇": (900, 9, 5600, 90.1, 93, 1),
    "丙镇": (610, -3, 4300, 88.0, 95, 0),
    "丁乡": (300, 8, 1800, 94.5, "无", 0),
    "戊乡": (None, 6.5, 1800, 95.6, 90, 3),
}


def book(
    changes: dict[tuple[str, str], object] | None = None,
    events: tuple[tuple[object, ...], ...] = (),
    targets: tuple[tuple[str, object], ...] = (),
) -> bytes:
    """A month like the golden June, some cells changed: (unit, indicator code) -> value; targets of J01 by unit."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "指标"
    sheet.append(["单位", *CODES])
    for unit, values in JUNE.items():
        changed = [(changes or {}).get((unit, code), value) for code, value in zip(CODES, values, strict=True)]
        sheet.append([unit, *changed])
    if events:
        listed = workbook.create_sheet("加减分与否决")
        listed.append(["单位", "类别", "事项", "文号", "日期", "次数", "分值", "说明"])
        for event in events:
            listed.append(list(event))
    if targets:
        aimed = workbook.create_sheet("目标")
        aimed.append(["单位", "J01"])
        for target in targets:
            aimed.append(list(target))
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()
