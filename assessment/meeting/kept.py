"""A deck as text and back: what a meeting was shown, kept word for word."""

import json
from dataclasses import asdict
from typing import Any

from assessment.charts.figure import Figure, Series
from assessment.meeting.slide import Cell, Column, Deck, Fact, Slide, Table


def to_json(deck: Deck) -> str:
    """The whole deck, its slides under the titles their numbers give them."""
    return json.dumps(asdict(deck), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Deck:
    """The deck that was kept."""
    content = json.loads(text)
    return Deck(**{**content, "slides": tuple(_slide(one) for one in content["slides"])})


def _slide(content: dict[str, Any]) -> Slide:
    lists = {name: tuple(content[name]) for name in ("lines", "remarks", "sources")}
    facts = tuple(Fact(**one) for one in content["facts"])
    table = content["table"] and _table(content["table"])
    return Slide(**{**content, **lists, "facts": facts, "table": table, "figure": _figure(content["figure"])})


def _table(content: dict[str, Any]) -> Table:
    columns = [Column(**one) for one in content["columns"]]
    return Table(columns, [[Cell(**cell) for cell in row] for row in content["rows"]])


def _figure(content: dict[str, Any] | None) -> Figure | None:
    if content is None:
        return None
    series = tuple(
        Series(one["name"], tuple(one["values"]), one["tone"], tuple(one["tones"])) for one in content["series"]
    )
    return Figure(content["kind"], content["caption"], tuple(content["categories"]), series, content["style"])
