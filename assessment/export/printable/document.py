"""The document around the slides: cover, chapters, what data these are, and the rules of the paper."""

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path

from assessment.charts.svg import stylesheet
from assessment.export.deck_parts import in_one_piece, section_name
from assessment.export.printable.parts import body, slide_html
from assessment.i18n import speaking, t
from assessment.meeting.slide import Deck, Slide

_LANGUAGES = {"zh": "zh-CN"}


def printable(deck: Deck) -> str:
    """The deck for paper: nothing is loaded, nothing runs; tables whole, a unit type begins a page."""
    with speaking(deck.language):
        slides = in_one_piece(deck)
        cover = [slide for slide in slides if slide.section == "cover"]
        chapters = groupby((slide for slide in slides if slide.section != "cover"), key=_chapter)
        return (
            f'<!DOCTYPE html>\n<html lang="{_LANGUAGES.get(deck.language, deck.language)}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{escape(deck.name)} {escape(deck.period)}</title>"
            f"<style>{_rules()}{stylesheet()}{_margins(deck.foot)}</style></head><body><main>"
            f"{_cover(deck, cover)}{_chapters([(*key, list(group)) for key, group in chapters])}{_origin(deck)}"
            "</main></body></html>\n"
        )


def _chapter(slide: Slide) -> tuple[str, str]:
    """The section, and in the ranking the unit type."""
    return slide.section, slide.unit_type if slide.section == "ranking" else ""


def _cover(deck: Deck, slides: Sequence[Slide]) -> str:
    """The meeting, its period, the finding over all, and which data these are."""
    findings = [f'<p class="finding">{escape(slide.title)}</p>' for slide in slides if slide.title != deck.name]
    told = [f'<p class="about">{escape(slide.about)}</p>' for slide in slides if slide.about]
    rest = [body(slide) for slide in slides]
    return (
        f'<header class="cover"><h1>{escape(deck.name)}</h1>{"".join(told) or _period(deck)}'
        f'{"".join(findings)}{"".join(rest)}<p class="foot">{escape(deck.foot)}</p></header>'
    )


def _period(deck: Deck) -> str:
    return f'<p class="about">{escape(deck.period)}</p>'


def _chapters(chapters: Sequence[tuple[str, str, list[Slide]]]) -> str:
    """A chapter a section, in the ranking one a unit type; those and what follows them begin a page."""
    done, before = [], ""
    for section, unit_type, slides in chapters:
        breaks = unit_type or before
        name = slides[0].type_name or unit_type if unit_type else section_name(section)
        look = ' class="page"' if breaks else ""
        told = "".join(slide_html(slide, with_type=section != "ranking") for slide in slides)
        done.append(f"<section{look}><h2>{escape(name)}</h2>{told}</section>")
        before = unit_type
    return "".join(done)


def _origin(deck: Deck) -> str:
    lines = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(said)}</dd></div>" for name, said in deck.origin.items())
    return (
        f'<footer class="origin"><h2>{escape(t("Which data these are"))}</h2><dl>{lines}</dl>'
        f'<p class="foot">{escape(deck.foot)}</p></footer>'
    )


@cache
def _rules() -> str:
    return (Path(__file__).parent / "paper.css").read_text("utf-8")


def _margins(foot: str) -> str:
    """The data and the page's number in the margin of every sheet."""
    number = 'counter(page) " / " counter(pages)'
    return f'@page {{ @bottom-left {{ content: "{_css_text(foot)}" }} @bottom-right {{ content: {number} }} }}'


def _css_text(words: str) -> str:
    """A text inside the quotes of a stylesheet: all that could end it, or the element around it, as a number."""
    return re.sub(r"[^\w \-.·，。、：；（）「」—/]", lambda found: f"\\{ord(found[0]):x} ", words)
