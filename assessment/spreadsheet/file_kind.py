"""What a file is, from its content alone: the ending of its name says nothing (safety.md A5)."""

from typing import Literal

Kind = Literal["xlsx", "xls", "csv"]

ZIP, OLE = b"PK", b"\xd0\xcf\x11\xe0"


def kind_of(data: bytes) -> Kind:
    """What a reader would have to take these bytes for; whether they are it, `precheck` and the reader say.

    xlsx stands for every workbook in a zip (.xlsx, .xlsm, Strict Open XML), xls for every one in an OLE container
    (.xls, WPS's .et), csv for text with a separator.
    """
    if data.startswith(ZIP):
        return "xlsx"
    return "xls" if data.startswith(OLE) else "csv"
