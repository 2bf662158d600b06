"""Analysts' notes on the pages: written in a form, shown with the number, escaped, withdrawn with a reason."""

from datetime import datetime
from typing import Any

import pandas as pd
from streamlit.testing.v1 import AppTest

from assessment import access, notes
from assessment.notes import Subject
from assessment.periods import Period
from assessment.ui import notes as shown_notes
from tests.pages.conftest import Visit, words

JUNE = Period.parse("2026-06")


def note(**more: Any) -> Any:
    known = {
        "note_id": 1,
        "period_kind": "month",
        "period_start": datetime(2026, 6, 1),
        "made_by": "王莉",
        "text": "好",
    }
    known |= {"unit_id": None, "unit_type": None, "indicator_id": None}
    return next(pd.DataFrame([known | more]).itertuples(index=False))


def opened(at: AppTest, fold: str) -> AppTest:
    """The page with a fold of the notes open: what is in it is drawn only then."""
    at.session_state[fold] = True
    return at.run()


def press(at: AppTest, word: str) -> AppTest:
    return next(button for button in at.button if button.label == word).click().run()


def test_a_note_is_written_and_stands_with_its_number(county: None, visit: Visit) -> None:
    at = opened(visit("review/year", period="2026-06", type="A"), "note_writing")
    at.text_area(key="note_text_0").set_value("<b>6月</b>口径调整")
    at.text_input(key="note_who").set_value("王莉")
    at.selectbox(key="note_on").set_value("type:A")
    shown = words(press(at, "添加批注"))
    assert at.text_area(key="note_text_1").value == "", "ready for the next one"
    assert "&lt;b&gt;6月&lt;/b&gt;口径调整" in shown
    assert "2026年6月 · A 乡镇 · 王莉" in shown
    assert "chip note" in shown, "in the table's head too"


def test_a_note_without_text_is_refused_in_words(county: None, visit: Visit) -> None:
    at = opened(visit("review/year", period="2026-06", type="A"), "note_writing")
    at.text_input(key="note_who").set_value("王莉")
    assert [error.value for error in press(at, "添加批注").error] == ["批注不能为空。"]


def test_a_note_is_withdrawn_with_a_reason(county: None, visit: Visit) -> None:
    notes.add(access.store(), Subject(JUNE), "写错了", "王莉")
    at = opened(visit("review/year", period="2026-06", type="A"), "note_withdrawing")
    assert "写错了" in words(at)
    at.text_input(key="note_reason_0").set_value("重复")
    at.text_input(key="note_withdrawn_by").set_value("李强")
    assert "写错了" not in words(press(at, "撤回"))


def test_what_a_note_leaves_open_bears_on_everything() -> None:
    whole, unit, other = note(), note(unit_id="A01", unit_type="A"), note(unit_id="B01", unit_type="B")
    indicator = note(indicator_id="J01")
    found = [whole, unit, other, indicator]
    assert shown_notes.shown_with(found) == found
    assert shown_notes.shown_with(found, ["A"]) == [whole, unit, indicator]
    assert shown_notes.shown_with(found, unit="A01") == [whole, unit, indicator]
    assert shown_notes.shown_with(found, unit="A01", indicator="J02") == [whole, unit]


def test_a_cell_is_marked_for_exactly_its_number() -> None:
    lookup = shown_notes.Lookup([note(unit_id="A01", unit_type="A", text="'引号'")])
    assert "title='&#x27;引号&#x27; (王莉)'" in lookup.chip(unit="A01")
    assert lookup.chip(unit="A02") == ""
    assert lookup.chip(unit="A01", indicator="J01") == ""
    assert shown_notes.Lookup([note(unit_type="A")]).chip(unit_type="A") != ""
    assert shown_notes.Lookup([note(unit_type="A")]).chip(unit_type="B") == ""
