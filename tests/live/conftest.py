from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.running import ROOT, Server

ALL_THE_SAME = {"choose": "wait"}
"""Papers are other tests' business: here everybody waits, whatever he lacks."""


class Store(Server):
    """The shipped store with all three counters open."""

    def open(self) -> None:
        self.start()
        for counter, staff in (("1", "mai"), ("2", "ken"), ("3", "theo")):
            self.call("POST", f"/counters/{counter}/open", {"staff": staff})

    def ticket(self, service: str = "replacement") -> dict[str, Any]:
        taken: dict[str, Any] = self.call(
            "POST", "/visits", {"service": service, **ALL_THE_SAME}, "kiosk"
        )
        return taken

    def hold(self, visit: dict[str, Any]) -> int:
        held = self.call("POST", f"/visits/{visit['id']}/hold", {"minutes": 5, "reason": "fetch"})
        return int(held["seq"])

    def back(self, visit: dict[str, Any]) -> int:
        return int(self.call("POST", f"/visits/{visit['id']}/return")["seq"])

    def renew(self, scope: str) -> None:
        """Takes back a screen's link; the new one opens it again."""
        command = [sys.executable, "-m", "server", "token", "--scope", scope, "--renew"]
        command += ["--config", str(self.config), "--data", str(self.data)]
        said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        self.tokens[scope] = said.split("/enter/")[1].split("?")[0]


@pytest.fixture(scope="module")
def open_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(Path(tmp_path_factory.mktemp("store")))
    store.open()
    yield store
    store.stop()
