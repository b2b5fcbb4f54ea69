"""A store that becomes slow at noon: how soon its quotes are kept again; and on a first day.

    python -m bench drift [--seeds 20] [--first 1] [--processes 2]

Foyer's own floor, forecaster and rehearsal, in stores of 1, 3 and 6 counters at loads of .55 and
.80. Each seed is two days: one without any history but true typical minutes, then one on which
every service begun after noon takes 1.6 times as long, until 160 customers have come since noon (a
single counter may close before). A load of .80 is 1.28 then: the line only grows. Everybody who
came is played until he is called.

A quote given to a customer is kept when he is called by its `call_by`; it counts in the window he
came in. The first after noon still rest on the old pace, which nobody can know to be over:
`first_40` are those. `next_40` come after them, `after_40` are all from there until closing.
`kept` is the share of them, `width_min` how far apart, on average, their two ends are.
"""

from __future__ import annotations

import os

# Before NumPy comes in: its threads would wait for each other wherever a core is busy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from functools import partial
from multiprocessing import get_context
from typing import Any, NamedTuple

import click

from bench import _balance_store as sim
from bench._asking import answered
from server.waits.learned import fit
from server.waits.outlook import look_ahead

COUNTERS = (1, 3, 6)
LOADS = (0.55, 0.80)
SLOWER = 1.6
NOON_S, CLOSING_S = 2 * 3600.0, 16 * 3600.0
"""After opening at ten; a single counter needs a long day to give enough quotes."""
AFTERNOON = 160
"""Customers at most, from noon."""
NIGHT_MS = 24 * 3600 * 1000
FOUND_AGAIN = 40
PROMISED = 0.85
WINDOWS = ("day_one", "first_40", "next_40", "after_40")


class Given(NamedTuple):
    """A quote, and what came of it."""

    at_s: float
    kept: bool
    width_min: float


Windows = dict[str, list[Given]]


class Rehearsed(sim.FoyerStore):
    """A day rehearsed before every ticket, as it is live; nobody is moved."""

    slows_at_s = float("inf")

    def _comes(self, customer: sim.Customer) -> None:
        asked = self.forecaster.ask(self.day, self.now)
        assert asked is not None
        self.forecaster.hear(look_ahead(asked[0]), asked[1])
        if self.forecaster.due:
            study = self.forecaster.study()
            self.forecaster.learned(fit(study.sights, study.waits_min, study.days_ago))
        super()._comes(customer)

    def _look(self, at_s: float) -> None:
        if at_s >= self.slows_at_s:
            self.slows_at_s = float("inf")
            slower = (one._replace(speed=one.speed / SLOWER) for one in self.store.counters)
            self.store = self.store._replace(counters=tuple(slower))

    def given(self) -> list[Given]:
        self.play()
        return [self._given(f"v{n}") for n in range(len(self.store.customers))]

    def _given(self, visit: str) -> Given:
        leg = self.day.visits[visit].leg
        assert leg.quote is not None and leg.called_at is not None
        width_min = (leg.quote.high_s - leg.quote.low_s) / 60
        at_s = (leg.joined_at - self.start) / 1000
        return Given(at_s, leg.called_at <= leg.quote.call_by, width_min)


def customers(counters: int, load: float, seed: int) -> tuple[sim.Customer, ...]:
    until_noon = round(2 * load * counters * NOON_S / sim.MEAN_S) + 50
    come = sim.customers(sim.equal(counters), load, until_noon + AFTERNOON, seed)
    noon = sum(one.at_s < NOON_S for one in come)
    return tuple(one for one in come[: noon + AFTERNOON] if one.at_s < CLOSING_S)


def play(counters: int, load: float, seed: int) -> Windows:
    places = sim.equal(counters)
    first = Rehearsed(sim.Store(places, customers(counters, load, 2 * seed)), "off", seed)
    day_one = first.given()
    second = Rehearsed(
        sim.Store(places, customers(counters, load, 2 * seed + 1)),
        "off",
        seed,
        first.start + NIGHT_MS,
        first.forecaster,
    )
    second.slows_at_s = NOON_S
    slow = [one for one in second.given() if one.at_s >= NOON_S]
    after = slow[FOUND_AGAIN:]
    return {
        "day_one": day_one,
        "first_40": slow[:FOUND_AGAIN],
        "next_40": after[:FOUND_AGAIN],
        "after_40": after,
    }


def figures(windows: list[Windows]) -> dict[str, Any]:
    return {name: _figures([one for each in windows for one in each[name]]) for name in WINDOWS}


def _figures(given: list[Given]) -> dict[str, float]:
    width_min = sum(one.width_min for one in given) / len(given)
    return {"quotes": len(given), "kept": _kept(given), "width_min": round(width_min, 1)}


def _kept(given: list[Given]) -> float:
    return round(sum(one.kept for one in given) / len(given), 3)


class Cell(NamedTuple):
    counters: int
    load: float
    seed: int

    @property
    def store(self) -> str:
        return f"{self.counters}-{self.load:.2f}".replace("0.", ".")


def _play(cell: Cell) -> tuple[Cell, Windows]:
    return cell, play(*cell)


def shows(stores: dict[str, Any], seeds: dict[Cell, dict[str, float]]) -> dict[str, Any]:
    again = {cell: kept["after_40"] for cell, kept in seeds.items()}
    worst = min(again, key=lambda cell: again[cell])

    def kept(window: str, *of: str) -> bool:
        return all(stores[store][window]["kept"] >= PROMISED for store in of)

    every = [store for store in stores if store != "together"]
    return {
        "holds": {
            "day_one": kept("day_one", "together"),
            "day_one_in_every_store": kept("day_one", *every),
            "next_40": kept("next_40", "together"),
            "after_40": kept("after_40", "together"),
            "after_40_in_every_store": kept("after_40", *every),
        },
        "seeds_that_hold_after_40": round(
            sum(share >= PROMISED for share in again.values()) / len(again), 3
        ),
        "worst": {"store": worst.store, "seed": worst.seed, "after_40": again[worst]},
    }


@click.command(help=__doc__)
@click.option("--seeds", default=20, show_default=True, type=click.IntRange(min=1))
@click.option("--first", default=1, show_default=True, type=click.IntRange(min=1))
@click.option("--processes", default=2, show_default=True, type=click.IntRange(min=1))
def _run(seeds: int, first: int, processes: int) -> dict[str, Any]:
    played = range(first, first + seeds)
    cells = [Cell(n, load, seed) for seed in played for n in COUNTERS for load in LOADS]
    stores: dict[str, list[Windows]] = {}
    alone: dict[Cell, dict[str, float]] = {}
    with get_context("spawn").Pool(processes) as pool:
        for cell, windows in pool.imap(_play, cells):
            for store in (cell.store, "together"):
                stores.setdefault(store, []).append(windows)
            alone[cell] = {name: _kept(windows[name]) for name in WINDOWS}
            click.echo(f"{cell.store} seed {cell.seed}: {alone[cell]}", err=True)
    told = {store: figures(windows) for store, windows in stores.items()}
    each = {f"{cell.store} seed {cell.seed}": kept for cell, kept in alone.items()}
    return {"stores": told, "seeds": each, "shows": shows(told, alone)}


main = partial(answered, _run)
