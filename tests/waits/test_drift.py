"""A store that becomes slow at noon: quotes are kept again soon after; and kept on a first day.

A few of the days `bench drift` plays, in stores that can still serve everybody who comes.
"""

import pytest

from bench import drift

pytestmark = pytest.mark.slow
COUNTERS = (1, 3)
LOAD = min(drift.LOADS)
SEEDS = (1, 2, 3)


@pytest.fixture(scope="module")
def together():
    return drift.figures([drift.play(n, LOAD, seed) for n in COUNTERS for seed in SEEDS])


def test_a_first_day_keeps_its_quotes(together):
    assert together["day_one"]["quotes"] > 700
    assert together["day_one"]["kept"] >= drift.PROMISED


def test_quotes_are_kept_again_within_forty_visits_of_a_slow_down(together):
    assert together["after_40"]["quotes"] > 400
    assert together["after_40"]["kept"] >= drift.PROMISED
