"""Bearer tokens: what a device or a program shows. The journal keeps their digests only."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from base64 import urlsafe_b64encode

from server.floor.facts import Millis
from server.journal.contract import Journal, Token

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


def _screen_name(scope: str) -> str:
    return f"{scope} screen"


def _derived(store_key: bytes, scope: str, made_at: Millis) -> str:
    told = f"screen:{scope}:{made_at}".encode()
    return urlsafe_b64encode(hmac.digest(store_key, told, "sha256")).decode()[:32]


class Tokens:
    """Looks tokens up, remembering each for a moment: a busy tablet asks many times a second."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._seen: dict[bytes, tuple[float, Token]] = {}

    def of(self, token: str) -> Token | None:
        return self.by_digest(digest_of(token))

    def by_digest(self, digest: bytes) -> Token | None:
        seen = self._seen.get(digest)
        if seen and time.monotonic() - seen[0] < FRESH_S:
            return seen[1]
        found = self._journal.token(digest)
        if found is None:
            # Only real tokens are remembered, so guessing cannot fill the memory.
            self._seen.pop(digest, None)
            return None
        self._seen[digest] = (time.monotonic(), found)
        return found
