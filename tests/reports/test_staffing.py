"""How many counters are wanted: Erlang's formula, and what is too little to say it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import datetime, time
from heapq import heapreplace
from math import exp, factorial
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server.floor.plan import Hours, StorePlan
from server.reports.exports import visits_csv
from server.reports.groups import Figures
from server.reports.periods import period
from server.reports.staffing import (
    GOAL,
    HALF_HOUR_S,
    counters_wanted,
    half_hour_after,
    likely,
    spread_out,
    staffing,
    waits_at_all,
)
from tests.reports.made_days import STORE, at, days, leg

MINUTE, DAY = 60_000, 86_400_000
SHOP = replace(STORE, hours=Hours(week=(((time(9), time(18)),),) * 7))
MONDAY = at("2026-11-02 00:00")
NOW = at("2026-11-30 20:00")


def report(
    *legs: dict[str, Any],
    by: Any = "hour",
    first: str = "2026-11-02",
    until: str = "2026-11-30",
    plan: StorePlan = SHOP,
    now: int = NOW,
) -> Figures:
    return staffing(plan, legs, by, period(plan, now, first, until), now)


def served(day: int, clock: str, minutes: float = 10, **known: Any) -> dict[str, Any]:
    """In Berlin's winter; called at once."""
    hour, minute = map(int, clock.split(":"))
    joined = MONDAY + day * DAY + ((hour - 1) * 60 + minute) * MINUTE
    return leg(
        arrived_at=joined,
        called_at=joined,
        started_at=joined,
        ended_at=joined + round(minutes * MINUTE),
        ended_as="served",
        counter="1",
        **known,
    )


def row(figures: Figures, key: str) -> Any:
    [found] = [one for one in figures.items if one.key == key]
    return found


def erlang_c(counters: int, load: float) -> float:
    """The formula as it is printed, factorials and all."""
    busy = load**counters / factorial(counters) * counters / (counters - load)
    return busy / (sum(load**k / factorial(k) for k in range(counters)) + busy)


@settings(max_examples=200)
@given(counters=st.integers(1, 40), free=st.floats(0.01, 0.99))
def test_it_is_erlangs_formula(counters: int, free: float) -> None:
    load = counters * free
    assert waits_at_all(counters, load) == pytest.approx(erlang_c(counters, load), rel=1e-9)


def test_values_of_the_printed_tables() -> None:
    assert waits_at_all(1, 0.5) == pytest.approx(0.5)
    assert waits_at_all(2, 1) == pytest.approx(1 / 3)
    assert waits_at_all(12, 10) == pytest.approx(0.449, abs=0.0005)


rates = st.floats(1 / 7200, 0.05)
lengths = st.floats(60, 3000)
targets = st.floats(0, 1800)


@settings(max_examples=200)
@given(rate=rates, service_s=lengths, target_s=targets)
def test_one_counter_fewer_is_not_enough(rate: float, service_s: float, target_s: float) -> None:
    load = rate * service_s
    wanted = counters_wanted(load, service_s, target_s)

    def longer(counters: int) -> float:
        if counters <= load:
            return 1.0
        return erlang_c(counters, load) * exp(-(counters - load) * target_s / service_s)

    if 0 < wanted < 100:
        assert longer(wanted) <= 1 - GOAL + 1e-9
        assert wanted == 1 or longer(wanted - 1) > 1 - GOAL - 1e-9


@settings(max_examples=100)
@given(rate=rates, service_s=lengths, target_s=targets, more=st.floats(1, 3))
def test_more_to_do_never_wants_fewer(
    rate: float, service_s: float, target_s: float, more: float
) -> None:
    few = counters_wanted(rate * service_s, service_s, target_s)
    assert counters_wanted(rate * service_s * more, service_s, target_s) >= few
    assert counters_wanted(rate * service_s, service_s, target_s + 60) <= few


