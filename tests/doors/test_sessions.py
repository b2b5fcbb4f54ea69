"""A cookie names a session that the server knows, so that it can be ended: by signing out, by
another PIN, by taking its link back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.doors import last_seen
from server.doors.sessions import KEPT_MS
from server.doors.tokens import digest_of, renew_screen_token, screen_token
from tests.doors.shop import BASE, Shop
from tests.doors.test_sign_in import PIN, PINS, tablet

MAI = {"staff": "mai", "pin": PINS["mai"]}


def cookie_of(client: FlaskClient) -> str:
    cookie = client.get_cookie("foyer_main")
    assert cookie is not None
    return cookie.value


def with_cookie(shop: Shop, value: str) -> FlaskClient:
    client = shop.app.test_client()
    client.set_cookie("foyer_main", value)
    return client


def who(client: FlaskClient) -> Any:
    answer = client.get("/api/v1/session")
    return answer.json["staff"] and answer.json["staff"]["id"] if answer.status_code == 200 else 401


class TestEnding:
    def test_a_cookie_copied_before_signing_out_is_dead_after(self, shop: Shop) -> None:
        client = tablet(shop)
        client.post(PIN, json=MAI)
        copied = with_cookie(shop, cookie_of(client))
        assert who(copied) == "mai"
        assert client.delete(PIN).status_code == 204
        assert who(copied) == 401
        assert copied.get(f"{BASE}/floor").status_code == 401
        assert who(client) is None, "the tablet stays signed in"
        shop.restart()
        assert who(with_cookie(shop, cookie_of(copied))) == 401

    def test_a_cookie_from_before_signing_in_does_not_become_the_persons(self, shop: Shop) -> None:
        """Whoever planted a cookie of his own in a tablet is not signed in with its next user."""
        client = tablet(shop)
        planted = with_cookie(shop, cookie_of(client))
        client.post(PIN, json=MAI)
        assert (who(client), who(planted)) == ("mai", 401)

    def test_the_next_person_ends_the_one_before(self, shop: Shop) -> None:
        client = tablet(shop)
        client.post(PIN, json=MAI)
        before = with_cookie(shop, cookie_of(client))
        client.post(PIN, json={"staff": "ken", "pin": PINS["ken"]})
        assert (who(client), who(before)) == ("ken", 401)

    def test_another_pin_ends_it_and_nobody_elses(self, shop: Shop) -> None:
        clients = {}
        for staff in ("mai", "ken"):
            clients[staff] = tablet(shop)
            clients[staff].post(PIN, json={"staff": staff, "pin": PINS[staff]})
        cookies = {staff: cookie_of(client) for staff, client in clients.items()}
        shop.restart()
        assert [who(with_cookie(shop, one)) for one in cookies.values()] == ["mai", "ken"]
        config = shop.config.read_text("utf-8")
        shop.config.write_text(config.replace(f'"{PINS["mai"]}"', '"24680"'), "utf-8")
        shop.restart()
        assert [who(with_cookie(shop, one)) for one in cookies.values()] == [401, "ken"]

    def test_a_renewed_link_ends_its_sessions_for_good(self, shop: Shop) -> None:
        client = tablet(shop)
        client.post(PIN, json=MAI)
        renew_screen_token(shop.journal, "staff", 2000)
        assert shop.journal.session(digest_of(cookie_of(client))) is None
        shop.restart()  # Or wait two seconds.
        assert who(with_cookie(shop, cookie_of(client))) == 401

    def test_opening_the_link_anew_ends_the_session_before(self, shop: Shop) -> None:
        client = tablet(shop)
        before = with_cookie(shop, cookie_of(client))
        client.get(f"/enter/{screen_token(shop.journal, 'staff', 1000)}")
        assert (who(client), who(before)) == (None, 401)

    def test_a_signed_cookie_of_an_older_version_names_no_session(self, shop: Shop) -> None:
        assert who(with_cookie(shop, "eyJ0b2tlbiI6ImFiIn0.aSx.signature")) == 401

    def test_those_unused_for_months_are_forgotten(self, shop: Shop) -> None:
        used, unused = tablet(shop), tablet(shop)
        now = shop.house.store.look(lambda day, now, forecast: now)
        at = now + KEPT_MS + 1
        shop.journal.saw(at, [], [digest_of(cookie_of(used))], at - KEPT_MS)
        shop.restart()
        assert who(with_cookie(shop, cookie_of(used))) is None
        assert who(with_cookie(shop, cookie_of(unused))) == 401


class TestLostAnswers:
    """The wire falls after the server heard it: the tablet asks again with the cookie it has."""

    def again(self, shop: Shop, before: str, key: str, **asked: Any) -> TestResponse:
        client = with_cookie(shop, before)
        answer = client.open(PIN, headers={"Idempotency-Key": key}, **asked)
        self.now = who(client)
        return answer

    def test_signing_in_and_out(self, shop: Shop) -> None:
        client = tablet(shop)
        for key, after, asked in [
            ("in", "mai", {"method": "POST", "json": MAI}),
            ("out", None, {"method": "DELETE"}),
        ]:
            before = cookie_of(client)
            first = client.open(PIN, headers={"Idempotency-Key": key}, **asked)
            again = self.again(shop, before, key, **asked)
            assert (again.status_code, again.data) == (first.status_code, first.data)
            assert self.now == after

    def test_only_that_request_and_only_with_its_key(self, shop: Shop) -> None:
        client = tablet(shop)
        client.post(PIN, json=MAI)
        before = cookie_of(client)
        client.delete(PIN, headers={"Idempotency-Key": "out"})
        assert self.again(shop, before, "other", method="DELETE").status_code == 401
        assert self.again(shop, before, "out", method="POST", json=MAI).status_code == 401
        without = with_cookie(shop, before)
        assert without.delete(PIN).status_code == 401


class TestCookies:
    @pytest.mark.parametrize(("scheme", "secure"), [("http", False), ("https", True)])
    def test_are_secure_where_there_is_https(self, shop: Shop, scheme: str, secure: bool) -> None:
        client = shop.app.test_client()
        base = {"base_url": f"{scheme}://localhost"}
        entered = client.get(f"/enter/{screen_token(shop.journal, 'staff', 1000)}", **base)
        signed_in = client.post(PIN, json=MAI, **base)
        signed_out = client.delete(PIN, **base)
        for answer in (entered, signed_in, signed_out):
            [cookie] = answer.headers.getlist("Set-Cookie")
            assert ("; Secure" in cookie) == secure
            assert "; HttpOnly" in cookie
            assert "; SameSite=Strict" in cookie

    def test_open_nothing_that_is_on_the_disk(self, shop: Shop) -> None:
        client = tablet(shop)
        client.post(PIN, json=MAI)
        stored = b"".join(file.read_bytes() for file in shop.folder.glob("foyer.db*"))
        assert cookie_of(client).encode() not in stored

    def test_a_session_is_not_read_from_the_disk_at_each_request(
        self, shop: Shop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        client = tablet(shop)
        asked: list[str] = []
        shop.journal._db.conn.set_trace_callback(asked.append)
        for _ in range(20):
            assert who(client) is None
        shop.journal._db.conn.set_trace_callback(None)
        # Fresh for two seconds: a busy machine may need a few such spans for twenty requests.
        read = [sql for sql in asked if re.search(r"FROM (sessions|tokens)", sql)]
        assert len(read) < 20


class TestLinks:
    def test_a_link_is_not_told_to_the_next_page(self, shop: Shop) -> None:
        link = f"/enter/{screen_token(shop.journal, 'staff', 1000)}"
        for headers in ({}, {"Sec-Fetch-Site": "cross-site"}):
            answer = shop.app.test_client().get(link, headers=headers)
            assert answer.headers["Referrer-Policy"] == "no-referrer"

    def test_a_failure_is_logged_without_the_address(
        self, shop: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def fail(*_: object) -> None:
            raise RuntimeError("a mistake of ours")

        token = screen_token(shop.journal, "staff", 1000)
        monkeypatch.setattr(shop.house.tokens, "of", fail)
        assert shop.app.test_client().get(f"/enter/{token}").status_code == 500
        assert "a mistake of ours" in caplog.text
        assert token not in caplog.text

    def test_metrics_name_no_link(self, shop: Shop) -> None:
        token = screen_token(shop.journal, "staff", 1000)
        shop.app.test_client().get(f"/enter/{token}")
        assert token not in shop.app.test_client().get("/metrics").text

    def test_a_full_disk_is_said(self, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
        conn = shop.journal._writer.conn
        conn.execute("PRAGMA query_only = ON")
        link = f"/enter/{screen_token(shop.journal, 'staff', 1000)}"
        answer = shop.app.test_client().get(link)
        conn.execute("PRAGMA query_only = OFF")
        assert (answer.status_code, answer.json["code"]) == (503, "not_saved")


@pytest.mark.parametrize(
    ("scheme", "origin", "allowed"),
    [
        ("https", "https://localhost", True),
        ("https", "http://localhost", False),
        ("http", "http://localhost", True),
        # The proxy before us speaks HTTPS, and was not named in the settings.
        ("http", "https://localhost", True),
        ("http", "http://[", False),
        ("http", "http://localhost:8001", False),
    ],
)
def test_whose_page_may_write(shop: Shop, scheme: str, origin: str, allowed: bool) -> None:
    client = shop.app.test_client()
    base = {"base_url": f"{scheme}://localhost"}
    client.get(f"/enter/{screen_token(shop.journal, 'staff', 1000)}", **base)
    answer = client.post(PIN, json=MAI, headers={"Origin": origin}, **base)
    assert answer.status_code == (200 if allowed else 403)
    assert allowed or answer.json["code"] == "foreign_origin"


def test_a_device_is_noted_as_seen_beside_its_requests(shop: Shop) -> None:
    client = tablet(shop)
    written: list[str] = []
    shop.journal._writer.conn.set_trace_callback(written.append)
    assert who(client) is None
    assert written == [], "nothing is written on anybody's way"
    last_seen.note(shop.house)
    shop.journal._writer.conn.set_trace_callback(None)
    seen = {token.name: token.last_seen for token in shop.journal.tokens()}
    assert seen["staff screen"] is not None
    assert seen["omar"] is None


def test_what_cannot_be_noted_stops_nothing(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    tablet(shop)
    conn = shop.journal._writer.conn
    conn.execute("PRAGMA query_only = ON")
    last_seen.note(shop.house)
    conn.execute("PRAGMA query_only = OFF")
    assert "last seen" in caplog.text
    assert "Traceback" not in caplog.text
