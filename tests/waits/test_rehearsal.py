"""A rehearsal is the floor itself, played ahead: same routing, same order of calls."""

import heapq
import random
from datetime import time

import numpy as np
import pytest
from msgspec.structs import replace

from server.floor import commands as c
from server.floor.plan import CounterPlan, Need, StaffMember
from server.floor.state import Kind
from server.waits.history import History, Takes
from server.waits.outlook import Ask, look_ahead
from server.waits.rehearsal import Newcomer, Rehearsed, play, rehearse, scene_of
from tests.floor.played import MINUTE, NOON, Floorplay, small_store, words

SERVICES = ("replacement", "recovery", "advice")
NEEDS = {
    "seat": Need("seat", words("Seat"), head_start_minutes=10),
    "step_free": Need("step_free", words("Step-free")),
}
SPEAKING = {
    "mai": StaffMember("mai", "Mai", languages=("en",)),
    "theo": StaffMember("theo", "Theo", languages=("en", "ar")),
    "omar": StaffMember("omar", "Omar", languages=("en",)),
    "noor": StaffMember("noor", "Noor", languages=("en", "ar")),
}
PAPERS = {"mail": "have", "letter": "have", "id": "have"}


def some_floor(chance: random.Random) -> Floorplay:
    """Counters of overlapping skills, needs that only some meet, languages only some speak, moves,
    somebody at some counters, some on a break, somebody borrowed for a while."""
    skills = {str(n): frozenset(chance.sample(SERVICES, chance.randint(1, 3))) for n in range(1, 5)}
    meets = {id: frozenset({"step_free"} if chance.random() < 0.3 else ()) for id in skills}
    counters = {
        id: CounterPlan(id, words(id), serves, needs=meets[id]) for id, serves in skills.items()
    }
    plan = replace(small_store(), counters=counters, lines=chance.choice(["counter", "pool"]))
    # Whoever could be asked for, or speaks the language, and goes on a break is not waited for;
    # and back again he is: a rehearsal does not foresee that.
    wishes = chance.random() < 0.5
    floor = Floorplay(replace(plan, staff=SPEAKING if wishes else plan.staff, needs=NEEDS))
    people = chance.sample(sorted(floor.plan.staff), 4)
    opened = chance.sample(sorted(counters), chance.randint(1, 4))
    for counter, person in zip(opened, people, strict=False):
        minutes = chance.randint(5, 30) if chance.random() < 0.2 else None
        floor.do(c.OpenCounter(counter, person, minutes=minutes))
    for _ in range(chance.randint(0, 25)):
        floor.now += chance.randrange(MINUTE)
        floor.ticket(
            chance.choice(SERVICES),
            papers=PAPERS,
            needs=tuple(need for need in NEEDS if chance.random() < 0.2),
            language=chance.choice(["en", "ar"]),
            asked_for=chance.choice([None, None, "theo"]) if wishes else None,
        )
        if chance.random() < 0.3:
            floor.ask(
                c.Move(chance.choice(list(floor.day.visits)), chance.choice(["1", "2", None]))
            )
    for counter in counters:
        if chance.random() < 0.5:
            floor.ask(c.CallNext(counter))
        elif chance.random() < 0.3 and not wishes:
            floor.ask(c.TakeBreak(counter, chance.randint(1, 30)))
    return floor


def calls_on_the_floor(
    floor: Floorplay, takes_s: dict[str, float], free_s: dict[str, float]
) -> list[tuple[str, str]]:
    """Plays the real floor: each counter, when free, finishes and calls the next."""
    order = {counter: n for n, counter in enumerate(free_s)}
    leaves = {c.id: c.until for c in floor.day.open_counters()}
    free = [(at, order[counter], counter) for counter, at in free_s.items()]
    heapq.heapify(free)
    calls = []
    while free:
        at, n, counter = heapq.heappop(free)
        if floor.day.counter(counter).state == "break":
            floor.opens_as_it_was(counter)
        present = floor.day.counter(counter).visit
        if present is not None:
            floor.do(c.Finish(present, "resolved"))
        until = leaves.get(counter)
        if until is not None and 0 < until - floor.now <= at * 1000:
            continue
        visit = floor.calls(counter)
        if visit is not None:
            calls.append((visit, counter))
            heapq.heappush(free, (at + takes_s[visit], n, counter))
    return calls


@pytest.mark.parametrize("seed", range(120))
def test_one_future_calls_in_the_very_order_the_floor_does(seed: int) -> None:
    chance = random.Random(seed)
    floor = some_floor(chance)
    scene = scene_of(floor.plan, floor.day, floor.now)
    takes = {visit: chance.uniform(20, 900) for visit in scene.visits}
    busy = [chance.uniform(1, 600) if occupied else 0 for occupied in scene.occupied_by]
    free = {
        # A hair apart: two calls in the same instant have no order to compare.
        counter: scene.away_s[n] + busy[n] + n * 1e-6
        for n, counter in enumerate(scene.counters)
    }
    future = play(
        scene,
        np.array([[takes[visit] for visit in scene.visits]]).reshape(1, -1),
        np.array([[free[counter] for counter in scene.counters]]).reshape(1, -1),
    )
    ahead = [(at, visit) for at, visit in zip(future.calls_s[0], scene.visits, strict=True)]
    rehearsed = [visit for at, visit in sorted(ahead) if np.isfinite(at)]
    assert rehearsed == [visit for visit, _ in calls_on_the_floor(floor, takes, free)]


