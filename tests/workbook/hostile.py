"""Files that attack the reader or pretend to be workbooks, each made by hand (safety.md A1-A10, X1-X10)."""

import io
import zipfile
from collections.abc import Callable, Mapping

from xlwt import CompoundDoc

from tests.workbook.forms import book

SHEET = "xl/worksheets/sheet1.xml"
GOOD = book(指标=[["单位", "J01", "J06"], ["甲镇", 5, 0]])
NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def rebuilt(
    change: Callable[[str, bytes], bytes],
    level: int = zipfile.ZIP_DEFLATED,
    source: bytes = GOOD,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """The good workbook, or another, with every part passed through `change`, and with extra parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as parts_of, zipfile.ZipFile(target, "w", level) as made:
        for name in parts_of.namelist():
            made.writestr(name, change(name, parts_of.read(name)))
        for name, data in (extra or {}).items():
            made.writestr(name, data)
    return target.getvalue()


def with_sheet(old: bytes, new: bytes) -> bytes:
    """The good workbook with a text of its sheet replaced."""
    return rebuilt(lambda name, data: data.replace(old, new) if name == SHEET else data)


def with_cell(address: str) -> bytes:
    """A far away cell in an otherwise good sheet."""
    row = "".join(c for c in address if c.isdigit())
    cell = f'<row r="{row}"><c r="{address}"><v>1</v></c></row></sheetData>'
    return with_sheet(b"</sheetData>", cell.encode())


def with_merge(reference: str) -> bytes:
    """A merged range in an otherwise good sheet."""
    return with_sheet(b"</sheetData>", f'</sheetData><mergeCells><mergeCell ref="{reference}"/></mergeCells>'.encode())


def many_merges(count: int) -> bytes:
    """A sheet with very many small merged ranges."""
    merges = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(10, 10 + count))
    return with_sheet(b"</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>".encode())


def bomb(megabytes: int) -> bytes:
    """A small file whose sheet unpacks to very many spaces."""
    return with_sheet(b"</sheetData>", b"</sheetData>" + b" " * (megabytes * 2**20))


def entity(declaration: str, use: str = "&e;", encoding: str = "utf-8") -> bytes:
    """A sheet that declares and uses an entity."""
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE worksheet [{declaration}]>'
        f"<worksheet {NAMESPACE}><sheetData>"
        f'<row r="1"><c r="A1" t="inlineStr"><is><t>{use}</t></is></c></row></sheetData></worksheet>'
    )
    return rebuilt(lambda name, data: text.encode(encoding) if name == SHEET else data)


def laughs() -> bytes:
    """The billion laughs."""
    lines = ['<!ENTITY e0 "ha">'] + [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10)]
    return entity("".join(lines), "&e9;")


def twin() -> bytes:
    """Two parts of one name."""
    target = io.BytesIO(GOOD)
    with zipfile.ZipFile(target, "a") as made:
        made.writestr("XL/worksheets/sheet1.xml", b"<worksheet/>")
    return target.getvalue()


def parts(count: int) -> bytes:
    """A good workbook with very many parts."""
    target = io.BytesIO(GOOD)
    with zipfile.ZipFile(target, "a") as made:
        for number in range(count):
            made.writestr(f"xl/junk/{number}.xml", b"<a/>")
    return target.getvalue()


def encrypted_zip() -> bytes:
    """A workbook whose parts say that they are encrypted."""
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def zipped(*names: str) -> bytes:
    """A zip with these parts, each a word long."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name in names:
            made.writestr(name, b"<a/>")
    return target.getvalue()


def old_office_file(stream: str) -> bytes:
    """A binary Office file whose one stream has this name: xlwt's container around something that is no workbook."""
    made = CompoundDoc.XlsDoc()
    target = io.BytesIO()
    made.save(target, b"\0" * 5_000)
    return target.getvalue().replace("Workbook".encode("utf-16-le"), stream[:8].encode("utf-16-le"))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000
OLE_ENCRYPTED = OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
HTML = "<html><table><tr><td>单位</td></tr></table></html>".encode()
NO_WORKBOOK = io.BytesIO()
with zipfile.ZipFile(NO_WORKBOOK, "w") as _archive:
    _archive.writestr("readme.txt", b"hello")
BZIPPED = rebuilt(lambda _, data: data, zipfile.ZIP_BZIP2)

REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "OLE without anything": (OLE, "damaged inside"),
    "old Word document": (old_office_file("WordDocument"), "without a workbook"),
    "binary workbook": (zipped("[Content_Types].xml", "xl/workbook.bin"), ".xlsb"),
    "OpenDocument": (zipped("mimetype", "content.xml"), "OpenDocument"),
    "Word document": (zipped("[Content_Types].xml", "word/document.xml"), "Word or PowerPoint"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a picture"),
    "packed archive": (b"Rar!\x1a\x07\x00" + b"\0" * 50, "packed archive"),
    "bytes that are no text": (bytes(range(1, 256)) * 4, "neither an Excel workbook nor text"),
    "text with a NUL": ("单位,J01\n甲镇,5\0\n".encode(), "neither an Excel workbook nor text"),
    "text without columns": ("甲镇\n乙镇\n".encode(), "no columns"),
    "text with an open quotation mark": ('单位,J01\n"甲镇,5\n'.encode(), "quotation marks"),
    "text with too many rows": (b"a,b\n" * 60_001, "too large"),
    "text with too many columns": (b"a," * 401 + b"b\n", "too large"),
    "password": (OLE_ENCRYPTED, "opening password"),
    "encrypted parts": (encrypted_zip(), "opening password"),
    "html": (HTML, "web page"),
    "html with a byte order mark": (b"\xef\xbb\xbf\r\n" + HTML, "web page"),
    "xml spreadsheet": (b'<?xml version="1.0"?><Workbook/>', "web page or XML"),
    "pdf": (b"%PDF-1.7\n", "PDF"),
    "plain zip": (NO_WORKBOOK.getvalue(), "zip archive"),
    "cut off": (GOOD[: len(GOOD) // 2], "damaged or cut off"),
    "cut at the end": (GOOD[:-10], "damaged or cut off"),
    "only the magic": (b"PK\x03\x04", "damaged or cut off"),
    "flipped byte": (GOOD[:2_000] + bytes([GOOD[2_000] ^ 0xFF]) + GOOD[2_001:], "damaged"),
    "too big": (GOOD + b"\0" * (21 * 2**20), "at most 20 MiB"),
    "far cell": (with_cell("XFD1048576"), "XFD1048576 lies beyond"),
    "far column": (with_cell("OK3"), "OK3 lies beyond"),
    "far row": (with_cell("A60001"), "A60001 lies beyond"),
    "far cell in small letters": (with_cell("xfd9"), "lies beyond"),
    "far row without cells": (with_sheet(b"</sheetData>", b'<row r="1048576"/></sheetData>'), "lies beyond"),
    "giant merge": (with_merge("A1:XFD1048576"), "lies beyond"),
    "too many merges": (many_merges(5_001), "too many or too large merged"),
    "merge within the limits of rows and columns": (with_merge("A3:OJ60000"), "too many or too large merged"),
    "zip bomb": (bomb(150), "zip bomb"),
    "big bomb": (bomb(400), "zip bomb"),
    "doctype": (entity(""), "document type or entity"),
    "laughs": (laughs(), "document type or entity"),
    "external entity": (entity('<!ENTITY e SYSTEM "file:///etc/hostname">'), "document type or entity"),
    "entity in UTF-16": (entity('<!ENTITY e "x">', encoding="utf-16"), "document type or entity"),
    "odd encoding": (
        with_sheet(b"<worksheet", b'<?xml version="1.0" encoding="cp037"?><worksheet'),
        "unusual encoding",
    ),
    "twin parts": (twin(), "twice"),
    "too many parts": (parts(2_001), "at most 2000"),
    "bzip2": (BZIPPED, "unusual way"),
    "broken xml": (with_sheet(b"<sheetData>", b"<sheetData"), "damaged inside"),
    "shared text out of range": (with_sheet(b"<v>5</v>", b'<v>5</v></c><c r="D2" t="s"><v>99</v>'), "damaged inside"),
    "foreign": (book(Sheet1=[["a", "b"]]), "None of the sheets"),
    "no sheet at all": (rebuilt(lambda name, data: b"" if name == "xl/workbook.xml" else data), "damaged inside"),
}
