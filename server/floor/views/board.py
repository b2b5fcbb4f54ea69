"""What the waiting room's TV shows: who is called, who is next, how long it takes. No names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from server.floor import check_in, hours, lateness, routing, today, unserved
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Estimate, Forecast
from server.floor.plan import Service, StorePlan, Words
from server.floor.state import Counter, Kind, Visit
from server.floor.views.frame import (
    FrameView,
    Moment,
    NoticeView,
    View,
    WaitView,
    WhyView,
    at,
    estimate_view,
    frame,
    wait_view,
)

LAST_CALLED = 6
"""So many calls that are over are still shown."""
NEXT_SHOWN = 3
"""So many of each line are shown."""


class CalledView(View, kw_only=True):
    visit: str
    ticket: str
    counter: str
    called_at: Moment
    calls: int


class LastCalledView(View, kw_only=True):
    ticket: str
    counter: str
    called_at: Moment


class HeldView(View, kw_only=True):
    """Who is away with the place kept, and until when."""

    ticket: str
    until: Moment


class BoardCounterView(View, kw_only=True):
    """`now` is the ticket that is there, `next` those of its own line in the order of calls; who
    waits for any counter is in the board's `pool`."""

    id: str
    name: Words
    state: Literal["open", "closed", "break"]
    until: Moment | None
    reason: str | None
    services: tuple[str, ...]
    now: str | None
    next: list[str]
    waiting: int


class PoolView(View, kw_only=True):
    next: list[str]
    waiting: int


class BoardServiceView(View, kw_only=True):
    """`wait`: what somebody who takes a ticket now would be told; None where nobody serves it."""

    id: str
    name: Words
    prefix: str
    open: bool
    waiting: int
    wait: WaitView | None


class TicketWaitView(View, kw_only=True):
    ticket: str
    wait: WaitView


class LaterView(WhyView, kw_only=True):
    """Whose wait will be longer than told, all for one reason."""

    waits: list[TicketWaitView]


class BoardView(FrameView, kw_only=True):
    called: list[CalledView]
    last: list[LastCalledView]
    held: list[HeldView]
    counters: list[BoardCounterView]
    pool: PoolView
    services: list[BoardServiceView]
    appointments: bool
    notices: list[NoticeView]
    later: list[LaterView]


def board_view(plan: StorePlan, day: Day, now: Millis, forecast: Forecast) -> BoardView:
    called = sorted(_called(day), key=lambda v: v.leg.called_at or 0, reverse=True)
    return BoardView(
        **frame(plan, day, now),
        called=[
            CalledView(
                visit=v.id,
                ticket=ticket_of(v),
                counter=v.counter or "",
                called_at=hours.rfc3339(v.leg.called_at or now),
                calls=v.leg.calls,
            )
            for v in called
        ],
        last=_last_called(day, {v.id for v in called}),
        held=_held(day),
        counters=[_counter(plan, day, c) for c in plan.counters],
        pool=PoolView(next=_tickets(day), waiting=len(day.lines[None])),
        services=[_service(plan, day, s, now, forecast) for s in plan.services.values()],
        appointments=any(check_in.of_today(plan, day)),
        notices=list(notices(plan, day, now, forecast)),
        later=[_later(told, now) for told in lateness.told_to_all(plan, day, now, forecast)],
    )


def _called(day: Day) -> Iterator[Visit]:
    for counter in day.counters.values():
        if counter.visit is not None and day.visits[counter.visit].state == "called":
            yield day.visits[counter.visit]


def _last_called(day: Day, showing: set[str]) -> list[LastCalledView]:
    last: dict[str, LastCalledView] = {}
    for seen in reversed(day.recent_calls):
        if seen.visit not in showing and seen.visit not in last and len(last) < LAST_CALLED:
            last[seen.visit] = LastCalledView(
                ticket=ticket_of(day.visits[seen.visit]),
                counter=seen.counter,
                called_at=hours.rfc3339(seen.called_at),
            )
    return list(last.values())


def _held(day: Day) -> list[HeldView]:
    """The soonest first."""
    soonest = sorted(day.held, key=lambda visit: (day.held[visit], visit))
    return [
        HeldView(ticket=ticket_of(day.visits[v]), until=hours.rfc3339(day.held[v])) for v in soonest
    ]


def ticket_of(visit: Visit) -> str:
    """Of somebody who is here: only who was turned away has none."""
    return visit.ticket or ""


def _tickets(day: Day) -> list[str]:
    return [ticket_of(day.visits[v]) for _, _, v in day.lines[None][:NEXT_SHOWN]]


def _counter(plan: StorePlan, day: Day, counter_id: str) -> BoardCounterView:
    counter = day.counter(counter_id)
    own = routing.line_ahead(plan, day, counter, NEXT_SHOWN)
    return BoardCounterView(
        id=counter_id,
        name=plan.counters[counter_id].name,
        state=counter.state,
        until=at(counter.until),
        reason=counter.reason,
        services=services_of(plan, counter),
        now=ticket_of(day.visits[counter.visit]) if counter.visit else None,
        next=[ticket_of(day.visits[visit]) for visit in own],
        waiting=len(day.lines.get(counter_id, ())),
    )


def services_of(plan: StorePlan, counter: Counter) -> tuple[str, ...]:
    """What it serves now; of a closed one, what it can."""
    return counter.services or tuple(sorted(plan.counters[counter.id].services))


def _service(
    plan: StorePlan, day: Day, service: Service, now: Millis, forecast: Forecast
) -> BoardServiceView:
    return BoardServiceView(
        id=service.id,
        name=service.name,
        prefix=service.prefix,
        open=today.is_served(plan, day, service.id, now),
        waiting=waiting_for(day, service.id),
        wait=wait_view(newcomers_wait(plan, day, _usual(plan, service.id), forecast), now),
    )


def waiting_for(day: Day, service: str) -> int:
    return sum(len(line) for kind, line in day.kinds.items() if kind.service == service)


def newcomers_wait(plan: StorePlan, day: Day, kind: Kind, forecast: Forecast) -> Estimate | None:
    """What somebody of that kind taking a ticket now would be told; None for what nobody serves."""
    if unserved.nobody_serves(plan, day, kind.service) is not None:
        return None
    return forecast.newcomer(kind, routing.line_for(plan, day, kind, forecast))


def _usual(plan: StorePlan, service: str) -> Kind:
    """Somebody who asks for nothing and speaks the house's own language."""
    return Kind(service, language=plan.languages[0])


def notices(plan: StorePlan, day: Day, now: Millis, forecast: Forecast) -> Iterator[NoticeView]:
    """Why waits are long, one notice a service whose likely wait exceeds the target."""
    target_s = plan.times.target_wait_minutes * 60
    for service in plan.services:
        if waiting_for(day, service) == 0:
            continue
        wait = newcomers_wait(plan, day, _usual(plan, service), forecast)
        if wait is not None and wait.likely_s > target_s:
            why = lateness.why_long(plan, day, service, now, forecast)
            yield NoticeView(
                code="long_wait",
                service=service,
                reason=why.reason,
                counter=why.counter,
                until=at(why.until),
            )


def _later(told: lateness.Later, now: Millis) -> LaterView:
    return LaterView(
        waits=[
            TicketWaitView(ticket=ticket_of(visit), wait=estimate_view(estimate, now))
            for visit, estimate in told.waits
        ],
        reason=told.why.reason,
        counter=told.why.counter,
        until=at(told.why.until),
    )
