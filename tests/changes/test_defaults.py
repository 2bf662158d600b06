"""Defaults that depend on the kind of indicator."""

import pytest

from assessment import intake, reference, reports
from assessment.periods import Period
from assessment.store import Store
from tests.store.books import book

JUNE = Period.parse("2026-06")


@pytest.mark.parametrize(
    ("natural_ceiling", "second_place"), [("0,100", 0.95), (",", 0.925)], ids=["rate with a ceiling", "no ceiling"]
)
def test_tied_places_share_the_best_rank_only_where_a_rate_has_a_ceiling(
    empty_store: Store, golden_reference: dict[str, bytes], natural_ceiling: str, second_place: float
) -> None:
    rules = golden_reference["rule.csv"].decode().replace("S06,15,standard_line,95", "S06,15,rank_step,")
    indicators = (
        golden_reference["indicator.csv"]
        .decode()
        .replace("monthly,rate,higher,true,0,100", f"monthly,rate,higher,true,{natural_ceiling}")
    )
    reference.load(
        empty_store, golden_reference | {"rule.csv": rules.encode(), "indicator.csv": indicators.encode()}, "tester"
    )
    intake.commit(
        empty_store, intake.preview(empty_store, [("june.xlsx", book({("乙镇", "S06"): 95}))], JUNE), "tester"
    )
    cells = reports.scores(empty_store, JUNE)
    tied = cells[(cells["indicator_id"] == "S06") & cells["unit"].isin(["乙镇", "丙镇"])]
    assert tied["share"].tolist() == [second_place, second_place]
