"""When it is quiet: the two hours of a coming day in which people have waited least.

Pure: waits of the last weeks go in, the coming days come out. Only what was seen often enough is
told; a weekday the store hardly knows has no quiet time rather than a guessed one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median
from typing import NamedTuple

from msgspec import Struct

from server.floor import hours
from server.floor.facts import Millis
from server.floor.plan import StorePlan

WEEKS_BACK = 8
HOUR_MS = 3_600_000
SPAN_HOURS = 2
WAITS_LEAST = 12
DAYS_LEAST = 2
SEARCH_DAYS = 28


class Wait(NamedTuple):
    joined_at: Millis
    called_at: Millis


class Quiet(Struct, frozen=True):
    """`wait_s` is the median of the `n` waits that began in these hours of this weekday."""

    since: Millis
    until: Millis
    wait_s: int
    n: int


class ComingDay(Struct, frozen=True):
    date: str
    open: tuple[tuple[Millis, Millis], ...]
    quiet: Quiet | None


Known = dict[tuple[int, int], list[int]]
"""Seconds waited, by weekday and hour of the day."""


class History(NamedTuple):
    waits: Known
    days: dict[int, set[str]]
    """The business days on which somebody was called, by weekday."""


def history(plan: StorePlan, waits: Iterable[Wait]) -> History:
    known: Known = {}
    days: dict[int, set[str]] = {}
    for joined_at, called_at in waits:
        here = hours.local(plan, joined_at)
        weekday = here.weekday()
        known.setdefault((weekday, here.hour), []).append((called_at - joined_at) // 1000)
        days.setdefault(weekday, set()).add(here.date().isoformat())
    return History(known, days)


def coming_days(plan: StorePlan, past: History, today: str, wanted: int) -> list[ComingDay]:
    """The next days on which the store opens, from tomorrow."""
    found: list[ComingDay] = []
    first = date.fromisoformat(today)
    for ahead in range(1, SEARCH_DAYS):
        day = (first + timedelta(days=ahead)).isoformat()
        opened = hours.windows(plan, day)
        if opened and len(found) < wanted:
            found.append(ComingDay(day, tuple(opened), _quietest(plan, past, opened)))
    return found


def _quietest(plan: StorePlan, past: History, opened: list[tuple[Millis, Millis]]) -> Quiet | None:
    spans = [span for window in opened for span in _spans(plan, past, *window)]
    return min(spans, key=lambda span: (span.wait_s, span.since), default=None)


def _spans(plan: StorePlan, past: History, opens: Millis, closes: Millis) -> Iterable[Quiet]:
    length = SPAN_HOURS * HOUR_MS
    for since in range(opens, closes - length + 1, HOUR_MS):
        begins = [hours.local(plan, since + hour * HOUR_MS) for hour in range(SPAN_HOURS)]
        waits = [s for at in begins for s in past.waits.get((at.weekday(), at.hour), ())]
        seen = len(past.days.get(begins[0].weekday(), ()))
        if len(waits) >= WAITS_LEAST and seen >= DAYS_LEAST:
            yield Quiet(since, since + length, round(median(waits)), len(waits))
