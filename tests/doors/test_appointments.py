"""Appointments through the doors: made, listed, moved, checked in, and erased."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

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
