"""A deck as paper and workbooks need it: tables in one piece again, and each section by its name."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from assessment.i18n import t
from assessment.meeting.slide import Deck, Slide, Table

Item = TypeVar("Item")
_BETWEEN = " · "
"""Between the parts of a subtitle."""


def section_name(section: str) -> str:
    """What a section of the walk is called."""
    names = {
        "cover": t("Meeting"),
        "follow_ups": t("Follow-ups of the last meeting"),
        "since": t("Revised since the last meeting"),
        "headline": t("Overall"),
        "ranking": t("Ranking by type"),
        "lagging": t("Lagging indicators"),
        "forecast": t("Forecast for the year"),
        "waiting": t("Not handed in"),
        "decisions": t("Decisions asked"),
        "sources": t("Sources"),
    }
    return names.get(section, section)


def in_one_piece(deck: Deck) -> list[Slide]:
    """The slides in their order, each table whole: what went on over several screens is one slide again."""
    whole: dict[str, Slide] = {}
    for slide in deck.slides:
        first = whole.get(slide.continues)
        if first is None or not _fits(first, slide):
            whole[slide.key] = slide
        else:
            whole[slide.continues] = _joined(first, slide)
            if slide.figure not in (None, first.figure):
                whole[slide.key] = replace(slide, table=None, facts=(), lines=(), remarks=())
    return list(whole.values())


def _fits(first: Slide, more: Slide) -> bool:
    return first.table is None or more.table is None or headings(first.table) == headings(more.table)


def headings(table: Table) -> Sequence[str]:
    """What stands over the columns."""
    return [column.heading for column in table.columns]


def _joined(first: Slide, more: Slide) -> Slide:
    """The first slide with what the next one adds; a subtitle keeps what both say (not which screen it is)."""
    table = first.table or more.table
    if first.table and more.table:
        table = replace(first.table, rows=[*first.table.rows, *more.table.rows])
    said = more.about.split(_BETWEEN)
    return replace(
        first,
        about=_BETWEEN.join(part for part in first.about.split(_BETWEEN) if part in said),
        table=table,
        facts=_both(first.facts, more.facts),
        lines=_both(first.lines, more.lines),
        remarks=_both(first.remarks, more.remarks),
        sources=_both(first.sources, more.sources),
    )


def _both(first: tuple[Item, ...], more: tuple[Item, ...]) -> tuple[Item, ...]:
    return (*first, *(item for item in more if item not in first))
