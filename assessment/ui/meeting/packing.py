"""The pack of a meeting: deck, workbook and hand-out, made in the background for whoever asks."""

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from threading import Lock

import streamlit as st

from assessment import access, jobs, settings
from assessment.export import pack
from assessment.i18n import speaking, t
from assessment.meetings import Meeting
from assessment.ui import heading
from assessment.ui.meeting import decks
from assessment.ui.plain import plain

_KEPT = 6
_LOCK = Lock()
_PACKS: "OrderedDict[Key, pack.Pack]" = OrderedDict()


@dataclass(frozen=True)
class Key:
    """What a pack is made of: a meeting as it is written of so far, in a language, of one store."""

    store: str
    meeting: Meeting
    language: str
    version: int

    @property
    def name(self) -> str:
        """The name of the job that makes it."""
        return f"pack {self.store} {self.meeting.meeting_id} {self.language} {self.version}"


def draw(meeting: Meeting, language: str) -> None:
    """A button, then its progress, then the files; a pack made before is there at once."""
    heading.section(t("The pack: deck, workbook and hand-out, with the numbers of the wall"))
    key = Key(str(access.store().path), meeting, language, access.store().note_version)
    job = jobs.find(key.name)
    if made := _found(key):
        _offer(made)
    elif job and not job.finished:
        _watch(key.name)
    else:
        if job and job.error:
            st.error(plain(str(job.error)))
        if st.button(t("Make the pack"), type="primary", key="make_pack"):
            jobs.start(key.name, partial(_make, key), "start")
            st.rerun()


@st.fragment(run_every=0.4)
def _watch(name: str) -> None:
    job = jobs.find(name)
    if job is None or job.finished:
        st.rerun()
    else:
        st.progress(job.share, text=plain(_words(job.note)))


def _words(note: str) -> str:
    known = {
        "start": t("Reading the numbers…"),
        "deck": t("Drawing the deck…"),
        "workbook": t("Filling the workbook…"),
        "paper": t("Setting the hand-out…"),
    }
    return known.get(note, note)


def _make(key: Key, job: jobs.Job) -> None:
    """Make a pack and keep it; runs beside the readers, in the language of who asked."""
    with speaking(key.language):
        job.tell(0, 10, "start")
        deck = decks.deck(key.meeting, key.language)
        made = pack.make(deck, job.tell, settings.own_template())
    with _LOCK:
        _PACKS[key] = made
        while len(_PACKS) > _KEPT:
            _PACKS.popitem(last=False)


def _found(key: Key) -> pack.Pack | None:
    with _LOCK:
        return _PACKS.get(key)


def _offer(made: pack.Pack) -> None:
    """The files, and all of them in one."""
    with st.container(horizontal=True, key="pack_files"):
        for file in (made.all, *made.files):
            st.download_button(
                _labels()[file.kind],
                data=partial(_content, file),
                file_name=file.name,
                mime=file.mime,
                on_click="ignore",
                type="primary" if file.kind == "zip" else "secondary",
                key=f"pack_{file.kind}",
            )


def _content(file: pack.File) -> bytes:
    return file.content


def _labels() -> dict[str, str]:
    return {
        "zip": t("All of it (ZIP)"),
        "pptx": t("Deck (PowerPoint)"),
        "xlsx": t("Workbook (Excel)"),
        "html": t("Hand-out to print"),
    }
