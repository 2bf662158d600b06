"""The presentation a deck is drawn into: the county's own template or the house's, and where things stand in it."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from assessment.errors import AssessmentError
from assessment.export.deck.box import Box
from assessment.settings import ROOT

HOUSE = ROOT / "data" / "templates" / "review_deck.pptx"
"""The template used where a county has put none of its own; `python -m assessment.export.deck` makes it anew."""
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
COVER_NAMES = ("cover", "封面", "title slide", "标题幻灯片")
FINDING_NAMES = ("finding", "结论", "title only", "仅标题")
_CHROME = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_FULL_HEIGHT = 540.0
_BROKEN = (
    *(PythonPptxError, BadZipFile, zlib.error, OSError, RuntimeError),
    *(AttributeError, KeyError, IndexError, TypeError, ValueError, SyntaxError),
)
"""What python-pptx and the readers of ZIP and XML under it raise on a file that is no presentation."""


@dataclass(frozen=True)
class Page:
    """A layout and where things stand in it; `own_title` where it has no good place for one. `title_size` is that of
    the template in points, the keys are how a slide's placeholders name those of the layout."""

    layout: Any
    title: Box
    foot: Box
    number: Box
    content: Box
    under: Box
    own_title: bool
    title_size: float
    foot_key: str
    number_key: str


@dataclass(frozen=True)
class Ground:
    """An empty presentation with the pages for a cover and for a finding; `scale` is 1 for a slide 7.5 inches high."""

    presentation: Any
    cover: Page
    finding: Page
    scale: float


def open_ground(template: Path | None) -> Ground:
    """The county's template, or the house's where there is none."""
    path = template if template and template.exists() else HOUSE
    try:
        presentation: Any = Presentation(BytesIO(path.read_bytes()))
        layouts = [layout for master in presentation.slide_masters for layout in master.slide_layouts]
        _empty(presentation)
        width, height = presentation.slide_width.pt, presentation.slide_height.pt
        slide = Box(0, 0, width, height)
        cover = _page(_named(layouts, COVER_NAMES) or _typed(layouts, PP_PLACEHOLDER.CENTER_TITLE), slide, True)
        finding = _page(_named(layouts, FINDING_NAMES) or _typed(layouts, PP_PLACEHOLDER.TITLE), slide, False)
    except _BROKEN as error:
        raise AssessmentError(
            "The deck's template {file} cannot be used: {reason}. Save it in PowerPoint or WPS as .pptx, without a "
            "password and with at least one layout, or take the file away: the built-in template is used then.",
            file=str(path),
            reason=" ".join(str(error).split()) or type(error).__name__,
        ) from error
    return Ground(presentation, cover, finding, height / _FULL_HEIGHT)


def _empty(presentation: Any) -> None:
    """Take out the slides a template came with and all that names them."""
    root, part = presentation.element, presentation.part
    for tag in ("p:custShowLst", "p:extLst"):
        for element in root.findall(qn(tag)):
            root.remove(element)
    for slide in list(root.findall(f"{qn('p:sldIdLst')}/{qn('p:sldId')}")):
        part.drop_rel(slide.get(qn("r:id")))
        slide.getparent().remove(slide)
    views = [key for key, rel in part.rels.items() if rel.reltype == RELATIONSHIP_TYPE.VIEW_PROPS]
    for key in views:
        part.rels.pop(key)


def _named(layouts: Sequence[Any], names: Sequence[str]) -> Any | None:
    found = (layout for name in names for layout in layouts if name in (layout.name or "").casefold())
    return next(found, None)


def _typed(layouts: Sequence[Any], wanted: Any) -> Any:
    """The layout with the wanted kind of title, else with any, and the fewest other things to fill in."""

    def cost(layout: Any) -> tuple[int, int]:
        kinds = [one.placeholder_format.type for one in layout.placeholders]
        is_titled = 0 if wanted in kinds else 1 if any(kind in TITLES for kind in kinds) else 2
        return is_titled, sum(kind not in (*TITLES, *_CHROME) for kind in kinds)

    return min(layouts, key=cost)


def _page(layout: Any, slide: Box, is_cover: bool) -> Page:
    """Where title, foot and content stand: as the layout has it, or in the house's manner where it has it not."""
    width, height = slide.width, slide.height
    spot, (lowest, top, tall) = _spot(layout, TITLES), (0.75, 0.3, 0.28) if is_cover else (0.34, 0.04, 0.13)
    title = Box(width * 0.045, height * top, width * 0.91, height * tall)
    own_title = True
    if spot and _inside(spot, slide) and spot.bottom <= height * lowest and spot.width >= width * 0.5:
        title, own_title = spot, False
    number = _spot(layout, (PP_PLACEHOLDER.SLIDE_NUMBER,))
    if number is None or not _inside(number, slide):
        number = Box(title.right - width * 0.08, height * 0.937, width * 0.08, height * 0.042)
    foot = _spot(layout, (PP_PLACEHOLDER.FOOTER,))
    if foot is None or not _inside(foot, slide):
        foot = Box(title.left, number.top, title.width * 0.88, number.height)
    low = min([one.top for one in (foot, number) if one.top > height * 0.7] or [height * 0.95])
    top = title.bottom + height * 0.012
    content = Box(title.left, top, title.width, max(1.0, low - height * 0.026 - top))
    return Page(
        layout,
        title,
        foot,
        number,
        content,
        Box(title.left, title.bottom, title.width, height * 0.06),
        own_title,
        _inherited_size(layout),
        _key(layout, PP_PLACEHOLDER.FOOTER, "ftr", 11),
        _key(layout, PP_PLACEHOLDER.SLIDE_NUMBER, "sldNum", 12),
    )


def _spot(layout: Any, kinds: Sequence[Any]) -> Box | None:
    """The place of a placeholder in the layout, which may inherit it from its master."""
    for one in layout.placeholders:
        if one.placeholder_format.type in kinds and None not in (one.left, one.top, one.width, one.height):
            return Box(one.left.pt, one.top.pt, one.width.pt, one.height.pt)
    return None


def _inherited_size(layout: Any) -> float:
    """The size in points a title has: by the layout, the master's placeholder or its text styles."""
    master = layout.slide_master
    levels = [
        level
        for owner in (layout, master)
        for one in owner.placeholders
        if one.placeholder_format.type in TITLES
        for level in one.element.iter(qn("a:lvl1pPr"))
    ]
    levels += master.element.findall(f"{qn('p:txStyles')}/{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    letters = (level.find(qn("a:defRPr")) for level in levels)
    sizes = (one.get("sz") for one in letters if one is not None)
    return next((int(size) / 100 for size in sizes if size), 44.0)


def _key(layout: Any, kind: Any, tag: str, at: int) -> str:
    """How a placeholder of the slide names that of its layout."""
    for one in layout.placeholders:
        if one.placeholder_format.type == kind:
            at = one.placeholder_format.idx
    return f'type="{tag}" sz="quarter" idx="{at}"'


def _inside(box: Box, slide: Box) -> bool:
    return box.left >= 0 and box.top >= 0 and box.right <= slide.width + 1 and box.bottom <= slide.height + 1


def emu(box: Box) -> tuple[Any, Any, Any, Any]:
    """The box as python-pptx takes it."""
    return Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)
