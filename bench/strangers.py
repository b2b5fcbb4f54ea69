"""A store beside strangers who do their worst: how long a probe waits, and whether tickets sell.

A real server is probed (GET /healthz on a connection of its own) while it is quiet, and again while
a process beside it opens idle sockets, begins requests and never ends them, sends frames of 16 MB,
makes up methods, and asks for tickets without a token, 100 a second. Meanwhile a kiosk sells. What
the machine itself holds up, a thread that only sleeps tells: `machine_max_ms`; `probe_served` is
the probe's wait less the time in which the server stood in line for a processor behind others.
"""

from __future__ import annotations

import argparse
import multiprocessing
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from bench._running import API, Running
from bench._wire import percentiles, request

IDLE, HALF = 600, 300
TICKETS_PER_S = 100
FRAME_BYTES = 16 << 20
PROBE_EVERY_S = 0.01
KIOSK_EVERY_S = 1 / 16
WANTED_MS = 100
PATIENCE_S = 30
HOST = b"Host: localhost\r\n"
HANDSHAKE = (
    b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n" + HOST + b"Upgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)


def main(argv: list[str]) -> dict[str, Any]:
    parser = argparse.ArgumentParser(prog="bench strangers", description=__doc__)
    parser.add_argument("--seconds", type=float, default=10, help="quiet, and as long beside them")
    asked = parser.parse_args(argv)
    seconds = min(max(asked.seconds, 1), 20)
    with Running(counters=1) as server:
        server.token("kiosk")
        quiet = measured(server, seconds)
        say(f"quiet: {quiet}")
        crowd = multiprocessing.get_context("spawn").Process(
            target=strangers, args=(server.port, seconds + 2), daemon=True
        )
        crowd.start()
        time.sleep(1)
        beside = measured(server, seconds)
        say(f"beside strangers: {beside}")
        crowd.join(PATIENCE_S)
        crowd.kill()
    return {"quiet": quiet, "beside": beside, "shows": shown(quiet, beside)}


def shown(quiet: dict[str, Any], beside: dict[str, Any]) -> dict[str, Any]:
    return {
        "longest_wait_ms": beside["probe"]["max_ms"],
        "longest_wait_served_ms": beside["probe_served"]["max_ms"],
        "longest_wait_over_quiet": round(beside["probe"]["max_ms"] / quiet["probe"]["max_ms"], 2),
        "tickets_sold": beside["tickets_sold"],
        "tickets_refused": beside["tickets_refused"],
        "holds": {
            f"longest_wait_under_{WANTED_MS}_ms": beside["probe"]["max_ms"] < WANTED_MS,
            f"longest_wait_served_under_{WANTED_MS}_ms": beside["probe_served"]["max_ms"]
            < WANTED_MS,
            "every_ticket_sold": beside["tickets_refused"] == 0 and beside["tickets_sold"] > 0,
        },
    }


def measured(server: Running, seconds: float) -> dict[str, Any]:
    end = time.monotonic() + seconds
    probed: list[float] = []
    served: list[float] = []
    machine: list[float] = []
    sold: list[int] = []
    probe = _asking(server.port, request("GET", "/healthz"), probed)

    def probe_once() -> None:
        in_line_s = _in_line_s(server.pid)
        probe()
        served.append(max(probed[-1] - (_in_line_s(server.pid) - in_line_s), 0.0))

    kiosk = server.asks("kiosk", "/visits", {"service": "replacement"})
    work = (
        lambda: _every(PROBE_EVERY_S, end, probe_once),
        lambda: _every(KIOSK_EVERY_S, end, _asking(server.port, kiosk, [], sold)),
        lambda: _every(PROBE_EVERY_S, end, _sleeping(machine)),
    )
    threads = [threading.Thread(target=one) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {
        "probe": percentiles(probed),
        "probe_served": percentiles(served),
        "machine_max_ms": round(max(machine) * 1000, 3),
        "tickets_sold": sold.count(201),
        "tickets_refused": len(sold) - sold.count(201),
    }


def _in_line_s(pid: int) -> float:
    """How long the server has been ready to run while others ran."""
    told = Path(f"/proc/{pid}/schedstat")
    return int(told.read_text().split()[1]) / 1e9 if told.exists() else 0.0


def _every(pause_s: float, end: float, once: Callable[[], None]) -> None:
    while time.monotonic() < end:
        once()
        time.sleep(pause_s)


def _sleeping(late_s: list[float]) -> Callable[[], None]:
    def once() -> None:
        began = time.perf_counter()
        time.sleep(PROBE_EVERY_S)
        late_s.append(max(time.perf_counter() - began - PROBE_EVERY_S, 0.0))

    return once


def _asking(
    port: int, sent: bytes, took_s: list[float], statuses: list[int] | None = None
) -> Callable[[], None]:
    """Asks on one connection, as a kiosk does; a new one where that was ended."""
    kept: list[socket.socket] = []

    def once() -> None:
        began = time.perf_counter()
        for _ in range(3):
            if not kept:
                kept.append(socket.create_connection(("localhost", port), timeout=PATIENCE_S))
            with suppress(ConnectionError):
                kept[0].sendall(sent)
                if status := _status(kept[0]):
                    took_s.append(time.perf_counter() - began)
                    if statuses is not None:
                        statuses.append(status)
                    return
            kept.pop().close()
        raise ConnectionError("the server ends every connection")

    return once


def _status(sock: socket.socket) -> int:
    """Of the answer, which is read whole; 0 when there is none."""
    heard = b""
    while b"\r\n\r\n" not in heard:
        if not (chunk := sock.recv(1 << 16)):
            return 0
        heard += chunk
    head, _, body = heard.partition(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
    while len(body) < length:
        body += sock.recv(1 << 16)
    return int(head.split()[1])


def strangers(port: int, seconds: float) -> None:
    """All of them, in a process of their own."""
    end = time.monotonic() + seconds
    kept = [_open(port, b"") for _ in range(IDLE)]
    kept += [_open(port, b"GET / HTTP/1.1\r\n" + HOST + b"X-Half") for _ in range(HALF)]
    work = (
        lambda: _every(0.1, end, lambda: _frame(port)),
        lambda: _every(0.1, end, lambda: _frame(port)),
        lambda: _made_up(port, end),
        lambda: _every(1 / TICKETS_PER_S, end, _asking(port, _ticket(), [])),
        lambda: _every(0.05, end, lambda: kept.append(_open(port, b"GET /half"))),
    )
    threads = [threading.Thread(target=one, daemon=True) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(end - time.monotonic(), 0) + 1)


def _open(port: int, sent: bytes) -> socket.socket:
    sock = socket.create_connection(("localhost", port), timeout=PATIENCE_S)
    sock.sendall(sent)
    return sock


def _frame(port: int) -> None:
    head = struct.pack("!BBQ", 0x81, 0x80 | 127, FRAME_BYTES) + b"\1\2\3\4"
    with suppress(OSError), _open(port, HANDSHAKE) as sock:
        sock.recv(4096)
        sock.sendall(head + bytes(FRAME_BYTES))


def _made_up(port: int, end: float) -> None:
    made = 0

    def once() -> None:
        nonlocal made
        made += 1
        asking = b"MADEUP%d /made/up/%d HTTP/1.1\r\n" % (made, made)
        with suppress(OSError), _open(port, asking + HOST + b"Connection: close\r\n\r\n") as sock:
            sock.recv(4096)

    _every(0.002, end, once)


def _ticket() -> bytes:
    return request("POST", API + "/visits", body={"service": "replacement"})


def say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201
