"""The house proves itself: three changes a county may want, each one data row or one SQL file."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment import intake, reference, reports, settings, sql
from assessment.errors import AssessmentError
from assessment.periods import Period
from assessment.store import Store, open_store

JUNE = Period.parse("2026-06")
SQUARE_ROOT = """\
-- purpose: 14 square_root: the square root of the completion rate, as an example of a county's own function
-- grain: scenario_id, month, unit_id, indicator_id, part
-- needs: target
-- plan: always
-- zero_target: not_applicable
-- lower: refused
-- input: result
-- relative: no
select
    leaf.scenario_id,
    leaf.month,
    leaf.unit_id,
    leaf.indicator_id,
    leaf.part,
    sqrt(greatest(0, ratio(leaf.actual_value, leaf.target_value * leaf.plan_share))) as share,
    leaf.actual_value as measured,
    false as is_small_sample,
    leaf.actual_value,
    leaf.target_value,
    leaf.plan_share
from leaf
where leaf.function = 'square_root'
"""


def with_text(files: dict[str, bytes], name: str, text: str) -> dict[str, bytes]:
    return {**files, name: text.encode()}


def with_sixty_percent(files: dict[str, bytes]) -> dict[str, bytes]:
    tiers = files["tier.csv"].decode().replace(",1,0.30,", ",1,0.60,").replace(",2,0.50,", ",2,0.20,")
    return with_text(files, "tier.csv", tiers)


def june_of(store: Store, files: dict[str, bytes]) -> dict[str, tuple[float, str]]:
    """Unit -> (score, tier) of the golden June under changed reference files."""
    reference.load(store, files, "tester")
    if store.data_version == 1:
        book = settings.SAMPLE / "2026-06.xlsx"
        intake.commit(store, intake.preview(store, [(book.name, book.read_bytes())], JUNE), "tester")
    ranking = reports.rankings(store, JUNE)
    return {
        unit: (score, tier)
        for unit, score, tier in zip(ranking["unit"], ranking["score"], ranking["tier"], strict=True)
    }


def test_a_different_beta_for_one_type_is_one_cell(empty_store: Store, golden_reference: dict[str, bytes]) -> None:
    rules = golden_reference["rule.csv"].decode()
    rules = rules.replace("line,per_case", "line,per_case,excess_cap").replace(",completion,,", ",completion,,,0.02")
    june = june_of(empty_store, with_text(golden_reference, "rule.csv", rules))
    assert june["甲镇"] == (103.58, "优秀")
    assert june["丁乡"] == (93.06, "良好")
    assert june["乙镇"] == (93.05, "良好")


def test_a_new_quota_is_one_row(empty_store: Store, golden_reference: dict[str, bytes]) -> None:
    june = june_of(empty_store, with_sixty_percent(golden_reference))
    assert [tier for _, tier in june.values()] == ["优秀", "优秀", "优秀", "良好", "一般"]


def test_a_changed_scheme_rescores_what_is_there_and_keeps_the_earlier_revision(
    golden_store: Store, golden_reference: dict[str, bytes]
) -> None:
    before = reports.rankings(golden_store, JUNE)
    june = june_of(golden_store, with_sixty_percent(golden_reference))
    assert june["丁乡"] == (94.94, "优秀")
    assert reports.rankings(golden_store, JUNE, (), 2)["tier"].equals(before["tier"])


@pytest.fixture
def own_queries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the queries that a county may add to."""
    copied = tmp_path / "queries"
    shutil.copytree(settings.QUERIES, copied)
    monkeypatch.setattr(sql, "QUERIES", copied)
    sql.room.cache_clear()
    yield copied
    sql.room.cache_clear()


def test_a_fourteenth_function_is_one_file(
    own_queries: Path, tmp_path: Path, golden_reference: dict[str, bytes]
) -> None:
    (own_queries / "functions" / "square_root.sql").write_text(SQUARE_ROOT, "utf-8")
    sql.room.cache_clear()
    store = open_store(tmp_path / "own")
    try:
        rules = golden_reference["rule.csv"].decode().replace(",completion,", ",square_root,")
        june = june_of(store, with_text(golden_reference, "rule.csv", rules))
        cells = reports.scores(store, JUNE)
    finally:
        store.close()
    revenue = cells[(cells["unit"] == "丙镇") & (cells["indicator_id"] == "J01")].iloc[0]
    assert revenue["function"] == "square_root"
    assert round(revenue["points"], 4) == round(20 * (610 / 650) ** 0.5, 4)
    assert '"target_value":1300.0' in revenue["terms"]
    assert june["乙镇"][0] == 93.05


def test_a_function_that_lost_its_file_stops_everything_in_words(
    own_queries: Path, tmp_path: Path, golden_reference: dict[str, bytes]
) -> None:
    own = own_queries / "functions" / "square_root.sql"
    own.write_text(SQUARE_ROOT, "utf-8")
    sql.room.cache_clear()
    rules = golden_reference["rule.csv"].decode().replace(",completion,", ",square_root,")
    store = open_store(tmp_path / "own")
    june_of(store, with_text(golden_reference, "rule.csv", rules))
    store.close()
    own.unlink()
    sql.room.cache_clear()
    with pytest.raises(AssessmentError, match=r"no file in queries/functions: square_root \(J01\)"):
        open_store(tmp_path / "own")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("-- plan: always\n", "", "square_root.sql: its header needs a line “-- plan: …” with one of: always, by_plan"),
        ("-- relative: no", "-- relative: perhaps", "its header needs a line “-- relative: …” with one of: yes, no"),
        ("leaf.plan_share)))", "leaf.plann_share)))", "square_root.sql cannot be used"),
        ("    false as is_small_sample,\n", "", "square_root.sql cannot be used"),
    ],
)
def test_a_function_file_that_does_not_fit_is_named(
    own_queries: Path, tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in SQUARE_ROOT
    (own_queries / "functions" / "square_root.sql").write_text(SQUARE_ROOT.replace(old, new), "utf-8")
    sql.room.cache_clear()
    with pytest.raises(AssessmentError) as refused:
        open_store(tmp_path / "own")
    assert said in str(refused.value)


def test_a_function_that_passes_units_over_is_refused(
    own_queries: Path, tmp_path: Path, golden_reference: dict[str, bytes]
) -> None:
    text = SQUARE_ROOT.replace("leaf.function = 'square_root'", "leaf.function = 'squareroot'")
    (own_queries / "functions" / "square_root.sql").write_text(text, "utf-8")
    sql.room.cache_clear()
    rules = golden_reference["rule.csv"].decode().replace(",completion,", ",square_root,")
    store = open_store(tmp_path / "own")
    try:
        with pytest.raises(AssessmentError, match=r"pass units over .*square_root \(J01\)"):
            june_of(store, with_text(golden_reference, "rule.csv", rules))
    finally:
        store.close()
