"""What the scheme's documents say of an indicator: optional columns that no number depends on."""

from pathlib import Path

from assessment import reference
from assessment.store import Store, fingerprint, open_store

WORDS = "select definition, definition_en from indicator where indicator_id = 'J01'"


def with_column(data: bytes, name: str, value: str) -> bytes:
    """The table file with one more column, the same in every row."""
    heading, *lines = data.decode().splitlines()
    return "\n".join([f"{heading},{name}", *(f"{line},{value}" for line in lines)]).encode()


def digests(store: Store) -> dict[str, str]:
    return {table: digest for table, _, digest in fingerprint(store)}


def test_definition_clause_and_document_number_are_taken_in_and_move_no_score(
    golden_store: Store, golden_reference: dict[str, bytes]
) -> None:
    before = digests(golden_store)
    files = golden_reference | {
        "indicator.csv": with_column(
            golden_reference["indicator.csv"], "definition", "当年入库数（不含补助），按国库报表"
        ),
        "rule.csv": with_column(golden_reference["rule.csv"], "clause", "第三条"),
        "scheme.csv": with_column(golden_reference["scheme.csv"], "document_number", "甲考发〔2026〕1号"),
    }
    changed = reference.load(golden_store, files, "考核办").changed_results
    after = digests(golden_store)
    assert changed == 0
    with golden_store.write() as connection:
        assert connection.execute(WORDS).fetchall() == [("当年入库数（不含补助），按国库报表", None)]
    assert {table for table in before if before[table] != after[table]} == {"indicator", "rule", "scheme"}


def test_a_store_made_before_these_columns_gets_them(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with store.write() as connection:
        for table, column in (("indicator", "definition"), ("indicator", "definition_en"), ("rule", "clause")):
            connection.execute(f"alter table {table} drop column {column}")
        connection.execute("alter table scheme drop column document_number")
        connection.execute("delete from schema_step where name = 'dictionary'")
    store.close()
    again = open_store(tmp_path)
    with again.write() as connection:
        assert connection.execute(WORDS).fetchall() == []
        assert connection.execute("select count(*) from scheme_rule").fetchall() == [(0,)]
    again.close()
