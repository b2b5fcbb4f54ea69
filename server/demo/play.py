"""Sets the demo up: the server as in every store, and people who use it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import time
from pathlib import Path
from random import Random

import click

from server.clock import Clock
from server.demo.agenda import Agenda
from server.demo.booked import Booked
from server.demo.clock import DemoClock
from server.demo.customers import Customers
from server.demo.people import Clerk, Walker
from server.demo.visitor import Visitor
from server.doors.house import House
from server.doors.tokens import make_token
from server.floor.facts import Millis
from server.floor.hours import local
from server.floor.plan import StorePlan
from server.journal.sqlite import SqliteJournal
from server.running import EVERYWHERE, free_port, run_store
from server.settings import Settings

PAST_MS = 3_600_000
BEGAN_H = 6
SEED = 7
"""The same people every time: a demo that goes well today goes well tomorrow."""


def run_demo(settings: Settings, speed: float, host: str, port: int) -> None:
    """Until Ctrl-C. The journal is kept in a folder of its own, and thrown away at the end."""
    port = port or free_port(host)
    now = Clock().now()
    settings = _in_mid_day(settings, now)
    clock = DemoClock(speed, starts=now - PAST_MS)
    with tempfile.TemporaryDirectory(prefix="foyer-demo-") as data:
        run_store(
            settings,
            SqliteJournal(Path(data) / "foyer.db"),
            clock,
            host,
            port,
            always_open=True,
            note=f"A demo, {speed:g} times as fast as life: nothing is kept.",
            alongside=_people(clock, now, host, port),
        )


def _in_mid_day(settings: Settings, now: Millis) -> Settings:
    """Whoever looks at it at four in the morning sees a day that began hours ago, too."""
    here = local(settings.plan(), now)
    store = settings.store.model_copy(update={"day_starts": time((here.hour - BEGAN_H) % 24)})
    return replace(settings, store=store)


def _people(clock: DemoClock, now: Millis, host: str, port: int) -> Callable[[House], None]:
    def come(house: House) -> None:
        agenda = Agenda(clock, house.store.tick)
        visitor = Visitor("127.0.0.1" if host in EVERYWHERE else host, port, house.plan.id)
        customers, booked = _invite(house, agenda, visitor)
        agenda.wind(until=now)
        clock.run()
        click.echo(_to_try(house, customers, booked, f"http://localhost:{port}"))
        agenda.play()

    return come


def _to_try(house: House, customers: Customers, booked: Booked, here: str) -> str:
    """What a look around needs besides the links: a customer's phone, an appointment to check in
    at the kiosk, and the PINs."""
    pins = house.settings.pins
    people = [f"{person.name} {pins[person.id]}" for person in house.plan.staff.values()]
    lines = [f"  PINs at the tablets: {', '.join(people)}"]
    code = booked.for_whoever_looks()
    if code is not None:
        lines.insert(0, f"  kiosk    an appointment to check in: {code}")
    secret = customers.newest_waiting()
    if secret is not None:
        lines.insert(0, f"  phone    one customer's own visit\n    {here}/v/{secret}")
    return "\n\n".join(lines) + "\n"


def _invite(house: House, agenda: Agenda, visitor: Visitor) -> tuple[Customers, Booked]:
    chance = Random(SEED)
    plan = house.plan

    def token(scope: str, name: str) -> str:
        return make_token(house.journal, scope, name, house.clock.now())

    customers = Customers(plan, agenda, visitor, token("kiosk", "kiosk"), chance)
    agenda.after(0, customers.arrive)
    agenda.after(60, Walker(token("staff", _walker(plan)), customers, chance).look)
    for position, (counter, person) in enumerate(zip(plan.counters, _clerks(plan), strict=False)):
        clerk = Clerk(counter, person, token("staff", person), customers, chance)
        agenda.after(30 * position, clerk.look)
    booked = Booked(plan, agenda, visitor, token("staff", "bookings"), customers)
    agenda.after(0, booked.book)
    return customers, booked


def _clerks(plan: StorePlan) -> list[str]:
    """Those who only serve come first; managers stand in last."""
    roles = ("staff", "floor_walker", "manager")
    return [p.id for p in sorted(plan.staff.values(), key=lambda p: roles.index(p.role))]


def _walker(plan: StorePlan) -> str:
    walkers = [p.id for p in plan.staff.values() if p.role == "floor_walker"]
    return walkers[0] if walkers else _clerks(plan)[-1]
