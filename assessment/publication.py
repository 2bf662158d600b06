"""Publishing and reopening (domain.md section 5, Freeze and revision): a published period stays as it was published.

Both are revisions, with who and why. What stands against publishing is told whole; what is only worth a second look
wants a reason, which stays with the edition.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from assessment import reports
from assessment.errors import AssessmentError, BadInput, Problem
from assessment.i18n import t
from assessment.periods import Period
from assessment.store import Revision, Scope, Store, Transaction, add_revision, insert_rows, rebuild, tables

LONGEST_REASON = 200


@dataclass(frozen=True)
class Judgement:
    """What stands against publishing some periods, and what of them wants a reason; `sheet` is the period's code."""

    obstacles: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)


def judge(store: Store, periods: Sequence[Period]) -> Judgement:
    """Whether some periods may be published together, as the data are now."""
    with store.trial() as trial:
        return _judge(trial.transaction, periods)


def publish(store: Store, periods: Sequence[Period], who: str, reason: str = "") -> Revision:
    """Publish periods under one revision: from it on they are frozen, and returned values count as late.

    Raises BadInput with everything that stands against it, or with what wants a reason if none is given, and
    PublishedWouldChange if freezing a month would change another published period.
    """
    with store.write() as connection:
        judged = _judge(connection, periods)
        if judged.obstacles:
            raise BadInput(judged.obstacles)
        said = _clean(reason)
        if judged.doubts and not said:
            asked = Problem(_listed(periods), "", "Say why this is published all the same.")
            raise BadInput([*judged.doubts, asked])
        return add_editions(connection, periods, who, said)


def effect(store: Store, periods: Sequence[Period]) -> pd.DataFrame:
    """The results that freezing the periods would change, before and after, as `reports.history_changes` gives them."""
    with store.trial() as trial:
        made = add_editions(trial.transaction, periods, "")
        return reports.history_changes(trial, made.revision_id)


def add_editions(connection: Transaction, periods: Sequence[Period], who: str, reason: str = "") -> Revision:
    """A new edition of each period, inside a transaction."""
    known = _states(connection, periods)
    revision_id = add_revision(connection, "publish", who, reason)
    rows = [(one.kind, one.start, known[one.kind, one.start]["edition"] + 1, revision_id, "", None) for one in periods]
    insert_rows(connection, "publication", rows)
    returned = [start for (kind, start), state in known.items() if kind == "month" and state["returned_count"]]
    changed = 0
    if returned:
        last = max(returned)
        changed = rebuild(connection, revision_id, Scope(min(returned), date(last.year + 1, last.month, 1)))
    for one in periods:
        key = {"period_kind": one.kind, "period_start": one.start}
        found = tables.ask(connection, "content_hash", **key)[0]
        tables.run(connection, "seal_publication", **key, revision_id=revision_id, **found)
    return Revision(revision_id, changed)


def reopen(store: Store, periods: Sequence[Period], who: str, because: str) -> Revision:
    """Open published periods for a correction, together; they are published again together.

    Raises AssessmentError without a reason, BadInput for periods that are not published.
    """
    reason = _clean(because)
    if not reason:
        raise AssessmentError("Say why the period is reopened.")
    with store.write() as connection:
        known = _states(connection, periods)
        closed = [one for one in periods if known.get((one.kind, one.start), {}).get("status") != "published"]
        if closed:
            raise BadInput([Problem(str(one), "", "This period is not published.") for one in closed])
        revision_id = add_revision(connection, "reopen", who, reason)
        for one in periods:
            key = {"period_kind": one.kind, "period_start": one.start}
            tables.run(connection, "reopen_publication", **key, revision_id=revision_id)
        return Revision(revision_id, 0)


def _clean(text: str) -> str:
    return " ".join(text.split())[:LONGEST_REASON]


def _listed(periods: Sequence[Period]) -> str:
    return t(", ").join(map(str, periods))


def _states(connection: Transaction, periods: Sequence[Period]) -> dict[tuple[str, date], dict[str, Any]]:
    asked = {"period_kinds": [one.kind for one in periods], "period_starts": [one.start for one in periods]}
    rows = tables.records(connection, "publishing_state", **asked)
    return {(row["period_kind"], row["period_start"]): row for row in rows}


def _judge(connection: Transaction, periods: Sequence[Period]) -> Judgement:
    known = _states(connection, periods)
    judged = Judgement()
    for one in periods:
        state = known.get((one.kind, one.start))
        if state is None:
            judged.obstacles.append(Problem(str(one), "", "There are no results for this period."))
            continue
        judged.obstacles.extend(_obstacles(connection, one, state, periods))
        judged.doubts.extend(_doubts(one, state))
    return judged


def _obstacles(
    connection: Transaction, period: Period, state: dict[str, Any], asked: Sequence[Period]
) -> list[Problem]:
    place, problems = str(period), []
    if state["status"] == "published":
        known = {"edition": state["edition"]}
        problems.append(Problem(place, "", "It is published already, as edition {edition}.", known))
    if state["is_partial"]:
        problems.append(Problem(place, "", "It is not over: publish it with its last month."))
    months = {one.start for one in asked if one.kind == "month"}
    if waiting := [start for start in state["open_months"] if start not in months]:
        named = {"months": t(", ").join(f"{start:%Y-%m}" for start in waiting)}
        problems.append(Problem(place, "", "Publish its months first, or together with it: {months}.", named))
    if state["targetless_unit_count"]:
        count = {"count": state["targetless_unit_count"]}
        problems.append(Problem(place, "", "Units with a value but no target, which stays a draft: {count}.", count))
    if state["reopened_by"] is not None:
        rows = tables.run(connection, "reopened_together", revision_id=state["reopened_by"])
        together = [Period(kind, start, period.year_start_month) for kind, start in rows]
        if left := [one for one in together if one not in asked]:
            named = {"periods": _listed(left)}
            problems.append(Problem(place, "", "Reopened together, published together: {periods}.", named))
    return problems


def _doubts(period: Period, state: dict[str, Any]) -> list[Problem]:
    doubts = []
    if count := state["late_unit_count"]:
        doubts.append(
            Problem(str(period), "", "Units with something late, which counts as 0: {count}.", {"count": count})
        )
    if count := state["returned_count"]:
        doubts.append(
            Problem(
                str(period), "", "Returned values that count as late once this is published: {count}.", {"count": count}
            )
        )
    if sources := state["awaited_sources"]:
        listed = {"sources": t(", ").join(sources), "count": len(sources)}
        doubts.append(
            Problem(str(period), "", "Departments whose tables have not come in ({count}): {sources}.", listed)
        )
    if count := state["unranked_unit_count"]:
        doubts.append(Problem(str(period), "", "Units without a rank: {count}.", {"count": count}))
    return doubts
