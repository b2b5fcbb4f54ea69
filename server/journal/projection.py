"""The rows of `visits`, `legs`, `papers`, `promises` and `appointments`, as they follow from a day.
Pure; times are milliseconds.

The rows of a visit that was carried over are made by the day that goes on with it, and bear the
date of the day it came on. A promise's row is made by the day it was given on; that it was kept is
written over it by the day it was kept on. An appointment has a row for each day that touched it,
and the last one counts. So each day's rows follow from that day's facts alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.json import decode, encode

from server.floor.day import Day
from server.floor.facts import (
    Appointment,
    ClockPutRight,
    DayReopened,
    Fact,
    Millis,
    PaperItem,
    PapersChecked,
    PapersDeclared,
    PromiseKept,
    PromiseReopened,
    Recorded,
    Suggestion,
    SuggestionOffered,
    SuggestionPutOff,
    SuggestionTaken,
    SuggestionTakenBack,
    SuggestionToldAnew,
    SuggestionWithdrawn,
    VisitBroughtOver,
    VisitCarriedOver,
)
from server.floor.folding import AboutAppointment
from server.floor.state import Kept, Leg, PaperCheck, Promise, Visit
from server.journal.contract import Row, Rows
from server.waits.quotes import kept

NOT_GOOD = ("rejected", "missing")
"""What a person can find of a paper that was to be there."""
NOT_ASKED = "not_asked"
"""What stands for a declaration where nobody was asked for one."""


def rows_of(day: Day, visits: Iterable[str]) -> Rows:
    """The rows of these visits, with all their legs and what they were promised."""
    rows = Rows()
    for visit_id in visits:
        visit = day.visits[visit_id]
        if visit_id in day.carried:
            continue  # Its rows are made by the day it was carried over to.
        promise = day.promise_of(visit_id) if visit.state == "ended" else None
        rows.visits.append(visit_row(day, visit))
        rows.legs.extend(leg_row(day, visit, leg) for leg in visit.legs)
        rows.promises.extend([promise_row(day, visit, promise)] if promise else ())
    return rows


def rows_of_day(day: Day) -> Rows:
    """All the rows a day makes."""
    rows = rows_of(day, sorted(day.visits))
    here = [visit for _, visit in sorted(day.visits.items()) if visit.id not in day.carried]
    rows.papers = [row for visit in here for row in paper_rows(day, visit)]
    rows.promises.sort(key=lambda row: row["promise"])
    rows.kept = [kept_row(day, promise, kept) for promise, kept in sorted(day.kept.items()) if kept]
    rows.appointments = [appointment_row(day, one) for _, one in sorted(day.appointments.items())]
    return rows


def changed_rows(day: Day, facts: Iterable[Fact]) -> dict[str, Rows]:
    """The rows that facts changed, by what changed: a visit, its papers, a promise kept. Apart,
    so that what changes again in the same batch is written once, as it was last."""
    changed: dict[str, Rows] = {}
    for fact in facts:
        if isinstance(fact, PromiseKept | PromiseReopened):
            row = kept_row(day, fact.promise, day.kept.get(fact.promise))
            changed[f"kept {fact.promise}"] = Rows(kept=[row])
        if isinstance(fact, AboutAppointment):
            appointment = day.appointments[fact.appointment.id]
            row = appointment_row(day, appointment)
            changed[f"appointment {appointment.id}"] = Rows(appointments=[row])
        if isinstance(fact, VisitCarriedOver):
            changed[fact.visit] = _handed_over(day, fact)
            continue
        for visit in _visits_of(day, fact):
            if visit in day.carried:
                continue
            if visit in day.visits and visit not in changed:
                changed[visit] = rows_of(day, [visit])
            if isinstance(fact, PAPERS_CHANGE):
                changed[f"papers {visit}"] = Rows(papers=paper_rows(day, day.visits[visit]))
    return changed


def _handed_over(day: Day, fact: VisitCarriedOver) -> Rows:
    """As it was: from now on they are the other day's to make."""
    visit = day.carried[fact.visit]
    rows = Rows(
        visits=[visit_row(day, visit)],
        legs=[leg_row(day, visit, leg) for leg in visit.legs],
        papers=paper_rows(day, visit),
    )
    for row in (*rows.visits, *rows.legs, *rows.papers):
        row["carried_to"] = fact.to
    return rows


PAPERS_CHANGE = (PapersDeclared, PapersChecked, VisitBroughtOver, ClockPutRight)


def _visits_of(day: Day, fact: Fact) -> Iterable[str]:
    """Which visits a fact changed."""
    if isinstance(fact, DayReopened):
        return fact.visits
    if isinstance(fact, ClockPutRight):
        return [visit.id for visit in day.visits.values() if visit.state != "ended"]
    visit: str | None = getattr(fact, "visit", None)
    return [visit] if visit is not None else []


def _came_on(day: Day, visit: Visit) -> Row:
    """The day it came on, and the one that goes on with it and makes its rows, if another."""
    return {"date": visit.came_on or day.date, "carried_to": day.date if visit.came_on else None}


def visit_row(day: Day, visit: Visit) -> Row:
    leg = visit.leg
    return {
        "store": day.store,
        **_came_on(day, visit),
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
        "appointment_at": visit.appointment_at,
    }


