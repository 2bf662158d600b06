"""What stands on every slide: the title in a real title placeholder, the foot, the number."""

from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml

from assessment.export.deck import blocks, ink
from assessment.export.deck.box import Box
from assessment.export.deck.ink import Look
from assessment.export.deck.measure import em, height, line_count, steps
from assessment.export.deck.template import TITLES, Page, emu

TITLE, COVER_TITLE, SUBTITLE, SMALLEST = 30, 40, 20, 12
"""Points of a title at most, whatever the template says, and at least."""
ONE_LINE, LEAST = 0.8, 0.6
"""How much smaller a title is set to stay in one line, and to stay in two; then it takes the lines it needs."""
FOOT = 10
_MARGIN = 0.1
"""Room a placeholder keeps around its text, in inches, unless it says otherwise."""


def add_slide(presentation: Any, page: Page, is_cover: bool) -> Any:
    """A slide of the layout with its title and without what we leave empty; a cover keeps its subtitle."""
    slide = presentation.slides.add_slide(page.layout)
    kept = (*TITLES, PP_PLACEHOLDER.SUBTITLE) if is_cover and not page.own_title else TITLES
    for one in list(slide.placeholders):
        if one.placeholder_format.type not in kept:
            one.element.getparent().remove(one.element)
    if slide.shapes.title is None:
        _placeholder(slide, "Title", 'type="title"', page.title)
    return slide


def put_title(slide: Any, page: Page, text: str, scale: float, is_cover: bool) -> None:
    """The finding in one line or two, in the template's own size or as much smaller as it takes."""
    title = slide.shapes.title
    if page.own_title:
        title.left, title.top, title.width, title.height = emu(page.title)
        title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    most = min(page.title_size, (COVER_TITLE if is_cover else TITLE) * scale)
    width, room = page.title.width - 144 * _MARGIN, page.title.height
    written = " ".join(text.split())
    size = _title_size(written, most, width, room, scale, 3 if is_cover else 2)
    blocks.set_text(title, ink.paragraphs(written, Look(0 if size == page.title_size else size, "")))


def put_foot(slide: Any, page: Page, text: str, at: int, scale: float) -> None:
    """What data the deck shows, and the slide's number."""
    number = Look(FOOT * scale, ink.MUTED, align="r")
    shape = _placeholder(slide, "Slide Number", page.number_key, page.number)
    blocks.set_text(shape, ink.number_field(at, number))
    box = page.foot
    if em(text) * FOOT * scale > box.width - 144 * _MARGIN:
        gap = 8 * scale
        right = (
            page.number.left - gap if page.number.left > page.title.left + page.title.width * 0.5 else page.title.right
        )
        box = Box(page.title.left, box.top, right - page.title.left, box.height)
    room = box.width - 144 * _MARGIN
    sizes = [size for size in steps(FOOT, 6, scale) if height(text, size, room, line=1.2) <= box.height]
    size = sizes[0] if sizes else 6 * scale
    shape = _placeholder(slide, "Footer", page.foot_key, box)
    blocks.set_text(shape, ink.paragraphs(text, Look(size, ink.MUTED)))


def put_subtitle(slide: Any, text: str, box: Box, scale: float) -> None:
    """What a cover is about: in its subtitle, or right under the title."""
    found = [one for one in slide.placeholders if one.placeholder_format.type == PP_PLACEHOLDER.SUBTITLE]
    if found and text:
        blocks.set_text(found[0], ink.paragraphs(text, Look(SUBTITLE * scale, "")))
    elif found:
        found[0].element.getparent().remove(found[0].element)
    elif text:
        blocks.put_line(slide.shapes, text, box, scale)


def _title_size(text: str, most: float, width: float, room: float, scale: float, lines: int) -> float:
    sizes = steps(most / scale, SMALLEST, scale)
    fitting = [size for size in sizes if height(text, size, width, bold=True, line=1.3) <= room]
    in_one = [size for size in fitting if line_count(text, width / size, bold=True) == 1 and size >= most * ONE_LINE]
    short = in_one or [size for size in fitting if line_count(text, width / size, bold=True) <= lines]
    if short and short[0] >= most * LEAST:
        return short[0]
    return fitting[0] if fitting else sizes[-1]


def _placeholder(slide: Any, name: str, key: str, box: Box) -> Any:
    """A placeholder that python-pptx does not bring along from the layout, or that the layout has not."""
    number = max(shape.shape_id for shape in slide.shapes) + 1 if len(slide.shapes) else 2
    left, top, width, tall = emu(box)
    tree = slide.shapes.element
    spaces = f'xmlns:p="{tree.nsmap["p"]}" xmlns:a="{ink.A}"'
    tree.append(
        parse_xml(
            f'<p:sp {spaces}><p:nvSpPr><p:cNvPr id="{number}" name="{name} {number}"/><p:cNvSpPr>'
            f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {key}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{tall}"/></a:xfrm></p:spPr>'
            "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
        )
    )
    return slide.shapes[-1]
