"""A retry with the same key gets the first answer, whatever it was, and changes nothing more."""

from __future__ import annotations

import gevent
import pytest

from server.floor import commands as c
from server.journal.contract import Answer, NotSaved
from server.store import KeyReused
from tests.browser.running import PATIENCE_S
from tests.store.shop import Shop


def test_a_retry_gets_the_first_answer(shop: Shop) -> None:
    first = shop.take("rosa", key="k")
    facts = shop.facts
    assert shop.take("rosa", key="k") == first
    assert shop.facts == facts


def test_also_after_a_restart(shop: Shop) -> None:
    first = shop.take("rosa", key="k")
    shop.restart()
    facts = shop.facts
    assert shop.take("rosa", key="k") == first
    assert shop.facts == facts


def test_also_in_another_process(shop: Shop, next_door: Shop) -> None:
    first = shop.take("rosa", key="k")
    assert next_door.take("rosa", key="k") == first
    assert shop.kinds().count("TicketIssued") == 1


def test_also_when_the_other_process_is_at_it(shop: Shop, next_door: Shop) -> None:
    """Both decide before either has written: the journal lets one key in once."""
    for journal in (shop.journal, next_door.journal):
        journal.gate.clear()
    asked = [shop.start(s.take, "rosa", key="k") for s in (shop, next_door)]
    for journal in (shop.journal, next_door.journal):
        journal.gate.set()
    gevent.joinall(asked, timeout=PATIENCE_S, raise_error=True)
    assert asked[0].get() == asked[1].get()
    assert shop.kinds().count("TicketIssued") == 1


def test_also_while_the_first_is_still_under_way(shop: Shop) -> None:
    shop.journal.gate.clear()
    asked = [shop.start(shop.take, "rosa", key="k") for _ in range(3)]
    with pytest.raises(KeyReused):
        shop.take("ken", key="k")
    shop.journal.gate.set()
    gevent.joinall(asked, timeout=PATIENCE_S, raise_error=True)
    assert len({a.get() for a in asked}) == 1
    assert shop.kinds().count("TicketIssued") == 1


def test_also_when_the_first_could_not_be_saved(shop: Shop) -> None:
    shop.journal.gate.clear()
    shop.journal.fill_disk()
    large = (("rosa", "note", "x" * 5_000_000),)
    asked = [shop.start(shop.take, "rosa", key="k", guests=large) for _ in range(2)]
    shop.journal.gate.set()
    for one in asked:
        with pytest.raises(NotSaved):
            one.get(timeout=PATIENCE_S)
    shop.journal.empty_disk()
    assert shop.take("rosa", key="k").status == 200
    assert shop.kinds().count("TicketIssued") == 1


def test_a_refusal_is_repeated_even_when_it_would_be_granted_now(shop: Shop) -> None:
    refused = shop.do(c.Call("1", "rosa"), key="k")
    assert refused == Answer(404, b'{"code": "unknown_visit"}')
    shop.take("rosa")
    assert shop.do(c.Call("1", "rosa"), key="k") == refused
    shop.restart()
    assert shop.do(c.Call("1", "rosa"), key="k") == refused
    assert shop.do(c.Call("1", "rosa"), key="k2").status == 200


def test_nobody_to_call_is_repeated_even_when_somebody_came(shop: Shop) -> None:
    assert shop.do(c.CallNext("1"), key="k") == Answer(204, b"")
    shop.take("rosa")
    assert shop.do(c.CallNext("1"), key="k") == Answer(204, b"")
    assert "VisitCalled" not in shop.kinds()


def test_a_key_with_another_request_is_refused(shop: Shop) -> None:
    shop.take("rosa", key="k")
    facts = shop.facts
    with pytest.raises(KeyReused):
        shop.take("ken", key="k")
    shop.restart()
    with pytest.raises(KeyReused):
        shop.take("ken", key="k")
    assert shop.facts == facts


def test_without_a_key_each_request_counts(shop: Shop) -> None:
    shop.do(c.AskHelp("h1"))
    shop.do(c.AskHelp("h2"))
    assert shop.kinds().count("HelpAsked") == 2


def test_what_is_personal_is_written_with_the_facts_and_not_twice(shop: Shop) -> None:
    for _ in range(2):
        shop.take("rosa", key="k", guests=(("rosa", "name", "Rosa"),))
    shop.do(c.Call("1", "nobody"), guests=(("nobody", "note", "refused with the command"),))
    assert shop.journal.guest("rosa") == {"name": "Rosa"}
    assert shop.journal.guest("nobody") == {}
