"""Every page in Firefox and in WebKit, the engine of Safari; the phone's whole walk in each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.others import Firefox, NotHere, OtherBrowser, WebKit
from tests.browser.running import Server, Stem

FIRST_SEEN = {"kiosk": ".language", "display": ".strip", "staff": "h1", "manager": "h1"}
SIZES = {
    "kiosk": (1080, 1920),
    "display": (1920, 1080),
    "staff": (1280, 800),
    "manager": (1280, 800),
}
OUTSIDE_ITS_PARENT = """[...document.querySelectorAll("main *")].filter((one) => {
  if (one.children.length || !one.textContent.trim()) return false;
  const text = document.createRange();
  text.selectNodeContents(one);
  const [inner, outer] = [text.getBoundingClientRect(), one.parentElement.getBoundingClientRect()];
  return inner.height && (inner.left < outer.left - 2 || inner.right > outer.right + 2);
}).map((one) => one.className + ": " + one.textContent)"""


@pytest.fixture(scope="module", params=[Firefox, WebKit], ids=["Firefox", "WebKit"])
def browser(request: pytest.FixtureRequest) -> Iterator[OtherBrowser]:
    try:
        browser: OtherBrowser = request.param()
    except NotHere as missing:
        pytest.skip(str(missing))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def store(stem: Stem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("store"), stem=stem)
    running.start()
    for counter, staff in (("1", "mai"), ("2", "theo")):
        running.call("POST", f"/counters/{counter}/open", {"staff": staff})
    yield running
    running.stop()


@pytest.fixture(autouse=True)
def clean(browser: OtherBrowser) -> Iterator[None]:
    browser.wrong.clear()
    yield
    assert not browser.wrong, "\n".join(browser.wrong)


@pytest.mark.parametrize("screen", FIRST_SEEN)
def test_a_page_opens(browser: OtherBrowser, store: Server, screen: str) -> None:
    browser.resize(*SIZES[screen])
    browser.open(store.link(screen))
    browser.sees(FIRST_SEEN[screen])
    assert browser.run("document.documentElement.scrollWidth <= innerWidth")


def test_the_phone_from_the_line_to_a_kind_word(browser: OtherBrowser, store: Server) -> None:
    ida = visit(store, "en")
    browser.open(store.base + ida["follow_url"])
    browser.sees(".ticket-number", ida["ticket"])
    browser.sees(".now-range", "min")

    browser.tap("button", "Step away, keep my place")
    browser.tap("dialog button", "Keep my place")
    browser.tap("button", "I am back")
    browser.sees(".ticket-number", ida["ticket"])

    store.call("POST", "/counters/2/call", {"visit": ida["id"], "reason": "test"})
    browser.sees(".called-door", "2")
    store.call("POST", f"/visits/{ida['id']}/start")
    browser.sees("h1", "You are at Counter 2")
    store.call("POST", f"/visits/{ida['id']}/finish", {"outcome": "resolved"})
    browser.sees("h1", "Thank you for coming.")
    browser.tap("button", "Very good")
    browser.sees(".thanks")


def test_arabic_stays_in_its_line(browser: OtherBrowser, store: Server) -> None:
    browser.resize(390, 844)
    browser.open(store.base + visit(store, "ar")["follow_url"])
    browser.sees(".now-range")
    assert browser.run("document.documentElement.dir") == "rtl"
    assert browser.run(OUTSIDE_ITS_PARENT) == []


def visit(store: Server, language: str) -> dict[str, str]:
    asked = {"service": "advice", "language": language}
    return store.call("POST", "/visits", asked, scope="kiosk")
