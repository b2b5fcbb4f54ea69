"""A real store and a real Chromium. A page that logs an error, breaks its security policy or asks
anything of another machine fails the test it is used in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from shutil import which

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.every_store import STORES, Size, fill
from tests.browser.running import PATIENCE_S, Server, Stem
from tests.stores import store

CHROMIUM = (
    which("chromium-headless-shell")
    or which("chromium")
    or which("chromium-browser")
    or which("google-chrome")
)
CHROMIUM_ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
OURS = re.compile(r"^(https?|wss?)://(localhost|127\.0\.0\.1)(:\d+)?/|^(data|blob|about):")
OUTAGE = re.compile(r"net::ERR_|WebSocket connection|responded with a status of 503")
"""What Chromium itself logs when a server is gone: said to be expected with `outage=True`."""
IN_TIME = re.compile("preloaded using link preload but not used within a few seconds")
"""On a busy machine a page's script takes longer than that."""
REFUSED = re.compile(r"the server responded with a status of 4\d\d")
"""What it logs of a "no" the page then says in words: expected with `refusals=True`."""
PATIENCE_MS = 1000 * PATIENCE_S


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


@pytest.fixture
def server(stem: Stem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The shipped store, always open, with nobody in it: each test gets its own."""
    running = Server(tmp_path_factory.mktemp("store"), stem=stem)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def quiet_store(stem: Stem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The same for everybody, for what leaves nothing behind."""
    running = Server(tmp_path_factory.mktemp("quiet"), stem=stem)
    running.start()
    yield running
    running.stop()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "filled" in metafunc.fixturenames:
        asked: str = metafunc.config.getoption("--stores")
        names = list(STORES) if asked == "all" else asked.split(",")
        metafunc.parametrize("filled", names, indirect=True, scope="module")


@pytest.fixture(scope="module")
def filled(
    request: pytest.FixtureRequest, stem: Stem, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Server, Size]]:
    """A store with its counters open and people waiting, some of them called and served."""
    size = STORES[request.param]
    folder = tmp_path_factory.mktemp("store")
    config = folder / "store.toml"
    config.write_text(store(size.services, size.counters, people=max(4, size.counters)))
    server = Server(folder, config, stem=stem)
    server.start()
    fill(server, size)
    yield server, size
    server.stop()


PageFor = Callable[..., Page]


@pytest.fixture
def page_for(chromium: Browser) -> Iterator[PageFor]:
    """`page_for(1080, 1920, "ar")` opens a browser of that size and language."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(
        width: int,
        height: int,
        locale: str = "en",
        *,
        zone: str | None = None,
        outage: bool = False,
        refusals: bool = False,
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            locale=locale,
            timezone_id=zone,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)

        def logged(kind: str, text: str) -> None:
            expected = (outage and OUTAGE.search(text)) or (refusals and REFUSED.search(text))
            if kind in ("error", "warning") and not (expected or IN_TIME.search(text)):
                wrong.append(f"console {kind}: {text}")

        def asked(url: str) -> None:
            if not OURS.match(url):
                wrong.append(f"request leaves the machine: {url}")

        page.on("console", lambda message: logged(message.type, message.text))
        page.on("pageerror", lambda error: wrong.append(f"error on the page: {error}"))
        page.on("request", lambda request: asked(request.url))
        page.on("websocket", lambda socket: asked(socket.url))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not wrong, "\n".join(wrong)
