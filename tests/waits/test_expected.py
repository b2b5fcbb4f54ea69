"""Who is still to come, and planned breaks, in a rehearsal: called as the floor would."""

from __future__ import annotations

import heapq
import random
from datetime import time, timedelta

import numpy as np
import pytest
from msgspec.structs import replace

from server.floor import breaks, check_in, hours
from server.floor import commands as c
from server.floor import facts as f
from server.floor.facts import Appointment
from server.floor.plan import Hours, StaffMember
from server.floor.state import Kind
from server.waits.history import History
from server.waits.outlook import look_ahead
from server.waits.rehearsal import (
    Newcomer,
    Rehearsed,
    play,
    rehearse,
    scene_of,
    with_appointment,
)
from tests.floor.played import MINUTE, NOON, Floorplay
from tests.waits.test_rehearsal import NEEDS, PAPERS, SERVICES, some_floor

SHADOW = Newcomer(Kind("advice"), None)


def some_appointments(chance: random.Random, now: int) -> tuple[Appointment, ...]:
    return tuple(
        Appointment(
            f"a{n}",
            f"100{n}",
            chance.choice(SERVICES),
            now + round(chance.uniform(0, 40) * MINUTE),
            tuple(need for need in NEEDS if chance.random() < 0.2),
        )
        for n in range(chance.randint(1, 6))
    )


def expecting(seed: int) -> tuple[Floorplay, tuple[Appointment, ...]]:
    """A floor with one line for all, where nobody is borrowed."""
    chance = random.Random(seed)
    floor = some_floor(chance)
    pool = replace(floor.plan, lines="pool", hours=Hours(week=((),) * 7, always_open=True))
    floor.plan = pool
    for visit in [v for v, one in floor.day.visits.items() if one.state == "waiting"]:
        floor.ask(c.Move(visit, None))
    for counter in floor.day.open_counters():
        if counter.until is not None:
            floor.do(c.OpenCounter(counter.id, counter.staff or "mai"))
    return floor, some_appointments(chance, floor.now)


def gives_breaks(floor: Floorplay, seed: int) -> None:
    """Puts somebody of her own at each counter, who has a break or two around now. As with breaks
    under way, nobody is asked for and every language spoken."""
    chance = random.Random(seed)
    people = {f"p{counter}": counter for counter in floor.plan.counters}
    floor.plan = replace(
        floor.plan,
        hours=Hours(week=((),) * 7, always_open=True),
        staff={
            **{person: StaffMember(person, person) for person in ("mai", "theo")},
            **{p: StaffMember(p, p, breaks=some_breaks(chance, floor)) for p in people},
        },
    )
    for person, counter in people.items():
        here = floor.day.counter(counter)
        if here.state != "closed":
            floor.do(c.OpenCounter(counter, person, here.services))
        if here.state == "break" and here.until is not None:
            floor.do(c.TakeBreak(counter, (here.until - floor.now) / MINUTE))


def some_breaks(chance: random.Random, floor: Floorplay) -> tuple[tuple[time, time], ...]:
    began = hours.local(floor.plan, floor.now).replace(second=0, microsecond=0)
    found, minute = [], chance.randint(-20, 30)
    for _ in range(chance.randint(0, 2)):
        until = minute + chance.randint(1, 30)
        since, end = ((began + timedelta(minutes=at)).time() for at in (minute, until))
        found.append((since, end))
        minute = until + chance.randint(30, 45)
    return tuple(found)


def goes_on_break(floor: Floorplay, counter: str) -> float:
    """For how many seconds; 0: it is not time."""
    to_come = breaks.to_come(floor.plan, floor.day, floor.day.counter(counter), floor.now)
    due = [planned for planned in to_come if planned.at <= floor.now]
    if not due:
        return 0
    floor.do(c.TakeBreak(counter, due[0].lasts_ms / MINUTE))
    return due[0].lasts_ms / 1000


