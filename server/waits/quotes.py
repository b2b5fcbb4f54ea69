"""A quote: a range for the wait, rounded as people say it.

The wait of a place in a line is the work ahead of it over the counters that do it. Work is a sum
of independent service times, taken as lognormal by its first two moments (Fenton 1960), with the
uncertainty of a mean known from few services added. Once the store has taught enough, its own
quantiles take the place of the lognormal's; always, the upper bound is kept true at its rate.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from math import exp, hypot, log, sqrt
from typing import NamedTuple

from server.floor import routing, today
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Estimate
from server.floor.hours import local
from server.floor.passing import sends_home_at
from server.floor.plan import StorePlan
from server.floor.state import Counter, Kind, Place, Visit
from server.floor.unserved import nobody_serves
from server.waits.calibration import CONFIDENCE
from server.waits.history import History, ServiceTime, unsure
from server.waits.learning import Learner, Told
from server.waits.newcomers import alike
from server.waits.rehearsal import Newcomer
from server.waits.watch import Sight

Z = 1.2815515655446004
HISTORY_ENOUGH = 10
FREE_COUNTER_S = 45.0
"""From a counter being free to its call: somebody has to look up and tap."""
SAME_LINE = 0.2
"""A line whose mean wait changed by less than this share is still the one that was rehearsed."""
ELAPSED_FLOOR = 0.35
"""A service that outlasts its mean is not about to end: at least this share of it is left."""

Queue = list[tuple[Kind, int]]


class Base(NamedTuple):
    """The wait as the line alone tells it."""

    mean_s: float
    var_s2: float
    basis: str


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
        self.pace = history.pace.beyond_chance
        self._ratios = ratios
        self._plan = plan
        self._day = day
        self._now = now
        self._history = history
        self._learner = learner
        self._times: dict[str, ServiceTime] = {}
        self._unserved: dict[str, bool] = {}

    def expected_s(self, service: str, counter: str | None, unmoved: bool = False) -> float:
        queue = self._day.unmoved(counter) if unmoved else self._day.standing(counter)
        return self._at_the_end(service, counter, queue).mean_s

    def newcomer(self, kind: Kind, counter: str | None, place: Place | None = None) -> Estimate:
        service = kind.service
        if place is None:
            base, ratio = self.at_the_end(service, counter), self._ratio(kind, counter)
        else:
            base, ratio = self._at(place, kind, counter), self._ratio_at(place, kind, counter)
        expected = base.mean_s * (ratio.likely if ratio else 1.0)
        credited = place[0] if place else self._now
        sight = sight_of(self._plan, self._learner, service, self._now, credited, int(expected))
        told = self._learner.quote(sight, unlearned=_told(base, ratio))
        return self._estimate(service, told, base.basis, expected)

    def _ratio(self, kind: Kind, line: str | None) -> Ratio | None:
        """Of whom was rehearsed and would be called as this one; or of somebody without a wish,
        where nobody else was rehearsed in that line."""
        ratios = self._ratios.newcomers
        rehearsed = ratios.get(Newcomer(alike(self._plan, self._day, kind), line))
        return rehearsed or ratios.get(Newcomer(Kind(kind.service), line))

    def _ratio_at(self, place: Place, kind: Kind, line: str | None) -> Ratio | None:
        """Of whoever would be next after him and is called alike: with that one's place he takes
        over the wait that was rehearsed for it. Of a newcomer where there is nobody."""
        after = min(self._heads_after(place, kind, line), default=None)
        return (after and self._ratios.visits.get(after[2])) or self._ratio(kind, line)

    def _heads_after(self, place: Place, kind: Kind, line: str | None) -> Iterator[Place]:
        for other, places in self._day.line_kinds.get(line, {}).items():
            first = bisect_left(places, place)
            if first < len(places) and self._called_alike(kind, other):
                yield places[first]

    def _called_alike(self, one: Kind, other: Kind) -> bool:
        able = routing.able(self._plan, self._day, one)
        return one.home == other.home and able == routing.able(self._plan, self._day, other)

    def visit(self, visit: str) -> Estimate | None:
        waiting = self._day.visits[visit]
        if waiting.state != "waiting" or self._nobody_serves(waiting.service):
            return None
        base = self.in_line(waiting)
        told = _told(base, self._ratios.visits.get(visit))
        return self._estimate(waiting.service, told, base.basis, base.mean_s)

    def _nobody_serves(self, service: str) -> bool:
        if service not in self._unserved:
            self._unserved[service] = nobody_serves(self._plan, self._day, service) is not None
        return self._unserved[service]

    def _estimate(self, service: str, told: Told, basis: str, expected_s: float) -> Estimate:
        low, high = rounded(told.low * 60, up=False), rounded(told.high * 60, up=True)
        high = max(high, low + 60)
        over_at = self._over_at(service)
        if over_at is not None and self._now + high * 1000 > over_at:
            basis = "after_closing"
        return Estimate(low, round(told.likely * 60), high, basis, round(expected_s))

    def _over_at(self, service: str) -> Millis | None:
        """When whoever still waits for it is not served any more."""
        over = (today.over_at(self._plan, self._day, service), self._sends_home_at)
        return min((at for at in over if at is not None), default=None)

    @cached_property
    def _sends_home_at(self) -> Millis | None:
        return sends_home_at(self._plan, self._day, self._now)

    def at_the_end(self, service: str, line: str | None) -> Base:
        return self._at_the_end(service, line, self._day.standing(line))

    def _at_the_end(self, service: str, line: str | None, queue: Queue) -> Base:
        return self._base(service, line, sum(count for _, count in queue), queue)

    def _at(self, place: Place, kind: Kind, line: str | None) -> Base:
        """As `in_line` once he stands there."""
        ahead = bisect_left(self._day.lines.get(line, []), place)
        return self._base(kind.service, line, ahead, [*self._day.standing(line), (kind, 1)])

    def in_line(self, waiting: Visit) -> Base:
        line = self._day.standing(waiting.counter)
        return self._base(waiting.service, waiting.counter, self._day.ahead(waiting), line)

    def _base(self, service: str, line: str | None, ahead: int, queue: Queue) -> Base:
        counters, staffed = self._counters(service, line)
        mean, var, known = self._service_in(queue, service)
        work = ahead * mean
        spread = ahead * var
        servers = 0.0
        for counter in counters:
            slower = self._history.speed(counter.staff, service)
            servers += 1 / slower
            left = self._left_s(counter) / slower
            work += left
            spread += left * left
        if line is None:
            for counter in counters:
                own = self._day.standing(counter.id)
                queued = sum(count for _, count in own)
                own_mean, own_var, _ = self._service_in(own, service)
                work += queued * own_mean
                spread += queued * own_var
        servers = servers or 1.0
        wait = work / servers + FREE_COUNTER_S
        not_known = wait * hypot(unsure(known), self._history.pace.unsure)
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

    def _service_in(self, queue: Queue, service: str) -> ServiceTime:
        """Mean, variance and experience of a service in a line, weighed by who waits there."""
        total = mean = var = known = 0.0
        for kind, count in queue:
            time = self._time(kind.service)
            total += count
            mean += count * time.mean_s
            var += count * time.var_s2
            known += count * time.n
        if not total:
            return self._time(service)
        return ServiceTime(mean / total, var / total, known / total)

    def _time(self, service: str) -> ServiceTime:
        time = self._times.get(service)
        if time is None:
            time = self._times[service] = self._history.time(service, self._now)
        return time

    def _left_s(self, counter: Counter) -> float:
        """What is left of the visit at a counter, in seconds."""
        if counter.visit is None:
            return 0.0
        leg = self._day.visits[counter.visit].leg
        slower = self._history.speed(counter.staff, leg.service)
        mean = self._time(leg.service).mean_s * slower
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


def sight_of(
    plan: StorePlan, learner: Learner, service: str, now: Millis, credited: Millis, base_s: int
) -> Sight:
    """What is seen of a service's queue now, its work ahead as the floor tells it."""
    here = local(plan, now)
    hour = here.hour + here.minute / 60
    watch = learner.watch(service)
    return watch.sight(now / 1000, now / 1000, hour, credited / 1000, work_s=float(base_s))


def rounded(wait_s: float, up: bool) -> int:
    """To whole minutes up to ten, then in steps of five: what people say."""
    step = 60 if wait_s <= 600 else 300
    steps = wait_s / step
    return step * int(-(-steps // 1) if up else steps // 1)


def kept(leg_called_at: Millis | None, call_by: Millis | None) -> bool | None:
    """Whether a quote was kept; None while that is not known (or nothing was told)."""
    if leg_called_at is None or call_by is None:
        return None
    return leg_called_at <= call_by
