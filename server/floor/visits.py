"""What may happen to a visit: one function a command, giving facts or a refusal.

`ACTIONS` is the one table of what is allowed when; the same rules refuse and list
`allowed_actions`.
"""

from __future__ import annotations

from msgspec import Struct

from server.floor import check_in, hours, papers, routing
from server.floor import commands as c
from server.floor import facts as f
from server.floor.day import Day
from server.floor.facts import Appointment, Fact, Millis, Quote
from server.floor.forecast import Forecast
from server.floor.plan import Service, StorePlan
from server.floor.refusals import Refusal
from server.floor.state import AT_COUNTER, Kind, PaperState, Place, Visit, place_of

LATE_RETURN_S = 1800
"""How long a no-show or an expired hold can be taken back: the customer was only late."""

ACTIONS: dict[str, tuple[str, ...]] = {
    "call": ("waiting", "held"),
    "move": ("waiting",),
    "hold": ("waiting", "held", "called"),
    "return": ("held",),
    "recall": ("called",),
    "start": ("called",),
    "no_show": ("called",),
    "finish": ("called", "serving"),
    "transfer": ("called", "serving"),
    "papers": ("waiting", "held", "called", "serving"),
    "declare": ("waiting", "held", "called"),
    "recover": ("waiting", "held", "called", "serving"),
    "remove": ("waiting", "held", "called"),
    "cancel": ("waiting", "held", "called"),
}
CUSTOMER_ACTIONS = ("hold", "return", "declare", "cancel", "feedback")
NEVER_UNDONE = ("turned_away", "end_of_day")


class Floor(Struct, frozen=True):
    """All a decision may look at."""

    plan: StorePlan
    day: Day
    now: Millis
    forecast: Forecast


Facts = tuple[Fact, ...]
Decision = Facts | Refusal


def allowed_actions(floor: Floor, visit: Visit) -> tuple[str, ...]:
    """What staff may do with this visit now."""
    allowed = [action for action, states in ACTIONS.items() if visit.state in states]
    if undo_refused(floor, visit) is None:
        allowed.append("undo")
    if visit.ended_as == "served":
        allowed.append("feedback")
    return tuple(allowed)


def customer_actions(floor: Floor, visit: Visit) -> tuple[str, ...]:
    """What the customer may do from the phone."""
    allowed = [a for a in allowed_actions(floor, visit) if a in CUSTOMER_ACTIONS]
    if "hold" in allowed and (visit.holds_by_customer or visit.state != "waiting"):
        allowed.remove("hold")
    return tuple(allowed)


def refused(floor: Floor, visit: Visit, code: str, **args: object) -> Refusal:
    args.setdefault("ticket", visit.ticket or "")
    return Refusal(code, args, visit.state, allowed_actions(floor, visit))


def find(floor: Floor, visit_id: str, action: str) -> Visit | Refusal:
    """The visit, if `action` is open to it."""
    visit = floor.day.visits.get(visit_id)
    if visit is None:
        return Refusal("unknown_visit", {"visit": visit_id})
    if visit.state in ACTIONS[action]:
        return visit
    if visit.state == "ended":
        return refused(floor, visit, "already_ended", ended_as=visit.ended_as)
    if action == "call" or (action == "move" and visit.state in AT_COUNTER):
        return refused(floor, visit, "already_called", counter=visit.counter)
    return refused(floor, visit, "not_allowed_now", action=action, state=visit.state)


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
        command.channel,
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
    if service is None:
        args: dict[str, object] = {"service": command.service, "known": sorted(plan.services)}
        return Refusal("unknown_service", args, where="service")
    for need in command.needs:
        if need not in plan.needs:
            args = {"need": need, "known": sorted(plan.needs)}
            return Refusal("unknown_need", args, where="needs")
    if command.language is not None and command.language not in plan.languages:
        args = {"language": command.language, "known": list(plan.languages)}
        return Refusal("unknown_language", args, where="language")
    if command.asked_for is not None and command.asked_for not in plan.staff:
        args = {"staff": command.asked_for, "known": sorted(plan.staff)}
        return Refusal("unknown_staff", args, where="asked_for")
    return (
        papers.check(plan, service, command.answers, command.papers, command.typed)
        or _arrival_problem(floor, command.arrived_at)
        or _closed(floor, command.arrived_at or floor.now)
        or _appointment_problem(floor, _booked(floor, command))
    )


