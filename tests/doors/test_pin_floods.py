"""Guessing PINs, from one tablet, from many addresses, or many at once."""

from __future__ import annotations

import threading
from typing import Any

import argon2
import gevent
import pytest

from server.doors.pins import (
    AT_A_TABLET,
    AT_ALL_TABLETS,
    CHECKED_AT_ONCE,
    WAITING_MAX,
    Pins,
    Wait,
    argon2_fits,
    like_others,
)
from tests.browser.running import PATIENCE_S
from tests.doors.shop import READY, Reply, Shop
from tests.doors.test_sign_in import PIN, PINS

HASH = argon2.PasswordHasher(1, 8, 1).hash("2468")


class Time:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def pins(time: Time) -> Pins:
    return Pins(now_s=time)


def guess(pins: Pins, tablet: str, staff: str = "mai", pin: str = "0000") -> bool | str:
    try:
        return pins.fits({"mai": "2703", "ken": "4816"}, staff, pin, tablet)
    except Wait:
        return "wait"


class TestManyAddresses:
    def test_a_person_has_few_tries_however_many_addresses_ask(self, pins: Pins) -> None:
        found = [guess(pins, f"address {n}") for n in range(1000)]
        assert found.count(False) == AT_ALL_TABLETS.most
        assert found.count("wait") == 1000 - AT_ALL_TABLETS.most

    def test_which_keeps_nobody_from_the_tablet_they_have_used(self, pins: Pins) -> None:
        assert guess(pins, "tablet 1", pin="2703") is True
        for n in range(100):
            guess(pins, f"address {n}")
        assert guess(pins, "tablet 2", pin="2703") == "wait"
        assert guess(pins, "tablet 1", pin="2703") is True
        assert guess(pins, "tablet 2", "ken", "4816") is True, "and nobody else waits"

    def test_and_passes(self, pins: Pins, time: Time) -> None:
        for n in range(100):
            guess(pins, f"address {n}")
        time.now_s += AT_ALL_TABLETS.within_s
        assert guess(pins, "tablet 2", pin="2703") is True

    def test_at_a_tablet_they_have_used_a_guesser_has_a_tablets_tries(self, pins: Pins) -> None:
        guess(pins, "tablet 1", pin="2703")
        found = [guess(pins, "tablet 1") for _ in range(100)]
        assert found.count(False) == AT_A_TABLET.most

    def test_made_up_names_are_one_person_and_fill_no_memory(self, pins: Pins) -> None:
        found = [guess(pins, f"address {n}", f"name {n}") for n in range(1000)]
        assert found.count(False) == AT_ALL_TABLETS.most
        assert len(pins._at_a_tablet._tries) <= AT_ALL_TABLETS.most


def post(shop: Shop, number: int, staff: str = "mai", pin: str = "0000") -> Reply:
    address = {"REMOTE_ADDR": f"192.168.7.{number}"}
    return shop.post(PIN, {"staff": staff, "pin": pin}, environ_base=address)


