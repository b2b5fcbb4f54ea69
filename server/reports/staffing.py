"""How many counters are wanted, half hour by half hour.

The load of a half hour is the work that customers brought, at the time it would be done if nobody
waited: so the customers of ten o'clock still want counters at half past (the offered load of
infinitely many counters; Green, Kolesar and Whitt, Production and Operations Management 16(1),
2007). The counters wanted are the fewest with which GOAL of the customers wait no longer than the
target, by Erlang's delay formula (Erlang 1917, as in Gans, Koole and Mandelbaum, M&SOM 5(2), 2003,
section 4.1). It knows no walkouts, so it rather asks for one too many; and one line for all
counters, where small lines want somewhat more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property, lru_cache
from itertools import pairwise
from math import exp, sqrt
from typing import NamedTuple
from zoneinfo import ZoneInfo

from msgspec import Struct

from server.floor.facts import Millis
from server.floor.hours import windows
from server.floor.plan import StorePlan
from server.reports.groups import By, Figures, Leg, group_of, label_of, order_of
from server.reports.periods import Period
from server.reports.waits import forgotten

GOAL = 0.9
HALF_HOUR_S = 1800
HALF_HOUR_MS = HALF_HOUR_S * 1000
QUARTER_MS = HALF_HOUR_MS // 2
DAYS_LEAST, SERVICES_LEAST = 3, 20
Z_90 = 1.645
LOAD_LEAST = 0.01
"""Less than one customer a day: no counter is wanted for that."""
COUNTERS_MOST = 500

ABOUT = {
    "row": "One half hour of the store's day, over all days of the period (by=hour), or of each"
    " weekday, week, day or service. Only half hours that are over and lay within opening hours.",
    "days": "Days on which this half hour was seen; days without any visit are left out.",
    "n": "Legs that entered a line in it; who was turned away at the door is not among them.",
    "arrivals": "n a half hour.",
    "service_s": "From call to end, the mean of what came in it: each service counts with its mean"
    " over the whole period. services is how many ended ones that rests on.",
    "load": "Counters that would be busy if nobody had to wait; what came in the half hours before"
    " and takes longer is part of it.",
    "wanted": "The fewest counters with which nine in ten wait no longer than the target, if all"
    f" serve all. None with fewer than {DAYS_LEAST} days or {SERVICES_LEAST} services: too little"
    " is known. The total's is the largest of all half hours.",
    "likely": "wanted_low and wanted_high: the same for the least and the most load that the days"
    " seen leave likely (90 %).",
    "had": "Counters that were serving at some time of it, the mean over days.",
}


class Row(Struct, frozen=True):
    key: str | None
    label: str
    half_hour: str | None
    days: int
    n: int
    arrivals: float | None
    services: int
    service_s: float | None
    load: float | None
    wanted: int | None
    wanted_low: int | None
    wanted_high: int | None
    had: float | None


class Slot(NamedTuple):
    """One half hour of one group."""

    group: str | None
    half_hour: str


class Day(NamedTuple):
    date: str
    half_hour: str


class Half(NamedTuple):
    """A half hour of one day: how many came for each service, and the work there was."""

    came: dict[str, int]
    work_s: float


class Seen:
    """All that is counted while legs pass by: no leg is kept."""

    def __init__(self, plan: StorePlan, span: Period, by: By, now: Millis) -> None:
        self.plan = plan
        self.by = by
        self.now = now
        self.since, self.before = span.from_ms, min(span.to_ms, now)
        self.came: dict[tuple[str | None, Day], dict[str, int]] = {}
        self.busy: dict[tuple[str | None, Day], set[str]] = defaultdict(set)
        self.took: dict[str, list[float]] = defaultdict(lambda: [0, 0.0])
        self.dates: set[str] = set()

    def add(self, leg: Leg) -> None:
        if leg["ended_as"] == "turned_away":
            return
        self.dates.add(leg["date"])
        group = None if self.by == "hour" else group_of(self.plan, leg, self.by)
        if self._is_over(leg["arrived_at"]):
            came = self.came.setdefault((group, self._place(leg["date"], leg["arrived_at"])), {})
            came[leg["service"]] = came.get(leg["service"], 0) + 1
        if leg["called_at"] is not None and leg["counter"] is not None:
            self._add_busy(group, leg)
        self._add_service(leg)

    def _place(self, date: str, at: Millis) -> Day:
        return Day(date, half_hour_of(self.plan, at))

    def _is_over(self, at: Millis) -> bool:
        """A part of a half hour, still running or cut by the period, would be taken for all."""
        start = _start_of(self.plan, at)
        return self.since <= start and start + HALF_HOUR_MS <= self.before

    def _add_busy(self, group: str | None, leg: Leg) -> None:
        if forgotten(self.plan, leg, self.now):
            return
        ends = self.now if leg["ended_at"] is None else leg["ended_at"]
        for at in range(_start_of(self.plan, leg["called_at"]), ends + 1, HALF_HOUR_MS):
            if self._is_over(at):
                self.busy[group, self._place(leg["date"], at)].add(leg["counter"])

    def _add_service(self, leg: Leg) -> None:
        if leg["ended_as"] not in ("served", "transferred") or leg["called_at"] is None:
            return
        if not forgotten(self.plan, leg, self.now):
            took = self.took[leg["service"]]
            took[0] += 1
            took[1] += (leg["ended_at"] - leg["called_at"]) / 1000

    def service_s(self, service: str) -> float:
        n, total = self.took.get(service, (0, 0.0))
        return total / n if n else self.plan.service(service).typical_minutes * 60

    def mean_service_s(self, days: Iterable[dict[str, int]]) -> float:
        """Of those who came; of all who came in the period where it was nobody."""
        return self._mean_service_s(days) or self._usual_s

    @cached_property
    def _usual_s(self) -> float:
        return self._mean_service_s(self.came.values())

    def _mean_service_s(self, days: Iterable[dict[str, int]]) -> float:
        came: dict[str, int] = defaultdict(int)
        for of_a_day in days:
            for service, n in of_a_day.items():
                came[service] += n
        work_s = sum(n * self.service_s(one) for one, n in came.items())
        return work_s / max(sum(came.values()), 1)

    def halves(self) -> dict[Slot, list[Half]]:
        """Every half hour, on each day that had it, also when nobody came."""
        days: dict[str | None, set[Day]] = defaultdict(set)
        for group, day in self.came:
            days[group].add(day)
        groups = list(days)
        for date in self.dates:
            empty = [Day(date, half_hour) for half_hour in self._open_halves(date)]
            for group in self._groups_of(date, groups):
                days[group].update(empty)
        work_s = self._work_s()
        found: dict[Slot, list[Half]] = defaultdict(list)
        for group, its in days.items():
            for day in sorted(its):
                half = Half(self.came.get((group, day), {}), work_s.get((group, day), 0.0))
                found[Slot(group, day.half_hour)].append(half)
        return found

    def _work_s(self) -> dict[tuple[str | None, Day], float]:
        """What customers brought, laid where it would be done; most of it where they came."""
        work: dict[tuple[str | None, Day], float] = defaultdict(float)
        services = {service for came in self.came.values() for service in came}
        spread = {service: spread_out(self.service_s(service)) for service in services}
        for (group, day), came in self.came.items():
            for service, n in came.items():
                for later, seconds in enumerate(spread[service]):
                    place = Day(day.date, half_hour_after(day.half_hour, later))
                    work[group, place] += n * seconds
        return work

    def _groups_of(self, date: str, groups: list[str | None]) -> list[str | None]:
        if self.by in ("hour", "service"):
            return groups
        return [group_of(self.plan, {"date": date}, self.by)]

    def _open_halves(self, date: str) -> Iterator[str]:
        for opens, closes in windows(self.plan, date):
            for at in range(_start_of(self.plan, opens), closes, HALF_HOUR_MS):
                if self._is_over(at) and opens <= at and at + HALF_HOUR_MS <= closes:
                    yield half_hour_of(self.plan, at)

    def busy_days(self) -> dict[Slot, int]:
        """Counters that were serving, added up over days."""
        added: dict[Slot, int] = defaultdict(int)
        for (group, day), busy in self.busy.items():
            added[Slot(group, day.half_hour)] += len(busy)
        return added


def staffing(plan: StorePlan, legs: Iterable[Leg], by: By, span: Period, now: Millis) -> Figures:
    seen = Seen(plan, span, by, now)
    for leg in legs:
        seen.add(leg)
    halves = seen.halves()
    group_order, hour_order = order_of(plan, by), order_of(plan, "hour")
    slots = sorted(
        halves,
        key=lambda slot: (group_order(slot.group), hour_order(slot.half_hour[:2] + ":00"), slot),
    )
    busy = seen.busy_days()
    rows = [_row(seen, slot, halves[slot], busy[slot]) for slot in slots]
    return Figures(rows, _total(seen, rows))


def _row(seen: Seen, slot: Slot, days: list[Half], busy: int) -> Row:
    came = [sum(half.came.values()) for half in days]
    n, services = sum(came), sum(int(took) for took, _ in seen.took.values())
    service_s = seen.mean_service_s([half.came for half in days])
    load, low, high = likely([half.work_s / HALF_HOUR_S for half in days], service_s)
    enough = len(days) >= DAYS_LEAST and services >= SERVICES_LEAST
    target_s = seen.plan.times.target_wait_minutes * 60

    def wanted(load: float) -> int | None:
        return counters_wanted(load, service_s, target_s) if enough else None

    key, label = _named(seen.plan, seen.by, slot)
    return Row(
        key=key,
        label=label,
        half_hour=slot.half_hour,
        days=len(days),
        n=n,
        arrivals=round(n / len(days), 3),
        services=services,
        service_s=round(service_s, 3) if n else None,
        load=round(load, 3),
        wanted=wanted(load),
        wanted_low=wanted(low),
        wanted_high=wanted(high),
        had=round(busy / len(days), 3),
    )


def _total(seen: Seen, rows: list[Row]) -> Row:
    """The busiest half hour says how many counters the store needs."""

    def most(wanted: Iterable[int | None]) -> int | None:
        return max((one for one in wanted if one is not None), default=None)

    return Row(
        key="total",
        label="",
        half_hour=None,
        days=len(seen.dates),
        n=sum(row.n for row in rows),
        arrivals=None,
        services=sum(int(took) for took, _ in seen.took.values()),
        service_s=None,
        load=None,
        wanted=most(row.wanted for row in rows),
        wanted_low=most(row.wanted_low for row in rows),
        wanted_high=most(row.wanted_high for row in rows),
        had=None,
    )


def _named(plan: StorePlan, by: By, slot: Slot) -> tuple[str, str]:
    hour, minute = slot.half_hour.split(":")
    ends = f"{(int(hour) + int(minute) // 30) % 24:02}:{(int(minute) + 30) % 60:02}"
    span = f"{slot.half_hour}–{ends}"
    if by == "hour":
        return slot.half_hour, span
    return f"{slot.group} {slot.half_hour}", f"{label_of(plan, slot.group, by)} {span}"


def half_hour_of(plan: StorePlan, at: Millis) -> str:
    return _half_hour(plan.time_zone, at // QUARTER_MS)[0]


def _start_of(plan: StorePlan, at: Millis) -> Millis:
    return _half_hour(plan.time_zone, at // QUARTER_MS)[1]


# No zone's clocks are off by less than a quarter of an hour, and many legs share one.
@lru_cache(maxsize=65_536)
def _half_hour(zone: str, quarter: int) -> tuple[str, Millis]:
    """As the store's clocks show it, and its start, also where they are 45 minutes off."""
    at = quarter * QUARTER_MS
    here = datetime.fromtimestamp(at / 1000, ZoneInfo(zone))
    return f"{here.hour:02}:{here.minute // 30 * 30:02}", at - here.minute % 30 * 60_000


