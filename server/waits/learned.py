"""Quantiles of the wait given what is seen, learned from the store's own visits.

Linear quantile regression (Koenker & Bassett 1978) of log((wait + 2) / (work + 2)), minutes, on
the features of a `Sight` and products of the important ones, with effects of queue and kind, all
shrunk to what is true of most queues: that is what a store is told that has seen little. Fitted by
iteratively reweighted least squares (Schlossmacher 1973; Hunter & Lange 2000), so that NumPy is
all it needs. What was seen some weeks ago counts for less.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct

from server.waits.watch import CROSSED, Floats, Sight, features

PROBABILITIES = (0.1, 0.5, 0.9)
BY_WORK = (-0.9, -0.1, 0.7)
"""The three quantiles of the target where nothing but the work ahead is believed."""
USUAL_OF = (0, 1, 2, 3, 6, 7, 14, 18, 19, 22)
"""Of the features: work, people ahead, how long the head of the line and the last one called
waited, people times gaps between the last 10 and 30 calls, time since the last, mean service, more
counters than one, nobody ahead."""
USUAL = np.array(
    [
        (-0.696, -0.765, 0.325, 0.586, -0.056, -0.016, -0.147, -0.002, 0.422, -0.089, 0.215),
        (-0.131, -0.647, 0.266, 0.609, -0.128, 0.006, -0.154, 0.004, 0.333, -0.176, 0.060),
        (0.268, -0.771, 0.419, 0.461, -0.087, 0.009, -0.086, 0.053, 0.466, -0.360, 0.019),
    ]
)
"""The three quantiles of the target in most queues, as a store is told them that knows nothing of
its own yet: a constant, then so much for each of those features. Learned from simulated queues
alone; `tools/usual_waits.py` prints it."""
USUAL_WITHIN = 2.0
USUAL_BELIEVED = 0.5
"""No simulated queue is a real one; the other half is what the work ahead says."""
USUAL_VISITS = 2000.0
"""From so many visits of its own on, what is true of most queues counts less than half."""
OFFSET_MIN = 2.0
RIDGES = (3000.0, 300.0, 30.0)
"""So many visits must speak for a feature before it is half believed. Visits of one hour wait
together, so nobody can say how many are worth one: the mean of three fits is taken, from hardly
believing to soon believing. It is told of days and offices left out as well as by the best one of
them, and better than by the one that was best for the latest day."""
RIDGE_CROSSED, RIDGE_EFFECT = 10.0, 0.3
"""How many times as many for a product of two features, and for a queue's own effect."""
STEPS = 8
"""For each of the fits, which begins where the one before ended."""
LEAST_RESIDUAL = 0.02
CLIP = 8.0
RATIO_MIN, RATIO_MAX = -4.0, 3.0
WEIGHT_POWER = 0.7
HALVED_DAYS = 14.0
"""A visit counts half as much as one so many business days later."""
EFFECTS_MAX = 250
"""Of queues and kinds the most frequent have effects of their own."""
ROWS_MAX = 40_000
"""The newest so many visits are learned from."""


class Fitted(Struct, frozen=True):
    """What a fit comes to, as plain numbers: it may be worked out elsewhere and sent."""

    betas: list[list[float]]
    mean: list[float]
    scale: list[float]
    least: list[float]
    most: list[float]
    """The span in which features were seen: beyond it nothing was learned of them."""
    effects: dict[str, int]
    usual_share: float
    """How much of what is true of most queues the rest is added to."""


def fit(
    sights: Sequence[Sight], waits_min: Sequence[float], days_ago: Sequence[int] = ()
) -> Fitted:
    """Seconds of work for tens of thousands of visits."""
    raw = np.array([features(s) for s in sights])
    mean, scale = raw.mean(axis=0), raw.std(axis=0) + 1e-6
    effects = _numbered(sights)
    z = (raw - mean) / scale
    x = _design(z, sights, effects)
    work = np.array([s.work_s for s in sights]) / 60
    target = np.log((np.asarray(waits_min) + OFFSET_MIN) / (work + OFFSET_MIN))
    weights = (work + OFFSET_MIN) ** WEIGHT_POWER
    if days_ago:
        weights *= 0.5 ** (np.array(days_ago) / HALVED_DAYS)
    weights /= weights.mean()
    ridge = np.repeat(
        (0.0, 1.0, RIDGE_CROSSED, RIDGE_EFFECT), (1, z.shape[1], len(_LEFT), len(effects))
    )
    usual_share = USUAL_VISITS / (USUAL_VISITS + len(sights))
    rest = target[:, None] - usual_share * _usual(raw)
    betas = [
        _averaged(x, rest[:, n], weights, ridge, p).tolist() for n, p in enumerate(PROBABILITIES)
    ]
    span = z.min(axis=0).tolist(), z.max(axis=0).tolist()
    return Fitted(betas, mean.tolist(), scale.tolist(), *span, effects, usual_share)