def _appointment_problem(floor: Floor, booked: Appointment | None) -> Refusal | None:
    return check_in.cannot_check_in(floor.plan, floor.day, booked) if booked else None


def _arrival_problem(floor: Floor, arrived_at: Millis | None) -> Refusal | None:
    starts, _ = hours.day_bounds(floor.plan, floor.day.date)
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
    number = floor.day.last_number.get(service.prefix, 0) + 1
    ticket = f.TicketIssued(
        command.visit,
        f"{service.prefix}{number:03}",
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


def _place_ahead(floor: Floor, command: c.TakeTicket) -> Place | None:
    """Where somebody stands who is to be ahead of others that came now with the same needs."""
    credited = _credited(floor, command)
    if credited >= routing.credited_arrival(floor.plan, floor.now, command.needs):
        return None
    return _new_place(floor, command.visit, credited)


def _new_place(floor: Floor, visit: str, credited: Millis) -> Place:
    return (credited, floor.day.seq + 1, visit)


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


def quoted(
    floor: Floor, visit: str, kind: Kind, counter: str | None, place: Place | None
) -> f.WaitQuoted:
    estimate = floor.forecast.newcomer(kind, counter, place)
    return f.WaitQuoted(
        visit,
        Quote(
            estimate.low_s,
            estimate.likely_s,
            estimate.high_s,
            floor.forecast.confidence,
            floor.now + estimate.high_s * 1000,
            estimate.basis,
            floor.now,
            estimate.base_s,
        ),
    )


def check_papers(floor: Floor, command: c.CheckPapers) -> Decision:
    visit = find(floor, command.visit, "papers")
    if isinstance(visit, Refusal):
        return visit
    service = floor.plan.service(visit.service)
    problem = papers.check(floor.plan, service, {}, [item.paper for item in command.items])
    if problem is not None:
        return problem
    state = papers.rechecked(floor.plan, service, visit.answers, visit.papers, command.items)
    return (f.PapersChecked(visit.id, state.verdict, state.items, command.staff),)


def declare_papers(floor: Floor, command: c.DeclarePapers) -> Decision:
    visit = find(floor, command.visit, "declare")
    if isinstance(visit, Refusal):
        return visit
    plan, service = floor.plan, floor.plan.service(visit.service)
    problem = papers.check(plan, service, {}, command.papers)
    if problem is not None:
        return problem
    today = hours.business_date(plan, floor.now)
    state = papers.redeclared(plan, service, visit.answers, visit.papers, command.papers, today)
    return (
        () if state == visit.papers else (f.PapersDeclared(visit.id, state.verdict, state.items),)
    )


def move(floor: Floor, command: c.Move) -> Decision:
    visit = find(floor, command.visit, "move")
    if isinstance(visit, Refusal):
        return visit
    if command.to == visit.counter:
        return refused(floor, visit, "same_line", counter=command.to or "")
    if command.to is not None:
        problem = line_refused(floor, command.to, visit.service)
        if problem is not None:
            return problem
    return (f.VisitMoved(visit.id, command.to, command.reason, command.suggestion),)


def move_many(floor: Floor, command: c.MoveMany) -> Decision:
    moved: list[Fact] = []
    for one in command.moves:
        decision = move(floor, one)
        if isinstance(decision, Refusal):
            return decision
        moved.extend(decision)
    return tuple(moved)


def line_refused(floor: Floor, counter_id: str, service: str) -> Refusal | None:
    """Why a visit for `service` may not wait in this counter's line."""
    if counter_id not in floor.plan.counters:
        args: dict[str, object] = {"counter": counter_id, "known": sorted(floor.plan.counters)}
        return Refusal("unknown_counter", args, where="to")
    counter = floor.day.counter(counter_id)
    if counter.state == "break":
        return Refusal("counter_on_break", {"counter": counter_id}, counter.state)
    if counter.state == "closed":
        return Refusal("counter_not_open", {"counter": counter_id}, counter.state)
    if service not in counter.services:
        return Refusal("counter_cannot_serve", {"counter": counter_id, "service": service})
    return None


def hold(floor: Floor, command: c.Hold) -> Decision:
    visit = find(floor, command.visit, "hold")
    if isinstance(visit, Refusal):
        return visit
    if command.by_customer:
        problem = _customer_hold_problem(floor, visit, command.minutes)
        if problem is not None:
            return problem
    until = floor.now + round(command.minutes * 60_000)
    return (f.VisitHeld(visit.id, until, command.reason, command.by_customer),)


def _customer_hold_problem(floor: Floor, visit: Visit, minutes: float) -> Refusal | None:
    most = floor.plan.times.hold_minutes_max
    if visit.state == "held":
        return refused(floor, visit, "already_held")
    if visit.state != "waiting":
        return refused(floor, visit, "already_called", counter=visit.counter)
    if visit.holds_by_customer:
        return refused(floor, visit, "hold_used")
    if minutes > most:
        return refused(floor, visit, "hold_too_long", most=most)
    return None


def return_(floor: Floor, command: c.Return) -> Decision:
    visit = find(floor, command.visit, "return")
    if isinstance(visit, Refusal):
        return visit
    line = visit.counter
    if line is None or line_refused(floor, line, visit.service) is not None:
        line = routing.line_for(floor.plan, floor.day, visit.kind, floor.forecast)
    returned = f.VisitReturned(visit.id, line)
    if visit.leg.quote is not None:
        return (returned,)
    return (returned, quoted(floor, visit.id, visit.kind, line, place_of(visit)))


def transfer(floor: Floor, command: c.Transfer) -> Decision:
    visit = find(floor, command.visit, "transfer")
    if isinstance(visit, Refusal):
        return visit
    service = command.service or visit.service
    if service not in floor.plan.services:
        args: dict[str, object] = {"service": service, "known": sorted(floor.plan.services)}
        return Refusal("unknown_service", args, where="service")
    if command.counter is not None:
        problem = line_refused(floor, command.counter, service)
        if problem is not None:
            return problem
    kind = visit.kind._replace(service=service, counter=command.counter, home=None)
    line = command.counter or routing.line_for(
        floor.plan, floor.day, kind, floor.forecast, without=visit.counter
    )
    credited = _transfer_credit(floor, visit, line, command.position)
    chosen = command.counter is not None
    moved = f.VisitTransferred(visit.id, service, line, credited, chosen)
    place = _new_place(floor, visit.id, credited)
    return (*started_at_call(visit), moved, quoted(floor, visit.id, kind, line, place))


def _transfer_credit(floor: Floor, visit: Visit, line: str | None, position: str) -> Millis:
    places = floor.day.lines.get(line, [])
    if position == "first":
        return min(places[0][0] - 1, floor.now) if places else floor.now
    if position == "last":
        return max(places[-1][0] + 1, floor.now) if places else floor.now
    return visit.legs[0].credited_at


def recall(floor: Floor, command: c.Recall) -> Decision:
    visit = find(floor, command.visit, "recall")
    return visit if isinstance(visit, Refusal) else (f.VisitRecalled(visit.id),)


def start(floor: Floor, command: c.Start) -> Decision:
    visit = find(floor, command.visit, "start")
    return visit if isinstance(visit, Refusal) else (f.ServiceStarted(visit.id),)


def started_at_call(visit: Visit) -> Facts:
    """Nobody tapped "here": the service is taken to have begun with the call."""
    return (f.ServiceStarted(visit.id, at_call=True),) if visit.state == "called" else ()


def no_show(floor: Floor, command: c.NoShow) -> Decision:
    visit = find(floor, command.visit, "no_show")
    return visit if isinstance(visit, Refusal) else (f.VisitEnded(visit.id, "no_show"),)


def remove(floor: Floor, command: c.Remove) -> Decision:
    visit = find(floor, command.visit, "remove")
    if isinstance(visit, Refusal):
        return visit
    how: f.EndedAs = "walkout" if command.reason == "left" else "removed_by_staff"
    return (f.VisitEnded(visit.id, how, command.reason),)


def cancel(floor: Floor, command: c.Cancel) -> Decision:
    visit = find(floor, command.visit, "cancel")
    if isinstance(visit, Refusal):
        return visit
    return (f.VisitEnded(visit.id, "cancelled_by_customer"),)


def finish(floor: Floor, command: c.Finish) -> Decision:
    visit = find(floor, command.visit, "finish")
    if isinstance(visit, Refusal):
        return visit
    if command.ended_at is not None and not _was_here(visit, command.ended_at, floor.now):
        began = visit.leg.started_at or visit.leg.called_at or floor.now
        args: dict[str, object] = {"ticket": visit.ticket or "", "began": hours.rfc3339(began)}
        return Refusal("end_not_in_service", args, where="ended_at")
    ended = f.VisitEnded(visit.id, "served", None, command.outcome, command.sale, command.ended_at)
    if command.promise is None or command.promise_due is None:
        return (*started_at_call(visit), ended)
    made = f.PromiseMade(command.promise, visit.id, command.promise_due, visit.leg.staff)
    return (*started_at_call(visit), ended, made)


def _was_here(visit: Visit, at: Millis, now: Millis) -> bool:
    began = visit.leg.started_at or visit.leg.called_at
    return began is not None and began <= at <= now


def undo(floor: Floor, command: c.Undo) -> Decision:
    visit = floor.day.visits.get(command.visit)
    if visit is None:
        return Refusal("unknown_visit", {"visit": command.visit})
    problem = undo_refused(floor, visit)
    if problem is not None:
        return Refusal(problem[0], problem[1], visit.state, allowed_actions(floor, visit))
    undoable = floor.day.undoable[visit.id]
    undone = f.ActionUndone(visit.id, undoable.action)
    before = undoable.before
    if before.state != "waiting" or before.counter is None:
        return (undone,)
    if line_refused(floor, before.counter, before.service) is None:
        return (undone,)
    # Its old line is gone meanwhile: back to waiting, but where somebody will call.
    line = routing.line_for(floor.plan, floor.day, before.kind, floor.forecast)
    return (undone, f.VisitMoved(visit.id, line, "counter_closed"))


def undo_refused(floor: Floor, visit: Visit) -> tuple[str, dict[str, object]] | None:
    undoable = floor.day.undoable.get(visit.id)
    args: dict[str, object] = {"ticket": visit.ticket or ""}
    if undoable is None or undoable.action in NEVER_UNDONE:
        return ("nothing_to_undo", args)
    late = visit.ended_as == "no_show" or visit.ended_reason == "hold_expired"
    within_s = LATE_RETURN_S if late else floor.plan.times.undo_s
    if floor.now > undoable.at + within_s * 1000:
        return ("undo_too_late", args)
    before = undoable.before
    if before.state in AT_COUNTER and before.counter is not None:
        counter = floor.day.counter(before.counter)
        if counter.visit not in (None, visit.id):
            return ("counter_busy", args | {"counter": counter.id})
        if counter.state != "open":
            return ("counter_not_open", args | {"counter": counter.id})
    return None


def give_feedback(floor: Floor, command: c.GiveFeedback) -> Decision:
    visit = floor.day.visits.get(command.visit)
    if visit is None:
        return Refusal("unknown_visit", {"visit": command.visit})
    if visit.state != "ended":
        return refused(floor, visit, "not_allowed_now", action="feedback", state=visit.state)
    return (f.FeedbackGiven(visit.id, command.score),)


def recover(floor: Floor, command: c.Recover) -> Decision:
    visit = find(floor, command.visit, "recover")
    if isinstance(visit, Refusal):
        return visit
    if command.recovery not in floor.plan.recoveries:
        known: object = sorted(floor.plan.recoveries)
        args = {"recovery": command.recovery, "known": known}
        return Refusal("unknown_recovery", args, where="recovery")
    if (command.recovery, visit.leg.leg) in ((r.recovery, r.leg) for r in visit.recoveries):
        return ()
    return (f.RecoveryOffered(visit.id, command.recovery, command.staff),)


def take_back_recovery(floor: Floor, command: c.TakeBackRecovery) -> Decision:
    visit = find(floor, command.visit, "recover")
    if isinstance(visit, Refusal):
        return visit
    if command.recovery not in (r.recovery for r in visit.recoveries):
        return ()
    return (f.RecoveryTakenBack(visit.id, command.recovery, command.staff),)


def leave_note(floor: Floor, command: c.LeaveNote) -> Decision:
    if command.visit not in floor.day.visits:
        return Refusal("unknown_visit", {"visit": command.visit})
    return (f.NoteLeft(command.visit, command.staff),)
