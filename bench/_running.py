"""A real server for a bench: its own process, its own data on a real disk, its own store."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench._wire import NoServer, Reply, ask, percentiles, request

REPOSITORY = Path(__file__).parent.parent
API = "/api/v1/stores/bench"
COMPILES_EACH_TIME = "PYTHONDONTWRITEBYTECODE"
READY_WITHIN_S = 120.0
# /tmp may live in memory, where a commit costs nothing.
DISK = "/var/tmp"

STORE = """
[store]
id = "bench"
name = "Bench"
time_zone = "UTC"
languages = ["en"]
lines = "{lines}"

[hours]
mon = ["09:00-18:00"]

[times]
call_unanswered_s = 1800

[[service]]
id = "replacement"
name = "Replacement"
prefix = "R"
typical_minutes = 8
"""
COUNTER = """
[[staff]]
id = "staff{n}"
name = "Staff {n}"
pin = "2580"

[[counter]]
id = "{n}"
name = "{n}"
services = ["replacement"]
"""


class Running:
    """`with Running(counters=8) as server:` has it ready, with every counter open."""

    def __init__(self, counters: int, lines: str = "counter") -> None:
        self.counters = [str(n + 1) for n in range(counters)]
        self.folder = Path(tempfile.mkdtemp(prefix="foyer-bench-", dir=DISK))
        self.config = self.folder / "config.toml"
        text = STORE.format(lines=lines) + "".join(COUNTER.format(n=n) for n in self.counters)
        self.config.write_text(text)
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._tokens: dict[str, str] = {}

    def __enter__(self) -> Running:
        self.start()
        for counter in self.counters:
            # In a day that was written before, somebody else may be there.
            here = {"staff": f"staff{counter}", "replace": True}
            reply = self.post("staff", f"/counters/{counter}/open", here)
            assert reply.status < 300, reply
        return self

    def __exit__(self, *_: object) -> None:
        self.stop(signal.SIGTERM)
        shutil.rmtree(self.folder)

    def start(self) -> float:
        """Starts it on the same data and port as before; answers the seconds until it is ready."""
        command = [*self._command("run"), "--port", str(self.port), "--always-open"]
        # In a store Python compiles a module once, whatever this shell is told.
        env = {name: value for name, value in os.environ.items() if name != COMPILES_EACH_TIME}
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=REPOSITORY, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=env
            )
        began = time.perf_counter()
        while not self._ready():
            if self._process.poll() is not None or time.perf_counter() - began > READY_WITHIN_S:
                sys.exit("the server did not start:\n" + (self.folder / "server.log").read_text())
            time.sleep(0.005)
        return time.perf_counter() - began

    def stop(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(READY_WITHIN_S)

    @property
    def journal(self) -> Path:
        return self.folder / "data" / "foyer.db"

    def _ready(self) -> bool:
        try:
            return ask(self.port, request("GET", "/readyz")).status == 200
        except (NoServer, ConnectionError):
            return False

    def _command(self, verb: str) -> list[str]:
        given = ["--config", str(self.config), "--data", str(self.folder / "data")]
        return [sys.executable, "-m", "server", verb, *given]

    def token(self, scope: str) -> str:
        if scope not in self._tokens:
            command = [*self._command("token"), "--scope", scope]
            told = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
            self._tokens[scope] = told.stdout.decode().split()[-1]
        return self._tokens[scope]

    def asks(self, scope: str, path: str, body: Any = None, key: str | None = None) -> bytes:
        return request("POST", API + path, self.token(scope), {} if body is None else body, key)

    def post(self, scope: str, path: str, body: Any = None) -> Reply:
        return ask(self.port, self.asks(scope, path, body))

    def get(self, scope: str, path: str) -> Any:
        return ask(self.port, request("GET", API + path, self.token(scope))).json

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def cpu_s(self) -> float:
        """Processor time this server has used, all its threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_kb(self) -> float:
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1024


def new_key() -> str:
    return secrets.token_hex(8)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


class BareDisk:
    """The disk's own speed: one small row a commit, WAL and synchronous FULL, nothing else."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / "bare.db", isolation_level=None)
        self._database.execute("pragma journal_mode = wal")
        self._database.execute("pragma synchronous = full")
        self._database.execute("create table row (n integer primary key, body text)")
        self.taken_s: list[float] = []

    def commit(self) -> None:
        began = time.perf_counter()
        self._database.execute("insert into row (body) values (?)", ["x" * 200])
        self.taken_s.append(time.perf_counter() - began)

    def figures(self) -> dict[str, float]:
        return {**percentiles(self.taken_s), "per_s": round(len(self.taken_s) / sum(self.taken_s))}
