"""Whatever a client sends, the answer is a problem it can read: never a 500, never a traceback."""

from __future__ import annotations

from typing import Any

import pytest

from tests.doors.shop import Shop


@pytest.mark.parametrize(
    ("status", "code", "sent"),
    [
        (400, "bad_json", {"data": b"{nope", "content_type": "application/json"}),
        (400, "bad_json", {"data": b"\xff\xfe", "content_type": "application/json"}),
        (400, "bad_json", {"data": b'{"service": "\\ud800"}', "content_type": "application/json"}),
        (400, "bad_json", {"data": b"[" * 5000, "content_type": "application/json"}),
        (413, "too_large", {"data": b" " * 70_000, "content_type": "application/json"}),
        (415, "not_json", {"data": {"service": "advice"}}),
        (415, "not_json", {"data": b"service=advice", "content_type": "text/plain"}),
        (422, "invalid_input", {"json": ["service"]}),
        (422, "invalid_input", {"json": "advice"}),
        (422, "invalid_input", {"json": None, "data": b"null", "content_type": "application/json"}),
        (422, "invalid_input", {"json": {"service": {"id": "advice"}}}),
        (422, "invalid_input", {"json": {"service": "x" * 1000}}),
        (422, "unknown_service", {"json": {"service": "\x00"}}),
        (422, "unknown_service", {"json": {"service": "آ" * 60}}),
        (422, "invalid_input", {"json": {"service": "advice", "papers": []}}),
        (422, "invalid_input", {"json": {"service": "advice", "answers": {"a": {}}}}),
    ],
)
def test_bodies_nobody_should_send(
    shop: Shop, status: int, code: str, sent: dict[str, Any]
) -> None:
    sent = {name: value for name, value in sent.items() if value is not None}
    reply = shop.ask("POST", "/visits", by="kiosk", **sent)
    assert (reply.status, reply.code) == (status, code)
    assert reply.body.keys() >= {"type", "title", "status", "detail", "code"}
    assert reply.body["status"] == status
    assert "Traceback" not in reply.raw.decode()


def test_an_empty_body_is_an_empty_object(busy: Shop) -> None:
    called = busy.called()
    assert busy.ask("POST", f"/visits/{called['id']}/start").status == 200
    reply = busy.ask("POST", "/visits", by="kiosk")
    assert reply.body["errors"] == [{"where": "service", "problem": "is needed"}]


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "application/ld+json", ""])
def test_json_under_its_other_names(shop: Shop, kind: str) -> None:
    more = {"content_type": kind} if kind else {}
    reply = shop.ask("POST", "/visits", by="kiosk", data=b'{"service": "advice"}', **more)
    assert reply.status == 201


def test_other_methods_and_addresses(shop: Shop) -> None:
    wrong = shop.ask("PUT", "/visits")
    assert (wrong.status, wrong.code) == (405, "method_not_allowed")
    assert set(wrong.headers["Allow"].replace(" ", "").split(",")) >= {"GET", "POST"}
    nowhere = shop.get("/nowhere")
    assert (nowhere.status, nowhere.code) == (404, "not_found")
    assert shop.get("/api/v2/anything").code == "not_found"


@pytest.mark.parametrize(
    "path",
    [
        "/visits/%00",
        "/visits/%ff",
        "/visits/" + "x" * 3000,
        "/visits/' OR 1=1 --",
        "/visits/%F0%9F%8E%AB",
        "/visits?cursor=99999999999999999999-x",
        "/visits?cursor=12-%00",
        "/visits?since=999999999999999",
        "/visits?since=0001-01-01T00:00:00%2B14:00",
        "/visits?counter=%00",
        "/visits?limit=1e9",
        "/services?language=%ff",
        "/promises?cursor=%00",
        "/reports/%00",
        "/reports/waits?from=0001-01-01&to=9999-12-31",
    ],
)
def test_addresses_nobody_should_send(shop: Shop, path: str) -> None:
    reply = shop.get(path, by="omar")
    assert reply.status < 500, reply


def test_extreme_values(busy: Shop) -> None:
    visit = busy.called()
    path = f"/visits/{visit['id']}"
    for body in (
        b'{"outcome": "resolved", "sale": 1e400}',
        b'{"outcome": "resolved", "sale": NaN}',
        b'{"outcome": "resolved", "promise": {"what": "x", "due": "9999-12-31T23:59:59-14:00"}}',
        b'{"outcome": "resolved", "promise": {"what": "x", "due": "0001-01-01T00:00:00+14:00"}}',
        b'{"outcome": "resolved", "promise": {"what": "x", "due": 1e300}}',
    ):
        reply = busy.ask("POST", f"{path}/finish", data=body, content_type="application/json")
        assert reply.status < 500, (body, reply)
        if reply.status == 200:
            assert busy.get("/promises").status == 200
            assert busy.post(f"{path}/undo").status == 200
    for body in ({"minutes": 1e-9}, {"minutes": 1e308}, {"minutes": "12"}, {"minutes": True}):
        assert busy.post(f"{path}/hold", body).status < 500


def test_a_crash_says_nothing_about_itself(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a secret of the house")

    monkeypatch.setattr(shop.house.store, "look", broken)
    reply = shop.get("/board")
    assert (reply.status, reply.code) == (500, "broken")
    assert "house" not in reply.raw.decode()
    assert "a secret of the house" in caplog.text


def test_a_full_disk_is_said_and_nothing_is_changed(shop: Shop) -> None:
    conn = shop.journal._writer.conn
    pages = conn.execute("PRAGMA page_count").fetchone()[0]
    conn.execute(f"PRAGMA max_page_count = {pages}")
    replies = [shop.post("/visits", {"service": "advice"}, by="kiosk") for _ in range(40)]
    full = [reply for reply in replies if reply.status != 201]
    assert full
    assert {(reply.status, reply.code) for reply in full} == {(503, "not_saved")}
    conn.execute("PRAGMA max_page_count = 1000000000")
    assert len(shop.get("/visits").body["items"]) == 40 - len(full)
    shop.arrive()
