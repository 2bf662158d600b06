"""Which parameters a scoring function reads, from its own file: the others are grey in its rows."""

import re

from assessment import sql
from assessment.reference.book.rule_fields import PARAMETERS


def functions() -> list[str]:
    """Every scoring function there is, a county's own included."""
    return list(sql.room("functions"))


def users(parameter: str) -> list[str]:
    """The functions that read a parameter."""
    word = re.compile(rf"\b(is_)?{parameter}\b")
    return [name for name, query in sql.room("functions").items() if word.search(query.text)]


def parameters() -> list[str]:
    """The parameters in the order of their columns."""
    return [field.column for field in PARAMETERS]


def with_target() -> list[str]:
    """The functions that measure against a target."""
    return [
        name for name, query in sql.room("functions").items() if "target" in query.header.get("needs", "").split(", ")
    ]
