"""Cells of sheet 指标 that no chance makes: the awkward cases, written by hand, and the mistakes corrected later."""

from datetime import date

from assessment.demo.stories import month

Cell = float | str
"""A number, a word of the cell grammar, or '' for a cell left empty."""
Written = dict[tuple[date, str, str], Cell]
"""Cells by month, unit and indicator."""

JUNE = month("2026-06")

WRITTEN: Written = {
    # 营商环境建设局 falls from first place: late reports, a missed line, overdue replies, slow spending.
    (JUNE, "U025", "Y01"): 4.0,
    (JUNE, "U025", "Y02"): 5.0,
    (JUNE, "U025", "G02"): 6.0,
    (JUNE, "U025", "S10"): 68.9,
    (JUNE, "U025", "J20"): 41.2,
    (JUNE, "U025", "J21"): 44.0,
    # Late: a cell left empty in a table that came in, or 迟报.
    (JUNE, "U012", "J01"): "",
    (JUNE, "U072", "D06"): "迟报",
    (month("2025-09"), "U007", "J05"): "",
    # Sent back for correction.
    (month("2025-11"), "U036", "J11"): "退回",
    # Nothing happened to measure.
    (JUNE, "U028", "Z04"): "无",
    # No growth.
    (month("2024-05"), "U011", "J03"): "持平",
    # A cumulative that falls: an investor withdrew.
    (month("2025-10"), "U010", "J08"): 2310.0,
    (month("2025-11"), "U010", "J08"): 2590.0,
    (month("2025-12"), "U010", "J08"): 2880.0,
    # More than twice the target of the year.
    (month("2025-08"), "U013", "Z01"): 985.0,
}

MISTAKES: Written = {
    (month("2026-05"), "U005", "J01"): 1282.0,
    (month("2026-03"), "U018", "J20"): 2.48,
}
"""What the month's file said until a corrected one came: a mistyped digit, and a slipped decimal."""

NOT_HANDED_IN = {JUNE: ("S06", "S07")}
"""Whole tables that a source department did not hand in: 信访局 in June 2026."""
