"""The DuckDB file: opening it, reading it, changing it in one transaction. The only room that imports duckdb."""

from assessment.store import archive, tables
from assessment.store.as_of import AsOf
from assessment.store.connection import MonthsView, Reader, Store, Transaction, open_store
from assessment.store.published import PublishedWouldChange, changed
from assessment.store.rebuild import Scope, rebuild
from assessment.store.rescore import fingerprint, rescore
from assessment.store.revision import Revision, add_revision
from assessment.store.tables import insert_rows

__all__ = [
    "AsOf",
    "MonthsView",
    "PublishedWouldChange",
    "Reader",
    "Revision",
    "Scope",
    "Store",
    "Transaction",
    "add_revision",
    "archive",
    "changed",
    "fingerprint",
    "insert_rows",
    "open_store",
    "rebuild",
    "rescore",
    "tables",
]
