"""Papers at the staff's doors: reasons that grow, the slip, and both facts about one paper."""

from __future__ import annotations

from typing import Any

from tests.doors.shop import DRIVE_PAPERS, Shop


def rosa(shop: Shop) -> dict[str, Any]:
    return shop.arrive({"service": "replacement", **DRIVE_PAPERS})


def reject(shop: Shop, visit: dict[str, Any], paper: str, reason: str | None = None) -> None:
    item = {"paper": paper, "status": "rejected"} | ({"reason": reason} if reason else {})
    reply = shop.post(f"/visits/{visit['id']}/papers", {"items": [item]})
    assert reply.status == 200, reply


def test_the_reasons_grow_with_what_staff_write(busy: Shop) -> None:
    assert busy.get("/papers/reasons").body == {"items": [], "next": None}
    for _ in range(2):
        reject(busy, rosa(busy), "receipt", "Printed too faintly")
    reject(busy, rosa(busy), "receipt", "expired")
    reject(busy, rosa(busy), "claim_form", "not_original")
    assert busy.get("/papers/reasons").body["items"] == [
        {"paper": "receipt", "reason": "Printed too faintly", "n": 2},
        {"paper": "claim_form", "reason": "not_original", "n": 1},
        {"paper": "receipt", "reason": "expired", "n": 1},
    ]


def test_the_slip_staff_hand_out_is_the_customers_own(busy: Shop) -> None:
    visit = rosa(busy)
    slip = busy.get(f"/visits/{visit['id']}/slip").body
    assert slip == {"follow_url": visit["follow_url"]}
    assert busy.get("/visits/nobody/slip").code == "unknown_visit"


def test_what_the_kiosk_took_for_ready_and_the_counter_rejected_is_to_mend(busy: Shop) -> None:
    visit = rosa(busy)
    busy.post("/counters/1/call", {"visit": visit["id"], "reason": "quick"})
    busy.post(f"/visits/{visit['id']}/start")
    reject(busy, visit, "receipt", "too_old")
    in_line = rosa(busy)
    reject(busy, in_line, "receipt", "too_old")
    total = busy.get("/reports/papers", by="omar").body["total"]
    [mend] = total["to_mend"]
    assert (mend["paper"], mend["reason"], mend["n"], mend["of"]) == ("receipt", "too_old", 1, 2)
    behind = {"id": visit["id"], "ticket": visit["ticket"], "date": mend["visits"][0]["date"]}
    assert mend["visits"] == [behind]
    [rejected] = total["rejected"]
    assert (rejected["at_counter"], rejected["in_line"]) == (1, 1)
