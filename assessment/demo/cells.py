"""Cells of sheet 指标 that no chance makes: the awkward cases, written by hand."""

from datetime import date

from assessment.demo.stories import month

Cell = float | str
"""A number, a word of the cell grammar, or '' for a cell left empty."""

WRITTEN: dict[tuple[date, str, str], Cell] = {}

NOT_HANDED_IN = {month("2026-06"): ("S06", "S07")}
"""Whole tables that a source department did not hand in: 信访局 in June 2026."""
