"""From a change on the floor until the suggestion it causes is told to the tablets."""

from __future__ import annotations

import random
import time
from statistics import median
from typing import Any

import gevent
from gevent.event import Event

from bench.rehearsal import SERVICES, store
from server.balancing import Balancer
from server.clock import Clock
from server.floor import commands as c
from server.floor import facts as f
from server.floor import hours
from server.floor.facts import Millis, SuggestionOffered
from server.floor.plan import StorePlan
from server.floor.state import Offered
from server.floor.suggestions import open_ones
from server.journal.contract import Answer
from server.journal.memory import MemoryJournal
from server.store import OpenStore
from server.waits.forecaster import EXPECTED_MAX, Forecaster

WAITING, COUNTERS = 200, 12
CROWDED = 40
LOST_S = 60.0
HOUR_MS, DAY_MS = 3_600_000, 24 * 3_600_000


class Shop:
    """Twelve counters; one line has grown far too long, and as many are soon to come as are ever
    reckoned with."""

    def __init__(self) -> None:
        self.plan = store(COUNTERS)
        forecaster = Forecaster(self.plan)
        for days_ago in (3, 2, 1):
            _come(self.plan, forecaster, Clock().now() - days_ago * DAY_MS)
        self.store = OpenStore(self.plan, MemoryJournal(), Clock(), forecaster)
        self.balancer = Balancer(self.store, forecaster)
        self.heard = Event()
        self.store.subscribe(self._hear)
        chance = random.Random(1)
        for counter in self.plan.counters:
            self.do(c.OpenCounter(counter, f"staff{counter}"))
        for n in range(WAITING):
            self.do(c.TakeTicket(f"v{n}", chance.choice(SERVICES)))
        for n in range(CROWDED):
            self.do(c.Move(f"v{n}", "0"))

    def _hear(self, day: Any, facts: Any, now: Any, forecast: Any) -> None:
        if any(isinstance(recorded.fact, SuggestionOffered) for recorded in facts):
            self.heard.set()

    def do(self, command: c.Command) -> None:
        self.store.do(command, by="bench", answer=lambda _: Answer(204, b""))

    def suggested(self) -> list[Offered]:
        offered = self.store.look(lambda day, now, forecast: open_ones(self.plan, day))
        return [one for one in offered if one.suggestion.kind == "move"]

    def close(self) -> None:
        self.balancer.stop()
        self.store.close()


def _come(plan: StorePlan, forecaster: Forecaster, at: Millis) -> None:
    """Many come within the hour."""
    told: list[f.AnyFact] = []
    for n in range(2 * EXPECTED_MAX):
        arrived_at = at + n * HOUR_MS // (2 * EXPECTED_MAX)
        told.append(f.VisitArrived(f"b{n}", SERVICES[0], arrived_at))
        told.append(f.TicketIssued(f"b{n}", "A001", 1, None, arrived_at))
    day = hours.business_date(plan, at)
    forecaster.learn([f.Recorded(n, at, "bench", fact) for n, fact in enumerate(told, 1)], day)


def measured(rounds: int) -> dict[str, Any]:
    """Each round somebody leaves who was to be moved, so something else must be suggested."""
    shop = Shop()
    shop.balancer.start()
    took_ms = []
    try:
        shop.do(c.TimePassed())
        shop.heard.wait(LOST_S)
        # The first look starts a process; the store's day has begun by then.
        gevent.sleep(1.0)
        for _ in range(rounds):
            gevent.sleep(0.5)
            first = shop.suggested()[0].suggestion.moves[0].visit
            shop.heard.clear()
            began = time.perf_counter()
            shop.do(c.Remove(first, "left"))
            if not shop.heard.wait(LOST_S):
                raise TimeoutError("a suggestion never came")
            took_ms.append((time.perf_counter() - began) * 1000)
    finally:
        shop.close()
    return {
        "waiting": WAITING,
        "counters": COUNTERS,
        "n": rounds,
        "p50_ms": round(median(took_ms), 1),
        "max_ms": round(max(took_ms), 1),
    }
