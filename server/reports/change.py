"""Before and after a day on which something changed: what became better, and by how much at least.

Waits of one day hang together: one slow morning makes fifty of them long. So it is days that are
compared, not visits: a figure is a ratio over days, its error that of a cluster sample (Cochran,
Sampling Techniques, 3rd ed. 1977, sections 6.3 and 9A.1), its interval Student's t, and for the
difference Welch's. A side with one day only has a figure and no interval.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from math import sqrt

from msgspec import Struct

from server.floor.facts import Millis
from server.floor.plan import StorePlan
from server.reports.groups import By, Figures, Leg, figures
from server.reports.intervals import t_95
from server.reports.waits import forgotten, kept, waited

ABOUT = {
    "change": "Legs that entered their line before the change, and those from it on.",
    "before": "mean over the n legs of that many days; it may as well lie from low to high (95 %),"
    " since days differ. With one day there is no such range. after is told the same way.",
    "difference": "after less before; beyond_chance where its range (95 %) leaves out 0.",
    "arrived": "Visits a day, over the days that had any.",
    "waiting": "Seconds from entering the line to the last call, of the legs that were called.",
    "service": "Seconds from start to end, of the legs that were started and have ended; forgotten"
    " ones are left out.",
    "within_target": "Share of the called legs that waited no longer than the target.",
    "quotes_kept": "Share of the called legs that had a quote and were called by its call_by.",
    "late": "Seconds after call_by, of the legs whose quote was broken.",
}
SHARES = ("within_target", "quotes_kept")


class Mean(Struct, frozen=True):
    n: int
    days: int
    mean: float | None = None
    low: float | None = None
    high: float | None = None


class Difference(Struct, frozen=True):
    mean: float | None = None
    low: float | None = None
    high: float | None = None
    beyond_chance: bool | None = None


class Change(Struct, frozen=True):
    before: Mean
    after: Mean
    difference: Difference


class Row(Struct, frozen=True):
    key: str | None
    label: str
    arrived: Change
    waiting: Change
    service: Change
    within_target: Change
    quotes_kept: Change
    late: Change


class Days:
    """Of each day only how many values there were, and their sum."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = defaultdict(int)
        self.sums: dict[str, float] = defaultdict(float)

    def add(self, day: str, value: float) -> None:
        self.counts[day] += 1
        self.sums[day] += value

    @property
    def n(self) -> int:
        return sum(self.counts.values())

    @property
    def mean(self) -> float | None:
        return sum(self.sums.values()) / self.n if self.counts else None

    @property
    def error2(self) -> float | None:
        """The square of the mean's standard error."""
        days, mean = len(self.counts), self.mean
        if days < 2 or mean is None:
            return None
        off = (self.sums[day] - mean * n for day, n in self.counts.items())
        return days / (days - 1) * sum(one * one for one in off) / self.n**2

    def told(self, bounds: tuple[float, float]) -> Mean:
        mean, error2 = self.mean, self.error2
        if mean is None or error2 is None:
            return Mean(self.n, len(self.counts), _rounded(mean))
        half = t_95(len(self.counts) - 1) * sqrt(error2)
        low, high = max(mean - half, bounds[0]), min(mean + half, bounds[1])
        return Mean(self.n, len(self.counts), *map(_rounded, (mean, low, high)))


def difference(before: Days, after: Days) -> Difference:
    if before.mean is None or after.mean is None:
        return Difference()
    mean = after.mean - before.mean
    if before.error2 is None or after.error2 is None:
        return Difference(_rounded(mean))
    error2 = before.error2 + after.error2
    spread = before.error2**2 / (len(before.counts) - 1) + after.error2**2 / (len(after.counts) - 1)
    degrees = error2**2 / spread if spread else min(len(before.counts), len(after.counts)) - 1
    half = t_95(degrees) * sqrt(error2)
    low, high = mean - half, mean + half
    beyond_chance = low > 0 or high < 0
    return Difference(_rounded(mean), _rounded(low), _rounded(high), beyond_chance)


class Tally:
    def __init__(self, plan: StorePlan, change: Millis, now: Millis) -> None:
        self.plan = plan
        self.change = change
        self.now = now
        self.sides: dict[str, tuple[Days, Days]] = defaultdict(lambda: (Days(), Days()))

    def add(self, leg: Leg) -> None:
        after = leg["arrived_at"] >= self.change
        for name, value in self._values(leg):
            self.sides[name][after].add(leg["date"], value)

    def _values(self, leg: Leg) -> Iterator[tuple[str, float]]:
        if leg["leg"] == 1:
            yield "arrived", 1
        wait, held = waited(leg), kept(leg)
        if wait is not None:
            yield "waiting", wait / 1000
            yield "within_target", wait <= self.plan.times.target_wait_minutes * 60_000
        if held is not None:
            yield "quotes_kept", held
            if not held:
                yield "late", (leg["called_at"] - leg["call_by"]) / 1000
        if leg["started_at"] is None or leg["ended_at"] is None:
            return
        if not forgotten(self.plan, leg, self.now):
            yield "service", (leg["ended_at"] - leg["started_at"]) / 1000

    def row(self, key: str | None, label: str) -> Row:
        changes = {name: self._change(name) for name in Row.__struct_fields__[2:]}
        return Row(key, label, **changes)

    def _change(self, name: str) -> Change:
        before, after = self.sides[name]
        if name == "arrived":
            before, after = a_day(before), a_day(after)
        bounds = (0.0, 1.0 if name in SHARES else float("inf"))
        return Change(before.told(bounds), after.told(bounds), difference(before, after))


def a_day(arrived: Days) -> Days:
    """How many came on each day, as one value a day."""
    days = Days()
    for day, n in arrived.counts.items():
        days.add(day, n)
    return days


def change(at: Millis, plan: StorePlan, legs: Iterable[Leg], by: By, now: Millis) -> Figures:
    """The figures of `legs` before `at` and from it on, row by row and in all."""
    return figures(plan, legs, by, partial(Tally, plan, at, now))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
