"""A county of two types over four months: a tie, double moves, a unit that changes type, one that is new."""

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
A: 甲镇 乙镇 丙镇 丁镇 戊镇 己镇
B: 财政局 税务局 统计局 审计局
"""
MEMBERSHIP = """
unit_id unit_type starts_on  ends_on
己镇    B         2025-01-01 2026-05-31
己镇    A         2026-06-01 .
审计局  B         2026-06-01 .
"""
RULES = """
indicator_id weight function      line slope
得分         60     standard_line 100  0.01
另项         40     standard_line 100  0.01
"""
BUREAUS = "|财政局 99 99|税务局 98 98|统计局 97 97"
SPRING = "甲镇 95 95|乙镇 90 90|丙镇 85 85|丁镇 80 80|戊镇 70 70|己镇 88 88" + BUREAUS
MONTHS = {
    "2026-03": SPRING,
    "2026-04": SPRING,
    "2026-05": "甲镇 96 96|乙镇 89 89|丙镇 86 86|丁镇 79 79|戊镇 71 71|己镇 88 88" + BUREAUS,
    "2026-06": "甲镇 80 79|乙镇 92 92|丙镇 92 92|丁镇 78 78|戊镇 99 95|己镇 92.1 92.1|审计局 90 90" + BUREAUS,
}


@cache
def _folder() -> Path:
    """A closed store with the county, made once for all tests."""
    folder = Path(mkdtemp(prefix="standings"))
    store = open_store(folder)
    county = County(store, UNITS, membership=MEMBERSHIP, rule=RULES)
    for month, lines in MONTHS.items():
        county.hand_in(month, results="\n".join(["单位 得分 另项", *lines.split("|")]))
    store.close()
    return folder


@pytest.fixture
def months(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The county being served."""
    shutil.copytree(_folder(), tmp_path, dirs_exist_ok=True)
    yield from serving(tmp_path, monkeypatch)
