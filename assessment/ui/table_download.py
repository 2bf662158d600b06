"""The table on screen as a file: the same frame, with a note of what it shows."""

import pandas as pd
import streamlit as st

from assessment import export, labels
from assessment.i18n import speaking, t
from assessment.periods import Period
from assessment.ui import load
from assessment.ui.scope import Scope

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(scope: Scope, period: Period, ranking: pd.DataFrame) -> None:
    """Buttons under the table; each file is made when it is asked for."""
    stem = f"{t('Unit rankings')}_{'_'.join([str(period), *scope.unit_types])}"
    with st.container(horizontal=True):
        st.download_button(
            t("Download as a workbook"),
            data=lambda: _workbook(scope, period, ranking),
            file_name=f"{stem}.xlsx",
            mime=_XLSX,
            on_click="ignore",
            key="download_xlsx",
        )
        st.download_button(
            t("Download as CSV"),
            data=lambda: _csv(scope, period, ranking),
            file_name=f"{stem}.csv",
            mime="text/csv",
            on_click="ignore",
            key="download_csv",
        )


def _workbook(scope: Scope, period: Period, ranking: pd.DataFrame) -> bytes:
    with speaking(scope.language):
        made = load.footer(period)
        types = load.type_names()
        notes = {
            t("Period"): load.period_name(period),
            t("Unit types"): labels.listing([types[code] for code in scope.unit_types]) or t("All unit types"),
            t("Scheme"): labels.name(made["scheme_name"], made["scheme_name_en"]),
            t("Revision"): labels.count(made["revision_id"]),
            t("Made at"): labels.moment(made["made_at"]),
        }
        return export.workbook_bytes(export.result_table(period, ranking), notes)


def _csv(scope: Scope, period: Period, ranking: pd.DataFrame) -> bytes:
    with speaking(scope.language):
        return export.csv_bytes(export.result_table(period, ranking))
