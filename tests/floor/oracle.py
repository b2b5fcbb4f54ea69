"""A floor told again from its facts, plainly and without a cache: who is where, who may call whom,
and who is next. It reads the plan and the facts and nothing of a Day.

The rules are those of docs/architecture.md, "Lines and quotes"; each figure is written here once
more, so that a change of the floor's own is noticed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from server.floor import facts as f
from server.floor.facts import Millis, Recorded
from server.floor.plan import StorePlan

TWO_MINUTES = 120_000
MINUTE = 60_000
SHOWN_AS_LAST = 6
LATE_RETURN_MS = 30 * MINUTE
ON_THE_FLOOR = ("waiting", "held", "called", "serving")
LEGAL: dict[type[f.Fact], tuple[str, ...]] = {
    f.TicketIssued: ("new",),
    f.WaitQuoted: ("waiting",),
    f.VisitHeld: ("waiting", "held", "called"),
    f.VisitReturned: ("held",),
    f.VisitMoved: ("waiting",),
    f.VisitCalled: ("waiting", "held"),
    f.VisitRecalled: ("called",),
    f.ServiceStarted: ("called",),
    f.VisitTransferred: ("serving", "waiting"),
    f.VisitEnded: ("new", *ON_THE_FLOOR),
    f.QuoteAtRisk: ("waiting",),
    f.PapersChecked: ON_THE_FLOOR,
    f.RecoveryOffered: ON_THE_FLOOR,
    f.RecoveryTakenBack: ON_THE_FLOOR,
    f.FeedbackGiven: ("ended",),
}
"""The states in which each fact may find a visit."""


@dataclass(frozen=True)
class Guest:
    id: str
    service: str
    needs: tuple[str, ...]
    language: str
    asked_for: str | None
    arrived_at: Millis
    credited_at: Millis = 0
    first_credited_at: Millis = 0
    order: int = 0
    state: str = "new"
    line: str | None = None
    """The line, or the counter that called last."""
    chosen: str | None = None
    home: str | None = None
    moved_by: str | None = None
    moved_lately: bool = False
    """The last thing done to it was a move."""
    called_at: Millis | None = None
    calls: int = 0
    started_at: Millis | None = None
    started_at_call: bool = False
    served_by: str | None = None
    held_until: Millis | None = None
    ended_as: str | None = None
    ended_reason: str | None = None
    ended_at: Millis | None = None
    outcome: str | None = None
    at_risk: bool = False
    legs: int = 1

    @property
    def place(self) -> tuple[Millis, int, str]:
        return self.credited_at, self.order, self.id

    @property
    def own_line(self) -> str | None:
        """Where it has the lead of an own line: a suggestion's move leaves that at home."""
        return self.home or self.line


@dataclass(frozen=True)
class Desk:
    id: str
    state: str = "closed"
    staff: str | None = None
    services: frozenset[str] = frozenset()
    until: Millis | None = None

    @property
    def works(self) -> bool:
        """It calls, or comes back from a break that has an end."""
        return self.state == "open" or (self.state == "break" and self.until is not None)


@dataclass(frozen=True)
class LastAction:
    action: str
    at: Millis
    before: Guest
    by_itself: bool = False
    """A start that nobody tapped."""
    seq: int = 0


