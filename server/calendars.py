"""An iCalendar file read as appointments: what it says of each, or in words why that is none.

Nothing is guessed: an event that repeats, lasts all day or names no service is handed back with the
reason, and the rest is taken.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from server.floor.facts import Millis
from server.floor.plan import StorePlan

if TYPE_CHECKING:
    from icalendar import Event

NUMBER = re.compile(r"#\s?(\d{4,12})\b")
TEXT_MAX = 2000
NAME_MAX = 200


class NotACalendar(Exception):
    pass


class CannotBe(Exception):
    """Why an event is no appointment."""


class Planned(Struct, frozen=True):
    """What a calendar says of one appointment. `revision` changes when that does; `number` is what
    the customer was given to type, where the calendar knows it."""

    id: str
    what: str
    revision: str
    at: Millis
    service: str
    cancelled: bool = False
    number: str | None = None
    guest: tuple[tuple[str, str], ...] = ()


class Unusable(Struct, frozen=True):
    what: str
    why: str


def read_calendar(
    plan: StorePlan, data: bytes, service: str | None = None
) -> list[Planned | Unusable]:
    """`service` is for events that name none. Of two versions of an event the newer counts."""
    newest: dict[str, tuple[tuple[int, str], Planned | Unusable]] = {}
    for calendar in _calendars(data):
        withdrawn = str(calendar.get("METHOD", "")).upper() == "CANCEL"
        for event in calendar.walk("VEVENT"):
            place, version = _identity(event), _version(event)
            if place not in newest or newest[place][0] <= version:
                newest[place] = (version, _read(plan, event, place, service, withdrawn))
    return [read for _, read in newest.values()]


def _calendars(data: bytes) -> Iterator[Any]:
    from icalendar import Calendar

    try:
        read = Calendar.from_ical(data, multiple=True)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
        raise NotACalendar(f"it cannot be read as iCalendar ({error})") from error
    found = [one for one in read if one.name == "VCALENDAR"]
    if not found:
        raise NotACalendar("it has no VCALENDAR: export it as an .ics file")
    yield from found


def _identity(event: Event) -> str:
    """The same for every version of an event, and for one of a series. Never the UID itself: some
    calendars write addresses of people into it."""
    told = f"{event.get('UID', '')}\n{_text(event, 'RECURRENCE-ID')}"
    if not event.get("UID"):
        told = f"{_text(event, 'SUMMARY')}\n{_text(event, 'DTSTART')}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _text(event: Event, name: str) -> str:
    value = event.get(name)
    if isinstance(value, list):
        value = value[0]
    if value is None:
        return ""
    return value.to_ical().decode() if name in ("RECURRENCE-ID", "DTSTART") else str(value).strip()


def _version(event: Event) -> tuple[int, str]:
    try:
        sequence = int(event.get("SEQUENCE", 0))
    except (TypeError, ValueError):
        sequence = 0
    changed = event.get("LAST-MODIFIED")
    return sequence, changed.to_ical().decode() if hasattr(changed, "to_ical") else ""


def _read(
    plan: StorePlan, event: Event, place: str, service: str | None, withdrawn: bool
) -> Planned | Unusable:
    what = _text(event, "SUMMARY") or "an event without a title"
    try:
        return _planned(plan, event, place, what, service, withdrawn)
    except CannotBe as why:
        return Unusable(what, str(why))


def _planned(
    plan: StorePlan, event: Event, place: str, what: str, service: str | None, withdrawn: bool
) -> Planned:
    if event.get("RRULE") or event.get("RDATE"):
        raise CannotBe("it repeats: export each of its times as an event of its own")
    at = _at(plan, event)
    cancelled = withdrawn or _text(event, "STATUS").upper() == "CANCELLED"
    served, rest = _service(plan, event, service)
    number = _number(event)
    told = (*_version(event), at, cancelled, served, number)
    return Planned(
        id=place,
        what=what,
        revision=hashlib.sha256(repr(told).encode()).hexdigest()[:12],
        at=at,
        service=served,
        cancelled=cancelled,
        number=number,
        guest=tuple(_guest(event, rest)),
    )


def _at(plan: StorePlan, event: Event) -> Millis:
    try:
        starts = event.decoded("DTSTART")
    except KeyError:
        raise CannotBe("it has no beginning (DTSTART)") from None
    except (ValueError, TypeError, AttributeError):
        starts = None
    if type(starts) is date:
        raise CannotBe("it is of a whole day: an appointment needs a time")
    if not isinstance(starts, datetime):
        raise CannotBe("its beginning (DTSTART) is not a time")
    if starts.tzinfo is None:
        # A floating time is meant where it is read.
        starts = starts.replace(tzinfo=ZoneInfo(plan.time_zone))
    if starts.astimezone(UTC).astimezone(starts.tzinfo).replace(tzinfo=None) != starts.replace(
        tzinfo=None
    ):
        raise CannotBe("there is no such time that night: the clocks are put forward")
    if not 2000 <= starts.year < 3000:
        raise CannotBe("it is not of this age")
    return int(starts.timestamp() * 1000)


def _service(plan: StorePlan, event: Event, otherwise: str | None) -> tuple[str, str]:
    """The service, and what the title says besides: by category, by title, or the one named."""
    title = _text(event, "SUMMARY")
    for category in _categories(event):
        for service, names in _names(plan).items():
            if category.casefold() in names:
                return service, title
    by_length = [(name, service) for service, names in _names(plan).items() for name in names]
    for name, service in sorted(by_length, key=lambda one: (-len(one[0]), one)):
        found = re.search(rf"\b{re.escape(name)}\b", title, re.IGNORECASE)
        if found:
            return service, (title[: found.start()] + title[found.end() :]).strip(" -–—:,|/")
    if otherwise is None:
        known = ", ".join(plan.services)
        raise CannotBe(f"neither its category nor its title names a service ({known})")
    return otherwise, title


def _categories(event: Event) -> list[str]:
    found = event.get("CATEGORIES") or []
    groups = found if isinstance(found, list) else [found]
    return [str(name).strip() for group in groups for name in getattr(group, "cats", [group])]


def _names(plan: StorePlan) -> dict[str, set[str]]:
    return {
        service.id: {service.id.casefold(), *(name.casefold() for name in service.name.values())}
        for service in plan.services.values()
    }


def _number(event: Event) -> str | None:
    """`X-FOYER-CODE`, or a number behind a # in the title or the description."""
    told = re.fullmatch(r"\d{4,12}", _text(event, "X-FOYER-CODE"))
    if told:
        return told[0]
    for name in ("SUMMARY", "DESCRIPTION"):
        found = NUMBER.search(_text(event, name))
        if found:
            return found[1]
    return None


def _guest(event: Event, rest: str) -> Iterator[tuple[str, str]]:
    attendees = event.get("ATTENDEE") or []
    for attendee in attendees if isinstance(attendees, list) else [attendees]:
        name = str(getattr(attendee, "params", {}).get("CN", "")).strip()
        if name:
            yield "name", name[:NAME_MAX]
        if str(attendee).lower().startswith("tel:"):
            yield "phone", str(attendee)[4:64]
        if name:
            break
    else:
        plain = NUMBER.sub("", rest).strip(" -–—:,|/")
        if plain:
            yield "name", plain[:NAME_MAX]
    notes = _text(event, "DESCRIPTION")
    if notes:
        yield "note:appointment", notes[:TEXT_MAX]
