"""Months in: the form of a month, what workbooks would change, the commit, the undo."""

from assessment.intake.by_month import deliveries
from assessment.intake.commit import Committed, commit, commit_months, undo
from assessment.intake.demo import load_demo, needs_demo
from assessment.intake.doubts import doubts
from assessment.intake.doubts import in_file as doubts_in_file
from assessment.intake.effect import Effect
from assessment.intake.effect import of_commit as effect_of_commit
from assessment.intake.effect import of_undo as effect_of_undo
from assessment.intake.form import month_form, template
from assessment.intake.lateness import lateness_rows
from assessment.intake.preview import Change, Delivery, Incoming, Preview, Progress, preview, preview_months
from assessment.intake.sample import load_sample
from assessment.intake.send_back import SENT_BACK, send_back, sending_back

__all__ = [
    "SENT_BACK",
    "Change",
    "Committed",
    "Delivery",
    "Effect",
    "Incoming",
    "Preview",
    "Progress",
    "commit",
    "commit_months",
    "deliveries",
    "doubts",
    "doubts_in_file",
    "effect_of_commit",
    "effect_of_undo",
    "lateness_rows",
    "load_demo",
    "load_sample",
    "month_form",
    "needs_demo",
    "preview",
    "preview_months",
    "send_back",
    "sending_back",
    "template",
    "undo",
]
