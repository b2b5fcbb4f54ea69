"""The customer's own phone: it follows the visit by itself, on plain HTTP and a slow network."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response, expect

from tests.browser.running import BACK_WITHIN_S, Server, Stem, best_of_three
from tests.cast import NOON_HERE

PageFor = Callable[..., Page]
FIRST_LOAD_BYTES_MAX = 60_000
TONES_A_CHIME = 6

LIKE_PLAIN_HTTP = """
  for (const name of ["randomUUID", "subtle"]) delete Crypto.prototype[name];
  for (const name of ["serviceWorker", "wakeLock"]) delete Navigator.prototype[name];
"""
COUNT_TONES = """
  let tones = 0;
  const start = AudioScheduledSourceNode.prototype.start;
  AudioScheduledSourceNode.prototype.start = function (...when) {
    document.documentElement.dataset.tones = ++tones;
    return start.apply(this, when);
  };
"""


KEEP_THE_SOUND = """
  const Context = window.AudioContext;
  window.AudioContext = class extends Context {
    constructor() { super(); window.sound = this; }
  };
"""
A_WAKE_LOCK = """
  const lock = new EventTarget();
  lock.release = () => {};
  Object.defineProperty(navigator, "wakeLock", { value: { request: async () => lock } });
"""


@pytest.fixture(scope="module")
def store(stem: Stem, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One store for all of these tests; each has a visit of its own."""
    running = Server(tmp_path_factory.mktemp("store"), stem=stem)
    running.start()
    for counter, staff in (("1", "mai"), ("2", "theo"), ("3", "ken")):
        running.call("POST", f"/counters/{counter}/open", {"staff": staff})
    yield running
    running.stop()


@pytest.fixture
def phone(page_for: PageFor) -> Page:
    page = page_for(390, 844)
    page.add_init_script(LIKE_PLAIN_HTTP + COUNT_TONES)
    return page


@pytest.fixture
def far_phone(page_for: PageFor) -> Page:
    """In the corner with the bad reception."""
    return page_for(390, 844, outage=True)


def ticket(store: Server, service: str = "advice", **more: object) -> dict[str, str]:
    return store.call("POST", "/visits", {"service": service, **more}, scope="kiosk")


def follow(phone: Page, store: Server, visit: dict[str, str]) -> None:
    phone.goto(store.base + visit["follow_url"])
    expect(phone.locator("foyer-phone main")).to_be_visible()


def call(store: Server, visit: dict[str, str], counter: str = "2") -> None:
    free_counter(store, counter)
    store.call("POST", f"/counters/{counter}/call", {"visit": visit["id"], "reason": "test"})


def free_counter(store: Server, counter: str) -> None:
    there = next(c for c in store.call("GET", "/counters")["items"] if c["id"] == counter)
    if there["visit"]:
        store.call("POST", f"/visits/{there['visit']}/finish", {"outcome": "resolved"})


def state(store: Server, visit: dict[str, str]) -> dict[str, object]:
    return store.call("GET", f"/visits/{visit['id']}")


def tap(phone: Page, name: str) -> None:
    phone.get_by_role("button", name=name).click()


def test_it_follows_a_visit_from_the_line_to_a_kind_word(phone: Page, store: Server) -> None:
    ken = ticket(store)
    follow(phone, store, ken)
    expect(phone.locator(".ticket-number")).to_have_text(ken["ticket"])
    expect(phone.locator(".place-text")).to_contain_text(re.compile("before you|next"))
    expect(phone.locator(".now-range")).to_contain_text("min")
    expect(phone.locator(".promise-by")).to_contain_text(re.compile(r"By \d\d:\d\d at the latest"))

    call(store, ken)
    expect(phone.locator(".called-door")).to_have_text("2")
    expect(phone.get_by_role("alert").first).to_have_text("Counter 2 is ready for you")
    expect(phone.locator("body")).to_have_css("background-color", "rgb(242, 181, 68)")

    store.call("POST", f"/visits/{ken['id']}/start")
    expect(phone.locator("h1")).to_have_text("You are at Counter 2")
    store.call("POST", f"/visits/{ken['id']}/finish", {"outcome": "resolved"})
    expect(phone.locator("h1")).to_have_text("Thank you for coming.")

    tap(phone, "Very good")
    expect(phone.locator(".thanks")).to_be_visible()
    phone.reload()
    expect(phone.locator(".thanks")).to_be_visible()


