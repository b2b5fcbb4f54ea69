"""What can be seen of one queue: who waits, how fast it is called, who waited how long.

A watch hears of a queue's events in order and is asked for a `Sight` when somebody is quoted. It
needs nothing but arrivals and calls, so the same numbers come out of a live floor and of a log
that knows neither service ends nor staff. Times are seconds on any one clock.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import deque
from math import cos, sin, tau

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Floats = NDArray[np.float64]

USUAL_S = 480.0
"""A service before any is known, and its weight against those that are."""
USUAL_WEIGHT = 3.0
FADE = 0.98
GAP_MAX_S = 7200.0
MINUTE = 60.0


class Sight(Struct, frozen=True, array_like=True):
    """One moment of one queue. `work_s` is (people ahead + 1) × mean service ÷ open counters."""

    queue: str
    work_s: float
    service_s: float
    ahead: int
    open: float
    head_waited_s: float
    last_waited_s: float
    last3_waited_s: float
    last10_waited_s: float
    gap5_s: float
    gap10_s: float
    gap30_s: float
    calls5: int
    calls15: int
    calls30: int
    calls60: int
    arrivals5: int
    arrivals15: int
    arrivals30: int
    since_call_s: float
    lag_s: float
    calls_today: int
    arrivals_today: int
    hour: float
    kinds: tuple[str, ...] = ()
    """What sorts of visit it is, where sorts wait differently (a service, a need)."""


class Watch:
    def __init__(self, queue: str) -> None:
        self.queue = queue
        self.open = 1.0
        self._busy_s = 0.0
        self._busy_n = 0.0
        self.new_day()

    def new_day(self) -> None:
        """Nobody waits any more; what a service takes is kept."""
        self._waiting: dict[str, tuple[float, float]] = {}
        self._line: list[tuple[float, float]] = []
        self._calls: list[float] = []
        self._arrivals: list[float] = []
        self._waits: deque[float] = deque(maxlen=10)
        self._last_call: float | None = None

    def joined(self, visit: str, at: float, credited_at: float) -> None:
        self._waiting[visit] = place = (credited_at, at)
        insort(self._line, place)
        self._arrivals.append(at)

    def called(self, visit: str, at: float) -> None:
        place = self._waiting.get(visit)
        if place is None:
            return
        self.left(visit)
        joined = place[1]
        if self._last_call is not None and joined <= self._last_call <= at:
            # Somebody waited all the time in between, so the gap is a service, not an empty room.
            busy = min((at - self._last_call) * max(self.open, 1.0), GAP_MAX_S)
            self._busy_s = self._busy_s * FADE + busy
            self._busy_n = self._busy_n * FADE + 1
        self._calls.append(at)
        self._waits.append(at - joined)
        self._last_call = at

    def left(self, visit: str) -> None:
        place = self._waiting.pop(visit, None)
        if place is not None:
            del self._line[bisect_left(self._line, place)]

    @property
    def service_s(self) -> float:
        weight = self._busy_n + USUAL_WEIGHT
        return (self._busy_s + USUAL_WEIGHT * USUAL_S) / weight

    def sight(
        self,
        now: float,
        known_at: float,
        hour: float,
        credited_at: float,
        kinds: tuple[str, ...] = (),
        work_s: float | None = None,
    ) -> Sight:
        """What is seen by somebody who joins `now`, when the news is of `known_at`; `work_s` where
        the floor knows better than the calls."""
        ahead = bisect_right(self._line, (credited_at, now))
        service = self.service_s
        waits = list(self._waits)
        head = self._line[0][1] if self._line else known_at
        return Sight(
            queue=self.queue,
            work_s=(ahead + 1) * service / max(self.open, 1.0) if work_s is None else work_s,
            service_s=service,
            ahead=ahead,
            open=self.open,
            head_waited_s=max(known_at - head, 0.0),
            last_waited_s=waits[-1] if waits else 0.0,
            last3_waited_s=_mean(waits[-3:]),
            last10_waited_s=_mean(waits),
            gap5_s=self._gap(5),
            gap10_s=self._gap(10),
            gap30_s=self._gap(30),
            calls5=_since(self._calls, known_at - 5 * MINUTE),
            calls15=_since(self._calls, known_at - 15 * MINUTE),
            calls30=_since(self._calls, known_at - 30 * MINUTE),
            calls60=_since(self._calls, known_at - 60 * MINUTE),
            arrivals5=_since(self._arrivals, known_at - 5 * MINUTE),
            arrivals15=_since(self._arrivals, known_at - 15 * MINUTE),
            arrivals30=_since(self._arrivals, known_at - 30 * MINUTE),
            since_call_s=known_at - self._last_call if self._last_call else 60 * MINUTE,
            lag_s=max(now - known_at, 0.0),
            calls_today=len(self._calls),
            arrivals_today=len(self._arrivals),
            hour=hour,
            kinds=kinds,
        )

    def _gap(self, calls: int) -> float:
        """Mean time between the last calls, or what the mean service says it should be."""
        last = self._calls[-calls - 1 :]
        if len(last) < 2:
            return self.service_s / max(self.open, 1.0)
        return (last[-1] - last[0]) / (len(last) - 1)


def _since(times: list[float], start: float) -> int:
    return len(times) - bisect_right(times, start)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def features(sight: Sight) -> Floats:
    """A sight as numbers of like size: logs of minutes and counts, and the time of day."""
    people = sight.ahead + 1
    logs = np.log1p(
        np.array(
            [
                sight.work_s / MINUTE,
                sight.ahead,
                sight.head_waited_s / MINUTE,
                sight.last_waited_s / MINUTE,
                sight.last3_waited_s / MINUTE,
                sight.last10_waited_s / MINUTE,
                people * sight.gap10_s / MINUTE,
                people * sight.gap30_s / MINUTE,
                people * sight.gap5_s / MINUTE,
                sight.calls15,
                sight.calls30,
                sight.calls60,
                sight.arrivals15,
                sight.arrivals30,
                max(sight.since_call_s, 0.0) / MINUTE,
                sight.lag_s / MINUTE,
                sight.calls_today,
                sight.arrivals_today,
                sight.service_s / MINUTE,
                max(sight.open, 1.0) - 1.0,
                sight.calls5,
                sight.arrivals5,
            ]
        )
    )
    hour = sight.hour
    rest = [
        float(sight.ahead == 0),
        float(sight.open == 0),
        hour / 10,
        (hour / 10) ** 2,
        max(hour - 13, 0.0),
        max(hour - 15, 0.0),
        *_round_the_clock(hour),
    ]
    return np.concatenate([logs, rest])


def _round_the_clock(hour: float) -> tuple[float, ...]:
    """What recurs each day, also where no day has an end."""
    turn = tau * hour / 24
    sines = (sin(turn), sin(2 * turn), sin(3 * turn))
    return (*sines, cos(turn), cos(2 * turn), cos(3 * turn))


CROSSED = (0, 1, 2, 3, 6, 7, 10, 14, 18, 19, 22, 24)
"""Features whose products with each other matter: sizes of the line and speeds of the calls."""
