"""How long a visit occupies a counter here, from call to end, learned as they end.

Walking, serving and tidying up are one to whoever waits, and a start nobody tapped is no loss. A
service's experience is shrunk to the config's `typical_minutes`, which counts as `PRIOR_SERVICES`
visits already seen; only the last `MEMORY` are kept, so a store that changes is followed. Whoever
serves may be faster or slower than the others, in all or in one of the services, and so may an hour
of the day (`speeds.py`): what is kept of a service is without that. Sooner than all of it, a pace
over all services follows a day on which everything takes longer. Visits left open by mistake are
not learned from.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from math import hypot, log, sqrt
from typing import NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from server.floor.facts import Millis
from server.floor.hours import local
from server.floor.plan import StorePlan
from server.waits.pace import REMEMBERED, USUAL, Pace, pace
from server.waits.speeds import Speeds

PRIOR_SERVICES = 8
PRIOR_CV = 0.8
"""Coefficient of variation of a service time before any is known: the shape of the real logs."""
MEMORY = 200
FORGOTTEN_FACTOR = 8
FORGOTTEN_S = 3600
FORGOTTEN_S_KNOWN = 1800
KNOWN_WELL = 30
"""From so many services on, their usual length is believed more than an hour."""
ENOUGH = 10
"""Only once a service is known so far is it asked who takes longer with it than others."""
A_DAY_OF_STAFF, A_DAY_OF_HOURS = 20.0, 4.0
"""What one day may say at most of a person, and of an hour, in services."""
GRID = np.linspace(0.0, 1.0, 129)
"""The probabilities at which `Takes` are given."""
PRIOR_POINTS = 64
UNSURE_AT_FIRST = 0.5
PACE_EVERY = 10
"""An hour is compared with the pace as it was at most so many services ago: to work it out for each
of them would take as long as all the rest of a start from four weeks."""
LOG_VARIANCE_LEAST = 0.05
"""Of a service that always takes as long; times are tapped by people."""

Floats = NDArray[np.float64]


class ServiceTime(NamedTuple):
    """Seconds; `n` seen here, at most `MEMORY`."""

    mean_s: float
    var_s2: float
    n: float


class Takes(Struct, frozen=True):
    """How long one service takes, to be drawn from: seconds at each of `GRID`, and how unsure
    their mean is, as the standard deviation of its logarithm."""

    seconds: list[float]
    unsure: float

    def at(self, factor: float, unsure: float = 0.0) -> Takes:
        """As many times as long, and so much less sure."""
        if factor == 1.0 and unsure == 0.0:
            return self
        return Takes([seconds * factor for seconds in self.seconds], hypot(self.unsure, unsure))

    def draw(self, luck: Floats) -> Floats:
        return np.interp(luck, GRID, self.seconds)

    def left_s(self, elapsed_s: float, luck: Floats) -> Floats:
        """What is left of one that has lasted `elapsed_s`."""
        passed = float(np.interp(elapsed_s, self.seconds, GRID))
        if passed >= 1.0:
            # Longer than any seen: as likely to end now as a usual one is to begin to.
            return self.draw(luck)
        return np.maximum(self.draw(passed + luck * (1 - passed)) - elapsed_s, 0.0)


class Known:
    """What is known of one service, from sums kept as it is learned."""

    def __init__(self, typical_s: float) -> None:
        self.seen: deque[float] = deque()
        self._prior = typical_s * _PRIOR_SHAPE
        self._sum = PRIOR_SERVICES * float(self._prior.mean())
        self._squares = PRIOR_SERVICES * float((self._prior**2).mean())
        logs = np.log(self._prior)
        self._logs = PRIOR_SERVICES * float(logs.mean())
        self._log_squares = PRIOR_SERVICES * float((logs**2).mean())
        self.time = self._time()
        self._takes: Takes | None = None

    def learn(self, service_s: float) -> None:
        self._add(service_s, 1)
        self.seen.append(service_s)
        if len(self.seen) > MEMORY:
            self._add(self.seen.popleft(), -1)
        self.time = self._time()
        self._takes = None

    def _add(self, service_s: float, times: int) -> None:
        self._sum += times * service_s
        self._squares += times * service_s * service_s
        logarithm = log(service_s)
        self._logs += times * logarithm
        self._log_squares += times * logarithm * logarithm

    @property
    def usual_log(self) -> float:
        return self._logs / (PRIOR_SERVICES + len(self.seen))

    @property
    def log_variance(self) -> float:
        mean_square = self._log_squares / (PRIOR_SERVICES + len(self.seen))
        return max(mean_square - self.usual_log**2, LOG_VARIANCE_LEAST)

    def _points(self) -> tuple[Floats, Floats]:
        points = np.concatenate([self._prior, np.fromiter(self.seen, float)])
        weights = np.ones(len(points))
        weights[:PRIOR_POINTS] = PRIOR_SERVICES / PRIOR_POINTS
        return points, weights

    def _time(self) -> ServiceTime:
        total = PRIOR_SERVICES + len(self.seen)
        mean = self._sum / total
        return ServiceTime(mean, max(self._squares / total - mean * mean, 0.0), len(self.seen))

    def takes(self) -> Takes:
        if self._takes is None:
            points, weights = self._points()
            order = np.argsort(points)
            share = np.cumsum(weights[order]) - weights[order] / 2
            seconds = np.interp(GRID, share / weights.sum(), points[order])
            self._takes = Takes(seconds.tolist(), unsure(len(self.seen)))
        return self._takes


def _prior_shape() -> Floats:
    """A lognormal of mean 1 and `PRIOR_CV`, as equally likely points, rescaled to mean 1."""
    sigma = float(np.sqrt(np.log(1 + PRIOR_CV**2)))
    normal = np.sort(np.random.default_rng(1).standard_normal(PRIOR_POINTS * 256))
    points = np.exp(sigma * normal.reshape(PRIOR_POINTS, -1).mean(axis=1))
    return np.asarray(points / points.mean())


_PRIOR_SHAPE = _prior_shape()


class History:
    def __init__(self, plan: StorePlan) -> None:
        self._plan = plan
        self._services = {s.id: Known(s.typical_minutes * 60) for s in plan.services.values()}
        self._other = Known(600.0)
        self._lately: deque[tuple[Known, float]] = deque(maxlen=REMEMBERED)
        self._pace: Pace | None = USUAL
        """None: to be worked out when somebody asks."""
        self._learned = 0
        self._pace_lately = USUAL
        self._staff = Speeds(A_DAY_OF_STAFF)
        self._staff_service = Speeds(A_DAY_OF_STAFF)
        self._hours = Speeds(A_DAY_OF_HOURS)
        self._speeds: dict[tuple[str | None, str], float] = {}

    def learn(
        self, service: str, service_s: float, staff: str | None = None, called_at: Millis = 0
    ) -> None:
        known = self._services.get(service)
        if known is None or service_s <= 0 or forgotten(service_s, known.time):
            return
        here = local(self._plan, called_at)
        usual_s = service_s / (self.speed(staff, service) * self._hours.of(here.hour))
        if len(known.seen) >= ENOUGH:
            self._compare(service, staff, here, log(usual_s) - known.usual_log)
        known.learn(usual_s)
        self._lately.appendleft((known, log(usual_s)))
        self._pace = None
        self._learned += 1
        if self._learned % PACE_EVERY == 0:
            self._pace_lately = self.pace

    def _compare(self, service: str, staff: str | None, here: datetime, rest: float) -> None:
        """`rest`: the logarithm by which it was longer than all that is known can tell."""
        day, of_hour = here.date().isoformat(), self._hours.of(here.hour)
        self._hours.learn(here.hour, rest + log(of_hour / self._pace_lately.times), day)
        if staff is not None:
            own, of_both = self._staff.of(staff), self._staff_service.of((staff, service))
            self._staff.learn(staff, rest + log(own), day)
            self._staff_service.learn((staff, service), rest + log(of_both), day)
            self._speeds.clear()

    def speed(self, staff: str | None, service: str) -> float:
        """How many times as long as usual this service takes with them."""
        who = (staff, service)
        speed = self._speeds.get(who)
        if speed is None:
            speed = self._speeds[who] = self._staff.of(staff) * self._staff_service.of(who)
        return speed

    def time(self, service: str, now: Millis) -> ServiceTime:
        factor, usual = self._factor(now), self._known(service).time
        return ServiceTime(usual.mean_s * factor, usual.var_s2 * factor * factor, usual.n)

    def takes(self, services: Iterable[str], now: Millis) -> dict[str, Takes]:
        factor, more = self._factor(now), self.pace.unsure
        return {service: self._known(service).takes().at(factor, more) for service in services}

    def _factor(self, now: Millis) -> float:
        return self.pace.times * self._hours.of(_hour(self._plan.time_zone, now // QUARTER_MS))

    @property
    def pace(self) -> Pace:
        if self._pace is None:
            self._pace = pace(
                np.array([length - kind.usual_log for kind, length in self._lately]),
                np.array([kind.log_variance for kind, _ in self._lately]),
            )
        return self._pace

    def _known(self, service: str) -> Known:
        return self._services.get(service, self._other)


def unsure(seen: float) -> float:
    """How unsure a mean is that rests on so many services, as a share of it."""
    return UNSURE_AT_FIRST * sqrt(PRIOR_SERVICES / (PRIOR_SERVICES + seen))


def forgotten(service_s: float, usual: ServiceTime) -> bool:
    """A visit nobody ended: far longer than any of its kind, and than an hour; half an hour where
    its kind is well known."""
    least_s = FORGOTTEN_S_KNOWN if usual.n >= KNOWN_WELL else FORGOTTEN_S
    return service_s > max(least_s, FORGOTTEN_FACTOR * usual.mean_s)


QUARTER_MS = 900_000
"""Clocks differ from place to place by whole quarters of an hour."""


@lru_cache(maxsize=64)
def _hour(zone: str, quarter: int) -> int:
    return datetime.fromtimestamp(quarter * QUARTER_MS / 1000, ZoneInfo(zone)).hour
