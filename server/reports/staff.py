"""What came of being served: outcomes, who resolved what alone, how long it took.

Meant for `by=staff`, and just as true by service or weekday. It counts work, not worth: a person
who takes the hard cases resolves fewer.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from typing import get_args

from msgspec import Struct

from server.floor.facts import Millis, Outcome
from server.floor.plan import StorePlan
from server.reports.feedback import Feedback, Scores
from server.reports.groups import By, Figures, Leg, figures
from server.reports.waits import Spread, forgotten, share_of, spread_of

OUTCOMES: tuple[str, ...] = get_args(Outcome)
FINISHED = ("served", "transferred")

ABOUT = {
    "volume": "Legs that were served here: finished, or passed on. A visit that is passed on counts"
    " for each who served it.",
    "outcomes": "What the last who served wrote down, of the visits finished here.",
    "resolution": "n of the visits finished here with an outcome (of) were resolved.",
    "first_person": "n of the visits first served here (of) were resolved here, without being"
    " passed on.",
    "escalations": "n of the visits finished here with an outcome (of) were escalated.",
    "passed_on": "Legs that ended by passing the customer on.",
    "service": "End minus start, of the n legs of volume; forgotten ones are left out.",
    "feedback": "Scores from 1 to 5 given to visits finished here; of is how many those were.",
    "sales": "Sales written down at the end of n visits, and their sum.",
}


class Share(Struct, frozen=True):
    n: int
    of: int
    share: float | None


class Sales(Struct, frozen=True):
    n: int
    sum: float


class Row(Struct, frozen=True):
    key: str | None
    label: str
    volume: int
    outcomes: dict[str, int]
    resolution: Share
    first_person: Share
    escalations: Share
    passed_on: int
    service: Spread
    feedback: Feedback
    sales: Sales


class Tally:
    def __init__(self, plan: StorePlan, now: Millis) -> None:
        self.plan = plan
        self.now = now
        self.counts: Counter[str] = Counter()
        self.outcomes: Counter[str | None] = Counter()
        self.services = array("q")
        self.scores = Scores()
        self.sales = array("d")

    def add(self, leg: Leg) -> None:
        if not was_served(leg):
            return
        finished, first = leg["ended_as"] == "served", leg["leg"] == 1
        self.counts["volume"] += 1
        self.counts["passed_on"] += not finished
        self.counts["first"] += first
        self.counts["resolved_first"] += first and leg["outcome"] == "resolved"
        if not forgotten(self.plan, leg, self.now):
            self.services.append(leg["ended_at"] - leg["started_at"])
        if finished:
            self._add_end(leg)

    def _add_end(self, leg: Leg) -> None:
        self.outcomes[leg["outcome"]] += 1
        self.scores.add(leg)
        if leg["sale"] is not None:
            self.sales.append(leg["sale"])

    def row(self, key: str | None, label: str) -> Row:
        told = {outcome: self.outcomes[outcome] for outcome in OUTCOMES}
        of = sum(told.values())
        return Row(
            key=key,
            label=label,
            volume=self.counts["volume"],
            outcomes=told,
            resolution=_share(told["resolved"], of),
            first_person=_share(self.counts["resolved_first"], self.counts["first"]),
            escalations=_share(told["escalated"], of),
            passed_on=self.counts["passed_on"],
            service=Spread(**spread_of(self.services)),
            feedback=self.scores.told(),
            sales=Sales(len(self.sales), round(sum(self.sales), 2)),
        )


def staff(plan: StorePlan, legs: Iterable[Leg], by: By, now: Millis) -> Figures:
    return figures(plan, legs, by, lambda: Tally(plan, now))


def was_served(leg: Leg) -> bool:
    return leg["started_at"] is not None and leg["ended_as"] in FINISHED


def _share(n: int, of: int) -> Share:
    return Share(n, of, share_of(n, of))
