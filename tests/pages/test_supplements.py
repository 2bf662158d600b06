"""The page of supplements: its title, its sums and drill-down, what is over, and the county without any."""

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from assessment import access, export
from assessment.i18n import speaking
from assessment.periods import Period
from assessment.store import open_store
from assessment.ui import supplements
from assessment.ui.scope import Scope
from tests.pages.conftest import Visit, words
from tests.queries.supplement_county import TABLES, UNITS, take_in_may_and_june
from tests.rules.small_county import County


@pytest.fixture(scope="module")
def folder(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with the county of three supplements."""
    made = tmp_path_factory.mktemp("supplements") / "store"
    shutil.copytree(empty_folder, made)
    store = open_store(made)
    take_in_may_and_june(County(store, UNITS, **TABLES))
    store.close()
    return made


@pytest.fixture
def won_county(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The dashboard on a copy of it."""
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("ASSESSMENT_DATA_DIR", str(tmp_path))
    access.store.cache_clear()
    access.store()
    yield
    access.store().close()
    access.store.cache_clear()


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_the_title_is_the_finding_and_sums_say_who_is_left_out(won_county: None, visit: Visit) -> None:
    shown = words(visit("review/supplements", period="2026-06"))
    title = "争取：2026年6月资金 840 万元，完成全年目标 49.4%，慢于时序 0.6 个百分点；项目落后时序"
    assert f"<h1 class='sj-title'>{title}</h1>" in shown
    assert "840 万元 / 1,700 万元" in plain(shown)
    assert "1 个单位迟报未计" in shown
    assert "省级" in shown
    assert not re.search(r">(None|nan|NaN|NaT|&lt;NA&gt;)<", shown)


def test_the_same_in_english(won_county: None, visit: Visit) -> None:
    shown = words(visit("review/supplements", "en-US", period="2026-06"))
    assert "争取: Jun 2026 资金 8.4m yuan, 49.4% of the annual target, 0.6 pp behind plan" in shown
    assert "Honours from above this year" in shown


def test_an_indicator_opens_its_units_with_their_states(won_county: None, visit: Visit) -> None:
    shown = plain(words(visit("review/supplements", period="2026-06", indicator="项目")))
    assert "甲三 迟报" in shown
    assert "甲一 2 个 4 个 50.0%" in shown


def test_units_are_ranked_inside_their_type_only(won_county: None, visit: Visit) -> None:
    shown = words(visit("review/supplements", period="2026-06"))
    assert "最好甲一 105.00；最弱甲三 5.00" in shown
    assert "仅乙一，100.00" in shown
    only = words(visit("review/supplements", period="2026-06", type="乙类"))
    assert "甲一" not in plain(only)


def test_an_ended_supplement_is_seen_as_of_its_last_month(won_county: None, visit: Visit) -> None:
    shown = words(visit("review/supplements", period="2026-06", module="drive"))
    assert "攻坚已于2026年5月结束" in shown
    assert "截至2026年4月" in shown


def test_a_supplement_to_come_says_when(won_county: None, visit: Visit) -> None:
    assert "后续将于2026年7月开始" in words(visit("review/supplements", period="2026-06", module="later"))


def test_a_bonus_without_its_document_is_marked(won_county: None, visit: Visit) -> None:
    shown = words(visit("review/supplements", period="2026-06"))
    assert "市发〔2026〕3号" in shown
    assert "无文号" in shown


def test_a_county_without_supplements_says_so(county: None, visit: Visit) -> None:
    shown = words(visit("review/supplements"))
    assert "<h1 class='sj-title'>方案中没有专项</h1>" in shown


def test_the_workbook_holds_what_the_page_shows(won_county: None) -> None:
    scope = Scope(Period.parse("2026-06"), (), "zh")
    with speaking("zh"):
        view = supplements.open_view(scope)
        data = export.workbook_bytes(supplements.sheets.tables(scope, view, "win"), {})
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["合计完成", "分类型得分率", "各专项起止", "本年获上级表彰和推广", "说明"]
    assert [cell.value for cell in book.worksheets[0][2]][:5] == ["资金", "全部单位类型", "万元", 840, 1700]
    assert len(list(book.worksheets[1].iter_rows())) == 1 + 5
