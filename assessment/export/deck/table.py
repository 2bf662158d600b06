"""A slide's table as a native one: hair lines, no bands, tiers as fields of colour, letters as large as will fit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.oxml import parse_xml

from assessment.export.deck import ink
from assessment.export.deck.box import Box
from assessment.export.deck.ink import Look
from assessment.export.deck.measure import LINE, em, line_count, steps
from assessment.export.deck.template import emu
from assessment.meeting.slide import Cell, Table

LARGEST, SMALLEST, LAST_RESORT = 16, 12, 4
"""Points; 12 are 24 pixels on a screen 1920 wide. Below that only for a single row taller than a slide."""
SIDE, AFTER_NUMBER = 5.0, 14.0
"""Room left and right in a cell, in points; left of a word that follows a number."""
TIGHT = 0.9
"""Lines stand this close."""
PAD, MOST_PAD = 0.13, 0.55
"""Room above and below the text of a cell, in ems: at least, and where rows may spread."""
SLACK, PROSE = 1.1, 12.0
"""A face broader than expected still keeps a number in one line; what is longer, in ems, may break."""
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True)
class Fit:
    """A size for the letters, widths of columns and heights of rows in points, the heading first."""

    size: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """All rows together."""
        return sum(self.heights)


def fit(table: Table, box: Box, scale: float) -> Fit:
    """The largest letters at which all rows fit and no number breaks; then those at which they fit at all."""
    sizes = [*steps(LARGEST, SMALLEST, scale), *steps(SMALLEST - 1, LAST_RESORT, scale)]
    tried = [_set(table, box, size, scale) for size in sizes[: LARGEST - SMALLEST + 1]]
    fitting = [one for one in tried if one.height <= box.height]
    whole = [one for one in fitting if not _breaks(table, one, scale)]
    if whole or fitting:
        return _spread((whole or fitting[-1:])[0], box)
    small = (_set(table, box, size, scale) for size in sizes[LARGEST - SMALLEST + 1 :])
    return next((one for one in small if one.height <= box.height), _set(table, box, sizes[-1], scale))


def rows_that_fit(table: Table, box: Box, scale: float) -> int:
    """How many of its rows a slide takes in letters that can be read; at least one."""
    heights = _set(table, box, SMALLEST * scale, scale).heights
    room, count = box.height - heights[0], 0
    for row in heights[1:]:
        room -= row
        if room < 0:
            break
        count += 1
    return max(1, count)


def put_table(shapes: Any, table: Table, box: Box, scale: float, said: str) -> None:
    """The table at the top of the box; `said` describes it to who cannot see it."""
    fitted = fit(table, box, scale)
    place = Box(box.left, box.top, box.width, fitted.height)
    frame = shapes.add_table(1, 1, *emu(place))
    frame.element.nvGraphicFramePr.cNvPr.set("descr", said)
    old = frame.element.graphic.graphicData.tbl
    old.getparent().replace(old, parse_xml(_written(table, fitted, scale)))


def _set(table: Table, box: Box, size: float, scale: float) -> Fit:
    widths = _widths(table, box.width, size, scale)
    rooms = _rooms(table, widths, scale)

    def height(texts: Sequence[str], points: float, bold: bool) -> float:
        lines = max(line_count(text, room / points, bold) for text, room in zip(texts, rooms, strict=True))
        return lines * points * LINE * TIGHT + 2 * PAD * size

    head = height([column.heading for column in table.columns], _head_size(size, scale), bold=True)
    rows = [height([cell.text for cell in row], size, bold=False) for row in table.rows]
    return Fit(size, widths, (head, *rows))


def _widths(table: Table, width: float, size: float, scale: float) -> tuple[float, ...]:
    """The columns' shares; where a number or a word would break, others give what they can spare."""
    total = sum(column.width for column in table.columns) or 1.0
    own = [width * column.width / total for column in table.columns]
    firm, whole = [], []
    for at, (column, left) in enumerate(zip(table.columns, _lefts(table), strict=True)):
        side = (left + SIDE) * scale
        heading = max(map(_unbroken, column.heading.split()), default=0.0) * _head_size(size, scale)
        cells = [(em(row[at].text), column.is_number or bool(row[at].tone)) for row in table.rows]
        kept = max([0.0, *(need for need, is_firm in cells if is_firm and need <= PROSE)])
        firm.append(side + max(heading, kept * size * SLACK))
        whole.append(side + max([heading, *(need * size * SLACK for need, _ in cells)]))
    wrapped = [max(need, min(most, has * 0.6)) for need, most, has in zip(firm, whole, own, strict=True)]
    for keep in (whole, wrapped):
        lacking = [max(0.0, need - has) for need, has in zip(firm, own, strict=True)]
        spare = [max(0.0, has - least) for least, has in zip(keep, own, strict=True)]
        moved = min(sum(lacking), sum(spare))
        more, less = moved / (sum(lacking) or 1.0), moved / (sum(spare) or 1.0)
        own = [has + more * lack - less * free for has, lack, free in zip(own, lacking, spare, strict=True)]
    return tuple(own)