class Quantiles:
    """Predicts from a fit, or from what is true of most queues before there is one."""

    def __init__(self, fitted: Fitted | None = None) -> None:
        self._effects = fitted.effects if fitted else {}
        self._betas = np.array(fitted.betas) if fitted else None
        self._usual_share = fitted.usual_share if fitted else 1.0
        self._mean = np.array(fitted.mean if fitted else ())
        self._scale = np.array(fitted.scale if fitted else ())
        self._least = np.array(fitted.least if fitted else ())
        self._most = np.array(fitted.most if fitted else ())

    def predict(self, sight: Sight) -> tuple[float, float, float]:
        """Low, likely and high, minutes, in order and not below zero."""
        raw = features(sight)
        ratios = self._usual_share * _usual(raw)
        if self._betas is not None:
            z = (raw - self._mean) / self._scale
            z = np.minimum(np.maximum(z, self._least), self._most)
            x = _design(z[None, :], [sight], self._effects)[0]
            ratios = np.clip(ratios + self._betas @ x, RATIO_MIN, RATIO_MAX)
        return _minutes(ratios, sight)


def by_work(sight: Sight) -> tuple[float, float, float]:
    return _minutes(np.array(BY_WORK), sight)


def _minutes(ratios: Floats, sight: Sight) -> tuple[float, float, float]:
    minutes = np.exp(ratios) * (sight.work_s / 60 + OFFSET_MIN) - OFFSET_MIN
    low, likely, high = np.maximum(np.sort(minutes), 0.0)
    return float(low), float(likely), float(high)


def _usual(raw: Floats) -> Floats:
    told = np.clip(USUAL[:, 0] + raw[..., USUAL_OF] @ USUAL[:, 1:].T, -USUAL_WITHIN, USUAL_WITHIN)
    return np.asarray(USUAL_BELIEVED * told + (1 - USUAL_BELIEVED) * np.array(BY_WORK))


def _design(z: Floats, sights: Sequence[Sight], effects: dict[str, int]) -> Floats:
    z = np.clip(z, -CLIP, CLIP)
    crossed = z[:, _LEFT] * z[:, _RIGHT]
    switched = np.zeros((len(z), len(effects)))
    for row, sight in enumerate(sights):
        for name, size in _effects(sight, z[row]):
            if name in effects:
                switched[row, effects[name]] = size
    return np.hstack([np.ones((len(z), 1)), z, np.clip(crossed, -CLIP, CLIP), switched])


_LEFT, _RIGHT = np.array(
    [(a, b) for n, a in enumerate(CROSSED) for b in CROSSED[n:]], dtype=np.intp
).T


def _effects(sight: Sight, z: Floats) -> Iterator[tuple[str, float]]:
    """A queue waits longer or shorter; a kind of visit also the more so, the longer the line."""
    yield f"queue {sight.queue}", 1.0
    for kind in sight.kinds:
        yield f"kind {kind}", 1.0
        yield f"kind {kind} ahead", float(z[1])
        yield f"kind {kind} head", float(z[2])


def _numbered(sights: Sequence[Sight]) -> dict[str, int]:
    unseen = np.zeros(len(CROSSED))
    seen = Counter(name for sight in sights for name, _ in _effects(sight, unseen))
    often = sorted(seen, key=lambda name: (-seen[name], name))[:EFFECTS_MAX]
    return {name: n for n, name in enumerate(often)}


def _solve(x: Floats, y: Floats, weights: Floats, ridge: Floats) -> Floats:
    # NumPy does half the work for the product of an array with itself.
    root = np.sqrt(weights)
    weighted = x * root[:, None]
    gram = weighted.T @ weighted + np.diag(ridge)
    return np.asarray(np.linalg.solve(gram, weighted.T @ (y * root)))


def _averaged(x: Floats, y: Floats, weights: Floats, ridge: Floats, probability: float) -> Floats:
    beta = _solve(x, y, weights, RIDGES[0] * ridge)
    total = np.zeros_like(beta)
    for times in RIDGES:
        beta = _regress(x, y, weights, times * ridge, probability, beta)
        total += beta
    return total / len(RIDGES)


def _regress(
    x: Floats, y: Floats, weights: Floats, ridge: Floats, probability: float, start: Floats
) -> Floats:
    beta = start
    for _ in range(STEPS):
        residual = y - x @ beta
        side = np.where(residual > 0, probability, 1 - probability)
        beta = _solve(x, y, weights * side / np.maximum(np.abs(residual), LEAST_RESIDUAL), ridge)
    return beta
