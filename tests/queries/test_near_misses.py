"""What a unit lacks to a better tier: by hand, and against a search that tries every hundredth of a point."""

from copy import deepcopy
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from assessment.store import Store
from tests.oracle.county import County
from tests.oracle.reference_rows import Scheme
from tests.oracle.score_ranks import Entry, rank_and_tier
from tests.queries.hand_rows import Row, result, scheme, store_rows, tiers

JUNE = date(2026, 6, 1)


def lacking(store: Store) -> dict[str, Row]:
    """unit -> its row of the report for June."""
    frame = store.query("near_misses", period_kind="month", period_start=JUNE, unit_types=[])
    return {row["unit_id"]: row for row in frame.to_dict("records")}


def june(scores: str, vetoed: dict[int, str] | None = None, **rules: Any) -> tuple[list[Row], Scheme, County]:
    """Ten or so units by their scores, ranked and tiered by the oracle; `vetoed`: ceilings by position."""
    rule = scheme(**rules)
    county = County(scheme=[rule], tier=tiers())
    entries = [
        Entry(
            unit_id=f"u{at:02}",
            unit_type="A",
            score=Decimal(score),
            is_ranked=True,
            veto_ceilings=[vetoed[at]] if vetoed and at in vetoed else [],
        )
        for at, score in enumerate(scores.split())
    ]
    rank_and_tier(county, rule, entries, is_tiered=True)
    return [stored(entry, rule, len(entries)) for entry in entries], rule, county


def stored(entry: Entry, rule: Scheme, count: int) -> Row:
    return result(
        entry.unit_id, "2026-06", entry.score, entry.rank, entry.computed_tier,
        unit_type=entry.unit_type, scheme_id=rule.scheme_id, unit_count=count, ceiling=entry.ceiling,
        veto_count=entry.vetoes, trunk_score=entry.trunk, largest_score=entry.largest,
        is_straddling=entry.is_straddling,
    )  # fmt: skip


def needed(store: Store, scores: str, vetoed: dict[int, str] | None = None, **rules: Any) -> dict[str, str]:
    """unit -> "score needed, tier", as the report says."""
    rows, rule, _ = june(scores, vetoed, **rules)
    found = lacking(store_rows(store, rows, [rule]))
    return {unit: f"{row['needed_score']:.2f} {row['next_tier']}" for unit, row in found.items()}


# Ten units: 优秀 to place 3, 良好 to place 8.


def test_a_tie_with_the_last_place_is_enough_where_the_rule_lets_it_overshoot_by_one(empty_store: Store) -> None:
    found = needed(empty_store, "99 98 97 96 95 94 93 92 91 90")
    assert found["u03"] == "97.00 优秀"
    assert found["u09"] == "92.00 良好"


def test_without_overshoot_the_rival_must_be_passed(empty_store: Store) -> None:
    found = needed(empty_store, "99 98 97 96 95 94 93 92 91 90", tie_max_overshoot=0)
    assert (found["u03"], found["u09"]) == ("97.01 优秀", "92.01 良好")


def test_the_gate_binds_where_the_place_is_there_already(empty_store: Store) -> None:
    found = needed(empty_store, "91 88 87 86 85 84 83 82 81 80")
    assert (found["u01"], found["u02"]) == ("90.00 优秀", "90.00 优秀")
    assert found["u03"] == "90.00 优秀", "place 2 is won on the way: the rivals are below the gate"
    assert found["u08"] == "82.00 良好"


def test_a_vetos_ceiling_leaves_no_near_miss(empty_store: Store) -> None:
    found = needed(empty_store, "99 98 97 96 95 94 93 92 91 90", {3: "良好", 8: "良好", 9: "一般"})
    assert "u03" not in found, "held at 良好, where it is"
    assert found["u08"] == "92.00 良好"
    assert "u09" not in found


def test_the_best_tier_has_nothing_above_it_and_the_unranked_have_no_tier(empty_store: Store) -> None:
    rows, rule, _ = june("99 98 97 96 95 94 93 92 91 90")
    rows.append(result("未排", "2026-06", 70))
    found = lacking(store_rows(empty_store, rows, [rule]))
    assert {"u00", "u01", "u02", "未排"} & found.keys() == set()


