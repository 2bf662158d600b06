"""What an empty cell, 0, 无 and 未到期 mean for an indicator (domain.md section 3)."""

from typing import Any

from assessment.i18n import t

Entry = Any
"""One row of `reports.dictionary_entries` as `itertuples` yields it."""


def cell_words(entry: Entry) -> list[tuple[str, str]]:
    """(what stands in the cell, what it means) for the cases that are mixed up."""
    if entry.function == "graded":
        return [
            (t("a number in 指标"), t("none is taken: the ballots of sheet 评价票 are scored")),
            (t("弃权 (abstention)"), t("no ballot; where all abstain, nothing happened to measure")),
        ]
    if entry.function == "milestone":
        return [
            (t("a number in 指标"), t("none is taken: the dates of sheet 节点 are scored")),
            (t("no date"), t("the milestone is not done and counts 0 once it is due")),
        ]
    whole = (
        t("a whole table that is missing counts as late too")
        if entry.missing_table_is == "LATE"
        else t("while the department's whole table is missing, nobody is late: the last share of the year stands")
    )
    blank = t("late after the due day: counts 0 until it arrives")
    return [
        (t("empty"), t("; ").join([blank, whole])),
        (t("0"), t("a real zero, scored as a number")),
        (t("无, —, /"), _no_case(entry)),
        (t("未到期 (not due)"), _not_due(entry)),
    ]


def _no_case(entry: Entry) -> str:
    if not entry.allows_no_case:
        return t("not allowed here: the upload asks for a number")
    if entry.is_no_case_full:
        return t("nothing happened to measure: full marks")
    return t("nothing happened to measure: left out of the weights")


def _not_due(entry: Entry) -> str:
    if entry.frequency == "annual":
        return t("left out of the weights until it is due")
    return t("the last share of the year stands, with this month's weight; before the first one it is left out")
