"""The listener: one process, one hub (gevent), an answer in one packet.

`serve(app, host, port, on_ready)` runs until SIGINT or SIGTERM, then lets requests in hand finish.
A WSGI app may answer with a `HandOver`: the connection leaves the listener and costs it nothing
more. That is how thousands of phones are followed by `live/followers.py`.
"""

from __future__ import annotations

import gc
import io
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from errno import EMFILE, ENFILE
from http import HTTPStatus
from time import monotonic
from typing import Any

import gevent
import msgspec
from gevent import socket
from gevent.event import Event
from gevent.pywsgi import WSGIHandler, WSGIServer

from server.web.body import Body, read_body
from server.web.connections import CONNECTION, Connections
from server.web.head import (
    BadRequest,
    body_length,
    check_host,
    environ_name,
    read_headers,
    read_request_line,
)
from server.web.open_files import Spare, open_files_max, raise_open_files, shares
from server.web.proxies import Proxies

IDLE_S = 20
"""A connection silent for this long is closed: phones keep theirs open after loading a page."""
HEAD_S = 10
"""From the first byte of a request to the last of its head, however they trickle in."""
BODY_S = 20
BACKLOG = 4096
STOP_S = 3.0
SWITCH_S = 0.0005
REFUSED = {400: "bad_request", 413: "too_large"}
REFUSED_HEAD = (
    "Content-Type: application/problem+json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
)

log = logging.getLogger("foyer.serving")


class HandOver:
    """A WSGI answer that gives its connection away. `take` gets a file descriptor of its own,
    writes the response head itself, and closes it when it is done."""

    def __init__(self, take: Callable[[int], None]) -> None:
        self.take = take

    def __iter__(self) -> Iterator[bytes]:
        return iter(())


class Arriving(io.RawIOBase):
    """What comes in over a socket until `deadline`; then TimeoutError."""

    def __init__(self, sock: Any) -> None:
        self._sock = sock
        self._deadline = 0.0

    def within(self, seconds: float) -> None:
        self._deadline = monotonic() + seconds

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left_s = self._deadline - monotonic()
        if left_s <= 0:
            raise TimeoutError
        self._sock.settimeout(left_s)
        read: int = self._sock.recv_into(buffer)
        return read


class Handler(WSGIHandler):  # type: ignore[misc]
    """pywsgi's handler, which reads strictly and answers head and body in one packet."""

    def __init__(self, sock: Any, address: Any, server: Any) -> None:
        self.arriving = Arriving(sock)
        super().__init__(sock, address, server, io.BufferedReader(self.arriving))

    def handle(self) -> None:
        address = self.client_address[0]
        many = self.server.proxies.named(address)
        self.connection = self.server.connections.enter(self.socket, address, many=many)
        if self.connection is None:
            self.socket.close()
            return
        self.connection.reader = self.rfile
        try:
            super().handle()
        finally:
            self.server.connections.leave(self.connection)

    def read_requestline(self) -> str:
        # A client quick enough to have asked again already would else be served alone, for ever.
        gevent.sleep(0)
        self.arriving.within(IDLE_S)
        if not self.rfile.peek(1):
            return ""
        self.arriving.within(HEAD_S)
        line: str = super().read_requestline()
        return line

    def read_request(self, raw_requestline: str) -> bool:
        """Raises BadRequest, or OSError for a client that has gone or is too slow."""
        self.requestline = raw_requestline.rstrip()
        asked = read_request_line(raw_requestline.encode("latin-1"))
        self.command, self.path, self.request_version = asked
        self.headers = read_headers(self.rfile)
        check_host(self.headers, asked.version)
        length = body_length(self.headers, asked.version)
        self._go_on(length)
        self.arriving.within(BODY_S)
        self.body = read_body(self.rfile, length)
        self.content_length = len(self.body)
        self.socket.settimeout(IDLE_S)
        wanted = {word.strip() for word in self.headers.get("connection", "").lower().split(",")}
        old = asked.version == "HTTP/1.0"
        self.close_connection = "close" in wanted or (old and "keep-alive" not in wanted)
        return True

    def _go_on(self, length: int | None) -> None:
        if length != 0 and self.headers.get("expect", "").lower() == "100-continue":
            self.socket.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")

    def _handle_client_error(self, ex: Exception) -> tuple[str, bytes] | None:
        # Not into the log: strangers would fill it.
        if not isinstance(ex, BadRequest):
            return None
        body = msgspec.json.encode(
            {
                "type": f"urn:foyer:problem:{REFUSED[ex.status]}",
                "title": HTTPStatus(ex.status).phrase,
                "status": ex.status,
                "detail": str(ex),
                "code": REFUSED[ex.status],
            }
        )
        head = f"HTTP/1.1 {ex.status} {HTTPStatus(ex.status).phrase}\r\n{REFUSED_HEAD}"
        return str(ex.status), (head % len(body)).encode() + body

    def _headers(self) -> Iterator[tuple[str, str]]:
        for header, value in self.headers.items():
            if name := environ_name(header):
                yield name, value

    def get_environ(self) -> dict[str, Any]:
        environ: dict[str, Any] = super().get_environ()
        self.wsgi_input = environ["wsgi.input"] = Body(self.body)
        environ["wsgi.input_terminated"] = True
        if self.body:
            environ["CONTENT_LENGTH"] = str(len(self.body))
        environ[CONNECTION] = self.connection
        self.server.proxies.read(environ)
        return environ

    def run_application(self) -> None:
        self.connection.busy()
        in_hand = "HTTP_UPGRADE" not in self.environ
        self.server.in_hand += in_hand
        try:
            super().run_application()
        finally:
            self.server.in_hand -= in_hand
            self.connection.silent()
            if self.connection.upgraded:
                self.close_connection = True

    def process_result(self) -> None:
        if isinstance(self.result, HandOver):
            self.close_connection = True
            self.headers_sent = True
            self.result.take(os.dup(self.socket.fileno()))
        else:
            super().process_result()

    def _write_with_headers(self, data: bytes) -> None:
        # Two sends (pywsgi's own way) under TCP_NODELAY are two packets, and wake the client twice.
        self.headers_sent = True
        self.finalize_headers()
        if self.server.stopping:
            self.close_connection = True
        head = b"\r\n".join(
            [b"HTTP/1.1 " + self.status, *(n + b": " + v for n, v in self.response_headers)]
        )
        if self.response_use_chunked and data:
            data = b"%x\r\n%b\r\n" % (len(data), data)
        self._sendall(b"%b\r\n\r\n%b" % (head, data or b""))

    def log_request(self) -> None:
        pass


