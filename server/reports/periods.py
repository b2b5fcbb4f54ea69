"""A stretch of time somebody asks about: business days, or instants, always half-open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from msgspec import Struct

from server.floor.facts import Millis
from server.floor.hours import business_date, day_bounds
from server.floor.plan import StorePlan
from server.reports.groups import Leg

HOUR_MS = 3_600_000
FIRST_YEAR, LAST_YEAR = 1971, 9000


class BadPeriod(Exception):
    """`errors` name the parameter and what is wrong with it, all at once."""

    def __init__(self, errors: list[dict[str, str]]) -> None:
        super().__init__(errors)
        self.errors = errors


class Period(Struct, frozen=True):
    """`first` and `until` are as asked: the business dates or instants the bounds came from."""

    from_ms: Millis
    to_ms: Millis
    first: str
    until: str


def period(plan: StorePlan, now: Millis, first: str | None, until: str | None) -> Period:
    """Without `first`, today; without `until`, to the end of the first day or of today."""
    today = business_date(plan, now)
    first = first or today
    until = until or max(_next_day(today), _next_day(first))
    errors = []
    bounds: list[Millis] = []
    for where, text in (("from", first), ("to", until)):
        try:
            bounds.append(instant(plan, text))
        except ValueError as error:
            errors.append({"where": where, "problem": str(error)})
    if len(bounds) == 2 and bounds[0] >= bounds[1]:
        problem = "must be after from: it is the first day (or instant) that no longer counts"
        errors.append({"where": "to", "problem": problem})
    if errors:
        raise BadPeriod(errors)
    return Period(bounds[0], bounds[1], first, until)


def by_hour(
    plan: StorePlan,
    span: Period,
    dates: Iterable[str],
    legs: Callable[[Millis, Millis], Sequence[Leg]],
) -> Iterator[Sequence[Leg]]:
    """The legs of `span`, an hour of the store's days at a time: neither a year in memory at
    once, nor a long read while somebody waits for a tap to be answered."""
    cuts = [
        cut
        for day in dates
        for cut in range(*day_bounds(plan, day), HOUR_MS)
        if span.from_ms < cut < span.to_ms
    ]
    for since, before in pairwise((span.from_ms, *cuts, span.to_ms)):
        yield legs(since, before)


def instant(plan: StorePlan, text: str) -> Millis:
    at = _read(text)
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError(f"must be within the years {FIRST_YEAR} to {LAST_YEAR}")
    if not isinstance(at, datetime):
        return day_bounds(plan, at.isoformat())[0]
    if at.tzinfo is None:
        raise ValueError("must say its time zone, as in 2026-11-21T14:00:00Z")
    return round(at.timestamp() * 1000)


def _read(text: str) -> date:
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(
            "must be a date such as 2026-11-21 or a time such as 2026-11-21T14:00:00Z"
        ) from None


def _next_day(text: str) -> str:
    """The date after the one `text` begins with, if any."""
    try:
        return (date.fromisoformat(text[:10]) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return ""
