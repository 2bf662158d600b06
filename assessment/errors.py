"""What can go wrong, in one shape: a message id with its values, worded in the reader's language when shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assessment.i18n import t


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader of tables is unsure of and an analyst settles with a click, once for a source.

    `kind` is "column" (its answer an indicator's code), "unit" (a unit's code), "word" (a value state) or "measure"
    ("convert" or "keep"); an empty answer passes the column or row over, or takes the word for a blank. `source` tells
    tables of one shape; `text` is what is asked about, in the spelling that
    `workbook.names.key` gives; `near` are the likeliest answers, best first.
    """

    source: str
    kind: str
    text: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Problem:
    """One thing wrong with the input. `message` is an English message id with {named} values.

    `sheet` and `cell` say where: in a workbook ("指标", "C5"), or file and line of a table. A problem with a `question`
    is settled by an answer as well as by a mended file.
    """

    sheet: str
    cell: str
    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    question: Question | None = None

    def text(self) -> str:
        """The message in the reader's language."""
        return t(self.message, **self.values)

    def line(self) -> str:
        """One line for a shell: sheet, cell, message."""
        return f"{self.sheet}, {self.cell}, {self.text()}" if self.cell else f"{self.sheet}, —, {self.text()}"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, before it is known where: a message id with its values."""

    message: str
    values: dict[str, object] = field(default_factory=dict)
    question: Question | None = None


def fault(message: str, **values: object) -> Fault:
    """A fault from a message id and the values it names."""
    return Fault(message, values)


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
