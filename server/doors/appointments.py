"""Who comes at a time: made, listed, moved and cancelled by staff and programs; looked up at the
kiosk by its number, which tells when and what for and never who."""

from __future__ import annotations

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
from server.floor.views import View, at
from server.journal.contract import Answer, Booked
from server.journal.projection import appointment_of
from server.reports.periods import BadPeriod, period
from server.store import Done

appointments = store_door("appointments", "Appointments")
PERSONAL = ("name", "phone")
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
@appointments.output(schemas.ThingOut, 201)
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
        told = msgspec.json.decode(answer.data)
        answer.data = msgspec.json.encode(told | _link(told["id"]))
    return answer


@appointments.get("/appointments")
@allowed("staff")
@appointments.query(AppointmentsQuery)
@appointments.output(schemas.ListOut)
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
    told = [view | _guest(view["id"]) | _words(view) | _link(view["id"]) for view in items]
    return shown({"items": told, "next": following})


def _link(appointment: str) -> View:
    """The customer's own page: told to staff, and kept in no answer that is stored."""
    return {"follow_url": f"/a/{house().keys.secret_of(appointment, 'appointment')}"}


def _place(cursor: str) -> Booked:
    due, _, appointment = cursor.partition("-")
    if not (due.isascii() and due.isdigit() and len(due) < 16):
        raise unreadable([{"where": "cursor", "problem": "must be the `next` of an earlier page"}])
    return Booked(int(due), appointment)


def _view(day: Day, one: Appointment, now: Millis) -> View:
    refusal = check_in.cannot_check_in(house().plan, day, one)
    return {
        **_standing(day, one, now),
        "reason": one.reason,
        "may_check_in": refusal is None,
    }


def _standing(day: Day, one: Appointment, now: Millis) -> View:
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


def _guest(appointment: str) -> View:
    told = house().journal.guest(appointment)
    return {**{field: told.get(field) for field in PERSONAL}, "notes": told.get("note:appointment")}


def _words(view: View) -> View:
    """Why it was cancelled, in the words of whoever did: told to staff, kept in no answer that is
    stored."""
    if view["reason"] != reasons.OTHER:
        return {}
    words = house().journal.guest(view["id"]).get(f"{FIELD}{CANCELLED}")
    return {"reason": words} if words else {}


@appointments.post("/appointments/check")
@allowed("kiosk")
@appointments.body(schemas.CodeIn)
@appointments.output(schemas.ThingOut)
def check_appointment(body: schemas.CodeIn) -> Response:
    """What a number stands for, and what can be done with it now. Says nothing of whose it is."""
    here, kiosk = house(), caller()
    # A program or a member of staff may go through a list; at a kiosk somebody guesses.
    guessing = kiosk.scope == "kiosk"
    if guessing:
        here.floods.check(ODD_CODES, kiosk.name)

    def render(day: Day, now: Millis, forecast: Forecast) -> View:
        with_code = to_come(here.journal, here.plan, now, body.code)
        found = [check_in.as_known(day, a) for a in with_code]
        if not found:
            return {"code": body.code, "refused": "unknown_appointment"}
        return _checked(day, min(found, key=lambda a: _meant(day, a)), now)

    found = here.store.look(render)
    if guessing and found["refused"] == "unknown_appointment":
        here.floods.count(ODD_CODES, kiosk.name)
    return shown(found)


def _meant(day: Day, one: Appointment) -> tuple[bool, bool, bool]:
    """Of those with one number, the soonest first, the least is who stands at the kiosk: whoever
    comes today, or has come, before those of later days."""
    today = business_date(house().plan, one.at) == day.date
    return one.state == "cancelled", not today, one.state != "booked"


def _checked(day: Day, one: Appointment, now: Millis) -> View:
    plan = house().plan
    refusal = check_in.cannot_check_in(plan, day, one)
    return {
        **_standing(day, one, now),
        "came": check_in.punctuality(plan, one.at, now),
        "today": business_date(plan, one.at) == day.date,
        "refused": refusal.code if refusal else None,
    }


@appointments.post("/appointments/<appointment>/move")
@allowed("staff")
@appointments.body(schemas.MoveAppointmentIn)
@appointments.output(schemas.ThingOut)
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
@appointments.output(schemas.ThingOut)
def cancel_appointment(appointment: str, body: schemas.CancelAppointmentIn) -> Response:
    """It will not take place. Done twice, it is done once."""
    known = known_appointment(appointment)
    if isinstance(known, Refusal):
        return answered(refusal_answer(known))
    reason = body.reason if caller().owns is None else BY_CUSTOMER
    words = words_of(known.id, CANCELLED, reason, reasons.CANCEL)
    answer = write(c.CancelAppointment(known, reason=reason), _after(appointment), words)
    if answer.status_code == 200 and caller().owns is None:
        told = msgspec.json.decode(answer.data)
        answer.data = msgspec.json.encode(told | _words(told))
    return answer


@appointments.post("/appointments/<appointment>/reopen")
@allowed("staff")
@appointments.body(schemas.Nothing)
@appointments.output(schemas.ThingOut)
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
