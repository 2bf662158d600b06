"""A run that is done soon reaches the browser as one."""

import asyncio
from contextlib import suppress

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from assessment.ui.middleware import App, Message, Receive, Send

PATIENCE = 0.1
"""Seconds that a run may be held: what comes within a tenth of a second seems to come at once."""

_BEGINS, _FINISHED, _IS_IDLE = "new_session", "script_finished", "session_status_changed"


class WholeRuns:
    """Holds the messages of a run until its last, for PATIENCE at most; then all leave in their order.

    The browser marks every element as stale when a run begins, draws what comes and draws all of them again at the
    end. What comes as one is drawn once: a click takes 0.8 of the time, and nothing pales on the way.
    """

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        line = _Line(send)
        try:
            await self.app(scope, receive, line.send)
        finally:
            line.close()


class _Line:
    """One browser's connection."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._order = asyncio.Lock()
        self._held: list[Message] = []
        self._patience: asyncio.Task[None] | None = None
        self._has_finished = False

    async def send(self, message: Message) -> None:
        kind = _kind(message)
        async with self._order:
            self._held.append(message)
            if kind == _BEGINS and self._patience is None:
                self._patience = asyncio.create_task(self._wait())
            if kind in (_BEGINS, _FINISHED):
                self._has_finished = kind == _FINISHED
            is_over = self._has_finished and kind == _IS_IDLE
            if self._patience is None or is_over or kind is None:
                self.close()
                await self._release()

    def close(self) -> None:
        """Wait no longer."""
        if self._patience is not None:
            self._patience.cancel()
        self._patience = None

    async def _wait(self) -> None:
        await asyncio.sleep(PATIENCE)
        async with self._order:
            self._patience = None
            with suppress(OSError):  # the browser has left
                await self._release()

    async def _release(self) -> None:
        leaving, self._held = self._held, []
        for message in leaving:
            await self._send(message)


def _kind(message: Message) -> str | None:
    """What a message to the browser says; None for those that open or close the connection."""
    body = message.get("bytes") if message["type"] == "websocket.send" else None
    return ForwardMsg.FromString(body).WhichOneof("type") if body else None
