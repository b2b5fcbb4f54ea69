"""Many rehearsed days, each from its seed: arrivals, missing papers, no-shows, moves, breaks, two
taps at once, retries, a full disk, restarts."""

from pathlib import Path

from msgspec.structs import replace

from server.settings import load
from tests.floor.played import NOON, small_store
from tests.simulation.rehearsed import Rehearsal

SHIPPED = Path(__file__).parents[2] / "config.toml"
STEPS = 220


def test_a_rehearsed_day_keeps_every_promise(seed: int, tmp_path: Path) -> None:
    plan = load(SHIPPED).plan(always_open=True) if seed % 2 else small_store()
    if seed % 3 == 0:
        plan = replace(plan, lines="pool")
    rehearsal = Rehearsal(seed, plan, NOON, tmp_path)
    try:
        rehearsal.play(STEPS)
    finally:
        rehearsal.close()
