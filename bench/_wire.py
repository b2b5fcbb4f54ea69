"""A light client: raw keep-alive sockets in one loop, so that what is measured is the server.

A script is a generator for one connection: it yields a request's bytes and is sent the reply.
"""

from __future__ import annotations

import json
import selectors
import socket
from collections.abc import Generator, Iterable
from time import perf_counter
from typing import Any, NamedTuple

JSON = "application/json"


class Reply(NamedTuple):
    status: int
    body: bytes
    took_s: float
    asked_at: float
    """On `perf_counter`'s clock, which all processes of a machine share."""

    @property
    def json(self) -> Any:
        return json.loads(self.body)


Script = Generator[bytes, Reply, None]


class NoServer(ConnectionError):
    """The connection ended before its answer came."""


def request(
    method: str, path: str, token: str = "", body: Any = None, key: str | None = None
) -> bytes:
    sent = b"" if body is None else json.dumps(body).encode()
    head = [f"{method} {path} HTTP/1.1", "Host: localhost", f"Content-Length: {len(sent)}"]
    if token:
        head.append(f"Authorization: Bearer {token}")
    if key:
        head.append(f"Idempotency-Key: {key}")
    if sent:
        head.append(f"Content-Type: {JSON}")
    return "\r\n".join(head).encode() + b"\r\n\r\n" + sent


def connect(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port))
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def ask(port: int, sent: bytes) -> Reply:
    """One request on a connection of its own."""
    got: list[Reply] = []

    def once() -> Script:
        got.append((yield sent))

    talk(port, [once()])
    return got[0]


class _Line:
    def __init__(self, port: int, script: Script) -> None:
        self.script = script
        self.socket = connect(port)
        self.heard = b""
        self.asked_at = 0.0

    def say(self, sent: bytes) -> None:
        self.heard = b""
        self.asked_at = perf_counter()
        self.socket.sendall(sent)

    def hear(self) -> Reply | None:
        """The whole answer, once it is here."""
        chunk = self.socket.recv(1 << 16)
        if not chunk:
            raise NoServer
        self.heard += chunk
        head, gap, body = self.heard.partition(b"\r\n\r\n")
        if not gap or len(body) < _length(head):
            return None
        return Reply(int(head[9:12]), body, perf_counter() - self.asked_at, self.asked_at)


def _length(head: bytes) -> int:
    at = head.find(b"Content-Length: ")
    return int(head[at + 16 :].split(b"\r\n", 1)[0]) if at >= 0 else 0


def talk(port: int, scripts: Iterable[Script]) -> float:
    """Runs every script on its own connection, all at once; answers how many seconds it took.
    Raises NoServer when the server goes away."""
    selector = selectors.DefaultSelector()
    lines = [_Line(port, script) for script in scripts]
    began = perf_counter()
    talking = 0
    for line in lines:
        selector.register(line.socket, selectors.EVENT_READ, line)
        talking += _go_on(line, None)
    while talking:
        for ready, _ in selector.select():
            reply = ready.data.hear()
            if reply is not None and not _go_on(ready.data, reply):
                selector.unregister(ready.fileobj)
                talking -= 1
    took_s = perf_counter() - began
    for line in lines:
        line.socket.close()
    return took_s


def _go_on(line: _Line, reply: Reply | None) -> bool:
    try:
        line.say(next(line.script) if reply is None else line.script.send(reply))
    except StopIteration:
        return False
    return True


def percentiles(taken_s: Iterable[float]) -> dict[str, float]:
    """In milliseconds, nearest rank."""
    ordered = sorted(taken_s)
    if not ordered:
        return {"n": 0}

    def at(share: float) -> float:
        return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000, 3)

    return {"n": len(ordered), "p50_ms": at(0.5), "p99_ms": at(0.99), "max_ms": at(1.0)}
