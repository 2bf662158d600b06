"""Months in: the form of a month, what a workbook would change, the commit, the undo."""

from assessment.intake.commit import Committed, commit, undo
from assessment.intake.form import month_form, template
from assessment.intake.preview import Change, Preview, preview
from assessment.intake.sample import load_sample

__all__ = [
    "Change",
    "Committed",
    "Preview",
    "commit",
    "load_sample",
    "month_form",
    "preview",
    "template",
    "undo",
]
