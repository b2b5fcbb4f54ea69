"""Business days and opening hours, across nights with a clock change."""

from datetime import UTC, date, datetime, time

import pytest

from server.floor import hours
from server.floor.plan import Hours
from tests.floor.played import small_store

HOUR = 3_600_000


def instant(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        ("2026-11-21T02:59:59", "2026-11-20"),
        ("2026-11-21T03:00:00", "2026-11-21"),
        ("2026-07-01T01:59:59", "2026-06-30"),
        ("2026-07-01T02:00:00", "2026-07-01"),
    ],
)
def test_the_business_day_turns_over_at_its_own_hour(utc: str, day: str) -> None:
    assert hours.business_date(small_store(), instant(utc)) == day


@pytest.mark.parametrize(
    ("day", "long"), [("2026-10-24", 25), ("2026-03-28", 23), ("2026-06-01", 24)]
)
def test_a_night_with_a_clock_change_has_one_stream(day: str, long: int) -> None:
    starts, ends = hours.day_bounds(small_store(), day)
    assert ends - starts == long * HOUR
    plan = small_store()
    assert {hours.business_date(plan, at) for at in range(starts, ends, HOUR // 2)} == {day}


def test_open_from_the_first_instant_to_before_the_last() -> None:
    plan = small_store()
    opens, closes = instant("2026-11-21T08:00:00"), instant("2026-11-21T17:00:00")
    assert [hours.is_open(plan, t) for t in (opens - 1, opens, closes - 1, closes)] == [
        False,
        True,
        True,
        False,
    ]
    assert hours.closes_at(plan, opens) == closes
    assert hours.opens_next(plan, closes) == instant("2026-11-22T08:00:00")


def test_a_closed_date_and_an_evening_past_midnight() -> None:
    late = Hours(week=(((time(20), time(1)),),) * 7, dates=((date(2026, 11, 22), ()),))
    plan = small_store(hours=late)
    assert hours.is_open(plan, instant("2026-11-21T23:30:00"))  # 00:30, still Saturday's evening
    assert not hours.is_open(plan, instant("2026-11-22T20:00:00"))
    assert hours.opens_next(plan, instant("2026-11-22T01:00:00")) == instant("2026-11-23T19:00:00")


NIGHT = small_store(hours=Hours(week=(((time(22), time(6)),),) * 7))
ALL_DAY = ((time(0), time(0)),)


def test_a_night_that_goes_on_past_the_turn_of_the_day() -> None:
    """22:00 to 06:00, with the business day from 04:00: half of it is the next day's."""
    turn = hours.day_bounds(NIGHT, "2026-11-21")[1]
    assert hours.windows(NIGHT, "2026-11-21")[-1] == (turn - 6 * HOUR, turn)
    assert hours.windows(NIGHT, "2026-11-22")[0] == (turn, turn + 2 * HOUR)
    assert hours.stays_open(NIGHT, "2026-11-21")
    for at in (turn - 1, turn, turn + HOUR):
        assert hours.is_open(NIGHT, at)
        assert hours.closes_at(NIGHT, at) == turn + 2 * HOUR
    assert not hours.is_open(NIGHT, turn + 2 * HOUR)
    assert hours.opens_next(NIGHT, turn + 3 * HOUR) == turn + 18 * HOUR
    # An hour after six they are sent home, and so the next morning; never as the day turns over.
    assert hours.sends_home_at(NIGHT, "2026-11-21") == turn - 24 * HOUR + 3 * HOUR
    assert hours.sends_home_at(NIGHT, "2026-11-21", after=turn - HOUR) == turn + 3 * HOUR


@pytest.mark.parametrize(
    "week",
    [Hours(week=(ALL_DAY,) * 7), Hours(week=((),) * 7, always_open=True)],
    ids=["00:00-24:00", "--always-open"],
)
def test_a_store_that_never_closes(week: Hours) -> None:
    plan = small_store(hours=week)
    for day in ("2026-11-21", "2026-10-25", "2026-03-29"):
        assert hours.windows(plan, day) == [hours.day_bounds(plan, day)]
        assert hours.all_day(plan, day)
        assert hours.stays_open(plan, day)
        assert hours.sends_home_at(plan, day) is None
        assert hours.closes_at(plan, hours.day_bounds(plan, day)[0]) is None
    assert hours.opens_next(plan, instant("2026-11-21T03:00:00")) is None


def test_all_day_is_the_day_of_the_calendar() -> None:
    """Round the clock from Monday to Friday ends at midnight, not when the business day turns."""
    plan = small_store(hours=Hours(week=(ALL_DAY,) * 5 + ((), ())))
    assert hours.closes_at(plan, instant("2026-11-18T12:00:00")) == instant("2026-11-20T23:00:00")
    assert hours.opens_next(plan, instant("2026-11-21T12:00:00")) == instant("2026-11-22T23:00:00")
    assert not hours.stays_open(plan, "2026-11-20")
    holiday = Hours(week=(ALL_DAY,) * 7, dates=((date(2026, 11, 22), ()),))
    plan = small_store(hours=holiday)
    assert not hours.is_open(plan, instant("2026-11-21T23:00:00"))
    assert hours.is_open(plan, instant("2026-11-22T23:00:00"))
