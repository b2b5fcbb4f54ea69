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
    if not command.replace and _taken(counter, command.staff):
        person = floor.plan.staff.get(counter.staff or "")
        args = {"staff": counter.staff, "name": person.name if person else counter.staff}
        return refused(counter, "counter_taken", **args)
    left = _left_by(floor, command)
    for other in left:
        if other.visit is not None:
            return _busy(floor, other)
    until = None if command.minutes is None else floor.now + round(command.minutes * 60_000)
    opened = replace(
        counter, state="open", staff=command.staff, services=tuple(wanted), until=until
    )
    after = _with(floor, opened, *(Counter(other.id) for other in left))
    return (
        *(f.CounterClosed(other.id, "other_counter") for other in left),
        f.CounterOpened(counter.id, command.staff, opened.services, until),
        *(move for other in left for move in shared_out(floor, other.id, after, "counter_closed")),
        *shared_out(floor, counter.id, after, "not_served", opened.services),
    )


def _taken(counter: Counter, staff: str) -> bool:
    return counter.state != "closed" and counter.staff not in (None, staff)


def _left_by(floor: Floor, command: c.OpenCounter) -> list[Counter]:
    """Where that person was until now: nobody is at two counters."""
    counters = floor.day.counters.values()
    here = [one for one in counters if one.state != "closed" and one.staff == command.staff]
    return [one for one in here if one.id != command.counter]


def _with(floor: Floor, *changed: Counter) -> list[Counter]:
    """The counters as they will be."""
    return list({**floor.day.counters, **{one.id: one for one in changed}}.values())


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
    after = _with(floor, Counter(counter.id))
    return (closed, *shared_out(floor, counter.id, after, "counter_closed"))


def take_break(floor: Floor, command: c.TakeBreak) -> Decision:
    counter = _idle(floor, command.counter)
    if isinstance(counter, Refusal):
        return counter
    until = None if command.minutes is None else floor.now + round(command.minutes * 60_000)
    reason = reasons.listed(command.reason, reasons.AWAY)
    on_break = f.BreakStarted(counter.id, until, reason)
    after = _with(floor, replace(counter, state="break", until=until))
    return (on_break, *shared_out(floor, counter.id, after, "counter_on_break"))


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
    floor: Floor,
    counter_id: str,
    after: Sequence[Counter],
    reason: str,
    still: tuple[str, ...] = (),
) -> Facts:
    """Each waiting visit of a line that ends goes where it is soonest served; who waits for what
    the counter `still` serves stays. `after`: the counters as they will be.

    The line is dealt in order over the shortest expected waits, each move making its new line
    longer, so that not everybody lands in the one line that was shortest before.
    """
    others = [other for other in after if other.state == "open" and other.id != counter_id]
    extra = {other.id: 0.0 for other in others}
    moves: list[Fact] = []
    for visit_id in floor.day.line(counter_id):
        visit = floor.day.visits[visit_id]
        if visit.service in still:
            continue
        fit = routing.fitting(floor.plan, routing.working(after), visit.kind)
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


def as_in_config(floor: Floor) -> Facts:
    """config.toml may have changed since they were opened: counters that it no longer has close,
    those that serve less by now serve less, and nobody is left in a line that nobody calls. Whoever
    is at such a counter is served first."""
    open_ = [one for one in floor.day.counters.values() if one.state != "closed"]
    now = {one.id: replace(one, services=_still_served(floor, one)) for one in open_}
    gone = [one for one in open_ if one.id not in floor.plan.counters or one.services]
    ending = {one.id for one in gone if not now[one.id].services and one.visit is None}
    after = _with(floor, *(Counter(id) if id in ending else one for id, one in now.items()))
    facts: list[Fact] = [f.CounterClosed(counter, "not_in_config") for counter in sorted(ending)]
    facts += [
        f.CounterServes(one.id, now[one.id].services)
        for one in open_
        if one.id not in ending and one.services != now[one.id].services
    ]
    for line in floor.day.line_kinds:
        here = next((one for one in after if one.id == line), None)
        if line is not None:
            still = here.services if here is not None and here.state == "open" else ()
            facts += shared_out(floor, line, after, "counter_closed", still)
    return tuple(facts)


def _still_served(floor: Floor, counter: Counter) -> tuple[str, ...]:
    planned = floor.plan.counters.get(counter.id)
    able = planned.services & floor.plan.services.keys() if planned else frozenset()
    return tuple(service for service in counter.services if service in able)


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
