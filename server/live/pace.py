"""When to tell: at once while it is quiet; the dearer the telling, the rarer."""

from __future__ import annotations

import logging
from collections.abc import Callable

import gevent
from gevent.event import Event

from server.store import DISK_FAILS

log = logging.getLogger("foyer.live")

Tell = Callable[[], float]
"""Tells what there is to tell, and answers how many seconds of the hub's time it took."""


DISK_FAILED_S = 0.05
"""What a telling counts as that the disk would not give: once it is well, nobody waits long."""


class Pace:
    """Runs `tell` after news, and every `refresh_s` without any, for time changes views too.
    Between two tellings it rests `rest_s`, or longer, so that telling takes `share` of the time
    at most. `then` hears the news only when this has told it: the waiting room before phones."""

    def __init__(
        self,
        tell: Tell,
        *,
        rest_s: float,
        share: float,
        refresh_s: float,
        then: Callable[[], None] | None = None,
    ) -> None:
        self._tell = tell
        self._rest_s = rest_s
        self._rest_for = 1 / share - 1
        self._refresh_s = refresh_s
        self._then = then
        self._news = Event()
        self._greenlet = gevent.spawn(self._run)

    def news(self) -> None:
        self._news.set()

    def stop(self) -> None:
        self._greenlet.kill()

    def _run(self) -> None:
        while True:
            self._news.wait(self._refresh_s)
            self._news.clear()
            took_s = self._told()
            # Lets what was queued leave before the next in the chain computes anything.
            gevent.sleep(0.001)
            if self._then:
                self._then()
            gevent.sleep(max(self._rest_s, took_s * self._rest_for))

    def _told(self) -> float:
        try:
            return self._tell()
        except DISK_FAILS:
            return DISK_FAILED_S  # Said by the disk's own watch.
        except Exception:  # noqa: BLE001 a voice that stops after one failure leaves every screen stale
            log.exception("could not tell; the next news is told again")
            return 1.0
