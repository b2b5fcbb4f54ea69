"""A customer's way at the kiosk, from "nobody is here" to a ticket, a kept place or a list."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Page, expect

from tests.browser.running import Server, Stem
from tests.cast import NOON_HERE, shipped_at_noon

PageFor = Callable[..., Page]
IDLE_S = 60
ANSWER_S = 30


@pytest.fixture
def kiosk(server: Server, page_for: PageFor) -> Page:
    """Portrait, as it hangs by the door; two counters are open."""
    open_counters(server)
    page = page_for(1080, 1920)
    page.goto(server.link("kiosk"))
    return page


def open_counters(server: Server) -> None:
    server.call("POST", "/counters/1/open", {"staff": "mai"})
    server.call("POST", "/counters/2/open", {"staff": "ken"})


def tap(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=False).and_(page.locator(":visible")).first.click()


def begin(page: Page, language: str = "English") -> None:
    tap(page, language)
    expect(page.locator(".choices")).to_be_visible()


def as_private_buyer(page: Page) -> None:
    """Rosa bought her drive in this shop and brings it herself."""
    begin(page)
    tap(page, "Replace a drive")
    tap(page, "In this shop")
    tap(page, "Mine")


def papers(page: Page, *replies: str) -> None:
    for reply in replies:
        tap(page, reply)


def visits(server: Server) -> list[dict[str, object]]:
    return server.call("GET", "/visits")["items"]


def ticket(page: Page) -> str:
    return page.locator(".ticket .number").inner_text()


def test_attract_shows_the_waits_and_each_language_in_its_own_name(kiosk: Page) -> None:
    expect(kiosk.locator(".waits .wait")).to_have_count(3)
    expect(kiosk.locator(".range")).to_have_count(1)
    for likely in ("about a minute", "etwa eine Minute"):
        expect(kiosk.locator(".same-wait .range")).to_contain_text(likely)
    for name in ("English", "Deutsch", "العربية"):
        expect(kiosk.locator(".language", has_text=name)).to_be_visible()


def test_a_customer_with_all_papers_gets_a_ticket(kiosk: Page, server: Server) -> None:
    as_private_buyer(kiosk)
    papers(kiosk, "Yes, I have it", "Yes, I have it", "Receipt", "Passport", "Yes, I have it")
    tap(kiosk, "I cannot stand for long")
    tap(kiosk, "Continue")
    expect(kiosk.locator(".ticket .number")).to_have_text(re.compile(r"^R\d{3}$"))
    expect(kiosk.locator(".ticket .where")).to_contain_text("Counter")
    expect(kiosk.locator(".ticket .told")).to_contain_text(
        re.compile(r"by \d\d:\d\d at the latest")
    )
    [visit] = visits(server)
    assert visit["ticket"] == ticket(kiosk)
    assert visit["needs"] == ["seat"]
    assert visit["papers"]["verdict"] == "ready"  # type: ignore[index]
    code = kiosk.locator(".follow .code")
    assert code.evaluate("image => image.complete && image.naturalWidth > 0")


def test_only_the_papers_that_matter_are_asked(kiosk: Page) -> None:
    begin(kiosk)
    tap(kiosk, "Ask for advice")
    expect(kiosk.get_by_role("heading", level=1)).to_have_text("Can we make it easier for you?")
    tap(kiosk, "Back")
    tap(kiosk, "Replace a drive")
    tap(kiosk, "Somewhere else")
    tap(kiosk, "Mine")
    papers(kiosk, "Yes, I have it", "Yes, I have it")
    expect(kiosk.locator(".shown")).to_contain_text("Warranty card")


def test_in_arabic_everything_runs_from_the_right(kiosk: Page) -> None:
    begin(kiosk, "العربية")
    expect(kiosk.locator("html")).to_have_attribute("dir", "rtl")
    tap(kiosk, "استشارة")
    tap(kiosk, "لا، شكرًا")
    expect(kiosk.locator(".ticket .number")).to_have_text(re.compile(r"^A\d{3}$"))
    person = kiosk.locator(".ways .person").bounding_box()
    assert person is not None
    assert person["x"] < 540, "the way to a person is at the end of the line, on the left"
    tap(kiosk, "تم")
    expect(kiosk.locator("html")).to_have_attribute("dir", "ltr")


def missing_receipt(page: Page) -> None:
    as_private_buyer(page)
    papers(page, "Yes, I have it", "Yes, I have it", "None of these", "Passport", "Yes, I have it")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "One thing is missing, and you can get it here."
    )


def test_what_is_missing_is_said_before_any_waiting(kiosk: Page, server: Server) -> None:
    missing_receipt(kiosk)
    expect(kiosk.locator(".missing")).to_contain_text("Receipt or Order confirmation")
    expect(kiosk.locator(".missing")).to_contain_text("free Wi-Fi")
    assert visits(server) == []
    done = kiosk.locator(".door.done")
    expect(done).to_have_text(["Service", "Questions"])
    tap(kiosk, "Get it here")
    expect(kiosk.locator("#title")).to_have_text("Can we make it easier for you?")
    expect(done).to_have_text(["Service", "Questions"])
    tap(kiosk, "I cannot stand for long")
    tap(kiosk, "Continue")
    expect(kiosk.locator(".told")).to_contain_text("Replace a drive")
    expect(kiosk.locator(".told")).to_contain_text("Noted: I cannot stand for long")
    assert visits(server)[0]["needs"] == ["seat"]
    assert kiosk.get_by_role("button", name="Done").count() == 1


def test_the_list_for_another_day_is_what_the_printer_gets(kiosk: Page, server: Server) -> None:
    begin(kiosk)
    tap(kiosk, "Replace a drive")
    tap(kiosk, "Somewhere else")
    tap(kiosk, "Mine")
    papers(kiosk, "Yes, I have it", "Yes, I have it", "No, I don’t", "None of these")
    papers(kiosk, "Yes, I have it")
    offers = kiosk.locator(".offer strong").all_inner_texts()
    assert offers == ["Come back another day", "Wait without it", "Talk to a person"]
    tap(kiosk, "Come back another day")
    wanted = kiosk.locator(".list .missing li")
    expect(wanted).to_have_count(2)
    expect(wanted.last).to_contain_text("Identity card")
    expect(wanted.last).to_contain_text("Passport")
    assert server.call("GET", "/visits?state=waiting")["items"] == []
    kiosk.emulate_media(media="print")
    slip = kiosk.locator(".slip")
    expect(slip).to_be_visible()
    expect(slip).to_contain_text("Warranty card")
    expect(slip.locator(".coming-row")).to_have_count(3)
    expect(kiosk.locator(".bottom")).to_be_hidden()


def test_by_keypad_alone(kiosk: Page) -> None:
    """Arrows and one button, as on a kiosk's keypad; the place one is at is always seen."""
    expect(kiosk.locator(".language").first).to_be_visible()

    def go_to(name: str) -> None:
        for _ in range(20):
            kiosk.keyboard.press("ArrowDown")
            here = kiosk.locator(":focus")
            ring = here.evaluate("one => getComputedStyle(one).boxShadow")
            assert "0px 0px 0px 9px" in ring
            if name in here.inner_text():
                kiosk.keyboard.press("Enter")
                return
        raise AssertionError(f"no way to {name} by the arrows")

    go_to("English")
    expect(kiosk.locator(".choices button").first).to_be_focused()
    go_to("Ask for advice")
    expect(kiosk.locator(".need").first).to_be_focused()
    kiosk.keyboard.press("Escape")
    expect(kiosk.get_by_role("heading", level=1)).to_have_text("What can we do for you?")
    go_to("Ask for advice")
    go_to("No, thank you")
    expect(kiosk.locator(".ticket .number")).to_be_visible()
    go_to("Done")
    expect(kiosk.locator(".languages")).to_be_visible()


