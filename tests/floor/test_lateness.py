"""Why a wait becomes longer than it was told, and whom the waiting room is told of."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from server.floor import commands as c
from server.floor.lateness import IN_A_SENTENCE, TOLD_MOST, why_late, why_long
from server.floor.plan import StaffMember
from tests.floor import as_shown
from tests.floor.as_shown import phone_view
from tests.floor.played import MINUTE, Floorplay, small_store


@pytest.fixture
def floor() -> Floorplay:
    return Floorplay()


def board(floor: Floorplay) -> Any:
    return as_shown.board_view(floor.plan, floor.day, floor.now, floor.forecast())


def why(floor: Floorplay, visit: str) -> Any:
    told = floor.shown(visit)["why_late"]
    [joined] = [one for one in board(floor)["later"] if ticket(floor, visit) in tickets(one)]
    phone = phone_view(floor.plan, floor.day, floor.visit(visit), floor.now, floor.forecast())[
        "risk"
    ]
    for screen in (joined, phone):
        assert {name: screen[name] for name in told} == told, "every screen gives one reason"
    return told


def ticket(floor: Floorplay, visit: str) -> str:
    return str(floor.visit(visit).ticket)


def tickets(joined: Any) -> list[str]:
    return [one["ticket"] for one in joined["waits"]]


def served_by(floor: Floorplay, *counters: str) -> None:
    """Each of them is with somebody, for a moment only."""
    floor.opens(*counters)
    for counter in counters:
        floor.ticket()
        visit = floor.calls(counter)
        assert visit is not None
        floor.do(c.Start(visit))


def until_late(floor: Floorplay, visit: str) -> None:
    call_by = floor.visit(visit).leg.quote.call_by
    floor.passes((call_by - floor.now) / MINUTE)


def starts_anew(floor: Floorplay, counter: str) -> None:
    """Whoever is there goes, and the next has only just begun: nothing takes long."""
    visit = floor.day.counter(counter).visit
    if visit is not None:
        floor.do(c.Finish(visit, "resolved"))


def test_a_wait_that_is_kept_is_nobodys_concern(floor: Floorplay) -> None:
    served_by(floor, "1")
    ken = floor.ticket()
    assert floor.shown(ken)["why_late"] is None
    assert board(floor)["later"] == []


def test_a_break_that_began_since_is_the_reason_until_it_should_be_over(floor: Floorplay) -> None:
    served_by(floor, "1", "2")
    ken = floor.ticket()
    floor.passes(1)
    starts_anew(floor, "2")
    floor.do(c.TakeBreak("2", 120))
    until = floor.day.counter("2").until
    until_late(floor, ken)
    told = why(floor, ken)
    assert (told["reason"], told["counter"], told["until"]) == (
        "counter_on_break",
        "2",
        as_shown.at(until),
    )
    floor.passes(120)
    assert why(floor, ken) == {"reason": "counter_on_break", "counter": "2", "until": None}


def test_what_was_known_when_the_wait_was_told_is_no_reason(floor: Floorplay) -> None:
    served_by(floor, "1", "2")
    starts_anew(floor, "2")
    floor.do(c.TakeBreak("2", 600))
    floor.passes(1)
    ken = floor.ticket()
    until_late(floor, ken)
    assert why(floor, ken)["reason"] == "longer_services"


@pytest.mark.parametrize(
    ("begins", "lasts", "known"),
    [
        (30, 120, True),
        (45, 120, True),  # when the customer had gone
        (10, 120, False),  # earlier than anybody could know
        (30, 180, False),
        (30, None, False),
    ],
)
def test_a_break_that_was_planned_when_the_wait_was_told_is_no_reason(
    begins: int, lasts: int | None, known: bool
) -> None:
    planned = (time(11, 30), time(13, 30))
    staff = {"mai": StaffMember("mai", "Mai", breaks=(planned,))}
    floor = Floorplay(small_store(staff=staff))
    served_by(floor, "2")
    ken = floor.ticket()
    floor.passes(begins)
    starts_anew(floor, "2")
    floor.do(c.TakeBreak("2", lasts))
    said = why_late(floor.plan, floor.day, floor.visit(ken), floor.now, floor.forecast())
    assert (said.reason != "counter_on_break") == known
    notice = why_long(floor.plan, floor.day, "advice", floor.now, floor.forecast())
    assert notice.reason == "counter_on_break", "it is why waits are long, for whoever asks now"
    floor.passes(181)
    said = why_late(floor.plan, floor.day, floor.visit(ken), floor.now, floor.forecast())
    assert said.reason == "counter_on_break" or lasts is None, "it should be over long ago"


def test_of_a_planned_break_taken_twice_only_the_first_was_known() -> None:
    staff = {"mai": StaffMember("mai", "Mai", breaks=((time(11, 30), time(12, 30)),))}
    floor = Floorplay(small_store(staff=staff))
    served_by(floor, "2")
    ken = floor.ticket()
    starts_anew(floor, "2")
    for known in (True, False):
        floor.passes(30)
        floor.do(c.TakeBreak("2", 60))
        said = why_late(floor.plan, floor.day, floor.visit(ken), floor.now, floor.forecast())
        assert (said.reason != "counter_on_break") == known
        floor.passes(60)
        floor.opens_as_it_was("2")


def test_a_counter_that_closed_since_is_named(floor: Floorplay) -> None:
    served_by(floor, "1", "2")
    ken = floor.ticket()
    floor.passes(1)
    starts_anew(floor, "2")
    floor.do(c.CloseCounter("2"))
    until_late(floor, ken)
    assert why(floor, ken) == {"reason": "counter_closed", "counter": "2", "until": None}


def test_when_no_counter_is_open_that_is_said_and_no_range(floor: Floorplay) -> None:
    served_by(floor, "1")
    ken = floor.ticket()
    floor.passes(1)
    starts_anew(floor, "1")
    floor.do(c.CloseCounter("1"))
    until_late(floor, ken)
    assert why(floor, ken)["reason"] == "counters_closed"
    [joined] = board(floor)["later"]
    assert joined["waits"][0]["wait"]["basis"] == "no_counter_open"


def test_a_service_far_beyond_its_usual_time_is_a_reason(floor: Floorplay) -> None:
    served_by(floor, "1")
    ken = floor.ticket()
    until_late(floor, ken)
    assert why(floor, ken)["reason"] == "longer_services"


def test_a_service_within_its_usual_time_is_none(floor: Floorplay) -> None:
    served_by(floor, "1")
    ken = floor.ticket()
    floor.passes(5)
    starts_anew(floor, "1")
    ida = floor.calls("1")
    assert ida == ken
    floor.do(c.Start(ken))
    for minutes, reason in ((7, "longer_than_thought"), (1, "longer_services")):
        floor.passes(minutes)
        told = why_long(floor.plan, floor.day, "advice", floor.now, floor.forecast())
        assert told.reason == reason


def test_without_a_fact_that_explains_it_none_is_made_up(floor: Floorplay) -> None:
    served_by(floor, "1")
    first, ken = floor.ticket(), floor.ticket()
    until_late(floor, ken)
    starts_anew(floor, "1")
    assert floor.calls("1") == first
    floor.passes(0.1)
    assert why(floor, ken)["reason"] == "longer_than_thought"


def test_many_who_are_late_for_one_reason_are_joined_and_not_all_told(floor: Floorplay) -> None:
    served_by(floor, "1")
    late = [floor.ticket() for _ in range(TOLD_MOST + 3)]
    until_late(floor, late[-1])
    told = board(floor)["later"]
    assert [len(one["waits"]) for one in told] == [IN_A_SENTENCE] * (TOLD_MOST // IN_A_SENTENCE)
    assert len({(one["reason"], one["counter"], one["until"]) for one in told}) == 1
    in_order = [name for one in told for name in tickets(one)]
    assert in_order == [ticket(floor, visit) for visit in late[:TOLD_MOST]]
    for one in told:
        for wait in one["waits"]:
            assert wait["wait"]["low_s"] <= wait["wait"]["likely_s"] <= wait["wait"]["high_s"]


def test_who_is_called_or_steps_away_is_told_of_no_more(floor: Floorplay) -> None:
    served_by(floor, "1")
    ken, rosa = floor.ticket(), floor.ticket()
    until_late(floor, rosa)
    assert floor.day.at_risk == {ken, rosa}
    starts_anew(floor, "1")
    assert floor.calls("1") == ken
    floor.do(c.Hold(rosa, 5))
    assert floor.day.at_risk == set()
    assert board(floor)["later"] == []
    floor.do(c.Undo(rosa))
    assert floor.day.at_risk == {rosa}


def test_the_room_is_told_no_name_and_no_secret(floor: Floorplay) -> None:
    served_by(floor, "1")
    ken = floor.ticket()
    until_late(floor, ken)
    assert ken not in str(board(floor)["later"])
