"""The warm reader: one process beside the agent, given one frame at a time.

Whoever comes while two wait is told that it is busy, rather than read late. A frame that takes too
long, or brings the reader down, costs that frame: the process is ended and another started.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import IO, BinaryIO

import msgspec

from kiosk.readers.reading import Reading, Seen

ROOT = Path(__file__).parents[2]
QUEUE = 2
START_S_MAX = 40.0
FRAME_S_MAX = 8.0
QUIET = {"OPENCV_LOG_LEVEL": "SILENT", "OPENCV_IO_MAX_IMAGE_PIXELS": "100000000"}
"""Nothing about a picture reaches a log, and a small file cannot unfold into all the memory."""
ALONE_S_MAX = 40.0


class Ask(msgspec.Struct):
    frame: bytes
    kinds: list[str]
    today: str
    patterns: list[str] = []
    alone: bool = False
    """There will be no other frame to agree with."""


class Told(msgspec.Struct):
    reading: Reading | None = None
    why: str | None = None


def framed(message: bytes) -> bytes:
    return len(message).to_bytes(4, "big") + message


def sent(to: BinaryIO, message: bytes) -> None:
    to.write(framed(message))
    to.flush()


def received(source: BinaryIO) -> bytes | None:
    length = source.read(4)
    if len(length) < 4:
        return None
    return source.read(int.from_bytes(length, "big"))


class Busy(Exception):
    """Two frames wait already."""


class Reader:
    """`read` from any thread. Started at the first use, or by `warm`."""

    def __init__(self) -> None:
        self._waiting = BoundedSemaphore(QUEUE + 1)
        self._turn = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def read(
        self,
        frame: bytes,
        kinds: Sequence[str],
        today: date,
        patterns: Sequence[str] = (),
        *,
        alone: bool = False,
    ) -> Seen:
        if not self._waiting.acquire(blocking=False):
            raise Busy
        try:
            with self._turn:
                ask = Ask(frame, list(kinds), today.isoformat(), list(patterns), alone)
                return self._asked(ask)
        finally:
            self._waiting.release()

    def warm(self) -> bool:
        """Starts it if need be; whether it runs."""
        with self._turn:
            return self._running() is not None

    def close(self) -> None:
        with self._turn:
            self._end()

    def _asked(self, ask: Ask) -> Seen:
        process = self._running()
        if process is None:
            return Seen(None, "reader_missing")
        try:
            until = time.monotonic() + (ALONE_S_MAX if ask.alone else FRAME_S_MAX)
            self._hand(process, framed(msgspec.msgpack.encode(ask)), until)
            told = self._told(process, until)
        except OSError:
            told = None
        if told is None:
            self._end()
            return Seen(None, "reader_failed")
        return Seen(told.reading, told.why)

    def _running(self) -> subprocess.Popen[bytes] | None:
        if self._process is None or self._process.poll() is not None:
            self._end()
            command = [sys.executable, "-m", "kiosk.readers"]
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                bufsize=0,
                env={**os.environ, **QUIET},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            os.set_blocking(_end(self._process.stdin).fileno(), False)
            if self._told(self._process, time.monotonic() + START_S_MAX) is None:
                self._end()
        return self._process

    def _hand(self, process: subprocess.Popen[bytes], message: bytes, until: float) -> None:
        """A frame is larger than a pipe holds: a reader that hangs must not hang its agent."""
        stdin = _end(process.stdin)
        while message:
            left_s = max(0.0, until - time.monotonic())
            if not select.select([], [stdin], [], left_s)[1]:
                raise TimeoutError
            message = message[os.write(stdin.fileno(), message) :]

    def _told(self, process: subprocess.Popen[bytes], until: float) -> Told | None:
        stdout, message = _end(process.stdout), bytearray()
        while len(message) < 4 or len(message) < 4 + int.from_bytes(message[:4], "big"):
            ready, _, _ = select.select([stdout], [], [], max(0.0, until - time.monotonic()))
            part = stdout.read(65536) if ready else b""
            if not part:
                return None
            message += part
        return msgspec.msgpack.decode(message[4:], type=Told)

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            _end(self._process.stdin).close()
            _end(self._process.stdout).close()
            self._process = None


def _end(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None, "it was started with pipes"
    return pipe
