from __future__ import annotations

from tests.doors.shop import Shop


def test_opening_calling_and_closing(shop: Shop) -> None:
    assert [c["id"] for c in shop.get("/counters").body["items"]] == ["1", "2", "3"]
    assert shop.post("/counters/1/call_next").code == "counter_not_open"
    opened = shop.post("/counters/1/open", {"staff": "mai", "services": ["advice"]})
    assert opened.body["state"] == "open"
    assert opened.body["services"] == ["advice"]
    assert shop.post("/counters/1/call_next").status == 204
    visit = shop.arrive()
    called = shop.post("/counters/1/call_next")
    assert called.body["id"] == visit["id"]
    busy = shop.post("/counters/1/call_next")
    assert (busy.status, busy.code) == (409, "counter_busy")
    assert shop.post("/counters/1/close").code == "counter_busy"
    shop.post(f"/visits/{visit['id']}/no_show")
    assert shop.post("/counters/1/break", {"minutes": 10}).body["state"] == "break"
    assert shop.post("/counters/1/close", {"reason": "lunch"}).body["state"] == "closed"


def test_an_empty_answer_has_no_body_and_no_kind(busy: Shop) -> None:
    nobody = busy.post("/counters/1/call_next")
    assert (nobody.status, nobody.raw) == (204, b"")
    assert "Content-Type" not in nobody.headers


def test_what_a_counter_cannot_be_opened_for(shop: Shop) -> None:
    assert shop.post("/counters/1/open", {"staff": "vera"}).code == "unknown_staff"
    assert shop.post("/counters/1/open", {}).body["errors"][0]["where"] == "staff"
    wrong = shop.post("/counters/1/open", {"staff": "mai", "services": ["recovery"]})
    assert wrong.code == "counter_cannot_serve"
    unknown = shop.post("/counters/99/open", {"staff": "mai"})
    assert (unknown.status, unknown.code) == (404, "unknown_counter")


def test_calling_out_of_order(busy: Shop) -> None:
    busy.arrive()
    second = busy.arrive()
    body = {"visit": second["id"], "reason": "in pain"}
    assert busy.post("/counters/2/call", body).body["state"] == "called"
    reply = busy.post("/counters/1/call", body)
    assert (reply.status, reply.code) == (409, "already_called")
    assert busy.post("/counters/1/call", {"visit": "nothing"}).status == 404
    assert busy.post("/counters/1/call").status == 422


def test_closing_shares_the_line_out(busy: Shop) -> None:
    visits = [busy.arrive() for _ in range(4)]
    line = [visit["id"] for visit in visits if visit["counter"] == "1"]
    assert line
    busy.post("/counters/1/close")
    for visit in line:
        assert busy.get(f"/visits/{visit}").body["counter"] == "2"


def test_balance_moves_all_or_none(busy: Shop) -> None:
    here, there = busy.arrive(), busy.arrive()
    other = {"1": "2", "2": "1"}
    moves = [{"visit": v["id"], "to": other[v["counter"]]} for v in (here, there)]
    bad = busy.post("/balance", {"moves": [*moves, {"visit": "nothing", "to": "1"}]})
    assert bad.status == 404
    assert busy.get(f"/visits/{here['id']}").body["counter"] == here["counter"]
    good = busy.post("/balance", {"moves": moves})
    assert [v["counter"] for v in good.body["items"]] == [move["to"] for move in moves]
    assert busy.post("/balance", {"moves": []}).status == 422


def test_who_works_here(shop: Shop) -> None:
    staff = {one["id"]: one for one in shop.get("/staff").body["items"]}
    assert staff["omar"]["role"] == "manager"
    assert "pin" not in staff["mai"]
