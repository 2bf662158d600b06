"""A visitor without a browser: speaks Streamlit's protocol over its websocket and times whole runs of the script."""

import time
from collections import Counter
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState, ContextInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Subprotocol

PATIENCE = 120.0


class Visitor:
    """One session. `elements` counts by kind what the last run drew, `sent` its bytes."""

    def __init__(self, address: str) -> None:
        self.address = address
        url = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
        self.socket = connect(url, subprotocols=[Subprotocol("streamlit")], max_size=None, proxy=None)
        self.pages: dict[str, str] = {}
        self.kept: set[str] = set()
        self.elements: Counter[str] = Counter()
        self.sent = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.socket.close()

    def run(self, page: str = "", query: str = "") -> float:
        """Seconds from asking for a page until its script is done. Raises RuntimeError if it drew an exception."""
        where = ContextInfo(locale="zh-CN", timezone="Asia/Shanghai", url=f"{self.address}/{page}")
        state = ClientState(
            query_string=query,
            page_name=page,
            page_script_hash=self.pages.get(page, ""),
            context_info=where,
            cached_message_hashes=self.kept,
        )
        self.elements, self.sent = Counter(), 0
        started = time.perf_counter()
        self.socket.send(BackMsg(rerun_script=state).SerializeToString())
        while not self._is_done():
            pass
        seconds = time.perf_counter() - started
        if self.elements["exception"]:
            raise RuntimeError(f"{self.address}/{page}?{query} drew an exception; the server's log says which")
        return seconds

    def _is_done(self) -> bool:
        """Take one message in; true if it ends the run. A run ended early starts again by itself."""
        data = self.socket.recv(timeout=PATIENCE)
        message = ForwardMsg.FromString(data if isinstance(data, bytes) else data.encode())
        self.sent += len(data)
        kind = message.WhichOneof("type")
        if message.metadata.cacheable:
            self.kept.add(message.hash)
        if kind == "navigation":
            self.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self.elements[message.delta.new_element.WhichOneof("type")] += 1
        return kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
