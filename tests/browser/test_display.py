"""The waiting-room TV: each call is announced once, and all can be read from eight metres."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from server.floor import commands as c
from server.settings import load
from tests.browser.running import BACK_WITHIN_S, Server, Stem, best_of_three
from tests.cast import NOON_HERE, shipped_at_noon
from tests.reports.played_days import ClockByHand, PlayedStore

PageFor = Callable[..., Page]
CAP_HEIGHT_EM = 0.668
"""Of Atkinson Hyperlegible Next."""
TONES_A_CHIME = 6
ISOLATES = re.compile("[\u2066-\u2069]")

COUNT_WHAT_IS_HEARD_AND_SEEN = """
  const heard = { tones: 0, flashes: 0 };
  const count = (what, times) => {
    heard[what] += times;
    document.documentElement.dataset[what] = heard[what];
  };
  document.addEventListener("DOMContentLoaded", () => {
    for (const what in heard) count(what, 0);
  });
  const start = AudioScheduledSourceNode.prototype.start;
  AudioScheduledSourceNode.prototype.start = function (...when) {
    count("tones", 1);
    return start.apply(this, when);
  };
  document.addEventListener("animationstart", (event) => {
    if (event.animationName === "flash") count("flashes", 1);
  });
"""


@pytest.fixture(scope="module")
def store(stem: Stem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One store for all of these tests; each begins with everybody gone."""
    running = Server(tmp_path_factory.mktemp("store"), stem=stem)
    running.start()
    yield running
    running.stop()


def send_everybody_home(store: Server) -> None:
    for visit in store.call("GET", "/visits?limit=200")["items"]:
        if "remove" in visit["allowed_actions"]:
            store.call("POST", f"/visits/{visit['id']}/remove", {})
        elif "finish" in visit["allowed_actions"]:
            store.call("POST", f"/visits/{visit['id']}/finish", {"outcome": "resolved"})


@pytest.fixture
def tv(store: Server, page_for: PageFor) -> Page:
    """Switched on by staff, who touched it once, so that it may sound."""
    send_everybody_home(store)
    for counter, staff in (("1", "mai"), ("2", "theo"), ("3", "ken")):
        store.call("POST", f"/counters/{counter}/open", {"staff": staff})
    page = page_for(1920, 1080, outage=True)
    page.emulate_media(reduced_motion="no-preference")
    page.add_init_script(COUNT_WHAT_IS_HEARD_AND_SEEN)
    switch_on(page, store)
    return page


def switch_on(page: Page, store: Server) -> None:
    page.goto(store.link("display"))
    expect(page.locator(".strip")).to_be_visible()
    page.mouse.click(960, 540)
    expect(page.locator(".sound-off")).to_have_count(0)


def ticket(store: Server, service: str = "advice", **more: object) -> dict[str, str]:
    return store.call("POST", "/visits", {"service": service, **more}, scope="kiosk")


def call(store: Server, visit: dict[str, str], counter: str) -> None:
    body = {"visit": visit["id"], "reason": "test"}
    store.call("POST", f"/counters/{counter}/call", body)


def expect_heard(page: Page, chimes: int, flashes: int) -> None:
    """So many since the page was opened."""
    for what, times in (("tones", chimes * TONES_A_CHIME), ("flashes", flashes)):
        expect(page.locator("html")).to_have_attribute(f"data-{what}", str(times))


def news_reaches(page: Page, store: Server) -> None:
    """Something unrelated happens, and the TV shows it."""
    waiting = ticket(store)
    expect(page.locator(".next", has_text=waiting["ticket"])).to_be_visible()


def test_a_call_chimes_and_flashes_once_and_a_recall_once_more(tv: Page, store: Server) -> None:
    ken = ticket(store)
    call(store, ken, "2")
    expect(tv.locator(".announcing .call-ticket")).to_have_text(ken["ticket"])
    expect(tv.locator(".announcing .door")).to_have_text("2")
    for word in ("Counter", "Schalter", "الشباك"):
        expect(tv.locator(".call-words")).to_contain_text(word)
    news_reaches(tv, store)
    expect_heard(tv, chimes=1, flashes=1)

    again = store.call("POST", f"/visits/{ken['id']}/recall")
    expect(tv.locator(".announcing")).to_have_attribute(
        "data-call", f"{ken['id']}@{again['called_at']}"
    )
    news_reaches(tv, store)
    expect_heard(tv, chimes=2, flashes=2)


