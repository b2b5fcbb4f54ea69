"""Planned breaks: those of config.toml as they stand today, taken or still to come.

A break that somebody took counts as the nearest of the planned ones when it lasted at least half as
long and ended no earlier than half an hour before that was to begin. One that nobody took is
reckoned with until the counter calls somebody after it should have been over, or has then been free
for five minutes: whoever does that has chosen to go on. It stays on the screens until it is taken,
or until the next one of the same person begins.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from server.floor import hours
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.plan import StorePlan
from server.floor.state import Counter, PutLater, Rested

NEAR_MS = 30 * 60_000
GRACE_MS = 5 * 60_000
LATER_MS = tuple(minutes * 60_000 for minutes in (15, 30, 45, 60))
"""By how much a break may be put later, once: people are people."""


class Planned(NamedTuple):
    """`at`: when it begins today, which is `planned_at` unless it was put later."""

    person: str
    planned_at: Millis
    at: Millis
    lasts_ms: Millis
    put: PutLater | None = None

    @property
    def until(self) -> Millis:
        return self.at + self.lasts_ms


def of_today(plan: StorePlan, day: Day, person: str | None) -> list[Planned]:
    """In order. A day that is not open all through a break has none of it."""
    member = plan.staff.get(person or "")
    if member is None or not member.breaks:
        return []
    opened = hours.windows(plan, day.date)
    spans = [hours.span(plan, day.date, *one) for one in member.breaks]
    found = [
        _as_it_stands(day, member.id, since, until)
        for since, until in spans
        if any(opens <= since and until <= closes for opens, closes in opened)
    ]
    return sorted(found, key=lambda planned: planned.at)


def _as_it_stands(day: Day, person: str, since: Millis, until: Millis) -> Planned:
    put = day.put_later.get((person, since))
    return Planned(person, since, put.put_at if put else since, until - since, put)


def to_come(plan: StorePlan, day: Day, counter: Counter, now: Millis) -> list[Planned]:
    """Those in which this counter is not going to call."""
    return [p for p in _not_taken(plan, day, counter) if _reckoned_with(counter, p, now)]


def _not_taken(plan: StorePlan, day: Day, counter: Counter) -> list[Planned]:
    """Whoever came to the counter after a break had none of it to take there."""
    since = counter.since or 0
    return [one for one in not_taken(plan, day, counter.staff) if since < one.until]


def not_taken(plan: StorePlan, day: Day, person: str | None) -> list[Planned]:
    planned = of_today(plan, day, person)
    had = {_nearest(planned, rest) for rest in day.rested.get(person or "", ())}
    return [one for one in planned if one not in had]


def foreseen(plan: StorePlan, day: Day, counter: Counter, told_at: Millis) -> bool:
    """Whether a wait told at `told_at` reckoned with the break this counter is on: it was planned,
    and is neither earlier nor longer than that."""
    planned = of_today(plan, day, counter.staff)
    *before, rest = day.rested[counter.staff or ""]
    taken = _nearest(planned, rest)
    if taken is None or taken in {_nearest(planned, one) for one in before}:
        return False
    in_time = told_at < taken.until and rest.at >= taken.at - GRACE_MS
    return in_time and rest.until is not None and rest.until <= rest.at + taken.lasts_ms + GRACE_MS


def _nearest(planned: list[Planned], rest: Rested) -> Planned | None:
    """Which of them a break that was taken counts as."""
    found = min(planned, key=lambda one: abs(one.at - rest.at), default=None)
    return found if found and _counts_as(found, rest) else None


def _counts_as(planned: Planned, rested: Rested) -> bool:
    end = rested.ended_at or rested.until
    if end is None:
        return True
    return end >= planned.at - NEAR_MS and 2 * (end - rested.at) >= planned.lasts_ms


def _reckoned_with(counter: Counter, planned: Planned, now: Millis) -> bool:
    if (counter.called_at or 0) >= planned.until:
        return False
    free_since = max(planned.until, counter.free_since or 0)
    return counter.visit is not None or now < free_since + GRACE_MS


def next_of(plan: StorePlan, day: Day, counter: Counter, now: Millis) -> Planned | None:
    """The one that is due, or else the next."""
    left = _not_taken(plan, day, counter)
    due = [planned for planned in left if planned.at <= now]
    return due[-1] if due else next(iter(left), None)


def later_times(plan: StorePlan, day: Day, planned: Planned, now: Millis) -> list[Millis]:
    """When it may begin instead: once put later it stays; it ends by closing time and before the
    person's next break, so that nobody loses one."""
    if planned.put is not None or planned not in not_taken(plan, day, planned.person):
        return []
    end = _room_until(plan, day, planned)
    times = (planned.planned_at + later for later in LATER_MS)
    return [at for at in times if at > now and at + planned.lasts_ms <= end]


def _room_until(plan: StorePlan, day: Day, planned: Planned) -> Millis:
    closing = next(c for o, c in hours.windows(plan, day.date) if o <= planned.at < c)
    following = {a: b.planned_at for a, b in pairwise(of_today(plan, day, planned.person))}
    return min(closing, following.get(planned, closing))


def find(plan: StorePlan, day: Day, person: str, planned_at: Millis) -> Planned | None:
    planned = of_today(plan, day, person)
    return next((one for one in planned if one.planned_at == planned_at), None)
