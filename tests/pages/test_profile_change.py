"""升降原因 on the profile: the parts of a change add up to it, and the title names the part that did most."""

import re

import pandas as pd
import pytest

from assessment import labels
from assessment.findings import unit_profile as findings
from assessment.i18n import speaking
from assessment.periods import Period
from assessment.ui.scope import Scope
from assessment.ui.unit_profile import change

SCOPE = Scope(Period.parse("2026-06"), (), "zh")


def drivers(effects: dict[str, float], other: float = 0, bonus: float = 0, penalty: float = 0) -> pd.DataFrame:
    """One unit's rows of `shift_drivers`; the change is the sum of its parts."""
    total = round(sum(effects.values()) + other + bonus - penalty, 2)
    rows = [{"indicator_id": name, "indicator": name, "indicator_en": name, "effect": e} for name, e in effects.items()]
    frame = pd.DataFrame(rows)
    return frame.assign(other_change=other, bonus_change=bonus, penalty_change=penalty, score_change=total)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (drivers({"收入": -3.0, "投资": 1.0}), "较上期 −2.00 分，收入影响最大（−3.00）"),
        (drivers({"收入": -3.0, "投资": 4.5}), "较上期 +1.50 分，投资影响最大（+4.50）"),
        (drivers({"收入": 1.0}, bonus=2.5), "较上期 +3.50 分，加分影响最大（+2.50）"),
        (drivers({"收入": -1.0}, penalty=2.0), "较上期 −3.00 分，扣分影响最大（−2.00）"),
        (drivers({"收入": -1.0, "投资": 1.0}), "较上期 0.00 分"),
        (drivers({"收入": 1.0}, other=-4.0), "较上期 −3.00 分"),
    ],
)
def test_the_title_names_what_did_most_in_the_direction_of_the_change(rows: pd.DataFrame, said: str) -> None:
    with speaking("zh"):
        assert findings.change(rows) == said


def test_the_rows_shown_add_up_to_the_change() -> None:
    with speaking("zh"):
        shown = change.html(SCOPE, drivers({"收入": -3.1, "投资": 1.04}, other=0.5, bonus=1, penalty=0.3))
    written = re.findall(r"[▲▼] ([+−][\d.]+)", shown)
    assert len(written) == 5
    assert sum(float(one.replace(labels.MINUS, "-")) for one in written) == pytest.approx(-0.86)


def test_a_part_of_nothing_is_not_listed_and_without_parts_there_is_no_block() -> None:
    with speaking("zh"):
        shown = change.html(SCOPE, drivers({"收入": -3.0}))
        assert change.html(SCOPE, drivers({}).head(0)) == ""
    assert "其他指标" not in shown
    assert "加分" not in shown
