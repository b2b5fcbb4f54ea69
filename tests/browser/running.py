"""A real store in a process of its own, as `bin/run` starts it, for a browser to walk into."""

from __future__ import annotations

import json
import math
import os
import re
import signal
import socket
import subprocess
import sys
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests

from tests.cast import shipped_at_noon

ROOT = Path(__file__).resolve().parents[2]
API = "/api/v1/stores/main"
LINK = re.compile(r"http://localhost:\d+/enter/([\w-]+)\?to=/(\w+)")
BACK_WITHIN_S = 2.0
"""After a restart every screen is right again."""
PATIENCE_S = 60
"""How long a test waits for what must come: much longer than it takes."""


def best_of_three(took_s: Callable[[], float], wanted_s: float) -> float:
    """What it takes on a machine that is not busy with something else each time."""
    best_s = math.inf
    for _ in range(3):
        best_s = min(best_s, took_s())
        if best_s <= wanted_s:
            break
    return best_s


def waited_s(pid: int) -> float:
    """How long it stood in line for a processor, behind whatever else this machine does."""
    told = Path(f"/proc/{pid}/schedstat")
    return int(told.read_text().split()[1]) / 1e9 if told.exists() else 0.0


class Stem:
    """Starts a store in a tenth of the time: see `stem.py`."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.browser.stem"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def start(self, command: list[str], log: Path) -> Forked:
        return Forked(self, self.ask(command=command, log=str(log)))

    def ask(self, **question: Any) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question).encode() + b"\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


class Forked:
    """As much of a Popen as a Server asks for."""

    def __init__(self, stem: Stem, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._stem = stem

    def send_signal(self, how: int) -> None:
        os.kill(self.pid, how)

    def poll(self) -> int | None:
        if self.returncode is None:
            self.returncode = self._stem.ask(pid=self.pid)
        return self.returncode

    def wait(self, timeout: float) -> None:
        give_up = time.monotonic() + timeout
        while self.poll() is None:
            assert time.monotonic() < give_up, "the store does not end"
            time.sleep(0.01)


class Server:
    """`stop` and `start` keep the address and the data, as after a power cut."""

    def __init__(self, folder: Path, config: Path | None = None, stem: Stem | None = None) -> None:
        if config is None:
            config = folder / "shipped.toml"
            config.write_text(shipped_at_noon())
        self.data = folder / "data"
        self.log = folder / "server.log"
        self.config = config
        self.always_open = True
        self.port = self._port_of_its_own()
        self.tokens: dict[str, str] = {}
        self.stem = stem
        self.process: subprocess.Popen[bytes] | Forked | None = None

    def _port_of_its_own(self) -> int:
        """Bound, and never listened to: nobody else is given it while the store is away."""
        kept = socket.socket()
        kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        kept.bind(("localhost", 0))
        weakref.finalize(self, kept.close)
        port: int = kept.getsockname()[1]
        return port

    @property
    def base(self) -> str:
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        command = ["run", "--data", str(self.data), "--config", str(self.config)]
        command += ["--host", "localhost", "--port", str(self.port)]
        command += ["--always-open"] if self.always_open else []
        self.log.write_bytes(b"")
        if self.stem is not None:
            self.process = self.stem.start(command, self.log)
        else:
            with self.log.open("wb") as log:
                self.process = subprocess.Popen(
                    [sys.executable, "-m", "server", *command], cwd=ROOT, stdout=log, stderr=log
                )
        self._wait_until_open()

    def _wait_until_open(self) -> None:
        give_up = time.monotonic() + PATIENCE_S
        while time.monotonic() < give_up:
            links = LINK.findall(self.log.read_text())
            if len(links) == 4:
                self.tokens = {scope: token for token, scope in links}
                return
            if self.process is not None and self.process.poll() is not None:
                self.process = None
                break
            time.sleep(0.02)
        self.stop()
        raise AssertionError(f"the store did not open:\n{self.log.read_text()}")

    def stop(self, how: int = signal.SIGKILL) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(timeout=PATIENCE_S)
            self.process = None

    def link(self, screen: str, scope: str | None = None) -> str:
        """The sign-in link of a screen."""
        return f"{self.base}/enter/{self.tokens[scope or screen]}?to=/{screen}"

    def call(self, method: str, path: str, body: Any = None, scope: str = "staff") -> Any:
        """The answer's JSON; a refusal fails the test with what was said."""
        url = self.base + (path if path.startswith(("/v/", "/a/")) else API + path)
        headers = {"Authorization": f"Bearer {self.tokens[scope]}"}
        answer = requests.request(method, url, json=body, headers=headers, timeout=PATIENCE_S)
        assert answer.ok, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None
