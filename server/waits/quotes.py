"""A quote: a range for the wait, rounded as people say it.

The wait of a place in a line is the work ahead of it over the counters that do it. Work is a sum
of independent service times, taken as lognormal by its first two moments (Fenton 1960), with the
uncertainty of a mean known from few services added. Once the store has taught enough, its own
quantiles take the place of the lognormal's; always, the upper bound is kept true at its rate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import exp, log, sqrt
from typing import Any, NamedTuple

from msgspec.structs import replace

from server.floor import facts as f
from server.floor.day import Counter, Day, Visit
from server.floor.facts import Millis, Recorded
from server.floor.forecast import Estimate
from server.floor.hours import local
from server.floor.plan import StorePlan
from server.waits.calibration import CONFIDENCE
from server.waits.history import History, unsure
from server.waits.learned import Fitted
from server.waits.learning import Learner, Study, Told
from server.waits.outlook import Ask, Outlook, Range
from server.waits.rehearsal import Newcomer, scene_of
from server.waits.watch import Sight

Z = 1.2815515655446004
HISTORY_ENOUGH = 10
FREE_COUNTER_S = 45.0
"""From a counter being free to its call: somebody has to look up and tap."""
SAME_LINE = 0.2
"""A line whose mean wait changed by less than this share is still the one that was rehearsed."""
NOBODY: dict[str, int] = {}
ELAPSED_FLOOR = 0.35
"""A service that outlasts its mean is not about to end: at least this share of it is left."""


class Base(NamedTuple):
    """The wait as the line alone tells it."""

    mean_s: float
    var_s2: float
    basis: str


class Joined(NamedTuple):
    """The leg a visit waits in, for whom, since when."""

    service: str
    joined_at: Millis
    credited_at: Millis


class Ratio(NamedTuple):
    """A rehearsed wait over the mean the line alone told, which was `base_s`."""

    base_s: float
    low: float
    likely: float
    high: float


class Ratios(NamedTuple):
    """What the latest rehearsal says, as multiples of what the lines alone said at its moment.

    A line that has moved on since has another wait, but of the same shape: so everybody's wait,
    and a newcomer's, is known at once while the next rehearsal is still being played.
    """

    visits: dict[str, Ratio]
    newcomers: dict[Newcomer, Ratio]


class QueueForecast:
    """One moment's waits, computed from counts a Day keeps at hand: no line is walked."""

    confidence = CONFIDENCE

    def __init__(
        self,
        plan: StorePlan,
        day: Day,
        now: Millis,
        history: History,
        learner: Learner,
        ratios: Ratios,
    ) -> None:
        self._ratios = ratios
        self._plan = plan
        self._day = day
        self._now = now
        self._history = history
        self._learner = learner

    def expected_s(self, service: str, counter: str | None) -> float:
        base = self.at_the_end(service, counter)
        ratio = self._ratios.newcomers.get(Newcomer(service, counter))
        return base.mean_s * (ratio.likely if ratio else 1.0)

    def newcomer(self, service: str, counter: str | None) -> Estimate:
        base = self.at_the_end(service, counter)
        ratio = self._ratios.newcomers.get(Newcomer(service, counter))
        expected = base.mean_s * (ratio.likely if ratio else 1.0)
        sight = sight_of(self._plan, self._learner, service, self._now, self._now, int(expected))
        told = self._learner.quote(sight, unlearned=_told(base, ratio))
        return _estimate(told, base.basis, expected)

    def visit(self, visit: str) -> Estimate | None:
        waiting = self._day.visits[visit]
        if waiting.state != "waiting":
            return None
        base = self.in_line(waiting)
        return _estimate(_told(base, self._ratios.visits.get(visit)), base.basis, base.mean_s)

    def at_the_end(self, service: str, line: str | None) -> Base:
        return self._base(service, line, self._length(line))

    def in_line(self, waiting: Visit) -> Base:
        return self._base(waiting.service, waiting.counter, self._day.ahead(waiting))

    def _length(self, line: str | None) -> int:
        return len(self._day.lines.get(line, ()))

    def _base(self, service: str, line: str | None, ahead: int) -> Base:
        counters, staffed = self._counters(service, line)
        mean, var, known = self._line_service(line, service)
        work = ahead * mean
        spread = ahead * var
        for counter in counters:
            left = self._left_s(counter)
            work += left
            spread += left * left
        if line is None:
            for counter in counters:
                queued = self._length(counter.id)
                own_mean, own_var, _ = self._line_service(counter.id, service)
                work += queued * own_mean
                spread += queued * own_var
        servers = max(len(counters), 1)
        wait = work / servers + FREE_COUNTER_S
        not_known = wait * unsure(known)
        variance = spread / servers**2 + FREE_COUNTER_S**2 + not_known**2
        if not staffed:
            # Somebody has to come first: told as one more service ahead, and as little is known.
            return Base(wait + mean, variance + mean * mean, "no_counter_open")
        return Base(wait, variance, "history" if known >= HISTORY_ENOUGH else "typical")

    def _counters(self, service: str, line: str | None) -> tuple[list[Counter], bool]:
        """Who works on this line, and whether anybody does now. With nobody there yet, one of
        the counters that could is taken to open soon."""
        if line is not None:
            return [self._day.counter(line)], True
        able = [c for c in self._day.open_counters() if service in c.services]
        if able:
            return able, True
        could = [c.id for c in self._plan.counters.values() if service in c.services]
        return [Counter(counter) for counter in could[:1]], False

    def _line_service(self, line: str | None, service: str) -> tuple[float, float, float]:
        """Mean, variance and experience of a service in this line, weighed by who waits there."""
        total = mean = var = known = 0.0
        for waiting, count in self._day.line_services.get(line, NOBODY).items():
            time = self._history.time(waiting)
            total += count
            mean += count * time.mean_s
            var += count * time.var_s2
            known += count * time.n
        if not total:
            one = self._history.time(service)
            return one.mean_s, one.var_s2, one.n
        return mean / total, var / total, known / total

    def _left_s(self, counter: Counter) -> float:
        """What is left of the visit at a counter, in seconds."""
        if counter.visit is None:
            return 0.0
        leg = self._day.visits[counter.visit].leg
        mean = self._history.time(leg.service).mean_s
        since = (self._now - (leg.called_at or self._now)) / 1000
        return max(mean - since, ELAPSED_FLOOR * mean)


