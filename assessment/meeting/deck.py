"""The whole walk of a meeting, in the order of product.md, from one frozen version."""

from collections.abc import Mapping
from dataclasses import replace

from assessment import i18n, labels, origin, reports
from assessment.i18n import t
from assessment.meeting import agenda, decisions, kept, lagging, opening, outlook, since, standing
from assessment.meeting.material import Material
from assessment.meeting.slide import Deck, Slide, joined
from assessment.meetings import Meeting, before, known
from assessment.reports import meetings as meeting_reports
from assessment.reports.publication import content_hash
from assessment.store import Reader, Store


def build(store: Store, meeting: Meeting, language: str, asked: Reader | None = None) -> Deck:
    """The deck of a meeting in a language, of the numbers of its revision, under the titles they give it.

    `asked`: a reader of that revision, where one is at hand.
    """
    reader = asked or store.as_of(meeting.revision_id)
    with i18n.speaking(language):
        material = Material(reader, meeting.period, meeting.held_on, meeting.written_until)
        return Deck(
            meeting.meeting_id,
            meeting.name,
            language,
            material.period_name,
            foot(reader, meeting, material.period_name),
            _origin(reader, meeting, material.period_name),
            tuple(replace(slide, written_title=slide.title) for slide in _slides(store, material, meeting)),
        )


def kept_deck(store: Store, meeting_id: int, language: str) -> Deck:
    """The deck of a meeting as it was kept, under the titles somebody wrote over its slides."""
    shown = kept.from_json(meeting_reports.meeting_deck(store, meeting_id, language))
    titles = meeting_reports.slide_titles(store, meeting_id, language)
    return replace(shown, slides=tuple(_titled(slide, titles) for slide in shown.slides))


def _slides(store: Store, material: Material, meeting: Meeting) -> list[Slide]:
    last = before(meeting, known(store))
    return [
        opening.cover(material, meeting.name),
        *agenda.slides(material, last),
        *(since.slides(store, last, meeting.revision_id, material.calendar) if last else []),
        opening.headline(material),
        opening.types(material),
        *standing.slides(material),
        *lagging.slides(material),
        *outlook.slides(material),
        *opening.waiting(material),
        *decisions.slides(material),
    ]


def _titled(slide: Slide, titles: Mapping[str, str]) -> Slide:
    """The slide under the title somebody wrote, if anybody did."""
    return replace(slide, title=titles.get(slide.continues or slide.key, slide.title))


def foot(reader: Reader, meeting: Meeting, period_name: str) -> str:
    """Which data these are: period, edition or draft, revision, and the check code of the period's results."""
    code = origin.short(content_hash(reader, meeting.period))
    revision = t("as of revision {number}", number=labels.count(meeting.revision_id))
    return joined([period_name, status(reader, meeting), revision, t("Check code {code}", code=code)])


def status(reader: Reader, meeting: Meeting) -> str:
    """The edition a meeting shows and the one that had replaced it when it was called, or that it shows a draft."""
    if meeting.edition is None:
        return t("Draft, not published")
    newest = int(reports.footer(reader, meeting.period)["newest_edition"])
    if newest > meeting.edition:
        words = {"edition": meeting.edition, "newest": newest}
        return t("Published, edition {edition}; edition {newest} has replaced it", **words)
    return t("Published, edition {edition}", edition=meeting.edition)


def _origin(reader: Reader, meeting: Meeting, period_name: str) -> dict[str, str]:
    """The lines of a note sheet; nothing in them depends on when the pack is made."""
    made = reports.footer(reader, meeting.period)
    return {
        t("Meeting"): joined([meeting.name, f"{meeting.held_on:%Y-%m-%d}"]),
        t("Period"): period_name,
        t("Scheme"): labels.name(made["scheme_name"], made["scheme_name_en"]),
        t("Published"): status(reader, meeting),
        t("Revision"): labels.count(meeting.revision_id),
        t("Content hash (SHA-256)"): content_hash(reader, meeting.period),
        t("Notes and follow-ups as of"): labels.moment(meeting.written_until),
    }