def rehearsed(floor: Floorplay, *newcomers: Newcomer, seed: int = 1) -> Rehearsed:
    scene = scene_of(floor.plan, floor.day, floor.now, newcomers)
    return rehearse(scene, History(floor.plan).takes(SERVICES, NOON), seed)


def test_the_same_seed_plays_the_same_futures() -> None:
    floor = some_floor(random.Random(4))
    one, same, other = (rehearsed(floor, seed=seed).calls_s for seed in (1, 1, 2))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


def test_asking_about_newcomers_changes_nobodys_wait() -> None:
    for seed in range(20):
        floor = some_floor(random.Random(seed))
        shadows = [Newcomer(Kind(s), line) for s in SERVICES for line in (None, "1", "2")]
        alone, watched = rehearsed(floor), rehearsed(floor, *shadows)
        assert np.array_equal(alone.calls_s, watched.calls_s)


def test_a_newcomer_waits_for_everybody_he_would_wait_for() -> None:
    floor = Floorplay()
    floor.opens("1", "3")
    for _ in range(4):
        floor.ticket("advice")
    last = floor.ticket("advice")
    shadows = (Newcomer(Kind("advice"), "1"), Newcomer(Kind("recovery"), "3"))
    future = rehearsed(floor, *shadows)
    advice, recovery = future.newcomers_s.T
    assert (advice > future.of(last)).all()
    assert (recovery == 0).all()


def test_a_break_is_waited_for_and_a_closed_counter_never_calls() -> None:
    floor = Floorplay()
    floor.opens("1", "3")
    ken = floor.ticket("advice")
    floor.do(c.TakeBreak("1", 10))
    assert (rehearsed(floor).of(ken) == 600).all()
    floor.do(c.CloseCounter("1"))
    assert np.isinf(rehearsed(floor).of(ken)).all()


def test_a_planned_break_is_waited_for_and_one_that_is_far_costs_nothing() -> None:
    def planned(since: time, until: time) -> Floorplay:
        mai = StaffMember("mai", "Mai", breaks=((since, until),))
        floor = Floorplay(small_store(staff={"mai": mai}))
        floor.opens("1")
        return floor

    floor = planned(time(11), time(11, 10))
    ken, ida = floor.ticket("advice"), floor.ticket("advice")
    assert (rehearsed(floor).of(ken) == 600).all(), "it is time, and nobody is there"
    floor = planned(time(11, 1), time(11, 11))
    ken, ida = floor.ticket("advice"), floor.ticket("advice")
    future = rehearsed(floor)
    assert (future.of(ken) == 0).all()
    finished = future.of(ida) - 600
    assert (finished >= 60).mean() > 0.9, "Ken is finished first, and all of the break is taken"
    assert (rehearsed(floor, Newcomer(Kind("advice"), "1")).newcomers_s > 600).all()
    assert scene_of(floor.plan, floor.day, floor.now - 3 * 60 * MINUTE).breaks == ()
    assert told_likely_s(planned(time(11, 5), time(11, 35))) > 20 * 60
    assert told_likely_s(planned(time(13, 30), time(14, 0))) < 20 * 60


def told_likely_s(floor: Floorplay) -> float:
    """To somebody who arrives now, behind two others."""
    floor.ticket("advice")
    floor.ticket("advice")
    asked = floor.forecaster.ask(floor.day, floor.now)
    assert asked is not None
    floor.forecaster.hear(look_ahead(asked[0]), asked[1])
    return floor.forecast().newcomer(Kind("advice"), "1").likely_s


def advice(history: History) -> Takes:
    return history.takes(["advice"], NOON)["advice"]


def test_what_is_left_of_a_service_shrinks_but_never_to_a_certainty() -> None:
    takes = advice(History(small_store()))
    luck = np.linspace(0.01, 0.99, 99)
    fresh, late = (takes.left_s(elapsed, luck).mean() for elapsed in (0.0, 240.0))
    assert 0 < late < fresh
    assert takes.left_s(99_999.0, luck).min() >= 0


def test_learned_times_pull_the_distribution() -> None:
    history = History(small_store())
    before = advice(history)
    for _ in range(200):
        history.learn("advice", 900.0)
    after = advice(history)
    assert after.seconds == sorted(after.seconds)
    assert np.median(after.seconds) > 2 * np.median(before.seconds)
    assert after.seconds[64] == pytest.approx(900, rel=0.02)
    assert after.unsure < before.unsure


def test_an_outlook_is_the_rehearsals_percentiles_and_says_nothing_of_whom_nobody_calls() -> None:
    floor = Floorplay()
    floor.opens("1")
    served, stranded = floor.ticket("advice"), floor.ticket("recovery", papers=PAPERS)
    shadows = (Newcomer(Kind("advice"), "1"), Newcomer(Kind("recovery"), None))
    scene = scene_of(floor.plan, floor.day, floor.now, shadows)
    ask = Ask(scene, History(floor.plan).takes(SERVICES, NOON), floor.now)
    outlook = look_ahead(ask)
    assert set(outlook.visits) == {served}
    assert [newcomer for newcomer, _ in outlook.newcomers] == [Newcomer(Kind("advice"), "1")]
    _, wait = outlook.newcomers[0]
    assert 0 < wait.low_s < wait.likely_s < wait.high_s
    assert look_ahead(ask) == outlook
    assert stranded in scene.visits
