"""A real store in a process of its own, as `bin/run` starts it, for a browser to walk into."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import requests

from tests.cast import shipped

ROOT = Path(__file__).resolve().parents[2]
API = "/api/v1/stores/main"
LINK = re.compile(r"(http://localhost:(\d+))/enter/([\w-]+)\?to=/(\w+)")
START_S_MAX = 30


class Server:
    """`stop` and `start` keep the address and the data, as after a power cut."""

    def __init__(self, folder: Path, config: Path | None = None) -> None:
        if config is None:
            config = folder / "shipped.toml"
            config.write_text(shipped())
        self.data = folder / "data"
        self.log = folder / "server.log"
        self.config = config
        self.always_open = True
        self.port = 0
        self.tokens: dict[str, str] = {}
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def base(self) -> str:
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        self.launch()
        self.wait_until_open()

    def launch(self) -> None:
        command = [sys.executable, "-m", "server", "run", "--data", str(self.data)]
        command += ["--config", str(self.config), "--host", "localhost", "--port", str(self.port)]
        command += ["--always-open"] if self.always_open else []
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)

    def wait_until_open(self) -> None:
        give_up = time.monotonic() + START_S_MAX
        while time.monotonic() < give_up:
            said = self.log.read_text()
            links = LINK.findall(said)
            if len(links) == 4:
                self.port = int(links[0][1])
                self.tokens = {scope: token for _, _, token, scope in links}
                return
            if self.process is not None and self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.stop()
        raise AssertionError(f"the store did not open:\n{self.log.read_text()}")

    def stop(self, how: int = signal.SIGKILL) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(timeout=20)
            self.process = None

    def link(self, screen: str, scope: str | None = None) -> str:
        """The sign-in link of a screen."""
        return f"{self.base}/enter/{self.tokens[scope or screen]}?to=/{screen}"

    def call(self, method: str, path: str, body: Any = None, scope: str = "staff") -> Any:
        """The answer's JSON; a refusal fails the test with what was said."""
        url = self.base + (path if path.startswith(("/v/", "/a/")) else API + path)
        headers = {"Authorization": f"Bearer {self.tokens[scope]}"}
        answer = requests.request(method, url, json=body, headers=headers, timeout=10)
        assert answer.ok, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None