def checks_in(floor: Floorplay, one: Appointment) -> None:
    floor.do(c.MakeAppointment(one))
    asked = c.TakeTicket(one.id, one.service, papers=PAPERS, needs=one.needs)
    floor.do(replace(asked, answers={}, choose="wait", appointment=one))


def calls_on_the_floor(
    floor: Floorplay,
    appointments: tuple[Appointment, ...],
    takes_s: dict[str, float],
    free_s: dict[str, float],
) -> list[str]:
    """Plays the real floor: whoever has an appointment checks in at its time, a counter that
    has nobody to call tries again when somebody has come, and who has a break takes it."""
    began, order, idle = floor.now, list(free_s), set[str]()
    events = [(at, order.index(counter), counter) for counter, at in free_s.items()]
    events += [((a.at - began) / 1000, -1, a.id) for a in appointments]
    events += [
        (max(0, planned.at - began) / 1000, -2, counter)
        for counter in free_s
        for planned in breaks.of_today(floor.plan, floor.day, floor.day.counter(counter).staff)
    ]
    booked = {a.id: a for a in appointments}
    heapq.heapify(events)
    calls = []

    def tries(counter: str, at: float) -> None:
        lasts_s = goes_on_break(floor, counter)
        visit = None if lasts_s else floor.calls(counter)
        if visit is not None:
            calls.append(visit)
            lasts_s = takes_s[visit]
        if not lasts_s:
            idle.add(counter)
            return
        idle.discard(counter)
        heapq.heappush(events, (at + lasts_s, order.index(counter), counter))

    while events:
        at, rank, what = heapq.heappop(events)
        floor.now = max(floor.now, began + round(at * 1000))
        if rank == -2:
            if what in idle:
                tries(what, at)
            continue
        if what in booked:
            checks_in(floor, booked[what])
            for counter in sorted(idle, key=order.index):
                tries(counter, at)
            continue
        if floor.day.counter(what).state == "break":
            floor.opens_as_it_was(what)
        present = floor.day.counter(what).visit
        if present is not None:
            floor.do(c.Finish(present, "resolved"))
        tries(what, at)
    return calls


def played_twice(
    floor: Floorplay, appointments: tuple[Appointment, ...], chance: random.Random
) -> tuple[list[str], list[str]]:
    """Who is called in one future, and who by the real floor."""
    coming = tuple(with_appointment(floor.plan, one, floor.now) for one in appointments)
    scene = scene_of(floor.plan, floor.day, floor.now, (), coming)
    people = [*scene.visits, *(a.id for a in appointments)]
    takes = {visit: chance.uniform(20, 900) for visit in people}
    busy = [chance.uniform(1, 600) if occupied else 0 for occupied in scene.occupied_by]
    free = {
        # A hair apart: two calls in the same instant have no order to compare.
        counter: scene.away_s[n] + busy[n] + n * 0.01
        for n, counter in enumerate(scene.counters)
    }
    future = play(
        scene,
        np.array([[takes[visit] for visit in people]]).reshape(1, -1),
        np.array([list(free.values())]).reshape(1, -1),
    )
    ahead = [(at, visit) for at, visit in zip(future.calls_s[0], scene.visits, strict=True)]
    called = calls_on_the_floor(floor, appointments, takes, free)
    return (
        [visit for at, visit in sorted(ahead) if np.isfinite(at)],
        [visit for visit in called if visit in scene.visits],
    )


@pytest.mark.parametrize("seed", range(160))
def test_they_are_called_in_the_very_order_the_floor_does(seed: int) -> None:
    floor, appointments = expecting(seed)
    if seed % 2:
        gives_breaks(floor, seed)
    rehearsed, called = played_twice(floor, appointments, random.Random(seed))
    assert rehearsed == called


