"""The demo county's reference: its shape is that of domain.md sections 10 and 11."""

from collections import Counter, defaultdict
from decimal import Decimal

from assessment import reference
from assessment.store import Store
from tests.demo.books import DEMO
from tests.demo.books import reference as table

MODULE_WEIGHTS = {
    "main": (40, 40, 40, 35, 35, 25, 25),
    "win": (10, 15, 20, 10, 10, 5, 5),
    "tasks": (10, 10, 10, 15, 15, 20, 20),
    "society": (20, 5, 5, 15, 15, 5, 5),
    "party": (10, 10, 10, 10, 10, 25, 20),
    "conduct": (5, 10, 5, 5, 5, 10, 10),
    "appraisal": (5, 10, 10, 10, 10, 10, 15),
}
TYPES = ("A", "B1", "B2", "C1", "C2", "D", "E")


def test_the_reference_passes_every_check(empty_store: Store) -> None:
    made = reference.load(empty_store, reference.folder_files(DEMO / "reference"), "tester")
    assert made.revision_id == 1


def test_ninety_one_units_stand_in_seven_types() -> None:
    current = Counter(row["unit_type"] for row in table("membership") if not row["ends_on"])
    assert current == {"A": 15, "B1": 13, "B2": 12, "C1": 16, "C2": 13, "D": 14, "E": 8}
    assert len(table("unit")) == 91
    assert all(row["name_en"] for row in table("unit") + table("indicator") + table("module") + table("scheme"))


def test_module_weights_of_the_first_scheme_are_those_of_the_rule_book() -> None:
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in table("rule"):
        if row["scheme_id"] == "2024":
            found[row["module_id"]][row["unit_type"]] += int(row["weight"])
    assert found == {module: dict(zip(TYPES, weights, strict=True)) for module, weights in MODULE_WEIGHTS.items()}


def test_weights_of_every_type_and_scheme_sum_to_a_hundred() -> None:
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for row in table("rule"):
        sums[row["scheme_id"], row["unit_type"]] += Decimal(row["weight"])
    assert len(sums) == 14
    assert set(sums.values()) == {Decimal(100)}


def test_about_sixty_indicators_with_about_thirty_a_type() -> None:
    counts = Counter((row["scheme_id"], row["unit_type"]) for row in table("rule"))
    assert 25 <= min(counts.values()) <= max(counts.values()) <= 33
    assert 55 <= len(table("indicator")) <= 65


def test_the_second_scheme_adds_supplements_of_which_one_comes_and_goes() -> None:
    kinds = {(row["scheme_id"], row["module_id"]): row["kind"] for row in table("module")}
    supplements = {
        scheme: {m for (s, m), kind in kinds.items() if s == scheme and kind == "supplement"} for scheme, _ in kinds
    }
    assert supplements == {"2024": {"win"}, "2026": {"win", "tasks", "business"}}
    (drive,) = [row for row in table("module") if row["module_id"] == "business"]
    assert (drive["starts_on"], drive["ends_on"]) == ("2026-03-01", "2026-05-31")


def test_one_unit_changes_its_type_and_one_joins_within_the_year() -> None:
    moved = [(row["unit_type"], row["starts_on"]) for row in table("membership") if row["unit_id"] == "U039"]
    joined = [row["starts_on"] for row in table("membership") if row["unit_id"] == "U040"]
    assert moved == [("C2", "2023-01-01"), ("B2", "2026-04-01")]
    assert joined == ["2026-05-06"]


def test_some_targets_are_zero() -> None:
    zero = Counter(row["indicator_id"] for row in table("target") if row["value"] == "0")
    assert zero["J13"] == 8 * 4
    assert zero["D03"] == 12 * 4
