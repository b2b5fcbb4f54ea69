"""The manager's page holds every store, and what is said to be different today."""

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
    page.locator("manager-today > button").click()
    for kind in page.locator(".ask-today .choice").all():
        kind.click()
        look_at(page, MANAGERS, MANAGER, kind.inner_text(), wrong)
    page.get_by_role("dialog").get_by_role("textbox").fill(
        "Heute gibt es Freibrot für alle, die warten. " * 4
    )
    page.keyboard.press("Enter")
    expect(page.locator(".ask-today")).to_be_hidden()
    expect(page.locator(".in-force p")).to_have_count(1)
    look_at(page, MANAGERS, MANAGER, "something is different", wrong)
    page.locator(".in-force button").click()
    expect(page.locator(".in-force p")).to_have_count(0)
    assert not wrong, "\n".join(wrong)
