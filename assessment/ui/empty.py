"""What a page says when it has nothing to show: never a dead end."""

from dataclasses import replace
from html import escape

import streamlit as st

from assessment import access, intake
from assessment.i18n import t
from assessment.ui import demo, heading, load
from assessment.ui.plain import plain
from assessment.ui.scope import Scope, link


def store(scope: Scope) -> None:
    """A store without results: hand in the first month; without a county: try the sample, or start with one's own."""
    if load.type_names():
        heading.draw(t("No month has been handed in yet"))
        links([(link("upload", scope), t("Upload a month"))])
        return
    heading.draw(t("No county in this store yet"), [t("Two ways to begin")])
    if failed := demo.failure():
        st.error(plain(failed))
    heading.section(t("Look around with a demo county"))
    note(t("Seven types, 91 units, thirty months of fictional numbers; ready in a few seconds."))
    if st.button(t("Load the demo county"), type="primary", key="load_demo"):
        demo.begin()
        st.rerun()
    note(t("Or a worked example of five townships and one month, small enough to check every number by hand."))
    if st.button(t("Load the worked example"), key="load_sample"):
        with st.spinner(t("Loading…")):
            intake.load_sample(access.store(), t("Sample"))
        st.rerun()
    heading.section(t("Start with your own county"))
    note(t("Describe types, units, indicators and scheme in files, then run:"))
    st.html(f"<p class='sj-note'><code>{escape(demo.OWN_COUNTY)}</code></p>")


def period(scope: Scope) -> None:
    """A period, or a choice of types, without results."""
    everything = replace(scope, unit_types=())
    ways = [(link("rankings", everything), t("Show all unit types"))] if scope.unit_types else []
    ways.append((link("upload", scope), t("Upload a month")))
    note(t("Nothing has been computed for this choice."))
    links(ways)


def note(sentence: str) -> None:
    """A plain sentence."""
    st.html(f"<p class='sj-note'>{escape(sentence)}</p>")


def links(ways: list[tuple[str, str]]) -> None:
    """In-app links, each an (address, words) pair."""
    st.html(links_html(ways))


def links_html(ways: list[tuple[str, str]]) -> str:
    """The same, for a block."""
    drawn = " · ".join(f"<a data-go href='{escape(where, quote=True)}'>{escape(words)}</a>" for where, words in ways)
    return f"<p class='sj-note'>{drawn}</p>"
