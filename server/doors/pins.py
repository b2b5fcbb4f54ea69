"""PINs: whether one fits, and who has guessed too often."""

from __future__ import annotations

import hmac

import argon2
import gevent
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

WRONG_MAX = parse("5 per 5 minutes")


class WrongPins:
    """Flask-Limiter's engine without Flask-Limiter's hooks, which would cost every other request a
    tenth of a millisecond."""

    def __init__(self) -> None:
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def too_many(self, who: str) -> bool:
        return not self._window.test(WRONG_MAX, who)

    def one_more(self, who: str) -> None:
        self._window.hit(WRONG_MAX, who)


def pin_fits(kept: str, typed: str) -> bool:
    if not kept.startswith("$argon2id$"):
        return bool(kept) and hmac.compare_digest(kept.encode(), typed.encode())
    # A tenth of a second of arithmetic: on a thread of its own, so that nobody's tap waits for it.
    fits: bool = gevent.get_hub().threadpool.apply(_argon2_fits, (kept, typed))
    return fits


def _argon2_fits(kept: str, typed: str) -> bool:
    try:
        return argon2.PasswordHasher().verify(kept, typed)
    except argon2.exceptions.VerificationError:
        return False
