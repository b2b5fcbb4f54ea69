"""The secret of a visit, or of an appointment: the key in a customer's link. Derived, never stored,
so a backup restores every link, and reading the tables opens none."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64encode
from typing import Literal

SIGNATURE_LENGTH = 24
"""Characters of base64: 144 bits."""

Kind = Literal["visit", "appointment"]


class Keys:
    def __init__(self, store_key: bytes) -> None:
        self._store_key = store_key

    def secret_of(self, id: str, kind: Kind = "visit") -> str:
        return id + self._signature(kind, id)

    def opens(self, secret: str, kind: Kind) -> str | None:
        """The visit or appointment this secret opens, or None: made up, mistyped, of another store
        or of the other kind."""
        id, signature = secret[:-SIGNATURE_LENGTH], secret[-SIGNATURE_LENGTH:]
        real = self._signature(kind, id)
        return id if hmac.compare_digest(real.encode(), signature.encode()) else None

    def visit_of(self, secret: str) -> str | None:
        return self.opens(secret, "visit")

    def _signature(self, kind: Kind, id: str) -> str:
        digest = hmac.digest(self._store_key, f"{kind}:{id}".encode(), "sha256")
        return urlsafe_b64encode(digest).decode()[:SIGNATURE_LENGTH]

    def digest_of(self, text: str) -> str:
        """32 hexadecimal digits that only this store can make of a text."""
        return hmac.digest(self._store_key, f"text:{text}".encode(), "sha256").hex()[:32]
