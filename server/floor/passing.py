"""What time alone brings about: expired holds, unanswered calls, risky quotes, the close."""

from __future__ import annotations

from collections.abc import Iterator

from server.floor import commands as c
from server.floor import counters, hours, lateness
from server.floor import facts as f
from server.floor.day import Day
from server.floor.facts import Fact, Millis
from server.floor.plan import StorePlan
from server.floor.refusals import Refusal
from server.floor.state import AT_COUNTER, Visit
from server.floor.visits import Decision, Floor

LOOKED_AT_A_SECOND = 500


def time_passed(floor: Floor, command: c.TimePassed) -> Decision:
    if _over(floor):
        return closing(floor.day)
    return (
        *counters.as_in_config(floor),
        *_expired_holds(floor),
        *_unanswered(floor),
        *_quotes_at_risk(floor),
    )


def _over(floor: Floor) -> bool:
    """Whether it is time to send home whoever is left, and somebody is."""
    plan, day, now = floor.plan, floor.day, floor.now
    if not anything_open(day):
        return False
    if now >= hours.day_bounds(plan, day.date)[1]:
        return True
    return any(
        home <= now
        and (day.closed_at or 0) < closing
        and not _opened_since(plan, day, closing, now)
        for closing, home in hours.homegoings(plan, day.date)
    )


def _opened_since(plan: StorePlan, day: Day, closing: Millis, now: Millis) -> bool:
    return any(closing < opens <= now for opens, _ in hours.windows(plan, day.date))


def sends_home_at(plan: StorePlan, day: Day, now: Millis) -> Millis | None:
    """When whoever is left is sent home; a day that has closed is closed again when it ends. None
    while the store stays open for days."""
    return hours.sends_home_at(plan, day.date, after=max(now, day.closed_at or 0))


def anything_open(day: Day) -> bool:
    return anybody_here(day) or any(c.state != "closed" for c in day.counters.values())


def anybody_here(day: Day) -> bool:
    called_or_served = any(counter.visit for counter in day.counters.values())
    return bool(day.held or called_or_served or any(day.lines.values()))


def closing(day: Day) -> tuple[Fact, ...]:
    """Whoever is left is sent home."""
    ended = (f.VisitEnded(v.id, "end_of_day") for v in day.visits.values() if v.state != "ended")
    counters = (c.id for c in day.counters.values() if c.state != "closed")
    return (*ended, *(f.CounterClosed(c, "end_of_day") for c in counters), f.DayClosed())


def reopen_day(floor: Floor, command: c.ReopenDay) -> Decision:
    """Whoever the last close sent home is here again. No facts: it sent nobody home."""
    day = floor.day
    if day.closing_at is None:
        return Refusal("day_not_closed", {"date": day.date})
    sent_home = tuple(
        visit.id
        for visit in day.visits.values()
        if visit.ended_as == "end_of_day"
        and visit.leg.ended_at == day.closing_at
        and visit.id in day.undoable
        and _has_its_counter(day, day.undoable[visit.id].before)
    )
    return (f.DayReopened(sent_home),) if sent_home or day.closed else ()


def _has_its_counter(day: Day, visit: Visit) -> bool:
    """Whose counter serves somebody else by now was served elsewhere, or has left."""
    if visit.state not in AT_COUNTER:
        return True
    return visit.counter is not None and day.counter(visit.counter).visit is None


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
