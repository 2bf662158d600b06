"""Broken at random: every file is read or refused with a message, and nothing ever raises (safety.md A9)."""

import random
import time
import zipfile
from datetime import date
from datetime import time as time_of_day
from io import BytesIO

from assessment.template import month_template
from assessment.workbook import read, sheets
from tests.workbook.forms import book, form
from tests.workbook.hostile import GOOD
from tests.workbook.test_workbook_kinds import KINDS

TOKENS = [
    b"",
    b"<",
    b">",
    b'"',
    b"&",
    b"\0",
    b"NaN",
    b"-1",
    b"99999999999",
    b"XFD9",
    b"s",
    b"</c>",
    b"<v/>",
    b"\xff\xfe",
]


def broken_bytes(data: bytes, dice: random.Random) -> bytes:
    """A few bytes of the file changed, cut or doubled."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(changed))
        changed[at : at + dice.randint(0, 6)] = bytes(dice.randrange(256) for _ in range(dice.randint(0, 6)))
    return bytes(changed)


def broken_part(data: bytes, dice: random.Random) -> bytes:
    """One part of a well packed file changed at a few places."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w") as made:
        chosen = dice.choice(source.namelist())
        for name in source.namelist():
            part = source.read(name)
            for _ in range(dice.randint(1, 3) if name == chosen else 0):
                at = dice.randrange(len(part))
                part = part[:at] + dice.choice(TOKENS) + part[at + dice.randint(0, 5) :]
            made.writestr(name, part)
    return target.getvalue()


ODD: list[object] = [
    *(
        None,
        None,
        None,
        0,
        5,
        -1,
        1e300,
        0.5,
        True,
        date(2026, 6, 1),
        time_of_day(8),
        "=1+1",
        "#REF!",
        "",
        " ",
        "x" * 600,
    ),
    *(
        "单位",
        "单位代码",
        "指标",
        "类别",
        "节点",
        "票组",
        "好",
        "弃权",
        "周期",
        "审定档次",
        "理由",
        "实际完成日期",
        "备注",
        "类型",
    ),
    *(
        "甲镇",
        "乙镇",
        "U03",
        "县发改局",
        "丙乡",
        "无名局",
        "合计",
        "注：x",
        "J01",
        "J03",
        "P01",
        "M01",
        "重点改革任务",
        "领导",
    ),
    *(
        "不适用",
        "无",
        "—",
        "迟报",
        "较好",
        "95%",
        "△3",
        "1,234",
        "2026-06",
        "2026Q2",
        "2026年5月",
        "国家级表彰",
        "其他加分",
    ),
    *("方案印发", "优秀", "(万元)", "单位：亿元", "{x}", "{", "%s", "\u202e", "9" * 300),
]


def odd_book(dice: random.Random) -> bytes:
    """Sheets of the format with headings mostly in place and anything at all in the cells."""
    heads = {name: [*columns, "好", "弃权"] for name, columns in sheets.COLUMNS.items()}
    heads |= {sheets.RESULTS: ["单位代码", "单位", "J01", "J03", "P01"], sheets.TARGETS: ["单位", "J01", "J03"]}
    rows = {
        name: [
            [dice.choice(ODD) if dice.random() < 0.1 else heading for heading in head],
            *([dice.choice(ODD) for _ in range(len(head) + 1)] for _ in range(8)),
        ]
        for name, head in heads.items()
    }
    return book(**rows)


def test_sheets_filled_at_random_never_raise() -> None:
    dice = random.Random(2_026)
    readings = read([(f"{number}.xlsx", odd_book(dice)) for number in range(120)], form())
    assert len(readings) == 120
    assert sum(bool(reading.problems) for reading in readings) > 100
    assert all(problem.line() for reading in readings for problem in reading.problems + reading.warnings)
    values = [row.value for reading in readings for row in reading.submission.results if row.value is not None]
    assert values
    assert all(value.is_finite() and abs(value) < 10**12 for value in values)


def test_old_workbooks_and_texts_broken_at_random_never_raise_and_never_hang() -> None:
    dice = random.Random(20_261_128)
    seeds = [KINDS["xls"], KINDS["csv in GBK"], KINDS["csv in UTF-16"], KINDS["strict"]]
    files = [(f"{number}.xls", broken_bytes(dice.choice(seeds), dice)) for number in range(400)]
    started = time.monotonic()
    readings = read(files, form())
    assert len(readings) == len(files)
    assert time.monotonic() - started < 60
    assert sum(bool(reading.problems) for reading in readings) > 100
    assert all(problem.text() for reading in readings for problem in reading.problems + reading.warnings)


def test_files_broken_at_random_never_raise_and_never_hang() -> None:
    dice = random.Random(20_261_122)
    seeds = [GOOD, month_template(form(), "zh")]
    files = [
        (f"{number}.xlsx", dice.choice((broken_bytes, broken_part))(dice.choice(seeds), dice)) for number in range(400)
    ]
    started = time.monotonic()
    readings = read(files, form())
    assert len(readings) == len(files)
    assert time.monotonic() - started < 60
    refused = sum(bool(reading.problems) for reading in readings)
    assert refused > 100
    assert all(problem.text() for reading in readings for problem in reading.problems + reading.warnings)
