"""One guest's flood: limited, in words, and no trouble to anybody else."""

from __future__ import annotations

import re
from typing import Any

import pytest
from limits import parse

from server.doors.door import described
from server.doors.floods import DRAWN, ODD_CODES, WRITES, WRONG_TOKENS
from server.doors.guests import BY_ADDRESS, BY_SECRET
from server.web.proxies import AT_THIS_MACHINE
from tests.doors.shop import BASE, Reply, Shop


def refused(reply: Reply) -> None:
    assert reply.status == 429
    assert reply.code == "too_often"
    assert int(reply.headers["Retry-After"]) >= 1
    assert re.search(r"Wait \d+ s", reply.body["detail"])


def by_guest(shop: Shop, method: str, path: str, visit: Any, body: Any = None) -> Reply:
    return shop.ask(method, f"{path}?secret={visit['secret']}", body, by=None)


def test_one_customers_taps_are_limited_and_the_next_ones_are_not(shop: Shop) -> None:
    rosa, ken = shop.arrive(), shop.arrive()

    def flood(visit: Any) -> Reply:
        return by_guest(shop, "POST", f"/visits/{visit['id']}/return", visit)

    for _ in range(WRITES.amount):
        assert flood(rosa).status == 409
    refused(flood(rosa))
    assert flood(ken).status == 409, "Ken has tapped once"
    assert shop.post(f"/visits/{rosa['id']}/hold", {"minutes": 5}).status == 200, "staff may"


def test_feedback_is_limited_too(shop: Shop) -> None:
    rosa = shop.arrive()
    path = f"/visits/{rosa['id']}/feedback"
    for _ in range(WRITES.amount):
        by_guest(shop, "POST", path, rosa, {"score": 1})
    refused(by_guest(shop, "POST", path, rosa, {"score": 1}))


def test_one_customers_slips_are_limited_and_the_next_ones_are_not(shop: Shop) -> None:
    rosa, ken = shop.arrive(), shop.arrive()
    for _ in range(DRAWN.amount):
        assert shop.get(f"/v/{rosa['secret']}/slip.pdf", by=None).status == 200
    refused(shop.get(f"/v/{rosa['secret']}/slip.pdf", by=None))
    assert shop.get(f"/v/{ken['secret']}/slip.pdf", by=None).status == 200


def test_made_up_links_are_all_their_senders(shop: Shop) -> None:
    for n in range(DRAWN.amount):
        assert shop.get(f"/v/made-up-{n}/slip.pdf", by=None).status == 404
    refused(shop.get("/v/made-up-again/slip.pdf", by=None))


def test_what_anybody_may_read_is_limited_by_address(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As many in an hour as are allowed in a second: a busy machine is slower than a flood.
    few = parse("20 per hour")
    monkeypatch.setitem(BY_ADDRESS, "about.list_services", few)

    def ask(address: str, by: str | None = None) -> Reply:
        return shop.get("/services", by=by, environ_base={"REMOTE_ADDR": address})

    for _ in range(few.amount):
        ask("10.0.0.7")
    refused(ask("10.0.0.7"))
    assert ask("10.0.0.8").status == 200
    assert ask("10.0.0.7", by="kiosk").status == 200, "a device is not counted"


def test_a_stranger_takes_no_ticket_and_no_limit_of_a_kiosk(shop: Shop) -> None:
    for _ in range(300):
        assert shop.post("/visits", {"service": "advice"}, by=None).status == 401
    for _ in range(300):
        shop.arrive()


def test_numbers_that_nobody_has_are_not_tried_without_end(shop: Shop) -> None:
    def tries(code: str, by: str) -> Reply:
        return shop.post("/appointments/check", {"code": code}, by=by)

    for n in range(ODD_CODES.amount):
        assert tries(f"{n:06}", "kiosk").body["refused"] == "unknown_appointment"
    refused(tries("999999", "kiosk"))
    assert tries("999999", "mai").status == 200, "staff look a number up as they like"


def test_every_limit_is_of_a_door_that_there_is(shop: Shop) -> None:
    doors = set(shop.app.view_functions) | {None}
    assert {*BY_SECRET, *BY_ADDRESS} <= doors


FREE = {
    "front.icon",
    "front.show_file",
    "health.alive",
    "health.metrics",
}
"""Answered from memory; or, the last, for guests only refused."""


def test_every_door_that_is_open_to_guests_has_a_limit(shop: Shop) -> None:
    for rule in shop.app.url_map.iter_rules():
        if (
            not described(shop.app.view_functions[rule.endpoint]).security
            and rule.endpoint not in FREE
        ):
            assert rule.endpoint in {*BY_SECRET, *BY_ADDRESS}, rule


class TestMetrics:
    def test_made_up_methods_do_not_make_it_grow(
        self, shop: Shop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delitem(BY_ADDRESS, None)
        headers = {"Authorization": f"Bearer {shop.tokens['omar']}"}

        def told_after(name: str) -> str:
            for n in range(30):
                shop.ask(f"{name}{n}", f"{BASE}/made-up-{name}-{n}", by=None)
            return shop.app.test_client().get("/metrics", headers=headers).text

        told_after("A")
        before = told_after("B").count("\n")
        after = told_after("C")
        assert after.count("\n") == before
        assert 'method="other"' in after

    @pytest.mark.parametrize(
        ("who", "status"), [(None, 401), ("tv", 403), ("mai", 403), ("omar", 200)]
    )
    def test_it_is_not_for_guests(self, shop: Shop, who: str | None, status: int) -> None:
        headers = {"Authorization": f"Bearer {shop.tokens[who]}"} if who else {}
        answer = shop.app.test_client().get("/metrics", headers=headers)
        assert answer.status_code == status
        if status != 200:
            assert answer.content_type == "application/problem+json"

    def test_a_program_on_this_machine_needs_no_token(self, shop: Shop) -> None:
        here = {AT_THIS_MACHINE: True}
        client = shop.app.test_client()
        assert client.get("/metrics", environ_overrides=here).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/ui/" + "a" * 300 + ".js",
        "/ui/" + "a/" * 1000 + "b.js",
        "/ui/%00.js",
        "/ui/%ff%fe.js",
        "/ui/%ed%a0%80.js",
        "/static/x",
        "/static/%00",
    ],
)
def test_a_name_that_no_file_can_have_is_not_found(shop: Shop, path: str) -> None:
    assert shop.app.test_client().get(path).status_code == 404


def test_wrong_tokens_are_limited_and_the_right_one_passes(shop: Shop) -> None:
    for n in range(WRONG_TOKENS.amount):
        assert shop.get("/floor", token=f"made-up-{n}").code == "not_signed_in"
    refused(shop.get("/floor", token="made-up-again"))
    refused(shop.post("/visits", {"service": "advice"}, token="another"))
    assert shop.get("/floor", by="mai").status == 200
    assert shop.get("/floor", by=None).code == "not_signed_in", "who shows nothing guesses nothing"
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    reply = shop.get("/floor", token="made-up-there", environ_base=elsewhere)
    assert reply.code == "not_signed_in"
