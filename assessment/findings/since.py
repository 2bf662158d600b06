"""What changed since a meeting, in a sentence."""

from collections.abc import Sequence

from assessment import labels
from assessment.i18n import t


def headline(meeting: str, periods: Sequence[str], unit_count: int) -> str:
    """How many units' results, of which periods, are other ones than the meeting was shown."""
    if not unit_count:
        return t("Since “{meeting}” no number it was shown has changed", meeting=meeting)
    words = {"meeting": meeting, "periods": labels.listing(list(periods))}
    if unit_count == 1:
        return t("Since “{meeting}” one unit's results of {periods} were revised", **words)
    return t("Since “{meeting}” results of {count} units in {periods} were revised", count=unit_count, **words)
