"""OpenStore: the one path of every change. Load, decide, append, apply, announce.

A command is decided on the Day in memory, which then runs ahead of the disk by the batch being
written: a writer hands what has queued to a native thread, which commits it in one transaction.
Nothing is answered, shown or announced before its batch is durable. A batch that fails throws
that Day away; the journal says what is true, and what is still wanted is decided again.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import NamedTuple, TypeVar, cast

import gevent
from gevent.event import AsyncResult, Event
from gevent.lock import BoundedSemaphore
from gevent.queue import Queue
from gevent.threadpool import ThreadPool
from msgspec import Struct
from msgspec.structs import replace

from server.business_day import BusinessDays, DecideAgain, Replayed
from server.clock import LEAP_MS, Clock
from server.dialling import dialled
from server.floor import hours, today
from server.floor.commands import Command, ExpectAppointments, TimePassed
from server.floor.day import Day
from server.floor.decide import decide
from server.floor.facts import AnyFact, Fact, Millis, Recorded
from server.floor.forecast import Forecast
from server.floor.passing import anybody_here
from server.floor.plan import StorePlan
from server.floor.refusals import Refusal
from server.floor.views.frame import ClockedView, MachineView
from server.journal.contract import (
    DIALLED,
    PHONE,
    Answer,
    Conflict,
    Entry,
    Journal,
    Key,
    KeyTaken,
    NotSaved,
    Rows,
    Stream,
    Unusable,
)
from server.journal.projection import appointment_of, changed_rows
from server.snapshots import Snapshots
from server.timekeeping import Timekeeper
from server.waits.forecaster import Forecaster

T = TypeVar("T")
log = logging.getLogger("foyer.store")

DISK_FAILS = (NotSaved, Unusable)
"""What any question to the store may raise while its disk fails; `server/disk.py` says it aloud."""

TIME = "time"
"""Who did what nobody did."""
DECIDED_AGAIN_MAX = 100
"""Other processes may be faster that often before a command gives up."""
DIALLED_IN = "country"
"""What the journal notes under this name: the country its phone numbers were read for."""
ANSWERS_KEPT_MS = 3 * 24 * 3600 * 1000
LEARNED_FROM_MS = 28 * 24 * 3600 * 1000
EXPECTED_MAX = 2000
"""Appointments of one day."""
LEARNED_FACTS_MAX = 100_000
"""About two seconds' reading at a start that has no snapshot of what was learned."""
SNAPSHOT_FACTS = 2000
"""So many facts a start may have to read before a snapshot spares it that."""
SNAPSHOT_REST = 20
"""Times as long as the last snapshot took, at least, until the next."""


class KeyReused(Exception):
    """This key came before, with another request."""


class Done(NamedTuple):
    """What a command came to. Empty facts: there was nothing to change."""

    facts: tuple[Recorded, ...]
    day: Day
    now: Millis
    forecast: Forecast


Guests = tuple[tuple[str, str, str], ...]
AnswerOf = Callable[[Done | Refusal], Answer]
Listener = Callable[[Day, tuple[Recorded, ...], Millis, Forecast], None]


class Asked(Struct, frozen=True):
    command: Command
    by: str
    answer: AnswerOf
    key: Key | None
    guests: Guests


class Batch:
    """What one commit makes durable. `outcome` is None once it is, or why it is not."""

    def __init__(self, day: Day, after_seq: int) -> None:
        self.day = day
        self.after_seq = after_seq
        self.entries: list[Entry] = []
        self.rows: dict[str, Rows] = {}
        self.outcome: AsyncResult[Exception | None] = AsyncResult()

    def add(self, entry: Entry, rows: dict[str, Rows]) -> None:
        """A visit that changes twice in a batch is written once, as it was last."""
        self.entries.append(entry)
        for visit, changed in rows.items():
            earlier = self.rows.get(visit)
            if earlier is not None and not changed.papers:
                changed.papers = earlier.papers
            self.rows[visit] = changed

    @property
    def facts(self) -> tuple[Recorded, ...]:
        return tuple(recorded for entry in self.entries for recorded in entry.facts)

    @property
    def all_rows(self) -> Rows:
        rows = Rows()
        for changed in self.rows.values():
            rows.add(changed)
        return rows


