"""Who has shown nothing costs nobody anything: connections, requests, sign-ins that never come."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import requests

from server.live import broadcast
from server.web.connections import OF_ONE_ADDRESS_MAX, Connections
from server.web.open_files import PHONES_MAX, STRANGERS_MAX, shares
from tests.browser.running import PATIENCE_S, ROOT
from tests.live.conftest import Store
from tests.live.listening import Phone, Tv
from tests.live.test_websockets import Device


class Sock:
    """As much of a socket as a crowd needs."""

    ended = False

    def shutdown(self, _: int) -> None:
        self.ended = True


def crowd(everybody: Connections, count: int, address: str) -> list[Sock]:
    socks = [Sock() for _ in range(count)]
    for sock in socks:
        assert everybody.enter(sock, address) is not None
    return socks


def test_the_longest_silent_of_an_address_makes_room_for_its_next() -> None:
    everybody = Connections(strangers_max=100, of_one_address_max=3)
    first, second, third = crowd(everybody, 3, "10.0.0.1")
    other = crowd(everybody, 1, "10.0.0.2")[0]
    crowd(everybody, 1, "10.0.0.1")
    assert [s.ended for s in (first, second, third, other)] == [True, False, False, False]


def test_who_has_asked_lately_is_not_the_longest_silent() -> None:
    everybody = Connections(strangers_max=100, of_one_address_max=2)
    socks = [Sock(), Sock()]
    asking, _silent = [everybody.enter(sock, "10.0.0.1") for sock in socks]
    assert asking is not None
    asking.busy()
    asking.silent()
    crowd(everybody, 1, "10.0.0.1")
    assert [sock.ended for sock in socks] == [False, True]


def test_who_is_being_answered_is_let_finish() -> None:
    everybody = Connections(strangers_max=100, of_one_address_max=2)
    for _ in range(2):
        asking = everybody.enter(Sock(), "10.0.0.1")
        assert asking is not None
        asking.busy()
    assert everybody.enter(Sock(), "10.0.0.1") is None


def test_who_has_proven_himself_counts_no_more() -> None:
    everybody = Connections(strangers_max=100, of_one_address_max=2)
    devices = [Sock() for _ in range(50)]
    for sock in devices:
        signed_in = everybody.enter(sock, "10.0.0.1")
        assert signed_in is not None
        signed_in.prove()
        signed_in.busy()
        signed_in.silent()
    crowd(everybody, 2, "10.0.0.1")
    assert not any(sock.ended for sock in devices)
    assert everybody.strangers == 2


def test_a_crowd_in_all_makes_room_where_it_is_largest() -> None:
    everybody = Connections(strangers_max=10, of_one_address_max=5)
    large, small = crowd(everybody, 5, "10.0.0.1"), crowd(everybody, 5, "10.0.0.2")
    crowd(everybody, 1, "10.0.0.3")
    assert large[0].ended or small[0].ended
    assert everybody.strangers == 10


def test_one_machine_has_many_addresses_of_ipv6() -> None:
    everybody = Connections(strangers_max=100, of_one_address_max=3)
    sock = crowd(everybody, 1, "2001:db8::1")[0]
    for last in range(2, 5):
        crowd(everybody, 1, f"2001:db8::{last}")
    assert sock.ended


def test_everybody_who_leaves_is_forgotten() -> None:
    everybody = Connections()
    for n in range(500):
        entered = everybody.enter(Sock(), f"10.0.{n // 250}.{n % 250}")
        assert entered is not None
        everybody.leave(entered)
        everybody.leave(entered)
    assert everybody.strangers == 0
    assert not everybody._silent
    assert not everybody._count


@pytest.mark.parametrize("most", [64, 128, 256, 500, 1024, 65_536, 1 << 20])
def test_somebody_of_each_sort_gets_in_however_few_files_there_are(most: int) -> None:
    phones, strangers = shares(most)
    assert phones >= 2
    assert strangers >= 2
    assert phones <= PHONES_MAX
    assert strangers <= STRANGERS_MAX
    assert phones + strangers <= max(most - 1, 8)


def test_idle_sockets_and_half_requests_keep_nobody_out(open_store: Store) -> None:
    crowd = [
        socket.create_connection(("localhost", open_store.port), timeout=PATIENCE_S)
        for _ in range(3 * OF_ONE_ADDRESS_MAX)
    ]
    for half in crowd[::2]:
        half.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Half")
    visit = open_store.ticket("advice")
    with Phone(open_store.port, visit["secret"]) as phone:
        assert phone.next().view["visit"]["id"] == visit["id"]
    # The first has been silent longest: its place was needed.
    crowd[0].settimeout(PATIENCE_S)
    with suppress(ConnectionResetError):
        assert crowd[0].recv(100) == b""
    for sock in crowd:
        sock.close()


def test_a_kiosks_own_connection_is_never_taken_for_a_stranger(open_store: Store) -> None:
    kiosk = requests.Session()
    kiosk.headers["Authorization"] = f"Bearer {open_store.tokens['kiosk']}"
    url = f"{open_store.base}/api/v1/stores/main/board"
    with Tv(open_store.base, open_store.tokens["display"]) as tv:
        tv.watch("board")
        assert kiosk.get(url, timeout=PATIENCE_S).ok
        crowd = [
            socket.create_connection(("localhost", open_store.port), timeout=PATIENCE_S)
            for _ in range(2 * OF_ONE_ADDRESS_MAX)
        ]
        taken = open_store.ticket("advice")
        assert tv.since(taken["seq"])
        assert not tv.sent_away.is_set()
        for sock in crowd:
            sock.close()
    kiosk.close()


def test_a_device_that_signs_in_nowhere_is_sent_away(open_store: Store) -> None:
    """Also one that connects, answers every ping and says no more."""
    device = Device(open_store)
    assert device.status == 101
    began = time.monotonic()
    while (found := device.next()) is not None:
        if found == (1, b"2"):
            device.sock.sendall(b"\x81\x81\0\0\0\x003")
    assert time.monotonic() - began >= broadcast.UNSIGNED_S - 1
    device.close()


def test_a_session_that_breaks_the_protocol_is_over_at_once(open_store: Store) -> None:
    """It was waited for until it had asked for what was left to say to it: for ever."""
    url = f"{open_store.base}/socket.io/?EIO=4&transport=polling"
    sid = json.loads(requests.get(url, timeout=PATIENCE_S).text[1:])["sid"]
    answer = requests.post(f"{url}&sid={sid}", b"99", timeout=PATIENCE_S)
    assert answer.status_code == 400
    assert requests.get(f"{url}&sid={sid}", timeout=PATIENCE_S).status_code == 400


FEW = 160


def poor_python(folder: Path, files: int) -> Path:
    """Python on a machine that allows its programs few open files."""
    python = folder / "python"
    python.write_text(f'#!/bin/sh\nulimit -n {files} && exec {sys.executable} "$@"\n')
    python.chmod(0o755)
    return python


@pytest.fixture
def poor_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    store = Store(tmp_path)
    with monkeypatch.context() as poor:
        poor.setattr(sys, "executable", str(poor_python(tmp_path, FEW)))
        store.start()
    yield store
    store.stop()


def test_phones_get_in_where_few_files_may_be_open(poor_store: Store) -> None:
    visits = [poor_store.ticket("advice") for _ in range(5)]
    phones = [Phone(poor_store.port, visit["secret"]) for visit in visits]
    for phone, visit in zip(phones, visits, strict=True):
        assert phone.next().view["visit"]["id"] == visit["id"]
        phone.close()


def test_a_crowd_beyond_all_files_takes_nothing_from_a_kiosk(poor_store: Store) -> None:
    crowd = [
        socket.create_connection(("localhost", poor_store.port), timeout=PATIENCE_S)
        for _ in range(2 * FEW)
    ]
    for _ in range(10):
        assert poor_store.ticket("advice")["ticket"]
    for sock in crowd:
        sock.close()


def test_the_doctor_says_when_few_files_may_be_open(tmp_path: Path) -> None:
    command = [str(poor_python(tmp_path, 400)), "-m", "server", "doctor"]
    command += ["--data", str(tmp_path / "data"), "--config", str(ROOT / "config.toml")]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    [line] = [line for line in said.splitlines() if "connections" in line]
    assert line.startswith("warn")
    assert "400 open files" in line
