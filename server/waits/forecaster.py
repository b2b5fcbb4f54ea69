"""Forecaster: what is learned of a store's waits, and a forecast of any moment made from it.

It learns from facts alone, in their order, so a restart that reads them again knows the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from server.floor import check_in, today
from server.floor import facts as f
from server.floor.day import Day
from server.floor.facts import Millis, Recorded
from server.floor.plan import StorePlan
from server.floor.state import AT_COUNTER
from server.waits.arrivals import Arrivals
from server.waits.history import History
from server.waits.learned import Fitted
from server.waits.learning import Learner, Study, Told
from server.waits.newcomers import asked_about
from server.waits.outlook import Ask, Outlook, Range
from server.waits.quotes import FREE_COUNTER_S, QueueForecast, Ratio, Ratios, sight_of
from server.waits.rehearsal import (
    Expected,
    Newcomer,
    Scene,
    on_hold,
    scene_of,
    usual,
    with_appointment,
)

REHEARSED_MAX = 600
"""People waiting; beyond it their number alone says nearly all there is to say."""
EXPECTED_MS, EXPECTED_MAX = 2 * 3600 * 1000, 40
"""Those still to come who are played: the soonest ones."""
SOON_MS = 30 * 60_000
"""For a rush that is further away nobody is fetched to a counter yet."""


class Called(NamedTuple):
    at: Millis
    staff: str | None


class Joined(NamedTuple):
    """The leg a visit waits in, for whom, since when."""

    service: str
    joined_at: Millis
    credited_at: Millis
    booked: bool = False


class Forecaster:
    def __init__(self, plan: StorePlan) -> None:
        self._plan = plan
        self._history = History(plan)
        self._arrivals = Arrivals(plan)
        self._learner = Learner()
        self._ratios = Ratios({}, {})
        self._date = ""
        self._seq = 0
        self._joined: dict[str, Joined] = {}
        self._called: dict[str, Called] = {}
        self._open: dict[str, tuple[str, ...]] = {}

    def forecast(self, day: Day, now: Millis) -> QueueForecast:
        plan = today.plan_of(self._plan, day)
        return QueueForecast(plan, day, now, self._history, self._learner, self._ratios)

    def ask(self, day: Day, now: Millis) -> tuple[Ask, Bases] | None:
        """What to rehearse now, and what the lines alone say: `hear` wants it back. None as in
        `ask_about`."""
        forecast = self.forecast(day, now)
        newcomers = asked_about(self._plan, day, forecast)
        asked = self.ask_about(day, now, newcomers, self._expected(day, now))
        if asked is None:
            return None
        bases = Bases(
            {v: forecast.in_line(day.visits[v]).mean_s for v in asked.scene.visits},
            {n: forecast.at_the_end(n.kind.service, n.line).mean_s for n in newcomers},
        )
        return asked, bases

    def ask_ahead(self, day: Day, now: Millis) -> Ask | None:
        """As `ask_about`, with those who come soon: at their time, or because people usually do."""
        usually = self._arrivals.coming(now, SOON_MS)
        coming = [usual(self._plan, one.service, one.at) for one in usually]
        coming += [one for one in self._expected(day, now) if one.at < now + SOON_MS]
        coming.sort(key=lambda one: one.at)
        return self.ask_about(day, now, expected=tuple(coming[:EXPECTED_MAX]))

    def _expected(self, day: Day, now: Millis) -> tuple[Expected, ...]:
        """Who comes at a time soon enough to come before somebody who arrives now."""
        booked = check_in.still_expected(self._plan, day.appointments.values(), now)
        coming = [with_appointment(self._plan, one, now) for one in booked]
        coming += [on_hold(day.visits[visit]) for visit in day.held]
        near = [
            one
            for one in coming
            if one.at < now + EXPECTED_MS and one.kind.service in self._plan.services
        ]
        return tuple(sorted(near, key=lambda one: one.at)[:EXPECTED_MAX])

    def ask_about(
        self,
        day: Day,
        now: Millis,
        newcomers: tuple[Newcomer, ...] = (),
        expected: tuple[Expected, ...] = (),
    ) -> Ask | None:
        """The floor as it is, to be played ahead. None when so many wait that it would be old
        before it is done."""
        if sum(map(len, day.lines.values())) > REHEARSED_MAX:
            return None
        scene = scene_of(today.plan_of(self._plan, day), day, now, newcomers, expected)
        services = {*self._plan.services, *scene.services, *filter(None, scene.occupied_by)}
        # Sorted: what is drawn for each of them must not depend on how a set is ordered.
        takes = self._history.takes(sorted(services), now)
        return Ask(scene, takes, now, self._speeds(scene))

    def _speeds(self, scene: Scene) -> list[dict[str, float]]:
        """How many times as long as usual each service takes, counter by counter."""
        speed = self._history.speed
        return [
            {service: speed(staff, service) for service in serves}
            for staff, serves in zip(scene.staff, scene.serves, strict=True)
        ]

    def hear_nothing(self) -> None:
        """No rehearsal came of it: waits are told from the lines alone."""
        self._ratios = Ratios({}, {})

    def hear(self, outlook: Outlook, bases: Bases) -> None:
        self._ratios = Ratios(
            {v: _ratio(r, bases.visits[v]) for v, r in outlook.visits.items()},
            {n: _ratio(r, bases.newcomers[n]) for n, r in outlook.newcomers},
        )

    @property
    def due(self) -> bool:
        return self._learner.due

    def study(self) -> Study:
        return self._learner.study()

    def learned(self, fitted: Fitted) -> None:
        self._learner.learned(fitted)

    def learn(self, facts: Iterable[Recorded], date: str) -> None:
        """From the next facts of business day `date`."""
        facts = tuple(facts)
        if date < self._date and not any(isinstance(r.fact, GOES_ON_EARLIER) for r in facts):
            return  # yesterday's close, told after today began
        if date != self._date:
            self._new_day(date)
        for recorded in facts:
            self._seq = recorded.seq
            learn = LEARN.get(type(recorded.fact))
            if learn is not None:
                learn(self, recorded.fact, recorded.at)

    @property
    def known_to(self) -> tuple[str, int]:
        """The business day, and the fact in it, up to which it has learned."""
        return self._date, self._seq

    def become(self, other: Forecaster) -> None:
        """Knows what `other` knows, and forgets its own; use `other` no more."""
        vars(self).update(vars(other))

    def _new_day(self, date: str) -> None:
        self._date, self._seq = date, 0
        self._joined.clear()
        self._called.clear()
        self._open.clear()
        self._ratios = Ratios({}, {})
        for service in self._plan.services:
            self._learner.watch(service).new_day()
        self._learner.new_day(date)
        self._arrivals.new_day(date)
        self._staffed()

    def _staffed(self) -> None:
        for service in self._plan.services:
            serving = sum(service in services for services in self._open.values())
            self._learner.watch(service).open = float(serving)

    def _arrived(self, fact: f.VisitArrived, at: Millis) -> None:
        booked = fact.appointment is not None
        self._joined[fact.visit] = Joined(fact.service, fact.arrived_at, fact.arrived_at, booked)

    def _ticket(self, fact: f.TicketIssued, at: Millis) -> None:
        joined = self._joined[fact.visit]
        self._joined[fact.visit] = joined._replace(credited_at=fact.credited_at)
        if not joined.booked:
            self._arrivals.came(joined.service, joined.joined_at)

    def _transferred(self, fact: f.VisitTransferred, at: Millis) -> None:
        self._over(fact, at)
        self._joined[fact.visit] = Joined(fact.service, at, fact.credited_at)

    def _quoted(self, fact: f.WaitQuoted, at: Millis) -> None:
        service, joined_at, credited_at, _ = self._joined[fact.visit]
        sight = sight_of(self._plan, self._learner, service, at, credited_at, fact.quote.base_s)
        said = Told(fact.quote.low_s / 60, fact.quote.likely_s / 60, fact.quote.high_s / 60)
        self._learner.told(sight, fact.visit, joined_at / 1000, credited_at / 1000, said)

    def _call(self, fact: f.VisitCalled, at: Millis) -> None:
        self._called[fact.visit] = Called(at, fact.staff)
        service, joined_at, *_ = self._joined[fact.visit]
        self._learner.called(service, fact.visit, at / 1000)

    def _away(self, fact: f.VisitHeld, at: Millis) -> None:
        self._called.pop(fact.visit, None)
        self._learner.left(self._joined[fact.visit].service, fact.visit)

    def _back(self, fact: f.VisitReturned, at: Millis) -> None:
        # Waits again, but what was told does not count: the time away was the customer's own.
        service, joined_at, credited_at, _ = self._joined[fact.visit]
        self._learner.watch(service).joined(fact.visit, joined_at / 1000, credited_at / 1000)

    def _over(self, fact: f.VisitEnded | f.VisitTransferred, at: Millis) -> None:
        joined = self._joined.get(fact.visit)
        called = self._called.pop(fact.visit, None)
        if joined is None:
            return
        if called is not None and not _sent_home(fact):
            ended_at = fact.ended_at if isinstance(fact, f.VisitEnded) else None
            service_s = ((ended_at or at) - called.at) / 1000
            self._history.learn(joined.service, service_s, called.staff, called.at)
        self._learner.left(joined.service, fact.visit)

    def _undone(self, fact: f.ActionUndone, at: Millis) -> None:
        if fact.action == "call":
            self._called.pop(fact.visit, None)
        if fact.action in BACK_IN_LINE:
            self._wait_again(fact.visit)

    def _wait_again(self, visit: str) -> None:
        if visit in self._joined:
            service, joined_at, credited_at, _ = self._joined[visit]
            self._learner.watch(service).left(visit)
            self._learner.watch(service).joined(visit, joined_at / 1000, credited_at / 1000)

    def _counter_opened(self, fact: f.CounterOpened, at: Millis) -> None:
        self._open[fact.counter] = fact.services
        self._staffed()

    def _counter_serves(self, fact: f.CounterServes, at: Millis) -> None:
        if fact.counter in self._open:
            self._open[fact.counter] = fact.services
            self._staffed()

    def _counter_left(self, fact: f.CounterClosed | f.BreakStarted, at: Millis) -> None:
        self._open.pop(fact.counter, None)
        self._staffed()

    def _brought_over(self, fact: f.VisitBroughtOver, at: Millis) -> None:
        """What was told of its wait is known from the day it came on."""
        was, leg = fact.was, fact.was.legs[-1]
        booked = was.appointment is not None and len(was.legs) == 1
        joined = Joined(leg.service, leg.joined_at, leg.credited_at, booked)
        self._joined[fact.visit] = joined
        if was.state in AT_COUNTER and leg.called_at is not None:
            self._called[fact.visit] = Called(leg.called_at, leg.staff)
        if was.state == "waiting":
            watch = self._learner.watch(leg.service)
            watch.joined(fact.visit, leg.joined_at / 1000, leg.credited_at / 1000)

    def _counter_brought_over(self, fact: f.CounterBroughtOver, at: Millis) -> None:
        if fact.was.state == "open":
            self._open[fact.counter] = fact.was.services
            self._staffed()

    def _reopened(self, fact: f.DayReopened, at: Millis) -> None:
        for visit in fact.visits:
            self._wait_again(visit)

    def _put_right(self, fact: f.ClockPutRight, at: Millis) -> None:
        """Nobody's wait or service is longer by it; what was told so far teaches nothing."""
        by_ms = fact.by_ms
        waiting = [v for v in self._joined if self._learner.forget(self._joined[v].service, v)]
        self._called = {v: one._replace(at=one.at + by_ms) for v, one in self._called.items()}
        self._joined = {
            v: one._replace(joined_at=one.joined_at + by_ms, credited_at=one.credited_at + by_ms)
            for v, one in self._joined.items()
        }
        for service in self._plan.services:
            self._learner.watch(service).new_day()
        for visit in waiting:
            self._wait_again(visit)


