"""How often each page asks before it stands: half of one request a file, at most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.running import Server

PageFor = Callable[..., Page]


@pytest.mark.parametrize(
    ("screen", "stands", "most"),
    [
        ("kiosk", "foyer-kiosk button", 38),
        ("display", "foyer-display .clock", 18),
        ("staff", "foyer-staff button", 40),
        ("manager", "foyer-manager main", 27),
    ],
)
def test_a_screen_asks_seldom(
    screen: str, stands: str, most: int, page_for: PageFor, quiet_store: Server
) -> None:
    page = page_for(1280, 800)
    asked: list[str] = []
    page.goto(quiet_store.link(screen))
    page.goto("about:blank")
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{quiet_store.base}/{screen}")
    expect(page.locator(stands).first).to_be_visible()
    assert len(asked) <= most, asked
    # A page that asks for other words than those fetched ahead has two of one language.
    things = (re.sub(r"(/words/\w+)/.*", r"\1", address) for address in asked)
    again = [address for address, times in Counter(things).items() if times > 1]
    assert not again, "what was fetched ahead is asked for again"


@pytest.mark.parametrize("screen", ["kiosk", "display", "staff", "manager"])
def test_a_screen_without_a_script_says_so(
    screen: str, page_for: PageFor, quiet_store: Server
) -> None:
    page = page_for(1280, 800)
    page.goto(quiet_store.link(screen))
    told = page.request.get(f"{quiet_store.base}/{screen}").text()
    assert "<noscript>" in told
    assert "needs JavaScript" in told
