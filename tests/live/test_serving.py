"""The listener: what it takes from a client, how it answers, how it stops."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import gevent
import pytest
from gevent import socket

from server.web.listener import Handler, HandOver, Server, listen
from tests.browser.running import PATIENCE_S

given_away: list[int] = []
asked: list[str] = []


def application(environ: dict[str, Any], start_response: Any) -> Any:
    path = environ["PATH_INFO"]
    asked.append(path)
    if path == "/mine":
        return HandOver(given_away.append)
    if path == "/slow":
        gevent.sleep(0.2)
    start_response("200 OK", [("Content-Type", "text/plain")])
    told = sorted(f"{name}={value}" for name, value in environ.items() if name.startswith("HTTP_"))
    return ["\n".join(told).encode()]


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server(listen("127.0.0.1", 0), application, log=None, handler_class=Handler)
    server.start()
    yield server
    server.finish(1)


def ask(server: Server, sent: bytes) -> socket.socket:
    asking = socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE_S)
    asking.sendall(sent)
    return asking


def answer(asking: socket.socket) -> bytes:
    heard: bytes = b""
    while chunk := asking.recv(1 << 16):
        heard += chunk
    asking.close()
    return heard


def test_an_answer_leaves_in_one_packet_at_once(server: Server) -> None:
    asking = ask(server, b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
    heard = asking.recv(1 << 16)
    assert heard.startswith(b"HTTP/1.1 200 OK\r\n")
    assert heard.endswith(b"\r\n\r\nHTTP_HOST=here")
    asking.close()


def test_an_answer_may_take_the_connection(server: Server) -> None:
    given_away.clear()
    asking = ask(server, b"GET /mine HTTP/1.1\r\nHost: here\r\n\r\n")
    with gevent.Timeout(PATIENCE_S):
        while not given_away:
            gevent.sleep(0.001)
    mine = given_away.pop()
    gevent.sleep(0.01)
    os.write(mine, b"written long after the request was over")
    os.close(mine)
    assert answer(asking) == b"written long after the request was over"


def test_headers_reach_the_application_under_their_own_name(server: Server) -> None:
    sent = (
        b"GET / HTTP/1.0\r\nX-One: 1\r\nx-one: 2\r\nCookie: a=1\r\nCookie: b=2\r\n"
        b"X_Forged: 3\r\nAuthorization:  Bearer x \r\n\r\n"
    )
    body = answer(ask(server, sent)).split(b"\r\n\r\n")[1]
    assert body.decode().split("\n") == [
        "HTTP_AUTHORIZATION=Bearer x",
        "HTTP_COOKIE=a=1; b=2",
        "HTTP_X_ONE=1, 2",
    ]


def test_a_request_in_hand_is_finished_before_the_end(server: Server) -> None:
    asking = ask(server, b"GET /slow HTTP/1.1\r\nHost: here\r\n\r\n")
    with gevent.Timeout(PATIENCE_S):
        while not server.in_hand:
            gevent.sleep(0.001)
    server.finish(5)
    assert answer(asking).startswith(b"HTTP/1.1 200 OK\r\n")


def test_nobody_is_served_alone(server: Server) -> None:
    """A client that has always asked again already still lets others in."""
    before, pushing, after = ask(server, b""), ask(server, b""), ask(server, b"")
    asked.clear()
    before.sendall(b"GET /before HTTP/1.0\r\nHost: here\r\n\r\n")
    pushing.sendall(b"GET /again HTTP/1.1\r\nHost: here\r\n\r\n" * 100)
    after.sendall(b"GET /after HTTP/1.0\r\nHost: here\r\n\r\n")
    with gevent.Timeout(PATIENCE_S):
        while len(asked) < 102:
            gevent.sleep(0.001)
    assert asked.index("/before") < 50
    assert asked.index("/after") < 50
    for connection in (before, pushing, after):
        connection.close()


def test_who_stays_silent_is_let_go(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.web.listener.IDLE_S", 0.05)
    silent = ask(server, b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
    assert answer(silent).startswith(b"HTTP/1.1 200 OK\r\n"), "the answer, and then the end"
