"""Devices' websockets: what a frame announces is judged before anything behind it is read."""

from __future__ import annotations

import base64
import os
import socket
import struct
from pathlib import Path

import pytest
import simple_websocket
from engineio.async_drivers import gevent as driver
from hypothesis import given
from hypothesis import strategies as st

from server.live.broadcast import MESSAGE_BYTES_MAX
from server.web.websocket import FRAMES_MAX, Frames, Refused
from tests.browser.running import PATIENCE_S, ROOT
from tests.live.conftest import Store

MASK = b"\1\2\3\4"
TEXT, MORE, CLOSE, PING = 1, 0, 8, 9
SOCKET = "/socket.io/?EIO=4&transport=websocket"


def head(opcode: int, length: int, final: bool = True, masked: bool = True, odd: int = 0) -> bytes:
    first = (0x80 if final else 0) | odd | opcode
    mask = 0x80 if masked else 0
    if length < 126:
        told = struct.pack("!BB", first, mask | length)
    elif length < 1 << 16:
        told = struct.pack("!BBH", first, mask | 126, length)
    else:
        told = struct.pack("!BBQ", first, mask | 127, length)
    return told + (MASK if masked else b"")


def frame(opcode: int, payload: bytes, final: bool = True) -> bytes:
    masked = bytes(byte ^ MASK[at % 4] for at, byte in enumerate(payload))
    return head(opcode, len(payload), final) + masked


class Still:
    """A clock that stands."""

    def __call__(self) -> float:
        return 0.0


@given(st.lists(st.binary(max_size=300), max_size=5), st.integers(1, 40))
def test_frames_pass_as_they_are_however_they_arrive(sent: list[bytes], at_once: int) -> None:
    frames, data = Frames(1000, Still()), b"".join(frame(TEXT, payload) for payload in sent)
    parts = [data[start : start + at_once] for start in range(0, len(data), at_once)]
    assert b"".join(frames.passed(part) for part in parts) == data


