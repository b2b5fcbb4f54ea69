"""The board on the tablets: what a move would do is seen before it is done; what is worth doing is
taken, put off or taken back with one tap; why somebody is next is answered in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.running import Server, Stem
from tests.browser.test_staff import (
    ACROSS,
    UPRIGHT,
    Finger,
    accessible,
    advice,
    button,
    card,
    fits,
    floor,
    line,
    middle,
    now,
    open_counter,
    press_on,
    sign_in,
)
from tests.cast import NOON_HERE, shipped_at_noon

PageFor = Callable[..., Page]
BECOMES = re.compile(r"\d+ → \d+ min")


def waiting_at(server: Server, counter: str, n: int) -> list[dict[str, Any]]:
    """`n` for advice in this counter's line, one behind the other."""
    visits = []
    for _ in range(n):
        visit = advice(server)
        if now(server, visit)["counter"] != counter:
            server.call("POST", f"/visits/{visit['id']}/move", {"to": counter})
        visits.append(visit)
    return visits


def column(page: Page, counter: str) -> Locator:
    return page.get_by_role("region", name=f"Counter {counter}")


@pytest.mark.parametrize("size", [ACROSS, UPRIGHT], ids=["across", "upright"])
def test_a_given_customer_is_at_counter_3_in_three_taps_seen_before(
    size: tuple[int, int], server: Server, page_for: PageFor
) -> None:
    open_counter(server, "1", "mai")
    visits = waiting_at(server, "1", 4)
    open_counter(server, "3", "lena")
    server.call("POST", "/counters/3/call", {"visit": visits[0]["id"], "reason": "quick"})
    last = visits[-1]
    page = page_for(*size)
    sign_in(page, server)
    page.mouse.move(1, 1)
    finger = Finger(page)
    finger.tap(page.get_by_role("button", name="The floor"))
    finger.tap(card(page, last))
    here = column(page, "3").get_by_role("button", name="Move here")
    expect(here).to_contain_text(BECOMES)
    fits(page)
    accessible(page)
    x, y = middle(here)
    finger.screen.send(
        "Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}
    )
    expect(card(page, last).locator(".new-wait")).to_contain_text(BECOMES)
    assert now(server, last)["counter"] == "1"
    finger.screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(line(page, "3")).to_contain_text(last["ticket"])
    expect(page.locator(".new-wait")).to_have_count(0)
    assert now(server, last)["counter"] == "3"
    finger.tap(page.locator(".undo", has_text=f"Moved {last['ticket']}"))
    expect(line(page, "1")).to_contain_text(last["ticket"])


def test_a_dragged_ticket_shows_everybodys_new_wait_under_the_finger(
    server: Server, page_for: PageFor
) -> None:
    open_counter(server, "1", "mai")
    visits = waiting_at(server, "1", 4)
    open_counter(server, "2", "ken")
    server.call("POST", "/counters/2/call", {"visit": visits[0]["id"], "reason": "quick"})
    page = page_for(*ACROSS)
    sign_in(page, server, "Theo")
    finger = Finger(page)
    first = visits[1]
    row = page.locator(f'[data-visit="{first["id"]}"]')
    (x0, y0), (x1, y1) = middle(row), middle(line(page, "2"))
    touch(finger, "touchStart", (x0, y0))
    expect(row).to_have_class(re.compile("sortable-chosen"))
    for step in range(1, 11):
        touch(finger, "touchMove", (x0 + (x1 - x0) * step / 10, y0 + (y1 - y0) * step / 10))
    behind = card(page, visits[2])
    expect(behind.locator(".new-wait")).to_contain_text(BECOMES)
    assert now(server, first)["counter"] == "1"
    # Back where it came from: nothing is moved, and nothing is promised any more.
    for step in range(1, 11):
        touch(finger, "touchMove", (x1 + (x0 - x1) * step / 10, y1 + (y0 - y1) * step / 10))
    touch(finger, "touchEnd")
    expect(page.locator(".new-wait")).to_have_count(0)
    assert now(server, first)["counter"] == "1"
    finger.drag(row, line(page, "2"))
    expect(line(page, "2")).to_contain_text(first["ticket"])
    expect(card(page, first)).to_have_count(1)
    expect(card(page, first).locator("staff-new-wait")).to_have_count(1)


