"""Tickets and calls through HTTP, beside what the disk and the door cost alone in the same run.

A no-op is `POST /papers/verdict`: the same door (listener, sign-in, body checked against the same
kind of model, JSON answered) with nothing decided and nothing written. A bare commit is one small
row to a database of its own on the same disk. `in_turn` has a no-op, a bare commit and a call one
after the other, so that a busy machine slows all three. Clients are closed loops: each asks again
as soon as it has its answer.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from bench._running import BareDisk, Running, new_key
from bench._wire import Reply, Script, percentiles, talk

AT_ONCE = (1, 8, 32)
TICKET = {"service": "replacement"}
COUNTERS = 8
ROUNDS = 300
TABLETS, WAITING = 4, 256
"""The contest: so many tablets tapping for each counter at once, so many visits."""


def main(argv: list[str]) -> dict[str, Any]:
    parser = argparse.ArgumentParser(prog="bench load", description=__doc__)
    parser.add_argument("--tickets", type=int, default=2000, help="tickets at each concurrency")
    parser.add_argument("--calls", type=int, default=1000, help="calls at each concurrency")
    parser.add_argument("--lines", choices=("counter", "pool"), default="counter")
    asked = parser.parse_args(argv)
    # A morning's rush, in a store of its own: after thousands of calls the server also works out
    # what they taught, on the processor that asks.
    with Running(counters=COUNTERS, lines=asked.lines) as server:
        rush = kiosks(server, 16, 4 * asked.tickets)
    with Running(counters=COUNTERS, lines=asked.lines) as server:
        contested = contest(server)
        figures = measured(server, asked.tickets, asked.calls)
    figures |= {"kiosks_16": rush, "contest": contested}
    return {**figures, "shows": shown(figures)}


def kiosks(server: Running, at_once: int, tickets: int) -> dict[str, Any]:
    warm_up(server)
    taken: list[Reply] = []
    figures = run(server, at_once, tickets, lambda _, count: take(server, count, taken), taken)
    say(f"{at_once} kiosks: {figures}")
    return {**figures, "duplicate_numbers": repeated(reply.json["ticket"] for reply in taken)}


def measured(server: Running, tickets: int, calls: int) -> dict[str, Any]:
    warm_up(server)
    disk = BareDisk(server.folder)
    figures: dict[str, Any] = {}
    taken: list[Reply] = []
    called: list[Reply] = []
    replies: list[Reply] = []

    def no_op(_: int, count: int) -> Script:
        return no_ops(server, count, replies)

    def ticket(_: int, count: int) -> Script:
        return take(server, count, replies)

    def next_call(which: int, count: int) -> Script:
        return tablet(server, server.counters[which % COUNTERS], count, replies)

    for name, script, count, kept in (
        ("noop", no_op, tickets, []),
        ("visits", ticket, tickets, taken),
        ("call_next", next_call, calls, called),
    ):
        figures[name] = {}
        for at_once in AT_ONCE:
            replies.clear()
            figures[name][at_once] = run(server, at_once, count, script, replies)
            kept += replies
            say(f"{name}, {at_once} at once: {figures[name][at_once]}")
    figures["in_turn"] = in_turn(server, disk, called)
    figures["bare_commit"] = disk.figures()
    figures["duplicate_numbers"] = repeated(reply.json["ticket"] for reply in taken)
    figures["double_calls"] = repeated(reply.json["id"] for reply in called)
    return figures


def shown(figures: dict[str, Any]) -> dict[str, Any]:
    """The promises this bench holds to account."""
    kiosks, in_turn = figures["kiosks_16"], figures["in_turn"]
    floor_ms = in_turn["noop"]["p50_ms"] + in_turn["bare_commit"]["p50_ms"]
    ratio = in_turn["call_next"]["p50_ms"] / floor_ms
    spread = kiosks["p99_ms"] / kiosks["p50_ms"]
    contest = figures["contest"]
    return {
        "call_next_p50_over_noop_and_commit": round(ratio, 2),
        "kiosks_16_p99_over_p50": round(spread, 2),
        "kiosks_16_tickets_per_s": kiosks["per_s"],
        "holds": {
            "call_next_at_most_2.5": ratio <= 2.5,
            "kiosks_spread_at_most_4": spread <= 4,
            "kiosks_1000_a_second": kiosks["per_s"] >= 1000,
            "no_number_twice": not figures["duplicate_numbers"] + kiosks["duplicate_numbers"],
            "nobody_called_twice": not figures["double_calls"] + contest["called_twice"],
            "everybody_called_once": contest["called"] == contest["waiting"],
        },
    }


def run(
    server: Running,
    at_once: int,
    count: int,
    script: Callable[[int, int], Script],
    replies: list[Reply],
) -> dict[str, Any]:
    """`script(which, count)` on each of `at_once` connections leaves what counts in `replies`."""
    cpu_s = server.cpu_s()
    took_s = talk(server.port, [script(which, count // at_once) for which in range(at_once)])
    cpu_us = (server.cpu_s() - cpu_s) / len(replies) * 1e6
    rate = round(len(replies) / took_s)
    taken_s = [reply.took_s for reply in replies]
    return {"per_s": rate, **percentiles(taken_s), "server_cpu_us": round(cpu_us)}


def warm_up(server: Running) -> None:
    talk(server.port, [no_ops(server, 200, [])])
    talk(server.port, [take(server, 25, []) for _ in range(8)])


def no_ops(server: Running, count: int, replies: list[Reply]) -> Script:
    sent = server.asks("kiosk", "/papers/verdict", TICKET)
    for _ in range(count):
        replies.append((yield sent))


def take(server: Running, count: int, replies: list[Reply]) -> Script:
    for _ in range(count):
        reply = yield server.asks("kiosk", "/visits", TICKET, new_key())
        assert reply.status == 201, reply
        replies.append(reply)


def finish(server: Running, called: Reply) -> bytes:
    path = f"/visits/{called.json['id']}/finish"
    return server.asks("staff", path, {"outcome": "resolved"}, new_key())


def in_turn(server: Running, disk: BareDisk, called: list[Reply]) -> dict[str, Any]:
    no_op_s: list[float] = []
    call_s: list[float] = []
    path = f"/counters/{server.counters[0]}/call_next"

    def tablet_and_kiosk() -> Script:
        for _ in range(ROUNDS):
            reply = yield server.asks("kiosk", "/papers/verdict", TICKET)
            no_op_s.append(reply.took_s)
            disk.commit()
            reply = yield server.asks("staff", path, key=new_key())
            assert reply.status == 200, reply
            call_s.append(reply.took_s)
            called.append(reply)
            yield finish(server, reply)

    talk(server.port, [tablet_and_kiosk()])
    timed = {"noop": no_op_s, "bare_commit": disk.taken_s, "call_next": call_s}
    return {name: percentiles(taken_s) for name, taken_s in timed.items()}


def contest(server: Running) -> dict[str, int]:
    """Counters calling at once, several tablets at each, until nobody waits."""
    for _ in range(WAITING):
        assert server.post("kiosk", "/visits", TICKET).status == 201
    called: list[Reply] = []
    racing = server.counters[:COUNTERS] * TABLETS
    talk(server.port, [tablet(server, counter, WAITING, called) for counter in racing])
    ids = [reply.json["id"] for reply in called]
    return {"waiting": WAITING, "called": len(set(ids)), "called_twice": repeated(ids)}


def tablet(server: Running, counter: str, count: int, called: list[Reply]) -> Script:
    """Calls, finishes and calls again, until it has called `count` or nobody waits. Only calls that
    came to something count; another tablet at the same counter may have been faster."""
    path = f"/counters/{counter}/call_next"
    for _ in range(count):
        while (reply := (yield server.asks("staff", path, key=new_key()))).status == 409:
            assert reply.json["code"] == "counter_busy", reply
        if reply.status == 204:
            return
        called.append(reply)
        yield finish(server, reply)


def repeated(values: Iterable[str]) -> int:
    return sum(times - 1 for times in Counter(values).values())


def say(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201