def leg_row(day: Day, visit: Visit, leg: Leg) -> Row:
    """How a visit came out is told once, on its last leg, so that sums over legs are right."""
    last = leg is visit.legs[-1]
    quote = leg.quote
    return {
        "store": day.store,
        **_came_on(day, visit),
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
        "call_by": quote.promised_by if quote else None,
        "quote_kept": quote_kept(leg),
        "verdict": visit.papers.verdict,
        "language": visit.language,
        "channel": visit.channel,
        "needs": encode(visit.needs).decode(),
        "recovered": _recovered(visit, leg),
        "late_why": leg.late_why,
        "moves": leg.moves or None,
        "called_from": leg.called_from,
        "overtakes": encode(leg.overtakes).decode() if leg.overtakes else None,
    }


def _recovered(visit: Visit, leg: Leg) -> str | None:
    """What was offered on this leg; on the last, also what a leg that was undone left behind."""
    last = leg is visit.legs[-1]
    here = [r for r in visit.recoveries if r.leg == leg.leg or (last and r.leg > leg.leg)]
    return encode([r.recovery for r in here]).decode() if here else None


def suggestion_rows(facts: Iterable[tuple[str, Recorded]]) -> list[Row]:
    """What was suggested and what came of it, from a day's facts about suggestions and its date.
    `touched` says when each visit would have been called without it, and should be with it."""
    rows: dict[str, Row] = {}
    for date, recorded in facts:
        fact = recorded.fact
        if isinstance(fact, SuggestionOffered):
            rows[fact.suggestion.id] = _suggestion_row(date, recorded.at, fact.suggestion)
        elif isinstance(fact, SuggestionToldAnew) and fact.suggestion.id in rows:
            rows[fact.suggestion.id]["touched"] = _touched(recorded.at, fact.suggestion)
        elif isinstance(fact, SETTLED) and fact.suggestion in rows:
            row = rows[fact.suggestion]
            row["state"], row["settled_at"] = SETTLED_AS[type(fact)], recorded.at
            row["staff"] = getattr(fact, "staff", None)
    return [*rows.values()]


SETTLED_AS = {
    SuggestionWithdrawn: "withdrawn",
    SuggestionTaken: "taken",
    SuggestionPutOff: "put_off",
    SuggestionTakenBack: "taken_back",
}
SETTLED = tuple(SETTLED_AS)


def _suggestion_row(date: str, at: Millis, suggestion: Suggestion) -> Row:
    return {
        "date": date,
        "suggestion": suggestion.id,
        "kind": suggestion.kind,
        "service": suggestion.services[0] if len(suggestion.services) == 1 else None,
        "counter": suggestion.counter or next((m.to for m in suggestion.moves), None),
        "staff": None,
        "arrived_at": at,
        "state": "open",
        "settled_at": None,
        "touched": _touched(at, suggestion),
    }


def _touched(at: Millis, suggestion: Suggestion) -> dict[str, tuple[Millis, Millis]]:
    return {
        one.visit: (at + one.before.likely_s * 1000, at + one.after.likely_s * 1000)
        for one in suggestion.touched
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
        **_came_on(day, visit),
        "visit": visit.id,
        "paper": paper,
        "service": visit.legs[0].service,
        "arrived_at": visit.arrived_at,
        "verdict": door.verdict if door else None,
        "chose": door.chose if door else None,
        "wait_low_s": door.wait_low_s if door else None,
        "declared": _declared(door, said),
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


def _declared(door: PapersDeclared | None, said: PaperItem | None) -> str | None:
    if door is None or said is None:
        return None
    return said.status if door.asked else NOT_ASKED


def promise_row(day: Day, visit: Visit, promise: Promise) -> Row:
    return {
        "store": day.store,
        "date": day.date,
        "promise": promise.id,
        "visit": visit.id,
        "ticket": visit.ticket,
        "service": visit.service,
        "counter": visit.counter,
        "staff": promise.staff,
        "made_at": promise.made_at,
        "due": promise.due,
    }


def kept_row(day: Day, promise: str, kept: Kept | None) -> Row:
    return {
        "store": day.store,
        "promise": promise,
        "kept_on": day.date if kept else None,
        "kept_at": kept.at if kept else None,
        "kept_by": kept.staff if kept else None,
    }


def appointment_row(day: Day, one: Appointment) -> Row:
    return {
        "store": day.store,
        "appointment": one.id,
        "date": day.date,
        "code": one.code,
        "service": one.service,
        "at": one.at,
        "needs": encode(one.needs).decode(),
        "language": one.language,
        "state": one.state,
        "visit": one.visit,
        "revision": one.revision,
        "reason": one.reason,
        "calendar": one.calendar,
        "came": _came(day, one),
    }


def _came(day: Day, one: Appointment) -> str | None:
    visit = day.visits.get(one.visit or "")
    return visit.came if visit and one.state == "checked_in" else None


def appointment_of(row: Row) -> Appointment:
    return Appointment(
        id=row["appointment"],
        code=row["code"],
        service=row["service"],
        at=row["at"],
        needs=tuple(decode(row["needs"])),
        language=row["language"],
        state=row["state"],
        visit=row["visit"],
        revision=row["revision"],
        reason=row["reason"],
        calendar=row["calendar"],
    )


def quote_kept(leg: Leg) -> int | None:
    """1 called by the time that was told, 0 later; None while, or because, nobody was called."""
    was_kept = kept(leg.called_at, leg.quote.promised_by if leg.quote else None)
    return None if was_kept is None else int(was_kept)
