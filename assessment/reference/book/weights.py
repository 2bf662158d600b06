"""The sheet of weights: indicators down, types across, summed up live for the scheme chosen on top."""

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from assessment.i18n import language, t
from assessment.reference.book.lists import SPARE, Lists
from assessment.reference.book.looks import Looks
from assessment.reference.book.sheets import PLANS, WEIGHTS
from assessment.reference.book.shown import Content, Names
from assessment.spreadsheet.grid import address

_CHOICE_ROW, _HEAD_ROW, _TOTAL_ROW, _FIRST_ROW = 2, 4, 5, 6
"""0-based rows."""
_FIRST_TYPE = 2
_OPEN_RULES = 600
"""Rules added below the last one that are still summed up."""


def write(
    book: Workbook, content: Content, looks: Looks, lists: Lists, names: Names, heading_rows: dict[str, int]
) -> None:
    """Add the sheet; it is only looked at, never read back."""
    sheet = book.add_worksheet(t(WEIGHTS))
    sheet.set_tab_color("#D9822B")
    sheet.write_string(0, 0, t("Weights by type"), looks.title)
    sheet.write_string(1, 0, t("Added up from the scoring rules; not read back. Every sum must be 100."), looks.about)
    scheme = _newest(content)
    sheet.write_string(_CHOICE_ROW, 0, t("Scheme"), looks.label)
    sheet.write_string(_CHOICE_ROW, 1, scheme, looks.choice)
    choice = {"validate": "list", "source": lists.source(lists.of_field("rule", PLANS["rule"].fields[0]) or "")}
    sheet.data_validation(_CHOICE_ROW, 1, _CHOICE_ROW, 1, choice)
    types = [(str(row["unit_type"]), names.name("unit_type", str(row["unit_type"]))) for row in content["unit_type"]]
    sheet.write_string(_HEAD_ROW, 0, t("Indicator code"), looks.key_head)
    sheet.write_string(_HEAD_ROW, 1, t("Indicator"), looks.key_head)
    sheet.write_string(_HEAD_ROW - 1, 0, t("Type code"), looks.label)
    sheet.write_string(_HEAD_ROW - 1, 1, "", looks.label)
    sheet.write_string(_TOTAL_ROW, 0, t("Sum"), looks.total)
    sheet.write_string(_TOTAL_ROW, 1, "", looks.total)
    known = _weights(content, scheme)
    last = _FIRST_ROW + len(content["indicator"]) + SPARE - 1
    rules_end = heading_rows["rule"] + len(content["rule"]) + _OPEN_RULES
    for at, (code, name) in enumerate(types, start=_FIRST_TYPE):
        letter = xl_col_to_name(at)
        sheet.write_string(_HEAD_ROW - 1, at, code, looks.label)
        sheet.write_string(_HEAD_ROW, at, name or code, looks.head)
        total = sum(weight for (_, one), weight in known.items() if one == code)
        formula = f"=SUM({letter}{_FIRST_ROW + 1}:{letter}{last + 1})"
        sheet.write_formula(_TOTAL_ROW, at, formula, looks.total, total)
    rows = [str(row["indicator_id"]) for row in content["indicator"]]
    for number, code in enumerate([*rows, *[""] * SPARE]):
        _indicator(sheet, number, code, heading_rows, looks, names)
        for at, (unit_type, _) in enumerate(types, start=_FIRST_TYPE):
            formula = _sum(_FIRST_ROW + number, at, (heading_rows["rule"] + 1, rules_end))
            sheet.write_formula(_FIRST_ROW + number, at, formula, looks.weight, known.get((code, unit_type), ""))
    _finish(sheet, len(types), looks)


def _newest(content: Content) -> str:
    newest = max(content["scheme"], key=lambda row: str(row["effective_month"]), default={"scheme_id": ""})
    return str(newest["scheme_id"])


def _weights(content: Content, scheme: str) -> dict[tuple[str, str], float]:
    """What the formulas give as long as nothing is edited."""
    return {
        (str(row["indicator_id"]), str(row["unit_type"])): float(str(row["weight"]))
        for row in content["rule"]
        if row["scheme_id"] == scheme and not row["scenario_id"]
    }


def _indicator(
    sheet: Worksheet, number: int, code: str, heading_rows: dict[str, int], looks: Looks, names: Names
) -> None:
    title, row = f"'{t(PLANS['indicator'].title)}'!", heading_rows["indicator"] + 1 + number
    columns = [field.column for field in PLANS["indicator"].fields]
    shown = columns.index("name_en" if language() == "en" else "name")
    where = f"INDEX({title}$A:$A,{row})"
    name = f"INDEX({title}${xl_col_to_name(shown)}:${xl_col_to_name(shown)},{row})"
    at = _FIRST_ROW + number
    sheet.write_formula(at, 0, f'=IF({where}="","",{where}&"")', looks.cell("text"), code)
    said = names.name("indicator", code)
    sheet.write_formula(at, 1, f'=IF({where}="","",{name}&"")', looks.cell("text"), said)


def _sum(row: int, column: int, rules: tuple[int, int]) -> str:
    """The weights of an indicator for a type: in the rules each stands as its code, with or without its name."""
    title = f"'{t(PLANS['rule'].title)}'!"
    names = [field.column for field in PLANS["rule"].fields]

    def cells(name: str) -> str:
        letter = xl_col_to_name(names.index(name))
        return f"{title}${letter}${rules[0]}:${letter}${rules[1]}"

    indicator, unit_type = f"$A{row + 1}", f"{xl_col_to_name(column)}${_HEAD_ROW}"
    scheme = f"${address(_CHOICE_ROW + 1, 2)[0]}${_CHOICE_ROW + 1}"
    sums = [
        f"SUMIFS({cells('weight')},{cells('scheme_id')},{scheme},{cells('unit_type')},{one},{cells('indicator_id')},{other})"
        for one in (unit_type, f'{unit_type}&" *"')
        for other in (indicator, f'{indicator}&" *"')
    ]
    return f'=IF({indicator}="","",{"+".join(sums)})'


def _finish(sheet: Worksheet, type_count: int, looks: Looks) -> None:
    last = max(_FIRST_TYPE, _FIRST_TYPE + type_count - 1)
    wrong = {
        "type": "cell",
        "criteria": "not between",
        "minimum": 99.99995,
        "maximum": 100.00005,
        "format": looks.wrong,
    }
    sheet.conditional_format(_TOTAL_ROW, _FIRST_TYPE, _TOTAL_ROW, last, wrong)
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 34)
    sheet.set_column(_FIRST_TYPE, last, 12)
    sheet.set_row(_HEAD_ROW, 34)
    sheet.freeze_panes(_FIRST_ROW, _FIRST_TYPE)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
