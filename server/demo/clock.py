"""The demo's clock: wound by hand at first, then running."""

from __future__ import annotations

import time

from server.clock import Clock
from server.floor.facts import Millis


class DemoClock(Clock):
    demo = True

    def __init__(self, speed: float, starts: Millis) -> None:
        self.speed = speed
        self._at = starts
        self._running_since: float | None = None

    def now(self) -> Millis:
        if self._running_since is None:
            return self._at
        return self._at + int((time.monotonic() - self._running_since) * 1000 * self.speed)

    def wind(self, to: Millis) -> None:
        self._at = max(self._at, to)

    def run(self) -> None:
        self._running_since = time.monotonic()
