"""The SQL files of `queries/`, by room, with their headers. No other module reads them; none composes SQL."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assessment.settings import QUERIES

LEAF_VIEW = """
select
    scenario_id, month, unit_id, indicator_id, part, share::double as share, measured::double as measured,
    is_small_sample,
    to_json(struct_pack(*columns(
        * exclude (scenario_id, month, unit_id, indicator_id, part, share, measured, is_small_sample)
    )))::varchar as terms
from score_{name}
"""
PARTS_VIEW = """
select
    scenario_id, month, unit_id, indicator_id, share::double as share, is_small_sample,
    to_json(struct_pack(*columns(
        * exclude (scenario_id, month, unit_id, indicator_id, share, measured, is_small_sample)
    )))::varchar as terms
from score_{name}
"""
RULE_VIEW = """
select scenario_id, month, unit_id, indicator_id, share, is_small_sample, terms
from leaf_score
where part = 0
"""
FUNCTION_STAGE = 22
"""Views numbered below this feed the scoring functions; this one and those above read them."""


@dataclass(frozen=True)
class Query:
    """One SQL file: its name, its text and the `key: value` lines of its header."""

    name: str
    text: str
    header: dict[str, str]


def read(path: Path) -> Query:
    """A query from its file; a view's number is not part of its name."""
    text = path.read_text("utf-8")
    return Query(re.sub(r"^\d+_", "", path.stem), text, read_header(text))


def read_header(text: str) -> dict[str, str]:
    """The `-- key: value` lines at the top of a file; an indented comment line continues the one above."""
    header: dict[str, str] = {}
    key = ""
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        if found := re.match(r"-- (\w+): ?(.*)", line):
            key = found[1]
            header[key] = found[2]
        elif key:
            header[key] += " " + line[2:].strip()
    return header


@cache
def room(name: str) -> dict[str, Query]:
    """All queries of one folder of `queries/`, by name, in the order of their file names."""
    return {query.name: query for query in map(read, sorted((QUERIES / name).glob("*.sql")))}


def views() -> list[tuple[str, str]]:
    """(name, select) of every view; each reads only views of lower numbers.

    The scoring functions are one file each; `leaf_score` and `rule_score` gather whatever files there are,
    so that a new function is one new file.
    """
    paths = sorted((QUERIES / "views").glob("*.sql"))
    stage = {path: read(path) for path in paths}

    def numbered(test: Callable[[int], bool]) -> list[tuple[str, str]]:
        return [(query.name, query.text) for path, query in stage.items() if test(int(path.name[:2]))]

    leaves = [q for q in room("functions").values() if q.header["input"] != "parts"]
    composites = [q for q in room("functions").values() if q.header["input"] == "parts"]
    return [
        *numbered(lambda number: number < FUNCTION_STAGE),
        *((f"score_{q.name}", q.text) for q in leaves),
        ("leaf_score", " union all ".join(LEAF_VIEW.format(name=q.name) for q in leaves)),
        *numbered(lambda number: number == FUNCTION_STAGE),
        *((f"score_{q.name}", q.text) for q in composites),
        ("rule_score", " union all ".join([RULE_VIEW, *(PARTS_VIEW.format(name=q.name) for q in composites)])),
        *numbered(lambda number: number > FUNCTION_STAGE),
    ]
