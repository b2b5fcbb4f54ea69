"""Keeps the upper bound true at its rate, whatever the store does.

Online conformal calibration in the form of a quantile tracker (Gibbs & Candès 2021, "Adaptive
conformal inference under distribution shift"; Angelopoulos, Candès & Tibshirani 2023, "Conformal
PID control"): after every call the bound is moved up a long step if it was broken, down a short
one if it was kept, so that over any stretch it is broken at the rate it should be. One offset is
the store's, one each queue's own, which starts with longer steps. Offsets are in units of the
usual distance from likely to high, so that minutes and hours are treated alike.
"""

from __future__ import annotations

CONFIDENCE = 0.9
STORE_STEP = 0.01
QUEUE_STEP = 0.03
QUEUE_STEP_FIRST = 0.11
SETTLES_AFTER = 3000
"""Calls until a queue's step has come halfway down to its usual length."""
FADES = 0.003
"""A queue's own offset is forgotten at this rate a call, so that one bad day does not stay."""
SCALE_POWER = 0.2
"""Long waits vary more, and jams of them come together: offsets grow with the wait, but little."""
WIDTH_MEMORY = 0.01


class Calibrator:
    def __init__(self) -> None:
        self._store = 0.0
        self._queues: dict[str, tuple[float, int]] = {}
        self._width: float | None = None

    def high(self, queue: str, likely_min: float, high_min: float) -> float:
        """The upper bound to tell, minutes."""
        size = float((likely_min + 2.0) ** SCALE_POWER)
        width = (high_min - likely_min) / size
        self._width = width if self._width is None else _towards(self._width, width)
        offset = self._store + self._queues.get(queue, (0.0, 0))[0]
        return max(high_min + offset * size * self._width, likely_min, 0.5)

    def learn(self, queue: str, broken: bool) -> None:
        """Told whenever somebody is called: was the bound he was told broken?"""
        missed = float(broken) - (1 - CONFIDENCE)
        offset, calls = self._queues.get(queue, (0.0, 0))
        step = QUEUE_STEP + (QUEUE_STEP_FIRST - QUEUE_STEP) / (1 + calls / SETTLES_AFTER)
        self._queues[queue] = ((offset + step * missed) * (1 - FADES), calls + 1)
        self._store += STORE_STEP * missed


def _towards(old: float, new: float) -> float:
    return old + WIDTH_MEMORY * (new - old)
