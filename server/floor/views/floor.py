"""What staff are shown: everything on the floor now."""

from __future__ import annotations

from collections import Counter as Tally
from typing import Literal

from msgspec import UNSET, UnsetType

from server.floor import breaks, check_in, counters, hours, routing, unserved
from server.floor.day import Day
from server.floor.facts import Millis, Tried, Wants
from server.floor.forecast import Forecast
from server.floor.plan import StorePlan, Words
from server.floor.state import Counter
from server.floor.unserved import Remedy, Why
from server.floor.views.board import notices, services_of, ticket_of
from server.floor.views.frame import (
    FrameView,
    Moment,
    NoticeView,
    PersonView,
    View,
    at,
    frame,
    person,
)
from server.floor.views.suggestions import (
    SuggestionView,
    TakenView,
    suggestions_view,
    taken_view,
)
from server.floor.views.visit import VisitView, visit_view

RECENT_ENDED = 12
"""So many visits that have ended are still shown."""
AFTER_SHOWN = 4
"""So many after the next are told."""
COMING_MS = 10 * 60_000
"""A colleague who has not come by then is told no more."""


class PlannedBreakView(View, kw_only=True):
    """The break that is due, or the next; `put_by` put it off from `planned_at`."""

    at: Moment
    minutes: int
    planned_at: Moment
    put_by: PersonView | None


class ComingView(View, kw_only=True):
    """The colleague on the way to whoever called."""

    staff: PersonView | None
    at: Moment


class CounterView(View, kw_only=True):
    """`line` is its own, in order of arrival; `next` and `after` are whom it would call from all
    lines, in that order."""

    id: str
    name: Words
    state: Literal["open", "closed", "break"]
    staff: PersonView | None
    services: tuple[str, ...]
    since: Moment | None
    until: Moment | None
    reason: str | None
    visit: str | None
    line: list[str]
    next: str | None
    after: list[str]
    planned_break: PlannedBreakView | None
    coming: ComingView | None
    allowed_actions: tuple[str, ...]


class CountersView(View, kw_only=True):
    items: list[CounterView]
    next: None = None


class HelpCallView(View, kw_only=True):
    """Somebody at a kiosk, or a colleague at a counter, asks for a person."""

    id: str
    at: Moment
    kiosk: str | None
    step: str | None
    language: str | None
    visit: str | None
    counter: str | None
    staff: PersonView | None
    wants: Wants | None
    tried: tuple[Tried, ...]


class HelpView(View, kw_only=True):
    """A customer's call for a person, for whoever called."""

    id: str
    answered: bool
    by: str | None


class StaffMemberView(PersonView, kw_only=True):
    """No `languages`: they are not known."""

    role: Literal["staff", "floor_walker", "manager"]
    languages: tuple[str, ...]


class StaffView(View, kw_only=True):
    items: list[StaffMemberView]
    next: None = None


class UnservedView(View, kw_only=True):
    """Who waits for what nobody can do, and what staff can do about it, the best first."""

    visit: str
    ticket: str
    service: str
    why: Why
    do: tuple[Remedy, ...]
    counters: tuple[str, ...]


class FloorView(FrameView, kw_only=True):
    """`trouble` is what is wrong with the machine; who answers knows it."""

    lines: Literal["counter", "pool"]
    counters: list[CounterView]
    pool: list[str]
    unserved: list[UnservedView]
    rebalance: Literal["suggest", "auto", "off"]
    suggestions: list[SuggestionView]
    taken: list[TakenView]
    held: list[str]
    visits: dict[str, VisitView]
    help: list[HelpCallView]
    recent: list[VisitView]
    appointments: dict[str, int]
    appointments_seq: int
    promises_due: int
    promises_kept: int
    notices: list[NoticeView]
    trouble: str | None | UnsetType = UNSET


