"""The line on every page that is read as of an earlier revision: what it is, and the way back."""

from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st

from assessment import labels
from assessment.i18n import t
from assessment.ui import load
from assessment.ui.scope import Scope


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
    now = escape(_now(), quote=True)
    st.html(f"<p class='sj-earlier'><b>{told}</b> <a data-go href='{now}'>{escape(t('Back to today'))}</a></p>")


def _now() -> str:
    """This very address without the revision."""
    query = {name: value for name, value in st.query_params.items() if name != "as_of"}
    return f"{urlsplit(st.context.url or '/').path or '/'}?{urlencode(query)}"
