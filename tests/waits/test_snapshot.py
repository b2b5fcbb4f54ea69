"""What was learned, written down and read again: the same forecasts, and the same lessons after."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.json import decode, encode
from msgspec.structs import replace

from server.floor.day import Day
from server.floor.facts import Recorded
from server.floor.plan import StorePlan
from server.floor.state import Kind
from server.settings import load
from server.snapshots import packed, unpacked
from server.waits import learned as fitting
from server.waits import snapshot
from server.waits.arrivals import Arrivals
from server.waits.calibration import Calibrator
from server.waits.forecaster import Forecaster
from server.waits.history import History, Known
from server.waits.learning import Learner
from server.waits.snapshot import forecaster_of, forecaster_parts
from server.waits.speeds import Speeds
from server.waits.watch import Watch
from tests.floor.played import NOON, small_store
from tests.simulation.rehearsed import Rehearsal

DAY_MS = 24 * 3600 * 1000
WORKED_OUT_AGAIN = ("_ratios", "_pace", "_takes", "_speeds", "_plan")
"""`_ratios` came of a rehearsal, the others of what else is there when somebody asks."""


@pytest.mark.parametrize(
    ("made", "table"),
    [
        (lambda: Forecaster(small_store()), snapshot.FORECASTER),
        (lambda: History(small_store()), snapshot.HISTORY),
        (lambda: Known(300.0), snapshot.KNOWN),
        (lambda: Speeds(1.0), snapshot.SPEEDS),
        (lambda: Arrivals(small_store()), snapshot.ARRIVALS),
        (Learner, snapshot.LEARNER),
        (lambda: Watch("advice"), snapshot.WATCH),
        (Calibrator, snapshot.CALIBRATOR),
    ],
)
def test_nothing_that_was_learned_is_left_out(made: Callable[[], object], table: Any) -> None:
    assert set(vars(made())) == set(table.names)


def plain(held: Any) -> Any:
    """All that an object holds, in order, as text."""
    if isinstance(held, np.ndarray):
        return repr(held.tolist())
    if isinstance(held, dict):
        return [(repr(key), plain(value)) for key, value in held.items()]
    if isinstance(held, list | tuple | deque):
        return [type(held).__name__, getattr(held, "maxlen", 0), *map(plain, held)]
    if type(held).__module__.startswith("server.waits") and hasattr(held, "__dict__"):
        state = vars(held).items()
        return [(name, plain(value)) for name, value in state if name not in WORKED_OUT_AGAIN]
    return repr(held)


def again(plan: StorePlan, forecaster: Forecaster) -> Forecaster:
    return forecaster_of(plan, unpacked(packed(forecaster_parts(forecaster))))


def told(plan: StorePlan, forecaster: Forecaster, day: Day) -> list[object]:
    forecast = forecaster.forecast(day, day.last_at)
    lines = [None, *plan.counters]
    newcomers = [forecast.newcomer(Kind(s), line) for s in plan.services for line in lines]
    ahead = forecaster.ask_ahead(day, day.last_at)
    return [*newcomers, *map(forecast.visit, day.visits), repr(ahead)]


def played(seed: int, folder: Path) -> tuple[StorePlan, dict[str, list[Recorded]]]:
    """Four days of a store, each day's facts as a journal gives them back."""
    shipped = load(Path(__file__).parents[2] / "config.toml").plan(always_open=True)
    plan = shipped if seed % 2 else replace(small_store(), lines="pool")
    days = {}
    for n in range(4):
        (folder / f"{n}").mkdir()
        rehearsal = Rehearsal(10 * seed + n, plan, NOON + n * DAY_MS, folder / f"{n}")
        rehearsal.play(250)
        days[rehearsal.day.date] = list(rehearsal.journal.read(rehearsal.stream))
        rehearsal.close()
    return plan, decode(encode(days), type=dict[str, list[Recorded]])


def lessons(days: dict[str, list[Recorded]]) -> Iterator[tuple[str, list[Recorded]]]:
    """Some dozens of facts at a time."""
    for date, facts in days.items():
        yield from ((date, facts[n : n + 60]) for n in range(0, len(facts), 60))


@pytest.mark.parametrize("fitted", [False, True])
@pytest.mark.parametrize("seed", range(2))
def test_the_same_is_told_and_learned_afterwards(seed: int, fitted: bool, tmp_path: Path) -> None:
    plan, days = played(seed, tmp_path)
    forecaster, taken = Forecaster(plan), Forecaster(plan)
    day = Day(plan.id, "")
    for date, facts in lessons(days):
        forecaster.learn(facts, date)
        taken.learn(facts, date)
        if day.date != date:
            day = Day(plan.id, date)
        for recorded in facts:
            day.apply(recorded)
        if fitted and forecaster.due:
            study = forecaster.study()
            fit = fitting.fit(study.sights, study.waits_min, study.days_ago)
            forecaster.learned(fit)
            assert taken.study() == study
            taken.learned(fit)
        # One goes on, the other starts anew from a snapshot after every lesson.
        taken = again(plan, taken)
        assert taken.known_to == forecaster.known_to == (date, facts[-1].seq)
        assert plain(taken) == plain(forecaster)
        assert told(plan, taken, day) == told(plan, forecaster, day)
    assert (forecaster._learner._fitted is not None) == fitted
