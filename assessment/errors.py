"""What can go wrong, in one shape: a message id with its values, worded in the reader's language when shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assessment.i18n import t


@dataclass(frozen=True)
class Problem:
    """One thing wrong with the input. `message` is an English message id with {named} values.

    `place` says where: sheet and cell for a workbook ("指标!C5"), file, line and column for a table.
    """

    sheet: str
    cell: str
    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self) -> str:
        """The message in the reader's language."""
        return t(self.message, **self.values)

    def line(self) -> str:
        """One line for a shell: sheet, cell, message."""
        return f"{self.sheet}, {self.cell}, {self.text()}" if self.cell else f"{self.sheet}, —, {self.text()}"


class AssessmentError(Exception):
    """A refusal in plain words. `message` is a message id; exit status 2 on the command line."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return t(self.message, **self.values)


class BadInput(AssessmentError):
    """Input with problems, all of them at once; nothing was written; exit status 1 on the command line."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("{count} problems; nothing was written.", count=len(problems))
        self.problems = list(problems)
