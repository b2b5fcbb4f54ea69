"""What each fact changes in a Day."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from string import digits
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from server.floor import carrying
from server.floor import facts as f
from server.floor.facts import Recorded
from server.floor.state import (
    AT_COUNTER,
    RECENT,
    CallSeen,
    Coming,
    Counter,
    Help,
    Kept,
    Leg,
    Offered,
    PaperCheck,
    PaperState,
    Promise,
    PutLater,
    Recovered,
    Rested,
    Visit,
)

if TYPE_CHECKING:
    from server.floor.day import Day


def _arrived(day: Day, fact: f.VisitArrived, rec: Recorded) -> None:
    leg = Leg(
        1, fact.service, joined_at=fact.arrived_at, credited_at=fact.arrived_at, order=rec.seq
    )
    # Held until the ticket gives it a place: an arrival alone is in no line.
    day.visits[fact.visit] = Visit(
        fact.visit,
        language=fact.language,
        channel=fact.channel,
        arrived_at=fact.arrived_at,
        state="ended",
        legs=(leg,),
        needs=fact.needs,
        answers=fact.answers,
        asked_for=fact.asked_for,
        appointment=fact.appointment,
        appointment_at=fact.appointment_at,
    )


def _declared(day: Day, fact: f.PapersDeclared, rec: Recorded) -> None:
    visit = day.visits[fact.visit]
    papers = PaperState(fact.verdict, fact.items)
    day.visits[fact.visit] = replace(visit, papers=papers, declared=visit.declared or fact)


def _checked(day: Day, fact: f.PapersChecked, rec: Recorded) -> None:
    """The fact has all papers of the visit; those that are as before nobody looked at."""
    visit = day.visits[fact.visit]
    checks = tuple(
        PaperCheck(item, rec.at, fact.staff, visit.leg.leg, visit.state)
        for item in fact.items
        if item not in visit.papers.items
    )
    papers = PaperState(fact.verdict, fact.items)
    day.visits[fact.visit] = replace(visit, papers=papers, checks=(*visit.checks, *checks))


def _ticket(day: Day, fact: f.TicketIssued, rec: Recorded) -> None:
    day.last_number[fact.ticket.rstrip(digits)] = fact.number
    visit = day.visits[fact.visit].with_leg(
        counter=fact.counter, credited_at=fact.credited_at, order=rec.seq, home=fact.home
    )
    day.put(replace(visit, ticket=fact.ticket, number=fact.number, state="waiting"))


def _quoted(day: Day, fact: f.WaitQuoted, rec: Recorded) -> None:
    day.visits[fact.visit] = day.visits[fact.visit].with_leg(quote=fact.quote)


def _held(day: Day, fact: f.VisitHeld, rec: Recorded) -> None:
    visit = day.visits[fact.visit]
    held = replace(
        visit,
        state="held",
        held_until=fact.until,
        holds_by_customer=visit.holds_by_customer + int(fact.by_customer),
    )
    day.act("hold", rec.at, held)


def _returned(day: Day, fact: f.VisitReturned, rec: Recorded) -> None:
    visit = day.visits[fact.visit].with_leg(counter=fact.counter)
    day.act("return", rec.at, replace(visit, state="waiting", held_until=None))


def _moved(day: Day, fact: f.VisitMoved, rec: Recorded) -> None:
    visit = day.visits[fact.visit]
    home = (visit.leg.home or visit.counter) if fact.suggestion else fact.home
    moved = visit.with_leg(
        counter=fact.counter,
        chosen=None,
        moved_at=rec.at,
        moved_by=fact.suggestion,
        home=home,
        moves=visit.leg.moves + 1,
    )
    day.act("move", rec.at, moved)


def _called(day: Day, fact: f.VisitCalled, rec: Recorded) -> None:
    visit = day.visits[fact.visit].with_leg(
        counter=fact.counter,
        called_at=rec.at,
        calls=1,
        staff=fact.staff,
        overtakes=fact.overtakes,
        called_from=fact.line,
    )
    caller = day.counter(fact.counter)
    day.act("call", rec.at, replace(visit, state="called", held_until=None, at_risk=False), caller)
    day.counters[fact.counter] = replace(day.counter(fact.counter), called_at=rec.at)
    day.recent_calls.append(CallSeen(fact.visit, fact.counter, rec.at))


def _recalled(day: Day, fact: f.VisitRecalled, rec: Recorded) -> None:
    visit = day.visits[fact.visit]
    assert visit.counter is not None
    day.visits[visit.id] = visit.with_leg(called_at=rec.at, calls=visit.leg.calls + 1)
    day.recent_calls.append(CallSeen(visit.id, visit.counter, rec.at))


def _started(day: Day, fact: f.ServiceStarted, rec: Recorded) -> None:
    visit = day.visits[fact.visit]
    at = visit.leg.called_at if fact.at_call else rec.at
    visit = visit.with_leg(started_at=at, start_at_call=fact.at_call)
    day.act("start", rec.at, replace(visit, state="serving"))


def _transferred(day: Day, fact: f.VisitTransferred, rec: Recorded) -> None:
    visit = day.visits[fact.visit].with_leg(ended_at=rec.at, how="transferred")
    leg = Leg(
        visit.leg.leg + 1,
        fact.service,
        joined_at=rec.at,
        credited_at=fact.credited_at,
        order=rec.seq,
        counter=fact.counter,
        chosen=fact.counter if fact.chosen else None,
    )
    day.act("transfer", rec.at, replace(visit, state="waiting", legs=(*visit.legs, leg)))


def _ended(day: Day, fact: f.VisitEnded, rec: Recorded) -> None:
    visit = day.visits[fact.visit].with_leg(ended_at=fact.ended_at or rec.at, how=fact.how)
    ended = replace(
        visit,
        state="ended",
        ended_as=fact.how,
        ended_reason=fact.reason,
        outcome=fact.outcome,
        sale=fact.sale,
        at_risk=False,
        held_until=None,
    )
    day.act(ENDING_VERB.get(fact.how, fact.how), rec.at, ended)
    day.recent_ends.append(visit.id)


ENDING_VERB = {
    "served": "finish",
    "walkout": "remove",
    "removed_by_staff": "remove",
    "cancelled_by_customer": "cancel",
}


def _undone(day: Day, fact: f.ActionUndone, rec: Recorded) -> None:
    undoable = day.undoable.pop(fact.visit)
    now = day.visits[fact.visit]
    day.put(_as_before(undoable.before, now))
    if undoable.caller is not None:
        _forget_call(day, now, undoable.caller)
    promise = day.promise_of(now.id) if undoable.action == "finish" else None
    if promise is not None:
        del day.promises[promise.id]
        day.kept.pop(promise.id, None)
    if now.state == "ended" and now.id in day.recent_ends:
        day.recent_ends.remove(now.id)


def _as_before(before: Visit, now: Visit) -> Visit:
    """What an action changed is as before it; what was found or said since stays."""
    kept = {"papers": now.papers, "checks": now.checks, "feedback": now.feedback}
    return replace(before, **kept, recoveries=now.recoveries)


def _forget_call(day: Day, visit: Visit, caller: Counter) -> None:
    here = day.counter(caller.id)
    before = {"called_at": caller.called_at, "free_since": caller.free_since}
    day.counters[caller.id] = replace(here, **before)
    undone = visit.leg.calls
    kept: deque[CallSeen] = deque(maxlen=RECENT)
    for seen in reversed(day.recent_calls):
        if seen.visit == visit.id and undone:
            undone -= 1
        else:
            kept.appendleft(seen)
    day.recent_calls = kept


def _at_risk(day: Day, fact: f.QuoteAtRisk, rec: Recorded) -> None:
    visit = day.visits[fact.visit].with_leg(late_why=fact.why)
    day.visits[fact.visit] = replace(visit, at_risk=True)
    day.at_risk.add(fact.visit)


def _feedback(day: Day, fact: f.FeedbackGiven, rec: Recorded) -> None:
    day.visits[fact.visit] = replace(day.visits[fact.visit], feedback=fact.score)


def _recovered(day: Day, fact: f.RecoveryOffered, rec: Recorded) -> None:
    visit = day.visits[fact.visit]
    offered = Recovered(fact.recovery, visit.leg.leg, rec.at, fact.staff)
    day.visits[visit.id] = replace(visit, recoveries=(*visit.recoveries, offered))


def _recovery_taken_back(day: Day, fact: f.RecoveryTakenBack, rec: Recorded) -> None:
    visit = day.visits[fact.visit]
    last = max(i for i, one in enumerate(visit.recoveries) if one.recovery == fact.recovery)
    kept = visit.recoveries[:last] + visit.recoveries[last + 1 :]
    day.visits[visit.id] = replace(visit, recoveries=kept)


def _promised(day: Day, fact: f.PromiseMade, rec: Recorded) -> None:
    day.promises[fact.promise] = Promise(fact.promise, fact.visit, fact.due, rec.at, fact.staff)


def _promise_kept(day: Day, fact: f.PromiseKept, rec: Recorded) -> None:
    day.kept[fact.promise] = Kept(rec.at, fact.staff)


def _promise_reopened(day: Day, fact: f.PromiseReopened, rec: Recorded) -> None:
    day.kept[fact.promise] = None


def _help_asked(day: Day, fact: f.HelpAsked, rec: Recorded) -> None:
    day.help[fact.help] = Help(
        fact.help,
        rec.at,
        fact.kiosk,
        fact.step,
        fact.language,
        fact.visit,
        fact.counter,
        fact.staff,
        fact.wants,
        fact.tried,
    )
    if fact.counter is not None:
        day.coming.pop(fact.counter, None)


def _help_answered(day: Day, fact: f.HelpAnswered, rec: Recorded) -> None:
    asked = day.help.pop(fact.help)
    if asked.counter is None:
        day.helped[fact.help] = fact.staff
    elif fact.staff not in (None, asked.staff):
        assert fact.staff is not None
        day.coming[asked.counter] = Coming(fact.staff, rec.at, asked.visit)


def _opened(day: Day, fact: f.CounterOpened, rec: Recorded) -> None:
    _break_over(day, fact.counter, rec)
    day.able.clear()
    day.counters[fact.counter] = replace(
        day.counter(fact.counter),
        state="open",
        staff=fact.staff,
        services=fact.services,
        since=rec.at,
        until=fact.until,
        reason=None,
    )


def _serves(day: Day, fact: f.CounterServes, rec: Recorded) -> None:
    day.able.clear()
    day.counters[fact.counter] = replace(day.counter(fact.counter), services=fact.services)


def _counter_closed(day: Day, fact: f.CounterClosed, rec: Recorded) -> None:
    _break_over(day, fact.counter, rec)
    day.able.clear()
    if fact.reason == "end_of_day":
        day.sent_home[fact.counter] = (rec.at, day.counter(fact.counter))
    day.counters[fact.counter] = Counter(fact.counter, since=rec.at, reason=fact.reason)


def _break(day: Day, fact: f.BreakStarted, rec: Recorded) -> None:
    day.able.clear()
    counter = day.counter(fact.counter)
    day.counters[fact.counter] = replace(
        counter, state="break", since=rec.at, until=fact.until, reason=fact.reason
    )
    person = counter.staff or ""
    before = day.rested.get(person, ())
    if counter.state == "break":
        day.rested[person] = (*before[:-1], replace(before[-1], until=fact.until))
    else:
        day.rested[person] = (*before, Rested(rec.at, fact.until))


def _break_over(day: Day, counter_id: str, rec: Recorded) -> None:
    counter = day.counter(counter_id)
    if counter.state == "break":
        *before, last = day.rested[counter.staff or ""]
        day.rested[counter.staff or ""] = (*before, replace(last, ended_at=rec.at))


def _put_later(day: Day, fact: f.BreakPutLater, rec: Recorded) -> None:
    day.put_later[fact.person, fact.planned_at] = PutLater(fact.put_at, fact.staff)


def _put_back(day: Day, fact: f.BreakPutBack, rec: Recorded) -> None:
    del day.put_later[fact.person, fact.planned_at]


def _offered(day: Day, fact: f.SuggestionOffered, rec: Recorded) -> None:
    day.suggestions[fact.suggestion.id] = Offered(fact.suggestion, rec.at)


def _told_anew(day: Day, fact: f.SuggestionToldAnew, rec: Recorded) -> None:
    known = day.suggestions[fact.suggestion.id]
    day.suggestions[fact.suggestion.id] = replace(known, suggestion=fact.suggestion)


def _settled(day: Day, suggestion: str, rec: Recorded, **changes: Any) -> None:
    offered = day.suggestions[suggestion]
    day.suggestions[suggestion] = replace(offered, settled_at=rec.at, **changes)


def _withdrawn(day: Day, fact: f.SuggestionWithdrawn, rec: Recorded) -> None:
    _settled(day, fact.suggestion, rec, state="withdrawn")


def _taken(day: Day, fact: f.SuggestionTaken, rec: Recorded) -> None:
    _settled(day, fact.suggestion, rec, state="taken", staff=fact.staff)


def _put_off(day: Day, fact: f.SuggestionPutOff, rec: Recorded) -> None:
    _settled(day, fact.suggestion, rec, state="put_off", staff=fact.staff, reason=fact.reason)


def _taken_back(day: Day, fact: f.SuggestionTakenBack, rec: Recorded) -> None:
    _settled(day, fact.suggestion, rec, state="taken_back", staff=fact.staff)


AboutAppointment = (
    f.AppointmentMade
    | f.AppointmentMoved
    | f.AppointmentCancelled
    | f.AppointmentExpected
    | f.AppointmentCheckedIn
)


def _appointment(day: Day, fact: AboutAppointment, rec: Recorded) -> None:
    day.appointments[fact.appointment.id] = fact.appointment
    day.appointments_seq = rec.seq


def _checked_in(day: Day, fact: f.AppointmentCheckedIn, rec: Recorded) -> None:
    _appointment(day, fact, rec)
    visit = day.visits.get(fact.appointment.visit or "")
    if visit is not None:
        day.visits[visit.id] = replace(visit, came=fact.came)


def _exception_made(day: Day, fact: f.ExceptionMade, rec: Recorded) -> None:
    made = fact.exception
    about = (made.what, made.service)
    kept = {i: e for i, e in day.exceptions.items() if (e.what, e.service) != about}
    day.exceptions = {**kept, made.id: made}


def _exception_taken_back(day: Day, fact: f.ExceptionTakenBack, rec: Recorded) -> None:
    del day.exceptions[fact.exception]


def _nothing(day: Day, fact: f.NoteLeft, rec: Recorded) -> None:
    """A note's words are in `guests`; the fact only says that there is one."""


