"""A customer's own appointment: its page, and the same for a calendar. The link is the key."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from flask import Blueprint, Response

from server.doors.appointments import known_appointment
from server.doors.first_paint import FirstBooked
from server.doors.house import house, shown_with_clock
from server.doors.pages import doorway
from server.doors.phone import customer_page, qr_svg, spoken
from server.doors.problems import Problem
from server.floor import check_in
from server.floor.day import Day
from server.floor.facts import Appointment, Millis
from server.floor.forecast import Forecast
from server.floor.refusals import Refusal
from server.floor.views.booked import booked_view

if TYPE_CHECKING:
    from icalendar import Calendar

booked = Blueprint("booked", __name__, url_prefix="/a/<secret>")


@booked.get("", strict_slashes=False)
def show_page(secret: str) -> Response:
    one = _opened(secret)
    if one is None:
        return doorway("lost.html", "phone", 404, lost="door-no-appointment")
    language = spoken(one.language)
    first = FirstBooked(house().plan, one, language, secret, house().words)
    return customer_page("booked", secret, language, ("phone", "booked"), first=first)


@booked.get("/appointment")
def show_appointment(secret: str) -> Response:
    one, here = _asked_for(secret), house()
    view = booked_view(here.plan, one, here.clock.now())
    if one.state == "checked_in" and one.visit is not None:
        view.follow_url = f"/v/{here.keys.secret_of(one.visit)}"
    return shown_with_clock(view)


@booked.get("/link.svg")
def show_link(secret: str) -> Response:
    """The page's address as a QR code, for the tablet that hands it over."""
    _asked_for(secret)
    return _drawn(f"{house().address}/a/{secret}")


@booked.get("/code.svg")
def show_code(secret: str) -> Response:
    """The number as a QR code, for the kiosk's camera."""
    return _drawn(_asked_for(secret).code)


@booked.get("/appointment.ics")
def show_calendar(secret: str) -> Response:
    one = _asked_for(secret)
    calendar = _calendar(one, f"{house().address}/a/{secret}", house().clock.now())
    response = Response(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return response


def _calendar(one: Appointment, address: str, now: Millis) -> Calendar:
    from icalendar import Calendar, Event

    plan = house().plan
    language = one.language or plan.languages[0]
    say, service = house().words.speaker(language, "booked"), plan.services.get(one.service)
    store = plan.name[language]
    event = Event()
    event.add("uid", f"{one.id}@{plan.id}.foyer")
    event.add("dtstamp", _utc(now))
    event.add("dtstart", _utc(one.at))
    event.add("duration", timedelta(minutes=service.typical_minutes if service else 0))
    event.add("summary", f"{service.name[language]} · {store}" if service else store)
    event.add("location", store)
    event.add("description", say("booked-in-calendar", code=one.code, address=address))
    event.add("url", address)
    event.add("status", "CANCELLED" if one.state == "cancelled" else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//Foyer//Foyer//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return calendar


def _utc(moment: Millis) -> datetime:
    return datetime.fromtimestamp(moment // 1000, UTC)


def _drawn(text: str) -> Response:
    response = Response(qr_svg(text), content_type="image/svg+xml")
    response.headers["Cache-Control"] = "private, max-age=3600"
    return response


def _asked_for(secret: str) -> Appointment:
    one = _opened(secret)
    if one is None:
        raise Problem(404, "unknown_appointment", "This link opens no appointment here.")
    return one


def _opened(secret: str) -> Appointment | None:
    here = house()
    id = here.keys.opens(secret, "appointment")
    known = known_appointment(id) if id else None
    if known is None or isinstance(known, Refusal):
        return None

    def as_it_stands(day: Day, now: Millis, forecast: Forecast) -> Appointment:
        return check_in.as_known(day, known)

    return here.store.look(as_it_stands)