@given(service_s=st.floats(1, 20_000))
def test_work_is_spread_and_none_is_lost(service_s: float) -> None:
    halves = spread_out(service_s)
    assert sum(halves) == pytest.approx(service_s)
    assert all(-1e-6 <= one <= HALF_HOUR_S + 1e-6 for one in halves)


def test_work_begun_at_any_moment_of_a_half_hour() -> None:
    """Ten minutes: a third of those who come are still there at the end, for five on the mean."""
    assert spread_out(600) == pytest.approx([600 - 100, 100])
    assert [half_hour_after("23:30", later) for later in (0, 1, 2)] == ["23:30", "00:00", "00:30"]


def busy_mornings(days: int) -> list[dict[str, Any]]:
    """Six at ten, two at half past two, each day."""
    return [
        one
        for day in range(days)
        for one in (
            *(served(day, f"10:{4 * k:02}") for k in range(6)),
            *(served(day, "14:40"), served(day, "14:50", minutes=14)),
        )
    ]


def test_a_half_hour_has_the_rate_and_the_services_of_its_days() -> None:
    figures = report(*busy_mornings(5))
    ten = row(figures, "10:00")
    assert (ten.label, ten.days, ten.n, ten.arrivals) == ("10:00–10:30", 5, 30, 6)
    assert ten.services == 40
    assert ten.service_s == pytest.approx((7 * 600 + 840) / 8)
    brought = 6 * sum(spread_out(ten.service_s)[:1])
    assert ten.load == pytest.approx(brought / HALF_HOUR_S, abs=0.01)
    assert ten.wanted == counters_wanted(ten.load, ten.service_s, 15 * 60) == 3
    assert ten.wanted_low <= ten.wanted <= ten.wanted_high
    assert figures.total.wanted == 3


def test_who_came_before_still_wants_a_counter() -> None:
    half_past = row(report(*busy_mornings(5)), "10:30")
    assert (half_past.n, half_past.service_s) == (0, None)
    assert half_past.load == pytest.approx(6 * 100 / HALF_HOUR_S, abs=0.05)
    assert half_past.wanted >= 1


def test_an_hour_in_which_nobody_came_counts_and_wants_no_counter() -> None:
    quiet = row(report(*busy_mornings(5)), "12:00")
    assert (quiet.days, quiet.n, quiet.arrivals, quiet.wanted, quiet.had) == (5, 0, 0, 0, 0)
    keys = [one.key for one in report(*busy_mornings(5)).items]
    assert (keys[0], keys[-1], len(keys)) == ("09:00", "17:30", 18)


@pytest.mark.parametrize(("days", "says"), [(2, False), (3, True)])
def test_with_little_history_it_says_so_and_guesses_nothing(days: int, says: bool) -> None:
    figures = report(*busy_mornings(days))
    ten = row(figures, "10:00")
    assert ten.arrivals == 6
    assert (ten.wanted is not None) is says
    assert (figures.total.wanted is not None) is says


def test_few_services_are_too_little_on_any_number_of_days() -> None:
    figures = report(*(served(day, "10:00") for day in range(19)))
    assert figures.total.wanted is None
    assert report(*(served(day, "10:00") for day in range(20))).total.wanted is not None


def test_nobody_at_all_is_an_empty_report() -> None:
    figures = report()
    assert figures.items == []
    assert (figures.total.days, figures.total.n, figures.total.wanted) == (0, 0, None)


def test_who_was_turned_away_wants_no_counter() -> None:
    away = leg(arrived_at=served(0, "10:05")["arrived_at"], ended_as="turned_away")
    assert row(report(*busy_mornings(3), away), "10:00").n == 18


def test_the_half_hour_that_still_runs_is_left_out() -> None:
    now = served(3, "14:45")["arrived_at"]
    legs = [one for one in busy_mornings(4) if one["arrived_at"] < now]
    figures = report(*legs, until="2026-11-06", now=now)
    assert row(figures, "10:00").days == 4
    assert row(figures, "14:30").days == 3
    assert row(figures, "17:00").days == 3


