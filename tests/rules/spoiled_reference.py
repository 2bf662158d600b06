"""Reference files spoiled in one place, and what a load refuses in them."""

import pytest

from assessment import reference
from assessment.errors import BadInput
from assessment.store import Store

Files = dict[str, bytes]


def with_rows(files: Files, table: str, text: str) -> Files:
    """The files with rows added to a table; its first line is the heading if the table is new."""
    lines = "\n".join(line.strip() for line in text.strip().splitlines()) + "\n"
    known = files.get(f"{table}.csv", b"").decode("utf-8-sig")
    return files | {f"{table}.csv": (known.rstrip("\n") + "\n" + lines).lstrip("\n").encode()}


def changed(files: Files, table: str, before: str, after: str) -> Files:
    """The files with one line of a table changed."""
    text = files[f"{table}.csv"].decode("utf-8-sig")
    assert text.count(before) == 1, (before, text)
    return files | {f"{table}.csv": text.replace(before, after).encode()}


def scheme(rows: str, *parameters: str) -> bytes:
    """A scheme file with parameters of its own."""
    return f"{','.join(['scheme_id', 'name', 'effective_month', *parameters])}\n{rows}\n".encode()


def faults(store: Store, files: Files) -> list[str]:
    """What the load refuses, one "file place: message" a fault; no revision may come of it."""
    version = store.data_version
    with pytest.raises(BadInput) as refused:
        reference.load(store, files, "考核办")
    assert store.data_version == version
    return [f"{problem.sheet} {problem.cell}: {problem.text()}" for problem in refused.value.problems]


def rescored(files: Files, function: str, **parameters: str) -> Files:
    """The files with S01 scored by another function; its own line and per_case stay empty."""
    heading, *lines = files["rule.csv"].decode("utf-8-sig").splitlines()
    own = ",".join(["2026,A,S01,15", function, "", "", *parameters.values()])
    body = [own if ",S01," in line else line for line in lines]
    return files | {"rule.csv": "\n".join([",".join([heading, *parameters]), *body, ""]).encode()}
