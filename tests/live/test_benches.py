"""The benches run, and what they count holds on any machine. How fast is another question."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from tests.browser.running import ROOT


def bench(name: str, *options: str) -> Any:
    command = [sys.executable, "-m", "bench", name, *options]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def test_load_counts_every_number_and_call_once() -> None:
    figures = bench("load", "--tickets", "192", "--calls", "32")
    assert figures["shows"]["holds"]["no_number_twice"]
    assert figures["shows"]["holds"]["nobody_called_twice"]
    assert figures["contest"] == {"waiting": 256, "called": 256, "called_twice": 0}
    assert figures["call_next"]["32"]["n"] > 0


def test_fanout_reaches_the_last_tv_and_the_last_phone() -> None:
    figures = bench("fanout", "--phones", "20", "--displays", "2", "--taps", "4", "--every", "0.6")
    assert figures["followed"]["tap_to_last_tv"]["n"] == 4
    assert figures["followed"]["tap_to_last_phone"]["n"] == 4
    assert figures["followed"]["messages_a_tap"] < 20, "only phones whose own view changed"


def test_strangers_do_their_worst_and_a_kiosk_sells_all_the_same() -> None:
    figures = bench("strangers", "--seconds", "2")
    assert figures["shows"]["tickets_sold"] > 0
    assert figures["shows"]["tickets_refused"] == 0
    assert figures["beside"]["probe"]["n"] > 0


def test_balance_plays_the_same_customers_under_every_policy() -> None:
    figures = bench("balance", "--visits", "120", "--cells", "skills-.85", "--rounds", "1")
    cell = figures["cells"]["skills-.85"]
    assert cell["pooled"]["overtakes"] == 0
    assert cell["foyer_auto"]["mean"] < cell["random"]["mean"]
    assert figures["suggestion_told"]["n"] == 1


def test_rehearsal_times_every_size_and_hears_every_tap_with_and_without() -> None:
    figures = bench("rehearsal", "--rounds", "1", "--taps", "3")
    beside = figures.pop("beside")
    assert set(figures) == {f"{w}x{c}" for w in (10, 50, 200) for c in (3, 12, 30)}
    for took in figures.values():
        assert took["everybody_ms"] > took["newcomer_ms"] > 0
    for turn in ("rehearsing", "not"):
        assert beside[turn]["post"]["n"] == beside[turn]["tap_to_last_tv"]["n"] == 3
