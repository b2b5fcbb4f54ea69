"""Whether anybody's quote is ever broken by a move, and whether anybody can be starved.

    python -m bench moves [--days 200] [--seed 1] [--processes 2]

Short days in small stores of every kind: 3 to 6 counters, equal or skilled, loads from .8 to 1.2,
one customer in six with a head start. Foyer's own floor, forecasts and balance, on auto. Whenever
it moves somebody, the day goes on twice with the same customers and the same luck, with the move
and without it, and nothing is moved after. `broken` are quotes of those who stood there that hold
without the move and not with it. `overtaken_within_min` is the largest span by which somebody came
later than one he was called before: it is bounded by the head start and the lead together.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, fields
from functools import partial
from multiprocessing import get_context
from typing import Any

import click

from bench import _balance_store as sim
from bench._asking import answered
from server.floor import commands as c
from server.floor.facts import Fact, Millis, VisitCalled, VisitMoved
from server.floor.routing import LEAD_MS
from server.floor.state import Visit

VISITS = (40, 80)
LOADS = (0.8, 1.2)
HURRIED = 1 / 6
BOUND_MS = round(sim.HEAD_START_MINUTES * 60_000) + LEAD_MS
AT_ONCE = 20


@dataclass
class Tally:
    days: int = 0
    visits: int = 0
    moves: int = 0
    watched: int = 0
    """Quotes of somebody who waited at a move."""
    broken: int = 0
    saved: int = 0
    """Quotes that hold with a move and not without it."""
    called_otherwise: int = 0
    overtakes: int = 0
    overtaken_within_ms: Millis = 0
    starved: int = 0

    def add(self, other: Tally) -> None:
        for one in fields(self):
            both = (getattr(self, one.name), getattr(other, one.name))
            setattr(self, one.name, max(both) if one.name.endswith("_ms") else sum(both))


class Watched(sim.FoyerStore):
    """Foyer on auto, where every move is tried with and without."""

    def __init__(self, store: sim.Store, seed: int) -> None:
        self.tally = Tally(days=1, visits=len(store.customers))
        super().__init__(store, "auto", seed)

    def settle(self, news: c.Offer) -> None:
        before = self._left_alone()
        made = self.do(news)
        moved = sum(isinstance(fact, VisitMoved) for fact in made)
        if moved:
            self.tally.moves += moved
            self._judge(before.ended(), self._left_alone().ended())

    def do(self, command: c.Command) -> tuple[Fact, ...]:
        facts = super().do(command)
        for fact in facts:
            if isinstance(fact, VisitCalled):
                self._count_overtakes(fact)
        return facts

    def ended(self) -> dict[str, Visit]:
        self.play()
        return self.day.visits

    def _left_alone(self) -> Watched:
        kept = {id(one): one for one in (self.plan, self.store, self.tally)}
        other = deepcopy(self, kept)
        other.left_alone, other.tally = True, Tally()
        return other

    def _judge(self, without: dict[str, Visit], with_it: dict[str, Visit]) -> None:
        for visit in self.day.visits.values():
            quote = visit.leg.quote
            if visit.state != "waiting" or quote is None:
                continue
            at_first, now = (day[visit.id].leg.called_at or 0 for day in (without, with_it))
            self.tally.watched += 1
            self.tally.broken += at_first <= quote.call_by < now
            self.tally.saved += now <= quote.call_by < at_first
            self.tally.called_otherwise += now != at_first

    def _count_overtakes(self, call: VisitCalled) -> None:
        first = self.day.visits[call.visit]
        for overtake in call.overtakes:
            passed = self.day.visits[overtake.visit]
            later_ms = first.arrived_at - passed.arrived_at
            self.tally.overtakes += 1
            self.tally.overtaken_within_ms = max(self.tally.overtaken_within_ms, later_ms)
            self.tally.starved += later_ms > BOUND_MS


def play_day(seed: int) -> Tally:
    store = Watched(some_store(seed), seed)
    store.play()
    return store.tally


def some_store(seed: int) -> sim.Store:
    chance = random.Random(seed)
    kind = chance.choice((sim.equal, sim.skilled))
    counters = kind(chance.randint(3, 6))
    come = sim.customers(counters, chance.uniform(*LOADS), chance.randint(*VISITS), seed)
    hurried = [one._replace(needs=(sim.HURRY,)) if _is(chance) else one for one in come]
    return sim.Store(counters, tuple(hurried))


def _is(chance: random.Random) -> bool:
    return chance.random() < HURRIED


def added(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for number, tally in enumerate(tallies, 1):
        total.add(tally)
        if number % 500 == 0:
            click.echo(f"{number} days, {total.moves} moves, {total.broken} broken", err=True)
    return total


@click.command(help=__doc__)
@click.option("--days", default=200, show_default=True, type=click.IntRange(min=1))
@click.option("--seed", default=1, show_default=True)
@click.option("--processes", default=2, show_default=True, type=click.IntRange(min=1))
def _run(days: int, seed: int, processes: int) -> dict[str, Any]:
    seeds = range(seed * 1_000_000, seed * 1_000_000 + days)
    with get_context("spawn").Pool(processes) as pool:
        total = added(pool.imap_unordered(play_day, seeds, chunksize=AT_ONCE))
    figures = {one.name: getattr(total, one.name) for one in fields(total)}
    figures["overtaken_within_min"] = round(figures.pop("overtaken_within_ms") / 60_000, 1)
    figures["bound_min"] = BOUND_MS / 60_000
    shown = {"no_quote_broken_by_a_move": not total.broken, "nobody_starved": not total.starved}
    return {**figures, "shows": {"holds": {"moves_were_made": total.moves > 0, **shown}}}


main = partial(answered, _run)
