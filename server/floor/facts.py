"""What can have happened. A fact is never changed and never un-happens; the Day is their sum.

Times are milliseconds since the epoch, UTC (`Millis`). Facts hold no personal data: names, phones,
notes and the words of a promise live in the journal's `guests`, by visit.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Millis = int
Verdict = Literal["ready", "fixable_here", "fetch", "not_today"]
Choice = Literal["wait", "hold", "come_back"]
PaperStatus = Literal["declared", "read", "seen", "missing", "rejected"]
EndedAs = Literal[
    "served",
    "no_show",
    "walkout",
    "cancelled_by_customer",
    "removed_by_staff",
    "turned_away",
    "end_of_day",
]
Outcome = Literal["resolved", "unresolved", "escalated"]
Wants = Literal["colleague", "manager"]
Tried = Literal["listened", "explained", "apologised", "papers", "alternatives"]
Punctuality = Literal["early", "in_time", "late"]


SuggestionKind = Literal["move", "open", "borrow", "break"]


class PaperItem(Struct, frozen=True):
    paper: str
    status: PaperStatus
    reason: str | None = None


class Quote(Struct, frozen=True):
    """The wait that was told, in seconds from `quoted_at`; `call_by` is its promise."""

    low_s: int
    likely_s: int
    high_s: int
    confidence: float
    call_by: Millis
    basis: str
    quoted_at: Millis
    base_s: int = 0
    """The wait as the line alone tells it, before what was learned: what learning starts from."""

    @property
    def promised_by(self) -> Millis | None:
        """The time that was told; None where all that could be was that it may be too late."""
        return None if self.basis == "after_closing" else self.call_by


class Wait(Struct, frozen=True):
    """A wait still ahead, in seconds: one in ten is shorter, half, nine in ten."""

    low_s: int
    likely_s: int
    high_s: int


class Touched(Struct, frozen=True):
    """What a suggestion does to a waiting visit: its line, the line it would be in (often the
    same), and the wait ahead of it without and with what is suggested."""

    visit: str
    line: str | None
    to: str | None
    before: Wait
    after: Wait


class Suggestion(Struct, frozen=True):
    """Something worth doing about the lines. `touched` are those whose wait it changes most;
    `saved_s` is over everybody who waits, and so many who usually come soon as `coming` says;
    `overtakes` counts who is put before whom."""

    id: str
    kind: SuggestionKind
    touched: tuple[Touched, ...] = ()
    counter: str | None = None
    staff: str | None = None
    services: tuple[str, ...] = ()
    minutes: float | None = None
    planned_at: Millis | None = None
    put_at: Millis | None = None
    """When a break of `staff` begins as planned, and as suggested; it lasts `minutes`."""
    waiting: int = 0
    coming: int = 0
    p90_before_s: int = 0
    p90_after_s: int = 0
    saved_s: int = 0
    later: int = 0
    overtakes: int = 0

    @property
    def moves(self) -> tuple[Touched, ...]:
        return tuple(t for t in self.touched if t.line != t.to)


class Appointment(Struct, frozen=True):
    """Somebody who comes at a time, as it stands after a fact. `code` is what the customer types;
    `visit` is the one it became. `revision` names what a calendar said of it when last imported,
    `calendar` which calendar that was; `reason` why it was cancelled."""

    id: str
    code: str
    service: str
    at: Millis
    needs: tuple[str, ...] = ()
    language: str | None = None
    state: Literal["booked", "checked_in", "cancelled"] = "booked"
    visit: str | None = None
    revision: str | None = None
    reason: str | None = None
    calendar: str | None = None


What = Literal["closes_at", "service", "running_late", "message"]


class DayException(Struct, frozen=True, omit_defaults=True):
    """Something is different today: the store closes at `closes_at`, nobody new is taken for
    `service` from `closed_from`, everything takes longer because of `reason`, or there is a
    message, whose words are kept beside the facts under this `id`."""

    id: str
    what: What
    at: Millis
    staff: str | None = None
    closes_at: Millis | None = None
    service: str | None = None
    closed_from: Millis | None = None
    reason: str | None = None


class Fact(Struct, frozen=True, tag=True, tag_field="kind", omit_defaults=True):
    pass


class VisitArrived(Fact, frozen=True):
    visit: str
    service: str
    arrived_at: Millis
    channel: str = "kiosk"
    language: str = "en"
    needs: tuple[str, ...] = ()
    answers: dict[str, str] = {}
    asked_for: str | None = None
    """The person the customer would like to see, such as the one of last time."""
    appointment: str | None = None
    appointment_at: Millis | None = None


class PapersDeclared(Fact, frozen=True):
    """What was said or read at the door. When not all was ready: what the customer `chose`, and
    at least how long the wait was that could be told then. A later one of the same visit is what
    the customer has fetched or made meanwhile. Not `asked`: somebody checked the visit in and left
    its papers to be looked at later, so that they are missing says nothing."""

    visit: str
    verdict: Verdict
    items: tuple[PaperItem, ...]
    chose: Choice | None = None
    wait_low_s: int | None = None
    asked: bool = True


class TicketIssued(Fact, frozen=True):
    """The visit joins `counter`'s line, or the pool when it is None. `home`: the line it would have
    joined had no suggestion moved anybody, where that is another."""

    visit: str
    ticket: str
    number: int
    counter: str | None
    credited_at: Millis
    home: str | None = None


class WaitQuoted(Fact, frozen=True):
    visit: str
    quote: Quote


class VisitHeld(Fact, frozen=True):
    visit: str
    until: Millis
    reason: str | None = None
    by_customer: bool = False


class VisitReturned(Fact, frozen=True):
    visit: str
    counter: str | None


class VisitMoved(Fact, frozen=True):
    """`suggestion`: the one it was moved by, if any. `home`: the line in which it keeps its lead,
    where a suggestion that was taken back had found it with one."""

    visit: str
    counter: str | None
    reason: str | None = None
    suggestion: str | None = None
    home: str | None = None


class Overtake(Struct, frozen=True, omit_defaults=True):
    """Somebody who came earlier and is called later. `why`: `own_line` (the caller's own line
    counts a little earlier), `head_start` (of a need or an appointment) or `by_hand`. `needs` are
    of who waits on."""

    visit: str
    why: str
    needs: tuple[str, ...] = ()


class VisitCalled(Fact, frozen=True):
    """`line`: where it waited, when that was another counter's line."""

    visit: str
    counter: str
    staff: str | None
    reason: str | None = None
    overtakes: tuple[Overtake, ...] = ()
    line: str | None = None


