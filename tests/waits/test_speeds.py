"""Who serves, and when: what is learned of it, and that it makes the told wait truer."""

import heapq
import random
from math import exp, log
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.floor import commands as c
from server.waits.history import History
from server.waits.outlook import look_ahead
from server.waits.speeds import KNOWN_MAX, Speeds
from tests.floor.played import MINUTE, NOON, Floorplay, small_store

HOUR, DAY = 60 * MINUTE, 24 * 60 * MINUTE
SLOW = {"mai": 0.6, "theo": 1.6}
SEEDS = range(8)


def seen(chance: random.Random, effects: dict[str, float], each: int) -> Speeds:
    speeds = Speeds(a_day=20)
    for n in range(each):
        for who, effect in effects.items():
            speeds.learn(who, log(effect) + chance.gauss(0, 0.7), f"day {n // 10}")
    return speeds


def test_who_is_slower_is_known_after_a_while_and_nobody_before() -> None:
    speeds = seen(random.Random(1), SLOW, 60)
    assert speeds.of("theo") / speeds.of("mai") == pytest.approx(1.6 / 0.6, rel=0.25)
    assert speeds.of("somebody new") == 1


def test_people_alike_are_told_alike() -> None:
    """Nobody differs here: chance alone must not make anybody fast or slow."""
    for seed in range(20):
        speeds = seen(random.Random(seed), dict.fromkeys("abcdef", 1.0), 30)
        assert all(abs(log(speeds.of(who))) < 0.2 for who in "abcdef")


def test_a_little_is_drawn_further_to_the_usual_than_much() -> None:
    speeds = seen(random.Random(2), {"a": 1.0, "b": 1.0}, 50)
    for _ in range(4):
        speeds.learn("new", log(3), "day 9")
    early = speeds.of("new")
    for n in range(60):
        speeds.learn("new", log(3), f"day {n}")
    assert 1 < early < 0.75 * speeds.of("new") < speeds.of("new") < 3.3


@given(st.lists(st.tuples(st.integers(0, 500), st.floats(-20, 20)), min_size=1, max_size=400))
def test_a_factor_stays_within_reason_and_the_memory_within_bounds(
    learned: list[tuple[int, float]],
) -> None:
    speeds = Speeds(a_day=20)
    for n, (who, rest) in enumerate(learned):
        speeds.learn(who, rest, f"{n // 50}")
    assert all(exp(-3.3) < speeds.of(who) < exp(3.3) for who, _ in learned)
    assert len(speeds._seen) <= KNOWN_MAX


def served(history: History, chance: random.Random, staff: str, at: int, factor: float) -> None:
    service_s = chance.gammavariate(2, 300 / 2) * factor
    history.learn("advice", service_s, staff, at)


def test_a_slow_person_does_not_make_the_service_look_slow() -> None:
    history, chance = History(small_store()), random.Random(3)
    for n in range(200):
        staff = chance.choice(["mai", "theo"])
        served(history, chance, staff, NOON + n // 40 * DAY, SLOW[staff])
    for _ in range(100):
        served(history, chance, "theo", NOON + 5 * DAY, SLOW["theo"])
    theo = history.speed("theo", "advice") * history.time("advice", NOON).mean_s
    mai = history.speed("mai", "advice") * history.time("advice", NOON).mean_s
    assert theo == pytest.approx(300 * 1.6, rel=0.2)
    assert mai == pytest.approx(300 * 0.6, rel=0.3)


def test_a_slow_hour_is_learned_over_days_and_not_from_one() -> None:
    def after(days: int) -> float:
        history, chance = History(small_store()), random.Random(4)
        for day in range(days):
            for n in range(48):
                hour = n // 6
                at = NOON + day * DAY + hour * HOUR + n % 6 * 10 * MINUTE
                served(history, chance, "mai", at, 1.8 if hour == 2 else 1.0)
        slow, usual = (history.time("advice", NOON + h * HOUR).mean_s for h in (2, 5))
        return slow / usual

    assert after(1) < 1.15
    assert after(20) > 1.3


def test_what_is_not_a_service_teaches_nothing() -> None:
    """A call taken back, and a customer who was called, went on hold and never came."""
    floor = Floorplay()
    floor.opens("1")
    for undone in (True, False):
        visit = floor.ticket()
        floor.calls("1")
        floor.now += 40 * 1000
        floor.do(c.Undo(visit) if undone else c.Hold(visit, 5, "car"))
        floor.now += 20 * MINUTE
        floor.do(c.Remove(visit, "left"))
    assert floor.forecaster._history.time("advice", floor.now).n == 0


WHO = {"1": "mai", "2": "theo"}


class TwoLines:
    """A line at each counter, the same customers and luck. Staff say who they are, or (`mixed`) any
    name before each customer, which tells nothing of who serves."""

    def __init__(self, seed: int, *, mixed: bool) -> None:
        self.chance = random.Random(seed)
        self.names = random.Random(seed) if mixed else None
        self.floor = Floorplay(small_store(), now=NOON)
        hours = self.floor.plan.hours
        self.floor.plan = small_store(hours=type(hours)(hours.week, always_open=True))
        for counter, name in WHO.items():
            self.floor.do(c.OpenCounter(counter, name))
        self.free = [(NOON, counter) for counter in WHO]
        self.told: dict[str, tuple[int, float]] = {}

    def play(self, visits: int) -> float:
        """Mean error of the waits foretold for everybody, seconds, once there was time to learn."""
        for n in range(visits):
            self.until(self.floor.now + round(self.chance.expovariate(1 / 2.6) * MINUTE))
            visit = self.floor.ticket()
            if n >= visits // 3:
                forecaster = self.floor.forecaster
                asked = forecaster.ask(self.floor.day, self.floor.now)
                assert asked is not None
                forecaster.hear(look_ahead(asked[0]), asked[1])
                estimate = self.floor.forecast().visit(visit)
                assert estimate is not None
                self.told[visit] = (self.floor.now, estimate.likely_s)
        self.until(self.floor.now + 10 * HOUR)
        return mean(
            abs((self.floor.visit(v).leg.called_at - at) / 1000 - told)
            for v, (at, told) in self.told.items()
        )

    def until(self, at: int) -> None:
        while self.free[0][0] <= at:
            when, counter = heapq.heappop(self.free)
            self.floor.now = max(self.floor.now, when)
            present = self.floor.day.counter(counter).visit
            if present is not None:
                self.floor.do(c.Finish(present, "resolved"))
            if self.names:
                [other] = WHO.keys() - {counter}
                free = set(self.floor.plan.staff) - {self.floor.day.counter(other).staff}
                name = self.names.choice(sorted(free))
                self.floor.do(c.OpenCounter(counter, name))
            if self.floor.calls(counter) is None:
                when = at + 1
            else:
                truly = SLOW[WHO[counter]]
                when = self.floor.now + round(self.chance.gammavariate(4, 5 / 4) * truly * MINUTE)
            heapq.heappush(self.free, (when, counter))
        self.floor.now = at


@pytest.mark.slow
def test_knowing_who_serves_makes_the_wait_truer() -> None:
    named = mean(TwoLines(seed, mixed=False).play(240) for seed in SEEDS)
    unnamed = mean(TwoLines(seed, mixed=True).play(240) for seed in SEEDS)
    # Little is left to know better where counters take from each other's lines.
    assert named < unnamed
