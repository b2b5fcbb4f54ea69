"""What a suggestion did stays in sight until it can no longer be taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from server.floor import commands as c
from server.floor import suggestions
from server.floor.facts import Suggestion, Touched, Wait
from tests.floor import as_shown
from tests.floor.played import MINUTE, Floorplay

SHORT, LONG = Wait(60, 120, 300), Wait(300, 600, 900)


def offered(floor: Floorplay, visit: str, id: str, *, by_itself: bool = False) -> None:
    touched = (Touched(visit, "1", "2", LONG, SHORT),)
    suggestion = Suggestion(id, "move", touched, waiting=1, saved_s=480)
    floor.do(c.Offer((suggestion,), (id,), (id,) if by_itself else ()))


def test_what_was_taken_is_told_with_who_until_it_stays_done() -> None:
    floor = Floorplay()
    floor.opens("1")
    visit = floor.ticket()
    floor.opens("2")
    offered(floor, visit, "s1")
    view = as_shown.floor_view(floor.plan, floor.day, floor.now, floor.forecast())
    assert [one["id"] for one in view["suggestions"]] == ["s1"]
    assert view["taken"] == []
    floor.do(c.TakeSuggestion("s1", None, "mai"))
    view = as_shown.floor_view(floor.plan, floor.day, floor.now, floor.forecast())
    assert view["suggestions"] == []
    [taken] = view["taken"]
    assert (taken["id"], taken["staff"]) == ("s1", {"id": "mai", "name": "Mai"})
    floor.do(c.TakeBackSuggestion("s1", "mai"))
    assert as_shown.taken_view(floor.plan, floor.day, floor.now) == []
    assert floor.visit(visit).counter == "1"


def test_what_the_store_did_by_itself_has_nobodys_name() -> None:
    floor = Floorplay()
    floor.opens("1")
    visit = floor.ticket()
    floor.opens("2")
    offered(floor, visit, "s1", by_itself=True)
    [taken] = as_shown.taken_view(floor.plan, floor.day, floor.now)
    assert taken["staff"] is None
    assert floor.visit(visit).counter == "2"
    later = floor.now + floor.plan.times.undo_s * 1000 + MINUTE
    assert as_shown.taken_view(floor.plan, floor.day, later) == []


def moved_by_suggestion() -> tuple[Floorplay, str]:
    """Rosa was moved from line 1 to line 2 by a suggestion, while counters 1 and 2 are open."""
    floor = Floorplay()
    floor.opens("1")
    rosa = floor.ticket()
    floor.opens("2")
    offered(floor, rosa, "s1")
    floor.do(c.TakeSuggestion("s1"))
    return floor, rosa


@pytest.mark.parametrize(
    "since",
    [
        lambda rosa: [c.Move(rosa, None), c.Move(rosa, "2")],
        lambda rosa: [c.Call("2", rosa), c.Transfer(rosa, counter="2")],
        lambda rosa: [c.Move(rosa, None)],
        lambda rosa: [c.Call("1", rosa), c.Hold(rosa, 5), c.Return(rosa)],
    ],
)
def test_whoever_staff_have_moved_since_is_left_where_they_want_him(
    since: Callable[[str], list[c.Command]],
) -> None:
    floor, rosa = moved_by_suggestion()
    for command in since(rosa):
        floor.do(command)
    stands = floor.visit(rosa)
    floor.do(c.TakeBackSuggestion("s1"))
    assert floor.visit(rosa) == stands


def test_whoever_was_moved_is_called_as_if_still_at_home() -> None:
    floor = Floorplay()
    floor.opens("2")
    ken = floor.ticket()
    floor.now += MINUTE
    floor.opens("1")
    rosa = floor.ticket()
    assert (floor.visit(ken).counter, floor.visit(rosa).counter) == ("2", "1")
    offered(floor, rosa, "s1")
    floor.do(c.TakeSuggestion("s1"))
    assert floor.visit(rosa).counter == "2"
    assert floor.calls("1") == rosa, "her lead is in line 1, though Ken came first"
    assert floor.calls("2") == ken


def test_whoever_was_only_away_a_moment_goes_back() -> None:
    floor, rosa = moved_by_suggestion()
    floor.do(c.Hold(rosa, 5))
    floor.do(c.Return(rosa))
    floor.do(c.TakeBackSuggestion("s1"))
    assert floor.visit(rosa).counter == "1"


def test_a_second_suggestion_taken_back_leaves_the_first() -> None:
    """Rosa is again in line 2 with the lead she has in line 1, as the first suggestion left her."""
    floor, rosa = moved_by_suggestion()
    before = floor.visit(rosa)
    floor.do(c.OpenCounter("3", "omar", ()))
    floor.plan = replace(
        floor.plan,
        counters={**floor.plan.counters, "3": replace(floor.plan.counters["1"], id="3")},
    )
    floor.do(c.OpenCounter("3", "omar"))
    further = (Touched(rosa, "2", "3", LONG, SHORT),)
    floor.do(c.Offer((Suggestion("s2", "move", further),)))
    floor.do(c.TakeSuggestion("s2"))
    assert floor.visit(rosa).kind == before.kind
    floor.do(c.TakeBackSuggestion("s2"))
    assert (floor.visit(rosa).counter, floor.visit(rosa).kind) == ("2", before.kind)


def opened_by_suggestion() -> Floorplay:
    floor = Floorplay()
    floor.do(c.Offer((Suggestion("s1", "open", (), "1", "mai", ("advice",)),)))
    floor.do(c.TakeSuggestion("s1"))
    floor.now += 1000
    return floor


def test_a_counter_that_a_suggestion_opened_closes_with_it() -> None:
    floor = opened_by_suggestion()
    floor.do(c.TakeBackSuggestion("s1"))
    assert floor.day.counter("1").state == "closed"


@pytest.mark.parametrize(
    "since",
    [
        [c.OpenCounter("1", "theo")],
        [c.TakeBreak("1", 10)],
        [c.CloseCounter("1"), c.OpenCounter("1", "mai")],
        [c.CloseCounter("1")],
    ],
)
def test_a_counter_that_staff_have_changed_since_is_not_closed(since: list[c.Command]) -> None:
    floor = opened_by_suggestion()
    for command in since:
        floor.do(command)
    stands = floor.day.counter("1")
    assert floor.refusal(c.TakeBackSuggestion("s1")).code == "suggestion_outdated"
    assert floor.day.counter("1") == stands


@pytest.mark.parametrize("settles", [c.PutOffSuggestion("s1", "no"), c.TakeBackSuggestion("s1")])
@pytest.mark.parametrize("counter", ["1", "2"])
def test_an_opening_that_was_put_off_is_not_offered_for_a_while(
    settles: c.Command, counter: str
) -> None:
    """Nor another counter for the same services, by whoever weighed it before."""
    floor = Floorplay()
    floor.do(c.Offer((Suggestion("s1", "open", (), "1", "mai", ("advice",)),)))
    if isinstance(settles, c.TakeBackSuggestion):
        floor.do(c.TakeSuggestion("s1"))
    floor.do(settles)
    again = Suggestion("s2", "open", (), counter, "theo", ("advice",))
    floor.now += suggestions.PUT_OFF_MS - 1
    assert floor.do(c.Offer((again,))) == ()
    borrowed = replace(again, id="s3", kind="borrow")
    other = Suggestion("s4", "open", (), "3", "theo", ("recovery",))
    assert len(floor.do(c.Offer((borrowed, other)))) == 2, "another way, and another need, are not"
    floor.now += 1
    assert len(floor.do(c.Offer((again,), ("s3", "s4")))) == 1


def test_moves_and_breaks_that_were_put_off_rest_too() -> None:
    floor = Floorplay()
    floor.opens("1", "2")
    rosa, ken = floor.ticket(), floor.ticket()
    for visit in (rosa, ken):
        if floor.visit(visit).counter != "1":
            floor.do(c.Move(visit, "1"))
    offered(floor, rosa, "s1")
    floor.do(c.PutOffSuggestion("s1", "a family"))
    offered(floor, rosa, "s2")
    offered(floor, ken, "s3")
    assert floor.day.suggestions.keys() == {"s1", "s3"}
