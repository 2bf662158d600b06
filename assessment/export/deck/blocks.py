"""Text on a slide that is no table: a small line over a picture, big numbers, findings in lines, analysts' notes."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from assessment.export.deck import ink
from assessment.export.deck.box import Box
from assessment.export.deck.ink import Look
from assessment.export.deck.measure import LINE, em, height, largest, line_count, steps
from assessment.export.deck.template import emu
from assessment.i18n import t
from assessment.meeting.slide import Fact

TEXT, BESIDE, SMALLEST = 28, 22, 12
"""Points of findings in lines: alone on a slide, with something else, and at least."""
GAP = 0.8
"""Between two findings, in ems."""
NOTE = 13
"""Points of analysts' notes."""
_HANG = 1.0
_IN_STRIP = 10.0


def set_text(shape: Any, written: str) -> None:
    """The paragraphs into a shape, in the place of those it has."""
    body = shape.element.find(qn("p:txBody"))
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for new in parse_xml(f'<p:txBody xmlns:p="{body.nsmap["p"]}" xmlns:a="{ink.A}">{written}</p:txBody>'):
        body.append(new)


def put_text(shapes: Any, name: str, box: Box, written: str, anchor: Any = MSO_ANCHOR.TOP) -> Any:
    """A text box without margins."""
    shape = shapes.add_textbox(*emu(box))
    shape.name = f"{shape.shape_id} {name}"
    _frame(shape, anchor, 0.0)
    set_text(shape, written)
    return shape


def put_line(shapes: Any, text: str, box: Box, scale: float, color: str = ink.MUTED) -> None:
    """A small line; smaller where it is long."""
    size = largest(steps(14, 8, scale), text, box.width, box.height + 1)
    put_text(shapes, t("Caption"), box, ink.paragraphs(text, Look(size, color)), MSO_ANCHOR.MIDDLE)


