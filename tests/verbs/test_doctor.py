"""`python -m server doctor` names what is not right, and what would do."""

import os
import socket
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from server import doctor
from server.clock import SteadyClock
from server.doctor import CHECKS, Patient, examine
from server.floor.facts import NoteLeft, Recorded
from server.journal.contract import Entry, Rows, Stream
from server.journal.schema import STEPS
from server.journal.sqlite import SqliteJournal
from server.settings import load
from server.timekeeping import say_right

SHIPPED = Path("config.toml").read_text()


@pytest.fixture
def free_port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def patient(tmp_path, free_port):
    def make(text: str = SHIPPED) -> Patient:
        config = tmp_path / "config.toml"
        config.write_text(text)
        return Patient(load(config), tmp_path / "data", free_port)

    return make


def found(name: str, patient: Patient) -> dict[str, str]:
    """Level → everything said at that level, hints included."""
    said: dict[str, str] = {}
    for finding in CHECKS[name](patient):
        said[finding.level] = said.get(finding.level, "") + f"{finding.what} {finding.hint}\n"
    return said


def test_a_store_that_was_open_can_open_again(tmp_path, free_port, capsys):
    SqliteJournal(tmp_path / "data" / "foyer.db").close()
    assert examine(Path("config.toml"), tmp_path / "data", free_port)
    said = capsys.readouterr().out
    for name in CHECKS:
        assert f" {name} " in said
    assert "fail" not in said
    assert said.strip().endswith("The store can open.")


def test_a_new_store_can_open_and_is_not_taken_for_one_with_a_journal(tmp_path, free_port, capsys):
    assert not examine(Path("config.toml"), tmp_path / "data", free_port)
    said = capsys.readouterr().out
    assert "fail" not in said
    assert "the first start makes it" in said
    assert said.strip().endswith("The store can open; it has no journal yet.")
    assert list(tmp_path.iterdir()) == []


def test_a_mistake_in_the_config_is_told_as_the_start_tells_it(tmp_path, free_port, capsys):
    config = tmp_path / "config.toml"
    config.write_text(SHIPPED.replace('any = ["serial"]', 'any = ["seriall"]'))
    assert not examine(config, tmp_path, free_port)
    assert 'service "replacement" → requirement 2 → any' in capsys.readouterr().out


def test_shipped_pins_are_warned_of(patient):
    assert "Mai, Ken" in found("config", patient())["warn"]
    assert "warn" not in found("config", patient(SHIPPED.replace('pin = "', 'pin = "1')))


def test_a_folder_that_cannot_be_written_fails(patient):
    given = patient()._replace(data=Path("/proc/foyer"))
    assert "--data" in found("disk", given)["fail"]


def test_a_slow_disk_is_warned_of(patient, monkeypatch):
    monkeypatch.setattr(doctor, "FSYNC_MS_WANTED", -1)
    assert "SSD" in found("disk", patient())["warn"]


def test_a_clock_in_the_past_fails(patient, time_machine):
    time_machine.move_to("1970-01-02")
    assert "set-ntp" in found("clock", patient())["fail"]


def with_a_fact(patient, days_ago: float) -> Patient:
    given = patient()
    journal = SqliteJournal(given.data / "foyer.db")
    at = round((time.time() - days_ago * 86_400) * 1000)
    entry = Entry(at=at, facts=(Recorded(1, at, "kiosk", NoteLeft("rosa")),))
    journal.append(Stream(given.settings.store.id, "2026-01-01"), 0, [entry], Rows())
    journal.close()
    return given


def test_a_clock_behind_the_newest_fact_is_warned_of(patient):
    given = with_a_fact(patient, days_ago=-1)
    said = found("clock", given)["warn"]
    assert "off by 24 hours (behind)" in said
    assert "clock --believe" in said
    journal = SqliteJournal(given.data / "foyer.db")
    say_right(journal, given.settings.store.id, SteadyClock())
    journal.close()
    assert "warn" not in found("clock", given)


def test_a_clock_that_fits_the_facts_is_not_warned_of(patient):
    assert "warn" not in found("clock", with_a_fact(patient, days_ago=3))


def test_a_store_nobody_used_for_long_is_warned_of(patient):
    assert "since" in found("clock", with_a_fact(patient, days_ago=40))["warn"]


def test_a_port_in_use_fails_with_another_one(patient):
    given = patient()
    with closing(socket.socket()) as other:
        other.bind(("0.0.0.0", given.port))
        other.listen()
        assert f"--port {given.port + 1}" in found("port", given)["fail"]


def test_no_database_yet_is_said_with_the_place(patient):
    given = patient()
    said = found("database", given)["warn"]
    assert "first start" in said
    assert str(given.data) in said
    assert not given.data.exists()


def test_what_is_left_of_a_deleted_database_fails(patient):
    given = patient()
    given.data.mkdir()
    (given.data / "foyer.db-wal").write_bytes(b"what was acknowledged last")
    assert "foyer.db-wal" in found("database", given)["fail"]


def test_leftovers_are_named_with_their_age_and_size(patient):
    given = patient()
    given.data.mkdir()
    aside = given.data / "foyer-before-20261130T120000Z.db"
    aside.write_bytes(bytes(3_000_000))
    days_3 = time.time() - 3 * 86400
    os.utime(aside, (days_3, days_3))
    (given.data / "monday.db.part").write_bytes(b"half")
    said = found("leftovers", given)["warn"]
    assert f"{aside}: the journal before a restore, 3.0 days old, 3.0 MB" in said
    assert "monday.db.part" in said


def test_a_database_is_read_and_left_alone(patient):
    given = patient()
    given.data.mkdir()
    SqliteJournal(given.data / "foyer.db").close()
    assert f"schema {len(STEPS)}" in found("database", given)["ok"]


def test_a_damaged_database_fails(patient):
    given = patient()
    given.data.mkdir()
    (given.data / "foyer.db").write_bytes(b"not a database at all" * 400)
    assert "restore" in found("database", given)["fail"]


def test_a_newer_database_fails(patient):
    given = patient()
    given.data.mkdir()
    with closing(sqlite3.connect(given.data / "foyer.db")) as db:
        db.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    assert "newer" in found("database", given)["fail"]


@pytest.mark.parametrize(
    ("address", "level", "hint"),
    [
        ("http://localhost:8000", "warn", "address on the network"),
        ("http://no.such.name.invalid:8000", "warn", "router"),
        ("http://127.0.0.2:8000", "ok", ""),
    ],
)
def test_an_address_phones_cannot_use_is_warned_of(patient, address, level, hint):
    text = SHIPPED.replace('# address = "http://192.168.1.20:8000"   #', f'address = "{address}" #')
    assert hint in found("address", patient(text))[level]


def test_days_that_are_over_or_far_ahead_are_named(
    tmp_path: Path, free_port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "config.toml"
    days = '"2020-12-24" = ["08:00-12:00"]\n"2099-12-24" = []\n'
    config.write_text(Path("config.toml").read_text().replace("[hours]\n", f"[hours]\n{days}"))
    examine(config, tmp_path / "data", free_port)
    said = capsys.readouterr().out
    assert "days of [hours] that are over: 2020-12-24" in said
    assert "days of [hours] far ahead: 2099-12-24" in said
