"""Devices' websockets: simple-websocket on gevent, behind a guard that counts before it reads.

`WebSocket` is what python-engineio asks of an async driver. What a frame's head announces is
checked before anything behind it is read: a frame of 16 MB costs as much as its first ten bytes.
"""

from __future__ import annotations

import base64
import binascii
import logging
import struct
from collections.abc import Callable, Iterator
from functools import partial
from time import monotonic
from typing import Any

import gevent
import simple_websocket
from gevent.event import Event
from gevent.lock import RLock

from server.web.connections import CONNECTION, Connection

READ_BYTES = 1024
"""Little at a time: others' turns come between the frames of somebody who sends many."""
FRAMES_MAX = 200
FRAMES_WITHIN_S = 10.0
"""A device asks for its views and answers pings: a handful in ten seconds."""
CONTROL_BYTES_MAX = 125
PROTOCOL_ERROR, POLICY, TOO_BIG = 1002, 1008, 1009
CONTINUATION, TEXT, BINARY = 0, 1, 2
PACKET_TYPES = "0123456b"

log = logging.getLogger("foyer.web")


class Refused(Exception):
    """`code` is how the websocket is closed."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Frames:
    """Follows a client's frames by their heads. `message_bytes_max` holds for a message: for the
    sum of its fragments."""

    def __init__(self, message_bytes_max: int, now: Callable[[], float] = monotonic) -> None:
        self._most = message_bytes_max
        self._now = now
        self._head = b""
        self._payload = 0
        """How much of the frame is still to come."""
        self._message = 0
        self._unfinished = False
        self._frames = 0
        self._since = now()

    def passed(self, data: bytes) -> bytes:
        """What of `data` may be read on. Raises Refused at the head of a frame that may not."""
        return b"".join(self._parts(memoryview(data)))

    def _parts(self, data: memoryview) -> Iterator[bytes]:
        while data:
            if self._payload:
                part, data = data[: self._payload], data[self._payload :]
                self._payload -= len(part)
                yield bytes(part)
                continue
            missing = _head_bytes(self._head) - len(self._head)
            self._head += bytes(data[:missing])
            data = data[missing:]
            if len(self._head) == _head_bytes(self._head):
                head, self._head = self._head, b""
                self._payload = self._announced(head)
                yield head

    def _announced(self, head: bytes) -> int:
        self._count()
        final, opcode, length = head[0] & 0x80, head[0] & 0x0F, _length(head)
        if head[0] & 0x70 or not head[1] & 0x80:
            # Compression was not agreed on, and a client always masks.
            raise Refused(PROTOCOL_ERROR)
        if opcode >= 8:
            if length > CONTROL_BYTES_MAX or not final:
                raise Refused(PROTOCOL_ERROR)
            return length
        if opcode > BINARY or (opcode == CONTINUATION) is not self._unfinished:
            raise Refused(PROTOCOL_ERROR)
        self._message += length
        if self._message > self._most:
            raise Refused(TOO_BIG)
        self._unfinished = not final
        if final:
            self._message = 0
        return length

    def _count(self) -> None:
        now = self._now()
        if now - self._since > FRAMES_WITHIN_S:
            self._since, self._frames = now, 0
        self._frames += 1
        if self._frames > FRAMES_MAX:
            raise Refused(POLICY)


def _head_bytes(head: bytes) -> int:
    """As far as it is known from what has come of it."""
    if len(head) < 2:
        return 2
    length = head[1] & 0x7F
    return 2 + {126: 2, 127: 8}.get(length, 0) + (4 if head[1] & 0x80 else 0)


def _length(head: bytes) -> int:
    length = head[1] & 0x7F
    if length < 126:
        return length
    told: int = struct.unpack_from("!H" if length == 126 else "!Q", head, 2)[0]
    return told


class Wire:
    """The connection as simple-websocket uses a socket."""

    def __init__(self, connection: Connection, frames: Frames) -> None:
        self._connection = connection
        self._frames = frames
        self._sending = RLock()

    def recv(self, size: int) -> bytes:
        while True:
            gevent.sleep(0)
            received: bytes = self._connection.reader.read1(size)
            try:
                passed = self._frames.passed(received)
            except Refused as refused:
                self.send(struct.pack("!BBH", 0x88, 2, refused.code))
                return b""
            if passed or not received:
                return passed

    def send(self, data: bytes) -> None:
        with self._sending:
            self._connection.sock.sendall(data)

    def close(self) -> None:
        self._connection.end()


class Reader(gevent.Greenlet):  # type: ignore[misc]
    """simple-websocket's thread. However it ends, who waits for a message hears of it."""

    def __init__(self, ended: Callable[[], None], target: Callable[[], None]) -> None:
        super().__init__()
        self._ended = ended
        self._target = target

    def _run(self) -> None:
        try:
            self._target()
        except Exception as error:
            log.debug("a websocket's frames could not be read: %s", error, exc_info=True)
        finally:
            self._ended()