def _told(base: Base, ratio: Ratio | None) -> Told:
    """The rehearsed range, moved on with the line since; a lognormal one before any rehearsal.

    When the line has become another since, only the middle of what was rehearsed is still true.
    """
    if ratio is None:
        return _lognormal(base)
    if abs(base.mean_s - ratio.base_s) > SAME_LINE * max(base.mean_s, ratio.base_s):
        low, likely, high = _lognormal(base)
        return Told(low * ratio.likely, likely * ratio.likely, high * ratio.likely)
    minutes = base.mean_s / 60
    return Told(minutes * ratio.low, minutes * ratio.likely, minutes * ratio.high)


def _lognormal(base: Base) -> Told:
    sigma2 = log(1 + base.var_s2 / (base.mean_s * base.mean_s))
    median = base.mean_s / exp(sigma2 / 2)
    spread = exp(Z * sqrt(sigma2))
    return Told(median / spread / 60, median / 60, median * spread / 60)


def _estimate(told: Told, basis: str, expected_s: float) -> Estimate:
    low, high = rounded(told.low * 60, up=False), rounded(told.high * 60, up=True)
    likely = round(told.likely * 60)
    return Estimate(low, likely, max(high, low + 60), basis, round(expected_s))


def sight_of(
    plan: StorePlan, learner: Learner, service: str, now: Millis, credited: Millis, base_s: int
) -> Sight:
    """What is seen of a service's queue now, its work ahead as the floor tells it."""
    here = local(plan, now)
    seen = learner.watch(service).sight(
        now / 1000, now / 1000, here.hour + here.minute / 60, credited / 1000
    )
    return replace(seen, work_s=float(base_s))


