"""What a store says of itself, before anything happens in it."""

from __future__ import annotations

from datetime import time

from msgspec.structs import replace

from server.floor.plan import Hours
from tests.floor.as_shown import services_view, store_view
from tests.floor.played import MINUTE, NOON, Floorplay, small_store


def test_hours_are_told_as_people_write_them() -> None:
    day = ((time(9), time(12, 30)), (time(14), time(0)))
    about = store_view(replace(small_store(), hours=Hours(week=(day,) + ((),) * 6)), NOON)
    assert about["hours"]["mon"] == [["09:00", "12:30"], ["14:00", "24:00"]]
    assert about["hours"]["sun"] == []


def test_it_tells_whether_it_is_open_and_until_when() -> None:
    about = store_view(small_store(), NOON)
    assert (about["open"], about["closes_at"]) == (True, "2026-11-21T17:00:00.000Z")
    about = store_view(small_store(), NOON + 8 * 60 * MINUTE)
    assert (about["open"], about["opens_next"]) == (False, "2026-11-22T08:00:00.000Z")


def test_a_kiosk_is_told_each_service_with_all_it_asks_for() -> None:
    floor = Floorplay()
    floor.opens("1")
    for _ in range(3):
        floor.ticket()
    offered = services_view(floor.plan, floor.day, floor.now, floor.forecast(), "ar")["items"]
    assert [one["id"] for one in offered] == list(floor.plan.services)
    replacement, recovery, _ = offered
    plan = floor.plan.services["replacement"]
    assert replacement["name"] == plan.name["ar"]
    assert [paper["id"] for paper in replacement["papers"]] == ["receipt", "mail", "letter"]
    assert [group["any"] for group in replacement["requirements"]] == [
        [*group.any] for group in plan.requirements
    ]
    [question] = replacement["questions"]
    assert [answer["id"] for answer in question["answers"]] == ["me", "firm"]
    assert all(one["open"] for one in offered)
    assert replacement["wait"]["likely_s"] > 0
    assert recovery["wait"]["basis"] == "no_counter_open"


def test_of_a_closed_store_no_service_is_open() -> None:
    floor = Floorplay(now=NOON + 8 * 60 * MINUTE)
    offered = services_view(floor.plan, floor.day, floor.now, floor.forecast(), "en")["items"]
    assert not any(one["open"] for one in offered)
