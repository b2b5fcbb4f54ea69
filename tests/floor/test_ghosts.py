"""Settings that change, and people who go elsewhere, while others wait: nobody is forgotten."""

from msgspec.structs import replace

from server.floor import commands as c
from server.floor import facts as f
from server.floor import unserved
from server.floor.plan import StaffMember
from server.waits.forecaster import Forecaster
from tests.floor import as_shown
from tests.floor.played import Floorplay, small_store


def listed(floor: Floorplay) -> dict[str, str]:
    return {one.visit: one.why for one in unserved.listed(floor.plan, floor.day, floor.now)}


def restart(floor: Floorplay, **changes: object) -> None:
    """With another config.toml, and the first second after it."""
    floor.plan = replace(floor.plan, **changes)
    floor.day.able.clear()
    floor.forecaster = Forecaster(floor.plan)
    floor.forecaster.learn(floor.recorded, floor.day.date)
    floor.passes(0)


def less(floor: Floorplay, counter: str, service: str) -> dict[str, object]:
    here = floor.plan.counters[counter]
    return floor.plan.counters | {counter: replace(here, services=here.services - {service})}


def test_a_counter_that_serves_less_hands_over_whom_it_cannot_serve() -> None:
    floor = Floorplay()
    floor.opens("1", "2")
    visits = [floor.ticket() for _ in range(4)]
    quotes = [floor.visit(visit).leg.quote for visit in visits]
    restart(floor, counters=less(floor, "1", "advice"))
    assert floor.day.counter("1").services == ("replacement",)
    assert floor.day.counter("1").state == "open"
    assert floor.day.line("1") == []
    assert floor.day.line("2") == visits
    assert [floor.visit(visit).leg.quote for visit in visits] == quotes, "what was told stays"


def test_a_counter_opened_anew_for_less_hands_over_too() -> None:
    floor = Floorplay()
    floor.opens("1")
    visit = floor.ticket()
    assert floor.visit(visit).counter == "1"
    facts = floor.do(c.OpenCounter("1", "mai", ("replacement",)))
    assert f.VisitMoved(visit, None, "not_served") in facts
    assert listed(floor) == {}, "it could be opened for it again"


def test_who_waits_for_a_service_that_is_gone_is_listed_and_may_be_passed_on() -> None:
    floor = Floorplay()
    floor.opens("1")
    visit = floor.ticket()
    services = {k: v for k, v in floor.plan.services.items() if k != "advice"}
    restart(floor, services=services, counters=less(floor, "1", "advice"))
    assert listed(floor) == {visit: "service_gone"}
    assert floor.shown(visit)["forecast"] is None
    assert "transfer" in floor.shown(visit)["allowed_actions"]
    floor.do(c.Transfer(visit, "replacement"))
    assert listed(floor) == {}
    assert floor.calls("1") == visit
    floor.do(c.Undo(visit))


def test_what_nobody_is_able_to_do_is_sold_without_a_time_and_listed() -> None:
    staff = {"mai": StaffMember("mai", "Mai", services=frozenset({"advice"}))}
    floor = Floorplay(small_store(staff=staff))
    visit = floor.ticket("recovery", papers={"id": "have"})
    assert floor.visit(visit).leg.quote is None
    [shown] = as_shown.unserved_view(floor.plan, floor.day, floor.now)
    assert (shown["why"], shown["do"][0], shown["counters"]) == ("nobody_able", "open", ["3"])
    board = as_shown.board_view(floor.plan, floor.day, floor.now, floor.forecast())
    waits = {one["id"]: one["wait"] for one in board["services"]}
    assert waits["recovery"] is None and waits["advice"] is not None
    floor.do(c.OpenCounter("3", "mai", ("recovery",)))
    assert listed(floor) == {}
    assert floor.calls("3") == visit


def test_a_counter_that_is_gone_serves_its_customer_first() -> None:
    floor = Floorplay()
    floor.opens("1", "2")
    for _ in range(3):
        floor.ticket()
    here = floor.calls("1")
    assert here is not None
    floor.do(c.Start(here))
    counters = {k: v for k, v in floor.plan.counters.items() if k != "1"}
    restart(floor, counters=counters)
    assert listed(floor) == {here: "counter_gone"}
    assert floor.day.line("1") == []
    floor.do(c.Finish(here, "resolved"))
    floor.passes(0)
    assert (floor.day.counter("1").state, listed(floor)) == ("closed", {})


def test_one_person_stands_at_one_counter() -> None:
    floor = Floorplay()
    floor.do(c.OpenCounter("1", "mai"))
    visit = floor.ticket()
    facts = floor.do(c.OpenCounter("2", "mai"))
    assert facts[0] == f.CounterClosed("1", "other_counter")
    assert (floor.day.counter("1").state, floor.visit(visit).counter) == ("closed", "2")
    floor.calls("2")
    refusal = floor.refusal(c.OpenCounter("1", "mai"))
    assert (refusal.code, refusal.args["counter"]) == ("counter_busy", "2")


def test_a_colleague_is_replaced_only_by_whoever_says_so() -> None:
    floor = Floorplay()
    floor.do(c.OpenCounter("1", "mai"))
    refusal = floor.refusal(c.OpenCounter("1", "theo", replace=False))
    assert (refusal.code, refusal.args["name"]) == ("counter_taken", "Mai")
    floor.do(c.OpenCounter("1", "mai", replace=False))
    floor.do(c.TakeBreak("1", 5))
    assert floor.refusal(c.OpenCounter("1", "theo", replace=False)).code == "counter_taken"
    floor.do(c.OpenCounter("1", "theo", replace=True))
    floor.do(c.CloseCounter("1"))
    floor.do(c.OpenCounter("1", "mai", replace=False))
