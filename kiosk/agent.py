"""The agent on the kiosk's own machine.

It passes the server's pages, interface and live news on to http://localhost, because a browser
lends its camera only to localhost or HTTPS, and reads the frames the page hands it. A frame is
looked at and forgotten; what goes back to the page, and from there to the server, is the kind of
paper, its dates and, where papers must agree, a hash under a key that dies with the agent.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen
from zoneinfo import ZoneInfo

from kiosk.doors import Handler, Listener
from kiosk.mirror import Mirror
from kiosk.passing_on import Upstream
from kiosk.printer import Desk, Printer
from kiosk.readers import scanned
from kiosk.readers.missing import missing
from kiosk.readers.names import agreed
from kiosk.readers.process import Busy, Reader
from kiosk.readers.reading import Reading, Vote
from kiosk.tickets import Tickets

SHOWINGS_MAX = 8
ABOUT_KEPT_S = 60.0
ASK_S = 5.0
NAME = "name"
"""The one thing papers agree on that is no number."""


class NoServer(Exception):
    pass


@dataclass(frozen=True)
class Asked:
    """What is wanted of a paper, as the store's config.toml says."""

    reads: tuple[str, ...]
    patterns: tuple[str, ...]
    document_types: tuple[str, ...]
    max_age_days: int | None
    must_match: str | None


class Papers:
    """The store's papers and its day, asked of its server once a minute at most."""

    def __init__(self, upstream: Upstream) -> None:
        self._upstream = upstream
        self._kept: dict[str, tuple[float, dict[str, Asked], tzinfo]] = {}

    def of(self, store: str, paper: str) -> Asked | None:
        return self._of(store)[0].get(paper)

    def today(self, store: str) -> date:
        """The store's, whatever zone this machine is set to."""
        return datetime.now(self._of(store)[1]).date()

    def _of(self, store: str) -> tuple[dict[str, Asked], tzinfo]:
        at, papers, zone = self._kept.get(store, (-ABOUT_KEPT_S, {}, UTC))
        if time.monotonic() - at > ABOUT_KEPT_S:
            try:
                papers, zone = self._ask(store)
            except (OSError, HTTPException):
                # With the server away, a store still asks for what it asked for this morning.
                if not papers:
                    raise
            self._kept = {store: (time.monotonic(), papers, zone)}
        return papers, zone

    def _ask(self, store: str) -> tuple[dict[str, Asked], tzinfo]:
        asked = Request(f"{self._upstream.address}/api/v1/stores/{store}")
        with urlopen(asked, timeout=ASK_S) as answer:  # noqa: S310  the server we were started with
            about = json.load(answer)
        papers = {
            paper["id"]: Asked(
                tuple(paper.get("reads", ())),
                tuple(paper.get("code_patterns", ())),
                tuple(paper.get("document_types", ())),
                paper.get("max_age_days"),
                paper.get("must_match"),
            )
            for paper in about["papers"]
        }
        return papers, ZoneInfo(about["time_zone"])


class Showings:
    """What the frames of each showing said so far: a showing is one paper held up once."""

    def __init__(self) -> None:
        self._votes: OrderedDict[str, Vote] = OrderedDict()
        self._lock = threading.Lock()

    def add(self, showing: str, reading: Reading | None) -> Reading | None:
        with self._lock:
            vote = self._votes.setdefault(showing, Vote())
            self._votes.move_to_end(showing)
            while len(self._votes) > SHOWINGS_MAX:
                self._votes.popitem(last=False)
            return vote.add(reading)