def test_a_reload_shows_who_is_called_and_keeps_quiet(tv: Page, store: Server) -> None:
    ken = ticket(store)
    call(store, ken, "2")
    expect(tv.locator(".announcing")).to_be_visible()
    switch_on(tv, store)
    expect(tv.locator(".call .call-ticket")).to_have_text(ken["ticket"])
    news_reaches(tv, store)
    expect_heard(tv, chimes=0, flashes=0)
    expect(tv.locator(".announcing")).to_have_count(0)


def test_two_calls_in_the_same_second_have_their_turn_one_after_the_other(
    tv: Page, store: Server
) -> None:
    first, second = ticket(store), ticket(store)
    call(store, first, "1")
    call(store, second, "2")
    expect(tv.locator(".announcing .call-ticket")).to_have_text(first["ticket"])
    expect(tv.locator(".last .now")).to_contain_text(second["ticket"])
    expect_heard(tv, chimes=1, flashes=1)

    turn = tv.locator(".announcing .call-ticket")
    expect(turn).to_have_text(second["ticket"])
    expect_heard(tv, chimes=2, flashes=2)
    expect(tv.locator(".announcing")).to_have_count(0)
    expect(tv.locator(".call .call-ticket")).to_have_text(second["ticket"])
    expect(tv.locator(".last .now")).to_contain_text(first["ticket"])
    assert nothing_is_cut_off(tv)
    expect_heard(tv, chimes=2, flashes=2)


def test_the_last_call_stays_large_until_the_next_while_somebody_waits(
    tv: Page, store: Server
) -> None:
    first, second = ticket(store), ticket(store)
    call(store, first, "1")
    expect(tv.locator(".announcing")).to_be_visible()
    store.call("POST", f"/visits/{first['id']}/start")
    news_reaches(tv, store)
    expect(tv.locator(".announcing")).to_have_count(0)
    expect(tv.locator(".call .call-ticket")).to_have_text(first["ticket"])
    expect(tv.locator(".last", has_text=first["ticket"])).to_have_count(0)
    call(store, second, "2")
    expect(tv.locator(".call .call-ticket")).to_have_text(second["ticket"])
    expect(tv.locator(".last")).to_contain_text(first["ticket"])


def test_who_reached_the_counter_makes_room(tv: Page, store: Server) -> None:
    ken = ticket(store)
    call(store, ken, "2")
    expect(tv.locator(".announcing")).to_be_visible()
    store.call("POST", f"/visits/{ken['id']}/start")
    expect(tv.locator(".quiet-room")).to_be_visible()
    expect(tv.locator(".last li").first).to_contain_text(ken["ticket"])


def test_reduced_motion_does_not_flash_and_still_chimes(tv: Page, store: Server) -> None:
    tv.emulate_media(reduced_motion="reduce")
    call(store, ticket(store), "2")
    expect(tv.locator(".announcing")).to_be_visible()
    news_reaches(tv, store)
    expect_heard(tv, chimes=1, flashes=0)


def test_without_a_touch_it_tells_whoever_switches_it_on_that_it_cannot_sound(
    store: Server, page_for: PageFor
) -> None:
    page = page_for(1920, 1080)
    page.clock.install()
    page.goto(store.link("display"))
    expect(page.locator(".sound-off")).to_be_visible()
    page.clock.fast_forward(60_000)
    expect(page.locator(".sound-off")).to_have_count(0)


YOUNGER_THAN_2021 = re.compile(
    r"@container|\d(cq[a-z]+|[dsl]v[hwib])\b|:has\(|:dir\(|color-mix\(|\bcontainer\b|@layer|"
    r"border-(start|end)-(start|end)-radius|\boverflow: clip|\bscale:|\btranslate:|\brotate:"
)
"""What Chrome 88 does not know; it skips a declaration, or a rule whose selector is so."""


