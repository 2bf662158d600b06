"""What stands on which sheet: one a unit type, one for each other section of the walk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assessment.charts.figure import Figure
from assessment.export.deck_parts import headings, in_one_piece, section_name
from assessment.i18n import t
from assessment.meeting.slide import Cell, Column, Deck, Slide, Table


@dataclass(frozen=True)
class Block:
    """A table with its pictures under a finding, and what is said below."""

    title: str
    about: str
    table: Table | None
    figures: tuple[Figure, ...]
    lines: tuple[str, ...]
    remarks: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """A sheet: its name and blocks, those with a table first."""

    name: str
    blocks: Sequence[Block]


def pages(deck: Deck) -> list[Page]:
    """The sheets in the order of the walk; a section that only says words on its slide is a sheet, too."""
    slides = [slide for slide in in_one_piece(deck) if slide.section != "cover"]
    keys = dict.fromkeys(map(_key, slides))
    return [_page(key, [slide for slide in slides if _key(slide) == key]) for key in keys]


def _key(slide: Slide) -> tuple[str, str]:
    return slide.section, slide.unit_type if slide.section == "ranking" else ""


def _page(key: tuple[str, str], slides: list[Slide]) -> Page:
    section, unit_type = key
    name = slides[0].type_name or unit_type if unit_type else section_name(section)
    groups = [list(group) for _, group in groupby(slides, key=_alike)]
    blocks = [_of_types(name, group) if len(group) > 1 else _block(group[0]) for group in groups]
    return Page(name, sorted(blocks, key=lambda block: block.table is None))


def _alike(slide: Slide) -> object:
    """The same for slides of a section that say the same of different unit types; else the slide's own."""
    is_one_of_many = slide.table is not None and slide.unit_type and slide.section != "ranking"
    return tuple(headings(slide.table)) if is_one_of_many and slide.table else slide.key


def _block(slide: Slide) -> Block:
    facts = tuple(f"{fact.text} {fact.label}" for fact in slide.facts)
    figures = (slide.figure,) if slide.figure else ()
    lines = (*facts, *slide.lines)
    return Block(slide.title, slide.about, slide.table, figures, lines, slide.remarks, slide.sources)


def _of_types(name: str, slides: list[Slide]) -> Block:
    """Tables of several unit types as one that says the type in its first column, the findings below."""
    blocks = [_block(slide) for slide in slides]
    tables = [slide.table for slide in slides if slide.table]
    types = [slide.type_name or slide.unit_type for slide in slides]
    rows = [[Cell(called), *row] for called, table in zip(types, tables, strict=True) for row in table.rows]
    table = replace(tables[0], columns=[Column(t("Unit type"), 0.2), *tables[0].columns], rows=rows)
    titles = tuple(block.title for block in blocks)
    return Block(
        name,
        "",
        table,
        tuple(figure for block in blocks for figure in block.figures),
        (*titles, *_once(line for block in blocks for line in block.lines)),
        _once(remark for block in blocks for remark in block.remarks),
        _once(source for block in blocks for source in block.sources),
    )


def _once(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines))
