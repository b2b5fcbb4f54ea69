"""The floor walker's round, papers looked at while people still stand in line; and what Omar
learns of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.running import Server
from tests.browser.test_staff import ACROSS, UPRIGHT, at_counter, button, fits, now, replacement
from tests.browser.test_staff import sign_in as sign_in_as

PageFor = Callable[..., Page]


def on_round(page: Page, server: Server) -> None:
    sign_in_as(page, server, "Theo")
    tab(page).click()


def tab(page: Page) -> Locator:
    return page.locator(".tab", has_text="Paper check")


def row(page: Page, visit: dict[str, Any]) -> Locator:
    return page.locator(".round-row", has_text=visit["ticket"])


def tickets(page: Page, group: str) -> Locator:
    return page.get_by_role("region", name=group).locator(".round-row .ticket-head b")


@pytest.mark.parametrize("size", [ACROSS, UPRIGHT], ids=["across", "upright"])
def test_who_lacks_something_comes_first_and_the_oldest_before(
    size: tuple[int, int], server: Server, page_for: PageFor
) -> None:
    page = page_for(*size)
    on_round(page, server)
    expect(page.get_by_role("heading", name="Nobody in line needs a look")).to_be_visible()
    ready = replacement(server)
    first = replacement(server, claim_form="missing")
    second = replacement(server, receipt="unsure")
    asking = replacement(server)
    server.call("POST", "/help", {"visit": asking["id"]}, scope="kiosk")
    expect(tickets(page, "Missing or unsure")).to_have_text([first["ticket"], second["ticket"]])
    expect(tickets(page, "Not looked at yet")).to_have_text([ready["ticket"]])
    expect(tickets(page, "Asks for a person")).to_have_text([asking["ticket"]])
    expect(row(page, first)).to_contain_text("Claim form missing")
    expect(row(page, second)).to_contain_text("not sure")
    expect(tab(page)).to_contain_text("3 people to go to")
    fits(page)
    found = Axe().run(page).response["violations"]
    assert not found, [one["id"] for one in found]


def test_what_the_walker_saw_the_counter_knows_before_the_call(
    server: Server, page_for: PageFor
) -> None:
    visit = replacement(server, claim_form="missing")
    theo, mai = page_for(*ACROSS), page_for(*UPRIGHT)
    on_round(theo, server)
    row(theo, visit).click()
    theo.get_by_role("button", name="Claim form: seen").click()
    theo.get_by_role("button", name="All seen").click()
    expect(theo.locator(".paper.seen")).to_have_count(5)
    button(theo, "Close").click()
    expect(theo.get_by_text("1 more waits, with nothing left to look at.")).to_be_visible()
    at_counter(mai, server)
    expect(mai.locator(".customer")).to_contain_text(visit["ticket"])
    expect(mai.locator(".paper.seen")).to_have_count(5)
    expect(mai.get_by_role("button", name="All seen")).to_have_count(0)


def test_a_reason_somebody_wrote_is_offered_the_next_time(
    server: Server, page_for: PageFor
) -> None:
    first, second = replacement(server), replacement(server)
    page = page_for(*ACROSS)
    on_round(page, server)
    row(page, first).click()
    page.get_by_role("button", name="Receipt: not good").click()
    page.get_by_label("Another reason").fill("Printed too faintly")
    button(page, "Done").click()
    expect(page.locator(".paper.rejected")).to_contain_text("Printed too faintly")
    button(page, "Close").click()
    expect(row(page, first)).to_contain_text("rejected · Another reason")
    row(page, second).click()
    page.get_by_role("button", name="Receipt: not good").click()
    button(page, "Printed too faintly").click()
    expect(page.locator(".paper.rejected")).to_have_count(1)
    items = {item["paper"]: item for item in now(server, second)["papers"]["items"]}
    assert items["receipt"]["reason"] == "Printed too faintly"


def test_the_slip_is_handed_over_as_a_code(server: Server, page_for: PageFor) -> None:
    visit = replacement(server, receipt="missing")
    page = page_for(*UPRIGHT)
    on_round(page, server)
    row(page, visit).click()
    button(page, "Slip").click()
    slip = page.get_by_role("dialog", name=f"Slip for {visit['ticket']}")
    code = slip.get_by_role("img")
    expect(code).to_be_visible()
    assert code.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    expect(slip.get_by_role("link")).to_have_attribute("href", visit["follow_url"])


def test_omar_sees_which_wording_to_mend_and_the_visits_behind_it(
    server: Server, page_for: PageFor
) -> None:
    server.call("POST", "/counters/1/open", {"staff": "mai"})
    rejected = [replacement(server) for _ in range(2)]
    replacement(server)
    server.call("POST", "/visits", {"service": "replacement", "choose": "wait"}, "kiosk")
    for visit in rejected:
        server.call("POST", "/counters/1/call", {"visit": visit["id"], "reason": "quick"})
        item = {"paper": "receipt", "status": "rejected", "reason": "too_old"}
        server.call("POST", f"/visits/{visit['id']}/papers", {"items": [item]})
        server.call("POST", f"/visits/{visit['id']}/finish", {"outcome": "unresolved"})
    page = page_for(1440, 900)
    page.goto(server.link("manager"))
    card = page.locator("manager-papers")
    expect(card.locator(".to-mend li")).to_contain_text("Receipt: Too old")
    expect(card.locator(".to-mend li b")).to_have_text("2 of 3")
    expect(card.locator(".facts div").nth(0)).to_contain_text("3 of 3")
    expect(card.locator(".facts div").nth(1)).to_have_text(re.compile(r"not asked.*1", re.DOTALL))
    expect(card.locator(".behind")).to_have_count(0)
    button(page, "Tables").click()
    expect(card.locator(".behind")).to_have_text([visit["ticket"] for visit in rejected])
    found = Axe().run(page).response["violations"]
    assert not found, [one["id"] for one in found]