def as_read_in_2021(css: str) -> str:
    rule = re.compile(r"([^{};]*)\{([^{}]*)\}")

    def known(found: re.Match[str]) -> str:
        selector, body = found.groups()
        if YOUNGER_THAN_2021.search(selector):
            return ""
        kept = [one for one in body.split(";") if not YOUNGER_THAN_2021.search(one)]
        return f"{selector}{{{';'.join(kept)}}}"

    return rule.sub(known, re.sub(r"/\*.*?\*/", "", css, flags=re.S))


def test_a_television_of_2021_shows_the_same(store: Server, page_for: PageFor) -> None:
    send_everybody_home(store)
    boxes = []
    for old in (False, True):
        page = page_for(1920, 1080)
        if old:

            def aged(route: Route) -> None:
                answer = route.fetch()
                route.fulfill(response=answer, body=as_read_in_2021(answer.text()))

            page.route("**/*.css", aged)
        page.goto(store.link("display"))
        expect(page.locator(".strip")).to_be_visible()
        if not old:
            store.call("POST", "/counters/1/open", {"staff": "mai"})
            call(store, ticket(store), "1")
        expect(page.locator(".call .call-ticket")).to_be_visible()
        boxes.append(
            page.locator(".call-ticket, .call .door, .clock, .call-words").evaluate_all(
                "all => all.map((one) => JSON.stringify(one.getBoundingClientRect()))"
            )
        )
    assert boxes[0] == boxes[1]


def test_everything_is_large_enough_for_eight_metres(tv: Page, store: Server) -> None:
    visits = [ticket(store) for _ in range(9)]
    call(store, visits[0], "1")
    expect(tv.locator(".announcing")).to_be_visible()
    assert cap_px(tv, ".call-ticket") >= 190
    assert cap_px(tv, ".call .door") >= 190
    for lists in (".next .ticket", ".next .door", ".clock", ".wait-range .tongue"):
        assert cap_px(tv, lists) >= 64, lists
    assert nothing_is_cut_off(tv)