def test_a_person_is_one_tap_away_on_every_step(kiosk: Page, server: Server) -> None:
    tap(kiosk, "Talk to a person")
    expect(kiosk.get_by_role("dialog")).to_contain_text("We have told our team.")
    tap(kiosk, "Go on")
    begin(kiosk, "Deutsch")
    tap(kiosk, "Festplatte tauschen")
    tap(kiosk, "Jemanden rufen")
    told = kiosk.get_by_role("dialog")
    expect(told).to_contain_text("Wir haben unserem Team Bescheid gesagt.")
    asked = server.call("GET", "/floor")["help"]
    assert [(one["step"], one["language"]) for one in asked] == [
        ("attract", "en"),
        ("question", "de"),
    ]
    server.call("POST", f"/help/{asked[1]['id']}/answer", {})
    expect(told).to_contain_text("Es kommt jemand zu Ihnen.")


def test_back_and_start_over_stay_in_their_places(kiosk: Page) -> None:
    places = set()
    begin(kiosk)
    for choice in ("Replace a drive", "In this shop", "Mine", "Yes, I have it"):
        places.add(str([box.bounding_box() for box in kiosk.locator(".ways button").all()]))
        tap(kiosk, choice)
    assert len(places) == 1
    tap(kiosk, "Back")
    expect(kiosk.locator(".shown")).to_contain_text("The drive")
    expect(kiosk.locator(".choice.chosen")).to_contain_text("Yes, I have it")
    tap(kiosk, "Start over")
    expect(kiosk.locator(".languages")).to_be_visible()


