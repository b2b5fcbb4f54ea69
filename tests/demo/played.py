"""`python -m server demo`, started as a store would."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from tests.browser.running import PATIENCE_S


class Demo:
    def __init__(self, temp: Path) -> None:
        self.temp = temp
        self.began = time.monotonic()
        self._log = (temp / "log").open("w")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "server", "demo", "--host", "127.0.0.1", "--port", "0"],
            stdout=self._log,
            stderr=subprocess.STDOUT,
            env={"TMPDIR": str(temp), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        )
        self.base, self.token = self.wait_for(r"(http://127[^/]+)/enter/([^?]+)\?to=/manager")

    def wait_for(self, pattern: str) -> tuple[str, ...]:
        until = self.began + PATIENCE_S
        while True:
            found = re.search(pattern, self.said)
            if found:
                return found.groups()
            if time.monotonic() > until or self.process.poll() is not None:
                raise AssertionError(f"the demo did not say {pattern}: {self.said}")
            time.sleep(0.05)

    @property
    def said(self) -> str:
        return (self.temp / "log").read_text()

    def get(self, path: str) -> Any:
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

    def links(self) -> dict[str, str]:
        """Where each screen opens, signed in."""
        self.wait_for("(PINs at the tablets)")
        return dict(re.findall(r"^  (\w+) .*\n +(http\S+)", self.said, re.M))
