"""A mark of its own is written into every place of the interface where words can stand, and looked
for: never in a fact, a row or a stored answer, and after everybody was erased in no file at all."""

from __future__ import annotations

import re
import signal
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.browser.running import PATIENCE_S, Server
from tests.doors.written import Place, Schema, Spec

BASE = "/api/v1/stores/{store}"
MARK = re.compile(rb"qx\d{4}zq")
READ_AS = ("utf-8", "utf-16-le", "utf-16-be")
FACTS_AND_ROWS = (
    *("facts", "visits", "legs", "papers", "promises", "appointments", "answers", "meta", "tokens"),
)
BEFORE = {
    "return": ("hold",),
    "recall": ("call",),
    "start": ("call",),
    "no_show": ("call",),
    "finish": ("call",),
    "transfer": ("call",),
    "undo": ("call",),
    "help": ("call",),
    "feedback": ("call", "finish"),
    "kept": ("call", "finish"),
    "reopen": ("call", "finish"),
}
"""By the last word of an address: what must have been done with a visit that waits."""
AT_WORK = {"1": "mai", "2": "ken"}
BESIDE: dict[str, Schema] = {"visits": {"choose": "wait"}}
PERSONAL = {"name", "phone", "notes", "note", "text", "what", "reason"}
"""Fields whose words are kept with the guest, and so must have been there to be erased."""
ACCEPTED = PERSONAL | {"channel", "step", "kiosk", "language", "why", "kind", "match"}