def cap_px(page: Page, selector: str) -> float:
    sizes = page.locator(selector).evaluate_all(
        "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    return min(sizes) * CAP_HEIGHT_EM


def nothing_is_cut_off(page: Page) -> bool:
    """Every number lies within the screen."""
    return page.locator(".num").evaluate_all(
        """all => all.every((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        })"""
    )


def test_breaks_closed_counters_and_long_waits_are_explained(tv: Page, store: Server) -> None:
    for _ in range(8):
        ticket(store, "recovery", choose="wait")
    store.call("POST", "/counters/1/close", {})
    store.call("POST", "/counters/2/break", {"minutes": 20})
    expect(tv.locator(".next .is-closed")).to_contain_text(re.compile("closed|geschlossen|مغلق"))
    expect(tv.locator(".next .is-break")).to_contain_text(re.compile(r"\d\d:\d\d"))
    expect(tv.locator(".notice")).to_contain_text(re.compile(r"\d\d:\d\d"))
    assert nothing_is_cut_off(tv)


def test_who_was_told_less_is_told_the_new_wait_and_why_in_every_language(
    tmp_path: Path, page_for: PageFor, stem: Stem, request: pytest.FixtureRequest
) -> None:
    late = store_with_broken_quotes(tmp_path, stem)
    request.addfinalizer(late.stop)
    page = page_for(1920, 1080)
    page.clock.install()
    page.goto(late.link("display"))
    [told] = late.call("GET", "/board", scope="display")["later"]
    shown = page.locator(".later")
    expect(shown.locator("b")).to_have_text([one["ticket"] for one in told["waits"]])
    for words in ("Counter 2 is on a break until", "Schalter 2 macht Pause bis", "الشباك 2 في"):
        for _ in range(3):
            if words in ISOLATES.sub("", shown.inner_text()):
                break
            page.clock.fast_forward(10_000)
        expect(shown).to_contain_text(re.compile(r"\d\d:\d\d"))
        assert words in ISOLATES.sub("", shown.inner_text())
        assert nothing_is_cut_off(page)


def store_with_broken_quotes(folder: Path, stem: Stem) -> Server:
    """Half an hour ago four were told a wait; then one counter took a long break."""
    now = round(time.time() * 1000)
    config = folder / "config.toml"
    config.write_text(shipped_at_noon())
    plan = load(config).plan(always_open=True)
    played = PlayedStore(folder / "data" / "foyer.db", plan, ClockByHand(now - 30 * 60_000))
    for counter, staff in (("1", "mai"), ("2", "theo")):
        played.do(c.OpenCounter(counter, staff))
    for number in range(4):
        played.do(c.TakeTicket(f"{number:032}", "advice"))
    called = played.do(c.CallNext("1"))
    assert called is not None
    played.do(c.Start(called))
    played.wait(1)
    played.do(c.TakeBreak("2", 90))
    for _ in range(28):
        played.wait(1)
        played.do(c.TimePassed())
    played.close()
    late = Server(folder, config, stem)
    late.start()
    return late


def test_a_kept_place_is_shown_with_its_deadline_extended_kept_or_missed(
    tv: Page, store: Server
) -> None:
    rosa, ida = ticket(store), ticket(store)

    def keep(visit: dict[str, str], minutes: float) -> str:
        path = f"/visits/{visit['id']}/hold"
        until = store.call("POST", path, {"minutes": minutes})["held_until"]
        return f"{datetime.fromisoformat(until).astimezone(NOON_HERE):%H:%M}"

    kept = tv.locator(".kept-place")
    soon = keep(rosa, 10)
    expect(kept).to_have_text(re.compile(rf"{rosa['ticket']}[\s\S]*{soon}"))
    later = keep(rosa, 25)
    assert later != soon
    expect(kept).to_have_text(re.compile(rf"{rosa['ticket']}[\s\S]*{later}"))
    keep(ida, 0.1)
    expect(kept).to_have_count(2)
    expect(kept).to_have_count(1)
    assert store.call("GET", f"/visits/{ida['id']}")["ended_reason"] == "hold_expired"
    store.call("POST", f"/visits/{rosa['id']}/return", {})
    expect(kept).to_have_count(0)


def test_every_language_has_its_turn_and_its_direction(tv: Page, store: Server) -> None:
    tv.clock.install()
    switch_on(tv, store)
    label = tv.locator(".next h2 .tongue")
    seen = set()
    for _ in range(3):
        lang = label.get_attribute("lang")
        seen.add((lang, label.get_attribute("dir")))
        tv.clock.fast_forward(10_000)
        expect(label).not_to_have_attribute("lang", str(lang))
    assert seen == {("en", "ltr"), ("de", "ltr"), ("ar", "rtl")}


def test_no_name_ever_reaches_the_room(store: Server, page_for: PageFor) -> None:
    page = page_for(1920, 1080)
    frames: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda f: frames.append(str(f))))
    page.goto(store.link("display"))
    rosa = ticket(store, name="Rosa Okonkwo", phone="+49 170 5550123")
    expect(page.locator(".strip")).to_be_visible()
    call_when_open(store, rosa)
    expect(page.locator(".call-ticket")).to_have_text(rosa["ticket"])
    assert frames
    for private in ("Rosa", "5550123"):
        assert private not in page.content()
        assert not any(private in frame for frame in frames)


def call_when_open(store: Server, visit: dict[str, str]) -> None:
    store.call("POST", "/counters/1/open", {"staff": "mai"})
    call(store, visit, "1")


def test_a_dead_server_is_said_and_its_return_is_quiet(tv: Page, store: Server) -> None:
    ken = ticket(store)
    call(store, ken, "2")
    expect(tv.locator(".announcing")).to_be_visible()

    def outage() -> float:
        store.stop(signal.SIGKILL)
        expect(tv.locator(".stale-notice")).to_contain_text(re.compile(r"\d\d:\d\d"))
        expect(tv.locator(".call-ticket")).to_have_text(ken["ticket"])
        store.start()
        back = time.monotonic()
        expect(tv.locator(".stale-notice")).to_have_count(0)
        return time.monotonic() - back

    assert best_of_three(outage, BACK_WITHIN_S) <= BACK_WITHIN_S
    ida = ticket(store)
    call(store, ida, "1")
    expect(tv.locator(".announcing .call-ticket")).to_have_text(ida["ticket"])
    expect_heard(tv, chimes=2, flashes=2)


