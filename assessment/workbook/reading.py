"""The outcome of reading one file."""

from dataclasses import dataclass, field

from assessment.errors import Problem
from assessment.facts import Submission
from assessment.workbook.answers import Settled
from assessment.workbook.shape import Shape


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as it was read. `submission` may be committed only if no reading of the call has `problems`.

    `is_readable` is false for a file that could not be opened at all: its one problem says why. `settled` are the
    questions that the answers of the call settled in it, `shapes` how its wide tables were understood.
    """

    file_name: str
    sha256: str
    submission: Submission
    problems: list[Problem]
    warnings: list[Problem]
    is_readable: bool = True
    settled: list[Settled] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
