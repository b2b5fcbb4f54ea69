"""How many usually come, learned from days that differ: and what is suggested before they do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from server.balance.offering import question
from server.balance.weighing import weigh
from server.floor import facts as f
from server.floor.plan import Hours, StaffMember, StorePlan
from server.waits.arrivals import DAYS_KEPT, HALVES, Arrivals
from server.waits.forecaster import Forecaster
from tests.floor.played import MINUTE, Floorplay, small_store

MONDAY = date(2026, 11, 2)
HOUR = 60 * MINUTE
OPEN = range(18, 36)
"""The half hours from nine to six."""


def store(*closed: date) -> StorePlan:
    week = ((time(9), time(18)),)
    return replace(
        small_store(), time_zone="UTC", hours=Hours((week,) * 7, tuple((day, ()) for day in closed))
    )


def clock(day: date, hour: float) -> int:
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return round((midnight.timestamp() + hour * 3600) * 1000)


def usually(day: date) -> np.ndarray:
    """Ten in a half hour, thirty from noon to one, and twice all that on Mondays."""
    each = np.zeros(HALVES)
    each[OPEN] = 10
    each[24:26] = 30
    return each * (2 if day.weekday() == 0 else 1)


def lived(
    plan: StorePlan,
    first: date,
    days: int,
    seed: int = 1,
    level: dict[date, float] | None = None,
    onto: Arrivals | None = None,
) -> Arrivals:
    """With chance, as people come."""
    chance = np.random.default_rng(seed)
    arrivals = onto or Arrivals(plan)
    for n in range(days):
        day = first + timedelta(days=n)
        arrivals.new_day(day.isoformat())
        if day in plan.hours.closed:
            continue
        comes(arrivals, day, chance.poisson(usually(day) * (level or {}).get(day, 1.0)))
    return arrivals


def comes(arrivals: Arrivals, day: date, each: np.ndarray) -> None:
    for half, n in enumerate(each):
        for _ in range(n):
            arrivals.came("advice", clock(day, half / 2))


def of_advice(arrivals: Arrivals, day: date) -> np.ndarray:
    advice = [*small_store().services].index("advice")
    return arrivals.expected(day.isoformat())[advice]


@pytest.mark.parametrize("seed", range(5))
def test_four_weeks_teach_mondays_and_noon(seed: int) -> None:
    arrivals = lived(store(), MONDAY, 28, seed)
    arrivals.new_day("2026-11-30")
    for ahead in range(7):
        day = date(2026, 11, 30) + timedelta(days=ahead)
        told, truth = of_advice(arrivals, day), usually(day)
        assert told.sum() == pytest.approx(truth.sum(), rel=0.15)
        # The mean of four days, each with its chance.
        assert np.abs(told - truth).mean() < 1.5 * np.sqrt(truth[OPEN].mean() / 4)
        assert not told[:18].any() and not told[36:].any()


def test_two_days_are_no_habit() -> None:
    for days, known in ((0, False), (2, False), (4, True)):
        arrivals = lived(store(), MONDAY, days)
        following = MONDAY + timedelta(days=days)
        arrivals.new_day(following.isoformat())
        assert of_advice(arrivals, following).any() == known
        assert bool(arrivals.coming(clock(following, 12), HOUR)) == known


def test_on_a_holiday_nobody_is_expected_and_beside_one_what_came_beside_others() -> None:
    """Weekends stay open here: only the closed days are holidays."""
    first, second = date(2026, 11, 11), date(2026, 12, 2)
    busy = {first - timedelta(days=1): 2.0, first + timedelta(days=1): 2.0}
    arrivals = lived(store(first, second), MONDAY, 29, level=busy)
    arrivals.new_day("2026-12-01")
    assert not of_advice(arrivals, second).any()
    beside, not_beside = date(2026, 12, 3), date(2026, 12, 8)
    usual = usually(beside).sum()
    assert of_advice(arrivals, beside).sum() > 1.25 * usual
    # A Tuesday, and one of four was the eve of a holiday.
    assert of_advice(arrivals, not_beside).sum() < 1.1 * usual


def test_a_day_nobody_came_says_nothing_about_the_others() -> None:
    """Snowed in, or a machine that was switched off: no Tuesday is halved for it."""
    arrivals, whole = lived(store(), MONDAY, 8), lived(store(), MONDAY, 8)
    for day in (MONDAY + timedelta(days=8), MONDAY + timedelta(days=15)):
        arrivals.new_day(day.isoformat())
    whole.new_day((MONDAY + timedelta(days=15)).isoformat())
    following = MONDAY + timedelta(days=15)
    assert of_advice(arrivals, following).tolist() == of_advice(whole, following).tolist()


@pytest.mark.parametrize("level", [0.0, 0.5, 2.0])
def test_a_day_that_turns_out_otherwise_is_followed(level: float) -> None:
    arrivals = lived(store(), MONDAY, 28)
    today = MONDAY + timedelta(days=29)
    arrivals.new_day(today.isoformat())
    comes(arrivals, today, np.round(usually(today) * level).astype(int)[:24])
    then = len(arrivals.coming(clock(today, 12), HOUR))
    assert then == pytest.approx(60 * level, rel=0.25, abs=15)


WEEKS = lived(store(), MONDAY, 28)
WEEKS.new_day("2026-11-30")


@given(st.floats(4, 9.4), st.integers(0, 600))
def test_those_who_come_are_spread_as_they_usually_are(hour: float, minutes: int) -> None:
    today = MONDAY + timedelta(days=28)
    now = clock(today, hour)
    coming = WEEKS.coming(now, minutes * MINUTE)
    assert coming == sorted(coming)
    assert all(now <= one.at <= now + minutes * MINUTE for one in coming)
    so_many = [0, *of_advice(WEEKS, today).cumsum()]
    before, then = np.interp([2 * hour, 2 * hour + minutes / 30], range(HALVES + 1), so_many)
    assert abs(len(coming) - (then - before)) <= 1


def test_only_the_last_weeks_are_remembered() -> None:
    since = MONDAY + timedelta(days=14)
    before = {MONDAY + timedelta(days=n): 5.0 for n in range(14)}
    changed = lived(store(), since, DAYS_KEPT, onto=lived(store(), MONDAY, 14, level=before))
    never = lived(store(), since, DAYS_KEPT)
    following = since + timedelta(days=DAYS_KEPT)
    for arrivals in (changed, never):
        arrivals.new_day(following.isoformat())
    assert of_advice(changed, following).tolist() == of_advice(never, following).tolist()


def comes_by(forecaster: Forecaster, day: date, each: np.ndarray) -> None:
    """As facts, which is what a store that starts anew reads again."""
    told = []
    for half, n in enumerate(each):
        at = clock(day, half / 2)
        for one in range(n):
            visit = f"{day}-{half}-{one}"
            told.append(f.VisitArrived(visit, "advice", at))
            told.append(f.TicketIssued(visit, "A001", 1, None, at))
            booked = f"{visit}-booked"
            told.append(f.VisitArrived(booked, "advice", at, appointment="b1", appointment_at=at))
            told.append(f.TicketIssued(booked, "A002", 2, None, at))
            told.append(f.VisitArrived(f"{visit}-sent-home", "advice", at))
    facts = [f.Recorded(n, 0, "kiosk", fact) for n, fact in enumerate(told, 1)]
    forecaster.learn(facts, day.isoformat())


def at_a_quarter_to_noon(weeks: int) -> Floorplay:
    """Two counters of three are open; at noon thirty people come at once, as on other days."""
    staff = {s.id: s for s in (StaffMember("mai", "Mai"), StaffMember("ken", "Ken"))}
    staff["lena"] = StaffMember("lena", "Lena")
    today = MONDAY + timedelta(days=29)
    floor = Floorplay(replace(store(), staff=staff), clock(today, 11.75))
    each = np.zeros(HALVES, dtype=int)
    each[OPEN], each[24] = 1, 30
    for n in range(7 * weeks):
        comes_by(floor.forecaster, MONDAY + timedelta(days=29 - 7 * weeks + n), each)
    floor.opens("1")
    return floor


def test_a_counter_is_suggested_before_the_rush_that_always_comes() -> None:
    floor = at_a_quarter_to_noon(weeks=2)
    ask = floor.forecaster.ask_ahead(floor.day, floor.now)
    assert ask is not None
    # Fifteen minutes of the rush: who has an appointment is not counted twice, nor who went home.
    assert len(ask.scene.expected) == pytest.approx(15, abs=3)
    [opening] = weigh(question(floor.plan, floor.day, floor.now, ask)).openings
    assert opening.opening is not None and opening.opening.counter == "2"
    assert (opening.waiting, opening.coming) == (0, len(ask.scene.expected))
    assert opening.p90_after_s < 0.8 * opening.p90_before_s


def test_nobody_is_fetched_for_people_a_store_has_never_seen() -> None:
    floor = at_a_quarter_to_noon(weeks=0)
    ask = floor.forecaster.ask_ahead(floor.day, floor.now)
    assert ask is not None and ask.scene.expected == ()
    assert weigh(question(floor.plan, floor.day, floor.now, ask)).openings == []
