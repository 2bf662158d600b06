"""What a value state does to a cell, as its rule says (domain.md section 3)."""

from typing import Any

from assessment import labels
from assessment.i18n import t


def rules(cell: Any, month_name: str) -> list[str]:
    """The rules that apply to a row of `reports.profile.profile_cells`; `month_name` is the month it carries from."""
    found = [*_waiting(cell, month_name)]
    if cell.is_missing_target:
        found.insert(0, t("The annual target is missing: a draft without points, not to be published"))
    if cell.own_state == "NA_BY_RULE":
        found.append(_not_applicable(cell))
    if cell.own_state == "NO_CASE":
        found.append(_no_case(cell))
    if cell.own_state == "REJECTED":
        found.append(_sent_back(cell))
    if cell.is_small_sample:
        found.append(t("Small sample: fewer units are compared than the scheme asks for"))
    return found


def _waiting(cell: Any, month_name: str) -> list[str]:
    found = []
    if cell.is_awaited:
        found.append(t("Awaited: the table of {department} has not come in", department=labels.text(cell.department)))
    elif cell.own_state == "NOT_DUE":
        found.append(t("Not due this month"))
    if cell.is_carried:
        found.append(t("The share of {month} stands, with this month's weight", month=month_name))
    elif cell.own_state == "NOT_DUE":
        found.append(t("Outside the weights until its first value"))
    if cell.state == "LATE":
        found.append(t("Late: counts 0 until it arrives, then everything is computed again"))
    return found


def _not_applicable(cell: Any) -> str:
    if cell.is_assigned:
        return t("The target is 0 (none set this year): outside the weights")
    return t("Not in this unit's charge: outside the weights")


def _no_case(cell: Any) -> str:
    if cell.no_case_as == "full":
        return t("Nothing happened to measure: full marks, as the scheme says")
    return t("Nothing happened to measure: outside the weights")


def _sent_back(cell: Any) -> str:
    if labels.is_missing(cell.value):
        return t("Sent back to be corrected: counts 0 until a value arrives")
    return t("Sent back to be corrected: the earlier value stands until then")
