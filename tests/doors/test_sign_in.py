"""Sign-in links, the session cookie, PINs at a tablet."""

from __future__ import annotations

import re
import tomllib

import argon2
import pytest
from flask.testing import FlaskClient

from server.doors.tokens import renew_screen_token, screen_token
from tests.doors.shop import BASE, CONFIG, Shop

PINS = {one["id"]: one["pin"] for one in tomllib.loads(CONFIG.read_text("utf-8"))["staff"]}
PIN = "/api/v1/session/pin"


def tablet(shop: Shop, screen: str = "staff") -> FlaskClient:
    client = shop.app.test_client()
    link = f"/enter/{screen_token(shop.journal, screen, 1000)}?to=/{screen}"
    assert client.get(link).headers["Location"] == f"/{screen}"
    return client


class TestLinks:
    def test_a_link_signs_a_device_in(self, shop: Shop) -> None:
        client = tablet(shop)
        assert client.get("/staff").status_code == 200
        assert client.get(f"{BASE}/floor").status_code == 200
        assert client.get(f"{BASE}/reports/waits").status_code == 403
        assert client.get("/api/v1/session").json == {"scope": "staff", "staff": None}

    def test_the_cookie_is_for_this_server_only(self, shop: Shop) -> None:
        client = shop.app.test_client()
        answer = client.get(f"/enter/{screen_token(shop.journal, 'staff', 1000)}")
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert screen_token(shop.journal, "staff", 1000) not in cookie

    def test_the_same_link_after_a_restart(self, shop: Shop) -> None:
        link = screen_token(shop.journal, "display", 1000)
        client = tablet(shop, "display")
        cookie = client.get_cookie("foyer_main")
        shop.restart()
        assert screen_token(shop.journal, "display", 2000) == link
        again = shop.app.test_client()
        assert cookie is not None
        again.set_cookie("foyer_main", cookie.value)
        assert again.get(f"{BASE}/board").status_code == 200

    def test_a_renewed_link_shuts_the_old_one_out(self, shop: Shop) -> None:
        old = screen_token(shop.journal, "kiosk", 1000)
        client = tablet(shop, "kiosk")
        new = renew_screen_token(shop.journal, "kiosk", 2000)
        assert new != old
        shop.restart()  # Or wait two seconds.
        late = shop.app.test_client()
        late.get(f"/enter/{old}")
        assert late.get("/kiosk").status_code == 401
        cookie = client.get_cookie("foyer_main")
        assert cookie is not None
        late.set_cookie("foyer_main", cookie.value)
        assert late.get("/kiosk").status_code == 401

    def test_a_wrong_link_leads_to_a_closed_door(self, shop: Shop) -> None:
        client = shop.app.test_client()
        answer = client.get("/enter/nonsense?to=/staff")
        assert answer.headers["Location"] == "/staff"
        assert "Set-Cookie" not in answer.headers
        assert client.get("/staff").status_code == 401

    @pytest.mark.parametrize(
        "to", ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "/\r\nX: 1"]
    )
    def test_a_link_never_leads_out_of_the_store(self, shop: Shop, to: str) -> None:
        token = screen_token(shop.journal, "staff", 1000)
        answer = shop.app.test_client().get(f"/enter/{token}", query_string={"to": to})
        assert answer.headers["Location"] == "/"

    def test_a_link_opened_from_another_site_still_brings_its_cookie(self, shop: Shop) -> None:
        """A strict cookie does not follow a redirect from elsewhere; a page's own step does."""
        token = screen_token(shop.journal, "staff", 1000)
        answer = shop.app.test_client().get(
            f"/enter/{token}", headers={"Sec-Fetch-Site": "cross-site"}
        )
        assert answer.status_code == 200
        assert re.search(rb'http-equiv="refresh" content="0; url=/staff"', answer.data)

    def test_a_forged_cookie_opens_nothing(self, shop: Shop) -> None:
        client = tablet(shop)
        cookie = client.get_cookie("foyer_main")
        assert cookie is not None
        client.set_cookie("foyer_main", cookie.value[:-2] + "xx")
        assert client.get(f"{BASE}/floor").status_code == 401


