"""Appointments: made, moved, cancelled, expected on their day, and checked in with a ticket.

A Day remembers only those touched on its date, so a command brings along what the journal knows.
"""

from __future__ import annotations

from msgspec.structs import replace

from server.floor import commands as c
from server.floor import facts as f
from server.floor import hours, reasons
from server.floor.check_in import already_here, as_known
from server.floor.facts import Appointment
from server.floor.refusals import Refusal
from server.floor.tickets import not_here
from server.floor.visits import Decision, Floor

BY_MISTAKE = "checked_in_by_mistake"


def make(floor: Floor, command: c.MakeAppointment) -> Decision:
    wanted = command.appointment
    problem = _cannot_be(floor, wanted)
    if problem is not None:
        return problem
    return _number_taken(floor, wanted, command.taken) or (f.AppointmentMade(wanted),)


def move(floor: Floor, command: c.MoveAppointment) -> Decision:
    """Also what a calendar says now: that brings back one that was cancelled."""
    now = as_known(floor.day, command.appointment)
    again = command.revision is not None
    if now.state == "checked_in":
        return already_here(floor.day, now)
    if now.state == "cancelled" and not again:
        return Refusal("appointment_cancelled", {"code": now.code})
    if command.was not in (None, now.at):
        return Refusal("appointment_moved", {"code": now.code, "at": hours.rfc3339(now.at)})
    wanted = replace(
        now,
        at=command.at,
        service=command.service or now.service,
        needs=now.needs if command.needs is None else command.needs,
        language=command.language or now.language,
        state="booked",
        revision=command.revision or now.revision,
        reason=None,
        calendar=command.calendar or now.calendar,
    )
    if wanted == now:
        return ()
    problem = _cannot_be(floor, wanted) or _number_taken(floor, wanted, command.taken)
    return problem or (f.AppointmentMoved(wanted),)


def cancel(floor: Floor, command: c.CancelAppointment) -> Decision:
    now = as_known(floor.day, command.appointment)
    if now.state == "checked_in":
        return already_here(floor.day, now)
    revision = command.revision or now.revision
    if now.state == "cancelled" and revision == now.revision:
        return ()
    reason = reasons.listed(command.reason, reasons.CANCEL) or now.reason
    cancelled = replace(now, state="cancelled", revision=revision, reason=reason)
    return (f.AppointmentCancelled(cancelled),)


def reopen(floor: Floor, command: c.ReopenAppointment) -> Decision:
    """Takes the last of it back: it takes place after all, or nobody has come for it yet."""
    now = as_known(floor.day, command.appointment)
    if now.state == "booked":
        return ()
    taken = _number_taken(floor, now, command.taken)
    if taken is not None:
        return taken
    if now.state == "checked_in":
        return _not_here(floor, now)
    return (f.AppointmentMoved(replace(now, state="booked", reason=None)),)


def _not_here(floor: Floor, now: Appointment) -> Decision:
    """Only before the call: whoever was called was there."""
    visit = floor.day.visits.get(now.visit or "")
    if visit is None or visit.state not in ("waiting", "held"):
        return already_here(floor.day, now)
    left = f.VisitEnded(visit.id, "removed_by_staff", BY_MISTAKE)
    return (left, f.AppointmentMoved(replace(now, state="booked")))


def expect(floor: Floor, command: c.ExpectAppointments) -> Decision:
    known = floor.day.appointments
    return tuple(f.AppointmentExpected(a) for a in command.appointments if a.id not in known)


def _number_taken(floor: Floor, wanted: Appointment, taken: bool) -> Refusal | None:
    """On one day a number is one person's; on another it may be somebody else's."""
    on = hours.business_date(floor.plan, wanted.at)
    taken = taken or any(
        other.code == wanted.code
        and other.id != wanted.id
        and other.state == "booked"
        and hours.business_date(floor.plan, other.at) == on
        for other in floor.day.appointments.values()
    )
    return Refusal("code_taken", {"code": wanted.code}, where="code") if taken else None


def _cannot_be(floor: Floor, wanted: Appointment) -> Refusal | None:
    unknown = not_here(floor.plan, wanted.service, wanted.needs, wanted.language)
    if unknown is not None:
        return unknown
    if wanted.at < floor.now:
        return Refusal("appointment_past", {"at": hours.rfc3339(wanted.at)}, where="at")
    if not hours.is_open(floor.plan, wanted.at):
        return Refusal("appointment_closed", {"at": hours.rfc3339(wanted.at)}, where="at")
    return None
