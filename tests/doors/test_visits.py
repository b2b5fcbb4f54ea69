"""A visit through its doors: every verb, what it answers and how it refuses."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.doors.shop import DRIVE_PAPERS, READY, Shop

SOON = (datetime.now(UTC) + timedelta(days=2)).isoformat()
FIELDS = {"id", "ticket", "service", "state", "ended_as", "outcome", "counter", "ahead"}
FIELDS |= {"arrived_at", "called_at", "started_at", "ended_at", "quote", "forecast", "papers"}
FIELDS |= {"needs", "language", "allowed_actions", "seq"}
DRIVE = {"service": "replacement", "answers": DRIVE_PAPERS["answers"]}
HAVE = DRIVE_PAPERS["papers"]


def test_a_ticket_is_a_visit_of_the_interface(shop: Shop) -> None:
    visit = shop.arrive({**READY, "language": "de", "needs": ["seat"]})
    assert visit.keys() >= FIELDS
    assert re.fullmatch(r"A\d{3}", visit["ticket"])
    assert visit["state"] == "waiting"
    assert visit["language"] == "de"
    assert visit["needs"] == ["seat"]
    assert len(visit["secret"]) >= 22
    assert visit["follow_url"] == f"/v/{visit['secret']}"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", visit["arrived_at"])
    assert visit["quote"].keys() >= {"low_s", "high_s", "confidence", "call_by", "basis"}
    assert visit["papers"] == {"verdict": "ready", "items": []}


def test_only_the_answer_that_made_a_visit_has_its_secret(shop: Shop) -> None:
    visit = shop.arrive()
    seen = shop.get(f"/visits/{visit['id']}")
    assert "secret" not in seen.body
    assert visit["secret"] not in str(shop.get("/visits").body)
    assert visit["secret"] not in str(shop.get("/floor").body)


def test_papers_that_are_not_ready_are_refused_with_the_choices(shop: Shop) -> None:
    reply = shop.post("/visits", DRIVE, by="kiosk")
    assert reply.status == 409
    assert reply.code == "papers_not_ready"
    assert reply.body["verdict"]["verdict"] == "not_today"
    assert reply.body["verdict"]["missing"]
    assert set(reply.body["choices"]) <= {"wait", "hold", "come_back"}
    assert shop.get("/visits").body["items"] == []


@pytest.mark.parametrize(
    ("choose", "state"), [("wait", "waiting"), ("hold", "held"), ("come_back", "ended")]
)
def test_what_may_be_chosen_then(shop: Shop, choose: str, state: str) -> None:
    visit = shop.arrive({**DRIVE, "choose": choose})
    assert visit["state"] == state
    assert visit["papers"]["verdict"] != "ready"
    if choose == "come_back":
        assert visit["ended_as"] == "turned_away"
        assert visit["ticket"] is None


def test_papers_that_are_ready_need_no_choice(shop: Shop) -> None:
    assert shop.arrive({**DRIVE, "papers": HAVE})["papers"]["verdict"] == "ready"


def test_a_paper_read_by_the_kiosk(shop: Shop) -> None:
    read = {"read": {"kind": "mrz", "ok": True, "expires": "2099-01-31", "match": "ab12"}}
    papers = {**HAVE, "identity_card": read}
    visit = shop.arrive({**DRIVE, "papers": papers})
    items = {item["paper"]: item["status"] for item in visit["papers"]["items"]}
    assert items["identity_card"] == "read"
    expired = {"read": {"kind": "mrz", "ok": True, "expires": "2001-01-31"}}
    reply = shop.post("/visits", {**DRIVE, "papers": {**HAVE, "identity_card": expired}}, "kiosk")
    assert reply.code == "papers_not_ready"


def test_a_typed_answer_is_taken_as_its_hash_and_in_no_other_form(shop: Shop) -> None:
    """Whatever a client gets wrong, the value is in no answer and in no file."""
    read = {"kind": "receipt", "ok": True, "match": "a" * 64}
    asked = {**DRIVE, "papers": {**HAVE, "invoice": {"read": read}}}

    def told(answer: object, path: str = "/visits") -> Any:
        answers = {**DRIVE["answers"], "invoice_number": answer}
        return shop.post(path, {**asked, "answers": answers}, by="kiosk")

    for path in ("/visits", "/papers/verdict"):
        for wrong in ("RE-4711", {"match": "RE-4711"}, {"value": "RE-4711"}, ["RE-4711"]):
            refused = told(wrong, path)
            assert refused.status == 422
            assert "4711" not in str(refused.body)
            assert "answers.invoice_number" in str(refused.body)
    (item,) = [i for i in invoice_of(told({"match": "b" * 64}, "/papers/verdict").body)]
    assert (item["status"], item["reason"]) == ("missing", "not_as_typed")
    taken = told({"match": "a" * 64})
    assert taken.status == 201
    assert [item["status"] for item in invoice_of(taken.body["papers"])] == ["read"]
    slip = shop.get(f"/slips/{taken.body['secret']}", by="kiosk")
    assert slip.body["answers"] == DRIVE["answers"]


def invoice_of(papers: Any) -> list[Any]:
    return [item for item in papers["items"] if item["paper"] == "invoice"]


def test_an_unsure_paper_counts_as_missing_and_says_so(shop: Shop) -> None:
    papers = {**HAVE, "receipt": "unsure"}
    reply = shop.post("/visits", {**DRIVE, "papers": papers}, by="kiosk")
    items = {item["paper"]: item for item in reply.body["verdict"]["items"]}
    assert items["receipt"]["reason"] == "unsure"


@pytest.mark.parametrize(
    ("body", "code", "where"),
    [
        ({}, "invalid_input", "service"),
        ({"service": None}, "invalid_input", "service"),
        ({"service": "nonsense"}, "unknown_service", "service"),
        ({**READY, "language": "tlh"}, "unknown_language", "language"),
        ({**READY, "needs": ["a throne"]}, "unknown_need", "needs"),
        ({**READY, "needs": "seat"}, "invalid_input", "needs"),
        ({**READY, "choose": "maybe"}, "invalid_input", "choose"),
        ({**READY, "papers": {"gold": "have"}}, "unknown_paper", "papers.gold"),
        ({**READY, "papers": {"drive": "eaten"}}, "invalid_input", "papers.drive"),
        ({**DRIVE, "answers": {"why": "x"}}, "unknown_question", "answers.why"),
        ({**DRIVE, "answers": {"bought": "x"}}, "unknown_answer", "answers.bought"),
        ({**READY, "arrived_at": "yesterday"}, "invalid_input", "arrived_at"),
        ({**READY, "arrived_at": "2026-11-21T14:03:05"}, "invalid_input", "arrived_at"),
        ({**READY, "arrived_at": "2020-01-01T00:00:00Z"}, "arrival_not_today", "arrived_at"),
        ({**READY, "arrived_at": SOON}, "arrival_not_today", "arrived_at"),
    ],
)
def test_bad_input_is_named_in_plain_words(
    shop: Shop, body: dict[str, Any], code: str, where: str
) -> None:
    reply = shop.post("/visits", body, by="kiosk")
    assert reply.status == 422
    assert reply.code == code
    assert [error["where"] for error in reply.body["errors"]] == [where]
    problem = reply.body["errors"][0]["problem"]
    assert problem
    assert "pydantic" not in problem


def test_every_mistake_is_named_at_once(shop: Shop) -> None:
    body = {"service": 1, "needs": 3, "choose": "maybe"}
    reply = shop.post("/visits", body, by="kiosk")
    assert {error["where"] for error in reply.body["errors"]} == {"needs", "choose"}


def test_fields_from_the_future_are_ignored(shop: Shop) -> None:
    assert shop.arrive({**READY, "mood": "sunny"})["state"] == "waiting"


def test_a_kiosk_that_was_offline_tells_when_the_customer_came(shop: Shop) -> None:
    came = datetime.now(UTC) - timedelta(seconds=2)
    visit = shop.arrive({**READY, "arrived_at": came.isoformat()})
    assert visit["arrived_at"] == came.isoformat(timespec="milliseconds")[:-6] + "Z"


def test_a_visit_from_call_to_promise(busy: Shop) -> None:
    visit = busy.called()
    path = f"/visits/{visit['id']}"
    assert visit["state"] == "called"
    assert visit["counter"] == "1"
    assert busy.post(f"{path}/recall").body["recalls"] == 1
    assert busy.post(f"{path}/start").body["state"] == "serving"
    done = busy.post(
        f"{path}/finish",
        {
            "outcome": "resolved",
            "sale": 19.9,
            "note": "Rosa was kind",
            "promise": {"what": "call Rosa back", "due": SOON},
        },
    )
    assert done.status == 200
    assert (done.body["state"], done.body["ended_as"]) == ("ended", "served")
    assert done.body["outcome"] == "resolved"
    [promise] = busy.get("/promises").body["items"]
    assert promise["what"] == "call Rosa back"
    assert promise["state"] == "open"
    assert busy.post(f"/promises/{promise['id']}/kept").body["state"] == "kept"
    assert busy.get("/promises?state=open").body["items"] == []
    assert busy.get(path).body["guest"]["notes"] == ["Rosa was kind"]
    rated = busy.post(f"{path}/feedback", {"score": 5}, by=None, token=None)
    assert rated.status == 401


def test_feedback_from_the_customer(busy: Shop) -> None:
    visit = busy.arrive()
    path, secret = f"/visits/{visit['id']}", visit["secret"]
    early = busy.post(f"{path}/feedback", {"score": 5}, by=None, token=secret)
    assert early.code == "not_allowed_now"
    busy.post("/counters/1/call_next")
    busy.post(f"{path}/finish", {"outcome": "resolved"})
    assert busy.post(f"{path}/feedback", {"score": 6}, by=None, token=secret).status == 422
    good = busy.post(f"{path}/feedback", {"score": 5, "text": "lovely"}, by=None, token=secret)
    assert good.body["feedback"] == 5


def test_moves_and_their_refusals(busy: Shop) -> None:
    visit = busy.arrive()
    path = f"/visits/{visit['id']}/move"
    other = "2" if visit["counter"] == "1" else "1"
    moved = busy.post(path, {"to": other, "reason": "shorter"})
    assert moved.body["counter"] == other
    assert moved.body["arrived_at"] == visit["arrived_at"]
    again = busy.post(path, {"to": other})
    assert (again.status, again.code) == (409, "same_line")
    assert again.body["state"] == "waiting"
    assert "move" in again.body["allowed_actions"]
    assert busy.post(path, {"to": 3}).code == "counter_not_open"
    assert busy.post(path, {"to": "99"}).status == 404
    assert busy.post(path, {}).body["errors"][0]["where"] == "to"
    assert busy.post(path, {"to": None}).body["counter"] is None


def test_a_called_visit_is_not_moved(busy: Shop) -> None:
    visit = busy.called()
    reply = busy.post(f"/visits/{visit['id']}/move", {"to": "2"})
    assert (reply.status, reply.code) == (409, "already_called")
    assert reply.body["state"] == "called"
    assert "start" in reply.body["allowed_actions"]


def test_transfer_keeps_the_number(busy: Shop) -> None:
    visit = busy.called()
    path = f"/visits/{visit['id']}/transfer"
    assert busy.post(path, {}).status == 422
    there = busy.post(path, {"service": "recovery", "position": "first"})
    assert there.body["ticket"] == visit["ticket"]
    assert (there.body["state"], there.body["service"]) == ("waiting", "recovery")
    assert there.body["legs"] == 2


def test_a_customer_holds_once_and_not_for_ever(shop: Shop) -> None:
    visit = shop.arrive()
    path, secret = f"/visits/{visit['id']}", visit["secret"]
    long = shop.post(f"{path}/hold", {"minutes": 600}, by=None, token=secret)
    assert (long.status, long.code) == (409, "hold_too_long")
    held = shop.post(f"{path}/hold", by=None, token=secret)
    assert held.body["state"] == "held"
    assert held.body["allowed_actions"] == ["return", "declare", "cancel"]
    back = shop.post(f"{path}/return", by=None, token=secret)
    assert back.body["state"] == "waiting"
    assert shop.post(f"{path}/hold", by=None, token=secret).code == "hold_used"
    assert shop.post(f"{path}/hold", {"minutes": 10}).status == 200
    assert shop.post(f"{path}/hold", {"minutes": -1}).status == 422


def test_the_ways_out(busy: Shop) -> None:
    left, sent, gave_up = busy.arrive(), busy.arrive(), busy.arrive()
    ended = {
        "walkout": busy.post(f"/visits/{left['id']}/remove", {"reason": "left"}),
        "removed_by_staff": busy.post(f"/visits/{sent['id']}/remove"),
        "cancelled_by_customer": busy.post(f"/visits/{gave_up['id']}/cancel"),
        "no_show": busy.post(f"/visits/{busy.called()['id']}/no_show"),
    }
    for how, reply in ended.items():
        assert reply.body["ended_as"] == how
    again = busy.post(f"/visits/{left['id']}/cancel")
    assert (again.status, again.code) == (409, "already_ended")


def test_undo(busy: Shop) -> None:
    visit = busy.called()
    undone = busy.post(f"/visits/{visit['id']}/undo")
    assert undone.body["state"] == "waiting"
    assert busy.post(f"/visits/{visit['id']}/undo").code == "nothing_to_undo"


def test_papers_seen_and_rejected(shop: Shop) -> None:
    visit = shop.arrive({**DRIVE, "papers": HAVE})
    path = f"/visits/{visit['id']}/papers"
    items = [
        {"paper": "receipt", "status": "rejected", "reason": "torn"},
        {"paper": "drive", "status": "seen"},
    ]
    seen = shop.post(path, {"items": items}).body["papers"]
    assert seen["verdict"] != "ready"
    assert {"paper": "receipt", "status": "rejected", "reason": "torn"} in seen["items"]
    assert shop.post(path, {"items": []}).status == 422
    wrong = shop.post(path, {"items": [{"paper": "drive", "status": "eaten"}]})
    assert wrong.body["errors"][0]["where"] == "items.0.status"


def test_a_visit_nobody_knows(shop: Shop) -> None:
    for path in ("", "/hold", "/start", "/undo", "/cancel"):
        reply = shop.ask("POST" if path else "GET", f"/visits/nothing{path}")
        assert (reply.status, reply.code) == (404, "unknown_visit")


class TestLists:
    def test_pages_hold_everybody_once_in_order_of_arrival(self, shop: Shop) -> None:
        made = [shop.arrive()["id"] for _ in range(7)]
        seen: list[str] = []
        cursor = None
        while True:
            asked = {"limit": 3} | ({"cursor": cursor} if cursor else {})
            reply = shop.get("/visits", query_string=asked)
            seen += [visit["id"] for visit in reply.body["items"]]
            cursor = reply.body["next"]
            if cursor is None:
                break
        assert sorted(seen) == sorted(made)
        assert len(seen) == len(set(seen))

    def test_by_state_and_counter(self, busy: Shop) -> None:
        called = busy.called()
        waiting = busy.arrive()
        assert [v["id"] for v in busy.get("/visits?state=called").body["items"]] == [called["id"]]
        line = busy.get(f"/visits?state=waiting&counter={waiting['counter']}").body["items"]
        assert [v["id"] for v in line] == [waiting["id"]]

    def test_since_a_seq_or_a_time(self, shop: Shop) -> None:
        first, second = shop.arrive(), shop.arrive()
        shop.post(f"/visits/{first['id']}/hold", {"minutes": 5})
        changed = shop.get(f"/visits?since={second['seq']}").body["items"]
        assert [visit["id"] for visit in changed] == [first["id"]]
        later = shop.get("/visits", query_string={"since": second["arrived_at"]}).body["items"]
        assert second["id"] in [visit["id"] for visit in later]
        plus = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
        assert len(shop.get(f"/visits?since={plus}").body["items"]) == 2
        assert shop.get("/visits", query_string={"since": SOON}).body["items"] == []

    @pytest.mark.parametrize(
        "query",
        ["since=whenever", "since=2026-11-21T10:00:00", "cursor=?", "limit=0", "state=lost"],
    )
    def test_what_cannot_be_asked(self, shop: Shop, query: str) -> None:
        reply = shop.get(f"/visits?{query}")
        assert reply.status == 422
        assert reply.body["errors"][0]["where"] == query.partition("=")[0]


def test_what_was_offered_for_a_long_wait_is_kept_with_the_visit(busy: Shop) -> None:
    visit = busy.arrive()
    path = f"/visits/{visit['id']}/recovery"
    names = busy.get("").body["recoveries"]
    assert [one["id"] for one in names] == ["apology", "water", "coffee", "person"]
    [offered] = busy.post(path, {"recovery": "water"}).body["recoveries"]
    assert (offered["recovery"], offered["staff"]) == ("water", "mai")
    again = busy.post(path, {"recovery": "water"})
    assert (again.status, again.body["recoveries"]) == (200, [offered])
    assert busy.get(f"/visits/{visit['id']}").body["recoveries"] == [offered]
    refused = busy.post(path, {"recovery": "gold"})
    assert (refused.code, refused.body["errors"][0]["where"]) == ("unknown_recovery", "recovery")


def test_what_was_logged_by_mistake_is_taken_back(busy: Shop) -> None:
    visit = busy.arrive()
    path = f"/visits/{visit['id']}/recovery"
    busy.post(path, {"recovery": "coffee"})
    [coffee, water] = busy.post(path, {"recovery": "water"}).body["recoveries"]
    assert busy.post(f"{path}/undo", {"recovery": "water"}).body["recoveries"] == [coffee]
    never = busy.post(f"{path}/undo", {"recovery": "water"})
    assert (never.status, never.body["recoveries"]) == (200, [coffee])
    assert busy.post(f"{path}/undo", {}).status == 422
