"""The frame around every page: address, menu, shared filters, the page itself, footer."""

import streamlit as st

from assessment import labels, reports
from assessment.errors import AssessmentError
from assessment.i18n import LANGUAGES, t
from assessment.ui import demo, load, overview, ranking_table, search
from assessment.ui.plain import plain
from assessment.ui.scope import HOME, PAGES, Scope, draw_pickers, pin_period, read_address


def show() -> None:
    """One run of the app for one visitor."""
    st.set_page_config(layout="wide")
    loading = demo.loading()
    periods = [] if loading else load.frame(reports.periods)["period"].tolist()
    if pin_period(periods):
        st.navigation(_menu(), position="hidden")  # settles which page the address means
        st.rerun()
    scope = read_address(periods, load.frame(reports.unit_types)["unit_type"].tolist())
    page = st.navigation(_menu(), expanded=True)
    st.set_page_config(page_title=f"{page.title} · {t('Shiji')}")
    with st.sidebar:
        search.draw(scope)
        draw_pickers(scope, periods, load.type_names())
    if unknown := st.query_params.get("unknown"):
        st.info(plain(t("There is no page “{name}”; this is the first page.", name=unknown)))
    try:
        if loading:
            demo.watch(loading)
        else:
            demo.banner()
            page.run()
    except AssessmentError as refusal:
        st.error(plain(str(refusal)))
    _footer(scope)


def rehearse() -> None:
    """The parts of a run that cost imports and first queries, without a visitor."""
    codes = load.frame(reports.periods)["period"].tolist()
    load.type_names()
    if codes:
        newest = load.parse(codes[0])
        for language in LANGUAGES:
            overview.shown(Scope(newest, (), language))
        ranking_table.draw(load.frame(reports.rankings, newest, ()))
        load.footer(newest)


def _menu() -> dict[str, list[st.Page]]:
    review = {
        "overview": t("Overview"),
        "rankings": t("Unit rankings"),
        "tier_shifts": t("Tier shifts"),
        "indicator_completion": t("Indicator completion"),
        "trends": t("Trends"),
        "unit_profile": t("Unit profile"),
        "year": t("Months, quarters, year"),
        "supplements": t("Supplements"),
        "dictionary": t("Definitions"),
    }
    intake = {"upload": t("Upload"), "history": t("History"), "scheme": t("Scheme")}
    return {t("Review"): _pages("review", review), t("Data"): _pages("intake", intake)}


def _pages(section: str, titles: dict[str, str]) -> list[st.Page]:
    return [
        st.Page(PAGES / section / f"{name}.py", title=title, default=name == HOME) for name, title in titles.items()
    ]


def _footer(scope: Scope) -> None:
    """Period, scheme, revision, made when: what somebody needs to quote a number."""
    if scope.period is None:
        parts = [t("No data yet")]
    else:
        made = load.footer(scope.period)
        parts = [
            load.period_name(scope.period),
            t("Scheme: {name}", name=labels.name(made["scheme_name"], made["scheme_name_en"])),
            t("Revision {number}", number=labels.count(made["revision_id"])),
            t("Made {moment}", moment=labels.moment(made["made_at"])),
        ]
    with st.container(key="footer"):
        st.text(" · ".join(parts))
