"""A restore puts the old files aside together, and a crash leaves the old journal or the new."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from server import restoring
from server.journal.contract import Unusable
from server.journal.file import beside
from server.journal.sqlite import SqliteJournal
from server.leftovers import clear
from server.lock import InUse, held
from server.restoring import CannotRestore, finish_if_cut_short, restore
from tests.journal.morning import MAIN, Morning, ticket


def visits(path: Path) -> list[str]:
    with closing(SqliteJournal(path)) as journal:
        return [row["visit"] for row in journal.visits("main")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal with Rosa, whose power was cut: some of it is in the log only."""
    journal = SqliteJournal(tmp_path / "open" / "foyer.db")
    Morning(journal).write(*ticket("rosa"))
    shutil.copytree(tmp_path / "open", tmp_path / "data")
    journal.close()
    path = tmp_path / "data" / "foyer.db"
    assert all(file.exists() for file in beside(path))
    return path


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    with closing(SqliteJournal(tmp_path / "ken" / "foyer.db")) as journal:
        Morning(journal).write(*ticket("ken"))
        journal.backup(tmp_path / "ken.db")
    return tmp_path / "ken.db"


def test_the_old_journal_goes_aside_with_what_was_in_its_log(path: Path, backup: Path) -> None:
    aside = restore(backup, path)
    assert visits(path) == ["ken"]
    assert aside is not None
    assert visits(aside) == ["rosa"]


def test_a_log_whose_database_was_deleted_is_not_played_into_the_backup(
    path: Path, backup: Path
) -> None:
    log = beside(path)[0].read_bytes()
    path.unlink()
    aside = restore(backup, path)
    assert visits(path) == ["ken"]
    assert aside is not None
    assert aside.name.endswith("-wal")
    assert aside.read_bytes() == log


def test_a_journal_that_is_damaged_goes_aside_as_it_is(path: Path, backup: Path) -> None:
    path.write_bytes(b"no database" * 1000)
    for left in beside(path):
        left.unlink()
    aside = restore(backup, path)
    assert visits(path) == ["ken"]
    assert aside is not None
    assert aside.read_bytes() == b"no database" * 1000


class PowerCut(BaseException):
    pass


@pytest.fixture
def cuts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The restore ends before the n-th time it makes sure of the disk."""
    left = [0]
    sync = restoring.sync

    def cut(path: Path) -> None:
        left[0] -= 1
        if not left[0]:
            raise PowerCut
        sync(path)

    monkeypatch.setattr(restoring, "sync", cut)
    yield left


@pytest.mark.parametrize("moment", range(1, 7))
def test_a_restore_cut_short_leaves_the_old_journal_or_the_new(
    path: Path, backup: Path, cuts: list[int], moment: int
) -> None:
    cuts[0] = moment
    try:
        restore(backup, path)
    except PowerCut:
        pass
    else:
        assert moment > 5, "it was not cut"
    cuts[0] = 0
    finish_if_cut_short(path)
    there = visits(path)
    assert there in (["rosa"], ["ken"])
    if there == ["ken"]:
        [aside] = path.parent.glob("foyer-before-*.db")
        assert visits(aside) == ["rosa"]


def test_nothing_is_restored_beside_a_running_store_also_when_its_file_is_gone(
    path: Path, backup: Path
) -> None:
    path.unlink()
    with held(path.parent), pytest.raises(CannotRestore, match="Stop the store first"):
        restore(backup, path)
    assert not path.exists()


def test_nothing_is_restored_while_a_command_has_the_journal_open(path: Path, backup: Path) -> None:
    with closing(SqliteJournal(path)), pytest.raises(CannotRestore, match="Stop the store first"):
        restore(backup, path)
    assert visits(path) == ["rosa"]
    assert [file.name for file in path.parent.iterdir() if "before" in file.name] == []


def test_a_folder_is_held_by_one(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(InUse, match="already open"), held(tmp_path):
        pass
    with held(tmp_path):
        pass


def test_a_journal_is_not_restored_onto_itself(path: Path) -> None:
    with pytest.raises(CannotRestore, match="the journal itself"):
        restore(path, path)
    assert visits(path) == ["rosa"]


def test_a_backup_damaged_in_the_middle_is_not_restored(path: Path, backup: Path) -> None:
    whole = bytearray(backup.read_bytes())
    with closing(sqlite3.connect(backup)) as db:
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'facts'").fetchone()[0]
    whole[(root - 1) * 4096 : root * 4096] = bytes(4096)
    backup.write_bytes(whole)
    with pytest.raises(CannotRestore):
        restore(backup, path)
    assert visits(path) == ["rosa"]


def test_rubbish_is_cleared_when_it_is_old(tmp_path: Path) -> None:
    for name, age_s in (
        ("monday.db.part", 7200),
        ("foyer.restoring", 7200),
        (".doctor-12", 7200),
        ("tuesday.db.part", 60),
        ("foyer-before-x.db", 10**7),
        ("foyer.db", 10**7),
    ):
        file = tmp_path / name
        file.write_text(name)
        at = file.stat().st_mtime - age_s
        os.utime(file, (at, at))
    clear(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {
        "tuesday.db.part",
        "foyer-before-x.db",
        "foyer.db",
    }


def test_a_page_damaged_in_the_log_is_not_taken_for_its_end(tmp_path: Path) -> None:
    """SQLite stops reading there, and would lose every commit behind it without a word."""
    journal = SqliteJournal(tmp_path / "open" / "foyer.db")
    morning = Morning(journal)
    for n in range(8):
        morning.write(*ticket(f"v{n}", n))
    shutil.copytree(tmp_path / "open", tmp_path / "data")
    shutil.copy(tmp_path / "open" / "foyer.db", tmp_path / "kept.db")
    journal.close()
    path = tmp_path / "data" / "foyer.db"
    wal = beside(path)[0]
    whole = wal.read_bytes()
    frames = (len(whole) - 32) // (24 + 4096)

    beside(path)[1].unlink()
    wal.write_bytes(whole[: -2 * 4120 + 100])  # The power went in the middle of the last commit.
    with closing(SqliteJournal(path)) as torn:
        assert torn.last_seq(MAIN) == 21
        assert len(torn.visits("main")) == 7

    for frame in range(1, frames // 2):
        shutil.rmtree(path.parent)
        path.parent.mkdir()
        shutil.copy(tmp_path / "kept.db", path)
        spoilt = bytearray(whole)
        spoilt[32 + frame * 4120 + 24 + 2000] ^= 0xFF
        wal.write_bytes(spoilt)
        with pytest.raises(Unusable, match="damaged .* Restore a backup"):
            SqliteJournal(path)
        assert wal.read_bytes() == spoilt, "what is left of it is still there to be rescued"
