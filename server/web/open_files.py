"""How many connections there may be: shares of the files this process may have open."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

OWN = 64
"""Left to ourselves: the journal, the processes beside it, the hub, a backup being made."""
PHONES_MAX = 12_000
STRANGERS_MAX = 1000
WANTED = 1024
"""Below this a busy store's phones may not all get in."""


class Shares(NamedTuple):
    """The rest is for devices, which are tens, and for phones that load their page."""

    phones: int
    strangers: int


def shares(most: int) -> Shares:
    """Of `most` open files. However few there are, somebody of each sort gets in."""
    free = max(most - OWN, 8)
    return Shares(min(PHONES_MAX, free * 5 // 8), min(STRANGERS_MAX, free // 4))


def open_files_max() -> int:
    """How many connections and files this process may have open, once it has asked for all."""
    return resource.getrlimit(resource.RLIMIT_NOFILE)[1]


def raise_open_files() -> None:
    most = open_files_max()
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


class Spare:
    """A file kept open for when there are no more: given up, there is one for a moment."""

    def __init__(self) -> None:
        self._file = _nothing()

    def close(self) -> None:
        self._file.close()

    @contextmanager
    def given_up(self) -> Iterator[None]:
        self._file.close()
        try:
            yield
        finally:
            self._file = _nothing()


def _nothing() -> IO[bytes]:
    return Path(os.devnull).open("rb")
