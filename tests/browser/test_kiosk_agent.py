"""The kiosk's page with an agent beside it: while the server is away, with a scanner, with a
printer."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page, expect

from tests import stores
from tests.browser.conftest import PageFor
from tests.browser.running import Server, Stem
from tests.readers.agents import RunningAgent
from tests.readers.printers import NO_PAPER, WELL, Printer


@pytest.fixture(scope="module")
def store(stem: Stem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("store"), stem=stem)
    running.start()
    running.call("POST", "/counters/2/open", {"staff": "ken"})
    yield running
    running.stop()


@pytest.fixture
def printer() -> Iterator[Printer]:
    made = Printer()
    yield made
    made.close()


@pytest.fixture
def agent(store: Server, printer: Printer, tmp_path: Path) -> Iterator[RunningAgent]:
    options = ("--printer", printer.where)
    running = RunningAgent(store.base, store.tokens["kiosk"], tmp_path, *options).start()
    yield running
    running.stop()


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=False).and_(page.locator(":visible")).first.click()


@pytest.mark.parametrize("allowed", [True, False], ids=["no camera", "not allowed"])
def test_without_a_camera_the_tap_is_there(
    agent: RunningAgent, page_for: PageFor, allowed: bool
) -> None:
    page = page_for(1080, 1920)
    if allowed:
        page.context.grant_permissions(["camera"], origin=agent.base)
    page.goto(f"{agent.base}/kiosk")
    for name in ("English", "Rescue my data", "Mine", "Yes, I have it", "Show it to the camera"):
        tap(page, name)
    expect(page.locator("#reading")).to_contain_text("The camera does not answer.")
    for name in ("Tap instead", "Passport", "Yes, I have it", "No, thank you"):
        tap(page, name)
    expect(page.locator(".ticket .number")).to_be_visible()


def test_without_the_packages_that_read_it_goes_by_touch_and_says_what_would_make_it_quicker(
    store: Server, page_for: PageFor, tmp_path: Path
) -> None:
    agent = RunningAgent(store.base, store.tokens["kiosk"], tmp_path).lacks("cv2", "rapidocr")
    agent.start()
    page = page_for(1080, 1920)
    page.goto(f"{agent.base}/kiosk")
    for name in ("English", "Rescue my data", "Mine", "Yes, I have it"):
        tap(page, name)
    expect(page.get_by_role("button", name="Passport")).to_be_visible()
    expect(page.get_by_role("button", name="Show it to the camera")).to_have_count(0)
    for name in ("Passport", "Yes, I have it", "No, thank you"):
        tap(page, name)
    expect(page.locator(".ticket .number")).to_be_visible()
    page.goto("about:blank")
    agent.stop()
    said = agent.log.read_text()
    assert "opencv-python-headless" in said
    assert "requirements-ocr.txt" in said


SCANNED = """text => {
  for (const char of text + "\\r") {
    const key = /[\\r\\n]/.test(char) ? "Enter" : char;
    const how = { key, bubbles: true, cancelable: true };
    for (const type of ["keydown", "keyup"])
      document.activeElement.dispatchEvent(new KeyboardEvent(type, how));
  }
}"""


def scan(page: Page, text: str) -> None:
    """As a handheld scanner does, on a machine however busy: at once, with Enter at the end."""
    page.evaluate(SCANNED, text)


def scan_by_real_keys(page: Page, text: str) -> None:
    """The same with keys a browser believes: 5 ms apart by their stamps, while its clock stands."""
    page.clock.pause_at(datetime.now(UTC) + timedelta(seconds=2))
    keys = page.context.new_cdp_session(page)
    at = time.time()
    for place, char in enumerate(text + "\r"):
        typed = {"key": "Enter" if char == "\r" else char, "text": char}
        typed["timestamp"] = at + place * 0.005
        for kind in ("keyDown", "keyUp"):
            keys.send("Input.dispatchKeyEvent", {"type": kind} | typed)
    keys.detach()
    page.clock.run_for(500)
    page.clock.resume()


def licence(expires: date) -> str:
    fields = (
        f"DLDAQT4711\nDCSMUSTER\nDACERIKA\nDBD03152021\nDBB01011990\nDBA{expires:%m%d%Y}\nDCGUSA"
    )
    return f"@\n\nANSI 636014080102DL00410278ZC03190034{fields}"


def test_a_scanned_paper_is_taken_like_one_shown_to_the_camera(
    store: Server, agent: RunningAgent, page_for: PageFor
) -> None:
    page = page_for(1080, 1920)
    page.clock.install()
    page.goto(f"{agent.base}/kiosk")
    for name in ("English", "Replace a drive", "In this shop", "Mine", "Yes, I have it"):
        tap(page, name)
    expect(page.get_by_text("Serial number")).to_be_visible()
    scan(page, "no")
    scan(page, "some other code!")
    expect(page.locator("#reading")).to_have_attribute("data-state", "not_this")
    tap(page, "Tap instead")
    page.evaluate("document.body.append(document.createElement('input'))")
    page.locator("body > input").fill("before")
    scan_by_real_keys(page, "WX41-A47110815")
    expect(page.get_by_text("Which of these do you have with you?")).to_be_visible()
    expect(page.locator("body > input")).to_have_value("before")
    page.locator("body > input").evaluate("field => field.remove()")
    tap(page, "Receipt")
    expect(page.get_by_role("button", name="Identity card")).to_be_visible()
    scan(page, licence(date.today() - timedelta(days=40)))  # noqa: DTZ011
    expect(page.locator("#reading")).to_have_attribute("data-state", "expired")
    scan(page, licence(date.today() + timedelta(days=400)))  # noqa: DTZ011
    expect(page.get_by_text("Claim form")).to_be_visible()
    tap(page, "Yes, I have it")
    tap(page, "No, thank you")
    expect(page.locator(".ticket .number")).to_be_visible()
    visit = store.call("GET", "/visits")["items"][-1]
    said = {item["paper"]: item["status"] for item in visit["papers"]["items"]}
    assert (said["serial"], said["identity_card"], said["drive"]) == ("read", "read", "declared")


def test_a_scanned_slip_brings_its_visit_back(
    store: Server, agent: RunningAgent, page_for: PageFor
) -> None:
    made = store.call("POST", "/visits", {"service": "advice"}, scope="kiosk")
    page = page_for(1280, 800)
    page.goto(f"{agent.base}/kiosk")
    expect(page.get_by_role("button", name="English")).to_be_visible()
    scan(page, f"http://192.168.1.20:8000{made['follow_url']}")
    expect(page.locator(".ticket .number")).to_have_text(made["ticket"])


def test_without_an_agent_the_page_knows_codes_by_their_patterns(
    store: Server, page_for: PageFor
) -> None:
    page = page_for(1280, 800)
    page.goto(store.link("kiosk"))
    for name in ("English", "Replace a drive", "In this shop", "Mine", "Yes, I have it"):
        tap(page, name)
    expect(page.get_by_text("Serial number")).to_be_visible()
    scan(page, "WX41-A47110815")
    expect(page.get_by_text("Which of these do you have with you?")).to_be_visible()


def code_on(slip: np.ndarray) -> str:
    quiet = np.pad(np.where(slip, 0, 255).astype(np.uint8), 40, constant_values=255)
    (code,) = zxingcpp.read_barcodes(quiet, formats=zxingcpp.BarcodeFormat.QRCode)
    return code.text


def test_the_receipt_printer_prints_the_ticket_and_the_code_does_when_it_cannot(
    agent: RunningAgent, printer: Printer, page_for: PageFor, tmp_path: Path
) -> None:
    page = page_for(1280, 800)
    page.goto(f"{agent.base}/kiosk")
    for name in ("العربية", "استشارة", "لا، شكرًا"):
        tap(page, name)
    expect(page.locator(".ticket .number")).to_be_visible()
    follow = page.locator("img.code").first.get_attribute("src")
    printer.paper |= NO_PAPER
    tap(page, "اطبعه")
    expect(page.locator(".printer-says")).to_contain_text("لا ورق في الطابعة")
    expect(page.locator(".follow .code")).to_be_visible()
    printer.paper = WELL
    tap(page, "اطبعه")
    expect(page.get_by_role("button", name="تمت الطباعة")).to_be_disabled()
    (slip,) = printer.slips(1)
    Image.fromarray(~slip).save(tmp_path / "slip.png")
    assert follow is not None
    assert urlsplit(code_on(slip)).path == follow.removesuffix("/qr.svg")
    assert slip[:200].any(), "the number stands above"


def test_while_the_server_is_away_customers_get_a_code_and_then_their_number(
    store: Server, agent: RunningAgent, page_for: PageFor
) -> None:
    page = page_for(1080, 1920, outage=True)
    page.goto(f"{agent.base}/kiosk")
    expect(page.get_by_role("button", name="English")).to_be_visible()
    store.stop()
    expect(page.get_by_text("You can take a place all the same.")).to_be_visible()
    for name in ("English", "Rescue my data", "Mine", "Yes, I have it", "Passport"):
        tap(page, name)
    tap(page, "Yes, I have it")
    tap(page, "No, thank you")
    expect(page.locator("#title")).to_contain_text("Keep this code")
    first = page.locator(".ticket .number").inner_text()
    found = Axe().run(page).response["violations"]
    assert not found, [one["id"] for one in found]
    assert re.fullmatch(r"[A-Z]\d[A-Z]\d", first)
    tap(page, "Done")
    for name in ("Deutsch", "Beratung", "Nein, danke"):
        tap(page, name)
    expect(page.locator("#title")).to_contain_text("Bitte merken Sie sich")
    second = page.locator(".ticket .number").inner_text()
    store.start()
    expect(page.locator("#title")).to_contain_text("Ihre Nummer")
    number = page.locator(".ticket .number").inner_text()
    expect(page.locator(".follow .code")).to_be_visible()
    tap(page, "Fertig")
    expect(page.locator(".kept-lately li")).to_have_text(
        [re.compile(rf"{first}\s+D\d\d\d"), re.compile(rf"{second}\s+{number}")]
    )
    made = store.call("GET", "/visits")["items"]
    assert made[-1]["ticket"] == number
    assert not agent.kept()


def test_a_kiosk_switched_on_while_its_server_is_away_sells_tickets(
    stem: Stem, page_for: PageFor, tmp_path: Path
) -> None:
    """The page, its words and the plan come from the agent's own disk."""
    config = tmp_path / "config.toml"
    config.write_text(stores.store(3, 2, ("de", "ar")))
    server = Server(tmp_path, config, stem)
    server.start()
    agent = RunningAgent(server.base, server.tokens["kiosk"], tmp_path).start()
    try:
        page = page_for(1080, 1920)
        page.goto(f"{agent.base}/kiosk")
        expect(page.get_by_role("button", name="العربية")).to_be_visible()
        page.context.close()
        server.stop()
        agent.stop()
        agent.start()
        page = page_for(1080, 1920, outage=True)
        page.goto(f"{agent.base}/kiosk")
        expect(page.locator(".kept-goes-on")).to_be_visible()
        for name in ("العربية", "إصدار رخصة القيادة", "الإطارات", "نعم، معي"):
            tap(page, name)
        expect(page.locator("#title")).to_be_visible()
        page.locator(".ways").get_by_role("button").nth(1).click()
        for name in ("Deutsch", "Personalausweis"):
            tap(page, name)
        expect(page.locator("#title")).to_contain_text("Bitte merken Sie sich")
        server.start()
        expect(page.locator("#title")).to_contain_text("Ihre Nummer")
        number = page.locator(".ticket .number").inner_text()
        assert [one["ticket"] for one in server.call("GET", "/visits")["items"]] == [number]
        assert not agent.kept()
    finally:
        agent.stop()
        server.stop()