def _unbroken(word: str) -> float:
    """What a word of a heading takes at least, in ems: Chinese may break anywhere."""
    return min(em(word, bold=True), PROSE) * SLACK if word.isascii() else 1.0


def _breaks(table: Table, fitted: Fit, scale: float) -> bool:
    """Whether a number, a tier or a marked word takes more than its line."""
    for at, room in enumerate(_rooms(table, fitted.widths, scale)):
        cells = [row[at] for row in table.rows if table.columns[at].is_number or row[at].tone]
        if any(room / fitted.size * 0.98 < em(cell.text) <= PROSE for cell in cells):
            return True
    return False


def _rooms(table: Table, widths: Sequence[float], scale: float) -> list[float]:
    """What the cells of a column leave to their text."""
    lefts = _lefts(table)
    return [max(1.0, width - (left + SIDE) * scale) for width, left in zip(widths, lefts, strict=True)]


def _lefts(table: Table) -> list[float]:
    follows = [False, *(column.is_number for column in table.columns[:-1])]
    pairs = zip(table.columns, follows, strict=True)
    return [AFTER_NUMBER if after and not column.is_number else SIDE for column, after in pairs]


def _spread(fitted: Fit, box: Box) -> Fit:
    """Rows take what is left of the box, within measure."""
    more = min((box.height - fitted.height) / len(fitted.heights), 2 * (MOST_PAD - PAD) * fitted.size)
    return Fit(fitted.size, fitted.widths, tuple(row + max(0.0, more) for row in fitted.heights))


def _head_size(size: float, scale: float) -> float:
    return max(min(size, SMALLEST * scale), size * 0.8)


def _written(table: Table, fitted: Fit, scale: float) -> str:
    size, right = fitted.size, SIDE * scale
    sides = [_side(table, at) for at in range(len(table.columns))]
    margins = [
        (right if side == "ctr" else left * scale, right) for side, left in zip(sides, _lefts(table), strict=True)
    ]
    look, line = Look(_head_size(size, scale), ink.MUTED, bold=True, line=TIGHT), _edges(ink.BLACK, 1)
    rows = [
        [
            _cell(column.heading, replace(look, align=side), line, margin, "b")
            for column, side, margin in zip(table.columns, sides, margins, strict=True)
        ]
    ]
    for row in table.rows:
        rows.append([_body(cell, side, size, margin) for cell, side, margin in zip(row, sides, margins, strict=True)])
    grid = "".join(f'<a:gridCol w="{round(width * 12700)}"/>' for width in fitted.widths)
    lines = "".join(
        f'<a:tr h="{round(height * 12700)}">{"".join(cells)}</a:tr>'
        for height, cells in zip(fitted.heights, rows, strict=True)
    )
    return (
        f'<a:tbl xmlns:a="{ink.A}"><a:tblPr firstRow="1"><a:tableStyleId>{_PLAIN}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{grid}</a:tblGrid>{lines}</a:tbl>"
    )


def _side(table: Table, at: int) -> str:
    """Numbers to the right, tiers in the middle, words to the left."""
    if table.rows and all(row[at].tone in ink.TIERS for row in table.rows):
        return "ctr"
    return "r" if table.columns[at].is_number else "l"


def _body(cell: Cell, side: str, size: float, margin: tuple[float, float]) -> str:
    if cell.tone in ink.TIERS:
        ground, letters = ink.TIERS[cell.tone]
        look = Look(size, letters, align="ctr", line=TIGHT)
        return _cell(cell.text, look, _edges(ink.GROUND, 3.5, is_round=True), margin, fill=ground)
    look = Look(size, ink.WORDS.get(cell.tone, ink.INK), bold=cell.tone == "strong", align=side, line=TIGHT)
    return _cell(cell.text, look, _edges(ink.HAIR, 0.75), margin)


def _cell(text: str, look: Look, edges: str, margin: tuple[float, float], anchor: str = "ctr", fill: str = "") -> str:
    sides = f'marL="{round(margin[0] * 12700)}" marR="{round(margin[1] * 12700)}"'
    upright = round(PAD * 0.9 * look.size * 12700)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{ink.paragraphs(text, look)}</a:txBody>"
        f'<a:tcPr {sides} marT="{upright}" marB="{upright}" anchor="{anchor}">'
        f"{edges}{ink.fill(fill) if fill else '<a:noFill/>'}</a:tcPr></a:tc>"
    )


def _edges(color: str, points: float, is_round: bool = False) -> str:
    """A line below; around a field of colour lines of the ground's colour keep it apart from its neighbours."""
    widths = {"L": 8.0, "R": points, "T": points, "B": points} if is_round else {"B": points}
    lines = {
        side: f' w="{round(wide * 12700)}" cap="flat" cmpd="sng" algn="ctr">{ink.fill(color)}'
        for side, wide in widths.items()
    }
    none = ' w="0"><a:noFill/>'
    return "".join(f"<a:ln{side}{lines.get(side, none)}</a:ln{side}>" for side in "LRTB")
