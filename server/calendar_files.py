"""The bytes of an iCalendar file as calendars, and the zones that their times are in.

The library takes a time in a zone it does not know for one without a zone, and drops the Z of one
that names a zone as well: both would be hours wrong and look right. So it is given each time
without its zone, which is looked up here: among those of the world, then the calendar's own.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from datetime import tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, available_timezones

if TYPE_CHECKING:
    from icalendar import Calendar

ZONE = "X-ZONE"
"""The parameter, and in a VTIMEZONE the property, that carries the name of a zone here."""
FOLD = re.compile(rb"\r?\n[ \t]")
TIME = re.compile(
    r"^(DTSTART|RECURRENCE-ID)(;.*)?:(\d{8}(?:T\d{6}Z?)?)[ \t]*$", re.MULTILINE | re.IGNORECASE
)
NAMED = re.compile(r';TZID=(?:"([^"]*)"|([^;"]*))', re.IGNORECASE)
OTHER_TIME = re.compile(r'^([\w-]+;(?:[^:"\n]|"[^"\n]*")*?)(?=TZID=)', re.MULTILINE | re.IGNORECASE)
OF_A_ZONE = re.compile(r"^TZID(?=[:;])", re.MULTILINE | re.IGNORECASE)
WESTERN = {"da", "de", "en", "es", "fi", "fr", "is", "it", "nb", "nl", "no", "pt", "sv"}
"""Languages that a file in no form of Unicode, if it is of a Windows machine, writes in 1252."""
FOREIGN = re.compile(r"[À-ÿŒœŠšŽžŸƒ]{3}|[³¹¼¾¿ƒ](?=\w)")
"""What other code pages look like when they are read as 1252."""
NOT_UNICODE = (
    "it is not written in Unicode: export it as UTF-8, or open it in a text editor and save it "
    'with the encoding "UTF-8"'
)


class NotACalendar(Exception):
    pass


def calendars(data: bytes, language: str) -> Iterator[Calendar]:
    """`language`: the store's own, for files that say nothing of how they are written. Raises
    NotACalendar."""
    from icalendar import Calendar

    text = _plain(_decoded(data, language))
    try:
        read = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
        raise NotACalendar(f"it cannot be read as iCalendar ({error})") from error
    found = [one for one in read if isinstance(one, Calendar)]
    if not found:
        raise NotACalendar("it has no VCALENDAR: export it as an .ics file")
    yield from found


def zone_of(calendar: Calendar, name: str) -> tzinfo | None:
    """None: nobody knows a zone of that name."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    windows = {known.casefold(): olson for known, olson in WINDOWS_TO_OLSON.items()}
    name = name.strip().strip("/")
    own, parts = _own(calendar, name), name.split("/")
    # What calendars write of a zone of the world is often no more than its rules of one year; but
    # a short name may be anybody's.
    for tried in ("/".join(parts[start:]) for start in range(len(parts))):
        known = _zones().get(windows.get(tried.casefold(), tried).casefold())
        if known and ("/" in known or (tried == name and not own)):
            return ZoneInfo(known)
    return next(_defined(own), None)


@lru_cache(maxsize=1)
def _zones() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


def _own(calendar: Calendar, name: str) -> list[Any]:
    found = calendar.walk("VTIMEZONE")
    return [zone for zone in found if str(zone.get(ZONE, "")).strip().strip("/") == name]


def _defined(found: list[Any]) -> Iterator[tzinfo]:
    for zone in found:
        zone["TZID"] = zone[ZONE]
        try:
            yield zone.to_tz(lookup_tzid=False)
        except (ValueError, IndexError, KeyError, TypeError, AttributeError):
            continue


def _decoded(data: bytes, language: str) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _in(data, "utf-16")
    if b"\0" in data[:4]:
        return _in(data, "utf-16-be" if data[:1] == b"\0" else "utf-16-le")
    # A line may be folded within a letter.
    data = FOLD.sub(b"", data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _in(data, "windows-1252")
    if language not in WESTERN or FOREIGN.search(text):
        raise NotACalendar(NOT_UNICODE)
    return text


def _in(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise NotACalendar(NOT_UNICODE) from None


def _plain(text: str) -> str:
    """Unfolded, each time without its zone."""
    text = text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
    return OF_A_ZONE.sub(ZONE, OTHER_TIME.sub(r"\1X-", TIME.sub(_unzoned, text)))


def _unzoned(line: re.Match[str]) -> str:
    name, parameters, time = line.groups()
    zone = NAMED.search(parameters or "")
    if zone is None or time[-1] in "Zz":
        return f"{name}:{time}"
    return f'{name};{ZONE}="{zone[1] or zone[2]}":{time}'
