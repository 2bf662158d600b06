"""What pages keep drawn: as long as data, notes and language stay the same, and no longer."""

import pytest

from assessment import access, i18n, notes
from assessment.notes import Subject
from assessment.periods import Period
from assessment.store import rescore
from assessment.ui import load

DRAWN: list[str] = []


def draw(what: str) -> str:
    DRAWN.append(what)
    return f"{i18n.language()} {what}"


@pytest.fixture(autouse=True)
def nothing_drawn() -> None:
    DRAWN.clear()


def test_a_block_is_drawn_once_for_all_readers_of_a_language(county: None) -> None:
    with i18n.speaking("zh"):
        assert [load.drawn(draw, "map"), load.drawn(draw, "map")] == ["zh map", "zh map"]
    with i18n.speaking("en"):
        assert load.drawn(draw, "map") == "en map"
    assert DRAWN == ["map", "map"]


def test_a_note_has_it_drawn_anew_and_a_rescore_without_news_does_not(county: None) -> None:
    load.drawn(draw, "map")
    rescore(access.store(), "tester")
    load.drawn(draw, "map")
    assert len(DRAWN) == 1
    notes.add(access.store(), Subject(Period.parse("2026-06")), "数据已核对", "王莉")
    load.drawn(draw, "map")
    assert len(DRAWN) == 2
