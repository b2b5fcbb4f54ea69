"""Day: one store's business day, folded from its facts.

`apply` never asks why a fact was allowed and never reads the plan, so a day replays to the same
state whatever config.toml says by then. Visits are frozen values: a change puts a new one in
place, and `_put` alone keeps the lines, the held and the counters in step with it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter as Tally
from collections import deque
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from server.floor import facts as f
from server.floor.facts import Millis, PaperItem, Quote, Recorded, Verdict

State = Literal["waiting", "held", "called", "serving", "ended"]
AT_COUNTER = ("called", "serving")
RECENT = 20


class Kind(NamedTuple):
    """What decides which counters can serve a visit: all of one kind are as good as each other."""

    service: str
    needs: tuple[str, ...] = ()
    language: str | None = None
    asked_for: str | None = None
    counter: str | None = None
    """Passed on to this very counter."""
    home: str | None = None
    """The line a suggestion moved it from: it is called in the same order as if it stood there."""


class PaperState(Struct, frozen=True):
    verdict: Verdict
    items: tuple[PaperItem, ...] = ()


class PaperCheck(Struct, frozen=True):
    """What a person found of a paper, and what the visit was doing meanwhile."""

    item: PaperItem
    at: Millis
    staff: str | None
    leg: int
    during: State


class Leg(Struct, frozen=True):
    """One enter-line → end-of-service stretch. `counter` is the line, then who called; None is
    the pool. `called_at` is the last call."""

    leg: int
    service: str
    joined_at: Millis
    credited_at: Millis
    order: int
    counter: str | None = None
    called_at: Millis | None = None
    started_at: Millis | None = None
    ended_at: Millis | None = None
    how: str | None = None
    staff: str | None = None
    calls: int = 0
    quote: Quote | None = None
    late_why: str | None = None
    start_at_call: bool = False
    chosen: str | None = None
    """The counter it was passed on to, where a person chose one."""
    moved_at: Millis | None = None
    moved_by: str | None = None
    """The suggestion of the last move."""
    home: str | None = None
    """The line it chose, if suggestions moved it since."""
    moves: int = 0
    overtakes: tuple[f.Overtake, ...] = ()
    called_from: str | None = None
    """Another counter's line, if its last call came from elsewhere."""


class Recovered(Struct, frozen=True):
    """What was offered for a wait longer than told, on which leg."""

    recovery: str
    leg: int
    at: Millis
    staff: str | None = None


class Visit(Struct, frozen=True):
    id: str
    language: str
    channel: str
    arrived_at: Millis
    state: State
    legs: tuple[Leg, ...]
    needs: tuple[str, ...] = ()
    answers: dict[str, str] = {}
    papers: PaperState = PaperState("ready")
    declared: f.PapersDeclared | None = None
    checks: tuple[PaperCheck, ...] = ()
    ticket: str | None = None
    number: int | None = None
    ended_as: f.EndedAs | None = None
    ended_reason: str | None = None
    outcome: f.Outcome | None = None
    sale: float | None = None
    held_until: Millis | None = None
    holds_by_customer: int = 0
    at_risk: bool = False
    feedback: int | None = None
    recoveries: tuple[Recovered, ...] = ()
    asked_for: str | None = None
    appointment: str | None = None
    appointment_at: Millis | None = None
    came: f.Punctuality | None = None
    """To its appointment."""

    @property
    def kind(self) -> Kind:
        leg = self.legs[-1]
        return Kind(leg.service, self.needs, self.language, self.asked_for, leg.chosen, leg.home)

    @property
    def leg(self) -> Leg:
        return self.legs[-1]

    @property
    def service(self) -> str:
        return self.legs[-1].service

    @property
    def counter(self) -> str | None:
        return self.legs[-1].counter

    def with_leg(self, **changes: Any) -> Visit:
        return replace(self, legs=(*self.legs[:-1], replace(self.legs[-1], **changes)))


class Counter(Struct, frozen=True):
    id: str
    state: Literal["open", "closed", "break"] = "closed"
    staff: str | None = None
    services: tuple[str, ...] = ()
    since: Millis | None = None
    until: Millis | None = None
    reason: str | None = None
    visit: str | None = None


class Promise(Struct, frozen=True):
    id: str
    visit: str
    due: Millis
    made_at: Millis
    staff: str | None = None


class Kept(Struct, frozen=True):
    at: Millis
    staff: str | None = None


class Help(Struct, frozen=True):
    id: str
    at: Millis
    kiosk: str | None = None
    step: str | None = None
    language: str | None = None
    visit: str | None = None
    counter: str | None = None
    staff: str | None = None
    wants: f.Wants | None = None
    tried: tuple[f.Tried, ...] = ()


class Coming(Struct, frozen=True):
    """Who answered a colleague's call, and for which visit."""

    staff: str
    at: Millis
    visit: str | None


