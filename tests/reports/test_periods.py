"""A period is asked for in business days or instants, and its end does not count."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server.floor.hours import business_date, day_bounds
from server.floor.plan import StorePlan
from server.reports.periods import HOUR_MS, BadPeriod, by_hour, period
from tests.reports.made_days import STORE, at

NOW = at("2026-11-21 14:00")


def bounds(first: str | None, until: str | None) -> tuple[int, int]:
    span = period(STORE, NOW, first, until)
    return span.from_ms, span.to_ms


def wrong(first: str | None, until: str | None) -> list[str]:
    with pytest.raises(BadPeriod) as caught:
        period(STORE, NOW, first, until)
    return [f"{error['where']} {error['problem']}" for error in caught.value.errors]


def test_nothing_asked_is_today() -> None:
    span = period(STORE, NOW, None, None)
    assert (span.first, span.until) == ("2026-11-21", "2026-11-22")
    assert (span.from_ms, span.to_ms) == (at("2026-11-21 03:00"), at("2026-11-22 03:00"))


def test_a_date_is_a_business_day_of_the_store() -> None:
    assert bounds("2026-07-01", "2026-07-02") == (at("2026-07-01 02:00"), at("2026-07-02 02:00"))


def test_the_day_of_a_clock_change_has_25_hours() -> None:
    since, before = bounds("2026-10-24", "2026-10-25")
    assert (before - since) / 3_600_000 == 25


def test_from_alone_reaches_through_today() -> None:
    assert bounds("2026-11-01", None)[1] == at("2026-11-22 03:00")


def test_a_first_day_to_come_is_that_day() -> None:
    assert bounds("2026-12-24", None) == (at("2026-12-24 03:00"), at("2026-12-25 03:00"))


def test_instants_are_taken_as_they_are() -> None:
    asked = bounds("2026-11-21T09:00:00+01:00", "2026-11-21T09:00:00.500Z")
    assert asked == (at("2026-11-21 08:00"), at("2026-11-21 09:00:00.500"))


@pytest.mark.parametrize(
    "text", ["yesterday", "2026-13-01", "2026-11-21T", "20-11-2026", "٢٠٢٦-١١-٢١", "'; DROP", " "]
)
def test_what_is_no_date_is_said_to_be_none(text: str) -> None:
    assert wrong(text, "2026-11-22") == [
        "from must be a date such as 2026-11-21 or a time such as 2026-11-21T14:00:00Z"
    ]


def test_a_time_must_say_its_zone() -> None:
    problem = "to must say its time zone, as in 2026-11-21T14:00:00Z"
    assert wrong("2026-11-01", "2026-11-21T14:00") == [problem]


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "0001-01-01T00:00:00+23:59"])
def test_the_ends_of_the_calendar_are_refused(text: str) -> None:
    assert wrong(text, "2026-11-22")[0] == "from must be within the years 1971 to 9000"


@pytest.mark.parametrize("until", ["2026-11-21", "2026-11-20"])
def test_an_end_that_is_not_after_the_start_is_explained(until: str) -> None:
    assert "first day (or instant) that no longer counts" in wrong("2026-11-21", until)[0]


def test_everything_wrong_is_said_at_once() -> None:
    assert len(wrong("soon", "later")) == 2


def test_legs_are_read_hour_by_hour_and_none_is_missed_or_doubled() -> None:
    span = period(STORE, NOW, "2026-10-24", "2026-11-04")
    asked: list[tuple[int, int]] = []

    def legs(since: int, before: int) -> list[dict[str, int]]:
        asked.append((since, before))
        return []

    dates = ["2025-01-01", "2026-10-24", "2026-11-01", "2026-11-04"]
    assert len(list(by_hour(STORE, span, dates, legs))) == len(asked) == 25 + 24
    assert (asked[0][0], asked[-1][1]) == (span.from_ms, span.to_ms)
    assert [end for _, end in asked[:-1]] == [start for start, _ in asked[1:]]
    assert all(since < before for since, before in asked)


ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Santiago",  # its clocks change at midnight
    "Australia/Lord_Howe",  # by half an hour
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Pacific/Apia",
)
plans = st.builds(
    lambda zone, starts: replace(STORE, time_zone=zone, day_starts=starts),
    st.sampled_from(ZONES),
    st.times().map(lambda one: one.replace(second=0, microsecond=0)),
)
dates = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@settings(max_examples=300)
@given(plan=plans, moment=st.integers(at("2026-01-02 00:00"), at("2027-12-30 00:00")))
def test_every_moment_is_of_the_one_day_whose_bounds_hold_it(plan: StorePlan, moment: int) -> None:
    day = business_date(plan, moment)
    since, before = day_bounds(plan, day)
    assert since <= moment < before


@pytest.mark.parametrize(
    ("zone", "night"),
    [
        ("Europe/Berlin", "2026-03-28 22:00"),
        ("Europe/Berlin", "2026-10-24 22:00"),
        ("America/New_York", "2026-03-08 04:00"),
        ("America/New_York", "2026-11-01 03:00"),
        ("America/Santiago", "2026-09-06 01:00"),
        ("Australia/Lord_Howe", "2026-04-04 12:00"),
    ],
)
def test_a_day_that_turns_while_the_clocks_change_never_goes_back(zone: str, night: str) -> None:
    for half_hours in range(10):
        starts = time(half_hours // 2, half_hours % 2 * 30)
        plan = replace(STORE, time_zone=zone, day_starts=starts)
        moments = range(at(night), at(night) + 8 * HOUR_MS, 5 * 60_000)
        days = [business_date(plan, moment) for moment in moments]
        assert days == sorted(days)
        for moment, day in zip(moments, days, strict=True):
            since, before = day_bounds(plan, day)
            assert since <= moment < before, (starts, moment)


@settings(max_examples=200)
@given(plan=plans, first=dates, lengths=st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_days_side_by_side_hold_each_leg_once(
    plan: StorePlan, first: date, lengths: list[int]
) -> None:
    """Also in the weeks in which the clocks change: no hour is lost and none counts twice."""
    cuts = [first]
    for days in lengths:
        cuts.append(cuts[-1] + timedelta(days=days))
    parts = [
        period(plan, NOW, since.isoformat(), before.isoformat()) for since, before in pairwise(cuts)
    ]
    whole = period(plan, NOW, cuts[0].isoformat(), cuts[-1].isoformat())
    assert (parts[0].from_ms, parts[-1].to_ms) == (whole.from_ms, whole.to_ms)
    assert all(one.to_ms == other.from_ms for one, other in pairwise(parts))
    edges = [moment for part in parts for moment in (part.from_ms, part.to_ms - 1, part.to_ms)]
    for moment in edges:
        holding = [part for part in parts if part.from_ms <= moment < part.to_ms]
        assert len(holding) == (moment < whole.to_ms)


@settings(max_examples=60)
@given(plan=plans, first=dates, days=st.integers(1, 5))
def test_hours_of_a_period_meet_and_cover_it(plan: StorePlan, first: date, days: int) -> None:
    until = first + timedelta(days=days)
    span = period(plan, NOW, first.isoformat(), until.isoformat())
    asked: list[tuple[int, int]] = []

    def legs(since: int, before: int) -> list[dict[str, int]]:
        asked.append((since, before))
        return []

    there = [(first + timedelta(days=k)).isoformat() for k in range(-1, days + 1)]
    list(by_hour(plan, span, there, legs))
    assert (asked[0][0], asked[-1][1]) == (span.from_ms, span.to_ms)
    assert all(one[1] == other[0] for one, other in pairwise(asked))
    assert all(0 < before - since <= HOUR_MS for since, before in asked)
