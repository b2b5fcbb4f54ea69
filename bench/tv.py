"""Whether the TV's page grows while it runs: its heap and its nodes, after each half-hour of a day
in which somebody is called every half-minute, by the page's own clock. The first hours fill what
it remembers (the last 200 calls); `grown_kb` is the growth over the last quarter of the time.
"""

from __future__ import annotations

import argparse
import sys
from shutil import which
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from bench._running import Running

EVERY_MS = 30_000
CALLS = 60
GROWN_KB_MAX = 60
"""Over the last quarter: a page that kept each call would grow by more."""
TELL = """() => {
  const tv = document.querySelector("foyer-display");
  const show = tv.show.bind(tv);
  const ticket = (n) => "R" + String(n % 1000).padStart(3, "0");
  let n = 0;
  tv.show = () => {};
  window.call = () => {
    n += 1;
    const called_at = new Date().toISOString();
    const counters = tv.board.counters.map((one, at) => ({ ...one, next: [ticket(n + at + 1)] }));
    const called = [{ visit: `v${n}`, ticket: ticket(n), counter: "1", called_at, calls: 1 }];
    show({ ...tv.board, counters, called, last: called });
    return tv.updateComplete;
  };
}"""


def main(argv: list[str]) -> dict[str, Any]:
    parser = argparse.ArgumentParser(prog="bench tv", description=__doc__)
    parser.add_argument("--half-hours", type=int, default=48)
    asked = parser.parse_args(argv)
    with Running(counters=3) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium-headless-shell") or which("chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        page.clock.install()
        page.goto(f"http://localhost:{server.port}/enter/{server.token('display')}?to=/display")
        page.wait_for_selector("foyer-display .clock:not(:empty)")
        page.evaluate(TELL)
        devtools = page.context.new_cdp_session(page)
        half_hours = [half_hour(page, devtools, n) for n in range(asked.half_hours)]
        browser.close()
    quarter = half_hours[-max(len(half_hours) // 4, 1) :]
    grown = quarter[-1]["heap_kb"] - quarter[0]["heap_kb"]
    return {
        "half_hours": len(half_hours),
        "calls": CALLS * len(half_hours),
        "first": half_hours[0],
        "last": half_hours[-1],
        "grown_kb": grown,
        "holds": {"does_not_grow": grown <= GROWN_KB_MAX},
    }


def half_hour(page: Page, devtools: CDPSession, number: int) -> dict[str, int]:
    for _ in range(CALLS):
        page.evaluate("call()")
        page.clock.run_for(EVERY_MS)
    # Twice: what the first frees may hold more.
    for _ in range(2):
        devtools.send("HeapProfiler.collectGarbage")
    seen = {
        "heap_kb": round(devtools.send("Runtime.getHeapUsage")["usedSize"] / 1000),
        "nodes": devtools.send("Memory.getDOMCounters")["nodes"],
    }
    print(f"half-hour {number + 1}: {seen}", file=sys.stderr)  # noqa: T201
    return seen
