"""Several tablets, several processes: each visit is called once, no number is given twice."""

from __future__ import annotations

import json
from collections import Counter

import gevent

from server.floor import commands as c
from server.journal.contract import NotSaved
from server.journal.rebuild import rebuild
from tests.browser.running import PATIENCE_S
from tests.store.shop import Shop


def test_eight_tablets_call_everybody_exactly_once(shop: Shop) -> None:
    for n in range(40):
        shop.take(f"v{n}")
    called = Counter[str]()

    def tablet(counter: str) -> None:
        while (answer := shop.do(c.CallNext(counter))).status != 204:
            if answer.status == 200:
                visit = json.loads(answer.body)["visit"]
                called[visit] += 1
                shop.do(c.Finish(visit, "resolved"))

    tablets = [gevent.spawn(tablet, counter) for counter in "12121212"]
    gevent.joinall(tablets, timeout=PATIENCE_S, raise_error=True)
    assert called == {f"v{n}": 1 for n in range(40)}


def test_two_processes_share_one_day(shop: Shop, next_door: Shop) -> None:
    def kiosk(of: Shop, name: str) -> list[str]:
        answers = [of.take(f"{name}-{n}", key=f"{name}-{n}") for n in range(30)]
        return [json.loads(answer.body)["ticket"] for answer in answers]

    kiosks = [gevent.spawn(kiosk, of, f"k{k}") for k, of in enumerate([shop, next_door] * 2)]
    gevent.joinall(kiosks, timeout=PATIENCE_S, raise_error=True)
    tickets = [ticket for k in kiosks for ticket in k.get()]
    assert len(tickets) == len(set(tickets)) == 120
    assert rebuild(shop.journal, "main").differing == ()


def test_of_two_processes_one_calls_the_last_visit(shop: Shop, next_door: Shop) -> None:
    next_door.take("rosa")
    for journal in (shop.journal, next_door.journal):
        journal.gate.clear()
    asked = [
        shop.start(shop.do, c.CallNext("1")),
        shop.start(next_door.do, c.CallNext("2")),
    ]
    for journal in (shop.journal, next_door.journal):
        journal.gate.set()
    gevent.joinall(asked, timeout=PATIENCE_S, raise_error=True)
    assert sorted(a.get().status for a in asked) == [200, 204]
    assert shop.kinds().count("VisitCalled") == 1


def test_nobody_is_refused_for_what_another_process_has_just_changed(
    shop: Shop, next_door: Shop
) -> None:
    next_door.take("rosa")
    assert shop.do(c.Call("1", "rosa")).status == 200
    assert next_door.do(c.CallNext("2")).status == 204


def test_a_second_brings_news_of_the_other_process(shop: Shop, next_door: Shop) -> None:
    shop.settle()
    next_door.take("rosa")
    next_door.settle()
    assert len(shop.heard) == 2
    shop.store.tick()
    shop.settle()
    assert shop.heard == shop.facts
    assert shop.store.look(lambda day, now, forecast: list(day.visits)) == ["rosa"]


def test_a_store_that_never_gets_its_turn_says_so(shop: Shop, next_door: Shop) -> None:
    append = shop.journal.append

    def always_late(*args: object) -> None:
        next_door.journal.append(*args)  # type: ignore[arg-type]
        append(*args)  # type: ignore[arg-type]

    shop.journal.append = always_late  # type: ignore[assignment]
    try:
        shop.do(c.AskHelp("h"))
    except NotSaved as error:
        assert "faster" in str(error)
    else:
        raise AssertionError("it was never its turn")
