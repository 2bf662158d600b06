"""The upload page's inputs: which month, its template, the filled files."""

from datetime import date, datetime

import streamlit as st

from assessment import access, intake, labels, reports
from assessment.errors import AssessmentError
from assessment.i18n import speaking, t
from assessment.periods import Period
from assessment.ui import load
from assessment.ui.plain import plain
from assessment.ui.scope import Scope

_YEARS_BACK = 12
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pick_month(scope: Scope) -> Period:
    """The month to be handed in: from the address (`month`), else the one after the newest, else the one shown."""
    months = _months()
    if not months:
        raise AssessmentError("No scheme is in force in {period}.", period=f"{datetime.now(labels.COUNTY_TIME):%Y-%m}")
    wanted = st.session_state.get("month") or st.query_params.get("month") or _due(scope, months)
    st.session_state["pick_month"] = wanted if wanted in months else months[min(1, len(months) - 1)]
    st.selectbox(
        t("Month of the data"),
        months,
        key="pick_month",
        on_change=_put_month,
        format_func=load.period_names(months).__getitem__,
    )
    return load.parse(st.session_state["pick_month"])


def _due(scope: Scope, months: list[str]) -> str:
    """The month after the newest one on screen; where that is still to come or an older one is shown, the shown one."""
    shown = str(scope.period)
    newest = next(iter(load.frame(reports.periods)["period"]), None)
    later = [month for month in months if month > shown and month < f"{datetime.now(labels.COUNTY_TIME):%Y-%m}"]
    return later[-1] if later and shown == newest else shown


def _put_month() -> None:
    st.session_state["month"] = st.query_params["month"] = st.session_state["pick_month"]


def _months() -> list[str]:
    """Every month a county may still want to hand in, newest first."""
    today = datetime.now(labels.COUNTY_TIME).date()
    last = today.year * 12 + today.month - 1
    months = [date(at // 12, at % 12 + 1, 1) for at in range(last, last - 12 * _YEARS_BACK, -1)]
    return [f"{month:%Y-%m}" for month in reports.open_months(access.reader(), months)]


def offer_template(scope: Scope, month: Period, unit_types: dict[str, str]) -> None:
    """The template of the month, of all types or of one; made when asked for."""
    names = {"": t("All unit types")} | {code: plain(name) for code, name in unit_types.items()}
    st.session_state["pick_template"] = kept if (kept := st.session_state.get("template_type", "")) in names else ""
    st.selectbox(
        t("Template for"),
        list(names),
        key="pick_template",
        on_change=_put_template,
        format_func=names.__getitem__,
    )
    picked = st.session_state["pick_template"]
    st.download_button(
        t("Download the template"),
        data=lambda: _template(scope, month, picked),
        file_name=f"{t('Template')}_{month}{'_' + picked if picked else ''}.xlsx",
        mime=_XLSX,
        on_click="ignore",
        key="download_template",
    )


def _template(scope: Scope, month: Period, unit_type: str) -> bytes:
    with speaking(scope.language):
        return intake.template(access.store(), month, (unit_type,) if unit_type else ())


def _put_template() -> None:
    st.session_state["template_type"] = st.session_state["pick_template"]


def pick_files() -> list[tuple[str, bytes]]:
    """(name, content) of every file chosen. A commit turns the page to a fresh, empty chooser."""
    chosen = st.file_uploader(
        t("Filled workbooks (.xlsx, .xls, .csv)"),
        accept_multiple_files=True,
        key=f"files_{st.session_state.get('upload_turn', 0)}",
    )
    return [(one.name, one.getvalue()) for one in chosen or []]


def pick_received() -> date:
    """The day the tables came in: rows of a source handed in after its due day count as late."""
    today = datetime.now(labels.COUNTY_TIME).date()
    picked = st.date_input(
        t("Received on"),
        value=today,
        max_value=today,
        key="received_on",
        format="YYYY-MM-DD",
        help=t("After the due day of a source its blank cells count as late."),
    )
    return picked if isinstance(picked, date) else today
