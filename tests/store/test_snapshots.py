"""A restart reads a snapshot and the facts behind it, and is as one that read every fact."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import gevent
import pytest
from msgspec.structs import replace

from server import snapshots
from server.floor import commands as c
from server.floor.day import Day
from server.floor.state import Kind
from server.journal.contract import NotSaved
from server.journal.rebuild import rebuild
from server.restoring import restore
from server.store import OpenStore
from server.waits.forecaster import Forecaster
from tests.floor.played import MINUTE, NOON
from tests.floor.test_snapshot import folded, state
from tests.store.shop import DAY_MS, PLAN, TODAY, ClockByHand, Shop
from tests.waits.test_snapshot import plain

PATIENCE_S = 60.0


def busy(shop: Shop, visits: int, first: int = 0) -> None:
    """So many come and are served, but for every third, who waits."""
    for n in range(first, first + visits):
        shop.take(f"v{n}", key=f"key {n}")
        if n % 3:
            called = shop.do(c.CallNext("1"))
            assert called.status == 200
            visit = shop.store.look(lambda day, now, forecast: day.counter("1").visit)
            shop.do(c.Start(str(visit)))
            shop.clock.at += MINUTE
            shop.do(c.Finish(str(visit), "resolved"))
    shop.settle()


def day_of(shop: Shop) -> Day:
    return shop.store.look(lambda day, now, forecast: day)


def told(shop: Shop) -> list[object]:
    """The waits that are told."""

    def waits(day: Day, now: int, forecast: Any) -> list[object]:
        lines = [None, *PLAN.counters]
        newcomers = [forecast.newcomer(Kind(s), line) for s in PLAN.services for line in lines]
        return [*newcomers, *map(forecast.visit, day.visits)]

    return shop.store.look(waits)


def known(shop: Shop) -> object:
    return plain(shop.store._forecaster)


def without_snapshots(path: Path, change: str = "DELETE FROM snapshots", *args: Any) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(change, args)


def test_a_restart_reads_no_more_than_what_a_snapshot_lacks(shop: Shop) -> None:
    busy(shop, 30)
    shop.store._try_snapshot()
    taken_at = day_of(shop).seq
    busy(shop, 3, first=30)
    shop.crash_and_restart()
    day = day_of(shop)
    assert 0 < day.seq - taken_at == shop.journal.facts_read < 40 < taken_at
    assert state(day) == state(folded(shop.facts, TODAY))
    again = shop.take("v7", key="key 7")
    assert again == shop.take("v7", key="key 7")
    assert day_of(shop).seq == day.seq


def test_whoever_closes_the_store_leaves_nothing_to_read(shop: Shop) -> None:
    busy(shop, 12)
    shop.restart()
    assert shop.journal.facts_read == 0
    assert state(day_of(shop)) == state(folded(shop.facts, TODAY))


def test_a_restart_tells_the_same_with_and_without(shop: Shop) -> None:
    busy(shop, 24)
    shop.clock.at = NOON + DAY_MS
    shop.do(c.OpenCounter("1", "mai"))
    busy(shop, 12, first=24)
    shop.store._try_snapshot()
    busy(shop, 3, first=36)
    before = told(shop)
    shop.crash_and_restart()
    with_it, learned = told(shop), known(shop)
    few = shop.journal.facts_read
    shop.crash()
    without_snapshots(shop.path)
    shop.open()
    assert before == with_it == told(shop)
    assert learned == known(shop)
    assert few < shop.journal.facts_read / 4


def other_version(path: Path) -> None:
    without_snapshots(path, "UPDATE snapshots SET version = ?", b"another program")


def cut_off(path: Path) -> None:
    without_snapshots(path, "UPDATE snapshots SET body = substr(body, 1, length(body) / 2)")


def garbage(path: Path) -> None:
    without_snapshots(path, "UPDATE snapshots SET body = randomblob(5000)")


def nothing(path: Path) -> None:
    without_snapshots(path, "UPDATE snapshots SET body = ?", b"")


def one_byte_flipped(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        for what, body in database.execute("SELECT what, body FROM snapshots").fetchall():
            half = len(body) // 2
            flipped = body[:half] + bytes([body[half] ^ 1]) + body[half + 1 :]
            database.execute("UPDATE snapshots SET body = ? WHERE what = ?", [flipped, what])


def swapped(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        bodies = dict(database.execute("SELECT what, body FROM snapshots").fetchall())
        for what, other in (("day", "learned"), ("learned", "day")):
            database.execute("UPDATE snapshots SET body = ? WHERE what = ?", [bodies[other], what])


def of_no_fact_yet(path: Path) -> None:
    without_snapshots(path, "UPDATE snapshots SET seq = seq + 1000")


def of_an_earlier_fact(path: Path) -> None:
    """As it says of itself: its body is of a later one."""
    without_snapshots(path, "UPDATE snapshots SET seq = seq - 5")


def of_another_day(path: Path) -> None:
    without_snapshots(path, "UPDATE snapshots SET date = '2026-11-20'")


def of_another_store(path: Path) -> None:
    without_snapshots(path, "UPDATE snapshots SET store = 'veras'")


@pytest.mark.parametrize(
    "spoil",
    [
        *(other_version, cut_off, garbage, nothing, one_byte_flipped, swapped),
        *(of_no_fact_yet, of_an_earlier_fact, of_another_day, of_another_store),
    ],
)
def test_a_snapshot_that_is_not_right_is_ignored(shop: Shop, spoil: Callable[[Path], None]) -> None:
    busy(shop, 12)
    before, learned = told(shop), known(shop)
    shop.close()
    spoil(shop.path)
    shop.open()
    assert shop.journal.facts_read == len(shop.facts)
    assert state(day_of(shop)) == state(folded(shop.facts, TODAY))
    assert told(shop) == before
    assert known(shop) == learned
    busy(shop, 2, first=12)
    assert rebuild(shop.journal, "main").differing == ()


def test_a_change_of_the_code_throws_snapshots_away(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "floor"
    other.mkdir()
    (other / "folding.py").write_text("# another rule\n")
    snapshots.code.cache_clear()
    before = snapshots.code()
    monkeypatch.setattr("server.floor.__path__", [str(other)])
    snapshots.code.cache_clear()
    assert snapshots.code() != before
    monkeypatch.undo()
    snapshots.code.cache_clear()


def test_a_backup_holds_the_snapshot_of_its_own_facts(shop: Shop, tmp_path: Path) -> None:
    busy(shop, 12)
    shop.store._try_snapshot()
    shop.journal.backup(tmp_path / "backup.sqlite")
    then = shop.facts
    busy(shop, 12, first=12)
    shop.close()
    restore(tmp_path / "backup.sqlite", shop.path)
    for leftover in ("-wal", "-shm"):
        shop.path.with_name(shop.path.name + leftover).unlink(missing_ok=True)
    shop.open()
    assert shop.journal.facts_read == 0
    assert shop.facts == then
    assert state(day_of(shop)) == state(folded(then, TODAY))


def test_what_was_never_written_is_in_no_snapshot(shop: Shop) -> None:
    busy(shop, 3)
    shop.journal.gate.clear()
    shop.journal.refuses = True
    lost = shop.start(shop.take, "lost")
    taken = shop.start(shop.store._try_snapshot)
    shop.journal.gate.set()
    gevent.joinall([lost, taken])
    assert isinstance(lost.exception, NotSaved)
    # Others get the numbers of the facts that were lost.
    busy(shop, 6, first=3)
    shop.crash_and_restart()
    assert state(day_of(shop)) == state(folded(shop.facts, TODAY))


def test_one_is_taken_whenever_there_is_much_to_read(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.store.SNAPSHOT_FACTS", 40)
    busy(shop, 12)
    with gevent.Timeout(PATIENCE_S):
        while shop.journal.snapshot("main", "day") is None:
            gevent.sleep(0.01)
    shop.crash_and_restart()
    assert shop.journal.facts_read < len(shop.facts)
    assert state(day_of(shop)) == state(folded(shop.facts, TODAY))


def test_a_disk_that_takes_no_snapshot_stops_nobody(shop: Shop) -> None:
    busy(shop, 3)
    shop.journal.fill_disk()
    shop.store._try_snapshot()
    shop.journal.empty_disk()
    busy(shop, 3, first=3)
    shop.restart()
    assert state(day_of(shop)) == state(folded(shop.facts, TODAY))


def test_everybody_hears_what_another_process_wrote_and_kept(shop: Shop, next_door: Shop) -> None:
    busy(shop, 3)
    busy(next_door, 6, first=3)
    next_door.store._try_snapshot()
    busy(shop, 3, first=9)
    assert shop.heard == shop.facts


def test_what_was_learned_under_another_plan_is_learned_anew(shop: Shop) -> None:
    busy(shop, 24)
    shop.close()
    slow = {name: replace(one, typical_minutes=60) for name, one in PLAN.services.items()}
    journal = type(shop.journal)(shop.path)
    plan = replace(PLAN, services=slow)
    with_it = Forecaster(plan)
    store = OpenStore(plan, journal, shop.clock, with_it)  # type: ignore[arg-type]
    assert journal.facts_read == journal.last_seq(TODAY)
    without = Forecaster(plan)
    without.learn(journal.read(TODAY), TODAY.date)
    assert plain(with_it) == plain(without)
    store.close()
    journal.close()
    shop.open()


def test_yesterdays_snapshot_ends_yesterday_and_is_learned_from(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "foyer.sqlite", ClockByHand())
    shop.do(c.OpenCounter("1", "mai"))
    busy(shop, 12)
    shop.close()
    shop.clock.at = NOON + DAY_MS
    shop.open()
    assert shop.journal.facts_read == 1, "the last one, to see whether the day was closed"
    assert shop.kinds()[-1] == "DayClosed"
    assert rebuild(shop.journal, "main").differing == ()
    with_it = told(shop)
    shop.crash()
    without_snapshots(shop.path)
    shop.open()
    assert told(shop) == with_it
    shop.close()
