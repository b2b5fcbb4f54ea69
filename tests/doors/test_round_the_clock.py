"""A store that is open as its business day turns over, through its doors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from server.floor.commands import AskHelp
from server.floor.hours import day_bounds
from server.journal.contract import Answer
from server.live.phones import Phones
from server.web.listener import HandOver
from tests.doors.shop import Shop
from tests.doors.test_days import ClockByHand

EXAMPLE = Path(__file__).parents[2] / "examples" / "clinic.toml"
MINUTE_MS = 60_000


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Shop]:
    clock = ClockByHand()
    shop = Shop(tmp_path, config=EXAMPLE, always_open=False, clock=clock)
    _, turn = day_bounds(shop.house.plan, "2026-10-19")
    clock.at = turn - 2 * MINUTE_MS
    yield shop
    shop.close()


class Recorded:
    """What the connections of phones would be told."""

    def __init__(self) -> None:
        self.followed: dict[str, list[bytes]] = {}

    def add(self, fd: int, visit: str, first: bytes) -> None:
        self.followed.setdefault(visit, []).append(first)

    def tell(self, visit: str, message: bytes) -> None:
        self.followed[visit].append(message)

    def drop(self, visit: str) -> None:
        self.followed[visit].append(b"dropped")

    def visits(self) -> list[str]:
        return list(self.followed)

    def count(self, visit: str | None = None) -> int:
        return len(self.followed) if visit is None else int(visit in self.followed)


def comes(clinic: Shop, service: str = "triage") -> dict[str, Any]:
    made = clinic.post("/visits", {"service": service}, by="kiosk")
    assert made.status == 201, made
    visit: dict[str, Any] = made.body
    return visit


def turns_over(clinic: Shop) -> None:
    clinic.clock.at += 3 * MINUTE_MS
    clinic.house.store.tick()


def test_lists_show_who_came_the_day_before(clinic: Shop) -> None:
    rosa = comes(clinic)
    turns_over(clinic)
    ken = comes(clinic)
    listed = clinic.get("/visits?state=waiting").body["items"]
    assert [one["id"] for one in listed] == [rosa["id"], ken["id"]]
    page = clinic.get("/visits?limit=1").body
    assert [one["id"] for one in page["items"]] == [rosa["id"]]
    following = clinic.get(f"/visits?limit=1&cursor={page['next']}").body
    assert [one["id"] for one in following["items"]] == [ken["id"]]
    changed = clinic.get("/visits?since=0").body["items"]
    assert {one["id"] for one in changed} == {rosa["id"], ken["id"]}
    seen = clinic.get(f"/visits/{rosa['id']}").body
    assert (seen["state"], seen["ticket"]) == ("waiting", rosa["ticket"])
    assert "move" in seen["allowed_actions"]


def test_a_phone_goes_on(clinic: Shop) -> None:
    rosa = comes(clinic)
    for _ in range(20):
        comes(clinic, "doctor")
    house, followers = clinic.house, Recorded()
    phones = Phones(house.store, followers, house.keys.visit_of)

    def let_in(last: str = "") -> bytes | int:
        status: list[str] = []
        environ = {"REQUEST_METHOD": "GET", "HTTP_LAST_EVENT_ID": last}
        found = phones.let_in(rosa["secret"], environ, lambda line, _: status.append(line))
        if not isinstance(found, HandOver):
            return int(status[0].split()[0])
        found.take(0)
        return followers.followed[rosa["id"]][-1]

    first = let_in()
    assert isinstance(first, bytes)
    known = first.split(b"\n")[0].removeprefix(b"id: ").decode()
    turns_over(clinic)
    phones._tell()
    assert b"dropped" not in followers.followed[rosa["id"]]
    # A phone that slept through the turn comes back: it is told how things stand, whatever number
    # it knew of the day before.
    for n in range(200):
        house.store.do(AskHelp(f"h{n}"), by="kiosk", answer=lambda _: Answer(204, b""))
    assert house.store.look(lambda day, now, forecast: day.seq) > int(known)
    again = let_in(last=known)
    assert isinstance(again, bytes)
    told = json.loads(again.split(b"data: ")[1])
    assert told["visit"]["state"] == "waiting"
    assert clinic.get(f"/v/{rosa['secret']}/visit", by=None).body["visit"]["state"] == "waiting"
    secret = {"headers": {"Authorization": f"Bearer {rosa['secret']}"}, "by": None}
    held = clinic.post(f"/visits/{rosa['id']}/hold", {"minutes": 5, "reason": ""}, **secret)
    assert held.status == 200, held


def test_a_past_visit_that_was_carried_over_is_still_seen(clinic: Shop) -> None:
    rosa = comes(clinic)
    clinic.open_counter("triage", "ada")
    turns_over(clinic)
    clinic.post("/counters/triage/call_next")
    done = clinic.post(f"/visits/{rosa['id']}/finish", {"outcome": "resolved"})
    assert done.status == 200, done
    clinic.clock.at += round(timedelta(days=2).total_seconds() * 1000)
    clinic.house.store.tick()
    seen = clinic.get(f"/visits/{rosa['id']}").body
    assert (seen["state"], seen["ended_as"]) == ("ended", "served")
    phone = clinic.get(f"/v/{rosa['secret']}/visit", by=None)
    assert phone.body["visit"]["ended_as"] == "served"


def test_it_never_closes(clinic: Shop) -> None:
    about = clinic.get("", by=None)
    if about.status == 200:
        assert about.body["open"]
        assert about.body["closes_at"] is None
    board = clinic.get("/board").body
    assert (board["open"], board["closes_at"], board["opens_next"]) == (True, None, None)
    assert board["clock_off_s"] == 0
    days = clinic.get("/coming-days", by=None).body["items"]
    assert all(day["all_day"] for day in days)


def test_readyz_says_that_the_clock_is_right(clinic: Shop) -> None:
    ready = clinic.app.test_client().get("/readyz").json
    assert ready is not None
    assert ready["clock_off_s"] == 0
