"""Every time that is typed or shown is the store's, wherever the tablet believes to be."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.browser.conftest import PageFor
from tests.browser.running import Server
from tests.browser.test_appointments import book
from tests.browser.test_kiosk import tap
from tests.browser.test_staff import at_counter, button, main, sign_in
from tests.browser.test_ui import with_modules

ELSEWHERE = "Asia/Tokyo"


def zone_of(server: Server) -> ZoneInfo:
    return ZoneInfo(server.call("GET", "")["time_zone"])


def test_a_day_later_is_the_same_time_on_the_stores_wall(server: Server, page_for: PageFor) -> None:
    page = page_for(820, 1180, zone=ELSEWHERE)
    sign_in(page, server)
    with_modules(page)
    page.evaluate("import('ui/format.js').then(f => f.setTimeZone('Europe/Berlin'))")
    for told, expected in (
        ("daysLater('2026-10-22T13:00Z', 7)", "2026-10-29T14:00:00.000Z"),
        ("daysLater('2026-03-28T09:00Z', 1)", "2026-03-29T08:00:00.000Z"),
        ("daysLater('2026-12-31T22:30Z', 1)", "2027-01-01T22:30:00.000Z"),
        ("momentOf('2026-10-29T17:30')", "2026-10-29T16:30:00.000Z"),
        ("momentOf('2026-10-25T00:30')", "2026-10-24T22:30:00.000Z"),
        ("momentOf('2026-10-25T12:00')", "2026-10-25T11:00:00.000Z"),
    ):
        asked = f"import('ui/format.js').then(f => new Date(f.{told}).toISOString())"
        assert page.evaluate(asked) == expected
    day = "import('ui/format.js').then(f => f.dateOf('2026-10-22T23:30Z'))"
    assert page.evaluate(day) == "2026-10-23"


def test_a_promise_typed_elsewhere_is_due_by_the_stores_clock(
    server: Server, page_for: PageFor
) -> None:
    page = page_for(820, 1180, zone=ELSEWHERE)
    server.call("POST", "/visits", {"service": "advice"}, scope="kiosk")
    at_counter(page, server)
    main(page).click()
    main(page).click()
    button(page, "Promise").click()
    page.get_by_label("What", exact=True).fill("Ring back")
    tap(page, "Tomorrow")
    tomorrow = (datetime.now(zone_of(server)) + timedelta(days=1)).date()
    due = page.get_by_label("Until when")
    assert due.input_value().startswith(tomorrow.isoformat())
    due.fill(f"{tomorrow}T17:30")
    tap(page, "Done")
    button(page, "Not resolved").click()
    expect(main(page)).to_contain_text("Call next")
    [promise] = server.call("GET", "/promises")["items"]
    at = datetime.fromisoformat(promise["due"]).astimezone(zone_of(server))
    assert f"{at:%Y-%m-%dT%H:%M}" == f"{tomorrow}T17:30"


def test_an_appointment_is_moved_to_no_day_the_store_is_closed(
    server: Server, page_for: PageFor
) -> None:
    booked = book(server, 10, "4711", name="Robin")
    at = datetime.fromisoformat(booked["at"]).astimezone(zone_of(server))
    page = page_for(820, 1180, zone=ELSEWHERE)
    closed = [(at.date() + timedelta(days=n)).isoformat() for n in (1, 7)]
    asked: list[str] = []

    def without_closed_days(route) -> None:  # type: ignore[no-untyped-def]
        told = route.fetch().json()
        for one in told["items"]:
            if one["date"] in closed:
                one["open"] = []
        asked.append(route.request.url)
        route.fulfill(json=told)

    page.route("**/hours?*", without_closed_days)
    sign_in(page, server, "Theo")
    tap(page, "Counter and sign-out")
    tap(page, "Appointments")
    row = page.locator(".booked li", has_text="4711")
    row.get_by_role("button", name="Move or cancel").click()
    page.locator("dialog .choice", has_text="Move to another time").click()
    choices = page.locator("dialog .choice")
    for n in (2, 8):
        expect(choices.filter(has_text=f"{at + timedelta(days=n):%-d %B}")).to_have_count(1)
    for n in (1, 7):
        expect(choices.filter(has_text=f"{at + timedelta(days=n):%-d %B}")).to_have_count(0)
    page.locator("dialog .choice", has_text="Another time").click()
    page.locator("dialog input").fill(f"{at.date() + timedelta(days=1)}T23:15")
    tap(page, "Done")
    expect(page.locator(".just-kept")).to_contain_text("23:15")
    assert asked
