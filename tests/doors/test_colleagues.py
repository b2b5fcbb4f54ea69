"""Whoever serves at a counter can call a colleague or the manager, and hears who is coming."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient

from tests.doors.shop import Shop


def signed_in(shop: Shop, staff: str, pin: str) -> FlaskClient:
    client = shop.app.test_client()
    reply = shop.post("/api/v1/session/pin", {"staff": staff, "pin": pin}, client=client)
    assert reply.status == 200
    return client


def counter(shop: Shop, counter_id: str = "1") -> Any:
    return next(c for c in shop.get("/floor").body["counters"] if c["id"] == counter_id)


def test_a_call_says_who_where_and_what_was_tried(busy: Shop) -> None:
    visit = busy.called("1")
    body = {"wants": "manager", "tried": ["explained", "apologised", "explained"], "note": "Angry"}
    asked = busy.post("/counters/1/help", body)
    assert asked.status == 201
    [call] = busy.get("/floor").body["help"]
    assert call["id"] == asked.body["id"]
    assert (call["counter"], call["visit"], call["wants"]) == ("1", visit["id"], "manager")
    assert call["staff"] == {"id": "mai", "name": "Mai"}
    assert call["tried"] == ["explained", "apologised"]
    assert busy.get(f"/visits/{visit['id']}").body["guest"]["notes"] == ["Angry"]
    facts = busy.journal.read(busy.journal.streams("main")[-1])
    assert "Angry" not in str([recorded.fact for recorded in facts])


def test_the_same_call_again_is_the_same_call(busy: Shop) -> None:
    first = busy.post("/counters/1/help", {"wants": "colleague"}).body
    assert busy.post("/counters/1/help", {"wants": "colleague"}).body == first
    assert busy.post("/counters/1/help", {"wants": "manager"}).body != first
    assert len(busy.get("/floor").body["help"]) == 2


def test_who_comes_is_told_until_the_customer_has_gone(busy: Shop) -> None:
    visit = busy.called("1")
    call = busy.post("/counters/1/help", {"wants": "colleague"}).body["id"]
    ken = signed_in(busy, "ken", "4816")
    assert busy.post(f"/help/{call}/answer", {}, by=None, client=ken).status == 200
    assert busy.get("/floor").body["help"] == []
    assert counter(busy)["coming"]["staff"]["name"] == "Ken"
    busy.post(f"/visits/{visit['id']}/finish", {"outcome": "resolved"})
    assert counter(busy)["coming"] is None


def test_whoever_called_can_take_it_back(busy: Shop) -> None:
    busy.called("1")
    call = busy.post("/counters/1/help", {"wants": "colleague"}).body["id"]
    mai = signed_in(busy, "mai", "2703")
    assert busy.post(f"/help/{call}/answer", {}, by=None, client=mai).status == 200
    assert counter(busy)["coming"] is None


def test_what_cannot_be_asked_is_refused_in_words(busy: Shop) -> None:
    assert busy.post("/counters/9/help", {"wants": "colleague"}).code == "unknown_counter"
    assert busy.post("/counters/1/help", {"wants": "police"}).status == 422
    assert busy.post("/counters/1/help", {"wants": "manager", "tried": ["x"]}).status == 422
    reply = busy.post("/counters/1/help", {"wants": "manager", "note": "Angry"})
    assert (reply.status, reply.body["errors"][0]["where"]) == (422, "note")
    assert busy.get("/floor").body["help"] == []
