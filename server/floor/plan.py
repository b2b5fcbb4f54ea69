"""The store as configured: what the floor may know of config.toml, as plain frozen values.

Times of day and durations carry their unit in the name; `Words` is a text in each of the
store's languages, keyed by language code.
"""

from __future__ import annotations

from datetime import date, time
from typing import Literal

from msgspec import Struct

from server.floor.facts import Millis

Words = dict[str, str]
ReadAs = Literal["code", "pdf417", "mrz", "receipt"]
IfMissing = Literal["fixable_here", "fetch", "not_today"]
Form = Literal["original", "certified", "copy", "screen"]


class Answer(Struct, frozen=True):
    id: str
    text: Words


class Question(Struct, frozen=True):
    id: str
    text: Words
    answers: tuple[Answer, ...]


class TypedQuestion(Struct, frozen=True):
    """Answered by typing what a paper says too. Asked only where that paper was just read, and
    compared by a keyed hash: the answer itself never leaves the kiosk."""

    id: str
    text: Words


class Paper(Struct, frozen=True):
    """A document a service asks for, and what can be done today when it is missing."""

    id: str
    name: Words
    what_counts: Words
    icon: str = "paper"
    form: Form = "original"
    max_age_days: int | None = None
    must_not_expire_within_days: int | None = None
    must_match: str | None = None
    """Papers that name the same thing here (a name, a number) must agree on it when read; and with
    what was typed, where a typed question has this id."""
    reads: tuple[ReadAs, ...] = ()
    """What the kiosk's camera may read it by; none: it is only asked for."""
    document_types: tuple[str, ...] = ()
    code_patterns: tuple[str, ...] = ()
    if_missing: IfMissing = "not_today"
    fix: Words = {}
    fetch_minutes: int | None = None


class Requirement(Struct, frozen=True):
    """Any `count` of `any` will do; asked only `when` every named question was answered so."""

    any: tuple[str, ...]
    when: dict[str, tuple[str, ...]] = {}
    count: int = 1


class Service(Struct, frozen=True):
    id: str
    name: Words
    prefix: str
    typical_minutes: float
    icon: str = "service"
    questions: tuple[Question, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    typed: tuple[TypedQuestion, ...] = ()


class CounterPlan(Struct, frozen=True):
    id: str
    name: Words
    services: frozenset[str]
    where: Words = {}
    needs: frozenset[str] = frozenset()
    """The needs this place meets: a way without steps …"""


class StaffMember(Struct, frozen=True):
    id: str
    name: str
    role: Literal["staff", "floor_walker", "manager"] = "staff"
    languages: tuple[str, ...] = ()
    services: frozenset[str] | None = None
    """None: whatever the counter serves."""
    needs: frozenset[str] = frozenset()
    """The needs this person meets: sign language …"""
    breaks: tuple[tuple[time, time], ...] = ()
    """From and until, each on every day the store is open all through it."""


class Need(Struct, frozen=True):
    id: str
    name: Words
    icon: str = "need"
    head_start_minutes: float = 0


class Recovery(Struct, frozen=True):
    """What staff may offer when a told wait is broken: an apology, a coffee."""

    id: str
    name: Words


class Times(Struct, frozen=True):
    call_unanswered_s: int = 120
    hold_minutes_max: int = 30
    target_wait_minutes: int = 15
    close_after_minutes: int = 60
    undo_s: int = 120
    kiosk_idle_s: int = 60


class Appointments(Struct, frozen=True):
    early_minutes: int = 30
    late_minutes: int = 15
    head_start_minutes: int = 20


Opening = tuple[time, time]


class Hours(Struct, frozen=True):
    """Opening hours by weekday (0 = Monday), as (opens, closes) pairs; `dates` override."""

    week: tuple[tuple[Opening, ...], ...]
    dates: tuple[tuple[date, tuple[Opening, ...]], ...] = ()
    always_open: bool = False
    ends: tuple[str, Millis] | None = None
    """A business day, and when it was said on that day that the store closes, whatever else is
    written here."""

    def of(self, day: date) -> tuple[Opening, ...]:
        return dict(self.dates).get(day, self.week[day.weekday()])

    @property
    def closed(self) -> frozenset[date]:
        return frozenset(day for day, openings in self.dates if not openings)


class StorePlan(Struct, frozen=True):
    id: str
    name: Words
    time_zone: str
    languages: tuple[str, ...]
    lines: Literal["counter", "pool"]
    day_starts: time
    hours: Hours
    times: Times
    services: dict[str, Service]
    papers: dict[str, Paper]
    counters: dict[str, CounterPlan]
    staff: dict[str, StaffMember]
    needs: dict[str, Need]
    recoveries: dict[str, Recovery] = {}
    rebalance: Literal["suggest", "auto", "off"] = "suggest"
    appointments: Appointments = Appointments()
    phone: str | None = None
    country: str | None = None
    """ISO 3166: where telephone numbers without a + are dialled."""

    def service(self, service_id: str) -> Service:
        """The service, or a bare one in its place: config.toml may have dropped it mid-day."""
        known = self.services.get(service_id)
        return known or Service(service_id, dict.fromkeys(self.languages, service_id), "", 10)