def test_what_was_had_is_counters_that_served() -> None:
    over = served(0, "10:20", minutes=25, service="recovery")
    figures = report(*busy_mornings(4), {**over, "counter": "2"})
    assert row(figures, "10:00").had == 1.25
    alone = report(*(served(day, "10:20", minutes=25) for day in range(4)))
    assert [row(alone, key).had for key in ("10:00", "10:30", "11:00")] == [1, 1, 0]


def test_by_weekday_mondays_are_mondays() -> None:
    figures = report(*busy_mornings(15), by="weekday")
    monday = row(figures, "mon 10:00")
    assert (monday.days, monday.n, monday.label) == (3, 18, "mon 10:00–10:30")
    assert row(figures, "tue 10:00").days == 2
    assert [one.key for one in figures.items][:2] == ["mon 09:00", "mon 09:30"]
    assert row(figures, "mon 10:00").wanted is not None
    assert row(figures, "tue 10:00").wanted is None


def test_by_service_each_is_alone() -> None:
    rescues = [served(day, "10:10", minutes=45, service="recovery") for day in range(5)]
    figures = report(*busy_mornings(5), *rescues, by="service")
    assert row(figures, "recovery 10:00").service_s == 45 * 60
    assert row(figures, "replacement 10:00").n == 30


def test_the_night_of_the_clock_change_has_its_hour_twice_and_no_day_too_many() -> None:
    twice = [at("2026-10-25 00:10"), at("2026-10-25 01:10")]
    legs = [leg(arrived_at=one) for one in twice]
    figures = report(*legs, plan=STORE, first="2026-10-24", until="2026-10-25")
    two = row(figures, "02:00")
    assert (two.days, two.n) == (1, 2)


@settings(max_examples=100)
@given(loads=st.lists(st.floats(0, 60), min_size=1, max_size=40), service_s=lengths)
def test_the_likely_load_lies_around_the_mean(loads: list[float], service_s: float) -> None:
    mean, low, high = likely(loads, service_s)
    assert mean == pytest.approx(sum(loads) / len(loads))
    assert 0 <= low <= mean <= high


@settings(max_examples=60)
@given(day=days)
def test_arrivals_follow_from_the_export(day: list[dict[str, Any]]) -> None:
    figures = report(*day, plan=STORE, first="2026-10-22", until="2026-10-26")
    rows = csv.DictReader(io.StringIO("".join(visits_csv(STORE, day, NOW)), newline=""))
    came = Counter(
        half_hour(datetime.fromisoformat(row["arrived_at"]))
        for row in rows
        if row["ended_as"] != "turned_away" and row["date"] < "2026-10-26"
    )
    assert {one.half_hour: one.n for one in figures.items if one.n} == came
    assert figures.total.n == came.total()


def half_hour(moment: datetime) -> str:
    return f"{moment:%H}:{'30' if moment.minute >= 30 else '00'}"


@pytest.mark.parametrize(("load", "service_s", "target_s"), [(2.1, 600, 900), (6.5, 480, 300)])
def test_a_store_played_with_them_keeps_the_target(
    load: float, service_s: float, target_s: float
) -> None:
    """Nothing of the formula: customers come, take the first free counter, and are timed."""
    wanted = counters_wanted(load, service_s, target_s)
    assert within(wanted, load, service_s, target_s) >= GOAL - 0.015
    assert within(wanted - 1, load, service_s, target_s) < GOAL + 0.015


def within(counters: int, load: float, service_s: float, target_s: float) -> float:
    luck = np.random.default_rng(3)
    n = 60_000
    arrivals = np.cumsum(luck.exponential(service_s / load, n))
    free_at = [0.0] * counters
    kept = 0
    for arrived, takes in zip(arrivals.tolist(), luck.exponential(service_s, n), strict=True):
        starts = max(arrived, free_at[0])
        heapreplace(free_at, starts + takes)
        kept += starts - arrived <= target_s
    return kept / n
