"""What a newcomer is told is what was rehearsed of somebody who is called as he would be."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from server.floor import routing
from server.floor.state import Kind
from server.waits.newcomers import alike, asked_about
from server.waits.rehearsal import Newcomer, Rehearsed, play, scene_of
from tests.floor.played import Floorplay
from tests.waits.test_rehearsal import NEEDS, PAPERS, SERVICES, some_floor

Takes = dict[str, float]


def played(floor: Floorplay, takes_s: Takes, *newcomers: Newcomer) -> Rehearsed:
    """One future, in which the counters come free a minute after one another."""
    scene = scene_of(floor.plan, floor.day, floor.now, newcomers)
    free = np.array([[away + 60.0 * n for n, away in enumerate(scene.away_s)]])
    return play(scene, np.array([[takes_s[visit] for visit in scene.visits]]), free)


@given(st.integers(0, 2**32))
@settings(deadline=None, max_examples=150)
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
@settings(deadline=None, max_examples=60)
def test_of_each_sort_one_is_asked_about_in_the_line_it_would_join(seed: int) -> None:
    floor = some_floor(random.Random(seed))
    asked = asked_about(floor.plan, floor.day, floor.forecast())
    assert len(asked) == len(set(asked))
    for service in floor.plan.services:
        for needs in ((), *((need,) for need in NEEDS)):
            kind = Kind(service, needs, "ar")
            line = routing.line_for(floor.plan, floor.day, kind, floor.forecast())
            assert line is None or Newcomer(alike(floor.plan, floor.day, kind), line) in asked
