"""A simulated store, for `bench balance`, `bench moves` and `bench drift`: the same customers and
luck for every policy.

`Lines` are the text-book policies, lean. `FoyerStore` is Foyer itself: the real floor decides every
ticket and call, the real forecaster quotes, and the real balance looks once a simulated minute.
"""

from __future__ import annotations

import heapq
import random
from bisect import bisect_left, insort
from collections.abc import Callable, Iterator
from datetime import time as time_of_day
from typing import Any, NamedTuple

import numpy as np

from server.balance.offering import offer, question
from server.balance.weighing import weigh
from server.floor import commands as c
from server.floor.day import Day
from server.floor.decide import decide
from server.floor.facts import Fact, Millis, Recorded, VisitCalled, VisitMoved
from server.floor.hours import business_date
from server.floor.plan import CounterPlan, Hours, Need, Service, StaffMember, StorePlan, Times
from server.floor.refusals import Refusal
from server.waits.forecaster import Forecaster

START = 1_795_255_200_000
MEAN_S, CV = 360.0, 0.8
LOOK_S = 60.0
TAKEN_SHARE = 0.5
HURRY, HEAD_START_MINUTES = "hurry", 10.0


class Customer(NamedTuple):
    at_s: float
    service: str
    takes_s: float
    """At a counter of usual speed."""
    needs: tuple[str, ...] = ()


class Counter(NamedTuple):
    id: str
    services: frozenset[str]
    speed: float


class Called(NamedTuple):
    waited_s: float
    overtaken: int


class Store(NamedTuple):
    counters: tuple[Counter, ...]
    customers: tuple[Customer, ...]


def equal(counters: int) -> tuple[Counter, ...]:
    return tuple(Counter(str(n), frozenset("A"), 1.0) for n in range(1, counters + 1))


SKILLS = ("AB", "BC", "CA", "ABC", "AB", "BCA", "CA", "BC")
SPEEDS = (0.8, 1.25, 1.0, 0.9, 1.15, 1.05, 0.95, 1.1)


def skilled(counters: int) -> tuple[Counter, ...]:
    return tuple(Counter(str(n + 1), frozenset(SKILLS[n]), SPEEDS[n]) for n in range(counters))


def customers(
    counters: tuple[Counter, ...],
    load: float,
    visits: int,
    seed: int,
    lengths_s: list[float] | None = None,
) -> tuple[Customer, ...]:
    """Arrivals by chance alone; services last as in `lengths_s`, or as a lognormal does."""
    chance = random.Random(seed)
    services = sorted(frozenset().union(*(counter.services for counter in counters)))
    apart_s = MEAN_S / (load * sum(counter.speed for counter in counters))
    sigma = float(np.sqrt(np.log(1 + CV * CV)))
    at = 0.0
    made = []
    for _ in range(visits):
        at += chance.expovariate(1 / apart_s)
        takes = chance.lognormvariate(-sigma * sigma / 2, sigma) * MEAN_S
        if lengths_s:
            takes = chance.choice(lengths_s)
        made.append(Customer(at, chance.choice(services), takes))
    return tuple(made)


Choose = Callable[["Lines", Customer], int | None]
"""The counter whose line somebody joins; None: one line for all."""


