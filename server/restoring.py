"""A backup put back in the journal's place. What was there before is kept beside it.

A crash at any moment leaves the old journal or the new one: the copy is made whole under a name of
its own (`.restoring`), the old files get a second name, and only then is the copy given the name
`.restored`. From there on it is the journal, and whoever comes next finishes what is left to do.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from server.journal.contract import Damaged
from server.journal.file import address, beside, check_log, sync
from server.journal.schema import STEPS
from server.lock import InUse, held

IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class CannotRestore(Exception):
    """Why not, and what would help. Nothing was changed, unless the sentence says so."""


def restore(src: Path, journal: Path) -> Path | None:
    """Puts `src` in `journal`'s place; answers where the old journal went, if there was one."""
    _must_be_a_journal(src)
    if journal.exists() and src.samefile(journal):
        raise CannotRestore(f"{src} is the journal itself. Name a backup of it.")
    try:
        journal.parent.mkdir(parents=True, exist_ok=True)
        with held(journal.parent):
            finish(journal)
            aside = _swapped(_copied(src, journal), journal)
            _finish_now(src, journal)
    except InUse as error:
        raise CannotRestore(
            f"{journal.parent} is in use. Stop the store first (Ctrl-C), then restore."
        ) from error
    except OSError as error:
        raise CannotRestore(
            f"{src} could not be put in the place of {journal} ({error}). The journal is as it was:"
            " see to the disk, then restore again."
        ) from error
    return aside


def _swapped(arriving: Path, journal: Path) -> Path | None:
    try:
        _must_be_closed(journal)
        aside = _second_name(journal)
        arriving.rename(_restored(journal))
    finally:
        with suppress(OSError):
            arriving.unlink(missing_ok=True)
    return aside


def _finish_now(src: Path, journal: Path) -> None:
    try:
        finish(journal)
    except OSError as error:
        raise CannotRestore(
            f"{src} is on the disk, but is not in the place of {journal} yet ({error}). See to the"
            " disk: the next start of the store, or any other command, finishes the restore."
        ) from error


def finish(journal: Path) -> None:
    """What a restore that was cut short had still to do. Call it with the folder held."""
    arrived = _restored(journal)
    if not arrived.exists():
        return
    sync(journal.parent)
    # The old log first: beside the new journal it would be played into it.
    for left in beside(journal):
        left.unlink(missing_ok=True)
    sync(journal.parent)
    arrived.rename(journal)
    sync(journal.parent)


def finish_if_cut_short(journal: Path) -> None:
    """For whoever is about to open the journal; a restore that is under way finishes by itself.
    Raises OSError."""
    if _restored(journal).exists():
        with suppress(InUse), held(journal.parent):
            finish(journal)


def _restored(journal: Path) -> Path:
    return journal.with_suffix(".restored")


def _must_be_a_journal(src: Path) -> None:
    if not src.is_file():
        raise CannotRestore(f"{src} is not there.")
    try:
        with closing(sqlite3.connect(address(src, "ro"), uri=True)) as backup:
            [(sound,)] = backup.execute("PRAGMA quick_check(1)").fetchall()
            [(version,)] = backup.execute("PRAGMA user_version").fetchall()
            backup.execute("SELECT count(*) FROM facts").fetchone()
    except (sqlite3.Error, ValueError) as error:
        raise CannotRestore(f"{src} is not a whole Foyer journal ({error}).") from error
    if sound != "ok":
        raise CannotRestore(f"{src} is damaged: {' '.join(sound.split())}")
    if version > len(STEPS):
        raise CannotRestore(f"{src} was written by a newer Foyer. Restore it with that one.")


def _copied(src: Path, journal: Path) -> Path:
    arriving = journal.with_suffix(".restoring")
    arriving.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(address(src, "ro"), uri=True)) as backup:
            backup.execute("VACUUM INTO ?", [str(arriving)])
    except sqlite3.Error as error:
        arriving.unlink(missing_ok=True)
        raise CannotRestore(f"{src} could not be copied to {arriving}: {error}.") from error
    sync(arriving)
    return arriving


def _must_be_closed(journal: Path) -> None:
    """Nobody gets an exclusive lock while another has the journal open. With it what is left in the
    log is brought to the file, so that the old journal is one file."""
    if not journal.exists():
        return
    try:
        check_log(journal)
        with closing(sqlite3.connect(journal, timeout=0, isolation_level=None)) as db:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("BEGIN EXCLUSIVE")
            db.execute("COMMIT")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError as error:
        if (error.sqlite_errorcode & 0xFF) in IN_USE:
            raise InUse(str(error)) from error
        # Damaged: all the more reason to restore. It goes aside as it is.
    except Damaged:
        pass


def _second_name(journal: Path) -> Path | None:
    """The database, its log and the log's index, or those of them that there are."""
    at = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    aside = journal.with_name(f"{journal.stem}-before-{at}{journal.suffix}")
    there = [
        (old, new)
        for old, new in zip((journal, *beside(journal)), (aside, *beside(aside)), strict=True)
        if old.exists()
    ]
    for old, new in there:
        try:
            os.link(old, new)
        except OSError:
            # Not every file system gives a file two names.
            shutil.copyfile(old, new)
            sync(new)
    sync(journal.parent)
    return there[0][1] if there else None