class InFlight(NamedTuple):
    digest: bytes
    answer: AsyncResult[Answer]


class OpenStore:
    """One store, open for business in this process. Use it from greenlets of one thread."""

    def __init__(
        self, plan: StorePlan, journal: Journal, clock: Clock, forecaster: Forecaster
    ) -> None:
        self._plan = plan
        self.journal = journal
        self.clock = clock
        self._trouble: str | None = None
        self._off_told_ms: Millis = 0
        self._forecaster = forecaster
        self._day: Day | None = None
        self._opening = BoundedSemaphore(1)
        self._told: tuple[str, int] | None = None
        self._expected: str | None = None
        self._gathering: Batch | None = None
        self._writing: Batch | None = None
        self._wanted = Event()
        self._in_flight: dict[tuple[str, str], InFlight] = {}
        self._listeners: list[Listener] = []
        self._machine_listeners: list[Callable[[], None]] = []
        self._announcements: Queue[tuple[Day, tuple[Recorded, ...]]] = Queue()
        self._native = ThreadPool(1)
        self._snapshots = Snapshots(plan, journal)
        self._beyond_snapshot = 0
        self._snapshot_wanted = Event()
        self._timekeeper = Timekeeper(plan, journal, clock)
        self._days = BusinessDays(plan, journal, clock, self._replay, self._write_alone)
        self._remember()
        self._day = self._open(self._date(clock.now()))
        self._keep_clock()
        self._keep_country()
        tasks = (self._write, self._announce, self._take_snapshots)
        self._greenlets = [gevent.spawn(task) for task in tasks]

    def do(
        self,
        command: Command,
        *,
        by: str,
        answer: AnswerOf,
        key: Key | None = None,
        guests: Guests = (),
    ) -> Answer:
        """Carries the command out once and answers when that is durable.

        `answer` is asked at once, while the Day is as the command left it, and must not wait for
        anything. A key that came before gets its first answer. Raises KeyReused and NotSaved.
        """
        asked = Asked(command, by, answer, key, guests)
        if key is None:
            return self._carry_out(asked)
        earlier = self._in_flight.get((key.caller, key.key))
        if earlier is not None:
            _same_request(earlier.digest, key)
            first: Answer = earlier.answer.get()
            return first
        return self._carry_out_keyed(asked, key)

    def look(self, render: Callable[[Day, Millis, Forecast], T]) -> T:
        """What `render` makes of the store now, handed out only once all it saw is durable."""
        while True:
            day = self._today()
            now = self._now(day)
            seen = render(day, now, self._forecaster.forecast(day, now))
            unsaved = self._gathering or self._writing
            if unsaved is None or unsaved.outcome.get() is None:
                return seen

    def tick(self) -> None:
        """To be called once a second: what time alone brings about, and news of other writers."""
        self._keep_time()
        self._expect_todays()
        self.do(TimePassed(), by=TIME, answer=_no_answer)

    def _expect_todays(self) -> None:
        """The appointments that earlier days made for today."""
        day = self._today()
        if self._expected == day.date:
            return
        begins, ends = hours.day_bounds(self._plan, day.date)
        rows = self.journal.appointments(
            self._plan.id, since=begins, before=ends, limit=EXPECTED_MAX
        )
        booked = (a for a in map(appointment_of, rows) if a.state == "booked")
        self.do(ExpectAppointments(tuple(booked)), by=TIME, answer=_no_answer)
        self._expected = day.date

    def on_writer(self, work: Callable[[], T]) -> T:
        """What `work` returns, or raises, run on the thread that writes, between two commits: the
        hub goes on meanwhile."""
        outcome: tuple[T | None, Exception | None] = self._native.apply(_outcome, (work,))
        return _unwrapped(outcome)

    def subscribe(self, listener: Listener) -> None:
        """`listener` hears of facts in order, once they are durable. The Day it is handed may be
        ahead of them: what is told to anybody must come from `look`."""
        self._listeners.append(listener)

    @property
    def trouble(self) -> str | None:
        """Why the journal cannot be written, in one word; see `server/disk.py`."""
        return self._trouble

    def say_trouble(self, why: str | None) -> None:
        if why != self._trouble:
            self._trouble = why
            self._tell_of_machine()

    def machine_view(self) -> MachineView:
        """It needs no Day, which a broken journal may not give."""
        return MachineView(trouble=self._trouble, clock_off_s=self._clock_off_s())

    def subscribe_to_machine(self, listener: Callable[[], None]) -> None:
        """`listener` is called whenever `machine_view` has changed."""
        self._machine_listeners.append(listener)

    def _tell_of_machine(self) -> None:
        for listener in self._machine_listeners:
            listener()

    def close(self) -> None:
        """Finishes what was asked for. The journal stays open: it is its maker's to close."""
        self._drain()
        gevent.killall(self._greenlets)
        if self._beyond_snapshot:
            self._try_snapshot()
        self._native.kill()

    @property
    def plan(self) -> StorePlan:
        """As config.toml has it, with the hours as they are said to be today."""
        return self._plan if self._day is None else today.plan_of(self._plan, self._day)

    # Deciding

    def _carry_out_keyed(self, asked: Asked, key: Key) -> Answer:
        whose = key.caller, key.key
        self._in_flight[whose] = in_flight = InFlight(key.digest, AsyncResult())
        try:
            answer = self._carry_out(asked)
        except BaseException as error:
            in_flight.answer.set_exception(error)
            raise
        else:
            in_flight.answer.set(answer)
            return answer
        finally:
            del self._in_flight[whose]

    def _carry_out(self, asked: Asked) -> Answer:
        for _ in range(DECIDED_AGAIN_MAX):
            known = self._answered(asked.key)
            if known is not None:
                return known
            try:
                return self._attempt(asked)
            except DecideAgain:
                continue
        raise NotSaved("other processes kept changing this store faster")

    def _answered(self, key: Key | None) -> Answer | None:
        found = self.journal.answered(self._plan.id, key.key, key.caller) if key else None
        if key is None or found is None:
            return None
        _same_request(found[0], key)
        return found[1]

    def _attempt(self, asked: Asked) -> Answer:
        answer, batch = self._decide(asked, self._today())
        outcome = batch.outcome.get()
        if outcome is not None:
            raise outcome
        return answer

    def _decide(self, asked: Asked, day: Day) -> tuple[Answer, Batch]:
        """From here to the queue nothing waits, so decisions are in the order of their facts."""
        now = self._now(day)
        forecast = self._forecaster.forecast(day, now)
        after_seq = day.seq
        decided = decide(self._plan, day, asked.command, now, forecast)
        try:
            if isinstance(decided, Refusal):
                facts: tuple[Recorded, ...] = ()
                rows: dict[str, Rows] = {}
                answer = asked.answer(decided)
            else:
                facts = _recorded(day, decided, now, asked.by)
                rows = _changed_rows(day, facts)
                answer = asked.answer(Done(facts, day, now, forecast))
        except BaseException:
            # The Day has applied facts that will never be written.
            self._day = None
            raise
        entry = Entry(
            at=now,
            facts=facts,
            key=asked.key,
            answer=answer if asked.key else None,
            guests=() if isinstance(decided, Refusal) else asked.guests,
        )
        return answer, self._queue(day, after_seq, entry, rows)

    def _queue(self, day: Day, after_seq: int, entry: Entry, rows: dict[str, Rows]) -> Batch:
        if self._gathering is None:
            self._gathering = Batch(day, after_seq)
            self._wanted.set()
        self._gathering.add(entry, rows)
        return self._gathering

    # Writing

    def _write(self) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            while self._gathering is not None:
                batch, self._gathering = self._gathering, None
                self._writing = batch
                outcome = self._native.apply(self._commit, (batch,))
                self._writing = None
                self._settle(batch, outcome)

    def _commit(self, batch: Batch) -> Exception | None:
        """On the native thread. Returns what went wrong: gevent would print what it raised."""
        stream = Stream(self._plan.id, batch.day.date)
        try:
            entries = [self._as_kept(entry) for entry in batch.entries]
            self.journal.append(stream, batch.after_seq, entries, batch.all_rows)
        except (Conflict, KeyTaken):
            return DecideAgain()
        except Exception as error:  # noqa: BLE001 whoever asked is told, and the Day reloaded
            return error
        return None

    def _as_kept(self, entry: Entry) -> Entry:
        numbers = tuple(
            (visit, DIALLED, dialled(value, self._plan.country))
            for visit, field, value in entry.guests
            if field == PHONE
        )
        return replace(entry, guests=(*entry.guests, *numbers)) if numbers else entry

    def _settle(self, batch: Batch, outcome: Exception | None) -> None:
        if outcome is not None:
            self._throw_away(batch.day)
        # Whoever asked goes first; then what is learned from it, then who listens.
        batch.outcome.set(outcome)
        if outcome is None:
            self._tell(batch.day, batch.facts)

    def _throw_away(self, day: Day) -> None:
        """Whatever was decided on it since was decided on what never happened."""
        if self._day is day:
            self._day = None
        behind, self._gathering = self._gathering, None
        if behind is not None:
            behind.outcome.set(DecideAgain())

    def _drain(self) -> None:
        while unsaved := self._gathering or self._writing:
            unsaved.outcome.wait()

    # Telling

    def _tell(self, day: Day, facts: tuple[Recorded, ...]) -> None:
        if facts:
            self._told = (day.date, facts[-1].seq)
            self._announcements.put((day, facts))

    def _announce(self) -> None:
        while True:
            day, facts = self._announcements.get()
            while not self._announcements.empty() and self._announcements.peek()[0] is day:
                facts += self._announcements.get()[1]
            try:
                self._announce_one(day, facts)
            except Exception:
                log.exception("facts %d to %d were not told", facts[0].seq, facts[-1].seq)

    def _announce_one(self, day: Day, facts: tuple[Recorded, ...]) -> None:
        learned_on, today = day.date, self._today()
        if today.date == day.date:
            day = today
        try:
            self._forecaster.learn(facts, learned_on)
        except Exception:
            log.exception("nothing learned from facts %d to %d", facts[0].seq, facts[-1].seq)
        self._count(len(facts))
        now = self._now(day)
        forecast = self._forecaster.forecast(day, now)
        for listener in self._listeners:
            try:
                listener(day, facts, now, forecast)
            except Exception:
                log.exception("a listener failed on facts %d to %d", facts[0].seq, facts[-1].seq)

    # The day

    def _now(self, day: Day) -> Millis:
        """Time never goes back, whatever the clock does."""
        return max(self.clock.now(), day.last_at)

    def _date(self, now: Millis) -> str:
        return hours.business_date(self._plan, now)

    def _today(self) -> Day:
        day = self._current()
        if day is not None:
            return day
        with self._opening:
            day = self._current()
            if day is None:
                # Nobody decides on the old Day any more, and what was decided is written first.
                self._day = None
                self._drain()
                day = self._day = self._open(self._date(self.clock.now()))
            return day

    def _current(self) -> Day | None:
        """The Day in memory, unless it was thrown away or is over."""
        if self._day is None:
            return None
        _, ends = hours.day_bounds(self._plan, self._day.date)
        return self._day if self.clock.now() < ends else None

    @property
    def clock_off_ms(self) -> Millis:
        """By how much this machine's clock is off, as far as can be known; 0 when it is not."""
        return self._timekeeper.off_ms

    def say_clock(self, view: ClockedView) -> None:
        view.speed = self.clock.speed
        view.clock_off_s = self._clock_off_s()

    def _clock_off_s(self) -> int:
        return round(self.clock_off_ms / 1000)

    def _keep_time(self) -> None:
        try:
            by_ms = self._timekeeper.tick(self._anybody_here)
            if by_ms:
                self._put_right(by_ms)
        finally:
            self._say_clock()
        self._keep_clock()

    def _say_clock(self) -> None:
        """What is shown is in minutes."""
        off_ms = self.clock_off_ms
        if abs(off_ms - self._off_told_ms) >= LEAP_MS / 2:
            self._off_told_ms = off_ms
            self._tell_of_machine()

    def _keep_clock(self) -> None:
        kept = self._timekeeper.to_keep()
        if kept is not None:
            self.on_writer(lambda: self._timekeeper.keep(kept))

    def _keep_country(self) -> None:
        """Phone numbers that were kept for another country, or by an older Foyer, are read anew."""
        country = self._plan.country or ""
        if self.journal.noted(DIALLED_IN) == country.encode():
            return
        try:
            self.on_writer(lambda: self._redial(country))
        except NotSaved as error:
            log.warning("phone numbers are not read anew before the next start: %s", error)

    def _redial(self, country: str) -> None:
        self.journal.redial(lambda phone: dialled(phone, country or None))
        self.journal.note(DIALLED_IN, country.encode())

    def _anybody_here(self) -> bool:
        return anybody_here(self._today())

    def _put_right(self, by_ms: Millis) -> None:
        """The clock was wrong by so much: whoever is here goes on in the day it really is."""
        with self._opening:
            self._day = None
            self._drain()
            self._timekeeper.follow(by_ms)
            self._day = self._open(self._date(self.clock.now()), by_ms)

    def _open(self, date: str, by_ms: Millis = 0) -> Day:
        """The day in which the store is, with whom the day before left to it."""
        up_on = self._told[0] if self._told else None
        if up_on is not None:
            self.journal.forget_answers(self.clock.now() - ANSWERS_KEPT_MS)
        opened = self._days.open(date, by_ms, up_on)
        for left, news in (*opened.left, opened.begun):
            if up_on is not None:
                self._tell(left, news)
            elif left.date <= date:
                # A later one is of a wrong clock, and its waits teach nothing.
                self._forecaster.learn(news, left.date)
                self._count(len(news))
        day = opened.begun.day
        if up_on is None:
            self._told = (day.date, day.seq)
        self._timekeeper.not_before(day.last_at)
        return day

    def _replay(self, stream: Stream) -> Replayed:
        day = self._snapshots.day(stream)
        heard_to = self._heard_to(stream)
        facts = tuple(self.journal.read(stream, min(day.seq, heard_to)))
        for recorded in facts:
            if recorded.seq > day.seq:
                day.apply(recorded)
        return Replayed(day, tuple(recorded for recorded in facts if recorded.seq > heard_to))

    def _heard_to(self, stream: Stream) -> int:
        """The last fact of a day that was told or, at a start, learned. What is beyond it is news,
        such as what other processes wrote."""
        date, seq = self._told or self._forecaster.known_to
        if stream.date < date:
            return self.journal.last_seq(stream)
        return seq if stream.date == date else 0

    def _write_alone(self, day: Day, decided: tuple[Fact, ...], at: Millis) -> tuple[Recorded, ...]:
        """Facts that nobody asked for, durable when this returns. Raises DecideAgain."""
        batch = Batch(day, day.seq)
        facts = _recorded(day, decided, at, TIME)
        batch.add(Entry(at=at, facts=facts), _changed_rows(day, facts))
        outcome: Exception | None = self._native.apply(self._commit, (batch,))
        if outcome is not None:
            raise outcome
        return facts

    def _remember(self) -> None:
        """What the days before taught: a snapshot, and the facts behind it, read again in order."""
        now = self.clock.now()
        first, today = self._date(now - LEARNED_FROM_MS), self._date(now)
        self._snapshots.recall(self._forecaster, today)
        first = max(first, self._forecaster.known_to[0])
        days: list[Stream] = []
        facts = 0
        for stream in reversed(self.journal.streams(self._plan.id)):
            facts += self.journal.last_seq(stream) if first <= stream.date < today else 0
            if first <= stream.date < today and facts <= LEARNED_FACTS_MAX:
                days.insert(0, stream)
        for stream in days:
            after_seq = self._heard_to(stream)
            self._forecaster.learn(self.journal.read(stream, after_seq), stream.date)
            self._count(self.journal.last_seq(stream) - after_seq)

    # Snapshots

    def _count(self, facts: int) -> None:
        """Facts that the next start would have to read."""
        self._beyond_snapshot += facts
        # A day's first fact has to be there: nothing is kept of a day that has not begun.
        if self._beyond_snapshot >= SNAPSHOT_FACTS and self._forecaster.known_to[1]:
            self._snapshot_wanted.set()

    def _take_snapshots(self) -> None:
        while True:
            self._snapshot_wanted.wait()
            began = time.monotonic()
            self._try_snapshot()
            gevent.sleep(SNAPSHOT_REST * (time.monotonic() - began))

    def _try_snapshot(self) -> None:
        self._snapshot_wanted.clear()
        taken_of = self._beyond_snapshot
        try:
            self._take_snapshot()
        except Exception as error:  # noqa: BLE001 the facts are there; only a start takes longer
            log.warning("no snapshot of the day was kept: %s", error)
        self._beyond_snapshot -= taken_of

    def _take_snapshot(self) -> None:
        """Of the Day only once all that it was made of is durable. It is copied here, packed on a
        thread that nobody waits for, and written between two commits."""
        day = self._day
        if day is None:
            return
        copied = self._snapshots.of_day(day), self._snapshots.of_learned(self._forecaster)
        unsaved = self._gathering or self._writing
        if unsaved is not None and unsaved.outcome.get() is not None:
            return
        pool = gevent.get_hub().threadpool
        packed = _unwrapped(pool.apply(_outcome, (lambda: [one.packed() for one in copied],)))
        self.on_writer(lambda: self.journal.keep_snapshots(packed))


def _unwrapped(outcome: tuple[T | None, Exception | None]) -> T:
    value, error = outcome
    if error is not None:
        raise error
    return cast(T, value)


def _outcome(work: Callable[[], T]) -> tuple[T | None, Exception | None]:
    """gevent prints what a function raises on a thread of its pool, so an error is returned."""
    try:
        return work(), None
    except Exception as error:  # noqa: BLE001 raised again for whoever asked
        return None, error


def _recorded(day: Day, facts: tuple[Fact, ...], now: Millis, by: str) -> tuple[Recorded, ...]:
    """The facts with their places in the stream, applied to the Day."""
    recorded = tuple(
        Recorded(day.seq + n, now, by, cast(AnyFact, fact)) for n, fact in enumerate(facts, 1)
    )
    for one in recorded:
        day.apply(one)
    return recorded


def _changed_rows(day: Day, facts: tuple[Recorded, ...]) -> dict[str, Rows]:
    return changed_rows(day, (recorded.fact for recorded in facts))


def _same_request(digest: bytes, key: Key) -> None:
    if digest != key.digest:
        raise KeyReused(key.key)


def _no_answer(result: Done | Refusal) -> Answer:
    return Answer(204, b"")