def test_quiet_asks_before_it_starts_over(server: Server, page_for: PageFor) -> None:
    # To the connection a minute that takes no time is an outage.
    page = page_for(1080, 1920, outage=True)
    page.clock.install()
    page.goto(server.link("kiosk"))
    begin(page)
    tap(page, "Rescue my data")
    tap(page, "Larger text")
    page.clock.run_for((IDLE_S + 1) * 1000)
    expect(page.get_by_role("dialog")).to_contain_text("Are you still there?")
    tap(page, "Yes, I’m here")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Are the data yours")
    page.clock.run_for((IDLE_S + ANSWER_S + 2) * 1000)
    expect(page.locator(".languages")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("html")).not_to_have_class(re.compile("larger"))
    begin(page)
    tap(page, "Rescue my data")
    expect(page.locator(".chosen")).to_have_count(0)


def test_a_store_that_opens_anew_is_offered_as_it_is_then(
    tmp_path: Path, stem: Stem, page_for: PageFor
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(shipped_at_noon())
    server = Server(tmp_path, config, stem)
    server.start()
    try:
        page = page_for(1080, 1920, outage=True)
        page.goto(server.link("kiosk"))
        expect(page.locator(".waits")).to_contain_text("Ask for advice")
        server.stop()
        expect(page.locator(".notice")).to_be_visible()
        config.write_text(shipped_at_noon().replace("Ask for advice", "Ask us anything"))
        server.start()
        expect(page.locator(".waits")).to_contain_text("Ask us anything")
    finally:
        server.stop()


def test_two_quick_taps_take_one_ticket(kiosk: Page, server: Server) -> None:
    begin(kiosk)
    tap(kiosk, "Ask for advice")
    kiosk.locator(".onward").dblclick()
    expect(kiosk.locator(".ticket .number")).to_be_visible()
    assert len(visits(server)) == 1


def test_two_quick_taps_answer_one_question(kiosk: Page) -> None:
    """The next paper's "Yes" stands where this one's stood."""
    as_private_buyer(kiosk)
    expect(kiosk.locator(".shown")).to_contain_text("The drive")
    kiosk.locator(".actions > .reply").dblclick()
    expect(kiosk.locator(".shown")).to_contain_text("Serial number")
    kiosk.locator(".actions > .reply").click()
    expect(kiosk.locator(".choice").first).to_contain_text("Receipt")


def test_an_answer_lost_on_its_way_takes_one_ticket(server: Server, page_for: PageFor) -> None:
    page = page_for(1080, 1920, outage=True)
    lost = []

    def lose_first(route: object) -> None:
        if lost:
            route.continue_()  # type: ignore[attr-defined]
            return
        lost.append(route.fetch())  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    page.route("**/visits", lose_first)
    page.goto(server.link("kiosk"))
    begin(page)
    tap(page, "Ask for advice")
    tap(page, "No, thank you")
    expect(page.locator(".ticket .number")).to_be_visible()
    assert ticket(page) == lost[0].json()["ticket"]
    assert len(visits(server)) == 1


def test_a_server_that_is_gone_and_back(server: Server, page_for: PageFor) -> None:
    page = page_for(1080, 1920, outage=True)
    page.goto(server.link("kiosk"))
    begin(page)
    tap(page, "Ask for advice")
    server.stop(signal.SIGKILL)
    tap(page, "No, thank you")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "We cannot reach our computer right now."
    )
    tap(page, "Talk to a person")
    expect(page.get_by_role("dialog")).to_contain_text("Please speak to anyone of us")
    tap(page, "Go on")
    server.start()
    expect(page.locator(".ticket .number")).to_have_text("A001")
    assert len(visits(server)) == 1
    tap(page, "Done")
    server.stop(signal.SIGKILL)
    expect(page.locator(".notice")).to_contain_text("This screen has lost its connection.")
    expect(page.locator(".languages")).to_have_count(0)
    server.start()
    expect(page.locator(".languages")).to_be_visible()


