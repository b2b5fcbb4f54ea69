"""A lost answer is asked for again, and what was asked is done once."""

from __future__ import annotations

import gevent
import pytest

from server.doors.tokens import digest_of, screen_token
from tests.doors.shop import READY, Shop


@pytest.mark.parametrize("restarted", [False, True])
def test_the_first_answer_again(shop: Shop, restarted: bool) -> None:
    first = shop.post("/visits", READY, by="kiosk", key="once")
    if restarted:
        shop.restart()
    again = shop.post("/visits", READY, by="kiosk", key="once")
    assert (again.status, again.raw) == (first.status, first.raw) == (201, first.raw)
    assert len(shop.get("/visits").body["items"]) == 1


def test_the_order_of_fields_and_spaces_do_not_matter(shop: Shop) -> None:
    bodies = (b'{"service":"advice","language":"de"}', b'{ "language": "de", "service": "advice"}')
    replies = [
        shop.ask("POST", "/visits", by="kiosk", key="k", data=b, content_type="application/json")
        for b in bodies
    ]
    assert replies[0].raw == replies[1].raw


@pytest.mark.parametrize("restarted", [False, True])
def test_a_key_belongs_to_its_caller(shop: Shop, restarted: bool) -> None:
    """The answer that makes a visit tells its secret: nobody else's key opens it."""
    first = shop.post("/visits", READY, by="kiosk", key="k")
    if restarted:
        shop.restart()
    others = [shop.post("/visits", READY, by=by, key="k") for by in ("omar", "mai")]
    again = shop.post("/visits", READY, by="kiosk", key="k")
    assert again.raw == first.raw
    assert {one.status for one in (first, *others)} == {201}
    assert len({one.body["secret"] for one in (first, *others)}) == 3
    other = shop.post("/visits", {**READY, "language": "de"}, by="omar", key="k")
    assert (other.status, other.code) == (422, "key_reused")


def test_callers_at_once_do_not_share_a_key(shop: Shop) -> None:
    asked = [gevent.spawn(shop.post, "/visits", READY, by=by, key="k") for by in ("kiosk", "omar")]
    gevent.joinall(asked, raise_error=True)
    assert len({one.value.body["secret"] for one in asked}) == 2


def test_a_device_that_opened_its_link_anew_gets_its_first_answer(shop: Shop) -> None:
    replies = []
    for _ in range(2):
        client = shop.app.test_client()
        client.get(f"/enter/{screen_token(shop.journal, 'kiosk', 1000)}")
        replies.append(shop.post("/visits", READY, by=None, key="k", client=client))
    assert replies[0].raw == replies[1].raw


def test_a_customers_key_is_the_customers(shop: Shop) -> None:
    """Rosa holds her place; the same request by staff is another, and is not told as hers."""
    rosa = shop.arrive()
    path = f"/visits/{rosa['id']}/hold"
    hers = shop.post(path, {"minutes": 5}, by=None, token=rosa["secret"], key="k")
    assert shop.post(path, {"minutes": 5}, by=None, token=rosa["secret"], key="k").raw == hers.raw
    assert shop.post(path, {"minutes": 5}, by="mai", key="k").raw != hers.raw


def test_a_key_for_something_else_is_refused(busy: Shop) -> None:
    busy.post("/visits", READY, by="omar", key="k")
    for path, body in [
        ("/visits", {**READY, "language": "de"}),
        ("/counters/1/call_next", {}),
        ("/help", READY),
    ]:
        reply = busy.post(path, body, by="omar", key="k")
        assert (reply.status, reply.code) == (422, "key_reused")
        assert reply.body["errors"][0]["where"] == "Idempotency-Key"
    assert len(busy.get("/visits").body["items"]) == 1


def test_a_refusal_is_repeated_too(shop: Shop) -> None:
    refused = shop.post("/counters/1/call_next", key="k")
    assert refused.code == "counter_not_open"
    shop.open_counter()
    shop.arrive()
    again = shop.post("/counters/1/call_next", key="k")
    assert again.raw == refused.raw


