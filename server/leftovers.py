"""What was left in the journal's folder by work that was cut short, or kept for a day that may
never come. The first kind is cleared away at a start; the second is for a person to decide on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from server.journal.file import BESIDE

RUBBISH = ("*.part", "*.restoring", ".doctor-*")
"""Half a backup, half a restored journal, a doctor's trial of the disk."""
RUBBISH_AFTER_S = 3600
"""A copy of a large journal may take a while; nothing takes that long."""
KEPT = {
    "foyer-version*": "the journal before an upgrade",
    "foyer-before-*": "the journal before a restore",
}


class Leftover(NamedTuple):
    path: Path
    what: str
    age_s: float
    size_bytes: int


def clear(folder: Path) -> list[Path]:
    """Removes what is surely rubbish, and answers what that was."""
    old = [one.path for one in _found(folder, RUBBISH, "") if one.age_s > RUBBISH_AFTER_S]
    for path in old:
        with suppress(OSError):
            path.unlink()
    return [path for path in old if not path.exists()]


def leftovers(folder: Path) -> list[Leftover]:
    """The oldest first; what lies beside a database is counted to it."""
    found = list(_found(folder, RUBBISH, "left by work that was cut short"))
    for pattern, what in KEPT.items():
        found += _found(folder, (pattern,), what)
    return sorted(found, key=lambda one: -one.age_s)


def _found(folder: Path, patterns: tuple[str, ...], what: str) -> Iterator[Leftover]:
    now = time.time()
    for path in (path for pattern in patterns for path in folder.glob(pattern)):
        with suppress(FileNotFoundError):
            if path.is_file() and not path.name.endswith(BESIDE):
                stat = path.stat()
                yield Leftover(path, what, now - stat.st_mtime, stat.st_size)
