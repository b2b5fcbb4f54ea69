"""What the kiosk's page is made of, on the agent's own disk: its files, its words and the store's
plan, as they last came from the server. A kiosk switched on while its server is away opens from it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import Message
from http.client import HTTPException
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.passing_on import Upstream

PAGE = re.compile(r"/kiosk/?|/(?:kiosk|ui|words|joined)/[\w./@,-]+")
ABOUT = re.compile(r"/api/v1/stores/[\w-]{1,64}")
PLAN = re.compile(ABOUT.pattern + r"/services")
FILES_MAX = 1000
"""A store's page has under two hundred; the rest are of earlier versions."""
ANSWER_S_MAX = 5.0
SILENT_S = 5.0
"""How long a server that let a whole connection time out is not asked again."""
GONE = (502, 503, 504)
CONDITIONS = {"if-none-match", "if-modified-since"}
BETWEEN_TWO = ("connection", "keep-alive", "transfer-encoding", "content-length", "set-cookie")
"""Headers of one connection or one visitor: never kept."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Kept:
    """An answer of the server: its status, headers and body as they came."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes


def mirrors(target: str) -> bool:
    path = target.partition("?")[0]
    return any(kind.fullmatch(path) for kind in (PAGE, ABOUT, PLAN))


class Mirror:
    def __init__(self, upstream: Upstream, folder: Path) -> None:
        self._upstream = upstream
        self._folder = folder
        self._silent_until = 0.0
        self._lock = threading.Lock()

    def get(self, target: str, headers: Message) -> Kept | None:
        """The server's answer, or while it is away the last one; None where there was none."""
        file = self._folder / _name(target)
        kept = self._read(file)
        told = self._asked(target, headers, conditional=_same(kept, headers))
        if told is None or told.status in GONE:
            return _as_of_now(target, kept) if kept else told
        if told.status == 200 and told != kept:
            # A disk that is full or read-only costs the next start, not this one.
            with suppress(OSError), self._lock:
                self._write(file, told)
        return told

    def _asked(self, target: str, headers: Message, *, conditional: bool) -> Kept | None:
        if time.monotonic() < self._silent_until:
            return None
        dropped = {"host", *BETWEEN_TWO} | (set() if conditional else CONDITIONS)
        if _is_about(target):
            # Read here, once the server is away: it comes as it is.
            dropped.add("accept-encoding")
        wanted = {n: v for n, v in headers.items() if n.lower() not in dropped}
        if self._upstream.token and "Authorization" not in headers:
            wanted["Authorization"] = f"Bearer {self._upstream.token}"
        server = self._upstream.ask(ANSWER_S_MAX)
        try:
            server.request("GET", target, headers=wanted)
            answer = server.getresponse()
            kept = [(n, v) for n, v in answer.getheaders() if n.lower() not in BETWEEN_TWO]
            return Kept(answer.status, kept, answer.read())
        except TimeoutError:
            self._silent_until = time.monotonic() + SILENT_S
            return None
        except (OSError, HTTPException):
            return None
        finally:
            server.close()

    def _read(self, file: Path) -> Kept | None:
        try:
            head, _, body = file.read_bytes().partition(b"\n")
            told = json.loads(head)
            return Kept(200, [(name, value) for name, value in told], body)
        except (OSError, ValueError):
            return None

    def _write(self, file: Path, told: Kept) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder, suffix=".new")
        with os.fdopen(handle, "wb") as new:
            new.write(json.dumps(told.headers).encode() + b"\n" + told.body)
            new.flush()
            os.fsync(new.fileno())
        Path(name).replace(file)
        oldest_first = sorted(self._folder.iterdir(), key=lambda one: one.stat().st_mtime)
        for one in oldest_first[:-FILES_MAX]:
            one.unlink(missing_ok=True)


def _name(target: str) -> str:
    """The page is one, whatever its address tells it; a plan is one for each language."""
    path, _, query = target.partition("?")
    whole = path.rstrip("/") if path.rstrip("/") == "/kiosk" else f"{path}?{query}"
    return hashlib.sha256(whole.encode()).hexdigest()


def _same(kept: Kept | None, headers: Message) -> bool:
    """Whether the browser has what is kept: only then is "unchanged" enough of an answer."""
    etag = next((v for n, v in kept.headers if n.lower() == "etag"), None) if kept else None
    return etag is not None and etag == headers.get("If-None-Match")


def _is_about(target: str) -> bool:
    return ABOUT.fullmatch(target.partition("?")[0]) is not None


def _as_of_now(target: str, kept: Kept) -> Kept:
    """What the store is, with this machine's time in it."""
    if not _is_about(target):
        return kept
    about = json.loads(kept.body)
    now, then = datetime.now(UTC), datetime.fromisoformat(about["now"])
    # Hours that did not hold then, of a holiday or a store kept open, say nothing of now either.
    if about["open"] == _within_hours(about, then):
        about["open"] = _within_hours(about, now)
    opens = about["opens_next"]
    if opens is not None and datetime.fromisoformat(opens) < now:
        about["opens_next"] = None
    about["now"] = now.isoformat()
    return Kept(kept.status, kept.headers, json.dumps(about).encode())


def _within_hours(about: dict[str, Any], moment: datetime) -> bool:
    here = moment.astimezone(ZoneInfo(about["time_zone"]))
    for day in (here, here - timedelta(days=1)):
        passed = (here.replace(tzinfo=None) - _midnight(day)) / timedelta(minutes=1)
        for opens, closes in about["hours"][WEEKDAYS[day.weekday()]]:
            start, end = _minutes(opens), _minutes(closes)
            if start <= passed < (end if end > start else end + 24 * 60):
                return True
    return False


def _midnight(day: datetime) -> datetime:
    return day.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return 60 * int(hours) + int(minutes)