def test_nothing_of_one_customer_is_left_for_the_next(kiosk: Page) -> None:
    missing_receipt(kiosk)
    tap(kiosk, "High contrast")
    tap(kiosk, "Get it here")
    tap(kiosk, "No, thank you")
    number = ticket(kiosk)
    tap(kiosk, "Done")
    expect(kiosk.locator(".languages")).to_be_visible()
    assert number not in kiosk.content()
    assert "Receipt" not in kiosk.content()
    expect(kiosk.locator("html")).not_to_have_class(re.compile("contrast"))


def test_a_closed_store_says_when_it_opens(tmp_path: Path, stem: Stem, page_for: PageFor) -> None:
    opens = datetime.now(NOON_HERE) + timedelta(days=2)
    never = re.sub(r"(?m)^(mon|tue|wed|thu|fri|sat) = .*$", "", shipped_at_noon())
    config = tmp_path / "config.toml"
    hours = f'[hours]\n{opens:%a} = ["09:00-18:00"]'.lower()
    phone = '[store]\nphone = "+49 30 123456"'
    config.write_text(never.replace("[hours]", hours).replace("[store]", phone))
    server = Server(tmp_path, config, stem)
    server.always_open = False
    server.start()
    try:
        page = page_for(1080, 1920, outage=True)
        page.goto(server.link("kiosk"))
        expect(page.locator(".notice")).to_contain_text(f"We open on {opens:%A} at 09:00.")
        expect(page.locator(".notice")).to_contain_text("Wir haben geschlossen.")
        expect(page.locator(".languages")).to_have_count(0)
        tap(page, "Talk to a person")
        expect(page.get_by_role("dialog")).to_contain_text("You can ring us: +49 30 123456")
        assert server.call("GET", "/floor")["help"] == [], "nobody is promised to come"
        tap(page, "Go on")
        page.locator("foyer-kiosk").evaluate("kiosk => void (kiosk.about.phone = null)")
        expect(page.locator(".person")).to_be_hidden()
    finally:
        server.stop()


@pytest.mark.parametrize("size", [(1080, 1920), (1280, 800)])
@pytest.mark.parametrize("comfort", [None, "Larger text", "High contrast"])
def test_targets_are_large_and_text_is_readable(
    quiet_store: Server, page_for: PageFor, size: tuple[int, int], comfort: str | None
) -> None:
    """On a 32-inch screen 54 px are 20 mm, and 19 px of text are 7 mm."""
    page = page_for(*size)
    page.goto(quiet_store.link("kiosk"))
    begin(page)
    if comfort:
        tap(page, comfort)
    text_px_min = 19 if size == (1080, 1920) else 15
    for choice in ("Replace a drive", "In this shop", "Mine", "Yes, I have it", "Yes, I have it"):
        measured = page.evaluate(MEASURE)
        assert measured["target"] >= 54
        assert measured["text"] >= text_px_min
        assert measured["overflow"] <= 0
        tap(page, choice)


