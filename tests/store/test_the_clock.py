"""The machine's clock leaps; the store goes on. Nobody is sent home, no duration is wrong, tickets
are sold, and everybody is told by how much the clock is off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from server import timekeeping
from server.clock import LEAP_MS
from server.floor import commands as c
from server.floor.hours import business_date, day_bounds
from server.floor.plan import Hours
from server.journal.contract import Stream
from server.journal.rebuild import rebuild
from server.timekeeping import HELD_MS, say_right
from tests.floor.played import MINUTE, NOON, small_store
from tests.store.shop import DAY_MS, PLAN, TODAY, MachineByHand, Shop

SECOND = 1000
HOUR = 60 * MINUTE
YEAR = 365 * DAY_MS
LEAPS = [sign * by for by in (5 * SECOND, HOUR, DAY_MS, YEAR) for sign in (1, -1)]
CLOSING = day_bounds(PLAN, TODAY.date)[0] + 14 * HOUR  # 18:00


class Machine(MachineByHand):
    """One that can be switched off, and starts with whatever its clock says then."""

    def __init__(self, folder: Path, at: int = NOON) -> None:
        super().__init__(at)
        self.boot = folder / "boot_id"
        self.boots = 0
        self.starts()

    def starts(self, wall: int | None = None) -> None:
        self.boots += 1
        self.boot.write_text(f"boot-{self.boots}\n")
        self.steady = 60_000
        self.wall = self.wall if wall is None else wall


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    monkeypatch.setattr(timekeeping, "BOOT_ID", machine.boot)
    monkeypatch.setattr(timekeeping, "program_made", lambda: NOON - 30 * DAY_MS)
    return machine


@pytest.fixture
def shop(tmp_path: Path, machine: Machine) -> Iterator[Shop]:
    shop = Shop(tmp_path / "foyer.sqlite", machine.clock())
    shop.do(c.OpenCounter("1", "mai"))
    shop.do(c.OpenCounter("2", "theo"))
    yield shop
    shop.close()


def passes(shop: Shop, machine: Machine, seconds: int) -> None:
    """As it does: with a tick each second, or each minute of many."""
    while seconds > 0:
        step = 1 if seconds <= 120 else 60
        machine.passes(step * SECOND)
        shop.store.tick()
        seconds -= step


def restarts(shop: Shop, machine: Machine) -> None:
    shop.close()
    shop.clock = machine.clock()
    shop.open()


def visit(shop: Shop, name: str) -> Any:
    return shop.store.look(lambda day, now, forecast: day.visits[name])


def today(shop: Shop) -> str:
    return shop.store.look(lambda day, now, forecast: day.date)


@pytest.mark.parametrize("restarted", [False, True])
@pytest.mark.parametrize("leap", LEAPS)
def test_five_seconds_of_a_wrong_clock_change_nothing(
    shop: Shop, machine: Machine, leap: int, restarted: bool
) -> None:
    """rosa waits, ken is held, ida is called, mona is served, all across it."""
    for name in ("mona", "ida", "rosa", "ken"):
        shop.take(name)
    passes(shop, machine, 600)
    shop.do(c.Call("1", "mona"))
    shop.do(c.Start("mona"))
    shop.do(c.Hold("ken", 10))
    passes(shop, machine, 240)
    shop.do(c.Call("2", "ida"))
    passes(shop, machine, 60)

    machine.leaps(leap)
    if restarted:
        restarts(shop, machine)
    passes(shop, machine, 3)
    told_s = shop.store.machine_view().clock_off_s
    assert told_s == (leap // SECOND if abs(leap) >= LEAP_MS else 0)
    assert shop.take("while").status == 200
    passes(shop, machine, 2)
    machine.leaps(-leap)
    if restarted:
        restarts(shop, machine)
    passes(shop, machine, 1)
    assert shop.store.machine_view().clock_off_s == 0
    assert shop.take("after").status == 200

    passes(shop, machine, 114)
    assert today(shop) == TODAY.date
    # A call nobody answers, and a hold, end when they would have: 120 s and 600 s after.
    assert visit(shop, "ida").ended_as == "no_show"
    assert visit(shop, "mona").state == "serving"
    shop.do(c.Finish("mona", "resolved"))
    passes(shop, machine, 181)
    assert visit(shop, "ken").ended_as == "walkout"
    shop.do(c.CallNext("1"))
    seconds = _durations(shop)
    assert seconds["mona waited"] == pytest.approx(600, abs=1)
    assert seconds["mona served"] == pytest.approx(300 + 120, abs=1)
    assert seconds["ida called"] == pytest.approx(120, abs=1.1)
    assert seconds["ken held"] == pytest.approx(600, abs=1.1)
    assert seconds["rosa waited"] == pytest.approx(600 + 300 + 120 + 181, abs=1)
    assert "VisitEnded end_of_day" not in _ended(shop)
    times = [recorded.at for recorded in shop.facts]
    assert times == sorted(times)
    assert [stream.date for stream in shop.journal.streams("main")] == [TODAY.date]
    assert rebuild(shop.journal, "main").differing == ()


def _durations(shop: Shop) -> dict[str, float]:
    of = {name: visit(shop, name).leg for name in ("mona", "ida", "rosa", "ken")}
    held = next(f.at for f in shop.facts if type(f.fact).__name__ == "VisitHeld")
    spans = {
        "mona waited": (of["mona"].joined_at, of["mona"].called_at),
        "mona served": (of["mona"].started_at, of["mona"].ended_at),
        "ida called": (of["ida"].called_at, of["ida"].ended_at),
        "ken held": (held, of["ken"].ended_at),
        "rosa waited": (of["rosa"].joined_at, of["rosa"].called_at),
    }
    return {name: (until - since) / SECOND for name, (since, until) in spans.items()}


def _ended(shop: Shop) -> list[str]:
    ends = (f.fact for f in shop.facts if type(f.fact).__name__ == "VisitEnded")
    return [f"VisitEnded {fact.how}" for fact in ends]  # type: ignore[union-attr]


@pytest.mark.parametrize("leap", LEAPS)
def test_the_store_closes_when_it_is_time(tmp_path: Path, machine: Machine, leap: int) -> None:
    machine.wall = CLOSING - 10 * MINUTE
    shop = Shop(tmp_path / "closing.sqlite", machine.clock())
    shop.take("rosa")
    machine.passes(10 * MINUTE + 60 * MINUTE - 8 * SECOND)
    machine.leaps(leap)
    passes(shop, machine, 5)
    assert visit(shop, "rosa").state == "waiting"
    machine.leaps(-leap)
    passes(shop, machine, 2)
    assert visit(shop, "rosa").state == "waiting"
    passes(shop, machine, 2)
    assert visit(shop, "rosa").ended_as == "end_of_day"
    shop.close()


@pytest.mark.parametrize("leap", [DAY_MS, -DAY_MS, -HOUR])
def test_the_day_turns_when_it_really_does(tmp_path: Path, machine: Machine, leap: int) -> None:
    """In a store round the clock, with a leap across the very moment."""
    plan = small_store(hours=Hours(week=PLAN.hours.week, always_open=True))
    turn = day_bounds(plan, TODAY.date)[1]
    machine.wall = turn - 10 * MINUTE
    shop = Shop(tmp_path / "turn.sqlite", machine.clock(), plan)
    shop.take("rosa")
    passes(shop, machine, 600 - 3)
    machine.leaps(leap)
    passes(shop, machine, 2)
    assert today(shop) == TODAY.date
    passes(shop, machine, 2)
    assert today(shop) == "2026-11-22"
    machine.leaps(-leap)
    passes(shop, machine, 5)
    assert visit(shop, "rosa").state == "waiting"
    assert shop.store.clock_off_ms == 0
    shop.close()


def test_a_small_step_is_made_up_slowly_and_time_never_goes_back(
    shop: Shop, machine: Machine
) -> None:
    machine.leaps(-20 * SECOND)
    before = shop.clock.now()
    for _ in range(100):
        passes(shop, machine, 100)
        assert 99 * SECOND < shop.clock.now() - before < 100 * SECOND
        before = shop.clock.now()
    assert shop.clock.off_ms == pytest.approx(-15 * SECOND, abs=SECOND)


def test_a_leap_that_holds_is_followed_once_nobody_is_here(shop: Shop, machine: Machine) -> None:
    shop.take("rosa")
    machine.leaps(DAY_MS)
    passes(shop, machine, 2 * HELD_MS // SECOND)
    assert today(shop) == TODAY.date
    shop.do(c.Cancel("rosa"))
    passes(shop, machine, 2)
    assert today(shop) == "2026-11-22"
    assert shop.store.clock_off_ms == 0
    # Mai is still there.
    assert shop.store.look(lambda day, now, forecast: day.counter("1").staff) == "mai"
    # And it was wrong after all.
    machine.leaps(-DAY_MS)
    passes(shop, machine, HELD_MS // SECOND + 62)
    assert today(shop) == TODAY.date
    assert shop.take("ken").status == 200
    assert rebuild(shop.journal, "main").differing == ()


@pytest.mark.parametrize("leap", [HOUR, -HOUR, DAY_MS, -DAY_MS, YEAR])
def test_a_person_says_that_the_machine_is_right(shop: Shop, machine: Machine, leap: int) -> None:
    """Whoever is here goes on, and waits as long as before."""
    shop.take("rosa")
    shop.take("ken")
    shop.do(c.Call("1", "ken"))
    passes(shop, machine, 60)
    machine.leaps(leap)
    passes(shop, machine, 3)
    say_right(shop.journal, "main", machine.clock())
    passes(shop, machine, 1)
    assert shop.store.clock_off_ms == 0
    assert shop.clock.now() == pytest.approx(machine.wall, abs=SECOND)
    assert today(shop) == business_date(PLAN, machine.wall)
    passes(shop, machine, 10)
    shop.do(c.Start("ken"))
    passes(shop, machine, 10)
    shop.do(c.Finish("ken", "resolved"))
    assert shop.do(c.Call("1", "rosa")).status == 200
    ken, rosa = visit(shop, "ken").leg, visit(shop, "rosa").leg
    assert ken.started_at - ken.called_at == pytest.approx(74 * SECOND, abs=SECOND)
    assert ken.ended_at - ken.started_at == 10 * SECOND
    assert rosa.called_at - rosa.joined_at == pytest.approx(84 * SECOND, abs=SECOND)
    restarts(shop, machine)
    assert visit(shop, "rosa").state == "called"
    assert rebuild(shop.journal, "main").differing == ()


def test_a_machine_without_a_battery_goes_on_with_the_day(shop: Shop, machine: Machine) -> None:
    """It boots in 1970, opens, and a minute later the network tells it the time."""
    shop.take("rosa")
    passes(shop, machine, 60)
    right = machine.wall
    shop.close()
    machine.starts(wall=10_000)
    shop.clock = machine.clock()
    shop.open()
    assert visit(shop, "rosa").state == "waiting"
    assert shop.take("ken").status == 200
    assert shop.store.machine_view().clock_off_s < -50 * YEAR / SECOND
    passes(shop, machine, 60)
    machine.wall = right + 5 * MINUTE
    passes(shop, machine, 1)
    assert shop.clock.now() == machine.wall
    assert shop.store.clock_off_ms == 0
    assert visit(shop, "ken").state == "waiting"
    machine.passes(60 * SECOND)
    shop.do(c.Call("1", "ken"))
    leg = visit(shop, "ken").leg
    assert leg.called_at - leg.joined_at == pytest.approx(121 * SECOND, abs=SECOND)


@pytest.mark.parametrize("restarted", [False, True])
def test_a_first_start_in_1970(tmp_path: Path, machine: Machine, restarted: bool) -> None:
    """Tickets are sold, at whatever hour: whoever starts a server is about to open."""
    machine.wall = 3 * HOUR
    shop = Shop(tmp_path / "new.sqlite", machine.clock())
    assert shop.take("rosa").status == 200
    assert shop.store.machine_view().clock_off_s < 0
    passes(shop, machine, 30)
    if restarted:
        restarts(shop, machine)
    machine.wall = NOON
    passes(shop, machine, 1)
    assert today(shop) == TODAY.date
    assert visit(shop, "rosa").state == "waiting"
    assert visit(shop, "rosa").arrived_at == pytest.approx(NOON - 30 * SECOND, abs=SECOND)
    assert shop.take("ken").status == 200
    assert rebuild(shop.journal, "main").differing == ()
    shop.close()


def test_a_first_start_years_ahead_blocks_no_later_one(tmp_path: Path, machine: Machine) -> None:
    right = machine.wall
    machine.wall = right + YEAR
    shop = Shop(tmp_path / "new.sqlite", machine.clock())
    assert shop.take("rosa").status == 200
    passes(shop, machine, 60)
    shop.close()
    machine.starts(wall=right + 2 * MINUTE)
    shop.clock = machine.clock()
    shop.open()
    assert today(shop) == TODAY.date
    assert shop.take("ken").status == 200
    assert shop.store.machine_view().clock_off_s < -300 * DAY_MS / SECOND
    # Who waited then waits on, as long as before.
    leg = visit(shop, "rosa").leg
    assert shop.clock.now() - leg.joined_at == pytest.approx(0, abs=61 * SECOND)
    say_right(shop.journal, "main", machine.clock())
    passes(shop, machine, 1)
    assert shop.store.machine_view().clock_off_s == 0
    machine.starts(wall=right + 4 * MINUTE)
    restarts(shop, machine)
    assert shop.store.machine_view().clock_off_s == 0
    assert rebuild(shop.journal, "main").differing == ()
    shop.close()


def closed_by_mistake(shop: Shop, machine: Machine) -> None:
    """As an earlier version did: its clock was a day ahead for a moment."""
    from tests.store.shop import ClockByHand

    shop.clock = ClockByHand(machine.wall + DAY_MS)
    shop.restart()
    shop.take("tomorrow")
    shop.close()
    shop.clock = machine.clock()
    shop.open()


def test_a_day_closed_by_mistake_sells_tickets_and_is_opened_again(
    shop: Shop, machine: Machine
) -> None:
    for name in ("rosa", "ken", "ida"):
        shop.take(name)
    shop.do(c.Call("1", "ken"))
    shop.do(c.Start("ken"))
    shop.do(c.Hold("ida", 30))
    passes(shop, machine, 60)
    closed_by_mistake(shop, machine)
    assert today(shop) == TODAY.date
    assert visit(shop, "rosa").ended_as == "end_of_day"
    ticket = json.loads(shop.take("mona").body)["ticket"]
    assert ticket == "A004"
    assert shop.facts[-1].at == machine.wall
    passes(shop, machine, 5)

    assert shop.do(c.ReopenDay()).status == 200
    states = {name: visit(shop, name).state for name in ("rosa", "ken", "ida", "mona")}
    assert states == {"rosa": "waiting", "ken": "serving", "ida": "held", "mona": "waiting"}
    assert shop.store.look(lambda day, now, forecast: day.counter("2").staff) == "theo"
    passes(shop, machine, 5)
    shop.do(c.Finish("ken", "resolved"))
    leg = visit(shop, "ken").leg
    assert leg.ended_at - leg.started_at == 70 * SECOND
    assert json.loads(shop.do(c.CallNext("1")).body)["visit"] == "rosa"
    assert shop.do(c.ReopenDay()).status == 204
    # It closes in the evening like any other.
    machine.passes(CLOSING + 60 * MINUTE - machine.wall)
    passes(shop, machine, 2)
    assert visit(shop, "mona").ended_as == "end_of_day"
    assert rebuild(shop.journal, "main").differing == ()


def test_a_day_that_was_never_closed_is_not_opened_again(shop: Shop) -> None:
    assert json.loads(shop.do(c.ReopenDay()).body) == {"code": "day_not_closed"}


def test_a_stream_of_a_future_date_stops_nobody(shop: Shop, machine: Machine) -> None:
    closed_by_mistake(shop, machine)
    future = Stream("main", "2026-11-22")
    assert shop.kinds(future)[-1] == "DayClosed"
    before = shop.clock.now()
    passes(shop, machine, 5)
    assert shop.clock.now() - before == 5 * SECOND
    # Whoever waited in it was brought back: nobody is lost.
    assert visit(shop, "tomorrow").state == "waiting"


def test_reading_the_clock_costs_little(machine: Machine) -> None:
    """One reading of the steady clock and one addition, whatever the wall says."""
    readings = 0

    def steady() -> int:
        nonlocal readings
        readings += 1
        return machine.steady

    clock = machine.clock()
    clock.steady = steady
    clock.wall = lambda: pytest.fail("the wall clock was asked")
    clock.now()
    assert readings == 1
