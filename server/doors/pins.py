"""PINs: whether one fits, who has guessed too often, and how many are checked at once.

A wrong PIN counts twice: for the person at that tablet (its link and its address), and for the
person at all tablets together. The second is what stops a guesser with many addresses. Somebody
who does this can make that person wait, but not at the tablets where that person has signed in
before: those never count against it and are never refused by it, so a stranger cannot keep a
colleague out of the store. An address proves nothing: a guesser who shares a tablet's has that
tablet's own few tries.
"""

from __future__ import annotations

import hmac
import math
import time
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

import argon2
from gevent.threadpool import ThreadPool


class Limit(NamedTuple):
    most: int
    within_s: float


AT_A_TABLET = Limit(5, 300)
AT_ALL_TABLETS = Limit(10, 900)
CHECKED_AT_ONCE = 1
"""Each check takes a processor and 20 MB for a tenth of a second; a store may have two of them."""
WAITING_MAX = 8
TABLETS_MAX = 10_000
"""Tablets remembered: far more than a store has, and no more than a megabyte or two."""
NOBODY = ""
"""Whoever is not of the store: all made-up names are one."""


class Wait(Exception):
    """Too many tries: none was made. Try again in so many seconds."""

    def __init__(self, wait_s: float) -> None:
        super().__init__(wait_s)
        self.wait_s = math.ceil(wait_s)


class TooManyAtOnce(Exception):
    """Others are being checked already, and enough wait for it."""


class Tries:
    """Counts tries by key, on a clock that never leaps."""

    def __init__(self, limit: Limit, now_s: Callable[[], float]) -> None:
        self._limit = limit
        self._now_s = now_s
        self._tries: dict[str, deque[float]] = {}

    def wait_s(self, key: str) -> float:
        """0 when there is a try left."""
        tries = self._recent(key)
        return tries[0] + self._limit.within_s - self._now_s() if self._full(tries) else 0.0

    def add(self, key: str) -> None:
        if key not in self._tries and len(self._tries) >= TABLETS_MAX:
            self._forget_old()
        self._tries.setdefault(key, deque()).append(self._now_s())

    def clear(self, key: str) -> None:
        self._tries.pop(key, None)

    def _full(self, tries: deque[float]) -> bool:
        return len(tries) >= self._limit.most

    def _recent(self, key: str) -> deque[float]:
        tries = self._tries.get(key, deque())
        while tries and self._now_s() - tries[0] >= self._limit.within_s:
            tries.popleft()
        return tries

    def _forget_old(self) -> None:
        self._tries = {key: tries for key in list(self._tries) if (tries := self._recent(key))}


class Pins:
    """`verify` takes what is kept and what was typed; it runs on a thread of its own."""

    def __init__(
        self,
        verify: Callable[[str, str], bool] | None = None,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._verify = verify or argon2_fits
        self._at_a_tablet = Tries(AT_A_TABLET, now_s)
        self._at_all_tablets = Tries(AT_ALL_TABLETS, now_s)
        self._signed_in_at: dict[str, None] = {}
        self._checking = 0
        # Its own: a flood of PINs must not hold up the writer, or whoever looks a name up.
        self._threads = ThreadPool(CHECKED_AT_ONCE)

    def fits(self, kept: dict[str, str], staff: str, typed: str, tablet: str) -> bool:
        """Raises Wait and TooManyAtOnce. `kept` are the PINs of everybody."""
        person = staff if staff in kept else NOBODY
        here = f"{tablet} {person}"
        self._refuse_guessers(here, person)
        if self._checking >= CHECKED_AT_ONCE + WAITING_MAX:
            raise TooManyAtOnce
        # Counted before it is checked: else a hundred at once would all be the first.
        known = here in self._signed_in_at
        self._at_a_tablet.add(here)
        if not known:
            self._at_all_tablets.add(person)
        fits = self._check(kept.get(staff) or like_others(kept), typed) and person != NOBODY
        if fits:
            self._at_a_tablet.clear(here)
            self._remember(here)
        return fits

    def _refuse_guessers(self, here: str, person: str) -> None:
        wait_s = self._at_a_tablet.wait_s(here)
        if here not in self._signed_in_at:
            wait_s = max(wait_s, self._at_all_tablets.wait_s(person))
        if wait_s > 0:
            raise Wait(wait_s)

    def _remember(self, here: str) -> None:
        """The newest last, so that the oldest is forgotten first."""
        self._signed_in_at.pop(here, None)
        self._signed_in_at[here] = None
        if len(self._signed_in_at) > TABLETS_MAX:
            del self._signed_in_at[next(iter(self._signed_in_at))]

    def _check(self, kept: str, typed: str) -> bool:
        if not is_hash(kept):
            return bool(kept) and hmac.compare_digest(kept.encode(), typed.encode())
        self._checking += 1
        try:
            fits: bool = self._threads.apply(self._verify, (kept, typed))
        finally:
            self._checking -= 1
        return fits


def is_hash(kept: str) -> bool:
    return kept.startswith("$argon2id$")


def like_others(kept: dict[str, str]) -> str:
    """What a made-up name is checked against: it takes as long, so that time tells nothing."""
    return next(filter(is_hash, kept.values()), next(iter(kept.values()), ""))


def argon2_fits(kept: str, typed: str) -> bool:
    try:
        return argon2.PasswordHasher().verify(kept, typed)
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False
