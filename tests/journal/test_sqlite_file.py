"""What is particular to SQLite: its settings, a full disk, versions, and files it cannot use."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlite_utils import Database

from server.floor import facts as f
from server.journal.contract import NotSaved, Unusable
from server.journal.rebuild import rebuild
from server.journal.schema import STEPS, _came, _promises
from server.journal.sqlite import SqliteJournal
from tests.journal.journal_contract import assert_only_rosa, promised
from tests.journal.morning import BOOKED, MAIN, NINE, Morning, key, ticket


def add_moods(db: Database) -> None:
    db.table("moods").create({"visit": str, "mood": str}, pk="visit")


def fail_halfway(db: Database) -> None:
    db.table("visits").add_column("half", str)
    raise sqlite3.OperationalError("database or disk is full")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "foyer.sqlite"


@pytest.fixture
def journal(path: Path) -> Iterator[SqliteJournal]:
    journal = SqliteJournal(path)
    yield journal
    journal.close()


def schema(path: Path) -> str:
    db = Database(str(path))
    found: str = db.schema
    db.close()
    return found


def version(path: Path) -> int:
    db = Database(str(path))
    found: int = db.execute("PRAGMA user_version").fetchone()[0]
    db.close()
    return found


def test_commits_reach_the_disk_before_they_return(journal: SqliteJournal) -> None:
    conn = journal._writer.conn
    assert conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert conn.execute("PRAGMA synchronous").fetchone() == (2,)


def test_promises_of_an_older_version_are_found(path: Path) -> None:
    version = STEPS.index(_promises)
    old = SqliteJournal(path, STEPS[: version + 1])
    morning = Morning(old)
    morning.write(*promised("rosa", due=NINE), at=NINE)
    morning.write(*promised("ken", due=NINE), at=NINE + 1)
    morning.write(f.ActionUndone("ken", "finish"), at=NINE + 2)
    morning.write(f.PromiseKept("of rosa"), at=NINE + 3)
    kept = old.promises("main")
    old._writer["promises"].drop()
    old._writer.execute(f"PRAGMA user_version = {version}")
    old.close()

    journal = SqliteJournal(path)
    assert journal.promises("main") == kept
    assert [row["promise"] for row in kept] == ["of rosa"]
    assert rebuild(journal, "main").differing == ()
    journal.close()


def test_how_somebody_came_is_found_in_an_older_version(path: Path) -> None:
    version = STEPS.index(_came)
    old = SqliteJournal(path, STEPS[: version + 1])
    morning = Morning(old)
    morning.write(f.AppointmentMade(BOOKED))
    morning.write(*ticket("rosa"))
    here = replace(BOOKED, state="checked_in", visit="rosa")
    morning.write(f.AppointmentCheckedIn(here, "in_time"))
    known = old.appointment("main", "a1")
    for column in ("came", "reason"):
        old._writer.execute(f"ALTER TABLE appointments DROP COLUMN {column}")
    old._writer.execute(f"PRAGMA user_version = {version}")
    old.close()

    journal = SqliteJournal(path)
    assert known is not None
    assert known["came"] == "in_time"
    assert journal.appointment("main", "a1") == known
    assert rebuild(journal, "main").differing == ()
    journal.close()


def test_a_full_disk_saves_nothing_and_is_survived(journal: SqliteJournal) -> None:
    morning = Morning(journal)
    morning.write(*ticket("rosa"))
    conn = journal._writer.conn
    pages = conn.execute("PRAGMA page_count").fetchone()[0]
    conn.execute(f"PRAGMA max_page_count = {pages}")
    crowd = Morning(journal)
    for n in range(500):
        crowd.stage(*ticket(f"v{n}", n), key=key(f"k{n}"), guests=((f"v{n}", "name", "x" * 200),))
    with pytest.raises(NotSaved, match="full"):
        crowd.save()
    assert_only_rosa(journal)

    conn.execute("PRAGMA max_page_count = 1000000")
    crowd.save()
    assert journal.last_seq(MAIN) == 1503


def test_a_database_that_another_holds_is_not_written(journal: SqliteJournal) -> None:
    morning = Morning(journal)
    morning.write(*ticket("rosa"))
    other = sqlite3.connect(journal.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    journal._writer.execute("PRAGMA busy_timeout = 50")
    morning.stage(*ticket("ken", 2), key=key("k"))
    with pytest.raises(NotSaved, match="locked"):
        morning.save()
    assert_only_rosa(journal)
    other.close()
    morning.save()
    assert journal.last_seq(MAIN) == 6


def test_an_older_database_is_brought_up_to_date_after_a_backup(path: Path) -> None:
    older = SqliteJournal(path)
    Morning(older).write(*ticket("rosa"))
    secret = older.store_key()
    older.close()

    newer = SqliteJournal(path, steps=(*STEPS, add_moods))
    assert [row["visit"] for row in newer.visits("main")] == ["rosa"]
    assert newer.store_key() == secret
    Morning(newer).write(*ticket("ken", 2))
    newer.close()
    assert "moods" in schema(path)
    assert version(path) == len(STEPS) + 1

    backups = list(path.parent.glob(f"foyer-version{len(STEPS)}-*.sqlite"))
    assert len(backups) == 1
    assert "moods" not in schema(backups[0])
    old_program = SqliteJournal(backups[0])
    assert [row["visit"] for row in old_program.visits("main")] == ["rosa"]
    old_program.close()


def test_a_database_that_is_up_to_date_is_not_copied(path: Path) -> None:
    for _ in range(2):
        SqliteJournal(path).close()
    assert [p.name for p in path.parent.iterdir()] == ["foyer.sqlite"]


def test_a_migration_that_fails_leaves_the_database_as_it_was(path: Path) -> None:
    SqliteJournal(path).close()
    before = schema(path)
    with pytest.raises(Unusable, match="disk is full"):
        SqliteJournal(path, steps=(*STEPS, add_moods, fail_halfway))
    assert schema(path) == before
    assert version(path) == len(STEPS)
    SqliteJournal(path).close()


def test_a_newer_database_is_refused_and_left_alone(path: Path) -> None:
    SqliteJournal(path, steps=(*STEPS, add_moods)).close()
    kept = path.read_bytes()
    with pytest.raises(Unusable, match=r"written by a newer Foyer.*Start the newer program"):
        SqliteJournal(path)
    assert path.read_bytes() == kept


def test_a_file_that_is_no_database_is_named(path: Path) -> None:
    path.write_text("dear diary, " * 1000)
    with pytest.raises(Unusable, match=r"foyer.sqlite is damaged or is not a Foyer database"):
        SqliteJournal(path)


def test_a_database_with_its_pages_overwritten_is_named(path: Path) -> None:
    journal = SqliteJournal(path)
    Morning(journal).write(*ticket("rosa"))
    journal.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    with pytest.raises(Unusable, match=r"is damaged .* Restore a backup"):
        SqliteJournal(path)


def test_another_programs_database_is_left_alone(path: Path) -> None:
    db = Database(str(path))
    db.table("recipes").insert({"id": 1, "name": "soup"})
    db.close()
    with pytest.raises(Unusable, match="some other program"):
        SqliteJournal(path)
    assert Database(str(path)).table_names() == ["recipes"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    with pytest.raises(Unusable, match=r"cannot be written .* Give its folder"):
        SqliteJournal(tmp_path / "data" / "foyer.sqlite")


def test_what_is_erased_is_in_no_file_any_more(journal: SqliteJournal) -> None:
    morning = Morning(journal)
    morning.write(*ticket("rosa"), guests=(("rosa", "phone", "+49 30 12345678"),))
    morning.write(*ticket("ken", 2), guests=(("ken", "phone", "+49 30 87654321"),))
    assert journal.erase("rosa")
    files = b"".join(file.read_bytes() for file in journal.path.parent.iterdir())
    assert b"+49 30 87654321" in files
    assert b"+49 30 12345678" not in files


def test_a_backup_never_overwrites(journal: SqliteJournal, tmp_path: Path) -> None:
    dest = tmp_path / "backup.sqlite"
    dest.write_text("last week's")
    with pytest.raises(Unusable, match="No backup could be written"):
        journal.backup(dest)
    assert dest.read_text() == "last week's"


def test_half_a_backup_never_bears_its_name(journal: SqliteJournal, tmp_path: Path) -> None:
    Morning(journal).write(*ticket("rosa"))
    dest = tmp_path / "backup.sqlite"
    (tmp_path / "backup.sqlite.part").write_text("what a power cut left")
    journal.backup(dest)
    assert sorted(tmp_path.glob("backup*")) == [dest]
    with pytest.raises(Unusable, match="No backup could be written"):
        journal.backup(tmp_path / "no such folder" / "backup.sqlite")


def test_the_day_a_reader_is_on_does_not_hold_up_the_writer(journal: SqliteJournal) -> None:
    morning = Morning(journal)
    for n in range(1000):
        morning.stage(*ticket(f"v{n}", n))
    morning.save()
    reading = journal.read(MAIN)
    assert next(reading).at == NINE
    morning.write(*ticket("late", 1000))
    assert len(list(reading)) == 3002
