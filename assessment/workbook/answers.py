"""What analysts said of a source's tables: asked once, remembered, never guessed (product.md, "Excel in")."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.errors import Question


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an `errors.Question`; `meaning` is a code, or empty to pass the column or row over."""

    source: str
    kind: str
    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A question that an answer settled, where it was met, and as it is written there."""

    sheet: str
    cell: str
    found: str
    question: Question
    meaning: str


class Answers:
    """All answers that hold while a month is read; a later one to the same question takes the place of an earlier."""

    def __init__(self, given: Iterable[Answer] = ()) -> None:
        self._given = {(one.source, one.kind, one.text): one.meaning for one in given}

    def __getitem__(self, asked: tuple[str, str, str]) -> str | None:
        """The meaning of (source, kind, text); None if nobody was asked yet."""
        return self._given.get(asked)

    def likely(self, kind: str, text: str) -> tuple[str, ...]:
        """What the same text was taken for in tables of another shape: a first suggestion, never an answer."""
        found = (meaning for (_, of, said), meaning in self._given.items() if (of, said) == (kind, text))
        return tuple(dict.fromkeys(found))
