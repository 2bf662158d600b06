"""Strict Open XML said in the ordinary dialect, which is the one openpyxl knows."""

import zipfile
from io import BytesIO

MARK = b"http://purl.oclc.org/ooxml/"
_NAMES = (
    (MARK + b"spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (MARK + b"drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (MARK + b"officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)


def ordinary(data: bytes) -> bytes:
    """The workbook with the names of its dialect replaced; the same bytes if it is not strict."""
    with zipfile.ZipFile(BytesIO(data)) as source:
        names = source.namelist()
        if not any(MARK in source.read(name) for name in names if name.endswith(".xml")):
            return data
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as target:
            for name in names:
                part = source.read(name)
                for strict, plain in _NAMES if name.endswith((".xml", ".rels")) else ():
                    part = part.replace(strict, plain)
                target.writestr(name, part)
    return made.getvalue()
