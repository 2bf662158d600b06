"""The demo county: loading it in the background while a page shows how far it is, and the line that names it."""

from html import escape

import streamlit as st

from assessment import access, i18n, intake, jobs, reports
from assessment.errors import AssessmentError
from assessment.i18n import t
from assessment.ui import heading, load, overview
from assessment.ui.plain import plain
from assessment.ui.scope import Scope

OWN_COUNTY = "python -m assessment init --reference DIR"
_NAME = "demo"


def begin() -> None:
    """Load the demo county in the background, unless that is going on."""
    jobs.start(_NAME, _work, "reference")


def begin_if_due() -> None:
    """At the start of a server: load what is missing of the demo county."""
    if intake.needs_demo(access.store()):
        begin()


def _work(job: jobs.Job) -> None:
    intake.load_demo(access.store(), "demo", job.tell)
    newest = load.parse(load.frame(reports.periods)["period"].iloc[0])
    for language in i18n.LANGUAGES:  # the page that everybody waiting here sees next
        overview.shown(Scope(newest, (), language))


def loading() -> jobs.Job | None:
    """The loading that is going on."""
    job = jobs.find(_NAME)
    return None if job is None or job.finished else job


def failure() -> str:
    """Why the last loading ended early, in words; empty if it did not."""
    job = jobs.find(_NAME)
    if job is None or job.error is None:
        return ""
    reason = str(job.error) if isinstance(job.error, AssessmentError) else type(job.error).__name__
    return t("The demo county could not be loaded: {reason}", reason=reason)


def watch(job: jobs.Job) -> None:
    """The page while the county is being loaded; it turns into the page asked for when that is done."""
    heading.draw(t("The demo county is being loaded"), [t("Thirty months of 91 units, read from their workbooks")])
    _tick(job)


@st.fragment(run_every=0.5)
def _tick(job: jobs.Job) -> None:
    if job.finished:
        st.rerun()
    st.progress(job.share, text=plain(_words(job.note)))


def _words(note: str) -> str:
    known = {
        "reference": t("Loading units, indicators and schemes…"),
        "writing": t("Writing and scoring…"),
        "corrections": t("Taking in corrections of earlier months…"),
    }
    return known[note] if note in known else t("Read: {period}", period=load.parse(note).name())


def banner(is_home: bool) -> None:
    """A slim line on every page while the demo county is shown; on the first page also how one's own is begun."""
    if not bool(load.frame(reports.demo_mark)["is_demo"].iloc[0]):
        return
    shown = escape(t("Fictional units and numbers."))
    if is_home:
        words = t("For your own county stop this program, run {command}, and start it again.")
        shown += " " + escape(words).replace("{command}", f"<code>{escape(OWN_COUNTY)}</code>")
    st.html(f"<p class='sj-demo'><b>{escape(t('Demo data'))}</b> {shown}</p>")
