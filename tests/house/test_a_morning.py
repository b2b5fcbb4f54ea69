"""A morning in the store, told once from the door to the report. Read this test first."""

from pathlib import Path

import pytest

from server.doors.tokens import make_token
from server.journal.memory import MemoryJournal
from tests.cast import IDA, KEN, MAI, MAIS_COUNTER, OMAR, ROSA
from tests.doors.shop import Shop


@pytest.fixture
def shop(tmp_path: Path):
    opened = Shop(tmp_path)
    yield opened
    opened.close()


def test_a_morning(shop: Shop):
    # Rosa lacks her receipt: she learns it now, not after an hour, and what she can do.
    refused = shop.post("/visits", ROSA, by="kiosk")
    assert refused.code == "papers_not_ready"
    assert refused.body["verdict"]["verdict"] == "fixable_here"
    assert refused.body["choices"] == ["wait", "hold", "come_back"]
    rosa = shop.arrive(ROSA | {"choose": "hold"})
    assert rosa["state"] == "held"

    # Ken has everything: a number, a range, a time to be called by, a link to follow.
    ken = shop.arrive(KEN)
    assert (ken["ticket"], ken["papers"]["verdict"]) == ("R002", "ready")
    assert ken["quote"]["low_s"] <= ken["quote"]["high_s"]
    assert ken["follow_url"] == f"/v/{ken['secret']}"

    # Ida needs a step-free way, and counts as having come a little earlier.
    ida = shop.arrive(IDA)
    assert ida["credited_at"] < ida["arrived_at"]

    # Mai opens counter 2 and calls. Ida is first, then Ken; nobody is called twice.
    shop.open_counter(MAIS_COUNTER, MAI)
    for expected in (ida, ken):
        called = shop.post(f"/counters/{MAIS_COUNTER}/call_next").body
        assert called["ticket"] == expected["ticket"]
        board = shop.get("/board", by="tv").body
        assert [c["ticket"] for c in board["called"]] == [expected["ticket"]]
        assert shop.post(f"/visits/{called['id']}/start").status == 200
        done = shop.post(f"/visits/{called['id']}/finish", {"outcome": "resolved"})
        assert done.body["ended_as"] == "served"
    assert shop.post(f"/counters/{MAIS_COUNTER}/call_next").status == 204

    # Rosa comes back with the receipt. Her place is by her arrival, as promised.
    back = shop.post(f"/visits/{rosa['id']}/return", by=None, token=rosa["secret"])
    assert back.body["state"] == "waiting"
    assert back.body["arrived_at"] == rosa["arrived_at"]
    seen = {"items": [{"paper": "receipt", "status": "seen"}]}
    assert shop.post(f"/visits/{rosa['id']}/papers", seen).body["papers"]["verdict"] == "ready"

    # The server stops and starts. The day goes on where it was.
    shop.restart()
    assert shop.post(f"/counters/{MAIS_COUNTER}/call_next").body["ticket"] == rosa["ticket"]

    # Omar reads the morning; the figures say how many they are made of.
    total = shop.get("/reports/waits?by=service", by=OMAR).body["total"]
    assert (total["arrived"], total["served"]) == (3, 2)
    assert total["waiting"]["n"] == 3

    # No name is on the TV, and what Vera holds, a token of another store, opens nothing here.
    assert "Rosa" not in shop.get("/board", by="tv").raw.decode()
    vera = make_token(MemoryJournal(), "manager", "vera", at=1)
    for path in ("/board", "/floor", "/reports/waits", f"/visits/{rosa['id']}"):
        assert shop.get(path, by=None, token=vera).status == 401
