"""A paper held before the kiosk's camera: real frames, the real page, agent and reader, no tap."""

from __future__ import annotations

import io
import random
import re
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from bench import _papers_camera as camera
from bench import _papers_draw as drawing
from tests.browser.conftest import CHROMIUM, CHROMIUM_ARGS
from tests.browser.running import Server
from tests.browser.test_accessible import check
from tests.browser.test_kiosk_agent import licence, scan
from tests.browser.test_staff import ACROSS, button
from tests.browser.test_walker import on_round
from tests.cast import KEN
from tests.readers.agents import Recorder, RunningAgent, until
from tests.readers.test_a_days_privacy import PICTURES

PageFor = Callable[..., Page]
FAKE_CAMERA = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
FRAMES = 4


def show_code(film: Path, text: str) -> None:
    """A QR code held into the middle of the picture."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    drawn = Image.fromarray(np.array(code.to_image(scale=8))).convert("RGB")
    frame = Image.new("RGB", (1280, 720), (96, 92, 88))
    frame.paste(drawn, (640 - drawn.width // 2, 360 - drawn.height // 2))
    film.write_bytes(jpeg(frame) * FRAMES)


def jpeg(image: Image.Image) -> bytes:
    held = io.BytesIO()
    image.save(held, "JPEG", quality=85)
    return held.getvalue()


def passport(valid: bool) -> drawing.Drawn:
    """The first of the seeded passports that is, or is no longer, valid for years."""
    today = date.today()  # noqa: DTZ011
    for seed in range(100):
        paper = drawing.draw("td3", random.Random(seed))
        left = date.fromisoformat(paper.truth["expires"]) - today
        if (left > timedelta(days=400)) == valid and abs(left) > timedelta(days=30):
            return paper
    raise AssertionError("no such passport")


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("camera") / "shown.mjpeg"


def show(film: Path, paper: drawing.Drawn) -> None:
    how = replace(camera.SETS["moderate"], upside_down=0, glare=(0, 0.2), light=(0.8, 1))
    film.write_bytes(b"".join(camera.showing(paper.image, how, random.Random(5), FRAMES)))


@pytest.fixture(scope="module")
def chromium(chromium: Browser, film: Path) -> Iterator[Browser]:
    """One whose camera sees the film, which is opened when a page asks for the camera."""
    show(film, passport(valid=True))
    args = [*CHROMIUM_ARGS, *FAKE_CAMERA, f"--use-file-for-fake-video-capture={film}"]
    browser = chromium.browser_type.launch(executable_path=CHROMIUM, args=args)
    yield browser
    browser.close()


@pytest.fixture
def recorder(server: Server) -> Iterator[Recorder]:
    """Between the agent and its store: all that the store, or whoever listens, can hear."""
    made = Recorder(server.port)
    yield made
    made.close()


@pytest.fixture
def agent(server: Server, recorder: Recorder, tmp_path: Path) -> Iterator[RunningAgent]:
    running = RunningAgent(recorder.base, server.tokens["kiosk"], tmp_path).start()
    yield running
    running.stop(signal.SIGINT)


@pytest.fixture
def kiosk(server: Server, agent: RunningAgent, page_for: PageFor) -> Iterator[Page]:
    """The page as the agent serves it."""
    server.call("POST", "/counters/2/open", {"staff": "ken"})
    page = page_for(1080, 1920, outage=True)
    page.clock.install()
    page.goto(f"{agent.base}/kiosk")
    yield page
    page.goto("about:blank")


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=False).and_(page.locator(":visible")).first.click()


def until_asked_for_identity(page: Page) -> None:
    for name in ("English", "Rescue my data", "Mine", "Yes, I have it"):
        tap(page, name)


def test_a_passport_shown_to_the_camera_is_read(kiosk: Page, server: Server, film: Path) -> None:
    shown = passport(valid=True)
    show(film, shown)
    until_asked_for_identity(kiosk)
    tap(kiosk, "Show it to the camera")
    expect(kiosk.locator("#reading")).to_have_attribute("data-state", "found")
    expect(kiosk.locator("#reading")).to_be_hidden()
    tap(kiosk, "Yes, I have it")
    tap(kiosk, "No, thank you")
    expect(kiosk.locator(".ticket .number")).to_have_text(re.compile(r"^D\d{3}$"))
    (visit,) = server.call("GET", "/visits")["items"]
    assert {"paper": "passport", "status": "read", "reason": None} in visit["papers"]["items"]


def test_nothing_a_paper_says_is_kept_but_its_kind_and_days(
    kiosk: Page, agent: RunningAgent, recorder: Recorder, server: Server, film: Path, tmp_path: Path
) -> None:
    """After customers with a camera, a scanner and an outage: looked for in every byte that went to
    the store and in every file, of the store and of the kiosk."""
    shown = passport(valid=True)
    show(film, shown)
    until_asked_for_identity(kiosk)
    with kiosk.expect_response(lambda answer: "/agent/read" in answer.url) as first:
        tap(kiosk, "Show it to the camera")
    assert set(first.value.json()) <= {"read", "hint", "paper"}
    expect(kiosk.locator("#reading")).to_be_hidden()
    tap(kiosk, "Yes, I have it")
    with kiosk.expect_request(lambda asked: asked.url.endswith("/visits")) as sent:
        tap(kiosk, "No, thank you")
    read = sent.value.post_data_json["papers"]["passport"]["read"]
    assert re.fullmatch(r"[0-9a-f]{64}", read.pop("match")), "the name, keyed and hashed"
    assert read == {"kind": "mrz", "ok": True, "expires": shown.truth["expires"]}
    expect(kiosk.locator(".ticket .number")).to_be_visible()
    tap(kiosk, "Start over")
    until_asked_for_identity(kiosk)
    expect(kiosk.get_by_role("button", name="Identity card")).to_be_visible()
    scan(kiosk, licence(date.today() + timedelta(days=400)))  # noqa: DTZ011
    tap(kiosk, "Yes, I have it")
    server.stop(signal.SIGTERM)
    tap(kiosk, "No, thank you")
    expect(kiosk.locator(".kept .number")).to_be_visible()
    (waiting,) = agent.kept()
    on_disk = waiting.read_bytes()
    server.start()
    recorder.store_port = server.port
    until(lambda: not agent.kept())
    assert len(server.call("GET", "/visits")["items"]) == 2
    kiosk.goto("about:blank")
    server.stop(signal.SIGTERM)
    agent.stop(signal.SIGINT)
    assert shown.truth["expires"].encode() in recorder.sent_up, "what may be told was heard"
    files = [path for path in (server.data.parent, tmp_path) for path in path.rglob("*")]
    assert server.data / "foyer.db" in files
    kept = b"".join(path.read_bytes() for path in files if path.is_file() and path != film)
    heard = bytes(recorder.sent_up) + on_disk + kept
    for value in (*shown.values, "T4711", "MUSTER", "ERIKA", "ANSI 636"):
        assert value.encode() not in heard, value
    assert not [picture for picture in PICTURES if picture in heard]


def test_an_expired_passport_is_said_to_be_before_anybody_waits(kiosk: Page, film: Path) -> None:
    show(film, passport(valid=False))
    until_asked_for_identity(kiosk)
    tap(kiosk, "Show it to the camera")
    expect(kiosk.locator("#reading")).to_have_attribute("data-state", "expired")
    tap(kiosk, "Go on with this one")
    tap(kiosk, "Yes, I have it")
    expect(kiosk.locator("#title")).to_contain_text("Without it you would wait for nothing today")


def type_with_keys(page: Page, text: str) -> None:
    """By the keypad beside the screen: arrows go from key to key, the button presses one."""
    for char in text:
        key = page.locator(".keypad").get_by_role("button", name=char, exact=True)
        key.focus()
        page.keyboard.press("Enter")


def test_what_was_read_must_be_what_the_customer_was_told(
    kiosk: Page, server: Server, recorder: Recorder, film: Path
) -> None:
    invoice = drawing.draw("receipt", random.Random("invoice 1"))
    number = invoice.truth["order_number"]
    show(film, invoice)
    business = ("English", "Replace a drive", "In this shop", "My company’s")
    for name in (*business, "Yes, I have it", "Yes, I have it", "Show it to the camera"):
        tap(kiosk, name)
    expect(kiosk.locator("#title")).to_have_text("Which invoice number did your company give you?")
    found = Axe().run(kiosk).response["violations"]
    assert not found, [one["id"] for one in found]
    other = number[:-1] + ("7" if number[-1] != "7" else "8")
    type_with_keys(kiosk, other.replace("-", ""))
    tap(kiosk, "Compare")
    expect(kiosk.locator(".sorry")).to_contain_text("says something else")
    tap(kiosk, "It is right as I typed it")
    for name in ("Yes, I have it", "Yes, I have it"):
        tap(kiosk, name)
    expect(kiosk.locator(".missing")).to_contain_text("Another number or name than was typed")
    expect(kiosk.locator(".missing")).to_contain_text("Check what you typed")
    tap(kiosk, "Wait without it")
    tap(kiosk, "No, thank you")
    expect(kiosk.locator(".ticket .number")).to_be_visible()
    (visit,) = server.call("GET", "/visits")["items"]
    differs = {"paper": "invoice", "status": "missing", "reason": "not_as_typed"}
    assert differs in visit["papers"]["items"]
    slip = server.call("GET", f"/slips/{kiosk_secret(kiosk)}", scope="kiosk")
    assert slip["answers"] == {"bought": "here", "customer": "business"}
    tap(kiosk, "Start over")
    arabic = ("العربية", "استبدال قرص", "من هذا المتجر", "لشركتي")
    for name in (*arabic, "نعم، معي", "نعم، معي", "اعرضها على الكاميرا"):
        tap(kiosk, name)
    expect(kiosk.locator("#title")).to_have_text("ما رقم الفاتورة الذي أعطتك إياه شركتك؟")
    type_with_keys(kiosk, number.replace("-", ""))
    expect(kiosk.locator(".typed")).to_have_css("direction", "ltr")
    tap(kiosk, "قارن")
    expect(kiosk.locator("#title")).not_to_contain_text("رقم الفاتورة")
    kiosk.get_by_role("button", name="رجوع").click()
    tap(kiosk, "ليس معي الآن")
    for name in ("نعم، معي", "نعم، معي", "لا، شكرًا"):
        tap(kiosk, name)
    expect(kiosk.locator(".ticket .number")).to_be_visible()
    for value in (number, other, number.replace("-", ""), other.replace("-", "")):
        assert value.encode() not in recorder.sent_up


def kiosk_secret(page: Page) -> str:
    code = page.locator("img.code").first.get_attribute("src")
    assert code is not None
    return code.split("/")[2]


def test_without_an_agent_the_browser_itself_reads_codes_and_fetches_that_only_then(
    quiet_store: Server, page_for: PageFor, film: Path
) -> None:
    show_code(film, "WX41-A47110815")
    page = page_for(1080, 1920)
    fetched: list[str] = []
    page.on("request", lambda asked: fetched.append(asked.url))
    page.goto(quiet_store.link("kiosk"))
    for name in ("English", "Replace a drive", "In this shop", "Mine", "Yes, I have it"):
        tap(page, name)
    expect(page.get_by_role("button", name="Show it to the camera")).to_be_visible()
    assert not [url for url in fetched if "zxing" in url]
    tap(page, "Show it to the camera")
    expect(page.get_by_text("Which of these do you have with you?")).to_be_visible()
    assert [url for url in fetched if url.endswith("/ui/vendor/zxing_reader.wasm")]
    # A receipt takes more than a browser.
    expect(page.get_by_role("button", name="Show it to the camera")).to_have_count(0)


def test_a_tickets_code_before_the_tablets_camera_opens_that_visit(
    server: Server, page_for: PageFor, film: Path
) -> None:
    visits = [server.call("POST", "/visits", KEN, scope="kiosk") for _ in range(3)]
    show_code(film, f"http://192.168.1.20:8000/v/{visits[1]['secret']}")
    page = page_for(*ACROSS, refusals=True)
    on_round(page, server)
    button(page, "Scan a ticket").click()
    expect(page.locator("dialog[open]")).to_contain_text(visits[1]["ticket"])
    button(page, "Close").click()
    show_code(film, "https://example.org/v/neither-a-ticket-of-this-store")
    button(page, "Scan a ticket").click()
    expect(page.get_by_text("This code is not one of our slips.")).to_be_visible()


def test_a_slip_before_the_camera_brings_its_visit_back_from_the_first_screen(
    quiet_store: Server, page_for: PageFor, film: Path
) -> None:
    made = quiet_store.call("POST", "/visits", {"service": "advice"}, scope="kiosk")
    show_code(film, "https://example.org/newsletter")
    page = page_for(1080, 1920)
    page.clock.install()
    page.goto(quiet_store.link("kiosk"))
    dialog = page.locator("#reading")
    offer = "Have a ticket or slip?"
    tap(page, offer)
    expect(dialog).to_contain_text("This is a code, but not one of ours.")
    check(page)
    tap(page, "Begin without it")
    expect(dialog).to_be_hidden()
    page.clock.fast_forward(120_000)
    expect(page.locator("#idle")).to_be_hidden()
    check(page)
    show_code(film, f"http://192.168.1.20:8000{made['follow_url']}")
    tap(page, offer)
    expect(page.locator(".ticket .number")).to_have_text(made["ticket"])
    quiet_store.call("POST", f"/visits/{made['id']}/cancel")


def test_an_appointments_code_before_the_kiosks_camera_is_looked_up_as_if_typed(
    quiet_store: Server, page_for: PageFor, film: Path
) -> None:
    at = datetime.now(UTC) + timedelta(seconds=5)
    body = {"service": "advice", "at": at.isoformat(), "code": "471188"}
    quiet_store.call("POST", "/appointments", body)
    show_code(film, "https://example.org/newsletter")
    page = page_for(1080, 1920)
    page.clock.install()
    page.goto(quiet_store.link("kiosk"))
    tap(page, "English")
    tap(page, "I have an appointment")
    dialog = page.locator("#reading")
    tap(page, "Show the code to the camera")
    expect(dialog).to_contain_text("This is a code, but not one of ours.")
    page.clock.fast_forward(13_000)
    expect(dialog).to_contain_text("Try again, or simply type the number.")
    check(page)
    tap(page, "Type the number")
    expect(page.locator(".keypad")).to_be_visible()
    show_code(film, "https://book.example/471188")
    tap(page, "Show the code to the camera")
    expect(page.locator("#title")).to_contain_text("your appointment at")
    expect(dialog).to_be_hidden()


def test_three_tries_and_then_the_tap(kiosk: Page, film: Path) -> None:
    film.write_bytes(jpeg(Image.new("RGB", (1280, 720), (96, 92, 88))) * FRAMES)
    until_asked_for_identity(kiosk)
    dialog = kiosk.locator("#reading")
    tries = ("Show it to the camera", "Try again", "Try again")
    for name, state in zip(tries, ("not_yet", "not_yet", "given_up"), strict=True):
        # A try's seconds count from its first frame.
        with kiosk.expect_response("**/agent/read?*"):
            tap(kiosk, name)
        expect(dialog).to_have_attribute("data-state", "looking")
        kiosk.clock.fast_forward(13_000)
        expect(dialog).to_have_attribute("data-state", state)
    expect(dialog).to_contain_text("That is not your fault.")
    expect(dialog.get_by_role("button")).to_have_count(1)
    tap(kiosk, "Tap instead")
    for name in ("Passport", "Yes, I have it", "No, thank you"):
        tap(kiosk, name)
    expect(kiosk.locator(".ticket .number")).to_be_visible()


def test_a_tap_is_always_enough(kiosk: Page) -> None:
    until_asked_for_identity(kiosk)
    tap(kiosk, "Show it to the camera")
    tap(kiosk, "Tap instead")
    expect(kiosk.locator("#reading")).to_be_hidden()
    tap(kiosk, "Passport")
    tap(kiosk, "Yes, I have it")
    tap(kiosk, "No, thank you")
    expect(kiosk.locator(".ticket .number")).to_be_visible()
