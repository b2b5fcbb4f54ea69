"""Opening hours and business days, in the store's own time zone.

A business day starts at `day_starts` and may hold 23 or 25 hours; opening windows belong to the
business day they start in, so one that ends after midnight is still the evening's.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from server.floor.facts import Millis
from server.floor.plan import StorePlan

SEARCH_DAYS = 366


# A view of a full floor writes thousands of moments, and the next one the same ones again.
@lru_cache(maxsize=16384)
def rfc3339(at: Millis) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


def local(plan: StorePlan, at: Millis) -> datetime:
    return datetime.fromtimestamp(at / 1000, ZoneInfo(plan.time_zone))


def business_date(plan: StorePlan, now: Millis) -> str:
    return _date_of_minute(plan.time_zone, plan.day_starts, now // 60_000)


# Every decision asks more than once, and days and clocks turn on whole minutes.
@lru_cache(maxsize=256)
def _date_of_minute(zone: str, day_starts: time, minute: int) -> str:
    day = datetime.fromtimestamp(minute * 60, ZoneInfo(zone)).date()
    # By the instant: the clock on the wall may show the turn of the day twice, or never.
    begun = minute * 60_000 >= _instant(zone, day, day_starts)
    return (day if begun else day - timedelta(days=1)).isoformat()


@lru_cache(maxsize=4096)
def _instant(zone: str, day: date, at: time) -> Millis:
    return round(datetime.combine(day, at, ZoneInfo(zone)).timestamp() * 1000)


def day_bounds(plan: StorePlan, day: str) -> tuple[Millis, Millis]:
    """The half-open span of a business day, as instants."""
    return _bounds(plan.time_zone, plan.day_starts, day)


@lru_cache(maxsize=256)
def _bounds(zone: str, day_starts: time, day: str) -> tuple[Millis, Millis]:
    first = date.fromisoformat(day)
    return (
        _instant(zone, first, day_starts),
        _instant(zone, first + timedelta(days=1), day_starts),
    )


def windows(plan: StorePlan, day: str) -> list[tuple[Millis, Millis]]:
    """When the store is open on a business day: (opens, closes) instants in order."""
    if plan.hours.always_open:
        return [day_bounds(plan, day)]
    first = date.fromisoformat(day)
    if first in plan.hours.closed:
        return []
    return [span(plan, day, opens, closes) for opens, closes in plan.hours.week[first.weekday()]]


def span(plan: StorePlan, day: str, since: time, until: time) -> tuple[Millis, Millis]:
    """From one time of a business day until another, as instants."""
    first = date.fromisoformat(day)
    begins = _on_business_day(plan, first, since)
    return begins, _on_business_day(plan, first, until, after=since)


def _on_business_day(plan: StorePlan, first: date, at: time, after: time | None = None) -> Millis:
    past_midnight = at < plan.day_starts or (after is not None and at <= after)
    return _instant(plan.time_zone, first + timedelta(days=int(past_midnight)), at)


def is_open(plan: StorePlan, now: Millis) -> bool:
    return closes_at(plan, now) is not None


def closes_at(plan: StorePlan, now: Millis) -> Millis | None:
    """The end of the window that is open now, or None when the store is closed."""
    for opens, closes in windows(plan, business_date(plan, now)):
        if opens <= now < closes:
            return closes
    return None


def sends_home_at(plan: StorePlan, day: str) -> Millis:
    """When whoever still waits is sent home: a while after the last closing of a business day, at
    its end at the latest."""
    _, ends = day_bounds(plan, day)
    last = max((closes for _, closes in windows(plan, day)), default=ends)
    return min(ends, last + plan.times.close_after_minutes * 60_000)


def opens_next(plan: StorePlan, now: Millis) -> Millis | None:
    """When the store opens again, or None while it is open (or never will be)."""
    if is_open(plan, now):
        return None
    first = date.fromisoformat(business_date(plan, now))
    for ahead in range(SEARCH_DAYS):
        for opens, _ in windows(plan, (first + timedelta(days=ahead)).isoformat()):
            if opens > now:
                return opens
    return None
