"""What each page asks for, and how soon it can be read and used on a slow machine and network,
beside the plain way in the same run: each module and each stylesheet by itself. And how soon a
phone is right after a call, on networks that are slow and that were gone.

The slow machine: a quarter of this one's processor, 400 kbit/s, 400 ms there and back. `number_s`:
the first frame with the ticket's number; `usable_s`: the first with what is touched or read there.
Times are of this machine and minute; requests and bytes are the same everywhere.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from shutil import which
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from bench._running import Running
from bench._slow_network import SlowNetwork
from server.doors.joined import SCREENS, VENDORED

SLOW = {"latency": 400, "downloadThroughput": 51_200, "uploadThroughput": 51_200, "offline": False}
SLOWER = 4
USABLE = {
    "kiosk": "foyer-kiosk button",
    "display": "foyer-display .clock:not(:empty)",
    "staff": "foyer-staff button",
    "manager": "foyer-manager main",
    "phone": "foyer-phone button",
}
NUMBER = ".ticket-number"
WAYS = (0.2, 0.7)
SEEN = """([number, usable]) => {
  window.seen = {};
  const look = () => {
    for (const [name, selector] of [["number_s", number], ["usable_s", usable]])
      if (!(name in window.seen) && document.querySelector(selector)?.checkVisibility())
        requestAnimationFrame(() => (window.seen[name] ??= performance.now() / 1000));
    requestAnimationFrame(look);
  };
  look();
}"""


def main(argv: list[str]) -> dict[str, Any]:
    parser = argparse.ArgumentParser(prog="bench pages", description=__doc__)
    parser.add_argument("--outage", type=float, default=120.0, help="seconds without a network")
    asked = parser.parse_args(argv)
    with Running(counters=3) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=which("chromium-headless-shell")
            or which("chromium")
            or which("google-chrome"),
            # The plain way is served from here, and not from an address that a browser trusts.
            args=["--no-sandbox", "--disable-gpu", "--disable-features=LocalNetworkAccessChecks"],
        )
        pages = {screen: compared(browser, server, screen) for screen in USABLE}
        follow = {f"{way_s:g}": followed(browser, server, way_s, asked.outage) for way_s in WAYS}
        browser.close()
    return {"slow": {"cpu": 1 / SLOWER, **SLOW}, "pages": pages, "follow_s": follow}


def compared(browser: Browser, server: Running, screen: str) -> dict[str, Any]:
    joined = opened(browser, server, screen, plain=False)
    apart = opened(browser, server, screen, plain=True)
    say(f"{screen}: {joined}, plain: {apart}")
    ratio = round(joined["requests"] / apart["requests"], 2)
    return {**joined, "plain": apart, "requests_ratio": ratio}


def opened(browser: Browser, server: Running, screen: str, plain: bool) -> dict[str, Any]:
    context, page, address = at_the_door(browser, server, screen)
    if plain:
        page.route(lambda url: url == address, lambda route: apart(route, screen))
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    network.send("Network.emulateNetworkConditions", SLOW)
    network.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    asked: list[str] = []
    received: list[float] = []
    page.on("request", lambda request: asked.append(request.url))
    network.on("Network.loadingFinished", lambda done: received.append(done["encodedDataLength"]))
    page.add_init_script(f"({SEEN})({[NUMBER, USABLE[screen]]!r})")
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => window.seen?.usable_s")
    # Whatever comes after: fonts, the rest of the figures.
    page.wait_for_load_state("load")
    page.wait_for_timeout(1500)
    seen: dict[str, float] = page.evaluate("window.seen")
    context.close()
    return {
        "requests": len(asked),
        "bytes": round(sum(received)),
        **{name: round(value, 2) for name, value in seen.items()},
    }


def at_the_door(browser: Browser, server: Running, screen: str) -> tuple[BrowserContext, Page, str]:
    """A page of a screen that has signed in, and the address to open."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.set_default_timeout(120_000)
    address = f"http://localhost:{server.port}/{screen}"
    if screen == "phone":
        address = f"http://localhost:{server.port}{a_visit(server)['follow_url']}"
    else:
        page.goto(f"http://localhost:{server.port}/enter/{server.token(screen)}?to=/doors/none.css")
    return context, page, address


def apart(route: Route, screen: str) -> None:
    """The page as it would be without joining: its modules and stylesheets one by one."""
    answer = route.fetch()
    html = answer.text()
    script = re.search(r'<script type="module" src="[^"]+" nonce="([^"]+)"></script>', html)
    assert script is not None
    imports = ",".join(f'"{name}":"/{path}"' for name, path in VENDORED.items())
    modules = (
        f'<script type="importmap" nonce="{script[1]}">{{"imports":{{"ui/":"/ui/",{imports}}}}}'
        f'</script><script type="module" src="/{SCREENS[screen].script}"></script>'
    )
    styles = "".join(f'<link rel="stylesheet" href="/{name}">' for name in SCREENS[screen].styles)
    html = html.replace(script[0], modules)
    html = re.sub(
        r'<link rel="stylesheet" href="/joined/[^>]*>|<style.*?</style>', "", html, flags=re.S
    )
    html = re.sub(
        r'<div id="first".*?</div>\s*<script type="application',
        '<script type="application',
        html,
        flags=re.S,
    )
    route.fulfill(response=answer, body=html.replace("</head>", f"{styles}</head>"))


def followed(browser: Browser, server: Running, way_s: float, outage_s: float) -> dict[str, float]:
    """Seconds from a call until the phone shows it; the second one came while there was no network,
    and counts from its end."""
    with SlowNetwork(server.port, way_s) as network:
        live = called_after(browser, server, network, 0)
        back = called_after(browser, server, network, outage_s)
    say(f"{way_s} s each way: {live}, after {outage_s} s without: {back}")
    return {"live": live["s"], "after_outage": back["s"], "requests_in_outage": back["requests"]}


def called_after(
    browser: Browser, server: Running, network: SlowNetwork, outage_s: float
) -> dict[str, float]:
    visit = a_visit(server)
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(f"http://localhost:{network.port}{visit['follow_url']}")
    page.wait_for_selector("foyer-phone .ticket-number")
    # Until its stream stands: what is measured is a page that has settled.
    page.wait_for_timeout(4000 + 4000 * network.each_way_s)
    before = network.opened
    if outage_s:
        network.lose()
        page.wait_for_timeout(1000 * outage_s)
    reply = server.post("staff", "/counters/1/call", {"visit": visit["id"], "reason": "bench"})
    assert reply.status < 300, reply
    began = time.perf_counter()
    network.find()
    page.wait_for_selector("foyer-phone .called-door")
    took = time.perf_counter() - began
    requests = network.opened - before
    context.close()
    server.post("staff", f"/visits/{visit['id']}/start", {})
    server.post("staff", f"/visits/{visit['id']}/finish", {"outcome": "resolved"})
    return {"s": round(took, 2), "requests": requests}


def a_visit(server: Running) -> Any:
    reply = server.post("kiosk", "/visits", {"service": "replacement"})
    assert reply.status == 201, reply
    return reply.json


def say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201
