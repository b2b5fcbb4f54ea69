"""Tickets asked for while the server is away: on this machine's disk, handed over in order.

A ticket is on the disk before its customer is told that it is being made, and what was told for it
is taken off the disk once the server has answered. Every try carries the customer's own key, so a
ticket is made once, whenever this machine loses its power.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

ASKED, MADE, UNREADABLE = ".asked.json", ".made.json", ".unreadable"
OURS, LOCK = (".json", ".new", UNREADABLE), "lock"
LETTERS, DIGITS = "ACDEFHJKLMNPRTUVWXY", "34679"
"""Of a code: nothing that is mistaken for another, and never in the form of a ticket's number."""
MADE_KEPT_S = 2 * 3600.0
UNREADABLE_KEPT_S = 7 * 24 * 3600.0
"""From when it was written: time for somebody to look, and no longer, since it may hold a name."""
PAUSES_S = (0.3, 1.0, 2.0, 5.0)
CLOCK_WRONG_S_MAX = 4 * 3600.0
NOT_YET = (401, 403, 408, 429, 502, 503, 504)
"""Answers that say nothing of the ticket: a token mended later, a server that is starting."""


class InUse(Exception):
    """Two agents with one folder would hand the same tickets over in two orders."""


MISHAPS_MAX = 20
"""A server that stumbles over one ticket is asked again for a minute or two, not for ever."""

Send = Callable[[str, str, dict[str, Any]], tuple[int, dict[str, Any]]]
"""(path, key, body) → status and body; an OSError while the server is away."""


class Unreadable(NamedTuple):
    path: Path
    age_s: float


def unreadable(folder: Path) -> list[Unreadable]:
    """Tickets that a broken disk spoiled, the oldest first."""
    found = []
    for path in folder.glob(f"*{UNREADABLE}"):
        with suppress(FileNotFoundError):
            found.append(Unreadable(path, time.time() - path.stat().st_mtime))
    return sorted(found, key=lambda one: -one.age_s)


class Asked(msgspec.Struct):
    """What a customer asked for. `changes` are what the server's refusals made us change since:
    written down before they are sent, because a change is a request of its own."""

    place: int
    key: str
    code: str
    path: str
    body: dict[str, Any]
    arrived_at: str
    changes: list[str] = []

    @property
    def as_sent(self) -> tuple[str, dict[str, Any]]:
        body = {**self.body, "arrived_at": self.arrived_at}
        body.setdefault("name", self.code)
        if self.changes[-1:] == ["as_it_was"]:
            return self.key, self.body
        if "now" in self.changes:
            del body["arrived_at"]
        if "wait" in self.changes:
            body["choose"] = "wait"
        return "-".join((self.key, *self.changes)), body


class Made(msgspec.Struct):
    """What came of it: all that is needed to show the ticket, and nothing the customer told."""

    place: int
    key: str
    code: str
    arrived_at: str
    answered_at: float
    ticket: str | None = None
    visit: str | None = None
    secret: str | None = None
    problem: dict[str, Any] | None = None


Kept = TypeVar("Kept", Asked, Made)