class Bases(NamedTuple):
    """Mean waits by the lines alone, seconds."""

    visits: dict[str, float]
    newcomers: dict[Newcomer, float]


def _ratio(rehearsed: Range, base_s: float) -> Ratio:
    # A rehearsal calls in the very instant a counter is free; people take a moment.
    told = (rehearsed.low_s, rehearsed.likely_s, rehearsed.high_s)
    return Ratio(base_s, *((seconds + FREE_COUNTER_S) / base_s for seconds in told))


GOES_ON_EARLIER = (f.DayReopened, f.ClockPutRight)
"""With these a store goes on in a day before the one it was in."""
BACK_IN_LINE = ("call", "hold", "remove", "cancel")
"""Whoever has one of these undone waits again, all but a few: good enough to count a line."""

LEARN: dict[type[f.Fact], Callable[[Forecaster, Any, Millis], None]] = {
    f.VisitArrived: Forecaster._arrived,
    f.TicketIssued: Forecaster._ticket,
    f.WaitQuoted: Forecaster._quoted,
    f.VisitCalled: Forecaster._call,
    f.VisitHeld: Forecaster._away,
    f.VisitReturned: Forecaster._back,
    f.VisitTransferred: Forecaster._transferred,
    f.VisitEnded: Forecaster._over,
    f.ActionUndone: Forecaster._undone,
    f.VisitBroughtOver: Forecaster._brought_over,
    f.CounterBroughtOver: Forecaster._counter_brought_over,
    f.DayReopened: Forecaster._reopened,
    f.ClockPutRight: Forecaster._put_right,
    f.CounterOpened: Forecaster._counter_opened,
    f.CounterServes: Forecaster._counter_serves,
    f.CounterClosed: Forecaster._counter_left,
    f.BreakStarted: Forecaster._counter_left,
}


def _sent_home(fact: f.VisitEnded | f.VisitTransferred) -> bool:
    return isinstance(fact, f.VisitEnded) and fact.how == "end_of_day"
