"""The promise of a move, over whole days: nobody's call comes otherwise by it."""

from __future__ import annotations

import os
import subprocess
import sys
from unittest.mock import patch

from bench.moves import Tally, added, play_day
from server.floor import routing
from tests.browser.running import ROOT

DAYS = (5, 16, 20, 21, 25, 27)
"""Seeds of days on which somebody is moved."""


def played() -> Tally:
    return added(play_day(seed) for seed in DAYS)


def test_no_move_changes_a_call_or_breaks_a_quote_and_nobody_is_starved() -> None:
    total = played()
    assert total.moves >= len(DAYS)
    assert total.watched > 50
    assert (total.called_otherwise, total.broken, total.starved) == (0, 0, 0)
    assert total.overtakes > 0


def test_the_bench_would_see_a_call_that_comes_otherwise() -> None:
    """Where newcomers take the lead of the line as it stands, it does."""
    with patch.object(routing, "_anybody_moved", return_value=False):
        assert played().called_otherwise > 0


def test_a_seed_is_the_same_day_in_every_process() -> None:
    command = [sys.executable, "-m", "bench", "moves", "--days", "2", "--processes", "1"]
    told = {
        subprocess.check_output(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": salt})
        for salt in ("1", "2")
    }
    assert len(told) == 1