@dataclass
class Outbox:
    folder: Path
    asked: dict[int, Asked] = field(default_factory=dict)
    made: dict[int, Made] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._news = threading.Event()
        self._closed = False
        self.folder.mkdir(parents=True, exist_ok=True)
        self._keep_private()
        self._held = self._hold()
        for file in self.folder.glob("*.new"):
            file.unlink()
        for made in self._found(MADE, Made):
            self.made[made.place] = made
            self._file(made.place, ASKED).unlink(missing_ok=True)
        for asked in self._found(ASKED, Asked):
            self.asked[asked.place] = asked

    def _keep_private(self) -> None:
        """Also what is here already; the folder, unless it is used for something else too."""
        ours = [one for one in self.folder.iterdir() if one.suffix in OURS or one.name == LOCK]
        for one in ours:
            one.chmod(0o600)
        if len(ours) == len(list(self.folder.iterdir())):
            self.folder.chmod(0o700)

    def _found(self, kind: str, of: type[Kept]) -> Iterator[Kept]:
        for file in sorted(self.folder.glob(f"*{kind}")):
            try:
                yield msgspec.json.decode(file.read_bytes(), type=of)
            except msgspec.DecodeError:
                # Of a broken disk: it is left a while for whoever can still read it.
                file.rename(file.with_suffix(UNREADABLE))

    def _hold(self) -> int:
        held = os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(held)
            raise InUse(
                f"Another kiosk uses {self.folder}: give this one its own --data."
            ) from error
        return held

    def keep(self, path: str, key: str, body: dict[str, Any], arrived_s: float) -> Asked | Made:
        """On the disk when it returns. The same key twice is the same ticket."""
        with self._lock:
            known = self._known(key)
            if known is not None:
                return known
            place = max((0, *self.asked, *self.made)) + 1
            arrived_at = body.get("arrived_at") or _rfc3339(arrived_s)
            asked = Asked(place, key, self._new_code(), path, body, arrived_at)
            self._write(self._file(place, ASKED), asked)
            self.asked[place] = asked
        self._news.set()
        return asked

    def known(self, key: str) -> Asked | Made | None:
        with self._lock:
            return self._known(key)

    def recent(self) -> list[Made]:
        """Made lately: whose customers may still be looking for their number."""
        with self._lock:
            return sorted(self.made.values(), key=lambda made: made.place)

    def deliver(self, send: Send) -> None:
        """Hands over whatever there is, until `close`."""
        tries = 0
        while not self._closed:
            self._forget_old()
            first = self._first()
            if first is None:
                self._news.wait(timeout=60)
                self._news.clear()
            elif self._delivered(first, send, tries):
                tries = 0
            else:
                self._news.wait(PAUSES_S[min(tries, len(PAUSES_S) - 1)])
                self._news.clear()
                tries += 1

    def close(self) -> None:
        self._closed = True
        self._news.set()
        os.close(self._held)

    def _delivered(self, asked: Asked, send: Send, tries: int) -> bool:
        """Whether the server has answered; asked again with what it refused changed."""
        while not self._closed:
            try:
                status, answer = send(asked.path, *asked.as_sent)
            except OSError:
                return False
            if status in NOT_YET or (status == 500 and tries < MISHAPS_MAX):
                return False
            change = _change(asked, answer) if status >= 400 else None
            if change is None:
                self._finish(asked, status, answer)
                return True
            asked.changes.append(change)
            self._write(self._file(asked.place, ASKED), asked)
        return False

    def _finish(self, asked: Asked, status: int, answer: dict[str, Any]) -> None:
        made = Made(asked.place, asked.key, asked.code, asked.arrived_at, time.time())
        if status < 400:
            made.ticket, made.visit = answer.get("ticket"), answer.get("id")
            made.secret = answer.get("secret")
        else:
            told = ("code", "args", "detail", "title")
            made.problem = {name: answer[name] for name in told if name in answer}
        with self._lock:
            self._write(self._file(asked.place, MADE), made)
            self._remove(asked.place, ASKED)
            del self.asked[asked.place]
            self.made[asked.place] = made

    def _forget_old(self) -> None:
        with self._lock:
            old = [one for one in self.made.values() if time.time() - one.answered_at > MADE_KEPT_S]
            for one in old:
                self._remove(one.place, MADE)
                del self.made[one.place]
        for path, age_s in unreadable(self.folder):
            if age_s > UNREADABLE_KEPT_S:
                path.unlink(missing_ok=True)

    def _first(self) -> Asked | None:
        with self._lock:
            return self.asked[min(self.asked)] if self.asked else None

    def _known(self, key: str) -> Asked | Made | None:
        return next((one for one in self._every() if one.key == key), None)

    def _every(self) -> Iterator[Asked | Made]:
        yield from self.asked.values()
        yield from self.made.values()

    def _new_code(self) -> str:
        used = {one.code for one in self._every()}
        while True:
            code = "".join(secrets.choice(kind) for kind in (LETTERS, DIGITS) * 2)
            if code not in used:
                return code

    def _file(self, place: int, kind: str) -> Path:
        return self.folder / f"{place:08}{kind}"

    def _write(self, file: Path, what: Asked | Made) -> None:
        new = file.with_suffix(".new")
        new.touch(0o600)
        with new.open("wb") as written:
            written.write(msgspec.json.encode(what))
            written.flush()
            os.fsync(written.fileno())
        new.rename(file)
        self._sync()

    def _remove(self, place: int, kind: str) -> None:
        self._file(place, kind).unlink(missing_ok=True)
        self._sync()

    def _sync(self) -> None:
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _change(asked: Asked, refused: dict[str, Any]) -> str | None:
    """What to ask instead, or nothing when the refusal is the answer."""
    code = refused.get("code")
    if code == "key_reused" and not asked.changes:
        # The customer's own request did arrive before the server fell silent.
        return "as_it_was"
    if code == "papers_not_ready" and "wait" not in asked.changes:
        # Somebody who was told that a ticket is being made gets one; staff see what is missing.
        return "wait"
    if code == "arrival_not_today" and "now" not in asked.changes and _of_late(asked):
        # This machine's clock is ahead of the server's.
        return "now"
    return None


def _of_late(asked: Asked) -> bool:
    since_s = time.time() - datetime.fromisoformat(asked.arrived_at).timestamp()
    return since_s < CLOCK_WRONG_S_MAX


def _rfc3339(at_s: float) -> str:
    return datetime.fromtimestamp(at_s, UTC).isoformat(timespec="milliseconds")[:-6] + "Z"
