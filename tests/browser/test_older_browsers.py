"""What docs/browsers.md says of Chrome 88: the pages stand without anything newer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.older import as_chrome_88, older_styles
from tests.browser.running import Server

PageFor = Callable[..., Page]
CALLED_PX = 290
"""At the least: docs/accessibility.md."""
FINGER_PX = 54


def test_what_the_older_browser_cannot_read_is_taken_out() -> None:
    kept = older_styles("""
      .a { height: 100vh; height: 100dvh } /* .b { } */
      .a:has(.b) { color: red; }
      @container room (min-aspect-ratio: 1/1) { .c { color: red; } .d { color: red; } }
      @media print { .e { translate: 3px; color: red; } }
    """)
    assert re.sub(r"\s", "", kept) == ".a{height:100vh;}@mediaprint{.e{color:red;}}"


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).and_(page.locator(":visible")).first.click()


def in_sight(page: Page, what: Locator) -> None:
    """All of each, and as large as a finger."""
    size = page.viewport_size
    assert size is not None
    expect(what.first).to_be_visible()
    for one in what.all():
        box = one.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= FINGER_PX, box
        assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"], box
        assert box["y"] >= 0 and box["y"] + box["height"] <= size["height"], box


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1280, 800)])
def test_the_kiosk_gives_a_ticket(
    quiet_store: Server, page_for: PageFor, width: int, height: int
) -> None:
    kiosk = as_chrome_88(page_for(width, height))
    kiosk.goto(quiet_store.link("kiosk"))
    in_sight(kiosk, kiosk.locator(".language"))
    tap(kiosk, "English")
    in_sight(kiosk, kiosk.locator(".choice").first)
    tap(kiosk, "Ask for advice")
    tap(kiosk, "No, thank you")
    expect(kiosk.locator(".ticket .number")).to_have_text(re.compile(r"^A\d{3}$"))
    in_sight(kiosk, kiosk.locator(".ticket .number"))


def test_the_kiosk_is_walked_by_arrow_keys(quiet_store: Server, page_for: PageFor) -> None:
    kiosk = as_chrome_88(page_for(1080, 1920))
    kiosk.goto(quiet_store.link("kiosk"))
    expect(kiosk.locator(".language").first).to_be_visible()
    for _ in range(kiosk.locator("button:visible").count()):
        kiosk.keyboard.press("ArrowDown")
        if kiosk.locator(".language:focus").count():
            break
    kiosk.keyboard.press("Enter")
    expect(kiosk.locator("main .choice").first).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1280, 800)])
def test_the_kiosks_keys_are_all_in_sight(
    server: Server, page_for: PageFor, width: int, height: int
) -> None:
    soon = (datetime.now(UTC) + timedelta(minutes=10)).isoformat()
    server.call("POST", "/appointments", {"service": "advice", "at": soon, "code": "110022"})
    kiosk = as_chrome_88(page_for(width, height))
    kiosk.goto(server.link("kiosk"))
    tap(kiosk, "English")
    tap(kiosk, "I have an appointment")
    in_sight(kiosk, kiosk.locator(".key"))


def test_the_tv_shows_a_call_as_large_as_ever(server: Server, page_for: PageFor) -> None:
    server.call("POST", "/counters/1/open", {"staff": "mai"})
    visit = server.call("POST", "/visits", {"service": "advice"}, scope="kiosk")
    server.call("POST", "/counters/1/call", {"visit": visit["id"], "reason": "test"})
    tv = as_chrome_88(page_for(1920, 1080))
    tv.goto(server.link("display"))
    for what in (".call .call-ticket", ".call .door"):
        expect(tv.locator(what)).to_be_visible()
        size = tv.locator(what).evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        assert size >= CALLED_PX, what


def test_the_phone_follows_a_visit(quiet_store: Server, page_for: PageFor) -> None:
    visit = quiet_store.call("POST", "/visits", {"service": "advice"}, scope="kiosk")
    phone = as_chrome_88(page_for(390, 844))
    phone.goto(quiet_store.base + visit["follow_url"])
    expect(phone.locator(".ticket-number")).to_have_text(visit["ticket"])
    expect(phone.locator(".place-text")).to_contain_text(re.compile("before you|next"))
    assert phone.evaluate("document.body.offsetHeight") >= 844


def test_no_style_is_newer_than_what_is_taken_out() -> None:
    """Nesting would be read as rules of its own by the test's own reader."""
    for page in ("kiosk", "display", "phone", "ui"):
        for styles in Path(page).glob("*.css"):
            assert "&" not in styles.read_text(), styles