class TestOtherSites:
    @pytest.mark.parametrize(
        "origin", ["https://evil.example", "null", "http://localhost.evil.example"]
    )
    def test_their_pages_cannot_write(self, shop: Shop, origin: str) -> None:
        client = tablet(shop)
        answer = client.post(
            f"{BASE}/counters/1/open", json={"staff": "mai"}, headers={"Origin": origin}
        )
        assert answer.status_code == 403
        assert answer.json["code"] == "foreign_origin"

    def test_our_own_pages_can(self, shop: Shop) -> None:
        client = tablet(shop)
        answer = client.post(
            f"{BASE}/counters/1/open",
            json={"staff": "mai"},
            headers={"Origin": "http://localhost"},
        )
        assert answer.status_code == 200

    def test_a_form_is_not_json(self, shop: Shop) -> None:
        client = tablet(shop)
        assert client.post(f"{BASE}/counters/1/open", data={"staff": "mai"}).status_code == 415


class TestPins:
    def test_a_person_signs_in_and_out(self, shop: Shop) -> None:
        client = tablet(shop)
        answer = client.post(PIN, json={"staff": "mai", "pin": PINS["mai"]})
        assert answer.json["staff"]["name"] == "Mai"
        assert client.get("/api/v1/session").json["staff"]["id"] == "mai"
        opened = client.post(f"{BASE}/counters/1/open", json={})
        assert opened.json["staff"]["id"] == "mai"
        assert client.delete(PIN).status_code == 204
        assert client.get("/api/v1/session").json == {"scope": "staff", "staff": None}

    def test_who_did_it_is_in_the_facts(self, shop: Shop) -> None:
        client = tablet(shop)
        client.post(PIN, json={"staff": "mai", "pin": PINS["mai"]})
        client.post(f"{BASE}/counters/1/open", json={})
        shop.arrive()
        [stream] = shop.journal.streams("main")
        assert [fact.by for fact in shop.journal.read(stream)][0] == "mai"
        assert "kiosk" in {fact.by for fact in shop.journal.read(stream)}

    def test_five_wrong_ones_lock_that_person_at_that_tablet(self, shop: Shop) -> None:
        client = tablet(shop)
        for _ in range(5):
            wrong = client.post(PIN, json={"staff": "ken", "pin": "0000"})
            assert (wrong.status_code, wrong.json["code"]) == (403, "wrong_pin")
        right = {"staff": "ken", "pin": PINS["ken"]}
        locked = client.post(PIN, json=right)
        assert (locked.status_code, locked.json["code"]) == (429, "too_many_tries")
        assert locked.content_type == "application/problem+json"
        assert int(locked.headers["Retry-After"]) > 0
        anew = tablet(shop)
        assert anew.post(PIN, json=right).status_code == 429
        other = {"staff": "mai", "pin": PINS["mai"]}
        assert client.post(PIN, json=other).status_code == 200
        elsewhere = {"REMOTE_ADDR": "192.168.7.7"}
        assert client.post(PIN, json=right, environ_base=elsewhere).status_code == 200

    def test_right_ones_are_not_counted(self, shop: Shop) -> None:
        client = tablet(shop)
        right = {"staff": "theo", "pin": PINS["theo"]}
        assert {client.post(PIN, json=right).status_code for _ in range(9)} == {200}

    def test_nobody_of_that_name(self, shop: Shop) -> None:
        client = tablet(shop)
        answer = client.post(PIN, json={"staff": "vera", "pin": "1234"})
        assert (answer.status_code, answer.json["code"]) == (403, "wrong_pin")

    def test_a_kiosk_has_no_pins(self, shop: Shop) -> None:
        client = tablet(shop, "kiosk")
        right = {"staff": "mai", "pin": PINS["mai"]}
        assert client.post(PIN, json=right).status_code == 403

    def test_a_pin_kept_as_a_hash(self, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
        kept = argon2.PasswordHasher(2, 19 * 1024, 1).hash("2468")
        monkeypatch.setattr(type(shop.house.settings), "pins", property(lambda _: {"mai": kept}))
        client = tablet(shop)
        assert client.post(PIN, json={"staff": "mai", "pin": "1111"}).status_code == 403
        assert client.post(PIN, json={"staff": "mai", "pin": "2468"}).status_code == 200
