"""Whoever a screen shows as next is whoever the server calls: thousands of looks at busy floors."""

import random

from msgspec.structs import replace

from server.floor import commands as c
from server.floor import facts as f
from server.floor import routing
from server.floor.decide import decide
from server.floor.plan import CounterPlan, Need, StaffMember
from server.floor.refusals import Refusal
from tests.floor import as_shown
from tests.floor.played import MINUTE, Floorplay, small_store, words

SERVICES = ("advice", "recovery", "replacement")
STEPS = 250


def busy_floor(chance: random.Random) -> Floorplay:
    """Twelve counters of different services and needs, people of different languages and needs."""
    plan = small_store()
    serves = {str(n): frozenset(chance.sample(SERVICES, chance.randint(1, 3))) for n in range(12)}
    floor = Floorplay(
        replace(
            plan,
            counters={
                n: CounterPlan(
                    n,
                    words(n),
                    able,
                    needs=frozenset({"step_free"} if chance.random() < 0.3 else ()),
                )
                for n, able in serves.items()
            },
            staff={
                f"p{n}": StaffMember(
                    f"p{n}",
                    f"P{n}",
                    languages=chance.choice([(), ("en",), ("en", "ar")]),
                    needs=frozenset({"sign"} if chance.random() < 0.2 else ()),
                )
                for n in range(14)
            },
            needs=plan.needs | {"step_free": Need("step_free", words("Steps"))},
        )
    )
    for n in range(12):
        floor.do(c.OpenCounter(str(n), f"p{n}"))
    return floor


def happens(floor: Floorplay, chance: random.Random) -> None:
    floor.now += chance.randrange(MINUTE)
    counter = str(chance.randrange(12))
    here = floor.day.counter(counter).visit
    waiting = [visit.id for visit in floor.day.visits.values() if visit.state == "waiting"]
    what = chance.random()
    if what < 0.5 or not waiting:
        floor.ticket(
            chance.choice(SERVICES),
            choose="wait",
            needs=tuple(n for n in floor.plan.needs if chance.random() < 0.15),
            language=chance.choice(["en", "ar"]),
            asked_for=chance.choice([None, None, None, "p3"]),
        )
    elif what < 0.8:
        if here is not None:
            floor.ask(
                c.Transfer(here, chance.choice(SERVICES), chance.choice([None, "3"]))
                if chance.random() < 0.2
                else c.Finish(here, "resolved")
            )
        floor.ask(c.CallNext(counter))
    elif what < 0.88:
        floor.ask(c.Move(chance.choice(waiting), chance.choice([None, counter])))
    elif what < 0.93:
        floor.ask(c.TakeBreak(counter, chance.choice([None, 10])))
    elif what < 0.96:
        floor.ask(c.Hold(chance.choice(waiting), 5))
    else:
        floor.ask(c.OpenCounter(counter, f"p{chance.randrange(14)}"))


def called(floor: Floorplay, counter: str) -> str | None:
    """Whom the server would call, decided and not done."""
    made = decide(floor.plan, floor.day, c.CallNext(counter), floor.now, floor.forecast())
    if isinstance(made, Refusal) or not made:
        return None
    assert isinstance(made[0], f.VisitCalled)
    return made[0].visit


def test_who_is_shown_as_next_is_who_is_called() -> None:
    looks = others = nobody = 0
    for seed in range(4):
        chance = random.Random(seed)
        floor = busy_floor(chance)
        for _ in range(STEPS):
            happens(floor, chance)
            for shown in as_shown.counters_view(floor.plan, floor.day, floor.now):
                counter = floor.day.counter(shown["id"])
                why = routing.explain_next(floor.plan, floor.day, counter)
                assert shown["next"] == (why.visit if why else None)
                if counter.visit is None:
                    found = called(floor, counter.id)
                    assert shown["next"] == found
                    looks += 1
                    nobody += found is None
                    heads = [*floor.day.line(counter.id), *floor.day.line(None)]
                    others += bool(found and heads and found != heads[0])
    # Often enough that a guess from the lines would be found out.
    assert looks > 2000 and others > 100 and nobody > 50, (looks, others, nobody)


def test_those_after_are_called_in_that_order_where_nobody_else_calls() -> None:
    for seed in range(30):
        chance = random.Random(seed)
        floor = busy_floor(chance)
        for _ in range(60):
            happens(floor, chance)
        [shown] = as_shown.counters_view(floor.plan, floor.day, floor.now)[:1]
        if floor.day.counter("0").visit is not None or shown["state"] != "open":
            continue
        for visit in filter(None, (shown["next"], *shown["after"])):
            assert floor.calls("0") == visit
            floor.do(c.Finish(visit, "resolved"))