class Agent:
    def __init__(
        self,
        server: str,
        port: int,
        data: Path,
        token: str | None = None,
        printer: Printer | None = None,
    ) -> None:
        upstream = Upstream.of(server, token)
        if upstream is None:
            raise NoServer(f"{server} is not an address such as http://192.168.1.20:8000")
        self.upstream = upstream
        self.missing = missing()
        self._reader = Reader()
        self._papers = Papers(upstream)
        self.tickets = Tickets(upstream, data)
        self.mirror = Mirror(upstream, data / "page")
        self.desk = Desk(printer) if printer else None
        self._showings = Showings()
        # Never kept: after a restart no hash can be traced to a name, not even by this machine.
        self._key = secrets.token_bytes(32)
        self._listener = Listener(("127.0.0.1", port), Handler)
        self._listener.agent = self
        self.port: int = self._listener.server_address[1]
        self._serving = False

    def serve(self) -> None:
        """Until another thread closes it, or a signal interrupts it."""
        self._serving = True
        try:
            self._serve()
        finally:
            self._serving = False

    def _serve(self) -> None:
        if not self.missing:
            threading.Thread(target=self._reader.warm, daemon=True).start()
        if self.desk:
            threading.Thread(target=self.desk.printer.warm, daemon=True).start()
        threading.Thread(target=self.tickets.hand_over, daemon=True).start()
        self._listener.serve_forever()

    def close(self) -> None:
        self.tickets.close()
        if self._serving:
            self._listener.shutdown()
        self._listener.server_close()
        self._reader.close()

    def about(self) -> dict[str, Any]:
        readers = [] if self.missing else ["code", "pdf417", "mrz", "receipt"]
        printer = {"dots": self.desk.printer.dots} if self.desk else None
        return {"readers": readers, "missing": self.missing, "printer": printer}

    def read(self, store: str, papers: list[str], showing: str, frame: bytes) -> dict[str, Any]:
        """`read` is what may be sent to the server, once it is certain; until then a hint."""
        if self.missing:
            return {"read": None, "hint": "reader_missing"}
        asked = self._asked(store, papers)
        kinds = {kind for want in asked.values() for kind in want.reads}
        if not kinds:
            return {"read": None, "hint": "not_readable"}
        patterns = [pattern for want in asked.values() for pattern in want.patterns]
        try:
            today = self._papers.today(store)
            seen = self._reader.read(frame, sorted(kinds), today, patterns)
        except Busy:
            return {"read": None, "hint": "busy"}
        unfit = {one: seen.why or _unfit(want, seen.reading) for one, want in asked.items()}
        fits = next((one for one, why in unfit.items() if why is None), None)
        certain = self._showings.add(showing, seen.reading if fits else None)
        if fits is None or certain is None:
            return {"read": None, "hint": "hold_still" if fits else next(iter(unfit.values()))}
        return {"paper": fits, "read": self._sendable(asked[fits], certain), "hint": None}

    def scanned(self, store: str, papers: list[str], text: str) -> dict[str, Any]:
        """The same of what a handheld scanner typed, for which this machine needs no reader."""
        asked = self._asked(store, papers)
        today = self._papers.today(store)
        for kind in scanned.KINDS:
            for one, want in asked.items():
                if kind not in want.reads:
                    continue
                reading = scanned.read(text, kind, today, want.patterns)
                if reading is not None and _unfit(want, reading) is None:
                    return {"paper": one, "read": self._sendable(want, reading), "hint": None}
        return {"read": None, "hint": "other_document"}

    def typed(self, question: str, text: str) -> dict[str, Any]:
        """What a customer typed, made comparable as what is read is; it is kept nowhere."""
        value = _name_typed(text) if question == NAME else _plain_number(text)
        return {"match": self._match(question, value)}

    def _match(self, label: str, value: str | None) -> str | None:
        if not value:
            return None
        return hmac.new(self._key, f"{label}:{value}".encode(), hashlib.sha256).hexdigest()

    def _asked(self, store: str, papers: list[str]) -> dict[str, Asked]:
        return {one: want for one in papers if (want := self._papers.of(store, one))}

    def _sendable(self, asked: Asked, reading: Reading) -> dict[str, Any]:
        issued = reading.issued or reading.date
        told = {"kind": reading.kind, "ok": True, "issued": issued, "expires": reading.expires}
        if asked.must_match:
            told["match"] = self._match(asked.must_match, _comparable(asked, reading))
        return {name: one for name, one in told.items() if one is not None}


def _comparable(asked: Asked, reading: Reading) -> str | None:
    """What papers must agree on. A zone's number is not: its check digits let lookalikes pass."""
    if asked.must_match == NAME:
        return agreed(reading.holder) if reading.holder else None
    if reading.kind == "mrz" or reading.number is None:
        return None
    return _plain_number(reading.number)


def _plain_number(text: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", text.upper())


def _name_typed(text: str) -> str | None:
    """`SURNAME, GIVEN NAMES`; half a name is nothing to compare."""
    surname, _, given = (agreed(text.replace(",", "<<", 1)) or "").partition(" ")
    return f"{surname} {given}" if surname and given else None


def _unfit(asked: Asked, reading: Reading | None) -> str | None:
    """Why what was read is not yet what was asked for."""
    if reading is None:
        return "not_found"
    if _family(reading.kind) not in asked.reads:
        return "other_document"
    if reading.text and asked.patterns and not _matches(reading.text, asked.patterns):
        return "other_document"
    kind = reading.document_type
    if kind and asked.document_types and not kind.startswith(asked.document_types):
        return "other_document"
    if reading.kind == "receipt" and asked.max_age_days and reading.date is None:
        return "date_not_seen"
    if asked.must_match == NAME and _comparable(asked, reading) is None:
        return "name_not_seen"
    return None


def _matches(text: str, patterns: Iterable[str]) -> bool:
    return any(re.fullmatch(pattern, text) for pattern in patterns)


def _family(kind: str) -> str:
    return kind if kind in ("mrz", "pdf417", "receipt") else "code"
