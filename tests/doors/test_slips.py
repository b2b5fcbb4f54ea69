"""A slip brings everything back: on the same day and on a later one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from server.clock import Clock
from tests.doors.shop import DRIVE_PAPERS, Shop

WITHOUT_RECEIPT = {
    "service": "replacement",
    "answers": DRIVE_PAPERS["answers"],
    "papers": {**DRIVE_PAPERS["papers"], "receipt": "missing"},
    "needs": ["seat"],
    "language": "ar",
}


class ClockByHand(Clock):
    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> int:
        return round(self.at.timestamp() * 1000)


def slip(shop: Shop, visit: dict[str, Any]) -> dict[str, Any]:
    reply = shop.get(f"/slips/{visit['secret']}", by="kiosk")
    assert reply.status == 200, reply
    found: dict[str, Any] = reply.body
    return found


def test_a_slip_of_another_day_brings_all_answers_back(tmp_path: Path) -> None:
    clock = ClockByHand(datetime(2026, 11, 20, 11, tzinfo=UTC))
    shop = Shop(tmp_path, clock=clock)
    rosa = shop.arrive({**WITHOUT_RECEIPT, "choose": "come_back"})
    clock.at += timedelta(days=3)
    told = slip(shop, rosa)
    assert told["visit"] is None
    assert (told["service"], told["language"], told["needs"]) == ("replacement", "ar", ["seat"])
    assert told["answers"] == DRIVE_PAPERS["answers"]
    by_paper = {item["paper"]: item["status"] for item in told["papers"]}
    assert by_paper["receipt"] == "missing"
    assert by_paper["drive"] == "declared"
    shop.close()


def test_a_ticket_of_today_brings_its_visit_back(busy: Shop) -> None:
    rosa = busy.arrive({**WITHOUT_RECEIPT, "choose": "hold"})
    told = slip(busy, rosa)
    assert (told["visit"]["ticket"], told["visit"]["state"]) == (rosa["ticket"], "held")
    path = f"/visits/{rosa['id']}"
    declared = busy.post(f"{path}/declare", {"papers": {"receipt": "have"}}, token=rosa["secret"])
    assert declared.body["papers"]["verdict"] == "ready"
    assert busy.post(f"{path}/return", token=rosa["secret"]).body["state"] == "waiting"
    again = busy.post(f"{path}/declare", {"papers": {"nothing": "have"}}, token=rosa["secret"])
    assert (again.status, again.code) == (422, "unknown_paper")
    assert busy.post(f"{path}/declare", {"papers": {}}, token=rosa["secret"]).status == 422
    stranger = busy.arrive()
    told = busy.post(f"{path}/declare", {"papers": {"drive": "have"}}, token=stranger["secret"])
    assert told.code == "not_allowed"


def test_a_code_of_another_store_opens_nothing(shop: Shop) -> None:
    assert shop.get("/slips/0123456789abcdef0123456789abcdef", by="kiosk").code == "unknown_slip"


def test_the_coming_days_are_those_on_which_the_store_opens(tmp_path: Path) -> None:
    clock = ClockByHand(datetime(2026, 12, 23, 11, tzinfo=UTC))
    shop = Shop(tmp_path, always_open=False, clock=clock)
    days = shop.get("/coming-days", by=None).body["items"]
    assert [day["date"] for day in days] == ["2026-12-24", "2026-12-28", "2026-12-29"]
    assert days[0]["open"] == [
        {"opens": "2026-12-24T08:00:00.000Z", "closes": "2026-12-24T12:00:00.000Z"}
    ]
    assert all(day["quiet"] is None for day in days), "nothing is known yet, so nothing is told"
    shop.close()


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_a_slip_is_one_page_of_pdf_in_its_own_language(
    busy: Shop, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    for choose in ("wait", "hold", "come_back"):
        rosa = busy.arrive({**WITHOUT_RECEIPT, "language": language, "choose": choose})
        slip = busy.get(f"{rosa['follow_url']}/slip.pdf", by=None)
        assert (slip.status, slip.headers["Content-Type"]) == (200, "application/pdf")
        assert slip.raw.startswith(b"%PDF-")
        assert b"/Count 1\n" in slip.raw
        assert rosa["secret"].encode() not in slip.raw, "the code alone carries the secret"
    assert not [one for one in caplog.records if "glyph" in one.getMessage()], "a letter is missing"
    assert busy.get("/v/0123456789abcdef0123456789abcdef/slip.pdf", by=None).status == 404