def test_with_a_line_a_counter_too_as_long_as_no_break_shares_one_out() -> None:
    compared = 0
    for seed in range(150):
        floor = some_floor(random.Random(seed))
        gives_breaks(floor, seed)
        before = floor.day.seq
        rehearsed, called = played_twice(floor, (), random.Random(seed))
        facts = [recorded.fact for recorded in floor.recorded[before:]]
        if not any(isinstance(fact, f.VisitMoved) for fact in facts):
            compared += any(isinstance(fact, f.BreakStarted) for fact in facts)
            assert rehearsed == called, seed
    assert compared >= 40


def watched(floor: Floorplay, *appointments: Appointment) -> Rehearsed:
    coming = tuple(with_appointment(floor.plan, one, floor.now) for one in appointments)
    scene = scene_of(floor.plan, floor.day, floor.now, (SHADOW,), coming)
    return rehearse(scene, History(floor.plan).takes(SERVICES, NOON), seed=1)


def one_counter(waiting: int) -> Floorplay:
    floor = Floorplay()
    floor.opens("1")
    for _ in range(waiting):
        floor.ticket("advice")
    return floor


@pytest.mark.parametrize("minutes", [0, 5, 15, 25, 60])
def test_with_one_counter_an_appointment_makes_nobody_earlier(minutes: int) -> None:
    floor = one_counter(waiting=6)
    alone = watched(floor)
    due = Appointment("a1", "1001", "advice", floor.now + minutes * MINUTE)
    with_it = watched(floor, due)
    assert (with_it.calls_s >= alone.calls_s - 1e-6).all()
    assert (with_it.newcomers_s >= alone.newcomers_s - 1e-6).all()
    behind = with_it.newcomers_s.mean() - alone.newcomers_s.mean()
    # Six of five minutes: within the head start it goes before somebody who arrives now.
    assert behind > 120 if minutes <= 15 else behind < 1


def test_who_comes_later_than_a_free_counter_calls_changes_nothing() -> None:
    floor = one_counter(waiting=0)
    due = Appointment("a1", "1001", "advice", floor.now + 5 * MINUTE)
    assert (watched(floor, due).newcomers_s == 0).all()


def told(floor: Floorplay) -> float:
    """Likely seconds, to somebody who arrives now."""
    asked = floor.forecaster.ask(floor.day, floor.now)
    assert asked is not None
    floor.forecaster.hear(look_ahead(asked[0]), asked[1])
    return floor.forecast().newcomer(Kind("advice"), "1").likely_s


def test_a_newcomers_quote_counts_who_is_away_to_fetch_a_paper() -> None:
    floor = one_counter(waiting=6)
    floor.now += MINUTE
    everybody = told(floor)
    away = [visit for visit, one in floor.day.visits.items() if one.state == "waiting"][:3]
    for visit in away:
        floor.do(c.Hold(visit, 10))
    assert told(floor) == pytest.approx(everybody, rel=0.25)
    for visit in away:
        floor.do(c.Cancel(visit))
    assert told(floor) < everybody - 8 * 60


def test_a_newcomers_quote_knows_of_those_to_come_and_nobody_missed_or_cancelled() -> None:
    floor = one_counter(waiting=6)

    before = told(floor)
    booked = [
        Appointment(f"a{n}", f"100{n}", "advice", floor.now + n * 3 * MINUTE) for n in range(1, 5)
    ]
    for one in booked:
        floor.do(c.MakeAppointment(one))
    assert told(floor) > before + 10 * 60
    for one in booked:
        floor.do(c.CancelAppointment(one))
    assert told(floor) == pytest.approx(before, rel=0.05)
    late = Appointment("b", "2001", "advice", floor.now + MINUTE)
    floor.do(c.MakeAppointment(late))
    floor.now = late.at + 16 * MINUTE
    assert check_in.standing(floor.plan, late, floor.now) == "missed"
    asked = floor.forecaster.ask(floor.day, floor.now)
    assert asked is not None
    assert asked[0].scene.expected == ()