class WebSocket:
    """`WebSocket(handler, server)(environ, start_response)` runs `handler` until the end."""

    def __init__(self, message_bytes_max: int, handler: Callable[[Any], Any], _: Any) -> None:
        self._message_bytes_max = message_bytes_max
        self._handler = handler
        self._ws: simple_websocket.Server | None = None

    def __call__(self, environ: dict[str, Any], _: Any) -> tuple[bytes, ...]:
        connection: Connection = environ[CONNECTION]
        connection.upgrade()
        wire = Wire(connection, Frames(self._message_bytes_max))
        self._ws = simple_websocket.Server(
            _asked(environ) | {"werkzeug.socket": wire},
            receive_bytes=READ_BYTES,
            max_message_size=self._message_bytes_max,
            thread_class=partial(Reader, self._ended),
            event_class=Event,
        )
        try:
            self._handler(self)
        finally:
            wire.close()
        return ()

    def _ended(self) -> None:
        if self._ws is not None:
            self._ws.connected = False
            self._ws.event.set()

    def wait(self) -> str | bytes | None:
        """The next message; None when there will be no more."""
        assert self._ws is not None
        try:
            told: str | bytes = self._ws.receive()
        except simple_websocket.ConnectionClosed:
            return None
        # engineio trips over a message that is none of its packets.
        return told if isinstance(told, bytes) or told[:1] in PACKET_TYPES else None

    def send(self, message: str | bytes) -> None:
        """Raises OSError when nobody listens any more."""
        assert self._ws is not None
        try:
            self._ws.send(message)
        except simple_websocket.ConnectionClosed as error:
            raise OSError("the websocket is closed") from error

    def close(self) -> None:
        if self._ws is not None and self._ws.connected:
            try:
                self._ws.close()
            except OSError as error:
                log.debug("a websocket had gone: %s", error)
        self._ended()


def may_upgrade(environ: dict[str, Any]) -> bool:
    """Whether the request is a websocket's handshake as RFC 6455 has it."""
    wanted = {word.strip().lower() for word in environ.get("HTTP_CONNECTION", "").split(",")}
    return (
        environ["REQUEST_METHOD"] == "GET"
        and environ["SERVER_PROTOCOL"] == "HTTP/1.1"
        and environ.get("HTTP_UPGRADE", "").lower() == "websocket"
        and "upgrade" in wanted
        and environ.get("HTTP_SEC_WEBSOCKET_VERSION") == "13"
        and _is_key(environ.get("HTTP_SEC_WEBSOCKET_KEY", ""))
    )


def _is_key(key: str) -> bool:
    try:
        return len(key) == 24 and len(base64.b64decode(key, validate=True)) == 16
    except (binascii.Error, ValueError):
        return False


def _asked(environ: dict[str, Any]) -> dict[str, str]:
    """The handshake without extensions: compressed messages could become any size."""
    return {
        "HTTP_HOST": environ["HTTP_HOST"],
        "HTTP_UPGRADE": "websocket",
        "HTTP_CONNECTION": "Upgrade",
        "HTTP_SEC_WEBSOCKET_VERSION": "13",
        "HTTP_SEC_WEBSOCKET_KEY": environ["HTTP_SEC_WEBSOCKET_KEY"],
    }
