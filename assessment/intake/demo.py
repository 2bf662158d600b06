"""The demo county: thirty months of 91 units, brought in the way any county's months are."""

from datetime import timedelta

from assessment import publication, reference, settings
from assessment.intake import demo_days, demo_follow_ups, demo_meetings
from assessment.intake.by_month import deliveries
from assessment.intake.commit import commit_months
from assessment.intake.preview import Progress, nobody, preview_months
from assessment.periods import Period
from assessment.store import Store

MARK = "demo"
"""The note of the revision that loaded the demo county's reference; a banner stands on every page while it holds."""

REFERENCE, MONTHS, PUBLISHED, REOPENED, CORRECTIONS, WHOLE = 1, 2, 3, 4, 5, 6
"""The revisions that loading makes, in this order: the year's months are published before two of them are corrected."""

THIS_YEAR = ("2026-02", "2026-03", "2026-04", "2026-05", "2026Q1")
CORRECTED = ("2026-03", "2026-05", "2026Q1")
REOPENED_BECAUSE = "3月、5月各有一处数字录错，来源部门来函更正"

WRITING = 15
"""Writing and scoring take about as long as reading so many months."""

AFTER_THE_DUE_DAY = timedelta(days=50)
WITH_THE_NEXT_MONTH = timedelta(days=80)


def load_demo(store: Store, who: str, progress: Progress = nobody) -> None:
    """Load the demo county into an empty store, or go on where an earlier loading was cut off.

    `progress` is told the months read, then "writing" while they are written and scored, then "corrections" while the
    year is published, shown to a meeting, corrected and published again.
    """
    if store.data_version == 0:
        reference.load(store, reference.folder_files(settings.DEMO / "reference"), who, MARK)
    if store.data_version == REFERENCE:
        months = deliveries(_files("months"), AFTER_THE_DUE_DAY)
        total = len(months) + WRITING
        previews = preview_months(store, months, lambda done, _, what: progress(done, total, what))
        progress(len(months), total, "writing")
        commit_months(store, demo_days.spread(previews), who)
    if store.data_version == MONTHS:
        demo_follow_ups.add(store)
    if corrections := _files("corrections"):
        progress(9, 10, "corrections")
        _publish_and_correct(store, corrections, who)


def _publish_and_correct(store: Store, corrections: list[tuple[str, bytes]], who: str) -> None:
    """The first editions of the year, what came to correct two months of it, and their second editions."""
    this_year, corrected = ([Period.parse(code) for code in codes] for codes in (THIS_YEAR, CORRECTED))
    if store.data_version == MONTHS:
        publication.publish(store, this_year, who)
    if store.data_version == PUBLISHED:
        demo_meetings.may(store)
        publication.reopen(store, corrected, who, REOPENED_BECAUSE)
    if store.data_version == REOPENED:
        commit_months(store, preview_months(store, deliveries(corrections, WITH_THE_NEXT_MONTH)), who)
    if store.data_version == CORRECTIONS:
        publication.publish(store, corrected, who)
    demo_meetings.june(store)


def needs_demo(store: Store) -> bool:
    """Whether the demo county belongs into this store and is not whole: the store is its own and empty, or cut off."""
    if store.data_version == 0:
        return store.path.parent == settings.DEMO_STORE
    ((is_demo,),) = store.rows("reports", "demo_mark")
    return is_demo and store.data_version < (WHOLE if _files("corrections") else MONTHS)


def _files(folder: str) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in sorted((settings.DEMO / folder).glob("*.xlsx"))]
