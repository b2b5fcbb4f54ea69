"""What a browser prints of the kiosk is the slip, and nothing else, on one sheet."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.running import Server

PageFor = Callable[..., Page]
SHEET = re.compile(rb"/Type\s*/Page\b")
RECEIPT = {"width": "80mm", "height": "200mm"}
DEMOS_BADGE = """new Promise((resolve, reject) => {
  const styles = document.createElement("link");
  Object.assign(styles, { rel: "stylesheet", href: "/ui/demo.css" });
  Object.assign(styles, { onload: resolve, onerror: reject });
  document.head.append(styles);
})"""


def test_the_slip_is_one_sheet_with_nothing_else_on_it(
    quiet_store: Server, page_for: PageFor
) -> None:
    kiosk = page_for(1080, 1920)
    kiosk.goto(quiet_store.link("kiosk"))
    for name in ("English", "Ask for advice", "No, thank you"):
        kiosk.get_by_role("button", name=name).and_(kiosk.locator(":visible")).first.click()
    expect(kiosk.locator(".ticket .number")).to_be_visible()
    kiosk.evaluate(DEMOS_BADGE)
    for paper in ({"format": "A4"}, RECEIPT):
        assert len(SHEET.findall(kiosk.pdf(**paper))) == 1, paper

    kiosk.emulate_media(media="print")
    assert kiosk.evaluate("document.body.innerText") == kiosk.locator(".slip").inner_text()
    assert kiosk.evaluate("getComputedStyle(document.body, '::after').display") == "none"
    kiosk.emulate_media(media="screen")
    assert kiosk.evaluate("getComputedStyle(document.body, '::after').display") == "block"
