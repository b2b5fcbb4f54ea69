"""The one place that reads the time of day."""

from __future__ import annotations

import time

from server.floor.facts import Millis


class Clock:
    """`speed` is above 1 in a demo: its time starts now and runs that many times faster."""

    def __init__(self, speed: float = 1.0) -> None:
        self.speed = speed
        self._started = time.time()

    def now(self) -> Millis:
        if self.speed == 1.0:
            return int(time.time() * 1000)
        return int((self._started + (time.time() - self._started) * self.speed) * 1000)
