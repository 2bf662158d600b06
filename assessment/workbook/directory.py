"""Finds the unit or indicator a workbook means, by code, name or alias, and suggests a near one (safety.md B9)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches

from assessment.errors import Fault, Question, fault
from assessment.facts import IndicatorInfo, MonthForm, UnitInfo
from assessment.spreadsheet.grid import Cell
from assessment.workbook.answers import Answers
from assessment.workbook.names import clean, key, split_measure

MOST_SUGGESTIONS = 200


class Directory:
    """The units and indicators of a month's form by every spelling they go by."""

    def __init__(self, form: MonthForm, answers: Answers | None = None) -> None:
        self.form = form
        self.answers = answers or Answers()
        self._suggested = 0
        self.units = {unit.unit_id: unit for unit in form.units}
        self.indicators = {indicator.indicator_id: indicator for indicator in form.indicators}
        self._unit_keys: dict[str, set[str]] = {}
        for unit in form.units:
            for spelling in (unit.unit_id, unit.name, *unit.aliases):
                self._unit_keys.setdefault(key(spelling), set()).add(unit.unit_id)
        self._away = {key(spelling): name for spelling, name in form.other_units.items()}
        self._indicator_keys: dict[str, set[str]] = {}
        for indicator in form.indicators:
            for spelling in _indicator_spellings(indicator):
                self._indicator_keys.setdefault(spelling, set()).add(indicator.indicator_id)
        self.measures = {key(indicator.measure_unit) for indicator in form.indicators} - {""}
        self._codes = {key(indicator.indicator_id): indicator for indicator in form.indicators}

    def knows_unit(self, text: str) -> bool:
        """Whether a text is the code, name or alias of any unit, counting this month or not."""
        return key(text) in self._unit_keys or key(text) in self._away

    def unit(self, text: str) -> UnitInfo | Fault:
        """The unit a text means."""
        found = self._unit_keys.get(key(text), set())
        if len(found) == 1:
            return self.units[next(iter(found))]
        if found:
            names = "、".join(sorted(self.units[unit_id].name for unit_id in found))
            said = fault("“{found}” can mean {units}. Write the unit's code.", found=clean(text)[:60], units=names)
            return replace(said, question=Question("", "unit", key(text), tuple(sorted(found))))
        if key(text) in self._away:
            return fault(
                "“{found}” ({unit}) does not count in {month}. Take its row out, or correct its membership.",
                found=clean(text)[:60],
                unit=self._away[key(text)],
                month=f"{self.form.month:%Y-%m}",
            )
        near = sorted(
            {code for spelling in self._near(key(text), self._unit_keys) for code in self._unit_keys[spelling]}
        )
        question = Question("", "unit", key(text), tuple(near))
        if not near:
            said = fault("“{found}” is no unit of this county. Correct the name.", found=clean(text)[:60])
        else:
            names = "、".join(self.units[code].name for code in near)
            said = fault("“{found}” is no unit of this county. Is {unit} meant?", found=clean(text)[:60], unit=names)
        return replace(said, question=question)

    def unit_of(self, code: Cell | None, name: Cell | None) -> UnitInfo | Fault:
        """The unit of a row from its code and its name; both must mean the same unit."""
        if code is None or name is None:
            only = code or name
            return self.unit(only.text) if only else fault("The row names no unit.")
        by_code, by_name = self.unit(code.text), self.unit(name.text)
        if isinstance(by_code, Fault):
            return by_code
        if by_name != by_code:
            return fault(
                "The code {code} is {unit}, but the name beside it is “{found}”. Correct one of the two.",
                code=by_code.unit_id,
                unit=by_code.name,
                found=clean(name.text)[:60],
            )
        return by_code

    def indicator(self, text: str) -> IndicatorInfo | Fault:
        """The indicator a text means, by code, by name, or by name with its unit of measure in brackets."""
        found = self.indicators_named(text)
        if len(found) == 1:
            return self.indicators[next(iter(found))]
        if found:
            codes = "、".join(sorted(found))
            return fault(
                "“{found}” can mean the indicators {codes}. Write the code.", found=clean(text)[:60], codes=codes
            )
        return self.no_indicator(text)

    def no_indicator(self, text: str) -> Fault:
        """That a text names no indicator, with the nearest one."""
        near = sorted(
            {
                code
                for spelling in self._near(key(text), self._indicator_keys)
                for code in self._indicator_keys[spelling]
            }
        )
        if not near:
            return fault("“{found}” is no indicator of this month's scheme.", found=clean(text)[:60])
        said = fault(
            "“{found}” is no indicator of this month's scheme. Is {indicator} meant?",
            found=clean(text)[:60],
            indicator="、".join(f"{code} {self.indicators[code].name}" for code in near),
        )
        return replace(said, question=Question("", "column", key(text), tuple(near)))

    def indicators_named(self, text: str) -> set[str]:
        """The indicators a text is the code or name of, to the letter."""
        by_code = self._codes.get(key(text))
        if by_code:
            return {by_code.indicator_id}
        return self._indicator_keys.get(key(text)) or self._indicator_keys.get(split_measure(text)[0]) or set()

    def indicators_within(self, texts: Iterable[str]) -> list[str]:
        """The indicators whose names stand within longer texts, such as a table's title."""
        titles = [key(text) for text in texts]
        return [one.indicator_id for one in self.form.indicators if any(key(one.name) in title for title in titles)]

    def is_spelled_out(self, text: str) -> bool:
        """Whether a text is a spelling of an indicator as it stands, nothing in brackets added."""
        return key(text) in self._codes or key(text) in self._indicator_keys

    def _near(self, text: str, known: Mapping[str, set[str]]) -> list[str]:
        """The nearest known spelling. Comparing is slow, so only the first `MOST_SUGGESTIONS` unknown names get one."""
        self._suggested += 1
        return get_close_matches(text[:60], known, n=1, cutoff=0.5) if self._suggested <= MOST_SUGGESTIONS else []

    def is_assigned(self, unit: UnitInfo, indicator: IndicatorInfo) -> bool:
        """Whether the indicator is assigned to the unit."""
        return (unit.unit_id, indicator.indicator_id) in self.form.assigned


def _indicator_spellings(indicator: IndicatorInfo) -> set[str]:
    code, name, (bare, _) = key(indicator.indicator_id), key(indicator.name), split_measure(indicator.name)
    measured = f"{bare}({key(indicator.measure_unit)})"
    return {code, name, bare, measured, code + name, code + bare}
