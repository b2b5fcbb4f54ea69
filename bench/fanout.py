"""A tap on a tablet: how long until the last TV and the last phone show it, with nobody following
and then with `--phones` following, in one run on one server.

The tap is a call_next; a TV shows it with the first news at least as new as the call's own `seq`.
Every phone in the line that got shorter has news of it. Memory is the growth of the server's
resident set while the phones came in.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import Any

from bench._listening import Crowd, Heard, Phone, Screen
from bench._running import Running, new_key
from bench._wire import Reply, Script, percentiles, talk

COUNTERS = 8
SETTLE_S = 1.5


def main(argv: list[str]) -> dict[str, Any]:
    parser = argparse.ArgumentParser(prog="bench fanout", description=__doc__)
    parser.add_argument("--phones", type=int, default=1000)
    parser.add_argument("--displays", type=int, default=4)
    parser.add_argument("--taps", type=int, default=80, help="with nobody, and with all")
    parser.add_argument("--every", type=float, default=1.0, help="seconds between taps")
    asked = parser.parse_args(argv)
    with Running(counters=COUNTERS) as server:
        return measured(server, asked)


def measured(server: Running, asked: argparse.Namespace) -> dict[str, Any]:
    secrets = take_tickets(server, asked.phones + 2 * asked.taps + COUNTERS)
    screens = [
        Screen(n, server.port, server.token("display"), "bench", "board")
        for n in range(asked.displays)
    ]
    tvs = Crowd(screens)
    wait_for(tvs, asked.displays)
    alone = taps(server, asked, tvs, None)
    say(f"nobody follows: {alone}")
    before_kb = server.memory_kb()
    # The last in line, so that they go on waiting while others are called.
    phones = Crowd([Phone(n, server.port, s) for n, s in enumerate(secrets[-asked.phones :])])
    began = time.perf_counter()
    wait_for(phones, asked.phones)
    joined_s = time.perf_counter() - began
    time.sleep(SETTLE_S)
    memory_kb = (server.memory_kb() - before_kb) / asked.phones
    followed = taps(server, asked, tvs, phones)
    say(f"{asked.phones} phones follow: {followed}")
    tvs.close()
    phones.close()
    ratio = followed["tap_to_last_tv"]["p99_ms"] / alone["tap_to_last_tv"]["p99_ms"]
    return {
        "phones": asked.phones,
        "displays": asked.displays,
        "alone": alone,
        "followed": followed,
        "joined_us_a_phone": round(joined_s / asked.phones * 1e6),
        "memory_kb_a_phone": round(memory_kb, 2),
        "shows": {
            "tv_p99_followed_over_alone": round(ratio, 2),
            "holds": {"tv_at_most_3": ratio <= 3, "memory_at_most_10_kb": memory_kb <= 10},
        },
    }


def take_tickets(server: Running, count: int) -> list[str]:
    """Their secrets, in order of arrival."""
    taken: list[Reply] = []

    def kiosk() -> Script:
        for _ in range(count):
            reply = yield server.asks("kiosk", "/visits", {"service": "replacement"}, new_key())
            assert reply.status == 201, reply
            taken.append(reply)

    talk(server.port, [kiosk()])
    return [reply.json["secret"] for reply in taken]


def wait_for(crowd: Crowd, count: int, within_s: float = 30.0) -> None:
    """Until each of them has heard something."""
    until = time.perf_counter() + within_s
    heard: set[int] = set()
    while len(heard) < count:
        heard |= {one.who for one in crowd.heard()}
        if time.perf_counter() > until:
            sys.exit(f"only {len(heard)} of {count} came in")
        time.sleep(0.02)


def taps(
    server: Running, asked: argparse.Namespace, tvs: Crowd, phones: Crowd | None
) -> dict[str, Any]:
    answered_s: list[float] = []
    last_tv_s: list[float] = []
    last_phone_s: list[float] = []
    told = 0

    def staff() -> Script:
        nonlocal told
        for n in range(asked.taps):
            counter = server.counters[n % COUNTERS]
            time.sleep(asked.every / 2)
            tvs.heard()
            if phones:
                phones.heard()
            reply = yield server.asks("staff", f"/counters/{counter}/call_next", key=new_key())
            assert reply.status == 200, reply
            visit = reply.json
            time.sleep(asked.every / 2)
            answered_s.append(reply.took_s)
            last_tv_s.append(last(tvs.heard(), asked.displays, reply.asked_at, visit["seq"]))
            if phones:
                news = phones.heard()
                while not any(one.seq >= visit["seq"] for one in news):
                    time.sleep(asked.every / 2)
                    news += phones.heard()
                told += len(news)
                last_phone_s.append(last(news, 1, reply.asked_at, visit["seq"]))
            path = f"/visits/{visit['id']}/finish"
            yield server.asks("staff", path, {"outcome": "resolved"}, new_key())

    cpu_s = server.cpu_s()
    took_s = talk(server.port, [staff()])
    figures: dict[str, Any] = {
        "answer": percentiles(answered_s),
        "tap_to_last_tv": percentiles(last_tv_s),
        "server_cpu_share": round((server.cpu_s() - cpu_s) / took_s, 3),
    }
    if phones:
        figures["tap_to_last_phone"] = percentiles(last_phone_s)
        figures["messages_a_tap"] = round(told / asked.taps, 1)
    return figures


def last(heard: list[Heard], all_of: int, tapped_at: float, seq: int) -> float:
    """Seconds until the last of them had news of `seq`: of each its first such news."""
    first: dict[int, float] = {}
    for one in heard:
        if one.seq >= seq:
            first.setdefault(one.who, one.at)
    assert len(first) >= all_of, f"{len(first)} of {all_of} heard of {seq}"
    return max(first.values()) - tapped_at


def say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201