def touch(finger: Finger, kind: str, *points: tuple[float, float]) -> None:
    touching = [{"x": x, "y": y} for x, y in points]
    finger.screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touching})


def uneven(server: Server) -> list[dict[str, Any]]:
    """A long line at counter 1, and nobody waiting at counter 3, which could take some of them."""
    open_counter(server, "1", "mai")
    visits = waiting_at(server, "1", 7)
    server.call("POST", "/counters/1/call_next")
    open_counter(server, "3", "lena")
    server.call("POST", "/counters/3/call", {"visit": visits[1]["id"], "reason": "quick"})
    return visits[2:]


def suggestion(page: Page) -> Locator:
    return page.locator(".suggestion:not(.done)").first


@pytest.mark.parametrize("size", [ACROSS, UPRIGHT], ids=["across", "upright"])
def test_a_suggestion_is_looked_at_taken_and_taken_back(
    size: tuple[int, int], server: Server, page_for: PageFor
) -> None:
    uneven(server)
    page = page_for(*size)
    sign_in(page, server, "Theo")
    expect(suggestion(page)).to_be_visible()
    [offered, *_] = server.call("GET", "/balance")["suggestions"]
    expect(suggestion(page)).to_contain_text(BECOMES)
    accessible(page)
    fits(page)
    suggestion(page).hover()
    expect(page.locator(".floor .ticket .new-wait").first).to_contain_text(BECOMES)
    Finger(page).tap(suggestion(page).get_by_role("button", name="Do it"))
    done = page.locator(".suggestion.done")
    expect(done).to_be_visible()
    moves = offered["moves"]
    for move in moves:
        expect(line(page, move["to"])).to_contain_text(move["ticket"])
    accessible(page)
    done.get_by_role("button", name="Undo").click()
    for move in moves:
        expect(line(page, move["from"])).to_contain_text(move["ticket"])


def test_two_tablets_disagree_and_the_slower_is_told(server: Server, page_for: PageFor) -> None:
    uneven(server)
    theo, ken = page_for(*ACROSS, refusals=True), page_for(*UPRIGHT, refusals=True)
    sign_in(theo, server, "Theo")
    sign_in(ken, server, "Ken")
    ken.locator(".tab", has_text="The floor").click()
    expect(suggestion(ken)).to_be_visible()
    suggested = suggestion(ken).get_attribute("data-suggestion")
    suggestion(theo).get_by_role("button", name="Not now").click()
    server.call("POST", f"/balance/suggestions/{suggested}/take", {})
    theo.get_by_role("button", name="They asked for this counter").click()
    expect(theo.locator(".said")).to_contain_text("colleague")
    for page in (theo, ken):
        expect(page.locator(f'.done[data-suggestion="{suggested}"]')).to_be_visible()


def test_not_now_takes_a_reason_and_is_not_asked_again(server: Server, page_for: PageFor) -> None:
    uneven(server)
    page = page_for(*ACROSS)
    sign_in(page, server, "Theo")
    suggested = suggestion(page).get_attribute("data-suggestion")
    suggestion(page).get_by_role("button", name="Not now").click()
    accessible(page)
    page.get_by_role("button", name="It will get quieter by itself").click()
    expect(page.locator(f'[data-suggestion="{suggested}"]')).to_have_count(0)


def with_a_break(config: str) -> str:
    """Mai's begins in ten minutes, for an hour."""
    at = datetime.now(NOON_HERE)
    begins, ends = at + timedelta(minutes=10), at + timedelta(minutes=70)
    return config.replace('pin = "2703"', f'pin = "2703"\nbreaks = ["{begins:%H:%M}-{ends:%H:%M}"]')


