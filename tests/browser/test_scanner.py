"""A handheld scanner at the kiosk, as browsers hear it: keys at their places, on a machine whose
layout writes something else."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PageFor
from tests.browser.running import Server, Stem
from tests.browser.test_accessible import check
from tests.browser.test_appointments import book
from tests.browser.test_kiosk import begin, open_counters, tap

AMERICAN = {
    **{letter: (f"Key{letter.upper()}", False) for letter in "abcdefghijklmnopqrstuvwxyz"},
    **{letter: (f"Key{letter}", True) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **{digit: (f"Digit{digit}", False) for digit in "0123456789"},
    **{"-": ("Minus", False), "_": ("Minus", True), "]": ("BracketRight", False)},
    **{"/": ("Slash", False), ".": ("Period", False), ":": ("Semicolon", True)},
    **{"?": ("Slash", True), "=": ("Equal", False)},
}
"""Which key an American keyboard writes a letter with, and whether with Shift."""
GERMAN = {
    **{"KeyY": "zZ", "KeyZ": "yY", "Minus": "ß?", "BracketRight": "+*", "Slash": "-_"},
    **{"Period": ".:", "Semicolon": "öÖ", "Equal": ("Dead", "Dead")},
}
FRENCH = {
    **{"KeyA": "qQ", "KeyQ": "aA", "KeyZ": "wW", "KeyW": "zZ", "Semicolon": "mM", "KeyM": ",?"},
    **{"Minus": ")°", "BracketRight": "$£", "Slash": "!§", "Period": ":/", "Equal": "=+"},
    **{
        f"Digit{digit}": (unshifted, digit)
        for digit, unshifted in zip("1234567890", "&é\"'(-è_çà", strict=True)
    },
}
LAYOUTS: dict[str, dict[str, str | tuple[str, str]]] = {"us": {}, "de": GERMAN, "fr": FRENCH}


@pytest.fixture(scope="module")
def store(stem: Stem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("scanner"), stem=stem)
    server.start()
    open_counters(server)
    yield server
    server.stop()


def scan(page: Page, text: str, layout: str = "us", *, caps: bool = False) -> None:
    """An American scanner's keys, 5 ms apart by their stamps, while the page's clock stands."""
    # By the page's own clock, which runs ahead after every scan.
    here = datetime.fromtimestamp(page.evaluate("Date.now()") / 1000, UTC)
    page.clock.pause_at(here + timedelta(seconds=2))
    keys = page.context.new_cdp_session(page)
    at = time.time()
    for place, char in enumerate(text + "\r"):
        code, shift = AMERICAN.get(char, ("Enter", False))
        writes = LAYOUTS[layout].get(code)
        key = "Enter" if char == "\r" else writes[shift] if writes else char
        if caps and key.isalpha() and len(key) == 1:
            key = key.swapcase()
        typed = {"key": key, "code": code, "modifiers": 8 * shift}
        typed |= (
            {"text": "\r" if key == "Enter" else key} if len(key) == 1 or key == "Enter" else {}
        )
        typed["timestamp"] = at + place * 0.005
        for kind in ("keyDown", "keyUp"):
            keys.send("Input.dispatchKeyEvent", {"type": kind} | typed)
    keys.detach()
    page.clock.run_for(500)
    page.clock.resume()


def at_the_kiosk(store: Server, page_for: PageFor) -> Page:
    page = page_for(1080, 1920)
    page.clock.install()
    page.goto(store.link("kiosk"))
    expect(page.locator(".languages")).to_be_visible()
    return page


@pytest.mark.parametrize("prefix", ["", "]Q1"])
@pytest.mark.parametrize("caps", [False, True], ids=["", "caps"])
@pytest.mark.parametrize("layout", ["us", "de", "fr"])
def test_a_ticket_is_found_whatever_this_machine_writes(
    store: Server, page_for: PageFor, layout: str, caps: bool, prefix: str
) -> None:
    made = store.call("POST", "/visits", {"service": "advice"}, scope="kiosk")
    page = at_the_kiosk(store, page_for)
    scan(page, f"{prefix}{store.base}{made['follow_url']}", layout, caps=caps)
    expect(page.locator(".ticket .number")).to_have_text(made["ticket"])


def test_a_slip_brings_its_answers_back_through_dead_keys(store: Server, page_for: PageFor) -> None:
    made = store.call("POST", "/visits", {"service": "advice"}, scope="kiosk")
    page = at_the_kiosk(store, page_for)
    secret = made["follow_url"].rsplit("/", 1)[-1]
    scan(page, f"{store.base}/kiosk?resume={secret}", "de")
    expect(page.locator(".ticket .number")).to_have_text(made["ticket"])


@pytest.mark.parametrize("kind", ["]Q1", "]C1", "]E0", "]L0", "]d2", ""])
@pytest.mark.parametrize("layout", ["us", "fr"])
def test_an_appointments_number_is_found_behind_what_says_its_kind(
    store: Server, page_for: PageFor, kind: str, layout: str
) -> None:
    code = f"4455{'us de fr'.index(layout)}{['', ']Q1', ']C1', ']E0', ']L0', ']d2'].index(kind)}"
    book(store, 10, code)
    page = at_the_kiosk(store, page_for)
    scan(page, f"{kind}{code}", layout)
    expect(page.locator("#title")).to_contain_text("Welcome to your appointment at")


def test_the_next_customer_scans_while_a_ticket_is_still_shown(
    store: Server, page_for: PageFor
) -> None:
    book(store, 10, "4719")
    page = at_the_kiosk(store, page_for)
    made = store.call("POST", "/visits", {"service": "advice"}, scope="kiosk")
    scan(page, f"{store.base}{made['follow_url']}")
    expect(page.locator(".ticket .number")).to_have_text(made["ticket"])
    scan(page, "4719")
    expect(page.locator("#title")).to_contain_text("Welcome to your appointment at")


@pytest.mark.parametrize(
    "code", ["4006381333931", "]E04006381333931", "HELLO", "https://shop.example/x"]
)
def test_what_is_not_ours_is_said_and_what_to_do(
    store: Server, page_for: PageFor, code: str
) -> None:
    page = at_the_kiosk(store, page_for)
    scan(page, code)
    dialog = page.locator("#reading")
    expect(dialog).to_contain_text("This code is not one of ours.")
    expect(dialog).to_contain_text("Scan your ticket")
    check(page)
    tap(page, "Go on by touch")
    expect(dialog).to_be_hidden()
    begin(page)
    scan(page, code)
    expect(dialog).to_contain_text("This code is not one of ours.")
