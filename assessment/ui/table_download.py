"""What a page shows as a workbook: the same frames, with a note sheet that says what they are."""

from collections.abc import Callable, Sequence

import streamlit as st

from assessment import access, export, labels, origin
from assessment.i18n import speaking, t
from assessment.ui import load
from assessment.ui.scope import Scope

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Tables = Callable[[], Sequence[export.Table]]


def offer(
    scope: Scope,
    title: str,
    tables: Tables,
    notes: dict[str, str] | None = None,
    csv: Callable[[], export.Table] | None = None,
) -> None:
    """A button under the content; the file is made when it is asked for, in the reader's language, of the revision that
    the page shows.

    `csv`: one of the tables as plain text too, with field names as headings.
    """
    edition = [t("revision {number}", number=scope.as_of)] if scope.as_of else []
    stem = "_".join([title, str(scope.period), *scope.unit_types, *edition])
    with st.container(horizontal=True, key="downloads"):
        st.download_button(
            t("Download as a workbook"),
            data=lambda: workbook(scope, title, tables, notes or {}),
            file_name=f"{stem}.xlsx",
            mime=_XLSX,
            on_click="ignore",
            key="download_xlsx",
        )
        if csv:
            st.download_button(
                t("Download as CSV"),
                data=lambda: _csv(scope, csv),
                file_name=f"{stem}.csv",
                mime="text/csv",
                on_click="ignore",
                key="download_csv",
            )


def workbook(scope: Scope, title: str, tables: Tables, notes: dict[str, str]) -> bytes:
    """The file of a page, made outside its run: language and revision are the scope's."""
    with speaking(scope.language), access.reading(scope.as_of):
        return export.workbook_bytes(tables(), {t("Page"): title, **_origin(scope), **notes})


def _csv(scope: Scope, table: Callable[[], export.Table]) -> bytes:
    with speaking(scope.language), access.reading(scope.as_of):
        return export.csv_bytes(table())


def _origin(scope: Scope) -> dict[str, str]:
    """Period, types, scheme, revision, edition: what somebody needs to quote a number."""
    if scope.period is None:
        return {}
    types = load.type_names()
    picked = labels.listing([types[code] for code in scope.unit_types]) or t("All unit types")
    return {t("Unit types"): picked, **origin.notes(access.reader(), scope.period, load.period_name(scope.period))}
