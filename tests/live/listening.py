"""A TV and a phone, as their pages listen: whole messages, in order, none made up."""

from __future__ import annotations

import json
import queue
import socket
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import Any, NamedTuple

import socketio

from tests.browser.running import PATIENCE_S


class Tv:
    """A device on Socket.IO. It comes back as `ui/live.js` does, and then watches again."""

    def __init__(
        self,
        base: str,
        token: str | None = None,
        cookie: str | None = None,
        transports: Sequence[str] = ("websocket",),
    ) -> None:
        self.news: queue.Queue[dict[str, Any]] = queue.Queue()
        self.watched = ""
        self.sent_away = threading.Event()
        self._client = socketio.Client(
            reconnection_delay=0.3, reconnection_delay_max=1, randomization_factor=0.3
        )
        for view in ("board", "floor"):
            self._client.on(view, self.news.put)
        self._client.on("connect", self._came_back)
        self._client.on("disconnect", lambda _: self.sent_away.set())
        self._client.connect(
            base,
            transports=list(transports),
            auth={"token": token} if token else None,
            headers={"Cookie": cookie} if cookie else {},
        )

    def watch(self, view: str, store: str = "main") -> dict[str, Any]:
        answer: dict[str, Any] = self._client.call("watch", {"store": store, "view": view})
        if "error" not in answer:
            self.watched = view
        return answer

    def since(self, seq: int) -> dict[str, Any]:
        """The first news at least as new as this."""
        while (news := self.news.get(timeout=PATIENCE_S))["seq"] < seq:
            pass
        return news

    def _came_back(self) -> None:
        if self.watched:
            wanted = {"store": "main", "view": self.watched}
            self._client.emit("watch", wanted, callback=self.news.put)

    def __enter__(self) -> Tv:
        return self

    def __exit__(self, *_: object) -> None:
        # A client that lost its server this very moment would else come back for ever.
        self._client.reconnection = False
        self._client.disconnect()
        self._client.shutdown()


class Event(NamedTuple):
    id: int
    view: dict[str, Any]


class Phone:
    """An EventSource of one visit, on a socket. `refused` is the answer that was no stream."""

    def __init__(self, port: int, secret: str, last_id: int | None = None) -> None:
        self.retry_s = 0.0
        self.refused: tuple[int, dict[str, str], bytes] | None = None
        self._socket = socket.create_connection(("localhost", port), timeout=PATIENCE_S)
        self._lines = self._socket.makefile("rb")
        head = f"GET /v/{secret}/events HTTP/1.1\r\nHost: localhost:{port}\r\n"
        head += "" if last_id is None else f"Last-Event-ID: {last_id}\r\n"
        try:
            self._socket.sendall(head.encode() + b"Accept: text/event-stream\r\n\r\n")
            self._heard_at_first()
        except BaseException:
            self.close()
            raise

    def _heard_at_first(self) -> None:
        status = int(self._lines.readline().split()[1])
        headers = self._headers()
        if status != 200:
            body = self._lines.read(int(headers.get("content-length", 0)))
            self.refused = (status, headers, body)

    def next(self) -> Event:
        """The next event with a view. Raises ConnectionError when the stream has ended."""
        while True:
            fields = self._fields()
            if "retry" in fields:
                self.retry_s = int(fields["retry"]) / 1000
            if "id" in fields:
                return Event(int(fields["id"]), json.loads(fields["data"]))

    def _fields(self) -> dict[str, str]:
        fields: dict[str, str] = {}
        while line := self._lines.readline():
            if line == b"\n":
                return fields
            name, _, value = line.decode().rstrip("\n").partition(": ")
            fields[name] = value
        raise ConnectionError

    def _headers(self) -> dict[str, str]:
        headers = {}
        while (line := self._lines.readline()) not in (b"\r\n", b""):
            name, _, value = line.decode().partition(":")
            headers[name.lower()] = value.strip()
        return headers

    def __enter__(self) -> Phone:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._lines.close()
        self._socket.close()


class LastingPhone:
    """A phone in a pocket: when its connection ends it comes back after the time it was told."""

    def __init__(self, port: int, secret: str) -> None:
        self.events: queue.Queue[Event] = queue.Queue()
        self._port = port
        self._secret = secret
        self._put_away = threading.Event()
        self._thread = threading.Thread(target=self._follow)
        self._thread.start()

    def _follow(self) -> None:
        last_id, retry_s = None, 1.0
        while not self._put_away.is_set():
            try:
                with Phone(self._port, self._secret, last_id) as phone:
                    while not self._put_away.is_set():
                        event = phone.next()
                        last_id, retry_s = event.id, phone.retry_s
                        self.events.put(event)
            except (OSError, IndexError):
                self._put_away.wait(retry_s)

    def put_away(self) -> None:
        """Once its server is gone: only then does it notice."""
        self._put_away.set()
        self._thread.join(PATIENCE_S)
