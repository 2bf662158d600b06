"""What reading a workbook finds: problems that stop the import, and warnings to look at."""

from dataclasses import dataclass, field

from assessment.errors import Fault, Problem
from assessment.workbook.answers import Settled
from assessment.workbook.shape import Shape

MOST_PROBLEMS = 2_000


@dataclass(slots=True)
class Findings:
    """Problems, warnings, settled questions and shapes of one file, in the order they were met."""

    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)

    def problem(self, sheet: str, cell: str, what: Fault) -> None:
        """Note something that must be put right. Past `MOST_PROBLEMS` only that there is more."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(sheet, cell, what.message, what.values, what.question))
        elif len(self.problems) == MOST_PROBLEMS:
            more = "There are more problems than these {count}; put these right and read the file again."
            self.problems.append(Problem(sheet, cell, more, {"count": MOST_PROBLEMS}))

    def warn(self, sheet: str, cell: str, what: Fault) -> None:
        """Note something to look at that does not stop the import."""
        if len(self.warnings) < MOST_PROBLEMS:
            self.warnings.append(Problem(sheet, cell, what.message, what.values))
