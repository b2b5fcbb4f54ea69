"""The TV holds every store."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.every_store import Size, check
from tests.browser.looks import DISPLAY
from tests.browser.running import Server

PageFor = Callable[..., Page]
DISPLAYS = ((1920, 1080), (1280, 720))


def test_the_display(filled: tuple[Server, Size], page_for: PageFor) -> None:
    server, _ = filled
    wrong: list[str] = []
    page = page_for(1920, 1080)
    page.goto(server.link("display"))
    expect(page.locator("foyer-display .waits, foyer-display [class*=wait]").first).to_be_visible()
    for width, height in DISPLAYS:
        page.set_viewport_size({"width": width, "height": height})
        check(page, DISPLAY, f"{width}×{height}", wrong)
    assert not wrong, "\n".join(wrong)
