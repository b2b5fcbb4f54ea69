"""Planned breaks: which was taken, which is next; and putting one later costs nobody a break."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.floor import breaks, hours
from server.floor import commands as c
from server.floor import facts as f
from server.floor.breaks import Planned
from server.floor.facts import Suggestion
from server.floor.plan import StaffMember
from server.floor.refusals import Refusal
from tests.floor import as_shown
from tests.floor.played import MINUTE, NOON, Floorplay, small_store

Span = tuple[time, time]
AT_11_30: Span = (time(11, 30), time(12, 0))
DAY_STARTS_AT, OPENS, CLOSES = NOON - 11 * 60 * MINUTE, 9 * 60, 18 * 60


def floor_with(*planned: Span) -> Floorplay:
    """Mai is at counter 1; it is 11 o'clock."""
    staff = {"mai": StaffMember("mai", "Mai", breaks=planned), "theo": StaffMember("theo", "Theo")}
    floor = Floorplay(small_store(staff=staff))
    floor.do(c.OpenCounter("1", "mai"))
    return floor


def left(floor: Floorplay) -> list[Planned]:
    return breaks.to_come(floor.plan, floor.day, floor.day.counter("1"), floor.now)


def shown(floor: Floorplay) -> object:
    view = as_shown.floor_view(floor.plan, floor.day, floor.now, floor.forecast())
    return view["counters"][0]["planned_break"]


def rests(floor: Floorplay, said: float | None, really: float) -> None:
    floor.do(c.TakeBreak("1", said))
    floor.passes(really)
    floor.opens_as_it_was("1")


@pytest.mark.parametrize(
    ("after", "said", "really", "counts"),
    [
        (30, 30, 30, True),
        (30, 30, 15, True),
        (30, 30, 2, False),  # tapped by mistake
        (30, 10, 30, True),  # said less than it was
        (30, None, 30, True),
        (10, 30, 30, True),  # early
        (10, 5, 5, False),  # a glass of water
        (60, 30, 30, True),  # when the rush was over
    ],
)
def test_which_break_counts_as_the_planned_one(
    after: float, said: float | None, really: float, counts: bool
) -> None:
    floor = floor_with(AT_11_30)
    floor.passes(after)
    rests(floor, said, really)
    assert (breaks.not_taken(floor.plan, floor.day, "mai") == []) == counts


def test_one_break_is_not_taken_for_two() -> None:
    floor = floor_with((time(11), time(11, 15)), (time(11, 45), time(12)))
    assert len(left(floor)) == 2
    rests(floor, 15, 15)
    assert [hours.local(floor.plan, one.at).time() for one in left(floor)] == [time(11, 45)]


def test_it_waits_for_the_customer_who_is_there_and_for_nobody_called_after_it() -> None:
    floor = floor_with(AT_11_30)
    first, _ = floor.ticket(), floor.ticket()
    floor.passes(29)
    floor.calls("1")
    floor.do(c.Start(first))
    floor.passes(40)
    assert left(floor), "the customer is still there"
    floor.do(c.Finish(first, "resolved"))
    assert left(floor), "now she goes"
    assert shown(floor) is not None
    floor.calls("1")
    assert not left(floor), "she went on instead"
    assert shown(floor) is not None, "and it is not forgotten"


def test_a_call_that_was_undone_gave_up_no_break() -> None:
    floor = floor_with(AT_11_30)
    floor.ticket()
    floor.passes(29)
    floor.serves("1", 32)
    visit = floor.ticket()
    floor.passes(4)
    assert left(floor), "nobody is here since four minutes"
    floor.do(c.Call("1", visit))
    assert left(floor) == []
    floor.passes(0.25)
    floor.do(c.Undo(visit))
    assert left(floor)
    floor.passes(1)
    assert left(floor) == [], "free for five minutes since the customer left, not since the undoing"


def test_who_sits_free_through_a_break_or_comes_after_it_has_none_to_reckon_with() -> None:
    floor = floor_with(AT_11_30)
    floor.passes(64)
    assert left(floor)
    floor.passes(1)
    assert not left(floor)
    floor.do(c.OpenCounter("1", "theo"))
    floor.do(c.OpenCounter("2", "mai"))
    assert breaks.next_of(floor.plan, floor.day, floor.day.counter("2"), floor.now) is None


