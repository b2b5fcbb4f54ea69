"""What a suggestion did stays in sight until it can no longer be taken back."""

from __future__ import annotations

from server.floor import balance_view, views
from server.floor import commands as c
from server.floor.facts import Suggestion, Touched, Wait
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
    view = views.floor_view(floor.plan, floor.day, floor.now, floor.forecast())
    assert [one["id"] for one in view["suggestions"]] == ["s1"]
    assert view["taken"] == []
    floor.do(c.TakeSuggestion("s1", None, "mai"))
    view = views.floor_view(floor.plan, floor.day, floor.now, floor.forecast())
    assert view["suggestions"] == []
    [taken] = view["taken"]
    assert (taken["id"], taken["staff"]) == ("s1", {"id": "mai", "name": "Mai"})
    floor.do(c.TakeBackSuggestion("s1", "mai"))
    assert balance_view.taken_view(floor.plan, floor.day, floor.now) == []
    assert floor.visit(visit).counter == "1"


def test_what_the_store_did_by_itself_has_nobodys_name() -> None:
    floor = Floorplay()
    floor.opens("1")
    visit = floor.ticket()
    floor.opens("2")
    offered(floor, visit, "s1", by_itself=True)
    [taken] = balance_view.taken_view(floor.plan, floor.day, floor.now)
    assert taken["staff"] is None
    assert floor.visit(visit).counter == "2"
    later = floor.now + floor.plan.times.undo_s * 1000 + MINUTE
    assert balance_view.taken_view(floor.plan, floor.day, later) == []
