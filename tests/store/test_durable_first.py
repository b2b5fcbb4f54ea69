"""Nothing is answered, shown or announced before it is on the disk; what waits shares a commit."""

from __future__ import annotations

import gevent
import pytest
from gevent.event import Event

from server.floor import commands as c
from server.floor.day import Day
from server.floor.facts import PaperItem
from server.journal.contract import Answer, NotSaved
from server.journal.rebuild import rebuild
from tests.browser.running import PATIENCE_S
from tests.store.shop import TODAY, Shop, told


def count(shop: Shop) -> int:
    return shop.store.look(lambda day, now, forecast: len(day.visits))


def test_an_answer_waits_for_the_disk(shop: Shop) -> None:
    shop.journal.gate.clear()
    asked = shop.start(shop.take, "rosa")
    gevent.sleep(0.05)
    assert not asked.ready()
    shop.journal.gate.set()
    assert asked.get(timeout=PATIENCE_S).status == 200
    assert shop.kinds()[-1] == "WaitQuoted"


def test_a_look_waits_for_what_it_saw(shop: Shop) -> None:
    assert count(shop) == 0
    shop.journal.gate.clear()
    shop.start(shop.take, "rosa")
    looked = shop.start(lambda: count(shop))
    gevent.sleep(0.05)
    assert not looked.ready()
    shop.journal.gate.set()
    assert looked.get(timeout=PATIENCE_S) == 1


def test_a_refusal_waits_for_what_it_was_decided_on(shop: Shop) -> None:
    shop.take("rosa")
    shop.journal.gate.clear()
    call = shop.start(shop.do, c.Call("1", "rosa"))
    late = shop.start(shop.do, c.Call("2", "rosa"))
    gevent.sleep(0.05)
    assert not late.ready()
    shop.journal.gate.set()
    assert call.get(timeout=PATIENCE_S).status == 200
    assert late.get(timeout=PATIENCE_S) == Answer(409, b'{"code": "already_called"}')


def test_nobody_hears_of_what_is_not_on_the_disk(shop: Shop) -> None:
    shop.settle()
    shop.heard.clear()
    shop.store.subscribe(
        lambda day, facts, now, forecast: durable.append(
            shop.journal.last_seq(TODAY) >= facts[-1].seq
        )
    )
    durable: list[bool] = []
    before = len(shop.facts)
    asked = [shop.start(shop.take, f"v{n}") for n in range(50)]
    gevent.joinall(asked, timeout=PATIENCE_S, raise_error=True)
    shop.settle()
    assert shop.heard == shop.facts[before:]
    assert durable
    assert all(durable)


def test_commands_that_wait_share_one_commit(shop: Shop) -> None:
    shop.journal.gate.clear()
    shop.journal.commits.clear()
    asked = [shop.start(shop.take, f"v{n}", key=f"k{n}") for n in range(20)]
    gevent.sleep(0.05)
    shop.journal.gate.set()
    gevent.joinall(asked, timeout=PATIENCE_S, raise_error=True)
    assert shop.journal.commits == [1, 19]
    assert count(shop) == 20
    assert rebuild(shop.journal, "main").differing == ()


def test_a_visit_that_changes_often_in_one_commit_is_kept_as_it_was_last(shop: Shop) -> None:
    shop.journal.gate.clear()
    verbs = [
        c.TakeTicket("rosa", "advice"),
        c.CheckPapers("rosa", (PaperItem("receipt", "rejected", "too_old"),), "theo"),
        c.Call("1", "rosa"),
        c.Start("rosa"),
        c.Transfer("rosa", service="replacement"),
        c.Undo("rosa"),
    ]
    shop.start(shop.take, "first")
    asked = [shop.start(shop.do, verb) for verb in verbs]
    shop.journal.gate.set()
    gevent.joinall(asked, timeout=PATIENCE_S, raise_error=True)
    assert [a.get().status for a in asked] == [200] * 6
    assert shop.journal.commits[-1] == 6
    assert [row["rejected_for"] for row in shop.journal.rows(TODAY).papers] == ["too_old"]
    assert rebuild(shop.journal, "main").differing == ()


def test_a_full_disk_answers_that_nothing_was_saved(shop: Shop) -> None:
    shop.take("rosa")
    shop.settle()
    before, heard = shop.facts, list(shop.heard)
    shop.journal.fill_disk()
    with pytest.raises(NotSaved, match="full"):
        for n in range(500):
            shop.take(f"v{n}", key=f"k{n}", guests=((f"v{n}", "name", "x" * 2000),))
    saved = shop.facts
    assert count(shop) == shop.kinds().count("VisitArrived") > 1
    shop.settle()
    assert shop.heard == heard + saved[len(before) :]

    shop.journal.empty_disk()
    assert shop.take("ken", key="ken").status == 200
    assert rebuild(shop.journal, "main").differing == ()


def test_who_waited_behind_a_failed_commit_is_decided_again(shop: Shop) -> None:
    shop.take("rosa")
    shop.journal.gate.clear()
    note = (("rosa", "note", "x" * 5_000_000),)
    doomed = shop.start(shop.do, c.Call("1", "rosa"), guests=note)
    behind = shop.start(shop.do, c.Call("2", "rosa"))
    looked = shop.start(
        lambda: shop.store.look(lambda day, now, forecast: day.visits["rosa"].counter)
    )
    shop.journal.fill_disk()
    shop.journal.gate.set()
    with pytest.raises(NotSaved):
        doomed.get(timeout=PATIENCE_S)
    # The first call never happened, so the second is right after all.
    assert behind.get(timeout=PATIENCE_S).status == 200
    assert looked.get(timeout=PATIENCE_S) in ("2", None)
    assert shop.kinds().count("VisitCalled") == 1


def test_an_answer_that_cannot_be_given_changes_nothing(shop: Shop) -> None:
    def broken(made: object) -> Answer:
        raise LookupError("no words for that")

    before = shop.facts
    with pytest.raises(LookupError):
        shop.take("rosa", key="k", answer=broken)
    assert shop.facts == before
    assert count(shop) == 0
    assert shop.take("rosa", key="k", answer=told).status == 200


def test_whoever_hears_late_is_handed_no_day_that_never_happened(shop: Shop) -> None:
    """Somebody slow is still at the news before; meanwhile the disk refuses what came after it."""
    goes_on = Event()
    seen: list[set[str]] = []

    def slow(day: Day, facts: object, now: int, forecast: object) -> None:
        seen.append(set(day.visits))
        goes_on.wait(PATIENCE_S)

    shop.settle()
    shop.store.subscribe(slow)
    shop.take("rosa")
    shop.settle()
    shop.take("ken")
    shop.journal.refuses = True
    with pytest.raises(NotSaved):
        shop.take("lost")
    goes_on.set()
    shop.settle()
    assert seen == [{"rosa"}, {"rosa", "ken"}]


def test_a_listener_that_fails_is_logged_and_the_others_hear(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise LookupError("the TV is gone")

    shop.store.subscribe(broken)
    later: list[int] = []
    shop.store.subscribe(lambda day, facts, now, forecast: later.append(len(facts)))
    shop.take("rosa")
    shop.settle()
    assert sum(later) >= 3
    assert "a listener failed" in caplog.text


def test_closing_finishes_what_was_asked(shop: Shop) -> None:
    shop.journal.gate.clear()
    asked = shop.start(shop.take, "rosa", key="k")
    gevent.spawn_later(0.05, shop.journal.gate.set)
    shop.store.close()
    assert asked.get(timeout=PATIENCE_S).status == 200
    assert shop.journal.answered("main", "k") is not None
    shop.journal.close()
    shop.open()
