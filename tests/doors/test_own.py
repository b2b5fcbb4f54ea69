"""What whoever is signed in is shown of their own work, and of the customer before them."""

from __future__ import annotations

import json
from typing import Any

from flask.testing import FlaskClient

from tests.doors.shop import READY, Shop
from tests.doors.test_colleagues import signed_in


def served(shop: Shop, counter: str, outcome: str = "resolved") -> dict[str, Any]:
    visit = shop.called(counter)
    path = f"/visits/{visit['id']}"
    shop.post(f"{path}/start")
    assert shop.post(f"{path}/finish", {"outcome": outcome}).status == 200
    return visit


def figures(shop: Shop, client: FlaskClient) -> Any:
    reply = shop.get("/my/figures", by=None, client=client)
    assert reply.status == 200
    return reply.body


def test_my_figures_are_mine_alone(busy: Shop) -> None:
    for outcome in ("resolved", "escalated"):
        served(busy, "1", outcome)
    served(busy, "2")
    mai = figures(busy, signed_in(busy, "mai", "2703"))
    assert mai["staff"] == "mai"
    assert mai["today"]["volume"] == 2
    assert mai["today"]["first_person"] == {"n": 1, "of": 2, "share": 0.5}
    assert (mai["weeks"]["volume"], mai["days"]) == (0, 0)
    assert "ken" not in json.dumps(mai)
    assert figures(busy, signed_in(busy, "ken", "4816"))["today"]["volume"] == 1


def test_a_promise_is_made_while_the_customer_is_here(busy: Shop) -> None:
    visit = busy.called("1")
    path = f"/visits/{visit['id']}/finish"
    promise = {"what": "Ring back", "due": "2030-01-01T12:00:00Z"}
    forgotten = {"outcome": "resolved", "ended_at": busy.get("/floor").body["now"]}
    assert busy.post(path, {**forgotten, "promise": promise}).status == 422
    early = {**forgotten, "ended_at": "2020-01-01T12:00:00Z"}
    assert busy.post(path, early).code == "end_not_in_service"
    ended = busy.post(path, forgotten).body
    assert ended["ended_at"] == forgotten["ended_at"]


def test_without_a_pin_they_are_nobodys(busy: Shop) -> None:
    assert busy.get("/my/figures").code == "nobody_signed_in"


def test_the_last_visit_is_known_again_by_its_phone_number(busy: Shop) -> None:
    rosa = {**READY, "name": "Rosa", "phone": "0171 555-1"}
    first = busy.arrive(rosa)
    busy.post("/counters/1/call_next")
    busy.post(f"/visits/{first['id']}/note", {"text": "Speaks softly"})
    promise = {"what": "Ring back", "due": "2030-01-01T12:00:00Z"}
    busy.post(f"/visits/{first['id']}/finish", {"outcome": "unresolved", "promise": promise})
    again = busy.arrive({**rosa, "phone": "01715551"})
    [before] = busy.get(f"/visits/{again['id']}/before").body["items"]
    assert (before["ticket"], before["outcome"]) == (first["ticket"], "unresolved")
    assert before["notes"] == ["Speaks softly"]
    assert [(p["what"], p["state"]) for p in before["promises"]] == [("Ring back", "open")]
    assert busy.get(f"/visits/{busy.arrive()['id']}/before").body["items"] == []
    assert busy.get("/visits/nobody/before").body["items"] == []
    busy.ask("DELETE", f"/guests/{first['id']}", by="omar")
    assert busy.get(f"/visits/{again['id']}/before").body["items"] == []
