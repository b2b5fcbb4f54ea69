"""What staff are for each other, and for a customer who comes again, at the tablets."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.running import Server
from tests.browser.test_staff import (
    ACROSS,
    ALL_PAPERS,
    UPRIGHT,
    Finger,
    accessible,
    advice,
    at_counter,
    button,
    fits,
    main,
    now,
    open_counter,
    sign_in,
    type_pin,
)

PageFor = Callable[..., Page]
ROSA: dict[str, Any] = {
    "service": "replacement",
    "answers": {"bought": "here", "customer": "private"},
    "papers": dict.fromkeys(ALL_PAPERS, "have"),
    "name": "Rosa Sonnenfeld",
    "phone": "0171 555 1",
    "language": "de",
    "needs": ["step_free"],
}


def rosa_was_here(server: Server) -> None:
    visit = server.call("POST", "/visits", ROSA, "kiosk")
    server.call("POST", "/counters/2/call", {"visit": visit["id"], "reason": "quick"})
    path = f"/visits/{visit['id']}"
    server.call("POST", f"{path}/note", {"text": "Wants her old drive back"})
    due = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
    promise = {"what": "Ring back about the price", "due": due}
    server.call("POST", f"{path}/finish", {"outcome": "unresolved", "promise": promise})


def test_whoever_comes_again_is_known_and_greeted_in_their_language(
    server: Server, page_for: PageFor
) -> None:
    open_counter(server, "2", "mai")
    rosa_was_here(server)
    server.call("POST", "/visits", {**ROSA, "phone": "01715551"}, "kiosk")
    page = page_for(*ACROSS)
    sign_in(page, server)
    card = page.locator(".customer")
    line = card.locator(".opening-line [lang=de]")
    expect(line).to_contain_text("schön, Sie wiederzusehen. Wir haben Ihnen etwas versprochen")
    expect(card.locator(".opening-line small")).to_contain_text("We promised you something")
    expect(card).to_contain_text("Step-free way")
    last = card.locator(".last-visit")
    expect(last).to_contain_text("Replace a drive · Not resolved")
    expect(last).to_contain_text("Wants her old drive back")
    expect(last.locator(".late")).to_contain_text("Ring back about the price")
    expect(last.locator(".late")).to_contain_text("still owed")
    fits(page)
    accessible(page)
    main(page).click()
    expect(main(page)).to_contain_text("They are here")
    expect(line).to_be_visible()
    main(page).click()
    expect(main(page)).to_contain_text("Finish")
    expect(line).to_have_count(0)
    expect(last).to_be_visible()


def test_a_colleague_is_called_comes_and_is_announced(server: Server, page_for: PageFor) -> None:
    advice(server)
    mai, ken, omar = page_for(*ACROSS), page_for(*UPRIGHT), page_for(1440, 900)
    at_counter(mai, server, "2")
    main(mai).click()
    expect(main(mai)).to_contain_text("They are here")
    sign_in(ken, server, "Ken")
    finger = Finger(mai)
    finger.tap(button(mai, "Call somebody"))
    dialog = mai.get_by_role("dialog", name="Who should come?")
    finger.tap(dialog.get_by_role("button", name="explained"))
    dialog.get_by_label("For whoever comes").fill("The serial number was rubbed off")
    accessible(mai)
    finger.tap(dialog.get_by_role("button", name="The manager"))
    expect(mai.locator(".help-band.own")).to_contain_text("You called the manager")
    band = ken.locator(".help-band")
    expect(band).to_contain_text("Mai at Counter 2 asks for the manager")
    expect(band).to_contain_text("Tried: explained")
    accessible(ken)
    fits(ken)
    omar.goto(server.link("manager"))
    expect(omar.locator(".alerts")).to_contain_text("Mai at Counter 2 asks you to come, just now.")
    expect(omar.locator(".alerts")).to_contain_text("Tried: explained.")
    ken.get_by_role("button", name="I’m coming").click()
    expect(band).to_have_count(0)
    expect(mai.locator(".help-band.own")).to_contain_text("Ken is on the way to you")
    expect(mai.locator(".notes")).to_contain_text("The serial number was rubbed off")
    expect(omar.locator(".alerts")).not_to_contain_text("asks you to come")


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_difficult_moment_has_words_in_the_customers_language(
    locale: str, server: Server, page_for: PageFor
) -> None:
    open_counter(server, "2", "mai")
    advice(server, language="de")
    server.call("POST", "/counters/2/call_next")
    page = page_for(*UPRIGHT, locale)
    sign_in(page, server)
    expect(page.locator(".customer")).to_be_visible()
    page.locator(".beside button").last.click()
    page.locator(".sheet .choice").click()
    steps = page.locator(".calm li")
    expect(steps).to_have_count(5)
    expect(steps.nth(2).locator("[lang=de]")).to_contain_text("Es tut mir leid")
    fits(page)
    accessible(page)
    page.locator(".sheet .act").click()
    expect(page.locator(".help-band.own")).to_be_visible()
    [call] = server.call("GET", "/floor")["help"]
    assert (call["wants"], call["counter"]) == ("manager", "2")
    page.locator(".help-band.own .quiet").click()
    expect(page.locator(".help-band")).to_have_count(0)


def test_my_figures_are_mine_and_nobody_is_ranked(server: Server, page_for: PageFor) -> None:
    for counter, staff in (("1", "ken"), ("2", "mai"), ("2", "mai")):
        open_counter(server, counter, staff)
        visit = advice(server)
        server.call("POST", f"/counters/{counter}/call", {"visit": visit["id"], "reason": "quick"})
        path = f"/visits/{visit['id']}"
        server.call("POST", f"{path}/finish", {"outcome": "resolved"})
        server.call("POST", f"{path}/feedback", {"score": 4})
    page = page_for(*ACROSS)
    sign_in(page, server)
    page.get_by_role("button", name="Counter and sign-out").click()
    page.get_by_role("button", name="My figures").click()
    rows = page.locator(".figures tbody tr")
    expect(rows.nth(0)).to_contain_text(re.compile(r"Customers served\s*2\s*–"))
    expect(rows.nth(1)).to_contain_text("2 of 2")
    expect(rows.nth(3)).to_contain_text("4 from 2 people")
    expect(page.locator(".figures")).not_to_contain_text("Ken")
    accessible(page)


def test_a_service_that_was_forgotten_ends_when_it_really_ended(
    server: Server, page_for: PageFor
) -> None:
    page = page_for(*UPRIGHT)
    at_counter(page, server)
    visit = advice(server)
    main(page).click()
    expect(main(page)).to_contain_text("They are here")
    main(page).click()
    expect(main(page)).to_contain_text("Finish")
    expect(page.locator(".forgotten")).to_have_count(0)
    page.evaluate(
        """() => {
          const now = performance.now.bind(performance);
          performance.now = () => now() + 16 * 60 * 1000;
        }"""
    )
    asked = page.locator(".forgotten")
    expect(asked).to_contain_text(f"{visit['ticket']} has been with you for 16 min. Still here?")
    fits(page)
    accessible(page)
    asked.get_by_role("button", name="Still here").click()
    expect(asked).to_have_count(0)
    assert now(server, visit)["state"] == "serving"


def test_a_shift_is_handed_over_with_what_is_open(server: Server, page_for: PageFor) -> None:
    open_counter(server, "2", "mai")
    rosa_was_here(server)
    visit = server.call("POST", "/visits", ROSA, "kiosk")
    page = page_for(*ACROSS)
    sign_in(page, server)
    main(page).click()
    expect(main(page)).to_contain_text("They are here")
    page.get_by_role("button", name="Counter and sign-out").click()
    page.get_by_role("button", name="Hand over").click()
    button(page, "A word for the next person").click()
    page.get_by_role("dialog", name="Note on").get_by_label("Note").fill(
        "Her old drive is in box 4"
    )
    button(page, "Done").click()
    leaving = page.get_by_role("dialog", name="Counter 2 as you leave it")
    expect(leaving).to_contain_text("Her old drive is in box 4")
    expect(leaving).to_contain_text("Ring back about the price")
    accessible(page)
    leaving.get_by_role("button", name="Hand over").click()
    page.get_by_role("button", name="Lena").click()
    type_pin(page, "5937")
    taking = page.get_by_role("dialog", name="Counter 2 as it is")
    expect(taking).to_contain_text(f"{visit['ticket']} has just come")
    expect(taking).to_contain_text("Her old drive is in box 4")
    expect(taking.locator(".late")).to_contain_text("Ring back about the price")
    taking.get_by_role("button", name="Take over").click()
    expect(page.locator(".who")).to_contain_text("Lena")
    expect(page.locator(".customer")).to_contain_text("Her old drive is in box 4")
    counters = {one["id"]: one for one in server.call("GET", "/counters")["items"]}
    assert counters["2"]["staff"]["id"] == "lena"
