"""The phone holds every store."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.every_store import Size, look_at
from tests.browser.looks import PHONE
from tests.browser.running import Server

PageFor = Callable[..., Page]
PHONES = ((390, 844), (320, 568))


@pytest.mark.parametrize("locale", ["de", "ar"])
def test_the_phone(filled: tuple[Server, Size], page_for: PageFor, locale: str) -> None:
    server, _ = filled
    wrong: list[str] = []
    made = server.call("POST", "/visits", {"service": "s1", "language": locale, "choose": "wait"})
    page = page_for(390, 844, locale)
    page.goto(server.base + made["follow_url"])
    expect(page.locator(".number").first).to_be_visible()
    look_at(page, PHONES, PHONE, "waiting", wrong)
    assert not wrong, "\n".join(wrong)
