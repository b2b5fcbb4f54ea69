"""A language whose words do not come, at once or ever: every screen goes on in one it has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PageFor
from tests.browser.running import Server
from tests.browser.test_kiosk import tap
from tests.browser.test_kiosk_agent import scan

ARABIC = "**/words/ar/*"


def never(route: Route) -> None:
    """Neither answered nor refused."""


def refused(route: Route) -> None:
    route.abort()


FAILS = pytest.mark.parametrize("fails", [refused, never])
Fails = Callable[[Route], None]


def without_arabic(page_for: PageFor, fails: Fails, locale: str = "en") -> Page:
    page = page_for(1280, 800, locale, outage=True)
    page.route(ARABIC, fails)
    return page


def arabic_appointment(server: Server) -> Any:
    at = (datetime.now(UTC) + timedelta(minutes=5)).isoformat()
    server.call("POST", "/counters/1/open", {"staff": "mai"})
    booked = {"service": "advice", "at": at, "code": "471199", "language": "ar"}
    return server.call("POST", "/appointments", booked)


@FAILS
def test_a_kiosk_speaks_the_languages_it_has(
    server: Server, page_for: PageFor, fails: Fails
) -> None:
    booked = arabic_appointment(server)
    page = without_arabic(page_for, fails)
    page.goto(server.link("kiosk"))
    expect(page.locator(".languages button")).to_have_count(2)
    scan(page, f"https://book.example/{booked['code']}")
    expect(page.locator("#title")).to_contain_text("Welcome to your appointment at")
    tap(page, "Start over")
    page.unroute(ARABIC)
    expect(page.locator(".languages button")).to_have_count(3)
    tap(page, "العربية")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


def test_a_kiosk_that_starts_over_while_somebody_begins_stays_there(
    quiet_store: Server, page_for: PageFor
) -> None:
    page = page_for(1280, 800)
    page.goto(quiet_store.link("kiosk"))
    expect(page.locator(".languages button")).to_have_count(3)
    script = "kiosk => Promise.all([kiosk.begin('ar'), kiosk.startOver()])"
    page.locator("foyer-kiosk").evaluate(script)
    expect(page.locator(".frame")).to_have_attribute("data-phase", "attract")
    expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize(
    ("path", "code", "says"),
    [
        ("/appointments/check", "471199", "We cannot look it up right now"),
        ("/slips/", f"http://localhost/v/{'s' * 40}", "Something went wrong on our side"),
    ],
)
def test_a_code_that_nobody_answers_for_is_given_up(
    quiet_store: Server, page_for: PageFor, path: str, code: str, says: str
) -> None:
    page = page_for(1280, 800)
    page.goto(quiet_store.link("kiosk"))
    expect(page.locator(".languages")).to_be_visible()
    expected = "kiosk => (kiosk.board = { ...kiosk.board, appointments: true })"
    page.locator("foyer-kiosk").evaluate(expected)
    page.route(f"**{path}**", never)
    scan(page, code)
    expect(page.locator("#title")).to_be_visible()
    expect(page.locator("main")).to_contain_text(says, timeout=20_000)
    expect(page.locator("button.person")).to_be_visible()


@FAILS
def test_a_tablet_opens_in_a_language_it_has(
    quiet_store: Server, page_for: PageFor, fails: Fails
) -> None:
    page = without_arabic(page_for, fails, "ar")
    page.goto(quiet_store.link("staff"))
    expect(page.get_by_role("button", name="Theo")).to_be_visible()
    switch = page.locator(".language select")
    switch.select_option("ar")
    expect(switch).to_have_value("en")
    expect(page.locator("html")).to_have_attribute("lang", "en")


@FAILS
def test_a_tv_shows_the_languages_it_has(
    quiet_store: Server, page_for: PageFor, fails: Fails
) -> None:
    page = without_arabic(page_for, fails)
    page.goto(quiet_store.link("display"))
    expect(page.locator("main.hero")).to_be_visible()


@FAILS
def test_a_phone_opens_in_a_language_it_has(
    server: Server, page_for: PageFor, fails: Fails
) -> None:
    server.call("POST", "/counters/1/open", {"staff": "mai"})
    visit = server.call("POST", "/visits", {"service": "advice", "language": "ar"}, "kiosk")
    page = without_arabic(page_for, fails)
    page.goto(server.base + visit["follow_url"].removeprefix(server.base))
    expect(page.get_by_text(visit["ticket"]).first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
