"""The tables of config.toml: every setting with its one help sentence, what it takes, its default.

`docs/settings.md` is made from this file, and so is the sentence "would do" of a mistake.
"""

from __future__ import annotations

import re
from datetime import date, time
from ipaddress import ip_network
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from server.dialling import COUNTRIES
from server.floor.plan import Form, IfMissing, ReadAs
from server.settings.icons import ICONS
from server.words import CODE, LANGUAGES

PREFIXES = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""Ticket letters: I, O and Q are misread as 1 and 0."""


def setting(help_: str, want: str, default: Any = ..., **limits: Any) -> Any:
    return Field(default, description=help_, json_schema_extra={"want": want}, **limits)


def number(help_: str, unit: str, low: int, high: int, default: Any = ...) -> Any:
    want = f"a number of {unit} from {low} to {high}"
    return setting(help_, want, default, ge=low, le=high)


def drawing(default: str) -> Any:
    extra: JsonDict = {"want": AN_ICON, "choices": [*ICONS]}
    return Field(default, description="The picture beside it.", json_schema_extra=extra)


def _words(value: Any) -> Any:
    texts = value.values() if isinstance(value, dict) else [value]
    if not value or not all(isinstance(text, str) and text.strip() for text in texts):
        raise PydanticCustomError("words", "a text")
    return value


def _time(value: Any) -> Any:
    if isinstance(value, time):
        return value
    if isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
        return time.fromisoformat(value)
    raise PydanticCustomError("time", "a time")


def _date(value: Any) -> Any:
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise PydanticCustomError("date", "a date") from None


def date_of(key: str) -> date | None:
    """The date a key names, as `2026-12-24`."""
    try:
        return date.fromisoformat(key) if re.fullmatch(r"\d{4}-\d\d-\d\d", key) else None
    except ValueError:
        return None


def _opening(value: Any) -> Any:
    ends = [end.strip() for end in value.split("-")] if isinstance(value, str) else []
    if len(ends) != 2 or ends == ["00:00", "00:00"]:
        raise PydanticCustomError("opening", "opening hours")
    # The end of a day is the beginning of the next: from 00:00 until 00:00 it is open all day.
    return _time(ends[0]), time(0) if ends[1] == "24:00" else _time(ends[1])


def _pattern(value: Any) -> Any:
    try:
        re.compile(value)
    except (TypeError, re.error):
        raise PydanticCustomError("pattern", "a pattern") from None
    return value


def _network(value: Any) -> Any:
    try:
        # A bare number would be an address too.
        return str(ip_network(value if isinstance(value, str) else "", strict=False))
    except ValueError:
        raise PydanticCustomError("network", "an address or a network") from None


def _icon(value: Any) -> Any:
    if value not in ICONS:
        raise PydanticCustomError("icon", "an icon")
    return value


def _time_zone(value: Any) -> Any:
    if not isinstance(value, str) or value not in available_timezones():
        raise PydanticCustomError("time_zone", "a time zone")
    return value


def _country(value: Any) -> Any:
    if value not in COUNTRIES:
        raise PydanticCustomError("country", "a country")
    return value


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
Words = Annotated[str | dict[str, str], BeforeValidator(_words)]
Time = Annotated[time, BeforeValidator(_time)]
Date = Annotated[date, BeforeValidator(_date)]
Opening = Annotated[tuple[time, time], BeforeValidator(_opening)]
TimeZone = Annotated[str, BeforeValidator(_time_zone)]
Country = Annotated[str, BeforeValidator(_country)]
Pattern = Annotated[str, BeforeValidator(_pattern)]
Network = Annotated[str, BeforeValidator(_network)]
LanguageCode = Annotated[str, StringConstraints(pattern=f"^{CODE.pattern}$")]
Icon = Annotated[str, BeforeValidator(_icon)]

AN_ID = "a short name of small letters, digits, - and _, unique here"
A_TEXT = 'a text, or one per language: { en = "…", de = "…" }'
AN_ICON = "the name of a drawing: see [icons](#icons)"


class Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    @classmethod
    def field(cls, key: str) -> FieldInfo | None:
        return cls.model_fields.get(key)


class StoreTable(Table):
    id: Id = setting("The store's name in addresses and in the journal; never change it.", AN_ID)
    name: Words = setting("The store's name on its screens and tickets.", A_TEXT)
    time_zone: TimeZone = setting(
        "Where the store's clock is.", 'an IANA name such as "Europe/Berlin" or "Asia/Dubai"'
    )
    languages: list[LanguageCode] = setting(
        "The languages customers may choose; the first is the house's own. "
        "[languages.md](languages.md) says how to add one.",
        f"a list of codes of languages there are words in: {', '.join(LANGUAGES)}, or your own",
        min_length=1,
    )
    day_starts: Time = setting(
        "When the business day turns over: best at a time when nobody waits. Where the store is "
        "open then, whoever is here goes on in the new day.",
        'a time like "04:00"',
        time(4),
    )
    lines: Literal["counter", "pool"] = setting(
        "One line per counter, or one line for all.", '"counter" or "pool"', "counter"
    )
    rebalance: Literal["suggest", "auto", "off"] = setting(
        "Whether moves between lines are suggested to staff, made by Foyer, or neither.",
        '"suggest", "auto" or "off"',
        "suggest",
    )
    phone: str | None = setting(
        "Whom to ring while the store is closed; its kiosk says so. Left out: nobody.",
        'a telephone number, such as "+49 30 123456"',
        None,
        pattern=r"^\+?[0-9][0-9 ()/.-]{2,30}$",
    )
    country: Country | None = setting(
        "Where telephone numbers are dialled: 0170 5550101 is +49 170 5550101 in DE. "
        "Left out: the country of the time zone; in UTC, none.",
        'a country\'s two capital letters (ISO 3166), such as "DE" or "GB"',
        None,
    )
    address: str | None = setting(
        "The address phones reach this server at; the QR codes print it. "
        "Left out: this machine's address on the local network.",
        'http:// or https:// and a name, such as "http://192.168.1.20:8000"',
        None,
        pattern=r"^https?://[\w.-]+(:\d{1,5})?$",
    )
    proxies: list[Network] = setting(
        "The reverse proxies before this server: their X-Forwarded-For, -Proto and -Host are "
        "believed. Nobody else's are.",
        'a list of addresses or networks such as ["127.0.0.1", "10.0.0.0/24"]',
        [],
    )


def _day(name: str) -> Any:
    return setting(
        f"Opening hours on {name}; leave it out when closed.",
        'a list of times like ["09:00-12:30", "14:00-18:00"], over midnight too; open all day: '
        '["00:00-24:00"]',
        [],
    )


class HoursTable(Table):
    """Beside the weekdays, any date may be a key of its own."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, list[Opening]]

    mon: list[Opening] = _day("Monday")
    tue: list[Opening] = _day("Tuesday")
    wed: list[Opening] = _day("Wednesday")
    thu: list[Opening] = _day("Thursday")
    fri: list[Opening] = _day("Friday")
    sat: list[Opening] = _day("Saturday")
    sun: list[Opening] = _day("Sunday")
    closed: list[Date] = setting(
        "Days the store stays closed.", 'a list of dates like ["2026-12-25"]', []
    )

    @classmethod
    def field(cls, key: str) -> FieldInfo | None:
        return cls.model_fields.get(key, cls.model_fields["mon"])

    @property
    def dates(self) -> dict[date, list[tuple[time, time]]]:
        """The days that are not as their weekday is; what is no date is left to the checks."""
        named = {date_of(key): openings for key, openings in (self.model_extra or {}).items()}
        return {day: openings for day, openings in named.items() if day is not None}


