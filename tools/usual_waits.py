"""Prints `USUAL` of server/waits/learned.py: what is told before a store has taught anything.

    .venv/bin/python tools/usual_waits.py

Nobody's log is in it. Queues of every sort are simulated (1 to 10 counters that open and close,
services of 1.5 to 15 minutes, quiet to overrun, with and without people who are called for nothing,
seen live or every five minutes), watched as a store watches its own, and the three quantiles of
the wait over the work ahead fitted to what was seen of them.
"""

from __future__ import annotations

import random
import sys
from bisect import bisect_right
from math import exp, log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np

from bench.waits import Quoted, Replay, Row
from server.waits import learned
from server.waits.watch import Floats, features

QUEUES, DAYS = 120, 2
HOURS, VISITS_MAX = 8, 600
TURN_S = 45 * 60.0
"""Counters open and close so often."""
AT_THE_DOOR_S = 10.0
RIDGE = 10.0


class Queue:
    def __init__(self, name: str, chance: random.Random) -> None:
        self.name, self.chance = name, chance
        self.counters = chance.randint(1, 10)
        self.mean_s = 60 * exp(chance.uniform(log(1.5), log(15)))
        self.load = chance.uniform(0.5, 1.1)
        self.news_s = chance.choice((0.0, 300.0))
        self.absent = chance.choice((0.0, 0.0, 0.1, 0.2))

    def day(self, number: int) -> list[Row]:
        """A crowd may wait at the door, and more come in the first third; a day is busier and
        slower than another."""
        chance = self.chance
        self._open = [max(1, self.counters - chance.choice((0, 0, 0, 1, 2))) for _ in range(99)]
        mean_s = self.mean_s * exp(chance.gauss(0, 0.2))
        a_second = self.counters * self.load * exp(chance.gauss(0, 0.2)) / mean_s
        lasts_s = min(HOURS * 3600.0, VISITS_MAX * self.mean_s / self.counters)
        free = [0.0] * self.counters
        at = called = 0.0
        arrivals: list[float] = []
        calls: list[float] = []
        crowd = chance.choice((0, self.counters, 5 * self.counters))
        while at < lasts_s:
            rate = a_second * (1.4 if at < lasts_s / 3 else 0.8)
            at += chance.expovariate(1 / AT_THE_DOOR_S if len(arrivals) < crowd else rate)
            counter = self._first(free, max(at, self._first(free, at)[0]))[1]
            begins = max(at, free[counter])
            free[counter] = begins + self._takes_s(mean_s)
            called = max(called, begins)
            arrivals.append(at)
            calls.append(called)
        return [self._row(number, n, arrivals, calls) for n in range(len(arrivals))]

    def _first(self, free: list[float], at: float) -> tuple[float, int]:
        return min((free[n], n) for n in range(self._open_at(at)))

    def _open_at(self, at: float) -> int:
        return self._open[min(int(at // TURN_S), len(self._open) - 1)]

    def _takes_s(self, mean_s: float) -> float:
        if self.chance.random() < self.absent:
            return self.chance.uniform(15, 50)
        return self.chance.lognormvariate(log(mean_s) - 0.25, 0.7)

    def _row(self, day: int, n: int, arrivals: list[float], calls: list[float]) -> Row:
        at, night = arrivals[n], day * 24 * 3600.0
        known = at // self.news_s * self.news_s if self.news_s else at
        return Row(
            queue=self.name,
            arrived=night + at,
            called=night + calls[n],
            left=None,
            ended=None,
            known=night + known,
            came_since=n - bisect_right(arrivals, known) if self.news_s else 0,
            credited=night + at,
            day=str(day),
            hour=9 + at / 3600,
            open=float(self._open_at(known)),
            server="",
            kinds=(),
            scored=True,
        )


class Watched(Replay):
    """Nothing is learned: it only keeps what was seen, and how long the wait was."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[Quoted, float]] = []

    def _called(self, visit: int, quoted: Quoted, at: float) -> None:
        self.seen.append((quoted, (at - quoted.row.arrived) / 60))
        super()._called(visit, quoted, at)

    def _study(self) -> None:
        pass

    def out(self) -> list[tuple[Quoted, float]]:
        self._hear(float("inf"))
        return self.seen


def usual(seen: list[tuple[Quoted, float]]) -> list[Floats]:
    raw = np.array([features(quoted.sight) for quoted, _ in seen])
    work = np.array([quoted.sight.work_s for quoted, _ in seen]) / 60
    waited = np.array([wait for _, wait in seen])
    x = np.hstack([np.ones((len(raw), 1)), raw[:, learned.USUAL_OF]])
    y = np.log((waited + learned.OFFSET_MIN) / (work + learned.OFFSET_MIN))
    weights = (work + learned.OFFSET_MIN) ** learned.WEIGHT_POWER
    ridge = np.array([0.0, *(RIDGE for _ in learned.USUAL_OF)])
    start = learned._solve(x, y, weights / weights.mean(), ridge)
    return [
        learned._regress(x, y, weights / weights.mean(), ridge, p, start)
        for p in learned.PROBABILITIES
    ]


def main() -> None:
    chance = random.Random(7)
    watched = Watched()
    for n in range(QUEUES):
        queue = Queue(f"q{n}", chance)
        rows = [row for day in range(DAYS) for row in queue.day(day)]
        watched.play(rows)
    for beta in usual(watched.out()):
        numbers = ", ".join(f"{number:.3f}" for number in beta)
        sys.stdout.write(f"    ({numbers}),\n")


if __name__ == "__main__":
    main()
