"""How every sheet prints."""

from typing import Any

from assessment.export.workbook_file import A4


def set_up(sheet: Any, foot: str) -> None:
    """A4 across, one page wide, which data at the foot of each page."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.75)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{foot[:180].replace('&', '&&')}&R&P / &N")
