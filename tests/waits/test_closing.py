"""Shortly before everybody is sent home: no time is told that may come too late."""

import pytest

from server.floor.hours import sends_home_at
from server.floor.plan import Hours
from server.journal.projection import quote_kept
from server.waits.outlook import look_ahead
from tests.floor.as_shown import phone_view
from tests.floor.played import MINUTE, NOON, Floorplay, small_store

CLOSES = NOON + 7 * 60 * MINUTE  # 18:00 in Berlin
SENT_HOME = CLOSES + 60 * MINUTE


def floor_at(minutes_before: int, waiting: int) -> Floorplay:
    floor = Floorplay(now=CLOSES - minutes_before * MINUTE)
    floor.opens("1")
    for _ in range(waiting):
        floor.ticket()
    return floor


def hear(floor: Floorplay) -> None:
    asked = floor.forecaster.ask(floor.day, floor.now)
    assert asked is not None
    floor.forecaster.hear(look_ahead(asked[0]), asked[1])


@pytest.mark.parametrize("rehearsed", [False, True])
def test_a_time_is_told_only_where_it_comes_before_all_are_sent_home(rehearsed: bool) -> None:
    floor = floor_at(minutes_before=10, waiting=0)
    told = []
    for _ in range(25):
        if rehearsed:
            hear(floor)
        quote = floor.visit(floor.ticket()).leg.quote
        late = quote.call_by > SENT_HOME
        assert (quote.basis == "after_closing") == late
        assert quote.promised_by == (None if late else quote.call_by)
        told.append(late)
    assert told == sorted(told), "the front of the line is told a time, its end is not"
    assert not told[0]
    assert told[-1]


def test_the_same_line_in_the_morning_is_told_a_time() -> None:
    floor = floor_at(minutes_before=8 * 60, waiting=25)
    assert {visit.leg.quote.basis for visit in floor.day.visits.values()} == {"typical"}


def test_whoever_was_told_a_time_that_no_longer_comes_is_seen_by_everybody() -> None:
    floor = floor_at(minutes_before=10, waiting=6)
    last = floor.visit("v6")
    assert last.leg.quote.basis == "typical"
    floor.now = SENT_HOME - 20 * MINUTE
    shown = floor.shown("v6")
    phone = phone_view(floor.plan, floor.day, last, floor.now, floor.forecast())["visit"]
    assert shown["forecast"]["basis"] == phone["forecast"]["basis"] == "after_closing"
    assert floor.shown("v1")["forecast"]["basis"] == "typical"


def test_what_told_no_time_is_neither_kept_nor_broken() -> None:
    floor = floor_at(minutes_before=10, waiting=26)
    for _ in range(26):
        floor.serves("1", minutes=1)
    assert quote_kept(floor.visit("v26").leg) is None
    assert quote_kept(floor.visit("v1").leg) == 1


def test_the_forecast_and_the_floor_mean_the_same_hour() -> None:
    """Nobody is sent home before it; a store that never closes sends nobody home."""
    floor = floor_at(minutes_before=10, waiting=1)
    day = floor.day.date
    assert sends_home_at(floor.plan, day) == SENT_HOME
    for minutes, ended in ((69, None), (1, "end_of_day")):
        floor.passes(minutes)
        assert floor.visit("v1").ended_as == ended
    round_the_clock = small_store(hours=Hours(week=((),) * 7, always_open=True))
    assert sends_home_at(round_the_clock, day) is None
