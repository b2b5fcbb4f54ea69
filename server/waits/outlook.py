"""What a rehearsal says about everybody: asked as plain values, answered as plain values, so that
it can be worked out in a process of its own while the floor goes on.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from server.floor.facts import Millis
from server.waits.history import Takes
from server.waits.rehearsal import Floats, Newcomer, Scene, rehearse

PERCENTILES = (10, 50, 90)
SEEN_AT_LEAST = 0.95
"""A wait is told only if nearly every future comes to its call."""


class Ask(Struct, frozen=True, tag=True):
    scene: Scene
    takes: dict[str, Takes]
    at: Millis
    speeds: list[dict[str, float]] = []
    """Counter by counter, how many times as long as usual a service takes there."""


class Range(Struct, frozen=True):
    """Seconds from the asking until the call: one wait in ten is shorter, half, nine in ten."""

    low_s: float
    likely_s: float
    high_s: float


class Outlook(Struct, frozen=True):
    at: Millis
    visits: dict[str, Range]
    newcomers: list[tuple[Newcomer, Range]]


def look_ahead(ask: Ask) -> Outlook:
    """The seed is the moment, so the same asking gets the same answer."""
    rehearsed = rehearse(ask.scene, ask.takes, ask.at, ask.speeds)
    visits = _ranges(rehearsed.calls_s)
    newcomers = _ranges(rehearsed.newcomers_s)
    return Outlook(
        ask.at,
        {v: r for v, r in zip(ask.scene.visits, visits, strict=True) if r},
        [(n, r) for n, r in zip(ask.scene.newcomers, newcomers, strict=True) if r],
    )


def _ranges(calls_s: Floats) -> list[Range | None]:
    if not calls_s.size:
        return [None] * calls_s.shape[1]
    seen = np.isfinite(calls_s).mean(axis=0)
    # A future without a call counts as the longest wait of all, not as none.
    capped = np.where(np.isfinite(calls_s), calls_s, np.finfo(float).max)
    ordered = np.percentile(capped, PERCENTILES, axis=0, method="higher").T.tolist()
    return [Range(*r) if s >= SEEN_AT_LEAST else None for r, s in zip(ordered, seen, strict=True)]
