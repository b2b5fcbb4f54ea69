"""Who listens: phones on Server-Sent Events and screens on Socket.IO, hundreds to a process of its
own, each note of news stamped on the clock all processes share. Like the real ones they come back
when the connection ends: an EventSource after the `retry` it was told, a screen after 300 ms.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import selectors
import socket
from collections.abc import Sequence
from multiprocessing.connection import Connection
from time import perf_counter
from typing import Any, NamedTuple

from bench._wire import connect, request

BACK_S = 0.3


class Heard(NamedTuple):
    at: float
    who: int
    seq: int


class Listener:
    """One connection that is kept up. Subclasses say how to ask and how to read."""

    back_s = BACK_S

    def __init__(self, who: int, port: int) -> None:
        self.who = who
        self.port = port
        self.socket: socket.socket | None = None
        self.buffer = b""
        self.due = 0.0
        self.last: Any = None

    def connect(self) -> bool:
        self.buffer = b""
        try:
            self.socket = connect(self.port)
            self.socket.sendall(self.asks())
        except OSError:
            self.lost()
            return False
        return True

    def lost(self) -> None:
        if self.socket is not None:
            self.socket.close()
        self.socket = None
        self.due = perf_counter() + self.back_s

    def asks(self) -> bytes:
        raise NotImplementedError

    def take(self, chunk: bytes) -> list[int]:
        """The seqs of the news in what was received."""
        raise NotImplementedError


class Phone(Listener):
    def __init__(self, who: int, port: int, secret: str) -> None:
        super().__init__(who, port)
        self.secret = secret
        self.last_id = ""

    def asks(self) -> bytes:
        head = f"GET /v/{self.secret}/events HTTP/1.1\r\nHost: localhost\r\n"
        if self.last_id:
            head += f"Last-Event-ID: {self.last_id}\r\n"
        return head.encode() + b"Accept: text/event-stream\r\n\r\n"

    def take(self, chunk: bytes) -> list[int]:
        *events, self.buffer = (self.buffer + chunk).split(b"\n\n")
        return [seq for event in events if (seq := self._read(event)) is not None]

    def _read(self, event: bytes) -> int | None:
        if event.startswith(b"HTTP/1.1") and not event.startswith(b"HTTP/1.1 200"):
            raise ConnectionError(event[:40])
        fields = dict(line.split(b": ", 1) for line in event.split(b"\n") if b": " in line)
        if b"retry" in fields:
            self.back_s = int(fields[b"retry"]) / 1000
        if b"id" not in fields:
            return None
        self.last_id = fields[b"id"].decode()
        self.last = fields[b"data"]
        return int(fields[b"id"])


class Screen(Listener):
    """A TV: just enough of Socket.IO over a websocket to watch a view."""

    def __init__(self, who: int, port: int, token: str, store: str, view: str) -> None:
        super().__init__(who, port)
        self.token = token
        self.wanted = json.dumps(["watch", {"store": store, "view": view}])
        self.event = f'42["{view}",'
        self.opened = False

    def asks(self) -> bytes:
        self.opened = False
        path = "/socket.io/?EIO=4&transport=websocket"
        return request("GET", path)[:-2] + (
            b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            b"Sec-WebSocket-Key: Zm95ZXItYmVuY2gtdHYhIQ==\r\n\r\n"
        )

    def take(self, chunk: bytes) -> list[int]:
        self.buffer += chunk
        if not self.opened:
            head, gap, rest = self.buffer.partition(b"\r\n\r\n")
            if not gap:
                return []
            if not head.startswith(b"HTTP/1.1 101"):
                raise ConnectionError(head[:40])
            self.opened, self.buffer = True, rest
        return [seq for text in self._frames() if (seq := self._answer(text)) is not None]

    def _frames(self) -> list[str]:
        texts = []
        while len(self.buffer) >= 2:
            length, start = self.buffer[1], 2
            if length == 126:
                length, start = int.from_bytes(self.buffer[2:4]), 4
            elif length == 127:
                length, start = int.from_bytes(self.buffer[2:10]), 10
            if len(self.buffer) < start + length:
                break
            texts.append(self.buffer[start : start + length].decode())
            self.buffer = self.buffer[start + length :]
        return texts

    def _answer(self, text: str) -> int | None:
        if text.startswith("0{"):
            self._say("40" + json.dumps({"token": self.token}))
        elif text.startswith("40{"):
            self._say("420" + self.wanted)
        elif text == "2":
            self._say("3")
        elif text.startswith("430"):
            return self._news(json.loads(text[3:])[0])
        elif text.startswith(self.event):
            return self._news(json.loads(text[2:])[1])
        return None

    def _news(self, news: dict[str, Any]) -> int:
        self.last = news["data"]
        seq: int = news["seq"]
        return seq

    def _say(self, text: str) -> None:
        assert self.socket is not None
        sent = text.encode()
        # Masked with zeros, which is a mask too. All of these are short.
        long = len(sent) > 125
        head = b"\x81" + (b"\xfe" + len(sent).to_bytes(2) if long else bytes([0x80 | len(sent)]))
        self.socket.sendall(head + bytes(4) + sent)


class Crowd:
    """Listeners in a process of their own: `heard()` hands out what they heard since the last
    time, `last()` what each knows."""

    def __init__(self, listeners: Sequence[Listener]) -> None:
        context = multiprocessing.get_context("fork")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_listen, args=(listeners, theirs), daemon=True)
        self._process.start()

    def heard(self) -> list[Heard]:
        return [Heard(*one) for one in self._ask("heard")]

    def last(self) -> list[Any]:
        known: list[Any] = self._ask("last")
        return known

    def _ask(self, what: str) -> Any:
        self._pipe.send(what)
        return self._pipe.recv()

    def close(self) -> None:
        self._pipe.send("close")
        self._process.join()


def _listen(listeners: Sequence[Listener], pipe: Connection) -> None:
    selector = selectors.DefaultSelector()
    selector.register(pipe, selectors.EVENT_READ)
    heard: list[Heard] = []
    away = list(listeners)
    while True:
        for listener in [one for one in away if one.due <= perf_counter()]:
            if listener.connect():
                away.remove(listener)
                selector.register(listener.socket, selectors.EVENT_READ, listener)  # type: ignore[arg-type]
        for ready, _ in selector.select(0.01 if away else None):
            if ready.data is None:
                if not _told(pipe, heard, listeners):
                    os._exit(0)
            elif not _received(ready.data, heard):
                selector.unregister(ready.fileobj)
                ready.data.lost()
                away.append(ready.data)


def _received(listener: Listener, heard: list[Heard]) -> bool:
    assert listener.socket is not None
    try:
        chunk = listener.socket.recv(1 << 16)
        at = perf_counter()
        heard += [Heard(at, listener.who, seq) for seq in listener.take(chunk)]
    except OSError:
        return False
    return bool(chunk)


def _told(pipe: Connection, heard: list[Heard], listeners: Sequence[Listener]) -> bool:
    asked = pipe.recv()
    if asked == "heard":
        pipe.send([tuple(one) for one in heard])
        heard.clear()
    elif asked == "last":
        pipe.send([one.last for one in listeners])
    return bool(asked != "close")
