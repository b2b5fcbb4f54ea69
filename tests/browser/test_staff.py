"""A day at the staff tablet, by touch, by mouse and by keyboard, on a real store."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.running import Server
from tests.readers.agents import until

PageFor = Callable[..., Page]
ACROSS = (1180, 820)
UPRIGHT = (820, 1180)
PINS = {"Mai": "2703", "Ken": "4816", "Theo": "6142"}
ALL_PAPERS = ("drive", "serial", "receipt", "identity_card", "claim_form")


class Finger:
    """Real touches, as the tablet's screen reports them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.screen = page.context.new_cdp_session(page)
        self.screen.send(
            "Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 1}
        )

    def _touch(self, kind: str, *points: tuple[float, float]) -> None:
        touching = [{"x": x, "y": y} for x, y in points]
        self.screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touching})

    def tap(self, target: Locator, times: int = 1) -> None:
        expect(target).to_be_enabled()
        where = middle(target)
        for _ in range(times):
            self._touch("touchStart", where)
            self._touch("touchEnd")

    def drag(self, target: Locator, to: Locator) -> None:
        (x0, y0), (x1, y1) = middle(target), middle(to)
        self._touch("touchStart", (x0, y0))
        expect(target).to_have_class(re.compile("sortable-chosen"))
        for step in range(1, 11):
            self._touch("touchMove", (x0 + (x1 - x0) * step / 10, y0 + (y1 - y0) * step / 10))
        self._touch("touchEnd")


def middle(target: Locator) -> tuple[float, float]:
    box = target.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def sign_in(page: Page, server: Server, name: str = "Mai") -> None:
    page.goto(server.link("staff"))
    page.get_by_role("button", name=name).click()
    type_pin(page, PINS[name])


def type_pin(page: Page, pin: str) -> None:
    for digit in pin:
        page.locator(".keys").get_by_role("button", name=digit, exact=True).click()
    page.locator(".key.act").click()


def at_counter(page: Page, server: Server, counter: str = "2", name: str = "Mai") -> None:
    sign_in(page, server, name)
    page.locator(".counter-tile", has_text=f"Counter {counter}").click()
    expect(main(page)).to_be_visible()


def main(page: Page) -> Locator:
    return page.locator("button.main")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def floor(page: Page) -> None:
    page.get_by_role("button", name="The floor").click()


def line(page: Page, counter: str) -> Locator:
    return page.locator(f'[data-line="{counter}"]')


def card(page: Page, visit: dict[str, Any]) -> Locator:
    return page.locator(".floor .ticket", has_text=visit["ticket"])


def advice(server: Server, **more: Any) -> dict[str, Any]:
    visit: dict[str, Any] = server.call("POST", "/visits", {"service": "advice", **more}, "kiosk")
    return visit


def replacement(server: Server, **papers: str) -> dict[str, Any]:
    """Somebody who bought a drive here, with all papers but those named otherwise."""
    body = {
        "service": "replacement",
        "answers": {"bought": "here", "customer": "private"},
        "papers": dict.fromkeys(ALL_PAPERS, "have") | papers,
        "choose": "wait",
    }
    visit: dict[str, Any] = server.call("POST", "/visits", body, "kiosk")
    return visit


