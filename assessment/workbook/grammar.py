"""What one value cell means (domain.md section 3, "Cells"): a state, a number, a grade, or what is wrong with it."""

from dataclasses import dataclass
from decimal import Decimal

from assessment.errors import Fault, fault
from assessment.facts import IndicatorInfo
from assessment.spreadsheet.grid import Cell
from assessment.workbook import numerals
from assessment.workbook.names import clean, key

NOT_ASSIGNED = "不适用"
WORDS = {
    "持平": "ZERO",
    NOT_ASSIGNED: "NA_BY_RULE",
    "不分管": "NA_BY_RULE",
    "无": "NO_CASE",
    "未到期": "NOT_DUE",
    "待报": "NOT_DUE",
    "迟报": "LATE",
    "未报": "LATE",
    "退回": "REJECTED",
    "退回更正": "REJECTED",
}
_DASHES = frozenset("-‐‑‒–—―─−")
_BY_OTHER_SHEETS = {"graded": "评价票", "milestone": "节点"}
_AS_GOOD_AS_NOT_ASSIGNED = frozenset({"NA_BY_RULE", "NO_CASE", "NOT_DUE"})
_PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a cell says: a state of domain.md section 3 or BLANK, the value of VALUE and ZERO, a grade word."""

    state: str
    value: Decimal | None = None
    grade: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The ground a value cell stands on; its number times `factor` is in the indicator's unit of measure."""

    unit: str
    indicator: IndicatorInfo
    is_assigned: bool
    grades: tuple[str, ...] = ()
    factor: Decimal = Decimal(1)


def meaning(cell: Cell | None, place: Place) -> Meaning | Fault:
    """What a cell of sheet 指标 means for its unit and indicator, or what is wrong with it."""
    if cell is None or (cell.kind == "text" and not clean(cell.text)):
        return Meaning("BLANK")
    if cell.kind == "text":
        word = _word(key(cell.text))
        if word:
            return _state(word, cell, place)
        if clean(cell.text) in place.grades:
            return _grade(cell, place)
    number = number_in(cell, place.indicator, _allowed(place), place.factor)
    if isinstance(number, Fault):
        return number
    return _value_fault(number, cell, place) or Meaning("VALUE" if number else "ZERO", number)


def target(cell: Cell | None, place: Place) -> Decimal | Fault | None:
    """What a cell of sheet 目标 means: the target, None where it is blank or not assigned, or what is wrong."""
    if cell is None or (cell.kind == "text" and not clean(cell.text)):
        return None
    if cell.kind == "text" and _word(key(cell.text)) == "NA_BY_RULE":
        if place.is_assigned:
            return fault(
                "{unit} has {indicator} assigned, so its target cannot be “{found}”. "
                "Write the target; 0 for none this year.",
                unit=place.unit,
                indicator=place.indicator.name,
                found=clean(cell.text),
            )
        return None
    number = number_in(cell, place.indicator, (), place.factor)
    if isinstance(number, Fault):
        return number
    if not place.is_assigned:
        return _unassigned(cell, place)
    if number < 0 and "completion" in place.indicator.functions:
        return fault(
            "The target of {indicator} is {found}; a target that is completed step by step cannot be negative.",
            indicator=place.indicator.name,
            found=shown(cell),
        )
    return number


def number_in(
    cell: Cell, indicator: IndicatorInfo, words: tuple[str, ...], factor: Decimal = Decimal(1)
) -> Decimal | Fault:
    """The cell's number times `factor`, at 6 decimals in the indicator's unit of measure, or what is wrong with it."""
    known = _FAULTS.get(cell.kind)
    if known:
        return fault(known, found=shown(cell))
    spelled = numerals.parse(_without_measure(cell.text, indicator)) if cell.kind == "text" else _stored(cell)
    if spelled is None and words:
        not_understood = "“{found}” is not understood. Write a number or one of: {allowed}."
        return fault(not_understood, found=shown(cell), allowed=_listed(words))
    if spelled is None:
        return fault("“{found}” is not a number. Write a number.", found=shown(cell))
    number, is_percent = spelled
    if is_percent and clean(indicator.measure_unit) != _PERCENT:
        return fault(
            "“{found}” is a percentage, but {indicator} is counted in {measure}. "
            "Write the number in {measure}, without %.",
            found=shown(cell),
            indicator=indicator.name,
            measure=indicator.measure_unit or "—",
        )
    kept = numerals.rounded(number * factor)
    if kept is None:
        return fault(
            "{found} is too large: a number must be under 1,000,000,000,000. Check its unit.", found=shown(cell)
        )
    return kept


_FAULTS = {
    "boolean": "{found} is a logical value. Write a number.",
    "date": "{found} is a date. Write a number, and set the cell's format to General.",
    "time": "{found} is a time. Write a number, and set the cell's format to General.",
    "error": "The cell holds the error {found}. Correct the formula or write the number itself.",
    "formula": "The cell holds a formula without a stored result. Open the file in Excel, save it, and read it again.",
}