@dataclass
class Oracle:
    plan: StorePlan
    guests: dict[str, Guest] = field(default_factory=dict)
    desks: dict[str, Desk] = field(default_factory=dict)
    last: dict[str, LastAction] = field(default_factory=dict)
    calls: list[tuple[int, str, str, Millis]] = field(default_factory=list)
    """The fact, the visit, the counter and when: a call taken back was none."""
    help: set[str] = field(default_factory=set)
    colleagues: set[str] = field(default_factory=set)
    helped: dict[str, str | None] = field(default_factory=dict)
    promises: dict[str, str] = field(default_factory=dict)
    kept: dict[str, bool] = field(default_factory=dict)
    appointments: dict[str, f.Appointment] = field(default_factory=dict)
    suggestions: dict[str, str] = field(default_factory=dict)
    recoveries: dict[str, list[str]] = field(default_factory=dict)
    feedback: dict[str, int] = field(default_factory=dict)
    tickets: dict[str, str] = field(default_factory=dict)
    exceptions: dict[str, f.DayException] = field(default_factory=dict)
    closed: bool = False
    closed_at: Millis | None = None
    sent_home: dict[str, tuple[Millis, Desk]] = field(default_factory=dict)
    """The counters that a close closed, when, and as they were before it."""

    # What facts do

    def hear(self, recorded: Recorded) -> None:
        fact = recorded.fact
        found = LEGAL.get(type(fact))
        visit = getattr(fact, "visit", None)
        if found is not None:
            state = self.guests[visit].state
            assert state in found, f"{fact} happened to a visit that was {state}"
        tell: Callable[[Any, Recorded], None] = getattr(self, f"_{type(fact).__name__}", _nothing)
        tell(fact, recorded)

    def _VisitArrived(self, fact: f.VisitArrived, at: Recorded) -> None:
        assert fact.visit not in self.guests
        self.guests[fact.visit] = Guest(
            fact.visit,
            fact.service,
            fact.needs,
            fact.language,
            fact.asked_for,
            fact.arrived_at,
            credited_at=fact.arrived_at,
        )

    def _TicketIssued(self, fact: f.TicketIssued, at: Recorded) -> None:
        assert fact.ticket not in self.tickets, "a number was given twice"
        self.tickets[fact.ticket] = fact.visit
        self.guests[fact.visit] = replace(
            self.guests[fact.visit],
            state="waiting",
            line=fact.counter,
            home=fact.home,
            credited_at=fact.credited_at,
            first_credited_at=fact.credited_at,
            order=at.seq,
        )

    def _act(self, action: str, at: Recorded, visit: str, **changes: Any) -> None:
        before, last = self.guests[visit], self.last.get(visit)
        if last is not None and last.action == "start" and last.by_itself:
            before = last.before
        changes.setdefault("moved_lately", action == "move")
        by_itself = bool(changes.get("started_at_call"))
        self.last[visit] = LastAction(action, at.at, before, by_itself, at.seq)
        self.guests[visit] = replace(self.guests[visit], **changes)

    def _VisitHeld(self, fact: f.VisitHeld, at: Recorded) -> None:
        self._act("hold", at, fact.visit, state="held", held_until=fact.until)

    def _VisitReturned(self, fact: f.VisitReturned, at: Recorded) -> None:
        self._act("return", at, fact.visit, state="waiting", line=fact.counter, held_until=None)

    def _VisitMoved(self, fact: f.VisitMoved, at: Recorded) -> None:
        was = self.guests[fact.visit]
        home = was.own_line if fact.suggestion else fact.home
        self._act(
            "move",
            at,
            fact.visit,
            line=fact.counter,
            chosen=None,
            home=home,
            moved_by=fact.suggestion,
        )

    def _VisitCalled(self, fact: f.VisitCalled, at: Recorded) -> None:
        assert self.at_desk(fact.counter) is None, "two are called to one counter"
        assert self.desk(fact.counter).state == "open"
        self._act(
            "call",
            at,
            fact.visit,
            state="called",
            line=fact.counter,
            called_at=at.at,
            calls=1,
            served_by=fact.staff,
            held_until=None,
            at_risk=False,
        )
        self.calls.append((at.seq, fact.visit, fact.counter, at.at))

    def _VisitRecalled(self, fact: f.VisitRecalled, at: Recorded) -> None:
        guest = self.guests[fact.visit]
        self.guests[fact.visit] = replace(guest, called_at=at.at, calls=guest.calls + 1)
        assert guest.line is not None
        self.calls.append((at.seq, fact.visit, guest.line, at.at))

    def _ServiceStarted(self, fact: f.ServiceStarted, at: Recorded) -> None:
        began = self.guests[fact.visit].called_at if fact.at_call else at.at
        self._act(
            "start",
            at,
            fact.visit,
            state="serving",
            started_at=began,
            started_at_call=fact.at_call,
        )

    def _VisitTransferred(self, fact: f.VisitTransferred, at: Recorded) -> None:
        self._act(
            "transfer",
            at,
            fact.visit,
            state="waiting",
            service=fact.service,
            line=fact.counter,
            chosen=fact.counter if fact.chosen else None,
            home=None,
            moved_by=None,
            called_at=None,
            calls=0,
            started_at=None,
            started_at_call=False,
            served_by=None,
            credited_at=fact.credited_at,
            order=at.seq,
            legs=self.guests[fact.visit].legs + 1,
        )

    def _VisitEnded(self, fact: f.VisitEnded, at: Recorded) -> None:
        verbs = {
            "served": "finish",
            "walkout": "remove",
            "removed_by_staff": "remove",
            "cancelled_by_customer": "cancel",
        }
        self._act(
            verbs.get(fact.how, fact.how),
            at,
            fact.visit,
            state="ended",
            ended_as=fact.how,
            ended_reason=fact.reason,
            ended_at=fact.ended_at or at.at,
            outcome=fact.outcome,
            at_risk=False,
            held_until=None,
        )

    def _ActionUndone(self, fact: f.ActionUndone, at: Recorded) -> None:
        last = self.last.pop(fact.visit)
        assert last.action == fact.action
        self.guests[fact.visit] = last.before
        if last.action == "call":
            self.calls = [c for c in self.calls if c[1] != fact.visit or c[0] < last.seq]
        if last.action == "finish":
            for promise in [p for p, visit in self.promises.items() if visit == fact.visit]:
                del self.promises[promise]
                self.kept.pop(promise, None)

    def _QuoteAtRisk(self, fact: f.QuoteAtRisk, at: Recorded) -> None:
        self.guests[fact.visit] = replace(self.guests[fact.visit], at_risk=True)

    def _FeedbackGiven(self, fact: f.FeedbackGiven, at: Recorded) -> None:
        self.feedback[fact.visit] = fact.score

    def _RecoveryOffered(self, fact: f.RecoveryOffered, at: Recorded) -> None:
        self.recoveries.setdefault(fact.visit, []).append(fact.recovery)

    def _RecoveryTakenBack(self, fact: f.RecoveryTakenBack, at: Recorded) -> None:
        self.recoveries[fact.visit].remove(fact.recovery)

    def _CounterOpened(self, fact: f.CounterOpened, at: Recorded) -> None:
        services = frozenset(fact.services)
        self.desks[fact.counter] = Desk(fact.counter, "open", fact.staff, services, fact.until)

    def _CounterServes(self, fact: f.CounterServes, at: Recorded) -> None:
        desk = self.desk(fact.counter)
        self.desks[fact.counter] = replace(desk, services=frozenset(fact.services))

    def _ExceptionMade(self, fact: f.ExceptionMade, at: Recorded) -> None:
        made = fact.exception
        about = (made.what, made.service)
        others = {(one.what, one.service): one for one in self.exceptions.values()}
        self.exceptions = {one.id: one for one in (others | {about: made}).values()}

    def _ExceptionTakenBack(self, fact: f.ExceptionTakenBack, at: Recorded) -> None:
        del self.exceptions[fact.exception]

    def _CounterClosed(self, fact: f.CounterClosed, at: Recorded) -> None:
        assert self.at_desk(fact.counter) is None, "a counter closed on its customer"
        if fact.reason == "end_of_day":
            self.sent_home[fact.counter] = at.at, self.desk(fact.counter)
        self.desks[fact.counter] = Desk(fact.counter)

    def _BreakStarted(self, fact: f.BreakStarted, at: Recorded) -> None:
        assert self.at_desk(fact.counter) is None
        desk = self.desk(fact.counter)
        self.desks[fact.counter] = replace(desk, state="break", until=fact.until)

    def _HelpAsked(self, fact: f.HelpAsked, at: Recorded) -> None:
        self.help.add(fact.help)
        if fact.counter is not None:
            self.colleagues.add(fact.help)

    def _HelpAnswered(self, fact: f.HelpAnswered, at: Recorded) -> None:
        self.help.remove(fact.help)
        if fact.help not in self.colleagues:
            self.helped[fact.help] = fact.staff

    def _PromiseMade(self, fact: f.PromiseMade, at: Recorded) -> None:
        self.promises[fact.promise] = fact.visit

    def _PromiseKept(self, fact: f.PromiseKept, at: Recorded) -> None:
        assert not self.kept.get(fact.promise), "a promise was kept twice"
        self.kept[fact.promise] = True

    def _PromiseReopened(self, fact: f.PromiseReopened, at: Recorded) -> None:
        assert self.kept[fact.promise]
        self.kept[fact.promise] = False

    def _appointment(self, fact: Any, at: Recorded) -> None:
        self.appointments[fact.appointment.id] = fact.appointment
        still = [a.code for a in self.appointments.values() if a.state == "booked"]
        assert len(still) == len(set(still)), "two are still to come with one code"

    _AppointmentMade = _AppointmentMoved = _AppointmentCancelled = _appointment
    _AppointmentExpected = _AppointmentCheckedIn = _appointment

    def _SuggestionOffered(self, fact: f.SuggestionOffered, at: Recorded) -> None:
        assert fact.suggestion.id not in self.suggestions
        self.suggestions[fact.suggestion.id] = "open"

    def _settled(self, suggestion: str, before: str, after: str) -> None:
        assert self.suggestions[suggestion] == before
        self.suggestions[suggestion] = after

    def _SuggestionWithdrawn(self, fact: f.SuggestionWithdrawn, at: Recorded) -> None:
        self._settled(fact.suggestion, "open", "withdrawn")

    def _SuggestionTaken(self, fact: f.SuggestionTaken, at: Recorded) -> None:
        self._settled(fact.suggestion, "open", "taken")

    def _SuggestionPutOff(self, fact: f.SuggestionPutOff, at: Recorded) -> None:
        self._settled(fact.suggestion, "open", "put_off")

    def _SuggestionTakenBack(self, fact: f.SuggestionTakenBack, at: Recorded) -> None:
        self._settled(fact.suggestion, "taken", "taken_back")

    def _DayClosed(self, fact: f.DayClosed, at: Recorded) -> None:
        self.closed, self.closed_at = True, at.at
        self.help.clear()

    def _DayReopened(self, fact: f.DayReopened, at: Recorded) -> None:
        self.closed = False
        for closed_at, desk in self.sent_home.values() if fact.visits else ():
            if closed_at == self.closed_at and self.desk(desk.id).state == "closed":
                self.desks[desk.id] = desk
        for visit in fact.visits:
            last = self.last.pop(visit)
            assert (last.action, last.at) == ("end_of_day", self.closed_at)
            self.guests[visit] = last.before

    # Who is where

    def desk(self, counter: str) -> Desk:
        return self.desks.get(counter, Desk(counter))

    def at_desk(self, counter: str) -> Guest | None:
        seated = ("called", "serving")
        here = [g for g in self.guests.values() if g.state in seated and g.line == counter]
        assert len(here) <= 1, f"two are at counter {counter}"
        return here[0] if here else None

    def in_state(self, *states: str) -> list[Guest]:
        return [guest for guest in self.guests.values() if guest.state in states]

    def line(self, line: str | None) -> list[str]:
        here = [g for g in self.in_state("waiting") if g.line == line]
        return [guest.id for guest in sorted(here, key=lambda g: g.place)]

    # What the screens show

    def last_called(self) -> list[tuple[str | None, str, Millis]]:
        """Whoever was called lately and is no longer, the last one first, once each."""
        shown: dict[str, tuple[str | None, str, Millis]] = {}
        for _, visit, counter, at in reversed(self.calls):
            if self.guests[visit].state != "called":
                shown.setdefault(visit, (self.number(visit), counter, at))
        return list(shown.values())[:SHOWN_AS_LAST]

    def number(self, visit: str) -> str | None:
        """None: turned away without one."""
        return next((ticket for ticket, whose in self.tickets.items() if whose == visit), None)

    # Who may call whom

    def who_can_serve(self, guest: Guest) -> set[str]:
        """The counters that may call somebody from the pool or another's line. Each wish narrows
        them, unless nobody here can fulfil it; a person's wishes are not waited for over a break,
        a need and a choice of staff are."""
        found = [d for d in self.desks.values() if d.works and guest.service in d.services]
        for need in guest.needs:
            found = [d for d in found if self._meets(d, need)] or found
        found = [d for d in found if d.id == guest.chosen] or found
        asked = [d for d in found if guest.asked_for and d.staff == guest.asked_for]
        found = asked if any(d.state == "open" for d in asked) else found
        spoken = [d for d in found if self._speaks(d, guest.language)]
        found = spoken if any(d.state == "open" for d in spoken) else found
        return {desk.id for desk in found}

    def _meets(self, desk: Desk, need: str) -> bool:
        place, person = self.plan.counters.get(desk.id), self.plan.staff.get(desk.staff or "")
        return (place is not None and need in place.needs) or (
            person is not None and need in person.needs
        )

    def _speaks(self, desk: Desk, language: str) -> bool:
        person = self.plan.staff.get(desk.staff or "")
        return person is None or not person.languages or language in person.languages

    def can_be_served(self, service: str, now: Millis) -> bool:
        """By a counter that works, or one that a person able to could open; until the service is
        over for today."""
        for one in self.exceptions.values():
            after_ms = self.plan.times.close_after_minutes * MINUTE
            if one.service == service and now >= (one.closed_from or 0) + after_ms:
                return False
        if any(desk.works and service in desk.services for desk in self.desks.values()):
            return True
        counters = any(service in counter.services for counter in self.plan.counters.values())
        people = self.plan.staff.values()
        able = any(one.services is None or service in one.services for one in people)
        return service in self.plan.services and counters and able

    def may_call(self, desk: Desk, guest: Guest) -> bool:
        if desk.id == guest.own_line:
            return guest.service in desk.services
        return desk.id in self.who_can_serve(guest)

    def next_for(self, counter: str) -> str | None:
        """The earliest arrival, its own line and the pool counting two minutes earlier."""
        desk = self.desk(counter)
        callable_ = [g for g in self.in_state("waiting") if self.may_call(desk, g)]
        first = min(callable_, key=lambda g: self._turn(counter, g), default=None)
        return first.id if first else None

    def line_as_called(self, counter: str) -> list[str]:
        """Of the counter's own line, whom it would call, in that order."""
        here = [self.guests[visit] for visit in self.line(counter)]
        callable_ = [guest for guest in here if self.may_call(self.desk(counter), guest)]
        return [g.id for g in sorted(callable_, key=lambda guest: self._turn(counter, guest))]

    def _turn(self, counter: str, guest: Guest) -> tuple[Millis, int, str]:
        near = guest.line is None or guest.own_line == counter
        return (guest.credited_at - (TWO_MINUTES if near else 0), guest.order, guest.id)

    def passed_over(self, counter: str, called: str) -> set[str]:
        """Who came earlier than `called` or has waited longer, could be called here, and is not."""
        desk, first = self.desk(counter), self.guests[called]
        forward = first.first_credited_at < first.arrived_at
        return {
            guest.id
            for guest in self.in_state("waiting")
            if guest.id != called
            and self.may_call(desk, guest)
            and (
                guest.place < first.place
                or (
                    forward
                    and guest.credited_at < first.arrived_at
                    and guest.arrived_at < first.arrived_at
                )
            )
        }

    # What may be done

    def can_undo(self, visit: str, now: Millis) -> bool:
        last, guest = self.last.get(visit), self.guests[visit]
        if last is None or last.action in ("turned_away", "end_of_day"):
            return False
        late = guest.ended_as == "no_show" or guest.ended_reason == "hold_expired"
        within_ms = LATE_RETURN_MS if late else self.plan.times.undo_s * 1000
        if now > last.at + within_ms:
            return False
        if last.before.state not in ("called", "serving"):
            return True
        counter = last.before.line or ""
        sitting = self.at_desk(counter)
        return self.desk(counter).state == "open" and (sitting is None or sitting.id == visit)

    def allowed(self, visit: str, now: Millis) -> set[str]:
        states = {
            "call": ("waiting", "held"),
            "move": ("waiting",),
            "hold": ("waiting", "held", "called"),
            "return": ("held",),
            "recall": ("called",),
            "start": ("called",),
            "no_show": ("called",),
            "finish": ("called", "serving"),
            "transfer": ("called", "serving"),
            "papers": ON_THE_FLOOR,
            "declare": ("waiting", "held", "called"),
            "recover": ON_THE_FLOOR,
            "remove": ("waiting", "held", "called"),
            "cancel": ("waiting", "held", "called"),
        }
        guest = self.guests[visit]
        found = {action for action, those in states.items() if guest.state in those}
        if guest.state == "waiting" and not self.can_be_served(guest.service, now):
            found.add("transfer")
        if self.can_undo(visit, now):
            found.add("undo")
        if guest.ended_as == "served":
            found.add("feedback")
        return found

    def may_do(self, counter: str) -> set[str]:
        """At a counter; opening it anew changes who is there, or what is served."""
        free = self.desk(counter).state == "open" and self.at_desk(counter) is None
        return {"open", "call_next", "call", "break", "close"} if free else {"open"}

    def head_start(self, needs: Iterable[str]) -> Millis:
        minutes = [self.plan.needs[n].head_start_minutes for n in needs if n in self.plan.needs]
        return round(max(minutes, default=0) * MINUTE)

    def credited(self, arrived_at: Millis, needs: Iterable[str], due: Millis | None) -> Millis:
        """The larger head start of the two counts, of a need or of an appointment kept in time."""
        credited = arrived_at - self.head_start(needs)
        windows = self.plan.appointments
        if due is None:
            return credited
        if (
            not due - windows.early_minutes * MINUTE
            <= arrived_at
            <= due + (windows.late_minutes * MINUTE)
        ):
            return credited
        from_due = max(arrived_at, due) - windows.head_start_minutes * MINUTE
        return min(credited, arrived_at, from_due)


def _nothing(fact: Any, recorded: Recorded) -> None:
    """It changes nobody's place."""
