"""How a visit begins: what is asked for is looked at, the papers are judged, a place in a line is
given and a wait is told."""

from __future__ import annotations

from server.floor import check_in, hours, papers, reasons, routing
from server.floor import commands as c
from server.floor import facts as f
from server.floor.facts import Appointment, Millis
from server.floor.plan import Service, StorePlan
from server.floor.refusals import Refusal
from server.floor.state import Kind, PaperState, Place
from server.floor.visits import Decision, Facts, Floor, new_place, quoted

KEPT_BY_A_KIOSK_MS = 4 * 3600 * 1000
"""In a store that is open when the day turns over: how long before that somebody can have come whom
a kiosk without its server hands over now."""


def take_ticket(floor: Floor, command: c.TakeTicket) -> Decision:
    plan = floor.plan
    service = plan.services.get(command.service)
    problem = _ticket_problem(floor, command, service)
    if problem is not None or service is None:
        return problem or Refusal("unknown_service", {"service": command.service})
    today = hours.business_date(plan, floor.now)
    state = papers.declared_state(
        plan, service, command.answers, command.papers, today, command.typed
    )
    if state.verdict != "ready" and command.choose is None:
        return Refusal("papers_not_ready", {"verdict": state.verdict}, verdict=state)
    language = command.language or plan.languages[0]
    booked = _booked(floor, command)
    arrived = f.VisitArrived(
        command.visit,
        service.id,
        command.arrived_at or floor.now,
        reasons.listed(command.channel, reasons.CHANNELS) or "kiosk",
        language,
        command.needs,
        command.answers,
        command.asked_for,
        booked.id if booked else None,
        booked.at if booked else None,
    )
    declared = _declared(floor, command, service, state)
    if state.verdict != "ready" and command.choose == "come_back":
        return (arrived, declared, f.VisitEnded(command.visit, "turned_away", "papers"))
    return (arrived, declared, *_place_taken(floor, command, service, state))


def _booked(floor: Floor, command: c.TakeTicket) -> Appointment | None:
    asked = command.appointment
    return check_in.as_known(floor.day, asked) if asked else None


def _declared(
    floor: Floor, command: c.TakeTicket, service: Service, state: PaperState
) -> f.PapersDeclared:
    if state.verdict == "ready":
        return f.PapersDeclared(command.visit, state.verdict, state.items)
    kind = _kind(floor, command)
    counter = routing.line_for(floor.plan, floor.day, kind, floor.forecast)
    low_s = floor.forecast.newcomer(kind, counter, _place_ahead(floor, command)).low_s
    asked = bool(command.papers) or command.choose != "wait"
    return f.PapersDeclared(command.visit, state.verdict, state.items, command.choose, low_s, asked)


def _kind(floor: Floor, command: c.TakeTicket) -> Kind:
    language = command.language or floor.plan.languages[0]
    return Kind(command.service, command.needs, language, command.asked_for)


def _ticket_problem(floor: Floor, command: c.TakeTicket, service: Service | None) -> Refusal | None:
    plan = floor.plan
    unknown = not_here(plan, command.service, command.needs, command.language)
    if unknown is not None or service is None:
        return unknown
    if command.asked_for is not None and command.asked_for not in plan.staff:
        args: dict[str, object] = {"staff": command.asked_for, "known": sorted(plan.staff)}
        return Refusal("unknown_staff", args, where="asked_for")
    return (
        papers.check(plan, service, command.answers, command.papers, command.typed)
        or _arrival_problem(floor, command.arrived_at)
        or _closed(floor, command.arrived_at or floor.now)
        or _appointment_problem(floor, _booked(floor, command))
    )


def not_here(
    plan: StorePlan, service: str, needs: tuple[str, ...], language: str | None
) -> Refusal | None:
    """What this store does not know of what was asked for, now or for an appointment."""
    if service not in plan.services:
        args: dict[str, object] = {"service": service, "known": sorted(plan.services)}
        return Refusal("unknown_service", args, where="service")
    for need in needs:
        if need not in plan.needs:
            args = {"need": need, "known": sorted(plan.needs)}
            return Refusal("unknown_need", args, where="needs")
    if language is not None and language not in plan.languages:
        args = {"language": language, "known": list(plan.languages)}
        return Refusal("unknown_language", args, where="language")
    return None


def _appointment_problem(floor: Floor, booked: Appointment | None) -> Refusal | None:
    return check_in.cannot_check_in(floor.plan, floor.day, booked) if booked else None


def _arrival_problem(floor: Floor, arrived_at: Millis | None) -> Refusal | None:
    starts, _ = hours.day_bounds(floor.plan, floor.day.date)
    if hours.is_open(floor.plan, starts) and hours.is_open(floor.plan, starts - 1):
        starts -= KEPT_BY_A_KIOSK_MS
    if arrived_at is None or starts <= arrived_at <= floor.now:
        return None
    return Refusal("arrival_not_today", {"date": floor.day.date}, where="arrived_at")


def _closed(floor: Floor, at: Millis) -> Refusal | None:
    if hours.is_open(floor.plan, at):
        return None
    opens = hours.opens_next(floor.plan, floor.now)
    return Refusal("store_closed", {"opens": hours.rfc3339(opens) if opens else ""})


def _place_taken(floor: Floor, command: c.TakeTicket, service: Service, state: PaperState) -> Facts:
    kind = _kind(floor, command)
    counter, home = routing.place_for(floor.plan, floor.day, kind, floor.forecast)
    number = _next_number(floor, service.prefix)
    ticket = f.TicketIssued(
        command.visit,
        ticket_of(service.prefix, number),
        number,
        counter,
        _credited(floor, command),
        home,
    )
    came = _came(floor, command)
    if state.verdict != "ready" and command.choose == "hold":
        unmet = papers.missing(floor.plan, service, command.answers, state.items)
        minutes = papers.fetch_minutes(floor.plan, unmet)
        until = floor.now + minutes * 60_000
        return (ticket, *came, f.VisitHeld(command.visit, until, "papers", by_customer=True))
    place = _place_ahead(floor, command)
    return (ticket, *came, quoted(floor, command.visit, kind, counter, place))


def _next_number(floor: Floor, prefix: str) -> int:
    """Each day counts from 1, past the numbers of those who came the day before."""
    number = floor.day.last_number.get(prefix, 0) + 1
    while ticket_of(prefix, number) in floor.day.brought:
        number += 1
    return number


def ticket_of(prefix: str, number: int) -> str:
    """Letters, then digits: no number of one prefix reads like one of another."""
    return f"{prefix}{number:03}"


def _place_ahead(floor: Floor, command: c.TakeTicket) -> Place | None:
    """Where somebody stands who is to be ahead of others that came now with the same needs."""
    credited = _credited(floor, command)
    if credited >= routing.credited_arrival(floor.plan, floor.now, command.needs):
        return None
    return new_place(floor, command.visit, credited)


def _credited(floor: Floor, command: c.TakeTicket) -> Millis:
    """The larger head start of the two, needs or appointment: they do not add up."""
    arrived_at = command.arrived_at or floor.now
    credited = routing.credited_arrival(floor.plan, arrived_at, command.needs)
    booked = _booked(floor, command)
    if booked is None:
        return credited
    return min(credited, check_in.credited_arrival(floor.plan, booked.at, arrived_at))


def _came(floor: Floor, command: c.TakeTicket) -> Facts:
    booked = _booked(floor, command)
    if booked is None:
        return ()
    arrived_at = command.arrived_at or floor.now
    return (check_in.checked_in(floor.plan, booked, command.visit, arrived_at),)
