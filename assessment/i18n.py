"""Words in the reader's language: the source holds English message ids, `catalogs/<language>/*.po` hold the rest."""

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

CATALOGS = Path(__file__).parent / "catalogs"
LANGUAGES = ("zh", "en")


_chosen: ContextVar[str | None] = ContextVar("language", default=None)


def _nobody() -> str:
    return "en"


current: Callable[[], str] = _nobody
"""Tells the language of whoever is being served; the interface and the command line put theirs here."""


@contextmanager
def speaking(spoken: str) -> Iterator[None]:
    """Words in a given language for what runs inside, in this thread."""
    token = _chosen.set(spoken)
    try:
        yield
    finally:
        _chosen.reset(token)


def language() -> str:
    """The language to speak: the one chosen for this thread, or that of whoever is being served."""
    return _chosen.get() or current()


def t(message: str, **values: object) -> str:
    """The message in the current language, its {named} values filled in."""
    text = catalog(language()).get(message, message)
    return text.format(**values) if values else text


@cache
def catalog(spoken: str) -> dict[str, str]:
    """All messages of a language by their English id; empty for English."""
    messages: dict[str, str] = {}
    for path in sorted((CATALOGS / spoken).glob("*.po")):
        messages |= read_po(path.read_text("utf-8"))
    return messages


def read_po(text: str) -> dict[str, str]:
    """The msgid -> msgstr pairs of a .po file without plurals or contexts."""
    messages: dict[str, str] = {}
    parts: dict[str, str] = {}
    field = ""
    for line in [*text.splitlines(), 'msgid ""']:
        keyword, _, rest = line.partition(" ")
        if keyword == "msgid":
            if parts.get("msgid") and parts.get("msgstr"):
                messages[parts["msgid"]] = parts["msgstr"]
            parts = {}
        if keyword in ("msgid", "msgstr"):
            field, quoted = keyword, rest
        elif line.startswith('"'):
            quoted = line
        else:
            continue
        parts[field] = parts.get(field, "") + ast.literal_eval(quoted)
    return messages
