"""Forgetting: whoever is erased by hand, and every night whoever was here long ago.

What is erased is gone for every screen and report at once. From the disk it is gone when the last
copy has been written over, and that waits for whoever reads an older moment of the journal: a
backup, a database browser. It is tried in short attempts on the thread that writes, so that nobody
else's tap waits for it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import gevent

from server.floor.hours import day_bounds
from server.floor.plan import StorePlan
from server.journal.contract import Forgotten, Journal, NotSaved
from server.store import OpenStore

log = logging.getLogger("foyer.forgetting")

WAIT_S = 10.0
"""So long whoever erases waits for the disk to be rid of it."""
PAUSE_S = 0.1
AGAIN_S = 5.0
"""Between two attempts nobody waits for."""
PORTION_PAUSE_S = 0.05
SETTLED_S = 30.0
"""A start, or the turn of the day, has more urgent work first."""
DAY_MS = 24 * 3600 * 1000


def wiped(wipe: Callable[[], bool], wait_s: float) -> bool:
    """Whether `wipe` succeeded within so many seconds; other commits go on between its attempts."""
    until = time.monotonic() + wait_s
    while not _attempt(wipe):
        if time.monotonic() >= until:
            return False
        gevent.sleep(PAUSE_S)
    return True


def _attempt(wipe: Callable[[], bool]) -> bool:
    try:
        return wipe()
    except NotSaved:
        # The disk is full, or another process writes just now.
        return False


class Forgetting:
    """Of one open store. Use it from greenlets of its thread; `after_days` 0: nobody by age."""

    def __init__(
        self, plan: StorePlan, store: OpenStore, journal: Journal, after_days: int
    ) -> None:
        self._plan = plan
        self._store = store
        self._journal = journal
        self._after_days = after_days
        self._night: str | None = None
        self._greenlets: set[gevent.Greenlet] = set()
        self._wiping: gevent.Greenlet | None = None

    def erase(self, visit: str) -> bool:
        """Forgets what is personal of a visit, or of an appointment. False: a copy is still on the
        disk, and goes as soon as it can. Raises NotSaved when nothing was erased."""
        self._store.on_writer(lambda: self._journal.erase(visit))
        if wiped(self._wipe, WAIT_S):
            return True
        self._go_on_wiping()
        return False

    def forget(self, what: str) -> None:
        """As `erase`, for whoever waits for nothing but that it is shown no more."""
        self._store.on_writer(lambda: self._journal.erase(what))
        self._go_on_wiping()

    def tick(self) -> None:
        """To be called now and then: on a new business day, and after a start, forgets by age."""
        today: str = self._store.look(lambda day, now, forecast: day.date)
        if today != self._night:
            self._night = today
            self._start(lambda: self._at_night(today), SETTLED_S)

    def stop(self) -> None:
        gevent.killall(list(self._greenlets))

    def _at_night(self, today: str) -> None:
        try:
            forgotten = self.forget_old(today)
            log.info("%d guests forgotten, told of %d days ago", forgotten, self._after_days)
        except NotSaved as error:
            log.warning("nobody was forgotten by age tonight: %s", error)
            self._night = None
        # Also what was erased just before the program ended.
        self._go_on_wiping()

    def forget_old(self, today: str) -> int:
        """How many visits were forgotten by age, in portions that other commits go between."""
        if not self._after_days:
            return 0
        before = day_bounds(self._plan, today)[0] - self._after_days * DAY_MS
        forgotten, after = 0, ""
        while True:
            found = self._portion(before, after)
            forgotten += found.visits
            if found.after is None:
                return forgotten
            after = found.after
            gevent.sleep(PORTION_PAUSE_S)

    def _portion(self, before: int, after: str) -> Forgotten:
        store = self._plan.id
        return self._store.on_writer(lambda: self._journal.forget(store, before, after))

    def _wipe(self) -> bool:
        return self._store.on_writer(self._journal.wipe)

    def _go_on_wiping(self) -> None:
        if self._wiping is None or self._wiping.dead:
            self._wiping = self._start(self._wipe_until_gone)

    def _wipe_until_gone(self) -> None:
        while not _attempt(self._wipe):
            gevent.sleep(AGAIN_S)

    def _start(self, work: Callable[[], None], after_s: float = 0.0) -> gevent.Greenlet:
        started = gevent.spawn_later(after_s, work)
        self._greenlets.add(started)
        started.link(self._greenlets.discard)
        return started


def still_held(journal: Journal) -> str:
    """What to tell whoever erased when `wiped` is False."""
    open_in = ", ".join(journal.open_elsewhere()) or "a backup, or a program this user may not see"
    return (
        "It is forgotten: no screen and no report shows it any more. But a copy is still in the"
        f" journal's files, which somebody is reading just now: {open_in}."
    )
