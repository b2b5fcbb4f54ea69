"""A process of its own that writes to a journal: `python -m tests.journal.writer MODULE:CLASS
PLACE NAME`. For each line it is told it writes one visit, made ready before, and says that
visit's name once it is durable, or `lost`."""

from __future__ import annotations

import sys
from importlib import import_module
from itertools import count
from pathlib import Path

from server.journal.contract import Conflict, Journal
from tests.journal.morning import Morning, key, ticket


def open_journal(engine: str, place: str) -> Journal:
    module, name = engine.split(":")
    journal: Journal = getattr(import_module(module), name)(Path(place))
    return journal


def write(journal: Journal, name: str) -> None:
    for n in count():
        writer = Morning(journal, by=name)
        visit = f"{name}-{n}"
        writer.stage(*ticket(visit, n), key=key(visit), guests=((visit, "name", visit),))
        say("ready")
        if not sys.stdin.readline():
            return
        try:
            writer.save()
        except Conflict:
            visit = "lost"
        say(visit)


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    engine, place, name = sys.argv[1:]
    write(open_journal(engine, place), name)
