"""What the pages share: news that survives a restart, writes done once, times as people say."""

from __future__ import annotations

import json
import re
import signal
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from server.doors.joined import VENDORED
from tests.browser.running import ROOT, Server

PageFor = Callable[..., Page]


@pytest.fixture
def page(quiet_store: Server, page_for: PageFor) -> Page:
    """Any page will do: each knows the store and its languages."""
    opened = page_for(1080, 1920)
    opened.goto(quiet_store.link("kiosk"))
    expect(opened.locator(".languages")).to_be_visible()
    return with_modules(opened)


def with_modules(page: Page) -> Page:
    """A page's script is one; here each module is imported by itself, beside it."""
    imports = {"ui/": "/ui/"} | {name: f"/{path}" for name, path in VENDORED.items()}
    page.evaluate(IMPORT_MAP, json.dumps({"imports": imports}))
    page.evaluate("import('/ui/api.js')")
    return page


IMPORT_MAP = """(text) => {
  const map = document.createElement("script");
  map.type = "importmap";
  map.nonce = document.querySelector("script[nonce]").nonce;
  map.textContent = text;
  document.head.append(map);
}"""


WATCH = """async () => {
  const { watch } = await import("/ui/live.js");
  window.seen = [];
  window.stale = [];
  window.addEventListener("foyer:stale", ({ detail }) => window.stale.push(detail.since));
  watch("board", (board) => window.seen.push([board.seq, board.counters[0].state]));
}"""


def test_news_is_whole_again_after_a_restart(server: Server, page_for: PageFor) -> None:
    page = page_for(1080, 1920, outage=True)
    page.goto(server.link("kiosk"))
    with_modules(page)
    page.evaluate(WATCH)
    page.wait_for_function("() => window.seen.length")
    server.stop(signal.SIGKILL)
    page.wait_for_function("() => window.stale.length === 1")
    assert page.evaluate("() => Number.isFinite(window.stale[0])")
    server.start()
    server.call("POST", "/counters/1/open", {"staff": "mai"})
    page.wait_for_function("() => window.seen.at(-1)[1] === 'open'")
    page.wait_for_function("() => window.stale.at(-1) === null")
    seen = [seq for seq, _ in page.evaluate("() => window.seen")]
    assert seen == sorted(seen)


def test_a_screen_that_watches_late_is_told_the_state_at_once(
    server: Server, page_for: PageFor
) -> None:
    page = page_for(1080, 1920)
    page.goto(server.link("kiosk"))
    with_modules(page)
    server.call("POST", "/counters/1/open", {"staff": "mai"})
    page.evaluate(WATCH)
    page.wait_for_function("() => window.seen.at(-1)?.[1] === 'open'")


def test_a_write_whose_answer_is_lost_is_asked_again_with_its_key(
    server: Server, page_for: PageFor
) -> None:
    page = page_for(1080, 1920, outage=True)
    page.goto(server.link("kiosk"))
    with_modules(page)
    keys: list[str] = []

    def lose_two(route: Route) -> None:
        keys.append(route.request.headers["idempotency-key"])
        if len(keys) < 3:
            route.abort()
        else:
            route.continue_()

    page.route("**/help", lose_two)
    answer = page.evaluate("""async () => {
      const { api } = await import("/ui/api.js");
      return api.post("/help", { step: "test" });
    }""")
    assert answer["status"] == 201
    assert len(keys) == 3
    assert len(set(keys)) == 1


def test_a_write_that_never_arrives_says_so(server: Server, page_for: PageFor) -> None:
    page = page_for(1080, 1920, outage=True)
    page.goto(server.link("kiosk"))
    with_modules(page)
    server.stop()
    answer = page.evaluate("""async () => {
      const { api } = await import("/ui/api.js");
      return api.post("/help", { step: "test" });
    }""")
    assert answer == {"ok": False, "status": 0, "body": None}


def test_a_refusal_is_said_in_the_page_s_language(page: Page) -> None:
    said = page.evaluate("""async () => {
      const { problemText } = await import("/ui/api.js");
      const { loadWords } = await import("/ui/words.js");
      await loadWords("de", ["floor", "kiosk", "reading"]);
      return [problemText({ code: "store_closed", args: {}, detail: "The store is closed." }),
              problemText({ code: "of_tomorrow", detail: "Something new." })];
    }""")
    assert said[0] != "The store is closed."
    assert said[1] == "Something new."


@pytest.mark.parametrize(
    ("low_s", "high_s", "english", "german", "arabic"),
    [
        (0, 50, "about a minute", "etwa eine Minute", "نحو دقيقة واحدة"),
        (20, 300, "up to 5 min", "bis 5 Min.", "حتى 5 دقائق"),
        (300, 300, "about 5 min", "etwa 5 Min.", "نحو 5 دقائق"),
        (659, 841, "10–15 min", "10–15 Min.", "10 إلى 15 دقيقة"),
        (5400, 9000, "1.5–2.5 hours", "1,5–2,5 Stunden", "1.5 إلى 2.5 ساعات"),
    ],
)
def test_waits_are_said_as_ranges_that_hold(
    page: Page, low_s: int, high_s: int, english: str, german: str, arabic: str
) -> None:
    said = page.evaluate(
        """async ([low_s, high_s]) => {
          const { waitRange } = await import("/ui/format.js");
          const { loadWords } = await import("/ui/words.js");
          const said = [];
          for (const lang of ["en", "de", "ar"]) {
            await loadWords(lang, ["floor", "kiosk", "reading"]);
            said.push(waitRange(low_s, high_s));
          }
          return said;
        }""",
        [low_s, high_s],
    )
    marks = dict.fromkeys(map(ord, "\u2068\u2069"))
    assert [text.translate(marks) for text in said] == [english, german, arabic]


def test_the_store_s_time_runs_at_its_own_speed(page: Page) -> None:
    passed = page.evaluate("""async () => {
      const { serverNow, setServerTime } = await import("/ui/time.js");
      let here = 1000;
      performance.now = () => here;
      setServerTime("2026-11-21T10:00:00.000Z", 60);
      const first = serverNow();
      here += 50;
      return serverNow() - first;
    }""")
    assert passed == 50 * 60


def test_times_are_the_store_s_not_the_screen_s(page: Page) -> None:
    said = page.evaluate("""async () => {
      const { clock, setTimeZone } = await import("/ui/format.js");
      const { loadWords } = await import("/ui/words.js");
      setTimeZone("Asia/Tokyo");
      const said = [];
      for (const lang of ["en", "de", "ar"]) {
        await loadWords(lang, ["floor", "kiosk", "reading"]);
        said.push(clock("2026-11-21T14:35:00.000Z"));
      }
      return said;
    }""")
    assert said == ["23:35", "23:35", "23:35"]


def test_every_drawing_that_is_asked_for_exists() -> None:
    """An unknown name would draw a paper."""
    source = (ROOT / "ui" / "icons.js").read_text()
    drawn = set(re.findall(r'^  "?([a-z-]+)"?: svg', source, re.MULTILINE))
    asked = set(re.findall(r'(?m)^icon = "(\w+)"', (ROOT / "config.toml").read_text()))
    for room in ("kiosk", "display", "staff", "manager", "phone", "ui"):
        for page in (ROOT / room).glob("*.js"):
            asked |= set(re.findall(r'\bicon\(\s*"([a-z-]+)"', page.read_text()))
    assert asked <= drawn, asked - drawn


def test_what_the_modules_import_by_name_is_vendored() -> None:
    for target in VENDORED.values():
        assert (ROOT / target).exists()
