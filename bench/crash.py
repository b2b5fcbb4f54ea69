"""kill -9 at random moments under load, again and again: what was acknowledged must be there, once.

Kiosks and tablets ask in closed loops and, as a real one would, ask again with the same key when
their answer did not come. Afterwards every answer is asked for once more, and the facts on the
disk are counted against what the clients were told, past all the server's own code.
"""

from __future__ import annotations

import argparse
import random
import secrets
import signal
import sqlite3
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable
from statistics import median
from typing import Any, NamedTuple

from bench._running import Running
from bench._wire import Reply, Script, ask, talk

KIOSKS, TABLETS = 4, 4
TICKET = {"service": "replacement"}
ALIVE_S = (0.05, 0.5)
"""How long the server lives before the next kill, at least and at most."""
READY_S_MAX = 2.0


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
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(argv)
    with Running(counters=TABLETS) as server:
        filled = fill(server, asked.visits)
        clients = [Client(server, counter) for counter in [None] * KIOSKS + server.counters]
        ready_s = killed(server, clients, asked.kills, random.Random(asked.seed))
        told = [told for client in clients for told in client.told]
        changed = [one for one in told if again(server, one) != one.reply[:2]]
        server.stop(signal.SIGTERM)
        lost, twice = compared(facts(server), told, filled)
        again_s, cpu_s = server.start(), server.cpu_s()
    return {
        "kills": asked.kills,
        "acknowledged": len(told),
        "asked_again": sum(client.asked_again for client in clients),
        "lost": lost,
        "done_twice": twice,
        "answers_changed": len(changed),
        "refused": sum(len(client.refused) for client in clients),
        "visits_in_the_day": len(filled) + sum(one.what == "ticket" for one in told),
        "ready_s": {"p50": round(median(ready_s), 3), "max": round(max(ready_s), 3)},
        "ready_after_all_s": round(again_s, 3),
        "ready_cpu_s": round(cpu_s, 3),
        "holds": {
            "nothing_lost": lost == 0,
            "nothing_twice": twice == 0 and not changed,
            "nobody_refused": not any(client.refused for client in clients),
            "ready_in_2_s": max(*ready_s, again_s) < READY_S_MAX,
        },
    }


def fill(server: Running, visits: int) -> list[str]:
    """The day's visits so far, taken at the kiosk like any other."""
    kiosks = 10
    taken: list[str] = []

    def kiosk() -> Script:
        for _ in range(visits // kiosks):
            reply = yield server.asks("kiosk", "/visits", TICKET)
            taken.append(reply.json["id"])

    talk(server.port, [kiosk() for _ in range(kiosks if visits else 0)])
    return taken


def killed(
    server: Running, clients: list[Client], kills: int, chance: random.Random
) -> list[float]:
    """The seconds until the server was ready again, one for each kill."""
    for client in clients:
        client.start()
    ready_s = []
    for n in range(kills):
        time.sleep(chance.uniform(*ALIVE_S))
        server.stop(signal.SIGKILL)
        ready_s.append(server.start())
        say(f"kill {n + 1}: ready after {ready_s[-1]:.2f} s")
    for client in clients:
        client.leaving.set()
    for client in clients:
        client.join()
    return ready_s


def again(server: Running, told: Told) -> tuple[int, bytes]:
    reply = ask(server.port, told.sent)
    return reply.status, reply.body


def facts(server: Running) -> dict[str, Counter[str]]:
    """How often each visit arrived, was called and ended, by the file alone."""
    (path,) = server.folder.glob("data/*.db")
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    sql = "select json_extract(body, '$.visit'), count(*) from facts where kind = ? group by 1"
    kinds = {"ticket": "VisitArrived", "call": "VisitCalled", "finish": "VisitEnded"}
    found = {what: Counter(dict(database.execute(sql, [kinds[what]]))) for what in kinds}
    numbers = "select ticket, count(*) from visits group by 1"
    found["number"] = Counter(dict(database.execute(numbers)))
    database.close()
    return found


def compared(
    found: dict[str, Counter[str]], told: Iterable[Told], filled: list[str]
) -> tuple[int, int]:
    """Writes that were acknowledged and are not there; and those there more often than asked."""
    acknowledged = {"ticket": Counter(filled), "call": Counter(), "finish": Counter()}
    for one in told:
        if one.reply.status != 204:
            acknowledged[one.what][one.visit] += 1
    lost = sum((acknowledged[what] - found[what]).total() for what in acknowledged)
    twice = sum((found[what] - acknowledged[what]).total() for what in acknowledged)
    return lost, twice + sum(times - 1 for times in found["number"].values())


def say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201