def rounded(wait_s: float, up: bool) -> int:
    """To whole minutes up to ten, then in steps of five: what people say."""
    step = 60 if wait_s <= 600 else 300
    steps = wait_s / step
    return step * int(-(-steps // 1) if up else steps // 1)


class Forecaster:
    """Keeps what was learned and makes a forecast of any moment from it.

    It learns from facts alone, in their order, so a restart that reads them again knows the same.
    """

    def __init__(self, plan: StorePlan) -> None:
        self._plan = plan
        self._history = History(plan)
        self._learner = Learner()
        self._ratios = Ratios({}, {})
        self._date = ""
        self._joined: dict[str, Joined] = {}
        self._called: dict[str, Millis] = {}
        self._open: dict[str, tuple[str, ...]] = {}

    def forecast(self, day: Day, now: Millis) -> QueueForecast:
        return QueueForecast(self._plan, day, now, self._history, self._learner, self._ratios)

    def ask(self, day: Day, now: Millis) -> tuple[Ask, Bases]:
        """What to rehearse now, and what the lines alone say: `hear` wants it back."""
        newcomers = tuple(
            Newcomer(service, line)
            for service in self._plan.services
            for line in self._lines_for(day, service)
        )
        scene = scene_of(self._plan, day, now, newcomers)
        services = {*self._plan.services, *scene.services, *filter(None, scene.occupied_by)}
        forecast = self.forecast(day, now)
        bases = Bases(
            {v: forecast.in_line(day.visits[v]).mean_s for v in scene.visits},
            {n: forecast.at_the_end(*n).mean_s for n in newcomers},
        )
        return Ask(scene, self._history.takes(services), now), bases

    def _lines_for(self, day: Day, service: str) -> list[str | None]:
        """Where somebody new for this service might be sent."""
        able = [c.id for c in day.open_counters() if service in c.services]
        return [*able] if able and self._plan.lines == "counter" else [None]

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

    def learned(self, fitted: Fitted, studied: int) -> None:
        self._learner.learned(fitted, studied)

    def learn(self, facts: Iterable[Recorded], date: str) -> None:
        """From the next facts of business day `date`."""
        if date < self._date:
            return  # yesterday's close, told after today began
        if date > self._date:
            self._new_day(date)
        for recorded in facts:
            learn = LEARN.get(type(recorded.fact))
            if learn is not None:
                learn(self, recorded.fact, recorded.at)

    def _new_day(self, date: str) -> None:
        self._date = date
        self._joined.clear()
        self._called.clear()
        self._open.clear()
        self._ratios = Ratios({}, {})
        for service in self._plan.services:
            self._learner.watch(service).new_day()
        self._learner.new_day(date)
        self._staffed()

    def _staffed(self) -> None:
        for service in self._plan.services:
            serving = sum(service in services for services in self._open.values())
            self._learner.watch(service).open = float(serving)

    def _arrived(self, fact: f.VisitArrived, at: Millis) -> None:
        self._joined[fact.visit] = Joined(fact.service, fact.arrived_at, fact.arrived_at)

    def _ticket(self, fact: f.TicketIssued, at: Millis) -> None:
        arrived = self._joined[fact.visit]
        self._joined[fact.visit] = arrived._replace(credited_at=fact.credited_at)

    def _transferred(self, fact: f.VisitTransferred, at: Millis) -> None:
        self._over(fact, at)
        self._joined[fact.visit] = Joined(fact.service, at, fact.credited_at)

    def _quoted(self, fact: f.WaitQuoted, at: Millis) -> None:
        service, joined_at, credited_at = self._joined[fact.visit]
        sight = sight_of(self._plan, self._learner, service, at, credited_at, fact.quote.base_s)
        said = Told(fact.quote.low_s / 60, fact.quote.likely_s / 60, fact.quote.high_s / 60)
        self._learner.told(sight, fact.visit, joined_at / 1000, credited_at / 1000, said)

    def _call(self, fact: f.VisitCalled, at: Millis) -> None:
        self._called[fact.visit] = at
        service, joined_at, _ = self._joined[fact.visit]
        self._learner.called(service, fact.visit, at / 1000)

    def _away(self, fact: f.VisitHeld, at: Millis) -> None:
        self._learner.left(self._joined[fact.visit].service, fact.visit)

    def _back(self, fact: f.VisitReturned, at: Millis) -> None:
        # Waits again, but what was told does not count: the time away was the customer's own.
        service, joined_at, credited_at = self._joined[fact.visit]
        self._learner.watch(service).joined(fact.visit, joined_at / 1000, credited_at / 1000)

    def _over(self, fact: f.VisitEnded | f.VisitTransferred, at: Millis) -> None:
        joined = self._joined.get(fact.visit)
        called_at = self._called.pop(fact.visit, None)
        if joined is None:
            return
        if called_at is not None and not _sent_home(fact):
            self._history.learn(joined.service, (at - called_at) / 1000)
        self._learner.left(joined.service, fact.visit)

    def _undone(self, fact: f.ActionUndone, at: Millis) -> None:
        if fact.action in BACK_IN_LINE and fact.visit in self._joined:
            service, joined_at, credited_at = self._joined[fact.visit]
            self._learner.watch(service).left(fact.visit)
            self._learner.watch(service).joined(fact.visit, joined_at / 1000, credited_at / 1000)

    def _counter_opened(self, fact: f.CounterOpened, at: Millis) -> None:
        self._open[fact.counter] = fact.services
        self._staffed()

    def _counter_left(self, fact: f.CounterClosed | f.BreakStarted, at: Millis) -> None:
        self._open.pop(fact.counter, None)
        self._staffed()


class Bases(NamedTuple):
    """Mean waits by the lines alone, seconds."""

    visits: dict[str, float]
    newcomers: dict[Newcomer, float]


def _ratio(rehearsed: Range, base_s: float) -> Ratio:
    # A rehearsal calls in the very instant a counter is free; people take a moment.
    told = (rehearsed.low_s, rehearsed.likely_s, rehearsed.high_s)
    return Ratio(base_s, *((seconds + FREE_COUNTER_S) / base_s for seconds in told))


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
    f.CounterOpened: Forecaster._counter_opened,
    f.CounterClosed: Forecaster._counter_left,
    f.BreakStarted: Forecaster._counter_left,
}


def _sent_home(fact: f.VisitEnded | f.VisitTransferred) -> bool:
    return isinstance(fact, f.VisitEnded) and fact.how == "end_of_day"


def kept(leg_called_at: Millis | None, call_by: Millis | None) -> bool | None:
    """Whether a quote was kept; None while that is not known (or nothing was told)."""
    if leg_called_at is None or call_by is None:
        return None
    return leg_called_at <= call_by
