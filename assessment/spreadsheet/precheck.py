"""What a file must be before any reader touches it (safety.md, limits table): looked at as bytes, never parsed."""

from assessment.errors import Fault, fault
from assessment.spreadsheet import csv_text, zip_check
from assessment.spreadsheet.file_kind import kind_of

MAX_BYTES = 20 * 2**20
_LOCK = "~$"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def refusal(name: str, data: bytes) -> Fault | None:
    """Why a file is not read as a workbook; None if it may go to the child process. `name` is without its path."""
    if name.startswith(_LOCK):
        return fault("This is the lock file that Excel keeps beside an open workbook. Choose the workbook itself.")
    if not data:
        return fault("The file is empty (0 bytes). Choose the saved workbook again.")
    if len(data) > MAX_BYTES:
        return fault(
            "The file has {size} MiB; at most {limit} MiB are read.", size=len(data) // 2**20, limit=MAX_BYTES // 2**20
        )
    kind = kind_of(data)
    if kind == "xlsx":
        return zip_check.refusal(data)
    if kind == "xls":
        return password() if _ENCRYPTED in data else None
    return _other_type(data) or _no_table(data)


def password() -> Fault:
    """A workbook that opens with a password only."""
    return fault("The workbook has an opening password. Take the password off and save it again as .xlsx.")


def _other_type(data: bytes) -> Fault | None:
    """What a file is that is neither a workbook nor text in columns."""
    head = data[:512].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith(
        (b"<html", b"<!doctype html", b"<table", b"<?xml", b"<meta", b"<style", b"<div", b"mime-version")
    ):
        return fault("The file is a web page or XML, not a workbook. Open it in Excel or WPS and save it as .xlsx.")
    if head.startswith(b"%pdf"):
        return fault("The file is a PDF. Ask the sender for the Excel workbook (.xlsx).")
    if head.startswith((b"rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        return fault("The file is a packed archive. Unpack it and choose the workbook inside.")
    if head.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8", b"bm")) and csv_text.decoded(data) is None:
        return fault("The file is a picture. Ask the sender for the Excel workbook (.xlsx).")
    return None


def _no_table(data: bytes) -> Fault | None:
    text = csv_text.decoded(data)
    if text is None:
        return fault("The file is neither an Excel workbook nor text. Open it in Excel or WPS and save it as .xlsx.")
    if csv_text.table_of(text) is None:
        return fault(
            "The text file has no columns: no comma, tab or semicolon parts its lines. Save the table as .xlsx or .csv."
        )
    return None
