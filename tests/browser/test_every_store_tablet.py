"""The tablet holds every store, in each of its places and dialogs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.every_store import Size, look_at
from tests.browser.looks import TABLET
from tests.browser.running import Server
from tests.browser.test_staff import type_pin

PageFor = Callable[..., Page]
ZOOMED = (590, 410)
"""1180×820 at 200 %."""
TABLETS = ((1180, 820), (820, 1180), (800, 600), ZOOMED)


@pytest.mark.parametrize("locale", ["de", "ar"])
def test_the_tablet(filled: tuple[Server, Size], page_for: PageFor, locale: str) -> None:
    server, _ = filled
    wrong: list[str] = []
    page = page_for(1180, 820, locale)

    def look(where: str) -> None:
        look_at(page, TABLETS, TABLET, where, wrong)
        page.set_viewport_size({"width": 1180, "height": 820})

    page.goto(server.link("staff"))
    expect(page.locator(".tile").first).to_be_visible()
    look("sign in")
    page.locator(".tile").first.click()
    look("the PIN")
    type_pin(page, "2711")
    at_my_counter(page, server, look)
    page.locator(".tab").nth(1).click()
    expect(page.locator(".line").first).to_be_visible()
    look("the floor")
    dialogs(page, look)
    assert not wrong, "\n".join(wrong)


def at_my_counter(page: Page, server: Server, look: Callable[[str], None]) -> None:
    """With somebody there, with nobody, and with somebody called."""

    def here() -> str | None:
        at: str | None = server.call("GET", "/floor")["counters"][0]["visit"]
        return at

    while visit := here():
        if server.call("GET", f"/visits/{visit}")["state"] == "called":
            server.call("POST", f"/visits/{visit}/start")
        expect(page.locator(".customer[data-state=serving]")).to_be_visible()
        look("my counter, serving")
        server.call("POST", f"/visits/{visit}/finish", {"outcome": "resolved"})
    expect(page.locator(".main-place > staff-main-button")).to_be_visible()
    look("my counter, free")
    if server.call("POST", "/counters/1/call_next"):
        expect(page.locator(".customer[data-state=called]")).to_be_visible()
        look("my counter, called")
        server.call("POST", f"/visits/{here()}/start")


def under_bands_of_news(page: Page) -> None:
    """Bands above take so much of a small tablet's height; some of the lines stays in sight."""
    page.set_viewport_size({"width": 800, "height": 420})
    floor, foot = page.locator(".floor").bounding_box(), page.locator(".floor-foot").bounding_box()
    assert floor is not None and foot is not None
    assert foot["height"] <= 0.61 * floor["height"]
    page.set_viewport_size({"width": 1180, "height": 820})


def dialogs(page: Page, look: Callable[[str], None]) -> None:
    """A ticket in the hand and what can be asked of it, and what the bar above leads to."""
    tickets = page.locator(".line li .ticket")
    if tickets.count():
        page.route("**/balance/preview", breaking)
        tickets.first.click()
        ways = page.locator(".move-here:not([hidden]) staff-move-effect")
        expect(ways.filter(has_not=page.locator("small"))).to_have_count(0)
        look("a ticket chosen")
        under_bands_of_news(page)
        page.locator(".selected-acts button").first.click()
        expect(page.locator("dialog .customer")).to_be_visible()
        look("a customer's sheet")
        page.locator("dialog .close").click()
        page.keyboard.press("Escape")
    page.locator(".line:not(.pool) .line-head button").first.click()
    look("a counter's dialog")
    page.keyboard.press("Escape")
    page.locator(".top-bar .round").last.click()
    look("the menu")
    page.keyboard.press("Escape")
    page.locator(".promises-mark, staff-promises-mark button").first.click()
    look("promises")


def breaking(route: Route) -> None:
    """Every move breaks a promise: the longest words, and red, whatever the store holds."""
    answer = route.fetch()
    moves = answer.json()
    for item in moves["items"]:
        item["breaks"] = True
    route.fulfill(response=answer, json=moves)
