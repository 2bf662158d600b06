"""How a meeting begins: what it is about, the month in one sentence, and the types side by side."""

from typing import Any

from assessment import labels
from assessment.charts.figure import Figure, Series
from assessment.findings import meeting as words
from assessment.findings import overview as findings
from assessment.i18n import t
from assessment.meeting import slide
from assessment.meeting.material import Material
from assessment.meeting.slide import Cell, Column, Fact, Slide, Table
from assessment.reports import overview

Row = Any
_ROWS_A_SCREEN = 9
_LOOKS = {"t1": "blue", "t2": "mid", "t3": "grey", "t4": "pale", "t5": "amber"}


def cover(material: Material, name: str) -> Slide:
    """The meeting's name and day, and the period in a sentence."""
    about = slide.joined([material.period_name, f"{material.held_on:%Y-%m-%d}"])
    return Slide("cover", "cover", name, about, lines=(_headline(material),))


def headline(material: Material) -> Slide:
    """The period in four numbers and a few sentences."""
    facts = material.facts
    return Slide(
        "headline",
        "headline",
        _headline(material),
        slide.joined(findings.about(material.period_name, facts)),
        facts=_facts(material),
        lines=tuple(_stories(material)),
        remarks=tuple(slide.remark(note) for note in material.notes if labels.is_missing(note.unit_type)),
        sources=(t("Tier shifts and rank changes against {period}", period=material.base_name),),
    )


def _headline(material: Material) -> str:
    return findings.headline(material.period, material.facts, material.behind, material.calendar.is_merged)


def _facts(material: Material) -> tuple[Fact, ...]:
    facts, behind = material.facts, material.behind
    lagging = int(behind.lagging_count) if behind is not None else 0
    return (
        Fact(labels.count(facts.promoted_count), t("units up a tier"), "up"),
        Fact(labels.count(facts.demoted_count), t("units down a tier"), "down"),
        Fact(labels.count(lagging), t("indicators behind plan"), "red" if lagging else ""),
        Fact(labels.count(facts.late_count), t("units late"), "red" if facts.late_count else ""),
    )


def _stories(material: Material) -> list[str]:
    """Who moved furthest each way and by what, the longest streaks, the ways of six periods."""
    terms = {(term.unit_id, term.direction): term for term in material.terms.itertuples(index=False)}
    lines = [words.story(row, terms) for row in words.furthest(material.moves)]
    streaks = overview.overview_streaks(material.reader, material.period).head(2).itertuples(index=False)
    climbs = overview.overview_climbs(material.reader, material.period).head(2).itertuples(index=False)
    told = [(row, findings.streak(row)) for row in streaks] + [(row, findings.climb(row)) for row in climbs]
    lines += [t("{unit} {finding}", unit=labels.name(row.unit, row.unit_en), finding=said) for row, said in told]
    return lines


def types(material: Material) -> Slide:
    """Every type in a row: who leads, the median, and how many units stand in which tier."""
    rows = overview.overview_types(material.reader, material.period)
    about = [material.period_name, t("changes against {period}", period=material.base_name)]
    if any(bool(one.is_yoy_over_scheme) for one in material.medians):
        about.append(t("another scheme was in force a year ago"))
    year_on_year = words.year_on_year(material.medians)
    return Slide(
        "types",
        "headline",
        t("; ").join([findings.types(rows), year_on_year] if year_on_year else [findings.types(rows)]),
        slide.joined(about),
        table=Table(_columns(), [_type(material, row) for row in rows.itertuples(index=False)]),
        figure=_tiers(material),
        sources=(t("A type is compared only within itself; there is no list over all types"),),
    )


def _columns() -> list[Column]:
    return [
        Column(t("Type"), 0.31),
        Column(t("First place"), 0.27),
        Column(t("Score"), 0.14, is_number=True, decimals=2),
        Column(t("Median change"), 0.14, is_number=True, decimals=2),
        Column(t("On a year ago"), 0.14, is_number=True, decimals=2),
    ]