MEASURE = """() => {
  const seen = [...document.querySelectorAll("foyer-kiosk *")].filter(
    (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("dialog"));
  const buttons = seen.filter((one) => one.matches("button")).map(
    (one) => one.getBoundingClientRect());
  const texts = seen.filter((one) => [...one.childNodes].some(
    (node) => node.nodeType === 3 && node.textContent.trim()));
  return {
    target: Math.min(...buttons.flatMap(({ width, height }) => [width, height])),
    text: Math.min(...texts.map((one) => parseFloat(getComputedStyle(one).fontSize))),
    overflow: Math.max(...seen.map((one) => one.getBoundingClientRect().right)) - innerWidth,
  };
}"""


def test_lowered_everything_to_touch_is_within_reach(kiosk: Page) -> None:
    """A 32-inch screen is 711 mm high; hung at 700 mm, its lower three fifths end at 1,130 mm."""
    begin(kiosk)
    tap(kiosk, "Lower the screen")
    kiosk.wait_for_function(
        # A function: under the pages' policy, words could not be looked at a second time.
        "() => [...document.querySelectorAll('button')].filter((b) => b.checkVisibility())"
        ".every((b) => b.getBoundingClientRect().top >= 1920 * 0.38)"
    )
    tap(kiosk, "Start over")
    expect(kiosk.locator("html")).not_to_have_class(re.compile("lower"))


def test_larger_stays_larger_when_lowered(quiet_store: Server, page_for: PageFor) -> None:
    page = page_for(1080, 1920)
    page.goto(quiet_store.link("kiosk"))
    begin(page)
    title = page.locator("html")
    plain = title.evaluate(FONT_PX)
    tap(page, "Larger text")
    larger = title.evaluate(FONT_PX)
    tap(page, "Lower the screen")
    assert title.evaluate(FONT_PX) == larger > plain


FONT_PX = "one => parseFloat(getComputedStyle(one).fontSize)"


def test_a_touched_service_begins_with_it_and_languages_are_still_offered(kiosk: Page) -> None:
    tap(kiosk, "Replace a drive")
    expect(kiosk.locator("#title")).to_have_text("Where was the drive bought?")
    expect(kiosk.locator(".speak button")).to_have_text(["English", "Deutsch", "العربية"])
    tap(kiosk, "Deutsch")
    expect(kiosk.locator("html")).to_have_attribute("lang", "de")
    expect(kiosk.locator("#title")).to_have_text("Wo wurde die Platte gekauft?")
    tap(kiosk, "In diesem Laden")
    expect(kiosk.locator(".door.done")).to_have_text(["Anliegen"])


@pytest.mark.parametrize("size", [(1080, 1920), (1280, 800)])
def test_arrows_reach_every_control_of_every_step(kiosk: Page, size: tuple[int, int]) -> None:
    kiosk.set_viewport_size({"width": size[0], "height": size[1]})
    expect(kiosk.locator(".language").first).to_be_visible()
    for answer in ("English", "Replace a drive", "In this shop", "Mine", "Yes, I have it", ""):
        controls = kiosk.locator("button:visible")
        names = set(controls.all_inner_texts())
        reached = set()
        for _ in range(controls.count() + 1):
            kiosk.keyboard.press("ArrowDown")
            here = kiosk.locator(":focus")
            reached.add(here.inner_text())
            expect(here).to_be_in_viewport()
        assert reached == names
        if answer:
            for _ in range(controls.count()):
                if answer in kiosk.locator(":focus").inner_text():
                    break
                kiosk.keyboard.press("ArrowUp")
            kiosk.keyboard.press("Enter")
            expect(kiosk.locator(".choices button:visible").first).to_be_focused()


def test_a_kiosk_nobody_signed_in_takes_no_tickets(quiet_store: Server) -> None:
    answer = requests.post(
        f"{quiet_store.base}/api/v1/stores/main/visits", json={"service": "advice"}, timeout=10
    )
    assert answer.status_code == 401
