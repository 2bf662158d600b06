"""A backup is one file: the store, the archived workbooks, and a list of what is in it, with hashes. It is opened and
compared with what it was made from before it counts, and again when it is restored."""

import hashlib
import io
import json
import re
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import Any

from assessment import settings
from assessment.errors import AssessmentError
from assessment.i18n import t
from assessment.shell.request import DONE, Answer, Request
from assessment.store import Store, fingerprint, open_store

MANIFEST = "manifest.json"
_NAMES = re.compile(r"assessment\.duckdb|uploads/[0-9a-f]{64}\.[a-z]{1,5}")
_BIGGEST = 4 << 30


def back_up(store: Store, _: Request) -> Answer:
    """The backup's bytes; commands and pages wait until the store is copied."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        content = store.copy_to(folder, fingerprint)
        _compare(folder, content)
        files = {settings.STORE_FILE: (folder / settings.STORE_FILE).read_bytes()}
    archive = store.path.parent / "uploads"
    files |= {
        f"uploads/{path.name}": path.read_bytes() for path in sorted(archive.glob("*.*")) if path.suffix != ".part"
    }
    data = _pack(
        files, {"revision": store.data_version, "made_at": f"{settings.now():%Y-%m-%dT%H:%M:%SZ}", "content": content}
    )
    told = {"revision": store.data_version, "count": len(files) - 1, "digest": hashlib.sha256(data).hexdigest()}
    line = t("Backup of revision {revision} with {count} uploaded files, SHA-256 {digest}.", **told)
    return Answer(DONE, [line], data)


def restore(folder: Path, request: Request) -> Answer:
    """Put a backup into a folder that holds no store; nothing is left there if anything in it is not as it was made."""
    if (folder / settings.STORE_FILE).exists():
        raise AssessmentError(
            "{path} holds a store already; restore into an empty folder (ASSESSMENT_DATA_DIR says where).",
            path=str(folder),
        )
    ((_, data),) = request.files.items()
    files, manifest = _unpack(data)
    with tempfile.TemporaryDirectory() as made:
        trial = Path(made)
        (trial / settings.STORE_FILE).write_bytes(files[settings.STORE_FILE])
        _compare(trial, [tuple(line) for line in manifest["content"]])
        files[settings.STORE_FILE] = (trial / settings.STORE_FILE).read_bytes()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / "uploads").mkdir(exist_ok=True)
    for name, content in sorted(files.items(), reverse=True):  # the store last: before it is there, nothing is
        part = (folder / name).with_suffix(".part")
        part.write_bytes(content)
        part.replace(folder / name)
    told = {"revision": manifest["revision"], "made_at": manifest["made_at"], "path": str(folder)}
    return Answer(DONE, [t("Restored into {path}: revision {revision}, backed up at {made_at}.", **told)])


def _compare(folder: Path, content: list[tuple[str, int, str]]) -> None:
    """Open a copy and take its fingerprint. Raises AssessmentError if it says anything else."""
    copy = open_store(folder)
    try:
        if fingerprint(copy) != content:
            raise AssessmentError("The copy of the store does not say what the store says; nothing was written.")
    finally:
        copy.close()


def _pack(files: dict[str, bytes], about: dict[str, object]) -> bytes:
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(MANIFEST, json.dumps({**about, "files": hashes}, ensure_ascii=False, indent=1))
        for name, content in files.items():
            book.writestr(name, content)
    return out.getvalue()


def _unpack(data: bytes) -> tuple[dict[str, bytes], dict[str, Any]]:
    broken = AssessmentError("This file is no backup, or it is damaged.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            if sum(info.file_size for info in book.infolist()) > _BIGGEST:
                raise broken
            manifest = json.loads(book.read(MANIFEST))
            files = {name: book.read(name) for name in manifest["files"]}
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, OSError) as error:
        raise broken from error
    is_whole = all(
        _NAMES.fullmatch(name) and hashlib.sha256(content).hexdigest() == manifest["files"][name]
        for name, content in files.items()
    )
    if not is_whole or settings.STORE_FILE not in files:
        raise broken
    return files, manifest
