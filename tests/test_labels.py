"""How numbers are written."""

import pytest

from assessment import labels


@pytest.mark.parametrize(
    ("value", "written"),
    [(84.785, "84.79"), (92.535, "92.54"), (1234.5, "1,234.50"), (-0.001, "0.00"), (None, "—"), (float("nan"), "—")],
)
def test_a_score_is_rounded_half_away_from_zero_as_in_sql(value: object, written: str) -> None:
    assert labels.score(value) == written
