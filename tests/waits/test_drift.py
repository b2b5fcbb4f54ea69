"""A store that changes at noon: quotes are kept again soon after, through the whole forecaster."""

import heapq
import random
from statistics import mean

import pytest

from server.floor import commands as c
from server.waits.learned import fit
from server.waits.outlook import look_ahead
from tests.floor.played import MINUTE, Floorplay, small_store

BEFORE, AFTER = 320, 160
"""Visits until everything takes longer, and after."""
SLOWER = 1.6
FOUND_AGAIN = 40


class Shift:
    """Two counters on one pool, served without a break; the floor is rehearsed as it is live."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.floor = Floorplay(small_store(lines="pool"), now=1_795_244_400_000)  # 08:00
        hours = self.floor.plan.hours
        self.floor.plan = small_store(lines="pool", hours=type(hours)(hours.week, always_open=True))
        self.floor.opens("1", "2")
        self.free = [(self.floor.now, "1"), (self.floor.now, "2")]
        self.slower = 1.0

    def arrival(self) -> str:
        at = self.floor.now + round(self.chance.expovariate(1 / 4.6) * MINUTE)
        self.until(at)
        self.floor.now = at
        visit = self.floor.ticket()
        self.until(at)
        return visit

    def until(self, at: int) -> None:
        """Counters finish and call the next, up to `at`."""
        while self.free[0][0] <= at:
            when, counter = heapq.heappop(self.free)
            self.floor.now = max(self.floor.now, when)
            present = self.floor.day.counter(counter).visit
            if present is not None:
                self.floor.do(c.Finish(present, "resolved"))
            if self.floor.calls(counter) is None:
                when = at + 1  # looks up again when somebody comes
            else:
                minutes = self.chance.gammavariate(1.6, 5 / 1.6) * self.slower
                when = self.floor.now + round(minutes * MINUTE)
            heapq.heappush(self.free, (when, counter))
        self._think()

    def _think(self) -> None:
        forecaster = self.floor.forecaster
        asked = forecaster.ask(self.floor.day, self.floor.now)
        assert asked is not None
        forecaster.hear(look_ahead(asked[0]), asked[1])
        if forecaster.due:
            study = forecaster.study()
            forecaster.learned(fit(study.sights, study.waits_min, study.days_ago))

    def kept(self, visits: list[str]) -> list[bool]:
        legs = [self.floor.visit(visit).leg for visit in visits]
        return [leg.called_at <= leg.quote.call_by for leg in legs if leg.called_at]


@pytest.fixture(scope="module")
def shifts() -> list[tuple[Shift, list[str]]]:
    played = []
    for seed in range(6):
        shift = Shift(seed)
        visits = [shift.arrival() for _ in range(BEFORE)]
        shift.slower = SLOWER
        visits += [shift.arrival() for _ in range(AFTER)]
        played.append((shift, visits))
    return played


def test_a_first_day_keeps_its_quotes(shifts: list[tuple[Shift, list[str]]]) -> None:
    kept = [k for shift, visits in shifts for k in shift.kept(visits[:BEFORE])]
    assert len(kept) > 1500
    assert mean(kept) >= 0.85


def test_quotes_are_kept_again_within_forty_visits_of_a_slow_down(
    shifts: list[tuple[Shift, list[str]]],
) -> None:
    kept = [k for shift, visits in shifts for k in shift.kept(visits[BEFORE + FOUND_AGAIN :])]
    assert len(kept) > 600
    assert mean(kept) >= 0.85
