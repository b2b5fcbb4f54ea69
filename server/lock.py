"""One server to a folder: held while it runs, so that nothing is put in its journal's place."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = "foyer.lock"
UNSUPPORTED = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)
"""Some network folders know no locks: then nobody is kept out."""


class InUse(Exception):
    """Another holds the folder."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The kernel lets go of it when this process ends, however it ends. Raises InUse, OSError."""
    descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(descriptor, folder)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InUse(
            f"A store is already open with {folder}. Stop that one first, or name another folder"
            " with --data: each store has its own."
        ) from error
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
