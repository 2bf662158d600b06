"""What a run draws reaches the browser together, when the run is done soon."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from assessment.ui import whole_runs
from assessment.ui.middleware import Message, Send
from assessment.ui.whole_runs import WholeRuns

BEGINS = ForwardMsg()
BEGINS.new_session.name = "begins"
IS_BUSY = ForwardMsg()
IS_BUSY.session_status_changed.script_is_running = True
DRAWS = ForwardMsg()
DRAWS.delta.new_element.html.body = "九十一个单位"
FINISHED = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)
STARTS_AGAIN = ForwardMsg(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN)
IS_IDLE = ForwardMsg()
IS_IDLE.session_status_changed.run_on_save = False

RUN = [BEGINS, IS_BUSY, DRAWS, DRAWS, FINISHED, IS_IDLE]


def sent(message: ForwardMsg) -> Message:
    return {"type": "websocket.send", "bytes": message.SerializeToString()}


class Browser:
    """Takes down what comes and when, in seconds since the connection began."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.got: list[tuple[float, Message]] = []

    async def take(self, message: Message) -> None:
        self.got.append((time.monotonic() - self.began, message))

    @property
    def messages(self) -> list[Message]:
        return [message for _, message in self.got]

    def visit(self, server: Callable[[Send], Awaitable[None]], kind: str = "websocket") -> None:
        async def app(_: Message, __: object, send: Send) -> None:
            await server(send)

        async def nothing() -> Message:
            return {}

        asyncio.run(WholeRuns(app)({"type": kind}, nothing, self.take))


@pytest.fixture
def browser() -> Browser:
    return Browser()


def test_a_quick_run_comes_as_one_and_in_its_order(browser: Browser) -> None:
    seen_before_the_end: list[int] = []

    async def server(send: Send) -> None:
        for message in RUN:
            seen_before_the_end.append(len(browser.got))
            await send(sent(message))

    browser.visit(server)
    assert seen_before_the_end == [0] * len(RUN)
    assert browser.messages == [sent(message) for message in RUN]


def test_a_long_run_is_shown_as_it_comes_once_patience_is_over(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_runs, "PATIENCE", 0.02)

    async def server(send: Send) -> None:
        await send(sent(BEGINS))
        await send(sent(DRAWS))
        await asyncio.sleep(0.1)
        assert browser.messages == [sent(BEGINS), sent(DRAWS)]
        await send(sent(DRAWS))
        assert len(browser.got) == 3
        await send(sent(FINISHED))
        await send(sent(IS_IDLE))

    browser.visit(server)
    assert browser.got[0][0] >= 0.02
    assert browser.messages == [sent(message) for message in (BEGINS, DRAWS, DRAWS, FINISHED, IS_IDLE)]


def test_the_next_run_is_held_again(browser: Browser) -> None:
    async def server(send: Send) -> None:
        for message in RUN:
            await send(sent(message))
        await send(sent(BEGINS))
        assert len(browser.got) == len(RUN)
        for message in RUN[1:]:
            await send(sent(message))

    browser.visit(server)
    assert browser.messages == [sent(message) for message in RUN * 2]


def test_a_run_that_starts_again_comes_with_the_one_that_follows(browser: Browser) -> None:
    both = [BEGINS, IS_BUSY, STARTS_AGAIN, BEGINS, IS_BUSY, DRAWS, FINISHED]

    async def server(send: Send) -> None:
        for message in both:
            await send(sent(message))
        assert not browser.got
        await send(sent(IS_IDLE))

    browser.visit(server)
    assert browser.messages == [sent(message) for message in [*both, IS_IDLE]]


def test_runs_that_start_again_and_again_do_not_try_patience_twice(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole_runs, "PATIENCE", 0.05)

    async def server(send: Send) -> None:
        for _ in range(10):
            await send(sent(BEGINS))
            await asyncio.sleep(0.01)
            await send(sent(STARTS_AGAIN))

    browser.visit(server)
    assert browser.got
    assert browser.got[0][0] < 0.09


def test_what_opens_and_closes_a_connection_does_not_wait(browser: Browser) -> None:
    accept, close = {"type": "websocket.accept"}, {"type": "websocket.close"}

    async def server(send: Send) -> None:
        await send(accept)
        assert browser.messages == [accept]
        await send(sent(BEGINS))
        await send(close)

    browser.visit(server)
    assert browser.messages == [accept, sent(BEGINS), close]


def test_a_browser_that_left_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole_runs, "PATIENCE", 0.01)

    class Gone(Browser):
        async def take(self, message: Message) -> None:
            await super().take(message)
            raise OSError

    async def server(send: Send) -> None:
        await send(sent(BEGINS))
        await asyncio.sleep(0.05)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        assert not others

    gone = Gone()
    gone.visit(server)
    assert gone.messages == [sent(BEGINS)]


def test_files_pass_untouched(browser: Browser) -> None:
    async def server(send: Send) -> None:
        await send({"type": "http.response.start"})
        assert browser.messages == [{"type": "http.response.start"}]

    browser.visit(server, kind="http")
