"""The server was killed and is back: who listens shows the right state within two seconds."""

from __future__ import annotations

import queue
import time

from tests.live.conftest import Store
from tests.live.listening import LastingPhone, Tv

BACK_WITHIN_S = 2.0


def test_a_phone_and_a_tv_are_right_within_two_seconds_of_a_restart(open_store: Store) -> None:
    rosa = open_store.ticket()
    with Tv(open_store.base, open_store.tokens["display"]) as tv:
        tv.watch("board")
        phone = LastingPhone(open_store.port, rosa["secret"])
        try:
            phone.events.get(timeout=10)
            called = open_store.call(
                "POST", "/counters/1/call", {"visit": rosa["id"], "reason": "asked"}
            )
            open_store.stop()
            # Whatever they heard before the end does not count.
            empty(tv.news)
            empty(phone.events)
            open_store.start()
            back = time.monotonic()
            event = phone.events.get(timeout=BACK_WITHIN_S)
            board = tv.news.get(timeout=max(0.01, back + BACK_WITHIN_S - time.monotonic()))
        finally:
            open_store.stop()
            phone.put_away()
            open_store.start()
    assert event.id >= called["seq"]
    assert event.view["visit"]["state"] == "called"
    assert board["seq"] >= called["seq"]
    assert rosa["ticket"] in [call["ticket"] for call in board["data"]["called"]]


def empty(heard: queue.Queue[object]) -> None:
    while not heard.empty():
        heard.get()