class VisitRecalled(Fact, frozen=True):
    visit: str


class ServiceStarted(Fact, frozen=True):
    """`at_call`: nobody tapped "here", so the start is taken to be the call."""

    visit: str
    at_call: bool = False


class VisitTransferred(Fact, frozen=True):
    """Ends this leg and starts another under the same ticket. `chosen`: a person named the
    counter, so no other takes the visit from its line."""

    visit: str
    service: str
    counter: str | None
    credited_at: Millis
    chosen: bool = False


class VisitEnded(Fact, frozen=True):
    """`ended_at`: when the service was really over, where finishing it was forgotten."""

    visit: str
    how: EndedAs
    reason: str | None = None
    outcome: Outcome | None = None
    sale: float | None = None
    ended_at: Millis | None = None


class PapersChecked(Fact, frozen=True):
    visit: str
    verdict: Verdict
    items: tuple[PaperItem, ...]
    staff: str | None = None


class ActionUndone(Fact, frozen=True):
    """The visit is again as it was before its last action (named for the screens)."""

    visit: str
    action: str


class QuoteAtRisk(Fact, frozen=True):
    """`why` is the reason the floor showed at that moment, as in `lateness.py`."""

    visit: str
    expected_at: Millis
    why: str | None = None


class RecoveryOffered(Fact, frozen=True):
    """Somebody made up for a wait that was longer than told."""

    visit: str
    recovery: str
    staff: str | None = None


class RecoveryTakenBack(Fact, frozen=True):
    """It was logged by mistake: the visit was offered nothing of the kind."""

    visit: str
    recovery: str
    staff: str | None = None


class NoteLeft(Fact, frozen=True):
    visit: str
    staff: str | None = None


class FeedbackGiven(Fact, frozen=True):
    visit: str
    score: int


class PromiseMade(Fact, frozen=True):
    promise: str
    visit: str
    due: Millis
    staff: str | None = None


class PromiseKept(Fact, frozen=True):
    """On the day it was kept, which may be long after the day it was made."""

    promise: str
    staff: str | None = None


class PromiseReopened(Fact, frozen=True):
    """It was marked kept today by mistake."""

    promise: str


