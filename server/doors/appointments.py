"""Who comes at a time: made, listed, moved and cancelled by staff and programs; looked up at the
kiosk by its number, which tells when and what for and never who."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Response
from pydantic import Field

from server.codes import free_code, is_taken, to_come
from server.doors import schemas
from server.doors.api import store_door
from server.doors.floods import ODD_CODES
from server.doors.house import answered, house, shown
from server.doors.problems import refusal_answer, unreadable
from server.doors.reasons import FIELD, words_of
from server.doors.schemas import millis
from server.doors.sign_in import allowed, caller
from server.doors.writing import Guests, Render, new_id, write
from server.floor import check_in, reasons
from server.floor import commands as c
from server.floor.day import Day
from server.floor.facts import Appointment, Millis
from server.floor.forecast import Forecast
from server.floor.hours import business_date
from server.floor.refusals import Refusal
from server.floor.views.appointments import (
    AppointmentsView,
    AppointmentView,
    CheckedCodeView,
)
from server.floor.views.frame import at
from server.journal.contract import Answer, Booked
from server.journal.projection import appointment_of
from server.reports.periods import BadPeriod, period
from server.store import Done

appointments = store_door("appointments", "Appointments")
BY_CUSTOMER = "customer"
"""Why it was cancelled, where the customer did it himself; staff choose the same by a tap."""
CANCELLED = "cancel"
"""What a reason is about that goes with the guest."""


class AppointmentsQuery(schemas.Body):
    first: str | None = Field(None, alias="from")
    until: str | None = Field(None, alias="to")
    cursor: str | None = None
    limit: int = Field(100, ge=1, le=500)


@appointments.post("/appointments")
@allowed("staff")
@appointments.body(schemas.AppointmentIn)
@appointments.output(AppointmentView, 201)
def make_appointment(body: schemas.AppointmentIn) -> Response:
    """Somebody will come at a time. Left out, the number to type at the kiosk is made."""
    here = house()
    journal, plan, now = here.journal, here.plan, here.clock.now()
    made = Appointment(
        new_id(),
        body.code or free_code(journal, plan, now),
        body.service,
        millis(body.at),
        tuple(body.needs or ()),
        body.language,
    )
    told = (("name", body.name), ("phone", body.phone), ("note:appointment", body.notes))
    guests = tuple((made.id, field, value) for field, value in told if value)
    command = c.MakeAppointment(made, is_taken(journal, plan, made.code, made.at))
    answer = write(command, _after(made.id, 201), guests)
    if answer.status_code == 201:
        view = msgspec.json.decode(answer.data, type=AppointmentView)
        view.follow_url = _link(view.id)
        answer.data = msgspec.json.encode(view)
    return answer


@appointments.get("/appointments")
@allowed("staff")
@appointments.query(AppointmentsQuery)
@appointments.output(AppointmentsView)
def list_appointments(query: AppointmentsQuery) -> Response:
    """Those of a period, the soonest first; today's when none is named."""
    here = house()
    try:
        span = period(here.plan, here.clock.now(), query.first, query.until)
    except BadPeriod as error:
        raise unreadable(error.errors) from error
    rows = here.journal.appointments(
        here.plan.id,
        since=span.from_ms,
        before=span.to_ms,
        cursor=_place(query.cursor) if query.cursor else None,
        limit=query.limit + 1,
    )
    found = [appointment_of(row) for row in rows[: query.limit]]
    items = here.store.look(
        lambda day, now, forecast: [_view(day, check_in.as_known(day, a), now) for a in found]
    )
    more = len(rows) > query.limit
    following = f"{found[-1].at}-{found[-1].id}" if more else None
    for view in items:
        _say_guest(view)
    return shown(AppointmentsView(items=items, next=following))


def _link(appointment: str) -> str:
    """The customer's own page: told to staff, and kept in no answer that is stored."""
    return f"/a/{house().keys.secret_of(appointment, 'appointment')}"


def _place(cursor: str) -> Booked:
    due, _, appointment = cursor.partition("-")
    if not (due.isascii() and due.isdigit() and len(due) < 16):
        raise unreadable([{"where": "cursor", "problem": "must be the `next` of an earlier page"}])
    return Booked(int(due), appointment)


def _view(day: Day, one: Appointment, now: Millis) -> AppointmentView:
    refusal = check_in.cannot_check_in(house().plan, day, one)
    return AppointmentView(
        **_standing(day, one, now), reason=one.reason, may_check_in=refusal is None
    )


def _standing(day: Day, one: Appointment, now: Millis) -> dict[str, Any]:
    """Fields that an AppointmentView and a CheckedCodeView share."""
    plan = house().plan
    visit = day.visits.get(one.visit or "")
    return {
        "id": one.id,
        "code": one.code,
        "service": one.service,
        "at": at(one.at),
        "state": check_in.standing(plan, one, now),
        "opens_at": at(check_in.opens_at(plan, one.at)),
        "kept_until": at(check_in.kept_until(plan, one.at)),
        "needs": one.needs,
        "language": one.language,
        "visit": one.visit,
        "ticket": visit.ticket if visit and one.state == "checked_in" else None,
        "ended_as": visit.ended_as if visit and one.state == "checked_in" else None,
    }


def _say_guest(view: AppointmentView) -> None:
    told = house().journal.guest(view.id)
    view.name, view.phone = told.get("name"), told.get("phone")
    view.notes = told.get("note:appointment")
    view.follow_url = _link(view.id)
    _say_reason(view, told)


