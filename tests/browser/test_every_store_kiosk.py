"""The kiosk holds every store, on each step, in each size and with each comfort."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.every_store import Size, check
from tests.browser.looks import KIOSK
from tests.browser.running import Server

PageFor = Callable[..., Page]
KIOSKS = ((1080, 1920), (1280, 800), (1024, 768))
COMFORTS = ((), ("larger",), ("lower",), ("contrast",), ("larger", "lower", "contrast"))


@pytest.mark.parametrize("language", ["de", "ar"])
def test_the_kiosk(filled: tuple[Server, Size], page_for: PageFor, language: str) -> None:
    """Each step as it is reached by the first answer, and then by the last, in each size and with
    each comfort."""
    server, _ = filled
    wrong: list[str] = []
    page = page_for(1080, 1920)
    page.goto(server.link("kiosk"))
    expect(page.locator(".language").first).to_be_visible()

    def look(step: str) -> None:
        for width, height in KIOSKS:
            page.set_viewport_size({"width": width, "height": height})
            for comforts in COMFORTS:
                page.evaluate(
                    "(names) => (document.documentElement.className = names.join(' '))", comforts
                )
                check(page, KIOSK, f"{step} {width}×{height} {'+'.join(comforts)}", wrong)
        page.evaluate("document.documentElement.className = ''")

    for way in ("first", "last"):
        look("attract")
        page.locator(f".language[lang={language}]").click()
        for n in range(12):
            page.locator("main h1").first.wait_for()
            title = page.locator("main h1").first.inner_text()
            look(f"{way} step {n} “{title}”")
            if page.locator(".ticket").count():
                break
            choices = page.locator("main .choice:visible, main .onward:visible")
            if not choices.count():
                break
            getattr(choices, way).click()
            page.wait_for_timeout(50)
        page.reload()
        page.locator(".language").first.wait_for()
    assert not wrong, "\n".join(wrong)
