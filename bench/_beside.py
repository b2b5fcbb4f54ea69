"""A real server while it rehearses and while it cannot, turn by turn in one run: `bench rehearsal`.

The process that rehearses is stopped and let go on again, so that both see the same store, the same
line and the same noise of the machine.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench._listening import Crowd, Screen
from bench._running import Running, new_key
from bench._wire import Reply, Script, percentiles, talk

COUNTERS, WAITING = 12, 200
TVS = 2
PAUSE_S = 0.02
HEARD_WITHIN_S = 60.0
SAME = 1.2
"""At most a fifth longer."""


def beside(rounds: int, taps: int) -> dict[str, Any]:
    with Running(COUNTERS) as server:
        _tickets(server, WAITING)
        screens = [
            Screen(n, server.port, server.token("display"), "bench", "board") for n in range(TVS)
        ]
        tvs = Crowd(screens)
        time.sleep(1)
        _turn(server, tvs, COUNTERS)  # seats everybody, and is not counted
        turns: dict[str, list[Turn]] = {"rehearsing": [], "not": []}
        for n in range(2 * rounds):
            which = ("rehearsing", "not")[(n + n // 2) % 2]
            turns[which].append(_turn(server, tvs, taps, stopped=which == "not"))
        tvs.close()
    return _figures(turns)


class Turn:
    def __init__(self) -> None:
        self.posts_s: list[float] = []
        self.tv_s: list[float] = []
        self.rehearsed_cpu_s = 0.0


def _turn(server: Running, tvs: Crowd, taps: int, stopped: bool = False) -> Turn:
    turn, child = Turn(), _rehearser(server.pid)
    if stopped:
        os.kill(child, signal.SIGSTOP)
    try:
        began = _cpu_s(child)
        talk(server.port, [_staff_and_kiosk(server, tvs, taps, turn)])
        turn.rehearsed_cpu_s = _cpu_s(child) - began
    finally:
        os.kill(child, signal.SIGCONT)
    return turn


def _staff_and_kiosk(server: Running, tvs: Crowd, taps: int, turn: Turn) -> Script:
    """Somebody comes, somebody is called, and whoever was there before is done."""
    for n in range(taps):
        counter = server.counters[n % COUNTERS]
        present = {c["id"]: c["visit"] for c in server.get("staff", "/floor")["counters"]}[counter]
        if present:
            yield server.asks(
                "staff", f"/visits/{present}/finish", {"outcome": "resolved"}, new_key()
            )
        time.sleep(PAUSE_S)
        reply = yield server.asks("kiosk", "/visits", {"service": "replacement"}, new_key())
        assert reply.status == 201, reply
        turn.posts_s.append(reply.took_s)
        time.sleep(PAUSE_S)
        tvs.heard()
        tapped = yield server.asks("staff", f"/counters/{counter}/call_next", key=new_key())
        assert tapped.status == 200, tapped
        turn.tv_s.append(_last_tv_s(tvs, tapped))


def _last_tv_s(tvs: Crowd, tapped: Reply) -> float:
    first: dict[int, float] = {}
    until = time.perf_counter() + HEARD_WITHIN_S
    while len(first) < TVS:
        for one in tvs.heard():
            if one.seq >= tapped.json["seq"]:
                first.setdefault(one.who, one.at)
        if time.perf_counter() > until:
            sys.exit("a TV heard nothing of a call")
        time.sleep(PAUSE_S / 2)
    return max(first.values()) - tapped.asked_at


def _tickets(server: Running, count: int) -> None:
    def kiosk() -> Script:
        for _ in range(count):
            yield server.asks("kiosk", "/visits", {"service": "replacement"}, new_key())

    talk(server.port, [kiosk()])


def _rehearser(server: int, within_s: float = 15.0) -> int:
    """The server's own process that plays the floor ahead."""
    until = time.perf_counter() + within_s
    while time.perf_counter() < until:
        children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
        for child in children:
            if b"server.playing" in Path(f"/proc/{child}/cmdline").read_bytes():
                return int(child)
        time.sleep(0.05)
    sys.exit("the server rehearses nothing")


def _cpu_s(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _figures(turns: dict[str, list[Turn]]) -> dict[str, Any]:
    figures: dict[str, Any] = {"waiting": WAITING, "counters": COUNTERS}
    for which, of_it in turns.items():
        figures[which] = {
            "post": _over_rounds([turn.posts_s for turn in of_it]),
            "tap_to_last_tv": _over_rounds([turn.tv_s for turn in of_it]),
            "rehearsing_cpu_s": round(sum(turn.rehearsed_cpu_s for turn in of_it), 2),
        }
    ratios = {
        what: round(figures["rehearsing"][what]["p99_ms"] / figures["not"][what]["p99_ms"], 2)
        for what in ("post", "tap_to_last_tv")
    }
    holds = {f"{what}_p99_at_most_a_fifth_more": r <= SAME for what, r in ratios.items()}
    return {**figures, "p99_rehearsing_over_not": ratios, "holds": holds}


def _over_rounds(rounds: list[list[float]]) -> dict[str, float]:
    """Of all rounds together, and the median of what each round had at most."""
    each = [round(1000 * max(one), 3) for one in rounds]
    together = percentiles([taken for one in rounds for taken in one])
    return {"rounds": len(rounds), **together, "median_of_max_ms": round(median(each), 3)}
