"""What a slide says. The wall, the deck, the workbook and the paper draw it; none of them adds a number of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import ceil
from typing import Any

from assessment import labels
from assessment.charts.figure import Figure
from assessment.i18n import t

SECTIONS = (
    "cover",
    "follow_ups",
    "since",
    "headline",
    "ranking",
    "lagging",
    "forecast",
    "waiting",
    "decisions",
    "sources",
)
"""The order of the walk (product.md, PowerPoint)."""


@dataclass(frozen=True)
class Column:
    """A column of a slide's table. `width` is its share of the table; `decimals` and `style` are for spreadsheets."""

    heading: str
    width: float
    is_number: bool = False
    decimals: int | None = None
    style: str = ""


@dataclass(frozen=True)
class Cell:
    """`text` as everybody sees it; `value` the number behind it, for a spreadsheet; `tone` how it is marked.

    Tones: up, down, same, t1…t5 (a tier, the best first), red, yellow, green, strong.
    """

    text: str
    value: float | None = None
    tone: str = ""
    unit_id: str = ""


@dataclass(frozen=True)
class Table:
    """Rows as long as the columns."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Fact:
    """A number that stands alone, and what it counts."""

    text: str
    label: str
    tone: str = ""


@dataclass(frozen=True)
class Slide:
    """One finding a slide. `key` names it for edited titles; `title` is the finding as shown, `written_title` what the
    rules wrote; `remarks` are the analysts' notes on its numbers, `sources` stand in the speaker's notes.

    A table too long for a screen goes on over slides that name the first one in `continues`: on paper and in a workbook
    they are one. `unit_type` and `type_name` are empty where a slide is about all types.
    """

    key: str
    section: str
    title: str
    about: str = ""
    facts: tuple[Fact, ...] = ()
    lines: tuple[str, ...] = ()
    table: Table | None = None
    figure: Figure | None = None
    remarks: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unit_type: str = ""
    type_name: str = ""
    continues: str = ""
    written_title: str = ""


@dataclass(frozen=True)
class Deck:
    """The walk of one meeting in one language. `foot` (which data, with their check code) stands on every slide and
    page, `origin` on the note sheet."""

    meeting_id: int
    name: str
    language: str
    period: str
    foot: str
    origin: dict[str, str]
    slides: tuple[Slide, ...] = field(default=())


def text(words: object) -> Cell:
    """A word or a name."""
    return Cell(labels.text(words))


def count(value: object, tone: str = "") -> Cell:
    """A whole number."""
    return Cell(labels.count(value), number(value), tone)


def score(value: object, tone: str = "") -> Cell:
    """A score in points at 2 decimals."""
    return Cell(labels.score(value), number(value), tone)


def percent(share: object, tone: str = "") -> Cell:
    """A share (1 = 100 %) at one decimal of a percent."""
    return Cell(labels.percent(share), number(share), tone)


def unit(unit_id: object, local: object, english: object) -> Cell:
    """A unit's name, which leads to its profile."""
    return Cell(labels.name(local, english), unit_id=str(unit_id))


def number(value: object) -> float | None:
    """The number behind a text."""
    return None if labels.is_missing(value) else round(float(str(value)), 6)


def remark(note: Any) -> str:
    """An analyst's note in a line: on what, the text, by whom."""
    about = [labels.name(note.unit, note.unit_en), labels.name(note.indicator, note.indicator_en)]
    subject = " · ".join(name for name in about if name != labels.NONE)
    said = t("{text} ({who})", text=note.text, who=note.made_by)
    return t("{subject}: {finding}", subject=subject, finding=said) if subject else said


def joined(parts: Iterable[str]) -> str:
    """The parts of a subtitle."""
    return " · ".join(part for part in parts if part)


def paged(slide: Slide, rows: int) -> list[Slide]:
    """The slide, its table on as many screens as it needs; the pages after the first hold the table alone."""
    table = slide.table
    if table is None or len(table.rows) <= rows:
        return [slide]
    count = ceil(len(table.rows) / rows)
    size = ceil(len(table.rows) / count)
    parts = [table.rows[at : at + size] for at in range(0, len(table.rows), size)]
    pages = []
    for number, part in enumerate(parts, 1):
        about = joined([slide.about, t("screen {number} of {count}", number=number, count=count)])
        page = replace(slide, about=about, table=Table(table.columns, part))
        if number > 1:
            page = replace(
                page, key=f"{slide.key}.{number}", continues=slide.key, facts=(), lines=(), remarks=(), figure=None
            )
        pages.append(page)
    return pages
