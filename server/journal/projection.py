"""The rows of `visits` and `legs`, as they follow from a visit. Pure; times are milliseconds."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.json import encode

from server.floor.day import Day, Leg, Visit
from server.floor.facts import Fact
from server.journal.contract import Row, Rows
from server.waits.quotes import kept


def rows_of(day: Day, visits: Iterable[str]) -> Rows:
    """The rows of these visits, all their legs included."""
    rows = Rows([], [])
    for visit_id in visits:
        visit = day.visits[visit_id]
        rows.visits.append(visit_row(day, visit))
        rows.legs.extend(leg_row(day, visit, leg) for leg in visit.legs)
    return rows


def changed_by(fact: Fact) -> str | None:
    """The visit whose rows a fact changes: nearly every fact about a visit names it."""
    return getattr(fact, "visit", None)


def visit_row(day: Day, visit: Visit) -> Row:
    leg = visit.leg
    return {
        "store": day.store,
        "date": day.date,
        "visit": visit.id,
        "ticket": visit.ticket,
        "number": visit.number,
        "service": leg.service,
        "counter": leg.counter,
        "state": visit.state,
        "ended_as": visit.ended_as,
        "ended_reason": visit.ended_reason,
        "outcome": visit.outcome,
        "sale": visit.sale,
        "arrived_at": visit.arrived_at,
        "called_at": leg.called_at,
        "started_at": leg.started_at,
        "ended_at": leg.ended_at,
        "verdict": visit.papers.verdict,
        "language": visit.language,
        "channel": visit.channel,
        "needs": encode(visit.needs).decode(),
        "feedback": visit.feedback,
        "legs": len(visit.legs),
    }


def leg_row(day: Day, visit: Visit, leg: Leg) -> Row:
    """How a visit came out is told once, on its last leg, so that sums over legs are right."""
    last = leg is visit.legs[-1]
    quote = leg.quote
    return {
        "store": day.store,
        "date": day.date,
        "visit": visit.id,
        "leg": leg.leg,
        "ticket": visit.ticket,
        "service": leg.service,
        "counter": leg.counter,
        "staff": leg.staff,
        "visit_arrived_at": visit.arrived_at,
        "arrived_at": leg.joined_at,
        "credited_at": leg.credited_at,
        "called_at": leg.called_at,
        "started_at": leg.started_at,
        "ended_at": leg.ended_at,
        "ended_as": leg.how,
        "ended_reason": visit.ended_reason if last else None,
        "outcome": visit.outcome if last else None,
        "sale": visit.sale if last else None,
        "feedback": visit.feedback if last else None,
        "calls": leg.calls,
        "start_assumed": int(leg.start_at_call),
        "quoted_at": quote.quoted_at if quote else None,
        "quote_low_s": quote.low_s if quote else None,
        "quote_likely_s": quote.likely_s if quote else None,
        "quote_high_s": quote.high_s if quote else None,
        "call_by": quote.call_by if quote else None,
        "quote_kept": quote_kept(leg),
        "verdict": visit.papers.verdict,
        "language": visit.language,
        "channel": visit.channel,
        "needs": encode(visit.needs).decode(),
    }


def quote_kept(leg: Leg) -> int | None:
    """1 called by the time that was told, 0 later; None while, or because, nobody was called."""
    was_kept = kept(leg.called_at, leg.quote.call_by if leg.quote else None)
    return None if was_kept is None else int(was_kept)
