"""Appointments through the doors: made, listed, moved, checked in, and erased."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from server.floor.hours import rfc3339
from server.journal.rebuild import rebuild
from tests.doors.shop import Shop
from tests.doors.test_days import MONDAY_NOON, ClockByHand, tomorrow

WORDS = {"name": "Ken Schmidt", "phone": "030 123", "notes": "brings two drives"}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = Shop(tmp_path, always_open=False, clock=ClockByHand())
    yield opened
    opened.close()


def soon(minutes: float = 10) -> str:
    return rfc3339(MONDAY_NOON + round(minutes * 60_000))


def book(shop: Shop, **more: Any) -> dict[str, Any]:
    reply = shop.post("/appointments", {"service": "advice", "at": soon()} | more)
    assert reply.status == 201, reply
    booked: dict[str, Any] = reply.body
    return booked


def test_made_listed_moved_and_cancelled(shop: Shop) -> None:
    later, sooner = book(shop, at=soon(20), **WORDS), book(shop, at=soon(5), code="47-11 00")
    assert (sooner["code"], sooner["state"], len(later["code"])) == ("471100", "due", 6)
    listed = shop.get("/appointments").body["items"]
    assert [one["id"] for one in listed] == [sooner["id"], later["id"]]
    assert {field: listed[1][field] for field in WORDS} == WORDS
    page = shop.get("/appointments?limit=1").body
    rest = shop.get(f"/appointments?limit=1&cursor={page['next']}").body
    assert [page["items"][0], rest["items"][0], rest["next"]] == [*listed, None]

    moved = shop.post(f"/appointments/{sooner['id']}/move", {"at": soon(30), "service": "recovery"})
    assert (moved.status, moved.body["service"]) == (200, "recovery")
    for _ in range(2):
        cancelled = shop.post(f"/appointments/{later['id']}/cancel")
        assert (cancelled.status, cancelled.body["state"]) == (200, "cancelled")
    states = {one["id"]: one["state"] for one in shop.get("/appointments").body["items"]}
    assert states == {sooner["id"]: "due", later["id"]: "cancelled"}
    floor = shop.get("/floor").body["appointments"]
    assert floor == {"due": 1, "cancelled": 1}


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({}, 422, "invalid_input"),
        ({"service": "advice"}, 422, "invalid_input"),
        ({"service": "advice", "at": "tomorrow"}, 422, "invalid_input"),
        ({"service": "advice", "at": "2999-01-01T10:00:00"}, 422, "invalid_input"),
        ({"service": "haircut", "at": soon()}, 422, "unknown_service"),
        ({"service": "advice", "at": soon(-1)}, 422, "appointment_past"),
        ({"service": "advice", "at": soon(12 * 60)}, 422, "appointment_closed"),
        ({"service": "advice", "at": soon(), "code": "12"}, 422, "invalid_input"),
        ({"service": "advice", "at": soon(), "code": "٤٧١١"}, 422, "invalid_input"),
        ({"service": "advice", "at": soon(), "needs": ["wings"]}, 422, "unknown_need"),
    ],
)
def test_what_cannot_be_says_what_to_do(shop: Shop, body: Any, status: int, code: str) -> None:
    reply = shop.post("/appointments", body)
    assert (reply.status, reply.code) == (status, code)
    assert reply.body["errors"][0]["problem"]


def test_a_retry_makes_one_and_a_number_is_one_persons(shop: Shop) -> None:
    body = {"service": "advice", "at": soon(), "code": "471100"}
    first = shop.post("/appointments", body, key="k1")
    assert shop.post("/appointments", body, key="k1").raw == first.raw
    assert shop.post("/appointments", body).code == "code_taken"
    assert len(shop.get("/appointments").body["items"]) == 1
    assert shop.post("/appointments/nobody/cancel").code == "unknown_appointment"
    assert shop.get("/appointments?from=never").code == "invalid_input"
    assert shop.get("/appointments?cursor=x").code == "invalid_input"


def test_check_in_by_number_takes_the_ticket_and_tells_staff_who_it_is(shop: Shop) -> None:
    booked = book(shop, **WORDS)
    checked = shop.post("/appointments/check", {"code": booked["code"]}, by="kiosk")
    assert (checked.body["came"], checked.body["refused"]) == ("in_time", None)
    assert not any(told in checked.raw.decode() for told in WORDS.values())
    visit = shop.arrive({"service": "advice", "appointment": booked["id"]})
    assert visit["appointment_at"] == booked["at"]
    guest = shop.get(f"/visits/{visit['id']}").body["guest"]
    assert guest == {"name": "Ken Schmidt", "phone": "030 123", "notes": ["brings two drives"]}

    again = shop.post("/visits", {"service": "advice", "appointment": booked["id"]}, by="kiosk")
    assert again.code == "appointment_checked_in"
    checked = shop.post("/appointments/check", {"code": booked["code"]}, by="kiosk").body
    assert (checked["refused"], checked["ticket"]) == ("appointment_checked_in", visit["ticket"])
    [listed] = shop.get("/appointments").body["items"]
    assert (listed["state"], listed["ticket"]) == ("checked_in", visit["ticket"])
    board = shop.get("/board", by="tv").raw.decode()
    assert not any(told in board for told in (*WORDS.values(), booked["code"]))

    assert shop.ask("DELETE", f"/guests/{visit['id']}", by="omar").status == 204
    [listed] = shop.get("/appointments").body["items"]
    assert {listed[field] for field in WORDS} == {None}


def test_taken_back_and_said_why(shop: Shop) -> None:
    booked = book(shop)
    before = shop.get("/floor").body["appointments_seq"]
    path = f"/appointments/{booked['id']}"
    moved = shop.post(f"{path}/move", {"at": soon(20), "was": booked["at"]})
    assert moved.status == 200
    assert shop.get("/floor").body["appointments_seq"] > before
    again = shop.post(f"{path}/move", {"at": soon(30), "was": booked["at"]})
    assert (again.status, again.code) == (409, "appointment_moved")
    assert shop.post(f"{path}/cancel", {"reason": "x" * 301}).code == "invalid_input"
    assert shop.post(f"{path}/cancel", {"reason": "Ken rang"}).body["reason"] == "Ken rang"
    checked = shop.post("/appointments/check", {"code": booked["code"]}, by="kiosk")
    assert (checked.body["refused"], "Ken rang" in checked.raw.decode()) == (
        "appointment_cancelled",
        False,
    )
    reopened = shop.post(f"{path}/reopen").body
    assert (reopened["state"], reopened["reason"], reopened["may_check_in"]) == ("due", None, True)
    visit = shop.arrive({"service": "advice", "appointment": booked["id"]})
    [listed] = shop.get("/appointments").body["items"]
    assert (listed["ticket"], listed["may_check_in"]) == (visit["ticket"], False)
    assert shop.post(f"{path}/reopen").body["state"] == "due"
    assert shop.get(f"/visits/{visit['id']}").body["ended_as"] == "removed_by_staff"
    assert shop.post("/appointments/nobody/reopen").code == "unknown_appointment"
    assert shop.post(f"{path}/reopen", by="kiosk").status == 403
    assert rebuild(shop.journal, "main").differing == ()


def test_the_hours_of_days_to_come_are_told(shop: Shop) -> None:
    items = shop.get("/hours?from=2026-10-24&days=3", by=None).body["items"]
    assert [(one["date"], one["open"]) for one in items] == [
        ("2026-10-24", [["2026-10-24T08:00:00.000Z", "2026-10-24T12:00:00.000Z"]]),
        ("2026-10-25", []),
        ("2026-10-26", [["2026-10-26T08:00:00.000Z", "2026-10-26T17:00:00.000Z"]]),
    ]
    for odd in ("from=9999-12-31", "from=soon", "days=3", "from=2026-10-24&days=0"):
        assert shop.get(f"/hours?{odd}").code == "invalid_input"


def test_of_two_with_one_number_the_kiosk_means_the_one_of_the_day(shop: Shop) -> None:
    def checked() -> tuple[str, str | None]:
        body = shop.post("/appointments/check", {"code": "4711"}, by="kiosk").body
        return body["id"], body["refused"]

    later = book(shop, at=soon(24 * 60 + 10), code="4711")
    assert checked() == (later["id"], "appointment_other_day")
    today = book(shop, code="4711")
    assert checked() == (today["id"], None)
    onto = shop.post(f"/appointments/{later['id']}/move", {"at": soon(30)})
    assert onto.code == "code_taken"
    shop.arrive({"service": "advice", "appointment": today["id"]})
    assert checked() == (today["id"], "appointment_checked_in")
    shop.post(f"/appointments/{today['id']}/reopen")
    shop.post(f"/appointments/{today['id']}/cancel")
    assert checked() == (later["id"], "appointment_other_day")


def test_the_day_comes_for_what_was_made_before_it(shop: Shop) -> None:
    early = shop.post("/appointments/check", {"code": book(shop, at=soon(45))["code"]}, by="kiosk")
    assert (early.body["came"], early.body["refused"]) == ("early", None)
    far = book(shop, at=soon(24 * 60 + 10), **WORDS)
    checked = shop.post("/appointments/check", {"code": far["code"]}, by="kiosk").body
    assert (checked["today"], checked["refused"]) == (False, "appointment_other_day")
    assert shop.post("/appointments", {**far, "name": ""}).code == "code_taken"
    nobodys = shop.post("/appointments/check", {"code": "000 000"}, by="kiosk").body
    assert nobodys == {"code": "000000", "refused": "unknown_appointment"}
    body = {"service": "advice", "appointment": "nobody"}
    assert shop.post("/visits", body, by="kiosk").code == "unknown_appointment"

    tomorrow(shop)
    shop.restart()
    assert shop.get("/floor").body["appointments"] == {}
    shop.house.store.tick()
    assert shop.get("/floor").body["appointments"] == {"due": 1}
    assert shop.post("/appointments", {**far, "name": ""}).code == "code_taken"
    visit = shop.arrive({"service": "advice", "appointment": far["id"]})
    assert visit["credited_at"] < visit["arrived_at"]
    assert rebuild(shop.journal, "main").differing == ()


def test_an_appointment_can_be_forgotten_before_anybody_comes(shop: Shop) -> None:
    booked = book(shop, **WORDS)
    assert shop.ask("DELETE", f"/guests/{booked['id']}", by="omar").status == 204
    assert shop.get("/appointments").body["items"][0]["name"] is None


def test_its_link_tells_when_and_what_to_bring_and_never_whose_it_is(shop: Shop) -> None:
    booked = book(shop, service="replacement", language="de", **WORDS)
    link = booked["follow_url"]
    [listed] = shop.get("/appointments").body["items"]
    assert listed["follow_url"] == link
    seen = shop.get(f"{link}/appointment", by=None)
    told = seen.body["appointment"]
    assert (told["at"], told["code"], told["may_cancel"]) == (booked["at"], booked["code"], True)
    assert [one["papers"][0]["paper"] for one in seen.body["bring"]][:2] == ["drive", "serial"]
    assert any(one["when"] for one in seen.body["bring"])
    calendar = shop.get(f"{link}/appointment.ics", by=None)
    [event] = Calendar.from_ical(calendar.raw).events
    assert rfc3339(round(event.start.timestamp() * 1000)) == booked["at"]
    assert link in event["description"] and booked["code"] in event["description"]
    assert (event["status"], event.duration.total_seconds() > 0) == ("CONFIRMED", True)
    for answer in (seen, calendar):
        assert not any(word in answer.raw.decode() for word in WORDS.values())
    for drawn in ("link", "code"):
        assert shop.get(f"{link}/{drawn}.svg", by=None).raw.startswith(b"<?xml")


def test_its_link_cancels_it_and_nothing_else(shop: Shop) -> None:
    booked, other = book(shop), book(shop)
    secret = booked["follow_url"].removeprefix("/a/")
    visit = shop.arrive()
    for path in (f"/appointments/{other['id']}/cancel", f"/visits/{visit['id']}/cancel"):
        assert shop.post(path, {}, by=None, token=secret).status in (401, 403)
    assert shop.post(f"/appointments/{booked['id']}/move", {}, by=None, token=secret).status == 401
    path = f"/appointments/{booked['id']}/cancel"
    assert shop.post(path, {}, by=None, token=visit["secret"]).status == 401
    assert shop.post(path, {"reason": "spite"}, by=None, token=secret).body["reason"] == "customer"
    link = booked["follow_url"]
    assert shop.get(f"{link}/appointment", by=None).body["appointment"]["state"] == "cancelled"
    assert b"STATUS:CANCELLED" in shop.get(f"{link}/appointment.ics", by=None).raw


def test_its_link_leads_to_the_place_in_line_once_checked_in(shop: Shop) -> None:
    booked = book(shop)
    visit = shop.arrive({"service": "advice", "appointment": booked["id"]})
    seen = shop.get(f"{booked['follow_url']}/appointment", by=None).body
    assert (seen["appointment"]["state"], seen["follow_url"]) == ("checked_in", visit["follow_url"])
    path = f"/appointments/{booked['id']}/cancel"
    secret = booked["follow_url"].removeprefix("/a/")
    assert shop.post(path, {}, by=None, token=secret).code == "appointment_checked_in"


@pytest.mark.parametrize("what", ["appointment", "appointment.ics", "link.svg", "code.svg"])
def test_a_made_up_link_opens_nothing(shop: Shop, what: str) -> None:
    visit = shop.arrive()
    for secret in ("x", "x" * 40, visit["secret"], book(shop)["follow_url"][3:-1]):
        assert shop.get(f"/a/{secret}/{what}", by=None).code == "unknown_appointment"
