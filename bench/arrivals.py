"""How many come in the next half hour: what a store usually sees, against simpler ways to tell it.

    python -m bench arrivals LOG.csv [--apart /]

A queue log is played in time order through what the store learns with; each half hour is told as it
begins, and compared with who then came, once a week of the log has passed. With `--apart` the part
of a `queue_id` before that sign is a store of its own, else the whole log is one. The log names no
holidays, so none is known.

`error` is the mean absolute error, in people, of a store's half hour: `usual` as told when the day
begins, `today` as told when the half hour begins, `last` if the half hour before came again,
`week_ago` if the one a week before did. `people` is how many come on average.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import click
import numpy as np

from bench._asking import answered
from bench.waits import DAY_STARTS, Row, read
from server.floor.hours import day_bounds
from server.floor.plan import Hours, Service, StorePlan, Times
from server.waits.arrivals import HALF_HOUR_MS, HALVES, Arrivals

WEEK = timedelta(days=7)
FIRST = int(DAY_STARTS / timedelta(minutes=30))
"""The half hour of the clock in which a day begins."""
WAYS = ("usual", "today", "last", "week_ago")


@click.command("arrivals", help=__doc__)
@click.argument("log", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--apart", default="", help="What ends a store's name within a queue_id.")
def _run(log: Path, apart: str) -> dict[str, Any]:
    stores: dict[str, list[Row]] = defaultdict(list)
    for row in read(log).rows:
        stores[row.queue.partition(apart)[0] if apart else ""].append(row)
    halves = [half for rows in stores.values() for half in told(rows)]
    if not halves:
        raise click.ClickException(f"{log}: a week and a day are needed, this log is shorter.")
    came, *ways = np.array(halves).T
    return {
        "log": log.name,
        "stores": len(stores),
        "half_hours": len(came),
        "people": round(float(came.mean()), 3),
        "error": {
            name: round(float(np.abs(way - came).mean()), 3)
            for name, way in zip(WAYS, ways, strict=True)
        },
    }


def told(rows: list[Row]) -> list[tuple[float, ...]]:
    """Of every half hour in which anybody came or was expected: who came, then each of `WAYS`."""
    plan = _plan(sorted({row.queue for row in rows}))
    arrivals = Arrivals(plan)
    found: list[tuple[float, ...]] = []
    days: dict[date, np.ndarray[Any, Any]] = {}
    for day, of_day in sorted(_by_day(rows).items()):
        arrivals.new_day(day.isoformat())
        usual = arrivals.expected(day.isoformat()).sum(axis=0)
        days[day] = came = np.zeros(HALVES)
        week_ago = days.get(day - WEEK, came * 0)
        begins, _ = day_bounds(plan, day.isoformat())
        for n in range(HALVES):
            now, half = begins + n * HALF_HOUR_MS, (n + FIRST) % HALVES
            today = len(arrivals.coming(now, HALF_HOUR_MS))
            for queue in of_day[half].elements():
                arrivals.came(queue, now)
            came[half] = of_day[half].total()
            if day - min(days) >= WEEK and (came[half] or usual[half] >= 0.5):
                found.append((came[half], usual[half], today, came[half - 1], week_ago[half]))
    return found


def _by_day(rows: list[Row]) -> dict[date, list[Counter[str]]]:
    """Who came in each half hour, queue by queue."""
    found: dict[date, list[Counter[str]]] = {}
    for row in rows:
        at = int(row.hour * 2)
        halves = found.setdefault(date.fromisoformat(row.day), [Counter() for _ in range(HALVES)])
        halves[at][row.queue] += 1
    return found


def _plan(queues: list[str]) -> StorePlan:
    return StorePlan(
        id="log",
        name={"en": "Log"},
        time_zone="UTC",
        languages=("en",),
        lines="pool",
        day_starts=time(FIRST // 2),
        hours=Hours(((),) * 7, always_open=True),
        times=Times(),
        services={queue: Service(queue, {"en": queue}, "A", 10.0) for queue in queues},
        papers={},
        counters={},
        staff={},
        needs={},
    )


main = partial(answered, _run)
