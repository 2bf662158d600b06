"""A local socket beside the store: while a server owns the store, the command line hands its work to it.

Only the owner of the store's folder can open the socket. Messages are JSON lines; file bytes travel as base64.
"""

import base64
import contextlib
import json
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

from assessment import i18n
from assessment.shell.commands import run
from assessment.shell.request import REFUSED, Answer, Request
from assessment.store import Store

SOCKET = "assessment.sock"


class Served:
    """A listening socket; `close` ends it."""

    def __init__(self, listener: socket.socket, path: Path) -> None:
        self._listener = listener
        self._path = path

    def close(self) -> None:
        """Stop listening and take the socket's file away."""
        self._listener.close()
        self._path.unlink(missing_ok=True)


def serve(store: Store) -> Served:
    """Listen beside the store, in a thread of its own, until closed."""
    folder = store.path.parent
    (folder / SOCKET).unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    with _short(folder) as address:
        listener.bind(address)
    (folder / SOCKET).chmod(0o600)
    listener.listen()
    threading.Thread(target=_listen, args=(listener, store), daemon=True, name="command-line").start()
    return Served(listener, folder / SOCKET)


def ask(folder: Path, request: Request) -> Answer | None:
    """The answer of the server that owns the store in a folder; nothing if none listens there."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        try:
            with _short(folder) as address:
                connection.connect(address)
        except (FileNotFoundError, ConnectionRefusedError, NotADirectoryError):
            return None
        with connection.makefile("rwb") as stream:
            stream.write(_pack_request(request))
            stream.flush()
            line = stream.readline()
    if not line:
        return Answer(
            REFUSED, [i18n.t("The server stopped before it answered; look at the history before trying again.")]
        )
    found = json.loads(line)
    output = found["output"]
    return Answer(found["status"], found["lines"], None if output is None else base64.b64decode(output))


def _listen(listener: socket.socket, store: Store) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=_answer, args=(connection, store), daemon=True).start()


def _answer(connection: socket.socket, store: Store) -> None:
    with contextlib.suppress(OSError), connection, connection.makefile("rwb") as stream:
        asked = json.loads(stream.readline())
        files = {name: base64.b64decode(data) for name, data in asked["files"].items()}
        request = Request(asked["command"], asked["options"], files, asked["who"])
        with i18n.speaking(asked["language"]):
            answer = run(store, request)
        output = None if answer.output is None else base64.b64encode(answer.output).decode()
        message = {"status": answer.status, "lines": answer.lines, "output": output}
        stream.write(json.dumps(message).encode() + b"\n")


def _pack_request(request: Request) -> bytes:
    message = {
        "command": request.command,
        "options": request.options,
        "files": {name: base64.b64encode(data).decode() for name, data in request.files.items()},
        "who": request.who,
        "language": i18n.language(),
    }
    return json.dumps(message).encode() + b"\n"


@contextlib.contextmanager
def _short(folder: Path) -> Iterator[str]:
    """An address of the socket within the 108 bytes that the system allows, however deep the folder lies."""
    address = str(folder / SOCKET)
    if len(address.encode()) < 100:
        yield address
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield f"/proc/self/fd/{handle}/{SOCKET}"
    finally:
        os.close(handle)
