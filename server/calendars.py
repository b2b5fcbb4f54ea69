"""An iCalendar file read as appointments: what it says of each, or in words why that is none.

Nothing is guessed: an event that repeats, lasts all day, names no service or a zone that nobody
knows is handed back with the reason, and the rest is taken.
"""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from server.calendar_files import ZONE, NotACalendar, calendars, zone_of
from server.floor.facts import Millis
from server.floor.plan import StorePlan

if TYPE_CHECKING:
    from icalendar import Calendar, Event

__all__ = ["NotACalendar", "Planned", "Read", "Unusable", "read_calendar"]

NUMBER = re.compile(r"(?<![\w#&/.=?])#\s?(\d{4,12})(?![\w/-]|[.,]\d)")
NO_NUMBERS = re.compile(
    r"""\S+://\S*|\bwww\.\S+
    |[\w-]*(?:colou?r|background|border|fill|stroke|shadow)[\w-]*\W{0,4}\#\w+""",
    re.VERBOSE | re.IGNORECASE,
)
"""Addresses and colours: a # in them stands before no number of a customer."""
STYLE = re.compile(r"<(style|script)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
LINE_END = re.compile(r"<br\s*/?>|</(?:p|div|li|tr)\s*>", re.IGNORECASE)
TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
NOTHING_IN_IT = re.compile(r"\(\s*\)|\[\s*\]|„\s*[“”]|“\s*”|«\s*»|»\s*«|\"\s*\"")
AROUND = " -–—:,|/"
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|\w+);", re.IGNORECASE)
TEXT_MAX = 2000
NAME_MAX = 200
PLACES = ("ROOM", "RESOURCE")
MESSAGES = ("REQUEST", "REPLY", "ADD", "CANCEL", "REFRESH", "COUNTER", "DECLINECOUNTER")
"""Methods of a file that tells of single events; any other is a calendar as it is."""


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
    id: str
    what: str
    why: str


class Read(Struct, frozen=True):
    """`calendar` is the same for every export of one calendar that has a name; None where it has
    none. `whole`: what is not in it is not in the calendar."""

    events: tuple[Planned | Unusable, ...]
    calendar: str | None = None
    whole: bool = True


def read_calendar(plan: StorePlan, data: bytes, service: str | None = None) -> Read:
    """`service` is for events that name none. Of two versions of an event the newer counts. Raises
    NotACalendar."""
    newest: dict[str, tuple[tuple[int, str], Planned | Unusable]] = {}
    found = list(calendars(data, plan.languages[0]))
    for calendar in found:
        withdrawn = _method(calendar) == "CANCEL"
        for event in calendar.events:
            place, version = _identity(plan, calendar, event), _version(event)
            if place not in newest or newest[place][0] <= version:
                read = _read(plan, calendar, event, place, service, withdrawn)
                newest[place] = (version, read)
    events = tuple(read for _, read in newest.values())
    whole = not any(_method(calendar) in MESSAGES for calendar in found)
    return Read(events, _name(found), whole)


def _method(calendar: Calendar) -> str:
    return str(calendar.get("METHOD", "")).strip().upper()


def _name(found: Iterable[Calendar]) -> str | None:
    names = [
        str(calendar.get("X-WR-RELCALID") or calendar.get("X-WR-CALNAME") or "").strip()
        for calendar in found
    ]
    return _hash("\n".join(names)) if all(names) else None


def _hash(told: str) -> str:
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _identity(plan: StorePlan, calendar: Calendar, event: Event) -> str:
    """The same for every version of an event, and for one of a series, in whatever zone its time
    is told. Never the UID itself: some calendars write addresses of people into it."""
    if not event.get("UID"):
        return _hash(f"{_text(event, 'SUMMARY')}\n{_text(event, 'DTSTART')}")
    try:
        one_of = _moment(plan, calendar, event, "RECURRENCE-ID")
    except CannotBe:
        return _hash(f"{event['UID']}\n{_text(event, 'RECURRENCE-ID')}")
    return _hash(f"{event['UID']}\n{one_of.astimezone(UTC):%Y%m%dT%H%M%SZ}")


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
    plan: StorePlan,
    calendar: Calendar,
    event: Event,
    place: str,
    service: str | None,
    withdrawn: bool,
) -> Planned | Unusable:
    what = _title(event) or "an event without a title"
    try:
        return _planned(plan, calendar, event, place, what, service, withdrawn)
    except CannotBe as why:
        return Unusable(place, what, str(why))


def _planned(
    plan: StorePlan,
    calendar: Calendar,
    event: Event,
    place: str,
    what: str,
    service: str | None,
    withdrawn: bool,
) -> Planned:
    for where, problem in event.errors:
        if where is None:
            line = re.search("'(.*)'", problem)
            raise CannotBe(f"a line of it cannot be read: {line[1] if line else problem}")
    if event.get("RRULE") or event.get("RDATE"):
        raise CannotBe("it repeats: export each of its times as an event of its own")
    at = _at(plan, calendar, event)
    guests = _guests(event)
    nobody = bool(guests) and all(_says(guest, "PARTSTAT") == "DECLINED" for guest in guests)
    cancelled = withdrawn or nobody or _text(event, "STATUS").upper() == "CANCELLED"
    served, rest = _service(plan, event, service)
    number = _number(event, at)
    told = (*_version(event), at, cancelled, served, number)
    return Planned(
        id=place,
        what=what,
        revision=hashlib.sha256(repr(told).encode()).hexdigest()[:12],
        at=at,
        service=served,
        cancelled=cancelled,
        number=number,
        guest=tuple(_guest(event, guests, rest)),
    )


