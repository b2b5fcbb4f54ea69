"""The journal's files are its owner's alone: they hold names, and the key of every link.

New files are, by the umask of our programs. These are for files and folders that are there already,
from an older Foyer or made by hand.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

OTHERS = stat.S_IRWXG | stat.S_IRWXO
BESIDE = (".lock", ".restoring", ".restored")
KIOSK = "kiosk"
"""The outbox of a kiosk's agent on the same machine, where its --data is left out."""


def keep_private(journal: Path) -> None:
    """Closes to others what is open to them: the journal, its copies, and its folder where that
    holds nothing else. What is not ours to change stays; `open_to_others` names it."""
    for path in open_to_others(journal):
        with suppress(OSError):
            path.chmod(stat.S_IMODE(path.stat().st_mode) & ~OTHERS)


def open_to_others(journal: Path) -> list[Path]:
    return [path for path in _ours(journal) if path.stat().st_mode & OTHERS]


def _ours(journal: Path) -> Iterator[Path]:
    folder = journal.parent
    entries = list(folder.iterdir()) if folder.is_dir() else []
    files = [path for path in entries if _is_journals(path, journal)]
    yield from files
    if files and _is_of_foyer_alone(folder, set(entries) - set(files)):
        yield folder


def _is_journals(path: Path, journal: Path) -> bool:
    """foyer.db, foyer.db-wal, foyer-version8-….db, foyer.db.part, foyer.restoring, foyer.lock …"""
    name, stem = path.name, journal.stem
    beside = (f"{stem}{suffix}" for suffix in BESIDE)
    named = name.startswith(stem) and (journal.suffix in name or name in beside)
    return named and path.is_file() and not path.is_symlink()


def _is_of_foyer_alone(folder: Path, others: set[Path]) -> bool:
    """With `--data .` the folder is somebody's home, or the program's own: others may need it."""
    told = folder.stat()
    shared = bool(told.st_mode & stat.S_ISVTX)
    same = (path.name == KIOSK and path.stat().st_uid == told.st_uid for path in others)
    return not shared and all(same)
