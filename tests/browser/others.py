"""Firefox and WebKit, as Debian has them, each by the protocol it speaks itself: WebDriver BiDi on
a WebSocket, and WebDriver over HTTP. A page says by script what there is to see."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from shutil import which
from typing import Any

import requests
import websocket

from tests.browser.running import PATIENCE_S

START_S = 4 * PATIENCE_S
"""A whole browser comes up slowly on a machine that is busy."""
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "remote.active-protocols": 1,
}
MINI_BROWSERS = "webkit2gtk-4.*/MiniBrowser"
HOW_TO_CLICK = """(function (css, text) {
  const all = [...document.querySelectorAll(css)];
  const says = all.filter((found) => found.textContent.includes(text));
  const one = says.find((found) => found.getClientRects().length);
  one?.click();
  return Boolean(one);
})"""


class NotHere(Exception):
    """The browser, or what it needs, is not installed."""


def program(name: str, package: str) -> str:
    found = which(name)
    if found is None:
        raise NotHere(f"no {name} here: apt-get install {package}")
    return found


def wait_for(what: Callable[[], Any], told: Callable[[], str], seconds: float = PATIENCE_S) -> Any:
    give_up = time.monotonic() + seconds
    while not (seen := what()):
        assert time.monotonic() < give_up, told()
        time.sleep(0.05)
    return seen


class OtherBrowser:
    """`wrong` is what its console said that should not be there."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self._begun = ExitStack()
        folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.home = Path(self._begun.enter_context(folder))
        try:
            self.begin()
        except BaseException:
            self._begun.close()
            raise

    def begin(self) -> None:
        raise NotImplementedError

    def close(self) -> None:
        self._begun.close()

    def start(self, command: list[str], **more: Any) -> None:
        """A program that ends with this browser."""
        nothing = subprocess.DEVNULL
        running = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, **more)
        self._begun.callback(running.wait, timeout=PATIENCE_S)
        self._begun.callback(running.terminate)

    def open(self, url: str) -> None:
        raise NotImplementedError

    def resize(self, width: int, height: int) -> None:
        raise NotImplementedError

    def run(self, expression: str) -> Any:
        """What a JavaScript expression comes to in the page, as JSON can say it."""
        raise NotImplementedError

    def until(self, expression: str) -> Any:
        return wait_for(
            lambda: self.run(expression),
            lambda: f"never: {expression}\n{self.run('document.body.innerText')}",
        )

    def sees(self, css: str, text: str = "") -> None:
        found = f"[...document.querySelectorAll({json.dumps(css)})]"
        self.until(
            f"{found}.some((one) => one.textContent.includes({json.dumps(text)})"
            " && one.getClientRects().length)"
        )

    def tap(self, css: str, text: str = "") -> None:
        self.until(f"{HOW_TO_CLICK}({json.dumps(css)}, {json.dumps(text)})")


class Firefox(OtherBrowser):
    def begin(self) -> None:
        firefox = program("firefox-esr", "firefox-esr")
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in PREFERENCES.items()]
        (self.home / "user.js").write_text("".join(lines))
        command = [firefox, "-headless", "-no-remote", "-profile", str(self.home)]
        self.start(
            [*command, "-remote-debugging-port", "0"], env=os.environ | {"HOME": str(self.home)}
        )
        says = self.home / "WebDriverBiDiServer.json"
        wait_for(
            lambda: says.exists() and says.read_text(),
            lambda: "Firefox does not listen",
            START_S,
        )
        port = json.loads(says.read_text())["ws_port"]
        self._socket = websocket.create_connection(
            f"ws://127.0.0.1:{port}/session", timeout=START_S, suppress_origin=True
        )
        self._begun.callback(self._socket.close)
        self._asked = 0
        self._ask("session.new", capabilities={})
        self._ask("session.subscribe", events=["log.entryAdded"])
        self._page = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    def _ask(self, method: str, **params: Any) -> Any:
        self._asked += 1
        self._socket.send(json.dumps({"id": self._asked, "method": method, "params": params}))
        while True:
            said = json.loads(self._socket.recv())
            if said.get("method") == "log.entryAdded":
                entry = said["params"]
                if entry["level"] in ("error", "warn"):
                    self.wrong.append(f"{entry['level']}: {entry['text']}")
            if said.get("id") == self._asked:
                assert said["type"] == "success", said
                return said["result"]

    def open(self, url: str) -> None:
        self._ask("browsingContext.navigate", context=self._page, url=url, wait="complete")

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self._ask("browsingContext.setViewport", context=self._page, viewport=size)

    def run(self, expression: str) -> Any:
        said = self._ask(
            "script.evaluate",
            expression=f"JSON.stringify(({expression}) ?? null)",
            target={"context": self._page},
            awaitPromise=True,
        )
        assert said["type"] == "success", said
        return json.loads(said["result"]["value"])


class WebKit(OtherBrowser):
    """On a screen of its own that nobody sees. Its console cannot be read."""

    def begin(self) -> None:
        driver = program("WebKitWebDriver", "webkit2gtk-driver")
        screen = program("Xvfb", "xvfb")
        browser = _mini_browser(Path(driver))
        ready, telling = os.pipe()
        size = ["-screen", "0", "2000x2200x24", "-nolisten", "tcp"]
        self.start([screen, "-displayfd", str(telling), *size], pass_fds=[telling])
        os.close(telling)
        with os.fdopen(ready) as told:
            display = told.readline().strip()
        port = _free_port()
        unseen = {"DISPLAY": f":{display}", "GDK_BACKEND": "x11", "HOME": str(self.home)}
        plain = {"LIBGL_ALWAYS_SOFTWARE": "1", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
        self.start([driver, f"--port={port}"], env=os.environ | unseen | plain)
        self._base = f"http://127.0.0.1:{port}"
        wait_for(self._listens, lambda: "WebKitWebDriver does not listen", START_S)
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self._session = ""
        self._session = "/" + self._ask("POST", "", {"capabilities": wanted})["sessionId"]

    def _listens(self) -> bool:
        try:
            return requests.get(f"{self._base}/status", timeout=PATIENCE_S).ok
        except requests.ConnectionError:
            return False

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        url = f"{self._base}/session{self._session}{path}"
        answer = requests.request(method, url, json=body, timeout=START_S)
        assert answer.ok, answer.text
        return answer.json()["value"]

    def open(self, url: str) -> None:
        self._ask("POST", "/url", {"url": url})

    def resize(self, width: int, height: int) -> None:
        """Of the page, not of the window around it."""
        self._ask("POST", "/window/rect", {"width": width, "height": height})
        inner_width, inner_height = self.run("[innerWidth, innerHeight]")
        size = {"width": 2 * width - inner_width, "height": 2 * height - inner_height}
        self._ask("POST", "/window/rect", size)

    def run(self, expression: str) -> Any:
        script = f"return JSON.stringify(({expression}) ?? null)"
        return json.loads(self._ask("POST", "/execute/sync", {"script": script, "args": []}))

    def close(self) -> None:
        self._ask("DELETE", "")
        super().close()


def _mini_browser(driver: Path) -> Path:
    for folder in (driver.parent.parent / "lib").glob("*"):
        for found in sorted(folder.glob(MINI_BROWSERS), reverse=True):
            return found
    raise NotHere("no MiniBrowser here: apt-get install webkit2gtk-driver")


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port