def _day_closed(day: Day, fact: f.DayClosed, rec: Recorded) -> None:
    day.closed = True
    day.closed_at = day.closing_at = rec.at
    day.turned_to, day.turned_by_ms = fact.turned_to, fact.by_ms
    day.help_left = dict(day.help) if fact.turned_to else {}
    day.help.clear()


def _reopened(day: Day, fact: f.DayReopened, rec: Recorded) -> None:
    if day.turned_to is not None and not fact.visits:
        # Its counters went with their people, and come back with them.
        day.counters = {c: Counter(c, since=rec.at) for c in day.counters}
    day.closed, day.closed_at, day.turned_to = False, None, None
    day.able.clear()
    for closed_at, counter in day.sent_home.values() if fact.visits else ():
        if closed_at == day.closing_at and day.counter(counter.id).state == "closed":
            _open_again(day, counter, rec)
    for visit in fact.visits:
        if visit in day.carried:
            day.put(day.carried.pop(visit))
        else:
            day.put(_as_before(day.undoable.pop(visit).before, day.visits[visit]))
        if visit in day.recent_ends:
            day.recent_ends.remove(visit)


def _open_again(day: Day, counter: Counter, rec: Recorded) -> None:
    day.counters[counter.id] = replace(counter, visit=None, free_since=rec.at)
    if counter.state == "break":
        *before, last = day.rested[counter.staff or ""]
        day.rested[counter.staff or ""] = (*before, replace(last, ended_at=None))


