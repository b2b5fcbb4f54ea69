"""A client of the public interface, for the people of the demo."""

from __future__ import annotations

import http.client
import json
import secrets
from typing import Any, NamedTuple


class Said(NamedTuple):
    status: int
    body: Any

    @property
    def ok(self) -> bool:
        return self.status < 400


class Visitor:
    def __init__(self, host: str, port: int, store: str) -> None:
        self._to = (host, port)
        self._base = f"/api/v1/stores/{store}"
        self._line: http.client.HTTPConnection | None = None

    def get(self, path: str, token: str) -> Said:
        return self._ask("GET", path, token, None)

    def post(self, path: str, token: str, body: Any = None) -> Said:
        return self._ask("POST", path, token, body or {})

    def _ask(self, method: str, path: str, token: str, body: Any) -> Said:
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        if method == "POST":
            headers["Idempotency-Key"] = secrets.token_hex(16)
        sent = None if body is None else json.dumps(body)
        if self._line is None:
            self._line = http.client.HTTPConnection(*self._to, timeout=10)
        try:
            self._line.request(method, self._base + path, sent, headers)
            answer = self._line.getresponse()
            text = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self._line.close()
            self._line = None
            raise ConnectionError(str(error)) from error
        return Said(answer.status, json.loads(text) if text else None)
