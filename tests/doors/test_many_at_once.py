"""Everybody at once, over HTTP, against a server in a process of its own: no number twice, nobody
called twice, nobody forgotten."""

from __future__ import annotations

import http.client
import json
import signal
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.browser.running import PATIENCE_S, Server, Stem
from tests.cast import shipped_at_noon
from tests.doors.shop import BASE

COUNTERS = [str(n) for n in range(1, 9)]
PEOPLE = ("mai", "ken", "theo", "omar", "more0", "more1", "more2", "more3")
WAITING = 256
TICKETS = 2000
AT_ONCE = 32


def eight_counters(folder: Path) -> Path:
    """The shipped store with eight counters, each for advice."""
    text = shipped_at_noon()
    for counter in COUNTERS[3:]:
        text += f'\n[[counter]]\nid = "{counter}"\nname = "{counter}"\nservices = ["advice"]\n'
    for n in range(4):
        text += f'\n[[staff]]\nid = "more{n}"\nname = "More {n}"\npin = "480{n}"\n'
    config = folder / "eight.toml"
    config.write_text(text, "utf-8")
    return config


@pytest.fixture
def server(stem: Stem, tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path, eight_counters(tmp_path), stem)
    running.start()
    for counter, staff in zip(COUNTERS, PEOPLE, strict=True):
        running.call("POST", f"/counters/{counter}/open", {"staff": staff})
    yield running
    running.stop()


class Device:
    """One connection, kept open, as a kiosk or a tablet keeps it."""

    def __init__(self, server: Server, scope: str) -> None:
        self.connection = http.client.HTTPConnection("localhost", server.port, timeout=PATIENCE_S)
        self.headers = {
            "Authorization": f"Bearer {server.tokens[scope]}",
            "Content-Type": "application/json",
        }

    def __enter__(self) -> Device:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def post(self, path: str, body: Any = None, key: str | None = None) -> tuple[int, Any]:
        headers = self.headers | ({"Idempotency-Key": key} if key else {})
        self.connection.request("POST", BASE + path, json.dumps(body or {}), headers)
        answer = self.connection.getresponse()
        told = answer.read()
        return answer.status, json.loads(told) if told else None


def at_once(count: int, work: Callable[[int], list[Any]]) -> list[Any]:
    together = threading.Barrier(count)

    def one(which: int) -> list[Any]:
        together.wait()
        return work(which)

    with ThreadPoolExecutor(count) as pool:
        return [result for results in pool.map(one, range(count)) for result in results]


def take_tickets(server: Server, count: int) -> list[dict[str, Any]]:
    def kiosk(which: int) -> list[Any]:
        share = range(which, count, AT_ONCE)
        with Device(server, "kiosk") as device:
            return [device.post("/visits", {"service": "advice"}, key=f"kiosk-{n}") for n in share]

    answers = at_once(AT_ONCE, kiosk)
    assert {status for status, _ in answers} == {201}
    return [visit for _, visit in answers]


def test_no_number_twice(server: Server) -> None:
    visits = take_tickets(server, TICKETS)
    assert sorted(visit["number"] for visit in visits) == list(range(1, TICKETS + 1))
    for field in ("id", "ticket", "secret"):
        assert len({visit[field] for visit in visits}) == TICKETS
    floor = server.call("GET", "/floor")
    assert len(floor["visits"]) == TICKETS
    in_line = [visit for counter in floor["counters"] for visit in counter["line"]]
    assert sorted([*in_line, *floor["pool"]]) == sorted(visit["id"] for visit in visits)


def test_everybody_is_called_exactly_once(server: Server) -> None:
    """Two tablets at each of eight counters tap as fast as they can until nobody waits."""
    waiting = {visit["id"] for visit in take_tickets(server, WAITING)}

    def tablet(which: int) -> list[Any]:
        counter = COUNTERS[which % len(COUNTERS)]
        with Device(server, "staff") as device:
            return list(served(device, counter))

    called = at_once(2 * len(COUNTERS), tablet)
    left = [v["id"] for v in server.call("GET", "/visits?state=waiting&limit=500")["items"]]
    assert Counter(called).most_common(1)[0][1] == 1
    assert {*called, *left} == waiting
    assert left == []


def served(device: Device, counter: str) -> Iterator[str]:
    while True:
        status, visit = device.post(f"/counters/{counter}/call_next")
        if status == 204:
            return
        if status == 409:
            assert visit["code"] == "counter_busy"
            continue
        assert status == 200
        yield visit["id"]
        status, ended = device.post(f"/visits/{visit['id']}/finish", {"outcome": "resolved"})
        assert (status, ended["ended_as"]) == (200, "served")


def test_two_tablets_tapping_the_same_customer(server: Server) -> None:
    visits = take_tickets(server, AT_ONCE)
    for visit in visits[:4]:

        def tablet(which: int, visit: str = visit["id"]) -> list[Any]:
            counter = COUNTERS[which]
            with Device(server, "staff") as device:
                return [device.post(f"/counters/{counter}/call", {"visit": visit})]

        answers = at_once(len(COUNTERS), tablet)
        assert sorted(status for status, _ in answers) == [200] + [409] * 7
        [winner] = [told["counter"] for status, told in answers if status == 200]
        for status, told in answers:
            if status == 409:
                assert told["code"] == "already_called"
                assert told["args"]["counter"] == winner
        server.call("POST", f"/visits/{visit['id']}/no_show")


def test_a_retry_after_the_server_died(server: Server) -> None:
    def ask() -> tuple[int, Any]:
        with Device(server, "kiosk") as device:
            return device.post("/visits", {"service": "advice"}, key="lost answer")

    first = ask()
    server.stop(signal.SIGKILL)
    server.start()
    assert ask() == first
    assert len(server.call("GET", "/visits")["items"]) == 1