def facts_height(facts: Sequence[Fact], box: Box, scale: float, is_alone: bool) -> float:
    """What big numbers take: numbers, their names, in rows of at most six."""
    rows = -(-len(facts) // _in_row(facts))
    return min(box.height, rows * (170 if is_alone else 124) * scale)


def put_facts(shapes: Any, facts: Sequence[Fact], box: Box, scale: float) -> None:
    """Numbers that stand alone, each over what it counts, a hair line between them."""
    across = _in_row(facts)
    tall = box.height / -(-len(facts) // across)
    shares = [max([2.4, *(em(fact.text, bold=True) for fact in facts[at::across])]) for at in range(across)]
    fields = box.columns(shares, 28 * scale)
    number = min(tall * 0.52, fields[0].width / shares[0])
    for at, fact in enumerate(facts):
        field = fields[at % across]
        place = Box(field.left, box.top + (at // across) * tall, field.width, tall - 6 * scale)
        if at % across:
            _hair(shapes, place.left - 14 * scale, place.top + 4 * scale, place.height - 8 * scale, scale)
        upper, lower = place.from_top(min(number * 1.3, place.height * 0.68))
        look = Look(number * 0.96, ink.WORDS.get(fact.tone, ink.INK), bold=True, line=0.9)
        put_text(shapes, t("Large number"), upper, ink.paragraphs(fact.text, look), MSO_ANCHOR.BOTTOM)
        small = largest(steps(17, 10, scale), fact.label, lower.width, lower.height)
        put_text(shapes, t("What it counts"), lower, ink.paragraphs(fact.label, Look(small, ink.MUTED)))


def lines_height(lines: Sequence[str], width: float, size: float) -> float:
    """What findings in lines take at a size."""
    texts = [height(line, size, width - _HANG * size) for line in lines]
    return sum(texts) + GAP * size * (len(lines) - 1)


def lines_that_fit(lines: Sequence[str], box: Box, scale: float) -> int:
    """How many findings a slide takes in letters that can be read; at least one."""
    counts = range(len(lines), 1, -1)
    size = SMALLEST * scale
    return next((count for count in counts if lines_height(lines[:count], box.width, size) <= box.height), 1)


def put_lines(shapes: Any, lines: Sequence[str], box: Box, scale: float, first: int = TEXT) -> None:
    """Findings, one a line, as large as fits."""
    sizes = steps(first, 6, scale)
    size = next((one for one in sizes if lines_height(lines, box.width, one) <= box.height), sizes[-1])
    look = Look(size, after=GAP * size, has_bullet=True)
    text = "".join(ink.paragraphs(" ".join(line.split("\n")), look) for line in lines)
    put_text(shapes, t("Findings"), box, text)


def remarks_height(remarks: Sequence[str], width: float, scale: float, most: float) -> float:
    """What the strip of analysts' notes takes."""
    return min(most, sum(_remark_heights(remarks, width, scale)) + 2 * _IN_STRIP * 0.7 * scale)


def put_remarks(shapes: Any, remarks: Sequence[str], box: Box, scale: float) -> None:
    """Analysts' notes in a strip; those that do not fit are counted, all stand in the speaker's notes."""
    room = box.height - 2 * _IN_STRIP * 0.7 * scale + 0.5
    heights = _remark_heights(remarks, box.width, scale)
    counts = range(len(remarks), 0, -1)
    last = NOTE * scale * LINE
    count = next((n for n in counts if sum(heights[:n]) + (last if n < len(remarks) else 0) <= room), 0)
    shown = [f"{t('Note')}{t(': ')}{remark}" for remark in remarks[:count]]
    if count < len(remarks):
        shown.append(t("{count} more notes stand in the speaker’s notes.", count=len(remarks) - count))
    strip = shapes.add_shape(MSO_SHAPE.RECTANGLE, *emu(box))
    strip.name = f"{strip.shape_id} {t('Analysts’ notes')}"
    _paint(strip, ink.PANEL)
    _frame(strip, MSO_ANCHOR.MIDDLE, _IN_STRIP * scale)
    set_text(strip, "".join(ink.paragraphs(one, Look(NOTE * scale)) for one in shown))
    _hair(shapes, box.left, box.top, box.height, scale, ink.mark("amber"), 2.5)


def _remark_heights(remarks: Sequence[str], width: float, scale: float) -> list[float]:
    size = NOTE * scale
    room = (width - 2 * _IN_STRIP * scale) / size
    return [line_count(f"{t('Note')}{t(': ')}{remark}", room) * size * LINE for remark in remarks]


def _in_row(facts: Sequence[Fact]) -> int:
    return -(-len(facts) // -(-len(facts) // 6))


def _frame(shape: Any, anchor: Any, side: float) -> None:
    frame = shape.text_frame
    frame.auto_size, frame.word_wrap, frame.vertical_anchor = MSO_AUTO_SIZE.NONE, True, anchor
    frame.margin_left = frame.margin_right = Pt(side)
    frame.margin_top = frame.margin_bottom = 0


def _hair(
    shapes: Any, left: float, top: float, tall: float, scale: float, color: str = ink.HAIR, points: float = 1
) -> None:
    """An upright line as a thin field, which every program draws alike."""
    shape = shapes.add_shape(MSO_SHAPE.RECTANGLE, *emu(Box(left, top, points * scale, tall)))
    shape.name = f"{shape.shape_id} {t('Hair line')}"
    _paint(shape, color)
    set_text(shape, ink.paragraphs("", Look(8)))


def _paint(shape: Any, color: str) -> None:
    """One colour, no outline, nothing of the theme's style."""
    shape.element.remove(shape.element.find(qn("p:style")))
    properties = shape.element.find(qn("p:spPr"))
    for part in (ink.fill(color), "<a:ln><a:noFill/></a:ln>"):
        properties.append(parse_xml(part.replace(">", f' xmlns:a="{ink.A}">', 1)))
