"""When a store believes the machine's clock, and when it goes on by its own.

A leap of the wall clock is followed when the clock turns out right by it (it could not be right
before, and can be now), when it has held for half an hour and nobody is here, or when a person says
so. Until then the store goes on, and says on every tablet by how much the machine's clock is off.
The journal keeps what the store goes by, so that a restart does not fall for the same leap.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from server.clock import LEAP_MS, Clock, SteadyClock
from server.floor import hours
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.plan import StorePlan
from server.journal.contract import Journal, Stream

log = logging.getLogger("foyer.clock")

HELD_MS = 30 * 60_000
"""A leap that holds for so long, while nobody is here, is followed."""
BEHIND_MS_MAX = 12 * 3600 * 1000
"""A machine without a battery starts with the time it last saved: at most so much behind."""
IDLE_MS_MAX = 30 * 24 * 3600 * 1000
"""A store whose newest fact is older than this was away, or the clock is ahead."""
DAY_MS = 24 * 3600 * 1000
FACTS_LOOKED_AT = 200
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
GOES_BY, SAID_RIGHT = "clock", "clock_said_right"
"""What the journal notes under these names is a `Kept`, and a `SaidRight`."""
KEPT_AGAIN_MS = 10 * 60_000


class Kept(Struct, frozen=True):
    """The clock a store goes by, as long as this machine runs. `steady`: the steady clock when it
    was kept. `right_between`: where the machine's clock is right, which could not be so far."""

    boot: str
    base_ms: Millis
    steady: Millis
    right_between: tuple[Millis, Millis] | None = None


class SaidRight(Struct, frozen=True):
    """A person says that the machine's clock is right. `ahead`: the newest fact then, which a wrong
    clock may have written: it is no reason to doubt a right one."""

    boot: str
    base_ms: Millis
    ahead: Millis


class Leap(Struct, frozen=True):
    off_ms: Millis
    since: Millis
    """By the steady clock."""


class Timekeeper:
    """Any other clock than a steady one is believed as it is."""

    def __init__(self, plan: StorePlan, journal: Journal, clock: Clock) -> None:
        self._plan = plan
        self._journal = journal
        self._clock = clock if isinstance(clock, SteadyClock) else None
        self._boot = boot_id()
        self._leap: Leap | None = None
        self._right_between: tuple[Millis, Millis] | None = None
        self._doubt_ms = 0
        self._kept: Kept | None = None
        if self._clock is not None:
            self._start(self._clock)

    @property
    def off_ms(self) -> Millis:
        """By how much the machine's clock is off, as far as anybody can know; 0 when it is not."""
        off_ms = self._clock.off_ms if self._clock else 0
        return off_ms if abs(off_ms) >= LEAP_MS else self._doubt_ms

    def tick(self, anybody_here: Callable[[], bool]) -> Millis:
        """To be called once a second. How much the store's time is to be put right by, mostly 0."""
        clock = self._clock
        if clock is None:
            return 0
        off_ms = clock.off_ms
        if abs(off_ms) < LEAP_MS:
            if self._leap is not None:
                log.warning("the machine's clock is right again")
            self._leap = None
            clock.slew(off_ms)
            if self._doubt_ms and self._said_right(clock):
                self._doubt_ms = 0
            return 0
        self._notice(off_ms, clock)
        return off_ms if self._is_right(clock, off_ms, anybody_here) else 0

    def follow(self, by_ms: Millis) -> None:
        """The store's time is put right."""
        assert self._clock is not None
        self._clock.move(by_ms)
        self._leap, self._right_between, self._doubt_ms = None, None, 0
        log.warning("the store's time was put right by %d s", by_ms / 1000)

    def not_before(self, at: Millis) -> None:
        """Facts of today say that it is at least so late."""
        if self._clock is not None and at > self._clock.now():
            self._clock.move(at - self._clock.now())

    def to_keep(self) -> Kept | None:
        """What the next start has to know, where that is news."""
        if self._clock is None or self._boot is None:
            return None
        now = Kept(self._boot, self._clock.base_ms, self._clock.steady(), self._right_between)
        return now if self._kept is None or _another(self._kept, now) else None

    def keep(self, now: Kept) -> None:
        """On the thread that writes."""
        self._journal.note(GOES_BY, msgspec.json.encode(now))
        self._kept = now

    def _notice(self, off_ms: Millis, clock: SteadyClock) -> None:
        if self._leap is None or abs(off_ms - self._leap.off_ms) >= LEAP_MS:
            self._leap = Leap(off_ms, clock.steady())
            log.warning(
                "the machine's clock is off by %d s: the store goes on by its own", off_ms / 1000
            )

    def _is_right(
        self, clock: SteadyClock, off_ms: Millis, anybody_here: Callable[[], bool]
    ) -> bool:
        first, last = self._right_between or (0, -1)
        if (off_ms > 0 and first <= clock.wall() <= last) or self._said_right(clock):
            return True
        held_ms = clock.steady() - self._leap.since if self._leap else 0
        return held_ms >= HELD_MS and not anybody_here()

    def _said_right(self, clock: SteadyClock) -> bool:
        said = said_right(self._journal)
        base_ms = clock.wall() - clock.steady()
        return (
            said is not None and said.boot == self._boot and abs(said.base_ms - base_ms) < LEAP_MS
        )

    # The start

    def _start(self, clock: SteadyClock) -> None:
        noted = self._journal.noted(GOES_BY)
        kept = msgspec.json.decode(noted, type=Kept) if noted else None
        if kept is not None and kept.boot == self._boot and kept.steady <= clock.steady():
            self._kept, self._right_between = kept, kept.right_between
            clock.move(kept.base_ms - clock.base_ms)
        else:
            self._start_anew(clock)

    def _start_anew(self, clock: SteadyClock) -> None:
        """The machine has been off: its clock is all there is, and what is known of the past."""
        wall, newest = clock.wall(), newest_fact(self._journal, self._plan.id)
        said = said_right(self._journal)
        ahead = said.ahead if said else 0
        if newest and newest - LEAP_MS <= wall <= newest + IDLE_MS_MAX:
            return
        if wall < program_made() - DAY_MS:
            self._guess(clock, _opening(self._plan, max(program_made(), newest or 0)))
        elif newest and wall < newest - LEAP_MS and newest != ahead:
            self._behind(clock, newest)
        elif newest and wall > newest:
            log.warning("the newest fact is of %s: is this machine's clock ahead?", _shown(newest))

    def _guess(self, clock: SteadyClock, at: Millis) -> None:
        """The clock cannot be right: the store opens at the earliest moment it can be."""
        clock.move(at - clock.now())
        self._right_between = (at, at + 100 * 365 * DAY_MS)

    def _behind(self, clock: SteadyClock, newest: Millis) -> None:
        """Facts of today are later than the clock: the day goes on behind them. Facts of a later
        day are no reason to leave today, only to say that one of the two is wrong."""
        wall = clock.wall()
        same_day = hours.business_date(self._plan, newest) == hours.business_date(self._plan, wall)
        if same_day and newest - wall <= BEHIND_MS_MAX:
            clock.move(newest - wall)
            self._right_between = (newest, newest + BEHIND_MS_MAX)
        else:
            self._doubt_ms = wall - newest


