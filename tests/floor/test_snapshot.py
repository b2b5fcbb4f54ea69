"""A Day written down and read again is the same Day, field by field, and goes on alike."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec.json import decode, encode
from msgspec.structs import replace

from server.floor.day import Day
from server.floor.facts import Recorded
from server.floor.snapshot import DAY, day_of, day_parts
from server.journal.memory import MemoryJournal
from server.settings import load
from server.snapshots import packed, unpacked
from tests.floor.played import NOON, small_store
from tests.journal.morning import MAIN, ONE_OF_EACH, Morning
from tests.simulation.rehearsed import Rehearsal

SHIPPED = Path(__file__).parents[2] / "config.toml"


def folded(facts: Sequence[Recorded], stream: tuple[str, str]) -> Day:
    day = Day(*stream)
    for recorded in facts:
        day.apply(recorded)
    return day


def one_of_each() -> list[Recorded]:
    """As a journal gives them back."""
    facts = Morning(MemoryJournal()).stage(*ONE_OF_EACH).facts
    return decode(encode(facts), type=list[Recorded])


def again(day: Day) -> Day:
    return day_of(day.store, day.date, unpacked(packed(day_parts(day))))


def state(day: Day) -> dict[str, Any]:
    """All it holds, as text: so also the order of what is in a dict, and a deque's length."""
    held = {name: value for name, value in vars(day).items() if name != "able"}
    held["at_risk"] = sorted(day.at_risk)
    return {name: repr(value) for name, value in held.items()}


def test_nothing_that_a_day_holds_is_left_out() -> None:
    assert set(vars(Day("main", "2026-11-21"))) == set(DAY.names)


def test_after_any_fact_a_day_is_the_same_again() -> None:
    facts = one_of_each()
    for cut in range(len(facts) + 1):
        day = folded(facts[:cut], MAIN)
        read = again(day)
        assert state(read) == state(day)
        for recorded in facts[cut:]:
            day.apply(recorded)
            read.apply(recorded)
        assert state(read) == state(day)


@pytest.mark.parametrize("seed", range(6))
def test_a_rehearsed_day_is_the_same_again_and_goes_on_alike(seed: int, tmp_path: Path) -> None:
    plan = load(SHIPPED).plan(always_open=True) if seed % 2 else small_store()
    rehearsal = Rehearsal(seed, replace(plan, lines="pool") if seed % 3 else plan, NOON, tmp_path)
    rehearsal.play(150)
    stream, facts = rehearsal.stream, list(rehearsal.journal.read(rehearsal.stream))
    rehearsal.close()
    chance = random.Random(seed)
    for cut in sorted(chance.sample(range(len(facts)), 5)):
        day = folded(facts[:cut], stream)
        read = again(day)
        assert state(read) == state(day)
        for recorded in facts[cut:]:
            day.apply(recorded)
            read.apply(recorded)
        assert state(read) == state(day)


def test_what_was_copied_does_not_go_on_with_the_day() -> None:
    facts = one_of_each()
    for cut in range(len(facts)):
        day = folded(facts[:cut], MAIN)
        before, parts = state(day), day_parts(day)
        for recorded in facts[cut:]:
            day.apply(recorded)
        assert state(day_of(*MAIN, unpacked(packed(parts)))) == before
