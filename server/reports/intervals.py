"""How sure a mean is: 95 % intervals by Student's t, for two groups by Welch."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

DEGREES = (*range(1, 31), 40, 60, 120, 10_000)
T_95 = (
    *(12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228),
    *(2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086),
    *(2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042),
    *(2.021, 2.000, 1.980, 1.960),
)
"""Between two of DEGREES the fewer count: an interval is rather too wide than too narrow."""


class Interval(Struct, frozen=True):
    """A mean in seconds, and where it may as well lie; None where n tells too little."""

    n: int
    mean_s: float | None = None
    low_s: float | None = None
    high_s: float | None = None


def interval(values_ms: Sequence[int]) -> Interval:
    n = len(values_ms)
    if n < 2:
        return Interval(n, _seconds(float(values_ms[0])) if n else None)
    mean, error = float(np.mean(values_ms)), float(np.sqrt(_error(values_ms)))
    return _around(n, mean, t_95(n - 1) * error)


def difference(more_ms: Sequence[int], less_ms: Sequence[int]) -> Interval:
    """The mean of the first less that of the second; n is the smaller group's."""
    n = min(len(more_ms), len(less_ms))
    if n < 2:
        return Interval(n)
    errors = _error(more_ms), _error(less_ms)
    mean = float(np.mean(more_ms)) - float(np.mean(less_ms))
    spread = errors[0] ** 2 / (len(more_ms) - 1) + errors[1] ** 2 / (len(less_ms) - 1)
    degrees = sum(errors) ** 2 / spread if spread else n - 1
    return _around(n, mean, t_95(degrees) * float(np.sqrt(sum(errors))))


def t_95(degrees: float) -> float:
    return T_95[max(bisect_right(DEGREES, degrees) - 1, 0)]


def _error(values_ms: Sequence[int]) -> float:
    """The square of the mean's standard error."""
    return float(np.var(values_ms, ddof=1)) / len(values_ms)


def _around(n: int, mean_ms: float, half_ms: float) -> Interval:
    return Interval(n, *map(_seconds, (mean_ms, mean_ms - half_ms, mean_ms + half_ms)))


def _seconds(ms: float) -> float:
    return round(ms / 1000, 3)
