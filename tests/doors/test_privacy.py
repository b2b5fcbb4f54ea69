"""What is personal stays in `guests`: not in a fact, not in an answer, not in a row, and gone when
it is erased."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from server.journal.contract import Stream
from tests.doors.shop import Shop

WORDS = ("Rosa Ramirez", "0171-5550199", "limps", "call her mother", "was lovely")
NAME, PHONE, NOTE, PROMISE, FEEDBACK = WORDS


@pytest.fixture
def told(busy: Shop) -> Shop:
    """Rosa told all there is to tell, and the staff wrote it down."""
    visit = busy.arrive({"service": "advice", "name": NAME, "phone": PHONE}, key="rosa")
    busy.rosa = visit  # type: ignore[attr-defined]
    path = f"/visits/{visit['id']}"
    due = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    answers = [
        busy.post("/counters/1/call_next", key="call"),
        busy.post(f"{path}/note", {"text": NOTE}, key="note"),
        busy.post(
            f"{path}/finish",
            {"outcome": "resolved", "note": NOTE, "promise": {"what": PROMISE, "due": due}},
            key="finish",
        ),
        busy.post(f"{path}/feedback", {"score": 5, "text": FEEDBACK}, key="feedback"),
    ]
    for answer in answers:
        assert answer.status == 200
        assert not any(word in answer.raw.decode() for word in WORDS)
    return busy


def test_nothing_personal_is_remembered_elsewhere(told: Shop) -> None:
    db = told.journal._db
    for table in ("facts", "answers", "visits", "legs", "papers", "promises", "tokens", "meta"):
        rows = str(list(db.table(table).rows))
        assert not any(word in rows for word in WORDS), table
    [stream] = told.journal.streams("main")
    assert not any(word in str(list(told.journal.read(Stream(*stream)))) for word in WORDS)


def test_nothing_personal_is_shown_on_screens(told: Shop) -> None:
    rosa = told.rosa  # type: ignore[attr-defined]
    for path, by in [("/board", "tv"), ("/floor", "mai"), ("/visits", "mai")]:
        assert not any(word in told.get(path, by=by).raw.decode() for word in WORDS)
    phone = told.get(f"{rosa['follow_url']}/visit", by=None).raw.decode()
    assert [word for word in WORDS if word in phone] == [PROMISE], "made to whoever holds the link"


def test_who_may_read_it_and_who_may_erase_it(told: Shop) -> None:
    rosa = told.rosa["id"]  # type: ignore[attr-defined]
    guest = told.get(f"/visits/{rosa}").body["guest"]
    assert guest == {"name": NAME, "phone": PHONE, "notes": [NOTE, NOTE]}
    assert told.ask("DELETE", f"/guests/{rosa}", by="mai").status == 403
    gone = told.ask("DELETE", f"/guests/{rosa}", by="omar")
    assert (gone.status, gone.raw) == (204, b"")
    assert told.ask("DELETE", f"/guests/{rosa}", by="omar").status == 204
    assert told.ask("DELETE", "/guests/nothing", by="omar").code == "unknown_visit"
    after = told.get(f"/visits/{rosa}").body
    assert after["guest"] == {"name": None, "phone": None, "notes": []}
    assert after["ended_as"] == "served"
    assert told.get("/promises").body["items"][0]["what"] is None


def test_whoever_was_erased_is_not_asked_how_it_was_after_a_restart_either(busy: Shop) -> None:
    rosa, ken = busy.arrive(), busy.arrive()
    for visit in (rosa, ken):
        busy.post("/counters/1/call_next")
        busy.post(f"/visits/{visit['id']}/finish", {"outcome": "resolved"})

    def asked(visit: dict[str, Any]) -> bool:
        seen = busy.get(f"{visit['follow_url']}/visit", by=None).body["visit"]
        return "feedback" in seen["allowed_actions"]

    assert asked(rosa) and asked(ken)
    busy.ask("DELETE", f"/guests/{rosa['id']}", by="omar")
    assert (asked(rosa), asked(ken)) == (False, True)
    busy.restart()
    assert (asked(rosa), asked(ken)) == (False, True)
    busy.journal.erase(ken["id"])
    assert not asked(ken), "nor where another process erased"


def test_what_was_erased_does_not_come_back_with_a_retry(told: Shop) -> None:
    rosa = told.rosa["id"]  # type: ignore[attr-defined]
    told.ask("DELETE", f"/guests/{rosa}", by="omar")
    told.arrive({"service": "advice", "name": NAME, "phone": PHONE}, key="rosa")
    assert told.get(f"/visits/{rosa}").body["guest"]["name"] is None


def test_a_refused_ticket_leaves_nobodys_name(shop: Shop) -> None:
    body = {"service": "replacement", "name": NAME}
    assert shop.post("/visits", body, by="kiosk").status == 409
    assert list(shop.journal._db.table("guests").rows) == []
