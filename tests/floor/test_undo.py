"""Whatever was done to a visit, undone at once, leaves the Day as it was."""

from __future__ import annotations

import copy
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from server.floor import commands as c
from server.floor.day import Day
from server.floor.refusals import Refusal
from server.floor.state import RECENT
from tests.floor import as_shown
from tests.floor.played import MINUTE, Floorplay
from tests.floor.test_routing import some_day

ITS_OWN = ("seq", "last_at", "undoable", "able")
"""What undoing itself changes, and what is only worked out."""


def state(day: Day) -> dict[str, Any]:
    """Lines and kinds without those that are empty."""
    told = {name: copy.copy(value) for name, value in vars(day).items() if name not in ITS_OWN}
    told["recent_calls"] = list(day.recent_calls)[2 - RECENT :]
    for lines in ("lines", "line_kinds"):
        told[lines] = {line: here for line, here in told[lines].items() if here}
    return copy.deepcopy(told)


@settings(max_examples=150)
@given(st.integers(0, 2**32), st.booleans(), st.integers(0, 1))
def test_what_is_undone_at_once_has_not_happened(seed: int, pooled: bool, recalls: int) -> None:
    chance = random.Random(seed)
    floor = some_day(chance, pooled)
    visit = chance.choice(list(floor.day.visits))
    counter = chance.choice(["1", "2", "3"])
    command = chance.choice(
        [
            *[c.Call(counter, visit, "quick")] * 4,
            c.Start(visit),
            c.Finish(visit, "resolved", promise="p", promise_due=floor.now),
            c.Transfer(visit, "advice"),
            c.NoShow(visit),
            c.Hold(visit, 10),
            c.Return(visit),
            c.Move(visit, counter),
            c.Remove(visit),
        ]
    )
    before = state(floor.day)
    if isinstance(floor.ask(command), Refusal):
        return
    floor.now += MINUTE // 4
    if isinstance(command, c.Call) and recalls:
        floor.do(c.Recall(visit))
    floor.do(c.Undo(visit))
    assert state(floor.day) == before


def test_an_undone_call_takes_no_earlier_one_from_the_board() -> None:
    floor = Floorplay()
    floor.opens("1", "2")
    ken = floor.ticket()
    floor.do(c.Call("1", ken))
    floor.do(c.Transfer(ken, counter="2"))
    floor.do(c.Call("2", ken))
    floor.do(c.Recall(ken))
    floor.do(c.Undo(ken))
    board = as_shown.board_view(floor.plan, floor.day, floor.now, floor.forecast())
    assert [(seen["ticket"], seen["counter"]) for seen in board["last"]] == [("A001", "1")]


def test_of_calls_in_one_moment_the_last_is_undone() -> None:
    floor = Floorplay()
    floor.opens("1", "2")
    ken, mai = floor.ticket(), floor.ticket()
    floor.do(c.Call("1", ken))
    floor.do(c.Hold(ken, 10))
    floor.do(c.Call("2", mai))
    floor.do(c.Call("1", ken))
    floor.do(c.Undo(ken))
    assert [(seen.visit, seen.counter) for seen in floor.day.recent_calls] == [
        (ken, "1"),
        (mai, "2"),
    ]
