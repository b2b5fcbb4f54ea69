"""Whoever waits for what nobody here can do any more: found, so that nobody waits in vain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from server.floor import today
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.plan import StorePlan
from server.floor.routing import working
from server.floor.state import AT_COUNTER, Visit

Why = Literal["service_gone", "nobody_able", "service_closed", "counter_gone"]
Remedy = Literal["open", "transfer", "call", "sorry", "finish"]
REMEDIES: dict[Why, tuple[Remedy, ...]] = {
    "service_gone": ("transfer", "sorry"),
    "nobody_able": ("open", "transfer", "sorry"),
    "service_closed": ("call", "sorry"),
    "counter_gone": ("finish",),
}
"""What staff can do about it, the best first."""


class Unserved(Struct, frozen=True):
    visit: str
    why: Why
    counters: tuple[str, ...] = ()
    """Those that could be opened for it, by whoever dares."""


def nobody_serves(plan: StorePlan, day: Day, service: str) -> Why | None:
    """Why no counter serves it, and none could be opened by a person who is able to. Neither is the
    case before the store has opened its counters."""
    if any(service in counter.services for counter in working(day.counters.values())):
        return None
    if service not in plan.services:
        return "service_gone"
    able = could_open(plan, service) and _person_able(plan, service)
    return None if able else "nobody_able"


def could_open(plan: StorePlan, service: str) -> tuple[str, ...]:
    """The counters that serve it, once they are open."""
    return tuple(c.id for c in plan.counters.values() if service in c.services)


def _person_able(plan: StorePlan, service: str) -> bool:
    return any(p.services is None or service in p.services for p in plan.staff.values())


def why(plan: StorePlan, day: Day, visit: Visit, now: Millis) -> Why | None:
    """None: it waits for somebody who can call it, or does not wait."""
    if visit.state in AT_COUNTER:
        return None if visit.counter in plan.counters else "counter_gone"
    if visit.state != "waiting":
        return None
    over_at = today.over_at(plan, day, visit.service)
    if over_at is not None and over_at <= now:
        return "service_closed"
    return nobody_serves(plan, day, visit.service)


def listed(plan: StorePlan, day: Day, now: Millis) -> Iterator[Unserved]:
    """Everybody here of whom that is so, those who came first before the others."""
    services = {kind.service for kind in day.kinds}
    lacking = [s for s in services if nobody_serves(plan, day, s) or today.over_at(plan, day, s)]
    seated = [c.visit for c in day.counters.values() if c.visit and c.id not in plan.counters]
    waiting = [p[2] for kind, ps in day.kinds.items() if kind.service in lacking for p in ps]
    here = sorted((day.visits[v] for v in (*seated, *waiting)), key=lambda v: v.arrived_at)
    for visit in here:
        found = why(plan, day, visit, now)
        if found is not None:
            yield Unserved(visit.id, found, could_open(plan, visit.service))
