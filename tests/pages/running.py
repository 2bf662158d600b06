"""The real server in a process of its own, on a free port and a store of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_server(folder: Path, home: Path = ROOT, prelude: str = "") -> Iterator[str]:
    """The address of `streamlit run dashboard.py` at home on the store in a folder; killed at the end.

    `prelude` is Python that the server's process runs before anything else.
    SIGKILL by its id: a polite end waits for open websockets.
    """
    port = free_port()
    words = ["run", "dashboard.py", "--server.port", str(port)]
    command = [sys.executable, "-m", "streamlit", *words]
    if prelude:
        start = f"import sys; sys.argv[1:] = {words}; from streamlit.web.cli import main; main()"
        command = [sys.executable, "-c", f"{prelude}\n{start}"]
    environment = os.environ | {"ASSESSMENT_DATA_DIR": str(folder), "STREAMLIT_SERVER_HEADLESS": "true"}
    log = (folder / "server.log").open("wb")
    with log, subprocess.Popen(command, cwd=home, env=environment, stdout=log, stderr=log) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", server, folder / "server.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.kill()


def _wait(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"The server did not start: {log.read_text('utf-8', 'replace')}")
