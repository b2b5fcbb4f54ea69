"""What customers said: scores from 1 to 5, and how many of those served gave one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from server.floor.facts import Millis
from server.floor.plan import StorePlan
from server.reports.groups import By, Figures, Leg, figures
from server.reports.waits import share_of

SCORES = (1, 2, 3, 4, 5)
ABOUT = {
    "feedback": "n of the visits served (of) gave a score; share is how many that is. Those who"
    " answer are rarely like those who do not: read the mean with the share.",
    "mean": "The mean of the n scores, from 1 to 5.",
    "scores": "How many gave each score.",
}


class Feedback(Struct, frozen=True):
    n: int
    of: int
    share: float | None
    mean: float | None
    scores: dict[str, int]


class Row(Struct, frozen=True):
    key: str | None
    label: str
    feedback: Feedback


class Scores:
    """Of legs that ended a visit as served."""

    def __init__(self) -> None:
        self.served = 0
        self.given: Counter[int] = Counter()

    def add(self, leg: Leg) -> None:
        if leg["ended_as"] != "served":
            return
        self.served += 1
        if leg["feedback"] is not None:
            self.given[leg["feedback"]] += 1

    def told(self) -> Feedback:
        n = self.given.total()
        total = sum(score * count for score, count in self.given.items())
        return Feedback(
            n=n,
            of=self.served,
            share=share_of(n, self.served),
            mean=round(total / n, 3) if n else None,
            scores={str(score): self.given[score] for score in SCORES},
        )

    def row(self, key: str | None, label: str) -> Row:
        return Row(key, label, self.told())


def feedback(plan: StorePlan, legs: Iterable[Leg], by: By, now: Millis) -> Figures:
    return figures(plan, legs, by, Scores)
