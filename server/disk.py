"""Whether the journal can be written, proved once a second on the writer's thread. Whoever asks
gets the last verdict from memory, so that no flood of questions makes the disk work."""

from __future__ import annotations

import logging
from time import monotonic
from typing import NamedTuple

import gevent

from server.journal.contract import Damaged, NotSaved, Unusable
from server.store import OpenStore

EVERY_S = 1.0
SILENT_S_MAX = 10.0
"""A disk that has not answered for this long is not ready, whatever it said before."""

log = logging.getLogger("foyer.disk")


class Verdict(NamedTuple):
    """`why` and `sentence` say what is wrong; both are None while the journal can be written."""

    at_s: float
    why: str | None = None
    sentence: str | None = None

    @property
    def age_s(self) -> float:
        return monotonic() - self.at_s


class Disk:
    def __init__(self, store: OpenStore) -> None:
        self._store = store
        self._proving = False
        self._damage: str | None = None
        self._last = Verdict(monotonic())
        self.prove()

    @property
    def verdict(self) -> Verdict:
        if self._last.age_s > SILENT_S_MAX and not self._proving:
            self.prove()
        last = self._last
        if last.age_s > SILENT_S_MAX:
            sentence = f"The journal's disk has not answered for {last.age_s:.0f} seconds."
            return Verdict(last.at_s, "failing", sentence)
        return last

    def prove(self) -> None:
        """Writes something and remembers how that went. Raises nothing."""
        self._proving = True
        try:
            why, sentence = self._tried()
        finally:
            self._proving = False
        if sentence != self._last.sentence:
            if sentence is None:
                log.warning("The journal can be written again.")
            else:
                log.critical("%s", sentence)
        self._last = Verdict(monotonic(), why, sentence)
        self._tell()

    def prove_for_ever(self) -> None:
        while True:
            gevent.sleep(EVERY_S)
            self.prove()

    def found_damaged(self, error: Unusable) -> None:
        """Something could not be read. What has been damaged stays damaged until a restart."""
        if self._damage != str(error):
            self._damage = str(error)
            log.critical("%s", error)
        self._tell()

    def _tried(self) -> tuple[str | None, str | None]:
        try:
            self._store.on_writer(self._store.journal.prove)
        except (NotSaved, Damaged) as error:
            return error.why, str(error)
        except Exception as error:
            log.exception("the proof of the disk failed")
            return "failing", str(error)
        return None, None

    def _tell(self) -> None:
        self._store.say_trouble(self._last.why or ("damaged" if self._damage else None))