def test_a_promise_is_shown_until_it_is_kept(phone: Page, store: Server) -> None:
    visit = ticket(store)
    call(store, visit)
    due = datetime(2999, 1, 3, 16, tzinfo=NOON_HERE).isoformat()
    promise = {"what": "Your drive is back", "due": due}
    store.call("POST", f"/visits/{visit['id']}/finish", {"outcome": "resolved", "promise": promise})
    follow(phone, store, visit)
    promised = phone.locator(".promised")
    expect(promised).to_contain_text("We promised you")
    expect(promised).to_contain_text("Your drive is back")
    expect(promised).to_contain_text("by Thursday, 3 January, 16:00")

    listed = store.call("GET", "/promises?state=open")["items"]
    [made] = [one for one in listed if one["visit"] == visit["id"]]
    store.call("POST", f"/promises/{made['id']}/kept")
    expect(promised).to_contain_text("We have done it")


def test_those_ahead_become_fewer(phone: Page, store: Server) -> None:
    others = [ticket(store, "recovery", choose="wait") for _ in range(2)]
    last = ticket(store, "recovery", choose="wait")
    for visit in (*others, last):
        if state(store, visit)["counter"] != "3":
            store.call("POST", f"/visits/{visit['id']}/move", {"to": "3"})
    follow(phone, store, last)
    expect(phone.locator(".place-text")).to_have_text("2 people before you")
    call(store, others[0], "3")
    expect(phone.locator(".place-text")).to_have_text("1 person before you")
    call(store, others[1], "3")
    expect(phone.locator(".place-text")).to_have_text("You are next.")


def test_stepping_away_and_coming_back_with_the_keyboard_alone(phone: Page, store: Server) -> None:
    ida = ticket(store)
    follow(phone, store, ida)
    press(phone, "Step away, keep my place")
    expect(phone.get_by_role("dialog")).to_contain_text("How long do you need?")
    phone.get_by_role("radio", name="10 minutes").focus()
    phone.keyboard.press("ArrowRight")
    expect(phone.get_by_role("radio", name="15 minutes")).to_be_checked()
    press(phone, "Keep my place")
    expect(phone.get_by_role("timer")).to_have_text(re.compile(r"^\s*1[45] minutes left$"))
    assert state(store, ida)["state"] == "held"

    press(phone, "I am back")
    expect(phone.locator(".ticket-number")).to_have_text(ida["ticket"])
    assert state(store, ida)["arrived_at"] == ida["arrived_at"]
    expect(phone.get_by_role("button", name="Step away")).to_have_count(0)
    expect(phone.locator(".hold-used")).to_be_visible()


def press(phone: Page, name: str) -> None:
    """Tab until it has the focus, then Enter."""
    wanted = phone.get_by_role("button", name=name, exact=True)
    expect(wanted).to_be_visible()
    for _ in range(20):
        if wanted.evaluate("(one) => one === document.activeElement"):
            break
        phone.keyboard.press("Tab")
    expect(wanted).to_be_focused()
    phone.keyboard.press("Enter")


def test_giving_up_the_place_asks_once(phone: Page, store: Server) -> None:
    ken = ticket(store)
    follow(phone, store, ken)
    tap(phone, "Give up my place")
    tap(phone, "No, go back")
    expect(phone.get_by_role("dialog")).to_have_count(0)
    assert state(store, ken)["state"] == "waiting"
    tap(phone, "Give up my place")
    tap(phone, "Yes, give it up")
    expect(phone.locator("h1")).to_have_text("You have given up your place.")
    assert state(store, ken)["ended_as"] == "cancelled_by_customer"


def test_a_call_ends_whatever_the_customer_was_asked(phone: Page, store: Server) -> None:
    ken = ticket(store)
    follow(phone, store, ken)
    tap(phone, "Step away, keep my place")
    call(store, ken)
    expect(phone.locator(".called-door")).to_be_visible()
    expect(phone.get_by_role("dialog")).to_have_count(0)


