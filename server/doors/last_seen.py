"""When each token and each session was last shown: written down once a minute, beside the store."""

from __future__ import annotations

import logging

import gevent

from server.doors.house import House
from server.doors.sessions import KEPT_MS
from server.journal.contract import NotSaved

EVERY_S = 60
log = logging.getLogger("foyer.last_seen")


def note_forever(house: House) -> None:
    while True:
        gevent.sleep(EVERY_S)
        note(house)


def note(house: House) -> None:
    """Also forgets sessions that nobody has used for months."""
    tokens, house.tokens.seen = house.tokens.seen, set()
    sessions, house.sessions.seen = house.sessions.seen, set()
    house.tokens.forget_stale()
    house.sessions.forget_stale()
    try:
        # The store's time: a clock that leaps ahead must not sign everybody out.
        now = house.store.look(lambda day, now, forecast: now)
        house.store.on_writer(lambda: house.journal.saw(now, tokens, sessions, now - KEPT_MS))
    except NotSaved as error:
        log.warning("when devices were last seen was not written down: %s", error)
    except Exception:
        log.exception("when devices were last seen was not written down")
