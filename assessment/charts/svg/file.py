"""A picture as a file of its own, to put into another document: finding, what it shows, marks, where it is from."""

from dataclasses import fields
from html import escape

from assessment.charts.figure import Figure
from assessment.charts.look import FONT, SCREEN, Palette
from assessment.charts.svg.canvas import Canvas
from assessment.charts.svg.drawing import canvas_of
from assessment.charts.svg.lettering import shortened, wrapped

_MARGIN = 1.6
_TITLE = 1.4
_DARK = ("ink", "muted", "blue", "red")
"""On these letters are white."""


def stylesheet(palette: Palette = SCREEN) -> str:
    """What the class names of a picture mean: fills by role, strokes `s-role`, letters upon a mark `on-role`."""
    rules = [f".sj-figure{{font-family:{FONT};font-variant-numeric:tabular-nums}}"]
    for role in (field.name for field in fields(palette)):
        colour = getattr(palette, role)
        upon = palette.ground if role in _DARK else palette.ink
        rules.append(f".sj-figure .{role}{{fill:{colour}}}.sj-figure .s-{role}{{stroke:{colour}}}")
        rules.append(f".sj-figure .on-{role}{{fill:{upon}}}")
    return "".join(rules)


def standalone(
    figure: Figure,
    width: int = 1200,
    height: int = 700,
    size: int = 20,
    title: str = "",
    about: str = "",
    foot: str = "",
) -> str:
    """A whole SVG file on white; the finding (or the caption) on top on at most two lines, `foot` at the bottom."""
    margin = round(_MARGIN * size)
    room = width - 2 * margin
    finding = wrapped(title or figure.caption, room / _TITLE, size, 2, bold=True)
    told = shortened(about or (figure.caption if title else ""), room, size)
    top = margin + len(finding) * size * _TITLE * 1.25 + (1.5 * size if told else 0) + 0.6 * size
    bottom = margin + (1.6 * size if foot else 0)
    inner = canvas_of(figure, room, round(height - top - bottom), size)
    high = max(height, round(top + inner.height + bottom))
    sheet = Canvas(width, high, size)
    sheet.rect(0, 0, width, high, "ground")
    _head(sheet, finding, told, margin)
    sheet.parts.append(f'<g transform="translate({margin} {top:.1f})">{"".join(inner.parts)}</g>')
    if foot:
        sheet.text(margin, high - margin, shortened(foot, room, size), "muted")
    return _file(sheet, " ".join(filter(None, (title, figure.caption))))


def _head(sheet: Canvas, finding: list[str], told: str, margin: int) -> None:
    size = sheet.size
    larger = Canvas(sheet.width, sheet.height, round(size * _TITLE))
    line = larger.size * 1.25
    for at, words in enumerate(finding):
        larger.text(margin, margin + (at + 0.5) * line, words, bold=True)
    sheet.parts.append(f'<g font-size="{larger.size}">{"".join(larger.parts)}</g>')
    if told:
        sheet.text(margin, margin + len(finding) * line + 0.7 * size, told, "muted")


def _file(sheet: Canvas, label: str) -> str:
    places = f'width="{sheet.width}" height="{sheet.height}" viewBox="0 0 {sheet.width} {sheet.height}"'
    look = f'class="sj-figure" role="img" aria-label="{escape(label)}" font-size="{sheet.size}"'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    root = f'<svg xmlns="http://www.w3.org/2000/svg" {places} {look}>'
    return f"{head}{root}<style>{stylesheet()}</style>{''.join(sheet.parts)}</svg>\n"
