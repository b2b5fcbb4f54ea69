"""Taking a calendar's appointments in."""

from __future__ import annotations

import sys
from collections import Counter as Tally
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from msgspec import Struct

from server.calendars import Planned, Read, Unusable
from server.codes import free_code, is_taken
from server.floor import commands as c
from server.floor.facts import Appointment
from server.floor.hours import local
from server.floor.plan import StorePlan
from server.floor.refusals import Refusal
from server.journal.contract import Answer
from server.journal.projection import appointment_of
from server.store import Done, OpenStore
from server.words import sentence

BY = "calendar"
GONE = "gone"
"""The revision of what its calendar does not hold any more: brought back, it is another."""


Did = Literal["made", "moved", "cancelled", "unchanged", "past", "refused", "gone"]
Gone = Literal["keep", "cancel"]
DID: tuple[Did, ...] = get_args(Did)


class Taken(Struct, frozen=True):
    """What came of one event of a calendar."""

    did: Did
    what: str
    why: str = ""
    appointment: Appointment | None = None


def take_in(store: OpenStore, read: Read, gone: Gone = "keep") -> Iterator[Taken]:
    """Twice the same changes nothing: only what the calendar itself has changed since. Then what
    the same calendar once held and does not hold any more: told, or cancelled."""
    calendar = read.calendar or _known_as(store, read)
    for one in read.events:
        if isinstance(one, Unusable):
            yield Taken("refused", one.what, one.why)
        else:
            yield _take(store, one, calendar)
    if read.whole and calendar is not None:
        for left in _left(store, calendar, {one.id for one in read.events}):
            yield _cancel_gone(store, left) if gone == "cancel" else Taken("gone", "", "", left)


def _known_as(store: OpenStore, read: Read) -> str | None:
    """A calendar without a name is the one that most of its events are known from."""
    ids = sorted(one.id for one in read.events)
    rows = (store.journal.appointment(store.plan.id, one) for one in ids)
    known = Tally(row["calendar"] for row in rows if row and row["calendar"])
    return known.most_common(1)[0][0] if known else next(iter(ids), None)


def _left(store: OpenStore, calendar: str, held: set[str]) -> Iterator[Appointment]:
    now = store.clock.now()
    for row in store.journal.appointments(store.plan.id, since=now, limit=sys.maxsize):
        expected = row["calendar"] == calendar and row["state"] == "booked"
        if expected and row["appointment"] not in held:
            yield appointment_of(row)


def _cancel_gone(store: OpenStore, left: Appointment) -> Taken:
    planned = Planned(left.id, left.code, GONE, left.at, left.service, cancelled=True)
    return _done(store, c.CancelAppointment(left, GONE), "cancelled", planned, guests=False)


def _take(store: OpenStore, planned: Planned, calendar: str | None) -> Taken:
    journal, plan = store.journal, store.plan
    row = journal.appointment(plan.id, planned.id)
    known = appointment_of(row) if row else None
    if known is not None and known.revision == planned.revision:
        return Taken("unchanged", planned.what, appointment=known)
    if known is None and planned.cancelled:
        return Taken("unchanged", planned.what)
    if planned.at < store.clock.now() and not planned.cancelled:
        return Taken("past", planned.what, "its time has passed", known)
    if known is None:
        return _make(store, planned, calendar)
    if planned.cancelled:
        command: c.Command = c.CancelAppointment(known, planned.revision)
        return _done(store, command, "cancelled", planned, guests=False)
    command = c.MoveAppointment(
        known,
        planned.at,
        planned.service,
        revision=planned.revision,
        calendar=calendar,
        taken=is_taken(journal, plan, known.code, planned.at, known.id),
    )
    return _done(store, command, "moved", planned)


def _make(store: OpenStore, planned: Planned, calendar: str | None) -> Taken:
    journal, plan, now = store.journal, store.plan, store.clock.now()
    code = planned.number or free_code(journal, plan, now)
    wanted = Appointment(
        planned.id,
        code,
        planned.service,
        planned.at,
        revision=planned.revision,
        calendar=calendar,
    )
    command = c.MakeAppointment(wanted, is_taken(journal, plan, code, planned.at))
    return _done(store, command, "made", planned)


def _done(
    store: OpenStore,
    command: c.Command,
    did: Did,
    planned: Planned,
    guests: bool = True,
) -> Taken:
    came: list[Taken] = []

    def answer(made: Done | Refusal) -> Answer:
        if isinstance(made, Refusal):
            came[:] = [Taken("refused", planned.what, sentence(made.code, made.args))]
        else:
            stands = made.day.appointments.get(planned.id)
            came[:] = [Taken(did, planned.what, appointment=stands)]
        return Answer(204, b"")

    told = tuple((planned.id, *one) for one in planned.guest) if guests else ()
    store.do(command, by=BY, answer=answer, guests=told)
    return came[0]


def summary(plan: StorePlan, told: Iterable[Taken]) -> Iterator[str]:
    """One line for each that changed something or could not be taken, then how many of each."""
    counted: Tally[str] = Tally()
    for one in told:
        counted[one.did] += 1
        if one.did != "unchanged":
            yield f"{one.did:<9} {_line(plan, one)}"
    yield ", ".join(f"{counted[did]} {did}" for did in DID if counted[did]) or "No events in it."
    if left := counted["gone"]:
        are = "1 is" if left == 1 else f"{left} are"
        yield f"{are} no longer in this calendar: to cancel, run it again with --gone cancel."


def _line(plan: StorePlan, one: Taken) -> str:
    if one.why or one.appointment is None:
        return f"{one.what}: {one.why}"
    at = local(plan, one.appointment.at)
    name = plan.service(one.appointment.service).name[plan.languages[0]]
    return f"{at:%a %d %b %H:%M}  {name}, number {one.appointment.code}"