def settled(state: str, place: Place) -> Meaning | None:
    """What an analyst's answer to an unknown word means here; None if its state is not allowed for this cell."""
    if state == "":
        return Meaning("BLANK")
    if not place.is_assigned:
        return Meaning("NA_BY_RULE") if state in _AS_GOOD_AS_NOT_ASSIGNED else None
    if state == "NA_BY_RULE" or (state == "NO_CASE" and not place.indicator.allows_no_case):
        return None
    return Meaning(state, Decimal(0)) if state == "ZERO" else Meaning(state)


def shown(cell: Cell) -> str:
    """A cell's content short enough for a message."""
    number = numerals.stored(cell.text) if cell.is_percent else None
    text = clean(cell.text) if number is None else f"{(number * 100).normalize():f}%"
    return text if len(text) <= 40 else text[:39] + "…"


def _without_measure(text: str, indicator: IndicatorInfo) -> str:
    """A number written with its indicator's own unit of measure behind it, without that."""
    measure = clean(indicator.measure_unit)
    return clean(text).removesuffix(measure) if measure != _PERCENT else text


def _stored(cell: Cell) -> tuple[Decimal, bool] | None:
    number = numerals.stored(cell.text)
    return None if number is None else (number * 100 if cell.is_percent else number, cell.is_percent)


def _word(text: str) -> str | None:
    if text == "/" or (text and len(text) <= 3 and set(text) <= _DASHES):
        return "NO_CASE"
    return WORDS.get(text)


def _state(state: str, cell: Cell, place: Place) -> Meaning | Fault:
    if state == "NA_BY_RULE" and place.is_assigned:
        return fault(
            "{unit} has {indicator} assigned, so “{found}” is not allowed. Write a number or one of: {allowed}.",
            unit=place.unit,
            indicator=place.indicator.name,
            found=shown(cell),
            allowed=_listed(_allowed(place)),
        )
    if not place.is_assigned:
        return Meaning("NA_BY_RULE") if state in _AS_GOOD_AS_NOT_ASSIGNED else _unassigned(cell, place)
    if state == "NO_CASE" and not place.indicator.allows_no_case:
        return fault(
            "“{found}” says that nothing happened, which {indicator} does not allow. "
            "Write a number or one of: {allowed}.",
            found=shown(cell),
            indicator=place.indicator.name,
            allowed=_listed(_allowed(place)),
        )
    return Meaning(state, Decimal(0)) if state == "ZERO" else Meaning(state)


def _grade(cell: Cell, place: Place) -> Meaning | Fault:
    if "graded" not in place.indicator.functions:
        return fault(
            "“{found}” is a grade, but {indicator} is not graded. Write a number or one of: {allowed}.",
            found=shown(cell),
            indicator=place.indicator.name,
            allowed=_listed(_allowed(place)),
        )
    if not place.is_assigned:
        return _unassigned(cell, place)
    return Meaning("BLANK", grade=clean(cell.text))


def _value_fault(number: Decimal, cell: Cell, place: Place) -> Fault | None:
    indicator = place.indicator
    if not place.is_assigned:
        return _unassigned(cell, place)
    others = indicator.functions - {"blend"}
    if others and others <= _BY_OTHER_SHEETS.keys():
        return fault(
            "{indicator} takes no number here: it is scored from sheet {sheet}. Clear the cell and fill that sheet.",
            indicator=indicator.name,
            sheet="、".join(sorted(_BY_OTHER_SHEETS[name] for name in others)),
        )
    if number < 0 and "deduct" in indicator.functions:
        return fault(
            "{indicator} counts cases, so {found} cannot be negative.", indicator=indicator.name, found=shown(cell)
        )
    low, high = indicator.min_value, indicator.max_value
    if (low is not None and number < low) or (high is not None and number > high):
        return fault(
            "{found} is outside what {indicator} can be ({low} to {high} {measure}). Check the number and its unit.",
            found=shown(cell),
            indicator=indicator.name,
            low="—" if low is None else f"{low.normalize():f}",
            high="—" if high is None else f"{high.normalize():f}",
            measure=indicator.measure_unit,
        )
    return None


def _unassigned(cell: Cell, place: Place) -> Fault:
    return fault(
        "{indicator} is not assigned to {unit}, but the cell holds “{found}”. Clear it or write 不适用.",
        indicator=place.indicator.name,
        unit=place.unit,
        found=shown(cell),
    )


def _allowed(place: Place) -> tuple[str, ...]:
    """The words a cell of sheet 指标 may hold instead of a number."""
    words: tuple[str, ...] = ("持平", "未到期", "迟报", "退回")
    if place.indicator.allows_no_case:
        words += ("无",)
    if not place.is_assigned:
        words += (NOT_ASSIGNED,)
    return words + place.grades if "graded" in place.indicator.functions else words


def _listed(words: tuple[str, ...]) -> str:
    return "、".join(words)
