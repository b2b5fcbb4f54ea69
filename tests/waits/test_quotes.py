"""What is told before the wait: a range that grows with the line, honest when little is known."""

import random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.floor import commands as c
from server.floor.state import Kind
from server.waits.forecaster import Forecaster
from server.waits.history import PRIOR_SERVICES, History
from server.waits.outlook import look_ahead
from server.waits.quotes import kept, rounded
from tests.floor.played import MINUTE, NOON, Floorplay, small_store


def test_day_one_rests_on_typical_minutes_and_says_so() -> None:
    floor = Floorplay()
    floor.opens("1")
    for _ in range(5):
        floor.ticket()
    quote = floor.visit(floor.ticket()).leg.quote
    assert quote.basis == "typical"
    assert quote.low_s < 5 * 5 * 60 < quote.high_s
    assert quote.call_by == floor.now + quote.high_s * 1000


def test_with_nobody_to_serve_it_yet_the_quote_says_so() -> None:
    floor = Floorplay()
    nobody = floor.visit(floor.ticket()).leg.quote
    floor.opens("1")
    somebody = floor.forecast().newcomer(Kind("advice"), "1")
    assert nobody.basis == "no_counter_open"
    assert nobody.high_s >= somebody.high_s + 5 * 60


def test_each_place_further_back_waits_longer_and_a_second_counter_shortens() -> None:
    floor = Floorplay(small_store(lines="pool"))
    floor.opens("1")
    line = [floor.ticket() for _ in range(8)]
    alone = [floor.forecast().visit(v).likely_s for v in line]
    assert alone == sorted(set(alone))
    floor.opens("2")
    assert all(floor.forecast().visit(v).likely_s <= a for v, a in zip(line, alone, strict=True))


def test_a_store_that_is_slower_than_its_config_says_is_learned() -> None:
    history = History(small_store())
    for _ in range(PRIOR_SERVICES):
        history.learn("advice", 15 * 60)
    halfway = history.time("advice", NOON).mean_s / history.pace.times
    assert halfway == pytest.approx(10 * 60)  # from 5 to 15
    for _ in range(300):
        history.learn("advice", 15 * 60)
    assert history.time("advice", NOON).mean_s > 14.4 * 60


def test_a_pace_follows_a_slow_day_soon_and_chance_not_at_all() -> None:
    history, chance = History(small_store()), random.Random(1)
    paces = []
    for n in range(300):
        slower = 1.6 if n >= 200 else 1.0
        history.learn("advice", chance.gammavariate(1.6, 300 / 1.6) * slower)
        paces.append(history.pace)
    usual, found, slow = paces[50:200], paces[205:225], paces[230:250]
    assert mean(abs(pace.times - 1) for pace in usual) < 0.06
    assert sum(pace.beyond_chance != 1 for pace in usual) < 15
    assert mean(pace.times for pace in slow) > 1.12
    assert all(pace.beyond_chance > 1 for pace in slow)
    assert mean(pace.unsure for pace in found) > 1.5 * mean(pace.unsure for pace in usual)


@given(st.lists(st.sampled_from([1, 20, 299, 300, 1500, 7000]), min_size=1, max_size=150))
def test_a_pace_stays_within_reason_whatever_a_service_takes(services_s: list[int]) -> None:
    history = History(small_store())
    for service_s in services_s:
        history.learn("advice", service_s)
    assert 0.2 < history.pace.times < 5
    assert 0 <= history.pace.unsure < 2


def test_a_forgotten_visit_teaches_nothing() -> None:
    history = History(small_store())
    before = history.time("advice", NOON)
    history.learn("advice", 3 * 3600)
    assert history.time("advice", NOON) == before


@given(st.integers(0, 36_000_000).map(lambda wait_ms: wait_ms / 1000))
def test_rounding_never_narrows_a_range(wait_s: float) -> None:
    low, high = rounded(wait_s, up=False), rounded(wait_s, up=True)
    assert low <= wait_s <= high
    assert high - low <= (60 if wait_s <= 600 else 300)


def test_kept_is_known_only_once_somebody_was_called() -> None:
    assert kept(None, 10) is None
    assert kept(10, None) is None
    assert kept(10, 10) is True
    assert kept(11, 10) is False


def test_learning_from_facts_read_again_is_learning_from_facts_as_they_came() -> None:
    """A restart knows what it knew: every line is as long, every quote the same."""
    chance = random.Random(5)
    floor = Floorplay()
    floor.opens("1", "2")
    for _ in range(120):
        floor.now += chance.randrange(3 * MINUTE)
        counter = floor.day.counter(chance.choice("12"))
        visit = chance.choice([*floor.day.visits, None])
        if counter.visit is None:
            floor.calls(counter.id)
        else:
            present = counter.visit
            floor.ask(chance.choice([c.Finish(present, "resolved"), c.Undo(present)]))
        if visit is not None:
            floor.ask(chance.choice([c.Hold(visit, 5), c.Return(visit), c.Cancel(visit)]))
        floor.ticket()
    again = Forecaster(floor.plan)
    again.learn(floor.recorded, floor.day.date)
    for service in ("advice", "replacement"):
        for line in ("1", "2", None):
            told = again.forecast(floor.day, floor.now).newcomer(Kind(service), line)
            assert told == floor.forecast().newcomer(Kind(service), line)


def test_most_quotes_are_kept_on_a_first_day() -> None:
    """One counter, gamma service times, a load of about 0.8: from the very first day the upper
    bound holds nearly nine times in ten."""
    outcomes: list[bool] = []
    for seed in range(12):
        outcomes += _day_of_quotes(random.Random(seed))
    assert len(outcomes) > 300
    assert mean(outcomes) >= 0.85


def _day_of_quotes(chance: random.Random) -> list[bool]:
    floor = Floorplay()
    floor.opens("1")
    arrivals = iter(sorted(chance.uniform(0, 200) for _ in range(32)))
    opened, until, visits = floor.now, floor.now, []
    for arrival in arrivals:
        at = opened + round(arrival * MINUTE)
        until = _serve_until(floor, chance, until, at)
        floor.now = max(at, floor.now)
        visits.append(floor.ticket())
    _serve_until(floor, chance, until, opened + 600 * MINUTE)
    legs = [floor.visit(v).leg for v in visits]
    return [leg.called_at <= leg.quote.call_by for leg in legs if leg.called_at]


def _serve_until(floor: Floorplay, chance: random.Random, until: int, stop: int) -> int:
    """The counter serves one after the other until `stop`; returns when it is free again."""
    while until <= stop:
        floor.now = max(floor.now, until)
        serving = floor.day.counter("1").visit
        if serving is not None:
            floor.do(c.Finish(serving, "resolved"))
        visit = floor.calls("1")
        if visit is None:
            return floor.now
        floor.do(c.Start(visit))
        until = floor.now + round(chance.gammavariate(1.6, 5 / 1.6) * MINUTE)
    return until


@given(st.integers(3, 90), st.integers(0, 4))
def test_nobody_is_told_to_be_called_before_the_break_is_over(minutes: int, ahead: int) -> None:
    floor = Floorplay()
    floor.opens("1")
    floor.do(c.TakeBreak("1", minutes))
    for _ in range(ahead):
        floor.ticket()
    asked = floor.forecaster.ask(floor.day, floor.now)
    assert asked is not None
    floor.forecaster.hear(look_ahead(asked[0]), asked[1])
    told = floor.forecast().newcomer(Kind("advice"), None)
    assert told.likely_s >= minutes * 60
    assert told.high_s >= minutes * 60