class Offered(Struct, frozen=True):
    """A suggestion and what came of it: open, until it is taken, put off or withdrawn."""

    suggestion: f.Suggestion
    at: Millis
    state: Literal["open", "taken", "put_off", "withdrawn", "taken_back"] = "open"
    settled_at: Millis | None = None
    staff: str | None = None
    reason: str | None = None


class Undoable(Struct, frozen=True):
    """The last action on a visit and what the visit was before it."""

    action: str
    at: Millis
    before: Visit


class CallSeen(Struct, frozen=True):
    visit: str
    counter: str
    called_at: Millis


Place = tuple[Millis, int, str]


class Day:
    def __init__(self, store: str, date: str) -> None:
        self.store = store
        self.date = date
        self.seq = 0
        self.last_at: Millis = 0
        self.closed = False
        self.visits: dict[str, Visit] = {}
        self.counters: dict[str, Counter] = {}
        self.lines: dict[str | None, list[Place]] = {None: []}
        self.line_services: dict[str | None, Tally[str]] = {None: Tally()}
        self.line_kinds: dict[str | None, dict[Kind, list[Place]]] = {None: {}}
        self.kinds: dict[Kind, list[Place]] = {}
        """Whoever waits in whatever line, by kind."""
        self.able: dict[Kind, frozenset[str]] = {}
        """What `routing` worked out of who works where; forgotten when that changes."""
        self.held: dict[str, Millis] = {}
        self.at_risk: set[str] = set()
        """Those waiting whose quote was feared for: nobody walks the lines to find them."""
        self.last_number: dict[str, int] = {}
        self.undoable: dict[str, Undoable] = {}
        self.promises: dict[str, Promise] = {}
        self.kept: dict[str, Kept | None] = {}
        """Promises kept today, whenever they were made; None where that was taken back."""
        self.help: dict[str, Help] = {}
        self.coming: dict[str, Coming] = {}
        """By the counter that called, its last call that a colleague answered."""
        self.suggestions: dict[str, Offered] = {}
        self.appointments: dict[str, f.Appointment] = {}
        """Those touched today, for whatever date, and those of today."""
        self.recent_calls: deque[CallSeen] = deque(maxlen=RECENT)
        self.recent_ends: deque[str] = deque(maxlen=RECENT)

    def apply(self, recorded: Recorded) -> None:
        """Raises ValueError when `recorded` is not the next in the stream."""
        if recorded.seq != self.seq + 1:
            raise ValueError(f"fact {recorded.seq} cannot follow {self.seq} on {self.date}")
        self.seq = recorded.seq
        self.last_at = recorded.at
        APPLY[type(recorded.fact)](self, recorded.fact, recorded)

    def counter(self, counter_id: str) -> Counter:
        return self.counters.get(counter_id) or Counter(counter_id)

    def open_counters(self) -> list[Counter]:
        return [c for c in self.counters.values() if c.state == "open"]

    def promise_of(self, visit: str) -> Promise | None:
        return next((p for p in self.promises.values() if p.visit == visit), None)

    def line(self, counter_id: str | None) -> list[str]:
        return [visit for _, _, visit in self.lines.get(counter_id, ())]

    def ahead(self, visit: Visit) -> int:
        """How many wait before this visit in its line."""
        return bisect_left(self.lines[visit.counter], _place(visit))

    def _put(self, visit: Visit) -> None:
        old = self.visits.get(visit.id)
        if old is not None:
            self._lift(old)
        self.visits[visit.id] = visit
        if visit.at_risk and visit.state == "waiting":
            self.at_risk.add(visit.id)
        else:
            self.at_risk.discard(visit.id)
        if visit.state == "waiting":
            place, kind = _place(visit), visit.kind
            insort(self.lines.setdefault(visit.counter, []), place)
            insort(self.line_kinds.setdefault(visit.counter, {}).setdefault(kind, []), place)
            insort(self.kinds.setdefault(kind, []), place)
            self.line_services.setdefault(visit.counter, Tally())[visit.service] += 1
        elif visit.state == "held":
            self.held[visit.id] = visit.held_until or 0
        elif visit.state in AT_COUNTER:
            self._seat(visit.counter, visit.id)

    def _lift(self, old: Visit) -> None:
        if old.state == "waiting":
            place = _place(old)
            line = self.lines[old.counter]
            del line[bisect_left(line, place)]
            _take_out(self.line_kinds[old.counter], old.kind, place)
            _take_out(self.kinds, old.kind, place)
            self.line_services[old.counter][old.service] -= 1
        elif old.state == "held":
            del self.held[old.id]
        elif old.state in AT_COUNTER:
            self._seat(old.counter, None)

    def _seat(self, counter_id: str | None, visit: str | None) -> None:
        assert counter_id is not None
        self.counters[counter_id] = replace(self.counter(counter_id), visit=visit)

    def _act(self, action: str, at: Millis, visit: Visit) -> None:
        before = self.visits[visit.id]
        last = self.undoable.get(visit.id)
        if last is not None and last.action == "start" and before.leg.start_at_call:
            # A start nobody tapped came with this action: one undo takes both back.
            before = last.before
        self.undoable[visit.id] = Undoable(action, at, before)
        self._put(visit)


