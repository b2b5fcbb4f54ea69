"""How many usually come: service by service and half hour by half hour, on which day.

Days differ in their level more than in their shape (Brown et al., "Statistical analysis of a
telephone call center", JASA 100, 2005), so a day's half hours are what they are on all days, raised
or lowered as its weekday is, as days beside a holiday are, and, once it runs, as that day itself
turns out to be (intraday updating: Shen and Huang, "Interday forecasting and intraday dynamic
updating of call center arrivals", M&SOM 10(3), 2008). Each of these counts for the more, the more
was seen of it. Days on which nobody came are left out: the store was closed, whatever its hours
say.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from server.floor.facts import Millis
from server.floor.hours import business_date, day_bounds, local, windows
from server.floor.plan import StorePlan

HALF_HOUR_MS = 1_800_000
HALVES = 48
DAYS_KEPT = 28
"""As many as a store that starts anew reads again."""
DAYS_LEAST = 3
"""With fewer days nobody is expected: one day is an accident, two are not yet a habit."""
PRIOR_DAYS = 2.0
"""So many days as all days are count beside those of the same weekday, or beside a holiday."""
PRIOR_TODAY = 10.0
"""So many as usually come count beside those who came today."""
FADE = 0.7
"""What a half hour says of the rest of the day, beside the one after it."""

Floats = NDArray[np.float64]


class Coming(NamedTuple):
    """Somebody who usually comes at about this time."""

    at: Millis
    service: str


class Day(NamedTuple):
    date: date
    came: Floats
    """Services × half hours of the clock."""
    open: Floats
    """Which half hours the store was open, as 0 or 1."""


class Arrivals:
    def __init__(self, plan: StorePlan) -> None:
        self._plan = plan
        self._row = {service: n for n, service in enumerate(plan.services)}
        self._days: list[Day] = []
        self._today: Day | None = None
        self._usual = self._nobody()
        """What is expected of today, before any of it was seen."""

    def _nobody(self) -> Floats:
        return np.zeros((len(self._row), HALVES))

    def new_day(self, day: str) -> None:
        if self._today is not None and self._today.came.any():
            self._days = [*self._days, self._today][-DAYS_KEPT:]
        self._today = self._day(day)
        self._usual = self.expected(day)

    def _day(self, day: str) -> Day:
        opened = np.zeros(HALVES)
        for since, until in windows(self._plan, day):
            for at in range(since - since % HALF_HOUR_MS, until, HALF_HOUR_MS):
                opened[self._half(at)] = 1
        return Day(_date(day), self._nobody(), opened)

    def _half(self, at: Millis) -> int:
        here = local(self._plan, at)
        return here.hour * 2 + here.minute // 30

    def came(self, service: str, at: Millis) -> None:
        """Somebody without an appointment joined a line."""
        if self._today is not None and service in self._row:
            self._today.came[self._row[service], self._half(at)] += 1

    def expected(self, day: str) -> Floats:
        """How many come on that day: services × half hours of the clock, as means."""
        if len(self._days) < DAYS_LEAST:
            return self._nobody()
        wanted = self._day(day)
        beside = [one for one in self._days if self._beside_holiday(one.date)]
        days = [one for one in self._days if not self._beside_holiday(one.date)] or beside
        usual = _mean(days)
        same_weekday = [one for one in days if one.date.weekday() == wanted.date.weekday()]
        found = _drawn_to(usual, same_weekday)
        if self._beside_holiday(wanted.date):
            found = found * _level(usual, beside)
        return np.asarray(found * wanted.open)

    def _beside_holiday(self, day: date) -> bool:
        one = timedelta(days=1)
        return bool({day - one, day + one} & self._plan.hours.closed)

    def coming(self, now: Millis, within_ms: Millis) -> list[Coming]:
        """Who is expected by then, in order; as evenly as they come on average."""
        usual = self._expected_now(now)
        found: list[Coming] = []
        for service, row in self._row.items():
            due, at = 0.5, now
            while at < now + within_ms:
                until = min(at - at % HALF_HOUR_MS + HALF_HOUR_MS, now + within_ms)
                rate = usual[row, self._half(at)] / HALF_HOUR_MS
                while rate > 0 and due <= rate * (until - at):
                    at += round(due / rate)
                    found.append(Coming(at, service))
                    due = 1.0
                due -= rate * (until - at)
                at = until
        return sorted(found)

    def _expected_now(self, now: Millis) -> Floats:
        day = business_date(self._plan, now)
        if self._today is None or self._today.date != _date(day):
            # Nothing has happened yet today.
            return self.expected(day)
        return self._usual * self._level_today(self._today, now)

    def _level_today(self, today: Day, now: Millis) -> float:
        """How busy today is beside what is usual, by the half hours that are over, the last ones
        most."""
        begins, _ = day_bounds(self._plan, today.date.isoformat())
        over = [self._half(at) for at in range(begins, now - HALF_HOUR_MS + 1, HALF_HOUR_MS)]
        weights = FADE ** np.arange(len(over))[::-1]
        came, usual = (float(of.sum(axis=0)[over] @ weights) for of in (today.came, self._usual))
        return (came + PRIOR_TODAY) / (usual + PRIOR_TODAY)


def _date(day: str) -> date:
    return date.fromisoformat(day)


def _seen(days: list[Day]) -> tuple[Floats, Floats]:
    """How many came while the store was open, and on how many days each half hour was."""
    came = np.array([day.came * day.open for day in days]).sum(axis=0)
    return came, np.array([day.open for day in days]).sum(axis=0)


def _mean(days: list[Day]) -> Floats:
    came, opened = _seen(days)
    return np.asarray(came / np.maximum(opened, 1))


def _level(usual: Floats, days: list[Day]) -> float:
    """How busy these days were beside what is usual."""
    prior = PRIOR_DAYS * float(usual.sum())
    if not days or not prior:
        return 1.0
    came, opened = _seen(days)
    return (float(came.sum()) + prior) / (float((usual * opened).sum()) + prior)


def _drawn_to(usual: Floats, days: list[Day]) -> Floats:
    """Half hour by half hour what these days were, drawn to the usual at their level."""
    if not days:
        return usual
    came, opened = _seen(days)
    return np.asarray((came + PRIOR_DAYS * usual * _level(usual, days)) / (opened + PRIOR_DAYS))