def test_a_closed_store_says_when_it_opens(
    tmp_path: Path, page_for: PageFor, stem: Stem, request: pytest.FixtureRequest
) -> None:
    today = datetime.now(NOON_HERE).date()
    config = tmp_path / "closed.toml"
    config.write_text(re.sub(r"(?m)^closed = .*$", f'closed = ["{today}"]', shipped_at_noon()))
    shut = Server(tmp_path, config, stem)
    shut.always_open = False
    shut.start()
    request.addfinalizer(shut.stop)
    page = page_for(1920, 1080, outage=True)
    page.goto(shut.link("display"))
    room = page.locator(".quiet-room")
    for sentence in ("We are closed.", "Wir haben geschlossen.", "نحن مغلقون الآن."):
        expect(room).to_contain_text(sentence)
    expect(room).to_contain_text(re.compile(r"Open again \w+ \d\d:\d\d"))


def test_nothing_hinders_who_cannot_see_it(tv: Page, store: Server) -> None:
    visits = [ticket(store) for _ in range(3)]
    # One language fades into the next: halfway neither is to be read.
    tv.emulate_media(reduced_motion="reduce")
    expect(tv.get_by_role("heading", level=1).first).to_be_attached()
    assert Axe().run(tv).violations_count == 0
    call(store, visits[0], "1")
    expect(tv.locator(".announcing")).to_be_visible()
    found = Axe().run(tv)
    assert found.violations_count == 0, found.generate_report()


def test_equal_waits_are_said_once_and_as_one_likely_figure(tv: Page, store: Server) -> None:
    """They stand for their minute, whoever takes a ticket meanwhile."""
    tv.evaluate(
        """() => {
          const tv = document.querySelector("foyer-display");
          window.likely = (likely) => {
            tv.show = () => {};
            const of = (one, n) => ({ low_s: 300, likely_s: likely[n % likely.length], high_s: 9000,
              basis: "rehearsal" });
            const services = tv.board.services.map((one, n) => (
              { ...one, open: true, wait: of(one, n) }));
            tv.board = { ...tv.board, services, later: [], notices: [], held: [] };
            return tv.updateComplete;
          };
        }"""
    )
    tv.clock.install()

    def shown() -> list[str | None]:
        told = tv.locator(".wait-range").all_inner_texts()
        return [re.sub(r"\D", "", one) or None for one in told]

    for likely, figures in (
        ([1500], ["25"]),
        ([1530, 1440], ["25"]),
        ([60, 480, 3600], ["1", "8", None]),
    ):
        # News in between sets the page's clock back to the store's, whose minute is the same.
        for _ in range(5):
            tv.clock.fast_forward(60_000)
            tv.evaluate("(likely) => window.likely(likely)", likely)
            if shown()[: len(figures)] == figures:
                break
        assert shown()[: len(figures)] == figures
    tv.evaluate("(likely) => window.likely(likely)", [120, 600, 3600])
    assert shown()[0] == "1"


@pytest.mark.parametrize(
    ("name", "door"),
    [("2", "2"), ("Counter 2", "2"), ("Room 12a", "12a"), ("Reception", "Reception")],
)
def test_a_counter_without_a_number_is_called_by_its_name(
    tv: Page, store: Server, name: str, door: str
) -> None:
    call(store, ticket(store), "2")
    expect(tv.locator(".announcing")).to_be_visible()
    tv.evaluate(
        """(name) => {
          const tv = document.querySelector("foyer-display");
          tv.show = () => {};
          const counters = tv.board.counters.map((one) => ({ ...one, name: { en: name } }));
          tv.board = { ...tv.board, counters };
        }""",
        name,
    )
    expect(tv.locator(".call .door")).to_have_text(door)


def test_an_order_that_may_look_unfair_is_explained(tv: Page, store: Server) -> None:
    first, second = ticket(store), ticket(store)
    expect(tv.locator(".order")).to_have_count(0)
    call(store, second, "2")
    expect(tv.locator(".next")).to_contain_text(first["ticket"])
    expect(tv.locator(".order")).to_be_visible()