def _put_right(day: Day, fact: f.ClockPutRight, rec: Recorded) -> None:
    carrying.move_along(day, fact.by_ms)


def _carried_over(day: Day, fact: f.VisitCarriedOver, rec: Recorded) -> None:
    day.carried[fact.visit] = visit = day.visits[fact.visit]
    # Here it is over: it leaves the lines and its counter.
    day.put(replace(visit, state="ended", at_risk=False))


def _brought_over(day: Day, fact: f.VisitBroughtOver, rec: Recorded) -> None:
    visit = carrying.visit_of(fact.was)
    day.carried.pop(visit.id, None)
    day.put(visit)
    if visit.ticket is not None:
        day.brought.add(visit.ticket)
    if fact.undo is not None:
        day.undoable[visit.id] = carrying.undoable_of(fact.undo)
    if fact.promise is not None:
        day.promises[fact.promise.id] = carrying.promise_of(fact.promise)
    if visit.state == "ended":
        day.recent_ends.append(visit.id)
    elif visit.state in AT_COUNTER and visit.counter and visit.leg.called_at:
        day.recent_calls.append(CallSeen(visit.id, visit.counter, visit.leg.called_at))


def _counter_brought_over(day: Day, fact: f.CounterBroughtOver, rec: Recorded) -> None:
    day.able.clear()
    day.counters[fact.counter] = counter = carrying.counter_of(fact.was)
    if counter.state == "break":
        day.rested[counter.staff or ""] = (Rested(counter.since or rec.at, counter.until),)


