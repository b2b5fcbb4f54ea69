"""Telephone numbers as people write them: one number is one person, however it was written."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from server.dialling import country_of, dialled
from server.journal.contract import DIALLED, PHONE, NotSaved, Stream
from server.journal.schema import STEPS, _dialled
from server.journal.sqlite import SqliteJournal
from server.settings import SettingsError, load
from server.store import DIALLED_IN
from tests.calendars.test_calendars import PLAN, Shelf, event
from tests.doors.shop import Shop
from tests.doors.test_appointments import soon
from tests.doors.test_days import MONDAY_NOON, ClockByHand
from tests.journal.morning import Morning, ticket
from tests.store.shop import DAY_MS

ROSAS = "+491705550101"
WRITTEN = [
    "0170 5550101",
    "01705550101",
    "0170/555-01-01",
    "(0170) 5550101",
    "+49 170 5550101",
    "+49-170-555 01 01",
    "00491705550101",
    "0049 170 5550101",
    "+49 (0)170 5550101",
    "+49(0)170/5550101",
    "tel:+49170-5550101",
    "tel:+491705550101",
    "Tel. 0170 5550101",
    "0170 5550101 (Rosa)",
    "+49 170 5550101 Rosa, abends",
    "Rosa: 0170 5550101",
    "٠١٧٠ ٥٥٥٠١٠١",
    "+٤٩ ١٧٠ ٥٥٥٠١٠١",
    "۰۱۷۰ ۵۵۵۰۱۰۱",  # noqa: RUF001 Persian
    "０１７０５５５０１０１",  # noqa: RUF001 as an East Asian keyboard writes them
    "\u202a+49 170 5550101\u202c",
    "+49\u00a0170\u00a05550101",
    "  0170 5550101 ",
]


@pytest.mark.parametrize("phone", WRITTEN)
def test_however_it_is_written_it_is_one_number(phone: str) -> None:
    assert dialled(phone, "DE") == ROSAS


@pytest.mark.parametrize(
    ("phone", "country", "number"),
    [
        ("0170 5550102", "DE", "+491705550102"),
        ("+43 170 5550101", "DE", "+431705550101"),
        ("011 49 170 5550101", "US", ROSAS),
        ("(212) 555-0100", "US", "+12125550100"),
        ("06 1234 5678", "IT", "+390612345678"),
        ("+39 06 1234 5678", "DE", "+390612345678"),
        ("030 123456 ext. 7", "DE", "+4930123456;ext=7"),
        ("+49 170 5550101", None, ROSAS),
        ("0170 555-0101", None, "01705550101"),
        ("٠١٧٠ ٥٥٥٠١٠١", None, "01705550101"),
        ("0170 5550101 or 030 12345678", "DE", "0170555010103012345678"),
        ("5", "DE", "5"),
        ("none", "DE", ""),
        ("", "DE", ""),
    ],
)
def test_what_a_country_makes_of_it(phone: str, country: str | None, number: str) -> None:
    assert dialled(phone, country) == number


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Berlin", "DE"),
        ("Asia/Dubai", "AE"),
        ("US/Eastern", "US"),
        ("Asia/Calcutta", "IN"),
        ("Europe/Kiev", "UA"),
        ("UTC", None),
        ("Etc/GMT+3", None),
    ],
)
def test_a_time_zone_says_the_country(zone: str, country: str | None) -> None:
    assert country_of(zone) == country


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = Shop(tmp_path, always_open=False, clock=ClockByHand())
    yield opened
    opened.close()


def arrive(shop: Shop, **more: Any) -> dict[str, Any]:
    shop.clock.at += 1000
    return shop.arrive({"service": "advice", **more})


def before(shop: Shop, visit: dict[str, Any]) -> list[str]:
    items = shop.get(f"/visits/{visit['id']}/before").body["items"]
    return [one["id"] for one in items]


def test_staff_are_told_of_the_last_visit_however_the_number_was_written(shop: Shop) -> None:
    came: list[str] = []
    for phone in ("0170 5550101", "+49 (0)170 5550101", "٠٠٤٩١٧٠٥٥٥٠١٠١"):
        visit = arrive(shop, phone=phone)
        assert before(shop, visit) == came[::-1]
        assert shop.get(f"/visits/{visit['id']}").body["guest"]["phone"] == phone, "as it was typed"
        came.append(visit["id"])
    for other in ("0171 5550101", "none", "-", None):
        assert before(shop, arrive(shop, phone=other)) == []


def test_a_word_that_is_no_number_makes_nobody_the_same(shop: Shop) -> None:
    first, again = (arrive(shop, phone="none") for _ in range(2))
    assert before(shop, first) == before(shop, again) == []


def test_whoever_comes_with_an_appointment_is_known_again(shop: Shop) -> None:
    first = arrive(shop, phone="0170 5550101")
    told = {"service": "advice", "at": soon(), "phone": "tel:+49 170 5550101"}
    booked = shop.post("/appointments", told).body
    second = arrive(shop, appointment=booked["id"])
    assert before(shop, second) == [first["id"]]
    third = {"service": "advice", "at": soon(), "phone": "0170 5550101"}
    booked = shop.post("/appointments", third).body
    other = arrive(shop, appointment=booked["id"], phone="0171 5550101")
    assert before(shop, other) == [], "what is typed at the kiosk counts"
    shop.ask("DELETE", f"/guests/{second['id']}", by="omar")
    third = arrive(shop, phone="0049 170 5550101")
    assert before(shop, third) == [first["id"]]


def test_a_calendar_s_number_is_read_as_the_stores_country_dials_it() -> None:
    shelf = Shelf(PLAN)
    [made] = shelf.takes(event("1", ":20261202T100000Z", "ATTENDEE;CN=Rosa:tel:0170-5550101"))
    assert made.appointment is not None
    told = shelf.store.journal.guest(made.appointment.id)
    assert (told["phone"], told[DIALLED]) == ("0170-5550101", ROSAS)
    shelf.store.close()


def test_another_country_reads_the_numbers_anew(shop: Shop) -> None:
    first = arrive(shop, phone="0170 5550101")
    settings = shop.config.read_text("utf-8")
    shop.config.write_text(settings.replace('country = "DE"', 'country = "AT"'), "utf-8")
    shop.restart()
    again = arrive(shop, phone="+43 170 5550101")
    assert before(shop, again) == [first["id"]]
    shop.config.write_text(settings, "utf-8")
    shop.restart()
    assert before(shop, again) == []


def test_numbers_of_an_older_journal_are_read_too(tmp_path: Path) -> None:
    path, then = tmp_path / "foyer.db", MONDAY_NOON - 7 * DAY_MS
    older = SqliteJournal(path, STEPS[: STEPS.index(_dialled)])
    week_before = Morning(older, Stream("main", "2026-10-12"))
    for n, (visit, phone) in enumerate({"rosa": "0170/555-0101", "ken": "0171 5550101"}.items()):
        told = ((visit, PHONE, phone),)
        week_before.write(*ticket(visit, n, at=then), guests=told, at=then)
    older.close()
    shop = Shop(tmp_path, always_open=False, clock=ClockByHand())
    assert before(shop, arrive(shop, phone="+49 170 5550101")) == ["rosa"]
    assert shop.journal.guest("rosa") == {PHONE: "0170/555-0101", DIALLED: ROSAS}
    shop.close()


def test_a_full_disk_does_not_keep_a_store_closed_for_its_numbers(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(journal: SqliteJournal, dialled: Any) -> None:
        raise NotSaved("database or disk is full")

    first = arrive(shop, phone="0170 5550101")
    shop.journal.note(DIALLED_IN, b"AT")
    with monkeypatch.context() as patch:
        patch.setattr(SqliteJournal, "redial", full)
        shop.restart()
        assert shop.get("/floor").status == 200
    shop.restart()
    assert shop.journal.noted(DIALLED_IN) == b"DE"
    assert before(shop, arrive(shop, phone="+49 170 5550101")) == [first["id"]]


def test_the_setting_is_a_country(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    told = (Path(__file__).parents[2] / "config.toml").read_text("utf-8")
    config.write_text(told.replace('country = "DE"', 'country = "UK"'), "utf-8")
    with pytest.raises(SettingsError, match='"DE" or "GB"'):
        load(config)
    config.write_text(told.replace('country = "DE"', ""), "utf-8")
    assert load(config).plan().country == "DE"


@pytest.mark.machine
def test_a_start_does_not_wait_for_the_library() -> None:
    """It knows every country's numbers, which takes longer to read than a start may."""
    program = "import sys, server.app, server.__main__; sys.exit('phonenumbers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