def _at(plan: StorePlan, calendar: Calendar, event: Event) -> Millis:
    starts = _moment(plan, calendar, event, "DTSTART")
    there = starts.astimezone(UTC).astimezone(starts.tzinfo)
    if there.replace(tzinfo=None) != starts.replace(tzinfo=None):
        raise CannotBe("there is no such time that night: the clocks are put forward")
    return int(starts.timestamp() * 1000)


def _moment(plan: StorePlan, calendar: Calendar, event: Event, name: str) -> datetime:
    read = event.get(name)
    if read is None:
        raise CannotBe(f"it has no beginning ({name})")
    try:
        time = event.decoded(name)
    except (ValueError, TypeError, AttributeError):
        time = None
    if type(time) is date:
        raise CannotBe("it is of a whole day: an appointment needs a time")
    if not isinstance(time, datetime):
        raise CannotBe(f"its beginning ({name}) is not a time: {str(read)[:40]}")
    if not 2000 <= time.year < 3000:
        raise CannotBe("it is not of this age")
    if time.tzinfo is not None:
        return time
    zone = read.params.get(ZONE) or str(calendar.get("X-WR-TIMEZONE", ""))
    # A time in no zone is meant where it is read.
    known = zone_of(calendar, zone) if zone else ZoneInfo(plan.time_zone)
    if known is None:
        raise CannotBe(f"its time zone {zone} is not known here")
    return time.replace(tzinfo=known)


def _service(plan: StorePlan, event: Event, otherwise: str | None) -> tuple[str, str]:
    """The service, and what the title says besides: by category, by title, or the one named."""
    title, categories = _title(event), _categories(event)
    named = {name: service for service, names in _names(plan).items() for name in names}
    for category in categories:
        for name, service in named.items():
            if category.casefold() == name.casefold():
                return service, title
    longest_first = sorted(named.items(), key=lambda one: (-len(one[0]), one))
    for name, service in longest_first:
        found = _standing(name).search(title)
        if found:
            rest = f"{title[: found.start()]} {title[found.end() :]}"
            return service, _tidy(NOTHING_IN_IT.sub(" ", rest))
    for name, service in longest_first:
        if any(_standing(name).search(category) for category in categories):
            return service, title
    if otherwise is None:
        known = ", ".join(plan.services)
        raise CannotBe(f"neither its category nor its title names a service ({known})")
    return otherwise, title


def _standing(name: str) -> re.Pattern[str]:
    """By itself: where it begins or ends with a letter, none may go before or follow."""
    before = r"(?<!\w)" if name[:1].isalnum() else ""
    after = r"(?!\w)" if name[-1:].isalnum() else ""
    return re.compile(f"{before}{re.escape(name)}{after}", re.IGNORECASE)


def _title(event: Event) -> str:
    return _one_line(_plain(_text(event, "SUMMARY")))


def _categories(event: Event) -> list[str]:
    found = event.get("CATEGORIES") or []
    groups = found if isinstance(found, list) else [found]
    return [
        _one_line(_plain(str(name))) for group in groups for name in getattr(group, "cats", [group])
    ]


def _names(plan: StorePlan) -> dict[str, set[str]]:
    return {
        service.id: {service.id, *(_one_line(name) for name in service.name.values())}
        for service in plan.services.values()
    }


def _plain(text: str) -> str:
    """Without the HTML that some calendars write."""
    text = LINE_END.sub("\n", STYLE.sub("", text))
    return ENTITY.sub(lambda found: html.unescape(found[0]), TAG.sub("", text)).strip()


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(AROUND)


def _number(event: Event, at: Millis) -> str | None:
    """`X-FOYER-CODE`, or a number behind a # in the title or the description."""
    told = re.fullmatch(r"\d{4,12}", _text(event, "X-FOYER-CODE"))
    if told:
        return _digits(told[0])
    year = datetime.fromtimestamp(at / 1000, UTC).year
    for name in ("SUMMARY", "DESCRIPTION"):
        for found in NUMBER.finditer(NO_NUMBERS.sub(" ", _plain(_text(event, name)))):
            number = _digits(found[1])
            if len(number) > 4 or abs(int(number) - year) > 1:
                return number
    return None


def _digits(text: str) -> str:
    """As the kiosk's keys write them, in whatever script."""
    return "".join(str(unicodedata.digit(digit)) for digit in text)


def _guests(event: Event) -> list[Any]:
    """Who is to come: not who invites, and no room."""
    told = event.get("ATTENDEE") or []
    hosts = event.get("ORGANIZER") or []
    by = {str(host).strip().casefold() for host in (hosts if isinstance(hosts, list) else [hosts])}
    return [
        guest
        for guest in (told if isinstance(told, list) else [told])
        if str(guest).strip().casefold() not in by and _says(guest, "CUTYPE") not in PLACES
    ]


def _says(guest: Any, parameter: str) -> str:
    return str(getattr(guest, "params", {}).get(parameter, "")).strip().upper()


def _guest(event: Event, guests: Iterable[Any], rest: str) -> Iterator[tuple[str, str]]:
    for guest in sorted(guests, key=lambda guest: _says(guest, "PARTSTAT") == "DECLINED"):
        name = _one_line(str(getattr(guest, "params", {}).get("CN", "")))
        if name:
            yield "name", name[:NAME_MAX]
        if str(guest).lower().startswith("tel:"):
            yield "phone", str(guest)[4:64]
        if name:
            break
    else:
        plain = _tidy(NUMBER.sub(" ", rest))
        if plain:
            yield "name", plain[:NAME_MAX]
    notes = _plain(_text(event, "DESCRIPTION"))
    if notes:
        yield "note:appointment", notes[:TEXT_MAX]
