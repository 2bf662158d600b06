"""The built-in template: one master in the house's look, a layout for covers and one for findings.

A county may open `data/templates/review_deck.pptx`, change whatever it likes and put it into its own data folder.
"""

import io
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from assessment.charts.look import SCREEN
from assessment.export.deck.box import Box
from assessment.export.deck.build import AUTHOR, dated
from assessment.export.deck.chart_book import MADE
from assessment.export.deck.ink import FACE, HAIR, INK, LATIN, MUTED, NUMBER_FIELD, A, fill

WIDTH, HEIGHT, SIDE = 960.0, 540.0, 43.0
TITLE = Box(SIDE, 20, WIDTH - 2 * SIDE, 72)
BODY = Box(SIDE, 104, WIDTH - 2 * SIDE, 384)
FOOT = Box(SIDE, 508, 780, 18)
NUMBER = Box(WIDTH - SIDE - 80, 508, 80, 18)
COVER_TITLE = Box(SIDE + 32, 150, WIDTH - 2 * SIDE - 90, 150)
COVER_ABOUT = Box(SIDE + 32, 314, WIDTH - 2 * SIDE - 90, 56)
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_SPACES = f'xmlns:p="{_P}" xmlns:a="{A}"'
_MANNER = (
    "<a:fillStyleLst>{f}{f}{f}</a:fillStyleLst><a:lnStyleLst>{l}{l}{l}</a:lnStyleLst>"
    "<a:effectStyleLst>{e}{e}{e}</a:effectStyleLst><a:bgFillStyleLst>{f}{f}{f}</a:bgFillStyleLst>"
).format(
    f='<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>',
    l='<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>',
    e="<a:effectStyle><a:effectLst/></a:effectStyle>",
)


def template_bytes() -> bytes:
    """The template as a file."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    presentation.element.find(qn("p:sldSz")).attrib.pop("type", None)
    cover, finding = presentation.slide_layouts[0], presentation.slide_layouts[5]
    for layout in list(presentation.slide_layouts):
        if layout not in (cover, finding):
            presentation.slide_layouts.remove(layout)
    _write_master(presentation.slide_master)
    _write_layouts(cover, finding)
    _slim(presentation)
    about = presentation.core_properties
    about.title, about.author, about.last_modified_by = AUTHOR, AUTHOR, AUTHOR
    about.created = about.modified = MADE
    out = io.BytesIO()
    presentation.save(out)
    return dated(out.getvalue())


def _write_master(master: Any) -> None:
    _fill_tree(
        master,
        _holder(2, "Title", 'type="title"', TITLE, "标题写结论 Title: the finding", "b"),
        _holder(3, "Text", 'type="body" idx="1"', BODY, "正文 Text", "t"),
        _holder(4, "Footer", 'type="ftr" sz="quarter" idx="3"', FOOT, "", "ctr", _level(10, MUTED)),
        _holder(5, "Slide Number", 'type="sldNum" sz="quarter" idx="4"', NUMBER, "‹#›", "ctr", _level(10, MUTED, "r")),
        _field(6, "Hair line", Box(SIDE, 502, WIDTH - 2 * SIDE, 0.75), HAIR),
    )
    styles = master.element.find(qn("p:txStyles"))
    body = "".join(_level(size, INK, level=level, before=6) for level, size in enumerate((20, 18, 16, 14, 14), 1))
    new = parse_xml(
        f"<p:txStyles {_SPACES}><p:titleStyle>{_level(30, INK, face='mj', bold=True)}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{_level(18, INK)}</p:otherStyle></p:txStyles>"
    )
    styles.getparent().replace(styles, new)
    theme = next(rel.target_part for rel in master.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.THEME)
    theme.blob = _theme().encode()


def _write_layouts(cover: Any, finding: Any) -> None:
    foot = _holder(8, "Footer", 'type="ftr" sz="quarter" idx="11"', None, "", "ctr")
    number = _holder(9, "Slide Number", 'type="sldNum" sz="quarter" idx="12"', None, "‹#›", "ctr")
    big, quiet = _level(40, INK, face="mj", bold=True), _level(20, MUTED)
    _fill_tree(
        cover,
        _holder(2, "Title", 'type="ctrTitle"', COVER_TITLE, "会议标题 Title of the meeting", "b", big),
        _holder(3, "Subtitle", 'type="subTitle" idx="1"', COVER_ABOUT, "会议名称、日期 Name and day", "t", quiet),
        foot,
        number,
        _field(
            10,
            "Blue bar",
            Box(SIDE, COVER_TITLE.top + 6, 7, COVER_ABOUT.bottom - COVER_TITLE.top - 24),
            SCREEN.blue[1:],
        ),
    )
    _fill_tree(finding, _holder(2, "Title", 'type="title"', None, "标题写结论 Title: the finding", "b"), foot, number)
    cover.element.cSld.set("name", "封面 Cover")
    finding.element.cSld.set("name", "结论 Finding")


def _slim(presentation: Any) -> None:
    """Without the preview picture, statistics, printer settings and views of python-pptx's own template."""
    part = presentation.part
    unwanted = (RELATIONSHIP_TYPE.PRINTER_SETTINGS, RELATIONSHIP_TYPE.VIEW_PROPS)
    for key in [key for key, rel in part.rels.items() if rel.reltype in unwanted]:
        part.rels.pop(key)
    package = part.package
    unread = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    for key in [rel.rId for rel in package.iter_rels() if rel.reltype in unread]:
        package.drop_rel(key)


