"""What a unit is for and why its type exists: optional columns that no number depends on."""

from assessment import reference
from assessment.reports import profile
from assessment.store import Store, fingerprint


def with_columns(data: bytes, heading: str, values: str) -> bytes:
    """The table file with more columns, the same in every row."""
    first, *lines = data.decode().splitlines()
    return "\n".join([f"{first},{heading}", *(f"{line},{values}" for line in lines)]).encode()


def test_duties_and_the_reason_of_a_type_are_taken_in_and_move_no_score(
    golden_store: Store, golden_reference: dict[str, bytes]
) -> None:
    before = fingerprint(golden_store)
    files = golden_reference | {
        "unit.csv": with_columns(golden_reference["unit.csv"], "duties,duties_en", "综合管理,Runs the town"),
        "unit_type.csv": with_columns(golden_reference["unit_type.csv"], "description,description_en", "属地,Place"),
    }
    assert reference.load(golden_store, files, "考核办").changed_results == 0
    changed = {old[0] for old, new in zip(before, fingerprint(golden_store), strict=True) if old != new}
    assert changed == {"unit", "unit_type"}
    unit = profile.profile_unit(golden_store, "A01").iloc[0]
    assert (unit["duties"], unit["duties_en"]) == ("综合管理", "Runs the town")
    kind = profile.profile_memberships(golden_store, "A01").iloc[0]
    assert (kind["description"], kind["description_en"]) == ("属地", "Place")