class TimesTable(Table):
    call_unanswered_s: int = number(
        "A call nobody answers becomes a no-show after this.", "seconds", 20, 1800, 120
    )
    hold_minutes_max: int = number(
        "The longest a customer may have a place kept.", "minutes", 1, 480, 30
    )
    target_wait_minutes: int = number(
        "The wait you aim at; reports count who waited no longer.", "minutes", 1, 240, 15
    )
    close_after_minutes: int = number(
        "After closing time, who still waits is sent home after this.", "minutes", 0, 480, 60
    )
    undo_s: int = number("How long a tap by staff can be undone.", "seconds", 10, 900, 120)
    kiosk_idle_s: int = number(
        "A kiosk nobody touches asks, then starts over, after this.", "seconds", 15, 600, 60
    )


class AppointmentsTable(Table):
    early_minutes: int = number(
        "Check-in at the kiosk begins so long before; who comes earlier waits in turn.",
        "minutes",
        0,
        240,
        30,
    )
    late_minutes: int = number(
        "Who comes at most this much later still has the head start.", "minutes", 0, 240, 15
    )
    head_start_minutes: int = number(
        "Counts as having arrived this long before the appointment, and never more than this "
        "before coming.",
        "minutes",
        0,
        240,
        20,
    )


class NeedTable(Table):
    id: Id = setting("How the need is named in the journal.", AN_ID)
    name: Words = setting("What the kiosk shows.", A_TEXT)
    icon: Icon = drawing("need")
    head_start_minutes: int = number(
        "Counts as having arrived this much earlier.", "minutes", 0, 240, 0
    )


