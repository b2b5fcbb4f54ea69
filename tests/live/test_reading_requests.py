"""What two programs could read differently is refused, whole, and ends the connection."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from gevent import pywsgi, socket

from server.web.listener import Handler, Server, listen
from tests.browser.running import PATIENCE_S

asked: list[tuple[str, bytes]] = []


def application(environ: dict[str, Any], start_response: Any) -> Any:
    asked.append((environ["PATH_INFO"], environ["wsgi.input"].read()))
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"seen"]


@pytest.fixture
def server() -> Iterator[Server]:
    asked.clear()
    server = Server(listen("127.0.0.1", 0), application, log=None, handler_class=Handler)
    server.start()
    yield server
    server.finish(1)


def answers(server: Server, sent: bytes, close: bool = False) -> bytes:
    asking = socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE_S)
    asking.sendall(sent)
    if close:
        asking.shutdown(socket.SHUT_WR)
    heard = b""
    try:
        while chunk := asking.recv(1 << 16):
            heard += chunk
    except ConnectionResetError:
        pass
    asking.close()
    return heard


SMUGGLED = b"GET /smuggled HTTP/1.1\r\nHost: here\r\n\r\n"
BODY = b"5\r\nhello\r\n0\r\n\r\n"

HEADS = {
    "length and chunks": b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
    "plus": b"Content-Length: +5\r\n",
    "underscore": b"Content-Length: 1_0\r\n",
    "negative": b"Content-Length: -5\r\n",
    "hexadecimal": b"Content-Length: 0x5\r\n",
    "other digits": b"Content-Length: \xb2\r\n",
    "empty length": b"Content-Length: \r\n",
    "two lengths": b"Content-Length: 5\r\nContent-Length: 6\r\n",
    "the same twice": b"Content-Length: 5\r\nContent-Length: 5\r\n",
    "a list of lengths": b"Content-Length: 5, 5\r\n",
    "an encoding that is none": b"Transfer-Encoding: xchunked\r\n",
    "two encodings": b"Transfer-Encoding: gzip, chunked\r\n",
    "encoding twice": b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
    "a vertical tab": b"Transfer-Encoding: \x0bchunked\r\n",
    "two hosts": b"Host: there\r\n",
    "bare carriage return": b"X: 1\rContent-Length: 5\r\n",
    "bare line feed": b"X: 1\nContent-Length: 5\r\n",
    "NUL in a value": b"X: 1\x002\r\n",
    "NUL in a name": b"X\x00: 1\r\n",
    "folded": b"X: 1\r\n folded\r\n",
    "folded by a tab": b"X: 1\r\n\tfolded\r\n",
    "space before the colon": b"Content-Length : 5\r\n",
    "space before the name": b" Content-Length: 5\r\n",
    "nameless": b": 1\r\n",
    "no colon": b"Content-Length\r\n",
    "many": b"X: 1\r\n" * 101,
    "long": b"X: " + b"1" * 9000 + b"\r\n",
    "long in all": (b"X: " + b"1" * 8000 + b"\r\n") * 9,
}

LINES = {
    "absolute form": b"GET http://here/ HTTP/1.1\r\n",
    "authority form": b"CONNECT here:80 HTTP/1.1\r\n",
    "asterisk form": b"OPTIONS * HTTP/1.1\r\n",
    "no version": b"GET /\r\n",
    "another version": b"GET / HTTP/2.0\r\n",
    "a version in words": b"GET / HTTP/x\r\n",
    "a longer version": b"GET / HTTP/1.10\r\n",
    "two spaces": b"GET  / HTTP/1.1\r\n",
    "a tab": b"GET\t/ HTTP/1.1\r\n",
    "line feed only": b"GET / HTTP/1.1\n",
    "NUL": b"GET /\x00 HTTP/1.1\r\n",
    "a letter that is not ASCII": b"GET /\xff HTTP/1.1\r\n",
    "a method that is none": b"G(T / HTTP/1.1\r\n",
}

CHUNKS = {
    "plus": b"+5\r\nhello\r\n0\r\n\r\n",
    "underscore": b"0_5\r\nhello\r\n0\r\n\r\n",
    "0x": b"0x5\r\nhello\r\n0\r\n\r\n",
    "no size": b"\r\nhello\r\n0\r\n\r\n",
    "negative": b"-5\r\nhello\r\n0\r\n\r\n",
    "space before": b" 5\r\nhello\r\n0\r\n\r\n",
    "line feed only": b"5\nhello\r\n0\r\n\r\n",
    "line feed in an extension": b"5;x\ny\r\nhello\r\n0\r\n\r\n",
    "longer than said": b"5\r\nhello you\r\n0\r\n\r\n",
    "no end of the chunk": b"5\r\nhello0\r\n\r\n",
    "a trailer that is none": b"5\r\nhello\r\n0\r\nGET / HTTP/1.1\r\n\r\n",
    "a huge size": b"fffffffffffffffff\r\n",
}


def refused(server: Server, sent: bytes) -> None:
    heard = answers(server, sent + SMUGGLED)
    head, _, body = heard.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert b"Connection: close" in head
    problem = json.loads(body)
    assert problem["code"] == "bad_request"
    assert problem["detail"].endswith(".")
    assert asked == [], "nothing behind it is read as a request"


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_head_that_could_be_read_in_two_ways(server: Server, head: bytes) -> None:
    refused(server, b"POST / HTTP/1.1\r\nHost: here\r\n" + head + b"\r\n" + BODY)


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_first_line_that_is_none(server: Server, line: bytes) -> None:
    refused(server, line + b"Host: here\r\n\r\n")


@pytest.mark.parametrize("host", [b"", b"Host: \r\n", b"Host: a b\r\n", b"Host: a/b\r\n"])
def test_a_request_without_a_host(server: Server, host: bytes) -> None:
    refused(server, b"GET / HTTP/1.1\r\n" + host + b"\r\n")


@pytest.mark.parametrize("chunks", CHUNKS.values(), ids=CHUNKS)
def test_chunks_that_could_be_read_in_two_ways(server: Server, chunks: bytes) -> None:
    refused(server, b"POST / HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)


def test_chunks_in_an_old_version(server: Server) -> None:
    refused(server, b"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n" + BODY)


def test_a_body_in_chunks_is_read_whole(server: Server) -> None:
    head = b"POST /chunks HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: Chunked\r\n\r\n"
    body = b"5;name=value\r\nhello\r\n4\r\n you\r\n0\r\nX-Trailer: 1\r\n\r\n"
    last = b"GET /next HTTP/1.0\r\n\r\n"
    assert answers(server, head + body + last).count(b"seen") == 2
    assert asked == [("/chunks", b"hello you"), ("/next", b"")]


@pytest.mark.parametrize(
    "body",
    [b"Content-Length: 65537\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\n10001\r\n"],
)
def test_a_body_that_is_too_large_is_not_read(server: Server, body: bytes) -> None:
    heard = answers(server, b"POST / HTTP/1.1\r\nHost: here\r\n" + body)
    assert heard.startswith(b"HTTP/1.1 413 ")
    assert asked == []


def test_a_body_that_ends_early_is_never_asked_about(server: Server) -> None:
    head = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\n"
    assert answers(server, head + b"hello", close=True).startswith(b"HTTP/1.1 400 ")
    assert asked == []


def test_who_waits_for_leave_to_send_a_body_is_given_it(server: Server) -> None:
    asking = socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE_S)
    head = (
        b"POST /leave HTTP/1.1\r\nHost: here\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n"
    )
    asking.sendall(head)
    assert asking.recv(1 << 16) == b"HTTP/1.1 100 Continue\r\n\r\n"
    asking.sendall(b"hello")
    assert asking.recv(1 << 16).endswith(b"seen")
    asking.close()


@pytest.mark.parametrize("trickle", [b"GET / HTTP/1.1\r\n", b"POST / HTTP/1.1\r\nHost: here\r\nX:"])
def test_a_head_has_to_arrive_in_time_however_it_trickles(
    server: Server, monkeypatch: pytest.MonkeyPatch, trickle: bytes
) -> None:
    """Each byte comes long before anybody would be called silent; the whole never comes."""
    monkeypatch.setattr("server.web.listener.HEAD_S", 0.3)
    asking = socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE_S)
    asking.sendall(trickle)
    with pytest.raises(OSError, match=r"Broken pipe|reset"):
        for _ in range(1000):
            asking.sendall(b"1")
            asking.settimeout(0.05)
            try:
                assert asking.recv(1) == b""
                raise BrokenPipeError("Broken pipe")
            except TimeoutError:
                continue
    asking.close()
    assert asked == []


OURS = (
    "handle",
    "read_requestline",
    "read_request",
    "_handle_client_error",
    "_headers",
    "get_environ",
    "run_application",
    "process_result",
    "_write_with_headers",
    "log_request",
    "finalize_headers",
    "_sendall",
)
"""What the listener takes over from pywsgi, or calls there; half of it is not public."""


@pytest.mark.parametrize("name", OURS)
def test_pywsgi_still_has_what_the_listener_takes_over(name: str) -> None:
    assert callable(getattr(pywsgi.WSGIHandler, name))


def test_pywsgi_still_discards_a_body_and_accepts_as_the_listener_expects() -> None:
    assert callable(pywsgi.Input._discard)
    assert callable(pywsgi.WSGIServer.do_read)
    assert pywsgi.WSGIHandler.wsgi_input is None
