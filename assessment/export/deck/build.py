"""A deck as a presentation that PowerPoint and WPS can edit."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from assessment.export.deck import blocks, frame
from assessment.export.deck.arrange import Places, arrange, pages
from assessment.export.deck.chart import put_chart
from assessment.export.deck.chart_book import MADE
from assessment.export.deck.plain import readable
from assessment.export.deck.speaker import put_notes
from assessment.export.deck.table import put_table
from assessment.export.deck.template import Ground, Page, open_ground
from assessment.i18n import speaking, t
from assessment.meeting.slide import Deck, Slide

AUTHOR = "Shiji 实绩"
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def deck_bytes(deck: Deck, tell: Callable[[int, int, str], None] | None = None, template: Path | None = None) -> bytes:
    """The deck as .pptx. `template` is the county's own, used where the file exists; `tell` hears of every slide.

    The same deck and template give the same bytes.
    """
    deck = readable(deck)
    with speaking(deck.language):
        ground = open_ground(template)
        for at, slide in enumerate(deck.slides, 1):
            _draw(ground, slide, deck.foot)
            if tell:
                tell(at, len(deck.slides), slide.title)
        return _saved(ground.presentation, deck)


def _draw(ground: Ground, said: Slide, foot: str) -> None:
    body, slides = said, ground.presentation.slides
    if said.section == "cover":
        slide = _begun(ground, ground.cover, said.title, is_cover=True)
        frame.put_subtitle(
            slide, "\n\n".join(filter(None, [said.about, *said.lines])), ground.cover.under, ground.scale
        )
        frame.put_foot(slide, ground.cover, foot, len(slides), ground.scale)
        put_notes(slide, said)
        body = replace(said, about="", lines=(), remarks=(), sources=(), written_title="")
        if not (said.facts or said.table or said.figure):
            return
    parts = list(pages(body, ground.finding.content, ground.scale))
    for number, part in enumerate(parts, 1):
        title = part.title
        if len(parts) > 1:
            title = t("{title} ({page}/{pages})", title=title, page=number, pages=len(parts))
        slide = _begun(ground, ground.finding, title)
        _fill(slide.shapes, part, arrange(part, ground.finding.content, ground.scale), ground.scale)
        frame.put_foot(slide, ground.finding, foot, len(slides), ground.scale)
        put_notes(slide, part)


def _begun(ground: Ground, page: Page, title: str, is_cover: bool = False) -> Any:
    slide = frame.add_slide(ground.presentation, page, is_cover)
    frame.put_title(slide, page, title, ground.scale, is_cover)
    return slide


def _fill(shapes: Any, said: Slide, places: Places, scale: float) -> None:
    if places.about:
        blocks.put_line(shapes, said.about, places.about, scale)
    if places.facts:
        blocks.put_facts(shapes, said.facts, places.facts, scale)
    if places.lines:
        is_alone = not (said.table or said.figure or said.facts)
        blocks.put_lines(shapes, said.lines, places.lines, scale, blocks.TEXT if is_alone else blocks.BESIDE)
    if places.table and said.table:
        put_table(shapes, said.table, places.table, scale, said.title)
    if said.figure and places.caption:
        blocks.put_line(shapes, said.figure.caption, places.caption, scale)
    if said.figure and places.figure:
        put_chart(shapes, said.figure, places.figure, scale)
    if places.remarks:
        blocks.put_remarks(shapes, said.remarks, places.remarks, scale)


def _saved(presentation: Any, deck: Deck) -> bytes:
    about = presentation.core_properties
    about.title, about.subject = deck.name, deck.foot
    about.author = about.last_modified_by = AUTHOR
    about.created = about.modified = MADE
    about.revision, about.language = 1, "zh-CN" if deck.language == "zh" else "en-US"
    about.keywords = about.comments = about.category = ""
    out = io.BytesIO()
    presentation.save(out)
    return dated(out.getvalue())


def dated(raw: bytes) -> bytes:
    """The same file with one date for all it holds."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _ZIP_DAY), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
