"""The manager's page holds every store."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.every_store import Size, look_at
from tests.browser.looks import MANAGER
from tests.browser.running import Server

PageFor = Callable[..., Page]
MANAGERS = ((1440, 900), (1280, 720))


def test_the_manager(filled: tuple[Server, Size], page_for: PageFor) -> None:
    server, _ = filled
    wrong: list[str] = []
    page = page_for(1440, 900, "de")
    page.goto(server.link("manager"))
    expect(page.locator("h1").first).to_be_visible()
    look_at(page, MANAGERS, MANAGER, "overview", wrong)
    assert not wrong, "\n".join(wrong)
