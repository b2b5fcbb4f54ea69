"""What may happen to a visit once it has its ticket: one function a command, giving facts or a
refusal.

`ACTIONS` is the one table of what is allowed when; the same rules refuse and list
`allowed_actions`.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from server.floor import commands as c
from server.floor import facts as f
from server.floor import hours, papers, reasons, routing, unserved
from server.floor.day import Day
from server.floor.facts import Fact, Millis, PaperItem, Quote
from server.floor.forecast import Forecast
from server.floor.plan import StorePlan
from server.floor.refusals import Refusal
from server.floor.state import AT_COUNTER, Kind, Place, Visit, place_of

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
    allowed = [action for action in ACTIONS if _open_to(floor, visit, action)]
    if undo_refused(floor, visit) is None:
        allowed.append("undo")
    if visit.ended_as == "served":
        allowed.append("feedback")
    return tuple(allowed)


def _open_to(floor: Floor, visit: Visit, action: str) -> bool:
    """Whoever nobody can serve may be passed on without a call."""
    if visit.state in ACTIONS[action]:
        return True
    waits = visit.state == "waiting" and action == "transfer"
    return waits and unserved.why(floor.plan, floor.day, visit, floor.now) is not None


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
    if _open_to(floor, visit, action):
        return visit
    if visit.state == "ended":
        return refused(floor, visit, "already_ended", ended_as=visit.ended_as)
    if action == "call" or (action == "move" and visit.state in AT_COUNTER):
        return refused(floor, visit, "already_called", counter=visit.counter)
    return refused(floor, visit, "not_allowed_now", action=action, state=visit.state)


def new_place(floor: Floor, visit: str, credited: Millis) -> Place:
    """Behind everybody here who is credited with the same moment."""
    return (credited, floor.day.seq + 1, visit)


def quoted(floor: Floor, visit: str, kind: Kind, counter: str | None, place: Place | None) -> Facts:
    """What is told of the wait: nothing for what nobody can do today."""
    if unserved.nobody_serves(floor.plan, floor.day, kind.service) is not None:
        return ()
    estimate = floor.forecast.newcomer(kind, counter, place)
    quote = Quote(
        estimate.low_s,
        estimate.likely_s,
        estimate.high_s,
        floor.forecast.confidence,
        floor.now + estimate.high_s * 1000,
        estimate.basis,
        floor.now,
        estimate.base_s,
    )
    return (f.WaitQuoted(visit, quote),)


def check_papers(floor: Floor, command: c.CheckPapers) -> Decision:
    visit = find(floor, command.visit, "papers")
    if isinstance(visit, Refusal):
        return visit
    service = floor.plan.service(visit.service)
    problem = papers.check(floor.plan, service, {}, [item.paper for item in command.items])
    if problem is not None:
        return problem
    items = tuple(_found(item) for item in command.items)
    state = papers.rechecked(floor.plan, service, visit.answers, visit.papers, items)
    return (f.PapersChecked(visit.id, state.verdict, state.items, command.staff),)


def _found(item: PaperItem) -> PaperItem:
    return replace(item, reason=reasons.listed(item.reason, reasons.PAPER))


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
        problem = line_refused(floor.plan, floor.day, command.to, visit.service)
        if problem is not None:
            return problem
    reason = reasons.listed(command.reason, reasons.MOVE)
    return (f.VisitMoved(visit.id, command.to, reason, command.suggestion),)


def move_many(floor: Floor, command: c.MoveMany) -> Decision:
    moved: list[Fact] = []
    for one in command.moves:
        decision = move(floor, one)
        if isinstance(decision, Refusal):
            return decision
        moved.extend(decision)
    return tuple(moved)


def line_refused(plan: StorePlan, day: Day, counter_id: str, service: str) -> Refusal | None:
    """Why a visit for `service` may not wait in this counter's line."""
    if counter_id not in plan.counters:
        args: dict[str, object] = {"counter": counter_id, "known": sorted(plan.counters)}
        return Refusal("unknown_counter", args, where="to")
    counter = day.counter(counter_id)
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
    reason = reasons.listed(command.reason, reasons.HOLD)
    return (f.VisitHeld(visit.id, until, reason, command.by_customer),)


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
    if line is None or line_refused(floor.plan, floor.day, line, visit.service) is not None:
        line = routing.line_for(floor.plan, floor.day, visit.kind, floor.forecast)
    returned = f.VisitReturned(visit.id, line)
    if visit.leg.quote is not None:
        return (returned,)
    return (returned, *quoted(floor, visit.id, visit.kind, line, place_of(visit)))


def transfer(floor: Floor, command: c.Transfer) -> Decision:
    visit = find(floor, command.visit, "transfer")
    if isinstance(visit, Refusal):
        return visit
    service = command.service or visit.service
    if service not in floor.plan.services:
        args: dict[str, object] = {"service": service, "known": sorted(floor.plan.services)}
        return Refusal("unknown_service", args, where="service")
    if command.counter is not None:
        problem = line_refused(floor.plan, floor.day, command.counter, service)
        if problem is not None:
            return problem
    kind = visit.kind._replace(service=service, counter=command.counter, home=None)
    line = command.counter or routing.line_for(
        floor.plan, floor.day, kind, floor.forecast, without=visit.counter
    )
    credited = _transfer_credit(floor, visit, line, command.position)
    chosen = command.counter is not None
    moved = f.VisitTransferred(visit.id, service, line, credited, chosen)
    place = new_place(floor, visit.id, credited)
    return (*started_at_call(visit), moved, *quoted(floor, visit.id, kind, line, place))


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
    return (f.VisitEnded(visit.id, how, reasons.listed(command.reason, reasons.REMOVE)),)


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
    if line_refused(floor.plan, floor.day, before.counter, before.service) is None:
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
