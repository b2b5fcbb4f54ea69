"""Every program ends on SIGINT and SIGTERM, also where a shell started it in the background: there
SIGINT is ignored from the start, and Python leaves it so."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.browser.running import PATIENCE_S, ROOT

IN_THE_BACKGROUND = ["sh", "-c", 'trap "" INT; exec "$@"', "sh", sys.executable, "-m"]
NOBODY = "http://127.0.0.1:9"
SIGNALS = [signal.SIGINT, signal.SIGTERM]


class Program:
    def __init__(self, log: Path, *command: str) -> None:
        self.log = log
        with log.open("wb") as said:
            self.process = subprocess.Popen(
                [*IN_THE_BACKGROUND, *command],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )

    def says(self, words: str) -> None:
        give_up = time.monotonic() + PATIENCE_S
        while words not in self.log.read_text():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < give_up, self.log.read_text()
            time.sleep(0.05)

    def ends_on(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(PATIENCE_S)


@pytest.fixture
def program(tmp_path):
    started: list[Program] = []

    def start(*command: str) -> Program:
        started.append(Program(tmp_path / "log", *command))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()


@pytest.mark.parametrize("number", SIGNALS)
def test_a_store_closes(program, tmp_path, number):
    store = program(
        "server", "run", "--host", "127.0.0.1", "--port", "0", "--data", str(tmp_path / "data")
    )
    store.says("/enter/")
    assert store.ends_on(number) == 0
    assert "Traceback" not in store.log.read_text()
    assert "The store is closed." in store.log.read_text()


@pytest.mark.parametrize("number", SIGNALS)
def test_a_kiosk_ends(program, tmp_path, number):
    agent = program("kiosk", "--server", NOBODY, "--port", "0", "--data", str(tmp_path / "kiosk"))
    agent.says("The kiosk is at")
    assert agent.ends_on(number) == 0
    assert "Traceback" not in agent.log.read_text()


@pytest.mark.parametrize("number", SIGNALS)
def test_a_command_ends(program, tmp_path, number):
    """This one waits for a pipe that nobody writes to."""
    pipe = tmp_path / "export.ics"
    os.mkfifo(pipe)
    command = program("server", "calendar", str(pipe), "--data", str(tmp_path / "data"))
    with pipe.open("wb"):
        assert command.ends_on(number) == 1
    assert "Aborted" in command.log.read_text()


@pytest.mark.parametrize("module", ["server.playing", "kiosk.readers"])
def test_ctrl_c_leaves_a_worker_to_the_program_that_started_it(module):
    worker = subprocess.Popen(
        [sys.executable, "-m", module],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert _ignores(worker, signal.SIGINT)
    worker.send_signal(signal.SIGINT)
    _, said = worker.communicate(timeout=PATIENCE_S)
    assert (worker.returncode, b"Traceback" in said) == (0, False)


def _ignores(worker: subprocess.Popen[bytes], number: int) -> bool:
    """Soon: before its first line runs it cannot."""
    give_up = time.monotonic() + PATIENCE_S
    told = Path(f"/proc/{worker.pid}/status")
    while time.monotonic() < give_up and worker.poll() is None:
        ignored = re.search(r"SigIgn:\s*(\w+)", told.read_text())
        if ignored and int(ignored[1], 16) >> (number - 1) & 1:
            return True
        time.sleep(0.05)
    return False