def say_right(journal: Journal, store: str, clock: SteadyClock) -> None:
    """A person says that the machine's clock is right as it is. A store that is open hears of it
    within a second, any other at its next start."""
    right = SaidRight(boot_id() or "", clock.base_ms, newest_fact(journal, store) or 0)
    journal.note(SAID_RIGHT, msgspec.json.encode(right))


def said_right(journal: Journal) -> SaidRight | None:
    said = journal.noted(SAID_RIGHT)
    return said_right_of(said) if said else None


def said_right_of(said: bytes) -> SaidRight:
    return msgspec.json.decode(said, type=SaidRight)


def newest_fact(journal: Journal, store: str) -> Millis | None:
    """When somebody last did something. What time alone brought about says nothing: a day is
    closed at its own end, whenever that is noticed."""
    for stream in reversed(journal.streams(store)):
        at = _newest(journal, stream)
        if at is not None:
            return at
    return None


def newest_in(journal: Journal, day: Day) -> Millis:
    """When somebody last did something on that day; where nobody did, its last fact."""
    return _newest(journal, Stream(day.store, day.date)) or day.last_at


def _newest(journal: Journal, stream: Stream) -> Millis | None:
    last = journal.last_seq(stream)
    facts = list(journal.read(stream, max(0, last - FACTS_LOOKED_AT)))
    return next((fact.at for fact in reversed(facts) if fact.by != "time"), None)


def program_made() -> Millis:
    """When the newest of the program's own files was written: it cannot be earlier than that."""
    files = Path(__file__).parent.glob("*.py")
    return int(max(file.stat().st_mtime for file in files) * 1000)


def boot_id() -> str | None:
    """What tells this run of the machine from any other; None where the system does not say."""
    try:
        return BOOT_ID.read_text("ascii").strip()
    except OSError:
        return None


def clock_sentence(off_s: float) -> str:
    """For whoever looks after the machine."""
    way = "ahead" if off_s > 0 else "behind"
    return f"this machine's clock is off by {spelt(abs(off_s))} ({way})"


def spelt(seconds: float) -> str:
    """The largest unit that makes two of it, or one minute at least."""
    for unit, size in (("year", 365 * 86400), ("day", 86400), ("hour", 3600)):
        if seconds >= 2 * size or (unit == "hour" and seconds >= size):
            n = round(seconds / size)
            return f"{n} {unit}s" if n != 1 else f"1 {unit}"
    n = max(1, round(seconds / 60))
    return f"{n} minutes" if n != 1 else "1 minute"


def _opening(plan: StorePlan, at: Millis) -> Millis:
    """Whoever starts the server is about to open."""
    return hours.opens_next(plan, at) or at


def _another(kept: Kept, now: Kept) -> bool:
    return (
        (kept.boot, kept.right_between) != (now.boot, now.right_between)
        or abs(kept.base_ms - now.base_ms) >= 500
        or now.steady - kept.steady >= KEPT_AGAIN_MS
    )


def _shown(at: Millis) -> str:
    return f"{datetime.fromtimestamp(at / 1000, UTC):%d %B %Y %H:%M}"
