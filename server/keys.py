"""A visit's secret: the key in a customer's link. Derived, never stored, so a backup restores
every link, and reading the visits table opens none."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode

SIGNATURE_LENGTH = 24
"""Characters of base64: 144 bits."""


class Keys:
    def __init__(self, store_key: bytes) -> None:
        self._store_key = store_key

    def secret_of(self, visit: str) -> str:
        return visit + self._signature(visit)

    def visit_of(self, secret: str) -> str | None:
        """The visit this secret opens, or None: made up, mistyped or of another store."""
        visit, signature = secret[:-SIGNATURE_LENGTH], secret[-SIGNATURE_LENGTH:]
        real = self._signature(visit)
        return visit if hmac.compare_digest(real.encode(), signature.encode()) else None

    def _signature(self, visit: str) -> str:
        digest = hmac.digest(self._store_key, b"visit:" + visit.encode(), "sha256")
        return urlsafe_b64encode(digest).decode()[:SIGNATURE_LENGTH]
