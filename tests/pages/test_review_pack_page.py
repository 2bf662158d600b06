"""The room where a meeting is prepared: called, its sentences changed, and what was written since taken in."""

from datetime import date

from assessment import access, meetings, notes
from assessment.meeting import calling
from assessment.notes import Subject
from assessment.periods import Period
from tests.pages.conftest import Visit, words

JUNE = Period.parse("2026-06")


def test_without_a_meeting_the_page_says_how_one_is_called(county: None, visit: Visit) -> None:
    at = visit("meeting/review_pack")
    assert "还没有召集过评审会" in words(at)
    next(field for field in at.text_input if field.label == "召集人").set_value("考核办")
    at.button(key="FormSubmitter:call_meeting-召集").click().run()
    assert not at.exception
    (meeting,) = meetings.known(access.store())
    assert (meeting.name, meeting.period, meeting.edition) == ("2026年6月工作实绩考核评审会", JUNE, None)
    assert "2026年6月工作实绩考核评审会：共" in words(at)


def test_the_stage_without_a_meeting_leads_to_calling_one(county: None, visit: Visit) -> None:
    assert "召集评审会" in words(visit("meeting/stage"))


def test_a_sentence_is_changed_and_given_back_to_the_rules(county: None, visit: Visit) -> None:
    number = calling.call(access.store(), JUNE, "6月评审会", date(2099, 7, 22), "考核办")
    at = visit("meeting/review_pack", meeting=str(number))
    field = at.text_input(key=f"title_{number}_zh_headline")
    field.set_value("全县六月平稳")
    at.button(key=f"FormSubmitter:titles_{number}_zh-保存标题").click().run()
    assert "全县六月平稳" in words(at)
    assert "1 个标题已改" in words(at)
    at.text_input(key=f"title_{number}_zh_headline").set_value("")
    at.button(key=f"FormSubmitter:titles_{number}_zh-保存标题").click().run()
    assert "全县六月平稳" not in words(at)


def test_notes_written_later_stand_on_the_slides_once_they_are_taken_in(county: None, visit: Visit) -> None:
    number = calling.call(access.store(), JUNE, "6月评审会", date(2099, 7, 22), "考核办")
    notes.add(access.store(), Subject(JUNE), "口径自本月起调整", "王莉")
    at = visit("meeting/review_pack", meeting=str(number))
    before = meetings.known(access.store())[0].written_until
    at.button(key="freeze").click().run()
    assert meetings.known(access.store())[0].written_until > before


def test_a_meeting_called_by_mistake_is_called_off_and_gives_its_place_to_the_other(county: None, visit: Visit) -> None:
    for name in ("6月评审会", "误召集"):
        calling.call(access.store(), JUNE, name, date(2099, 7, 22), "考核办")
    at = visit("meeting/review_pack")
    assert "误召集：共" in words(at)
    press = "FormSubmitter:call_off_2-取消"
    at.button(key=press).click().run()
    assert "请填写取消原因。" in [error.value for error in at.error]
    next(field for field in at.text_input if field.label == "理由").set_value("重复召集")
    next(field for field in at.text_input if field.label == "取消人").set_value("王莉")
    at.button(key=press).click().run()
    assert not at.exception
    assert "6月评审会：共" in words(at)
    off = visit("meeting/review_pack", meeting="2")
    assert [warning.value for warning in off.warning] == ["已由 王莉 取消：重复召集"]
    assert "取消本次评审会…" not in [expander.label for expander in off.expander]


def test_the_pack_page_speaks_english_too(county: None, visit: Visit) -> None:
    calling.call(access.store(), JUNE, "6月评审会", date(2099, 7, 22), "考核办")
    at = visit("meeting/review_pack", locale="en-US")
    assert "The sentences of the meeting, in order" in words(at)
