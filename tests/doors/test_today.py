"""What is different today, at the interface: said, shown everywhere, taken back, and forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.doors.shop import Shop

WORDS = "Please mind the wet floor, says Rosa"


def in_minutes(minutes: int) -> str:
    return (datetime.now(UTC) + timedelta(minutes=minutes)).isoformat()


def said(shop: Shop, body: dict[str, Any], **more: Any) -> dict[str, Any]:
    reply = shop.post("/today", body, **more)
    assert reply.status == 201, reply
    made: dict[str, Any] = reply.body
    return made


def ids(shop: Shop, path: str = "/today") -> list[str]:
    body = shop.get(path).body
    return [one["id"] for one in body["items" if path == "/today" else "today"]]


def test_what_is_said_is_on_every_screen_and_taken_back(shop: Shop) -> None:
    visit = shop.arrive()
    made = said(shop, {"closes_at": in_minutes(30)}, by="omar")
    assert made["what"] == "closes_at"
    phone = f"/v/{visit['secret']}/visit"
    for path in ("/today", "/board", "/floor", phone):
        assert ids(shop, path) == [made["id"]], path
    assert shop.get("/board").body["closes_at"] == made["closes_at"]
    shop.restart()
    assert ids(shop, phone) == [made["id"]]
    gone = shop.ask("DELETE", f"/today/{made['id']}", key="back")
    assert gone.status == 204
    assert shop.ask("DELETE", f"/today/{made['id']}", key="back").status == 204
    assert shop.ask("DELETE", f"/today/{made['id']}").code == "unknown_exception"
    assert ids(shop) == ids(shop, "/board") == []


def test_a_message_is_told_as_it_was_typed_and_kept_apart(shop: Shop) -> None:
    first = said(shop, {"message": WORDS}, key="m")
    again = said(shop, {"message": WORDS}, key="m")
    assert again == first
    assert (first["what"], first["message"]) == ("message", None)
    shop.restart()
    visit = shop.arrive()
    for path in ("/board", "/floor", f"/v/{visit['secret']}/visit"):
        assert [one["message"] for one in shop.get(path).body["today"]] == [WORDS]
    facts = b"".join(
        str(recorded.fact).encode()
        for stream in shop.journal.streams("main")
        for recorded in shop.journal.read(stream)
    )
    assert b"wet floor" not in facts
    other = said(shop, {"message": "Coffee is free today"})
    assert shop.journal.guest(first["id"]) == {}, "replaced, and its words forgotten"
    shop.ask("DELETE", f"/guests/{other['id']}", by="omar")
    assert ids(shop, "/board") == [], "erased by hand, it is told no more"
    third = said(shop, {"message": WORDS})
    shop.ask("DELETE", f"/today/{third['id']}")
    assert shop.journal.guest(third["id"]) == {}


def test_a_service_that_ends_is_refused_with_what_one_can_do(shop: Shop) -> None:
    said(shop, {"service": "advice", "closed_from": in_minutes(0)})
    refused = shop.post("/visits", {"service": "advice"}, by="kiosk")
    assert (refused.status, refused.code) == (409, "service_closed")
    assert "tomorrow from" in refused.body["detail"] or "days" in refused.body["detail"]
    offered = {one["id"]: one["open"] for one in shop.get("/services").body["items"]}
    assert offered == {name: name != "advice" for name in offered}


def test_a_reason_that_is_none_of_the_list_is_other(shop: Shop) -> None:
    assert said(shop, {"running_late": {"reason": "system_down"}})["reason"] == "system_down"
    assert said(shop, {"running_late": {"reason": "Ken is ill"}})["reason"] == "other"


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"service": "advice"},
        {"closes_at": "soon"},
        {"message": ""},
        {"message": "a" * 201},
        {"message": "hello", "running_late": {"reason": "many_people"}},
        {"closes_at": "2020-01-01T10:00:00Z"},
        {"service": "nothing", "closed_from": "2026-11-21T10:00:00Z"},
    ],
)
def test_what_cannot_be_said(shop: Shop, body: dict[str, Any]) -> None:
    refused = shop.post("/today", body)
    assert refused.status == 422
    assert refused.body["errors"]


def test_who_may_say_it(shop: Shop) -> None:
    for who in ("kiosk", "tv"):
        assert shop.post("/today", {"message": "hello"}, by=who).status == 403
    assert shop.post("/today", {"message": "hello"}, by=None).status == 401


def test_a_colleague_is_asked_first(shop: Shop) -> None:
    shop.open_counter("1", "mai")
    asked = shop.post("/counters/1/open", {"staff": "theo"})
    assert (asked.status, asked.code) == (409, "counter_taken")
    assert "Mai" in asked.body["detail"]
    taken = shop.post("/counters/1/open", {"staff": "theo", "replace": True})
    assert taken.body["staff"]["id"] == "theo"
    shop.open_counter("2", "theo")
    here = {one["id"]: one["state"] for one in shop.get("/counters").body["items"]}
    assert (here["1"], here["2"]) == ("closed", "open")
