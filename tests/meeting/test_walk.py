"""The walk of a meeting: its order, its numbers, and that it stays what it was."""

import re
from dataclasses import replace
from datetime import date

import pytest

from assessment import i18n, labels, meetings, notes, reports
from assessment.errors import AssessmentError
from assessment.meeting import Deck, Slide, calling
from assessment.meeting.deck import build, kept_deck
from assessment.meeting.slide import SECTIONS
from assessment.notes import Subject
from assessment.periods import Period
from assessment.store import Store
from assessment.store.rescore import rescore

JUNE, MAY = Period.parse("2026-06"), Period.parse("2026-05")


def call(store: Store, period: Period = JUNE, revision: int | None = None, day: int = 22) -> meetings.Meeting:
    number = calling.call(store, period, f"{period}评审会", date(2026, period.start.month + 1, day), "考核办", revision)
    return meeting(store, number)


def meeting(store: Store, number: int) -> meetings.Meeting:
    return next(one for one in meetings.known(store) if one.meeting_id == number)


def deck_of(store: Store, shown: meetings.Meeting, language: str = "zh") -> Deck:
    """The deck as the wall shows it."""
    return kept_deck(store, shown.meeting_id, language)


def by_key(deck: Deck) -> dict[str, Slide]:
    return {slide.key: slide for slide in deck.slides}


def ranked(deck: Deck) -> list[list[str]]:
    """Rank, unit (without its marks), score and tier of every row of every ranking, as shown."""
    rows = []
    for slide in deck.slides:
        if slide.key.startswith("ranking.") and slide.table:
            rows += [
                [row[0].text, row[2].text.split("（")[0], row[3].text, row[4].text.rstrip(" ▲▼")]
                for row in slide.table.rows
            ]
    return rows


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_walk_goes_from_what_was_agreed_to_what_is_asked(demo: Store, language: str) -> None:
    (june, _) = meetings.known(demo)
    deck = deck_of(demo, june, language)
    places = [SECTIONS.index(slide.section) for slide in deck.slides]
    assert places == sorted(places)
    assert {"cover", "since", "headline", "ranking", "lagging", "forecast", "waiting", "decisions"} <= {
        slide.section for slide in deck.slides
    }
    keys = [slide.key for slide in deck.slides]
    assert len(keys) == len(set(keys))
    assert all(slide.title for slide in deck.slides)
    assert 30 <= len(deck.slides) <= 50


def test_every_unit_stands_in_the_ranking_of_its_type_with_the_numbers_of_the_page(demo: Store) -> None:
    deck = deck_of(demo, call(demo))
    page = reports.rankings(demo, JUNE)
    expected = [
        [labels.count(row.rank_in_type), row.unit, labels.score(row.score), labels.text(row.tier)]
        for row in page.itertuples(index=False)
    ]
    assert len(expected) == 91
    assert sorted(ranked(deck)) == sorted(expected)


def test_no_english_stands_in_the_chinese_deck(demo: Store) -> None:
    deck = deck_of(demo, call(demo))
    shown = [text for slide in deck.slides for text in texts(slide)]
    left = {word for text in shown for word in re.findall(r"[A-Za-z]{3,}", text)}
    assert left - {"xlsx"} == set()


def texts(slide: Slide) -> list[str]:
    found = [slide.title, slide.about, *slide.lines, *slide.sources, *(fact.label for fact in slide.facts)]
    if slide.table:
        found += [column.heading for column in slide.table.columns]
        found += [cell.text for row in slide.table.rows for cell in row]
    if slide.figure:
        found += [slide.figure.caption, *slide.figure.categories, *(series.name for series in slide.figure.series)]
    return found


def test_the_same_version_built_later_is_equal_whatever_came_after(demo: Store) -> None:
    shown = call(demo)
    before = deck_of(demo, shown)
    rescore(demo, "王莉")
    notes.add(demo, Subject(JUNE), "会后补记", "王莉")
    calling.call(demo, JUNE, "另一次", date(2026, 9, 1), "考核办")
    with demo.write() as connection:
        connection.execute("update unit set name = name || '（更名）'")
        connection.execute("update scheme set yellow_lag = 1")
    assert deck_of(demo, shown) == before


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_what_is_kept_is_what_was_built(demo: Store, language: str) -> None:
    shown = call(demo)
    assert deck_of(demo, shown, language) == build(demo, shown, language)


def test_taking_in_what_was_written_since_moves_no_number(demo: Store) -> None:
    number = calling.call(demo, JUNE, "会", date(2099, 7, 22), "考核办")
    shown = meeting(demo, number)
    before = by_key(deck_of(demo, shown))
    notes.add(demo, Subject(JUNE, unit_id="U014"), "项目集中入库", "王莉")
    with demo.write() as connection:
        connection.execute("update scheme set yellow_lag = 1")
    calling.freeze(demo, shown.meeting_id, "王莉")
    after = by_key(deck_of(demo, shown))
    assert after["ranking.A"].remarks == ("沙河沿乡：项目集中入库（王莉）",)
    assert {key: replace(slide, remarks=()) for key, slide in after.items()} == {
        key: replace(slide, remarks=()) for key, slide in before.items()
    }


