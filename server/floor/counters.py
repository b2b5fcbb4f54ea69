"""What may happen at a counter: opening, calling, breaks, closing with its line shared out."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from server.floor import commands as c
from server.floor import facts as f
from server.floor import reasons, routing, visits
from server.floor.facts import Fact
from server.floor.refusals import Refusal
from server.floor.state import Counter, Visit
from server.floor.visits import Decision, Facts, Floor


def allowed_actions(counter: Counter) -> tuple[str, ...]:
    if counter.state != "open":
        return ("open",)
    if counter.visit is not None:
        return ("open",)
    return ("call_next", "call", "break", "close", "open")


def refused(counter: Counter, code: str, **args: object) -> Refusal:
    args.setdefault("counter", counter.id)
    return Refusal(code, args, counter.state, allowed_actions(counter))


def find(floor: Floor, counter_id: str) -> Counter | Refusal:
    if counter_id not in floor.plan.counters:
        args: dict[str, object] = {"counter": counter_id, "known": sorted(floor.plan.counters)}
        return Refusal("unknown_counter", args)
    return floor.day.counter(counter_id)


def open_counter(floor: Floor, command: c.OpenCounter) -> Decision:
    counter = find(floor, command.counter)
    if isinstance(counter, Refusal):
        return counter
    if command.staff not in floor.plan.staff:
        args: dict[str, object] = {"staff": command.staff, "known": sorted(floor.plan.staff)}
        return Refusal("unknown_staff", args, where="staff")
    able = floor.plan.counters[counter.id].services
    wanted = command.services if command.services is not None else _skills(floor, command)
    for service in wanted:
        if service not in floor.plan.services:
            args = {"service": service, "known": sorted(floor.plan.services)}
            return Refusal("unknown_service", args, where="services")
        if service not in able:
            return refused(counter, "counter_cannot_serve", service=service)
    until = None if command.minutes is None else floor.now + round(command.minutes * 60_000)
    return (f.CounterOpened(counter.id, command.staff, wanted, until),)


def _skills(floor: Floor, command: c.OpenCounter) -> tuple[str, ...]:
    """What the counter serves and this person can do; all of the counter's if that is nothing."""
    able = floor.plan.counters[command.counter].services
    person = floor.plan.staff[command.staff].services
    return tuple(sorted(able if person is None else (able & person) or able))


def close_counter(floor: Floor, command: c.CloseCounter) -> Decision:
    counter = _idle(floor, command.counter)
    if isinstance(counter, Refusal):
        return counter
    closed = f.CounterClosed(counter.id, reasons.listed(command.reason, reasons.AWAY))
    return (closed, *shared_out(floor, counter.id, "counter_closed"))


def take_break(floor: Floor, command: c.TakeBreak) -> Decision:
    counter = _idle(floor, command.counter)
    if isinstance(counter, Refusal):
        return counter
    until = None if command.minutes is None else floor.now + round(command.minutes * 60_000)
    reason = reasons.listed(command.reason, reasons.AWAY)
    on_break = f.BreakStarted(counter.id, until, reason)
    away = [replace(counter, state="break")] if until else []
    return (on_break, *shared_out(floor, counter.id, "counter_on_break", away))


def _idle(floor: Floor, counter_id: str) -> Counter | Refusal:
    """An open counter with nobody at it, or a closed or paused one's refusal."""
    counter = find(floor, counter_id)
    if isinstance(counter, Refusal):
        return counter
    if counter.visit is not None:
        return _busy(floor, counter)
    if counter.state == "closed":
        return refused(counter, "counter_not_open")
    return counter


def _busy(floor: Floor, counter: Counter) -> Refusal:
    assert counter.visit is not None
    visit = floor.day.visits[counter.visit]
    return refused(counter, "counter_busy", ticket=visit.ticket, visit=visit.id, state=visit.state)


def shared_out(
    floor: Floor, counter_id: str, reason: str, coming_back: Sequence[Counter] = ()
) -> Facts:
    """Each waiting visit of a line that ends goes where it is soonest served.

    The line is dealt in order over the shortest expected waits, each move making its new line
    longer, so that not everybody lands in the one line that was shortest before.
    """
    others = [other for other in floor.day.open_counters() if other.id != counter_id]
    staying = [other for other in routing.working(floor.day) if other.id != counter_id]
    staying += coming_back
    extra = {other.id: 0.0 for other in others}
    moves: list[Fact] = []
    for visit_id in floor.day.line(counter_id):
        visit = floor.day.visits[visit_id]
        fit = routing.fitting(floor.plan, staying, visit.kind)
        able = [other.id for other in others if other.id in fit]
        to = None if floor.plan.lines == "pool" else _soonest(floor, visit.service, able, extra)
        moves.append(f.VisitMoved(visit_id, to, reason))
        if to is not None:
            extra[to] += floor.plan.service(visit.service).typical_minutes * 60
    return tuple(moves)


def _soonest(floor: Floor, service: str, able: list[str], extra: dict[str, float]) -> str | None:
    waits = {other: floor.forecast.expected_s(service, other) + extra[other] for other in able}
    return min(waits, key=lambda counter: (waits[counter], counter), default=None)


def _ready_to_call(floor: Floor, counter_id: str) -> Counter | Refusal:
    counter = find(floor, counter_id)
    if isinstance(counter, Refusal):
        return counter
    if counter.state == "closed":
        return refused(counter, "counter_not_open")
    if counter.state == "break":
        return refused(counter, "counter_on_break")
    return _busy(floor, counter) if counter.visit is not None else counter


def call_next(floor: Floor, command: c.CallNext) -> Decision:
    """No facts: nobody is waiting whom this counter can serve."""
    counter = _ready_to_call(floor, command.counter)
    if isinstance(counter, Refusal):
        return counter
    visit = routing.next_for(floor.plan, floor.day, counter)
    return () if visit is None else (_called(floor, counter, floor.day.visits[visit]),)


def _called(
    floor: Floor, counter: Counter, visit: Visit, why: str | None = None, reason: str | None = None
) -> f.VisitCalled:
    overtakes = routing.overtaken(floor.plan, floor.day, counter, visit, why)
    line = visit.counter if visit.counter != counter.id else None
    return f.VisitCalled(visit.id, counter.id, counter.staff, reason, overtakes, line)


def call(floor: Floor, command: c.Call) -> Decision:
    """Out of order, so the reason is kept."""
    counter = _ready_to_call(floor, command.counter)
    if isinstance(counter, Refusal):
        return counter
    visit = visits.find(floor, command.visit, "call")
    if isinstance(visit, Refusal):
        return visit
    if visit.service not in counter.services:
        return refused(counter, "counter_cannot_serve", service=visit.service)
    reason = reasons.listed(command.reason, reasons.CALL)
    return (_called(floor, counter, visit, "by_hand", reason),)
