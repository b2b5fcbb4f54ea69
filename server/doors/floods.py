"""How often something may be asked: a flood is its sender's trouble and nobody else's."""

from __future__ import annotations

import time

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from server.doors.problems import Problem

WRITES = parse("60 per minute")
"""What one customer does to his own visit or appointment; each is a safe write to the disk."""
DRAWN = parse("6 per minute")
"""A slip as PDF is a tenth of a second's work."""
LINKED = parse("120 per minute")
PAGES = parse("60 per second")
READ = parse("200 per second")
WRONG_TOKENS = parse("120 per minute")
"""Tokens that open nothing, shown from one address: the right one passes all the same."""
ODD_CODES = parse("30 per 10 minutes")
"""Numbers of appointments that nobody has, tried at one kiosk: of six digits nobody finds one."""


class Floods:
    def __init__(self) -> None:
        self._window = FixedWindowRateLimiter(MemoryStorage())

    def count(self, item: RateLimitItem, *who: str) -> None:
        """Raises Problem 429 once `who` has done it too often."""
        if not self._window.hit(item, *who):
            raise self._too_often(item, who)

    def check(self, item: RateLimitItem, *who: str) -> None:
        """The same, without this being one more."""
        if not self._window.test(item, *who):
            raise self._too_often(item, who)

    def _too_often(self, item: RateLimitItem, who: tuple[str, ...]) -> Problem:
        reset_at = self._window.get_window_stats(item, *who).reset_time
        wait_s = max(1, round(reset_at - time.time() + 0.5))
        detail = f"That was too often. Wait {wait_s} s, then try again."
        return Problem(429, "too_often", detail, headers={"Retry-After": str(wait_s)})
