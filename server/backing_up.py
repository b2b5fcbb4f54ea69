"""A copy of the journal while the store goes on, and the proof that it can be restored."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from sqlite_utils import Database

from server.journal.contract import NotSaved, Stream, Unusable
from server.journal.file import open_file
from server.journal.rebuild import rebuild
from server.journal.schema import copy_to, version_of
from server.journal.sqlite import SqliteJournal
from server.restoring import CannotRestore, restore

LAST = "SELECT store, date, max(seq) FROM facts GROUP BY store, date"
FACTS = "SELECT * FROM facts WHERE store = ? AND date = ? AND seq <= ? ORDER BY seq"
KEY = "SELECT value FROM meta WHERE name = 'store_key'"


class Checked(NamedTuple):
    days: int
    facts: int


def back_up(journal: Path, dest: Path) -> None:
    """Copies the journal as it is, of whatever version. Raises Unusable."""
    version_of(journal)
    with closing(_opened(journal)) as db:
        copy_to(db, dest)


def back_up_and_check(journal: Path, dest: Path | None) -> Checked:
    """Restores the copy into a scratch place, and holds that against the journal: each day up to
    where it was before the copy at least, every fact as it is there, every row as the facts say.
    Without `dest` nothing is kept. Raises Unusable, also when anything differs."""
    version_of(journal)
    with TemporaryDirectory(prefix="foyer-") as scratch, closing(_opened(journal)) as db:
        copy = dest or Path(scratch) / "copy.db"
        before = _last(db)
        copy_to(db, copy)
        restored = Path(scratch) / "restored" / "foyer.db"
        try:
            restore(copy, restored)
        except CannotRestore as error:
            raise Unusable(f"The backup {copy} cannot be restored: {error}") from error
        return _compared(db, before, restored)


def _compared(db: Database, before: dict[Stream, int], restored: Path) -> Checked:
    journal = SqliteJournal(restored)
    with closing(journal), closing(_opened(restored)) as copy:
        differing = [*_unsound(copy), *_differing(db, copy, before)]
        days = _last(copy)
        for store in {stream.store for stream in days}:
            rebuilt = rebuild(journal, store)
            differing += [f"the rows of {date}" for date in rebuilt.differing]
    if differing:
        raise Unusable(
            f"The backup is not what the journal is: {', '.join(differing)}. Run `doctor`, then"
            " make another backup, on another disk."
        )
    return Checked(len(days), sum(days.values()))


def _unsound(copy: Database) -> list[str]:
    found: list[tuple[str]] = copy.execute("PRAGMA integrity_check(3)").fetchall()
    return [] if found == [("ok",)] else [words for (words,) in found]


def _differing(db: Database, copy: Database, before: dict[Stream, int]) -> list[str]:
    found = _last(copy)
    differing = [f"facts of {s.date} are missing" for s in before if found.get(s, 0) < before[s]]
    for stream, last in found.items():
        if _facts(db, stream, last) != _facts(copy, stream, last):
            differing.append(f"the facts of {stream.date}")
    if db.execute(KEY).fetchall() != copy.execute(KEY).fetchall():
        differing.append("the key of the tickets' links")
    return differing


def _facts(db: Database, stream: Stream, last: int) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = db.execute(FACTS, [*stream, last]).fetchall()
    return found


def _last(db: Database) -> dict[Stream, int]:
    return {Stream(store, date): last for store, date, last in db.execute(LAST).fetchall()}


def _opened(path: Path) -> Database:
    try:
        return open_file(path)
    except (NotSaved, sqlite3.Error) as error:
        raise Unusable(str(error)) from error
