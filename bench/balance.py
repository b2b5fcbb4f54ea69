"""Simulated stores, the same customers under every policy: who waits how long, and behind whom.

    python -m bench balance [--visits 8000] [--counters 6] [--cells equal-.85 …] [--seeds 3]
        [--log LOG.csv]

Six cells: counters that are equal, or have 2–3 of 3 skills and speeds from .8 to 1.25, at loads of
.70, .85 and .95. Policies: a line by chance, the shortest, the least expected wait; Foyer with
staff who take half of what is suggested within a minute, Foyer on auto; and one pooled line, which
calls in the order of arrival. Minutes; `overtakes` and `moves` are per visit; `elsewhere` is the
share that a free counter called out of another's line. Each figure is the mean over the seeds,
because the longest wait of one of them is a single person's luck; `max_each` is of every seed, the
longest wait over that of the pooled line. With `--log`, services last as those of a
queue log. `suggestion_told`: from a change until the suggestion it causes is told to the tablets.
"""

from __future__ import annotations

import csv
import gzip
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click
import numpy as np

from bench import _balance_latency as latency
from bench import _balance_store as sim
from bench._asking import answered

LOADS = (0.70, 0.85, 0.95)
WARM_UP = 0.05
TOLD_MS = 300
SHAPE_FROM, SHAPE_TO = 20.0, 7200.0


def told(calls: list[sim.Called]) -> dict[str, float]:
    calls = calls[round(len(calls) * WARM_UP) :]
    waits = np.array([call.waited_s for call in calls]) / 60
    p90, p99 = np.percentile(waits, (90, 99))
    figures = {"mean": waits.mean(), "p90": p90, "p99": p99, "max": waits.max()}
    figures["overtakes"] = np.mean([call.overtaken for call in calls])
    return {name: round(float(figure), 3) for name, figure in figures.items()}


def foyer(store: sim.Store, rebalance: str, seed: int) -> dict[str, float]:
    real = sim.FoyerStore(store, rebalance, seed)
    figures = told(real.play())
    visits = len(store.customers)
    return {
        **figures,
        "moves": round(real.moves / visits, 3),
        "elsewhere": round(real.elsewhere / visits, 3),
        "quotes_broken": round(real.quotes_broken / visits, 4),
        **real.offers,
    }


def cell(
    counters: tuple[sim.Counter, ...], load: float, visits: int, seeds: range, lengths: Any
) -> Any:
    each = [
        policies(sim.Store(counters, sim.customers(counters, load, visits, seed, lengths)), seed)
        for seed in seeds
    ]
    figures: dict[str, Any] = {
        name: {f: round(float(np.mean([one[name][f] for one in each])), 4) for f in first}
        for name, first in each[0].items()
    }
    for name in ("foyer_suggest", "foyer_auto"):
        figures[name]["of_pooled"] = {
            figure: round(figures[name][figure] / figures["pooled"][figure], 3)
            for figure in ("mean", "p90", "p99", "max")
        }
        over = [one[name]["max"] / one["pooled"]["max"] for one in each]
        figures[name]["max_each"] = [round(ratio, 3) for ratio in over]
    return figures


def policies(store: sim.Store, seed: int) -> dict[str, dict[str, float]]:
    lean = {
        "random": sim.random_line,
        "shortest": sim.shortest_line,
        "least_expected_wait": sim.least_expected_wait,
        "pooled": sim.one_line,
    }
    figures = {name: told(sim.Lines(store, choose, seed).play()) for name, choose in lean.items()}
    figures["foyer_suggest"] = foyer(store, "suggest", seed)
    figures["foyer_auto"] = foyer(store, "auto", seed)
    return figures


def lengths_of(log: Path) -> list[float]:
    """From the call to the end, rescaled to the bench's mean, without what nobody meant."""
    opens = gzip.open if log.suffix == ".gz" else open
    with opens(log, "rt", encoding="utf-8-sig") as lines:
        rows = [(row["called_at"], row["ended_at"]) for row in csv.DictReader(lines)]
    took = [
        (datetime.fromisoformat(ended) - datetime.fromisoformat(called)).total_seconds()
        for called, ended in rows
        if called and ended
    ]
    kept = [seconds for seconds in took if SHAPE_FROM <= seconds <= SHAPE_TO]
    if not kept:
        raise click.ClickException(f"{log} tells of no service from its call to its end")
    scale = sim.MEAN_S / (sum(kept) / len(kept))
    return [seconds * scale for seconds in kept]


def holds(cells: dict[str, Any]) -> dict[str, bool]:
    """What Foyer's lines promise, in every cell that was played."""

    def everywhere(figure: Any) -> bool:
        return all(figure(name, one) for name, one in cells.items())

    return {
        "auto_mean": everywhere(
            lambda name, one: (
                one["foyer_auto"]["of_pooled"]["mean"] <= (1.05 if ".70" in name else 1.02)
            )
        ),
        "auto_p99_and_max": everywhere(
            lambda _, one: max(one["foyer_auto"]["of_pooled"][f] for f in ("p99", "max")) <= 1.05
        ),
        "auto_overtakes": everywhere(lambda _, one: one["foyer_auto"]["overtakes"] <= 0.4),
        # Whoever is called out of another's line walks as well.
        "auto_moves_and_elsewhere": everywhere(
            lambda name, one: (
                one["foyer_auto"]["moves"] + one["foyer_auto"]["elsewhere"]
                <= (0.5 if ".95" in name else 0.4)
            )
        ),
        "suggest_mean": everywhere(
            lambda _, one: one["foyer_suggest"]["of_pooled"]["mean"] <= 1.10
        ),
    }


@click.command(help=__doc__)
@click.option("--visits", default=8000, show_default=True)
@click.option("--counters", default=6, show_default=True, type=click.IntRange(3, 8))
@click.option("--seed", default=1, show_default=True, help="The first.")
@click.option("--seeds", default=3, show_default=True, type=click.IntRange(1))
@click.option("--cells", multiple=True, help="Only these, such as equal-.85; all six if left out.")
@click.option("--rounds", default=9, show_default=True, help="Of how soon a suggestion is told.")
@click.option("--log", type=click.Path(exists=True, path_type=Path), default=None)
def _run(
    visits: int,
    counters: int,
    seed: int,
    seeds: int,
    cells: tuple[str, ...],
    rounds: int,
    log: Path | None,
) -> dict[str, Any]:
    lengths = lengths_of(log) if log else None
    kinds = {"equal": sim.equal(counters), "skills": sim.skilled(counters)}
    played: dict[str, Any] = {}
    for kind, places in kinds.items():
        for load in LOADS:
            name = f"{kind}-{load:.2f}".replace("0.", ".")
            if not cells or name in cells:
                played[name] = cell(places, load, visits, range(seed, seed + seeds), lengths)
                auto = played[name]["foyer_auto"]
                click.echo(f"{name}: {auto['of_pooled']} {auto['max_each']}", err=True)
    if not played:
        raise click.ClickException("no such cell; there are equal and skills, -.70, -.85 and -.95")
    told_after = latency.measured(rounds)
    return {
        "visits": visits,
        "counters": counters,
        "services": str(log) if log else f"lognormal, mean {sim.MEAN_S / 60:g} min, cv {sim.CV}",
        "cells": played,
        "suggestion_told": told_after,
        "shows": {
            "holds": {**holds(played), "told_within_300_ms": told_after["max_ms"] <= TOLD_MS}
        },
    }


main = partial(answered, _run)
