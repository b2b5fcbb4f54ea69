"""How long each service takes here, learned as services end.

A service's mean is shrunk to the config's `typical_minutes`, which counts as `PRIOR_SERVICES`
services already seen; the oldest experience fades once `MEMORY` services are known, so a store
that changes is followed. Services left open by mistake are not learned from.
"""

from __future__ import annotations

from msgspec import Struct

from server.floor.plan import StorePlan

PRIOR_SERVICES = 8
PRIOR_CV = 0.8
"""Coefficient of variation of a service time before any is known: the shape of the real logs."""
MEMORY = 200
FORGOTTEN_FACTOR = 8
FORGOTTEN_S = 3600


class ServiceTime(Struct, frozen=True):
    """Seconds; `n` services seen here, at most `MEMORY`."""

    mean_s: float
    var_s2: float
    n: float


class History:
    def __init__(self, plan: StorePlan) -> None:
        self._typical = {s.id: s.typical_minutes * 60 for s in plan.services.values()}
        self._sums: dict[str, tuple[float, float, float]] = {}
        self._times: dict[str, ServiceTime] = {}

    def learn(self, service: str, service_s: float) -> None:
        typical = self._typical.get(service)
        if typical is None or forgotten(service_s, typical) or service_s < 0:
            return
        n, total, squares = self._sums.get(service, (0.0, 0.0, 0.0))
        fade = min(1.0, (MEMORY - 1) / n) if n else 1.0
        self._sums[service] = (
            n * fade + 1,
            total * fade + service_s,
            squares * fade + service_s * service_s,
        )
        self._times.pop(service, None)

    def time(self, service: str) -> ServiceTime:
        known = self._times.get(service)
        if known is None:
            known = self._times[service] = self._shrunk(service)
        return known

    def _shrunk(self, service: str) -> ServiceTime:
        typical = self._typical.get(service, 600.0)
        n, total, squares = self._sums.get(service, (0.0, 0.0, 0.0))
        weight = PRIOR_SERVICES + n
        mean = (PRIOR_SERVICES * typical + total) / weight
        prior_square = typical * typical * (1 + PRIOR_CV * PRIOR_CV)
        var = (PRIOR_SERVICES * prior_square + squares) / weight - mean * mean
        return ServiceTime(mean, max(var, (0.2 * mean) ** 2), n)


def forgotten(service_s: float, typical_s: float) -> bool:
    """A service nobody ended: far longer than any of its kind, and than an hour."""
    return service_s > max(FORGOTTEN_S, FORGOTTEN_FACTOR * typical_s)
