"""The kiosk's page with an agent beside it: while the server is away, with a scanner, with a
printer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PageFor
from tests.browser.running import Server
from tests.readers.agents import RunningAgent


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("store"))
    running.start()
    running.call("POST", "/counters/2/open", {"staff": "ken"})
    yield running
    running.stop()


@pytest.fixture
def agent(store: Server, tmp_path: Path) -> Iterator[RunningAgent]:
    running = RunningAgent(store.base, store.tokens["kiosk"], tmp_path).start()
    yield running
    running.stop()


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=False).and_(page.locator(":visible")).first.click()


def test_while_the_server_is_away_customers_get_a_code_and_then_their_number(
    store: Server, agent: RunningAgent, page_for: PageFor
) -> None:
    page = page_for(1080, 1920, outage=True)
    page.goto(f"{agent.base}/kiosk")
    expect(page.get_by_role("button", name="English")).to_be_visible()
    store.stop()
    expect(page.get_by_text("You can take a place all the same.")).to_be_visible(
        timeout=20_000
    )
    for name in ("English", "Rescue my data", "Mine", "Yes, I have it", "Passport"):
        tap(page, name)
    tap(page, "Yes, I have it")
    tap(page, "No, thank you")
    expect(page.locator("#title")).to_contain_text("Keep this code", timeout=20_000)
    first = page.locator(".number").inner_text()
    assert re.fullmatch(r"[A-Z]\d[A-Z]\d", first)
    tap(page, "Done")
    for name in ("Deutsch", "Beratung", "Nein, danke"):
        tap(page, name)
    expect(page.locator("#title")).to_contain_text("Bitte merken Sie sich", timeout=20_000)
    second = page.locator(".number").inner_text()
    store.start()
    expect(page.locator("#title")).to_contain_text("Ihre Nummer", timeout=30_000)
    number = page.locator(".ticket .number").inner_text()
    expect(page.locator(".follow .code")).to_be_visible()
    tap(page, "Fertig")
    expect(page.locator(".kept-lately li")).to_have_text(
        [re.compile(rf"{first}\s+D\d\d\d"), re.compile(rf"{second}\s+{number}")]
    )
    made = store.call("GET", "/visits")["items"]
    assert [visit["ticket"] for visit in made][1:] == [number]
    assert not agent.kept()