class Lines:
    """Each counter serves its own line in order; with one line, whoever it can serve."""

    def __init__(self, store: Store, choose: Choose, seed: int) -> None:
        self.store = store
        self.choose = choose
        self.chance = random.Random(seed)
        self.waiting: list[list[int]] = [[] for _ in (*store.counters, None)]
        self.busy = [False for _ in store.counters]
        self.ends: list[tuple[float, int]] = []
        self.calls: dict[int, Called] = {}
        self.here: list[int] = []
        """Everybody who waits, in order of arrival."""

    def able(self, customer: Customer) -> list[int]:
        counters = enumerate(self.store.counters)
        return [n for n, counter in counters if customer.service in counter.services]

    def play(self) -> list[Called]:
        for number, customer in enumerate(self.store.customers):
            self._until(customer.at_s)
            line = self.choose(self, customer)
            self.waiting[-1 if line is None else line].append(number)
            self.here.append(number)
            for counter in self.able(customer) if line is None else [line]:
                if not self.busy[counter] and self._call(counter, customer.at_s):
                    break
        self._until(float("inf"))
        return [self.calls[number] for number in range(len(self.store.customers))]

    def _until(self, at_s: float) -> None:
        while self.ends and self.ends[0][0] <= at_s:
            ended, counter = heapq.heappop(self.ends)
            self.busy[counter] = False
            self._call(counter, ended)

    def _call(self, counter: int, at_s: float) -> bool:
        serves = self.store.counters[counter].services
        people = self.store.customers
        for line in (counter, -1):
            for place, number in enumerate(self.waiting[line]):
                if people[number].service in serves:
                    del self.waiting[line][place]
                    self._called(number, counter, at_s)
                    return True
        return False

    def _called(self, number: int, counter: int, at_s: float) -> None:
        customer, place = self.store.customers[number], self.store.counters[counter]
        first = bisect_left(self.here, number)
        earlier = (self.store.customers[other].service for other in self.here[:first])
        del self.here[first]
        overtaken = sum(service in place.services for service in earlier)
        self.calls[number] = Called(at_s - customer.at_s, overtaken)
        self.busy[counter] = True
        insort(self.ends, (at_s + customer.takes_s / place.speed, counter))


def random_line(lines: Lines, customer: Customer) -> int:
    return lines.chance.choice(lines.able(customer))


def shortest_line(lines: Lines, customer: Customer) -> int:
    return min(lines.able(customer), key=lambda n: len(lines.waiting[n]) + lines.busy[n])


def least_expected_wait(lines: Lines, customer: Customer) -> int:
    def expected(n: int) -> float:
        return (len(lines.waiting[n]) + lines.busy[n]) / lines.store.counters[n].speed

    return min(lines.able(customer), key=expected)


def one_line(lines: Lines, customer: Customer) -> None:
    return None


