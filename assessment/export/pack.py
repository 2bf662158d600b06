"""The pack of a meeting in one go: a deck to edit, a workbook to check, a hand-out to print."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assessment.export.deck import deck_bytes
from assessment.export.pack_workbook import pack_workbook
from assessment.export.printable import printable
from assessment.meeting import Deck

_FIXED = (2000, 1, 1, 0, 0, 0)
"""The moment a ZIP gives its files: the same pack made later is the same file."""
_MIMES = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html",
    "zip": "application/zip",
}
Tell = Callable[[int, int, str], None]


@dataclass(frozen=True)
class File:
    """`kind` is pptx, xlsx, html or zip."""

    kind: str
    name: str
    content: bytes

    @property
    def mime(self) -> str:
        """What it is, for a browser."""
        return _MIMES[self.kind]


@dataclass(frozen=True)
class Pack:
    """Deck, workbook, hand-out; `all` holds the three."""

    files: tuple[File, ...]

    @cached_property
    def all(self) -> File:
        """The three files in one."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in self.files:
                archive.writestr(zipfile.ZipInfo(file.name, _FIXED), file.content, zipfile.ZIP_DEFLATED)
        return File("zip", f"{self.files[0].name.removesuffix('.pptx')}.zip", out.getvalue())


def make(deck: Deck, tell: Tell, template: Path | None = None) -> Pack:
    """The pack of a deck, in the deck's language; `tell` hears how far it is (parts done, of how many, which).

    Raises AssessmentError for a template that is none.
    """
    tell(2, 10, "deck")
    slides = deck_bytes(deck, template=template)
    tell(6, 10, "workbook")
    book = pack_workbook(deck)
    tell(8, 10, "paper")
    paper = printable(deck).encode()
    tell(10, 10, "paper")
    stem = deck.name if deck.period in deck.name else f"{deck.name}_{deck.period}"
    contents = {"pptx": slides, "xlsx": book, "html": paper}
    return Pack(tuple(File(kind, f"{stem}.{kind}", content) for kind, content in contents.items()))
