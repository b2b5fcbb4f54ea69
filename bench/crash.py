"""kill -9 at random moments under load, again and again: what was acknowledged must be there, once.

Kiosks and tablets ask in closed loops and, as a real one would, ask again with the same key when
their answer did not come. Afterwards every answer is asked for once more, and the facts on the
disk are counted against what the clients were told, past all the server's own code.

Then the same day is started again and again: with nothing else to do, beside two processes that
take all they get of the processor, and so without its snapshots.
"""

from __future__ import annotations

import argparse
import random
import secrets
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from statistics import median
from typing import Any, NamedTuple

from bench._days import write_days
from bench._running import Running
from bench._wire import Reply, ask
from server.clock import Clock
from server.journal.sqlite import SqliteJournal
from server.settings import load

KIOSKS, TABLETS = 4, 4
TICKET = {"service": "replacement"}
ALIVE_S = (0.05, 0.5)
"""How long the server lives before the next kill, at least and at most."""
READY_S_MAX = 2.0
HOGS = 2
HOG = "import time\nend = time.monotonic() + 300\nwhile time.monotonic() < end: pass"
"""A process that takes all it gets; also if nobody ends it, it does."""
VISITS_BEFORE = 300
"""A day, on the days before."""


class Told(NamedTuple):
    what: str
    sent: bytes
    reply: Reply

    @property
    def visit(self) -> str:
        visit: str = self.reply.json["id"]
        return visit


class Client(threading.Thread):
    """A kiosk, or the tablet of one counter."""

    def __init__(self, server: Running, counter: str | None) -> None:
        super().__init__(daemon=True)
        self.told: list[Told] = []
        self.asked_again = 0
        self.refused: list[Told] = []
        self.leaving = threading.Event()
        self._server = server
        self._counter = counter

    def run(self) -> None:
        while not self.leaving.is_set():
            if self._counter is None:
                self._ask("ticket", "kiosk", "/visits", TICKET)
            else:
                self._serve(f"/counters/{self._counter}/call_next")

    def _serve(self, call_next: str) -> None:
        called = self._ask("call", "staff", call_next)
        if called.reply.status != 200:
            time.sleep(0.01)
        else:
            path = f"/visits/{called.visit}/finish"
            self._ask("finish", "staff", path, {"outcome": "resolved"})

    def _ask(self, what: str, scope: str, path: str, body: Any = None) -> Told:
        sent = self._server.asks(scope, path, body, secrets.token_hex(8))
        told = Told(what, sent, self._answer(sent))
        (self.told if told.reply.status < 400 else self.refused).append(told)
        return told

    def _answer(self, sent: bytes) -> Reply:
        missed = False
        while True:
            try:
                reply = ask(self._server.port, sent)
            except OSError:
                missed = True
                time.sleep(0.05)
            else:
                self.asked_again += missed
                return reply


def main(argv: list[str]) -> dict[str, Any]:
    parser = argparse.ArgumentParser(prog="bench crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--visits", type=int, default=0, help="already in the day")
    parser.add_argument("--days", type=int, default=0, help="before it, to learn from")
    parser.add_argument("--starts", type=int, default=5, help="of each kind, at the end")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(argv)
    server = Running(counters=TABLETS)
    fill(server, asked.visits, asked.days)
    filled = facts(server)
    with server:
        clients = [Client(server, counter) for counter in [None] * KIOSKS + server.counters]
        ready = killed(server, clients, asked.kills, random.Random(asked.seed))
        told = [told for client in clients for told in client.told]
        changed = [one for one in told if again(server, one) != one.reply[:2]]
        server.stop(signal.SIGTERM)
        lost, twice = compared(facts(server), told, filled)
        visits = visits_today(server)
        starts = started(server, asked.starts)
    return {
        "kills": asked.kills,
        "acknowledged": len(told),
        "asked_again": sum(client.asked_again for client in clients),
        "lost": lost,
        "done_twice": twice,
        "answers_changed": len(changed),
        "refused": sum(len(client.refused) for client in clients),
        "visits_in_the_day": visits,
        "ready": figures(ready),
        "started": {kind: figures(those) for kind, those in starts.items()},
        "holds": {
            "nothing_lost": lost == 0,
            "nothing_twice": twice == 0 and not changed,
            "nobody_refused": not any(client.refused for client in clients),
            "ready_in_2_s": max(one.ready_s for one in ready) < READY_S_MAX,
            "ready_in_2_s_beside_hogs": max(s.ready_s for s in starts["busy"]) < READY_S_MAX,
        },
    }


