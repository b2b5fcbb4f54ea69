"""The pictures of README.md show what their captions say; `bin/test tests/browser/test_pictures.py
--pictures` takes them anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE_MS
from tests.browser.test_staff import type_pin
from tests.demo.played import Demo

SCREENS = Path("docs/screens")
SIZES = {
    "staff": (1180, 820, 0.75),
    "display": (1920, 1080, 0.5),
    "kiosk": (1080, 1920, 0.35),
    "phone": (390, 844, 0.8),
    "manager": (1440, 900, 0.6),
}
"""Width, height, and how small the picture is."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    started = Demo(tmp_path_factory.mktemp("demo"))
    yield started
    started.end()


def the_tv(page: Page) -> None:
    """A ticket is called to a counter."""
    expect(page.locator(".hero")).to_contain_text(re.compile(r"[A-Z]\d{3}"))
    expect(page.locator(".hero")).to_contain_text("Counter")
    # One language follows another.
    expect(page.locator("body")).to_contain_text("Replace a drive")


def the_kiosk(page: Page) -> None:
    """What it is for, how long it takes, in the store's languages."""
    expect(page.locator(".language")).to_have_count(3)
    expect(page.locator(".wait .range").first).to_contain_text(re.compile(r"\d"))


def the_phone(page: Page) -> None:
    """The place, the wait, and by when one is called."""
    for part in (".place", ".now-range", ".promise-by"):
        expect(page.locator(part)).to_be_visible()


def the_tablet(page: Page) -> None:
    """Who is here, or next."""
    page.get_by_role("button", name="Mai").click()
    type_pin(page, "2703")
    expect(page.locator("main h1")).to_have_text(re.compile(r"[A-Z]\d{3}"))


def the_manager(page: Page) -> None:
    """How it is going, in one sentence."""
    expect(page.locator("h1")).to_contain_text(re.compile(r"\w+ \w+ \w+"))


SHOWS: dict[str, Callable[[Page], None]] = {
    "display": the_tv,
    "kiosk": the_kiosk,
    "phone": the_phone,
    "staff": the_tablet,
    "manager": the_manager,
}


@pytest.mark.parametrize("screen", SIZES)
def test_a_picture_shows_what_its_caption_says(
    demo: Demo, chromium: Browser, screen: str, request: pytest.FixtureRequest
) -> None:
    width, height, small = SIZES[screen]
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=small,
        locale="en",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(demo.links()[screen])
    SHOWS[screen](page)
    if request.config.getoption("--pictures"):
        page.screenshot(path=SCREENS / f"{screen}.png")
    context.close()
