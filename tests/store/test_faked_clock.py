"""A real server whose machine's clock is set while it runs (libfaketime)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.browser.running import PATIENCE_S, ROOT, Server

LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
DAY_S, YEAR_S = 86_400, 365 * 86_400

pytestmark = pytest.mark.skipif(
    not LIBRARIES, reason="libfaketime is not installed: apt-get install libfaketime"
)


class Faked(Server):
    """`sets` the wall clock by so many seconds; the steady clock stays as it is."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.off = folder / "off"
        self.sets(0)

    def sets(self, off_s: int) -> None:
        # In one piece: the server may read it in between.
        new = self.off.with_suffix(".new")
        new.write_text(f"{off_s:+d}\n")
        new.rename(self.off)

    @property
    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "LD_PRELOAD": str(LIBRARIES[-1]),
            "FAKETIME_TIMESTAMP_FILE": str(self.off),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }

    def start(self) -> None:
        command = ["run", "--config", str(self.config), "--data", str(self.data)]
        command += ["--host", "localhost", "--port", str(self.port), "--always-open"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "server", *command],
                cwd=ROOT,
                stdout=log,
                stderr=log,
                env=self.environment,
            )
        self._wait_until_open()

    def off_s(self) -> float:
        answer = requests.get(f"{self.base}/readyz", timeout=PATIENCE_S)
        return float(answer.json()["clock_off_s"])

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        where = ["--config", str(self.config), "--data", str(self.data)]
        return subprocess.run(
            [sys.executable, "-m", "server", *command, *where],
            cwd=ROOT,
            capture_output=True,
            text=True,
            env=self.environment,
            check=False,
        )


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Faked]:
    server = Faked(tmp_path)
    yield server
    server.stop()


def until(holds: Callable[[], bool]) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < give_up
        time.sleep(0.1)


def ticket(server: Faked) -> Any:
    return server.call("POST", "/visits", {"service": "advice"}, scope="kiosk")


def state(server: Faked, visit: str) -> Any:
    return server.call("GET", f"/visits/{visit}")["state"]


@pytest.mark.parametrize("off_s", [DAY_S, -3600, YEAR_S])
def test_a_clock_that_leaps_and_comes_back(server: Faked, off_s: int) -> None:
    server.start()
    rosa, ken = ticket(server)["id"], ticket(server)["id"]
    server.call("POST", "/counters/1/open", {"staff": "mai"})
    server.call("POST", "/counters/1/call", {"visit": ken, "reason": "test"})
    server.call("POST", f"/visits/{ken}/start", {})
    server.sets(off_s)
    until(lambda: abs(server.off_s() - off_s) <= 1)
    # Some ticks of the store go by.
    time.sleep(2.5)
    assert (state(server, rosa), state(server, ken)) == ("waiting", "serving")
    floor = server.call("GET", "/floor")
    assert abs(floor["clock_off_s"] - off_s) <= 1
    assert ticket(server)["state"] == "waiting"

    # The server ends and starts again in the middle of it.
    server.stop()
    server.start()
    assert (state(server, rosa), state(server, ken)) == ("waiting", "serving")
    assert abs(server.off_s() - off_s) <= 1
    assert ticket(server)["state"] == "waiting"
    server.sets(0)
    until(lambda: server.off_s() == 0)
    done = server.call("POST", f"/visits/{ken}/finish", {"outcome": "resolved"})
    assert done["state"] == "ended"
    assert state(server, rosa) == "waiting"


def test_a_person_says_which_clock_is_right(server: Faked) -> None:
    server.start()
    rosa = ticket(server)["id"]
    server.sets(DAY_S)
    until(lambda: server.off_s() != 0)
    told = server.run("clock")
    assert told.returncode == 1
    assert "off by 24 hours (ahead)" in told.stderr
    assert "It is " in server.run("clock", "--believe").stdout
    until(lambda: server.off_s() == 0)
    assert state(server, rosa) == "waiting"
    assert server.run("clock").returncode == 0


def test_a_first_start_in_1970(server: Faked) -> None:
    server.sets(-int(time.time()) + 600)
    server.start()
    rosa = ticket(server)["id"]
    assert server.off_s() < -YEAR_S
    server.sets(0)
    until(lambda: server.off_s() == 0)
    assert state(server, rosa) == "waiting"
    floor = server.call("GET", "/floor")
    assert floor["date"] >= "2026"
    assert ticket(server)["state"] == "waiting"
