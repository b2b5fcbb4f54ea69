"""The TV holds every store, also on the day that everything is to be said at once."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.every_store import Size, check
from tests.browser.looks import DISPLAY
from tests.browser.running import Server
from tests.stores import LONG

PageFor = Callable[..., Page]
DISPLAYS = ((1280, 720), (1920, 1080))
DAYS = (
    "quiet",
    "every service another wait",
    "counters without a number",
    "lines of no counter",
)
TONGUES = 3
A_MINUTE_AND_A_TURN_MS = 70_000
"""What was said of a wait has stood long enough, and the next language has its turn."""
SHOW = """([day, name]) => {
  const tv = document.querySelector("foyer-display");
  const board = (tv.boardOfTheStore ??= tv.board);
  tv.show = () => {};
  const now = (minutes) => new Date(Date.now() + minutes * 60000).toISOString();
  const ticket = (n) => `AB${String(n).padStart(3, "0")}`;
  const wait = (n) => ({ low_s: 60 * n, likely_s: 420 * n, high_s: 900 * n, basis: "rehearsal" });
  const late = (reason) => ({ reason, counter: board.counters[0].id, until: now(20) });
  const days = {
    quiet: { called: [], last: [],
      services: board.services.map((one) => ({ ...one, waiting: 0 })) },
    "every service another wait": {
      services: board.services.map((one, n) => ({ ...one, name, wait: wait(n % 12) })),
      notices: [{ service: board.services[0].id, ...late("counter_on_break") }], later: [],
    },
    "counters without a number": {
      counters: board.counters.map((one, n) => ({ ...one, name: n % 2 ? name : { en: "Reception" },
        next: [ticket(n), ticket(n + 1)], state: ["open", "break"][n % 2] })),
      called: board.counters.slice(0, 9).reverse().map(
        ({ id }, n) => ({ visit: id, ticket: ticket(n), counter: id, called_at: now(-n) })),
      later: [{ ...late("counter_on_break"),
        waits: [5, 6, 7, 8].map((n) => ({ ticket: ticket(n), wait: wait(n) })) }],
    },
    "lines of no counter": {
      pool: { next: [ticket(5), ticket(6), ticket(7)], waiting: 40 }, later: [], notices: [],
      held: board.services.map((_, n) => ({ ticket: ticket(n), until: now(n) })),
    },
  };
  tv.announced = null;
  tv.board = { ...board, ...days[day] };
  return tv.updateComplete;
}"""


def test_the_display(filled: tuple[Server, Size], page_for: PageFor) -> None:
    server, _ = filled
    wrong: list[str] = []
    page = page_for(1920, 1080, outage=True)
    # The hurried clock lets the live connection seem lost.
    page.clock.install()
    page.goto(server.link("display"))
    expect(page.locator(".waits")).to_be_visible()
    for width, height in DISPLAYS:
        page.set_viewport_size({"width": width, "height": height})
        check(page, DISPLAY, f"{width}×{height}", wrong)
    for day in DAYS:
        for _ in range(TONGUES):
            page.clock.fast_forward(A_MINUTE_AND_A_TURN_MS)
            page.evaluate(SHOW, [day, LONG])
            check(page, DISPLAY, day, wrong)
    assert not wrong, "\n".join(wrong)
