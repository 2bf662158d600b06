"""The sender's own workbook handed back with everything wrong marked where it stands (product.md, "Excel in")."""

import base64
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from assessment import i18n
from assessment.errors import AssessmentError, Problem
from assessment.i18n import t
from assessment.spreadsheet import sandbox
from assessment.workbook import sheets, wording
from assessment.workbook.names import label

COMMAND = [sys.executable, "-m", "assessment.workbook.marking"]


@dataclass(frozen=True)
class Marked:
    """A workbook to hand back: always .xlsx, whatever came in."""

    file_name: str
    data: bytes


def marked(file_name: str, data: bytes, problems: Sequence[Problem], warnings: Sequence[Problem]) -> Marked:
    """The file with marked cells, comments, a column 错误说明 and a sheet 问题清单, in the reader's language.

    `data` has been read; the copy is made in a limited child process like the one that read it. Raises
    AssessmentError if the copy cannot be made.
    """
    told = {
        "size": len(data),
        "name": file_name.rsplit(".", 1)[0],
        "marks": [*_marks(problems, t("error")), *_marks(warnings, t("warning"))],
        "words": _words(),
    }
    lines: list[bytes] = []
    _, ending = sandbox.run(COMMAND, told, [data], lines.append)
    answer = json.loads(lines[0]) if lines else {}
    if "book" not in answer:
        why = sandbox.unreadable(answer) if answer else ending
        raise AssessmentError(why.message, **why.values)
    stem = label(file_name).rsplit(".", 1)[0]
    return Marked(f"{stem}_{t('marked')}.xlsx", base64.b64decode(answer["book"]))


def _marks(found: Sequence[Problem], level: str) -> list[dict[str, str]]:
    return [{"sheet": one.sheet, "cell": one.cell, "text": one.text(), "level": level} for one in found]


def _words() -> dict[str, str]:
    """What the child writes on the sheets; it knows no language."""
    return {
        "sheet": sheets.FAULTS,
        "column": wording.head(sheets.FAULT_COLUMN, i18n.language()),
        "error": t("error"),
        "number": t("No."),
        "level": t("Severity"),
        "place": t("Sheet"),
        "cell": t("Cell"),
        "text": t("Problem"),
        "how": t(
            "Mend the marked cells in this workbook and hand it in as it is: this sheet and the column are passed over."
        ),
        "formulas": t("Formulas lose their stored results here: open the workbook in Excel or WPS and save it first."),
        "rebuilt": t("This is a copy of the cells only: the file handed in was no .xlsx."),
        "lost": t("Not kept in this copy: {what}.", what="{what}"),
        "macros": t("macros"),
        "pictures": t("pictures"),
        "shapes": t("text boxes and shapes"),
        "controls": t("buttons and check boxes"),
        "sparklines": t("sparklines"),
        "slicers": t("slicers"),
    }
