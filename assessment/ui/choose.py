"""A page's own filters. Each value lives in the address, so that reload, back and a shared link show the same view."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from assessment.ui.plain import plain


def one(name: str, options: Mapping[str, str], default: str, label: str, look: str = "segmented") -> str:
    """The chosen code of `options` (code -> words) under the address parameter `name`; a wrong code falls back.

    `look`: segmented (few, short), pills, or select (many).
    """
    asked = st.query_params.get(name, "")
    value = asked if asked in options else default
    key = f"choose_{name}"
    st.session_state[key] = value
    codes = list(options)
    keep: dict[str, Any] = {"on_change": _keep_one, "args": (name, default)}
    draw: Any = {"segmented": st.segmented_control, "pills": st.pills, "select": st.selectbox}[look]
    # Buttons read Markdown, lists do not.
    words = dict(options) if look == "select" else {code: plain(text) for code, text in options.items()}
    if look != "select":
        keep["required"] = True
    draw(label, codes, key=key, format_func=words.__getitem__, **keep)
    return value


def _keep_one(name: str, default: str) -> None:
    value = st.session_state[f"choose_{name}"]
    _keep(name, "" if value in (None, default) else str(value))


def _keep(name: str, value: str) -> None:
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)
