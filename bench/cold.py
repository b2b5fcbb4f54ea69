"""An office whose queues were never seen, told its waits from its first ticket.

    python -m bench cold LOG.csv --history LOG2.csv [--by queue_id] [--processes 2]

An office is what `--by` says before the first "/": of Warsaw's queues, `UD_Wola/421` is one of
UD_Wola. LOG is replayed as `bench waits` does, each office three times: `warm`, all of the history
and of the log known; `among`, its own days left out of the history, the other offices' not;
`alone`, nothing known at all. `mae_min` is of the same tickets each time, `times_warm` how many
times as much as warm. `kept90` leaves out an office's first fifty tickets, and offices with fewer.
"""

from __future__ import annotations

import os

# Before NumPy comes in: its threads would wait for each other wherever a core is busy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

import click

from bench._asking import answered
from bench.waits import Replay, Row, lines, read
from server.waits.learning import Told

FIRST = 50
WAYS = ("warm", "among", "alone")


class Scored(NamedTuple):
    """One ticket told one way, minutes."""

    error: float
    kept: bool
    first: bool
    """Whether it is one of its office's first fifty."""


class Office(NamedTuple):
    name: str
    rows: list[Row]
    others: list[Row]
    """What is known of other offices from before."""


def by_office(path: Path, column: str) -> dict[str, list[Row]]:
    log, written = read(path), lines(path)
    if written and column not in written[0]:
        raise click.ClickException(f"{path}: no column {column}; there are {', '.join(written[0])}")
    offices: dict[str, list[Row]] = {}
    for row, place in zip(log.rows, log.places, strict=True):
        offices.setdefault(written[place][column].partition("/")[0], []).append(row)
    return offices


def score(rows: list[Row], told: list[Told]) -> list[Scored]:
    scored = sorted((n for n, row in enumerate(rows) if row.scored), key=lambda n: rows[n].arrived)
    return [_score(rows[n], told[n], place < FIRST) for place, n in enumerate(scored)]


def _score(row: Row, told: Told, first: bool) -> Scored:
    assert row.called is not None
    waited = (row.called - row.arrived) / 60
    return Scored(abs(told.likely - waited), waited <= told.high, first)


def cold(office: Office) -> tuple[str, dict[str, list[Scored]]]:
    """As one that is new among others, and as one where nothing is known."""
    among = Replay().play(office.others + office.rows)[len(office.others) :]
    alone = Replay().play(office.rows)
    return office.name, {"among": score(office.rows, among), "alone": score(office.rows, alone)}


def warm(history: list[Row], offices: dict[str, list[Row]]) -> dict[str, list[Scored]]:
    rows = [row for name in offices for row in offices[name]]
    told = iter(Replay().play(history + rows)[len(history) :])
    return {name: score(of, [next(told) for _ in of]) for name, of in offices.items()}


def figures(ways: dict[str, list[Scored]]) -> dict[str, Any]:
    errors = {way: sum(one.error for one in ways[way]) / len(ways[way]) for way in WAYS}
    return {"tickets": len(ways["warm"])} | {
        way: {
            "mae_min": round(errors[way], 3),
            "times_warm": round(errors[way] / errors["warm"], 3) if errors["warm"] else None,
            "kept90": _kept([one for one in ways[way] if not one.first]),
        }
        for way in WAYS
    }


def _kept(told: list[Scored]) -> float | None:
    return round(sum(one.kept for one in told) / len(told), 3) if told else None


@click.command(help=__doc__)
@click.argument("log", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--history", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--by", default="queue_id", show_default=True)
@click.option("--processes", default=2, show_default=True, type=click.IntRange(min=1))
def _run(log: Path, history: Path, by: str, processes: int) -> dict[str, Any]:
    offices = by_office(log, by)
    begins = min((row.arrived for rows in offices.values() for row in rows), default=0.0)
    before = {
        name: [row for row in rows if row.arrived < begins]
        for name, rows in by_office(history, by).items()
    }
    of_others = {
        name: [row for other in before if other != name for row in before[other]]
        for name in offices
    }
    known = warm([row for rows in before.values() for row in rows], offices)
    told = {}
    asked = [Office(name, rows, of_others[name]) for name, rows in offices.items() if known[name]]
    with get_context("spawn").Pool(processes) as pool:
        for name, ways in pool.imap(cold, asked):
            told[name] = ways | {"warm": known[name]}
            click.echo(f"{name}: {figures(told[name])}", err=True)
    together = {way: [one for ways in told.values() for one in ways[way]] for way in WAYS}
    return {
        "together": figures(together) if told else None,
        "offices": {name: figures(ways) for name, ways in sorted(told.items())},
    }


main = partial(answered, _run)
