"""Sessions: a cookie names one that the journal keeps, so that it can be ended.

A device begins one with its link. It gets another one whenever somebody signs in on it or out of
it, and the one before ends: whoever copied that cookie has nothing.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections import OrderedDict
from typing import NamedTuple

from server.doors.tokens import FRESH_S, digest_of
from server.floor.facts import Millis
from server.journal.contract import Journal, Key, Session
from server.store import OpenStore

KEPT_MS = 90 * 24 * 3600 * 1000
"""A device that was not seen for so long opens its link again."""
RETRIED_WITHIN_S = 120
RETRIES_MAX = 1000


class Known(NamedTuple):
    digest: bytes
    session: Session


class Renewed(NamedTuple):
    """What came of a request that changed its own session: its retry brings the old cookie."""

    at_s: float
    request: bytes
    body: bytes
    new_id: str


class Sessions:
    """Looks sessions up, remembering each for a moment, and begins and ends them."""

    def __init__(self, journal: Journal, store: OpenStore) -> None:
        self._journal = journal
        self._store = store
        self._fresh: dict[bytes, tuple[float, Session]] = {}
        self._renewed: OrderedDict[tuple[bytes, str], Renewed] = OrderedDict()
        self._fingerprint_key = hmac.digest(journal.store_key(), b"pin", "sha256")
        self.seen: set[bytes] = set()
        """Shown since this was last written down."""

    def of(self, id: str) -> Known | None:
        digest = digest_of(id)
        kept = self._fresh.get(digest)
        if kept and time.monotonic() - kept[0] < FRESH_S:
            return Known(digest, kept[1])
        found = self._journal.session(digest)
        if found is None:
            # Only real sessions are remembered, so guessing cannot fill the memory.
            self._fresh.pop(digest, None)
            return None
        self._fresh[digest] = (time.monotonic(), found)
        self.seen.add(digest)
        return Known(digest, found)

    def begin(
        self,
        token: bytes,
        instead_of: Known | None = None,
        staff: str | None = None,
        pin: str | None = None,
    ) -> str:
        """The new session's id, for the cookie; the one it takes the place of has ended. Raises
        NotSaved."""
        id = secrets.token_urlsafe(24)
        fingerprint = None if staff is None else self.fingerprint(staff, pin)
        session = Session(token, staff, fingerprint, self._now())
        ended = instead_of.digest if instead_of else None
        digest = digest_of(id)
        self._store.on_writer(lambda: self._journal.put_session(digest, session, ended))
        if ended is not None:
            self._fresh.pop(ended, None)
        return id

    def fingerprint(self, staff: str, pin: str | None) -> bytes | None:
        """Of a PIN as config.toml has it: another one ends what was begun with this one."""
        if not pin:
            return None
        return hmac.digest(self._fingerprint_key, f"{staff}:{pin}".encode(), "sha256")

    def remember(self, ended: Known | None, key: Key | None, body: bytes, new_id: str) -> None:
        """An answer that is lost takes the new cookie with it: the same request gets both again."""
        if ended is None or key is None:
            return
        self._renewed[ended.digest, key.key] = Renewed(time.monotonic(), key.digest, body, new_id)
        while len(self._renewed) > RETRIES_MAX:
            self._renewed.popitem(last=False)

    def renewed(self, id: str, key: Key) -> Renewed | None:
        found = self._renewed.get((digest_of(id), key.key))
        if found is None or time.monotonic() - found.at_s > RETRIED_WITHIN_S:
            return None
        return found if found.request == key.digest else None

    def forget_stale(self) -> None:
        """What is not fresh any more is read again anyway: without this, memory would grow with
        every sign-in."""
        now_s = time.monotonic()
        self._fresh = {d: kept for d, kept in self._fresh.items() if now_s - kept[0] < FRESH_S}

    def _now(self) -> Millis:
        return self._store.look(lambda day, now, forecast: now)