def test_a_visit_in_arabic_is_arabic_and_can_be_read_in_english(phone: Page, store: Server) -> None:
    visit = ticket(store, language="ar")
    follow(phone, store, visit)
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    expect(phone.locator(".promise-by")).to_contain_text("في موعد أقصاه")
    number = phone.locator(".ticket-number")
    expect(number).to_have_css("direction", "ltr")
    box = number.bounding_box()
    assert box is not None and box["x"] > 100

    phone.get_by_label("اللغة").select_option("en")
    expect(phone.locator("html")).to_have_attribute("dir", "ltr")
    phone.reload()
    expect(phone.locator(".promise-by")).to_contain_text("at the latest")
    expect(phone.get_by_label("Language")).to_have_value("en")


def test_rosa_sees_what_is_missing_while_her_place_is_kept(phone: Page, store: Server) -> None:
    [service] = [s for s in store.call("GET", "/services")["items"] if s["id"] == "recovery"]
    answers = {q["id"]: q["answers"][0]["id"] for q in service["questions"]}
    rosa = ticket(store, "recovery", answers=answers, choose="hold")
    follow(phone, store, rosa)
    expect(phone.get_by_role("timer")).to_be_visible()
    expect(phone.locator(".papers-missing .paper").first).to_be_visible()

    ken = ticket(store, "recovery", answers=answers, choose="come_back")
    follow(phone, store, ken)
    expect(phone.locator("h1")).to_have_text("Come back with the rest")
    expect(phone.locator(".papers-missing .paper").first).to_be_visible()


def test_whoever_has_it_now_says_so_and_is_told_how_the_papers_stand(
    far_phone: Page, store: Server
) -> None:
    papers = {"identity_card": "missing", "drive": "have", "id_copy": "missing"}
    rosa = ticket(store, "recovery", answers={"customer": "private"}, papers=papers, choose="wait")
    reject = {"items": [{"paper": "passport", "status": "rejected", "reason": "expired"}]}
    store.call("POST", f"/visits/{rosa['id']}/papers", reject)
    follow(far_phone, store, rosa)
    verdict = far_phone.locator(".verdict")
    expect(verdict).to_contain_text("Something is missing that cannot be had today.")
    expect_no_violation(far_phone)

    far_phone.route("**/declare", lambda route: route.abort())
    card = far_phone.get_by_role("button", name="I have it now: Identity card")
    card.click()
    expect(card).to_contain_text("One moment…")
    expect(card).to_be_disabled()
    expect(far_phone.locator("foyer-missing .problem")).to_contain_text("Nothing has changed")
    assert state(store, rosa)["papers"]["verdict"] == "not_today"
    far_phone.unroute("**/declare")
    expect(far_phone.get_by_role("button", name="I have another one now: Passport")).to_be_enabled()
    press(far_phone, "I have it now: Identity card")
    expect(verdict).to_contain_text("you can get it right here")
    expect(far_phone.locator(".papers-missing .paper")).to_have_count(1)
    expect(far_phone.locator(".papers:not(.papers-missing)")).to_contain_text("Identity card")
    assert state(store, rosa)["papers"]["verdict"] == "fixable_here"

    far_phone.get_by_label("Language").select_option("ar")
    tap(far_phone, "هو معي الآن")
    expect(far_phone.locator(".all-there")).to_contain_text("لديك كل ما تحتاج إليه.")
    expect(far_phone.locator(".papers-missing")).to_have_count(0)
    expect_no_violation(far_phone)


def test_a_no_show_is_told_how_to_get_back_in(phone: Page, store: Server) -> None:
    ken = ticket(store)
    follow(phone, store, ken)
    call(store, ken)
    expect(phone.locator(".called-door")).to_be_visible()
    store.call("POST", f"/visits/{ken['id']}/no_show")
    expect(phone.locator("main")).to_contain_text("we take you back in")
    store.call("POST", f"/visits/{ken['id']}/undo")
    expect(phone.locator(".called-door")).to_be_visible()