def test_a_day_that_is_not_open_all_through_it_has_none_of_it() -> None:
    floor = floor_with((time(17, 45), time(18, 15)), (time(8), time(9)), AT_11_30)
    assert [one.lasts_ms for one in left(floor)] == [30 * MINUTE]


def put_later(floor: Floorplay, planned_at: int, put_at: int, id: str) -> Refusal | None:
    """Suggested and taken; the reason if it cannot be."""
    asked = Suggestion(
        id, "break", counter="1", staff="mai", minutes=1, planned_at=planned_at, put_at=put_at
    )
    if not floor.do(c.Offer((asked,))):
        return Refusal("suggestion_outdated")
    taken = floor.ask(c.TakeSuggestion(id, by="theo"))
    return taken if isinstance(taken, Refusal) else None


def test_put_later_by_whom_and_taken_back() -> None:
    floor = floor_with(AT_11_30)
    [planned] = left(floor)
    assert put_later(floor, planned.at, planned.at + 30 * MINUTE, "s1") is None
    assert shown(floor) == {
        "at": hours.rfc3339(planned.at + 30 * MINUTE),
        "minutes": 30,
        "planned_at": hours.rfc3339(planned.at),
        "put_by": {"id": "theo", "name": "Theo"},
    }
    assert put_later(floor, planned.at, planned.at + 45 * MINUTE, "s2") is not None, "once a day"
    floor.do(c.TakeBackSuggestion("s1", "mai"))
    assert left(floor) == [planned]
    assert isinstance(floor.recorded[-1].fact, f.BreakPutBack)


def test_what_was_suggested_before_the_break_began_is_refused_after_it() -> None:
    floor = floor_with(AT_11_30)
    [planned] = left(floor)
    later = planned.at + 15 * MINUTE
    asked = Suggestion("s1", "break", counter="1", staff="mai", planned_at=planned.at, put_at=later)
    floor.do(c.Offer((asked,)))
    floor.passes(30)
    rests(floor, 20, 20)
    assert floor.refusal(c.TakeSuggestion("s1")).code == "suggestion_outdated"


@st.composite
def some_days(draw: st.DrawFn) -> tuple[tuple[Span, ...], list[tuple[str, int, int]]]:
    """Breaks anywhere in the opening hours, and what is tried, in minutes."""
    cuts = sorted(draw(st.sets(st.integers(OPENS, CLOSES - 1), min_size=2, max_size=8)))
    spans = zip(cuts[::2], cuts[1::2], strict=False)
    planned = tuple((time(a // 60, a % 60), time(b // 60, b % 60)) for a, b in spans)
    tried = st.tuples(
        st.sampled_from(["later", "later", "rest", "call"]), st.integers(0, 7), st.integers(0, 90)
    )
    return planned, draw(st.lists(tried, max_size=12))


@given(some_days())
@settings(max_examples=80)
def test_nobody_loses_a_break_by_putting_one_later(
    day: tuple[tuple[Span, ...], list[tuple[str, int, int]]],
) -> None:
    planned, tries = day
    floor = floor_with(*planned)
    first = breaks.of_today(floor.plan, floor.day, "mai")
    for n, (what, which, minutes) in enumerate(tries):
        floor.now += minutes * MINUTE
        if what == "later":
            one = first[which % len(first)]
            put_later(floor, one.planned_at, one.planned_at + minutes * MINUTE, f"s{n}")
        elif what == "rest":
            floor.ask(c.TakeBreak("1", minutes or None))
        else:
            floor.do(c.OpenCounter("1", "mai"))
    now = breaks.of_today(floor.plan, floor.day, "mai")
    assert [(p.planned_at, p.lasts_ms) for p in now] == [(p.planned_at, p.lasts_ms) for p in first]
    assert all(p.at - p.planned_at in (0, *breaks.LATER_MS) for p in now)
    ends = [*(p.at for p in now[1:]), DAY_STARTS_AT + CLOSES * MINUTE]
    assert all(p.until <= end for p, end in zip(now, ends, strict=True)), (
        "overlap, or after closing"
    )
    put = [r.fact.planned_at for r in floor.recorded if isinstance(r.fact, f.BreakPutLater)]
    assert len(put) == len(set(put)), "a break was put later twice"
