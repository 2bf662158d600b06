"""Many files at once: each belongs to the month its name begins with."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from assessment.errors import AssessmentError
from assessment.intake.preview import Delivery
from assessment.periods import Period


def month_of(file_name: str) -> Period:
    """The month a file's name begins with: 2026-06.xlsx, 2026-06 统计局.xlsx. Raises AssessmentError if with none."""
    found = re.match(r"\d{4}-(0[1-9]|1[0-2])(?!\d)", file_name)
    if found is None:
        raise AssessmentError("The name of {file} does not begin with a month (2026-06): say --month.", file=file_name)
    return Period("month", date.fromisoformat(f"{found[0]}-01"))


def deliveries(files: Sequence[tuple[str, bytes]], after: timedelta | None = None) -> list[Delivery]:
    """Files sorted into the months their names begin with, come in so long after the month's first day, or today."""
    months: dict[Period, list[tuple[str, bytes]]] = {}
    for name, data in files:
        months.setdefault(month_of(name), []).append((name, data))
    return [Delivery(month, brought, month.start + after if after else None) for month, brought in months.items()]