def _help_brought_over(day: Day, fact: f.HelpBroughtOver, rec: Recorded) -> None:
    _help_asked(day, fact.help, replace(rec, at=fact.at))


FOLD: dict[type[Any], Callable[[Day, Any, Recorded], None]] = {
    f.VisitArrived: _arrived,
    f.PapersDeclared: _declared,
    f.PapersChecked: _checked,
    f.TicketIssued: _ticket,
    f.WaitQuoted: _quoted,
    f.VisitHeld: _held,
    f.VisitReturned: _returned,
    f.VisitMoved: _moved,
    f.VisitCalled: _called,
    f.VisitRecalled: _recalled,
    f.ServiceStarted: _started,
    f.VisitTransferred: _transferred,
    f.VisitEnded: _ended,
    f.ActionUndone: _undone,
    f.QuoteAtRisk: _at_risk,
    f.RecoveryOffered: _recovered,
    f.RecoveryTakenBack: _recovery_taken_back,
    f.NoteLeft: _nothing,
    f.FeedbackGiven: _feedback,
    f.PromiseMade: _promised,
    f.PromiseKept: _promise_kept,
    f.PromiseReopened: _promise_reopened,
    f.HelpAsked: _help_asked,
    f.HelpAnswered: _help_answered,
    f.CounterOpened: _opened,
    f.CounterServes: _serves,
    f.CounterClosed: _counter_closed,
    f.BreakStarted: _break,
    f.BreakPutLater: _put_later,
    f.BreakPutBack: _put_back,
    f.AppointmentMade: _appointment,
    f.AppointmentMoved: _appointment,
    f.AppointmentCancelled: _appointment,
    f.AppointmentExpected: _appointment,
    f.AppointmentCheckedIn: _checked_in,
    f.SuggestionOffered: _offered,
    f.SuggestionToldAnew: _told_anew,
    f.SuggestionWithdrawn: _withdrawn,
    f.SuggestionTaken: _taken,
    f.SuggestionPutOff: _put_off,
    f.SuggestionTakenBack: _taken_back,
    f.ExceptionMade: _exception_made,
    f.ExceptionTakenBack: _exception_taken_back,
    f.DayClosed: _day_closed,
    f.DayReopened: _reopened,
    f.ClockPutRight: _put_right,
    f.VisitCarriedOver: _carried_over,
    f.VisitBroughtOver: _brought_over,
    f.CounterBroughtOver: _counter_brought_over,
    f.HelpBroughtOver: _help_brought_over,
}
