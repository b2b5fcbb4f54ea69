"""Calendars as people's programs write them: each of these was once read wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from server.booking import Taken, summary, take_in
from server.calendars import NotACalendar, Planned, Unusable, read_calendar
from server.floor.hours import rfc3339
from server.floor.plan import StorePlan
from server.settings import load
from tests.calendars.test_calendars import PLAN, Shelf, event, file

FORM = "Service number 3 (form 3)"


def named(tmp_path: Path, *names: str) -> StorePlan:
    """The store with other names for its service `advice`, in each language one."""
    told = (Path(__file__).parents[2] / "config.toml").read_text()
    of = dict(zip(("en", "de", "ar"), names + names[:1] * 2, strict=False))
    words = ", ".join(f"{language} = '{name}'" for language, name in of.items())
    was = 'name = { en = "Ask for advice", de = "Beratung", ar = "استشارة" }'
    assert was in told
    config = tmp_path / "config.toml"
    config.write_text(told.replace(was, f"name = {{ {words} }}"))
    return load(config).plan()


def one(
    *more: str, starts: str = ":20261202T100000Z", head: str = "", plan: StorePlan = PLAN
) -> Planned | Unusable:
    [read] = read_calendar(plan, file(event("1", starts, *more), head=head)).events
    return read


def made(*more: str, starts: str = ":20261202T100000Z", head: str = "") -> Planned:
    read = one(*more, starts=starts, head=head)
    assert isinstance(read, Planned), read
    return read


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    opened = Shelf(PLAN)
    yield opened
    opened.store.close()


@pytest.mark.parametrize(
    "text",
    [
        "DESCRIPTION:It&#8217\\;s about the old drive",
        "SUMMARY:Advice – Sample&#8217;s Shop",
        "DESCRIPTION:It&#8217s about",
        "DESCRIPTION:see https://book.example/x#20261201",
        "DESCRIPTION:see https://book.example/ #/x\\, or www.book.example/#445566",
        'DESCRIPTION:<font color="#336699">hello</font>',
        "DESCRIPTION:<p style='color: #336699'>hello</p>",
        "DESCRIPTION:<style>p { color: #336699; margin: 0 }</style>hello",
        "DESCRIPTION:p { background-color: #336699; }",
        "DESCRIPTION:bgcolor=#336699",
        "SUMMARY:Advice – summer sale #2026",
        "DESCRIPTION:since #2026-12-01",
        "DESCRIPTION:invoice A#445566",
        "DESCRIPTION:about #1234.50",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert made(text).number is None


@pytest.mark.parametrize(
    "text",
    [
        "SUMMARY:Advice #471100 Ken",
        "SUMMARY:Advice – Ken (#471100)",
        "DESCRIPTION:Number: #471100.",
        "DESCRIPTION:Number:# 471100\\; wet",
        "DESCRIPTION:<b>#471100</b><br>wet",
        "DESCRIPTION:&#35\\;471100",
        "DESCRIPTION:https://book.example/#4455\\n#471100",
        "SUMMARY:Advice #٤٧١١٠٠",
        "X-FOYER-CODE:471100",
    ],
)
def test_a_number_that_stands_by_itself_is_the_customers(text: str) -> None:
    assert made(text).number == "471100"


def test_what_programs_write_as_html_is_told_as_text() -> None:
    told = made(
        "SUMMARY:Advice – Sample&#8217;s &amp; Son",
        'DESCRIPTION:<p>old <font color="#336699">drive</font></p>1 < 2',
    )
    assert dict(told.guest) == {
        "name": "Sample’s & Son",
        "note:appointment": "old drive\n1 < 2",
    }


OWN_ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:{}\r\n"
    "BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0600\r\nTZOFFSETTO:+0500\r\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0500\r\nTZOFFSETTO:+0600\r\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE"
)


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        ("America/New_York", "15:00"),
        ("america/new_york", "15:00"),
        ("Eastern Standard Time", "15:00"),
        ("W. Europe Standard Time", "09:00"),
        ('"W. Europe Standard Time"', "09:00"),
        ("/freeassociation.sourceforge.net/America/New_York", "15:00"),
        ("UTC", "10:00"),
    ],
)
def test_a_zone_of_the_world_is_known_by_its_names(zone: str, hour: str) -> None:
    told = made(starts=f";TZID={zone}:20261202T100000")
    assert rfc3339(told.at)[11:16] == hour


@pytest.mark.parametrize("zone", ["Customized Time Zone", "tzone://Microsoft/Custom", "EST"])
@pytest.mark.parametrize("behind", [False, True])
def test_a_zone_that_the_calendar_explains_is_the_calendars(zone: str, behind: bool) -> None:
    winter, summer = (
        event(uid, f";TZID={zone}:2026{day}T150000") for uid, day in (("1", "1202"), ("2", "0902"))
    )
    parts = (winter, summer, OWN_ZONE.format(zone))
    read = read_calendar(PLAN, file(*(parts if behind else parts[::-1]))).events
    hours = {rfc3339(one.at)[5:16] for one in read if isinstance(one, Planned)}
    assert hours == {"12-02T10:00", "09-02T09:00"}


@pytest.mark.parametrize(
    "zone",
    [
        "Customized Time Zone",
        "America/Nowhere",
        "Europe",
        "tzone://Microsoft/Custom",
        "(UTC-05:00) Eastern Time (US & Canada)",
        "../../etc/passwd",
        "X" * 300,
    ],
)
def test_a_zone_nobody_knows_is_refused_by_name(zone: str) -> None:
    for quoted in (zone, f'"{zone}"'):
        refused = one(starts=f";TZID={quoted}:20261202T100000")
        assert isinstance(refused, Unusable)
        assert f"its time zone {zone} is not known here" in refused.why


def test_a_zone_that_is_explained_wrongly_refuses_its_own_events_only() -> None:
    broken = "BEGIN:VTIMEZONE\r\nTZID:Here\r\nBEGIN:STANDARD\r\nEND:STANDARD\r\nEND:VTIMEZONE"
    refused, read = read_calendar(
        PLAN, file(broken, event("1", ";TZID=Here:20261202T100000"), event("2"))
    ).events
    assert isinstance(refused, Unusable)
    assert "its time zone Here is not known" in refused.why
    assert isinstance(read, Planned)


def test_a_calendar_may_name_the_zone_of_times_without_one() -> None:
    head = "X-WR-TIMEZONE:America/New_York"
    assert rfc3339(made(starts=":20261202T100000", head=head).at)[11:16] == "15:00"
    there = made(starts=";TZID=Europe/Berlin:20261202T100000", head=head)
    assert rfc3339(there.at)[11:16] == "09:00"
    refused = one(starts=":20261202T100000", head="X-WR-TIMEZONE:Mars/Olympus")
    assert isinstance(refused, Unusable)
    assert "Mars/Olympus" in refused.why


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/Nowhere", '"tzone://x"'])
def test_a_time_in_utc_is_in_utc_whatever_zone_is_named_too(zone: str) -> None:
    assert rfc3339(made(starts=f";TZID={zone}:20261202T100000Z").at)[11:16] == "10:00"


def test_each_bad_event_has_its_own_reason_and_the_good_one_is_made(shelf: Shelf) -> None:
    told = shelf.takes(
        event("ok", ":20261202T100000Z"),
        event("bad1", ":2026-12-02 10:00"),
        event("bad2", ":20261202T250000Z"),
        event("bad3", ":20261202T100000Z", "this line has no colon"),
        event("bad4", ";TZID=Nowhere:20261202T100000"),
        event("bad5", ":20261202T100000Z", "RECURRENCE-ID:whenever", "SUMMARY:Dentist"),
    )
    assert [one.did for one in told] == ["made", *["refused"] * 5]
    whys = [one.why for one in told[1:]]
    assert len(set(whys)) == len(whys)
    for why, said in zip(
        whys,
        ("2026-12-02 10:00", "20261202T250000Z", "this line has no colon", "Nowhere", "service"),
        strict=True,
    ):
        assert said in why


@pytest.mark.parametrize(
    "name",
    [FORM, "Fast help!", "Help ASAP.", "Drive+", "Tarif 100 %", "„Eilig“", "(Express)", "C++"],
)
def test_a_service_is_found_however_its_name_begins_and_ends(tmp_path: Path, name: str) -> None:
    plan = named(tmp_path, name)
    for title in (f"{name} - Robin Sample", f"Robin Sample - {name}", f"{name}: Robin Sample"):
        read = one(f"SUMMARY:{title}", plan=plan)
        assert isinstance(read, Planned), read
        assert (read.service, dict(read.guest)) == ("advice", {"name": "Robin Sample"})
    for lines in (
        ("SUMMARY:Robin Sample", f"CATEGORIES:{name.lower()}"),
        ("SUMMARY:Robin Sample", f"CATEGORIES:Shop,{name.lower()}\\, walk-in"),
        ("SUMMARY:Robin Sample (advice)",),
    ):
        read = one(*lines, plan=plan)
        assert isinstance(read, Planned), read
        assert (read.service, dict(read.guest)) == ("advice", {"name": "Robin Sample"})


def test_a_service_is_no_part_of_a_longer_word(tmp_path: Path) -> None:
    plan = named(tmp_path, "Help")
    assert isinstance(one("SUMMARY:Helpless Robin", plan=plan), Unusable)
    assert isinstance(one("SUMMARY:Selfhelp", plan=plan), Unusable)
    assert isinstance(one("SUMMARY:help_robin", plan=plan), Unusable)


def test_the_customer_is_neither_host_nor_room_and_may_decline(shelf: Shelf) -> None:
    host = "ORGANIZER;CN=Front Desk:mailto:desk@example.org"
    desk = "ATTENDEE;CN=Front Desk;PARTSTAT=ACCEPTED:MAILTO:desk@example.org"
    room = "ATTENDEE;CN=Room 4;CUTYPE=ROOM:mailto:room4@example.org"
    van = "ATTENDEE;CN=Van;CUTYPE=RESOURCE:mailto:van@example.org"
    robin = "ATTENDEE;CN=Robin Sample:mailto:robin@example.org"
    gone = "ATTENDEE;CN=Kim One;PARTSTAT=DECLINED:mailto:kim@example.org"

    assert dict(made(host, desk, room, van, robin).guest) == {"name": "Robin Sample"}
    assert dict(made(gone, robin).guest) == {"name": "Robin Sample"}
    assert dict(made(host, desk, room).guest) == {}
    assert not made(gone, robin).cancelled
    assert made(host, desk, room, gone).cancelled

    assert shelf.did(event("1", ":20261202T100000Z", host, desk, gone)) == ["unchanged"]
    assert shelf.did(event("1", ":20261202T100000Z", host, desk, robin)) == ["made"]
    assert shelf.did(event("1", ":20261202T100000Z", host, desk, gone)) == ["cancelled"]


def test_one_of_a_series_is_the_same_in_whatever_zone_it_is_told(shelf: Shelf) -> None:
    def told(starts: str) -> str:
        return event("1", starts, f"RECURRENCE-ID{starts}")

    assert shelf.did(told(";TZID=Europe/Berlin:20261201T110000")) == ["made"]
    for same in (":20261201T100000Z", ";TZID=America/New_York:20261201T050000"):
        assert shelf.did(told(same)) == ["unchanged"]
    assert shelf.did(told(":20261201T110000")) == ["unchanged"]


AT_ELEVEN = event("a", ":20261020T090000Z", "SUMMARY:Advice: Kim One")
AT_TWELVE = event("b", ":20261020T100000Z", "SUMMARY:Advice: Kim Two")
OTHERS = event("c", ":20261020T110000Z", "SUMMARY:Advice: Kim Three")


def test_what_a_calendar_holds_no_more_is_told_and_cancelled_on_demand(shelf: Shelf) -> None:
    shelf.takes(AT_ELEVEN, AT_TWELVE)
    told = shelf.takes(AT_ELEVEN)
    assert [one.did for one in told] == ["unchanged", "gone"]
    *_, line, counted, offer = summary(PLAN, told)
    assert "12:00" in line
    assert "1 gone" in counted
    assert "1 is no longer in this calendar" in offer
    assert "--gone cancel" in offer
    assert shelf.stands[1] == ("10-20T10:00", "booked")

    assert [one.did for one in gone(shelf, AT_ELEVEN)] == ["unchanged", "cancelled"]
    assert shelf.stands[1] == ("10-20T10:00", "cancelled")
    assert shelf.did(AT_ELEVEN) == ["unchanged"]
    assert shelf.did(AT_ELEVEN, AT_TWELVE) == ["unchanged", "moved"]
    assert shelf.stands[1] == ("10-20T10:00", "booked")


def gone(shelf: Shelf, *events: str, head: str = "") -> list[Taken]:
    read = read_calendar(PLAN, file(*events, head=head))
    return list(take_in(shelf.store, read, "cancel"))


@pytest.mark.parametrize("heads", [("", ""), ("X-WR-CALNAME:Shop", "X-WR-CALNAME:Yard")])
def test_of_two_calendars_each_has_its_own(shelf: Shelf, heads: tuple[str, str]) -> None:
    shelf.takes(AT_ELEVEN, AT_TWELVE, head=heads[0])
    assert [one.did for one in gone(shelf, OTHERS, head=heads[1])] == ["made"]
    told = gone(shelf, AT_TWELVE, head=heads[0])
    assert [one.did for one in told] == ["unchanged", "cancelled"]
    assert [state for _, state in shelf.stands] == ["cancelled", "booked", "booked"]


def test_a_message_about_one_event_is_no_whole_calendar(shelf: Shelf) -> None:
    shelf.takes(AT_ELEVEN, AT_TWELVE)
    for method in ("REQUEST", "CANCEL"):
        told = gone(shelf, AT_ELEVEN, head=f"METHOD:{method}")
        assert len(told) == 1


def test_what_cannot_be_read_any_more_is_not_gone(shelf: Shelf) -> None:
    shelf.takes(AT_ELEVEN, AT_TWELVE)
    repeats = AT_TWELVE.replace("SUMMARY", "RRULE:FREQ=DAILY\r\nSUMMARY")
    assert [one.did for one in gone(shelf, AT_ELEVEN, repeats)] == ["unchanged", "refused"]


MUELLER = file(event("1", ":20261202T100000Z", "SUMMARY:Advice - Müller – „Straße“")).decode()


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_of_an_older_machine_is_read_right(encoding: str) -> None:
    [read] = read_calendar(PLAN, MUELLER.encode(encoding)).events
    assert isinstance(read, Planned)
    assert dict(read.guest) == {"name": "Müller – „Straße“"}


def test_a_letter_may_be_folded_in_two() -> None:
    data = MUELLER.encode().replace("ü".encode(), "ü".encode()[:1] + b"\r\n " + "ü".encode()[1:])
    [read] = read_calendar(PLAN, data).events
    assert read.what == "Advice - Müller – „Straße“"


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("Привет", "windows-1251"), ("سامر", "windows-1256"), ("Wałęsa", "windows-1250")],
)
def test_what_cannot_be_known_to_be_read_right_says_how_to_save_it(
    name: str, encoding: str
) -> None:
    data = file(event("1", ":20261202T100000Z", f"SUMMARY:Advice - {name}")).decode()
    with pytest.raises(NotACalendar, match="UTF-8"):
        read_calendar(PLAN, data.encode(encoding))


def test_one_number_may_be_two_peoples_on_two_days(shelf: Shelf) -> None:
    told = shelf.takes(
        event("1", ":20261020T130000Z", "SUMMARY:Advice #4711 Robin"),
        event("2", ":20261022T130000Z", "SUMMARY:Advice #4711 Robin"),
        event("3", ":20261022T140000Z", "SUMMARY:Advice #4711 Kim"),
    )
    assert [one.did for one in told] == ["made", "made", "refused"]
    assert "4711" in told[2].why
    onto = event("1", ":20261022T120000Z", "SUMMARY:Advice #4711 Robin", "SEQUENCE:1")
    [moved, *_] = shelf.takes(onto)
    assert moved.did == "refused"
