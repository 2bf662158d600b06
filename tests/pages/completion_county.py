"""A county of two types over two months: behind plan, a line missed, a carried quarter, a late unit, a falling sum."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from assessment.store import open_store
from tests.pages.conftest import _serving as serving
from tests.rules.small_county import County

UNITS = """
A: 甲镇 乙镇 丙镇
B: 财政局 税务局
"""
INDICATORS = """
indicator_id measure_unit source frequency basis value_kind direction
资金   万元 财政 monthly   cumulative amount higher
企业   户   统计 quarterly cumulative count  higher
办结   %    统计 monthly   monthly    rate   higher
产值   亿元 统计 monthly   cumulative amount higher
"""
RULES = """
unit_type indicator_id weight function      line
A         资金         40     completion    .
A         企业         20     completion    .
A         办结         40     standard_line 95
B         办结         40     standard_line 95
B         产值         60     ratio_best    .
"""
TARGETS = """
单位 资金 企业
甲镇 1200 4
乙镇 1200 4
丙镇 1200 4
"""
MONTHS = {
    "2026-03": """
        单位   资金 企业 办结 产值
        甲镇   300  1    96   .
        乙镇   150  1    94   .
        丙镇   60   0    95   .
        财政局 .    .    95   3
        税务局 .    .    95   2
    """,
    "2026-04": """
        单位   资金 办结 产值
        甲镇   400  95   .
        乙镇   140  90   .
        丙镇   .    93   .
        财政局 .    99   4
        税务局 .    96   6
    """,
}


@cache
def folder() -> Path:
    """A closed store with the county, made once for all tests."""
    made = Path(mkdtemp(prefix="completion"))
    store = open_store(made)
    county = County(store, UNITS, indicator=INDICATORS, rule=RULES)
    for month, results in MONTHS.items():
        county.hand_in(month, results=results, targets=TARGETS)
    store.close()
    return made


@pytest.fixture
def completion_county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The county being served."""
    shutil.copytree(folder(), tmp_path, dirs_exist_ok=True)
    yield from serving(tmp_path, monkeypatch)
