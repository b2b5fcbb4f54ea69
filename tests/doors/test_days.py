"""Opening hours, and the days before: what is over can still be seen, and nothing done to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from server.clock import Clock
from tests.doors.shop import READY, Shop

DAY_MS = 24 * 3600 * 1000
MONDAY_NOON = 1_792_411_200_000
"""2026-10-19T12:00Z."""


class ClockByHand(Clock):
    def __init__(self) -> None:
        super().__init__()
        self.at = MONDAY_NOON

    def now(self) -> int:
        return self.at


@pytest.fixture
def monday(tmp_path: Path) -> Iterator[Shop]:
    opened = Shop(tmp_path, always_open=False, clock=ClockByHand())
    yield opened
    opened.close()


def tomorrow(shop: Shop) -> None:
    shop.clock.at += DAY_MS


def test_a_past_visit_is_still_seen(monday: Shop) -> None:
    visit = monday.arrive({**READY, "needs": ["seat"]})
    tomorrow(monday)
    seen = monday.get(f"/visits/{visit['id']}").body
    assert seen["ticket"] == visit["ticket"]
    assert (seen["state"], seen["ended_as"]) == ("ended", "end_of_day")
    assert seen["needs"] == ["seat"]
    assert seen["allowed_actions"] == []
    assert seen.keys() >= set(visit) - {
        "secret",
        "follow_url",
        "undo",
        "credited_at",
        "staff",
        "recalls",
    }
    for verb in ("start", "undo", "cancel"):
        assert monday.post(f"/visits/{visit['id']}/{verb}").status == 404


def test_lists_show_today_unless_asked_for_more(monday: Shop) -> None:
    before = monday.arrive()
    tomorrow(monday)
    today = monday.arrive()
    assert [v["id"] for v in monday.get("/visits").body["items"]] == [today["id"]]
    both = monday.get("/visits?since=2026-10-19T00:00:00Z").body["items"]
    assert [v["id"] for v in both] == [before["id"], today["id"]]
    assert before["ticket"] == today["ticket"], "numbers begin anew each day"


def test_the_slip_of_who_was_sent_home_opens_the_next_morning(monday: Shop) -> None:
    visit = monday.arrive({"service": "replacement", "choose": "come_back"})
    tomorrow(monday)
    assert monday.get(visit["follow_url"], by=None).status == 200
    slip = monday.get(f"{visit['follow_url']}/visit", by=None).body["visit"]
    assert slip["ended_as"] == "turned_away"
    assert slip["missing"]
    assert slip["allowed_actions"] == []


def test_a_closed_store_gives_no_ticket_and_says_when_it_opens(monday: Shop) -> None:
    monday.clock.at += 12 * 3600 * 1000
    reply = monday.post("/visits", READY, by="kiosk")
    assert (reply.status, reply.code) == (409, "store_closed")
    assert reply.body["args"]["opens"].startswith("2026-10-20T07:00")
    about = monday.get("", by=None).body
    assert about["open"] is False
    assert about["opens_next"] == reply.body["args"]["opens"]
    assert [s["open"] for s in monday.get("/services", by=None).body["items"]] == [False] * 3


def promise(shop: Shop, what: str, due: str) -> str:
    shop.open_counter("2", "ken")
    visit = shop.arrive()
    shop.post("/counters/2/call_next")
    body = {"outcome": "resolved", "promise": {"what": what, "due": due}}
    assert shop.post(f"/visits/{visit['id']}/finish", body).status == 200
    [made] = [one for one in listed(shop) if one["visit"] == visit["id"]]
    return str(made["id"])


def listed(shop: Shop, query: str = "") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = shop.get(f"/promises{query}").body["items"]
    return items


def test_a_promise_outlives_its_day(monday: Shop) -> None:
    soon = promise(monday, "call Rosa", "2026-10-19T14:00:00Z")
    drive = promise(monday, "your drive is here", "2026-10-22T14:00:00Z")
    tomorrow(monday)
    assert [one["id"] for one in listed(monday)] == [soon, drive]
    [late] = listed(monday, "?state=late")
    assert (late["id"], late["what"], late["ticket"]) == (soon, "call Rosa", "A001")
    assert [one["id"] for one in listed(monday, "?state=open")] == [drive]

    kept = monday.post(f"/promises/{drive}/kept")
    assert kept.body["state"] == "kept"
    assert kept.body["kept_at"] == "2026-10-20T12:00:00.000Z"
    assert monday.post(f"/promises/{drive}/kept").code == "promise_already_kept"
    assert [one["id"] for one in listed(monday, "?state=kept")] == [drive]

    tomorrow(monday)
    assert monday.post(f"/promises/{drive}/kept").code == "promise_already_kept"
    assert monday.post(f"/promises/{drive}/reopen").code == "promise_stays_kept"
    assert monday.post("/promises/nothing/kept").code == "unknown_promise"


def test_kept_by_mistake_is_open_again(monday: Shop) -> None:
    one = promise(monday, "call Rosa", "2026-10-22T14:00:00Z")
    tomorrow(monday)
    monday.post(f"/promises/{one}/kept")
    assert monday.post(f"/promises/{one}/reopen").body["state"] == "open"
    assert [row["id"] for row in listed(monday, "?state=open")] == [one]
    assert monday.post(f"/promises/{one}/kept").body["state"] == "kept"


def test_promises_come_in_pages(monday: Shop) -> None:
    made = [promise(monday, "call", f"2026-10-2{n}T14:00:00Z") for n in (1, 2, 3)]
    first = monday.get("/promises?limit=2").body
    rest = monday.get(f"/promises?limit=2&cursor={first['next']}").body
    assert [one["id"] for one in first["items"] + rest["items"]] == made
    assert rest["next"] is None
    assert monday.get("/promises?cursor=nonsense").status == 422


def test_the_phone_shows_what_was_promised_and_that_it_was_kept(monday: Shop) -> None:
    one = promise(monday, "your drive is here", "2026-10-22T14:00:00Z")
    [listed_one] = listed(monday)
    secret = monday.house.keys.secret_of(listed_one["visit"])

    def on_the_phone() -> dict[str, Any]:
        seen: dict[str, Any] = monday.get(f"/v/{secret}/visit", by=None).body["visit"]["promise"]
        return seen

    due = "2026-10-22T14:00:00.000Z"
    still_due = {"id": one, "due": due, "kept_at": None, "what": "your drive is here"}
    assert on_the_phone() == still_due
    tomorrow(monday)
    assert on_the_phone() == still_due
    monday.post(f"/promises/{one}/kept")
    assert on_the_phone()["kept_at"] == "2026-10-20T12:00:00.000Z"
    monday.ask("DELETE", f"/guests/{listed_one['visit']}", by="omar")
    assert on_the_phone()["what"] is None


def test_promises_are_reported_on_the_day_they_were_made(monday: Shop) -> None:
    kept = promise(monday, "call", "2026-10-20T14:00:00Z")
    promise(monday, "call", "2026-10-20T10:00:00Z")
    tomorrow(monday)
    monday.post(f"/promises/{kept}/kept")
    asked = "/reports/promises?from=2026-10-19&to=2026-10-20&by=staff"
    told = monday.get(asked, by="omar").body
    assert [(row["label"], row["made"]) for row in told["items"]] == [("Ken", 2)]
    assert (told["total"]["kept"]["n"], told["total"]["late"]["still_owed"]) == (1, 1)
    assert monday.get("/reports/promises", by="omar").body["total"]["made"] == 0
    assert monday.get(asked + "&format=csv", by="omar").status == 200
