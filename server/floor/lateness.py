"""Why it takes long, from what is seen on the floor, and whom the waiting room is told of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Literal, get_args

from msgspec import Struct

from server.floor import breaks
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Estimate, Forecast
from server.floor.plan import StorePlan
from server.floor.state import Counter, Visit

Reason = Literal[
    "counter_on_break",
    "counter_closed",
    "counters_closed",
    "longer_services",
    "many_people",
    "longer_than_thought",
]
REASONS: tuple[Reason, ...] = get_args(Reason)
LONGER = 1.5
"""A service is longer than usual when it has lasted so many times what it typically takes."""
MANY = 4
"""So many waiting for each counter that is open for them are many."""
TOLD_MOST = 9
"""The room is told of so many at once; a sentence each would be heard by nobody."""
IN_A_SENTENCE = 3


class Why(Struct, frozen=True):
    """`counter` and `until` are of the break or the counter that has closed."""

    reason: Reason
    counter: str | None = None
    until: Millis | None = None


class Later(Struct, frozen=True):
    """Waits that will be longer than told, all for one reason, and what they are now."""

    waits: tuple[tuple[Visit, Estimate], ...]
    why: Why


def at_risk(visit: Visit, estimate: Estimate | None, now: Millis) -> bool:
    """Whether the quote is about to break as things stand: what was feared once may have passed."""
    if not visit.at_risk or visit.leg.quote is None or estimate is None:
        return visit.at_risk
    return now + estimate.likely_s * 1000 > visit.leg.quote.call_by


def why_late(plan: StorePlan, day: Day, visit: Visit, now: Millis, forecast: Forecast) -> Why:
    """Why this visit waits longer than it was told: what was known then is no reason."""
    quote = visit.leg.quote
    told_at = quote.quoted_at if quote else visit.leg.joined_at
    return why_long(plan, day, visit.service, now, forecast, told_at)


def why_long(
    plan: StorePlan, day: Day, service: str, now: Millis, forecast: Forecast, told_at: Millis = 0
) -> Why:
    able = [day.counter(c.id) for c in plan.counters.values() if service in c.services]
    away = [c for c in able if c.state == "break" and _is_news(plan, day, c, told_at, now)]
    working = [c for c in able if c.state == "open" and service in c.services]
    if away:
        first = min(away, key=lambda c: (c.until is None, c.until or 0))
        # A break that goes on past its end has none that could be told.
        until = first.until if first.until and first.until > now else None
        return Why("counter_on_break", first.id, until)
    if not working:
        return Why("counters_closed")
    closed = [c for c in able if c.state == "closed" and told_at and (c.since or 0) > told_at]
    if closed:
        return Why("counter_closed", closed[0].id)
    if forecast.pace > 1 or any(_serves_long(plan, day, counter, now) for counter in working):
        return Why("longer_services")
    waiting = sum(len(line) for kind, line in day.kinds.items() if kind.service == service)
    return Why("many_people" if waiting >= MANY * len(working) else "longer_than_thought")


def _is_news(plan: StorePlan, day: Day, counter: Counter, told_at: Millis, now: Millis) -> bool:
    """A break that goes on past its end, or one begun since that nobody reckoned with."""
    if counter.until is not None and counter.until < now:
        return True
    begun_since = (counter.since or 0) > told_at
    return begun_since and not (told_at and breaks.foreseen(plan, day, counter, told_at))


def _serves_long(plan: StorePlan, day: Day, counter: Counter, now: Millis) -> bool:
    if counter.visit is None:
        return False
    leg = day.visits[counter.visit].leg
    typical_ms = plan.service(leg.service).typical_minutes * 60_000
    return leg.started_at is not None and now - leg.started_at > LONGER * typical_ms


def told_to_all(plan: StorePlan, day: Day, now: Millis, forecast: Forecast) -> list[Later]:
    """Broken quotes joined by their reason, a few to a sentence, in the order they came."""
    joined: dict[Why, list[tuple[Visit, Estimate]]] = {}
    for visit, estimate in islice(_late(day, now, forecast), TOLD_MOST):
        why = why_late(plan, day, visit, now, forecast)
        joined.setdefault(why, []).append((visit, estimate))
    told = []
    for why, late in joined.items():
        for start in range(0, len(late), IN_A_SENTENCE):
            told.append(Later(tuple(late[start : start + IN_A_SENTENCE]), why))
    return told


def _late(day: Day, now: Millis, forecast: Forecast) -> Iterator[tuple[Visit, Estimate]]:
    for visit in sorted((day.visits[visit] for visit in day.at_risk), key=_in_order):
        estimate = forecast.visit(visit.id)
        if estimate is not None and at_risk(visit, estimate, now):
            yield visit, estimate


def _in_order(visit: Visit) -> tuple[Millis, int]:
    return visit.leg.credited_at, visit.leg.order