class PrivacyTable(Table):
    forget_after_days: int = number(
        "Names, phone numbers, notes and whatever else was told of a visit are forgotten after so "
        "long, every night; the figures stay. 0 keeps them until somebody erases them.",
        "days",
        0,
        3650,
        30,
    )


class PaperTable(Table):
    id: Id = setting("How the paper is named in requirements and in the journal.", AN_ID)
    name: Words = setting("What customers call it.", A_TEXT)
    what_counts: Words = setting("In plain words: what is accepted as this paper.", A_TEXT)
    icon: Icon = drawing("paper")
    form: Form = setting(
        "How it must be brought.", '"original", "certified", "copy" or "screen"', "original"
    )
    max_age_days: int | None = number(
        "Not older than this; left out: any age will do.", "days", 1, 36500, None
    )
    must_not_expire_within_days: int | None = number(
        "Still valid for at least this long; left out: valid today will do.",
        "days",
        1,
        3650,
        None,
    )
    must_match: Id | None = setting(
        "What its papers must agree on when they are read, by a name you choose: "
        'papers that say the same here, such as "name", must carry the same one. '
        "Or the id of a typed question: it must carry what the customer typed.",
        'a short name such as "name" or "number", or a typed question\'s id',
        None,
    )
    reads: list[ReadAs] = setting(
        "What a kiosk with a camera may read it by, instead of a tap.",
        'a list of "mrz" (passports, identity cards), "pdf417" (North American licences), '
        '"code" (QR and barcodes) and "receipt" (its date and order number)',
        [],
    )
    document_types: list[str] = setting(
        "Which documents count when one is read: what its kind starts with; left out: any.",
        'a list like ["P"] (passports) or ["I", "A", "C", "DL", "ID"] (cards and licences)',
        [],
    )
    code_patterns: list[Pattern] = setting(
        "What a code must look like as a whole when one is read; left out: any code will do.",
        "a list of regular expressions like ['RMA-[0-9]{6}']",
        [],
    )
    if_missing: IfMissing = setting(
        "What can be done when it is missing.",
        '"fixable_here" (at the store), "fetch" (soon back with it) or "not_today"',
        "not_today",
    )
    fix: Words | None = setting(
        'What a customer without it can do; needed unless `if_missing` is "not_today".',
        A_TEXT,
        None,
    )
    fetch_minutes: int | None = number(
        'How long fetching it takes; needed when `if_missing` is "fetch".', "minutes", 1, 480, None
    )


class AnswerTable(Table):
    id: Id = setting("How requirements name this answer.", AN_ID)
    text: Words = setting("What the button says.", A_TEXT)


class QuestionTable(Table):
    id: Id = setting("How requirements name this question.", AN_ID)
    text: Words = setting("The question the kiosk asks.", A_TEXT)
    answer: list[AnswerTable] = setting(
        "The answers to choose from, one table each.", "at least two answers", []
    )
    typed: bool = setting(
        "The answer is typed instead: what papers with this question's id in `must_match` say too. "
        "Asked only where such a paper was just read; what is typed never leaves the kiosk.",
        "true or false",
        False,
    )