def floor_view(plan: StorePlan, day: Day, now: Millis, forecast: Forecast) -> FloorView:
    present = [v for v in day.visits.values() if v.state != "ended"]
    recent = [day.visits[v] for v in reversed(day.recent_ends)][:RECENT_ENDED]
    # A finish may have been tapped while the server was away: it ended before others did.
    recent.sort(key=lambda visit: visit.leg.ended_at or 0, reverse=True)
    return FloorView(
        **frame(plan, day, now),
        lines=plan.lines,
        counters=counters_view(plan, day, now),
        pool=day.line(None),
        unserved=unserved_view(plan, day, now),
        rebalance=plan.rebalance,
        suggestions=suggestions_view(plan, day),
        taken=taken_view(plan, day, now),
        held=sorted(day.held, key=lambda v: day.held[v]),
        visits={v.id: visit_view(plan, day, v, now, forecast) for v in present},
        help=[
            HelpCallView(
                id=h.id,
                at=hours.rfc3339(h.at),
                kiosk=h.kiosk,
                step=h.step,
                language=h.language,
                visit=h.visit,
                counter=h.counter,
                staff=person(plan, h.staff),
                wants=h.wants,
                tried=h.tried,
            )
            for h in day.help.values()
        ],
        recent=[visit_view(plan, day, v, now, forecast) for v in recent],
        appointments=_appointments(plan, day, now),
        appointments_seq=day.appointments_seq,
        promises_due=sum(day.kept.get(p) is None for p in day.promises),
        promises_kept=sum(kept is not None for kept in day.kept.values()),
        notices=list(notices(plan, day, now, forecast)),
    )


def unserved_view(plan: StorePlan, day: Day, now: Millis) -> list[UnservedView]:
    return [
        UnservedView(
            visit=one.visit,
            ticket=ticket_of(day.visits[one.visit]),
            service=day.visits[one.visit].service,
            why=one.why,
            do=unserved.REMEDIES[one.why],
            counters=one.counters,
        )
        for one in unserved.listed(plan, day, now)
    ]


def help_view(plan: StorePlan, day: Day, help_: str) -> HelpView | None:
    """None where there is none such."""
    if help_ in day.help:
        return HelpView(id=help_, answered=False, by=None)
    if help_ not in day.helped:
        return None
    answered = plan.staff.get(day.helped[help_] or "")
    return HelpView(id=help_, answered=True, by=answered.name if answered else None)


def _appointments(plan: StorePlan, day: Day, now: Millis) -> dict[str, int]:
    """How many of today's stand how."""
    return Tally(check_in.standing(plan, a, now) for a in check_in.of_today(plan, day))


def counters_view(plan: StorePlan, day: Day, now: Millis) -> list[CounterView]:
    return [counter_view(plan, day, c, now) for c in plan.counters]


def counter_view(plan: StorePlan, day: Day, counter_id: str, now: Millis) -> CounterView:
    counter = day.counter(counter_id)
    ahead = routing.calls_ahead(plan, day, counter, 1 + AFTER_SHOWN)
    return CounterView(
        id=counter_id,
        name=plan.counters[counter_id].name,
        state=counter.state,
        staff=person(plan, counter.staff),
        services=services_of(plan, counter),
        since=at(counter.since),
        until=at(counter.until),
        reason=counter.reason,
        visit=counter.visit,
        line=day.line(counter_id),
        next=next(iter(ahead), None),
        after=ahead[1:],
        planned_break=_planned_break(plan, day, counter, now),
        coming=_coming(plan, day, counter, now),
        allowed_actions=counters.allowed_actions(counter),
    )


def _planned_break(
    plan: StorePlan, day: Day, counter: Counter, now: Millis
) -> PlannedBreakView | None:
    planned = breaks.next_of(plan, day, counter, now) if counter.state != "closed" else None
    if planned is None:
        return None
    return PlannedBreakView(
        at=hours.rfc3339(planned.at),
        minutes=round(planned.lasts_ms / 60_000),
        planned_at=hours.rfc3339(planned.planned_at),
        put_by=person(plan, planned.put.staff) if planned.put else None,
    )


def _coming(plan: StorePlan, day: Day, counter: Counter, now: Millis) -> ComingView | None:
    """While the same customer is there."""
    coming = day.coming.get(counter.id)
    if coming is None or coming.visit != counter.visit or now - coming.at > COMING_MS:
        return None
    if coming.staff not in plan.staff:
        return None
    return ComingView(staff=person(plan, coming.staff), at=hours.rfc3339(coming.at))
