"""Taking a ticket through the agent: from the server while it answers, else from the outbox."""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from pathlib import Path
from typing import Any

from kiosk.outbox import NOT_YET, Asked, Made, Outbox
from kiosk.passing_on import Upstream

PATH = re.compile(r"/api/v1/stores/[\w-]{1,64}/visits")
ANSWER_S_MAX = 5.0
"""Longer than any store takes, and shorter than a page waits."""
KEY_LENGTH_MAX = 200
BODY_BYTES_MAX = 100_000
SIGNS_IN = ("Authorization", "Cookie")


@dataclass(frozen=True)
class Answer:
    status: int
    kind: str
    body: bytes


class Tickets:
    def __init__(self, upstream: Upstream, folder: Path) -> None:
        self._upstream = upstream
        self.outbox = Outbox(folder)
        # How the page is signed in, where the agent has no token. In memory only.
        self._signed_in: dict[str, str] = {}

    def take(self, path: str, headers: Message, body: bytes) -> Answer | None:
        """The server's answer, or what was kept; nothing where this cannot be kept."""
        self._signed_in = {name: headers[name] for name in SIGNS_IN if name in headers}
        arrived_s = time.time()
        key, wanted = headers["Idempotency-Key"], _ticket(body)
        earlier = self.outbox.known(key)
        if earlier is not None:
            return _kept(earlier)
        if not self.outbox.asked or wanted is None:
            try:
                answer = self._asked(path, key, body)
            except (OSError, HTTPException):
                answer = None
            if answer is not None and (answer.status not in NOT_YET or answer.status < 500):
                return answer
        return _kept(self.outbox.keep(path, key, wanted, arrived_s)) if wanted else None

    def hand_over(self) -> None:
        self.outbox.deliver(self._sent)

    def close(self) -> None:
        self.outbox.close()

    def about(self, key: str) -> dict[str, Any] | None:
        """What became of one ticket: for whoever asked for it."""
        found = self.outbox.known(key)
        return None if found is None else _told(found, whole=True)

    def lately(self) -> dict[str, Any]:
        """For everybody before the screen: codes and the numbers they became."""
        made = [_told(one, whole=False) for one in self.outbox.recent()]
        return {"waiting": len(self.outbox.asked), "items": made}

    def _sent(self, path: str, key: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        try:
            answer = self._asked(path, key, json.dumps(body).encode())
            told = json.loads(answer.body)
        except (HTTPException, ValueError) as error:
            raise ConnectionError from error
        if not isinstance(told, dict):
            raise ConnectionError
        return answer.status, told

    def _asked(self, path: str, key: str, body: bytes) -> Answer:
        headers = {"Content-Type": "application/json", "Idempotency-Key": key}
        headers["Origin"] = self._upstream.address
        headers |= self._signed_in
        if self._upstream.token:
            headers.setdefault("Authorization", f"Bearer {self._upstream.token}")
        server = self._upstream.ask(ANSWER_S_MAX)
        try:
            server.request("POST", path, body, headers)
            answer = server.getresponse()
            kind = answer.getheader("Content-Type") or "application/json"
            return Answer(answer.status, kind, answer.read())
        finally:
            server.close()


def may_keep(path: str, headers: Message) -> bool:
    key = headers.get("Idempotency-Key") or ""
    length = headers.get("Content-Length") or ""
    fits = length.isdigit() and int(length) <= BODY_BYTES_MAX
    return bool(PATH.fullmatch(path)) and 0 < len(key) <= KEY_LENGTH_MAX and fits


def _ticket(body: bytes) -> dict[str, Any] | None:
    try:
        wanted = json.loads(body)
    except ValueError:
        return None
    fits = isinstance(wanted, dict) and isinstance(wanted.get("service"), str)
    return wanted if fits else None


def _kept(one: Asked | Made) -> Answer:
    return Answer(202, "application/json", json.dumps(_told(one, whole=True)).encode())


def _told(one: Asked | Made, *, whole: bool) -> dict[str, Any]:
    told: dict[str, Any] = {"kept": one.code, "arrived_at": one.arrived_at}
    if isinstance(one, Asked):
        told["state"] = "waiting"
        told["detail"] = "The server is away. The ticket is made as soon as it is back."
        return told
    told["state"] = "refused" if one.problem else "made"
    told["ticket"] = one.ticket
    if whole:
        told |= {"visit": one.visit, "secret": one.secret, "problem": one.problem}
    return told
