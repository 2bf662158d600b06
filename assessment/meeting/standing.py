"""Each unit type on the wall: its ranking with the way here, then who rose and fell and why."""

from typing import Any

import pandas as pd

from assessment import findings, labels
from assessment.charts.figure import Figure, Series
from assessment.findings import meeting as words
from assessment.i18n import t
from assessment.meeting import slide
from assessment.meeting.material import Material
from assessment.meeting.places import places
from assessment.meeting.slide import Cell, Column, Slide, Table

Row = Any
ROWS_A_SCREEN = 18
"""More rows of a ranking than this cannot be read from the last row of seats."""
MOVERS_A_SCREEN = 8


def slides(material: Material) -> list[Slide]:
    """Two findings a type: the ranking, the moves; a long type goes on over several screens."""
    return [one for code in material.types for one in (*_ranking(material, code), *_moves(material, code))]


def _ranking(material: Material, code: str) -> list[Slide]:
    ranking = _of(material.ranking, code)
    rows: list[Row] = list(ranking.itertuples(index=False))
    about = [material.period_name, findings.field(ranking), *_marks(rows)]
    first = Slide(
        f"ranking.{code}",
        "ranking",
        findings.headline(ranking),
        slide.joined(about),
        table=Table(_ranking_columns(), [_ranked(row) for row in rows]),
        figure=places(material.calendar, material.period.kind, _of(material.history, code), ranking),
        remarks=remarks(material, code),
        sources=(
            t("Place, tier and ties: by the scheme, from scores at 2 decimals half up"),
            t("Changes against {period}", period=material.base_name),
        ),
        unit_type=code,
        type_name=material.types[code],
    )
    return slide.paged(first, ROWS_A_SCREEN)


def _marks(rows: list[Row]) -> list[str]:
    """What holds for the whole type and must be known before a number is quoted."""
    marks = []
    if any(row.is_provisional for row in rows):
        marks.append(t("provisional: a result is late"))
    if any(row.has_awaited for row in rows):
        marks.append(t("a department's table is awaited"))
    if any(row.is_partial for row in rows):
        marks.append(t("interim, the period is not over"))
    return marks


def _ranking_columns() -> list[Column]:
    return [
        Column(t("Rank"), 0.1, is_number=True, decimals=0),
        Column(t("Change"), 0.21),
        Column(t("Unit"), 0.31),
        Column(t("Score"), 0.18, is_number=True, decimals=2),
        Column(t("Tier"), 0.2),
    ]


def _ranked(row: Row) -> list[Cell]:
    return [
        slide.count(row.rank_in_type),
        _change(row),
        Cell(_named(row), unit_id=str(row.unit_id)),
        slide.score(row.score, "strong"),
        _tier(row),
    ]


def _named(row: Row) -> str:
    """The unit, with what a reader must know before quoting its place."""
    name = labels.name(row.unit, row.unit_en)
    marks = [t("late")] if row.has_late else []
    marks += [t("veto")] if labels.text(row.ceiling) != labels.NONE else []
    marks += [t("tied")] if row.is_tied else []
    return t("{finding} ({reason})", finding=name, reason=labels.listing(marks)) if marks else name


def _change(row: Row) -> Cell:
    if row.tier_shift == "new":
        return Cell(t("new"))
    if labels.is_missing(row.rank_change):
        return Cell(labels.NONE)
    places = int(row.rank_change)
    if places == 0:
        return Cell(t("same"), 0, "same")
    word = t("▲ up {places}", places=places) if places > 0 else t("▼ down {places}", places=-places)
    return Cell(word, places, "up" if places > 0 else "down")


def _tier(row: Row) -> Cell:
    """The tier with the sign of its shift."""
    if labels.is_missing(row.tier):
        return Cell(labels.NONE)
    sign = {"promoted": " ▲", "demoted": " ▼"}.get(row.tier_shift, "")
    return Cell(labels.name(row.tier, row.tier_en) + sign, tone=labels.tier_look(row.tier_order, row.tier_count))


def _moves(material: Material, code: str) -> list[Slide]:
    """Who rose and fell, each with what did most of it; none where there is nothing to compare with."""
    moves = _of(material.moves, code)
    compared = moves[moves["score_change"].notna()]
    if compared.empty:
        return []
    terms = {(term.unit_id, term.direction): term for term in material.terms.itertuples(index=False)}
    shown = words.movers(compared)
    drawn = Slide(
        f"shifts.{code}",
        "ranking",
        words.moves(material.types[code], compared, terms),
        slide.joined([material.period_name, t("against {period}", period=material.base_name)]),
        table=Table(_move_columns(), [_moved(row, terms) for row in shown]) if shown else None,
        figure=_score_changes(compared),
        sources=(t("Effect: points won over what the earlier base would give the weight, now less then"),),
        unit_type=code,
        type_name=material.types[code],
    )
    return slide.paged(drawn, MOVERS_A_SCREEN)


def _move_columns() -> list[Column]:
    return [
        Column(t("Unit"), 0.27),
        Column(t("Tier and rank"), 0.27),
        Column(t("Score change"), 0.16, is_number=True, decimals=2),
        Column(t("Largest part"), 0.3),
    ]


def _moved(row: Row, terms: dict[Any, Row]) -> list[Cell]:
    direction = words.direction(row)
    tone = "up" if direction > 0 else "down"
    return [
        slide.unit(row.unit_id, row.unit, row.unit_en),
        Cell(words.step(row), tone=tone),
        Cell(labels.signed(row.score_change), float(row.score_change)),
        Cell(words.cause(row, terms.get((row.unit_id, direction))) or labels.NONE),
    ]


def _score_changes(compared: pd.DataFrame) -> Figure:
    rows: list[Row] = list(compared.itertuples(index=False))
    rows.sort(key=lambda row: (-float(row.score_change), row.unit_id))
    values = tuple(float(row.score_change) for row in rows)
    return Figure(
        "bars",
        t("Score change (points)"),
        tuple(labels.name(row.unit, row.unit_en) for row in rows),
        (Series(t("Score change"), values, "blue", tuple("blue" if value > 0 else "amber" for value in values)),),
        "change",
    )


def remarks(material: Material, code: str) -> tuple[str, ...]:
    """The analysts' notes that bear on a type: its own, its units' and those on everything."""
    return tuple(
        slide.remark(note) for note in material.notes if labels.is_missing(note.unit_type) or note.unit_type == code
    )


def _of(rows: pd.DataFrame, code: str) -> pd.DataFrame:
    return rows[rows["unit_type"] == code]
