"""What a Day holds: visits with their legs, counters, promises, calls for help, suggestions.

All are frozen values: a change puts a new one in place.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from server.floor import facts as f
from server.floor.facts import Millis, PaperItem, Quote, Verdict

State = Literal["waiting", "held", "called", "serving", "ended"]
AT_COUNTER = ("called", "serving")
RECENT = 20
"""Calls and ends kept in sight."""


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
    came_on: str | None = None
    """The business day it came on, where that was an earlier one than this."""

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
    called_at: Millis | None = None
    """The last call from here."""
    free_since: Millis | None = None
    """When the last customer left, while none is here."""


class Rested(Struct, frozen=True):
    """A break somebody took: until when it was said to last, and when it was over."""

    at: Millis
    until: Millis | None
    ended_at: Millis | None = None


class PutLater(Struct, frozen=True):
    """A planned break put to a later time of the day, and by whom."""

    put_at: Millis
    staff: str | None


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
    """The last action on a visit and what the visit was before it. `caller`: of a call, the counter
    before it."""

    action: str
    at: Millis
    before: Visit
    caller: Counter | None = None


class CallSeen(Struct, frozen=True):
    visit: str
    counter: str
    called_at: Millis


Place = tuple[Millis, int, str]
"""Credited arrival, order, visit: lines are sorted by it."""


def place_of(visit: Visit) -> Place:
    leg = visit.legs[-1]
    return (leg.credited_at, leg.order, visit.id)
