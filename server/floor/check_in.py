"""Somebody who comes at a time: when check-in opens, what being early or late means, and the place
in the line an appointment gives.

The head start counts back from the appointment: who comes half an hour early waits in turn like
everybody, and is put forward as the appointment comes near. Nobody is put forward by more than
the head start, however the times fall, so no number of appointments starves anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec.structs import replace

from server.floor import facts as f
from server.floor import hours
from server.floor.day import Day
from server.floor.facts import Appointment, Millis, Punctuality
from server.floor.plan import StorePlan
from server.floor.refusals import Refusal

MINUTE_MS = 60_000
Standing = Literal["due", "late", "missed", "checked_in", "cancelled"]
"""How things stand with an appointment; `late`: not here, and still in time."""


def opens_at(plan: StorePlan, due: Millis) -> Millis:
    """When check-in begins."""
    return due - plan.appointments.early_minutes * MINUTE_MS


def kept_until(plan: StorePlan, due: Millis) -> Millis:
    """Whoever comes later has no head start any more."""
    return due + plan.appointments.late_minutes * MINUTE_MS


def punctuality(plan: StorePlan, due: Millis, arrived: Millis) -> Punctuality:
    if arrived < opens_at(plan, due):
        return "early"
    return "in_time" if arrived <= kept_until(plan, due) else "late"


def credited_arrival(plan: StorePlan, due: Millis, arrived: Millis) -> Millis:
    if punctuality(plan, due, arrived) != "in_time":
        return arrived
    return min(arrived, max(arrived, due) - plan.appointments.head_start_minutes * MINUTE_MS)


def standing(plan: StorePlan, appointment: Appointment, now: Millis) -> Standing:
    if appointment.state != "booked":
        return appointment.state
    if now <= appointment.at:
        return "due"
    return "late" if now <= kept_until(plan, appointment.at) else "missed"


def of_today(plan: StorePlan, day: Day) -> Iterator[Appointment]:
    starts, ends = hours.day_bounds(plan, day.date)
    return (a for a in day.appointments.values() if starts <= a.at < ends)


def still_expected(
    plan: StorePlan, appointments: Iterable[Appointment], now: Millis
) -> list[Appointment]:
    """Those who are not here yet and may still come in time, the soonest first."""
    open_ = (a for a in appointments if standing(plan, a, now) in ("due", "late"))
    return sorted(open_, key=lambda a: (a.at, a.id))


def as_known(day: Day, appointment: Appointment) -> Appointment:
    return day.appointments.get(appointment.id, appointment)


def cannot_check_in(plan: StorePlan, day: Day, appointment: Appointment) -> Refusal | None:
    """Why no ticket can be taken with it now. Who left the line without being served may again."""
    if appointment.state == "cancelled":
        return Refusal("appointment_cancelled", {"code": appointment.code})
    if hours.business_date(plan, appointment.at) != day.date:
        at = hours.rfc3339(appointment.at)
        return Refusal("appointment_other_day", {"code": appointment.code, "at": at})
    visit = day.visits.get(appointment.visit or "")
    if visit is None or (visit.state == "ended" and visit.ended_as != "served"):
        return None
    return already_here(day, appointment)


def already_here(day: Day, appointment: Appointment) -> Refusal:
    visit = day.visits.get(appointment.visit or "")
    args = {"code": appointment.code, "ticket": (visit.ticket if visit else None) or ""}
    return Refusal("appointment_checked_in", args, visit.state if visit else None)


def checked_in(
    plan: StorePlan, appointment: Appointment, visit: str, arrived: Millis
) -> f.AppointmentCheckedIn:
    here = replace(appointment, state="checked_in", visit=visit)
    return f.AppointmentCheckedIn(here, punctuality(plan, appointment.at, arrived))