class HelpAsked(Fact, frozen=True):
    """By a customer at a kiosk, or by whoever serves at `counter`: then `wants` says whom, and
    `tried` what was done before."""

    help: str
    kiosk: str | None = None
    step: str | None = None
    language: str | None = None
    visit: str | None = None
    counter: str | None = None
    staff: str | None = None
    wants: Wants | None = None
    tried: tuple[Tried, ...] = ()


class HelpAnswered(Fact, frozen=True):
    help: str
    staff: str | None = None


class CounterOpened(Fact, frozen=True):
    """`until`: somebody is borrowed for so long."""

    counter: str
    staff: str
    services: tuple[str, ...]
    until: Millis | None = None


class CounterServes(Fact, frozen=True):
    """It stays as it is, but config.toml lets it serve only these by now."""

    counter: str
    services: tuple[str, ...]


class CounterClosed(Fact, frozen=True):
    counter: str
    reason: str | None = None


class BreakStarted(Fact, frozen=True):
    counter: str
    until: Millis | None = None
    reason: str | None = None


class BreakPutLater(Fact, frozen=True):
    """A planned break of `person` is at `put_at` today; `staff` decided so."""

    person: str
    planned_at: Millis
    put_at: Millis
    staff: str | None = None


class BreakPutBack(Fact, frozen=True):
    """It is at its planned time again."""

    person: str
    planned_at: Millis
    staff: str | None = None


class AppointmentMade(Fact, frozen=True):
    """On the day it was made; whatever happens to it later stands in the day it happened on."""

    appointment: Appointment


class AppointmentMoved(Fact, frozen=True):
    appointment: Appointment


class AppointmentCancelled(Fact, frozen=True):
    appointment: Appointment


class AppointmentExpected(Fact, frozen=True):
    """Its day has come: made on an earlier one, as that left it."""

    appointment: Appointment


class AppointmentCheckedIn(Fact, frozen=True):
    """Its ticket was taken. Who came too early or too late was given no head start."""

    appointment: Appointment
    came: Punctuality


class SuggestionOffered(Fact, frozen=True):
    suggestion: Suggestion


class SuggestionToldAnew(Fact, frozen=True):
    """Still open, with the figures of now."""

    suggestion: Suggestion


class SuggestionWithdrawn(Fact, frozen=True):
    """It is not worth doing any more."""

    suggestion: str


class SuggestionTaken(Fact, frozen=True):
    """Its moves, or its opening, stand beside this fact."""

    suggestion: str
    staff: str | None = None


class SuggestionPutOff(Fact, frozen=True):
    """Not now, and why."""

    suggestion: str
    reason: str
    staff: str | None = None


class SuggestionTakenBack(Fact, frozen=True):
    suggestion: str
    staff: str | None = None


class ExceptionMade(Fact, frozen=True):
    """Takes the place of an earlier one about the same thing."""

    exception: DayException


class ExceptionTakenBack(Fact, frozen=True):
    exception: str


class DayClosed(Fact, frozen=True):
    """`turned_to`: the business day that everybody who was still here was carried over to; when a
    wrong clock was put right by that, `by_ms` is how much later their times are read there."""

    turned_to: str | None = None
    by_ms: Millis = 0


class DayReopened(Fact, frozen=True):
    """The day was closed by mistake, because of a wrong clock, and goes on. `visits` were sent
    home by that and are here again, as they were; so are the counters that it closed. The one fact,
    beside `ClockPutRight`, whose time may be earlier than that of the fact before it."""

    visits: tuple[str, ...] = ()


class ClockPutRight(Fact, frozen=True):
    """The store's clock was wrong by so much: what was written before this fact by that clock is
    to be read `by_ms` later. The times of whoever is here are moved along, so that no wait and no
    service becomes longer or shorter by it."""

    by_ms: Millis


class PaperSoFar(Struct, frozen=True, omit_defaults=True):
    """As in `state.PaperCheck`."""

    item: PaperItem
    at: Millis
    staff: str | None
    leg: int
    during: str


class PapersSoFar(Struct, frozen=True, omit_defaults=True):
    verdict: Verdict
    items: tuple[PaperItem, ...] = ()


class RecoverySoFar(Struct, frozen=True, omit_defaults=True):
    recovery: str
    leg: int
    at: Millis
    staff: str | None = None