class TestManyAtOnce:
    """`Gate` stands where argon2 would be: nobody passes it until the test says so."""

    class Gate:
        def __init__(self) -> None:
            self.opened = threading.Event()
            self.under_way = self.most = 0

        def verify(self, kept: str, typed: str) -> bool:
            self.under_way += 1
            self.most = max(self.most, self.under_way)
            assert self.opened.wait(PATIENCE_S)
            self.under_way -= 1
            return argon2_fits(kept, typed)

    @pytest.fixture
    def gate(self, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Gate:
        """Everybody's PIN is kept as a hash."""
        gate = self.Gate()
        object.__setattr__(shop.house, "pins", Pins(gate.verify))
        hashed = dict.fromkeys(PINS, HASH)
        monkeypatch.setattr(type(shop.house.settings), "pins", property(lambda _: hashed))
        return gate

    def test_few_are_checked_some_wait_and_the_rest_are_told_to(
        self, shop: Shop, gate: Gate
    ) -> None:
        people = sorted(PINS)
        asked = [gevent.spawn(post, shop, n, people[n % len(people)]) for n in range(40)]
        taken = CHECKED_AT_ONCE + WAITING_MAX
        with gevent.Timeout(PATIENCE_S):
            while sum(one.ready() for one in asked) < len(asked) - taken:
                gevent.sleep(0.001)
        # The store goes on: the writer, and the threads that look names up, are not theirs.
        assert shop.post("/visits", READY, by="kiosk").status == 201
        assert gevent.get_hub().threadpool.apply(lambda: "free") == "free"
        gate.opened.set()
        gevent.joinall(asked, timeout=PATIENCE_S, raise_error=True)
        codes = [one.value.code for one in asked]
        assert codes.count("wrong_pin") == taken
        assert codes.count("too_many_at_once") == len(asked) - taken
        refused = [one.value for one in asked if one.value.status == 429]
        assert {reply.headers["Retry-After"] for reply in refused} == {"1"}
        assert gate.most == CHECKED_AT_ONCE

    def test_all_at_once_are_no_more_tries_than_one_after_another(
        self, shop: Shop, gate: Gate
    ) -> None:
        """Each is counted before it is checked, not when it has turned out wrong."""
        asked = [gevent.spawn(post, shop, 1) for _ in range(8)]
        with gevent.Timeout(PATIENCE_S):
            while sum(one.ready() for one in asked) < len(asked) - AT_A_TABLET.most:
                gevent.sleep(0.001)
        gate.opened.set()
        gevent.joinall(asked, timeout=PATIENCE_S, raise_error=True)
        codes = [one.value.code for one in asked]
        assert codes.count("wrong_pin") == AT_A_TABLET.most
        assert codes.count("too_many_tries") == 8 - AT_A_TABLET.most

    def test_a_made_up_name_is_checked_as_long_as_a_real_one(self, shop: Shop, gate: Gate) -> None:
        gate.opened.set()
        assert post(shop, 1, "nobody", "2468").code == "wrong_pin"
        assert gate.most == 1

    def test_even_where_some_pins_are_plain(self) -> None:
        assert like_others({"mai": "2703", "ken": HASH}) == HASH
        assert like_others({"mai": "2703"}) == "2703"
        assert like_others({}) == ""


def test_a_hash_that_is_none_opens_nothing() -> None:
    assert not Pins().fits({"mai": "$argon2id$nonsense"}, "mai", "2703", "tablet")


BODIES: list[tuple[Any, str]] = [
    (b"", "application/json"),
    (b"{}", "application/json"),
    (b"null", "application/json"),
    (b"[]", "application/json"),
    (b"{", "application/json"),
    (b"\xff", "application/json"),
    (b"[" * 20_000, "application/json"),
    (b'{"staff": 1, "pin": 2}', "application/json"),
    (b'{"staff": "mai", "pin": "\\ud800"}', "application/json"),
    (b'{"staff": "mai"}', "application/json"),
    (b'{"staff": "mai", "pin": ""}', "application/json"),
    (b'{"staff": "nobody", "pin": "1234"}', "application/json"),
    (b'{"staff": "mai", "pin": "%s"}' % (b"1" * 70_000), "application/json"),
    (b"staff=mai&pin=2703", "application/x-www-form-urlencoded"),
]


@pytest.mark.parametrize(("body", "kind"), BODIES, ids=range(len(BODIES)))
def test_every_no_is_a_problem_in_words(shop: Shop, body: bytes, kind: str) -> None:
    reply = shop.ask("POST", PIN, data=body, content_type=kind)
    assert 400 <= reply.status < 500
    assert reply.code
    assert reply.body["detail"]
    assert reply.status != 422 or reply.body["errors"]


ODD = (b"[]", b"{", b"[" * 20_000, b'{"x":' + b"[" * 30_000, b'{"secret": "\xff"}')


@pytest.mark.parametrize("by", ["omar", None])
def test_wherever_a_body_is_read_it_is_read_by_foyers_reader(shop: Shop, by: str | None) -> None:
    """Also behind doors that are not of the store, whoever imports what first; and where a secret
    is looked for in it, before anybody has signed in."""
    for rule in shop.app.url_map.iter_rules():
        for method in (rule.methods or set()) & {"POST", "PUT", "PATCH", "DELETE"}:
            address = rule.rule.replace("<store>", "main")
            for argument in rule.arguments - {"store"}:
                address = address.replace(f"<{argument}>", "nothing")
            for body in ODD:
                for kind in ("application/json", "text/plain"):
                    one = shop.ask(method, address, by=by, key="k", data=body, content_type=kind)
                    assert one.status < 500, (method, address, body[:20], one)
                    assert one.status < 400 or one.code, (method, address, body[:20], one)
