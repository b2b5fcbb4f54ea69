"""What a newcomer is told is what was rehearsed of somebody who is called as he would be."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.floor import commands as c
from server.floor import routing
from server.floor.facts import Appointment
from server.floor.state import Kind
from server.waits.newcomers import alike, asked_about
from server.waits.outlook import look_ahead
from server.waits.rehearsal import Newcomer, Rehearsed, play, scene_of
from tests.floor.played import MINUTE, Floorplay
from tests.waits.test_rehearsal import NEEDS, PAPERS, SERVICES, some_floor

Takes = dict[str, float]


def played(floor: Floorplay, takes_s: Takes, *newcomers: Newcomer) -> Rehearsed:
    """One future, in which the counters come free a minute after one another."""
    scene = scene_of(floor.plan, floor.day, floor.now, newcomers)
    free = np.array([[away + 60.0 * n for n, away in enumerate(scene.away_s)]])
    return play(scene, np.array([[takes_s[visit] for visit in scene.visits]]), free)


@given(st.integers(0, 2**32))
@settings(max_examples=150)
def test_a_newcomer_is_told_the_wait_he_then_has(seed: int) -> None:
    chance = random.Random(seed)
    floor = some_floor(chance)
    service, language = chance.choice(SERVICES), chance.choice(["en", "ar"])
    needs = chance.choice([(), *((need,) for need in NEEDS)])
    kind = Kind(service, needs, language)
    line = routing.line_for(floor.plan, floor.day, kind, floor.forecast())
    takes_s = {visit: chance.uniform(20, 900) for visit in floor.day.visits}
    shadow = Newcomer(alike(floor.plan, floor.day, kind), line)

    told = played(floor, takes_s, shadow).newcomers_s
    visit = floor.ticket(service, papers=PAPERS, needs=needs, language=language)
    assert np.array_equal(told[:, 0], played(floor, {**takes_s, visit: 0.0}).of(visit))


@given(st.integers(0, 2**32))
@settings(max_examples=60)
def test_of_each_sort_one_is_asked_about_in_the_line_it_would_join(seed: int) -> None:
    floor = some_floor(random.Random(seed))
    asked = asked_about(floor.plan, floor.day, floor.forecast())
    assert len(asked) == len(set(asked))
    for service in floor.plan.services:
        for needs in ((), *((need,) for need in NEEDS)):
            kind = Kind(service, needs, "ar")
            line = routing.line_for(floor.plan, floor.day, kind, floor.forecast())
            assert line is None or Newcomer(alike(floor.plan, floor.day, kind), line) in asked


@given(st.integers(0, 2**32))
@settings(max_examples=150)
def test_who_stands_further_ahead_is_told_the_wait_of_that_place(seed: int) -> None:
    """Back from fetching a paper, or at an appointment: the quote rests on the place."""
    chance = random.Random(seed)
    floor = some_floor(chance)
    happens = chance.choice([fetched, at_an_appointment])
    here = floor.visit(happens(floor, chance))
    if here.leg.quote is None:
        service = here.service
        assert not any(service in one.services for one in floor.plan.counters.values())
        return
    assert here.leg.quote.base_s == round(floor.forecast().in_line(here).mean_s)


def fetched(floor: Floorplay, chance: random.Random) -> str:
    visit = floor.ticket("recovery", choose="hold")
    some_come(floor, chance)
    floor.do(c.Return(visit))
    return visit


def at_an_appointment(floor: Floorplay, chance: random.Random) -> str:
    some_come(floor, chance)
    due = floor.now + chance.randint(-10, 10) * MINUTE
    return floor.ticket("advice", appointment=Appointment("a1", "471100", "advice", due))


def some_come(floor: Floorplay, chance: random.Random) -> None:
    for _ in range(chance.randint(0, 6)):
        floor.now += chance.randrange(2 * MINUTE)
        floor.ticket(chance.choice(SERVICES), papers=PAPERS)


@pytest.mark.parametrize("passed_on", [False, True])
def test_a_place_is_told_as_to_whoever_stood_there(passed_on: bool) -> None:
    floor = Floorplay()
    ken = floor.ticket("recovery", papers=PAPERS)
    floor.now += MINUTE
    floor.opens("1", "3")
    here = [floor.ticket("advice") for _ in range(6)]
    floor.calls("1")
    floor.do(c.Call("3", ken))
    asked = floor.forecaster.ask(floor.day, floor.now)
    assert asked is not None
    floor.forecaster.hear(look_ahead(asked[0]), asked[1])
    first, last = (floor.forecast().visit(visit) for visit in (here[1], here[-1]))
    if passed_on:
        floor.do(c.Transfer(ken, "advice"))
    else:
        due = Appointment("a1", "471100", "advice", floor.now)
        ken = floor.ticket("advice", appointment=due)
    told = floor.visit(ken).leg.quote
    assert (told.low_s, told.likely_s, told.high_s) == (first.low_s, first.likely_s, first.high_s)
    assert told.high_s < last.high_s
