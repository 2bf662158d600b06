"""The golden county: a small worked example, loaded the way any county is."""

from datetime import timedelta

from assessment import reference, settings
from assessment.errors import AssessmentError
from assessment.intake.commit import commit
from assessment.intake.preview import preview
from assessment.periods import Period
from assessment.store import Store

AFTER_THE_DUE_DAY = timedelta(days=50)


def load_sample(store: Store, who: str) -> None:
    """Load the golden county of `data/sample/golden` into an empty store.

    Raises AssessmentError if the store is not empty.
    """
    if store.data_version:
        raise AssessmentError("The store is not empty; the sample county is for an empty one.")
    reference.load(store, reference.folder_files(settings.SAMPLE), who)
    for path in sorted(settings.SAMPLE.glob("*.xlsx")):
        month = Period.parse(path.stem)
        received_on = month.start + AFTER_THE_DUE_DAY
        commit(store, preview(store, [(path.name, path.read_bytes())], month, received_on), who)
