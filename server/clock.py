"""The one place that reads the time of day."""

from __future__ import annotations

import time

from server.floor.facts import Millis


class Clock:
    speed = 1.0
    """How many times faster than the wall's it runs; screens tick along."""
    demo = False

    def now(self) -> Millis:
        return int(time.time() * 1000)
