"""A day on which people lack papers: who does what the kiosk advises never waits for nothing.

Customers know what is in their bags and say so; what they lack they fix here, fetch, or bring
another day, as they are told. The counters look into the bags, and the report `papers` counts what
was waited for nothing. The same day with customers who take a ticket all the same shows that it
would be found.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from server.floor import commands as c
from server.floor import papers
from server.floor.commands import Command
from server.floor.facts import PaperItem
from server.floor.hours import business_date, day_bounds
from server.floor.plan import Service, StorePlan
from server.floor.refusals import Refusal
from server.floor.state import Visit
from server.journal.contract import Answer
from server.journal.memory import MemoryJournal
from server.reports.papers import papers as report
from server.reports.papers import with_papers
from server.settings import load
from server.store import Done, OpenStore
from server.waits.forecaster import Forecaster
from tests.floor.played import NOON
from tests.reports.played_days import ClockByHand

PLAN = load(Path(__file__).parents[2] / "config.toml").plan(always_open=True)
MINUTE = 60_000
MINUTES = 300
LACKS = 0.25
ARRIVES = 0.4
FIXED_IN = (2, 5)


class Shop:
    """A store, its customers with their bags, and a clock that goes by minutes."""

    def __init__(self, plan: StorePlan, chance: random.Random, follows_advice: bool) -> None:
        self.plan, self.chance, self.follows_advice = plan, chance, follows_advice
        self.clock = ClockByHand(NOON - 4 * 60 * MINUTE)
        self.journal = MemoryJournal()
        self.store = OpenStore(plan, self.journal, self.clock, Forecaster(plan))  # type: ignore[arg-type]
        self.bags: dict[str, set[str]] = {}
        self.away: dict[str, int] = {}
        """Until when somebody is at the copy machine, or fetching."""
        self.busy: dict[str, int] = {}
        self.chosen: set[str] = set()
        self.due: list[tuple[int, Callable[[], None]]] = []

    def close(self) -> None:
        self.store.close()
        self.journal.close()

    def ask(self, command: Command) -> Refusal | None:
        refused: list[Refusal] = []

        def answer(made: Done | Refusal) -> Answer:
            if isinstance(made, Refusal):
                refused.append(made)
            return Answer(204, b"")

        self.store.do(command, by="shop", answer=answer)
        return refused[0] if refused else None

    def visit(self, visit: str) -> Visit:
        return self.store.look(lambda day, now, forecast: day.visits[visit])

    def later(self, minutes: float, then: Callable[[], None]) -> None:
        self.due.append((self.clock.at + round(minutes * MINUTE), then))

    def play(self) -> None:
        for counter, person in zip(self.plan.counters, self.plan.staff, strict=False):
            self.ask(c.OpenCounter(counter, person))
        for _ in range(MINUTES):
            self.clock.at += MINUTE
            self.ask(c.TimePassed())
            ready = [one for one in self.due if one[0] <= self.clock.at]
            self.due = [one for one in self.due if one not in ready]
            for _, then in ready:
                then()
            if self.chance.random() < ARRIVES:
                self.arrives()
            for counter in self.plan.counters:
                self.serves(counter)

    # Customers

    def arrives(self) -> None:
        service = self.chance.choice(list(self.plan.services.values()))
        answers = {q.id: self.chance.choice(q.answers).id for q in service.questions}
        bag = {
            paper
            for group in papers.needed(service, answers)
            if self.chance.random() > LACKS
            for paper in group.any[: group.count]
        }
        self.comes(f"v{len(self.bags)}", service, answers, bag)

    def comes(self, visit: str, service: Service, answers: dict[str, str], bag: set[str]) -> None:
        self.bags[visit] = bag
        asked = {p for group in papers.needed(service, answers) for p in group.any}
        said: dict[str, c.Declared] = {p: "have" if p in bag else "missing" for p in asked}
        refused = self.ask(c.TakeTicket(visit, service.id, answers, said))
        if refused is None:
            return
        verdict = refused.verdict.verdict
        advised = {"fixable_here": "wait", "fetch": "hold", "not_today": "come_back"}[verdict]
        chosen: Any = advised if self.follows_advice else "wait"
        self.chosen.add(verdict)
        self.ask(c.TakeTicket(visit, service.id, answers, said, choose=chosen))
        if chosen != advised:
            return
        unmet = papers.missing(self.plan, service, answers, self.visit(visit).papers.items)
        wanted = {paper for one in unmet for paper in one.papers}
        if advised == "come_back":
            # Another day is an hour here: with the slip, everything is in the bag.
            back = f"v{len(self.bags)}"
            self.bags[back] = set()
            self.later(60, lambda: self.comes(back, service, answers, bag | wanted))
            return
        kept = papers.fetch_minutes(self.plan, unmet)
        takes = kept * self.chance.uniform(0.4, 0.9) if advised == "hold" else None
        self.goes(visit, wanted, takes or self.chance.uniform(*FIXED_IN))

    def goes(self, visit: str, wanted: set[str], minutes: float) -> None:
        self.away[visit] = self.clock.at + round(minutes * MINUTE)

        def back() -> None:
            del self.away[visit]
            self.bags[visit] |= wanted
            self.ask(c.DeclarePapers(visit, dict.fromkeys(wanted, "have")))
            if self.visit(visit).state == "held":
                self.ask(c.Return(visit))

        self.later(minutes, back)

    # Counters

    def serves(self, counter: str) -> None:
        if self.clock.at < self.busy.get(counter, 0):
            return
        found = self.store.look(lambda day, now, forecast: day.counter(counter).visit)
        if found is None:
            self.ask(c.CallNext(counter))
        elif found in self.away:
            # "I am at the copy machine": the place is kept, and somebody else is called.
            left = (self.away[found] - self.clock.at) / MINUTE
            self.ask(c.Hold(found, max(left, 0) + 5, "papers"))
        elif self.visit(found).state == "called":
            self.looks(found)
            service = self.plan.service(self.visit(found).service)
            takes = service.typical_minutes * self.chance.uniform(0.5, 1.5)
            self.busy[counter] = self.clock.at + round(takes * MINUTE)
        else:
            ready = self.visit(found).papers.verdict == "ready"
            self.ask(c.Finish(found, "resolved" if ready else "unresolved"))

    def looks(self, visit: str) -> None:
        self.ask(c.Start(visit))
        seen = self.visit(visit)
        service = self.plan.service(seen.service)
        bag = self.bags[visit]
        items = []
        for group in papers.needed(service, seen.answers):
            here = [p for p in group.any if p in bag]
            items += [PaperItem(p, "seen") for p in here]
            if len(here) < group.count:
                lacking = next(p for p in group.any if p not in bag)
                items.append(PaperItem(lacking, "rejected", "missing"))
        if items:
            self.ask(c.CheckPapers(visit, tuple(items), "mai"))

    def report(self) -> Any:
        begins, ends = day_bounds(self.plan, business_date(self.plan, self.clock.at))
        legs = self.journal.legs(self.plan.id, begins, ends)
        rows = self.journal.papers(self.plan.id, begins, ends)
        return report(self.plan, with_papers(legs, rows), "day", self.clock.at).total


@pytest.mark.parametrize("day", [1, 2])
def test_who_follows_the_advice_waits_for_nothing(day: int) -> None:
    advised, hopeful = (
        Shop(PLAN, random.Random(day), follows_advice) for follows_advice in (True, False)
    )
    for shop in (advised, hopeful):
        shop.play()
        shop.close()
    told = advised.report()
    assert advised.chosen == {"fixable_here", "fetch", "not_today"}
    assert min(told.turned_away_before, told.fetched) >= 3
    assert sum(1 for paper in told.rejected) == 0, told.rejected
    assert (told.turned_away_after.n, told.turned_away_after.wait_min) == (0, 0)
    in_vain = hopeful.report().turned_away_after
    assert in_vain.n >= 3
    assert in_vain.wait_min > 0, "a wait for nothing would be found"
