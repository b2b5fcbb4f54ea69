"""One person's own figures: today, beside their last four weeks. Nobody else's are in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from server.floor.facts import Millis
from server.floor.hours import business_date, day_bounds
from server.floor.plan import StorePlan
from server.reports.groups import Leg
from server.reports.periods import Period
from server.reports.staff import Row, Tally, was_served

WEEKS = 4


class Own(Struct, frozen=True):
    """`days` are those of the four weeks on which this person served somebody."""

    today: Row
    weeks: Row
    days: int


def own_period(plan: StorePlan, now: Millis) -> Period:
    """The four weeks before today, and today."""
    today = date.fromisoformat(business_date(plan, now))
    first = (today - timedelta(weeks=WEEKS)).isoformat()
    until = (today + timedelta(days=1)).isoformat()
    return Period(day_bounds(plan, first)[0], day_bounds(plan, until)[0], first, until)


def own(plan: StorePlan, legs: Iterable[Leg], staff: str, now: Millis) -> Own:
    """The same figures as the report `staff`, of this one person."""
    today = business_date(plan, now)
    tallies = {True: Tally(plan, now), False: Tally(plan, now)}
    days: set[str] = set()
    for leg in _theirs(legs, staff):
        tallies[leg["date"] == today].add(leg)
        if leg["date"] != today and was_served(leg):
            days.add(leg["date"])
    name = plan.staff[staff].name
    return Own(tallies[True].row(staff, name), tallies[False].row(staff, name), len(days))


def _theirs(legs: Iterable[Leg], staff: str) -> Iterator[Leg]:
    return (leg for leg in legs if leg["staff"] == staff)