def test_a_group_too_small_for_quotas_asks_for_the_gates_only(empty_store: Store) -> None:
    assert needed(empty_store, "95 89.40 59.99") == {"u01": "90.00 优秀", "u02": "60.00 一般"}


def test_superseded_results_do_not_count(empty_store: Store) -> None:
    rows, rule, _ = june("99 98 97 96")
    old = result("u03", "2026-06", 50, 4, "较差", superseded_by=2)
    assert len(lacking(store_rows(empty_store, [*rows, old], [rule]))) == 3


def test_the_row_says_what_binds(empty_store: Store) -> None:
    rows, rule, _ = june("91 88 87 86 85 84 83 82 81 80")
    found = lacking(store_rows(empty_store, rows, [rule]))
    assert (found["u01"]["is_gate"], found["u01"]["is_straddling"]) == (True, False)
    assert (found["u08"]["is_gate"], found["u08"]["is_straddling"]) == (False, True)
    assert float(found["u08"]["points_needed"]) == pytest.approx(1.00)


# Against trying every hundredth


def drawn_group(random: Random, number: int) -> tuple[County, Scheme, list[Entry]]:
    """A type of its own with a scheme of its own: few distinct scores, gates among them, vetoes, tie-breaks."""
    breaks = random.sample(["fewer_vetoes", "trunk", "largest"], random.choice([0, 0, 1, 3]))
    rule = scheme(
        f"s{number}",
        veto_passes_on=random.random() < 0.5,
        tie_first_goes_up=random.random() < 0.5,
        tie_max_overshoot=random.choice([0, 1, 2]),
        quota_rounding=random.choice(["floor", "round", "ceil"]),
        **{f"tie_break_{at}": name for at, name in enumerate(breaks, 1)},
    )
    county = County(scheme=[rule], tier=tiers(rule.scheme_id, (random.choice([89, "89.4", 100]), "89.2", "88.9", None)))
    entries = []
    for at in range(random.randint(1, 8)):
        ceilings = random.choice([[], [], [], [], ["良好"], ["一般"]])
        entries.append(
            Entry(
                unit_id=f"{number}-{at}",
                unit_type=f"T{number}",
                score=Decimal("88.80") + Decimal(random.randint(0, 9)) / 10,
                is_ranked=True,
                veto_ceilings=ceilings,
                vetoes=len(ceilings),
                trunk=Decimal(random.randint(0, 2)),
                largest=Decimal(random.randint(0, 2)),
            )
        )
    rank_and_tier(county, rule, entries, is_tiered=True)
    return county, rule, entries


def searched(county: County, rule: Scheme, entries: list[Entry], at: int) -> tuple[Decimal, str, bool] | None:
    """The least higher score with a better tier, found by trying each; None up to past every gate and rival."""
    order = {tier.tier: tier.tier_order for tier in county.tier}
    now = order[str(entries[at].computed_tier)]
    score = entries[at].score or Decimal(0)
    while now > 1 and score < Decimal("100.02"):
        score += Decimal("0.01")
        if Decimal("89.75") < score < Decimal("99.98"):
            continue  # neither a rival nor a gate lies here
        tried = [replace(deepcopy(entry), is_straddling=False) for entry in entries]
        tried[at].score = score
        rank_and_tier(county, rule, tried, is_tiered=True)
        if order[str(tried[at].computed_tier)] < now:
            return score, str(tried[at].computed_tier), tried[at].is_straddling
    return None


@pytest.mark.parametrize("seed", range(3))
def test_every_unit_of_drawn_groups_lacks_what_a_search_finds(empty_store: Store, seed: int) -> None:
    random = Random(seed)
    groups = [drawn_group(random, number) for number in range(10)]
    rows = [stored(entry, rule, len(entries)) for _, rule, entries in groups for entry in entries]
    all_tiers = [tier for county, _, _ in groups for tier in county.tier]
    found = lacking(store_rows(empty_store, rows, [rule for _, rule, _ in groups], all_tiers))
    for county, rule, entries in groups:
        for at, entry in enumerate(entries):
            row = found.get(entry.unit_id)
            told = row and (Decimal(f"{row['needed_score']:.2f}"), row["next_tier"], row["is_straddling"])
            assert told == searched(county, rule, entries, at), entry.unit_id
