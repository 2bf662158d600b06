"""单位排名 as a visitor sees it: one type opened, all types side by side, by deep link and in both languages."""

import json
import re

from streamlit.testing.v1 import AppTest

from assessment import reports
from assessment.i18n import speaking
from assessment.ui import load
from assessment.ui.rankings import sheets
from assessment.ui.scope import Scope
from tests.pages.conftest import Visit, pictures, words
from tests.pages.standings_county import months

__all__ = ["months"]


def names(at: AppTest, is_bold: bool = False) -> list[str]:
    """The words at the ends of the lines of the places; those of units that stand out are bold."""
    (places,) = pictures(at)
    weight = "[^>]* font-weight=.700." if is_bold else "[^>]*"
    return re.findall(rf"<text{weight}>(\d+ \D[^<]*)</text>", places.split("</svg>")[0])


def test_one_type_stands_beside_its_places_spread_near_misses_and_close_calls(months: None, visit: Visit) -> None:
    at = visit("review/rankings", period="2026-06", type="A")
    shown = words(at)
    assert "<h1 class='sj-title'>A类：戊镇居首，领先 5.30 分" in shown
    for section in ("近12期名次", "中位分 92.00 分", "距优秀", "1 处并列；差距不足 0.5 分 1 处"):
        assert section in shown
    assert "1 戊镇" in names(at, is_bold=True)
    strip = shown.split("rk-strip")[1]
    assert "中位 92.00</p>" in strip
    assert 'title="己镇 92.10"' in strip


def test_names_lead_to_the_profile(months: None, visit: Visit) -> None:
    shown = words(visit("review/rankings", period="2026-06", type="A"))
    address = re.search(r"<a data-go href='([^']*)'>戊镇</a>", shown)
    assert address
    assert address[1].startswith("/unit_profile?period=2026-06&amp;type=A&amp;unit=")


def test_a_near_miss_is_what_a_tie_with_the_last_place_needs(months: None, visit: Visit) -> None:
    """Six units, one 优秀: 己镇 (92.10) ties with 戊镇 (97.40) at places 1 and 2, joint first goes up."""
    shown = words(visit("review/rankings", period="2026-06", type="A"))
    assert "己镇距优秀 5.30 分" in shown
    near = shown.split("rk-near")[1].split("</table>")[0]
    first = [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", near)][:5]
    assert first == ["己镇", "92.10", "97.40", "5.30", "良好 → 优秀"]
    assert "即与该档末位同分并列，须提请领导小组研究" in shown, "said once where it holds for all"


def test_picked_units_are_highlighted_from_the_address(months: None, visit: Visit) -> None:
    at = visit("review/rankings", period="2026-06", type="A", pick="乙镇.nobody")
    assert names(at, is_bold=True) == ["3 乙镇"]


def test_without_a_type_each_type_has_its_own_block_and_no_figure(months: None, visit: Visit) -> None:
    at = visit("review/rankings", period="2026-06")
    shown = words(at)
    assert shown.count("<section class='sj-type'>") == 2
    assert re.findall(r"<h2 class='sj-section'>(\w)类", shown) == ["A", "B"]
    assert "type=A'>名次走势、分布与距上一档</a>" in shown
    assert pictures(at) == []


def test_a_month_without_tiers_has_no_near_misses(months: None, visit: Visit) -> None:
    shown = words(visit("review/rankings", period="2026-03", type="A"))
    assert "没有可升档的单位" in shown
    assert not re.search(r">(None|nan|NaN|NaT|&lt;NA&gt;)<", shown)


def test_it_speaks_english(months: None, visit: Visit) -> None:
    shown = words(visit("review/rankings", "en-US", period="2026-06", type="A"))
    assert "Median 92.00 points" in shown
    assert "is 5.30 points short of" in shown


def test_the_workbook_holds_what_the_page_shows(months: None, visit: Visit) -> None:

    scope = Scope(load.parse("2026-06"), ("A",), "zh")
    with speaking("zh"):
        tables = sheets.tables(scope, load.frame(reports.rankings, scope.period, scope.unit_types))
    assert [table.title for table in tables] == ["单位排名", "近12期名次", "得分分布", "距上一档", "并列与差距小"]
    assert tables[3].rows[0][2:] == [
        "己镇",
        2,
        92.1,
        "良好",
        "优秀",
        97.4,
        5.3,
        "即与该档末位同分并列，须提请领导小组研究",
    ]
    assert [row[2] for row in tables[4].rows] == ["己镇", "乙镇、丙镇"]


def test_the_picture_of_the_places_is_offered_once_it_is_asked_for(months: None, visit: Visit) -> None:
    plain = visit("review/rankings", period="2026-06", type="A")
    assert "此图用于其他文稿" in words(plain)
    asked = visit("review/rankings", period="2026-06", type="A", picture="places")
    labels = [button.label for button in asked.get("download_button")]
    assert labels[:2] == ["矢量图（SVG）", "图中数据（CSV）"]
    (png,) = [part.proto for part in asked.get("bidi_component") if part.proto.component_name == "png"]
    file = json.loads(png.json)["svg"]
    assert "<path" in file
    assert "<a " not in file, "names lead somewhere on the page only"
