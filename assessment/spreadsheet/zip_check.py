"""What a workbook in a zip must be before any reader touches it (safety.md, limits table): bytes, never parsed."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from assessment.errors import Fault, fault
from assessment.spreadsheet.grid import address
from assessment.spreadsheet.told_cells import MAX_COLUMNS, MAX_ROWS

MAX_PARTS = 2_000
MAX_UNPACKED = 200 * 2**20
MAX_RATIO = 200
RATIO_FROM = 2**20
MAX_MERGES = 5_000
MAX_MERGED_CELLS = 500_000
_CHUNK = 2**18
_TAIL = 2_048

_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([^\"']*)")
_CELL = re.compile(rb"<(?:\w+:)?c\s[^<>]{0,200}?\br\s*=\s*[\"']\$?([A-Za-z]{1,6})\$?(\d{1,9})")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^<>]{0,400}?\br\s*=\s*[\"'](\d{1,12})")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^<>]{0,200}?\bref\s*=\s*[\"']([^\"']{1,80})")
_CORNER = re.compile(rb"([A-Za-z]{1,6})(\d{1,9})")
_DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    IndexError,
    OverflowError,
    MemoryError,
)


def refusal(data: bytes) -> Fault | None:
    """Why the workbook in a zip is not read; None if it may go to the child process."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _parts(archive) or _contents(archive)
    except _DAMAGE:
        return fault(
            "The file is damaged or cut off. Open it in Excel or WPS, save it again as .xlsx, and try that file."
        )


def _parts(archive: zipfile.ZipFile) -> Fault | None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS:
        return fault("The file has {count} inner parts; at most {limit} are read.", count=len(parts), limit=MAX_PARTS)
    seen: set[str] = set()
    for part in parts:
        name = part.filename.replace("\\", "/").lstrip("/").casefold()
        if name in seen:
            return fault("The file holds its inner part {part} twice. Save it again as .xlsx.", part=part.filename[:80])
        seen.add(name)
        if part.flag_bits & 1:
            return fault("The workbook has an opening password. Take the password off and save it again as .xlsx.")
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            return fault("The file is packed in an unusual way. Open it in Excel or WPS and save it again as .xlsx.")
    return _other_office_file(seen)


def _other_office_file(parts: set[str]) -> Fault | None:
    """What a zip is that holds no sheets this program reads."""
    if "xl/workbook.bin" in parts:
        return fault("The file is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.")
    if "content.xml" in parts:
        return fault("The file is an OpenDocument file. Open it in the program that made it and save it as .xlsx.")
    if any(part.startswith(("word/", "ppt/")) for part in parts):
        return fault("The file is a Word or PowerPoint document. Ask the sender for the Excel workbook (.xlsx).")
    if "[content_types].xml" not in parts:
        return fault("The file is a zip archive, not an Excel workbook. Unpack it and choose the .xlsx file inside.")
    return None


def _contents(archive: zipfile.ZipFile) -> Fault | None:
    unpacked, merges, merged_area = 0, 0, 0
    for part in archive.infolist():
        size = 0
        for chunk, old in _windows(archive, part):
            fresh = len(chunk) - old
            size += fresh
            unpacked += fresh
            if unpacked > MAX_UNPACKED or (size > RATIO_FROM and size > MAX_RATIO * max(part.compress_size, 1)):
                return fault("The file unpacks to far more than its size (a zip bomb). It is not read.")
            text = chunk.replace(b"\0", b"")
            problem = _scan(text)
            if problem:
                return problem
            merged_area += _merged_area(text)
            merges += chunk.count(b"mergeCell ", max(0, old - 9))
            if merges > MAX_MERGES or merged_area > MAX_MERGED_CELLS:
                return fault("The file has too many or too large merged ranges. Take the merges off.")
    return None


def _windows(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """The part's bytes in overlapping windows, each with how many of its first bytes were in the last one."""
    tail = b""
    with archive.open(part) as stream:
        while fresh := stream.read(_CHUNK):
            yield tail + fresh, len(tail)
            tail = (tail + fresh)[-_TAIL:]


def _scan(chunk: bytes) -> Fault | None:
    """What must not stand in a part; `chunk` without NULs, so that UTF-16 reads as ASCII."""
    if _DTD.search(chunk):
        return fault("The file holds a document type or entity, which no workbook needs. Save it again as .xlsx.")
    encoding = _ENCODING.search(chunk)
    if encoding and encoding.group(1).lower() not in (b"utf-8", b"utf-16", b"us-ascii", b"ascii"):
        return fault("The file is written in an unusual encoding. Save it again as .xlsx.")
    for cell in _CELL.finditer(chunk):
        if _is_far(cell.group(1), cell.group(2)):
            return _too_far((cell.group(1) + cell.group(2)).decode())
    for merge in _MERGE.finditer(chunk):
        if any(_is_far(*corner) for corner in _CORNER.findall(merge.group(1))):
            return _too_far(merge.group(1).decode("ascii", "replace"))
    for row in _ROW.finditer(chunk):
        if int(row.group(1)) > MAX_ROWS:
            return _too_far(f"A{int(row.group(1))}")
    return None


def _merged_area(chunk: bytes) -> int:
    """How many cells the merged ranges of a window span; a reader makes an object for each."""
    corners = (_CORNER.findall(merge.group(1)) for merge in _MERGE.finditer(chunk))
    return sum(_span(found) for found in corners if len(found) == 2)


def _span(corners: list[tuple[bytes, bytes]]) -> int:
    (left, top), (right, bottom) = corners
    return (abs(_column(right) - _column(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + letter - 64
    return column


def _is_far(letters: bytes, row: bytes) -> bool:
    return int(row) > MAX_ROWS or _column(letters) > MAX_COLUMNS


def _too_far(where: str) -> Fault:
    return fault(
        "{where} lies beyond row {rows} or column {column}, where no table reaches. Delete it and save again.",
        where=where,
        rows=MAX_ROWS,
        column=address(1, MAX_COLUMNS)[:-1],
    )
