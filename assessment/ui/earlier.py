"""The line on every page that is read as of an earlier revision: what it is, and the way back."""

from dataclasses import replace
from html import escape
from urllib.parse import urlsplit

import streamlit as st

from assessment import labels
from assessment.i18n import t
from assessment.ui import load
from assessment.ui.scope import HOME, Scope, link


def banner(scope: Scope) -> None:
    """Nothing while the data are read as they are."""
    if scope.as_of is None or scope.period is None:
        return
    made = load.footer(scope.period)
    when = t("As it stood at revision {number}", number=labels.count(scope.as_of))
    edition = ""
    if made["edition"] and not made["is_reopened"]:
        edition = t(
            "{period} as published in edition {edition}, {moment}",
            period=load.period_name(scope.period),
            edition=made["edition"],
            moment=labels.moment(made["published_at"]),
        )
    told = " · ".join(escape(part) for part in (when, edition) if part)
    now = escape(_now(scope), quote=True)
    st.html(f"<p class='sj-earlier'><b>{told}</b> <a data-go href='{now}'>{escape(t('Back to today'))}</a></p>")


def _now(scope: Scope) -> str:
    """This very page, with its own choices, without the revision."""
    page = urlsplit(st.context.url or "").path.strip("/")
    shared = ("period", "type", "as_of", "lang")
    own = {name: value for name, value in st.query_params.items() if name not in shared}
    return link(page or HOME, replace(scope, as_of=None), **own)