REFUSED = {
    "too big": (head(TEXT, 1001), 1009),
    "16 MB": (head(TEXT, 1 << 24), 1009),
    "as big as can be told": (head(TEXT, (1 << 63) - 1), 1009),
    "in fragments": (frame(TEXT, b"x" * 600, final=False) + head(MORE, 401), 1009),
    "not masked": (head(TEXT, 1, masked=False), 1002),
    "compressed": (head(TEXT, 1, odd=0x40), 1002),
    "a long ping": (head(PING, 126), 1002),
    "half a ping": (head(PING, 1, final=False), 1002),
    "an opcode that is none": (head(5, 1), 1002),
    "nothing to go on with": (head(MORE, 1), 1002),
    "a second beginning": (frame(TEXT, b"x", final=False) + head(TEXT, 1), 1002),
    "more than anybody has to say": (frame(PING, b"") * (FRAMES_MAX + 1), 1008),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_what_a_head_announces_is_refused_before_its_payload(data: bytes, code: int) -> None:
    with pytest.raises(Refused) as refused:
        Frames(1000, Still()).passed(data)
    assert refused.value.code == code


def test_a_ping_between_fragments_is_not_part_of_the_message() -> None:
    frames = Frames(1000, Still())
    data = frame(TEXT, b"x" * 600, final=False) + frame(PING, b"") + frame(MORE, b"x" * 400)
    assert frames.passed(data * 2) == data * 2


class Device:
    """A websocket by hand, which says what no library would."""

    def __init__(self, store: Store, path: str = SOCKET, **headers: str) -> None:
        self.sock = socket.create_connection(("localhost", store.port), timeout=PATIENCE_S)
        told = {
            "Host": f"localhost:{store.port}",
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
        }
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [f"GET {path} HTTP/1.1", *(f"{n}: {v}" for n, v in told.items() if v), "", ""]
        self.sock.sendall("\r\n".join(lines).encode())
        self.lines = self.sock.makefile("rb")
        self.status = int(self.lines.readline().split()[1])
        self.headers = {}
        while (line := self.lines.readline()) not in (b"\r\n", b""):
            name, _, value = line.decode().partition(":")
            self.headers[name.lower()] = value.strip()

    def next(self) -> tuple[int, bytes] | None:
        """Opcode and payload of the next frame; None at the end."""
        try:
            first = self.lines.read(2)
            if len(first) < 2:
                return None
            length = first[1]
            if length == 126:
                length = struct.unpack("!H", self.lines.read(2))[0]
            return first[0] & 0x0F, self.lines.read(length)
        except ConnectionResetError:
            return None

    def closed_with(self) -> int | None:
        """Reads to the end; the code of the close, if there was one."""
        code = None
        while (found := self.next()) is not None:
            if found[0] == CLOSE and len(found[1]) >= 2:
                code = struct.unpack("!H", found[1][:2])[0]
        return code

    def close(self) -> None:
        self.lines.close()
        self.sock.close()


def test_a_huge_frame_is_closed_at_its_head(open_store: Store) -> None:
    device = Device(open_store)
    assert device.status == 101
    device.sock.sendall(head(TEXT, 1 << 24))
    assert device.closed_with() == 1009, "nothing behind the head was waited for"
    device.close()


def test_fragments_are_summed(open_store: Store) -> None:
    device = Device(open_store)
    half = b"4" + b"x" * (MESSAGE_BYTES_MAX // 2)
    device.sock.sendall(frame(TEXT, half, final=False) + frame(MORE, half, final=False))
    assert device.closed_with() == 1009
    device.close()


@pytest.mark.parametrize(
    "message", [b"", b"4", b"4garbage", b"x", b"9", b"4" + b"[" * 9000, b"b!", b"\xff\xfe", b"41"]
)
def test_nonsense_ends_its_own_connection_and_nothing_else(
    open_store: Store, message: bytes
) -> None:
    device = Device(open_store)
    device.sock.sendall(frame(TEXT, message) + frame(CLOSE, b"\x03\xe8"))
    device.closed_with()
    device.close()
    log = open_store.log.read_text()
    assert "BlockingIOError" not in log
    assert "<Greenlet" not in log, "gevent prints what nobody has caught"
    assert open_store.ticket("advice")["ticket"]


def test_compression_is_not_agreed_on(open_store: Store) -> None:
    device = Device(open_store, Sec_WebSocket_Extensions="permessage-deflate")
    assert device.status == 101
    assert "sec-websocket-extensions" not in device.headers
    device.close()


NO_HANDSHAKE = [
    {"Sec_WebSocket_Key": "x"},
    {"Sec_WebSocket_Key": ""},
    {"Sec_WebSocket_Key": "é" * 12},
    {"Sec_WebSocket_Key": "dGhlIHNhbXBsZQ=="},
    {"Sec_WebSocket_Version": "8"},
    {"Sec_WebSocket_Version": ""},
    {"Connection": "keep-alive"},
    {"Upgrade": "h2c"},
]


@pytest.mark.parametrize("headers", NO_HANDSHAKE)
def test_a_handshake_that_is_none(open_store: Store, headers: dict[str, str]) -> None:
    device = Device(open_store, **headers)
    assert device.status == 400
    assert device.headers["content-type"] == "application/problem+json"
    device.close()


def test_a_device_that_leaves_without_a_word_leaves_nothing_behind(open_store: Store) -> None:
    files = Path(f"/proc/{open_store.process.pid}/fd")  # type: ignore[union-attr]
    before = len(list(files.iterdir()))
    for _ in range(40):
        device = Device(open_store)
        device.next()
        device.close()
    while len(list(files.iterdir())) > before + 5:
        Device(open_store, Upgrade="h2c").close()


def test_gevent_websocket_is_neither_used_nor_locked() -> None:
    for path in [*ROOT.glob("server/**/*.py"), *ROOT.glob("requirements*.txt")]:
        text = path.read_text().lower()
        assert "geventwebsocket" not in text, path
        assert "gevent-websocket" not in text, path


def test_the_libraries_have_what_the_websocket_takes_over() -> None:
    assert callable(driver._async["websocket"])
    assert callable(simple_websocket.Server.handshake)