def a_break_is_put_later_by_people(server: Server, theo: Page, mai: Page) -> None:
    """Never by the store itself. She sees who put it later, and where it was."""
    sign_in(mai, server, "Mai")
    planned = mai.locator(".my-break")
    expect(planned).to_have_text(re.compile(r"^\s*Your break: \d\d:\d\d\s*$"))
    begins = planned.inner_text().strip()[-5:]
    later = theo.locator(".suggestion:not(.done)", has_text=f"the {begins} break")
    expect(later).to_be_visible()
    expect(column(theo, "1").get_by_text(f"break {begins}")).to_be_visible()
    later.get_by_role("button", name="Do it").click()
    expect(planned).to_contain_text(f"put later by Theo, from {begins}")
    done = theo.locator(".suggestion.done", has_text=f"the {begins} break")
    expect(done).to_contain_text("Theo")
    accessible(mai)
    done.get_by_role("button", name="Undo").click()
    expect(planned).to_have_text(re.compile(rf"^\s*Your break: {begins}\s*$"))
    here = server.call("GET", "/floor")["counters"][0]["visit"]
    server.call("POST", f"/visits/{here}/finish", {"outcome": "resolved"})
    mai.reload()
    button(mai, "Break").click()
    expect(mai.get_by_role("button", name=f"60 min break {begins}")).to_be_visible()
    mai.close()


def test_what_the_store_did_by_itself_is_shown_and_taken_back(
    tmp_path: Path, stem: Stem, page_for: PageFor
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(with_a_break(shipped_at_noon().replace('"suggest"', '"auto"')))
    server = Server(tmp_path, config, stem)
    server.start()
    try:
        page = page_for(*ACROSS)
        sign_in(page, server, "Theo")
        uneven(server)
        # Foyer moves by itself, but opens no counter: that is for people to decide.
        open_counter(server, "2", "ken")
        done = page.locator(".suggestion.done", has_text="done by Foyer").first
        expect(done).to_be_visible()
        expect(page.get_by_text("Foyer keeps the lines even")).to_be_visible()
        [taken, *_] = server.call("GET", "/floor")["taken"]
        mine = page.locator(f'[data-suggestion="{taken["id"]}"]')
        mine.get_by_role("button", name="Undo").click()
        expect(mine).to_have_count(0)
        for _ in range(10):
            advice(server)
        a_break_is_put_later_by_people(server, page, page_for(*ACROSS))
        accessible(page)
        page.close()
    finally:
        server.stop()


def test_why_is_answered_in_sentences(server: Server, page_for: PageFor) -> None:
    open_counter(server, "2", "mai")
    visits = waiting_at(server, "2", 3)
    page = page_for(*ACROSS)
    sign_in(page, server)
    page.get_by_role("button", name="Why this one?").click()
    why = page.get_by_role("dialog", name=f"Why {visits[0]['ticket']}?")
    expect(why.locator(".reasons li")).to_have_count(1)
    expect(why.locator(".reasons li")).not_to_have_text("")
    accessible(page)
    button(page, "Close").click()
    floor(page)
    card(page, visits[2]).click()
    button(page, "Why?").click()
    why = page.get_by_role("dialog", name=f"Why {visits[2]['ticket']}?")
    for ahead in visits[:2]:
        expect(why).to_contain_text(ahead["ticket"])
    fits(page)
    accessible(page)


def test_the_board_by_keyboard_and_in_arabic(server: Server, page_for: PageFor) -> None:
    visits = uneven(server)
    page = page_for(*ACROSS, "ar")
    sign_in(page, server, "Theo")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    press_on(page, card(page, visits[-1]))
    here = page.locator(".line:not(.pool) .move-here:visible").first
    expect(here.locator(".new-wait")).to_be_visible()
    here.focus()
    expect(page.locator(".floor .ticket .new-wait").first).to_be_visible()
    accessible(page)
    fits(page)
    press_on(page, here)
    expect(line(page, "3")).to_contain_text(visits[-1]["ticket"])