def _type(material: Material, row: Row) -> list[Cell]:
    names = findings.leaders(row)
    leader = labels.listing(names) if len(names) <= 2 else t("{count} units share it", count=len(names))
    new = not labels.is_missing(row.is_leader_changed) and bool(row.is_leader_changed)
    return [
        Cell(material.types.get(row.unit_type, row.unit_type)),
        Cell(leader + (t(" (new)") if new else "") if names else labels.NONE, tone="up" if new else ""),
        slide.score(row.leader_score),
        _changed(row.median_change),
        _changed(next((one.yoy_change for one in material.medians if one.unit_type == row.unit_type), None)),
    ]


def _changed(change: object) -> Cell:
    """A difference of medians in points."""
    return Cell(labels.signed(change), slide.number(change), _way(change))


def _way(change: object) -> str:
    if labels.is_missing(change) or not round(float(str(change)), 2):
        return "same"
    return "up" if float(str(change)) > 0 else "down"


def _tiers(material: Material) -> Figure | None:
    """How many units of each type stand in each tier; None where no tiers are given."""
    rows = overview.overview_tiers(material.reader, material.period)
    rows = rows[rows["unit_type"].isin(list(material.types))]
    if rows.empty or not rows["unit_count"].sum():
        return None
    known: list[Row] = list(rows.itertuples(index=False))
    counts = {(row.unit_type, row.tier_order): float(row.unit_count) for row in known}
    tiers = rows.drop_duplicates("tier_order").sort_values("tier_order")
    return Figure(
        "stacked",
        t("Units in each tier"),
        tuple(material.types.values()),
        tuple(_series(tier, counts, list(material.types)) for tier in tiers.itertuples(index=False)),
        "count",
    )


def _series(tier: Row, counts: dict[Any, float], codes: list[str]) -> Series:
    values = tuple(counts.get((code, tier.tier_order)) for code in codes)
    return Series(
        labels.name(tier.tier, tier.tier_en), values, _LOOKS[labels.tier_look(tier.tier_order, tier.tier_count)]
    )


def waiting(material: Material) -> list[Slide]:
    """Who is late and which departments' tables are awaited; nothing where everything is in."""
    late = overview.overview_late(material.reader, material.period)
    awaited = material.awaited
    if late.empty and awaited.empty:
        return []
    rows = [_late(row) for row in late.itertuples(index=False)]
    rows += [_awaited(row) for row in awaited.itertuples(index=False)]
    columns = [
        Column(t("Unit or department"), 0.26),
        Column(t("Indicator"), 0.3),
        Column(t("State"), 0.2),
        Column(t("What hangs on it"), 0.24),
    ]
    first = Slide(
        "waiting",
        "waiting",
        findings.hand_ins(late, awaited),
        material.period_name,
        table=Table(columns, rows),
        sources=(
            t("A late result counts as 0 until it arrives"),
            t("Of an awaited table the year's last share is carried; without one the indicator is left out"),
        ),
    )
    return slide.paged(first, _ROWS_A_SCREEN)


def _late(row: Row) -> list[Cell]:
    state = labels.state("LATE" if row.is_late else "REJECTED")
    return [
        slide.unit(row.unit_id, row.unit, row.unit_en),
        Cell(labels.name(row.indicator, row.indicator_en)),
        Cell(state, tone="red"),
        Cell(t("up to {points} points", points=labels.score(row.open_points))),
    ]


def _hangs(row: Row) -> str:
    """How many units keep the share of an earlier month of the year, and how many go without the indicator."""
    told = []
    if row.carried_count:
        told.append(t("{count} units keep their last share", count=labels.count(row.carried_count)))
    if row.left_out_count:
        told.append(t("{count} units go without", count=labels.count(row.left_out_count)))
    return labels.listing(told)


def _awaited(row: Row) -> list[Cell]:
    return [
        Cell(labels.text(row.department)),
        Cell(labels.name(row.indicator, row.indicator_en)),
        Cell(t("table awaited"), tone="yellow"),
        Cell(_hangs(row)),
    ]