class RequirementTable(Table):
    any: list[str] = setting(
        "Any one of these papers will do.", 'a list of papers like ["receipt"]', min_length=1
    )
    count: int = number("How many of them are needed.", "papers", 1, 9, 1)
    when: dict[str, list[str]] = setting(
        "Asked only when every question named here was answered with one of these.",
        'questions and their answers like { bought = ["here"] }',
        {},
    )


class ServiceTable(Table):
    id: Id = setting("How the service is named in addresses and in the journal.", AN_ID)
    name: Words = setting("What the kiosk and the TV call it.", A_TEXT)
    prefix: Annotated[str, StringConstraints(pattern=f"^[{PREFIXES}]{{1,2}}$")] | None = setting(
        "What its tickets start with; services that share it share one series of numbers. "
        "Left out: letters of its own that no other service has.",
        'one or two capital letters such as "R" or "RE", not I, O or Q',
        None,
    )
    typical_minutes: float = setting(
        "How long serving one customer usually takes; used until the store has learned better.",
        "a number of minutes from 0.5 to 480",
        ge=0.5,
        le=480,
    )
    icon: Icon = drawing("service")
    question: list[QuestionTable] = setting("What the kiosk asks, one table each.", "tables", [])
    requirement: list[RequirementTable] = setting(
        "The papers asked for, one table a group.", "tables", []
    )


class CounterTable(Table):
    id: Id = setting("How the counter is named in addresses and in the journal.", AN_ID)
    name: Words = setting("What is written over it: a number or a short name.", A_TEXT)
    services: list[str] = setting(
        "What it serves.", 'a list of services like ["advice"]', min_length=1
    )
    where: Words | None = setting("How to find it, in a few words.", A_TEXT, None)
    needs: list[str] = setting(
        "The needs this place meets; whoever has one of them is served where it is met.",
        'a list of needs like ["step_free"]',
        [],
    )


class StaffTable(Table):
    id: Id = setting("How the person is named in the journal.", AN_ID)
    name: str = setting("The name colleagues see.", "a name", min_length=1, max_length=60)
    role: Literal["staff", "floor_walker", "manager"] = setting(
        "Who may do what: only managers see reports.",
        '"staff", "floor_walker" or "manager"',
        "staff",
    )
    pin: str = setting(
        "What the person types at a tablet to sign in; an argon2id hash of it will do too.",
        '4 to 8 digits in quotes, such as pin = "2703"',
        pattern=r"^(\d{4,8}|\$argon2id\$\S+)$",
    )
    languages: list[LanguageCode] = setting(
        "What the person speaks; customers go to somebody who speaks theirs. Left out: any.",
        'a list of language codes like ["en", "tr"]',
        [],
    )
    services: list[str] | None = setting(
        "What the person can serve; left out: whatever the counter does.",
        'a list of services like ["advice"]',
        None,
        min_length=1,
    )
    needs: list[str] = setting(
        "The needs this person meets.", 'a list of needs like ["sign_language"]', []
    )
    breaks: list[Opening] = setting(
        "The person's breaks, on every day the store is open all through them; what customers are "
        "told counts them in.",
        'a list of times like ["10:30-10:45", "13:00-13:30"]',
        [],
    )


class RecoveryTable(Table):
    id: Id = setting("How it is named in the journal.", AN_ID)
    name: Words = setting("What the tablet's button says.", A_TEXT)


TABLES: dict[str, type[Table]] = {
    "store": StoreTable,
    "hours": HoursTable,
    "times": TimesTable,
    "appointments": AppointmentsTable,
    "privacy": PrivacyTable,
}
"""One table each: `[store]`."""

LISTS: dict[str, type[Table]] = {
    "need": NeedTable,
    "paper": PaperTable,
    "service": ServiceTable,
    "counter": CounterTable,
    "staff": StaffTable,
    "recovery": RecoveryTable,
}
"""Any number of tables each: `[[service]]`."""
