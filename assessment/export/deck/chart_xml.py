"""The pieces of a chart part: series with their cached values, labels, axes, legend. Every text names its faces."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from assessment.charts.figure import Figure, Series
from assessment.export.deck import ink
from assessment.export.deck.chart_book import FORMATS, column
from assessment.export.deck.ink import Look

SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    f'xmlns:a="{ink.A}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
CATEGORIES, VALUES = "111111111", "222222222"
UNBROKEN = 1
"""So little turned is not to be seen, but LibreOffice then leaves labels out instead of breaking them by letters."""
NO_LINE = "<a:ln><a:noFill/></a:ln>"


def text_look(look: Look, wrap: str = "square", turned: int = 0) -> str:
    """How the letters of an axis, a label or a legend are set; `turned` in 60,000ths of a degree."""
    return (
        f'<c:txPr><a:bodyPr rot="{turned}" vert="horz" wrap="{wrap}"/><a:lstStyle/>'
        f"<a:p><a:pPr>{ink.letters('defRPr', look)}</a:pPr>{ink.letters('endParaRPr', look)}</a:p></c:txPr>"
    )


def shape(color: str = "", line: str = "", points: float = 0.75) -> str:
    """Fill and outline; nothing where no colour is given."""
    filled = ink.fill(color) if color else "<a:noFill/>"
    drawn = f'<a:ln w="{round(points * 12700)}" cap="rnd">{ink.fill(line)}<a:round/></a:ln>' if line else NO_LINE
    return f"<c:spPr>{filled}{drawn}</c:spPr>"


def place(x: float, y: float, width: float, height: float) -> str:
    """Where the plot itself stands, in shares of the chart."""
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{width:.4f}"/><c:h val="{height:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )


def head(at: int, series: Series) -> str:
    """Number, order and name of a series."""
    return f'<c:idx val="{at}"/><c:order val="{at}"/><c:tx>{_strings([series.name], f"${column(at + 1)}$1")}</c:tx>'


def data(figure: Figure, at: int) -> str:
    """Categories and values of a series, with the cells of the workbook they stand in."""
    last = len(figure.categories) + 1
    points = "".join(
        f'<c:pt idx="{line}"><c:v>{_written(value)}</c:v></c:pt>'
        for line, value in enumerate(figure.series[at].values)
        if value is not None
    )
    reference = f"Sheet1!${column(at + 1)}$2:${column(at + 1)}${last}"
    return (
        f"<c:cat>{_strings(figure.categories, f'$A$2:$A${last}')}</c:cat><c:val><c:numRef><c:f>{reference}</c:f>"
        f"<c:numCache><c:formatCode>{escape(FORMATS[figure.style])}</c:formatCode>"
        f'<c:ptCount val="{len(figure.categories)}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def labels(code: str, look: Look, where: str, before: str = "") -> str:
    """A label at every value; an empty code shows none but those in `before`."""
    if not code:
        return f"<c:dLbls>{before}{shows()}</c:dLbls>"
    return (
        f'<c:dLbls>{before}<c:numFmt formatCode={quoteattr(code)} sourceLinked="0"/>{shape()}{text_look(look, "none")}'
        f'<c:dLblPos val="{where}"/>{shows(value=True)}</c:dLbls>'
    )


def name_label(at: int, look: Look, down: float) -> str:
    """The series' name right of one of its points, moved down by a share of the chart's height."""
    moved = f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{down:.4f}"/></c:manualLayout></c:layout>'
    return (
        f'<c:dLbl><c:idx val="{at}"/>{moved if abs(down) > 0.0005 else ""}{shape()}{text_look(look, "none")}'
        f'<c:dLblPos val="r"/>{shows(name=True)}</c:dLbl>'
    )


def shows(value: bool = False, name: bool = False) -> str:
    """What a label says."""
    said = {"LegendKey": False, "Val": value, "CatName": False, "SerName": name, "Percent": False, "BubbleSize": False}
    return "".join(f'<c:show{what} val="{int(shown)}"/>' for what, shown in said.items())


def category_axis(look: Look, is_across: bool, crosses: str = "autoZero", skip: int = 1) -> str:
    """Categories down the left side, the first on top, or along the bottom."""
    turned, side, labels_at = ("minMax", "b", "nextTo") if is_across else ("maxMin", "l", "low")
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/><c:scaling><c:orientation val="{turned}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{labels_at}"/>'
        f"{shape(line=ink.HAIR if is_across else ink.mark('grey'))}"
        f'{text_look(look, turned=UNBROKEN if is_across else 0)}<c:crossAx val="{VALUES}"/>'
        f'<c:crosses val="{crosses}"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>'
        f'<c:tickLblSkip val="{skip}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis(lowest: float, highest: float, look: Look | None = None, unit: int = 1) -> str:
    """Hidden where no look is given; else whole numbers at the left, apart from the lines, the lowest on top."""
    turned, side, hidden = ("maxMin", "l", 0) if look else ("minMax", "b", 1)
    between = (
        f'<c:crossBetween val="midCat"/><c:majorUnit val="{unit}"/>' if look else '<c:crossBetween val="between"/>'
    )
    return (
        f'<c:valAx><c:axId val="{VALUES}"/><c:scaling><c:orientation val="{turned}"/><c:max val="{highest:.6g}"/>'
        f'<c:min val="{lowest:.6g}"/></c:scaling><c:delete val="{hidden}"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="0&quot;  &quot;" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{shape()}{text_look(look or Look(12))}<c:crossAx val="{CATEGORIES}"/>'
        f'<c:crosses val="autoZero"/>{between}</c:valAx>'
    )


def legend(look: Look, x: float) -> str:
    """A legend at the top, from a share of the width on."""
    where = (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="0"/></c:manualLayout></c:layout>'
    )
    return f'<c:legend><c:legendPos val="t"/>{where}<c:overlay val="0"/>{shape()}{text_look(look)}</c:legend>'


def part(plot: str, top: str, look: Look) -> bytes:
    """The whole part; `plot` from its layout to its axes."""
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        f'<c:chartSpace {SPACES}><c:date1904 val="0"/><c:lang val="{ink.lang()}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{plot}{shape()}</c:plotArea>{top}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{shape()}{text_look(look)}</c:chartSpace>"
    ).encode()


def _strings(texts: Sequence[str], cells: str) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{escape(text)}</c:v></c:pt>' for at, text in enumerate(texts))
    cache = f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'
    return f"<c:strRef><c:f>Sheet1!{cells}</c:f>{cache}</c:strRef>"


def _written(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(float(value))
