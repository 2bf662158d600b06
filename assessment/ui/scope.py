"""What one reader looks at: period, unit types, language. The address holds the only copy."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from assessment import access, i18n
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
    """`period` is None in an empty store; no `unit_types` means all of them; `as_of` is an earlier revision to read."""

    period: Period | None
    unit_types: tuple[str, ...]
    language: str
    as_of: int | None = None


_run = threading.local()
"""`context`, `language`, `as_of`: the run that this thread is in, what it speaks and which revision it reads. A page
asks thousands of times."""


def _language() -> str:
    """The reader's language; outside a session (start-up, command line) whatever held before.

    Fragments and callbacks run without the frame, in a thread of their own at times: they find it in the session.
    """
    if not _know_run():
        return _elsewhere()
    spoken: str = _run.language
    return spoken


def _as_of() -> int | None:
    """The revision that the reader's run looks at."""
    wanted: int | None = _run.as_of if _know_run() else None
    return wanted


def _know_run() -> bool:
    """Take down whose run this thread is in; False outside a session."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return False
    if getattr(_run, "context", None) is not context:
        found = st.session_state.get("scope")
        _run.context, _run.language = context, found.language if found else "en"
        _run.as_of = found.as_of if found else None
    return True


i18n.current = _language
access.current = _as_of


def read_as_of() -> str:
    """Take the revision to read from the address, before anything is read; answers a wrong one, which counts as none.

    Bound like the other hidden inputs, so that it stays while the reader goes from page to page; drawn only where it
    is asked for.
    """
    text = ""
    if "as_of" in st.query_params or st.session_state.get("as_of"):
        with st.sidebar.container(key="address_as_of"):
            text = st.text_input("as_of", key="as_of", bind="query-params") or ""
    newest = access.store().data_version
    _know_run()
    is_number = text.isascii() and text.isdecimal()
    _run.as_of = int(text) if is_number and 0 < int(text) < newest else None
    return "" if is_number and 0 < int(text) <= newest else text


def read_now() -> Scope:
    """For pages that change the data: whatever the address says, they show the data as they are."""
    scope: Scope = replace(st.session_state["scope"], as_of=None)
    st.session_state["scope"], _run.as_of = scope, None
    return scope


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
    scope = Scope(load.parse(code) if code else None, picked, language, _as_of())
    st.session_state["scope"] = scope
    _run.language = language
    return scope


def require_scope() -> Scope:
    """First line of every page: nothing is drawn for a visitor who did not come through the frame."""
    found = st.session_state.get("scope")
    if not isinstance(found, Scope):
        st.stop()
    return found


def link(page: str, scope: Scope, **more: str) -> str:
    """The address of a page with the whole scope; for `<a data-go>`, where a missing parameter means "default"."""
    values = {
        "period": str(scope.period) if scope.period else "",
        "type": ".".join(scope.unit_types),
        "as_of": str(scope.as_of or ""),
        **more,
    }
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
