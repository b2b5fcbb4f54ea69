"""Who is next, which line to join, who is overtaken, and why."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server.floor import commands as c
from server.floor import facts as f
from server.floor import routing
from server.floor.plan import CounterPlan, Need, StaffMember
from server.floor.state import Kind
from tests.floor.played import MINUTE, Floorplay, small_store, words

LEAD = routing.LEAD_MS
PAPERS = {"mail": "have", "letter": "have", "id": "have"}


def two_counters() -> Floorplay:
    floor = Floorplay()
    floor.opens("1", "2")
    return floor


def in_line(floor: Floorplay, counter: str, after_s: float = 0, **more: object) -> str:
    """Somebody who arrives so much later, in this line."""
    floor.now += round(after_s * 1000)
    visit = floor.ticket(**more)
    if floor.visit(visit).counter != counter:
        floor.do(c.Move(visit, counter))
    return visit


def called(floor: Floorplay) -> f.VisitCalled:
    return next(r.fact for r in reversed(floor.recorded) if isinstance(r.fact, f.VisitCalled))


def test_a_counter_calls_its_own_while_another_line_waits_hardly_longer() -> None:
    floor = two_counters()
    ken = in_line(floor, "2")
    rosa = in_line(floor, "1", after_s=LEAD / 1000 - 1)
    assert routing.explain_next(floor.plan, floor.day, floor.day.counter("1")) == (
        rosa,
        "own_line",
        {"other": floor.visit(ken).ticket, "line": "2", "minutes": 2},
    )
    assert floor.calls("1") == rosa
    assert called(floor).overtakes == (f.Overtake(ken, "own_line"),)


def test_whoever_waits_clearly_longer_in_another_line_goes_first() -> None:
    floor = two_counters()
    ken = in_line(floor, "2")
    in_line(floor, "1", after_s=LEAD / 1000 + 1)
    assert routing.explain_next(floor.plan, floor.day, floor.day.counter("1")) == (
        ken,
        "waited_longer",
        {"line": "2", "minutes": 2},
    )
    assert floor.calls("1") == ken
    assert called(floor).overtakes == ()
    assert called(floor).line == "2"


def test_an_idle_counter_takes_from_the_others() -> None:
    floor = two_counters()
    in_line(floor, "2")
    why = routing.explain_next(floor.plan, floor.day, floor.day.counter("1"))
    assert why is not None and why.code == "idle"


def test_whoever_came_first_to_his_own_line_needs_no_other_reason() -> None:
    floor = two_counters()
    ken = in_line(floor, "1")
    in_line(floor, "1", after_s=60)
    why = routing.explain_next(floor.plan, floor.day, floor.day.counter("1"))
    assert why == (ken, "earliest", {})
    assert routing.explain_next(floor.plan, floor.day, floor.day.counter("2")) == (
        ken,
        "idle",
        {"line": "1"},
    )


def test_a_head_start_is_told_as_the_reason() -> None:
    floor = two_counters()
    ken = in_line(floor, "1")
    ida = in_line(floor, "1", after_s=300, needs=("seat",))
    why = routing.explain_next(floor.plan, floor.day, floor.day.counter("1"))
    assert why == (ida, "head_start", {"minutes": 10})
    assert routing.explain_ahead(floor.visit(ken), floor.visit(ida)) == (
        "ahead_head_start",
        {"minutes": 10},
    )
    floor.calls("1")
    assert called(floor).overtakes == (f.Overtake(ken, "head_start"),)


def test_a_call_by_hand_keeps_who_was_passed_over() -> None:
    floor = two_counters()
    ida = in_line(floor, "1", needs=("sign",))
    rosa = in_line(floor, "1", after_s=60)
    floor.do(c.Call("1", rosa, "her child is ill"))
    assert called(floor).overtakes == (f.Overtake(ida, "by_hand", ("sign",)),)


def test_an_undone_call_overtook_nobody() -> None:
    floor = two_counters()
    in_line(floor, "1")
    rosa = in_line(floor, "1", after_s=60)
    floor.do(c.Call("1", rosa, "mistake"))
    assert floor.visit(rosa).leg.overtakes
    floor.do(c.Undo(rosa))
    assert floor.visit(rosa).leg.overtakes == ()


def skilled_store(**changes: object) -> Floorplay:
    """Counter 1: Mai, English, steps. Counter 2: Theo, English, Arabic, sign language, no steps."""
    serves = frozenset({"replacement", "advice"})
    floor = Floorplay(
        replace(
            small_store(),
            counters={
                "1": CounterPlan("1", words("1"), serves),
                "2": CounterPlan("2", words("2"), serves, needs=frozenset({"step_free"})),
                "3": CounterPlan("3", words("3"), frozenset({"recovery"})),
            },
            staff={
                "mai": StaffMember("mai", "Mai", languages=("en",)),
                "theo": StaffMember(
                    "theo", "Theo", languages=("en", "ar"), needs=frozenset({"sign"})
                ),
            },
            needs={n: Need(n, words(n)) for n in ("seat", "sign", "step_free")},
            **changes,
        )
    )
    floor.do(c.OpenCounter("1", "mai"))
    floor.do(c.OpenCounter("2", "theo"))
    return floor


def fit(floor: Floorplay, **wants: object) -> set[str]:
    return set(routing.able(floor.plan, floor.day, Kind("advice", **wants)))


def test_who_can_serve_is_the_counter_and_the_person_at_it() -> None:
    floor = skilled_store()
    assert fit(floor) == {"1", "2"}
    assert fit(floor, language="ar") == {"2"}
    assert fit(floor, needs=("step_free",)) == {"2"}
    assert fit(floor, needs=("sign",)) == {"2"}
    assert fit(floor, asked_for="mai") == {"1"}
    # A need is met before a wish; a wish nobody can fulfil is not waited for.
    assert fit(floor, needs=("sign",), asked_for="mai") == {"2"}
    assert fit(floor, needs=("seat",), language="de") == {"1", "2"}


def test_those_who_fit_are_asked_as_they_come_and_go() -> None:
    floor = skilled_store()
    noor = floor.ticket(language="ar")
    assert floor.visit(noor).counter == "2"
    assert floor.calls("1") is None, "he waits for somebody who speaks Arabic"
    floor.do(c.TakeBreak("2", 30))
    assert floor.calls("1") == noor, "nobody does now, and a wish is not waited for"


def test_a_need_waits_for_the_end_of_a_break() -> None:
    floor = skilled_store()
    noor = floor.ticket(needs=("sign",))
    floor.do(c.TakeBreak("2", 10))
    assert floor.visit(noor).counter is None
    assert floor.calls("1") is None
    floor.do(c.OpenCounter("2", "theo"))
    assert floor.calls("2") == noor


def test_whoever_is_passed_on_to_a_counter_is_called_by_that_one() -> None:
    floor = two_counters()
    ken = in_line(floor, "1")
    floor.calls("1")
    floor.do(c.Transfer(ken, counter="2"))
    floor.passes(10)
    assert floor.calls("1") is None
    floor.do(c.CloseCounter("2"))
    assert floor.calls("1") == ken


def test_a_person_serves_only_what_he_can() -> None:
    floor = skilled_store()
    plan = floor.plan
    mai = replace(plan.staff["mai"], services=frozenset({"advice", "recovery"}))
    floor.plan = replace(plan, staff={**plan.staff, "mai": mai})
    floor.do(c.OpenCounter("1", "mai"))
    assert floor.day.counter("1").services == ("advice",)


def test_of_equal_waits_the_one_who_can_do_least_is_taken() -> None:
    """Whoever can do more stays free for those who need it."""
    counters = {
        "1": CounterPlan("1", words("1"), frozenset({"advice", "recovery"})),
        "2": CounterPlan("2", words("2"), frozenset({"advice"})),
    }
    floor = Floorplay(replace(small_store(), counters=counters))
    floor.opens("1", "2")
    assert floor.visit(floor.ticket("advice")).counter == "2"
    assert floor.visit(floor.ticket("advice")).counter == "1", "but not at the price of a wait"


def some_day(chance: random.Random, pooled: bool) -> Floorplay:
    floor = skilled_store(lines="pool" if pooled else "counter")
    needs = {
        n: replace(need, head_start_minutes=chance.choice([0, 5, 10]))
        for n, need in floor.plan.needs.items()
    }
    floor.plan = replace(floor.plan, needs=needs)
    for _ in range(60):
        floor.now += chance.randrange(3 * MINUTE)
        something_happens(floor, chance)
    return floor


def something_happens(floor: Floorplay, chance: random.Random) -> None:
    counter = chance.choice(["1", "2", "3"])
    visits = [v.id for v in floor.day.visits.values() if v.state != "ended"]
    visit = chance.choice(visits) if visits else "nobody"
    happens = chance.random()
    if happens < 0.4:
        floor.ticket(
            chance.choice(["advice", "advice", "recovery"]),
            papers=PAPERS,
            needs=tuple(n for n in floor.plan.needs if chance.random() < 0.2),
            language=chance.choice(["en", "ar"]),
            asked_for=chance.choice([None, "theo"]),
        )
    elif happens < 0.7:
        present = floor.day.counter(counter).visit
        if present is not None:
            floor.ask(c.Finish(present, "resolved"))
        floor.ask(c.CallNext(counter))
    elif happens < 0.8:
        floor.ask(c.Move(visit, chance.choice(["1", "2", None])))
    elif happens < 0.85:
        floor.ask(chance.choice([c.Hold(visit, 10), c.Return(visit), c.Transfer(visit, "advice")]))
    elif happens < 0.9:
        floor.ask(c.TakeBreak(counter, chance.randint(1, 20)))
    elif happens < 0.97:
        floor.ask(c.OpenCounter(counter, chance.choice(list(floor.plan.staff))))
    else:
        floor.ask(c.Undo(visit))


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.booleans())
def test_no_head_start_starves_anybody(seed: int, pooled: bool) -> None:
    """Whoever comes later than the largest head start and the lead together is never called before
    you, by any counter that could serve you. So a wait is never longer by others than by those who
    were there within that span."""
    floor = some_day(random.Random(seed), pooled)
    head_start = max(need.head_start_minutes for need in floor.plan.needs.values()) * MINUTE
    for recorded in floor.recorded:
        if not isinstance(recorded.fact, f.VisitCalled):
            continue
        first = floor.day.visits[recorded.fact.visit]
        for overtake in recorded.fact.overtakes:
            passed = floor.day.visits[overtake.visit]
            assert first.arrived_at <= passed.arrived_at + head_start + LEAD
            assert first.legs[0].credited_at <= passed.legs[0].credited_at + LEAD


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.booleans())
def test_nothing_that_is_done_to_a_visit_loses_its_arrival(seed: int, pooled: bool) -> None:
    floor = some_day(random.Random(seed), pooled)
    tickets = {
        r.fact.visit: r.fact.credited_at
        for r in floor.recorded
        if isinstance(r.fact, f.TicketIssued)
    }
    for visit in floor.day.visits.values():
        assert [leg.credited_at for leg in visit.legs] == [tickets[visit.id]] * len(visit.legs)


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.booleans())
def test_next_is_the_best_of_everybody_who_waits(seed: int, pooled: bool) -> None:
    """Looking at heads only finds whom looking at everybody would."""
    floor = some_day(random.Random(seed), pooled)
    for counter in floor.day.open_counters():
        everybody = []
        for line, places in floor.day.lines.items():
            for credited, order, visit in places:
                kind = floor.visit(visit).kind
                lead = routing.lead_ms(floor.plan, floor.day, counter, line, kind)
                if lead is not None:
                    everybody.append((credited - lead, order, visit))
        best = min(everybody, default=None)
        found = routing.next_for(floor.plan, floor.day, counter)
        assert found == (best[2] if best else None)
