"""What one reader looks at: period, unit types, language. The address holds the only copy."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from assessment import i18n
from assessment.i18n import t
from assessment.periods import Period
from assessment.ui import load
from assessment.ui.plain import plain

PAGES = Path(__file__).resolve().parents[2] / "pages"
HOME = "overview"
"""The page behind `/`."""

_elsewhere = i18n.current


@dataclass(frozen=True)
class Scope:
    """`period` is None in an empty store; no `unit_types` means all of them."""

    period: Period | None
    unit_types: tuple[str, ...]
    language: str


_run = threading.local()
"""`context`, `language`: the run that this thread is in and what it speaks. A page asks thousands of times."""


def _language() -> str:
    """The reader's language; outside a session (start-up, command line) whatever held before.

    Fragments and callbacks run without the frame, in a thread of their own at times: they find it in the session.
    """
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return _elsewhere()
    if getattr(_run, "context", None) is not context:
        found = st.session_state.get("scope")
        _run.context, _run.language = context, found.language if found else "en"
    spoken: str = _run.language
    return spoken


i18n.current = _language


def pin_period(periods: Sequence[str]) -> bool:
    """Write the newest period into an address that names none, or a wrong one; True if it did.

    A copied link must not drift when the next month is in. The run must start again after it: a bound input takes
    its value from the address only as a run begins.
    """
    if not periods or "period" in st.session_state or st.query_params.get("period") in periods:
        return False
    st.query_params["period"] = periods[0]
    return True


def read_address(periods: Sequence[str], unit_types: Sequence[str]) -> Scope:
    """The scope of this run. Hidden inputs bound to the address hold codes; wrong codes fall back.

    `periods` newest first.
    """
    with st.sidebar.container(key="address"):
        # Not in an empty store: a bound input that was drawn empty could no longer be pinned (`pin_period`).
        period = (st.text_input("period", key="period", bind="query-params") or "") if periods else ""
        types = st.text_input("type", key="type", bind="query-params") or ""
        language = st.text_input("lang", key="lang", bind="query-params") or ""
    if language not in i18n.LANGUAGES:
        language = "zh" if (st.context.locale or "zh").lower().startswith("zh") else "en"
    code = period if period in periods else next(iter(periods), None)
    picked = tuple(known for known in unit_types if known in types.split("."))
    scope = Scope(load.parse(code) if code else None, picked, language)
    st.session_state["scope"] = scope
    _run.context, _run.language = get_script_run_ctx(suppress_warning=True), language
    return scope


def require_scope() -> Scope:
    """First line of every page: nothing is drawn for a visitor who did not come through the frame."""
    found = st.session_state.get("scope")
    if not isinstance(found, Scope):
        st.stop()
    return found


def link(page: str, scope: Scope, **more: str) -> str:
    """The address of a page with the whole scope; for `<a data-go>`, where a missing parameter means "default"."""
    values = {"period": str(scope.period) if scope.period else "", "type": ".".join(scope.unit_types), **more}
    query = urlencode({name: value for name, value in values.items() if value})
    return f"/{'' if page == HOME else page}" + (f"?{query}" if query else "")


def draw_pickers(scope: Scope, periods: Sequence[str], unit_types: dict[str, str]) -> None:
    """The visible pickers: unbound, written before drawing, so that they survive a change of language."""
    state = st.session_state
    state["pick_lang"] = scope.language
    if periods:
        state["pick_period"], state["pick_type"] = str(scope.period), list(scope.unit_types)
        st.selectbox(
            t("Period"),
            periods,
            key="pick_period",
            on_change=_put,
            args=("period",),
            format_func=load.period_names(periods).__getitem__,
        )
        st.pills(
            t("Unit types"),
            list(unit_types),
            key="pick_type",
            selection_mode="multi",
            on_change=_put,
            args=("type",),
            format_func={code: plain(name) for code, name in unit_types.items()}.__getitem__,
        )
    st.segmented_control(
        t("Language"),
        list(i18n.LANGUAGES),
        key="pick_lang",
        on_change=_put,
        args=("lang",),
        required=True,
        format_func={"zh": "中文", "en": "English"}.__getitem__,
    )


def _put(name: str) -> None:
    value = st.session_state["pick_" + name]
    st.session_state[name] = ".".join(value) if isinstance(value, list) else value or ""
