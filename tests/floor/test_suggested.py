"""What a screen shows of a suggestion: what would be done, by whom, where, and what it does."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from server.floor import commands as c
from server.floor.facts import Suggestion, Touched, Wait
from server.floor.plan import StaffMember
from server.floor.suggestions import PUT_OFF_MS
from tests.floor import as_shown
from tests.floor.played import MINUTE, NOON, Floorplay, small_store
from tests.floor.test_whole_days import BREAK

LONG, LONGER, SHORT = Wait(300, 600, 900), Wait(400, 780, 1200), Wait(60, 120, 300)
BREAKS_AT = NOON + 30 * MINUTE


@pytest.fixture
def floor() -> Floorplay:
    """Mai, whose break begins at half past eleven, is at counter 1, with two in her line."""
    staff = {s.id: s for s in (StaffMember("mai", "Mai", breaks=(BREAK,)), StaffMember("ken", "K"))}
    floor = Floorplay(replace(small_store(), staff=staff))
    floor.opens("1")
    floor.ticket(), floor.ticket()
    return floor


def shown(floor: Floorplay, *offered: Suggestion) -> list[dict[str, Any]]:
    floor.do(c.Offer(offered))
    return as_shown.suggestions_view(floor.plan, floor.day)


def moves(*waits: Wait) -> Suggestion:
    touched = tuple(Touched(f"v{n}", "1", None, wait, SHORT) for n, wait in enumerate(waits, 1))
    return Suggestion("s", "move", touched, waiting=2, p90_before_s=900, p90_after_s=300)


def test_one_who_would_move_is_named(floor: Floorplay) -> None:
    [one] = shown(floor, moves(LONG))
    assert one["sentence"] == {
        "key": "balance-move",
        "args": {"n": 1, "ticket": "A001", "from": "1", "to": "pool", "before": 10, "after": 2},
    }
    [move] = one["moves"]
    assert (move["ticket"], move["from"], move["to"]) == ("A001", "1", None)
    assert (one["open"], one["break"]) == (None, None)
    assert (one["effect"]["p90_before_s"], one["effect"]["p90_after_s"]) == (900, 300)


def test_of_several_the_longest_wait_is_told(floor: Floorplay) -> None:
    [one] = shown(floor, moves(LONG, LONGER))
    assert one["sentence"]["key"] == "balance-moves"
    told = one["sentence"]["args"]
    assert (told["n"], told["before"], told["after"]) == (2, 13, 2)


@pytest.mark.parametrize("kind", ["open", "borrow"])
def test_an_opening_says_who_where_and_for_what(floor: Floorplay, kind: Any) -> None:
    [one] = shown(
        floor,
        Suggestion("s", kind, (), "2", "ken", ("advice",), 20, p90_before_s=1200, p90_after_s=600),
    )
    assert one["open"] == {
        "counter": "2",
        "staff": {"id": "ken", "name": "K"},
        "services": ["advice"],
        "minutes": 20,
    }
    assert one["break"] is None
    assert one["sentence"] == {
        "key": f"balance-{kind}",
        "args": {
            "before": 20,
            "after": 10,
            "counter": "2",
            "name": "K",
            "minutes": 20,
            "services": ["advice"],
        },
    }


def test_a_later_break_says_whose_and_when(floor: Floorplay) -> None:
    put_at = BREAKS_AT + 15 * MINUTE
    later = Suggestion("s", "break", (), "1", "mai", (), 20, BREAKS_AT, put_at)
    [one] = shown(floor, later)
    assert one["open"] is None
    assert one["break"] == {
        "counter": "1",
        "staff": {"id": "mai", "name": "Mai"},
        "planned_at": "2026-11-21T10:30:00.000Z",
        "put_at": "2026-11-21T10:45:00.000Z",
        "minutes": 20,
    }
    told = one["sentence"]["args"]
    assert (told["name"], told["planned"], told["put"]) == ("Mai", "11:30", "11:45")


def test_what_was_put_off_is_offered_again_after_a_quarter_of_an_hour(floor: Floorplay) -> None:
    assert shown(floor, moves(LONG))
    floor.do(c.PutOffSuggestion("s", "not_now"))
    for wait_ms, again in ((PUT_OFF_MS - 1, []), (1, ["anew"])):
        floor.now += wait_ms
        offered = shown(floor, replace(moves(LONG), id="anew"))
        assert [one["id"] for one in offered] == again
    assert PUT_OFF_MS == 15 * MINUTE


def test_what_the_settings_no_longer_allow_is_not_offered(floor: Floorplay) -> None:
    floor.opens("2")
    opening = Suggestion("o", "open", (), "2", "ken", ("advice",), 20)
    move = Suggestion("m", "move", (Touched("v1", "1", "2", LONG, SHORT),))
    floor.do(c.CloseCounter("2"))
    assert [one["id"] for one in shown(floor, opening)] == ["o"]
    counters = floor.plan.counters
    narrower = replace(counters["2"], services=frozenset({"replacement"}))
    floor.plan = replace(floor.plan, counters={**counters, "2": narrower})
    assert as_shown.suggestions_view(floor.plan, floor.day) == []
    assert shown(floor, move) == [], "nobody is sent into the line of a closed counter"
