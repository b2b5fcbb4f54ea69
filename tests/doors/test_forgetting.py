"""Erasing by hand and by age: gone from every file before it is told, and nobody waits for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import gevent
import pytest

from server import forgetting
from tests.browser.running import PATIENCE_S, ROOT, Server
from tests.doors.shop import Shop

NAME = "Rosa Sonnenfeld-Ramirez"
READS = (
    "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute('BEGIN');"
    "db.execute('SELECT count(*) FROM guests').fetchone(); print('reads', flush=True);"
    "sys.stdin.read()"
)
DAY_MS = 24 * 3600 * 1000


class ClockByHand:
    speed = 1.0
    demo = False

    def __init__(self) -> None:
        noon = datetime.now(UTC).replace(hour=11, minute=0, second=0, microsecond=0)
        self.at = int(noon.timestamp() * 1000)

    def now(self) -> int:
        return self.at


@contextmanager
def reader(database: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program in the middle of reading the journal; it ends when its input does."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", READS, str(database)]
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "reads\n"
    yield process
    process.communicate(timeout=PATIENCE_S)


def on_disk(folder: Path) -> bytes:
    # By another process: one that opens and closes a file itself loses the locks it has on it.
    files = [str(file) for file in folder.glob("foyer.db*")]
    return subprocess.run(["cat", *files], check=True, capture_output=True).stdout


def test_others_go_on_while_an_erase_waits_for_a_reader(busy: Shop) -> None:
    rosa = busy.arrive({"service": "advice", "name": NAME})
    with reader(busy.folder / "foyer.db"):
        erasing = gevent.spawn(busy.ask, "DELETE", f"/guests/{rosa['id']}", by="omar")
        for _ in range(5):
            busy.arrive()
        assert busy.get(f"/visits/{rosa['id']}").body["guest"]["name"] is None
        assert not erasing.ready(), "the other program still reads the name"
        assert NAME.encode() in on_disk(busy.folder)
    gone = erasing.get(timeout=PATIENCE_S)
    assert gone.status == 204
    assert NAME.encode() not in on_disk(busy.folder)


def test_what_still_holds_it_is_said_and_it_goes_by_itself(
    busy: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forgetting, "WAIT_S", 0.0)
    monkeypatch.setattr(forgetting, "AGAIN_S", 0.01)
    rosa = busy.arrive({"service": "advice", "name": NAME})
    with reader(busy.folder / "foyer.db") as other:
        held = busy.ask("DELETE", f"/guests/{rosa['id']}", by="omar")
        assert (held.status, held.code) == (503, "still_held")
        assert f"(process {other.pid})" in held.body["detail"]
        assert int(held.headers["Retry-After"]) > 0
    with gevent.Timeout(PATIENCE_S):
        while NAME.encode() in on_disk(busy.folder):
            gevent.sleep(0.01)
    again = busy.ask("DELETE", f"/guests/{rosa['id']}", by="omar")
    assert again.status == 204


def test_the_command_beside_a_running_store(tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()
    try:
        body = {"service": "advice", "name": NAME}
        rosa = server.call("POST", "/visits", body, scope="kiosk")
        with reader(server.data / "foyer.db") as other:
            held = erase(rosa["id"], server.data)
            assert held.returncode == 1
            assert f"(process {other.pid})" in held.stderr
            server.call("POST", "/visits", {"service": "advice"}, scope="kiosk")
        (server.data / "foyer-version1-20260101T000000.000000Z.db").write_bytes(b"")
        done = erase(rosa["id"], server.data)
        assert done.returncode == 0, done.stderr
        assert "foyer-version1-20260101T000000.000000Z.db" in done.stdout
        assert NAME.encode() not in b"".join(
            file.read_bytes() for file in server.data.iterdir() if file.is_file()
        )
        assert server.call("GET", f"/visits/{rosa['id']}")["guest"]["name"] is None
    finally:
        server.stop()


def erase(visit: str, data: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "server", "erase", visit, "--wait", "0", "--data", str(data)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )


def test_every_night_whoever_was_told_of_long_ago_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(forgetting, "SETTLED_S", 0.0)
    caplog.set_level("INFO", "foyer.forgetting")
    clock = ClockByHand()
    shop = Shop(tmp_path, clock=clock)
    try:
        for counter, staff in (("1", "mai"), ("2", "ken")):
            shop.open_counter(counter, staff)
        rosa, ken = (shop.arrive({"service": "advice", "name": NAME}) for _ in range(2))
        due = datetime.fromtimestamp(clock.at / 1000, UTC) + timedelta(days=20)
        promise = {"what": "to ring", "due": due.isoformat()}
        for visit, owed in ((rosa, {}), (ken, {"promise": promise})):
            assert shop.post("/counters/1/call", {"visit": visit["id"]}).status == 200
            body = {"outcome": "resolved", **owed}
            assert shop.post(f"/visits/{visit['id']}/finish", body).status == 200
        names, first = {}, clock.at
        for day in (29, 32, 52):
            clock.at = first + day * DAY_MS
            night(shop)
            names[day] = [shop.journal.guest(v["id"]).get("name") for v in (rosa, ken)]
        assert names == {29: [NAME, NAME], 32: [None, NAME], 52: [None, None]}
        told = [record.getMessage() for record in caplog.records]
        assert [line.split()[0] for line in told] == ["0", "1", "1"]
        assert NAME.encode() not in on_disk(tmp_path)
        assert shop.get(f"/visits/{rosa['id']}").body["ended_as"] == "served"
    finally:
        shop.close()


def night(shop: Shop) -> None:
    """The first tick of a new day, and all that it sets going."""
    shop.house.forgetting.tick()
    with gevent.Timeout(PATIENCE_S):
        while going := list(shop.house.forgetting._greenlets):
            gevent.joinall(going)
