"""The speaker's notes of a slide."""

from typing import Any

from assessment.export.deck import blocks, ink
from assessment.export.deck.ink import Look
from assessment.i18n import t
from assessment.meeting.slide import Slide


def put_notes(slide: Any, said: Slide) -> None:
    """The title the rules wrote where another is shown, the analysts' notes, the sources; no empty page."""
    lines = []
    if said.written_title and said.written_title != said.title:
        lines.append(t("Title as the rules wrote it: {title}", title=said.written_title))
    for heading, texts in ((t("Analysts’ notes"), said.remarks), (t("Sources"), said.sources)):
        if texts:
            lines += [f"{heading}{t(': ')}".rstrip(), *texts]
    if not lines:
        return
    frame = slide.notes_slide.notes_placeholder
    if frame is not None:
        blocks.set_text(frame, "".join(ink.paragraphs(line, Look(12)) for line in lines))
