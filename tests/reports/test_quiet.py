"""The quiet hours of a coming day: from this store's own waits, or not told at all."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from server.reports.quiet import SPAN_HOURS, Wait, coming_days, history
from tests.floor.played import small_store

PLAN = small_store()
BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = "2026-11-23"
TODAY = "2026-11-22"


def waits(monday: str, by_hour: dict[int, int], each: int = 4) -> list[Wait]:
    """On that day, `each` people an hour who waited so many minutes."""
    day = datetime.fromisoformat(monday).replace(tzinfo=BERLIN)
    return [
        Wait(joined := round((day + timedelta(hours=h, minutes=n)).timestamp() * 1000), joined + m)
        for h, minutes in by_hour.items()
        for n in range(each)
        for m in [minutes * 60_000]
    ]


def mondays(by_hour: dict[int, int], weeks: int) -> list[Wait]:
    days = ["2026-11-16", "2026-11-09", "2026-11-02"][:weeks]
    return [wait for day in days for wait in waits(day, by_hour)]


BUSY_AT_NOON = {hour: 25 if 11 <= hour < 14 else 9 for hour in range(9, 18)} | {15: 3, 16: 4}


def test_the_two_hours_with_the_shortest_waits_are_told() -> None:
    past = history(PLAN, mondays(BUSY_AT_NOON, weeks=3))
    monday, tuesday = coming_days(PLAN, past, TODAY, 2)
    assert monday.date == MONDAY
    assert monday.quiet is not None
    since = datetime.fromtimestamp(monday.quiet.since / 1000, BERLIN)
    assert (since.hour, monday.quiet.until - monday.quiet.since) == (15, SPAN_HOURS * 3_600_000)
    assert (monday.quiet.wait_s, monday.quiet.n) == (210, 24)
    assert tuesday.quiet is None, "nothing is known of Tuesdays"


def test_one_monday_is_not_what_mondays_are_like() -> None:
    [monday] = coming_days(PLAN, history(PLAN, mondays(BUSY_AT_NOON, weeks=1)), TODAY, 1)
    assert monday.quiet is None


@given(st.dictionaries(st.integers(0, 23), st.integers(0, 90)), st.integers(0, 3))
def test_what_is_told_is_within_the_hours_and_no_longer_than_any_other(
    by_hour: dict[int, int], weeks: int
) -> None:
    past = history(PLAN, mondays(by_hour, weeks))
    for day in coming_days(PLAN, past, TODAY, 5):
        [(opens, closes)] = day.open
        if day.quiet is not None:
            assert opens <= day.quiet.since < day.quiet.until <= closes
            assert day.quiet.wait_s <= max(by_hour.values()) * 60