class Store:
    """A running store, asked for whatever is written into it."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {server.tokens['manager']}"
        self.marks = (f"qx{n:04}zqä" for n in count())
        self.numbers = count(5000)
        self.accepted: set[str] = set()

    def ask(self, method: str, path: str, body: Any = None, **more: Any) -> requests.Response:
        url = self.server.base + (path if path.startswith("/api") or path == "/readyz" else "")
        url += "" if url != self.server.base else BASE.replace("{store}", "main") + path
        key = {"Idempotency-Key": f"key {next(self.numbers)}"}
        answer = self.session.request(
            method, url, json=body, headers=key, timeout=PATIENCE_S, **more
        )
        assert answer.status_code < 500, (method, path, body, answer.text)
        return answer

    def done(self, path: str, body: Any = None) -> Any:
        answer = self.ask("POST", path, body)
        assert answer.ok, (path, body, answer.text)
        return answer.json() if answer.content else None

    def known_for(self, path: str) -> Schema:
        """A visit in the state that this address is for, and whatever else it may name."""
        self.free_both_counters()
        visit = self.done("/visits", {"service": "advice"})
        known = {
            **{"store": "main", "visit": visit["id"], "counter": "1", "service": "advice"},
            **{"services": "advice", "staff": "mai", "asked_for": "mai", "language": "en"},
            **{"needs": "seat", "paper": "receipt", "papers key": "receipt", "code": self.number},
            **{"answers key": "bought", "kind": "receipt", "pin": "2703", "recovery": "coffee"},
            **{"at": in_an_hour(), "due": in_an_hour(), "minutes": 5, "score": 4, "sale": 1},
            **{"to": "2" if visit["counter"] == "1" else "1", "suggestion": "none", "call": "none"},
            **{"promise": "none", "appointment": "none", "secret": "none", "name": "waits"},
        }
        for step in BEFORE.get(path.rpartition("/")[2], ()):
            getattr(self, step)(known)
        if "{appointment}" in path:
            made = self.done("/appointments", {"service": "advice", "at": in_an_hour()})
            known["appointment"] = made["id"]
        return known

    @property
    def number(self) -> str:
        return str(next(self.numbers))

    def free_both_counters(self) -> None:
        for here in self.ask("GET", "/counters").json()["items"]:
            if here["visit"]:
                self.done(f"/visits/{here['visit']}/finish", {"outcome": "resolved"})
            if here["state"] != "open" and here["id"] in AT_WORK:
                self.done(f"/counters/{here['id']}/open", {"staff": AT_WORK[here["id"]]})

    def hold(self, known: Schema) -> None:
        self.done(f"/visits/{known['visit']}/hold", {"minutes": 5})

    def call(self, known: Schema) -> None:
        self.done("/counters/1/call", {"visit": known["visit"], "reason": "quick"})

    def finish(self, known: Schema) -> None:
        promise = {"what": "to ring", "due": in_an_hour()}
        body = {"outcome": "resolved", "promise": promise}
        self.done(f"/visits/{known['visit']}/finish", body)
        promises = self.ask("GET", "/promises?limit=500").json()["items"]
        [known["promise"]] = [one["id"] for one in promises if one["visit"] == known["visit"]]

    def write_everywhere(self, spec: Spec) -> None:
        for method, path, operation in spec.operations():
            if path == BASE + "/guests/{visit}":
                continue
            if schema := spec.body_of(operation):
                for place in spec.places(schema):
                    self.write_into_body(spec, method, path, schema, place)
            for parameter in operation["parameters"]:
                if parameter["in"] in ("path", "query") and parameter["name"] != "store":
                    self.write_into_address(spec, method, path, operation, parameter)

    def write_into_body(
        self, spec: Spec, method: str, path: str, schema: Schema, place: Place
    ) -> None:
        known = self.known_for(path)
        body = spec.body(schema, place, next(self.marks), known)
        body |= BESIDE.get(path.removeprefix(BASE + "/"), {})
        if self.ask(method, named(path, known), body).ok:
            self.accepted |= {str(step) for step in place}

    def write_into_address(
        self, spec: Spec, method: str, path: str, operation: Schema, parameter: Schema
    ) -> None:
        known = self.known_for(path)
        schema = spec.body_of(operation)
        body = spec.body(schema, None, "", known) if schema else None
        mark = next(self.marks)
        if parameter["in"] == "path":
            self.ask(method, named(path, known | {parameter["name"]: mark}), body)
        else:
            self.ask(method, named(path, known), body, params={parameter["name"]: mark})

    def put_off_a_suggestion(self) -> None:
        """The one kind of words that needs a floor worth a suggestion."""
        self.free_both_counters()
        self.done("/counters/2/close")
        for _ in range(7):
            self.done("/visits", {"service": "advice"})
        self.done("/counters/1/call_next")
        self.done("/counters/2/open", {"staff": "ken"})
        offered: list[Any] = []
        give_up = datetime.now(UTC) + timedelta(seconds=PATIENCE_S)
        while not offered and datetime.now(UTC) < give_up:
            offered = self.ask("GET", "/balance").json()["suggestions"]
        suggestion = offered[0]["id"]
        self.done(f"/balance/suggestions/{suggestion}/not_now", {"reason": next(self.marks)})

    def erase_everybody(self) -> None:
        db = sqlite3.connect(self.server.data / "foyer.db")
        ids = db.execute("SELECT visit FROM visits UNION SELECT appointment FROM appointments")
        everybody = [one for (one,) in ids.fetchall()]
        db.close()
        today = self.ask("GET", "/today").json()["items"]
        everybody += [one["id"] for one in today if one["what"] == "message"]
        for one in everybody:
            assert self.ask("DELETE", f"/guests/{one}").status_code == 204


def in_an_hour() -> str:
    return (datetime.now(UTC) + timedelta(hours=1)).isoformat()


def named(path: str, known: Schema) -> str:
    return re.sub(r"{(\w+)}", lambda found: str(known[found[1]]), path)


def marks_in(told: bytes) -> set[bytes]:
    """Plain, escaped or in UTF-16: the letters of a mark need no escape."""
    return {mark for code in READ_AS for mark in MARK.findall(narrowed(told, code))}


def narrowed(told: bytes, code: str) -> bytes:
    if code == "utf-8":
        return told
    first = 0 if code == "utf-16-le" else 1
    return told[first::2] + told[1 - first :: 2]


def rows_of(data: Path, tables: tuple[str, ...]) -> dict[str, bytes]:
    db = sqlite3.connect(data / "foyer.db")
    try:
        return {t: repr(db.execute(f"SELECT * FROM {t}").fetchall()).encode() for t in tables}
    finally:
        db.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    server = Server(tmp_path)
    server.start()
    yield Store(server)
    server.stop()


def test_nothing_that_was_written_is_left(store: Store, tmp_path: Path) -> None:
    spec = Spec(store.ask("GET", "/api/v1/openapi.json").json())
    store.write_everywhere(spec)
    store.put_off_a_suggestion()
    assert store.accepted >= ACCEPTED, ACCEPTED - store.accepted
    data = store.server.data
    for table, rows in rows_of(data, FACTS_AND_ROWS).items():
        assert not marks_in(rows), table
    kept = rows_of(data, ("guests",))["guests"]
    assert len(marks_in(kept)) > len(PERSONAL)
    store.erase_everybody()
    for when in ("open", "closed"):
        files = [file for file in tmp_path.rglob("*") if file.is_file()]
        assert data / "foyer.db" in files
        left = {file.name: marks_in(file.read_bytes()) for file in files}
        assert not any(left.values()), (when, left)
        store.server.stop(signal.SIGTERM)
