"""How much longer one takes than another: a person at a counter, an hour of the day.

Empirical Bayes. What was seen of each is drawn towards what is true of all, the more the less was
seen of it and the less they differ (Efron & Morris 1975, "Data analysis using Stein's estimator";
Bühlmann & Straub 1970, "Glaubwürdigkeit für Schadensätze", whose estimate of how much they differ
this is). Logarithms, cut off, so that a heavy tail or a mistaken tap weighs little.
"""

from __future__ import annotations

from collections.abc import Hashable
from math import exp

from msgspec import Struct

CUT_OFF = 1.6
"""A fifth of the usual, or five times it, is as far as anybody is believed to be from it."""
FADE = 0.99
"""Of each, about the last hundred count."""
WEIGHED_EVERY = 8
KNOWN_MAX = 200
"""So many are remembered; the one seen longest ago is forgotten first."""
WITHIN, WITHIN_WEIGHT = 0.5, 20.0
"""Variance of one service's logarithm before any is known: that of the real logs."""
BETWEEN, BETWEEN_WEIGHT = 0.02, 3.0
"""How much the means differ before much is known: one in seven."""


class Seen(Struct):
    n: float = 0.0
    mean: float = 0.0
    squares: float = 0.0
    """Squared deviations from the mean, summed."""
    days: float = 0.0
    last_day: str = ""

    def learn(self, x: float, day: str) -> None:
        self.n = self.n * FADE + 1
        off = x - self.mean
        self.mean += off / self.n
        self.squares = self.squares * FADE + off * (x - self.mean)
        if day != self.last_day:
            self.last_day, self.days = day, self.days + 1


class Speeds:
    def __init__(self, a_day: float) -> None:
        """`a_day`: a single day says no more of one than so many services. Days differ too."""
        self._a_day = a_day
        self._seen: dict[Hashable, Seen] = {}
        self._factors: dict[Hashable, float] = {}
        self._unweighed = 0

    def learn(self, one: Hashable, log_ratio: float, day: str) -> None:
        """`log_ratio`: how much longer than usual a service took with it, as a logarithm."""
        seen = self._seen.pop(one, None) or Seen()
        seen.learn(max(-CUT_OFF, min(log_ratio, CUT_OFF)), day)
        self._seen[one] = seen
        if len(self._seen) > KNOWN_MAX:
            del self._seen[next(iter(self._seen))]
        self._unweighed += 1
        if self._unweighed == WEIGHED_EVERY:
            self._unweighed = 0
            self._weigh()

    def of(self, one: Hashable) -> float:
        """How many times as long as usual a service takes with it; 1 where nothing is known."""
        return self._factors.get(one, 1.0)

    def _weigh(self) -> None:
        weights = {one: self._weight(seen) for one, seen in self._seen.items()}
        total = sum(weights.values())
        usual = sum(w * self._seen[one].mean for one, w in weights.items()) / total
        within = self._within()
        credible = within / self._between(weights, usual, within)
        self._factors = {
            one: exp((self._seen[one].mean - usual) * weight / (weight + credible))
            for one, weight in weights.items()
        }

    def _weight(self, seen: Seen) -> float:
        return min(seen.n, self._a_day * seen.days)

    def _within(self) -> float:
        squares = sum(seen.squares for seen in self._seen.values())
        free = sum(max(seen.n - 1, 0.0) for seen in self._seen.values())
        return (WITHIN * WITHIN_WEIGHT + squares) / (WITHIN_WEIGHT + free)

    def _between(self, weights: dict[Hashable, float], usual: float, within: float) -> float:
        total, others = sum(weights.values()), len(weights) - 1
        spread = total - sum(w * w for w in weights.values()) / total
        if spread <= 0:
            return BETWEEN
        apart = sum(w * (self._seen[one].mean - usual) ** 2 for one, w in weights.items())
        seen = max(apart - others * within, 0.0) / spread
        return (BETWEEN * BETWEEN_WEIGHT + seen * others) / (BETWEEN_WEIGHT + others)
