"""What a store learns about its own waits: told, heard what came of it, told better.

One `Watch` a queue sees what is going on, one set of `Quantiles` over all queues turns that into
a range, one `Calibrator` keeps the range's upper bound true. Refitted each night, and on a store's
first days whenever twice as much is known.
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from server.waits.calibration import Calibrator
from server.waits.learned import ROWS_MAX, Quantiles
from server.waits.watch import Sight, Watch

FIRST_FIT = 60
GROWTH_FITS_MAX = 4000
"""From here on, once a night is often enough."""


class Told(NamedTuple):
    """Minutes."""

    low: float
    likely: float
    high: float


class Learner:
    def __init__(self) -> None:
        self._watches: dict[str, Watch] = {}
        self._quantiles = Quantiles()
        self._calibrator = Calibrator()
        self._told: dict[str, tuple[Sight, float, float]] = {}
        self._sights: deque[Sight] = deque(maxlen=ROWS_MAX)
        self._waits: deque[float] = deque(maxlen=ROWS_MAX)
        self._fitted = 0
        self._day = ""

    def watch(self, queue: str) -> Watch:
        if queue not in self._watches:
            self._watches[queue] = Watch(queue)
        return self._watches[queue]

    def tell(self, sight: Sight, visit: str, joined: float, credited: float) -> Told:
        """The wait of somebody who joins now, who from now on is one of those who wait."""
        low, likely, high = self._quantiles.predict(sight)
        high = self._calibrator.high(sight.queue, likely, high)
        self._told[visit] = (sight, joined, high)
        self.watch(sight.queue).joined(visit, joined, credited)
        return Told(min(low, likely), likely, high)

    def called(self, queue: str, visit: str, at: float, counts: bool = True) -> None:
        """`counts` is False for a call that says nothing about waiting."""
        self.watch(queue).called(visit, at)
        told = self._told.pop(visit, None)
        if told is None or not counts:
            return
        sight, joined, high = told
        waited = (at - joined) / 60
        self._sights.append(sight)
        self._waits.append(waited)
        self._calibrator.learn(queue, waited > high)
        if len(self._waits) >= max(FIRST_FIT, 2 * self._fitted) and self._fitted < GROWTH_FITS_MAX:
            self._fit()

    def left(self, queue: str, visit: str) -> None:
        self.watch(queue).left(visit)
        self._told.pop(visit, None)

    def new_day(self, day: str) -> None:
        """The night before `day`: time to learn from all that is known."""
        if day > self._day:
            self._day = day
            if len(self._waits) >= FIRST_FIT:
                self._fit()

    def _fit(self) -> None:
        self._quantiles.fit(list(self._sights), list(self._waits))
        self._fitted = len(self._waits)
