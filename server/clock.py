"""The time of day: what the machine says, and what an open store goes by.

Durations are taken from a clock that runs on evenly, whatever becomes of the one on the wall. A
small difference between the two is made up slowly; a leap of the wall's is not believed at once:
`timekeeping.py` says when it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from server.floor.facts import Millis

LEAP_MS = 60_000
"""From so much on, the wall clock has leapt; below it, it is followed slowly."""
SLEWED_PER_S_MS = 0.5
"""As much as NTP's own `adjtime`: half an hour becomes a second longer or shorter at most."""

SLEWED_AT_ONCE_S = 60
"""What a process that stood still for longer has missed is not made up for at once."""


class Clock:
    """The machine's wall clock."""

    speed = 1.0
    """How many times faster than the wall's it runs; screens tick along."""
    demo = False

    def now(self) -> Millis:
        return wall_ms()


class SteadyClock(Clock):
    """Runs on with the machine's steady clock. `base_ms` is what makes a time of day of it."""

    def __init__(
        self,
        wall: Callable[[], Millis] | None = None,
        steady: Callable[[], Millis] | None = None,
    ) -> None:
        self.wall = wall or wall_ms
        self.steady = steady or steady_ms
        self.base_ms: Millis = self.wall() - self.steady()
        self._slewed_at = self.steady()
        self._rest_ms = 0.0

    def now(self) -> Millis:
        return self.steady() + self.base_ms

    @property
    def off_ms(self) -> Millis:
        """By how much the wall clock is ahead of this one."""
        return self.wall() - self.now()

    def move(self, by_ms: Millis) -> None:
        self.base_ms += by_ms

    def slew(self, off_ms: Millis) -> None:
        """A little nearer to the wall clock, and never back: time only runs slower."""
        steady = self.steady()
        passed_s = min((steady - self._slewed_at) / 1000, SLEWED_AT_ONCE_S)
        most = passed_s * SLEWED_PER_S_MS + self._rest_ms
        by_ms = max(-int(most), min(int(most), off_ms))
        self._slewed_at, self._rest_ms = steady, min(most - abs(by_ms), 1.0)
        self.move(by_ms)


def wall_ms() -> Millis:
    return int(time.time() * 1000)


def steady_ms() -> Millis:
    return time.clock_gettime_ns(STEADY) // 1_000_000


def _steady() -> int:
    """The one that also counts while the machine is asleep, where there is one: a laptop that was
    closed over lunch has not leapt. Some systems know it by name only."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        try:
            time.clock_gettime_ns(getattr(time, name))
        except (AttributeError, OSError):
            continue
        return int(getattr(time, name))
    raise OSError("this system has no clock that runs on evenly")


STEADY = _steady()
