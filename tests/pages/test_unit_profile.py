"""The page 单位画像 on the golden county: its numbers are those of `results` and `scores`, no dead end."""

import re

import pytest

from assessment import access, export, labels, reports
from assessment.i18n import speaking
from assessment.periods import Period
from assessment.reports import profile
from assessment.ui.unit_profile import past, workbook
from tests.pages.conftest import Visit, words

PAGE = "review/unit_profile"
JUNE = Period.parse("2026-06")
UNITS = ("A01", "A02", "A03", "A04", "A05")


@pytest.mark.usefixtures("county")
@pytest.mark.parametrize("unit", UNITS)
def test_every_number_is_that_of_results_and_scores(visit: Visit, unit: str) -> None:
    reader = access.reader()
    result = reports.rankings(reader, JUNE).set_index("unit_id").loc[unit]
    scores = reports.scores(reader, JUNE)
    scores = scores[scores["unit_id"] == unit].set_index("indicator_id")
    html = words(visit(PAGE, period="2026-06", unit=unit))
    assert f"<b>{labels.score(result['score'])}</b>" in html
    assert f"<b>{labels.score(result['base'])}</b>" in html
    assert f"<dd>{result['rank_in_type']} / {result['unit_count']}</dd>" in html
    cells = profile.profile_cells(reader, unit, JUNE.start).set_index("indicator_id")
    for name in ("share", "points", "value", "target_value", "weight"):
        assert cells[name].astype(float).round(9).equals(scores.loc[cells.index, name].astype(float).round(9)), name
    for row in cells[cells["share"].notna()].itertuples():
        opened = html.split(f"id='up-{row.Index}'")[1].split("</details>")[0]
        assert f"= {labels.score(row.points)}" in opened
        assert f"<b>{labels.score(row.won_points)}</b> / {labels.score(row.full_points)}" in opened
    assert float(cells["won_points"].sum()) == pytest.approx(float(result["base"]), abs=1e-8)


@pytest.mark.usefixtures("county")
def test_a_row_opens_formula_and_source_cell(visit: Visit) -> None:
    html = words(visit(PAGE, period="2026-06", unit="A01"))
    opened = html.split("id='up-J01'")[1].split("</details>")[0]
    assert "得分率：min(1.1143, 1) + min(0.1, 0.5 × (1.1143 − 1)) = 1.0571" in opened
    assert "得分：1.0571 × 权重 20 = 21.14" in opened
    assert "2026-06.xlsx，工作表“指标”，单元格 D4" in opened
    assert "国发〔2026〕12号" in html


@pytest.mark.usefixtures("county")
def test_a_late_value_and_a_missing_case_say_their_rule(visit: Visit) -> None:
    late = words(visit(PAGE, period="2026-06", unit="A05"))
    assert "迟报：报来之前先计 0 分，报来后重算" in late
    no_case = words(visit(PAGE, period="2026-06", unit="A04"))
    assert "本期没有发生：不计入权重" in no_case
    assert "适用权重合计 85" in no_case


@pytest.mark.usefixtures("county")
def test_the_workbook_holds_every_formula_and_source_cell() -> None:
    reader = access.reader()
    cells = profile.profile_cells(reader, "A01", JUNE.start)
    with speaking("zh"):
        table = workbook.cell_table(cells, profile.profile_milestones(reader, "A01", JUNE.start))
        card = workbook.card_table(profile.profile_card(reader, "A01", JUNE))
        events = workbook.event_table(profile.profile_events(reader, "A01", JUNE, JUNE.start))
        assert export.workbook_bytes([card, events, table], {"a": "b"})
    names = [column.name for column in table.columns]
    first = dict(zip(names, table.rows[0], strict=True))
    assert "得分率：min(1.1143, 1) + min(0.1, 0.5 × (1.1143 − 1)) = 1.0571；得分：1.0571 × 权重 20 = 21.14" in str(
        first["formula"]
    )
    assert (first["cell"], first["sheet"], first["file_name"]) == ("D4", "指标", "2026-06.xlsx")
    assert len(table.rows) == 6


@pytest.mark.usefixtures("county")
def test_without_a_unit_the_first_is_shown_and_an_unknown_one_is_told(visit: Visit) -> None:
    assert "甲镇：6月 104.32 分（暂定），A 乡镇第 1（5 个单位），优秀" in words(visit(PAGE, period="2026-06"))
    at = visit(PAGE, period="2026-06", unit="<b>Z9")
    assert "没有代码为“&lt;b&gt;Z9”的单位" in words(at)
    assert "甲镇：6月" in words(at)


@pytest.mark.usefixtures("county")
def test_neighbours_follow_the_ranking(visit: Visit) -> None:
    html = words(visit(PAGE, period="2026-06", unit="A04"))
    assert re.findall(r">([^<]*(?:◀|▶)[^<]*)<", html) == ["◀ 第 1 名 甲镇", "第 3 名 乙镇 ▶"]


@pytest.mark.usefixtures("county")
@pytest.mark.parametrize("period", ["2026Q2", "2026"])
@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_quarter_and_year_show_their_months(visit: Visit, period: str, locale: str) -> None:
    html = words(visit(PAGE, period=period, unit="A02", locale=locale))
    assert "period=2026-06&amp;unit=A02" in html
    assert not re.search(r"\b(None|nan|NaT)\b", html)


@pytest.mark.usefixtures("empty_store")
def test_an_empty_store_says_how_to_begin(visit: Visit) -> None:
    assert "sj-title" in words(visit(PAGE))


@pytest.mark.usefixtures("county")
def test_the_page_in_english_holds_no_chinese_but_what_people_wrote(visit: Visit) -> None:
    html = words(visit(PAGE, period="2026-06", unit="A02", locale="en-US"))
    assert "Jia" not in html.split("sj-title")[1].split("</h1>")[0]
    assert "Points: " in html
    assert not re.search(r"\b(None|nan|NaT)\b", html)


@pytest.mark.parametrize(("order", "role"), [(1, "blue"), (2, "mid"), (3, "grey"), (4, "amber"), (None, "ground")])
def test_the_points_of_the_past_are_shaded_by_tier(order: int | None, role: str) -> None:
    assert past.shade(order, 4) == role