class LegSoFar(Struct, frozen=True, omit_defaults=True):
    """As in `state.Leg`, field by field."""

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
    moved_at: Millis | None = None
    moved_by: str | None = None
    home: str | None = None
    moves: int = 0
    overtakes: tuple[Overtake, ...] = ()
    called_from: str | None = None


class VisitSoFar(Struct, frozen=True, omit_defaults=True):
    """A visit as a business day leaves it to the next: `state.Visit`, field by field."""

    id: str
    language: str
    channel: str
    arrived_at: Millis
    state: str
    legs: tuple[LegSoFar, ...]
    needs: tuple[str, ...] = ()
    answers: dict[str, str] = {}
    papers: PapersSoFar = PapersSoFar("ready")
    declared: PapersDeclared | None = None
    checks: tuple[PaperSoFar, ...] = ()
    ticket: str | None = None
    number: int | None = None
    ended_as: EndedAs | None = None
    ended_reason: str | None = None
    outcome: Outcome | None = None
    sale: float | None = None
    held_until: Millis | None = None
    holds_by_customer: int = 0
    at_risk: bool = False
    feedback: int | None = None
    recoveries: tuple[RecoverySoFar, ...] = ()
    asked_for: str | None = None
    appointment: str | None = None
    appointment_at: Millis | None = None
    came: Punctuality | None = None
    came_on: str | None = None


class CounterSoFar(Struct, frozen=True, omit_defaults=True):
    """As in `state.Counter`. Who is called or served there comes with the visit."""

    id: str
    state: str = "closed"
    staff: str | None = None
    services: tuple[str, ...] = ()
    since: Millis | None = None
    until: Millis | None = None
    reason: str | None = None
    visit: str | None = None
    called_at: Millis | None = None
    free_since: Millis | None = None


class UndoSoFar(Struct, frozen=True, omit_defaults=True):
    """The last action on a visit, which can be undone, and what the visit was before it."""

    action: str
    at: Millis
    before: VisitSoFar
    caller: CounterSoFar | None = None


class PromiseSoFar(Struct, frozen=True, omit_defaults=True):
    id: str
    visit: str
    due: Millis
    made_at: Millis
    staff: str | None = None


class VisitCarriedOver(Fact, frozen=True):
    """The business day turns over with the visit here: it goes on in the stream of day `to`, and
    nothing more of it is written in this one."""

    visit: str
    to: str


class VisitBroughtOver(Fact, frozen=True):
    """The visit goes on here, as another business day carried it over: all of it, so that this
    day needs no other to go on. `promise` is what a visit that has just ended was promised."""

    visit: str
    was: VisitSoFar
    undo: UndoSoFar | None = None
    promise: PromiseSoFar | None = None


class CounterBroughtOver(Fact, frozen=True):
    """Open, or on a break, when the business day turned over."""

    counter: str
    was: CounterSoFar


class HelpBroughtOver(Fact, frozen=True):
    """Somebody asked for it and nobody has come yet."""

    help: HelpAsked
    at: Millis


AnyFact = (
    VisitArrived
    | PapersDeclared
    | TicketIssued
    | WaitQuoted
    | VisitHeld
    | VisitReturned
    | VisitMoved
    | VisitCalled
    | VisitRecalled
    | ServiceStarted
    | VisitTransferred
    | VisitEnded
    | PapersChecked
    | ActionUndone
    | QuoteAtRisk
    | RecoveryOffered
    | RecoveryTakenBack
    | NoteLeft
    | FeedbackGiven
    | PromiseMade
    | PromiseKept
    | PromiseReopened
    | HelpAsked
    | HelpAnswered
    | CounterOpened
    | CounterServes
    | CounterClosed
    | BreakStarted
    | BreakPutLater
    | BreakPutBack
    | AppointmentMade
    | AppointmentMoved
    | AppointmentCancelled
    | AppointmentExpected
    | AppointmentCheckedIn
    | SuggestionOffered
    | SuggestionToldAnew
    | SuggestionWithdrawn
    | SuggestionTaken
    | SuggestionPutOff
    | SuggestionTakenBack
    | ExceptionMade
    | ExceptionTakenBack
    | DayClosed
    | DayReopened
    | ClockPutRight
    | VisitCarriedOver
    | VisitBroughtOver
    | CounterBroughtOver
    | HelpBroughtOver
)


class Recorded(Struct, frozen=True):
    """A fact with its place in the stream (`seq` = 1, 2, 3…), its time, and who did it."""

    seq: int
    at: Millis
    by: str
    fact: AnyFact