def test_it_rings_once_for_a_call_if_it_was_let(phone: Page, store: Server) -> None:
    ken = ticket(store)
    follow(phone, store, ken)
    tap(phone, "Let this phone ring")
    expect(phone.locator(".ring-on")).to_be_visible()
    tones = phone.locator("html")
    expect(tones).to_have_attribute("data-tones", str(TONES_A_CHIME))
    call(store, ken)
    expect(tones).to_have_attribute("data-tones", str(4 * TONES_A_CHIME))
    phone.reload()
    expect(phone.locator(".called-door")).to_be_visible()
    expect(tones).not_to_have_attribute("data-tones", re.compile("."))


def test_a_bell_that_a_phone_call_took_away_is_switched_on_again(
    page_for: PageFor, store: Server
) -> None:
    phone = page_for(390, 844)
    phone.add_init_script(LIKE_PLAIN_HTTP + COUNT_TONES + KEEP_THE_SOUND)
    follow(phone, store, ticket(store))
    tap(phone, "Let this phone ring")
    expect(phone.locator(".ring-on")).to_be_visible()
    phone.evaluate("window.sound.suspend()")
    expect(phone.get_by_role("button", name="Let this phone ring")).to_be_visible()
    tap(phone, "Let this phone ring")
    expect(phone.locator(".ring-on")).to_be_visible()


def test_a_screen_that_stays_on_is_promised_only_where_it_does(
    page_for: PageFor, store: Server
) -> None:
    plain, secure = page_for(390, 844), page_for(390, 844)
    plain.add_init_script(LIKE_PLAIN_HTTP)
    secure.add_init_script(A_WAKE_LOCK)
    for phone, words in ((plain, "the screen on"), (secure, "the screen stays on")):
        follow(phone, store, ticket(store))
        tap(phone, "Let this phone ring")
        expect(phone.locator(".ring-on")).to_contain_text(words)


def test_a_recall_is_heard_and_the_end(phone: Page, store: Server) -> None:
    ken = ticket(store)
    follow(phone, store, ken)
    loud, calm = phone.get_by_role("alert").first, phone.get_by_role("status").nth(1)
    expect(calm).to_contain_text(re.compile("before you|next"))
    call(store, ken)
    expect(loud).to_have_text("Counter 2 is ready for you")
    expect(calm).to_have_text("")
    store.call("POST", f"/visits/{ken['id']}/recall")
    expect(loud).to_have_text("Called again. Counter 2 is ready for you")
    store.call("POST", f"/visits/{ken['id']}/no_show")
    expect(calm).to_have_text("We called you and did not find you.")
    expect(loud).to_have_text("")


def test_whoever_was_erased_is_asked_nothing_more(phone: Page, store: Server) -> None:
    ken = ticket(store)
    call(store, ken)
    store.call("POST", f"/visits/{ken['id']}/finish", {"outcome": "resolved"})
    follow(phone, store, ken)
    expect(phone.locator(".feedback")).to_be_visible()
    store.call("DELETE", f"/guests/{ken['id']}", scope="manager")
    phone.reload()
    expect(phone.locator("foyer-phone h1")).to_have_text("Thank you for coming.")
    expect(phone.locator(".feedback")).to_have_count(0)


@pytest.mark.parametrize("size", [(844, 390), (640, 320)])
def test_on_its_side_the_counter_is_in_sight(
    size: tuple[int, int], phone: Page, store: Server
) -> None:
    phone.set_viewport_size({"width": size[0], "height": size[1]})
    ken = ticket(store)
    follow(phone, store, ken)
    call(store, ken)
    expect(phone.locator("foyer-phone h1")).to_be_in_viewport(ratio=1)


def test_a_dead_server_is_said_and_found_again(far_phone: Page, server: Server) -> None:
    ken = ticket(server)
    follow(far_phone, server, ken)

    def outage() -> float:
        server.stop(signal.SIGKILL)
        expect(far_phone.locator(".stale")).to_contain_text(re.compile(r"Last news at \d\d:\d\d"))
        expect(far_phone.locator(".ticket-number")).to_have_text(ken["ticket"])
        server.start()
        back = time.monotonic()
        expect(far_phone.locator(".stale")).to_have_count(0)
        return time.monotonic() - back

    assert best_of_three(outage, BACK_WITHIN_S) <= BACK_WITHIN_S
    server.call("POST", "/counters/1/open", {"staff": "mai"})
    server.call("POST", "/counters/1/call_next")
    expect(far_phone.locator(".called-door")).to_have_text("1")


