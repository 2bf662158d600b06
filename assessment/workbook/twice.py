"""The same thing stated twice in one workbook: alike is a warning, different is a problem naming both cells."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from assessment.errors import fault
from assessment.workbook.findings import Findings


@dataclass(slots=True)
class Seen:
    """What was stated for each key, and where."""

    findings: Findings
    first: dict[Hashable, tuple[str, str, object]] = field(default_factory=dict)
    warned: set[tuple[str, str, str]] = field(default_factory=set)

    def is_new(self, key: Hashable, stated: object, sheet: str, cell: str, unit: str, what: str) -> bool:
        """Note a statement. False if the key was stated before: the first one is kept, the second one reported.

        `unit` and `what` name the key in the message; equal repetitions of one unit on a sheet warn once.
        """
        if key not in self.first:
            self.first[key] = (sheet, cell, stated)
            return True
        sheet_before, cell_before, before = self.first[key]
        where = f"{sheet_before}!{cell_before}"
        if before != stated:
            different = "{unit}, {what}: this cell and {other} say different things. Keep one."
            self.findings.problem(sheet, cell, fault(different, unit=unit, what=what, other=where))
        elif (sheet, unit, sheet_before) not in self.warned:
            self.warned.add((sheet, unit, sheet_before))
            same = "{unit} stands twice with the same content (here and {other}); it was read once."
            self.findings.warn(sheet, cell, fault(same, unit=unit, other=where))
        return False
