"""Phones' connections: thousands of Server-Sent Events sockets, written from one place.

This knows sockets and bytes, and nothing of visits but their name. `Followers` is the whole of
what it offers, so that it can become a process of its own, which is handed the file descriptors.
Nothing here waits: a phone that reads slowly keeps the newest message only.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable
from contextlib import suppress
from random import randint
from typing import Protocol

import gevent
from gevent.hub import get_hub
from gevent.monkey import get_original

HEARTBEAT_S = 5
"""So that a phone soon knows that its news has stopped (`phone/follow.js`)."""
GONE_MS = 45_000
"""A phone that left without a word is given up when nothing was acknowledged for this long."""
SEND_BUFFER_BYTES = 8192
"""Small: a slow phone's old news waits here, where newer replaces it, and not in the kernel."""
RETRY_MS = (300, 900)
"""Phones come back this long after a restart: soon, and not all at once."""
EVENTS_PER_TURN = 64
PHONES_PER_TURN = 50

HEAD = (
    b"HTTP/1.1 200 OK\r\n"
    b"Content-Type: text/event-stream; charset=utf-8\r\n"
    b"Cache-Control: no-store\r\n"
    b"X-Content-Type-Options: nosniff\r\n"
    b"X-Accel-Buffering: no\r\n"
    b"Connection: close\r\n\r\n"
)
BEAT = b"event: beat\ndata: 1\n\n"
"""An event and not a comment: the page hears it, and so knows when it has gone deaf."""

# gevent replaces both with cooperative ones; these never wait, so the real ones are right.
epoll = get_original("select", "epoll")
plain_socket = get_original("socket", "socket")
EPOLLOUT, EPOLLHUP, EPOLLERR, EPOLLRDHUP = 4, 16, 8, 0x2000
LEFT = EPOLLHUP | EPOLLERR | EPOLLRDHUP


class Following(Protocol):
    """The boundary: what the voice asks of whoever holds the phones' connections."""

    def add(self, fd: int, visit: str, first: bytes) -> None: ...
    def tell(self, visit: str, message: bytes) -> None: ...
    def drop(self, visit: str) -> None: ...
    def visits(self) -> Iterable[str]: ...
    def count(self, visit: str | None = None) -> int: ...


class Followers:
    def __init__(self) -> None:
        self._visit_of: dict[int, str] = {}
        self._fds_of: dict[str, tuple[int, ...]] = {}
        self._behind: dict[int, tuple[bytes, bytes]] = {}
        """fd → the rest of a message half written, and the newest one after it."""
        self._epoll = epoll()
        self._watcher = get_hub().loop.io(self._epoll.fileno(), 1)
        self._watcher.start(self._on_events)
        self._heart = gevent.spawn(self._beat_forever)

    def add(self, fd: int, visit: str, first: bytes) -> None:
        """Take over a connection that waits for its answer, and say `first` to it."""
        prepare(fd)
        self._visit_of[fd] = visit
        self._fds_of[visit] = (*self._fds_of.get(visit, ()), fd)
        self._epoll.register(fd, LEFT)
        self._write(fd, HEAD + b"retry: %d\n\n" % randint(*RETRY_MS) + first)

    def tell(self, visit: str, message: bytes) -> None:
        for fd in self._fds_of.get(visit, ()):
            self._say(fd, message)

    def drop(self, visit: str) -> None:
        for fd in self._fds_of.get(visit, ()):
            self._forget(fd)

    def visits(self) -> Iterable[str]:
        return list(self._fds_of)

    def count(self, visit: str | None = None) -> int:
        return len(self._visit_of) if visit is None else len(self._fds_of.get(visit, ()))

    def close(self) -> None:
        self._heart.kill()
        self._watcher.stop()
        for fd in list(self._visit_of):
            self._forget(fd)
        self._epoll.close()

    def _say(self, fd: int, message: bytes) -> None:
        if fd in self._behind:
            self._behind[fd] = (self._behind[fd][0], message)
        else:
            self._write(fd, message)

    def _write(self, fd: int, data: bytes) -> None:
        try:
            written = os.write(fd, data)
        except BlockingIOError:
            written = 0
        except OSError:
            self._forget(fd)
            return
        if written < len(data):
            self._behind[fd] = (data[written:], b"")
            self._epoll.modify(fd, LEFT | EPOLLOUT)

    def _on_events(self) -> None:
        for fd, events in self._epoll.poll(0, EVENTS_PER_TURN):
            if events & LEFT:
                self._forget(fd)
            else:
                self._catch_up(fd)

    def _catch_up(self, fd: int) -> None:
        rest, newest = self._behind.pop(fd)
        self._epoll.modify(fd, LEFT)
        self._write(fd, rest)
        if newest and fd in self._visit_of:
            self._say(fd, newest)

    def _forget(self, fd: int) -> None:
        visit = self._visit_of.pop(fd, None)
        if visit is None:
            return
        self._behind.pop(fd, None)
        if left := tuple(other for other in self._fds_of[visit] if other != fd):
            self._fds_of[visit] = left
        else:
            del self._fds_of[visit]
        with suppress(OSError):
            self._epoll.unregister(fd)
        with suppress(OSError):
            os.close(fd)

    def _beat_forever(self) -> None:
        """Every phone once in HEARTBEAT_S, a share of them each second, a few at a time."""
        second = 0
        while True:
            gevent.sleep(1)
            second += 1
            due = [fd for fd in self._visit_of if fd % HEARTBEAT_S == second % HEARTBEAT_S]
            for start in range(0, len(due), PHONES_PER_TURN):
                for fd in due[start : start + PHONES_PER_TURN]:
                    if fd in self._visit_of and fd not in self._behind:
                        self._write(fd, BEAT)
                gevent.sleep(0.001)


def prepare(fd: int) -> None:
    os.set_blocking(fd, False)
    connection = plain_socket(socket.AF_INET, socket.SOCK_STREAM, 0, fd)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, GONE_MS)
    connection.detach()
