"""A slide as HTML for a 16:9 screen, everything sized by the width: any projector shows the same."""

import re
from collections.abc import Callable
from html import escape

from assessment.charts import svg
from assessment.meeting.slide import Cell, Column, Deck, Fact, Slide, Table

WAY = Callable[[str], str]
"""The address of a unit's profile, from its code."""
_WIDE, _HALF, _HIGH = 1796, 822, 740
"""Room for a figure alone, beside a table, and its height, in pixels of a 1920 × 1080 screen."""
_LOW = 600
_NOTES_SHOWN = 2
_COUNTED = re.compile(r"(?<=\d) (?=\S)|(?<=[\u2e80-\uffff]) (?=[+\u2212\d])")
"""Between a number and the words it belongs to a title is not broken."""


def html(deck: Deck, way: WAY) -> str:
    """All slides, one on the other; the stage turns them."""
    count = len(deck.slides)
    return "".join(_slide(deck, slide, number, count, way) for number, slide in enumerate(deck.slides, 1))


def _slide(deck: Deck, slide: Slide, number: int, count: int, way: WAY) -> str:
    about = f"<p class='stg-about'>{escape(slide.about)}</p>" if slide.about else ""
    foot = f"<footer><span>{escape(deck.foot)}</span><span>{number} / {count}</span></footer>"
    title = _COUNTED.sub("\u00a0", escape(slide.title))
    head = f"<header><h2 class='sj-written'>{title}</h2>{about}</header>"
    return (
        f"<section class='stg-slide {slide.section}' data-n='{number}' aria-label='{number} / {count}'>"
        f"{head}<div class='stg-body'>{_body(slide, way)}</div>{_remarks(slide)}{foot}</section>"
    )


def _body(slide: Slide, way: WAY) -> str:
    facts = f"<div class='stg-facts'>{''.join(_fact(one) for one in slide.facts)}</div>" if slide.facts else ""
    lines = "".join(f"<li class='sj-written'>{escape(line)}</li>" for line in slide.lines)
    listed = f"<ul class='stg-lines'>{lines}</ul>" if lines else ""
    table = _table(slide.table, way) if slide.table else ""
    figure = _figure(slide) if slide.figure else ""
    if table and figure:
        return f"{facts}{listed}<div class='stg-two'>{table}{figure}</div>"
    return f"{facts}{listed}{table}{figure}"


def _figure(slide: Slide) -> str:
    if slide.figure is None:
        return ""
    wide = _HALF if slide.table else _WIDE
    high = _LOW if slide.lines or slide.remarks else _HIGH
    caption = f"<figcaption>{escape(slide.figure.caption)}</figcaption>"
    return f"<figure>{caption}{svg.draw(slide.figure, wide, high)}</figure>"


def _fact(fact: Fact) -> str:
    return f"<p class='{fact.tone}'><b>{escape(fact.text)}</b>{escape(fact.label)}</p>"


def _table(table: Table, way: WAY) -> str:
    widths = "".join(f"<col style='width:{100 * column.width:.1f}%'>" for column in table.columns)
    heads = "".join(f"<th class='{_side(one)}' scope='col'>{escape(one.heading)}</th>" for one in table.columns)
    lines = "".join(
        f"<tr>{''.join(_cell(column, cell, way) for column, cell in zip(table.columns, row, strict=True))}</tr>"
        for row in table.rows
    )
    return (
        f"<table class='stg-table roomy'><colgroup>{widths}</colgroup>"
        f"<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"
    )


def _side(column: Column) -> str:
    return "num" if column.is_number else ""


def _cell(column: Column, cell: Cell, way: WAY) -> str:
    text = escape(cell.text)
    if cell.unit_id:
        text = f"<a data-go class='sj-written' href='{escape(way(cell.unit_id), quote=True)}'>{text}</a>"
    elif cell.tone.startswith("t") and cell.tone[1:].isdigit():
        text = f"<span class='tier {cell.tone}'>{text}</span>"
    elif cell.tone:
        text = f"<span class='{cell.tone}'>{text}</span>"
    return f"<td class='{_side(column)} sj-written'>{text}</td>"


def _remarks(slide: Slide) -> str:
    """The analysts' notes under the numbers they are about."""
    shown = [f"<li class='sj-written'>{escape(one)}</li>" for one in slide.remarks[:_NOTES_SHOWN]]
    more = len(slide.remarks) - _NOTES_SHOWN
    if more > 0:
        shown[-1] = shown[-1].replace("</li>", f" +{more}</li>")
    return f"<ul class='stg-remarks'>{''.join(shown)}</ul>" if shown else ""
