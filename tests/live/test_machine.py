"""What is wrong with the store's machine reaches every tablet with the second's own look at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import gevent
import pytest

from server.clock import wall_ms
from server.live import broadcast
from server.store import DISK_FAILS
from tests.doors.shop import READY, Shop
from tests.store.shop import MachineByHand

HOUR_MS = 3_600_000
DEAR_S = 30.0
"""A floor so dear that the next one is a long way off."""


class Tablet:
    """A device in this process; `floor` is what its page has made of all that it heard."""

    def __init__(self, shop: Shop, token: str) -> None:
        self._live = shop.app.extensions["socketio"].test_client(shop.app, auth={"token": token})
        wanted = {"store": "main", "view": "floor"}
        self.answer: dict[str, Any] = self._live.emit("watch", wanted, callback=True)
        self.floor: dict[str, Any] = dict(self.answer.get("data", {}))
        self.heard: list[str] = []

    def hears(self) -> dict[str, Any]:
        """What has been sent by now."""
        gevent.sleep(0.01)
        for news in self._live.get_received():
            [told] = news["args"]
            self.heard.append(news["name"])
            self.floor |= told if news["name"] == "machine" else told["data"]
        return self.floor


class Machine(MachineByHand):
    def __init__(self, folder: Path) -> None:
        super().__init__(wall_ms())
        self.shop = Shop(folder, clock=self.clock())
        self.data = folder / "foyer.db"

    def a_second(self) -> None:
        """As a running store has it: time passes, and the disk is looked at; in this order, so that
        a journal that is gone has already cost the Day in memory."""
        self.passes(1000)
        with suppress(DISK_FAILS):
            self.shop.house.store.tick()
        self.shop.house.disk.prove()


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    machine = Machine(tmp_path)
    yield machine
    machine.shop.close()


@pytest.fixture(params=["idle", "busy"])
def goes_on(
    request: pytest.FixtureRequest, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], None]:
    """A second in a quiet store, or in one with a ticket a second and a floor that costs much."""
    if request.param == "idle":
        return machine.a_second
    look = broadcast.Broadcast._look

    def dear(self: broadcast.Broadcast, message: broadcast.Message) -> broadcast.Seen:
        return look(self, message)._replace(took_s=DEAR_S)

    monkeypatch.setattr(broadcast.Broadcast, "_look", dear)

    def busy() -> None:
        machine.shop.post("/visits", READY, by="kiosk")
        machine.a_second()
        gevent.sleep(0.01)

    busy()
    return busy


def test_a_clock_that_leaps_and_is_right_again(
    machine: Machine, goes_on: Callable[[], None]
) -> None:
    tablet = Tablet(machine.shop, machine.shop.tokens["mai"])
    assert tablet.floor["clock_off_s"] == 0
    for _ in range(2):
        machine.leaps(HOUR_MS)
        goes_on()
        assert tablet.hears()["clock_off_s"] == 3600
        machine.leaps(-HOUR_MS)
        goes_on()
        assert tablet.hears()["clock_off_s"] == 0


def test_a_journal_that_is_moved_away_and_back(
    machine: Machine, goes_on: Callable[[], None]
) -> None:
    tablet = Tablet(machine.shop, machine.shop.tokens["mai"])
    assert tablet.floor["trouble"] is None
    for _ in range(2):
        aside = machine.data.rename(machine.data.with_name("aside"))
        goes_on()
        assert tablet.hears()["trouble"] == "gone"
        aside.rename(machine.data)
        goes_on()
        assert tablet.hears()["trouble"] is None


def test_who_comes_while_the_journal_is_gone_hears_why(machine: Machine) -> None:
    machine.data.rename(machine.data.with_name("aside"))
    for _ in range(2):
        machine.a_second()
    tablet = Tablet(machine.shop, machine.shop.tokens["mai"])
    assert tablet.answer["error"]["code"] == "not_ready"
    assert tablet.hears() == {"trouble": "gone", "clock_off_s": 0}


def test_a_machine_that_stays_as_it_is_is_not_spoken_of(machine: Machine) -> None:
    tablet = Tablet(machine.shop, machine.shop.tokens["mai"])
    machine.leaps(HOUR_MS)
    for _ in range(90):
        machine.a_second()
    tablet.hears()
    assert tablet.heard.count("machine") == 1


def test_no_tv_hears_of_it(machine: Machine) -> None:
    tv = Tablet(machine.shop, machine.shop.tokens["tv"])
    machine.leaps(HOUR_MS)
    machine.a_second()
    tv.hears()
    assert "machine" not in tv.heard
