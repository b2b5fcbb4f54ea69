"""A store to test: a real SQLite file, a clock set by hand, a gate before the disk."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import gevent

from server.clock import SteadyClock
from server.floor import commands as c
from server.floor.commands import Command
from server.floor.facts import Millis, Recorded
from server.floor.plan import StorePlan
from server.floor.refusals import Refusal
from server.journal.contract import Answer, Entry, Key, NotSaved, Rows, Stream
from server.journal.sqlite import SqliteJournal
from server.store import Done, OpenStore
from server.waits.forecaster import Forecaster
from tests.floor.played import NOON, small_store

PLAN = small_store()
TODAY = Stream("main", "2026-11-21")
DAY_MS = 24 * 3600 * 1000


class ClockByHand:
    speed = 1.0

    def __init__(self, at: Millis = NOON) -> None:
        self.at = at

    def now(self) -> Millis:
        return self.at


class GatedJournal(SqliteJournal):
    """The real journal; while the gate is shut, the disk takes its time."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.gate = threading.Event()
        self.gate.set()
        self.commits: list[int] = []
        self.facts_read = 0
        self.refuses = False

    def append(self, stream: Stream, after_seq: int, entries: Sequence[Entry], rows: Rows) -> None:
        assert self.gate.wait(30)
        if self.refuses:
            self.refuses = False
            raise NotSaved("this once the disk takes nothing")
        super().append(stream, after_seq, entries, rows)
        self.commits.append(len(entries))

    def read(self, stream: Stream, after_seq: int = 0) -> Iterator[Recorded]:
        for recorded in super().read(stream, after_seq):
            self.facts_read += 1
            yield recorded

    def fill_disk(self) -> None:
        conn = self._writer.conn
        pages = conn.execute("PRAGMA page_count").fetchone()[0]
        conn.execute(f"PRAGMA max_page_count = {pages}")

    def empty_disk(self) -> None:
        self._writer.conn.execute("PRAGMA max_page_count = 1000000000")


class MachineByHand:
    """A machine whose wall clock can be set to anything, while time goes on."""

    def __init__(self, at: Millis = NOON) -> None:
        self.wall = at
        self.steady = 5_000_000

    def passes(self, ms: Millis) -> None:
        self.wall += ms
        self.steady += ms

    def leaps(self, ms: Millis) -> None:
        self.wall += ms

    def clock(self) -> SteadyClock:
        """As a program that starts now reads it."""
        return SteadyClock(lambda: self.wall, lambda: self.steady)


class Shop:
    def __init__(
        self, path: Path, clock: ClockByHand | SteadyClock | None = None, plan: StorePlan = PLAN
    ) -> None:
        self.path = path
        self.plan = plan
        self.clock: Any = clock or ClockByHand()
        self.heard: list[Recorded] = []
        self.open()

    def open(self) -> None:
        self.journal = GatedJournal(self.path)
        self.store = OpenStore(self.plan, self.journal, self.clock, Forecaster(self.plan))
        self.store.subscribe(lambda day, facts, now, forecast: self.heard.extend(facts))

    def close(self) -> None:
        self.journal.gate.set()
        self.store.close()
        self.journal.close()

    def restart(self) -> None:
        self.close()
        self.open()

    def crash(self) -> None:
        """As if killed: nothing is finished, nothing tidied up."""
        gevent.killall(self.store._greenlets)
        self.store._native.kill()
        self.journal.close()

    def crash_and_restart(self) -> None:
        self.crash()
        self.open()

    def do(self, command: Command, key: str | None = None, **more: Any) -> Answer:
        """`request` tells apart what came with a key; by default it is the command itself."""
        request = more.pop("request", None) or repr(command)
        with_key = Key(key, sha256(request.encode()).digest()) if key else None
        answer = more.pop("answer", told)
        return self.store.do(command, by="mai", answer=answer, key=with_key, **more)

    def take(self, visit: str, key: str | None = None, **more: Any) -> Answer:
        return self.do(c.TakeTicket(visit, "advice"), key, **more)

    def start(self, call: Callable[..., Answer], *args: Any, **named: Any) -> gevent.Greenlet:
        """Asks in a greenlet, which has gone as far as it can when this returns."""
        asked = gevent.spawn(call, *args, **named)
        gevent.sleep(0)
        return asked

    @property
    def facts(self) -> list[Recorded]:
        return list(self.journal.read(TODAY))

    def kinds(self, stream: Stream = TODAY) -> list[str]:
        return [type(recorded.fact).__name__ for recorded in self.journal.read(stream)]

    def settle(self) -> None:
        """Lets everything that is durable be announced."""
        self.store.look(lambda day, now, forecast: None)
        gevent.idle()


def told(made: Done | Refusal) -> Answer:
    if isinstance(made, Refusal):
        return Answer(made.status, json.dumps({"code": made.code}).encode())
    if not made.facts:
        return Answer(204, b"")
    visit = made.day.visits.get(getattr(made.facts[0].fact, "visit", ""))
    ticket = {"ticket": visit.ticket, "visit": visit.id} if visit else {}
    return Answer(200, json.dumps({**ticket, "seq": made.day.seq}).encode())
