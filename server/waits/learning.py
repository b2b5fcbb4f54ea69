"""What a store learns about its own waits: told, heard what came of it, told better.

One `Watch` a queue sees what is going on, one set of `Quantiles` over all queues turns that into
a range, one `Calibrator` keeps the range's upper bound true. Refitted each night, and on a store's
first days whenever twice as much is known.
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from msgspec import Struct

from server.waits.calibration import Calibrator
from server.waits.learned import ROWS_MAX, Fitted, Quantiles
from server.waits.watch import Sight, Watch

FIRST_FIT = 60
GROWTH_FITS_MAX = 4000
"""From here on, once a night is often enough."""
NEWS = 0.03
"""A night that added less than this share teaches nothing worth a fit."""

JUDGES = 0.04
EARNS_ITS_WEIGHT = 0.9


class Told(NamedTuple):
    """Minutes."""

    low: float
    likely: float
    high: float


class Study(Struct, frozen=True, tag=True):
    """Visits to fit to: what was seen when each was told its wait, and how long it was."""

    sights: list[Sight]
    waits_min: list[float]
    days_ago: list[int]
    """Business days since."""


class Learner:
    def __init__(self) -> None:
        self._watches: dict[str, Watch] = {}
        self._quantiles = Quantiles()
        self._calibrator = Calibrator()
        self._told: dict[str, tuple[Sight, float, Told]] = {}
        self._sights: deque[Sight] = deque(maxlen=ROWS_MAX)
        self._waits: deque[float] = deque(maxlen=ROWS_MAX)
        self._days: deque[int] = deque(maxlen=ROWS_MAX)
        self._days_open = 0
        self._heard = 0
        self._studied = 0
        self._fitted = False
        self._learned_error = self._floor_error = 0.0
        self._night = False
        self._day = ""

    def watch(self, queue: str) -> Watch:
        if queue not in self._watches:
            self._watches[queue] = Watch(queue)
        return self._watches[queue]

    def quote(self, sight: Sight, unlearned: Told | None = None) -> Told:
        """What to tell; `unlearned` is what the floor says without what was learned."""
        if unlearned is not None and not self.trusted:
            low, likely, high = unlearned
        else:
            low, likely, high = self._quantiles.predict(sight)
        return Told(min(low, likely), likely, self._calibrator.high(sight.queue, likely, high))

    def told(self, sight: Sight, visit: str, joined: float, credited: float, told: Told) -> None:
        """Somebody was told this and waits from now on. Times in seconds."""
        self._told[visit] = (sight, joined, told)
        self.watch(sight.queue).joined(visit, joined, credited)

    def called(self, queue: str, visit: str, at: float, counts: bool = True) -> None:
        """`counts` is False for a call that says nothing about waiting."""
        self.watch(queue).called(visit, at)
        told = self._told.pop(visit, None)
        if told is None or not counts:
            return
        sight, joined, said = told
        waited = (at - joined) / 60
        self._judge(sight, waited)
        self._sights.append(sight)
        self._waits.append(waited)
        self._days.append(self._days_open)
        self._heard += 1
        self._calibrator.learn(queue, said.likely, said.high, waited)

    def _judge(self, sight: Sight, waited: float) -> None:
        if self._fitted:
            learned = abs(waited - self._quantiles.predict(sight)[1])
            floor = abs(waited - sight.work_s / 60)
            self._learned_error += JUDGES * (learned - self._learned_error)
            self._floor_error += JUDGES * (floor - self._floor_error)

    @property
    def trusted(self) -> bool:
        """Whether what was learned has lately been nearer than the floor by itself.

        It knows this store better than any rehearsal, but only as it was: on the day everything
        is different, the floor is right again.
        """
        return self._learned_error < EARNS_ITS_WEIGHT * self._floor_error

    def left(self, queue: str, visit: str) -> None:
        self.watch(queue).left(visit)
        self._told.pop(visit, None)

    def new_day(self, day: str) -> None:
        if day > self._day:
            self._day = day
            self._days_open += 1
            self._night = True

    @property
    def due(self) -> bool:
        """Whether a fit would teach something: a night has passed, or much is new."""
        news = self._heard - self._studied
        if self._heard < FIRST_FIT or news <= NEWS * min(self._studied, ROWS_MAX):
            return False
        return self._night or (self._heard >= 2 * self._studied < 2 * GROWTH_FITS_MAX)

    def study(self) -> Study:
        """What `fit` is to be worked out from; `learned` wants the outcome."""
        self._night, self._studied = False, self._heard
        days_ago = [self._days_open - day for day in self._days]
        return Study(list(self._sights), list(self._waits), days_ago)

    def learned(self, fitted: Fitted) -> None:
        self._quantiles, self._fitted = Quantiles(fitted), True
