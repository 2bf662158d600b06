"""The sheets of the workbook in their order, and what a title or heading found in a file stands for."""

import unicodedata
from functools import cache

from assessment.i18n import LANGUAGES, catalog, t
from assessment.reference.book import county_sheets, scheme_sheets
from assessment.reference.book.fields import Field
from assessment.reference.book.scheme_parameters import SCHEME

PLANS = {
    plan.table: plan
    for plan in (
        SCHEME,
        scheme_sheets.RULE,
        scheme_sheets.RULE_PART,
        scheme_sheets.RULE_OVERRIDE,
        scheme_sheets.MODULE,
        scheme_sheets.TIER,
        county_sheets.INDICATOR,
        county_sheets.TARGET,
        scheme_sheets.PLAN_CURVE,
        county_sheets.MILESTONE,
        county_sheets.UNIT,
        county_sheets.UNIT_ALIAS,
        county_sheets.UNIT_TYPE,
        county_sheets.MEMBERSHIP,
        scheme_sheets.EVENT_KIND,
        scheme_sheets.BONUS_GROUP,
        scheme_sheets.RANK_BONUS,
        scheme_sheets.VOTER_GROUP,
        scheme_sheets.GRADE,
    )
}
GUIDE, WEIGHTS, LISTS = "How to edit", "Weights by type", "Lists"
PER_SCHEME = tuple(table for table, plan in PLANS.items() if plan.fields[0].refers == "scheme")
"""Tables whose rows belong to a scheme version."""

MEANING, DEFAULT = "What it means", "Default"
"""Headings of the columns beside the parameters of a scheme; they hold no scheme."""


def key(text: str) -> str:
    """A title or heading without what does not distinguish it: width, case, spaces and line breaks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def spoken(message: str) -> set[str]:
    """The keys of a message in every language."""
    return {key(catalog(language).get(message, message)) for language in LANGUAGES}


@cache
def _by_title() -> dict[str, str]:
    titles = {word: table for table, plan in PLANS.items() for word in spoken(plan.title)}
    return titles | {word: "" for message in (GUIDE, WEIGHTS, LISTS) for word in spoken(message)}


def table_of(title: str) -> str | None:
    """The table of a sheet's title in any language; "" for a sheet that is only to be looked at; None for another."""
    return _by_title().get(key(title))


@cache
def _by_heading(table: str) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for field in PLANS[table].fields:
        found |= dict.fromkeys(spoken(field.heading) | {key(field.column)}, field)
    return found


def field_of(table: str, heading: str) -> Field | None:
    """The column of a table that a heading in any language, or its own name, stands for."""
    return _by_heading(table).get(key(heading))


def spread_field(table: str, value: str) -> Field:
    """The field of the cells that are laid out sideways, and its heading for one of their columns."""
    if table == "plan_curve":
        return Field(PLANS[table].value, t("By month {number}", number=value), look="share", width=9)
    return Field(PLANS[table].value, value, look="number", width=13)


@cache
def months() -> dict[str, str]:
    """The headings of a plan curve's months in every language, with their numbers."""
    words = {catalog(language).get("By month {number}", "By month {number}") for language in LANGUAGES}
    return {key(word.format(number=month)): str(month) for word in words for month in range(1, 13)}


def column_field(table: str, column: str) -> Field:
    """The field of a table's column; one this program has no words for is called by its name."""
    plan = PLANS[table]
    if column == plan.value:
        return spread_field(table, "")
    return next((field for field in plan.fields if field.column == column), Field(column, column))
