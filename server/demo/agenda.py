"""What the demo's people are going to do, and when."""

from __future__ import annotations

import heapq
import logging
from collections.abc import Callable

import gevent

from server.demo.clock import DemoClock
from server.floor.facts import Millis

Step = Callable[[], object]
LOOK_UP_S = 0.2
"""While it waits, the demo looks up this often: the store's own second is long at high speed."""
WOUND_MS = 5_000

log = logging.getLogger("foyer.demo")


class Agenda:
    def __init__(self, clock: DemoClock, tick: Step) -> None:
        self.clock = clock
        self._tick = tick
        self._steps: list[tuple[Millis, int, Step]] = []
        self._count = 0

    def after(self, seconds: float, step: Step) -> None:
        self._count += 1
        at = self.clock.now() + int(seconds * 1000)
        heapq.heappush(self._steps, (at, self._count, step))

    def wind(self, until: Millis) -> None:
        """Everything up to `until`, as fast as the store can."""
        while self._steps and self._steps[0][0] <= until:
            at, _, step = heapq.heappop(self._steps)
            self._pass(at)
            self._do(step)
        self._pass(until)

    def _pass(self, until: Millis) -> None:
        while self.clock.now() < until:
            self.clock.wind(min(until, self.clock.now() + WOUND_MS))
            self._tick()

    def play(self) -> None:
        """Everything at its time, until the greenlet is ended."""
        while self._steps:
            left_s = (self._steps[0][0] - self.clock.now()) / 1000 / self.clock.speed
            if left_s <= 0:
                self._do(heapq.heappop(self._steps)[2])
            else:
                gevent.sleep(min(left_s, LOOK_UP_S))
                self._tick()

    def _do(self, step: Step) -> None:
        try:
            step()
        except OSError:
            log.warning("the demo could not reach its own server; it goes on", exc_info=True)
            self.after(5, step)
