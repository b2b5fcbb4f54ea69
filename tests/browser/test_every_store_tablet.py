"""The tablet holds every store."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.every_store import Size, look_at
from tests.browser.looks import TABLET
from tests.browser.running import Server

PageFor = Callable[..., Page]
TABLETS = ((1180, 820), (820, 1180), (800, 600))


def test_the_tablet(filled: tuple[Server, Size], page_for: PageFor) -> None:
    server, _ = filled
    wrong: list[str] = []
    page = page_for(1180, 820, "de")
    page.goto(server.link("staff"))
    look_at(page, TABLETS, TABLET, "sign in", wrong)
    # My counter, the floor, a card opened, the appointments: to be walked here.
    assert not wrong, "\n".join(wrong)
