"""Opening hours and business days, in the store's own time zone.

A business day starts at `day_starts` and may hold 23 or 25 hours; opening hours are written down
for the business day they start in, so those that end after midnight are still the evening's. They
may go on while the day turns over: `22:00-06:00`, or `00:00-24:00` on every day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from server.floor.facts import Millis
from server.floor.plan import Hours, StorePlan

SEARCH_DAYS = 366
LONGEST_OPEN_DAYS = 8
"""A store that is open for so long at a stretch never closes, as far as anybody here cares."""
MIDNIGHT = time(0)


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
    """When the store is open within a business day: (opens, closes) instants in order. A window
    that goes on when the day turns over is cut there: its rest is the next day's."""
    return list(_windows(plan.hours, plan.time_zone, plan.day_starts, day))


@lru_cache(maxsize=1024)
def _windows(
    week: Hours, zone: str, day_starts: time, day: str
) -> tuple[tuple[Millis, Millis], ...]:
    starts, ends = _bounds(zone, day_starts, day)
    if week.ends is not None and week.ends[0] == day:
        ends = min(ends, week.ends[1])
    if week.always_open:
        return ((starts, ends),)
    first = date.fromisoformat(day)
    spans = []
    for on in (first - timedelta(days=1), first, first + timedelta(days=1)):
        spans += [_span(zone, day_starts, on, *opening) for opening in week.of(on)]
    cut = [(max(a, starts), min(b, ends)) for a, b in sorted(spans) if a < ends and b > starts]
    return tuple(_joined(cut))


def _joined(spans: list[tuple[Millis, Millis]]) -> list[tuple[Millis, Millis]]:
    """Spans that touch or overlap are one."""
    joined: list[tuple[Millis, Millis]] = []
    for opens, closes in spans:
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], closes))
        else:
            joined.append((opens, closes))
    return joined


def span(plan: StorePlan, day: str, since: time, until: time) -> tuple[Millis, Millis]:
    """From one time of a business day until another, as instants."""
    return _span(plan.time_zone, plan.day_starts, date.fromisoformat(day), since, until)


def _span(
    zone: str, day_starts: time, first: date, since: time, until: time
) -> tuple[Millis, Millis]:
    if since == until == MIDNIGHT:
        # 00:00-24:00 is the day of the calendar, whenever the business day turns over.
        return _instant(zone, first, MIDNIGHT), _instant(zone, first + timedelta(days=1), MIDNIGHT)
    begins = first + timedelta(days=int(since < day_starts))
    ends = begins + timedelta(days=int(until <= since))
    return _instant(zone, begins, since), _instant(zone, ends, until)


def is_open(plan: StorePlan, now: Millis) -> bool:
    return any(a <= now < b for a, b in windows(plan, business_date(plan, now)))


def closes_at(plan: StorePlan, now: Millis) -> Millis | None:
    """Until when the store is open without a break; None when it is closed, or never closes."""
    if plan.hours.always_open and plan.hours.ends is None:
        return None
    day = business_date(plan, now)
    closes = next((b for a, b in windows(plan, day) if a <= now < b), None)
    for _ in range(LONGEST_OPEN_DAYS):
        if closes is None or closes < day_bounds(plan, day)[1] or not is_open(plan, closes):
            return closes
        day = business_date(plan, closes)
        closes = windows(plan, day)[0][1]
    return None


def stays_open(plan: StorePlan, day: str) -> bool:
    """Whether the store is open when this business day turns over into the next."""
    _, ends = day_bounds(plan, day)
    return any(closes == ends for _, closes in windows(plan, day)) and is_open(plan, ends)


def all_day(plan: StorePlan, day: str) -> bool:
    return windows(plan, day) == [day_bounds(plan, day)]


def sends_home_at(plan: StorePlan, day: str, after: Millis = 0) -> Millis | None:
    """When whoever still waits is sent home: a while after a last closing, at the end of the
    business day at the latest. The first such moment past `after`; None while the store stays
    open for days. A store that is open as the day turns over sends nobody home then."""
    for _ in range(LONGEST_OPEN_DAYS):
        found = [home for _, home in homegoings(plan, day) if home > after]
        if found:
            return found[0]
        if not stays_open(plan, day):
            return day_bounds(plan, day)[1]
        day = business_date(plan, day_bounds(plan, day)[1])
    return None


def homegoings(plan: StorePlan, day: str) -> list[tuple[Millis, Millis]]:
    """The last closings within a business day, each with when people are sent home after it: of
    the hours that went on from the day before, and of the day's own."""
    starts, ends = day_bounds(plan, day)
    open_ = windows(plan, day)
    after_ms = plan.times.close_after_minutes * 60_000
    closings = [closes for _, closes in open_[-1:]]
    if len(open_) > 1 and open_[0][0] == starts and is_open(plan, starts - 1):
        closings.insert(0, open_[0][1])
    if stays_open(plan, day):
        closings = closings[:-1]
    return [(closes, min(ends, closes + after_ms)) for closes in closings]


def opens_after(plan: StorePlan, day: str) -> tuple[date, Millis] | None:
    """The next day after a business day on which the store opens, and when."""
    for ahead in range(1, SEARCH_DAYS):
        on = date.fromisoformat(day) + timedelta(days=ahead)
        if open_ := windows(plan, on.isoformat()):
            return on, open_[0][0]
    return None


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