class FoyerStore:
    """Foyer with staff who call whenever they are free."""

    def __init__(
        self,
        store: Store,
        rebalance: str,
        seed: int,
        start: Millis = START,
        forecaster: Forecaster | None = None,
    ) -> None:
        self.store = store
        self.plan = _plan(store, rebalance)
        self.day = Day(self.plan.id, business_date(self.plan, start))
        self.forecaster = forecaster or Forecaster(self.plan)
        self.chance = random.Random(seed)
        self.start = self.now = start
        self.ends: list[tuple[float, str]] = []
        self.due: list[tuple[float, str]] = []
        """Suggestions somebody is going to take, and when."""
        self.made = self.moves = self.elsewhere = 0
        self.offers: dict[str, int] = {"offered": 0, "taken": 0}
        self.idle = {counter.id for counter in store.counters}
        self.come = 0
        self.look_at_s = LOOK_S
        self.left_alone = False
        """Nothing is moved from now on."""
        for counter in store.counters:
            self.do(c.OpenCounter(counter.id, f"staff{counter.id}"))

    def play(self) -> list[Called]:
        for customer in self.store.customers[self.come :]:
            while self.look_at_s <= customer.at_s:
                looked_at, self.look_at_s = self.look_at_s, self.look_at_s + LOOK_S
                self._until(looked_at)
                self._look(looked_at)
            self._until(customer.at_s)
            self._comes(customer)
        self._until(float("inf"))
        return [self._called(f"v{number}") for number in range(len(self.store.customers))]

    def _comes(self, customer: Customer) -> None:
        """The counter whose line it is asks first; then any other that is idle."""
        visit = f"v{self.come}"
        self.come += 1
        self.do(c.TakeTicket(visit, customer.service, needs=customer.needs))
        line = self.day.visits[visit].counter
        for counter in sorted(self.idle, key=lambda one: (one != line, one)):
            self._call(counter)

    def _called(self, visit: str) -> Called:
        leg = self.day.visits[visit].leg
        assert leg.called_at is not None
        return Called((leg.called_at - leg.joined_at) / 1000, len(leg.overtakes))

    @property
    def quotes_broken(self) -> int:
        legs = (visit.leg for visit in self.day.visits.values())
        return sum(1 for leg in legs if leg.quote and (leg.called_at or 0) > leg.quote.call_by)

    def do(self, command: c.Command) -> tuple[Fact, ...]:
        forecast = self.forecaster.forecast(self.day, self.now)
        decided = decide(self.plan, self.day, command, self.now, forecast)
        if isinstance(decided, Refusal):
            return ()
        facts = [Recorded(self.day.seq + n, self.now, "", f) for n, f in enumerate(decided, 1)]  # type: ignore[arg-type]
        for recorded in facts:
            self.day.apply(recorded)
            self._count(recorded.fact)
        self.forecaster.learn(facts, self.day.date)
        return decided

    def _count(self, fact: Any) -> None:
        if isinstance(fact, VisitMoved):
            self.moves += 1
        elif isinstance(fact, VisitCalled) and fact.line is not None:
            self.elsewhere += 1

    def _until(self, at_s: float) -> None:
        while self.ends and self.ends[0][0] <= at_s:
            ended, counter = heapq.heappop(self.ends)
            self._at(ended)
            present = self.day.counter(counter).visit
            assert present is not None
            self.do(c.Finish(present, "resolved"))
            self.idle.add(counter)
            self._call(counter)
        if at_s < float("inf"):
            self._at(at_s)

    def _at(self, at_s: float) -> None:
        self.now = max(self.now, self.start + round(at_s * 1000))

    def _call(self, counter: str) -> None:
        for fact in self.do(c.CallNext(counter)):
            if isinstance(fact, VisitCalled):
                customer = self.store.customers[int(fact.visit[1:])]
                place = self.store.counters[int(counter) - 1]
                ends = (self.now - self.start) / 1000 + customer.takes_s / place.speed
                heapq.heappush(self.ends, (ends, counter))
                self.idle.discard(counter)

    def _look(self, at_s: float) -> None:
        """Once a minute the lines are weighed; what was suggested is taken by half of those who
        see it, within the minute."""
        if self.left_alone:
            return
        for suggestion in self._taken_by(at_s):
            self.offers["taken"] += bool(self.do(c.TakeSuggestion(suggestion)))
        asked = self.forecaster.ask_about(self.day, self.now)
        if asked is None or len(asked.scene.visits) < 2:
            return
        answer = weigh(question(self.plan, self.day, self.now, asked))
        news = offer(self.plan, self.day, self.now, answer, self._new_id)
        if news is None:
            return
        self.settle(news)
        self.offers["offered"] += len(news.suggestions)
        self.offers["taken"] += len(news.taken)
        if self.plan.rebalance == "suggest":
            self.due += [
                (at_s + self.chance.uniform(0, LOOK_S), one.id)
                for one in news.suggestions
                if self.chance.random() < TAKEN_SHARE
            ]

    def settle(self, news: c.Offer) -> None:
        self.do(news)

    def _taken_by(self, at_s: float) -> Iterator[str]:
        due, self.due = (
            [one for one in self.due if one[0] <= at_s],
            [one for one in self.due if one[0] > at_s],
        )
        for _, suggestion in due:
            yield suggestion

    def _new_id(self) -> str:
        self.made += 1
        return f"s{self.made}"


def _plan(store: Store, rebalance: Any) -> StorePlan:
    services = sorted(frozenset().union(*(counter.services for counter in store.counters)))
    return StorePlan(
        id="bench",
        name={"en": "Bench"},
        time_zone="UTC",
        languages=("en",),
        lines="counter",
        day_starts=time_of_day(4),
        hours=Hours(week=((),) * 7, always_open=True),
        times=Times(),
        services={s: Service(s, {"en": s}, s, MEAN_S / 60) for s in services},
        papers={},
        counters={
            one.id: CounterPlan(one.id, {"en": one.id}, one.services) for one in store.counters
        },
        staff={f"staff{one.id}": StaffMember(f"staff{one.id}", one.id) for one in store.counters},
        needs={HURRY: Need(HURRY, {"en": HURRY}, head_start_minutes=HEAD_START_MINUTES)},
        rebalance=rebalance,
    )
