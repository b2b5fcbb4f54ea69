"""`python -m server demo`: alive within five seconds, marked as a demo, gone without a trace."""

import time

import pytest

from tests.browser.running import best_of_three, waited_s
from tests.demo.played import Demo

ALIVE_S = 5


@pytest.fixture
def demo(tmp_path):
    started = Demo(tmp_path)
    yield started
    started.end()


def test_it_is_alive_within_five_seconds_and_leaves_nothing(tmp_path):
    assert best_of_three(lambda: begun_and_ended(tmp_path), ALIVE_S) <= ALIVE_S


def begun_and_ended(temp) -> float:
    """The seconds until it was alive, on a machine that does nothing else."""
    demo = Demo(temp)
    try:
        demo.wait_for("(PINs at the tablets)")
        took_s = time.monotonic() - demo.began - waited_s(demo.process.pid)
        board, floor, about = demo.get("/board"), demo.get("/floor"), demo.get("")
        assert about["demo"] is True
        assert about["speed"] == 4
        assert board["last"], "nobody was called in the past hour"
        assert any(counter["state"] == "open" for counter in floor["counters"])
        assert len(floor["recent"]) >= 5
        assert list(demo.temp.glob("foyer-demo-*"))
    finally:
        demo.end()
    assert demo.process.returncode == 0, demo.said
    assert "Nothing was kept" in demo.said
    assert not list(demo.temp.glob("foyer-demo-*"))
    return took_s


def test_the_past_hour_happened_through_the_same_doors(demo):
    demo.wait_for("(PINs)")
    now = demo.get("")["now"]
    visits = demo.get("/visits?limit=500")["items"]
    ended = {visit["ended_as"] for visit in visits}
    assert "served" in ended
    assert len(visits) >= 10
    assert all(visit["arrived_at"] <= now for visit in visits)
    served = [v for v in visits if v["ended_as"] == "served"]
    assert all(
        v["arrived_at"] <= v["called_at"] <= v["started_at"] <= v["ended_at"] for v in served
    )
