"""How long people waited and were served: figures over legs, each with what it is a share of.

Pure: legs as the journal's `legs` rows go in, rows of figures come out. The same figures can be
worked out from `visits.csv`, row by row; `ABOUT` says how.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from typing import Any, get_args

import msgspec
import numpy as np
from msgspec import Struct

from server.floor.facts import EndedAs, Millis
from server.floor.lateness import REASONS
from server.floor.plan import StorePlan
from server.reports.groups import By, Figures, Leg, figures

ENDS: tuple[str, ...] = get_args(EndedAs)
OTHER, UNKNOWN = "other", "unknown"
WHYS = (*REASONS, UNKNOWN)
EDGES_MIN = (-20, -10, -5, 0, 5, 10, 20)
MINUTES = (
    "earlier_20_up",
    "earlier_10_20",
    "earlier_5_10",
    "earlier_0_5",
    "later_0_5",
    "later_5_10",
    "later_10_20",
    "later_20_up",
)
FORGOTTEN_MS = 2 * 3_600_000
FORGOTTEN_TYPICALS = 4

ABOUT = {
    "leg": "One stretch from entering a line to the end of its service; a transfer starts another."
    " A leg belongs to the moment it entered the line.",
    "arrived": "Visits, counted once, at their first leg. arrived + transferred_in = legs ="
    " all of ended + transferred_out + still_here.",
    "ended": "Visits by how they ended, counted at their last leg. served is ended.served.",
    "waiting": "Last call minus entering the line, of the n legs that were called.",
    "service": "End minus start, of the n legs that were started and have ended; in start_assumed"
    " of them nobody marked the start, so it is the call. Forgotten ones are left out.",
    "forgotten": "Services nobody finished: closed by the end of the day, or longer than two hours"
    " and four times what the service typically takes.",
    "within_target": "n of the called legs (of) waited no longer than the target.",
    "quotes_kept": "n of the called legs that had a quote (of) were called by its call_by;"
    " mean_late is over those that were not. why counts those by what the floor showed when the"
    " quote was first about to break; unknown: it showed nothing, or was not kept yet.",
    "against_quote": "The n called legs that had a quote: called earlier than its range, within it,"
    " or later. off is the call minus what was likely; minutes are the call minus call_by.",
    "recovered": "n of the called legs whose quote was broken (of) were offered something for it;"
    " offered counts what, why counts those legs by why their quote broke.",
    "percentiles": "Linear interpolation between the two nearest values.",
}


class Spread(Struct, frozen=True):
    n: int
    mean_s: float | None
    p50_s: float | None
    p90_s: float | None
    p95_s: float | None
    max_s: float | None


class Service(Spread, frozen=True):
    start_assumed: int


class WithinTarget(Struct, frozen=True):
    n: int
    of: int
    share: float | None
    target_s: int


class QuotesKept(Struct, frozen=True):
    n: int
    of: int
    share: float | None
    mean_late_s: float | None
    mean_late_min: float | None
    why: dict[str, int]


class AgainstQuote(Struct, frozen=True):
    n: int
    earlier: int
    within: int
    later: int
    off_mean_s: float | None
    off_p10_s: float | None
    off_p50_s: float | None
    off_p90_s: float | None
    minutes: dict[str, int]


class Recovered(Struct, frozen=True):
    n: int
    of: int
    share: float | None
    offered: dict[str, int]
    why: dict[str, int]


class Row(Struct, frozen=True):
    key: str | None
    label: str
    legs: int
    arrived: int
    transferred_in: int
    served: int
    ended: dict[str, int]
    transferred_out: int
    still_here: int
    waiting: Spread
    service: Service
    forgotten: int
    within_target: WithinTarget
    quotes_kept: QuotesKept
    against_quote: AgainstQuote
    recovered: Recovered


def waits(plan: StorePlan, legs: Iterable[Leg], by: By, now: Millis) -> Figures:
    """The figures of `legs`, row by row and in all. Legs that still run are measured to `now`."""
    return figures(plan, legs, by, lambda: Tally(plan, now))


def forgotten(plan: StorePlan, leg: Leg, now: Millis) -> bool:
    """A service nobody finished; its length says nothing about service."""
    if leg["started_at"] is None:
        return False
    if leg["ended_as"] == "end_of_day":
        return True
    ended = leg["ended_at"] if leg["ended_at"] is not None else now
    return bool(ended - leg["started_at"] > _forgotten_after(plan, leg["service"]))


def waited(leg: Leg) -> int | None:
    """Milliseconds from entering the line to the last call."""
    return None if leg["called_at"] is None else leg["called_at"] - leg["arrived_at"]


def kept(leg: Leg) -> bool | None:
    """Whether the quote held; None where there was none, or no call to hold it against."""
    if leg["call_by"] is None or leg["called_at"] is None:
        return None
    return bool(leg["called_at"] <= leg["call_by"])


class Tally:
    """Keeps eight bytes a wait and no leg: a year of a store fits in a few megabytes."""

    def __init__(self, plan: StorePlan, now: Millis) -> None:
        self.plan = plan
        self.now = now
        self.target_s = plan.times.target_wait_minutes * 60
        self.counts: Counter[str] = Counter()
        self.ended: Counter[str | None] = Counter()
        self.waits = array("q")
        self.services = array("q")
        self.late = array("q")
        self.late_why: Counter[str] = Counter()
        self.off = array("q")
        self.minutes = [0] * len(MINUTES)
        self.offered: Counter[str] = Counter()
        self.recovered_why: Counter[str] = Counter()

    def add(self, leg: Leg) -> None:
        self.counts["legs"] += 1
        self.counts["arrived"] += leg["leg"] == 1
        self.ended[leg["ended_as"]] += 1
        self._add_waiting(leg)
        self._add_quote(leg)
        self._add_service(leg)

    def _add_waiting(self, leg: Leg) -> None:
        wait = waited(leg)
        if wait is None:
            return
        self.waits.append(wait)
        self.counts["within_target"] += wait <= self.target_s * 1000

    def _add_quote(self, leg: Leg) -> None:
        held = kept(leg)
        if held is None:
            return
        self.counts["quoted"] += 1
        self._add_against_quote(leg)
        if not held:
            self.late.append(leg["called_at"] - leg["call_by"])
            why = leg["late_why"] if leg["late_why"] in REASONS else UNKNOWN
            self.late_why[why] += 1
            self._add_recovered(leg, why)

    def _add_against_quote(self, leg: Leg) -> None:
        called, told = leg["called_at"], leg["quoted_at"]
        self.off.append(called - told - leg["quote_likely_s"] * 1000)
        self.counts["earlier"] += called < told + leg["quote_low_s"] * 1000
        self.minutes[bisect_left(EDGES_MIN, (called - leg["call_by"]) / 60_000)] += 1

    def _add_recovered(self, leg: Leg, why: str) -> None:
        if leg["recovered"] is None:
            return
        self.counts["recovered"] += 1
        self.recovered_why[why] += 1
        for recovery in msgspec.json.decode(leg["recovered"]):
            self.offered[recovery if recovery in self.plan.recoveries else OTHER] += 1

    def _add_service(self, leg: Leg) -> None:
        if forgotten(self.plan, leg, self.now):
            self.counts["forgotten"] += 1
        elif leg["started_at"] is not None and leg["ended_at"] is not None:
            self.services.append(leg["ended_at"] - leg["started_at"])
            self.counts["start_assumed"] += bool(leg["start_assumed"])

    def row(self, key: str | None, label: str) -> Row:
        counts = self.counts
        return Row(
            key=key,
            label=label,
            legs=counts["legs"],
            arrived=counts["arrived"],
            transferred_in=counts["legs"] - counts["arrived"],
            served=self.ended["served"],
            ended={reason: self.ended[reason] for reason in ENDS},
            transferred_out=self.ended["transferred"],
            still_here=self.ended[None],
            waiting=Spread(**spread_of(self.waits)),
            service=Service(**spread_of(self.services), start_assumed=counts["start_assumed"]),
            forgotten=counts["forgotten"],
            within_target=self._within_target(),
            quotes_kept=self._quotes_kept(),
            against_quote=self._against_quote(),
            recovered=self._recovered(),
        )

    def _within_target(self) -> WithinTarget:
        n, of = self.counts["within_target"], len(self.waits)
        return WithinTarget(n=n, of=of, share=share_of(n, of), target_s=self.target_s)

    def _recovered(self) -> Recovered:
        n, of = self.counts["recovered"], len(self.late)
        return Recovered(
            n=n,
            of=of,
            share=share_of(n, of),
            offered={one: self.offered[one] for one in (*self.plan.recoveries, OTHER)},
            why={why: self.recovered_why[why] for why in WHYS},
        )

    def _against_quote(self) -> AgainstQuote:
        n, earlier, later = len(self.off), self.counts["earlier"], len(self.late)
        told = spread_of(self.off, (10, 50, 90))
        return AgainstQuote(
            n=n,
            earlier=earlier,
            within=n - earlier - later,
            later=later,
            off_mean_s=told["mean_s"],
            off_p10_s=told["p10_s"],
            off_p50_s=told["p50_s"],
            off_p90_s=told["p90_s"],
            minutes=dict(zip(MINUTES, self.minutes, strict=True)),
        )

    def _quotes_kept(self) -> QuotesKept:
        of = self.counts["quoted"]
        n = of - len(self.late)
        late_ms = float(np.mean(self.late)) if self.late else None
        return QuotesKept(
            n=n,
            of=of,
            share=share_of(n, of),
            mean_late_s=None if late_ms is None else _seconds(late_ms),
            mean_late_min=None if late_ms is None else round(late_ms / 60_000, 3),
            why={why: self.late_why[why] for why in WHYS},
        )


def spread_of(values_ms: array[int], percents: tuple[int, ...] = (50, 90, 95)) -> dict[str, Any]:
    told = dict.fromkeys(("mean_s", *(f"p{percent}_s" for percent in percents), "max_s"))
    if values_ms:
        values = np.frombuffer(values_ms, dtype=np.int64)
        spread = (values.mean(), *np.percentile(values, percents), values.max())
        told = dict(zip(told, map(_seconds, spread), strict=True))
    return {"n": len(values_ms), **told}


def _forgotten_after(plan: StorePlan, service: str) -> float:
    known = plan.services.get(service)
    typical_ms = known.typical_minutes * 60_000 if known else 0
    return max(FORGOTTEN_MS, FORGOTTEN_TYPICALS * typical_ms)


def _seconds(ms: float) -> float:
    return round(float(ms) / 1000, 3)


def share_of(n: int, of: int) -> float | None:
    return round(n / of, 6) if of else None
