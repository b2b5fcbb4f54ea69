"""The server is killed in the middle of the day and started again, with kiosks and tablets at work,
TVs watching and phones following: when is every one of them right again?

Counted from the moment the server answers `/readyz`. A phone or TV is right with the first news at
least as new as the last thing anybody was told before the kill. At the end, when all is quiet, what
each knows is compared with what the server says.
"""

from __future__ import annotations

import argparse
import json
import signal
import time
from collections.abc import Sequence
from typing import Any

from bench._listening import Crowd, Phone, Screen
from bench._running import API, Running
from bench._wire import Reply, Script, ask, percentiles, request, talk
from bench.crash import Client, Told
from bench.fanout import take_tickets, wait_for

COUNTERS = 8
WORK_S = 4.0
AFTER_S = 6.0
QUIET_S = 2.0
BACK_WITHIN_S = 2.0
COMPARED = ("state", "counter", "ticket", "ahead")


class Person(Client):
    """Looks at the screen before the next tap."""

    pause_s = 0.0

    def _ask(self, what: str, scope: str, path: str, body: Any = None) -> Told:
        time.sleep(self.pause_s)
        return super()._ask(what, scope, path, body)


def main(argv: list[str]) -> dict[str, Any]:
    parser = argparse.ArgumentParser(prog="bench restart", description=__doc__)
    parser.add_argument("--phones", type=int, default=1000)
    parser.add_argument("--displays", type=int, default=4)
    parser.add_argument("--kiosks", type=int, default=16)
    parser.add_argument("--pause", type=float, default=0.1, help="seconds before each tap")
    asked = parser.parse_args(argv)
    Person.pause_s = asked.pause
    with Running(counters=COUNTERS) as server:
        return measured(server, asked)


def measured(server: Running, asked: argparse.Namespace) -> dict[str, Any]:
    secrets = take_tickets(server, asked.phones)
    display = server.token("display")
    phones = Crowd([Phone(n, server.port, secret) for n, secret in enumerate(secrets)])
    tvs = Crowd([Screen(n, server.port, display, "bench", "board") for n in range(asked.displays)])
    wait_for(phones, asked.phones)
    wait_for(tvs, asked.displays)
    people = [Person(server, None) for _ in range(asked.kiosks)]
    people += [Person(server, counter) for counter in server.counters]
    for person in people:
        person.start()
    time.sleep(WORK_S)
    server.stop(signal.SIGKILL)
    time.sleep(0.2)
    told = max(seq_of(told.reply) for person in people for told in person.told)
    phones.heard()
    tvs.heard()
    ready_s = server.start()
    ready_at = time.perf_counter()
    time.sleep(AFTER_S)
    phones_s, tvs_s = (right_after(crowd, told, ready_at) for crowd in (phones, tvs))
    for person in people:
        person.leaving.set()
    for person in people:
        person.join()
    time.sleep(QUIET_S)
    wrong = wrong_phones(server, secrets, phones) + wrong_tvs(server, tvs)
    phones.close()
    tvs.close()
    all_back = len(phones_s) == asked.phones and len(tvs_s) == asked.displays
    slowest_s = max([*phones_s, *tvs_s])
    return {
        "ready_s": round(ready_s, 3),
        "acknowledged": sum(len(person.told) for person in people),
        "phones": {**percentiles(phones_s), "came_back": len(phones_s), "of": asked.phones},
        "tvs": {**percentiles(tvs_s), "came_back": len(tvs_s), "of": asked.displays},
        "wrong_at_the_end": wrong,
        "holds": {
            "all_right_in_2_s": all_back and slowest_s <= BACK_WITHIN_S,
            "all_right_at_the_end": wrong == 0,
        },
    }


def seq_of(reply: Reply) -> int:
    return int(reply.json["seq"]) if reply.status in (200, 201) else 0


def right_after(crowd: Crowd, seq: int, ready_at: float) -> list[float]:
    """Seconds from being ready until each knew of `seq`; nobody who never did."""
    first: dict[int, float] = {}
    for one in crowd.heard():
        if one.seq >= seq:
            first.setdefault(one.who, one.at)
    return [max(0.0, at - ready_at) for at in first.values()]


def wrong_phones(server: Running, secrets: Sequence[str], phones: Crowd) -> int:
    shown: list[dict[str, Any]] = []

    def look() -> Script:
        for secret in secrets:
            reply = yield request("GET", f"/v/{secret}/visit")
            shown.append(reply.json["visit"])

    talk(server.port, [look()])
    known = [json.loads(last)["visit"] for last in phones.last()]
    return sum(
        any(mine[field] != theirs[field] for field in COMPARED)
        for mine, theirs in zip(known, shown, strict=True)
    )


def wrong_tvs(server: Running, tvs: Crowd) -> int:
    sent = request("GET", f"{API}/board", server.token("display"))
    board = ask(server.port, sent).json
    return sum(tv["counters"] != board["counters"] for tv in tvs.last())
