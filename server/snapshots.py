"""Snapshots: what a restart need not work out again from all of the facts.

The Day, and what was learned, as they were after some fact; the facts behind it are read as ever. A
snapshot may be thrown away at any time, and is, when it is damaged or another program made it: what
facts come to is the code's business, so a digest of that code goes with it. It is never unpickled:
only values of known types come out of it.
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Raw

import server.floor
import server.waits
from server.floor.day import Day
from server.floor.plan import StorePlan
from server.floor.snapshot import Part, day_of, day_parts, encode
from server.journal.contract import Journal, Snapshot, Stream
from server.waits.forecaster import Forecaster
from server.waits.snapshot import forecaster_of, forecaster_parts

log = logging.getLogger("foyer.snapshots")

DAY, LEARNED = "day", "learned"
LEVEL = 1
"""zlib's quickest: a day of ten thousand visits becomes 2 MB of 20."""
LENGTH_BYTES = 4
T = TypeVar("T")
_part = msgspec.msgpack.Decoder(tuple[str, Raw]).decode


class Unpacked(msgspec.Struct, frozen=True):
    """A snapshot to be. It no longer changes with the store, and is quick to make."""

    what: str
    stream: Stream
    seq: int
    version: bytes
    parts: list[Part]

    def packed(self) -> Snapshot:
        """Takes a while; on any thread. Python's lock is let go of from part to part."""
        return Snapshot(self.what, self.stream, self.seq, self.version, packed(self.parts))


class Snapshots:
    """Those of one store, by the plan it is run under."""

    def __init__(self, plan: StorePlan, journal: Journal) -> None:
        self._plan = plan
        self._journal = journal
        plain = msgspec.msgpack.encode((plan, list(plan.services)), order="deterministic")
        self._versions = {DAY: code(), LEARNED: code() + sha256(plain).digest()}

    def of_day(self, day: Day) -> Unpacked:
        stream = Stream(day.store, day.date)
        return Unpacked(DAY, stream, day.seq, self._versions[DAY], day_parts(day))

    def of_learned(self, forecaster: Forecaster) -> Unpacked:
        date, seq = forecaster.known_to
        version, parts = self._versions[LEARNED], forecaster_parts(forecaster)
        return Unpacked(LEARNED, Stream(self._plan.id, date), seq, version, parts)

    def day(self, stream: Stream) -> Day:
        """As a snapshot of it has it, or as it begins."""
        found = self._found(DAY)
        if found is not None and found.stream == stream:
            day = _read(found, lambda parts: day_of(*stream, parts))
            if day is not None and day.seq == found.seq:
                return day
        return Day(*stream)

    def recall(self, forecaster: Forecaster, today: str) -> None:
        """Lets it know what a snapshot says was learned up to today."""
        found = self._found(LEARNED)
        if found is not None and found.stream.date <= today:
            known = _read(found, lambda parts: forecaster_of(self._plan, parts))
            if known is not None and known.known_to == (found.stream.date, found.seq):
                forecaster.become(known)

    def _found(self, what: str) -> Snapshot | None:
        found = self._journal.snapshot(self._plan.id, what)
        return found if found is not None and found.version == self._versions[what] else None


def _read(snapshot: Snapshot, made_of: Callable[[Iterable[tuple[str, Raw]]], T]) -> T | None:
    try:
        return made_of(unpacked(snapshot.body))
    except Exception as error:  # noqa: BLE001 whatever is wrong with it, the facts are there
        log.warning("the snapshot of %s %s is ignored: %s", snapshot.what, snapshot.stream, error)
        return None


def packed(parts: Iterable[Part]) -> bytes:
    """Each part with its length before it, compressed."""
    compressor = zlib.compressobj(LEVEL)
    found = []
    for part in parts:
        body = encode(part)
        found.append(compressor.compress(len(body).to_bytes(LENGTH_BYTES) + body))
    return b"".join([*found, compressor.flush()])


def unpacked(body: bytes) -> Iterator[tuple[str, Raw]]:
    whole = memoryview(zlib.decompress(body))
    while whole:
        length = int.from_bytes(whole[:LENGTH_BYTES])
        yield _part(whole[LENGTH_BYTES : LENGTH_BYTES + length])
        whole = whole[LENGTH_BYTES + length :]


@lru_cache(maxsize=1)
def code() -> bytes:
    """A digest of the code that says what facts come to."""
    digest = sha256(msgspec.__version__.encode())
    for room in (server.floor, server.waits):
        for path in sorted(Path(*room.__path__).glob("**/*.py")):
            digest.update(path.read_bytes())
    return digest.digest()
