"""What wraps the server's answers: compressed bundles, security headers, messages that leave at once."""

import gzip
import socket
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

import anyio.to_thread

Message: TypeAlias = MutableMapping[str, Any]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
App: TypeAlias = Callable[[Message, Receive, Send], Awaitable[None]]

HEADERS = [
    (
        b"content-security-policy",
        b"default-src 'self'; script-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        b"font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
        b"form-action 'self'; frame-ancestors 'self'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"referrer-policy", b"no-referrer"),
]


class SecurityHeaders:
    """Adds HEADERS to every HTTP answer; websockets pass untouched."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        await self.app(scope, receive, add if scope["type"] == "http" else send)


class SendAtOnce:
    """A run's messages leave as they are made. Streamlit's listening socket names no protocol, so asyncio leaves
    Nagle's algorithm on, and all but the first message of a run wait for the browser's acknowledgement: up to 40 ms.

    The socket is found by way of uvicorn's own `send`; under another server nothing is changed.
    """

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            transport = getattr(getattr(send, "__self__", None), "transport", None)
            connection = transport.get_extra_info("socket") if transport else None
            if connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)


class GzipStatic:
    """Streamlit serves its bundles uncompressed: compress each once and keep it (9 MB become 3 on the first visit).

    Range requests go to the inner app. The names carry a hash of the content, so nothing kept goes stale.
    """

    def __init__(self, app: App) -> None:
        self.app = app
        self.kept: dict[str, tuple[Message, bytes]] = {}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if not _is_bundle(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self.kept:
            start, body = await self._answer(scope, receive)
            if start["status"] != 200:
                await send(start)
                await send({"type": "http.response.body", "body": body})
                return
            self.kept[path] = await _compressed(start, body)
        start, body = self.kept[path]
        await send({**start, "headers": list(start["headers"])})
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, scope: Message, receive: Receive) -> tuple[Message, bytes]:
        start: Message = {}
        parts: list[bytes] = []

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            else:
                parts.append(message.get("body", b""))

        await self.app(scope, receive, collect)
        return start, b"".join(parts)


def _is_bundle(scope: Message) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    headers = dict(scope["headers"])
    path: str = scope["path"]
    return (
        path.startswith("/static/")
        and path.endswith((".js", ".css"))
        and b"gzip" in headers.get(b"accept-encoding", b"")
        and not headers.keys() & {b"range", b"if-none-match", b"if-modified-since"}
    )


async def _compressed(start: Message, body: bytes) -> tuple[Message, bytes]:
    small = await anyio.to_thread.run_sync(gzip.compress, body, 6)
    headers = [pair for pair in start["headers"] if pair[0] not in (b"content-length", b"etag", b"accept-ranges")]
    headers += [(b"content-encoding", b"gzip"), (b"vary", b"accept-encoding"), (b"content-length", b"%d" % len(small))]
    return {**start, "headers": headers}, small
