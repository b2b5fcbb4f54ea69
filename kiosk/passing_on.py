"""Passing a request on to the server, byte for byte, live connections too."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection
from http.server import BaseHTTPRequestHandler
from urllib.parse import urlsplit

CONNECT_S = 3.0
CHUNK = 65536
AWAY: dict[str, object] = {"type": "about:blank", "title": "The server is away.", "status": 503}
AWAY["code"] = "server_unreachable"
WAITING_PAGE = b"""<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="refresh" content="2"><title>Foyer</title>
<h1>This kiosk is looking for its store.</h1><p>It goes on by itself.</p></html>"""


@dataclass(frozen=True)
class Upstream:
    host: str
    port: int
    secure: bool
    token: str | None

    @staticmethod
    def of(address: str, token: str | None) -> Upstream | None:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        secure = parts.scheme == "https"
        try:
            port = parts.port or (443 if secure else 80)
        except ValueError:
            return None
        return Upstream(parts.hostname, port, secure, token)

    @property
    def name(self) -> str:
        return f"{self.host}:{self.port}"

    @property
    def address(self) -> str:
        return f"{'https' if self.secure else 'http'}://{self.name}"

    def ask(self, timeout_s: float) -> HTTPConnection:
        """A connection for one request; not yet open."""
        if not self.secure:
            return HTTPConnection(self.host, self.port, timeout=timeout_s)
        trusted = ssl.create_default_context()
        return HTTPSConnection(self.host, self.port, timeout=timeout_s, context=trusted)

    def connect(self) -> socket.socket:
        plain = socket.create_connection((self.host, self.port), CONNECT_S)
        plain.settimeout(None)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if not self.secure:
            return plain
        return ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)


def pass_on(asked: BaseHTTPRequestHandler, upstream: Upstream) -> None:
    try:
        server = upstream.connect()
    except OSError:
        away(asked)
        return
    with server:
        live = "upgrade" in asked.headers.get("Connection", "").lower()
        server.sendall(_head(asked, upstream, live))
        for part in _body(asked):
            server.sendall(part)
        if live:
            threading.Thread(target=_upwards, args=(asked, server), daemon=True).start()
        _downwards(server, asked)
        if live:
            # Whoever reads upwards must stop, or the page hears of the end only when it speaks.
            with suppress(OSError):
                asked.connection.shutdown(socket.SHUT_RDWR)


def _head(asked: BaseHTTPRequestHandler, upstream: Upstream, live: bool) -> bytes:
    lines = [f"{asked.command} {asked.path} HTTP/1.1", f"Host: {upstream.name}"]
    lines.append(f"Connection: {'Upgrade' if live else 'close'}")
    for name, value in asked.headers.items():
        if name.lower() in ("host", "connection", "keep-alive"):
            continue
        # The agent has checked that its own page asks; the server checks for its own address.
        lines.append(f"{name}: {upstream.address if name.lower() == 'origin' else value}")
    if upstream.token and "Authorization" not in asked.headers:
        lines.append(f"Authorization: Bearer {upstream.token}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def _body(asked: BaseHTTPRequestHandler) -> Iterator[bytes]:
    left = int(asked.headers.get("Content-Length") or 0)
    while left > 0:
        part = asked.rfile.read(min(left, CHUNK))
        if not part:
            return
        left -= len(part)
        yield part


def _upwards(asked: BaseHTTPRequestHandler, server: socket.socket) -> None:
    asked.connection.settimeout(None)
    try:
        while part := asked.rfile.read1(CHUNK):
            server.sendall(part)
        server.shutdown(socket.SHUT_WR)
    except OSError:
        server.close()


def _downwards(server: socket.socket, asked: BaseHTTPRequestHandler) -> None:
    try:
        while part := server.recv(CHUNK):
            asked.wfile.write(part)
    except OSError:
        return


def away(asked: BaseHTTPRequestHandler) -> None:
    page = "text/html" in asked.headers.get("Accept", "")
    data = WAITING_PAGE if page else json.dumps(AWAY).encode()
    asked.send_response(503)
    asked.send_header("Content-Type", "text/html" if page else "application/problem+json")
    asked.send_header("Content-Length", str(len(data)))
    asked.send_header("Connection", "close")
    asked.end_headers()
    asked.wfile.write(data)
