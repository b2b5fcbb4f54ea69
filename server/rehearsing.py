"""Arithmetic beside the floor: a process of its own plays it ahead whenever it changed, and fits
what was learned.

Nobody's tap waits for arithmetic: the store asks, goes on, and hears the outcome some
milliseconds later. If the other process dies, waits are told from the lines alone until it is
back.
"""

from __future__ import annotations

import logging
import time

import gevent
from gevent.event import Event
from gevent.lock import BoundedSemaphore

from server.beside import Beside
from server.store import DISK_FAILS, OpenStore
from server.waits.forecaster import Forecaster
from server.waits.learned import Fitted
from server.waits.outlook import Outlook

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
        self._beside = Beside()
        self._one_at_a_time = BoundedSemaphore(1)
        store.subscribe(lambda day, facts, now, forecast: self._changed.set())
        self._greenlet = gevent.spawn(self._run)

    def stop(self) -> None:
        self._greenlet.kill()
        self.born_again()

    def _run(self) -> None:
        while True:
            try:
                self.study()
                gevent.sleep(max(REST_S, 10 * self.rehearse()))
            except DISK_FAILS:
                gevent.sleep(BORN_AGAIN_S)  # Said by the disk's own watch.
                continue
            except Exception:
                log.exception("no rehearsal; starting another process for the next")
                self._forecaster.hear_nothing()
                self.born_again()
                gevent.sleep(BORN_AGAIN_S)
                continue
            self._changed.wait(EVERY_S)
            self._changed.clear()

    def rehearse(self) -> float:
        """Plays the floor as it is now; returns how many seconds that took."""
        with self._one_at_a_time:
            started = time.monotonic()
            asked = self._store.look(lambda day, now, forecast: self._forecaster.ask(day, now))
            if asked is None:
                self._forecaster.hear_nothing()
            else:
                self._forecaster.hear(self._beside.ask(asked[0], Outlook), asked[1])
            return time.monotonic() - started

    def study(self) -> None:
        """Fits what was learned anew, when there is enough new to learn from."""
        with self._one_at_a_time:
            if self._forecaster.due:
                self._forecaster.learned(self._beside.ask(self._forecaster.study(), Fitted))

    def born_again(self) -> None:
        """Ends the other process; the next rehearsal starts another."""
        self._beside.end()
