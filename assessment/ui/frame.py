"""The frame around every page: address, menu, shared filters, the page itself, footer."""

from dataclasses import replace

import streamlit as st

from assessment import origin, reports
from assessment.errors import AssessmentError
from assessment.i18n import LANGUAGES, speaking, t
from assessment.ui import demo, earlier, empty, load, overview, ranking_table, search
from assessment.ui.meeting import stage
from assessment.ui.plain import plain
from assessment.ui.scope import HOME, PAGES, Scope, draw_pickers, link, pin_period, read_address, read_as_of, read_now

CHANGING = {path.stem for path in (PAGES / "intake").glob("*.py")}
"""Pages that change the data: they never show an earlier revision."""


def show() -> None:
    """One run of the app for one visitor."""
    st.set_page_config(layout="wide")
    no_revision = read_as_of()
    loading = demo.loading()
    periods = [] if loading else load.frame(reports.periods)["period"].tolist()
    if pin_period(periods):
        st.navigation(_menu(), position="hidden")  # settles which page the address means
        st.rerun()
    scope = read_address(periods, load.frame(reports.unit_types)["unit_type"].tolist())
    page = st.navigation(_menu(), expanded=True)
    if page.url_path in CHANGING:
        scope = read_now()
    st.set_page_config(page_title=f"{page.title} · {t('Shiji')}")
    with st.sidebar:
        search.draw()
        draw_pickers(scope, periods, load.type_names())
    if unknown := st.query_params.get("unknown"):
        st.info(plain(t("There is no page “{name}”; this is the first page.", name=unknown)))
    if no_revision and scope.as_of is None:
        st.info(plain(t("There is no revision “{text}”; these are the data as they are.", text=no_revision[:20])))
    try:
        if loading:
            demo.watch(loading)
        else:
            demo.banner(page.url_path in ("", HOME))
            stage.way_back(scope)
            earlier.banner(scope)
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
            with speaking(language):
                overview.shown(Scope(newest, (), language))
        ranking_table.blocks(load.frame(reports.rankings, newest, ()))
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
    meeting = {
        "review_pack": t("Review pack"),
        "stage": t("Stage"),
        "follow_ups": t("Follow-ups"),
    }
    intake = {
        "upload": t("Upload"),
        "submissions": t("On time"),
        "publication": t("Publish"),
        "history": t("History"),
        "scheme": t("Scheme"),
    }
    return {
        t("Review"): _pages("review", review),
        t("Meeting"): _pages("meeting", meeting),
        t("Data"): _pages("intake", intake),
    }


def _pages(section: str, titles: dict[str, str]) -> list[st.Page]:
    return [
        st.Page(PAGES / section / f"{name}.py", title=title, default=name == HOME) for name, title in titles.items()
    ]


def _footer(scope: Scope) -> None:
    """Period, scheme, revision, made when, published or not: what somebody needs to quote a number."""
    if scope.period is None:
        parts = [t("No data yet")]
    else:
        parts = origin.foot(load.period_name(scope.period), load.footer(scope.period))
    with st.container(key="footer"):
        st.text(" · ".join(parts))
        if scope.period and load.footer(scope.period)["edition"]:
            where = link("publication", replace(scope, as_of=None))
            empty.links([(where, t("All editions of {period}", period=load.period_name(scope.period)))])
