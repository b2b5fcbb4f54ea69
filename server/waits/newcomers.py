"""Which newcomers are asked about: whoever other counters may call, or who counts as having come
earlier, has another wait at the end of the same line."""

from __future__ import annotations

from server.floor import routing
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.plan import StorePlan
from server.floor.state import Kind
from server.waits.rehearsal import Newcomer

Sort = tuple[frozenset[str], Millis]
"""Who may call somebody from elsewhere, and how much earlier he counts as having come."""


def asked_about(plan: StorePlan, day: Day, forecast: Forecast) -> tuple[Newcomer, ...]:
    """For every line somebody without a wish; of those with needs and languages, one of each sort
    that is a sort of its own, in the line it would join."""
    found = []
    for service in plan.services:
        plain = Kind(service)
        found += [Newcomer(plain, line) for line in _lines(plan, day, service)]
        sorts = _sorts(plan, day, service)
        found += [
            Newcomer(kind, routing.line_for(plan, day, kind, forecast))
            for kind in sorts.values()
            if kind != plain
        ]
    return tuple(found)


def alike(plan: StorePlan, day: Day, kind: Kind) -> Kind:
    """Of those asked about, the one who is called as this newcomer would be; without such a one,
    as he would be without a head start; without that, somebody without a wish."""
    plain = Kind(kind.service)
    able, early = _sort(plan, day, kind)
    if (able, early) == _sort(plan, day, plain):
        return plain
    known = _sorts(plan, day, kind.service)
    return known.get((able, early)) or known.get((able, 0)) or plain


def _sorts(plan: StorePlan, day: Day, service: str) -> dict[Sort, Kind]:
    """One of each."""
    needs = ((), *((need,) for need in plan.needs))
    kinds = [Kind(service, need, language) for need in needs for language in plan.languages]
    return {_sort(plan, day, one): one for one in (*reversed(kinds), Kind(service))}


def _sort(plan: StorePlan, day: Day, kind: Kind) -> Sort:
    return routing.able(plan, day, kind), routing.head_start_ms(plan, kind.needs)


def _lines(plan: StorePlan, day: Day, service: str) -> list[str | None]:
    """Where somebody new for this service might be sent."""
    able = [c.id for c in day.open_counters() if service in c.services]
    return [*able] if able and plan.lines == "counter" else [None]
