"""The stores that every screen is walked in, and how a screen is looked at in each of its sizes."""

from __future__ import annotations

from typing import NamedTuple

from playwright.sync_api import Page

from tests.browser.looks import Held, faults
from tests.browser.running import Server


class Size(NamedTuple):
    services: int
    counters: int
    waiting: int


STORES = {
    "one": Size(1, 1, 1),
    "three": Size(3, 3, 6),
    "eight": Size(8, 4, 12),
    "twelve": Size(12, 12, 60),
    "thirty": Size(30, 40, 60),
}


def fill(server: Server, size: Size) -> None:
    for n in range(size.counters):
        server.call("POST", f"/counters/{n + 1}/open", {"staff": f"p{n + 1}"})
    for n in range(size.waiting):
        visit = {"service": f"s{n % size.services + 1}", "language": ("de", "en", "ar")[n % 3]}
        server.call("POST", "/visits", {**visit, "choose": "wait"})
    for n in range(0, min(size.counters, size.waiting), 2):
        called = server.call("POST", f"/counters/{n + 1}/call_next")
        if called and n % 4 == 0:
            server.call("POST", f"/visits/{called['id']}/start")


def check(page: Page, held: Held, where: str, wrong: list[str]) -> None:
    wrong.extend(f"{where}: {fault}" for fault in faults(page, held))


def look_at(
    page: Page, sizes: tuple[tuple[int, int], ...], held: Held, where: str, wrong: list[str]
) -> None:
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        check(page, held, f"{where} {width}×{height}", wrong)
