from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.running import Server

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


@pytest.fixture(scope="module")
def open_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(Path(tmp_path_factory.mktemp("store")))
    store.open()
    yield store
    store.stop()
