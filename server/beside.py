"""A process of its own beside the floor, that is asked plain values and answers plain values."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from gevent.lock import BoundedSemaphore
from gevent.subprocess import PIPE, Popen

from server.playing import receive, send

T = TypeVar("T")


class Beside:
    """`python -m server.playing`, started when first asked. One question at a time."""

    def __init__(self) -> None:
        self.process: Popen | None = None
        self._one_at_a_time = BoundedSemaphore(1)

    def ask(self, question: Any, kind: type[T]) -> T:
        """Raises OSError or EOFError when the process has died; `end` it, and ask again."""
        with self._one_at_a_time:
            process = self.process = self.process or _start()
            send(process.stdin, msgspec.msgpack.encode(question))
            message = receive(process.stdout)
        if message is None:
            raise EOFError
        return msgspec.msgpack.decode(message, type=kind)

    def end(self) -> None:
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.wait()
            with suppress(OSError):
                # What it never read is lost with it.
                process.stdin.close()
            process.stdout.close()


def _start() -> Popen:
    # One core is for whoever taps: the arithmetic library must not take both.
    calm = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    return Popen(
        [sys.executable, "-m", "server.playing"],
        stdin=PIPE,
        stdout=PIPE,
        env=calm,
        cwd=Path(__file__).parents[1],
    )
