"""The rows, worked out again from the facts. They must come out as they are: then nothing but
the facts is needed to know what happened. Safe while a store is open."""

from __future__ import annotations

from msgspec import Struct

from server.floor.day import Day
from server.journal.contract import Conflict, Journal, Rows, Stream
from server.journal.projection import rows_of_day


class Rebuilt(Struct, frozen=True):
    days: int
    visits: int
    legs: int
    differing: tuple[str, ...]
    """The dates whose rows were not what their facts say. They are now."""


def rebuild(journal: Journal, store: str) -> Rebuilt:
    visits = legs = 0
    differing = []
    streams = journal.streams(store)
    for stream in streams:
        rows, were_same = _rebuild_day(journal, stream)
        visits += len(rows.visits)
        legs += len(rows.legs)
        if not were_same:
            differing.append(stream.date)
    return Rebuilt(len(streams), visits, legs, tuple(differing))


def _rebuild_day(journal: Journal, stream: Stream) -> tuple[Rows, bool]:
    while True:
        day = _replayed(journal, stream)
        rows, found = rows_of_day(day), journal.rows(stream)
        if journal.last_seq(stream) != day.seq:
            continue  # The day went on meanwhile: what was compared is of different moments.
        if rows == found:
            return rows, True
        try:
            journal.replace_rows(stream, day.seq, rows)
        except Conflict:
            continue
        return rows, False


def _replayed(journal: Journal, stream: Stream) -> Day:
    day = Day(*stream)
    for recorded in journal.read(stream):
        day.apply(recorded)
    return day
