"""A real agent in a process of its own, and a wire between it and its store that can be watched."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import signal
import socket
import socketserver
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import requests

from tests.browser.running import API, PATIENCE_S, ROOT

NAMED = re.compile(r"http://localhost:(\d+)/kiosk")


class RunningAgent:
    """`kill` and `start` again: the same folder, as after a power cut."""

    def __init__(self, server: str, token: str, folder: Path, *options: str) -> None:
        self.data = folder / "kiosk"
        self.log = folder / "agent.log"
        self.command = [sys.executable, "-m", "kiosk", "--server", server, "--port", "0"]
        self.command += ["--token", token, "--data", str(self.data), *options]
        self.env = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder)}
        self.process: subprocess.Popen[bytes] | None = None
        self.port = 0
        self.own = secrets.token_hex(4)

    def start(self) -> RunningAgent:
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                self.command, cwd=ROOT, env=self.env, stdout=log, stderr=log
            )
        give_up = time.monotonic() + PATIENCE_S
        while time.monotonic() < give_up:
            named = NAMED.search(self.log.read_text())
            if named:
                self.port = int(named[1])
                return self
            time.sleep(0.05)
        self.stop()
        raise AssertionError(self.log.read_text())

    def lacks(self, *modules: str) -> RunningAgent:
        """As on a machine where these were never installed."""
        (self.data.parent / "sitecustomize.py").write_text(
            "import importlib.util as util\n"
            "find = util.find_spec\n"
            f"lacks = {modules}\n"
            "util.find_spec = lambda name, *at: None if name in lacks else find(name, *at)\n"
        )
        self.env["PYTHONPATH"] = str(self.data.parent)
        return self

    def stop(self, how: int = signal.SIGKILL) -> None:
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(timeout=PATIENCE_S)
            self.process = None

    @property
    def base(self) -> str:
        return f"http://localhost:{self.port}"

    def take(self, key: str, body: dict) -> requests.Response:
        headers = {"Idempotency-Key": f"{self.own} {key}"}
        url = f"{self.base}{API}/visits"
        return requests.post(url, json=body, headers=headers, timeout=PATIENCE_S)

    def about(self, key: str) -> dict:
        headers = {"Idempotency-Key": f"{self.own} {key}"}
        answer = requests.post(f"{self.base}/agent/tickets", headers=headers, timeout=PATIENCE_S)
        return answer.json() if answer.ok else {}

    def kept(self, kind: str = "asked") -> list[Path]:
        return sorted(self.data.glob(f"*.{kind}.json"))


def until(holds: Callable[[], object]) -> None:
    give_up = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < give_up, "it did not come about"
        time.sleep(0.02)


class Recorder(socketserver.ThreadingTCPServer):
    """Passes every byte on to a store, live connections too, and keeps what goes up to it."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", 0), _Recording)
        self.store_port = port
        self.sent_up = bytearray()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def base(self) -> str:
        return f"http://localhost:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Either end may hang up."""

    def close(self) -> None:
        self.shutdown()
        self.server_close()


class _Recording(socketserver.BaseRequestHandler):
    server: Recorder

    def handle(self) -> None:
        with socket.create_connection(("localhost", self.server.store_port)) as store:
            threading.Thread(target=self._downwards, args=(store,), daemon=True).start()
            while part := self.request.recv(65536):
                # To the store a page of this address would be a stranger.
                own = f"localhost:{self.server.server_address[1]}".encode()
                part = part.replace(own, f"localhost:{self.server.store_port}".encode())
                self.server.sent_up += part
                store.sendall(part)
            with contextlib.suppress(OSError):
                store.shutdown(socket.SHUT_WR)

    def _downwards(self, store: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while part := store.recv(65536):
                self.request.sendall(part)
            self.request.shutdown(socket.SHUT_RDWR)


class Wire(ThreadingHTTPServer):
    """Passes requests on to a store and keeps them; nothing while it is `away`. `cut` is asked
    before an answer goes back."""

    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__(("127.0.0.1", 0), _Passing)
        self.store_port = port
        self.heard: list[tuple[str, bytes]] = []
        self.away = False
        self.cut: Callable[[str], bool] = lambda path: False
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def base(self) -> str:
        return f"http://localhost:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever is killed hangs up: that is what is tested."""

    def close(self) -> None:
        self.shutdown()
        self.server_close()


class _Passing(BaseHTTPRequestHandler):
    server: Wire

    def _pass(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.server.away:
            self.close_connection = True
            return
        self.server.heard.append((self.path, body))
        store = HTTPConnection("localhost", self.server.store_port, timeout=PATIENCE_S)
        headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
        if "Origin" in headers:
            headers["Origin"] = f"http://localhost:{self.server.store_port}"
        try:
            store.request(self.command, self.path, body or None, headers)
            answer = store.getresponse()
            content = answer.read()
        except OSError:
            self.close_connection = True
            return
        finally:
            store.close()
        if self.server.cut(self.path):
            self.close_connection = True
            return
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.headers["Content-Type"])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = _pass

    def log_message(self, *_: object) -> None:
        pass