def now(server: Server, visit: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = server.call("GET", f"/visits/{visit['id']}")
    return found


def open_counter(server: Server, counter: str, staff: str) -> None:
    server.call("POST", f"/counters/{counter}/open", {"staff": staff})


def fits(page: Page) -> None:
    """Nothing sticks out sideways, and the main button is in sight without scrolling."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if main(page).count():
        expect(main(page)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", [ACROSS, UPRIGHT], ids=["across", "upright"])
def test_a_customer_is_called_met_and_finished_by_thumb(
    size: tuple[int, int], server: Server, page_for: PageFor
) -> None:
    page = page_for(*size)
    finger = Finger(page)
    at_counter(page, server)
    expect(page.get_by_role("heading", name="Nobody is waiting.")).to_be_visible()
    visit = replacement(server)
    expect(main(page)).to_contain_text("Call next")
    expect(page.locator(".customer h1")).to_have_text(visit["ticket"])
    fits(page)
    finger.tap(main(page))
    expect(main(page)).to_contain_text("They are here")
    expect(page.locator(".customer")).to_contain_text("Papers ready")
    expect(page.locator(".customer")).to_contain_text("English")
    fits(page)
    finger.tap(main(page))
    expect(main(page)).to_contain_text("Finish")
    fits(page)
    finger.tap(main(page))
    expect(page.get_by_role("heading", name="Nobody is waiting.")).to_be_visible()
    ended = now(server, visit)
    assert (ended["ended_as"], ended["outcome"], ended["staff"]) == ("served", "resolved", "mai")


def test_a_double_tap_does_one_thing(server: Server, page_for: PageFor) -> None:
    page = page_for(*ACROSS)
    at_counter(page, server)
    first, second = advice(server), advice(server)
    expect(main(page)).to_contain_text("2 waiting")
    Finger(page).tap(main(page), times=3)
    expect(main(page)).to_contain_text("They are here")
    assert now(server, first)["state"] == "called"
    Finger(page).tap(main(page), times=3)
    expect(main(page)).to_contain_text("Finish")
    assert now(server, first)["state"] == "serving"
    Finger(page).tap(main(page), times=3)
    expect(main(page)).to_contain_text("Call next")
    assert now(server, second)["state"] == "waiting"


def test_papers_are_marked_seen_or_rejected_with_a_reason(
    server: Server, page_for: PageFor
) -> None:
    visit = replacement(server)
    page = page_for(*ACROSS)
    at_counter(page, server)
    main(page).click()
    page.get_by_role("button", name="Receipt: not good").click()
    button(page, "Too old or expired").click()
    receipt = page.locator(".paper", has_text="Receipt")
    expect(receipt).to_contain_text("rejected · Too old or expired")
    page.get_by_role("button", name="Claim form: not good").click()
    page.get_by_label("Another reason").fill("Page two is missing")
    button(page, "Done").click()
    expect(page.locator(".paper", has_text="Claim form")).to_contain_text("Page two is missing")
    expect(page.locator(".verdict")).to_contain_text("Missing")
    page.get_by_role("button", name="All seen").click()
    expect(page.locator(".paper.seen")).to_have_count(3)
    items = {item["paper"]: item for item in now(server, visit)["papers"]["items"]}
    assert items["receipt"]["reason"] == "expired"
    assert items["drive"]["status"] == "seen"


def test_a_note_a_sale_and_a_promise_go_with_the_service(server: Server, page_for: PageFor) -> None:
    visit = advice(server)
    page = page_for(*UPRIGHT)
    at_counter(page, server)
    main(page).click()
    main(page).click()
    button(page, "Note").click()
    page.get_by_role("dialog").get_by_label("Note").fill("Wants the old drive back")
    button(page, "Done").click()
    expect(page.locator(".notes")).to_contain_text("Wants the old drive back")
    button(page, "Sale").click()
    page.get_by_label("Amount").fill("49.90")
    button(page, "Done").click()
    button(page, "Promise").click()
    page.get_by_label("What", exact=True).fill("Ring back about the price")
    button(page, "Tomorrow").click()
    button(page, "Done").click()
    button(page, "Not resolved").click()
    expect(main(page)).to_contain_text("Call next")
    assert now(server, visit)["outcome"] == "unresolved"
    [promise] = server.call("GET", "/promises")["items"]
    assert promise["what"] == "Ring back about the price"
    page.get_by_role("button", name="Promises").click()
    expect(page.locator(".owed .by")).to_contain_text(re.compile("promised by .*Mai"))
    assert now(server, visit)["guest"]["notes"] == ["Wants the old drive back"]


def test_two_tablets_never_call_the_same_customer(server: Server, page_for: PageFor) -> None:
    mai, ken = page_for(*ACROSS), page_for(*UPRIGHT)
    at_counter(mai, server, "2", "Mai")
    at_counter(ken, server, "1", "Ken")
    visit = advice(server)
    for page in (mai, ken):
        expect(page.locator(".customer h1")).to_have_text(visit["ticket"])
    for page in (mai, ken):
        page.evaluate("setTimeout(() => document.querySelector('button.main').click())")
    called = now_called(server, visit)
    winner, other = (mai, ken) if called == "2" else (ken, mai)
    expect(main(winner)).to_contain_text("They are here")
    expect(main(other)).to_contain_text("Call next")
    expect(other.get_by_role("heading", name="Nobody is waiting.")).to_be_visible()


def now_called(server: Server, visit: dict[str, Any]) -> str:
    until(lambda: now(server, visit)["state"] == "called")
    return str(now(server, visit)["counter"])


def test_somebody_faster_is_told_in_words(server: Server, page_for: PageFor) -> None:
    open_counter(server, "1", "ken")
    first, second = advice(server), advice(server)
    page = page_for(*ACROSS, refusals=True)
    at_counter(page, server)
    floor(page)
    card(page, second).click()
    button(page, "Call now").click()
    server.call("POST", "/counters/1/call", {"visit": second["id"], "reason": "quick"})
    button(page, "Was promised").click()
    said = page.locator(".said")
    expect(said).to_have_text(
        f"{second['ticket']} has already been called to counter 1. Call the next one instead."
    )
    expect(page.locator('[aria-label="Counter 1"] .at-counter')).to_contain_text(second["ticket"])
    assert now(server, first)["state"] == "waiting"
    card(page, first).click()
    button(page, "Call now").click()
    button(page, "Was promised").click()
    expect(page.locator('[aria-label="Counter 2"] .at-counter')).to_contain_text(first["ticket"])


def test_undo_takes_back_the_last_tap_and_says_which(server: Server, page_for: PageFor) -> None:
    visit = advice(server)
    page = page_for(*ACROSS)
    at_counter(page, server)
    main(page).click()
    undo = page.locator(".undo")
    expect(undo).to_contain_text(f"Called {visit['ticket']}")
    undo.click()
    expect(page.locator(".said")).to_contain_text(f"Taken back: Called {visit['ticket']}.")
    expect(main(page)).to_contain_text("Call next")
    assert now(server, visit)["state"] == "waiting"
    main(page).click()
    main(page).click()
    main(page).click()
    expect(undo).to_contain_text(f"Finished {visit['ticket']}")
    undo.click()
    expect(main(page)).to_contain_text("Finish")
    assert now(server, visit)["state"] == "serving"


def test_a_no_show_can_still_come_back(server: Server, page_for: PageFor) -> None:
    visit = advice(server)
    page = page_for(*ACROSS)
    at_counter(page, server)
    main(page).click()
    button(page, "Call again").click()
    expect(page.locator(".customer")).to_contain_text("Called 2 times")
    button(page, "Did not come").click()
    expect(main(page)).to_contain_text("Call next")
    assert now(server, visit)["ended_as"] == "no_show"
    page.locator(".undo", has_text=f"{visit['ticket']} did not come").click()
    expect(main(page)).to_contain_text("They are here")
    assert now(server, visit)["state"] == "called"


def test_a_place_is_kept_and_taken_again(server: Server, page_for: PageFor) -> None:
    visit = advice(server)
    page = page_for(*UPRIGHT)
    at_counter(page, server)
    main(page).click()
    button(page, "Keep the place").click()
    button(page, "10 min").click()
    expect(main(page)).to_contain_text("Call next")
    floor(page)
    expect(page.locator(".kept")).to_contain_text(visit["ticket"])
    card(page, visit).click()
    button(page, "Back in line").click()
    expect(page.locator(".kept")).to_have_count(0)
    assert now(server, visit)["state"] == "waiting"


def test_a_customer_is_passed_on_to_another_counter(server: Server, page_for: PageFor) -> None:
    visit = advice(server)
    open_counter(server, "3", "ken")
    page = page_for(*ACROSS)
    at_counter(page, server)
    main(page).click()
    main(page).click()
    button(page, "Pass on").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Rescue my data").click()
    dialog.get_by_role("button", name="Counter 3").click()
    dialog.get_by_role("button", name="First").click()
    dialog.get_by_role("button", name="Pass on").click()
    expect(page.locator(".undo")).to_contain_text("Passed")
    moved = now(server, visit)
    assert (moved["service"], moved["counter"], moved["legs"]) == ("recovery", "3", 2)


def test_a_ticket_is_moved_by_tapping_it_and_then_a_line(server: Server, page_for: PageFor) -> None:
    visit = standing_at(server, "1")
    open_counter(server, "2", "mai")
    page = page_for(*UPRIGHT)
    sign_in(page, server, "Theo")
    finger = Finger(page)
    finger.tap(card(page, visit))
    finger.tap(page.get_by_role("region", name="Counter 2").get_by_role("button", name="Move here"))
    expect(line(page, "2")).to_contain_text(visit["ticket"])
    expect(card(page, visit)).to_have_count(1)
    assert now(server, visit)["counter"] == "2"
    page.locator(".undo", has_text=f"Moved {visit['ticket']} to Counter 2").click()
    expect(line(page, "1")).to_contain_text(visit["ticket"])
    fits(page)


def standing_at(server: Server, counter: str, staff: str = "ken") -> dict[str, Any]:
    open_counter(server, counter, staff)
    return advice(server)


def test_tickets_are_dragged_by_finger_and_by_mouse(server: Server, page_for: PageFor) -> None:
    first = standing_at(server, "1")
    second = advice(server)
    open_counter(server, "2", "mai")
    page = page_for(*ACROSS)
    sign_in(page, server, "Theo")
    row = page.locator(f'[data-visit="{first["id"]}"]')
    Finger(page).drag(row, line(page, "2"))
    expect(line(page, "2")).to_contain_text(first["ticket"])
    page.locator(f'[data-visit="{second["id"]}"]').hover()
    page.mouse.down()
    page.mouse.move(*middle(line(page, "2")), steps=12)
    page.mouse.up()
    expect(line(page, "2").locator("li")).to_have_count(2)
    third = advice(server)
    expect(card(page, third)).to_have_count(1)
    expect(page.locator("[data-visit]")).to_have_count(3)
    expect(line(page, "2").locator("b.num")).to_have_text([first["ticket"], second["ticket"]])
    assert {now(server, visit)["counter"] for visit in (first, second)} == {"2"}
    expect(page.locator(".selected")).to_have_count(0)


def test_a_drop_the_floor_refuses_comes_back_with_the_reason(
    server: Server, page_for: PageFor
) -> None:
    visit = standing_at(server, "1")
    page = page_for(*ACROSS, refusals=True)
    sign_in(page, server, "Theo")
    page.locator(f'[data-visit="{visit["id"]}"]').hover()
    page.mouse.down()
    page.mouse.move(*middle(line(page, "3")), steps=12)
    page.mouse.up()
    expect(page.locator(".said")).to_contain_text("Counter 3 is closed.")
    expect(line(page, "1")).to_contain_text(visit["ticket"])
    expect(card(page, visit)).to_have_count(1)


def test_a_break_shares_the_line_out_and_says_where_to(server: Server, page_for: PageFor) -> None:
    page = page_for(*ACROSS)
    at_counter(page, server)
    visit = advice(server)
    open_counter(server, "1", "ken")
    button(page, "Break").click()
    expect(page.get_by_role("dialog")).to_contain_text("goes to another line")
    button(page, "10 min").click()
    expect(page.get_by_role("heading", name=re.compile(r"Break until \d\d:\d\d"))).to_be_visible()
    expect(page.locator(".said")).to_contain_text(f"{visit['ticket']} → Counter 1.")
    assert now(server, visit)["counter"] == "1"
    expect(main(page)).to_contain_text("I am back")
    main(page).click()
    expect(main(page)).to_contain_text("Call next")


def test_a_counter_is_closed_and_handed_over(server: Server, page_for: PageFor) -> None:
    page = page_for(*ACROSS)
    at_counter(page, server)
    menu = page.get_by_role("button", name="Counter and sign-out")
    menu.click()
    page.get_by_role("button", name="Hand over").click()
    page.get_by_role("dialog", name="Counter 2 as you leave it").get_by_role(
        "button", name="Hand over"
    ).click()
    expect(page.get_by_role("heading", name="Who takes over Counter 2?")).to_be_visible()
    page.get_by_role("button", name="Ken").click()
    type_pin(page, PINS["Ken"])
    expect(page.locator(".who")).to_contain_text("Ken")
    expect(page.get_by_role("dialog", name="Counter 2 as it is")).to_contain_text("nobody waiting")
    button(page, "Take over from Mai").click()
    expect(main(page)).to_be_visible()
    counters = {one["id"]: one for one in server.call("GET", "/counters")["items"]}
    assert counters["2"]["staff"]["id"] == "ken"
    open_counter(server, "1", "mai")
    visit = advice(server)
    server.call("POST", f"/visits/{visit['id']}/move", {"to": "2"})
    button(page, "Close the counter").click()
    page.get_by_role("dialog").get_by_role("button", name="Close the counter").click()
    expect(page.get_by_role("heading", name="Where today, Ken?")).to_be_visible()
    expect(page.locator(".said")).to_contain_text(f"{visit['ticket']} → Counter 1.")
    menu.click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Who is here?")).to_be_visible()


def test_a_wrong_pin_is_kindly_refused_and_guessing_is_slowed(
    server: Server, page_for: PageFor
) -> None:
    page = page_for(*UPRIGHT, refusals=True)
    page.goto(server.link("staff"))
    page.get_by_role("button", name="Mai").click()
    for _ in range(5):
        type_pin(page, "0000")
        expect(page.get_by_role("alert")).to_have_text("That is not Mai’s PIN. Try again.")
    type_pin(page, PINS["Mai"])
    expect(page.get_by_role("alert")).to_contain_text("Wait five minutes")


def test_help_at_the_kiosk_is_a_band_until_somebody_comes(
    server: Server, page_for: PageFor
) -> None:
    page, other = page_for(*ACROSS), page_for(*UPRIGHT)
    at_counter(page, server)
    sign_in(other, server, "Theo")
    server.call("POST", "/help", {"step": "papers", "language": "ar"}, "kiosk")
    for screen in (page, other):
        band = screen.locator(".help-band")
        expect(band).to_contain_text("Somebody at the kiosk asks for a person")
        expect(band).to_contain_text("Arabic")
        fits(screen)
    page.get_by_role("button", name="I’m coming").click()
    for screen in (page, other):
        expect(screen.locator(".help-band")).to_have_count(0)


def test_without_the_server_a_tap_waits_and_is_done_once(server: Server, page_for: PageFor) -> None:
    first, second = advice(server), advice(server)
    page = page_for(*ACROSS, outage=True)
    at_counter(page, server)
    expect(main(page)).to_contain_text("Call next")
    server.stop()
    main(page).click()
    expect(page.locator(".said")).to_contain_text("Your tap is kept, and sent once.")
    expect(main(page)).to_contain_text("waits for the store’s computer")
    expect(page.locator(".stale")).to_contain_text("Last news at")
    expect(page.locator(".customer h1")).to_have_text(first["ticket"])
    fits(page)
    server.start()
    expect(main(page)).to_contain_text("They are here")
    expect(page.locator(".stale")).to_have_count(0)
    assert now(server, first)["state"] == "called"
    assert now(server, second)["state"] == "waiting"


@pytest.mark.parametrize("reloaded", [False, True], ids=["stays", "reloaded"])
def test_a_minute_without_the_server_is_caught_up_in_order(
    reloaded: bool, server: Server, page_for: PageFor
) -> None:
    first, second, third = (advice(server) for _ in range(3))
    page = page_for(*UPRIGHT, outage=True, refusals=True)
    at_counter(page, server)
    main(page).click()
    expect(main(page)).to_contain_text("They are here")
    server.stop()
    expect(page.locator(".said")).to_contain_text("No connection.")
    for word in ("They are here", "Finish"):
        expect(main(page)).to_contain_text(word)
        expect(main(page)).to_be_enabled()
        main(page).click()
    expect(main(page)).to_contain_text("Call next")
    main(page).click()
    expect(main(page)).to_be_disabled()
    said = page.locator(".said")
    expect(said).to_contain_text("Your 3 taps are kept, and sent once, in this order.")
    expect(said).to_contain_text(
        f"They are here {first['ticket']} · Finish {first['ticket']} · Call next"
    )
    fits(page)
    server.start()
    if reloaded:
        page.reload()
    expect(page.locator(".customer h1")).to_have_text(second["ticket"])
    expect(main(page)).to_contain_text("They are here")
    ended = now(server, first)
    assert (ended["ended_as"], ended["outcome"]) == ("served", "resolved")
    assert now(server, third)["state"] == "waiting"


def test_a_kept_tap_that_is_refused_is_told_in_words(server: Server, page_for: PageFor) -> None:
    visit = advice(server)
    page = page_for(*ACROSS, outage=True, refusals=True)
    at_counter(page, server)
    main(page).click()
    expect(main(page)).to_contain_text("They are here")
    page.context.set_offline(True)
    expect(page.locator(".said")).to_contain_text("No connection.")
    main(page).click()
    main(page).click()
    expect(page.locator(".said")).to_contain_text("2 taps are kept")
    server.call("POST", f"/visits/{visit['id']}/no_show")
    page.context.set_offline(False)
    said = page.locator(".said")
    expect(said).to_contain_text("They are here")
    expect(said).to_contain_text(f"{visit['ticket']} was called and did not come.")
    expect(main(page)).to_contain_text("Call next")
    assert now(server, visit)["ended_as"] == "no_show"


def test_the_whole_service_by_keyboard_alone(server: Server, page_for: PageFor) -> None:
    page = page_for(*ACROSS)
    page.goto(server.link("staff"))
    expect(page.get_by_role("button", name="Mai")).to_be_visible()
    press_on(page, page.get_by_role("button", name="Mai"))
    page.keyboard.type(PINS["Mai"])
    press_on(page, page.locator(".key.act"))
    press_on(page, page.locator(".counter-tile", has_text="Counter 2"))
    expect(main(page)).to_be_visible()
    visit, other = advice(server), advice(server)
    for word in ("Call next", "They are here", "Finish"):
        expect(main(page)).to_contain_text(word)
        press_on(page, main(page))
    expect(page.locator(".undo")).to_contain_text(f"Finished {visit['ticket']}")
    open_counter(server, "1", "ken")
    press_on(page, page.get_by_role("button", name="The floor"))
    press_on(page, card(page, other))
    here = page.get_by_role("region", name="Counter 1").get_by_role("button", name="Move here")
    press_on(page, here)
    expect(line(page, "1")).to_contain_text(other["ticket"])
    third = advice(server)
    expect(card(page, third)).to_be_visible()
    side = "ArrowRight" if now(server, third)["counter"] == "2" else "ArrowDown"
    card(page, other).focus()
    page.keyboard.press(side)
    expect(card(page, third)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name=third["ticket"])).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("region", name=third["ticket"])).to_have_count(0)
    expect(card(page, third)).to_be_focused()


def press_on(page: Page, target: Locator) -> None:
    """Tabs until `target` has the focus, then presses Enter: nothing else is at hand."""
    expect(target).to_be_enabled()
    for _ in range(80):
        if target.evaluate("element => element === document.activeElement"):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {target}")


def finished_with_promise(server: Server, what: str, due: datetime) -> None:
    visit = advice(server)
    server.call("POST", "/counters/1/call", {"visit": visit["id"], "reason": "promised"})
    promise = {"what": what, "due": due.isoformat()}
    server.call(
        "POST", f"/visits/{visit['id']}/finish", {"outcome": "resolved", "promise": promise}
    )


def test_what_is_different_today_is_said_in_a_few_taps_and_taken_back(
    server: Server, page_for: PageFor
) -> None:
    page = page_for(*ACROSS)
    sign_in(page, server, "Mai")
    page.locator(".top-bar .round").last.click()
    for choice in ("Today …", "A service ends earlier", "Ask for advice", "now"):
        page.get_by_role("dialog").get_by_role("button", name=choice).click()
    band = page.locator(".today-band")
    expect(band).to_contain_text("Ask for advice: no more today")
    button(page, "Take back").click()
    expect(band).to_have_count(0)


def test_promises_warn_before_they_break_and_are_kept_by_one_tap(
    server: Server, page_for: PageFor
) -> None:
    open_counter(server, "1", "ken")
    now = datetime.now(UTC)
    finished_with_promise(server, "Your drive is back", now + timedelta(days=2))
    finished_with_promise(server, "We call Rosa", now + timedelta(minutes=40))
    page = page_for(*ACROSS)
    sign_in(page, server, "Theo")
    chip = page.locator(".chip.promises")
    expect(chip).to_contain_text("Promises 2")
    expect(chip).to_contain_text("1 due within the hour")
    mark = page.locator(".top-bar .promises-mark")
    expect(mark.locator(".badge")).to_have_text("1")

    finished_with_promise(server, "Receipt by mail", now - timedelta(minutes=5))
    expect(chip).to_contain_text("1 late")
    expect(mark).to_have_accessible_name("Promises, 1 late, 1 due within the hour")
    chip.click()
    rows = page.locator(".owed li")
    expect(rows).to_contain_text(["late since", "in 40 min", "Your drive is back"])
    expect(rows.first).to_contain_text("Receipt by mail")

    button(page, "Kept: We call Rosa").click()
    expect(rows).to_have_count(2)
    page.get_by_role("dialog").get_by_role("button", name="Undo").click()
    expect(rows).to_have_count(3)
    button(page, "Kept: Receipt by mail").click()
    expect(rows).to_have_count(2)
    assert [one["what"] for one in server.call("GET", "/promises?state=kept")["items"]] == [
        "Receipt by mail"
    ]


def test_a_broken_wait_is_made_up_for_with_one_tap(server: Server, page_for: PageFor) -> None:
    open_counter(server, "1", "ken")
    visit = advice(server)
    page = page_for(*ACROSS)
    sign_in(page, server, "Theo")
    card(page, visit).click()
    expect(page.locator(".selected")).to_be_visible()
    expect(page.locator(".recovery")).to_have_count(0)

    server.call("POST", "/counters/1/break", {"minutes": 90})
    expect(card(page, visit)).to_have_class(re.compile("risk"))
    water = page.locator(".recovery").get_by_role("button", name="Water", exact=True)
    water.click()
    expect(water).to_have_attribute("aria-pressed", "true")
    [offered] = now(server, visit)["recoveries"]
    assert offered["recovery"] == "water"
    page.get_by_role("button", name="Take back: Water").click()
    expect(water).to_have_attribute("aria-pressed", "false")
    assert now(server, visit)["recoveries"] == []


@pytest.mark.parametrize("size", [ACROSS, UPRIGHT], ids=["across", "upright"])
def test_arabic_reads_from_right_to_left(
    size: tuple[int, int], server: Server, page_for: PageFor
) -> None:
    advice(server, language="ar")
    standing_at(server, "1")
    page = page_for(*size, "ar")
    page.goto(server.link("staff"))
    page.get_by_role("button", name="Mai").click()
    type_pin(page, PINS["Mai"])
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.locator(".counter-tile").nth(1).click()
    main(page).click()
    expect(main(page)).to_contain_text("حضر")
    fits(page)
    tablet = page.viewport_size
    assert tablet is not None
    if size == ACROSS:
        assert middle(main(page))[0] < tablet["width"] / 2
    page.get_by_role("button", name="الصالة").click()
    fits(page)
    page.locator(".floor .ticket").first.click()
    expect(page.locator(".selected")).to_be_visible()
    fits(page)


@pytest.mark.parametrize("size", [ACROSS, UPRIGHT], ids=["across", "upright"])
def test_axe_finds_nothing(size: tuple[int, int], server: Server, page_for: PageFor) -> None:
    page = page_for(*size)
    page.goto(server.link("staff"))
    page.get_by_role("button", name="Mai").click()
    accessible(page)
    type_pin(page, PINS["Mai"])
    expect(page.locator(".counter-tile").first).to_be_visible()
    accessible(page)
    replacement(server, receipt="missing")
    replacement(server)
    page.locator(".counter-tile", has_text="Counter 2").click()
    for word in ("Call next", "They are here", "Finish"):
        expect(main(page)).to_contain_text(word)
        expect(main(page)).to_be_enabled()
        accessible(page)
        main(page).click()
    expect(main(page)).to_contain_text("Call next")
    floor(page)
    page.locator(".floor .ticket").first.click()
    accessible(page)
    button(page, "Papers").click()
    accessible(page)
    page.get_by_role("button", name="Receipt: not good").click()
    accessible(page)


def accessible(page: Page) -> None:
    """Of the page at rest: while an answer is awaited, what waits for it is greyed for a moment."""
    page.wait_for_function("() => !document.querySelector('[aria-busy=true]')")
    found = Axe().run(page)
    if found.violations_count:
        page.wait_for_timeout(600)
        found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
