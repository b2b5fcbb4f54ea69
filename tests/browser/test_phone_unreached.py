"""The customer's phone where little comes through: slow, gone, script-less, one of many tabs."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from bench._slow_network import SlowNetwork
from tests.browser.running import Server, Stem, best_of_three

PageFor = Callable[..., Page]
RIGHT_WITHIN_S = 5.0
TABS = 8
"""A browser lends one server six connections."""
FIRST_ASKS_AFTER_MS = 10_000


@pytest.fixture(scope="module")
def store(stem: Stem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("store"), stem=stem)
    running.start()
    for counter, staff in (("1", "mai"), ("2", "theo")):
        running.call("POST", f"/counters/{counter}/open", {"staff": staff})
    yield running
    running.stop()


def ticket(store: Server, **more: object) -> dict[str, str]:
    return store.call("POST", "/visits", {"service": "advice", **more}, scope="kiosk")


def call(store: Server, visit: dict[str, str]) -> None:
    store.call("POST", "/counters/2/call", {"visit": visit["id"], "reason": "test"})


def free(store: Server, visit: dict[str, str]) -> None:
    store.call("POST", f"/visits/{visit['id']}/finish", {"outcome": "resolved"})


def through(network: SlowNetwork, visit: dict[str, str]) -> str:
    return f"http://localhost:{network.port}{visit['follow_url']}"


@pytest.mark.parametrize("each_way_s", [0.2, 0.7])
def test_a_call_is_seen_on_a_slow_network(
    each_way_s: float, page_for: PageFor, store: Server
) -> None:
    page = page_for(390, 844, outage=True)

    def from_call_to_phone() -> float:
        visit = ticket(store)
        page.goto(through(network, visit))
        expect(page.locator("foyer-phone .ticket-number")).to_have_text(visit["ticket"])
        call(store, visit)
        began = time.monotonic()
        expect(page.locator(".called-door")).to_be_visible()
        took_s = time.monotonic() - began
        free(store, visit)
        return took_s

    with SlowNetwork(store.port, each_way_s) as network:
        assert best_of_three(from_call_to_phone, RIGHT_WITHIN_S) <= RIGHT_WITHIN_S


def test_packets_that_vanish_are_noticed_and_what_was_missed_is_found(
    page_for: PageFor, store: Server
) -> None:
    page = page_for(390, 844, outage=True)

    def from_network_to_phone() -> float:
        visit = ticket(store)
        network.find()
        page.goto(through(network, visit))
        expect(page.locator("foyer-phone .ticket-number")).to_have_text(visit["ticket"])
        network.lose()
        expect(page.locator(".stale")).to_contain_text(re.compile(r"Last news at \d\d:\d\d"))
        call(store, visit)
        network.find()
        began = time.monotonic()
        expect(page.locator(".called-door")).to_be_visible()
        took_s = time.monotonic() - began
        expect(page.locator(".stale")).to_have_count(0)
        free(store, visit)
        return took_s

    with SlowNetwork(store.port, 0.7) as network:
        assert best_of_three(from_network_to_phone, RIGHT_WITHIN_S) <= RIGHT_WITHIN_S


def test_a_browser_follows_in_more_tabs_than_it_has_connections(
    page_for: PageFor, store: Server
) -> None:
    visit = ticket(store)
    first = page_for(390, 844)
    tabs = [first, *(first.context.new_page() for _ in range(TABS - 1))]
    for tab in tabs:
        tab.goto(store.base + visit["follow_url"])
        expect(tab.locator("foyer-phone .ticket-number")).to_have_text(visit["ticket"])
    call(store, visit)
    for tab in tabs:
        expect(tab.locator(".called-door")).to_be_visible()
    free(store, visit)


def test_without_a_script_the_page_says_number_place_and_wait(
    chromium: Browser, store: Server
) -> None:
    visit = ticket(store, language="de")
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(store.base + visit["follow_url"])
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator(".ticket-number")).to_have_text(visit["ticket"])
    expect(page.locator(".place-text")).to_contain_text(re.compile("vor Ihnen|Nächsten"))
    expect(page.locator(".now-range")).to_contain_text("Min")
    expect(page.locator(".promise-by")).to_contain_text(re.compile(r"Spätestens um \d\d:\d\d"))
    assert 'http-equiv="refresh"' in page.content()
    call(store, visit)
    page.reload()
    expect(page.locator("h1")).to_have_text("Schalter 2 ist für Sie bereit")
    free(store, visit)
    context.close()


def test_where_its_script_is_lost_the_page_renews_itself(page_for: PageFor, store: Server) -> None:
    visit = ticket(store)
    page = page_for(390, 844, outage=True)
    page.clock.install()
    page.route("**/joined/**", lambda route: route.abort())
    page.goto(store.base + visit["follow_url"])
    expect(page.locator(".ticket-number")).to_have_text(visit["ticket"])
    call(store, visit)
    page.clock.fast_forward(FIRST_ASKS_AFTER_MS + 1)
    expect(page.locator("h1")).to_have_text("Counter 2 is ready for you")
    expect(page.locator("body")).to_have_css("background-color", "rgb(242, 181, 68)")
    free(store, visit)


def test_a_link_with_a_stroke_behind_it_leads_to_the_visit(
    page_for: PageFor, store: Server
) -> None:
    visit = ticket(store)
    page = page_for(390, 844)
    page.goto(store.base + visit["follow_url"] + "/")
    expect(page.locator("foyer-phone .ticket-number")).to_have_text(visit["ticket"])
