"""The limited child process that parses workbooks: bytes in, one line of JSON a file out (safety.md, limits table).

Standard input: a line with the sizes as a JSON list, then the files' bytes one after another.
Run as `python -m assessment.spreadsheet.child`; it can open no file and no connection once the input is read.
"""

import codecs
import importlib
import json
import sys
import warnings
from typing import Any

from assessment.spreadsheet.file_kind import kind_of
from assessment.spreadsheet.told_cells import Unreadable, within_budget

MEMORY = 2**30
CPU_SECONDS = 20
OUTPUT = 2**28
STANDARD_STREAMS = 3
_ENCODINGS = ("cp437", "gb18030", "utf-16", "utf-8-sig", "utf-16-le", "latin-1", "cp936", "cp1252")
"""Python looks for them, as files, when a reader first needs them: too late once none can be opened."""


def main() -> None:
    """Read every file of the input and write its sheets, or why it cannot be read, as one line."""
    sizes = json.loads(sys.stdin.buffer.readline())
    files = [sys.stdin.buffer.read(size) for size in sizes]
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl would only learn its number types; it costs 0.1 s
    readers = {
        kind: importlib.import_module(f"assessment.spreadsheet.read_{kind}") for kind in set(map(kind_of, files))
    }
    warnings.simplefilter("ignore")
    limit()
    for data in files:
        sys.stdout.write(json.dumps(_answer(readers[kind_of(data)], data), separators=(",", ":")) + "\n")
        sys.stdout.flush()


def _answer(reader: Any, data: bytes) -> dict[str, Any]:
    try:
        return {"sheets": within_budget(reader.sheets(data))}
    except Unreadable as error:
        return {"reason": error.reason}
    except (MemoryError, OverflowError):
        return {"reason": "too large"}
    except Exception as error:  # every failure of a hostile file must come out as a line, whatever its type
        return {"error": type(error).__name__}


def limit(later_files: int = STANDARD_STREAMS) -> None:
    """Take away memory, time, output, and every further file or connection; `later_files` may be opened once the
    process raises its own limit again (`reopen`)."""
    for encoding in _ENCODINGS:
        codecs.lookup(encoding)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # does not exist on Windows, where only the wall clock limits

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT, OUTPUT))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (STANDARD_STREAMS, later_files))


def reopen() -> None:
    """Allow again as many files as `limit` left for later."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # as above

        allowed = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, allowed))


if __name__ == "__main__":
    main()
