"""A quote: a range for the wait, rounded as people say it.

The wait of a place in a line is the work ahead of it over the counters that do it. Work is a sum
of independent service times, taken as lognormal by its first two moments (Fenton 1960), with the
uncertainty of a mean known from few services added; the range is its 10 % and 90 % points, so the
upper bound is meant to hold nine times in ten.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log, sqrt

from server.floor.day import Counter, Day, Visit
from server.floor.facts import Millis, Recorded, VisitEnded, VisitTransferred
from server.floor.forecast import Estimate
from server.floor.plan import StorePlan
from server.waits.history import PRIOR_SERVICES, History

CONFIDENCE = 0.9
Z = 1.2815515655446004
HISTORY_ENOUGH = 10
FREE_COUNTER_S = 45.0
"""From a counter being free to its call: somebody has to look up and tap."""
NOBODY: dict[str, int] = {}
ELAPSED_FLOOR = 0.35
"""A service that outlasts its mean is not about to end: at least this share of it is left."""


class QueueForecast:
    """One moment's waits, computed from counts a Day keeps at hand: no line is walked."""

    confidence = CONFIDENCE

    def __init__(self, plan: StorePlan, day: Day, now: Millis, history: History) -> None:
        self._plan = plan
        self._day = day
        self._now = now
        self._history = history

    def newcomer(self, service: str, counter: str | None) -> Estimate:
        return self._estimate(service, counter, len(self._day.lines.get(counter, ())))

    def visit(self, visit: str) -> Estimate | None:
        waiting = self._day.visits[visit]
        if waiting.state != "waiting":
            return None
        return self._estimate(waiting.service, waiting.counter, self._day.ahead(waiting))

    def _estimate(self, service: str, line: str | None, ahead: int) -> Estimate:
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
                queued = len(self._day.lines.get(counter.id, ()))
                own_mean, own_var, _ = self._line_service(counter.id, service)
                work += queued * own_mean
                spread += queued * own_var
        servers = max(len(counters), 1)
        wait = work / servers + FREE_COUNTER_S
        unsure = wait * 0.5 * sqrt(PRIOR_SERVICES / (PRIOR_SERVICES + known))
        variance = spread / servers**2 + FREE_COUNTER_S**2 + unsure**2
        if not staffed:
            # Somebody has to come first: told as one more service ahead, and as little is known.
            return _range(wait + mean, variance + mean * mean, "no_counter_open")
        return _range(wait, variance, "history" if known >= HISTORY_ENOUGH else "typical")

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
        """What is left of the service at a counter, in seconds."""
        if counter.visit is None:
            return 0.0
        leg = self._day.visits[counter.visit].leg
        mean = self._history.time(leg.service).mean_s
        if leg.started_at is None:
            return mean
        return max(mean - (self._now - leg.started_at) / 1000, ELAPSED_FLOOR * mean)


def _range(mean: float, variance: float, basis: str) -> Estimate:
    sigma2 = log(1 + variance / (mean * mean))
    median = mean / exp(sigma2 / 2)
    spread = exp(Z * sqrt(sigma2))
    low, high = rounded(median / spread, up=False), rounded(median * spread, up=True)
    return Estimate(low, round(median), max(high, low + 60), basis)


def rounded(wait_s: float, up: bool) -> int:
    """To whole minutes up to ten, then in steps of five: what people say."""
    step = 60 if wait_s <= 600 else 300
    steps = wait_s / step
    return step * int(-(-steps // 1) if up else steps // 1)


class Forecaster:
    """Keeps what was learned and makes a forecast of any moment from it."""

    def __init__(self, plan: StorePlan) -> None:
        self._plan = plan
        self._history = History(plan)

    def forecast(self, day: Day, now: Millis) -> QueueForecast:
        return QueueForecast(self._plan, day, now, self._history)

    def recall(self, services: Iterable[tuple[str, float]]) -> None:
        """Past (service, seconds), oldest first: what earlier days taught."""
        for service, service_s in services:
            self._history.learn(service, service_s)

    def learn(self, facts: Iterable[Recorded], day: Day) -> None:
        """From facts the Day has already applied."""
        for recorded in facts:
            fact = recorded.fact
            if isinstance(fact, VisitTransferred):
                self._learn_leg(day.visits[fact.visit], -2)
            elif isinstance(fact, VisitEnded) and fact.how == "served":
                self._learn_leg(day.visits[fact.visit], -1)

    def _learn_leg(self, visit: Visit, which: int) -> None:
        if len(visit.legs) < -which:
            return
        leg = visit.legs[which]
        if leg.started_at is not None and leg.ended_at is not None and not leg.start_at_call:
            self._history.learn(leg.service, (leg.ended_at - leg.started_at) / 1000)


def kept(leg_called_at: Millis | None, call_by: Millis | None) -> bool | None:
    """Whether a quote was kept; None while that is not known (or nothing was told)."""
    if leg_called_at is None or call_by is None:
        return None
    return leg_called_at <= call_by