def test_it_asks_where_events_do_not_come_through(far_phone: Page, store: Server) -> None:
    far_phone.route("**/events", lambda route: route.abort())
    ken = ticket(store)
    follow(far_phone, store, ken)
    call(store, ken)
    expect(far_phone.locator(".called-door")).to_be_visible()
    expect(far_phone.locator(".stale")).to_have_count(0)


def test_an_action_that_cannot_reach_the_store_says_so(far_phone: Page, store: Server) -> None:
    ken = ticket(store)
    follow(far_phone, store, ken)
    far_phone.route("**/cancel", lambda route: route.abort())
    tap(far_phone, "Give up my place")
    tap(far_phone, "Yes, give it up")
    expect(far_phone.get_by_role("dialog").get_by_role("alert")).to_contain_text(
        "Nothing has changed"
    )
    far_phone.unroute("**/cancel")
    tap(far_phone, "Yes, give it up")
    expect(far_phone.locator("h1")).to_have_text("You have given up your place.")


def test_the_first_load_is_small(phone: Page, store: Server) -> None:
    visit = ticket(store, language="ar")
    network = phone.context.new_cdp_session(phone)
    network.send("Network.enable")
    received: list[float] = []
    network.on("Network.loadingFinished", lambda done: received.append(done["encodedDataLength"]))
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    follow(phone, store, visit)
    # The news goes on for ever; all else ends.
    while len(received) < len(asked) - 1:
        phone.wait_for_timeout(50)
    assert len(asked) <= 7, asked
    assert sum(received) <= FIRST_LOAD_BYTES_MAX, sum(received)
    assert not [url for url in asked if "socket.io" in url or "vendor/fonts" in url]


@pytest.mark.parametrize("width", [390, 320])
def test_twice_the_text_size_still_fits(width: int, phone: Page, store: Server) -> None:
    phone.set_viewport_size({"width": width, "height": 700})
    visit = ticket(store, language="de")
    follow(phone, store, visit)
    phone.evaluate("document.documentElement.style.fontSize = '200%'")
    assert not scrolls_sideways(phone)
    tap(phone, "Kurz weggehen, Platz behalten")
    do = phone.get_by_role("button", name="Platz freihalten")
    do.scroll_into_view_if_needed()
    expect(do).to_be_in_viewport()
    assert not scrolls_sideways(phone)
    tap(phone, "Nein, zurück")
    call(store, visit)
    expect(phone.locator(".called-door")).to_be_visible()
    assert not scrolls_sideways(phone)


def scrolls_sideways(phone: Page) -> bool:
    return phone.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_a_link_of_no_visit_here_is_explained(store: Server, page_for: PageFor) -> None:
    phone = page_for(390, 844, refusals=True)
    answer = phone.goto(f"{store.base}/v/nobody-has-this-link")
    assert isinstance(answer, Response)
    assert answer.status == 404
    expect(phone.locator("h1")).not_to_be_empty()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_hinders_a_screen_reader(language: str, phone: Page, store: Server) -> None:
    visit = ticket(store, language=language)
    follow(phone, store, visit)
    expect_no_violation(phone)
    phone.locator("foyer-ask .quiet").first.click()
    expect(phone.get_by_role("dialog")).to_be_visible()
    expect_no_violation(phone)
    phone.keyboard.press("Escape")
    call(store, visit)
    expect(phone.locator(".called-door")).to_be_visible()
    phone.emulate_media(reduced_motion="reduce")
    expect_no_violation(phone)
    store.call("POST", f"/visits/{visit['id']}/finish", {"outcome": "resolved"})
    expect(phone.locator(".feedback")).to_be_visible()
    expect_no_violation(phone)


def expect_no_violation(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
