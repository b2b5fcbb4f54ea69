"""A business day begins, goes on after a restart, and ends; time never goes back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from server import store
from server.floor import commands as c
from server.floor.facts import Appointment, Recorded, VisitArrived, VisitEnded
from server.floor.hours import day_bounds
from server.floor.state import Kind
from server.journal.contract import Stream
from server.journal.rebuild import rebuild
from server.journal.sqlite import SqliteJournal
from server.waits.forecaster import Forecaster
from tests.floor.played import MINUTE, NOON
from tests.store.shop import DAY_MS, PLAN, TODAY, ClockByHand, Shop

TOMORROW = Stream("main", "2026-11-22")
ArrivedOrEnded = VisitArrived | VisitEnded


def ended(shop: Shop) -> list[str]:
    facts = [recorded.fact for recorded in shop.journal.read(TODAY)]
    return [f"{f.visit} {f.how}" for f in facts if isinstance(f, VisitEnded)]


def test_a_restart_goes_on_with_the_day(shop: Shop) -> None:
    first = json.loads(shop.take("rosa").body)["ticket"]
    shop.restart()
    assert shop.store.look(lambda day, now, forecast: list(day.visits)) == ["rosa"]
    assert json.loads(shop.take("ken").body)["ticket"] != first
    assert json.loads(shop.do(c.CallNext("1")).body)["visit"] == "rosa"


@pytest.mark.parametrize("off_overnight", [False, True])
def test_who_was_left_yesterday_ends_in_yesterdays_stream(shop: Shop, off_overnight: bool) -> None:
    for visit in ("rosa", "ken", "ida"):
        shop.take(visit)
    shop.do(c.Call("1", "ken"))
    shop.do(c.Hold("ida", 30))
    first = json.loads(shop.take("last").body)["ticket"]
    if off_overnight:
        shop.close()
    shop.clock.at = NOON + DAY_MS
    if off_overnight:
        shop.open()

    again = json.loads(shop.take("mona").body)["ticket"]
    assert sorted(ended(shop)) == [
        "ida end_of_day",
        "ken end_of_day",
        "last end_of_day",
        "rosa end_of_day",
    ]
    assert shop.kinds()[-1] == "DayClosed"
    assert shop.facts[-1].at == day_bounds(PLAN, TODAY.date)[1]
    assert "VisitEnded" not in shop.kinds(TOMORROW)
    assert shop.store.look(lambda day, now, forecast: list(day.visits)) == ["mona"]
    assert (first[1:], again[1:]) == ("004", "001")
    assert rebuild(shop.journal, "main").differing == ()


def test_everybody_hears_how_yesterday_ended(shop: Shop) -> None:
    days: list[tuple[str, str]] = []
    shop.store.subscribe(
        lambda day, facts, now, forecast: days.extend(
            (day.date, one.fact.visit) for one in facts if isinstance(one.fact, ArrivedOrEnded)
        )
    )
    shop.take("rosa")
    shop.clock.at = NOON + DAY_MS
    shop.store.tick()
    shop.take("ken")
    shop.settle()
    assert days == [(TODAY.date, "rosa"), (TODAY.date, "rosa"), (TOMORROW.date, "ken")]
    assert shop.heard == [*shop.journal.read(TODAY), *shop.journal.read(TOMORROW)]


def test_only_one_of_two_processes_ends_the_day(shop: Shop, next_door: Shop) -> None:
    shop.take("rosa")
    shop.clock.at = NOON + DAY_MS
    shop.store.tick()
    next_door.store.tick()
    next_door.settle()
    assert ended(shop) == ["rosa end_of_day"]
    assert [type(r.fact).__name__ for r in next_door.heard].count("DayClosed") == 1


def test_a_tick_writes_only_when_something_came_of_it(shop: Shop) -> None:
    shop.take("rosa")
    shop.do(c.Call("1", "rosa"))
    before = shop.facts
    shop.store.tick()
    assert shop.facts == before
    shop.clock.at += PLAN.times.call_unanswered_s * 1000
    shop.store.tick()
    assert ended(shop) == ["rosa no_show"]
    assert shop.facts[-1].by == "time"


def test_time_never_goes_back(shop: Shop) -> None:
    shop.take("rosa")
    shop.clock.at -= 30 * MINUTE
    shop.take("ken")
    shop.restart()
    shop.take("ida")
    shop.clock.at -= 2 * DAY_MS
    shop.take("mona")
    times = [recorded.at for recorded in shop.facts]
    assert shop.kinds().count("TicketIssued") == 4
    assert times == sorted(times)


def test_services_of_the_days_before_are_remembered(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "foyer.sqlite", ClockByHand())
    shop.do(c.OpenCounter("1", "mai"))
    for n in range(12):
        shop.take(f"v{n}")
        shop.do(c.CallNext("1"))
        shop.do(c.Start(f"v{n}"))
        shop.clock.at += 1 * MINUTE
        shop.do(c.Finish(f"v{n}", "resolved"))
    shop.clock.at = NOON + DAY_MS
    shop.restart()
    basis = shop.store.look(lambda day, now, forecast: forecast.newcomer(Kind("advice"), "1").basis)
    assert basis == "history"
    shop.close()


def test_old_answers_are_forgotten_when_a_day_begins(shop: Shop) -> None:
    shop.take("rosa", key="k")
    shop.clock.at = NOON + DAY_MS
    shop.store.tick()
    assert shop.journal.answered("main", "k") is not None
    shop.take("ken", key="k2")
    shop.clock.at = NOON + 4 * DAY_MS
    shop.store.tick()
    assert shop.journal.answered("main", "k") is None


def test_what_earlier_days_booked_for_today_is_expected_once(shop: Shop) -> None:
    booked = Appointment("a1", "471100", "advice", NOON + DAY_MS)
    shop.do(c.MakeAppointment(booked))
    shop.clock.at = NOON + DAY_MS - MINUTE
    for _ in range(3):
        shop.store.tick()
    assert shop.kinds(TOMORROW) == ["AppointmentExpected"]
    assert shop.store.look(lambda day, now, forecast: day.appointments) == {"a1": booked}


def test_of_many_days_the_newest_are_learned_from(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many as a start has time for, and today's own besides."""
    for _ in range(4):
        shop.take("rosa")
        shop.take("ken")
        shop.clock.at += DAY_MS
    shop.close()
    streams = shop_streams(shop)
    facts = {stream.date: last for stream, last in streams}
    *_, before, yesterday = sorted(facts)
    monkeypatch.setattr(store, "LEARNED_FACTS_MAX", facts[before] + facts[yesterday])
    learned = []

    class Remembers(Forecaster):
        def learn(self, facts: Iterable[Recorded], date: str) -> None:
            learned.append(date)

    monkeypatch.setattr("tests.store.shop.Forecaster", Remembers)
    shop.open()
    shop.settle()
    assert learned[:2] == [before, yesterday]


def shop_streams(shop: Shop) -> list[tuple[Stream, int]]:
    journal = SqliteJournal(shop.path)
    streams = [(stream, journal.last_seq(stream)) for stream in journal.streams("main")]
    journal.close()
    return streams


def test_a_commit_that_fails_tells_nobody_yesterday_again(shop: Shop) -> None:
    shop.take("yesterday")
    shop.clock.at += DAY_MS
    shop.take("today")
    shop.settle()
    before = len(shop.heard)
    shop.store._throw_away(shop.store._today())
    shop.store.look(lambda day, now, forecast: day.seq)
    shop.settle()
    assert shop.heard[before:] == []
