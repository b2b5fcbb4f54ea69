"""Looks for what is worth doing about the lines, whenever they changed, and offers it.

Beside the floor like a rehearsal, and sooner: what is suggested to a person must still be true.
"""

from __future__ import annotations

import logging
import secrets
import time

import gevent
from gevent.event import Event

from server.balance.offering import offer, question
from server.balance.weighing import Answer, Question, Weighed
from server.beside import Beside
from server.floor.commands import Command
from server.floor.day import Day
from server.floor.facts import (
    Millis,
    Recorded,
    SuggestionOffered,
    SuggestionToldAnew,
    SuggestionWithdrawn,
)
from server.floor.forecast import Forecast
from server.journal import contract
from server.store import DISK_FAILS, OpenStore
from server.waits.forecaster import Forecaster

log = logging.getLogger("foyer.balancing")

BALANCE = "balance"
"""Who did what Foyer did by itself."""
REST_S, REST_MOST_S, SHARE = 0.1, 0.3, 0.25
"""Between two looks at least this, and so long that looking takes this share of the time; but never
so long that what changed since would be told late."""
EVERY_S = 15.0
BORN_AGAIN_S = 2.0
ITS_OWN = (SuggestionOffered, SuggestionToldAnew, SuggestionWithdrawn)

Moves = tuple[tuple[str, str | None], ...]


class Balancer:
    """Use it from the greenlets' thread. It looks by itself once started, and when asked."""

    def __init__(self, store: OpenStore, forecaster: Forecaster) -> None:
        self._store = store
        self._forecaster = forecaster
        self._beside = Beside()
        self._changed = Event()
        self._greenlet: gevent.Greenlet | None = None

    def start(self) -> None:
        if self._store.plan.rebalance != "off":
            self._store.subscribe(self._hear)
            self._greenlet = gevent.spawn(self._run)

    def stop(self) -> None:
        if self._greenlet is not None:
            self._greenlet.kill()
        self._beside.end()

    def _hear(self, day: Day, facts: tuple[Recorded, ...], now: Millis, forecast: Forecast) -> None:
        if not all(isinstance(recorded.fact, ITS_OWN) for recorded in facts):
            self._changed.set()

    def _run(self) -> None:
        while True:
            began = time.monotonic()
            try:
                self.look()
            except DISK_FAILS:
                gevent.sleep(BORN_AGAIN_S)  # Said by the disk's own watch.
                continue
            except Exception:
                log.exception("nothing weighed; starting another process for the next")
                self._beside.end()
                gevent.sleep(BORN_AGAIN_S)
                continue
            rest_s = (time.monotonic() - began) * (1 / SHARE - 1)
            gevent.sleep(min(max(REST_S, rest_s), REST_MOST_S))
            self._changed.wait(EVERY_S)
            self._changed.clear()

    def look(self) -> None:
        """Weighs the lines as they are now and offers what is worth doing."""
        if self._store.plan.rebalance == "off":
            return
        asked = self._asked(None)
        answer = Answer() if asked is None else self._beside.ask(asked, Answer)
        news = self._store.look(
            lambda day, now, forecast: offer(self._store.plan, day, now, answer, _new_id)
        )
        if news is not None:
            self._do(news)

    def look_again(self) -> None:
        """`look`, for somebody who asks; what was offered before stands when that fails."""
        try:
            self.look()
        except Exception:
            log.exception("nothing weighed for somebody who asked")
            self._beside.end()

    def preview(self, moves: Moves) -> Weighed | None:
        """What these moves would do; None when that cannot be said now."""
        asked = self._asked(moves)
        if asked is None:
            return None
        try:
            return self._beside.ask(asked, Answer).moves
        except Exception:
            log.exception("nothing previewed; starting another process for the next")
            self._beside.end()
            return None

    def _asked(self, moves: Moves | None) -> Question | None:
        def ask(day: Day, now: Millis, forecast: Forecast) -> Question | None:
            asked = self._forecaster.ask_ahead(day, now)
            return question(self._store.plan, day, now, asked, moves) if asked else None

        return self._store.look(ask)

    def _do(self, command: Command) -> None:
        self._store.do(command, by=BALANCE, answer=lambda _: contract.Answer(204, b""))


def _new_id() -> str:
    return secrets.token_hex(8)
