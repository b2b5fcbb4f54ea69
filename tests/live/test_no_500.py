"""Whatever a client sends, it is never our fault: no 500, no silence, and the store goes on.

A table of what has been seen to trip programs of this kind, put into every place of a request."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from itertools import product
from pathlib import Path

import pytest

from tests.browser.running import API, PATIENCE_S
from tests.live.conftest import Store

POLLING = "/socket.io/?EIO=4&transport=polling"


class Visited(Store):
    """With one visit in it, for addresses that mean something."""

    visit = ""
    secret = ""

    def fill(self) -> None:
        taken = self.ticket("advice")
        self.visit, self.secret = taken["id"], taken["secret"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visited]:
    store = Visited(Path(tmp_path_factory.mktemp("store")))
    store.start()
    store.fill()
    yield store
    store.stop()


def status_of(
    store: Visited,
    target: str,
    method: str = "GET",
    headers: tuple[tuple[str, bytes], ...] = (),
    body: bytes = b"",
) -> int:
    target = target.format(visit=store.visit, secret=store.secret)
    connection = HTTPConnection("localhost", store.port, timeout=PATIENCE_S)
    try:
        connection.putrequest(method, target)
        for name, value in headers:
            connection.putheader(name, value)
        if body:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body or None)
        return connection.getresponse().status
    finally:
        connection.close()


ODD = ["%00", "%ff%fe", "%ed%a0%80", "%0d%0aX:1", "%2e%2e%2f", "a" * 300, "a/" * 900, "%C3%BC" * 90]
PLACES = [
    "/{}",
    "/ui/{}.js",
    "/static/{}",
    "/v/{}",
    "/v/{}/visit",
    "/v/{}/events",
    "/v/{}/slip.pdf",
    "/a/{}/appointment.ics",
    "/enter/{}",
    "/enter/x?to={}",
    "/kiosk?{}",
    "/api/v1/stores/{}",
    API + "/services?language={}",
    API + "/visits/{}?secret={}",
    POLLING + "&sid={}",
    POLLING + "&j={}",
    "/socket.io/?EIO={}",
    "/socket.io/{}",
]


@pytest.mark.parametrize("place", PLACES)
def test_odd_addresses(store: Visited, place: str) -> None:
    for odd, method in product(ODD, ("GET", "POST", "MADE-UP")):
        assert status_of(store, place.replace("{}", odd), method) < 500, (method, odd)


HEADERS = [
    ("Cookie", b"foyer_main=x"),
    ("Cookie", b'foyer_main=.eJx\xff; a="\xff'),
    ("Cookie", b"=" * 3000),
    ("Authorization", b"Bearer \xff\xfe"),
    ("Authorization", b"Bearer " + b"x" * 7000),
    ("Authorization", b"Basic x"),
    ("Range", b"bytes=9-1"),
    ("If-Range", b"x"),
    ("If-None-Match", b'W/"\xff'),
    ("If-Modified-Since", b"Mon, 99 Foo 99999 99:99:99 GMT"),
    ("Accept-Language", b"\xff;q=x,;;;q=9,en;q=nan,de;q=1e999"),
    ("Accept", b"text/html;q=\xff,/;q=inf"),
    ("Accept-Encoding", b"gzip;q=x"),
    ("Content-Type", b"application/json; charset=\xff"),
    ("Content-Type", b"multipart/form-data"),
    ("Origin", b"http://[x"),
    ("Last-Event-ID", b"\xb2"),
    ("Idempotency-Key", b"\xff"),
    ("X-Forwarded-For", b"\xff"),
    ("X-Forwarded-Host", b"a b"),
    ("Upgrade", b"websocket"),
    ("Upgrade", b"h2c"),
    ("Expect", b"nothing"),
    ("Access-Control-Request-Headers", b"\xff"),
]
DOORS = [
    "/",
    "/ui/live.js",
    "/staff",
    "/v/{secret}",
    "/v/{secret}/visit",
    API + "/visits/{visit}?secret={secret}",
    POLLING,
    "/socket.io/?EIO=4&transport=websocket",
    "/nothing",
]


@pytest.mark.parametrize("door", DOORS)
def test_odd_headers(store: Visited, door: str) -> None:
    for header in HEADERS:
        assert status_of(store, door, headers=(header,)) < 500, header
        assert status_of(store, door, "POST", (header,), b"{}") < 500, header


BODIES = [
    b"{",
    b"\xff\x00",
    b"null",
    b"[1]",
    b'{"secret": 1}',
    b'{"secret": "\\ud800"}',
    b'{"score": 1e400}',
    b'{"secret": ' + b"[" * 30_000,
    b'{"x": ' + b"[" * 30_000,
    b"x" * 70_000,
]
TAKES = [
    API + "/visits",
    API + "/visits/{visit}/hold?secret={secret}",
    API + "/visits/{visit}/feedback",
    API + "/appointments/x/cancel",
    "/api/v1/session/pin",
    POLLING,
    "/healthz",
]


@pytest.mark.parametrize("door", TAKES)
def test_odd_bodies(store: Visited, door: str) -> None:
    json_ = ("Content-Type", b"application/json")
    for body, key in product(BODIES, ((), (("Idempotency-Key", b"x"),))):
        assert status_of(store, door, "POST", (json_, *key), body) < 500, body[:40]


PACKETS = [
    b"4",
    b"40",
    b"4garbage",
    b"40{",
    b"42[",
    b"450-",
    b"451-[]",
    b"99",
    b"x",
    b"b!!!",
    b"\xff",
]
PACKETS += [b"2probe", b"5", b"4" + b"[" * 9000, b"\x1e" * 50, b'42["watch",1,2,3]', b"3", b"1"]


@pytest.mark.parametrize("packet", PACKETS)
def test_odd_packets(store: Visited, packet: bytes) -> None:
    connection = HTTPConnection("localhost", store.port, timeout=PATIENCE_S)
    connection.request("GET", POLLING)
    sid = json.loads(connection.getresponse().read()[1:])["sid"]
    connection.close()
    for sent in (b"40", packet, packet):
        assert status_of(store, f"{POLLING}&sid={sid}", "POST", (), sent) < 500


def test_the_store_goes_on_and_its_log_is_not_full(store: Visited) -> None:
    assert store.ticket("advice")["ticket"]
    assert len(store.log.read_bytes()) < 50_000, "a stranger cannot fill the disk"
