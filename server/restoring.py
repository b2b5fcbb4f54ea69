"""A backup put back in the journal's place. What was there before is kept beside it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from server.journal.schema import STEPS


class CannotRestore(Exception):
    """Why not, and what would help. Nothing was changed."""


def restore(src: Path, journal: Path) -> Path | None:
    """Puts `src` in `journal`'s place; answers where the old journal went, if there was one."""
    _must_be_a_journal(src)
    journal.parent.mkdir(parents=True, exist_ok=True)
    arriving = journal.with_suffix(".restoring")
    arriving.unlink(missing_ok=True)
    with closing(sqlite3.connect(src)) as backup:
        backup.execute("VACUUM INTO ?", [str(arriving)])
    aside = _put_aside(journal) if journal.exists() else None
    arriving.rename(journal)
    return aside


def _must_be_a_journal(src: Path) -> None:
    if not src.is_file():
        raise CannotRestore(f"{src} is not there.")
    try:
        with closing(sqlite3.connect(f"file:{src}?mode=ro", uri=True)) as backup:
            [(sound,)] = backup.execute("PRAGMA quick_check(1)").fetchall()
            [(version,)] = backup.execute("PRAGMA user_version").fetchall()
            backup.execute("SELECT count(*) FROM facts").fetchone()
    except (sqlite3.Error, ValueError) as error:
        raise CannotRestore(f"{src} is not a whole Foyer journal ({error}).") from error
    if sound != "ok":
        raise CannotRestore(f"{src} is damaged: {sound}")
    if version > len(STEPS):
        raise CannotRestore(f"{src} was written by a newer Foyer. Restore it with that one.")


def _put_aside(journal: Path) -> Path:
    """Under an exclusive lock, which nobody gets while a server has the journal open."""
    with closing(sqlite3.connect(journal, timeout=0, isolation_level=None)) as db:
        try:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("BEGIN EXCLUSIVE")
            db.execute("COMMIT")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.OperationalError as error:
            raise CannotRestore(
                f"{journal} is in use. Stop the store first (Ctrl-C), then restore."
            ) from error
        except sqlite3.DatabaseError:
            # Damaged: all the more reason to restore. It goes aside as it is.
            pass
    at = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = journal.with_name(f"{journal.stem}-before-{at}{journal.suffix}")
    journal.rename(aside)
    for leftover in ("-wal", "-shm"):
        left = journal.with_name(journal.name + leftover)
        if left.exists():
            left.rename(aside.with_name(aside.name + leftover))
    return aside
