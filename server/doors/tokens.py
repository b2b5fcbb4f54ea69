"""Bearer tokens: what a device or a program shows. The journal keeps their digests only."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Sequence

from server.floor.facts import Millis
from server.journal.contract import Journal, Token

ID_LENGTH = 8
SCOPES = ("kiosk", "display", "staff", "manager")
FRESH_S = 2.0
"""A token taken back by another process (`token --renew`) stops working within this."""


def digest_of(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def make_token(journal: Journal, scope: str, name: str, at: Millis) -> str:
    token = secrets.token_urlsafe(24)
    journal.add_token(digest_of(token), scope, name, at)
    return token


def screen_token(journal: Journal, scope: str, now: Millis) -> str:
    """The token in a screen's sign-in link: the same at every start until it is renewed.

    Derived from the store's key and the moment it was made, so nothing that opens a door is
    on the disk.
    """
    name = _screen_name(scope)
    made_at = next((kept.made_at for kept in journal.tokens() if kept.name == name), None)
    token = _derived(journal.store_key(), scope, made_at or now)
    if made_at is None:
        journal.add_token(digest_of(token), scope, name, now)
    return token


def renew_screen_token(journal: Journal, scope: str, now: Millis) -> str:
    journal.revoke_tokens(_screen_name(scope))
    return screen_token(journal, scope, now)


def named(tokens: Sequence[Token]) -> dict[str, Token]:
    """By an id short enough to type: as much of each digest as tells it from all others."""
    known: dict[str, Token] = {}
    for length in range(ID_LENGTH, 65):
        known = {token.digest.hex()[:length]: token for token in tokens}
        if len(known) == len(tokens):
            break
    return known


def _screen_name(scope: str) -> str:
    return f"{scope} screen"


def _derived(store_key: bytes, scope: str, made_at: Millis) -> str:
    told = f"screen:{scope}:{made_at}".encode()
    return urlsafe_b64encode(hmac.digest(store_key, told, "sha256")).decode()[:32]


class Tokens:
    """Looks tokens up, remembering each for a moment: a busy tablet asks many times a second."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._fresh: dict[bytes, tuple[float, Token]] = {}
        self.seen: set[bytes] = set()
        """Shown since this was last written down."""

    def of(self, token: str) -> Token | None:
        return self.by_digest(digest_of(token))

    def by_digest(self, digest: bytes) -> Token | None:
        kept = self._fresh.get(digest)
        if kept and time.monotonic() - kept[0] < FRESH_S:
            return kept[1]
        found = self._journal.token(digest)
        if found is None:
            # Only real tokens are remembered, so guessing cannot fill the memory.
            self._fresh.pop(digest, None)
            return None
        self._fresh[digest] = (time.monotonic(), found)
        self.seen.add(digest)
        return found

    def scopes_of(self, digests: Iterable[bytes]) -> frozenset[str]:
        found = (self.by_digest(digest) for digest in digests)
        return frozenset(token.scope for token in found if token is not None)

    def forget_stale(self) -> None:
        now_s = time.monotonic()
        self._fresh = {d: kept for d, kept in self._fresh.items() if now_s - kept[0] < FRESH_S}