class Start(NamedTuple):
    ready_s: float
    cpu_s: float
    """All of the process until it was ready."""


def start(server: Running) -> Start:
    return Start(server.start(), server.cpu_s())


def figures(starts: list[Start]) -> dict[str, float]:
    ready, cpu = sorted(s.ready_s for s in starts), sorted(s.cpu_s for s in starts)
    return {
        "ready_s_p50": round(median(ready), 3),
        "ready_s_max": round(ready[-1], 3),
        "cpu_s_p50": round(median(cpu), 3),
        "cpu_s_max": round(cpu[-1], 3),
    }


def started(server: Running, times: int) -> dict[str, list[Start]]:
    """Each kind in turn, so that whatever else the machine does is done to all of them."""
    starts: dict[str, list[Start]] = {"quiet": [], "busy": [], "busy_without_snapshots": []}
    for _ in range(times):
        for kind, those in starts.items():
            if kind == "busy_without_snapshots":
                forget_snapshots(server)
            with hogs(0 if kind == "quiet" else HOGS):
                those.append(start(server))
            # Stopped in order, so that the next one finds a snapshot.
            server.stop(signal.SIGTERM)
            say(f"{kind}: ready after {those[-1].ready_s:.2f} s, {those[-1].cpu_s:.2f} s of CPU")
    server.start()
    return starts


@contextmanager
def hogs(count: int) -> Iterator[None]:
    running = [subprocess.Popen([sys.executable, "-c", HOG]) for _ in range(count)]
    try:
        yield
    finally:
        for hog in running:
            hog.kill()
            hog.wait()


def forget_snapshots(server: Running) -> None:
    with closing(sqlite3.connect(server.journal)) as database, database:
        database.execute("delete from snapshots")


def visits_today(server: Running) -> int:
    sql = "select count(*) from visits where date = (select max(date) from visits)"
    with closing(sqlite3.connect(server.journal)) as database:
        return int(database.execute(sql).fetchone()[0])


def fill(server: Running, visits: int, days: int) -> None:
    """Before its first start: days as they would be, without all the requests."""
    plan = load(server.config).plan(always_open=True)
    with closing(SqliteJournal(server.journal)) as journal:
        write_days(plan, journal, Clock().now(), visits, days, VISITS_BEFORE)


def killed(
    server: Running, clients: list[Client], kills: int, chance: random.Random
) -> list[Start]:
    """How the server was ready again after each kill."""
    for client in clients:
        client.start()
    ready = []
    for n in range(kills):
        time.sleep(chance.uniform(*ALIVE_S))
        server.stop(signal.SIGKILL)
        ready.append(start(server))
        say(f"kill {n + 1}: ready after {ready[-1].ready_s:.2f} s, {ready[-1].cpu_s:.2f} s of CPU")
    for client in clients:
        client.leaving.set()
    for client in clients:
        client.join()
    return ready


def again(server: Running, told: Told) -> tuple[int, bytes]:
    reply = ask(server.port, told.sent)
    return reply.status, reply.body


def facts(server: Running) -> dict[str, Counter[str]]:
    """How often each visit arrived, was called and ended, by the file alone."""
    database = sqlite3.connect(f"file:{server.journal}?mode=ro", uri=True)
    sql = "select json_extract(body, '$.visit'), count(*) from facts where kind = ? group by 1"
    kinds = {"ticket": "VisitArrived", "call": "VisitCalled", "finish": "VisitEnded"}
    found = {what: Counter(dict(database.execute(sql, [kinds[what]]))) for what in kinds}
    numbers = "select date || ticket, count(*) from visits group by 1"
    found["number"] = Counter(dict(database.execute(numbers)))
    database.close()
    return found


def compared(
    found: dict[str, Counter[str]], told: Iterable[Told], filled: dict[str, Counter[str]]
) -> tuple[int, int]:
    """Writes that were acknowledged and are not there; and those there more often than asked."""
    acknowledged = {what: Counter(filled[what]) for what in ("ticket", "call", "finish")}
    for one in told:
        if one.reply.status != 204:
            acknowledged[one.what][one.visit] += 1
    lost = sum((acknowledged[what] - found[what]).total() for what in acknowledged)
    twice = sum((found[what] - acknowledged[what]).total() for what in acknowledged)
    return lost, twice + sum(times - 1 for times in found["number"].values())


def say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201
