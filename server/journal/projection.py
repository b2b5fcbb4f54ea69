"""The rows of `visits`, `legs` and `papers`, as they follow from a visit. Pure; times are ms."""

from __future__ import annotations

from collections.abc import Container, Iterable

from msgspec.json import encode

from server.floor.day import Day, Leg, PaperCheck, Visit
from server.floor.facts import Fact, PaperItem, PapersChecked, PapersDeclared
from server.journal.contract import Row, Rows
from server.waits.quotes import kept

NOT_GOOD = ("rejected", "missing")
"""What a person can find of a paper that was to be there."""


def rows_of(
    day: Day, visits: Iterable[str], papers_of: Container[str | None] | None = None
) -> Rows:
    """The rows of these visits, all their legs included, and the papers of those in `papers_of`:
    of all, when it is None."""
    rows = Rows([], [], [])
    for visit_id in visits:
        visit = day.visits[visit_id]
        rows.visits.append(visit_row(day, visit))
        rows.legs.extend(leg_row(day, visit, leg) for leg in visit.legs)
        if papers_of is None or visit_id in papers_of:
            rows.papers.extend(paper_rows(day, visit))
    return rows


def changed_by(fact: Fact) -> str | None:
    """The visit whose rows a fact changes: nearly every fact about a visit names it."""
    return getattr(fact, "visit", None)


def papers_changed_by(fact: Fact) -> str | None:
    """The visit whose papers' rows a fact changes; most facts change none."""
    return fact.visit if isinstance(fact, PapersDeclared | PapersChecked) else None


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


def paper_rows(day: Day, visit: Visit) -> list[Row]:
    """One a paper: what was said of it at the door, and what people found. They follow from the
    facts about papers alone, so no other fact needs to write them."""
    declared = {item.paper: item for item in visit.declared.items} if visit.declared else {}
    found: dict[str, list[PaperCheck]] = {paper: [] for paper in declared}
    for check in visit.checks:
        found.setdefault(check.item.paper, []).append(check)
    return [
        _paper_row(day, visit, paper, declared.get(paper), found[paper]) for paper in sorted(found)
    ]


def _paper_row(
    day: Day, visit: Visit, paper: str, said: PaperItem | None, checks: list[PaperCheck]
) -> Row:
    door = visit.declared
    last = checks[-1] if checks else None
    seen = next((one for one in checks if one.item.status == "seen"), None)
    rejected = next((one for one in reversed(checks) if one.item.status in NOT_GOOD), None)
    return {
        "store": day.store,
        "date": day.date,
        "visit": visit.id,
        "paper": paper,
        "service": visit.legs[0].service,
        "arrived_at": visit.arrived_at,
        "verdict": door.verdict if door else None,
        "chose": door.chose if door else None,
        "wait_low_s": door.wait_low_s if door else None,
        "declared": said.status if said else None,
        "declared_reason": said.reason if said else None,
        "checked": last.item.status if last else None,
        "reason": last.item.reason if last else None,
        "checked_at": last.at if last else None,
        "checked_by": last.staff if last else None,
        "seen_at": seen.at if seen else None,
        "rejected_for": (rejected.item.reason or rejected.item.status) if rejected else None,
        "rejected_at": rejected.at if rejected else None,
        "rejected_by": rejected.staff if rejected else None,
        "rejected_leg": rejected.leg if rejected else None,
        "rejected_during": rejected.during if rejected else None,
    }


def quote_kept(leg: Leg) -> int | None:
    """1 called by the time that was told, 0 later; None while, or because, nobody was called."""
    was_kept = kept(leg.called_at, leg.quote.call_by if leg.quote else None)
    return None if was_kept is None else int(was_kept)
