"""Who is next, and which line to join."""

from __future__ import annotations

from collections.abc import Iterable

from server.floor.day import Counter, Day, Place
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.plan import StorePlan


def credited_arrival(plan: StorePlan, arrived_at: Millis, needs: Iterable[str]) -> Millis:
    """Arrival minus the largest head start of the visit's needs: head starts do not add up, and
    a fixed number of minutes cannot starve anybody."""
    minutes = max((plan.needs[n].head_start_minutes for n in needs if n in plan.needs), default=0)
    return arrived_at - round(minutes * 60_000)


def line_for(
    plan: StorePlan, day: Day, service: str, forecast: Forecast, without: str | None = None
) -> str | None:
    """The counter whose line a visit should join, or None for the pool."""
    if plan.lines == "pool":
        return None
    able = [c.id for c in day.open_counters() if service in c.services and c.id != without]
    if not able:
        return None
    waits = {counter: forecast.expected_s(service, counter) for counter in able}
    return min(able, key=lambda c: (waits[c], len(day.lines.get(c, ())), c))


def next_for(day: Day, counter: Counter) -> str | None:
    """The visit this counter should call: the earliest credited arrival in its own line and the
    pool; with nobody there, the earliest it can serve in any other line, so none idles."""
    own = _first(day, counter, (counter.id, None))
    if own is None:
        own = _first(day, counter, [line for line in day.lines if line not in (counter.id, None)])
    return own


def _first(day: Day, counter: Counter, lines: Iterable[str | None]) -> str | None:
    best: Place | None = None
    for line in lines:
        place = _first_servable(day, counter, line)
        if place is not None and (best is None or place < best):
            best = place
    return best[2] if best else None


def _first_servable(day: Day, counter: Counter, line: str | None) -> Place | None:
    services = day.line_services.get(line)
    if services is None or not any(services[s] > 0 for s in counter.services):
        return None
    return next(p for p in day.lines[line] if day.visits[p[2]].service in counter.services)
