"""Day: one store's business day, folded from its facts.

It never asks why a fact was allowed and never reads the plan, so a day replays to the same state
whatever config.toml says by then. `put` alone keeps the lines, the held and the counters in step
with the visits; `folding` says what each fact changes.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque

from msgspec.structs import replace

from server.floor import facts as f
from server.floor.facts import Millis, Recorded
from server.floor.folding import FOLD
from server.floor.state import (
    AT_COUNTER,
    RECENT,
    CallSeen,
    Coming,
    Counter,
    Help,
    Kept,
    Kind,
    Offered,
    Place,
    Promise,
    PutLater,
    Rested,
    Undoable,
    Visit,
    place_of,
)


class Day:
    def __init__(self, store: str, date: str) -> None:
        self.store = store
        self.date = date
        self.seq = 0
        self.last_at: Millis = 0
        self.closed = False
        self.closed_at: Millis | None = None
        """None again once a day that was closed by mistake is open."""
        self.closing_at: Millis | None = None
        """When it was last closed, also where that was a mistake."""
        self.turned_to: str | None = None
        """The business day that goes on with whoever was here when this one ended."""
        self.turned_by_ms: Millis = 0
        self.carried: dict[str, Visit] = {}
        """Whom it carried over, as they were; and the calls for help nobody had answered."""
        self.help_left: dict[str, Help] = {}
        self.sent_home: dict[str, tuple[Millis, Counter]] = {}
        """The counters that a close closed, when, and as they were before it."""
        self.visits: dict[str, Visit] = {}
        self.counters: dict[str, Counter] = {}
        self.lines: dict[str | None, list[Place]] = {None: []}
        self.line_kinds: dict[str | None, dict[Kind, list[Place]]] = {None: {}}
        self.kinds: dict[Kind, list[Place]] = {}
        """Whoever waits in whatever line, by kind."""
        self.able: dict[Kind, frozenset[str]] = {}
        """What `routing` worked out of who works where; forgotten when that changes."""
        self.held: dict[str, Millis] = {}
        self.at_risk: set[str] = set()
        """Those waiting whose quote was feared for: nobody walks the lines to find them."""
        self.last_number: dict[str, int] = {}
        self.brought: set[str] = set()
        """The tickets of those who came on an earlier day: nobody gets their number."""
        self.undoable: dict[str, Undoable] = {}
        self.promises: dict[str, Promise] = {}
        self.kept: dict[str, Kept | None] = {}
        """Promises kept today, whenever they were made; None where that was taken back."""
        self.help: dict[str, Help] = {}
        self.helped: dict[str, str | None] = {}
        """By a customer's call that was answered: who comes, where the answer says so."""
        self.coming: dict[str, Coming] = {}
        """By the counter that called, its last call that a colleague answered."""
        self.rested: dict[str, tuple[Rested, ...]] = {}
        """The breaks each person took."""
        self.put_later: dict[tuple[str, Millis], PutLater] = {}
        """Planned breaks that were put later, by person and the time they were planned for."""
        self.suggestions: dict[str, Offered] = {}
        self.exceptions: dict[str, f.DayException] = {}
        """What is different today."""
        self.appointments: dict[str, f.Appointment] = {}
        self.appointments_seq = 0
        """Those touched today, for whatever date, and those of today."""
        self.recent_calls: deque[CallSeen] = deque(maxlen=RECENT)
        self.recent_ends: deque[str] = deque(maxlen=RECENT)

    def apply(self, recorded: Recorded) -> None:
        """Raises ValueError when `recorded` is not the next in the stream."""
        if recorded.seq != self.seq + 1:
            raise ValueError(f"fact {recorded.seq} cannot follow {self.seq} on {self.date}")
        self.seq = recorded.seq
        self.last_at = recorded.at
        FOLD[type(recorded.fact)](self, recorded.fact, recorded)

    def counter(self, counter_id: str) -> Counter:
        return self.counters.get(counter_id) or Counter(counter_id)

    def open_counters(self) -> list[Counter]:
        return [c for c in self.counters.values() if c.state == "open"]

    def promise_of(self, visit: str) -> Promise | None:
        return next((p for p in self.promises.values() if p.visit == visit), None)

    def line(self, counter_id: str | None) -> list[str]:
        return [visit for _, _, visit in self.lines.get(counter_id, ())]

    def standing(self, line: str | None) -> list[tuple[Kind, int]]:
        """Who waits in a line: how many of each kind."""
        return [(kind, len(places)) for kind, places in self.line_kinds.get(line, {}).items()]

    def unmoved(self, line: str | None) -> list[tuple[Kind, int]]:
        """Who would, had no suggestion moved anybody."""
        stayed = [(kind, count) for kind, count in self.standing(line) if kind.home is None]
        return stayed + [(k, len(places)) for k, places in self.kinds.items() if k.home == line]

    def ahead(self, visit: Visit) -> int:
        """How many wait before this visit in its line."""
        return bisect_left(self.lines[visit.counter], place_of(visit))

    def put(self, visit: Visit) -> None:
        old = self.visits.get(visit.id)
        if old is not None:
            self._lift(old)
        self.visits[visit.id] = visit
        if visit.at_risk and visit.state == "waiting":
            self.at_risk.add(visit.id)
        else:
            self.at_risk.discard(visit.id)
        if visit.state == "waiting":
            place, kind = place_of(visit), visit.kind
            insort(self.lines.setdefault(visit.counter, []), place)
            insort(self.line_kinds.setdefault(visit.counter, {}).setdefault(kind, []), place)
            insort(self.kinds.setdefault(kind, []), place)
        elif visit.state == "held":
            self.held[visit.id] = visit.held_until or 0
        elif visit.state in AT_COUNTER:
            self._seat(visit.counter, visit.id)

    def _lift(self, old: Visit) -> None:
        if old.state == "waiting":
            place = place_of(old)
            line = self.lines[old.counter]
            del line[bisect_left(line, place)]
            _take_out(self.line_kinds[old.counter], old.kind, place)
            _take_out(self.kinds, old.kind, place)
        elif old.state == "held":
            del self.held[old.id]
        elif old.state in AT_COUNTER:
            self._seat(old.counter, None)

    def _seat(self, counter_id: str | None, visit: str | None) -> None:
        assert counter_id is not None
        free_since = self.last_at if visit is None else None
        here = replace(self.counter(counter_id), visit=visit, free_since=free_since)
        self.counters[counter_id] = here

    def act(self, action: str, at: Millis, visit: Visit, caller: Counter | None = None) -> None:
        before = self.visits[visit.id]
        last = self.undoable.get(visit.id)
        if last is not None and last.action == "start" and before.leg.start_at_call:
            # A start nobody tapped came with this action: one undo takes both back.
            before = last.before
        self.undoable[visit.id] = Undoable(action, at, before, caller)
        self.put(visit)


def _take_out(kinds: dict[Kind, list[Place]], kind: Kind, place: Place) -> None:
    places = kinds[kind]
    del places[bisect_left(places, place)]
    if not places:
        del kinds[kind]
