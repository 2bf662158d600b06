"""How numbers are written."""

import pytest

from assessment import labels
from assessment.i18n import speaking


@pytest.mark.parametrize(
    ("value", "written"),
    [(84.785, "84.79"), (92.535, "92.54"), (1234.5, "1,234.50"), (-0.001, "0.00"), (None, "—"), (float("nan"), "—")],
)
def test_a_score_is_rounded_half_away_from_zero_as_in_sql(value: object, written: str) -> None:
    assert labels.score(value) == written


def test_a_preview_says_states_in_words_and_leaves_numbers_as_they_stand() -> None:
    with speaking("zh"):
        said = [labels.reported(one) for one in ("LATE", "REJECTED", "1560", "优秀 会议研究", "")]
    assert said == ["迟报", "退回更正", "1560", "优秀 会议研究", "—"]


@pytest.mark.parametrize(
    ("kind", "effect", "words"),
    [
        ("bonus", 1.0, "加分"),
        ("bonus", -1.0, "加分减少"),
        ("penalty", -1.0, "扣分"),
        ("penalty", 1.0, "扣分减少"),
    ],
)
def test_a_deduction_that_fell_away_is_not_called_one(kind: str, effect: float, words: str) -> None:
    with speaking("zh"):
        assert labels.event_part(kind, effect) == words
