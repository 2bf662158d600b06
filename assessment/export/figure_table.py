"""The numbers of one figure as a table: a row a category, a column a series."""

from assessment.charts.figure import Figure
from assessment.export.table import Column, Table

_DECIMALS = {"count": 0, "score": 2, "change": 2, "percent": 1}


def figure_table(figure: Figure, title: str) -> Table:
    """The categories down, the series across; shares stay shares."""
    style = "percent" if figure.style == "percent" else ""
    columns = [Column(figure.caption, figure.caption)]
    columns += [Column(series.name, series.name, _DECIMALS[figure.style], style) for series in figure.series]
    rows: list[list[object]] = [
        [category, *(series.values[at] for series in figure.series)] for at, category in enumerate(figure.categories)
    ]
    return Table(title, columns, rows)
