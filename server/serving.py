"""The listener: one process, one hub (gevent), an answer in one packet.

`serve(app, host, port, on_ready)` runs until SIGINT or SIGTERM, then lets requests in hand finish.
A WSGI app may answer with a `HandOver`: the connection leaves the listener and costs it nothing
more. That is how thousands of phones are followed by `live/followers.py`.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

import gevent
from gevent import socket
from gevent.event import Event
from gevent.pywsgi import WSGIHandler, WSGIServer
from geventwebsocket.handler import WebSocketHandler

IDLE_S = 20
"""A connection silent for this long is closed: phones keep theirs open after loading a page."""
BACKLOG = 4096
HEADERS_MAX = 100
HEADER_BYTES_MAX = 8192
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
STOP_S = 3.0
SWITCH_S = 0.0005

log = logging.getLogger("foyer.serving")


class HandOver:
    """A WSGI answer that gives its connection away. `take` gets a file descriptor of its own,
    writes the response head itself, and closes it when it is done."""

    def __init__(self, take: Callable[[int], None]) -> None:
        self.take = take

    def __iter__(self) -> Iterator[bytes]:
        return iter(())


class Headers(dict[str, str]):
    """A request's headers by small name, as much of a mail message as pywsgi asks for. Its own
    are parsed as e-mail, which takes longer than all the rest of reading a request."""

    status = ""

    @property
    def typeheader(self) -> str | None:
        return self.getheader("content-type")

    def getheader(self, name: str) -> str | None:
        return super().get(name)

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name.lower(), default)


def read_headers(lines: Any) -> Headers:
    """Raises ValueError, which the listener answers with 400."""
    headers = Headers()
    for _ in range(HEADERS_MAX):
        line = lines.readline(HEADER_BYTES_MAX).decode("latin-1")
        if line in ("\r\n", "\n"):
            return headers
        name, colon, value = line.partition(":")
        if not colon or not line.endswith("\n") or not HEADER_NAME.fullmatch(name):
            raise ValueError("a header that is not one")
        name, value = name.lower(), value.strip()
        if name in headers:
            value = headers[name] + ("; " if name == "cookie" else ", ") + value
        headers[name] = value
    raise ValueError("too many headers")


@lru_cache(maxsize=256)
def environ_name(header: str) -> str | None:
    """None: not to be handed on under this name. An underscore could pass for a hyphen."""
    if "_" in header or header in ("content-type", "content-length"):
        return None
    return "HTTP_" + header.upper().replace("-", "_")


class Handler(WebSocketHandler):  # type: ignore[misc]
    """pywsgi's handler, with a head and body that leave in one packet."""

    def __init__(self, sock: Any, address: Any, server: Any, rfile: Any = None) -> None:
        sock.settimeout(IDLE_S)
        super().__init__(sock, address, server, rfile)

    def MessageClass(self, lines: Any, _: int) -> Headers:  # noqa: N802 pywsgi's name for it
        return read_headers(lines)

    def _headers(self) -> Iterator[tuple[str, str]]:
        for header, value in self.headers.items():
            if name := environ_name(header):
                yield name, value

    def read_requestline(self) -> str:
        # A client quick enough to have asked again already would else be served alone, for ever.
        gevent.sleep(0)
        line: str = super().read_requestline()
        return line

    def run_application(self) -> None:
        if "HTTP_UPGRADE" in self.environ:
            super().run_application()
            return
        self.server.in_hand += 1
        try:
            WSGIHandler.run_application(self)
        finally:
            self.server.in_hand -= 1

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

    def finish(self, within_s: float) -> None:
        self.stopping = True
        self.close()
        with gevent.Timeout(within_s, False):
            while self.in_hand:
                gevent.sleep(0.01)


def serve(app: Any, host: str, port: int, on_ready: Callable[[int], None]) -> None:
    """Serve until a signal; `on_ready` hears the port once connections are accepted."""
    raise_open_files()
    listener = listen(host, port)
    server = Server(listener, app, log=None, error_log=log, handler_class=Handler)
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


def open_files_max() -> int:
    """How many connections and files this process may have open, once it has asked for all."""
    return resource.getrlimit(resource.RLIMIT_NOFILE)[1]


def raise_open_files() -> None:
    most = open_files_max()
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


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
