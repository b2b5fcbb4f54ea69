"""A store's own language, said in part and from right to left, on every screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PageFor
from tests.browser.running import Server
from tests.browser.test_kiosk import tap

STORE = """
[store]
id = "main"
name = "Tyres"
time_zone = "Asia/Jerusalem"
languages = ["he", "fr"]
[hours]
mon = ["00:00-24:00"]
[[service]]
id = "change"
name = { he = "החלפת צמיגים", fr = "Changer les pneus" }
typical_minutes = 10
[[counter]]
id = "1"
name = "1"
services = ["change"]
[[staff]]
id = "mai"
name = "Mai"
pin = "2703"
role = "manager"
"""
HEBREW = """
kiosk-welcome = ברוכים הבאים
kiosk-service-title = במה נוכל לעזור?
broken = {
"""


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "he.ftl").write_text(HEBREW)
    config = tmp_path / "config.toml"
    config.write_text(STORE)
    running = Server(tmp_path, config)
    running.start()
    yield running
    running.stop()


def test_it_is_spoken_as_far_as_it_goes(shop: Server, page_for: PageFor) -> None:
    kiosk = page_for(1080, 1920, "he")
    kiosk.goto(shop.link("kiosk"))
    expect(kiosk.locator(".languages button").first).to_contain_text("עברית")
    tap(kiosk, "עברית")
    expect(kiosk.locator("#title")).to_have_text("במה נוכל לעזור?")
    expect(kiosk.locator("html")).to_have_attribute("lang", "he")
    expect(kiosk.locator("html")).to_have_attribute("dir", "rtl")
    # What it lacks is said in the store's next words, English: French is not the house's own.
    expect(kiosk.get_by_role("button", name="Start over")).to_be_visible()
    for screen in ("display", "staff", "manager"):
        page = page_for(1280, 800, "he")
        page.goto(shop.link(screen))
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
    taken = shop.call("POST", "/visits", {"service": "change", "language": "he"})
    phone = page_for(390, 844, "he")
    phone.goto(shop.base + taken["follow_url"])
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    expect(phone.locator("body")).to_contain_text("A001")
    expect(phone.locator("option").first).to_have_text("עברית")
