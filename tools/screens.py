"""Takes the pictures of docs/screens/ from a running demo: `.venv/bin/python tools/screens.py`."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
SCREENS = ROOT / "docs" / "screens"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SIZES = {
    "kiosk": (1080, 1920, 0.35),
    "display": (1920, 1080, 0.5),
    "staff": (1180, 820, 0.75),
    "manager": (1440, 900, 0.6),
    "phone": (390, 844, 0.8),
}
"""Width, height, and how small the picture is."""


@contextmanager
def demo() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "server", "demo", "--port", "0", "--speed", "2"],
            cwd=ROOT,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield links(log)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(15)


def links(log: object) -> dict[str, str]:
    for _ in range(300):
        log.seek(0)  # type: ignore[attr-defined]
        said = log.read()  # type: ignore[attr-defined]
        if "PINs at the tablets" in said:
            return dict(re.findall(r"^  (\w+) .*\n +(http\S+)", said, re.M))
        time.sleep(0.1)
    raise SystemExit(f"the demo did not start:\n{said}")


def sign_in(page: Page) -> None:
    """As Mai at her counter, who is serving."""
    page.get_by_role("button", name="Mai").click()
    page.keyboard.type("2703\n")
    page.wait_for_timeout(1500)


def main() -> None:
    SCREENS.mkdir(exist_ok=True)
    with demo() as found, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for screen, (width, height, small) in SIZES.items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, device_scale_factor=small
            )
            page = context.new_page()
            page.goto(found[screen])
            page.wait_for_timeout(2000)
            if screen == "staff":
                sign_in(page)
            page.screenshot(path=SCREENS / f"{screen}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
