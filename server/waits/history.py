"""How long a visit occupies a counter here, from call to end, learned as they end.

Walking, serving and tidying up are one to whoever waits, and a start nobody tapped is no loss. A
service's experience is shrunk to the config's `typical_minutes`, which counts as `PRIOR_SERVICES`
visits already seen; only the last `MEMORY` are kept, so a store that changes is followed. Sooner
than that, a pace over all services follows a day on which everything takes longer. Visits left
open by mistake are not learned from.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from server.floor.plan import StorePlan

PRIOR_SERVICES = 8
PRIOR_CV = 0.8
"""Coefficient of variation of a service time before any is known: the shape of the real logs."""
MEMORY = 200
FORGOTTEN_FACTOR = 8
FORGOTTEN_S = 3600
GRID = np.linspace(0.0, 1.0, 129)
"""The probabilities at which `Takes` are given."""
PRIOR_POINTS = 64
UNSURE_AT_FIRST = 0.5
PACE_STEP = 0.07
PACE_MAX = 3.0
PACE_BY_CHANCE = 0.15
"""About one standard deviation of the pace in a store where nothing changes."""

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

    def at(self, pace: float) -> Takes:
        if pace == 1.0:
            return self
        return Takes([seconds * pace for seconds in self.seconds], self.unsure)

    def draw(self, luck: Floats) -> Floats:
        return np.interp(luck, GRID, self.seconds)

    def left_s(self, elapsed_s: float, luck: Floats) -> Floats:
        """What is left of one that has lasted `elapsed_s`."""
        passed = float(np.interp(elapsed_s, self.seconds, GRID))
        if passed >= 1.0:
            # Longer than any seen: as likely to end now as a usual one is to begin to.
            return self.draw(luck)
        return np.maximum(self.draw(passed + luck * (1 - passed)) - elapsed_s, 0.0)


class _Known:
    """What is known of one service, worked out anew only when something was learned."""

    def __init__(self, typical_s: float) -> None:
        self.seen: deque[float] = deque(maxlen=MEMORY)
        self._prior = typical_s * _PRIOR_SHAPE
        self.time = self._time()
        self._takes: Takes | None = None

    def learn(self, service_s: float) -> None:
        self.seen.append(service_s)
        self.time = self._time()
        self._takes = None

    def _points(self) -> tuple[Floats, Floats]:
        points = np.concatenate([self._prior, np.fromiter(self.seen, float)])
        weights = np.ones(len(points))
        weights[:PRIOR_POINTS] = PRIOR_SERVICES / PRIOR_POINTS
        return points, weights

    def _time(self) -> ServiceTime:
        points, weights = self._points()
        mean = float(np.average(points, weights=weights))
        var = float(np.average((points - mean) ** 2, weights=weights))
        return ServiceTime(mean, var, len(self.seen))

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
        self._services = {s.id: _Known(s.typical_minutes * 60) for s in plan.services.values()}
        self._other = _Known(600.0)
        self._pace = 1.0

    def learn(self, service: str, service_s: float) -> None:
        known = self._services.get(service)
        if known is None or service_s <= 0 or forgotten(service_s, known.time.mean_s):
            return
        self._pace += PACE_STEP * (min(service_s / known.time.mean_s, PACE_MAX) - self._pace)
        known.learn(service_s)

    def time(self, service: str) -> ServiceTime:
        pace, usual = self.pace, self._known(service).time
        return ServiceTime(usual.mean_s * pace, usual.var_s2 * pace * pace, usual.n)

    def takes(self, services: Iterable[str]) -> dict[str, Takes]:
        pace = self.pace
        return {service: self._known(service).takes().at(pace) for service in services}

    @property
    def pace(self) -> float:
        """How much longer than usual everything takes just now; 1 unless that is beyond chance."""
        beyond = abs(self._pace - 1) - PACE_BY_CHANCE
        return 1.0 if beyond <= 0 else 1 + beyond * (1 if self._pace > 1 else -1)

    def _known(self, service: str) -> _Known:
        return self._services.get(service, self._other)


def unsure(seen: float) -> float:
    """How unsure a mean is that rests on so many services, as a share of it."""
    return UNSURE_AT_FIRST * sqrt(PRIOR_SERVICES / (PRIOR_SERVICES + seen))


def forgotten(service_s: float, usual_s: float) -> bool:
    """A visit nobody ended: far longer than any of its kind, and than an hour."""
    return service_s > max(FORGOTTEN_S, FORGOTTEN_FACTOR * usual_s)
