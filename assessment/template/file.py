"""Writes a month's template workbook: units and indicators prefilled, the rest to be typed (product.md, "Excel in")."""

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook

from assessment.facts import MonthForm
from assessment.template import formats, instructions, long, wide
from assessment.template.lists import Lists
from assessment.workbook import grammar, sheets


def month_template(form: MonthForm, language: str) -> bytes:
    """The .xlsx of a month's form; sheet names and headings stay Chinese, `language` words the help around them."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(target, options) as book:
        book.set_properties({"title": form.period_name, "created": datetime(form.month.year, form.month.month, 1)})
        looks = formats.add(book)
        lists = Lists(form)
        wide.write_results(book, form, looks, language)
        long.write_events(book, form, looks, lists, language)
        long.write_ballots(book, form, looks, language)
        long.write_milestones(book, form, looks, language)
        wide.write_targets(book, form, looks, language)
        long.write_decisions(book, looks, lists, language)
        instructions.write(book, form, looks, language)
        lists.write(book, grammar.WORDS)
        _write_meta(book, form)
    return target.getvalue()


def _write_meta(book: Workbook, form: MonthForm) -> None:
    sheet = book.add_worksheet(sheets.META)
    sheet.very_hidden()
    types = ",".join(dict.fromkeys(unit.unit_type for unit in form.units))
    facts = (("format", str(sheets.FORMAT_VERSION)), ("month", f"{form.month:%Y-%m}"), ("types", types))
    for row, (name, value) in enumerate(facts):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
