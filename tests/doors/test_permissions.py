"""Nobody else on the machine reads what Foyer keeps: in the journal is the key of every link."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from server.doctor import Patient, check_private
from server.journal.private import open_to_others
from server.journal.schema import STEPS
from server.journal.sqlite import SqliteJournal
from server.settings import load
from tests.browser.running import ROOT, Server
from tests.doors.test_command_line import foyer
from tests.readers.agents import RunningAgent, Wire

OTHERS = 0o077


def open_ones(folder: Path) -> list[str]:
    return [str(one) for one in (folder, *folder.rglob("*")) if one.stat().st_mode & OTHERS]


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def test_of_a_days_work_nothing_can_be_read_by_others(tmp_path: Path) -> None:
    older = tmp_path / "data" / "foyer.db"
    SqliteJournal(older, STEPS[:-1]).close()
    older.chmod(0o644)
    older.parent.chmod(0o755)
    with running(tmp_path) as server:
        assert list(server.data.glob("foyer-version*")), "brought up, after a copy of itself"
        server.call("POST", "/visits", {"service": "advice", "name": "Rosa"}, scope="kiosk")
        foyer("backup", server.data / "foyer-monday.db", "--data", server.data)
        assert (server.data / "foyer.db-wal").exists()
        assert open_ones(server.data) == []
        assert not server.log.stat().st_mode & OTHERS, "what it prints holds the links"
    foyer("export", "--data", server.data)
    foyer("restore", server.data / "foyer-monday.db", "--data", server.data)
    assert list(server.data.glob("foyer-before-*"))
    assert open_ones(server.data) == []


def test_of_a_kiosks_outbox_nothing_can_be_read_by_others(tmp_path: Path) -> None:
    wire = Wire(1)
    wire.away = True
    agent = RunningAgent(wire.base, "token", tmp_path).start()
    try:
        assert agent.take("k", {"service": "advice", "name": "Rosa"}).status_code == 202
        assert agent.kept()
        assert open_ones(agent.data) == []
    finally:
        agent.stop()
        wire.close()


def test_what_an_older_foyer_left_open_is_closed_while_it_is_in_use(tmp_path: Path) -> None:
    data = tmp_path / "data"
    journal = SqliteJournal(data / "foyer.db")
    left = [data / f"foyer{end}" for end in ("-before-1.db", ".db.part", ".restoring")]
    for file in (*left, *data.iterdir()):
        file.touch()
        file.chmod(0o664)
    data.chmod(0o755)
    assert len(open_ones(data)) == 1 + 3 + 3
    SqliteJournal(data / "foyer.db").close()
    journal.close()
    assert open_ones(data) == []


@pytest.mark.parametrize("name", ["config.toml", "server"])
def test_a_folder_that_holds_other_things_stays_as_it_is(tmp_path: Path, name: str) -> None:
    """`--data .`: the journal is closed, and whoever needs the rest still finds it."""
    folder = tmp_path / "opt"
    folder.mkdir()
    folder.chmod(0o755)
    (folder / name).touch()
    SqliteJournal(folder / "foyer.db").close()
    assert open_ones(folder) == [str(folder), str(folder / name)]
    assert open_to_others(folder / "foyer.db") == []


def test_a_folder_that_everybody_writes_to_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    SqliteJournal(tmp_path / "foyer.db").close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o1777


def test_the_doctor_says_what_is_open_to_others(tmp_path: Path) -> None:
    journal = tmp_path / "data" / "foyer.db"
    patient = Patient(load(ROOT / "config.toml"), journal.parent, 8000)
    assert [one.level for one in check_private(patient)] == ["ok"]
    SqliteJournal(journal).close()
    assert [one.level for one in check_private(patient)] == ["ok"]
    journal.chmod(0o640)
    [finding] = check_private(patient)
    assert finding.level == "warn"
    assert str(journal) in finding.what
    assert "chmod" in finding.hint


def test_a_file_that_a_token_is_printed_to_is_closed(tmp_path: Path) -> None:
    written = tmp_path / "token.txt"
    command = [sys.executable, "-m", "server", "token", "--scope", "staff"]
    with written.open("wb") as out:
        subprocess.run(
            [*command, "--data", str(tmp_path / "data")], cwd=ROOT, check=True, stdout=out
        )
    assert written.read_text().strip()
    assert not written.stat().st_mode & OTHERS
