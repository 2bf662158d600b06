"""What travels between the shell and a command, here or over there: plain values in, plain values out."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pandas as pd

from assessment import reports
from assessment.errors import Problem
from assessment.periods import Period
from assessment.store import Store

DONE, PROBLEMS, REFUSED = 0, 1, 2


@dataclass(frozen=True)
class Request:
    """A command with its options, the files it brings and who asks."""

    command: str
    options: dict[str, str]
    files: dict[str, bytes]
    who: str


@dataclass(frozen=True)
class Answer:
    """The exit status, lines for the shell and, where the command makes one, a file's bytes."""

    status: int
    lines: list[str] = field(default_factory=list)
    output: bytes | None = None


def problem_lines(problems: list[Problem]) -> list[str]:
    """One line a problem: sheet, cell, message."""
    return [problem.line() for problem in problems]


def named_period(store: Store, request: Request, name: str) -> Period:
    """The period that an option names. Raises AssessmentError for anything else."""
    return Period.parse(request.options[name], reports.year_start_month(store))


def listed_periods(store: Store, request: Request, name: str) -> list[Period]:
    """The periods that an option lists, each once."""
    first = reports.year_start_month(store)
    return list(dict.fromkeys(Period.parse(code, first) for code in request.options[name].split(",") if code))


def plain(value: Any) -> object:
    """A report's value as JSON takes it: moments in UTC, nothing for what is missing."""
    if pd.isna(value):
        return None
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M:%SZ}"
    return int(value) if isinstance(value, float | int) else str(value)
