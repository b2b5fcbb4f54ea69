"""Times a rehearsal: everybody quoted anew, for 10, 50, 200 waiting × 3, 12, 30 counters.

    python -m bench rehearsal [--rounds 9] [--taps 40]

Milliseconds, medians, of the whole way: the Day made a scene, packed, played, its ranges packed
and read; and in the same run the cost of one newcomer's own quote, which needs no rehearsal. Then
a real server with 200 waiting at 12 counters: how long a ticket takes, and a tap until the last TV
shows it, while the server rehearses and while it is kept from it, turn by turn.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import time as time_of_day
from functools import partial
from statistics import median
from typing import Any

import click
import msgspec

from bench._asking import answered
from bench._beside import beside
from server.floor.day import Day
from server.floor.facts import CounterOpened, Fact, Recorded, TicketIssued, VisitArrived
from server.floor.hours import business_date
from server.floor.plan import CounterPlan, Hours, Service, StaffMember, StorePlan, Times
from server.floor.state import Kind
from server.waits.forecaster import Forecaster
from server.waits.outlook import Ask, Outlook, look_ahead

NOW = 1_795_255_200_000
SERVICES = ("A", "B", "C", "D")


def store(counters: int) -> StorePlan:
    """Every counter serves two of four services."""
    skills = [frozenset((SERVICES[n % 4], SERVICES[(n + 1) % 4])) for n in range(counters)]
    return StorePlan(
        id="bench",
        name={"en": "Bench"},
        time_zone="UTC",
        languages=("en",),
        lines="counter",
        day_starts=time_of_day(4),
        hours=Hours(week=((),) * 7, always_open=True),
        times=Times(),
        services={s: Service(s, {"en": s}, s, 6) for s in SERVICES},
        papers={},
        counters={str(n): CounterPlan(str(n), {"en": str(n)}, s) for n, s in enumerate(skills)},
        staff={f"staff{n}": StaffMember(f"staff{n}", f"Staff {n}") for n in range(counters)},
        needs={},
    )


def busy_day(plan: StorePlan, waiting: int) -> Day:
    chance = random.Random(1)
    day = Day(plan.id, business_date(plan, NOW))

    def happens(fact: Fact) -> None:
        day.apply(Recorded(day.seq + 1, NOW, "bench", fact))  # type: ignore[arg-type]

    for counter in plan.counters.values():
        happens(CounterOpened(counter.id, f"staff{counter.id}", tuple(sorted(counter.services))))
    for n in range(waiting):
        service = chance.choice(SERVICES)
        able = [c.id for c in plan.counters.values() if service in c.services]
        happens(VisitArrived(f"v{n}", service, NOW))
        happens(TicketIssued(f"v{n}", f"{service}{n}", n, chance.choice(able), NOW + n))
    return day


def rehearsed(forecaster: Forecaster, day: Day) -> None:
    question = forecaster.ask(day, NOW)
    assert question is not None
    ask, bases = question
    asked = msgspec.msgpack.decode(msgspec.msgpack.encode(ask), type=Ask)
    told = msgspec.msgpack.encode(look_ahead(asked))
    forecaster.hear(msgspec.msgpack.decode(told, type=Outlook), bases)


def _median_ms(rounds: int, work: Callable[[], Any]) -> float:
    took = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        took.append(time.perf_counter() - started)
    return round(median(took) * 1000, 3)


@click.command(help=__doc__)
@click.option("--rounds", default=9, show_default=True)
@click.option("--taps", default=40, show_default=True, help="a round and turn, on a real server")
def _run(rounds: int, taps: int) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    for waiting in (10, 50, 200):
        for counters in (3, 12, 30):
            plan = store(counters)
            day, forecaster = busy_day(plan, waiting), Forecaster(plan)
            everybody = _median_ms(rounds, lambda: rehearsed(forecaster, day))  # noqa: B023
            quote = _median_ms(
                rounds * 20,
                lambda: forecaster.forecast(day, NOW).newcomer(Kind("A"), "0"),  # noqa: B023
            )
            figures[f"{waiting}x{counters}"] = {"everybody_ms": everybody, "newcomer_ms": quote}
    return {**figures, "beside": beside(rounds, taps)}


main = partial(answered, _run)
