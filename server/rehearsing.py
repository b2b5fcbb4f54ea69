"""Rehearsals beside the floor: a process of its own plays it ahead, again whenever it changed.

Nobody's tap waits for arithmetic: the store asks, goes on, and hears the outcome some
milliseconds later. If the other process dies, waits are told from the lines alone until it is
back.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from pathlib import Path

import gevent
import msgspec
from gevent.event import Event
from gevent.lock import BoundedSemaphore
from gevent.subprocess import PIPE, Popen

from server.playing import receive, send
from server.store import OpenStore
from server.waits.outlook import Outlook
from server.waits.quotes import Forecaster

log = logging.getLogger("foyer.rehearsing")

REST_S = 0.25
"""Between two rehearsals at least this, and ten times what the last one took."""
EVERY_S = 10.0
"""Time passes also when nothing happens."""
BORN_AGAIN_S = 2.0


class Rehearser:
    """Keeps a forecaster's outlook fresh. Use it from the greenlets' thread."""

    def __init__(self, store: OpenStore, forecaster: Forecaster) -> None:
        self._store = store
        self._forecaster = forecaster
        self._changed = Event()
        self._child: Popen | None = None
        self._one_at_a_time = BoundedSemaphore(1)
        store.subscribe(lambda day, facts, now, forecast: self._changed.set())
        self._greenlet = gevent.spawn(self._run)

    def stop(self) -> None:
        self._greenlet.kill()
        self.born_again()

    def _run(self) -> None:
        while True:
            try:
                gevent.sleep(max(REST_S, 10 * self.rehearse()))
            except (OSError, EOFError, msgspec.MsgspecError):
                log.warning("the rehearsing process is gone; starting another", exc_info=True)
                self.born_again()
                gevent.sleep(BORN_AGAIN_S)
            self._changed.wait(EVERY_S)
            self._changed.clear()

    def rehearse(self) -> float:
        """Plays the floor as it is now; returns how many seconds that took."""
        with self._one_at_a_time:
            return self._rehearse()

    def _rehearse(self) -> float:
        child = self._child = self._child or _start()
        ask, bases = self._store.look(lambda day, now, forecast: self._forecaster.ask(day, now))
        started = time.monotonic()
        send(child.stdin, msgspec.msgpack.encode(ask))
        message = receive(child.stdout)
        if message is None:
            raise EOFError
        took = time.monotonic() - started
        self._forecaster.hear(msgspec.msgpack.decode(message, type=Outlook), bases)
        return took

    def born_again(self) -> None:
        """Ends the other process; the next rehearsal starts another."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            child.stdin.close()
            child.stdout.close()


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
