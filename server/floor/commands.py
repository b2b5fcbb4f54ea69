"""What can be asked of a store. Every change starts as one of these.

Identities (`visit`, `promise`, `help`) and `now` come from outside: the floor makes up nothing.
`staff` is who does it, where that is known (a tablet somebody signed in to).
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from server.floor.facts import (
    Appointment,
    Choice,
    DayException,
    Millis,
    Outcome,
    PaperItem,
    Suggestion,
    Tried,
    Wants,
)


class ReadPaper(Struct, frozen=True):
    """What a reader saw of a paper: dates as ISO text, `match` a keyed hash, never the value."""

    kind: str
    ok: bool
    issued: str | None = None
    expires: str | None = None
    why: str | None = None
    match: str | None = None


Declared = Literal["have", "missing", "unsure"] | ReadPaper


class Command(Struct, frozen=True):
    pass


class TakeTicket(Command, frozen=True):
    visit: str
    service: str
    answers: dict[str, str] = {}
    papers: dict[str, Declared] = {}
    typed: dict[str, str] = {}
    """By question: a keyed hash of what was typed, never the value."""
    choose: Choice | None = None
    needs: tuple[str, ...] = ()
    language: str | None = None
    channel: str = "kiosk"
    arrived_at: Millis | None = None
    asked_for: str | None = None
    appointment: Appointment | None = None
    """As the journal knows it: a Day remembers only those of its own date."""


class CheckPapers(Command, frozen=True):
    visit: str
    items: tuple[PaperItem, ...]
    staff: str | None = None


class DeclarePapers(Command, frozen=True):
    """The customer says what is there by now: fetched, or made at the copy machine."""

    visit: str
    papers: dict[str, Declared]


class Move(Command, frozen=True):
    visit: str
    to: str | None
    reason: str | None = None
    suggestion: str | None = None


class MoveMany(Command, frozen=True):
    """All or none."""

    moves: tuple[Move, ...]


class Transfer(Command, frozen=True):
    visit: str
    service: str | None = None
    counter: str | None = None
    position: Literal["by_arrival", "first", "last"] = "by_arrival"


class Hold(Command, frozen=True):
    visit: str
    minutes: float
    reason: str | None = None
    by_customer: bool = False


class Return(Command, frozen=True):
    visit: str


class CallNext(Command, frozen=True):
    counter: str


class Call(Command, frozen=True):
    counter: str
    visit: str
    reason: str | None = None


class Recall(Command, frozen=True):
    visit: str


class Start(Command, frozen=True):
    visit: str


class NoShow(Command, frozen=True):
    visit: str


class Remove(Command, frozen=True):
    """`reason` "left" is a walkout; any other is a removal by staff."""

    visit: str
    reason: str | None = None


class Undo(Command, frozen=True):
    visit: str


class Finish(Command, frozen=True):
    """`ended_at`: finishing was forgotten, and the customer has long gone."""

    visit: str
    outcome: Outcome
    sale: float | None = None
    promise: str | None = None
    promise_due: Millis | None = None
    ended_at: Millis | None = None


class Cancel(Command, frozen=True):
    visit: str


class GiveFeedback(Command, frozen=True):
    visit: str
    score: int


class Recover(Command, frozen=True):
    visit: str
    recovery: str
    staff: str | None = None


class TakeBackRecovery(Command, frozen=True):
    """It was logged by mistake."""

    visit: str
    recovery: str
    staff: str | None = None


class LeaveNote(Command, frozen=True):
    visit: str
    staff: str | None = None


class AskHelp(Command, frozen=True):
    help: str
    kiosk: str | None = None
    step: str | None = None
    language: str | None = None
    visit: str | None = None


class AskColleague(Command, frozen=True):
    """Whoever serves at the counter needs somebody; `tried` is what was done before."""

    help: str
    counter: str
    wants: Wants
    tried: tuple[Tried, ...] = ()
    staff: str | None = None


class AnswerHelp(Command, frozen=True):
    help: str
    staff: str | None = None


class EarlierPromise(Struct, frozen=True):
    """A promise as the days before left it: the day it was made on, and whether it was kept."""

    date: str
    kept: bool


class KeepPromise(Command, frozen=True):
    """`earlier` is what the journal knows of it: a Day remembers only the promises made in it."""

    promise: str
    staff: str | None = None
    earlier: EarlierPromise | None = None


class ReopenPromise(Command, frozen=True):
    """Takes back that it was kept, on the same day and within `undo_s`."""

    promise: str
    earlier: EarlierPromise | None = None


class MakeAppointment(Command, frozen=True):
    """`taken`: an earlier day gave its code to somebody else who is still to come."""

    appointment: Appointment
    taken: bool = False


class MoveAppointment(Command, frozen=True):
    """What is None stays. `appointment` is what the journal knows of it; `was`, if given, the time
    that whoever moves it believes it to have; `taken`: on the new day somebody else is to come with
    its number."""

    appointment: Appointment
    at: Millis
    service: str | None = None
    needs: tuple[str, ...] | None = None
    language: str | None = None
    revision: str | None = None
    was: Millis | None = None
    calendar: str | None = None
    taken: bool = False


class CancelAppointment(Command, frozen=True):
    appointment: Appointment
    revision: str | None = None
    reason: str | None = None


class ReopenAppointment(Command, frozen=True):
    """It was cancelled, or checked in, by mistake. `taken`: its code went to somebody else."""

    appointment: Appointment
    taken: bool = False


class ExpectAppointments(Command, frozen=True):
    """The day has come for these, which earlier days made."""

    appointments: tuple[Appointment, ...]


class OpenCounter(Command, frozen=True):
    """Also ends a break, and changes who is there."""

    counter: str
    staff: str
    services: tuple[str, ...] | None = None
    minutes: float | None = None
    """Borrowed for so long."""
    replace: bool = True
    """Also in the place of a colleague who is there; False: refused, so that somebody can be
    asked first."""


class CloseCounter(Command, frozen=True):
    counter: str
    reason: str | None = None


class TakeBreak(Command, frozen=True):
    counter: str
    minutes: float | None = None
    reason: str | None = None


class Offer(Command, frozen=True):
    """What is worth doing now. Of those offered before, what is not in `kept` is withdrawn; what
    is in `taken` is done at once."""

    suggestions: tuple[Suggestion, ...]
    kept: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()


class TakeSuggestion(Command, frozen=True):
    """`staff` may be somebody else than was suggested, for an opening."""

    suggestion: str
    staff: str | None = None
    by: str | None = None


class PutOffSuggestion(Command, frozen=True):
    suggestion: str
    reason: str
    by: str | None = None


class TakeBackSuggestion(Command, frozen=True):
    suggestion: str
    by: str | None = None


class SayToday(Command, frozen=True):
    exception: DayException


class TakeBackToday(Command, frozen=True):
    exception: str


class ReopenDay(Command, frozen=True):
    """The day was closed by mistake, because a clock was wrong: whoever that sent home is here."""


class TimePassed(Command, frozen=True):
    """Asked once a second: expiries, no-shows, the day's close, quotes about to break."""
