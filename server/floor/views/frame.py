"""What views share: the store and its clock, times, waits, people, and what is different today."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType

from server.floor import hours, lateness
from server.floor.day import Day
from server.floor.facts import Millis, Quote, What
from server.floor.forecast import Estimate
from server.floor.lateness import Reason
from server.floor.plan import StorePlan, Words

Moment = str
"""A time as RFC 3339 writes it, in UTC, with milliseconds."""


class View(Struct, kw_only=True):
    """Not frozen: whoever answers adds what the floor does not know (typed words, links)."""


class MadeView(View, kw_only=True):
    """What was made, by its id."""

    id: str


class PersonView(View, kw_only=True):
    id: str
    name: str


class StoreName(View):
    id: str
    name: Words
    time_zone: str


class ExceptionView(View, kw_only=True):
    """One thing that is different today; `message` are its typed words."""

    id: str
    what: What
    closes_at: Moment | None
    service: str | None
    service_name: Words | None
    closed_from: Moment | None
    reason: str | None
    message: str | None
    said_at: Moment
    staff: PersonView | None
    opens_again: Moment | None


class ClockedView(View, kw_only=True):
    """`speed` and `clock_off_s` are the clock's, which only who answers knows: a page's own clock
    runs as fast as a demo's, and a machine's may be off."""

    now: Moment
    speed: float | UnsetType = UNSET
    clock_off_s: int | UnsetType = UNSET


class MachineView(View, kw_only=True):
    """What is wrong with the machine; None: nothing."""

    trouble: str | None
    clock_off_s: int


class FrameView(ClockedView, kw_only=True):
    """What every screen's view begins with: how old its news is, and whether the store is open."""

    seq: int
    date: str
    store: StoreName
    languages: tuple[str, ...]
    open: bool
    closes_at: Moment | None
    opens_next: Moment | None
    today: list[ExceptionView]


class ExceptionsView(View, kw_only=True):
    items: list[ExceptionView]
    next: None = None


class QuoteView(View, kw_only=True):
    """The wait that was told, in seconds from `quoted_at`."""

    low_s: int
    likely_s: int
    high_s: int
    confidence: float
    call_by: Moment
    basis: str
    quoted_at: Moment


class WaitView(View, kw_only=True):
    """A wait from `computed_at`, in seconds."""

    low_s: int
    likely_s: int
    high_s: int
    basis: str
    computed_at: Moment


class WhyView(View, kw_only=True):
    """Why it takes long; `counter` and `until` are of the break or the counter that has closed."""

    reason: Reason
    counter: str | None
    until: Moment | None


class NoticeView(WhyView, kw_only=True):
    code: str
    service: str


def at(moment: Millis | None) -> Moment | None:
    return None if moment is None else hours.rfc3339(moment)


def frame(plan: StorePlan, day: Day, now: Millis) -> dict[str, Any]:
    """The fields of a FrameView."""
    return {
        "seq": day.seq,
        "now": hours.rfc3339(now),
        "date": day.date,
        "store": store_name(plan),
        "languages": plan.languages,
        "open": hours.is_open(plan, now),
        "closes_at": at(hours.closes_at(plan, now)),
        "opens_next": at(hours.opens_next(plan, now)),
        "today": exceptions_view(plan, day),
    }


def store_name(plan: StorePlan) -> StoreName:
    return StoreName(id=plan.id, name=plan.name, time_zone=plan.time_zone)


def exceptions_view(plan: StorePlan, day: Day, service: str | None = None) -> list[ExceptionView]:
    """What is different today; for a customer's own `service`, what concerns him. The words of a
    message are added by whoever may read them."""
    again = hours.opens_after(plan, day.date)
    return [
        ExceptionView(
            id=one.id,
            what=one.what,
            closes_at=at(one.closes_at),
            service=one.service,
            service_name=plan.service(one.service).name if one.service else None,
            closed_from=at(one.closed_from),
            reason=one.reason,
            message=None,
            said_at=hours.rfc3339(one.at),
            staff=person(plan, one.staff),
            opens_again=at(again[1]) if again else None,
        )
        for one in day.exceptions.values()
        if service is None or one.service in (None, service)
    ]


def person(plan: StorePlan, staff: str | None) -> PersonView | None:
    if staff is None:
        return None
    return PersonView(id=staff, name=plan.staff[staff].name if staff in plan.staff else staff)


def quote_view(quote: Quote | None) -> QuoteView | None:
    if quote is None:
        return None
    return QuoteView(
        low_s=quote.low_s,
        likely_s=quote.likely_s,
        high_s=quote.high_s,
        confidence=quote.confidence,
        call_by=hours.rfc3339(quote.call_by),
        basis=quote.basis,
        quoted_at=hours.rfc3339(quote.quoted_at),
    )


def wait_view(estimate: Estimate | None, now: Millis) -> WaitView | None:
    return None if estimate is None else estimate_view(estimate, now)


def estimate_view(estimate: Estimate, now: Millis) -> WaitView:
    return WaitView(
        low_s=estimate.low_s,
        likely_s=estimate.likely_s,
        high_s=estimate.high_s,
        basis=estimate.basis,
        computed_at=hours.rfc3339(now),
    )


def why_view(why: lateness.Why) -> WhyView:
    return WhyView(reason=why.reason, counter=why.counter, until=at(why.until))