def half_hour_after(half_hour: str, later: int) -> str:
    minutes = int(half_hour[:2]) * 60 + int(half_hour[3:]) + 30 * later
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def spread_out(service_s: float) -> list[float]:
    """Of one service that begins at any moment of a half hour: the seconds in that half hour, in
    the next, and so on."""

    def done_by(t: float) -> float:
        first, last = min(max(t - service_s, 0.0), HALF_HOUR_S), min(t, HALF_HOUR_S)
        return (first * service_s + ((t - first) ** 2 - (t - last) ** 2) / 2) / HALF_HOUR_S

    halves = int(service_s // HALF_HOUR_S) + 2
    done = [done_by(k * HALF_HOUR_S) for k in range(halves + 1)]
    return [later - sooner for sooner, later in pairwise(done)]


def likely(loads: list[float], service_s: float) -> tuple[float, float, float]:
    """The mean load, and where it may as well lie: days differ at least as chance makes them."""
    n, mean = len(loads), sum(loads) / len(loads)
    seen = sum((load - mean) ** 2 for load in loads) / (n - 1) if n > 1 else 0.0
    by_chance = mean * min(service_s / HALF_HOUR_S, 1.0)
    half = Z_90 * sqrt(max(seen, by_chance) / n)
    return mean, max(mean - half, 0.0), mean + half


def counters_wanted(load: float, service_s: float, target_s: float) -> int:
    """The fewest counters with which GOAL wait no longer than `target_s`."""
    if load < LOAD_LEAST:
        return 0
    counters = int(load) + 1
    while counters < COUNTERS_MOST and not _is_enough(counters, load, service_s, target_s):
        counters += 1
    return counters


def _is_enough(counters: int, load: float, service_s: float, target_s: float) -> bool:
    longer = waits_at_all(counters, load) * exp(-(counters - load) * target_s / service_s)
    return longer <= 1 - GOAL


def waits_at_all(counters: int, load: float) -> float:
    """Erlang C: the share that finds all counters busy. By Erlang B's recursion, which never
    leaves the range of a float as the factorials of the formula do."""
    lost = 1.0
    for k in range(1, counters + 1):
        lost = load * lost / (k + load * lost)
    return lost / (1 - load / counters * (1 - lost))
