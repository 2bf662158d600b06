"""The files that came in, kept as they were under their hash: a store can be made again from them."""

import os
from hashlib import sha256
from pathlib import Path

from assessment.spreadsheet.file_kind import kind_of

FOLDER = "uploads"


def keep(folder: Path, data: bytes) -> None:
    """Keep a file beside the store in a folder, before anything refers to it; the same content is kept once."""
    kept = folder / FOLDER
    kept.mkdir(parents=True, exist_ok=True)
    path = kept / f"{sha256(data).hexdigest()}.{kind_of(data)}"
    if path.exists():
        return
    part = path.with_suffix(f".{os.getpid()}.part")
    with part.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)
