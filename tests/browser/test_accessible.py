"""axe finds nothing on any page, in any state a person brings it to. Of phones: test_phone.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.running import Server, Stem

PageFor = Callable[..., Page]
AXE = Axe()
KIOSK = [
    ("service", ["English"]),
    ("question", ["English", "Replace a drive"]),
    ("paper", ["English", "Rescue my data", "Mine"]),
    ("any of two papers", ["English", "Rescue my data", "Mine", "Yes, I have it"]),
    ("needs", ["English", "Ask for advice", "Sign language"]),
    ("ticket", ["English", "Ask for advice", "No, thank you"]),
    ("help", ["English", "Talk to a person"]),
    ("Arabic", ["العربية", "استبدال قرص"]),
    ("high contrast", ["English", "High contrast", "Rescue my data", "Mine"]),
    ("larger", ["English", "Larger text", "Rescue my data", "Mine"]),
    ("lowered", ["English", "Lower the screen", "Rescue my data", "Mine"]),
]


def violations(page: Page) -> list[str]:
    found = AXE.run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']}\n    " + "\n    ".join(node["html"] for node in one["nodes"])
        for one in found
    ]


def check(page: Page) -> None:
    found = violations(page)
    assert not found, "\n".join(found)


@pytest.fixture(scope="module")
def busy(stem: Stem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Two counters open, somebody called, somebody waiting, somebody away, somebody asking."""
    server = Server(tmp_path_factory.mktemp("busy"), stem=stem)
    server.start()
    server.call("POST", "/counters/1/open", {"staff": "mai"})
    server.call("POST", "/counters/2/open", {"staff": "ken"})
    for service in ("advice", "advice", "recovery", "replacement"):
        take(server, service, choose="wait")
    take(server, "replacement", choose="hold")
    server.call("POST", "/counters/2/call_next")
    server.call("POST", "/counters/1/break", {"minutes": 10})
    server.call("POST", "/help", {"step": "paper", "language": "ar"}, scope="kiosk")
    yield server
    server.stop()


def take(server: Server, service: str, choose: str) -> dict[str, str]:
    body = {"service": service, "choose": choose}
    made: dict[str, str] = server.call("POST", "/visits", body, scope="kiosk")
    return made


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()


def test_kiosk_where_nobody_is(busy: Server, page_for: PageFor) -> None:
    for size in ((1080, 1920), (1280, 800)):
        page = page_for(*size)
        page.goto(busy.link("kiosk"))
        expect(page.locator(".languages")).to_be_visible()
        check(page)


@pytest.mark.parametrize(("state", "taps"), KIOSK, ids=[state for state, _ in KIOSK])
def test_kiosk(busy: Server, page_for: PageFor, state: str, taps: list[str]) -> None:
    page = page_for(1080, 1920)
    page.goto(busy.link("kiosk"))
    for name in taps:
        tap(page, name)
    expect(page.locator("h1")).to_be_visible()
    check(page)


def test_kiosk_when_papers_are_missing(busy: Server, page_for: PageFor) -> None:
    page = page_for(1280, 800)
    page.goto(busy.link("kiosk"))
    for name in ("English", "Rescue my data", "Mine", "No, I don", "None of these", "No, I don"):
        tap(page, name)
    expect(page.locator(".offer").first).to_be_visible()
    check(page)
    tap(page, "Come back another day")
    expect(page.locator(".list")).to_be_visible()
    check(page)


def test_display(busy: Server, page_for: PageFor) -> None:
    page = page_for(1920, 1080)
    page.goto(busy.link("display"))
    expect(page.get_by_text("A001").first).to_be_visible()
    check(page)


@pytest.mark.parametrize("size", [(1180, 820), (820, 1180)])
def test_staff(busy: Server, page_for: PageFor, size: tuple[int, int]) -> None:
    page = page_for(*size)
    page.goto(busy.link("staff"))
    expect(page.get_by_role("button", name="Theo")).to_be_visible()
    check(page)
    tap(page, "Theo")
    check(page)
    for digit in "6142":
        page.locator(".keys").get_by_role("button", name=digit, exact=True).click()
    page.locator(".key.act").click()
    expect(page.get_by_text("A002").first).to_be_visible()
    check(page)


def test_manager(busy: Server, page_for: PageFor) -> None:
    page = page_for(1440, 900)
    page.goto(busy.link("manager"))
    expect(page.locator("h1")).to_be_visible()
    page.wait_for_load_state("networkidle")
    check(page)
