"""The server was killed and is back: who listens shows the right state within two seconds."""

from __future__ import annotations

import queue
import time

from tests.browser.running import BACK_WITHIN_S, PATIENCE_S, best_of_three
from tests.live.conftest import Store
from tests.live.listening import LastingPhone, Tv


def test_a_phone_and_a_tv_are_right_within_two_seconds_of_a_restart(open_store: Store) -> None:
    took_s = best_of_three(lambda: restarted(open_store), BACK_WITHIN_S)
    assert took_s <= BACK_WITHIN_S


def restarted(open_store: Store) -> float:
    """The seconds until both are right again."""
    rosa = open_store.ticket()
    with Tv(open_store.base, open_store.tokens["display"]) as tv:
        tv.watch("board")
        phone = LastingPhone(open_store.port, rosa["secret"])
        try:
            phone.events.get(timeout=PATIENCE_S)
            called = open_store.call(
                "POST", "/counters/1/call", {"visit": rosa["id"], "reason": "asked"}
            )
            open_store.stop()
            # Whatever they heard before the end does not count.
            empty(tv.news)
            empty(phone.events)
            open_store.start()
            back = time.monotonic()
            event = phone.events.get(timeout=PATIENCE_S)
            board = tv.news.get(timeout=PATIENCE_S)
            took_s = time.monotonic() - back
        finally:
            open_store.stop()
            phone.put_away()
            open_store.start()
    assert event.id >= called["seq"]
    assert event.view["visit"]["state"] == "called"
    assert board["seq"] >= called["seq"]
    assert rosa["ticket"] in [call["ticket"] for call in board["data"]["called"]]
    finish = {"outcome": "resolved"}
    open_store.call("POST", f"/visits/{rosa['id']}/finish", finish)
    return took_s


def empty(heard: queue.Queue[object]) -> None:
    while not heard.empty():
        heard.get()
