"""`python -m server …` as a handyman types it."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from server.clock import Clock
from server.floor import commands as c
from server.floor.commands import Command
from server.floor.facts import CounterClosed, DayClosed, Recorded, VisitEnded
from server.floor.refusals import Refusal
from server.journal.contract import Answer, Entry, Rows, Stream
from server.journal.sqlite import SqliteJournal
from server.settings import load
from server.store import OpenStore
from server.waits.forecaster import Forecaster
from tests.browser.running import PATIENCE_S, ROOT, Server
from tests.cast import shipped_at_noon
from tests.readers.agents import until

COMMANDS = (
    "run",
    "new",
    "demo",
    "doctor",
    "token",
    "devices",
    "backup",
    "restore",
    "rebuild",
    "export",
    "calendar",
    "erase",
)


def foyer(*args: object, ok: bool = True) -> str:
    command = [sys.executable, "-m", "server", *map(str, args)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE_S)
    said = done.stdout + done.stderr
    assert (done.returncode == 0) == ok, said
    assert "Traceback" not in said
    return done.stdout if ok else said


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_every_command_explains_itself() -> None:
    said = foyer("--help")
    for command in COMMANDS:
        assert f"\n  {command} " in said


def test_a_token_works_whether_or_not_the_server_runs(tmp_path: Path) -> None:
    server = Server(tmp_path)
    before = foyer("token", "--scope", "manager", "--data", server.data).strip()
    server.start()
    try:
        running = foyer("token", "--scope", "display", "--data", server.data).strip()
        for token, path, status in [
            (before, "/reports/waits", 200),
            (running, "/board", 200),
            (running, "/reports/waits", 403),
        ]:
            answer = requests.get(
                f"{server.base}/api/v1/stores/main{path}",
                headers={"Authorization": f"Bearer {token}"},
                timeout=PATIENCE_S,
            )
            assert answer.status_code == status
    finally:
        server.stop()
    assert len({before, running}) == 2
    assert "\n" not in before


def test_the_same_links_at_every_start_until_they_are_renewed(tmp_path: Path) -> None:
    server = Server(tmp_path)
    links = []
    for _ in range(2):
        server.start()
        links.append(dict(server.tokens))
        server.stop(signal.SIGINT)
    assert links[0] == links[1]
    link = foyer("token", "--scope", "staff", "--link", "--data", server.data)
    assert links[0]["staff"] in link
    assert link.strip().endswith("?to=/staff")
    renewed = foyer("token", "--scope", "staff", "--renew", "--data", server.data)
    assert links[0]["staff"] not in renewed
    server.start()
    try:
        assert server.tokens["staff"] in renewed
        assert server.tokens["kiosk"] == links[0]["kiosk"]
    finally:
        server.stop()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly_and_a_second_start_goes_on(tmp_path: Path, how: signal.Signals) -> None:
    server = Server(tmp_path)
    server.start()
    visit = server.call("POST", "/visits", {"service": "advice"}, scope="kiosk")
    process = server.process
    assert process is not None
    server.stop(how)
    assert process.returncode == 0
    assert "Traceback" not in server.log.read_text()
    server.start()
    try:
        assert server.call("GET", f"/visits/{visit['id']}")["ticket"] == visit["ticket"]
    finally:
        server.stop()


def test_several_workers_are_refused_with_what_would_do(data: Path) -> None:
    said = foyer("run", "--workers", 2, "--data", data, ok=False)
    assert "SQLite" in said
    assert "--data and --port" in said


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()
    try:
        args = ("--data", tmp_path / "other", "--host", "localhost", "--port", server.port)
        said = foyer("run", *args, ok=False)
        assert f"Port {server.port} cannot be used" in said
        assert f"--port {server.port + 1}" in said
    finally:
        server.stop()


def test_a_mistake_in_the_config_starts_nothing(tmp_path: Path, data: Path) -> None:
    config = tmp_path / "mine.toml"
    config.write_text('[store]\nid = "main"\n', "utf-8")
    said = foyer("run", "--config", config, "--data", data, ok=False)
    assert "would do" in said
    assert not data.exists()


def test_a_day_is_kept_proved_and_let_out(tmp_path: Path) -> None:
    server = Server(tmp_path)
    server.start()
    visit = server.call("POST", "/visits", {"service": "advice", "name": "Rosa"}, scope="kiosk")
    backup = tmp_path / "backup.db"
    foyer("backup", backup, "--data", server.data)
    in_use = foyer("restore", backup, "--data", server.data, ok=False)
    assert "Stop the store first" in in_use
    server.call("POST", "/visits", {"service": "advice"}, scope="kiosk")
    server.stop(signal.SIGTERM)

    assert "2 visits" in foyer("rebuild", "--data", server.data)
    rows = list(csv.DictReader(io.StringIO(foyer("export", "--data", server.data))))
    assert [row["visit"] for row in rows][0] == visit["id"]
    assert len(rows) == 2
    assert "Forgotten" in foyer("erase", visit["id"], "--data", server.data)
    assert "nothing personal" in foyer("erase", visit["id"], "--data", server.data)

    assert "foyer-before-" in foyer("restore", backup, "--data", server.data)
    server.start()
    try:
        assert [v["id"] for v in server.call("GET", "/visits")["items"]] == [visit["id"]]
        assert server.call("GET", f"/visits/{visit['id']}")["guest"]["name"] == "Rosa"
        follow = requests.get(f"{server.base}{visit['follow_url']}/visit", timeout=PATIENCE_S)
        assert follow.status_code == 200, "a backup keeps the links alive"
    finally:
        server.stop()


def test_what_is_no_backup_is_not_restored(tmp_path: Path, data: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(os.urandom(5000))
    assert "not a whole Foyer journal" in foyer("restore", other, "--data", data, ok=False)
    assert "is not there" in foyer("restore", tmp_path / "gone.db", "--data", data, ok=False)
    assert not (data / "foyer.db").exists()


@pytest.mark.parametrize("option", ["--from", "--to"])
def test_a_period_nobody_understands(data: Path, option: str) -> None:
    assert option in foyer("export", option, "soon", "--data", data, ok=False)


def test_a_calendar_is_taken_in_once(tmp_path: Path, data: Path) -> None:
    lines = [
        *("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", "SUMMARY:Advice #471100"),
        *("DTSTART;TZID=Europe/Berlin:29990102T103000", "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:2", "SUMMARY:Dentist", "DTSTART:29990102T103000Z", "END:VEVENT"),
        "END:VCALENDAR",
    ]
    bookings = tmp_path / "bookings.ics"
    bookings.write_text("\r\n".join(lines))
    said = foyer("calendar", bookings, "--data", data, ok=False)
    assert "made      Wed 02 Jan 10:30  Ask for advice, number 471100" in said
    assert "refused   Dentist: neither its category nor its title names a service" in said
    assert "1 made, 1 refused" in said
    assert "1 unchanged, 1 refused" in foyer("calendar", bookings, "--data", data, ok=False)
    assert "there is none" in foyer("calendar", bookings, "--service", "tea", ok=False)
    assert "cannot be read as iCalendar" in foyer("calendar", "README.md", ok=False)


def test_what_opens_the_store_is_listed_and_taken_back(tmp_path: Path) -> None:
    server = Server(tmp_path)
    data = ("--data", server.data)
    buttons = foyer("token", "--scope", "staff", "--name", "call buttons", *data).strip()
    server.start()
    try:
        assert floor(server, buttons) == 200
        rows = [line.split(maxsplit=2) for line in foyer("devices", *data).splitlines()]
        [id] = [row[0] for row in rows if row[2].endswith("call buttons")]
        assert {row[1] for row in rows[1:]} == {"kiosk", "display", "staff", "manager"}
        assert "Taken back: call buttons" in foyer("devices", "--take-back", id, *data)
        until(lambda: floor(server, buttons) == 401)
        assert floor(server, server.tokens["staff"]) == 200
        assert "There is no" in foyer("devices", "--take-back", id, *data, ok=False)
    finally:
        server.stop(signal.SIGTERM)
    assert "call buttons" not in foyer("devices", *data)
    seen = {line[10:19].strip(): line for line in foyer("devices", *data).splitlines()[1:]}
    assert "never" not in seen["staff"], "what was seen is written down at the end"
    assert "never" in seen["display"]


def floor(server: Server, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    url = f"{server.base}/api/v1/stores/main/floor"
    return requests.get(url, headers=headers, timeout=PATIENCE_S).status_code


def test_where_there_is_no_journal_devices_makes_none(data: Path) -> None:
    for args in ((), ("--take-back", "1234")):
        assert "There is no journal" in foyer("devices", *args, "--data", data, ok=False)
    assert not data.exists()


def test_a_day_closed_by_a_wrong_clock_is_opened_again(tmp_path: Path) -> None:
    """Another process, on a journal in which the day is over and its customers are sent home."""
    config, data = tmp_path / "shipped.toml", tmp_path / "data"
    config.write_text(shipped_at_noon(), "utf-8")
    plan = load(config).plan()
    data.mkdir()

    def opened() -> tuple[SqliteJournal, OpenStore]:
        journal = SqliteJournal(data / "foyer.db")
        return journal, OpenStore(plan, journal, Clock(), Forecaster(plan))

    def do(store: OpenStore, command: Command) -> int:
        answer = store.do(
            command,
            by="mai",
            answer=lambda made: Answer(made.status if isinstance(made, Refusal) else 200, b""),
        )
        return answer.status

    def state(store: OpenStore) -> tuple[str, str | None]:
        return store.look(
            lambda day, now, forecast: (day.visits["rosa"].state, day.visits["rosa"].ended_as)
        )

    journal, store = opened()
    today = store.look(lambda day, now, forecast: day.date)
    reopen = ("reopen", "--config", config, "--data", data)
    assert do(store, c.OpenCounter("1", "mai")) == 200
    assert do(store, c.TakeTicket("rosa", "advice")) == 200
    store.close()
    assert "was not closed" in foyer(*reopen, today, ok=False)
    last = journal.last_seq(Stream(plan.id, today))
    ends = [VisitEnded("rosa", "end_of_day"), CounterClosed("1", "end_of_day"), DayClosed()]
    at = Clock().now()
    facts = tuple(Recorded(last + n, at, "time", fact) for n, fact in enumerate(ends, 1))
    journal.append(Stream(plan.id, today), last, [Entry(at=at, facts=facts)], Rows())
    journal.close()

    assert "can, and that is" in foyer(*reopen, "2020-02-29", ok=False)
    assert f"{today} is open. 1 visits go on" in foyer(*reopen, today)
    assert "0 visits go on" in foyer(*reopen, today)

    journal, store = opened()
    assert state(store) == ("waiting", None)
    assert do(store, c.OpenCounter("1", "mai")) == 200
    assert do(store, c.Call("1", "rosa")) == 200
    store.close()
    journal.close()
