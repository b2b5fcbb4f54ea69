"""What Omar sees: the sentence, what proves it, and what needs somebody now."""

from __future__ import annotations

import csv
import io
import re
import signal
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from server.floor.hours import business_date, day_bounds
from server.settings import load
from tests.browser.looks import MANAGER, faults
from tests.browser.running import Server, Stem
from tests.browser.test_printing import DEMOS_BADGE, SHEET
from tests.browser.test_ui import with_modules
from tests.reports.played_days import MINUTE, ClockByHand, PlayedStore, play_morning
from tests.stores import store

PageFor = Callable[..., Page]
ISOLATES = re.compile("[\u2066-\u2069]")


@pytest.fixture(scope="module")
def two_days(stem: Stem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A store that had a morning yesterday, and another today that has just ended."""
    server = Server(tmp_path_factory.mktemp("two_days"), stem=stem)
    plan = load(server.config).plan(always_open=True)
    now = round(time.time() * 1000)
    yesterday = day_bounds(plan, shifted(business_date(plan, now), -1))[0] + 6 * 3_600_000
    for starts, name, minutes in ((yesterday, "a", 3), (now - 80 * MINUTE, "b", 2)):
        store = PlayedStore(server.data / "foyer.db", plan, ClockByHand(starts))
        play_morning(store, name, minutes)
        store.close()
    server.start()
    yield server
    server.stop()


def shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def opened(server: Server, page: Page) -> Page:
    page.goto(server.link("manager"))
    expect(page.locator("h1")).to_be_visible()
    return page


def waits(server: Server, query: str = "") -> Any:
    return server.call("GET", f"/reports/waits?{query}", scope="manager")


def sentence(page: Page) -> str:
    return ISOLATES.sub("", page.locator("h1").inner_text())


def cells(page: Page, row: str) -> list[str]:
    return [
        ISOLATES.sub("", text)
        for text in page.locator(f'.whole tr[data-key="{row}"] td').all_inner_texts()
    ]


def minutes(seconds: float | None) -> str:
    """As the page writes them."""
    if seconds is None:
        return "–"
    return f"{int(seconds / 6 + 0.5) / 10:g}"


def choose(page: Page, name: str) -> None:
    page.locator(".choice").filter(has_text=re.compile(f"^\\s*{name}\\s*$")).click()


def axe(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


def test_an_empty_day_is_said_in_a_sentence(server: Server, page_for: PageFor) -> None:
    page = opened(server, page_for(1440, 900))
    expect(page.locator("h1")).to_have_text("No visits yet today.")
    expect(page.get_by_text("Nothing needs you right now.")).to_be_visible()
    expect(page.locator("manager-chart")).to_have_count(0)
    assert axe(page) == []


def test_the_sentence_is_made_of_the_reports_figures(two_days: Server, page_for: PageFor) -> None:
    page = opened(two_days, page_for(1440, 900))
    total = waits(two_days)["total"]
    told = sentence(page)
    assert f"{total['arrived']} visits so far" in told
    kept = total["quotes_kept"]
    assert f"{kept['n']} of {kept['of']} quotes kept" in told
    within = total["within_target"]
    expect(page.locator(".door")).to_contain_text(f"{within['n']} of {within['of']}")


@pytest.mark.parametrize(
    ("by", "name"), [("service", "Service"), ("counter", "Counter"), ("staff", "Staff")]
)
def test_every_figure_in_the_table_is_the_reports(
    two_days: Server, page_for: PageFor, by: str, name: str
) -> None:
    page = opened(two_days, page_for(1440, 900))
    choose(page, name)
    report = waits(two_days, f"by={by}")
    expect(page.locator(".whole tbody tr")).to_have_count(len(report["items"]))
    expect(page.locator(".whole caption")).to_have_text(f"All figures by {by}")
    for row in [*report["items"], report["total"]]:
        assert cells(page, row["key"] or "") == figures(row)


def figures(row: dict[str, Any]) -> list[str]:
    ended, within, kept = row["ended"], row["within_target"], row["quotes_kept"]
    share = (
        f"{within['n']} of {within['of']} · {rounded(within['share'])} %" if within["of"] else "–"
    )
    late = kept["mean_late_min"]
    return [
        str(row["arrived"]),
        str(row["served"]),
        str(sum(ended.values()) - ended["served"]),
        str(row["still_here"]),
        *spread(row["waiting"]),
        share,
        f"{kept['n']} of {kept['of']}" if kept["of"] else "–",
        "–" if late is None else minutes(late * 60),
        *spread(row["service"]),
    ]


def rounded(share: float) -> int:
    """99.6 is not 100, and 0.4 not 0."""
    if share in (0, 1):
        return int(share * 100)
    return min(max(int(share * 100 + 0.5), 1), 99)


def spread(of: dict[str, Any]) -> list[str]:
    return [str(of["n"]), *(minutes(of[name]) for name in ("p50_s", "p90_s", "max_s"))]


def test_a_picture_and_its_table_show_the_same(two_days: Server, page_for: PageFor) -> None:
    page = opened(two_days, page_for(1440, 900))
    rows = waits(two_days, "by=hour")["items"]
    chart = page.locator("manager-chart.arrivals")
    drawn = chart.locator(".bars .value").all_text_contents()
    assert [int(text) for text in drawn] == [row["arrived"] for row in rows if row["arrived"]]
    # Hidden from sight only: a screen reader has the table from the start.
    expect(chart.locator("table")).to_be_attached()
    chart.get_by_role("button", name="Table").click()
    expect(chart.locator("svg.bars")).to_be_hidden()
    shown = chart.locator("tbody td").all_inner_texts()
    assert shown == [str(row["arrived"]) for row in rows]


def test_a_past_day_is_told_as_past_and_kept_in_the_address(
    two_days: Server, page_for: PageFor
) -> None:
    page = opened(two_days, page_for(1440, 900))
    today = waits(two_days)["from"]
    choose(page, "Yesterday")
    expect(page.locator(".live")).to_have_count(0)
    told = waits(two_days, f"from={shifted(today, -1)}&to={today}")["total"]
    expect(page.locator("h1")).to_contain_text(f"{told['arrived']} visits,")
    assert page.url.endswith("/manager?range=yesterday")
    page.reload()
    expect(page.locator("h1")).to_contain_text(f"{told['arrived']} visits,")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("visits so far")


def test_own_dates_hold_both_days_they_name(two_days: Server, page_for: PageFor) -> None:
    page = opened(two_days, page_for(1440, 900))
    today = waits(two_days)["from"]
    choose(page, "Own dates")
    page.get_by_label("From", exact=True).fill(shifted(today, -1))
    both = waits(two_days, f"from={shifted(today, -1)}&to={shifted(today, 1)}&by=day")
    expect(page.locator("h1")).to_contain_text(f"{both['total']['arrived']} visits")
    expect(page.get_by_role("heading", name="day by day")).to_have_count(3)
    expect(page.locator("manager-chart.waiting tbody tr")).to_have_count(2)


def report(server: Server, name: str, query: str) -> Any:
    return server.call("GET", f"/reports/{name}?{query}", scope="manager")


def test_what_was_told_and_promised_is_held_against_what_happened(
    two_days: Server, page_for: PageFor
) -> None:
    page = opened(two_days, page_for(1440, 900))
    choose(page, "Last 7 days")
    today = waits(two_days)["from"]
    span = f"from={shifted(today, -6)}&to={shifted(today, 1)}"
    told = report(two_days, "waits", f"{span}&by=day")
    drawn = page.locator("manager-told .bars .value")
    expect(drawn).to_have_text([percent(row) for row in told["items"]])
    against = told["total"]["against_quote"]
    bins = page.locator("manager-told .off-bars .num")
    expect(bins).to_have_text([str(n) for n in against["minutes"].values()])
    promised = report(two_days, "promises", f"{span}&by=staff")
    card = page.locator("manager-promises")
    expect(card.locator(".facts .num").first).to_have_text(str(promised["total"]["made"]))
    expect(card.locator("table").first.locator("tbody tr")).to_have_count(len(promised["items"]))
    owed = [
        one["ticket"]
        for state in ("late", "open")
        for one in two_days.call("GET", f"/promises?state={state}")["items"][:3]
    ]
    assert owed
    expect(card.locator(".due-next bdi")).to_have_text(owed)
    booked = report(two_days, "appointments", f"{span}&by=service")
    card = page.locator("manager-appointments")
    came, after = booked["total"]["came"], booked["total"]["after_time"]
    assert (came["n"], after["n"]) == (2, 2)
    told_of = [str(booked["total"]["booked"]), f"{came['n']} of {came['of']}"]
    told_of.append(f"half within {minutes(after['p50_s'])}, nine in ten within")
    for said in told_of:
        expect(card.locator(".facts")).to_contain_text(said)
    expect(card.locator("table").first.locator("tbody tr")).to_have_count(len(booked["items"]))
    with page.expect_download() as taken:
        card.get_by_role("link", name="Every appointment").click()
    rows = list(
        csv.DictReader(io.StringIO(taken.value.path().read_bytes().decode("utf-8-sig"), newline=""))
    )
    assert len(rows) == booked["total"]["made"]
    little = report(two_days, "staffing", f"{span}&by=hour")["total"]
    assert little["wanted"] is None
    expect(page.locator("manager-staffing .little")).to_contain_text(f"{little['days']} days")
    assert axe(page) == []
    page.set_viewport_size({"width": 820, "height": 1180})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def percent(row: dict[str, Any]) -> str:
    return str(rounded(row["quotes_kept"]["share"]))


def test_before_and_after_a_day_are_compared_and_kept_in_the_address(
    two_days: Server, page_for: PageFor
) -> None:
    page = opened(two_days, page_for(1440, 900))
    today = waits(two_days)["from"]
    card = page.locator("manager-change")
    card.get_by_label("What changed on", exact=True).fill(today)
    span = f"from={shifted(today, -28)}&to={shifted(today, 1)}&change={today}"
    waiting = report(two_days, "change", span)["total"]["waiting"]
    row = card.locator("tbody tr").nth(1)
    for place, side in enumerate(("before", "after")):
        told = row.locator("td").nth(place)
        expect(told).to_contain_text(minutes(waiting[side]["mean"]))
        expect(told).to_contain_text(f"n = {waiting[side]['n']}, 1 day")
    expect(row.locator(".verdict")).to_have_text("too few days to tell")
    page.reload()
    expect(row.locator(".verdict")).to_be_visible()
    assert axe(page) == []


def test_files_are_of_what_is_shown(two_days: Server, page_for: PageFor) -> None:
    page = opened(two_days, page_for(1440, 900))
    choose(page, "Counter")
    expect(page.locator(".whole caption")).to_have_text("All figures by counter")
    with page.expect_download() as table:
        page.locator(".breakdown").get_by_role("link", name="This table, CSV").click()
    rows = read(table.value.path())
    report = waits(two_days, "by=counter")
    assert [row["key"] for row in rows] == [*(r["key"] or "" for r in report["items"]), "total"]
    assert rows[-1]["arrived"] == str(report["total"]["arrived"])
    with page.expect_download() as visits:
        page.get_by_role("link", name="Every visit, CSV").click()
    assert len(read(visits.value.path())) == report["total"]["legs"]
    with page.expect_download() as book:
        page.locator(".breakdown").get_by_role("link", name="Excel").click()
    assert Path(book.value.path()).read_bytes()[:2] == b"PK"


def read(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")))


def test_figures_and_alerts_follow_the_floor(server: Server, page_for: PageFor) -> None:
    page = opened(server, page_for(1440, 900))
    server.call("POST", "/counters/1/open", {"staff": "mai"})
    server.call("POST", "/visits", {"service": "advice"}, scope="kiosk")
    server.call("POST", "/help", {"kiosk": "door", "language": "ar"}, scope="kiosk")
    alerts = page.get_by_label("What needs somebody now")
    expect(alerts).to_contain_text("Somebody at the kiosk has asked for a person")
    expect(alerts).to_contain_text("They speak Arabic.")
    expect(page.locator("h1")).to_contain_text("1 visit so far")
    [asked] = server.call("GET", "/floor")["help"]
    server.call("POST", f"/help/{asked['id']}/answer")
    expect(page.get_by_text("Nothing needs you right now.")).to_be_visible()


def test_what_is_different_today_is_said_by_keyboard_told_on_the_tv_and_taken_back(
    server: Server, page_for: PageFor
) -> None:
    tv = page_for(1920, 1080)
    tv.goto(server.link("display"))
    page = opened(server, page_for(1440, 900))
    page.get_by_role("button", name="Today is different").press("Enter")
    form = page.get_by_role("dialog", name="What is different today?")
    expect(form.get_by_role("radio", name="We close earlier")).to_be_focused()
    assert axe(page) == []
    when = form.get_by_label("When do we close?")
    at = when.locator("option").nth(2).inner_text()
    when.select_option(at)
    form.get_by_role("button", name="Say it").press("Enter")
    expect(form).to_be_hidden()
    told = f"We close {at} today."
    expect(page.locator(".in-force")).to_contain_text(told)
    expect(tv.get_by_text(told)).to_be_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Take back").press("Enter")
    expect(page.locator(".in-force p")).to_have_count(0)
    expect(tv.get_by_text(told)).to_have_count(0)


@pytest.mark.parametrize(
    ("kind", "field", "value", "told"),
    [
        ("A service ends earlier", "Which service?", "Ask for advice", "Ask for advice: no more"),
        ("Everything takes longer", "Why?", "Very many people", "Very many people are here today"),
        ("Something to say", "A short sentence", "The lift is broken.", "The lift is broken."),
    ],
)
def test_each_kind_of_difference_can_be_said(
    server: Server, page_for: PageFor, kind: str, field: str, value: str, told: str
) -> None:
    page = opened(server, page_for(1440, 900))
    page.get_by_role("button", name="Today is different").click()
    form = page.get_by_role("dialog")
    form.get_by_text(kind).click()
    asked = form.get_by_label(field)
    if asked.evaluate("field => field.localName") == "select":
        asked.select_option(value)
    else:
        asked.fill(value)
    form.get_by_role("button", name="Say it").click()
    expect(page.locator(".in-force")).to_contain_text(told)


def test_a_difference_that_is_refused_says_why_and_the_form_stays(
    server: Server, page_for: PageFor
) -> None:
    page = opened(server, page_for(1440, 900, refusals=True))
    page.get_by_role("button", name="Today is different").click()
    form = page.get_by_role("dialog")
    page.locator(".ask-today option").first.evaluate("one => { one.value = '2001-01-01T10:00Z'; }")
    form.get_by_role("button", name="Say it").click()
    expect(form.get_by_role("alert")).to_contain_text("Choose a time between now and")
    form.get_by_role("button", name="Close").click()
    expect(form).to_be_hidden()


def test_a_line_nobody_serves_is_an_alert(server: Server, page_for: PageFor) -> None:
    server.call("POST", "/visits", {"service": "advice"}, scope="kiosk")
    page = opened(server, page_for(1440, 900))
    expect(page.locator(".alerts .pressing")).to_contain_text(
        "1 person waits for Ask for advice, and no counter is open for it."
    )


def test_a_server_that_is_gone_is_said_and_the_figures_stay(
    two_days: Server, page_for: PageFor
) -> None:
    page = opened(two_days, page_for(1440, 900, outage=True))
    told = sentence(page)
    two_days.stop(signal.SIGKILL)
    try:
        expect(page.locator(".stale")).to_contain_text("Last news at")
        assert sentence(page) == told
    finally:
        two_days.start()
    expect(page.locator(".stale")).to_have_count(0)


def test_the_page_speaks_arabic_from_right_to_left(two_days: Server, page_for: PageFor) -> None:
    page = opened(two_days, page_for(1440, 900, "ar"))
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    total = waits(two_days)["total"]
    kept = total["quotes_kept"]
    assert f"صدق {kept['n']} من {kept['of']}" in sentence(page)
    scale = page.locator("manager-chart.arrivals .bars .scale").first.bounding_box()
    foot = page.locator("manager-chart.arrivals .bars .foot").first.bounding_box()
    assert scale and foot
    assert scale["x"] > foot["x"] + foot["width"] - 1
    assert axe(page) == []


def test_another_language_is_one_choice_away_and_remembered(
    two_days: Server, page_for: PageFor
) -> None:
    page = opened(two_days, page_for(1440, 900))
    page.get_by_label("Language").select_option("de")
    expect(page.get_by_text("Letzte 7 Tage")).to_be_visible()
    assert "Besuche" in sentence(page)
    page.reload()
    expect(page.get_by_text("Letzte 7 Tage")).to_be_visible()


def test_the_page_works_by_keyboard(two_days: Server, page_for: PageFor) -> None:
    page = opened(two_days, page_for(1440, 900))
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.locator("h1")).not_to_contain_text("so far")
    page.get_by_role("button", name="Print").focus()
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("manager-chart.waiting .figures")).to_be_visible()


@pytest.mark.parametrize("size", [(1440, 900), (820, 1180)])
def test_axe_finds_nothing(two_days: Server, page_for: PageFor, size: tuple[int, int]) -> None:
    page = opened(two_days, page_for(*size))
    assert axe(page) == []
    page.get_by_role("button", name="Table").first.click()
    choose(page, "Own dates")
    expect(page.get_by_label("From", exact=True)).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


A4_ACROSS = (1032, 703)
"""An A4 sheet on its side without its margins of 12 mm, in CSS pixels."""


@pytest.mark.parametrize("locale", ["en", "de", "ar"])
def test_paper_has_every_part_and_nothing_to_press(
    two_days: Server, page_for: PageFor, locale: str
) -> None:
    page = opened(two_days, page_for(*A4_ACROSS, locale))
    expect(page.locator(".jumps a")).to_have_count(7)
    page.evaluate(DEMOS_BADGE)
    parts = page.locator("h2:visible").all_inner_texts()
    parts.remove(page.locator("#change").inner_text())
    sheets = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="print")
    assert page.locator("h2:visible").all_inner_texts() == parts
    assert page.locator(":is(a, button, input, select, label):visible").all_inner_texts() == []
    assert page.evaluate("getComputedStyle(document.body, '::after').display") == "none"
    assert faults(page, MANAGER) == []
    height = page.evaluate("document.documentElement.scrollHeight")
    assert len(SHEET.findall(sheets)) >= height / A4_ACROSS[1]


def test_staff_are_told_how_to_sign_in_as_the_manager(server: Server, page_for: PageFor) -> None:
    page = page_for(1440, 900, refusals=True)
    answer = page.goto(server.link("manager", scope="staff"))
    assert answer and answer.status == 401
    expect(page.locator("foyer-manager")).to_have_count(0)


@pytest.fixture
def small_store(stem: Stem, tmp_path: Path) -> Iterator[Server]:
    config = tmp_path / "small.toml"
    config.write_text(store(1, 1, ["en"], papers=False))
    server = Server(tmp_path, config, stem=stem)
    server.start()
    yield server
    server.stop()


def test_the_sentence_counts_who_waits_and_who_left(small_store: Server, page_for: PageFor) -> None:
    """Six of eight did not come when they were called, and ten wait: that is not going well."""
    small_store.call("POST", "/counters/1/open", {"staff": "p1"})
    for _ in range(18):
        small_store.call("POST", "/visits", {"service": "s1", "choose": "wait"})
    for n in range(8):
        visit = small_store.call("POST", "/counters/1/call_next")["id"]
        if n < 6:
            small_store.call("POST", f"/visits/{visit}/no_show")
        else:
            small_store.call("POST", f"/visits/{visit}/start")
            small_store.call("POST", f"/visits/{visit}/finish", {"outcome": "resolved"})
    page = opened(small_store, page_for(1440, 900))
    expect(page.locator("h1")).to_have_text(re.compile("^Too many leave before they are served"))
    told = sentence(page)
    assert "10 wait" in told
    assert "6 left before being served" in told
    expect(page.locator("manager-people")).to_contain_text("2 of 2 · 100 %")


@pytest.mark.parametrize(
    ("beyond_target", "beyond_quote", "mood"), [(0, 0, "well"), (6, 0, "mixed"), (0, 54, "slow")]
)
def test_who_still_waits_too_long_counts_as_called_too_late(
    quiet_store: Server, page_for: PageFor, beyond_target: int, beyond_quote: int, mood: str
) -> None:
    page = with_modules(opened(quiet_store, page_for(1440, 900)))
    total = {
        "legs": 30,
        "ended": {"served": 30},
        "within_target": {"n": 30, "of": 30},
        "quotes_kept": {"n": 30, "of": 30},
    }
    waiting = {"n": 60, "beyond_target": beyond_target, "beyond_quote": beyond_quote}
    asked = "async (args) => (await import('/manager/sentence.js')).moodOf(...args)"
    assert page.evaluate(asked, [total, waiting]) == mood


def test_shares_are_rounded_but_never_to_all_or_nothing(
    quiet_store: Server, page_for: PageFor
) -> None:
    page = with_modules(opened(quiet_store, page_for(1440, 900)))
    asked = """async (shares) => {
      const { percent } = await import('/manager/sentence.js');
      return shares.map((share) => percent({ share }));
    }"""
    assert page.evaluate(asked, [1, 0.996, 0.955, 0.004, 0, None]) == [100, 99, 96, 1, 0, None]


def test_each_part_can_be_jumped_to_by_a_way_that_stays_what_it_is(
    two_days: Server, page_for: PageFor
) -> None:
    """A link that became another while a late card came led whoever pressed it somewhere else."""
    page = page_for(1440, 900)
    page.route("**/reports/promises?*", lambda held: None)
    opened(two_days, page)
    for come in ("#people", "#appointments", "#balance"):
        expect(page.locator(come)).to_be_visible()
    ways = page.locator(".jumps a")
    expect(ways).to_have_count(0)
    page.unroute("**/reports/promises?*")
    parts = ["#promises", "#people", "#appointments", "#papers", "#balance"]
    for n, part in enumerate([*parts, "#change", "#all-figures"]):
        way = ways.nth(n)
        expect(way).to_have_attribute("href", part)
        page.evaluate("scrollTo(0, 0)")
        if n % 2:
            way.focus()
            page.keyboard.press("Enter")
        else:
            way.click()
        expect(page.locator(part)).to_be_in_viewport()
        page.keyboard.press("Tab")
        assert page.locator("section", has=page.locator(part)).locator(":focus").count() == 1, part


def test_dates_are_written_as_the_pages_language_does(
    quiet_store: Server, page_for: PageFor
) -> None:
    page = opened(quiet_store, page_for(1440, 900, "de"))
    choose(page, "Eigene Daten")
    expect(page.locator(".own button").first).to_have_text(re.compile(r"\d\d\.\d\d\.\d{4}"))
