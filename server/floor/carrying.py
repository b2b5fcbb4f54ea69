"""The business day turns over with people here: what one day leaves, and how the next goes on.

The old day says of each visit that it was carried over (`left`), the new one brings it as it is
(`brought`). Both are worked out from the old Day alone, so whoever finds the old day closed and the
new one not yet begun does the rest. When the clock was put right in between, all times move along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from msgspec import convert
from msgspec.structs import replace

from server.floor import facts as f
from server.floor.facts import Fact, Millis, Quote
from server.floor.state import (
    Counter,
    Help,
    Leg,
    PaperCheck,
    Promise,
    Recovered,
    Rested,
    Undoable,
    Visit,
)

if TYPE_CHECKING:
    from server.floor.day import Day

JUST_ENDED_MS = 30 * 60_000
"""Who left so shortly before the turn is brought over too: for an undo, a return, a feedback."""


def left(day: Day, to: str, now: Millis, by_ms: Millis = 0) -> tuple[Fact, ...]:
    """The last facts of a day whose people go on in day `to`; none when there is nothing to go on
    with."""
    carried = tuple(f.VisitCarriedOver(visit.id, to) for visit in _in_order(day, now))
    if not carried and all(counter.state == "closed" for counter in day.counters.values()):
        return ()
    return (*carried, f.DayClosed(to, by_ms))


def _in_order(day: Day, now: Millis) -> list[Visit]:
    going_on = (v for v in day.visits.values() if v.ticket and _goes_on(v, now))
    return sorted(going_on, key=lambda visit: (visit.leg.joined_at, visit.leg.order))


def _goes_on(visit: Visit, now: Millis) -> bool:
    if visit.state != "ended":
        return True
    ended_at = visit.leg.ended_at
    at_the_close = visit.ended_as in (None, "end_of_day")
    return not at_the_close and ended_at is not None and ended_at >= now - JUST_ENDED_MS


def brought(old: Day, new: Day) -> tuple[Fact, ...]:
    """What `new` still lacks of what `old` carried over to it."""
    by_ms = old.turned_by_ms
    visits = [v for v in old.carried if v not in new.visits or v in new.carried]
    if not visits and new.seq:
        return ()
    return (
        *(_counter(c, by_ms) for c in old.counters.values() if c.state != "closed"),
        *(_visit(old, visit, by_ms) for visit in visits),
        *(_help(one, by_ms) for one in old.help_left.values()),
    )


def _counter(counter: Counter, by_ms: Millis) -> Fact:
    here = replace(moved_counter(counter, by_ms), visit=None)
    return f.CounterBroughtOver(counter.id, convert(here, f.CounterSoFar, from_attributes=True))


def _visit(old: Day, visit: str, by_ms: Millis) -> Fact:
    was = _as_it_was(old, old.carried[visit], by_ms)
    undoable, promise = old.undoable.get(visit), old.promise_of(visit)
    undo = None
    if undoable is not None:
        moved = moved_undoable(undoable, by_ms)
        undo = replace(moved, before=_as_it_was(old, undoable.before, by_ms))
    return f.VisitBroughtOver(
        visit,
        convert(was, f.VisitSoFar, from_attributes=True),
        convert(undo, f.UndoSoFar, from_attributes=True) if undo else None,
        convert(promise, f.PromiseSoFar, from_attributes=True) if promise else None,
    )


def _as_it_was(old: Day, visit: Visit, by_ms: Millis) -> Visit:
    """Before all who are credited with the same moment and come in the new day."""
    legs = tuple(replace(leg, order=leg.order - old.seq) for leg in visit.legs)
    return moved_visit(replace(visit, legs=legs, came_on=visit.came_on or old.date), by_ms)


def _help(one: Help, by_ms: Millis) -> Fact:
    asked = f.HelpAsked(
        *(one.id, one.kiosk, one.step, one.language, one.visit),
        *(one.counter, one.staff, one.wants, one.tried),
    )
    return f.HelpBroughtOver(asked, one.at + by_ms)


# What the facts do to a Day


def visit_of(was: f.VisitSoFar) -> Visit:
    return convert(was, Visit, from_attributes=True)


def undoable_of(undo: f.UndoSoFar) -> Undoable:
    return convert(undo, Undoable, from_attributes=True)


def counter_of(was: f.CounterSoFar) -> Counter:
    return convert(was, Counter, from_attributes=True)


def promise_of(was: f.PromiseSoFar) -> Promise:
    return convert(was, Promise, from_attributes=True)


def move_along(day: Day, by_ms: Millis) -> None:
    """The clock was wrong by so much: all who are here keep their waits and services."""
    for visit in [v for v in day.visits.values() if v.state != "ended"]:
        day.put(moved_visit(visit, by_ms))
    day.undoable = {v: moved_undoable(one, by_ms) for v, one in day.undoable.items()}
    day.counters = {c: moved_counter(one, by_ms) for c, one in day.counters.items()}
    day.help = {h: replace(one, at=one.at + by_ms) for h, one in day.help.items()}
    day.coming = {c: replace(one, at=one.at + by_ms) for c, one in day.coming.items()}
    day.rested = {who: tuple(_rested(breaks, by_ms)) for who, breaks in day.rested.items()}


def _rested(breaks: Iterable[Rested], by_ms: Millis) -> Iterator[Rested]:
    return (_later(one, by_ms, "at", "until", "ended_at") for one in breaks)


def moved_visit(visit: Visit, by_ms: Millis) -> Visit:
    """All its times but that of its appointment, which is the calendar's."""
    if by_ms == 0:
        return visit
    moved = _later(visit, by_ms, "arrived_at", "held_until")
    return replace(
        moved,
        legs=tuple(_leg(leg, by_ms) for leg in visit.legs),
        checks=tuple(_later(check, by_ms, "at") for check in visit.checks),
        recoveries=tuple(_later(one, by_ms, "at") for one in visit.recoveries),
    )


def _leg(leg: Leg, by_ms: Millis) -> Leg:
    moved = _later(leg, by_ms, *LEG_TIMES)
    quote = _later(leg.quote, by_ms, "call_by", "quoted_at") if leg.quote else None
    return replace(moved, quote=quote)


LEG_TIMES = ("joined_at", "credited_at", "called_at", "started_at", "ended_at", "moved_at")


def moved_counter(counter: Counter, by_ms: Millis) -> Counter:
    return _later(counter, by_ms, "since", "until", "called_at", "free_since")


def moved_undoable(one: Undoable, by_ms: Millis) -> Undoable:
    caller = moved_counter(one.caller, by_ms) if one.caller else None
    return replace(one, at=one.at + by_ms, before=moved_visit(one.before, by_ms), caller=caller)


T = TypeVar("T", Visit, Leg, Counter, Rested, PaperCheck, Recovered, Quote)


def _later(value: T, by_ms: Millis, *times: str) -> T:
    at = {name: getattr(value, name) for name in times}
    return replace(value, **{name: t + by_ms for name, t in at.items() if t is not None})