def test_a_meeting_that_was_held_stays_as_it_was_shown(demo: Store) -> None:
    (june, _) = meetings.known(demo)
    with pytest.raises(AssessmentError, match="has been held"):
        calling.freeze(demo, june.meeting_id, "王莉")


def test_a_unit_that_is_late_or_vetoed_is_marked_where_its_place_is_quoted(demo: Store) -> None:
    deck = by_key(deck_of(demo, call(demo)))
    names = {key: [row[2].text for row in deck[key].table.rows] for key in ("ranking.A", "ranking.C2")}  # type: ignore[union-attr]
    assert "北岭头镇（迟报）" in names["ranking.A"]
    assert names["ranking.C2"][0] == "公共工程建设中心（一票否决）"


def test_a_meeting_on_older_data_is_not_told_that_nothing_changed(demo: Store) -> None:
    (june, _) = meetings.known(demo)
    again = call(demo, MAY, revision=3, day=23)
    assert meetings.before(again, meetings.known(demo)) != june
    assert "since" not in by_key(deck_of(demo, again))


def test_an_earlier_version_shows_its_own_numbers_and_says_which(demo: Store) -> None:
    first, second = call(demo, MAY, revision=3), call(demo, MAY, day=23)
    then, now = deck_of(demo, first), deck_of(demo, second)
    assert ["4", "南台子乡", "92.05", "优秀"] in ranked(then)
    assert ["5", "南台子乡", "92.05", "良好"] in ranked(now)
    assert then.foot.startswith("2026年5月 · 已公布，第 1 版；已由第 2 版取代 · 截至修订 3 · 校验码 4e3f d818")
    assert now.foot.startswith("2026年5月 · 已公布，第 2 版 · 截至修订 6 · 校验码 e158 9302")


def test_what_was_revised_since_the_last_meeting_is_told_with_its_reason(demo: Store) -> None:
    (june, _) = meetings.known(demo)
    since = by_key(deck_of(demo, june))["since"]
    assert since.title == "自“2026年5月工作实绩考核评审会”以来，3月、5月有 8 个单位的结果作了修订"
    assert since.lines[0] == "原因：3月、5月各有一处数字录错，来源部门来函更正"
    assert "3月税务局“预算支出进度”：2.48% → 24.8%（2026-03.xlsx）" in since.lines
    assert since.table is not None
    assert [cell.text for cell in since.table.rows[0]] == ["3月", "B1 税务局", "89.85 → 94.26", "10 → 6", "—"]


def test_a_presenters_sentence_stands_over_the_slide_and_the_rules_one_is_kept(demo: Store) -> None:
    shown = meeting(demo, calling.call(demo, JUNE, "会", date(2099, 7, 22), "考核办"))
    meetings.retitle(demo, shown.meeting_id, {"ranking.A": "乡镇前三名差距缩小"}, "zh", "王莉")
    slide = by_key(deck_of(demo, shown))["ranking.A"]
    assert slide.title == "乡镇前三名差距缩小"
    assert slide.written_title.startswith("A 乡镇：东兴岗镇居首")
    english = by_key(deck_of(demo, shown, "en"))["ranking.A"]
    assert english.title == english.written_title


def test_notes_stand_on_the_slides_of_the_numbers_they_are_about(demo: Store) -> None:
    notes.add(demo, Subject(JUNE, unit_id="U014"), "项目集中入库", "王莉")
    notes.add(demo, Subject(JUNE, unit_type="A", indicator_id="J08"), "到位资金以银行凭证为准", "王莉")
    deck = by_key(deck_of(demo, call(demo)))
    assert "沙河沿乡：项目集中入库（王莉）" in deck["ranking.A"].remarks
    assert not any("入库" in one for one in deck["ranking.B1"].remarks)
    assert any("银行凭证" in one for one in deck["lagging.A"].remarks)


@pytest.mark.parametrize("code", ["2026Q1", "2025", "2023-10"])
def test_a_quarter_a_year_and_the_first_month_have_their_walk_too(demo: Store, code: str) -> None:
    period = Period.parse(code)
    number = calling.call(demo, period, "会", date(2026, 7, 1), "考核办")
    deck = deck_of(demo, meeting(demo, number))
    assert len(ranked(deck)) == len(reports.rankings(demo, period))
    assert all(slide.title for slide in deck.slides)


def test_a_county_of_five_townships_has_its_walk_too(golden_store: Store) -> None:
    deck = deck_of(golden_store, call(golden_store))
    page = reports.rankings(golden_store, JUNE)
    assert len(ranked(deck)) == len(page)
