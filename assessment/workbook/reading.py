"""The outcome of reading one file."""

from dataclasses import dataclass

from assessment.errors import Problem
from assessment.facts import Submission


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as it was read. `submission` may be committed only if no reading of the call has `problems`.

    `is_readable` is false for a file that could not be opened at all: its one problem says why.
    """

    file_name: str
    sha256: str
    submission: Submission
    problems: list[Problem]
    warnings: list[Problem]
    is_readable: bool = True
