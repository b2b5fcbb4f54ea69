"""Keeps the upper bound true at its rate, whatever the store does.

Online conformal calibration in the form of a quantile tracker (Gibbs & Candès 2021, "Adaptive
conformal inference under distribution shift"; Angelopoulos, Candès & Tibshirani 2023, "Conformal
PID control"): after every call the bound is moved up a long step if it was broken, down a short
one if it was kept, so that over any stretch it is broken at the rate it should be. One offset is
the store's, one each queue's own, which starts with longer steps. Offsets are in units of the
usual error of a quote, so that stores of minutes and of hours are treated alike. When far more
quotes are broken in a row than chance can break, the bound is widened by a factor at once (the
integrator of conformal PID control): a jam is unlike anything that went before it.
"""

from __future__ import annotations

from math import exp

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
SURPRISE_FADES = 0.95
SURPRISE_BY_CHANCE = 5.0
"""Five standard deviations of the surprise where quotes are broken at their rate."""
SURPRISE_WIDENS = 0.06
SURPRISE_MAX = 16.0
ERROR_MEMORY = 0.002
ERRORS_WIDE = 2.0


class Calibrator:
    def __init__(self) -> None:
        self._store = 0.0
        self._queues: dict[str, tuple[float, int]] = {}
        self._surprise: dict[str, float] = {}
        self._error: float | None = None

    def high(self, queue: str, likely_min: float, high_min: float) -> float:
        """The upper bound to tell, minutes."""
        offset = self._store + self._queues.get(queue, (0.0, 0))[0]
        width = ERRORS_WIDE * (1.0 if self._error is None else self._error)
        high_min += offset * width * _size(likely_min)
        beyond = self._surprise.get(queue, 0.0) - SURPRISE_BY_CHANCE
        if beyond > 0:
            high_min *= exp(SURPRISE_WIDENS * beyond)
        return max(high_min, likely_min, 0.5)

    def learn(self, queue: str, broken: bool) -> None:
        """Told once of everybody: whether the wait was longer than the upper bound."""
        missed = float(broken) - (1 - CONFIDENCE)
        offset, calls = self._queues.get(queue, (0.0, 0))
        step = _step(calls)
        self._queues[queue] = ((offset + step * missed) * (1 - FADES), calls + 1)
        self._store += STORE_STEP * missed
        surprise = self._surprise.get(queue, 0.0) * SURPRISE_FADES + missed
        self._surprise[queue] = min(max(surprise, 0.0), SURPRISE_MAX)

    def forget_broken(self, queue: str) -> None:
        """Whoever was told to have been broken left, and how long he would have waited is open."""
        offset, calls = self._queues.get(queue, (0.0, 0))
        self._queues[queue] = (offset - _step(calls) * CONFIDENCE, calls)
        self._store -= STORE_STEP * CONFIDENCE

    def erred(self, likely_min: float, waited_min: float) -> None:
        """Told whenever somebody is called: what was said, and what came of it."""
        error = abs(waited_min - likely_min) / _size(likely_min)
        self._error = error if self._error is None else _towards(self._error, error)


def _step(calls: int) -> float:
    return QUEUE_STEP + (QUEUE_STEP_FIRST - QUEUE_STEP) / (1 + calls / SETTLES_AFTER)


def _size(likely_min: float) -> float:
    return float((likely_min + 2.0) ** SCALE_POWER)


def _towards(old: float, new: float) -> float:
    return old + ERROR_MEMORY * (new - old)
