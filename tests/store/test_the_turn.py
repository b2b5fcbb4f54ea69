"""The business day turns over while people are here: in a store that is open then, nobody is sent
home, and each goes on as the same visit, in one stream after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from server.floor import commands as c
from server.floor import facts as f
from server.floor.hours import day_bounds
from server.floor.plan import Hours
from server.floor.state import Counter, Leg, Undoable, Visit
from server.journal.contract import NotSaved, Stream
from server.journal.rebuild import rebuild
from tests.floor.played import MINUTE, small_store
from tests.store.shop import ClockByHand, Shop

ROUND_THE_CLOCK = Hours(week=(((time(0), time(0)),),) * 7)
NIGHTS = Hours(week=(((time(22), time(6)),),) * 7)
OPEN = small_store(hours=ROUND_THE_CLOCK)
TODAY, TOMORROW = Stream("main", "2026-11-21"), Stream("main", "2026-11-22")
TURN = day_bounds(OPEN, TODAY.date)[1]
HOUR = 60 * MINUTE


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A minute before the turn: rosa waits, ken is held, ida is called, mona is served."""
    shop = Shop(tmp_path / "foyer.sqlite", ClockByHand(TURN - 30 * MINUTE), OPEN)
    shop.do(c.OpenCounter("1", "mai"))
    shop.do(c.OpenCounter("2", "theo"))
    for visit in ("mona", "ida", "rosa", "ken"):
        shop.take(visit)
    shop.clock.at = TURN - 10 * MINUTE
    shop.do(c.Call("1", "mona"))
    shop.do(c.Start("mona"))
    shop.clock.at = TURN - 1 * MINUTE
    shop.do(c.Call("2", "ida"))
    shop.do(c.Hold("ken", 30))
    yield shop
    shop.close()


def turn(shop: Shop, minutes: float = 0) -> None:
    shop.clock.at = round(TURN + minutes * MINUTE)
    shop.store.tick()


def states(shop: Shop) -> dict[str, str]:
    return shop.store.look(lambda day, now, forecast: {v: day.visits[v].state for v in day.visits})


HERE = {"mona": "serving", "ida": "called", "rosa": "waiting", "ken": "held"}


@pytest.mark.parametrize("restarted", [False, True])
def test_whoever_is_here_goes_on(shop: Shop, restarted: bool) -> None:
    seen = shop.store.look(lambda day, now, forecast: dict(day.visits))
    if restarted:
        shop.close()
    shop.clock.at = TURN + MINUTE // 2
    if restarted:
        shop.open()
    assert states(shop) == HERE
    now = shop.store.look(lambda day, now, forecast: dict(day.visits))
    for visit, was in seen.items():
        leg = replace(was.leg, order=now[visit].leg.order)
        assert now[visit] == replace(was, legs=(leg,), came_on=TODAY.date)
    assert "VisitEnded" not in shop.kinds()
    assert shop.kinds()[-1] == "DayClosed"
    assert rebuild(shop.journal, "main").differing == ()


def test_the_old_stream_takes_nothing_more(shop: Shop) -> None:
    turn(shop)
    closed = shop.kinds()
    shop.do(c.Finish("mona", "resolved"))
    turn(shop, minutes=60)
    shop.restart()
    assert shop.kinds() == closed


def test_every_verb_goes_on_with_whoever_was_brought_over(shop: Shop) -> None:
    turn(shop, minutes=0.5)
    shop.do(c.Undo("ken"))
    assert states(shop)["ken"] == "waiting"
    verbs: list[c.Command] = [
        c.Finish("mona", "resolved", promise="p1", promise_due=TURN + 24 * HOUR),
        c.GiveFeedback("mona", 5),
        c.KeepPromise("p1", "mai"),
        c.Start("ida"),
        c.Finish("ida", "resolved"),
        c.CallNext("1"),
        c.Undo("rosa"),
        c.Move("rosa", "2"),
        c.Cancel("rosa"),
        c.Undo("ida"),
        c.Transfer("ida", service="replacement"),
    ]
    for verb in verbs:
        assert shop.do(verb).status == 200, verb
    assert rebuild(shop.journal, "main").differing == ()


