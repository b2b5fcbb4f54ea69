"""`python -m server demo`: alive within five seconds, marked as a demo, gone without a trace."""

import json
import re
import signal
import subprocess
import sys
import time
import urllib.request

import pytest

from tests.browser.running import PATIENCE_S, best_of_three, waited_s

ALIVE_S = 5


class Demo:
    def __init__(self, temp) -> None:
        self.temp = temp
        self.began = time.monotonic()
        self._log = (temp / "log").open("w")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "server", "demo", "--host", "127.0.0.1", "--port", "0"],
            stdout=self._log,
            stderr=subprocess.STDOUT,
            env={"TMPDIR": str(temp), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        )
        self.base, self.token = self._wait_for(r"(http://127[^/]+)/enter/([^?]+)\?to=/manager")

    def _wait_for(self, pattern: str) -> tuple[str, ...]:
        until = self.began + PATIENCE_S
        while time.monotonic() < until and self.process.poll() is None:
            found = re.search(pattern, self.said)
            if found:
                return found.groups()
            time.sleep(0.05)
        raise AssertionError(f"the demo did not say {pattern}: {self.said}")

    @property
    def said(self) -> str:
        return (self.temp / "log").read_text()

    def get(self, path: str):
        asked = urllib.request.Request(
            f"{self.base}/api/v1/stores/main{path}",
            headers={"Authorization": f"Bearer {self.token}"},
        )
        with urllib.request.urlopen(asked, timeout=PATIENCE_S) as answer:
            return json.load(answer)

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE_S)
        self._log.close()


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
        demo._wait_for("(PINs at the tablets)")
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
    demo._wait_for("(PINs)")
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
