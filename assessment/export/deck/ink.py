"""Colours and faces. Free text takes the template's own text colours, so that it stays readable on any ground; what
has a meaning (tiers, up and down, lights) is the same colour everywhere in the house."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from assessment import i18n
from assessment.charts.look import SCREEN

FACE, LATIN = "微软雅黑", "Arial"
"""Chinese letters, and digits and Latin ones: every machine has Arial or one as wide, so numbers keep their room."""
INK, MUTED, GROUND, PANEL = "tx1", "tx2", "bg1", "bg2"
"""Roles of the template's theme; in the house's own they are ink, muted, white and panel."""
BLUE, HAIR, WHITE, BLACK = SCREEN.blue[1:], SCREEN.hair[1:], SCREEN.ground[1:], SCREEN.ink[1:]
DARK_AMBER = "A85A0C"
"""Amber for letters, as the style sheet has it: the bars' amber is too pale to read."""
A = "http://schemas.openxmlformats.org/drawingml/2006/main"

NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
"""What PowerPoint calls the field of a slide's number."""

WORDS = {
    "up": BLUE,
    "down": DARK_AMBER,
    "same": MUTED,
    "red": SCREEN.red[1:],
    "yellow": DARK_AMBER,
    "green": BLUE,
    "blue": BLUE,
    "amber": DARK_AMBER,
}
"""Tones of a text."""
TIERS = {
    "t1": (BLUE, WHITE),
    "t2": (SCREEN.mid[1:], "101820"),
    "t3": (SCREEN.grey[1:], BLACK),
    "t4": ("E0E3E8", BLACK),
    "t5": (SCREEN.amber[1:], BLACK),
}
"""Ground and letters of a tier, the best first."""
_DARK = ("ink", "muted", "blue", "red")


@dataclass(frozen=True)
class Look:
    """How a paragraph is set: points, a colour (a role of the theme or six digits), l, r or ctr. A size of 0 is left to
    the placeholder, an empty colour too, and with it weight and manner."""

    size: float
    color: str = INK
    bold: bool = False
    align: str = "l"
    line: float = 1.0
    after: float = 0.0
    has_bullet: bool = False


def lang() -> str:
    """The language a run is marked with."""
    return "zh-CN" if i18n.language() == "zh" else "en-US"


def fill(color: str) -> str:
    """A solid fill."""
    kind = "schemeClr" if color in (INK, MUTED, GROUND, PANEL) else "srgbClr"
    return f'<a:solidFill><a:{kind} val="{color}"/></a:solidFill>'


def mark(tone: str) -> str:
    """The colour of a bar or a line by its role."""
    return str(getattr(SCREEN, tone))[1:]


def on(tone: str) -> str:
    """The colour of letters on a bar."""
    return WHITE if tone in _DARK else BLACK


def letters(tag: str, look: Look) -> str:
    """Properties of letters, with the face for Latin and the one for Chinese."""
    size = f' sz="{round(look.size * 100)}"' if look.size else ""
    bold = f' b="{int(look.bold)}"' if look.color else ""
    color = fill(look.color) if look.color else ""
    faces = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{FACE}"/><a:cs typeface="{FACE}"/>'
    return f'<a:{tag} lang="{lang()}"{size}{bold}>{color}{faces}</a:{tag}>'


def paragraphs(text: str, look: Look) -> str:
    """The text as paragraphs, one a line; each holds its text in one run."""
    return "".join(
        f"<a:p>{_manner(look)}"
        + (
            f"<a:r>{letters('rPr', look)}<a:t>{escape(line)}</a:t></a:r></a:p>"
            if line
            else f"{letters('endParaRPr', look)}</a:p>"
        )
        for line in text.split("\n")
    )


def number_field(at: int, look: Look) -> str:
    """A paragraph with the slide's number, which PowerPoint keeps right when slides move."""
    field = f'<a:fld id="{NUMBER_FIELD}" type="slidenum">'
    return f"<a:p>{_manner(look)}{field}{letters('rPr', look)}<a:t>{at}</a:t></a:fld></a:p>"


def _manner(look: Look) -> str:
    if not look.color:
        return ""
    hang = f' marL="{round(look.size * 12700)}" indent="-{round(look.size * 12700)}"' if look.has_bullet else ""
    spacing = (
        f'<a:lnSpc><a:spcPct val="{round(look.line * 100000)}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
    )
    after = f'<a:spcAft><a:spcPts val="{round(look.after * 100)}"/></a:spcAft>'
    bullet = "<a:buNone/>"
    if look.has_bullet:
        bullet = f'<a:buClr><a:srgbClr val="{BLUE}"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'
    return f'<a:pPr{hang} algn="{look.align}">{spacing}{after}{bullet}</a:pPr>'