def _fill_tree(owner: Any, *written: str) -> None:
    tree = owner.shapes.element
    for old in list(tree)[2:]:
        tree.remove(old)
    for one in written:
        tree.append(parse_xml(one))


def _place(box: Box | None) -> str:
    if box is None:
        return "<p:spPr/>"
    left, top, width, tall = (round(points * 12700) for points in (box.left, box.top, box.width, box.height))
    where = f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{tall}"/></a:xfrm>'
    return f'<p:spPr>{where}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'


def _holder(at: int, name: str, key: str, box: Box | None, text: str, anchor: str, level: str = "") -> str:
    run = f'<a:r><a:rPr lang="zh-CN"/><a:t>{text}</a:t></a:r>' if text else ""
    if text == "‹#›":
        run = f'<a:fld id="{NUMBER_FIELD}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>{text}</a:t></a:fld>'
    return (
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="{at}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {key}/></p:nvPr></p:nvSpPr>{_place(box)}<p:txBody>"
        f'<a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{anchor}"><a:normAutofit/>'
        f"</a:bodyPr><a:lstStyle>{level}</a:lstStyle><a:p>{run}</a:p></p:txBody></p:sp>"
    )


def _field(at: int, name: str, box: Box, color: str) -> str:
    filled = f"{_place(box)[: -len('</p:spPr>')]}{fill(color)}<a:ln><a:noFill/></a:ln></p:spPr>"
    return (
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="{at}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"{filled}<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )


def _level(
    size: int, color: str, align: str = "l", level: int = 1, face: str = "mn", bold: bool = False, before: int = 0
) -> str:
    left, line = (level - 1) * 228600, 90000 if bold else 100000
    return (
        f'<a:lvl{level}pPr marL="{left}" indent="0" algn="{align}" eaLnBrk="1" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{line}"/></a:lnSpc><a:spcBef><a:spcPts val="{before * 100}"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{size * 100}" b="{int(bold)}" kern="1200">{fill(color)}<a:latin typeface="+{face}-lt"/>'
        f'<a:ea typeface="+{face}-ea"/><a:cs typeface="+{face}-cs"/></a:defRPr></a:lvl{level}pPr>'
    )


def _theme() -> str:
    colors = {
        "dk1": SCREEN.ink,
        "lt1": SCREEN.ground,
        "dk2": SCREEN.muted,
        "lt2": SCREEN.panel,
        "accent1": SCREEN.blue,
        "accent2": SCREEN.amber,
        "accent3": SCREEN.mid,
        "accent4": SCREEN.grey,
        "accent5": SCREEN.pale,
        "accent6": SCREEN.red,
        "hlink": SCREEN.blue,
        "folHlink": SCREEN.muted,
    }
    named = "".join(f'<a:{role}><a:srgbClr val="{color[1:]}"/></a:{role}>' for role, color in colors.items())
    faces = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{FACE}"/><a:cs typeface="{FACE}"/>'
    faces += f'<a:font script="Hans" typeface="{FACE}"/>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{A}" name="{AUTHOR}"><a:themeElements><a:clrScheme name="{AUTHOR}">{named}</a:clrScheme>'
        f'<a:fontScheme name="{AUTHOR}"><a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="{AUTHOR}">{_MANNER}</a:fmtScheme></a:themeElements></a:theme>'
    )
