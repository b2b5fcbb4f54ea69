"""What time alone brings about: expired holds, unanswered calls, risky quotes, the close."""

from __future__ import annotations

from collections.abc import Iterator

from server.floor import commands as c
from server.floor import counters, hours, lateness
from server.floor import facts as f
from server.floor.day import Day
from server.floor.facts import Fact, Millis
from server.floor.plan import StorePlan
from server.floor.visits import Decision, Floor

LOOKED_AT_A_SECOND = 500


def time_passed(floor: Floor, command: c.TimePassed) -> Decision:
    if _over(floor):
        return tuple(_closing(floor))
    return (
        *_stranded(floor),
        *_expired_holds(floor),
        *_unanswered(floor),
        *_quotes_at_risk(floor),
    )


def _over(floor: Floor) -> bool:
    return floor.now >= sends_home_at(floor.plan, floor.day) and _anything_open(floor)


def sends_home_at(plan: StorePlan, day: Day) -> Millis:
    """When whoever is left is sent home; a day that has closed is closed again when it ends."""
    if day.closed:
        return hours.day_bounds(plan, day.date)[1]
    return hours.sends_home_at(plan, day.date)


def _anything_open(floor: Floor) -> bool:
    day = floor.day
    return bool(
        day.held
        or any(day.lines.values())
        or any(counter.state != "closed" for counter in day.counters.values())
    )


def _closing(floor: Floor) -> Iterator[Fact]:
    for visit in floor.day.visits.values():
        if visit.state != "ended":
            yield f.VisitEnded(visit.id, "end_of_day")
    for counter in floor.day.counters.values():
        if counter.state != "closed":
            yield f.CounterClosed(counter.id, "end_of_day")
    yield f.DayClosed()


def _stranded(floor: Floor) -> Iterator[Fact]:
    """Counters that config.toml no longer has: closed, and nobody is left in their lines."""
    for counter_id, counter in floor.day.counters.items():
        if counter_id in floor.plan.counters:
            continue
        if counter.state != "closed" and counter.visit is None:
            yield f.CounterClosed(counter_id, "not_in_config")
        if counter.visit is None:
            yield from counters.shared_out(floor, counter_id, "counter_closed")


def _expired_holds(floor: Floor) -> Iterator[Fact]:
    for visit, until in floor.day.held.items():
        if floor.now >= until:
            yield f.VisitEnded(visit, "walkout", "hold_expired")


def _unanswered(floor: Floor) -> Iterator[Fact]:
    wait_ms = floor.plan.times.call_unanswered_s * 1000
    for counter in floor.day.counters.values():
        visit = floor.day.visits[counter.visit] if counter.visit else None
        if visit is None or visit.state != "called" or visit.leg.called_at is None:
            continue
        if floor.now - visit.leg.called_at >= wait_ms:
            yield f.VisitEnded(visit.id, "no_show", "unanswered")


def _quotes_at_risk(floor: Floor) -> Iterator[Fact]:
    """With thousands waiting a share of them each second, and taps do not wait for the rest."""
    waiting = sum(len(line) for line in floor.day.lines.values())
    stride = 1 + waiting // LOOKED_AT_A_SECOND
    # No multiple of anybody's seconds, or a demo's faster clock could pass over the same ones.
    first = floor.now // 97 % stride
    for line in floor.day.lines.values():
        for _, _, visit_id in line[first::stride]:
            visit = floor.day.visits[visit_id]
            quote = visit.leg.quote
            if quote is None or visit.at_risk:
                continue
            estimate = floor.forecast.visit(visit_id)
            expected = floor.now + (estimate.likely_s * 1000 if estimate else 0)
            if expected > quote.call_by:
                why = lateness.why_late(floor.plan, floor.day, visit, floor.now, floor.forecast)
                yield f.QuoteAtRisk(visit_id, expected, why.reason)
