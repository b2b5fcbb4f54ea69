"""A store's business day begins, ends, and turns over with people here.

Opening a day first settles the one beside it in the journal. Who is still here then is sent home;
or, when the store is open as the day turns over, or its clock was put right, carried over. The old
day says so, durably, and only then the new one brings them: whoever finds that half done does the
rest.
Two processes may do it at once, and the journal's primary key decides whose facts stand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from server.clock import LEAP_MS, Clock
from server.floor import carrying, hours, today
from server.floor import facts as f
from server.floor.day import Day
from server.floor.facts import Fact, Millis, Recorded
from server.floor.passing import anybody_here, anything_open, closing
from server.floor.plan import StorePlan
from server.journal.contract import Journal, Stream
from server.timekeeping import newest_in

GONE_MS = 4 * 3600 * 1000
"""While the server was away for longer, whoever was here has gone on without it."""

Facts = tuple[Recorded, ...]
Write = Callable[[Day, tuple[Fact, ...], Millis], Facts]
"""Adds facts to a day, durably. Raises DecideAgain when another process was faster."""


class DecideAgain(Exception):
    """Another writer was faster, or an earlier batch failed: the Day it was decided on is gone."""


class Replayed(NamedTuple):
    """A day as its facts make it, and those of them that were not told yet."""

    day: Day
    news: Facts

    def with_more(self, facts: Facts) -> Replayed:
        return Replayed(self.day, self.news + facts)


Replay = Callable[[Stream], Replayed]


class Opened(NamedTuple):
    """The day a store is in; and the days beside it, as this left them."""

    begun: Replayed
    left: tuple[Replayed, ...]


class BusinessDays:
    def __init__(
        self, plan: StorePlan, journal: Journal, clock: Clock, replay: Replay, write: Write
    ) -> None:
        self._plan = plan
        self._journal = journal
        self._clock = clock
        self._read = replay
        self._write = write

    def open(self, date: str, by_ms: Millis = 0, up_on: str | None = None) -> Opened:
        """The day `date`, or the one that another process has turned it over to just now. `by_ms`:
        the clock was just put right by so much. `up_on`: the day this process was open on."""
        turned_to = self._just_turned(date) if not by_ms else None
        if turned_to is not None:
            return self.open(turned_to, by_ms, up_on)
        left = [
            settled
            for stream in self._beside(date)
            if up_on is not None or not self._is_over(stream)
            for settled in self._settled(stream, date, by_ms, up_on)
        ]
        return Opened(self._begun(date, [one.day for one in left], by_ms), tuple(left))

    def _beside(self, date: str) -> list[Stream]:
        """The newest stream before this day, and after it: a wrong clock has been there."""
        streams = self._journal.streams(self._plan.id)
        earlier = [stream for stream in streams if stream.date < date][-1:]
        return earlier + [stream for stream in streams if stream.date > date][-1:]

    def _just_turned(self, date: str) -> str | None:
        """Another process is a moment ahead, and writes nothing in this day any more."""
        _, ends = hours.day_bounds(self._plan, date)
        if self._clock.now() < ends - LEAP_MS:
            return None
        turned_to = self._read(Stream(self._plan.id, date)).day.turned_to
        return turned_to if turned_to is not None and turned_to > date else None

    def _is_over(self, stream: Stream) -> bool:
        """By its last fact alone: nobody was left in it, and none was carried over."""
        last = self._journal.last_seq(stream)
        facts = [recorded.fact for recorded in self._journal.read(stream, last - 1)]
        return any(isinstance(fact, f.DayClosed) and fact.turned_to is None for fact in facts)

    # How a day ends

    def _settled(
        self, stream: Stream, date: str, by_ms: Millis, up_on: str | None
    ) -> list[Replayed]:
        """The day of `stream`, once nobody is left in it; and the days that it was carried over
        to, if they are neither `date` nor begun."""
        old = self._left(stream, date, by_ms, up_on)
        turned_to = old.day.turned_to
        if turned_to is None or not stream.date < turned_to < date:
            return [old]
        self._begun(turned_to, [old.day], 0)
        return [old, *self._settled(Stream(stream.store, turned_to), date, by_ms, up_on)]

    def _left(self, stream: Stream, date: str, by_ms: Millis, up_on: str | None) -> Replayed:
        while True:
            old = self._read(stream)
            if old.day.turned_to is not None:
                return old
            facts, at = self._last_facts(old.day, date, by_ms, up_on)
            if not facts:
                return old
            try:
                return old.with_more(self._write(old.day, facts, at))
            except DecideAgain:
                continue

    def _last_facts(
        self, old: Day, date: str, by_ms: Millis, up_on: str | None
    ) -> tuple[tuple[Fact, ...], Millis]:
        if by_ms and old.date == up_on:
            return carrying.left(old, date, old.last_at, by_ms), old.last_at
        if old.date > date:
            by_ms = self._clock.now() - newest_in(self._journal, old)
            here = carrying.left(old, date, old.last_at, by_ms) if anybody_here(old) else ()
            return here, old.last_at
        _, ends = hours.day_bounds(self._plan, old.date)
        at = max(ends, old.last_at)
        if self._goes_on(old, date, up_on):
            return carrying.left(old, date, at), at
        return (closing(old) if anything_open(old) else ()), at

    def _goes_on(self, old: Day, date: str, up_on: str | None) -> bool:
        """Whether whoever is here stays here as the day turns over."""
        _, ends = hours.day_bounds(self._plan, old.date)
        starts, _ = hours.day_bounds(self._plan, date)
        if ends != starts or not hours.stays_open(today.plan_of(self._plan, old), old.date):
            return False
        return up_on == old.date or self._clock.now() - old.last_at <= GONE_MS

    # How a day begins

    def _begun(self, date: str, left: list[Day], by_ms: Millis) -> Replayed:
        while True:
            new = self._read(Stream(self._plan.id, date))
            facts = self._first_facts(new.day, left, by_ms)
            if not facts:
                return new
            now = self._now_in(date)
            # Only a clock that was put right, or a day closed by a wrong one, goes back.
            at = now if isinstance(facts[0], GOES_BACK) else max(now, new.day.last_at)
            try:
                return new.with_more(self._write(new.day, facts, at))
            except DecideAgain:
                by_ms = 0
                continue

    def _now_in(self, date: str) -> Millis:
        """A day that is over by now began when it had to."""
        starts, ends = hours.day_bounds(self._plan, date)
        now = self._clock.now()
        return now if now < ends else starts

    def _first_facts(self, new: Day, left: list[Day], by_ms: Millis) -> tuple[Fact, ...]:
        handed = [old for old in left if old.turned_to == new.date]
        first: tuple[Fact, ...] = ()
        if self._closed_too_early(new):
            first = (f.DayReopened(self._limbo(new)),)
        if by_ms and (handed or new.seq):
            first = (*first, f.ClockPutRight(by_ms))
        for old in handed:
            first = (*first, *carrying.brought(old, new))
        return first

    def _closed_too_early(self, day: Day) -> bool:
        """Closed as if it were over, and it is not: a wrong clock did that."""
        _, ends = hours.day_bounds(self._plan, day.date)
        closed_at = day.closed_at
        if closed_at is None or self._clock.now() >= ends:
            return False
        return day.turned_to is not None or closed_at >= ends

    def _limbo(self, day: Day) -> tuple[str, ...]:
        """Whom this day carried over, and no other has ever brought."""
        if day.turned_to is None:
            return ()
        other = self._read(Stream(day.store, day.turned_to)).day
        return tuple(visit for visit in day.carried if visit not in other.visits)


GOES_BACK = (f.DayReopened, f.ClockPutRight)
