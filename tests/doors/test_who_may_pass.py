"""The cast at every door: who may pass, who may not, and Vera, who sees nothing of this store."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.doors.tokens import make_token
from server.journal.sqlite import SqliteJournal
from tests.doors.shop import CAST, READY, Shop

EVERYBODY = {"nobody", *CAST}
KIOSK = {"kiosk", "mai", "omar"}
DISPLAY = {"tv", "kiosk", "mai", "omar"}
STAFF = {"mai", "omar"}
MANAGER = {"omar"}

VERBS = ["papers", "declare", "move", "transfer", "hold", "return", "recall", "start", "no_show"]
VERBS += ["remove", "undo", "finish", "note", "cancel", "feedback"]

DOORS: list[tuple[str, str, set[str]]] = [
    ("GET", "", EVERYBODY),
    ("GET", "/services", EVERYBODY),
    ("POST", "/visits", KIOSK),
    ("POST", "/papers/verdict", KIOSK),
    ("GET", "/slips/nothing", KIOSK),
    ("GET", "/coming-days", EVERYBODY),
    ("GET", "/hours", EVERYBODY),
    ("POST", "/help", KIOSK),
    ("GET", "/help/nothing", KIOSK),
    ("GET", "/today", STAFF),
    ("POST", "/today", STAFF),
    ("DELETE", "/today/nothing", STAFF),
    ("POST", "/help/nothing/answer", STAFF),
    ("GET", "/visits", STAFF),
    ("GET", "/visits/nothing", STAFF),
    *(("POST", f"/visits/nothing/{verb}", STAFF) for verb in VERBS),
    ("GET", "/visits/nothing/slip", STAFF),
    ("GET", "/papers/reasons", STAFF),
    ("POST", "/appointments", STAFF),
    ("GET", "/appointments", STAFF),
    ("POST", "/appointments/nothing/move", STAFF),
    ("POST", "/appointments/nothing/cancel", STAFF),
    ("POST", "/appointments/nothing/reopen", STAFF),
    ("POST", "/appointments/check", KIOSK),
    ("GET", "/staff", STAFF),
    ("GET", "/my/figures", STAFF),
    ("GET", "/visits/nothing/before", STAFF),
    ("GET", "/counters", STAFF),
    *(
        ("POST", f"/counters/nothing/{verb}", STAFF)
        for verb in ("open", "close", "break", "call_next", "call", "help")
    ),
    ("POST", "/balance", STAFF),
    ("GET", "/balance", STAFF),
    ("POST", "/balance/preview", STAFF),
    ("GET", "/counters/nothing/next", STAFF),
    *(("POST", f"/balance/suggestions/nothing/{v}", STAFF) for v in ("take", "not_now", "undo")),
    ("GET", "/board", DISPLAY),
    ("GET", "/floor", STAFF),
    ("GET", "/promises", STAFF),
    ("POST", "/promises/nothing/kept", STAFF),
    ("POST", "/visits/nothing/recovery", STAFF),
    ("POST", "/visits/nothing/recovery/undo", STAFF),
    ("POST", "/promises/nothing/reopen", STAFF),
    ("GET", "/reports/waits", MANAGER),
    ("GET", "/export/visits.csv", MANAGER),
    ("GET", "/export/appointments.csv", MANAGER),
    ("GET", "/export/visits.parquet", MANAGER),
    ("DELETE", "/guests/nothing", MANAGER),
    ("GET", "/api/v1/session", DISPLAY),
    ("POST", "/api/v1/session/pin", STAFF),
    ("DELETE", "/api/v1/session/pin", STAFF),
]


def test_everybody_at_every_door(shop: Shop) -> None:
    for method, path, may in DOORS:
        for who in sorted(EVERYBODY):
            reply = shop.ask(method, path, by=None if who == "nobody" else who)
            passed = reply.status not in (401, 403)
            assert passed == (who in may), (method, path, who, reply)
            if not passed:
                assert reply.status == (401 if who == "nobody" else 403)
                assert reply.code in ("not_signed_in", "not_allowed")


def test_no_door_is_missing_from_the_list(shop: Shop) -> None:
    listed = {(method, path) for method, path, _ in DOORS}
    for rule in shop.app.url_map.iter_rules():
        if not rule.rule.startswith("/api/v1/") or "openapi" in rule.rule:
            continue
        path = rule.rule.removeprefix("/api/v1/stores/<store>").replace("<name>", "waits")
        for argument in rule.arguments:
            path = path.replace(f"<{argument}>", "nothing")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            assert (method, path) in listed


def test_vera_of_another_store_sees_nothing(shop: Shop, tmp_path: Path) -> None:
    other = SqliteJournal(tmp_path / "vera.db")
    vera = make_token(other, "manager", "vera", 1)
    other.close()
    ours = shop.arrive()
    for method, path, may in DOORS:
        reply = shop.ask(method, path.replace("nothing", ours["id"]), by=None, token=vera)
        if may != EVERYBODY:
            assert reply.status == 401
            assert ours["ticket"] not in str(reply.body)


def test_another_stores_address_is_not_here(shop: Shop) -> None:
    for path in ("", "/services", "/board", "/visits"):
        reply = shop.get(f"/api/v1/stores/elsewhere{path}", by="omar")
        assert reply.status == 404
        assert reply.code == "unknown_store"


@pytest.mark.parametrize("way", ["bearer", "query", "body"])
def test_a_visits_secret_opens_it_in_three_ways(shop: Shop, way: str) -> None:
    visit = shop.arrive()
    path, more = f"/visits/{visit['id']}/hold", {}
    body = {"minutes": 5}
    if way == "bearer":
        more = {"token": visit["secret"]}
    elif way == "query":
        path += f"?secret={visit['secret']}"
    else:
        body["secret"] = visit["secret"]
    reply = shop.post(path, body, by=None, **more)
    assert reply.status == 200
    assert reply.body["state"] == "held"


def test_a_secret_opens_only_its_own_visit_and_only_for_its_customer(shop: Shop) -> None:
    rosa, ida = shop.arrive(), shop.arrive()
    for path in ("", "/hold", "/return", "/cancel", "/feedback"):
        method = "POST" if path else "GET"
        address = f"/visits/{ida['id']}{path}"
        assert shop.ask(method, address, by=None, token=rosa["secret"]).status == 403
    for path in ("/move", "/start", "/finish", "/note", "/undo", "/remove"):
        address = f"/visits/{rosa['id']}{path}"
        assert shop.post(address, {}, by=None, token=rosa["secret"]).status in (401, 403)
    assert shop.get("/visits", by=None, token=rosa["secret"]).status in (401, 403)


def test_a_made_up_secret_opens_nothing(shop: Shop) -> None:
    visit = shop.arrive()
    other = "B" if visit["secret"].endswith("A") else "A"
    guesses = [visit["id"], visit["secret"][:-1] + other, visit["secret"][:-1], "", "ä"]
    for guess in guesses:
        reply = shop.get(f"/visits/{visit['id']}", by=None, query_string={"secret": guess})
        assert reply.status == 401, guess


def test_a_secret_still_opens_after_a_restart(shop: Shop) -> None:
    visit = shop.arrive()
    shop.restart()
    assert shop.get(f"/visits/{visit['id']}", by=None, token=visit["secret"]).status == 200


def test_a_token_may_be_any_case_of_bearer_but_must_be_whole(shop: Shop) -> None:
    token = shop.tokens["mai"]
    for header, status in [
        (f"bearer {token}", 200),
        (f"Bearer  {token}", 200),
        (f"Basic {token}", 401),
        ("Bearer", 401),
        ("Bearer " + token[:-1], 401),
        (token, 401),
    ]:
        reply = shop.get("/floor", by=None, headers={"Authorization": header})
        assert reply.status == status, header


def test_a_refused_ticket_takes_no_place(shop: Shop) -> None:
    assert shop.post("/visits", READY, by="tv").status == 403
    assert shop.get("/visits").body["items"] == []


def test_tokens_are_not_in_the_database(shop: Shop, tmp_path: Path) -> None:
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("foyer.db*"))
    for token in shop.tokens.values():
        assert token.encode() not in stored
