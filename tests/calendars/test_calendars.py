"""iCalendar files as they are met: taken, or handed back with the reason, and never twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.booking import Taken, take_in
from server.calendars import NotACalendar, Planned, read_calendar
from server.floor import commands as c
from server.floor.hours import rfc3339
from server.floor.plan import StorePlan
from server.journal.memory import MemoryJournal
from server.journal.projection import appointment_of
from server.settings import load
from server.store import OpenStore
from server.waits.forecaster import Forecaster
from tests.doors.test_days import ClockByHand

PLAN = load(Path(__file__).parents[2] / "config.toml").plan()
TUESDAY = "20261020T143000"


def event(uid: str = "1", starts: str = f";TZID=Europe/Berlin:{TUESDAY}", *more: str) -> str:
    title = () if any(line.startswith("SUMMARY") for line in more) else ("SUMMARY:Advice",)
    lines = ("BEGIN:VEVENT", f"UID:{uid}@shop", f"DTSTART{starts}", *title, *more, "END:VEVENT")
    return "\r\n".join(lines)


def file(*events: str, head: str = "") -> bytes:
    return "\r\n".join(
        ["BEGIN:VCALENDAR", *filter(None, [head]), *events, "END:VCALENDAR"]
    ).encode()


def only(*events: str, **more: str | None) -> Planned:
    [planned] = read_calendar(PLAN, file(*events), **more).events
    assert isinstance(planned, Planned), planned
    return planned


class Shelf:
    """A store that takes files in, with the clock at Monday noon."""

    def __init__(self, plan: StorePlan) -> None:
        self.store = OpenStore(plan, MemoryJournal(), ClockByHand(), Forecaster(plan))

    def takes(self, *events: str, head: str = "") -> list[Taken]:
        return list(take_in(self.store, read_calendar(PLAN, file(*events, head=head))))

    def did(self, *events: str, head: str = "") -> list[str]:
        return [one.did for one in self.takes(*events, head=head)]

    @property
    def stands(self) -> list[tuple[str, str]]:
        rows = self.store.journal.appointments("main")
        return [(rfc3339(row["at"])[5:16], row["state"]) for row in rows]


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    opened = Shelf(PLAN)
    yield opened
    opened.store.close()


@pytest.mark.parametrize(
    ("starts", "at"),
    [
        (":20261020T123000Z", "2026-10-20T12:30"),
        (f";TZID=Europe/Berlin:{TUESDAY}", "2026-10-20T12:30"),
        (f":{TUESDAY}", "2026-10-20T12:30"),
        (";TZID=Asia/Dubai:20261020T163000", "2026-10-20T12:30"),
        (";TZID=Europe/Berlin:20261025T143000", "2026-10-25T13:30"),
        (";TZID=Europe/Berlin:20261025T023000", "2026-10-25T00:30"),
    ],
)
def test_a_time_is_the_moment_it_means(starts: str, at: str) -> None:
    assert rfc3339(only(event("1", starts)).at)[:16] == at


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        (event("1", ";VALUE=DATE:20261020"), "whole day"),
        (event("1", ";TZID=Europe/Berlin:20270328T023000"), "no such time"),
        (event("1", f":{TUESDAY}", "RRULE:FREQ=WEEKLY;COUNT=4"), "repeats"),
        (event("1", f":{TUESDAY}", "RDATE:20261021T143000"), "repeats"),
        (event("1", f":{TUESDAY}", "SUMMARY:Dentist"), "names a service"),
        (event("1", ":19261020T143000"), "this age"),
        (event("1", ":soon"), "DTSTART"),
        ("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Advice\r\nEND:VEVENT", "DTSTART"),
    ],
)
def test_what_is_no_appointment_is_handed_back_with_the_reason(odd: str, why: str) -> None:
    refused, taken = read_calendar(PLAN, file(odd, event("2"))).events
    assert why in refused.why  # type: ignore[union-attr]
    assert isinstance(taken, Planned)


@pytest.mark.parametrize("data", [b"", b"hello", b"\xff\xfe\x00", b"BEGIN:VEVENT\r\nEND:VEVENT"])
def test_what_is_no_calendar_says_so(data: bytes) -> None:
    with pytest.raises(NotACalendar):
        read_calendar(PLAN, data)


DAMAGE = ["", "\n", ":", ";", "=", '"', "9", "é"]
LINES = file(event("1", f":{TUESDAY}", "STATUS:CONFIRMED", "ATTENDEE;CN=Ken:tel:+4930123")).decode()


@given(st.data())
def test_a_damaged_file_is_read_or_refused_never_a_crash(data: st.DataObject) -> None:
    place = st.integers(0, len(LINES) - 1)
    text = list(LINES)
    for _ in range(data.draw(st.integers(1, 6))):
        text[data.draw(place)] = data.draw(st.sampled_from(DAMAGE))
    with suppress(NotACalendar):
        read_calendar(PLAN, "".join(text).encode())


def test_service_number_and_guest_are_found_where_calendars_put_them() -> None:
    told = only(event("1", f":{TUESDAY}", "SUMMARY:Advice – Ken Schmidt #471100"))
    assert (told.service, told.number, dict(told.guest)) == (
        *("advice", "471100"),
        {"name": "Ken Schmidt"},
    )
    told = only(
        event(
            *("1", f":{TUESDAY}", "SUMMARY:Rosa", "CATEGORIES:Shop,Recovery", "X-FOYER-CODE:8001"),
            *("DESCRIPTION:wet\\, in a bag", "ATTENDEE;CN=Rosa Sonnenfeld:tel:+49301234"),
        )
    )
    assert (told.service, told.number) == ("recovery", "8001")
    assert dict(told.guest) == {
        "name": "Rosa Sonnenfeld",
        "phone": "+49301234",
        "note:appointment": "wet, in a bag",
    }
    assert only(event("1", f":{TUESDAY}", "SUMMARY:Dentist"), service="advice").service == "advice"


def test_taking_it_in_twice_changes_nothing(shelf: Shelf) -> None:
    both = (event("1"), event("2", ":20261020T150000Z"))
    assert shelf.did(*both) == ["made", "made"]
    seq = shelf.store.look(lambda day, now, forecast: day.seq)
    assert shelf.did(*both) == ["unchanged", "unchanged"]
    assert shelf.store.look(lambda day, now, forecast: day.seq) == seq
    numbers = {row["code"] for row in shelf.store.journal.appointments("main")}
    assert len(numbers) == 2


def test_what_the_calendar_changed_is_changed_and_what_staff_changed_stays(shelf: Shelf) -> None:
    shelf.takes(event("1", f":{TUESDAY}", "SEQUENCE:1"))
    [row] = shelf.store.journal.appointments("main")
    moved = c.MoveAppointment(appointment_of(row), row["at"] + 3_600_000)
    shelf.store.do(moved, by="mai", answer=lambda done: None)  # type: ignore[arg-type,return-value]
    assert shelf.did(event("1", f":{TUESDAY}", "SEQUENCE:1")) == ["unchanged"]
    assert shelf.stands == [("10-20T13:30", "booked")]

    newer = event("1", ":20261020T140000Z", "SEQUENCE:2")
    assert shelf.did(newer, event("1", f":{TUESDAY}", "SEQUENCE:1")) == ["moved"]
    assert shelf.stands == [("10-20T14:00", "booked")]
    assert shelf.did(event("1", ":20261020T140000Z", "SEQUENCE:3"), head="METHOD:CANCEL") == [
        "cancelled"
    ]
    assert shelf.did(event("1", ":20261020T143000Z", "SEQUENCE:4")) == ["moved"]
    assert shelf.did(event("1", ":20261020T143000Z", "STATUS:CANCELLED", "SEQUENCE:5")) == [
        "cancelled"
    ]
    assert shelf.stands == [("10-20T14:30", "cancelled")]


def test_one_of_a_series_is_an_appointment_of_its_own(shelf: Shelf) -> None:
    series = (
        event("1", f":{TUESDAY}", "RRULE:FREQ=DAILY"),
        event("1", ":20261021T110000Z", "RECURRENCE-ID:20261021T120000Z"),
        event("1", ":20261022T120000Z", "RECURRENCE-ID:20261022T120000Z"),
    )
    assert shelf.did(*series) == ["refused", "made", "made"]
    assert shelf.did(*series) == ["refused", "unchanged", "unchanged"]


def test_past_closed_and_twice_the_same_number_are_told(shelf: Shelf) -> None:
    told = shelf.takes(
        event("1", ":20261019T090000Z"),
        event("2", ":20261020T010000Z"),
        event("3", ":20261020T120000Z", "SUMMARY:Advice #471100"),
        event("4", ":20261020T130000Z", "SUMMARY:Advice #471100"),
        event("5", ":20261020T140000Z", "STATUS:CANCELLED"),
    )
    assert [one.did for one in told] == ["past", "refused", "made", "refused", "unchanged"]
    assert "opening hours" in told[1].why
    assert "471100" in told[3].why