def _take_out(kinds: dict[Kind, list[Place]], kind: Kind, place: Place) -> None:
    places = kinds[kind]
    del places[bisect_left(places, place)]
    if not places:
        del kinds[kind]


def _place(visit: Visit) -> Place:
    leg = visit.legs[-1]
    return (leg.credited_at, leg.order, visit.id)


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
    day.last_number[fact.ticket[:1]] = fact.number
    visit = day.visits[fact.visit].with_leg(
        counter=fact.counter, credited_at=fact.credited_at, order=rec.seq
    )
    day._put(replace(visit, ticket=fact.ticket, number=fact.number, state="waiting"))


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
    day._act("hold", rec.at, held)


def _returned(day: Day, fact: f.VisitReturned, rec: Recorded) -> None:
    visit = day.visits[fact.visit].with_leg(counter=fact.counter)
    day._act("return", rec.at, replace(visit, state="waiting", held_until=None))


def _moved(day: Day, fact: f.VisitMoved, rec: Recorded) -> None:
    visit = day.visits[fact.visit]
    home = (visit.leg.home or visit.counter) if fact.suggestion else None
    moved = visit.with_leg(
        counter=fact.counter,
        chosen=None,
        moved_at=rec.at,
        moved_by=fact.suggestion,
        home=home,
        moves=visit.leg.moves + 1,
    )
    day._act("move", rec.at, moved)


def _called(day: Day, fact: f.VisitCalled, rec: Recorded) -> None:
    visit = day.visits[fact.visit].with_leg(
        counter=fact.counter,
        called_at=rec.at,
        calls=1,
        staff=fact.staff,
        overtakes=fact.overtakes,
        called_from=fact.line,
    )
    day._act("call", rec.at, replace(visit, state="called", held_until=None, at_risk=False))
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
    day._act("start", rec.at, replace(visit, state="serving"))


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
    day._act("transfer", rec.at, replace(visit, state="waiting", legs=(*visit.legs, leg)))


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
    day._act(ENDING_VERB.get(fact.how, fact.how), rec.at, ended)
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
    kept = {"papers": now.papers, "checks": now.checks, "feedback": now.feedback}
    day._put(replace(undoable.before, **kept, recoveries=now.recoveries))
    if undoable.action == "call":
        _forget_call(day, now)
    promise = day.promise_of(now.id) if undoable.action == "finish" else None
    if promise is not None:
        del day.promises[promise.id]
        day.kept.pop(promise.id, None)
    if now.state == "ended" and now.id in day.recent_ends:
        day.recent_ends.remove(now.id)


def _forget_call(day: Day, visit: Visit) -> None:
    kept = [c for c in day.recent_calls if c.visit != visit.id]
    day.recent_calls = deque(kept, maxlen=RECENT)


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
    if asked.counter is not None and fact.staff not in (None, asked.staff):
        assert fact.staff is not None
        day.coming[asked.counter] = Coming(fact.staff, rec.at, asked.visit)


def _opened(day: Day, fact: f.CounterOpened, rec: Recorded) -> None:
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


def _counter_closed(day: Day, fact: f.CounterClosed, rec: Recorded) -> None:
    day.able.clear()
    day.counters[fact.counter] = Counter(fact.counter, since=rec.at, reason=fact.reason)


def _break(day: Day, fact: f.BreakStarted, rec: Recorded) -> None:
    day.able.clear()
    day.counters[fact.counter] = replace(
        day.counter(fact.counter), state="break", since=rec.at, until=fact.until, reason=fact.reason
    )


def _offered(day: Day, fact: f.SuggestionOffered, rec: Recorded) -> None:
    day.suggestions[fact.suggestion.id] = Offered(fact.suggestion, rec.at)


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


def _checked_in(day: Day, fact: f.AppointmentCheckedIn, rec: Recorded) -> None:
    _appointment(day, fact, rec)
    visit = day.visits.get(fact.appointment.visit or "")
    if visit is not None:
        day.visits[visit.id] = replace(visit, came=fact.came)


def _nothing(day: Day, fact: f.NoteLeft, rec: Recorded) -> None:
    """A note's words are in `guests`; the fact only says that there is one."""


def _day_closed(day: Day, fact: f.DayClosed, rec: Recorded) -> None:
    day.closed = True
    day.help.clear()


APPLY: dict[type[Any], Callable[[Day, Any, Recorded], None]] = {
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
    f.CounterClosed: _counter_closed,
    f.BreakStarted: _break,
    f.AppointmentMade: _appointment,
    f.AppointmentMoved: _appointment,
    f.AppointmentCancelled: _appointment,
    f.AppointmentExpected: _appointment,
    f.AppointmentCheckedIn: _checked_in,
    f.SuggestionOffered: _offered,
    f.SuggestionWithdrawn: _withdrawn,
    f.SuggestionTaken: _taken,
    f.SuggestionPutOff: _put_off,
    f.SuggestionTakenBack: _taken_back,
    f.DayClosed: _day_closed,
}
