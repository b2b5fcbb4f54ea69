"""Whole days of a bench's store, played and put into its journal without a server: in seconds."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import cast

from server.floor import commands as c
from server.floor.day import Day
from server.floor.decide import decide
from server.floor.facts import AnyFact, Millis, Recorded
from server.floor.hours import business_date, day_bounds
from server.floor.plan import StorePlan
from server.floor.refusals import Refusal
from server.journal.contract import Entry, Journal, Stream
from server.journal.projection import rows_of_day
from server.waits.forecaster import Forecaster

QUEUE = 40
"""People who wait at any time."""


def write_days(
    plan: StorePlan, journal: Journal, now: Millis, visits: int, before: int, visits_before: int
) -> None:
    """Puts `before` days of `visits_before` visits into the journal, then today, up to `now`, with
    `visits`."""
    today = business_date(plan, now)
    for n in range(before, 0, -1):
        earlier = (date.fromisoformat(today) - timedelta(days=n)).isoformat()
        begins, ends = day_bounds(plan, earlier)
        _write_day(plan, journal, earlier, range(begins, ends), visits_before)
    begins, _ = day_bounds(plan, today)
    _write_day(plan, journal, today, range(begins, now), visits)


def _write_day(plan: StorePlan, journal: Journal, day: str, span: range, visits: int) -> None:
    stream = Stream(plan.id, day)
    played = _Played(plan, stream)
    every_ms = len(span) // max(visits, 1)
    chance = random.Random(day)
    for n in range(visits):
        played.now = span.start + n * every_ms
        played.do(c.TakeTicket(f"{day}-{n}", chance.choice(list(plan.services))))
        if n >= QUEUE:
            played.serve(chance.choice(list(plan.counters)))
    played.finish()
    # At the end of a day whoever is left is sent home, as a server does that is there then.
    played.now = span.stop
    played.do(c.TimePassed())
    facts = tuple(played.facts)
    if facts:
        entry = Entry(at=facts[-1].at, facts=facts)
        journal.append(stream, 0, [entry], rows_of_day(played.day))


class _Played:
    def __init__(self, plan: StorePlan, stream: Stream) -> None:
        self.now: Millis = 0
        self.facts: list[Recorded] = []
        self.day = Day(*stream)
        self._plan = plan
        self._forecaster = Forecaster(plan)

    def serve(self, counter: str) -> None:
        """Whoever is at the counter goes, the next comes."""
        if self.day.counter(counter).state != "open":
            here = {one.staff for one in self.day.open_counters()}
            free = next(person for person in self._plan.staff if person not in here)
            self.do(c.OpenCounter(counter, free))
        self._go(counter)
        self.do(c.CallNext(counter))
        self.do(c.Start(cast(str, self.day.counter(counter).visit)))

    def finish(self) -> None:
        for counter in self._plan.counters:
            self._go(counter)

    def _go(self, counter: str) -> None:
        visit = self.day.counter(counter).visit
        if visit is not None:
            self.do(c.Finish(visit, "resolved"))

    def do(self, command: c.Command) -> None:
        forecast = self._forecaster.forecast(self.day, self.now)
        decided = decide(self._plan, self.day, command, self.now, forecast)
        assert not isinstance(decided, Refusal), decided
        for fact in decided:
            recorded = Recorded(self.day.seq + 1, self.now, "bench", cast(AnyFact, fact))
            self.day.apply(recorded)
            self.facts.append(recorded)
