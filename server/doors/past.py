"""A visit of any day: today's from the floor, an earlier one from the journal."""

from __future__ import annotations

from functools import lru_cache

import gevent

from server.doors.house import house
from server.floor.day import Day
from server.floor.forecast import Estimate
from server.floor.state import Kind, Place
from server.journal.contract import Journal, Stream

DAYS_KEPT = 2
FACTS_A_TURN = 200


def past_day_of(visit: str) -> Day | None:
    """The day this visit was on, as it ended; None when no day knows it."""
    here = house()
    row = here.journal.visit(here.plan.id, visit)
    if row is None:
        return None
    return _past_day(here.journal, Stream(here.plan.id, row["carried_to"] or row["date"]))


@lru_cache(maxsize=DAYS_KEPT)
def _past_day(journal: Journal, stream: Stream) -> Day:
    day = Day(*stream)
    for number, recorded in enumerate(journal.read(stream)):
        day.apply(recorded)
        if number % FACTS_A_TURN == 0:
            # A whole day takes a moment: everybody else's turn in between.
            gevent.sleep(0)
    return day


class Over:
    """The forecast of a day that is over: nobody waits."""

    confidence = 0.0
    pace = 1.0

    def expected_s(self, service: str, counter: str | None, unmoved: bool = False) -> float:
        return 0.0

    def newcomer(self, kind: Kind, counter: str | None, place: Place | None = None) -> Estimate:
        return Estimate(0, 0, 0, "over")

    def visit(self, visit: str) -> None:
        return None
