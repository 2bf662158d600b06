"""Where what a slide says stands on it, and how it goes on over more slides where one is too small."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assessment.charts.figure import Figure
from assessment.export.deck import blocks, table
from assessment.export.deck.box import Box
from assessment.export.deck.chart import natural_height
from assessment.meeting.slide import Slide

TABLE_SHARE, NARROW_SHARE, LINES_SHARE = 0.55, 0.6, 0.4
"""What a table takes beside a picture, on a slide of 4:3, and what findings in lines take."""
NARROW = 700.0
"""Points of width below which a slide is narrow."""
STRIP, GAP = 20.0, 10.0
"""A small line and the room under it, in points."""
LEAST = 100.0
"""Points that anything under big numbers needs."""


@dataclass(frozen=True)
class Places:
    """A box for each thing a slide may hold; None for what it does not."""

    about: Box | None = None
    facts: Box | None = None
    lines: Box | None = None
    table: Box | None = None
    caption: Box | None = None
    figure: Box | None = None
    remarks: Box | None = None


def arrange(slide: Slide, box: Box, scale: float) -> Places:
    """About on top, notes at the bottom; numbers, lines, a table beside its picture between them."""
    places, rest = _around(slide, box, scale)
    return _body(slide, places, rest, scale)


def _around(slide: Slide, box: Box, scale: float) -> tuple[Places, Box]:
    """About, notes and numbers, and what they leave."""
    places = Places()
    if slide.about:
        about, box = box.from_top(STRIP * scale, GAP * scale)
        places = replace(places, about=about)
    else:
        _, box = box.from_top(0, 1.4 * GAP * scale)
    if slide.remarks:
        height = blocks.remarks_height(slide.remarks, box.width, scale, box.height * 0.3)
        strip, box = box.from_bottom(height, GAP * scale)
        places = replace(places, remarks=strip)
    if slide.facts:
        is_alone = not (slide.lines or slide.table or slide.figure)
        facts, box = box.from_top(blocks.facts_height(slide.facts, box, scale, is_alone), 1.6 * GAP * scale)
        places = replace(places, facts=facts)
    return places, box


def _body(slide: Slide, places: Places, box: Box, scale: float) -> Places:
    if slide.lines and slide.table:
        height = blocks.lines_height(slide.lines, box.width, blocks.BESIDE * 0.85 * scale)
        lines, box = box.from_top(min(height, box.height * 0.35), GAP * scale)
        places = replace(places, lines=lines)
    if slide.figure is None:
        if slide.table:
            return replace(places, table=box)
        return replace(places, lines=box) if slide.lines else places
    picture = box
    if slide.table:
        share = NARROW_SHARE if box.width < NARROW * scale else TABLE_SHARE
        left, picture = box.beside(share, 26 * scale)
        places = replace(places, table=left)
    elif slide.lines:
        left, picture = box.beside(LINES_SHARE, 30 * scale)
        places = replace(places, lines=left)
    return _picture(slide, slide.figure, places, picture, scale)


def _picture(slide: Slide, figure: Figure, places: Places, box: Box, scale: float) -> Places:
    if figure.caption and figure.caption != slide.about:
        caption, box = box.from_top(STRIP * scale, 0.4 * GAP * scale)
        places = replace(places, caption=caption)
    return replace(places, figure=box.from_top(natural_height(figure, scale))[0])


def pages(slide: Slide, box: Box, scale: float) -> Iterator[Slide]:
    """The slide, and as many more as it needs to be read: numbers before what they leave no room for, then as much of a
    table or of lines as a slide takes. Notes and sources stand on the first."""
    places, left = _around(slide, box, scale)
    rest = replace(slide, facts=(), remarks=(), sources=(), written_title="")
    if slide.facts and left.height < LEAST * scale and (slide.lines or slide.table or slide.figure):
        yield replace(slide, lines=(), table=None, figure=None)
        yield from pages(rest, box, scale)
        return
    places = _body(slide, places, left, scale)
    rest = replace(rest, lines=(), figure=None)
    if slide.table and places.table:
        rows = slide.table.rows
        count = _even(len(rows), table.rows_that_fit(slide.table, places.table, scale))
        if count < len(rows):
            yield replace(slide, table=replace(slide.table, rows=rows[:count]))
            yield from pages(replace(rest, table=replace(slide.table, rows=rows[count:])), box, scale)
            return
    elif places.lines:
        count = _even(len(slide.lines), blocks.lines_that_fit(slide.lines, places.lines, scale))
        if count < len(slide.lines):
            yield replace(slide, lines=slide.lines[:count])
            yield from pages(replace(rest, lines=slide.lines[count:]), box, scale)
            return
    yield slide


def _even(count: int, most: int) -> int:
    """How many of them stand on the first of equal slides."""
    return -(-count // -(-count // most)) if count else 0
