"""What a commit or an undo would do to scores, ranks and tiers, found by trying it in a transaction never kept."""

import pandas as pd

from assessment import reports
from assessment.intake.commit import take_back, take_in
from assessment.intake.preview import Preview
from assessment.store import Store


def of_commit(store: Store, preview: Preview) -> pd.DataFrame:
    """The results that a commit of the preview would change, before and after, as `reports.history_changes` gives
    them; tried in a transaction that is never kept. Empty for a preview with problems or without news."""
    if preview.problems or preview.is_unchanged:
        return pd.DataFrame()
    with store.trial() as trial:
        made = take_in(trial.transaction, [preview], "")
        return reports.history_changes(trial, made.revision_id)


def of_undo(store: Store, upload_id: int) -> pd.DataFrame:
    """The results that taking an upload back would change, as `of_commit` gives them. Raises as `undo` does."""
    with store.trial() as trial:
        made = take_back(trial.transaction, upload_id, "")
        return reports.history_changes(trial, made.revision_id)
