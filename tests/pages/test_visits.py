"""The last visit of a reader nobody knows: what the cookie says, and what it may never make us say."""

import asyncio
import re
import time
from http.cookies import SimpleCookie

import pytest
from starlette.requests import Request
from starlette.responses import Response

from assessment.ui import visits
from assessment.ui.index import index
from assessment.ui.visits import COOKIE, Seen, follow, last_visit, read

HOUR = 3600
NOON = 1_782_000_000


def test_a_first_visit_knows_of_none_before() -> None:
    trail = follow(None, NOON, 7)
    assert str(trail) == f"1.{NOON}.7"
    assert trail.before is None


def test_pages_of_one_visit_keep_the_visit_before() -> None:
    first = follow(f"1.{NOON - 60}.7.{NOON - HOUR}.5", NOON, 7)
    assert first.before == Seen(NOON - HOUR, 5)
    assert str(first) == f"1.{NOON}.7.{NOON - HOUR}.5"


def test_half_an_hour_apart_is_still_the_same_visit_and_a_second_more_is_not() -> None:
    assert follow(f"1.{NOON - 1800}.5", NOON, 7).before is None
    assert follow(f"1.{NOON - 1801}.5", NOON, 7).before == Seen(NOON - 1801, 5)


def test_a_revision_made_during_a_visit_is_seen_by_it() -> None:
    during = follow(f"1.{NOON - 60}.5", NOON, 6)
    assert follow(str(during), NOON + HOUR, 6).before == Seen(NOON, 6)


def test_the_third_visit_compares_with_the_second() -> None:
    second = follow(str(follow(None, NOON, 3)), NOON + HOUR, 5)
    third = follow(str(second), NOON + 2 * HOUR, 9)
    assert [visit.before for visit in (second, third)] == [Seen(NOON, 3), Seen(NOON + HOUR, 5)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "1..",
        "2.1.1",
        f"1.{NOON}.7 ",
        f"1.{NOON}.7\n",
        f"1.{NOON}.-7",
        f"1.{NOON}.7.5",
        f"1.{NOON}.7.5.5.5",
        f"1.{NOON}.٧",
        f"1.{NOON}.７",
        f"1.{'9' * 40}.7",
        f"1.{NOON}.{'9' * 5000}",
        f"1.{NOON}.<script>",
        "1.0x10.7",
        f"1.{NOON + 1}.7",
        f"1.{NOON}.8",
        f"1.{NOON - 10}.7.{NOON}.5",
        f"1.{NOON - 10}.5.{NOON - 20}.6",
    ],
    ids=range(19),
)
def test_a_cookie_we_would_not_have_written_counts_as_none(text: str) -> None:
    assert read(text, NOON, 7) is None
    assert str(follow(text, NOON, 7)) == f"1.{NOON}.7"


def test_what_is_written_is_read_back() -> None:
    trail = follow(f"1.{NOON - HOUR}.5", NOON, 7)
    assert read(str(trail), NOON, 7) == trail


class Browser:
    """Loads pages as the index route answers them, and keeps its cookie as a browser would."""

    def __init__(self) -> None:
        self.kept = ""

    def load(self, page: str = "") -> Response:
        headers = [(b"cookie", f"{COOKIE}={self.kept}; other=<b>".encode())] if self.kept else []
        request = Request(
            {"type": "http", "method": "GET", "path": f"/{page}", "query_string": b"", "server": ("test", 80)}
            | {"scheme": "http", "headers": headers, "path_params": {"page": page}}
        )
        answer = asyncio.run(index(request))
        written = SimpleCookie(answer.headers.get("set-cookie", ""))
        self.kept = written[COOKIE].value if COOKIE in written else self.kept
        return answer


@pytest.fixture
def browser(county: None) -> Browser:
    return Browser()


def test_the_server_writes_the_cookie_with_the_page_and_scripts_cannot_read_it(browser: Browser) -> None:
    written = browser.load().headers["set-cookie"]
    assert written.startswith(f"{COOKIE}=1.")
    for rule in ("HttpOnly", "SameSite=lax", "Path=/", f"Max-Age={visits.KEPT}"):
        assert rule in written
    assert browser.kept.endswith(".2")


def test_an_hour_later_the_page_knows_the_visit_before(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    browser.load()
    first, now = browser.kept, time.time()
    assert last_visit(first, 2) is None
    monkeypatch.setattr(time, "time", lambda: now + HOUR)
    browser.load("rankings")
    seen = last_visit(browser.kept, 2)
    assert seen is not None
    assert first == f"1.{seen.at}.{seen.version}"


@pytest.mark.parametrize("page", ["favicon.png", "overview", "nowhere"])
def test_only_a_page_counts_as_a_visit(browser: Browser, page: str) -> None:
    assert "set-cookie" not in browser.load(page).headers


@pytest.mark.parametrize("text", ["1.1.99999999999999999999", "1.1.1; shiji_visit=1.1.1.1", "%00", "<script>"])
def test_a_hostile_cookie_does_not_hurt_the_page(browser: Browser, text: str) -> None:
    browser.kept = text
    assert browser.load().status_code == 200
    assert re.fullmatch(r"1\.\d+\.2(\.1\.1)?", browser.kept)