def test_an_empty_answer_is_repeated_too(busy: Shop) -> None:
    assert busy.post("/counters/1/call_next", key="k").status == 204
    busy.arrive()
    assert busy.post("/counters/1/call_next", key="k").status == 204
    assert busy.post("/counters/1/call_next", key="k2").status == 200


def test_every_write_takes_a_key(busy: Shop) -> None:
    visit = busy.called()
    path = f"/visits/{visit['id']}"
    writes = [
        ("/visits", READY, 201),
        (f"{path}/recall", None, 200),
        (f"{path}/start", None, 200),
        (f"{path}/note", {"text": "x"}, 200),
        (f"{path}/papers", {"items": [{"paper": "drive", "status": "seen"}]}, 200),
        (f"{path}/finish", {"outcome": "resolved"}, 200),
        (f"{path}/undo", None, 200),
        (f"{path}/transfer", {"service": "recovery"}, 200),
        (f"{path}/hold", {"minutes": 3}, 200),
        (f"{path}/return", None, 200),
        (f"{path}/move", {"to": None}, 200),
        (f"{path}/cancel", None, 200),
        (f"{path}/feedback", {"score": 3}, 200),
        ("/counters/1/call_next", None, 200),
        ("/help", {"step": "papers"}, 201),
        ("/counters/2/break", {"minutes": 3}, 200),
        ("/counters/2/open", {"staff": "ken"}, 200),
        ("/counters/2/close", None, 200),
    ]
    for n, (write, body, status) in enumerate(writes):
        first, again = (busy.post(write, body, by="omar", key=f"w{n}") for _ in range(2))
        assert first.status == status, (write, first)
        assert again.raw == first.raw, write


@pytest.mark.parametrize("key", ["", "x" * 256, "a\tb", "\x7f"])
def test_keys_nobody_should_send(shop: Shop, key: str) -> None:
    reply = shop.post("/visits", READY, by="kiosk", key=key)
    assert reply.status == 422
    assert reply.body["errors"][0]["where"] == "Idempotency-Key"


@pytest.mark.parametrize("key", ["x" * 255, "ü", "a b c", "{}"])
def test_keys_anybody_may_send(shop: Shop, key: str) -> None:
    assert shop.post("/visits", READY, by="kiosk", key=key).status == 201


def test_two_at_once_are_one(shop: Shop) -> None:
    asked = [
        gevent.spawn(shop.post, "/visits", READY, by="kiosk", key="together") for _ in range(8)
    ]
    gevent.joinall(asked, raise_error=True)
    assert len({one.value.raw for one in asked}) == 1
    assert len(shop.get("/visits").body["items"]) == 1


def test_a_stored_answer_holds_no_secret(shop: Shop) -> None:
    visit = shop.arrive(key="k")
    caller = f"{digest_of(shop.tokens['kiosk']).hex()} "
    stored = shop.journal.answered("main", "k", caller)
    assert stored is not None
    assert visit["secret"].encode() not in stored[1].body


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/visits", {"service": "Rosa “limps”"}),
        ("/visits", {"service": "advice", "needs": ["seat", "Rosa Ramirez"]}),
        ("/visits", {"service": "advice", "papers": {"Rosa\nRamirez": "have"}}),
        ("/counters/Rosa/call_next", None),
    ],
)
def test_a_stored_refusal_holds_no_word_that_was_sent_and_is_told_as_it_was(
    shop: Shop, path: str, body: dict[str, object] | None
) -> None:
    first, again = (shop.post(path, body, by="omar", key="k") for _ in range(2))
    assert "Rosa" in first.raw.decode()
    assert (first.status, first.raw) == (again.status, again.raw)
    shop.restart()
    assert shop.post(path, body, by="omar", key="k").raw == first.raw
    caller = f"{digest_of(shop.tokens['omar']).hex()} "
    stored = shop.journal.answered("main", "k", caller)
    assert stored is not None
    assert b"Rosa" not in stored[1].body
