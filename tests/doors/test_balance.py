"""Suggestions are found, tried, taken, put off and taken back; and "why" is answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.doors.shop import Shop
from tests.doors.test_days import ClockByHand

ADVICE = {"service": "advice"}
QUARTER_MS, DAY_MS = 900_000, 24 * 3600 * 1000


@pytest.fixture
def crowded(busy: Shop) -> Shop:
    """Eight wait in line 1; at counter 2 somebody is being served and nobody waits."""
    busy.called("2")
    for _ in range(8):
        visit = busy.arrive(ADVICE)
        if visit["counter"] != "1":
            busy.post(f"/visits/{visit['id']}/move", {"to": "1"})
    return busy


def suggestions(shop: Shop, kind: str) -> list[dict[str, Any]]:
    found = shop.get("/balance").body["suggestions"]
    return [one for one in found if one["kind"] == kind]


def moved(shop: Shop, suggestion: dict[str, Any]) -> list[str]:
    return [shop.get(f"/visits/{m['visit']}").body["counter"] for m in suggestion["moves"]]


def test_a_line_too_long_is_seen_and_shared_with_one_tap(crowded: Shop) -> None:
    told = crowded.get("/balance").body
    [move] = suggestions(crowded, "move")
    assert told["moves"][0]["suggestion"] == move["id"]
    assert "Move" in told["moves"][0]["why"]
    for one in move["moves"]:
        assert one["from"] == "1"
        assert one["after"]["likely_s"] < one["before"]["likely_s"] - 60
    assert move["effect"]["p90_after_s"] < move["effect"]["p90_before_s"]
    on_tablets = crowded.get("/floor").body["suggestions"]
    assert [s["id"] for s in on_tablets if s["kind"] == "move"] == [move["id"]]

    taken = crowded.post(f"/balance/suggestions/{move['id']}/take", {})
    assert taken.status == 200
    assert set(moved(crowded, move)) == {m["to"] for m in move["moves"]}
    # Nobody is sent back and forth.
    again = suggestions(crowded, "move")
    assert {m["visit"] for s in again for m in s["moves"]}.isdisjoint(
        m["visit"] for m in move["moves"]
    )
    late = crowded.post(f"/balance/suggestions/{move['id']}/take", {})
    assert (late.status, late.code) == (409, "suggestion_settled")

    assert crowded.post(f"/balance/suggestions/{move['id']}/undo", {}).status == 200
    assert set(moved(crowded, move)) == {"1"}


def test_what_is_put_off_is_not_suggested_again_at_once(crowded: Shop) -> None:
    [move] = suggestions(crowded, "move")
    reply = crowded.post(f"/balance/suggestions/{move['id']}/not_now", {"reason": "a family"})
    assert reply.body["state"] == "put_off"
    left = {m["visit"] for s in suggestions(crowded, "move") for m in s["moves"]}
    assert left.isdisjoint(m["visit"] for m in move["moves"])


def test_what_no_longer_fits_is_refused_whole(crowded: Shop) -> None:
    [move] = suggestions(crowded, "move")
    gone = move["moves"][0]["visit"]
    crowded.post(f"/visits/{gone}/remove", {"reason": "left"})
    reply = crowded.post(f"/balance/suggestions/{move['id']}/take", {})
    assert (reply.status, reply.code) == (409, "suggestion_outdated")
    assert set(moved(crowded, {"moves": move["moves"][1:]})) <= {"1"}


def test_opening_a_counter_and_borrowing_somebody(crowded: Shop) -> None:
    [borrow] = suggestions(crowded, "borrow")
    assert (borrow["open"]["counter"], borrow["open"]["minutes"]) == ("3", 20)
    assert borrow["open"]["staff"]["name"] == "Theo"
    assert borrow["effect"]["p90_after_s"] < borrow["effect"]["p90_before_s"]
    [opening] = suggestions(crowded, "open")
    assert crowded.get("/balance").body["opens"][0]["why"]
    taken = crowded.post(f"/balance/suggestions/{opening['id']}/take", {})
    assert taken.status == 200, taken
    counters = {one["id"]: one for one in crowded.get("/counters").body["items"]}
    assert counters["3"]["state"] == "open"
    assert suggestions(crowded, "borrow") == []


@pytest.mark.parametrize("restarted", [False, True])
def test_a_counter_is_opened_before_the_rush_of_every_day(tmp_path: Path, restarted: bool) -> None:
    clock = ClockByHand()
    shop = Shop(tmp_path, clock=clock)
    for _ in range(4):
        for visit in [shop.arrive(ADVICE)["id"] for _ in range(60)]:
            shop.post(f"/visits/{visit}/remove", {"reason": "left"})
        clock.at += DAY_MS
    clock.at -= QUARTER_MS
    if restarted:
        shop.restart()
    shop.open_counter("2", "ken")
    [opening] = suggestions(shop, "open")
    effect = opening["effect"]
    assert effect["waiting"] == 0
    assert 25 <= effect["coming"] <= 35, "half of them come in what is left of this half hour"
    assert effect["p90_after_s"] < 0.8 * effect["p90_before_s"]
    assert shop.post(f"/balance/suggestions/{opening['id']}/take", {}).status == 200
    shop.close()


def test_a_move_is_tried_before_it_is_made(crowded: Shop) -> None:
    before = crowded.get("/floor").body
    last = before["counters"][0]["line"][-1]
    tried = crowded.post("/balance/preview", {"moves": [{"visit": last, "to": "2"}]}).body
    assert len(tried["items"]) == 8
    first = tried["items"][0]
    assert (first["visit"], first["from"], first["to"]) == (last, "1", "2")
    assert first["after"]["likely_s"] < first["before"]["likely_s"]
    assert tried["refusal"] is None
    assert crowded.get("/floor").body["seq"] == before["seq"] == tried["seq"]
    wrong = crowded.post("/balance/preview", {"moves": [{"visit": last, "to": "3"}]}).body
    assert wrong["refusal"]["code"] == "counter_not_open"


def test_why_this_one_is_next_and_who_is_before_whom(busy: Shop) -> None:
    first = busy.arrive(ADVICE)
    second = busy.arrive({**ADVICE, "needs": ["seat"]})
    for visit in (first, second):
        busy.post(f"/visits/{visit['id']}/move", {"to": "1"})
    nxt = busy.get("/counters/1/next").body
    assert (nxt["visit"], nxt["code"]) == (second["id"], "head_start")
    assert "10 minutes" in nxt["sentence"]
    why = busy.get(f"/visits/{first['id']}?explain=1").body["explain"]
    assert why["next"] == []
    assert [(a["ticket"], a["code"]) for a in why["ahead"]] == [
        (second["ticket"], "ahead_head_start")
    ]
    theirs = busy.get(f"/visits/{first['id']}?explain=1", by=None, token=first["secret"]).body
    assert [a["code"] for a in theirs["explain"]["ahead"]] == ["ahead_head_start"]
    assert all("ticket" not in a for a in theirs["explain"]["ahead"])
    assert busy.get("/counters/3/next").status == 204
    assert busy.get("/counters/9/next").status == 404
