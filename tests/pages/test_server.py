"""The server around the script: settings, headers, compression, start and refusal."""

import gzip
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path

import pytest

from assessment.store import open_store
from tests.pages.running import free_port, running_server

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = {
    ("server", "address"): "127.0.0.1",
    ("server", "fileWatcherType"): "none",
    ("server", "maxUploadSize"): 20,
    ("browser", "gatherUsageStats"): False,
    ("client", "toolbarMode"): "minimal",
    ("client", "showErrorDetails"): "none",
    ("runner", "magicEnabled"): False,
}


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own on the store in a folder."""
    environment = os.environ | {"ASSESSMENT_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("section", "name"), SETTINGS)
def test_settings_keep_to_this_machine(section: str, name: str) -> None:
    found = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    assert found[section][name] == SETTINGS[section, name]


def test_the_warm_up_takes_what_was_imported_out_of_the_collection_after_each_rerun(tmp_path: Path) -> None:
    code = "import gc; from assessment.ui import server; server.warm_up(); print(gc.get_freeze_count())"
    done = python(tmp_path, "-c", code)
    assert int(done.stdout) > 50_000, done.stderr


def test_a_second_server_on_the_same_store_ends_with_a_plain_sentence(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    try:
        done = python(tmp_path, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(free_port()))
    finally:
        store.close()
    assert done.returncode == 2
    assert str(tmp_path) in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_server(tmp_path_factory.mktemp("server")) as found:
        yield found


def get(address: str, path: str, **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body; nothing is decoded, redirects are not followed."""
    connection = HTTPConnection(address.removeprefix("http://"), timeout=20)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read()


@pytest.mark.parametrize("path", ["/", "/upload", "/assets/styles.css", "/missing.png", "/_stcore/health"])
def test_every_answer_carries_the_security_headers(address: str, path: str) -> None:
    _, headers, _ = get(address, path)
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_the_index_has_our_head_and_no_inline_script(address: str) -> None:
    text = get(address, "/")[2].decode()
    assert "<script>" not in text
    for name in ("styles.css", "translate.js", "together.js", "go.js"):
        assert f"./assets/{name}?v=" in text


def test_the_landing_page_has_one_address(address: str) -> None:
    status, headers, _ = get(address, "/overview?type=A")
    assert (status, headers["location"]) == (307, "/?type=A")


def test_bundles_are_sent_compressed_and_whole(address: str) -> None:
    path = next(part for part in get(address, "/")[2].decode().split('"') if part.startswith("./static/js/index."))[1:]
    plain = get(address, path)[2]
    for _ in range(2):
        status, headers, small = get(address, path, accept_encoding="gzip")
        assert (status, headers["content-encoding"], headers["content-length"]) == (200, "gzip", str(len(small)))
        assert gzip.decompress(small) == plain
    assert len(small) < len(plain) / 2
    assert "content-encoding" not in get(address, path, accept_encoding="gzip", range="bytes=0-9")[1]


@pytest.mark.parametrize("path", ["/assets/../dashboard.py", "/assets/..%2fserver.py", "/assets/nothing.js"])
def test_only_assets_are_served_as_assets(address: str, path: str) -> None:
    status, _, body = get(address, path)
    assert status in (400, 404)
    assert b"import" not in body
