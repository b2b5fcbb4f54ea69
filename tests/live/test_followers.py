"""Thousands of phones' sockets: none may hold up another, and none keeps old news."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from http import HTTPStatus

import gevent
import pytest

from server.live.followers import Followers
from server.live.phones import RETRY_AFTER_S, Phones
from server.web.open_files import PHONES_MAX
from tests.browser.running import PATIENCE_S

MANY = 400
LONG = 2000
"""Bytes in a message: many of them overfill what the kernel holds for one that does not read."""


@pytest.fixture
def followers() -> Iterator[Followers]:
    followers = Followers()
    yield followers
    followers.close()


class Pocket:
    """The phone's end of a connection, with little room for what it has not read."""

    def __init__(self, followers: Followers, visit: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            self.socket = socket.socket()
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            self.socket.connect(listener.getsockname())
            theirs, _ = listener.accept()
        followers.add(theirs.detach(), visit, b"")
        self.socket.setblocking(False)
        self.heard = b""

    def read(self) -> bytes:
        """All there is by now."""
        try:
            while chunk := self.socket.recv(1 << 16):
                self.heard += chunk
        except BlockingIOError:
            pass
        return self.heard


def until(true: Callable[[], bool]) -> None:
    with gevent.Timeout(PATIENCE_S):
        while not true():
            gevent.sleep(0.001)


def message(n: int) -> bytes:
    return b"id: %d\ndata: %b\n\n" % (n, b"x" * LONG)


def ids(heard: bytes) -> list[int]:
    events = [event for event in heard.split(b"\n\n") if event.startswith(b"id: ")]
    assert all(len(event) >= LONG for event in events[:-1]), "a message was cut"
    return [int(event.split(b"\n")[0][4:]) for event in events]


def test_a_slow_reader_keeps_the_newest_only(followers: Followers) -> None:
    with_slow_phone = Pocket(followers, "rosa")
    for n in range(1, MANY + 1):
        followers.tell("rosa", message(n))
    until(lambda: ids(with_slow_phone.read())[-1:] == [MANY])
    heard = ids(with_slow_phone.heard)
    assert heard == sorted(heard)
    assert len(heard) < MANY / 2
    with_slow_phone.socket.close()


def test_a_slow_reader_holds_up_nobody(followers: Followers) -> None:
    slow, quick = Pocket(followers, "rosa"), Pocket(followers, "ken")
    for n in range(1, MANY + 1):
        followers.tell("rosa", message(n))
        followers.tell("ken", message(n))
        until(lambda n=n: ids(quick.read())[-1:] == [n] and quick.heard.endswith(b"x\n\n"))  # type: ignore[misc]
    assert ids(quick.heard) == list(range(1, MANY + 1))
    slow.socket.close()
    quick.socket.close()


def test_who_hangs_up_is_forgotten(followers: Followers) -> None:
    left, stays = Pocket(followers, "rosa"), Pocket(followers, "rosa")
    assert followers.count() == followers.count("rosa") == 2
    left.socket.close()
    until(lambda: followers.count() == 1)
    followers.tell("rosa", message(1))
    until(lambda: ids(stays.read()) == [1])
    stays.socket.close()
    until(lambda: followers.count() == 0)
    assert list(followers.visits()) == []


def test_a_visit_can_be_let_go(followers: Followers) -> None:
    rosa, ken = Pocket(followers, "rosa"), Pocket(followers, "ken")
    followers.drop("rosa")
    rosa.socket.setblocking(True)
    while rosa.socket.recv(1 << 16):
        pass
    assert list(followers.visits()) == ["ken"]
    rosa.socket.close()
    ken.socket.close()


class Full:
    """A follower of phones that has no room left."""

    def count(self, visit: str | None = None) -> int:
        return PHONES_MAX if visit is None else 0


def test_a_full_house_asks_to_come_again() -> None:
    phones = Phones(store=None, followers=Full(), visit_of=lambda secret: "rosa")  # type: ignore[arg-type]
    answered: list[tuple[str, dict[str, str]]] = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/v/secret/events"}
    body = phones.let_in("secret", environ, lambda *told: answered.append((told[0], dict(told[1]))))
    status, headers = answered[0]
    assert status.startswith(str(int(HTTPStatus.SERVICE_UNAVAILABLE)))
    assert headers["Retry-After"] == str(RETRY_AFTER_S)
    assert b"too_many_phones" in b"".join(body)
