"""What a commit or an undo would do to scores, ranks and tiers, found by trying it in a transaction never kept."""

from dataclasses import dataclass, field

import pandas as pd

from assessment import reports
from assessment.intake.commit import take_back, take_in
from assessment.intake.preview import Preview
from assessment.periods import Period
from assessment.store import Store, changed


@dataclass(frozen=True)
class Effect:
    """The results a change would move, before and after, as `reports.history_changes` gives them, and the published
    periods it would change: these have to be reopened before it can be made."""

    changes: pd.DataFrame = field(default_factory=pd.DataFrame)
    published: list[Period] = field(default_factory=list)


def of_commit(store: Store, preview: Preview) -> Effect:
    """What a commit of the preview would do; tried in a transaction that is never kept. Nothing for a preview with
    problems or without news."""
    if preview.problems or preview.is_unchanged:
        return Effect()
    with store.trial() as trial:
        made = take_in(trial.transaction, [preview], "")
        return Effect(reports.history_changes(trial, made.revision_id), changed(trial.transaction))


def of_undo(store: Store, upload_id: int) -> Effect:
    """What taking an upload back would do, as `of_commit` gives it. Raises as `undo` does."""
    with store.trial() as trial:
        made = take_back(trial.transaction, upload_id, "")
        return Effect(reports.history_changes(trial, made.revision_id), changed(trial.transaction))
