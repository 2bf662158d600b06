"""Our own HTML on a page in one piece: tables, lists, pictures. Every text in it is escaped where it is made."""

import streamlit as st

from assessment.ui.index import ASSETS

_BLOCK = st.components.v2.component(
    "block",
    html="<div class='sj-block'></div>",
    js=(ASSETS / "block.js").read_text("utf-8"),
    isolate_styles=False,
)


def draw(html: str, key: str) -> None:
    """Put the block on the page; `key` names its place, so that a rerun changes only what it holds."""
    if html:
        _BLOCK(data=html, key=key)
