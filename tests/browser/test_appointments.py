"""Somebody who comes at a time: at the kiosk by number or code, and on the tablets' list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.running import Server, Stem
from tests.browser.test_accessible import check
from tests.browser.test_kiosk import begin, open_counters, tap
from tests.browser.test_kiosk_agent import scan
from tests.browser.test_phone import FIRST_LOAD_BYTES_MAX
from tests.browser.test_staff import sign_in

PageFor = Callable[..., Page]


@pytest.fixture(scope="module")
def store(stem: Stem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("appointments"), stem=stem)
    server.start()
    open_counters(server)
    yield server
    server.stop()


def book(server: Server, minutes: float, code: str, **more: Any) -> Any:
    at = (datetime.now(UTC) + timedelta(minutes=minutes)).isoformat()
    body = {"service": "advice", "at": at, "code": code}
    return server.call("POST", "/appointments", body | more)


def types(page: Page, code: str) -> None:
    for digit in code:
        page.locator(".keypad").get_by_text(digit, exact=True).click()
    tap(page, "Look it up")


def test_check_in_by_number_says_what_it_leads_to(store: Server, page_for: PageFor) -> None:
    book(store, 10, "110022", service="recovery", needs=["step_free"])
    book(store, 200, "4711")
    book(store, 2 * 24 * 60, "4712")
    page = page_for(1080, 1920)
    page.goto(store.link("kiosk"))
    begin(page)
    tap(page, "I have an appointment")
    check(page)
    title = page.locator("#title")
    types(page, "999999")
    expect(page.locator(".lead")).to_contain_text("no appointment with the number 999999")
    expect(page.locator(".typed")).to_have_text("999999")
    for _ in "999999":
        page.get_by_role("button", name="Delete a digit").click()
    for code, says in [("4711", "You are early"), ("4712", "Your appointment is on")]:
        types(page, code)
        expect(title).to_contain_text(says)
        expect(page.get_by_text("Your appointment stays as it is.").first).to_be_visible()
        check(page)
        page.get_by_role("button", name="Back", exact=True).click()

    types(page, "110022")
    expect(title).to_contain_text("Welcome to your appointment at")
    expect(page.locator(".booked")).to_contain_text("Rescue my data")
    tap(page, "That is me")
    tap(page, "Mine")
    tap(page, "Yes, I have it")
    tap(page, "Passport")
    tap(page, "Yes, I have it")
    expect(page.get_by_role("button", pressed=True)).to_contain_text("Step-free")
    tap(page, "Continue")
    expect(page.locator(".stub")).to_contain_text(
        re.compile(r"D001.*Appointment at \d\d:\d\d", re.S)
    )
    [visit] = store.call("GET", "/visits")["items"]
    assert visit["credited_at"] < visit["arrived_at"]
    tap(page, "Done")

    begin(page)
    tap(page, "I have an appointment")
    types(page, "110022")
    expect(title).to_have_text("You are checked in. Your number is D001.")


def test_a_code_held_to_the_scanner_speaks_the_customers_language(
    store: Server, page_for: PageFor
) -> None:
    booked = book(store, 5, "471199", language="ar")
    page = page_for(1280, 800)
    page.goto(store.link("kiosk"))
    expect(page.locator(".languages")).to_be_visible()
    scan(page, f"https://book.example/{booked['code']}")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("#title")).to_contain_text("موعدك")
    check(page)
    tap(page, "نعم، هذا موعدي")
    tap(page, "لا، شكرًا")
    expect(page.locator(".stub")).to_contain_text(re.compile(r"A001.*موعد الساعة", re.S))


def test_the_tablets_list_them_and_the_card_says_when(store: Server, page_for: PageFor) -> None:
    told = {"name": "Rosa Sonnenfeld", "notes": "brings two drives"}
    here, away = book(store, 8, "550011", **told), book(store, 9, "550022")
    visit = store.call("POST", "/visits", {"service": "advice", "appointment": here["id"]})
    store.call("POST", f"/appointments/{away['id']}/cancel")
    page = page_for(1180, 820)
    sign_in(page, store, "Theo")
    tap(page, "Floor")
    expect(page.locator(".ticket", has_text=visit["ticket"]).locator(".comes-at")).to_be_visible()
    tap(page, "Counter and sign-out")
    tap(page, "Appointments")
    rows = page.locator(".booked li")
    mine, gone = rows.filter(has_text="550011"), rows.filter(has_text="550022")
    expect(mine).to_contain_text(re.compile("Rosa Sonnenfeld.*brings two drives", re.S))
    expect(mine).to_contain_text(f"Here, with {visit['ticket']}")
    expect(gone).to_contain_text("Cancelled")
    check(page)
    book(store, 9, "550033")
    expect(rows.filter(has_text="550033")).to_contain_text(re.compile(r"In \d minutes"))
    page.keyboard.press("Escape")
    expect(rows).to_have_count(0)


def test_checked_in_moved_cancelled_and_taken_back_on_the_tablet(
    store: Server, page_for: PageFor
) -> None:
    rosa = book(store, 11, "660011", name="Rosa", service="recovery")
    ken, ida = book(store, 12, "660022", name="Ken"), book(store, 13, "660033", name="Ida")
    page = page_for(820, 1180, outage=True, refusals=True)
    sign_in(page, store, "Theo")
    tap(page, "Counter and sign-out")
    tap(page, "Appointments")
    row = {one: page.locator(".booked li", has_text=one) for one in ("660011", "660022", "660033")}
    done, said = page.locator(".just-kept"), page.locator("dialog .said-bar")

    expect(row["660011"]).to_have_attribute("data-state", "due")
    check(page)
    row["660011"].get_by_role("button", name="Check in: Rosa").click()
    expect(done).to_contain_text(re.compile(r"D\d{3}, Rosa, is in line\."))
    expect(row["660011"]).to_have_attribute("data-state", "checked_in")
    tap(page, "Undo")
    expect(row["660011"]).to_have_attribute("data-state", "due")
    [gone] = [v for v in store.call("GET", "/visits")["items"] if v["service"] == "recovery"][-1:]
    assert (gone["appointment_at"], gone["ended_as"]) == (rosa["at"], "removed_by_staff")

    def change(code: str, what: str) -> None:
        row[code].get_by_role("button", name="Move or cancel").click()
        page.locator("dialog .choice", has_text=what).click()

    change("660033", "Cancel")
    tap(page, "It was made twice")
    expect(row["660033"]).to_contain_text("Cancelled: It was made twice")
    tap(page, "Undo")
    expect(row["660033"]).to_have_attribute("data-state", "due")
    change("660033", "Move to another time")
    page.locator("dialog .choice").nth(3).click()
    expect(done).to_contain_text("Ida comes at")
    [moved] = [a for a in store.call("GET", "/appointments")["items"] if a["id"] == ida["id"]]
    assert datetime.fromisoformat(moved["at"]) - datetime.fromisoformat(ida["at"]) == timedelta(
        hours=2
    )
    first = page.locator(".booked li .act").first
    expect(first).to_have_attribute("aria-disabled", "false")
    first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Move to another time")).to_be_visible()
    page.keyboard.press("Escape")

    # A colleague is faster, and no news of it has come.
    page.route("**/appointments?limit=*", lambda asked: asked.abort())
    store.call("POST", f"/appointments/{rosa['id']}/move", {"at": ida["at"]})
    visit = store.call("POST", "/visits", {"service": "advice", "appointment": ken["id"]})
    row["660022"].get_by_role("button", name="Check in: Ken").click()
    expect(said).to_contain_text(f"checked in already: its ticket is {visit['ticket']}")
    change("660011", "Move to another time")
    page.locator("dialog .choice").first.click()
    expect(said).to_contain_text("Somebody has moved the appointment 660011 meanwhile")


def test_the_link_handed_over_tells_what_to_bring_and_cancels(
    store: Server, page_for: PageFor
) -> None:
    book(store, 15, "770011", name="Mina", service="recovery", language="ar")
    tablet, phone = page_for(1180, 820), page_for(390, 844, outage=True)
    sign_in(tablet, store, "Theo")
    tap(tablet, "Counter and sign-out")
    tap(tablet, "Appointments")
    row = tablet.locator(".booked li", has_text="770011")
    row.get_by_role("button", name="Move or cancel").click()
    tablet.locator("dialog .choice", has_text="Give the customer the link").click()
    code = tablet.get_by_role("dialog").last.get_by_role("img")
    assert code.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    check(tablet)
    address = tablet.get_by_role("link", name="Open").get_attribute("href")

    loads: list[int] = []
    network = phone.context.new_cdp_session(phone)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda done: loads.append(done["encodedDataLength"]))
    phone.goto(f"{store.base}{address}")
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    expect(phone.locator(".booked-code")).to_have_text("770011")
    check(phone)
    assert len(loads) > 4 and sum(loads) <= FIRST_LOAD_BYTES_MAX
    phone.locator("select").select_option("en")
    expect(phone.locator(".papers").first).to_contain_text("Please bring")
    with phone.expect_download() as taken:
        phone.get_by_role("link", name="Put it in my calendar").click()
    assert b"BEGIN:VEVENT" in taken.value.path().read_bytes()

    phone.route("**/cancel", lambda asked: asked.abort())
    tap(phone, "I cannot come")
    tap(phone, "Yes, cancel it")
    expect(phone.get_by_role("dialog").get_by_role("alert")).to_contain_text("Nothing has changed")
    check(phone)
    phone.unroute("**/cancel")
    tap(phone, "Yes, cancel it")
    expect(phone.locator("h1")).to_have_text("This appointment is cancelled")
    expect(row).to_contain_text("Cancelled: The customer")