class Server(WSGIServer):  # type: ignore[misc]
    in_hand = 0
    stopping = False
    # A thousand phones come back at once after a restart: answered a few at a time, they never all
    # hold a greenlet's stack.
    max_accept = 8

    def __init__(self, *args: Any, proxies: Proxies | None = None, **kwargs: Any) -> None:
        self.proxies = proxies or Proxies()
        self.connections = Connections(shares(open_files_max()).strangers)
        self._spare = Spare()
        super().__init__(*args, **kwargs)

    def do_read(self) -> Any:
        """The next connection. With no file left to hold it, a stranger's is ended and the
        newcomer is sent away: left in line, it would wake us for ever."""
        try:
            return super().do_read()
        except OSError as error:
            if error.errno not in (EMFILE, ENFILE):
                raise
        self.connections.make_room()
        with self._spare.given_up():
            if newcomer := super().do_read():
                newcomer[0].close()
        return None

    def finish(self, within_s: float) -> None:
        self.stopping = True
        self.close()
        with gevent.Timeout(within_s, False):
            while self.in_hand:
                gevent.sleep(0.01)
        self._spare.close()


def serve(
    app: Any,
    host: str,
    port: int,
    on_ready: Callable[[int], None],
    proxies: Proxies | None = None,
) -> None:
    """Serve until a signal; `on_ready` hears the port once connections are accepted."""
    raise_open_files()
    listener = listen(host, port)
    server = Server(listener, app, log=None, error_log=log, handler_class=Handler, proxies=proxies)
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        gevent.signal_handler(number, stop.set)
    server.start()
    settle_collector()
    share_evenly()
    on_ready(listener.getsockname()[1])
    stop.wait()
    server.finish(STOP_S)


def listen(host: str, port: int) -> Any:
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # Accepted sockets inherit it. Without it an answer waits 40 ms for the client's delayed ACK.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.bind(address)
    listener.listen(BACKLOG)
    return listener


def settle_collector() -> None:
    """What is loaded by now stays: with thousands of clients the collector would otherwise walk
    all of it, for hundreds of milliseconds, in the middle of somebody's tap."""
    gc.freeze()
    gc.set_threshold(20_000, 50, 1000)
    gc.enable()


def share_evenly() -> None:
    """The thread that writes the journal needs Python's lock a dozen times a batch. At Python's own
    5 ms, while everybody waits for that batch, it mostly waits for its turn."""
    sys.setswitchinterval(SWITCH_S)