def test_durations_are_those_of_one_visit(shop: Shop) -> None:
    turn(shop, minutes=5)
    shop.do(c.Finish("mona", "resolved"))
    shop.do(c.CallNext("1"))
    row = shop.journal.visit("main", "mona")
    rosa = shop.journal.visit("main", "rosa")
    assert row is not None
    assert rosa is not None
    assert row["ended_at"] - row["started_at"] == 15 * MINUTE
    assert rosa["called_at"] - rosa["arrived_at"] == 35 * MINUTE
    assert (row["date"], row["carried_to"]) == (TODAY.date, TOMORROW.date)
    legs = shop.journal.legs("main", 0, TURN + 24 * HOUR)
    assert sorted(leg["visit"] for leg in legs) == sorted(HERE)


def test_the_order_of_calls_is_kept(shop: Shop) -> None:
    turn(shop)
    shop.take("late")
    shop.do(c.Finish("mona", "resolved"))
    called = [json.loads(shop.do(c.CallNext("1")).body)["visit"]]
    shop.do(c.Finish("rosa", "resolved"))
    called.append(json.loads(shop.do(c.CallNext("1")).body)["visit"])
    assert called == ["rosa", "late"]


def test_numbers_begin_anew_past_those_still_here(shop: Shop) -> None:
    held = shop.store.look(lambda day, now, forecast: {v.ticket for v in day.visits.values()})
    turn(shop)
    new = [json.loads(shop.take(f"n{n}").body)["ticket"] for n in range(4)]
    assert held == {"A001", "A002", "A003", "A004"}
    assert new == ["A005", "A006", "A007", "A008"]


def test_who_has_just_left_can_still_be_brought_back_and_say_how_it_was(shop: Shop) -> None:
    shop.clock.at = TURN - MINUTE
    shop.do(c.Finish("mona", "resolved", promise="p1", promise_due=TURN + 24 * HOUR))
    shop.do(c.NoShow("ida"))
    turn(shop, minutes=0.5)
    assert shop.do(c.GiveFeedback("mona", 4)).status == 200
    assert shop.do(c.Undo("ida")).status == 200
    assert shop.do(c.Undo("mona")).status == 200
    assert states(shop) == HERE
    assert shop.journal.promise("main", "p1") is None
    assert rebuild(shop.journal, "main").differing == ()


def test_a_counter_on_a_break_and_a_call_for_help_go_on(shop: Shop) -> None:
    shop.do(c.OpenCounter("3", "omar"))
    shop.do(c.TakeBreak("3", 20))
    shop.do(c.AskColleague("h1", "1", "manager", ("listened",), "mai"))
    turn(shop)
    counter, asked = shop.store.look(lambda day, now, forecast: (day.counter("3"), day.help["h1"]))
    assert (counter.state, counter.until) == ("break", TURN + 19 * MINUTE)
    assert (asked.counter, asked.at) == ("1", TURN - 1 * MINUTE)
    assert shop.do(c.OpenCounter("3", "omar")).status == 200


def test_a_retry_gets_the_first_answer_across_the_turn(shop: Shop) -> None:
    first = shop.take("late", key="k")
    turn(shop)
    assert shop.take("late", key="k") == first
    assert shop.kinds(TOMORROW).count("TicketIssued") == 0


def test_two_processes_turn_the_day_once(shop: Shop) -> None:
    other = Shop(shop.path, ClockByHand(TURN - MINUTE), OPEN)
    turn(shop)
    # A moment behind: it must not write in the day that is over.
    other.clock.at = TURN - 20
    assert other.take("late").status == 200
    assert states(other) == {**HERE, "late": "waiting"}
    other.clock.at = TURN + 1000
    other.store.tick()
    shop.store.tick()
    assert states(shop) == states(other)
    assert shop.kinds(TOMORROW).count("VisitBroughtOver") == 4
    assert shop.kinds().count("DayClosed") == 1
    other.close()


