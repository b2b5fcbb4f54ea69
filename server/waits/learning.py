"""What a store learns about its own waits: told, heard what came of it, told better.

One `Watch` a queue sees what is going on, one set of `Quantiles` over all queues turns that into
a range, one `Calibrator` keeps the range's upper bound true. Refitted each night, and on a store's
first days whenever twice as much is known.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush
from typing import NamedTuple

from msgspec import Struct

from server.waits.calibration import Calibrator
from server.waits.learned import ROWS_MAX, Fitted, Quantiles, by_work
from server.waits.watch import Sight, Watch

FIRST_FIT = 60
GROWTH_FITS_MAX = 4000
"""From here on, once a night is often enough."""
NEWS = 0.03
"""A night that added less than this share teaches nothing worth a fit."""

JUDGES = 0.04
EARNS_ITS_WEIGHT = 0.9
LOST = 1.5
"""Where there is no floor to look at, what was learned is let go of only when it is far off."""


class Told(NamedTuple):
    """Minutes."""

    low: float
    likely: float
    high: float


class Waiting(Struct):
    sight: Sight
    joined: float
    told: Told
    broken: bool = False

    @property
    def call_by(self) -> float:
        return self.joined + self.told.high * 60


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
        self._told: dict[str, Waiting] = {}
        self._due: list[tuple[float, str]] = []
        self._sights: deque[Sight] = deque(maxlen=ROWS_MAX)
        self._waits: deque[float] = deque(maxlen=ROWS_MAX)
        self._days: deque[int] = deque(maxlen=ROWS_MAX)
        self._days_open = 0
        self._heard = 0
        self._studied = 0
        self._fitted: Fitted | None = None
        self._learned_error = self._floor_error = 0.0
        self._night = False
        self._day = ""

    def watch(self, queue: str) -> Watch:
        if queue not in self._watches:
            self._watches[queue] = Watch(queue)
        return self._watches[queue]

    def quote(self, sight: Sight, unlearned: Told | None = None) -> Told:
        """What to tell; `unlearned` is what the floor says without what was learned."""
        if unlearned is None and self._learned_error > LOST * self._floor_error:
            unlearned = Told(*by_work(sight))
        if unlearned is None or self.trusted:
            low, likely, high = self._quantiles.predict(sight)
        else:
            low, likely, high = unlearned
        return Told(min(low, likely), likely, self._calibrator.high(sight.queue, likely, high))

    def told(self, sight: Sight, visit: str, joined: float, credited: float, told: Told) -> None:
        """Somebody was told this and waits from now on. Times in seconds."""
        self._notice(joined)
        self._told[visit] = waiting = Waiting(sight, joined, told)
        heappush(self._due, (waiting.call_by, visit))
        self.watch(sight.queue).joined(visit, joined, credited)

    def called(self, queue: str, visit: str, at: float, counts: bool = True) -> None:
        """`counts` is False for a call that says nothing about waiting."""
        self._notice(at)
        self.watch(queue).called(visit, at)
        waiting = self._told.pop(visit, None)
        if waiting is None or not counts:
            return
        sight, said = waiting.sight, waiting.told
        waited = (at - waiting.joined) / 60
        self._judge(sight, waited)
        self._sights.append(sight)
        self._waits.append(waited)
        self._days.append(self._days_open)
        self._heard += 1
        self._calibrator.erred(said.likely, waited)
        if not waiting.broken:
            self._calibrator.learn(queue, waited > said.high)

    def _notice(self, now: float) -> None:
        """Whoever still waits when he was to be called by teaches that at once, not hours later
        when he is called: a line that stands still would else go on being told what it was."""
        while self._due and self._due[0][0] < now:
            call_by, visit = heappop(self._due)
            waiting = self._told.get(visit)
            if waiting is not None and waiting.call_by == call_by:
                waiting.broken = True
                self._judge(waiting.sight, waiting.told.high)
                self._calibrator.learn(waiting.sight.queue, True)

    def _judge(self, sight: Sight, waited: float) -> None:
        if self._fitted is not None:
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

    def forget(self, queue: str, visit: str) -> bool:
        """What was told to somebody who waits, by a clock that was wrong; whether it was."""
        self.watch(queue).left(visit)
        return self._told.pop(visit, None) is not None

    def left(self, queue: str, visit: str) -> None:
        self.watch(queue).left(visit)
        waiting = self._told.pop(visit, None)
        if waiting is not None and waiting.broken:
            self._calibrator.forget_broken(queue)

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
        self._quantiles, self._fitted = Quantiles(fitted), fitted
