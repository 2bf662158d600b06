"""A slide on paper: its finding, its numbers, its table and its picture, and what was remarked."""

from collections.abc import Sequence
from html import escape

from assessment.charts.figure import Figure
from assessment.charts.svg import draw
from assessment.charts.svg.lettering import width_of
from assessment.charts.svg.rows import NAMES
from assessment.meeting.slide import Cell, Column, Fact, Slide, Table

_WIDTH, _SIZE = 900, 17
"""Of a picture: on a sheet of A4 a letter comes out at about 9 points."""
_ROW, _FOLDED, _PLACE = 30, 42, 26
"""The heights of rows: of bars, of bars whose names take two lines, of places."""
_SHORT = 16
"""A slide of at most so many rows is kept on one sheet."""


def slide_html(slide: Slide, with_type: bool) -> str:
    """The slide under its finding; where its chapter does not say the unit type, the slide does."""
    rows = len(slide.table.rows) if slide.table else 0
    look = "slide short" if rows <= _SHORT else "slide"
    kicker = f'<p class="kicker">{escape(slide.type_name)}</p>' if with_type and slide.type_name else ""
    about = f'<p class="about">{escape(slide.about)}</p>' if slide.about else ""
    return f'<article class="{look}">{kicker}<h3>{escape(slide.title)}</h3>{about}{body(slide)}</article>'


def body(slide: Slide) -> str:
    """All that stands under a title."""
    return "".join(
        (
            _facts(slide.facts),
            _list("lines", slide.lines),
            _table(slide.table) if slide.table else "",
            _figure(slide.figure, slide.about) if slide.figure else "",
            _list("remarks", slide.remarks),
            _list("sources", slide.sources),
        )
    )


def _facts(facts: Sequence[Fact]) -> str:
    cells = "".join(
        f'<div><dd class="{escape(fact.tone)}">{escape(fact.text)}</dd><dt>{escape(fact.label)}</dt></div>'
        for fact in facts
    )
    return f'<dl class="facts">{cells}</dl>' if cells else ""


def _list(name: str, lines: Sequence[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<ul class="{name}">{items}</ul>' if items else ""


def _table(table: Table) -> str:
    """Shares of the width as attributes: a strict policy forbids styles on elements."""
    all_of_it = sum(column.width for column in table.columns) or 1
    widths = "".join(f'<col width="{column.width / all_of_it:.1%}">' for column in table.columns)
    heads = "".join(f'<th scope="col"{_look(column)}>{escape(column.heading)}</th>' for column in table.columns)
    rows = "".join(_row(table.columns, row) for row in table.rows)
    return (
        f'<div class="wide"><table><colgroup>{widths}</colgroup><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(columns: Sequence[Column], row: Sequence[Cell]) -> str:
    cells = (f"<td{_look(column)}>{_toned(cell)}</td>" for column, cell in zip(columns, row, strict=True))
    return f"<tr>{''.join(cells)}</tr>"


def _look(column: Column) -> str:
    return ' class="num"' if column.is_number else ""


def _toned(cell: Cell) -> str:
    return f'<span class="{escape(cell.tone)}">{escape(cell.text)}</span>' if cell.tone else escape(cell.text)


def _figure(figure: Figure, about: str) -> str:
    """As high as its rows need; its caption, where the subtitle has not just said it."""
    if figure.kind == "places":
        places = [int(value) for series in figure.series for value in series.values if value is not None]
        height = max([len(figure.series), *places]) * _PLACE + 2 * _SIZE
    else:
        each = len(figure.series) if figure.kind == "bars" else 1
        is_long = any(width_of(name, _SIZE) > NAMES * _WIDTH for name in figure.categories)
        row = _FOLDED if is_long else _ROW
        height = len(figure.categories) * max(1, each) * row + 2 * _SIZE
    picture = draw(figure, _WIDTH, max(height, 4 * _SIZE), _SIZE)
    caption = "" if figure.caption == about else f"<figcaption>{escape(figure.caption)}</figcaption>"
    return f"<figure>{caption}{picture}</figure>"