def killed_before(shop: Shop, commit: int) -> Callable[..., None]:
    """The process dies before that commit of the turn."""
    append = shop.journal.append
    done = 0

    def dies(*args: object) -> None:
        nonlocal done
        done += 1
        if done >= commit:
            raise NotSaved("killed")
        append(*args)  # type: ignore[arg-type]

    return dies


@pytest.mark.parametrize("commit", [1, 2])
@pytest.mark.parametrize("days_later", [0, 1, 3])
def test_a_kill_between_the_streams_loses_and_doubles_nobody(
    shop: Shop, commit: int, days_later: int
) -> None:
    shop.journal.append = killed_before(shop, commit)  # type: ignore[method-assign]
    with pytest.raises(NotSaved):
        turn(shop)
    shop.close()
    shop.clock.at = TURN + days_later * 24 * HOUR + 2 * MINUTE
    shop.open()
    if days_later == 0:
        assert states(shop) == HERE
        assert shop.kinds(TOMORROW).count("VisitBroughtOver") == 4
    else:
        # The store was without its server for a day: nobody is in two of them, and nobody waits.
        assert states(shop) == {}
        rows = [shop.journal.visit("main", visit) for visit in HERE]
        assert {row and row["ended_as"] for row in rows} == {"end_of_day"}
    shop.restart()
    assert rebuild(shop.journal, "main").differing == ()


def test_after_hours_without_its_server_nobody_is_believed_to_be_here(shop: Shop) -> None:
    shop.close()
    shop.clock.at = TURN + 5 * HOUR
    shop.open()
    assert states(shop) == {}
    assert shop.kinds()[-1] == "DayClosed"


def test_a_night_from_ten_to_six_goes_on_and_ends_in_the_morning(tmp_path: Path) -> None:
    plan = small_store(hours=NIGHTS)
    shop = Shop(tmp_path / "foyer.sqlite", ClockByHand(TURN - 30 * MINUTE), plan)
    shop.take("rosa")
    turn(shop)
    assert states(shop) == {"rosa": "waiting"}
    assert shop.take("ken").status == 200
    turn(shop, minutes=2 * 60)
    assert json.loads(shop.take("ida").body) == {"code": "store_closed"}
    turn(shop, minutes=2 * 60 + 59)
    assert states(shop) == {"rosa": "waiting", "ken": "waiting"}
    turn(shop, minutes=3 * 60)
    assert states(shop) == {"rosa": "ended", "ken": "ended"}
    shop.clock.at = TURN + 19 * HOUR
    assert shop.take("mona").status == 200
    shop.store.tick()
    assert states(shop)["mona"] == "waiting"
    shop.close()


def test_a_kiosk_that_was_offline_hands_over_who_came_before_the_turn(shop: Shop) -> None:
    turn(shop, minutes=5)
    came = c.TakeTicket("late", "advice", arrived_at=TURN - 5 * MINUTE)
    assert shop.do(came).status == 200
    too_old = c.TakeTicket("old", "advice", arrived_at=TURN - 5 * HOUR)
    assert json.loads(shop.do(too_old).body) == {"code": "arrival_not_today"}


def test_each_wait_is_learned_once(shop: Shop) -> None:
    turn(shop, minutes=5)
    shop.do(c.Finish("mona", "resolved"))
    shop.do(c.CallNext("1"))
    shop.settle()
    learner = shop.store._forecaster._learner  # type: ignore[attr-defined]
    assert [round(wait) for wait in learner._waits] == [20, 29, 35]
    shop.restart()
    learner = shop.store._forecaster._learner  # type: ignore[attr-defined]
    assert [round(wait) for wait in learner._waits] == [20, 29, 35]


@pytest.mark.parametrize(
    ("of_the_fact", "of_the_day"),
    [(f.VisitSoFar, Visit), (f.LegSoFar, Leg), (f.CounterSoFar, Counter), (f.UndoSoFar, Undoable)],
)
def test_all_of_it_crosses_the_turn(of_the_fact: type, of_the_day: type) -> None:
    """A field that a visit, a leg or a counter is given some day is brought over too."""
    assert of_the_fact.__struct_fields__ == of_the_day.__struct_fields__  # type: ignore[attr-defined]
