"""The form of a month: which units and indicators it asks for, by the scheme in force."""

from typing import Any, TypeAlias

from assessment import i18n
from assessment.errors import AssessmentError
from assessment.facts import EventKindInfo, IndicatorInfo, MilestoneInfo, MonthForm, UnitInfo
from assessment.periods import Period
from assessment.store import Store
from assessment.template import month_template

QUERIES = ("month", "unit", "assigned", "indicator", "event_kind", "voter_group", "grade", "milestone", "tier")
Rows: TypeAlias = dict[str, list[tuple[Any, ...]]]
"""The rows of each query for one month."""


def month_form(store: Store, month: Period, unit_types: tuple[str, ...] = ()) -> MonthForm:
    """What a month's workbook may contain, for some types or (empty) for all.

    Raises AssessmentError for a period that is no month of the assessment, or before the first scheme.
    """
    return month_forms(store, [month], unit_types)[0]


def month_forms(store: Store, months: list[Period], unit_types: tuple[str, ...] = ()) -> list[MonthForm]:
    """The forms of several months, in the order given; raises AssessmentError as `month_form` does."""
    for month in months:
        if month.kind != "month":
            raise AssessmentError("{period} is not a month; data come in by month.", period=str(month))
    with store.open_months([month.start for month in months]) as view:
        found = {name: view.rows(name) for name in QUERIES}
    for month in months:
        if month.start not in found["month"]:
            raise _refusal(store, month)
    names: dict[str, list[str]] = {}
    for unit_id, name in store.rows("form", "unit_name"):
        names.setdefault(unit_id, []).append(name)
    return [
        _form({name: rows.get(month.start, []) for name, rows in found.items()}, names, month, unit_types)
        for month in months
    ]


def _refusal(store: Store, month: Period) -> AssessmentError:
    """Why a month takes no data: it is a January reported with February, or no scheme is in force yet."""
    if month.start.month == 1:
        february = Period("month", month.start.replace(month=2))
        with store.open_months([february.start]) as view:
            if view.rows("month"):
                return AssessmentError(
                    "January and February are reported together: use {period}.", period=str(february)
                )
    return AssessmentError("No scheme is in force in {period}.", period=str(month))


def template(store: Store, month: Period, unit_types: tuple[str, ...] = ()) -> bytes:
    """The month's empty workbook (.xlsx), units and indicators prefilled."""
    form = month_form(store, month, unit_types)
    if not form.units:
        raise AssessmentError("No unit counts in {period} in these types.", period=str(month))
    return month_template(form, i18n.language())


def _form(rows: Rows, names: dict[str, list[str]], month: Period, unit_types: tuple[str, ...]) -> MonthForm:
    units = [
        UnitInfo(unit_id, name, unit_type, type_name, tuple(names[unit_id]))
        for unit_id, name, unit_type, type_name in rows["unit"]
        if not unit_types or unit_type in unit_types
    ]
    present = {unit.unit_id for unit in units}
    cells = [row for row in rows["assigned"] if row[0] in present]
    used = {indicator_id for _, indicator_id, _ in cells}
    indicators = [IndicatorInfo(row[0], row[1], row[2], frozenset(row[3]), *row[4:]) for row in rows["indicator"]]
    return MonthForm(
        month=month.start,
        period_name=month.name(is_merged=not rows["month"][0][0]),
        units=units,
        other_units={
            name: unit_id for unit_id, all_names in names.items() if unit_id not in present for name in all_names
        },
        indicators=[indicator for indicator in indicators if indicator.indicator_id in used],
        assigned=frozenset((unit_id, indicator_id) for unit_id, indicator_id, _ in cells),
        targets={(unit_id, indicator_id): target for unit_id, indicator_id, target in cells if target is not None},
        event_kinds=[EventKindInfo(*row) for row in rows["event_kind"]],
        voter_groups=_grouped(rows["voter_group"]),
        grades=tuple(grade for (grade,) in rows["grade"]),
        milestones=[MilestoneInfo(*row) for row in rows["milestone"] if row[0] in present],
        tiers=tuple(tier for (tier,) in rows["tier"]),
    )


def _grouped(rows: list[tuple[Any, ...]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for indicator_id, group in rows:
        groups[indicator_id] = (*groups.get(indicator_id, ()), group)
    return groups
