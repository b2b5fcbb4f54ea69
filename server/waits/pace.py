"""How much longer than usual everything takes just now, since some moment that nobody told.

Bayesian change-point detection (Adams & MacKay 2007, "Bayesian online changepoint detection"; here
of one change among the services remembered). Of each of them it is asked whether everything has
been slower or faster since; what they say is weighed by how well it explains what was seen. So a
slow-down is believed within some twenty services, chance is hardly, and how unsure all this is
comes with it.
"""

from __future__ import annotations

from math import exp, log, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

CHANGES = 0.005
"""Once in two hundred services, all that follow take longer or shorter than those before."""
CHANGES_BY = 0.4
"""Standard deviation of the logarithm by which: half as long again, or a third less."""
REMEMBERED = 100
CUT_OFF = 1.6
"""A fifth of the usual, or five times it: one service says no more than that."""
SURE = 1.3
"""So many standard deviations: nine in ten to one side."""


class Pace(NamedTuple):
    times: float
    """As long as usual."""
    unsure: float
    """Standard deviation of its logarithm."""

    @property
    def beyond_chance(self) -> float:
        """1 unless chance could hardly explain it."""
        return self.times if abs(log(self.times)) > SURE * self.unsure else 1.0


USUAL = Pace(1.0, 0.0)


def pace(logs: Floats, variances: Floats) -> Pace:
    """Of services, newest first: the logarithms by which they were longer than usual, and how
    these vary where nothing changes."""
    known = np.cumsum(1 / variances)
    off = np.cumsum(np.clip(logs, -CUT_OFF, CUT_OFF) / variances)
    variance = 1 / (CHANGES_BY**-2 + known)
    mean = off * variance
    unchanged = np.arange(len(logs) + 1) * log(1 - CHANGES)
    odds = log(CHANGES / CHANGES_BY) + (np.log(variance) + off * mean) / 2
    odds = np.append(odds, 0.0) + unchanged
    weights = np.exp(odds - odds.max())
    weights = weights[:-1] / weights.sum()
    at = float(weights @ mean)
    return Pace(exp(at), sqrt(max(float(weights @ (variance + mean * mean)) - at * at, 0.0)))
