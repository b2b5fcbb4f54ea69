"""Phones on Server-Sent Events: each its own visit, and only that."""

from __future__ import annotations

import json
import time

import pytest
import requests

from tests.browser.running import PATIENCE_S
from tests.live.conftest import Store
from tests.live.listening import Phone


def test_a_phone_first_hears_how_its_visit_stands(open_store: Store) -> None:
    rosa = open_store.ticket()
    with Phone(open_store.port, rosa["secret"]) as phone:
        event = phone.next()
    assert event.id == event.view["seq"] >= rosa["seq"]
    assert event.view["visit"]["ticket"] == rosa["ticket"]
    shown = open_store.call("GET", f"/v/{rosa['secret']}/visit")
    assert event.view["visit"].keys() == shown["visit"].keys()


def test_a_phone_hears_of_its_own_visit_only(open_store: Store) -> None:
    ken = open_store.ticket("advice")
    ida = open_store.ticket("recovery")
    assert ken["counter"] != ida["counter"]
    with Phone(open_store.port, ken["secret"]) as phone:
        phone.next()
        open_store.hold(ida)
        open_store.back(ida)
        held = open_store.hold(ken)
        event = phone.next()
    assert event.id >= held, "what happened to Ida was no news to Ken"
    assert event.view["visit"]["state"] == "held"
    assert ida["id"] not in json.dumps(event.view)
    assert ida["ticket"] not in json.dumps(event.view)


def test_a_phone_that_is_up_to_date_hears_nothing_twice(open_store: Store) -> None:
    rosa = open_store.ticket()
    with Phone(open_store.port, rosa["secret"]) as phone:
        known = phone.next()
    with Phone(open_store.port, rosa["secret"], last_id=known.id) as phone:
        held = open_store.hold(rosa)
        event = phone.next()
    assert event.id >= held
    assert event.view["visit"]["state"] == "held"


def test_a_phone_that_missed_something_hears_it_at_once(open_store: Store) -> None:
    rosa = open_store.ticket()
    with Phone(open_store.port, rosa["secret"]) as phone:
        known = phone.next()
    held = open_store.hold(rosa)
    with Phone(open_store.port, rosa["secret"], last_id=known.id) as phone:
        event = phone.next()
    assert event.id >= held
    assert event.view["visit"]["state"] == "held"


@pytest.mark.parametrize("nonsense", [-1, 10**17, 10**40])
def test_an_id_that_never_was_counts_as_none(open_store: Store, nonsense: int) -> None:
    rosa = open_store.ticket()
    with Phone(open_store.port, rosa["secret"], last_id=nonsense) as phone:
        assert phone.next().view["visit"]["id"] == rosa["id"]


def test_two_phones_may_follow_one_visit(open_store: Store) -> None:
    rosa = open_store.ticket()
    with (
        Phone(open_store.port, rosa["secret"]) as hers,
        Phone(open_store.port, rosa["secret"]) as his,
    ):
        hers.next()
        his.next()
        held = open_store.hold(rosa)
        assert hers.next().id >= held
        assert his.next().id >= held


def test_a_promise_is_told_to_the_phone_it_was_made_to_and_to_no_screen(open_store: Store) -> None:
    rosa = open_store.ticket()
    with Phone(open_store.port, rosa["secret"]) as phone:
        phone.next()
        open_store.call("POST", "/counters/1/call", {"visit": rosa["id"], "reason": "test"})
        promise = {"what": "Your drive is back", "due": "2999-01-03T15:00:00Z"}
        body = {"outcome": "resolved", "promise": promise}
        open_store.call("POST", f"/visits/{rosa['id']}/finish", body)
        while (view := phone.next().view)["visit"]["state"] != "ended":
            continue
        assert view["visit"]["promise"]["what"] == "Your drive is back"
        open_store.call("POST", f"/promises/{view['visit']['promise']['id']}/kept")
        assert phone.next().view["visit"]["promise"]["kept_at"] is not None
    floor = open_store.call("GET", "/floor")
    assert (floor["promises_due"], floor["promises_kept"]) == (0, 1)
    assert "Your drive" not in json.dumps(floor)


def test_a_made_up_link_opens_nothing(open_store: Store) -> None:
    rosa = open_store.ticket()
    for secret in ("x", rosa["id"], rosa["secret"][:-1] + "-"):
        with Phone(open_store.port, secret) as phone:
            assert phone.refused is not None
            status, headers, body = phone.refused
        assert status == 404
        assert headers["content-type"] == "application/problem+json"
        assert json.loads(body)["detail"]


def test_events_can_only_be_read(open_store: Store) -> None:
    rosa = open_store.ticket()
    answer = requests.post(f"{open_store.base}/v/{rosa['secret']}/events", timeout=PATIENCE_S)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET"


def test_one_visit_cannot_take_all_the_room(open_store: Store) -> None:
    rosa = open_store.ticket()
    phones = [Phone(open_store.port, rosa["secret"]) for _ in range(8)]
    with Phone(open_store.port, rosa["secret"]) as ninth:
        assert ninth.refused is not None
        status, headers, _ = ninth.refused
    assert status == 429
    assert int(headers["retry-after"]) > 0
    for phone in phones:
        phone.__exit__(None, None, None)


def test_a_phone_hears_within_a_second_what_is_different_today(open_store: Store) -> None:
    rosa = open_store.ticket()
    with Phone(open_store.port, rosa["secret"]) as phone:
        phone.next()
        said = time.monotonic()
        open_store.call("POST", "/today", {"running_late": {"reason": "system_down"}})
        event = phone.next()
        assert time.monotonic() - said < 1.0
    assert [one["reason"] for one in event.view["today"]] == ["system_down"]