def _say_reason(view: AppointmentView, told: dict[str, str]) -> None:
    """Why it was cancelled, in the words of whoever did: told to staff, kept in no answer that is
    stored."""
    if view.reason == reasons.OTHER:
        view.reason = told.get(f"{FIELD}{CANCELLED}", reasons.OTHER)


@appointments.post("/appointments/check")
@allowed("kiosk")
@appointments.body(schemas.CodeIn)
@appointments.output(CheckedCodeView)
def check_appointment(body: schemas.CodeIn) -> Response:
    """What a number stands for, and what can be done with it now. Says nothing of whose it is."""
    here, kiosk = house(), caller()
    # A program or a member of staff may go through a list; at a kiosk somebody guesses.
    guessing = kiosk.scope == "kiosk"
    if guessing:
        here.floods.check(ODD_CODES, kiosk.name)

    def render(day: Day, now: Millis, forecast: Forecast) -> CheckedCodeView:
        with_code = to_come(here.journal, here.plan, now, body.code)
        found = [check_in.as_known(day, a) for a in with_code]
        if not found:
            return CheckedCodeView(code=body.code, refused="unknown_appointment")
        return _checked(day, min(found, key=lambda a: _meant(day, a)), now)

    found = here.store.look(render)
    if guessing and found.refused == "unknown_appointment":
        here.floods.count(ODD_CODES, kiosk.name)
    return shown(found)


def _meant(day: Day, one: Appointment) -> tuple[bool, bool, bool]:
    """Of those with one number, the soonest first, the least is who stands at the kiosk: whoever
    comes today, or has come, before those of later days."""
    today = business_date(house().plan, one.at) == day.date
    return one.state == "cancelled", not today, one.state != "booked"


def _checked(day: Day, one: Appointment, now: Millis) -> CheckedCodeView:
    plan = house().plan
    refusal = check_in.cannot_check_in(plan, day, one)
    return CheckedCodeView(
        **_standing(day, one, now),
        came=check_in.punctuality(plan, one.at, now),
        today=business_date(plan, one.at) == day.date,
        refused=refusal.code if refusal else None,
    )


@appointments.post("/appointments/<appointment>/move")
@allowed("staff")
@appointments.body(schemas.MoveAppointmentIn)
@appointments.output(AppointmentView)
def move_appointment(appointment: str, body: schemas.MoveAppointmentIn) -> Response:
    """To another time, or another service. With `was` only if it still has that time."""
    known = known_appointment(appointment)
    if isinstance(known, Refusal):
        return answered(refusal_answer(known))
    was = millis(body.was) if body.was else None
    here, to = house(), millis(body.at)
    taken = is_taken(here.journal, here.plan, known.code, to, known.id)
    command = c.MoveAppointment(known, to, body.service, was=was, taken=taken)
    return write(command, _after(appointment))


@appointments.post("/appointments/<appointment>/cancel")
@allowed("staff", secret=True)
@appointments.body(schemas.CancelAppointmentIn)
@appointments.output(AppointmentView)
def cancel_appointment(appointment: str, body: schemas.CancelAppointmentIn) -> Response:
    """It will not take place. Done twice, it is done once."""
    known = known_appointment(appointment)
    if isinstance(known, Refusal):
        return answered(refusal_answer(known))
    reason = body.reason if caller().owns is None else BY_CUSTOMER
    words = words_of(known.id, CANCELLED, reason, reasons.CANCEL)
    answer = write(c.CancelAppointment(known, reason=reason), _after(appointment), words)
    if answer.status_code == 200 and caller().owns is None:
        view = msgspec.json.decode(answer.data, type=AppointmentView)
        _say_reason(view, house().journal.guest(view.id))
        answer.data = msgspec.json.encode(view)
    return answer


@appointments.post("/appointments/<appointment>/reopen")
@allowed("staff")
@appointments.body(schemas.Nothing)
@appointments.output(AppointmentView)
def reopen_appointment(appointment: str, body: schemas.Nothing) -> Response:
    """It was cancelled by mistake; or checked in, and nobody was called for it yet: then its ticket
    goes, too."""
    known = known_appointment(appointment)
    if isinstance(known, Refusal):
        return answered(refusal_answer(known))
    here = house()
    taken = is_taken(here.journal, here.plan, known.code, known.at, known.id)
    return write(c.ReopenAppointment(known, taken), _after(appointment))


def known_appointment(appointment: str) -> Appointment | Refusal:
    row = house().journal.appointment(house().plan.id, appointment)
    unknown = Refusal("unknown_appointment", {"appointment": appointment}, where="appointment")
    return appointment_of(row) if row else unknown


def came_with(appointment: Appointment, visit: str) -> Guests:
    """What was told when it was made is told with the visit too."""
    told = house().journal.guest(appointment.id)
    return tuple((visit, field, value) for field, value in told.items())


def _after(appointment: str, status: int = 200) -> Render:
    def render(made: Done) -> Answer:
        stands = made.day.appointments.get(appointment) or _unchanged(appointment)
        return Answer(status, msgspec.json.encode(_view(made.day, stands, made.now)))

    return render


def _unchanged(appointment: str) -> Appointment:
    known = known_appointment(appointment)
    assert isinstance(known, Appointment)
    return known
