"""What each screen is shown: JSON-ready values from a Day, never a name, phone or note.

Every view carries `seq`, `now` and (added by whoever sends it) the clock's speed, so that a page
knows how old its news is.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator
from typing import Any

from server.floor import (
    balance_view,
    breaks,
    check_in,
    counters,
    hours,
    lateness,
    papers,
    routing,
    visits,
)
from server.floor.day import Day
from server.floor.facts import Millis, Quote
from server.floor.forecast import Estimate, Forecast
from server.floor.plan import Paper, Service, StorePlan, Words
from server.floor.state import Counter, Kind, PaperState, Visit
from server.floor.visits import Floor

View = dict[str, Any]
LAST_CALLED = 6
NEXT_SHOWN = 3
RECENT_ENDED = 12
COMING_MS = 10 * 60_000
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def at(moment: Millis | None) -> str | None:
    return None if moment is None else hours.rfc3339(moment)


def visit_view(plan: StorePlan, day: Day, visit: Visit, now: Millis, forecast: Forecast) -> View:
    """The visit of the public interface."""
    leg = visit.leg
    floor = Floor(plan, day, now, forecast)
    ahead = day.ahead(visit) if visit.state == "waiting" else None
    estimate = forecast.visit(visit.id)
    late = lateness.at_risk(visit, estimate, now)
    return {
        "id": visit.id,
        "ticket": visit.ticket,
        "number": visit.number,
        "service": leg.service,
        "state": visit.state,
        "ended_as": visit.ended_as,
        "ended_reason": visit.ended_reason,
        "outcome": visit.outcome,
        "counter": leg.counter,
        "staff": leg.staff,
        "ahead": ahead,
        "position": None if ahead is None else ahead + 1,
        "arrived_at": at(visit.arrived_at),
        "credited_at": at(leg.credited_at),
        "called_at": at(leg.called_at),
        "started_at": at(leg.started_at),
        "ended_at": at(leg.ended_at),
        "held_until": at(visit.held_until),
        "quote": quote_view(leg.quote),
        "forecast": estimate_view(estimate, now),
        "at_risk": late,
        "why_late": why_view(plan, day, visit, now, forecast) if late else None,
        "recoveries": [
            {"recovery": r.recovery, "at": at(r.at), "staff": r.staff} for r in visit.recoveries
        ],
        "papers": papers_view(visit.papers),
        "needs": visit.needs,
        "asked_for": visit.asked_for,
        "language": visit.language,
        "channel": visit.channel,
        "appointment_at": at(visit.appointment_at),
        "legs": len(visit.legs),
        "recalls": max(leg.calls - 1, 0),
        "feedback": visit.feedback,
        "help": any(h.visit == visit.id for h in day.help.values()),
        "undo": _undo_name(day, visit),
        "allowed_actions": visits.allowed_actions(floor, visit),
        "seq": day.seq,
    }


def _undo_name(day: Day, visit: Visit) -> str | None:
    undoable = day.undoable.get(visit.id)
    return undoable.action if undoable else None


def quote_view(quote: Quote | None) -> View | None:
    if quote is None:
        return None
    return {
        "low_s": quote.low_s,
        "likely_s": quote.likely_s,
        "high_s": quote.high_s,
        "confidence": quote.confidence,
        "call_by": at(quote.call_by),
        "basis": quote.basis,
        "quoted_at": at(quote.quoted_at),
    }


def estimate_view(estimate: Estimate | None, now: Millis) -> View | None:
    if estimate is None:
        return None
    return {
        "low_s": estimate.low_s,
        "likely_s": estimate.likely_s,
        "high_s": estimate.high_s,
        "basis": estimate.basis,
        "computed_at": at(now),
    }


def papers_view(state: PaperState) -> View:
    items = [{"paper": i.paper, "status": i.status, "reason": i.reason} for i in state.items]
    return {"verdict": state.verdict, "items": items}


def verdict_view(
    plan: StorePlan, service: Service, answers: dict[str, str], state: PaperState
) -> View:
    """The verdict with what is missing and how each group is mended most easily."""
    unmet = papers.missing(plan, service, answers, state.items)
    return {
        **papers_view(state),
        "missing": [
            {
                "any": m.any,
                "lacking": m.lacking,
                "paper": m.papers[-1],
                "papers": m.papers,
                "remedy": m.remedy,
                "fix": plan.papers[m.papers[-1]].fix,
                "fetch_minutes": plan.papers[m.papers[-1]].fetch_minutes,
            }
            for m in unmet
        ],
        "choices": papers.choices(state),
        "hold_minutes": papers.fetch_minutes(plan, unmet) if unmet else None,
    }


def _frame(plan: StorePlan, day: Day, now: Millis) -> View:
    closes, opens = hours.closes_at(plan, now), hours.opens_next(plan, now)
    return {
        "seq": day.seq,
        "now": at(now),
        "store": {"id": plan.id, "name": plan.name, "time_zone": plan.time_zone},
        "languages": plan.languages,
        "open": closes is not None,
        "closes_at": None if plan.hours.always_open else at(closes),
        "opens_next": at(opens),
    }


def board_view(plan: StorePlan, day: Day, now: Millis, forecast: Forecast) -> View:
    called = sorted(_called(day), key=lambda v: v.leg.called_at or 0, reverse=True)
    return {
        **_frame(plan, day, now),
        "called": [
            {
                "visit": v.id,
                "ticket": v.ticket,
                "counter": v.counter,
                "called_at": at(v.leg.called_at),
                "calls": v.leg.calls,
            }
            for v in called
        ],
        "last": _last_called(day, {v.id for v in called}),
        "held": _kept_places(day),
        "counters": [_board_counter(plan, day, c) for c in plan.counters],
        "pool": {"next": _tickets(day, None), "waiting": len(day.lines[None])},
        "services": [_board_service(plan, day, s, now, forecast) for s in plan.services.values()],
        "appointments": any(check_in.of_today(plan, day)),
        "notices": list(_notices(plan, day, now, forecast)),
        "later": [_later(told, now) for told in lateness.told_to_all(plan, day, now, forecast)],
    }


def _called(day: Day) -> Iterator[Visit]:
    for counter in day.counters.values():
        if counter.visit is not None and day.visits[counter.visit].state == "called":
            yield day.visits[counter.visit]


def _last_called(day: Day, showing: set[str]) -> list[View]:
    last: dict[str, View] = {}
    for seen in reversed(day.recent_calls):
        if seen.visit not in showing and seen.visit not in last and len(last) < LAST_CALLED:
            ticket = day.visits[seen.visit].ticket
            last[seen.visit] = {
                "ticket": ticket,
                "counter": seen.counter,
                "called_at": at(seen.called_at),
            }
    return list(last.values())


def _kept_places(day: Day) -> list[View]:
    """Who is away with the place kept, and until when: the soonest first."""
    soonest = sorted(day.held, key=lambda visit: (day.held[visit], visit))
    return [{"ticket": day.visits[v].ticket, "until": at(day.held[v])} for v in soonest]


def _tickets(day: Day, line: str | None) -> list[str | None]:
    return [day.visits[v].ticket for _, _, v in day.lines.get(line, [])[:NEXT_SHOWN]]


def _board_counter(plan: StorePlan, day: Day, counter_id: str) -> View:
    counter = day.counter(counter_id)
    return {
        "id": counter_id,
        "name": plan.counters[counter_id].name,
        "state": counter.state,
        "until": at(counter.until),
        "reason": counter.reason,
        "services": counter.services or sorted(plan.counters[counter_id].services),
        "now": day.visits[counter.visit].ticket if counter.visit else None,
        "next": _tickets(day, counter_id),
        "waiting": len(day.lines.get(counter_id, ())),
    }


def _board_service(
    plan: StorePlan, day: Day, service: Service, now: Millis, forecast: Forecast
) -> View:
    return {
        "id": service.id,
        "name": service.name,
        "prefix": service.prefix,
        "open": hours.is_open(plan, now),
        "waiting": waiting_for(day, service.id),
        "wait": estimate_view(newcomers_wait(plan, day, _usual(plan, service.id), forecast), now),
    }


def waiting_for(day: Day, service: str) -> int:
    return sum(len(line) for kind, line in day.kinds.items() if kind.service == service)


def newcomers_wait(plan: StorePlan, day: Day, kind: Kind, forecast: Forecast) -> Estimate:
    """What somebody of that kind taking a ticket now would be told."""
    return forecast.newcomer(kind, routing.line_for(plan, day, kind, forecast))


def _usual(plan: StorePlan, service: str) -> Kind:
    """Somebody who asks for nothing and speaks the house's own language."""
    return Kind(service, language=plan.languages[0])


def _notices(plan: StorePlan, day: Day, now: Millis, forecast: Forecast) -> Iterator[View]:
    """Why waits are long, one notice a service whose likely wait exceeds the target."""
    target_s = plan.times.target_wait_minutes * 60
    for service in plan.services:
        if waiting_for(day, service) == 0:
            continue
        if newcomers_wait(plan, day, _usual(plan, service), forecast).likely_s > target_s:
            why = lateness.why_long(plan, day, service, now, forecast)
            yield {"code": "long_wait", "service": service, **_why(why)}


def _why(why: lateness.Why) -> View:
    return {"reason": why.reason, "counter": why.counter, "until": at(why.until)}


def why_view(plan: StorePlan, day: Day, visit: Visit, now: Millis, forecast: Forecast) -> View:
    return _why(lateness.why_late(plan, day, visit, now, forecast))


def _later(told: lateness.Later, now: Millis) -> View:
    waits = [
        {"ticket": visit.ticket, "wait": estimate_view(estimate, now)}
        for visit, estimate in told.waits
    ]
    return {"waits": waits, **_why(told.why)}


def floor_view(plan: StorePlan, day: Day, now: Millis, forecast: Forecast) -> View:
    """Everything on the floor now, for staff."""
    present = [v for v in day.visits.values() if v.state != "ended"]
    recent = [day.visits[v] for v in reversed(day.recent_ends)][:RECENT_ENDED]
    return {
        **_frame(plan, day, now),
        "lines": plan.lines,
        "counters": [_floor_counter(plan, day, c, now) for c in plan.counters],
        "pool": day.line(None),
        "rebalance": plan.rebalance,
        "suggestions": balance_view.suggestions_view(plan, day),
        "taken": balance_view.taken_view(plan, day, now),
        "held": sorted(day.held, key=lambda v: day.held[v]),
        "visits": {v.id: visit_view(plan, day, v, now, forecast) for v in present},
        "help": [
            {
                "id": h.id,
                "at": at(h.at),
                "kiosk": h.kiosk,
                "step": h.step,
                "language": h.language,
                "visit": h.visit,
                "counter": h.counter,
                "staff": _staff(plan, h.staff),
                "wants": h.wants,
                "tried": h.tried,
            }
            for h in day.help.values()
        ],
        "recent": [visit_view(plan, day, v, now, forecast) for v in recent],
        "appointments": _appointments(plan, day, now),
        "appointments_seq": day.appointments_seq,
        "promises_due": sum(day.kept.get(p) is None for p in day.promises),
        "promises_kept": sum(kept is not None for kept in day.kept.values()),
        "notices": list(_notices(plan, day, now, forecast)),
    }


def _appointments(plan: StorePlan, day: Day, now: Millis) -> dict[str, int]:
    """How many of today's stand how."""
    return Tally(check_in.standing(plan, a, now) for a in check_in.of_today(plan, day))


def _floor_counter(plan: StorePlan, day: Day, counter_id: str, now: Millis) -> View:
    counter: Counter = day.counter(counter_id)
    return {
        "id": counter_id,
        "name": plan.counters[counter_id].name,
        "state": counter.state,
        "staff": _staff(plan, counter.staff),
        "services": counter.services or sorted(plan.counters[counter_id].services),
        "since": at(counter.since),
        "until": at(counter.until),
        "reason": counter.reason,
        "visit": counter.visit,
        "line": day.line(counter_id),
        "planned_break": _planned_break(plan, day, counter, now),
        "coming": _coming(plan, day, counter, now),
        "allowed_actions": counters.allowed_actions(counter),
    }


def _planned_break(plan: StorePlan, day: Day, counter: Counter, now: Millis) -> View | None:
    """The one that is due, or the next, of whoever is there."""
    planned = breaks.next_of(plan, day, counter, now) if counter.state != "closed" else None
    if planned is None:
        return None
    return {
        "at": at(planned.at),
        "minutes": round(planned.lasts_ms / 60_000),
        "planned_at": at(planned.planned_at),
        "put_by": _staff(plan, planned.put.staff) if planned.put else None,
    }


def _coming(plan: StorePlan, day: Day, counter: Counter, now: Millis) -> View | None:
    """The colleague on the way to whoever called, while the same customer is there."""
    coming = day.coming.get(counter.id)
    if coming is None or coming.visit != counter.visit or now - coming.at > COMING_MS:
        return None
    if coming.staff not in plan.staff:
        return None
    return {"staff": _staff(plan, coming.staff), "at": at(coming.at)}


def _staff(plan: StorePlan, staff: str | None) -> View | None:
    if staff is None:
        return None
    return {"id": staff, "name": plan.staff[staff].name if staff in plan.staff else staff}


def counters_view(plan: StorePlan, day: Day, now: Millis) -> list[View]:
    return [_floor_counter(plan, day, c, now) for c in plan.counters]


def phone_view(plan: StorePlan, day: Day, visit: Visit, now: Millis, forecast: Forecast) -> View:
    """What the customer's phone shows: his own visit only."""
    floor = Floor(plan, day, now, forecast)
    service = plan.service(visit.service)
    estimate = forecast.visit(visit.id)
    verdict = verdict_view(plan, service, visit.answers, visit.papers)
    return {
        **_frame(plan, day, now),
        "visit": {
            "id": visit.id,
            "ticket": visit.ticket,
            "service": service.id,
            "service_name": service.name,
            "state": visit.state,
            "ended_as": visit.ended_as,
            "ended_reason": visit.ended_reason,
            "counter": visit.counter,
            "counter_name": _counter_name(plan, visit.counter),
            "where": plan.counters[visit.counter].where if visit.counter in plan.counters else {},
            "ahead": day.ahead(visit) if visit.state == "waiting" else None,
            "quote": quote_view(visit.leg.quote),
            "forecast": estimate_view(estimate, now),
            "held_until": at(visit.held_until),
            "hold_left": not visit.holds_by_customer,
            "hold_minutes_max": plan.times.hold_minutes_max,
            "allowed_actions": visits.customer_actions(floor, visit),
            "language": visit.language,
            "arrived_at": at(visit.arrived_at),
            "appointment_at": at(visit.appointment_at),
            "called_at": at(visit.leg.called_at),
            "feedback": visit.feedback,
            "papers": {
                "verdict": visit.papers.verdict,
                "items": [
                    _phone_paper(plan.papers[i.paper]) | {"status": i.status, "reason": i.reason}
                    for i in visit.papers.items
                    if i.paper in plan.papers
                ],
            },
            "missing": verdict["missing"],
            "answers": visit.answers,
            "promise": _promise(day, visit),
        },
        "risk": _risk(plan, day, visit, now, forecast),
    }


def _promise(day: Day, visit: Visit) -> View | None:
    """What was promised for after the visit; its words are personal and added by who may."""
    promise = day.promise_of(visit.id) if visit.state == "ended" else None
    if promise is None:
        return None
    kept = day.kept.get(promise.id)
    return {"id": promise.id, "due": at(promise.due), "kept_at": at(kept.at if kept else None)}


def _counter_name(plan: StorePlan, counter: str | None) -> Words | None:
    return plan.counters[counter].name if counter in plan.counters else None


def _phone_paper(paper: Paper) -> View:
    return {
        "paper": paper.id,
        "name": paper.name,
        "what_counts": paper.what_counts,
        "form": paper.form,
        "icon": paper.icon,
    }


def _risk(plan: StorePlan, day: Day, visit: Visit, now: Millis, forecast: Forecast) -> View | None:
    if not lateness.at_risk(visit, forecast.visit(visit.id), now):
        return None
    why = why_view(plan, day, visit, now, forecast)
    return {**why, "counter_name": _counter_name(plan, why["counter"])}


def slip_view(
    plan: StorePlan, day: Day, visit: Visit, now: Millis, forecast: Forecast, today: bool
) -> View:
    """All that a visit was told, as far as the store still asks it: nothing is asked twice."""
    service = plan.services.get(visit.legs[0].service)
    questions = {q.id: {a.id for a in q.answers} for q in service.questions} if service else {}
    here = today and visit.state != "ended"
    return {
        "visit": visit_view(plan, day, visit, now, forecast) if here else None,
        "service": service.id if service else None,
        "answers": {q: a for q, a in visit.answers.items() if a in questions.get(q, ())},
        "papers": [
            {"paper": i.paper, "status": i.status, "reason": i.reason}
            for i in visit.papers.items
            if i.paper in plan.papers
        ],
        "needs": [need for need in visit.needs if need in plan.needs],
        "language": visit.language if visit.language in plan.languages else plan.languages[0],
        "arrived_at": at(visit.arrived_at),
    }


def services_view(
    plan: StorePlan, day: Day, now: Millis, forecast: Forecast, language: str
) -> list[View]:
    """What the kiosk offers, its texts in one language."""
    opened = hours.is_open(plan, now)
    return [
        {
            "id": service.id,
            "name": service.name[language],
            "icon": service.icon,
            "prefix": service.prefix,
            "open": opened,
            "wait": estimate_view(
                newcomers_wait(plan, day, Kind(service.id, language=language), forecast), now
            ),
            "questions": [
                {
                    "id": q.id,
                    "text": q.text[language],
                    "answers": [{"id": a.id, "text": a.text[language]} for a in q.answers],
                }
                for q in service.questions
            ],
            "typed": [{"id": q.id, "text": q.text[language]} for q in service.typed],
            "papers": [_paper(plan.papers[p], language) for p in _papers_of(service)],
            "requirements": [
                {"any": r.any, "when": r.when, "count": r.count} for r in service.requirements
            ],
        }
        for service in plan.services.values()
    ]


def _papers_of(service: Service) -> list[str]:
    return list(dict.fromkeys(paper for group in service.requirements for paper in group.any))


def _paper(paper: Paper, language: str) -> View:
    return {
        "id": paper.id,
        "name": paper.name[language],
        "what_counts": paper.what_counts[language],
        "icon": paper.icon,
        "form": paper.form,
        "max_age_days": paper.max_age_days,
        "must_not_expire_within_days": paper.must_not_expire_within_days,
        "must_match": paper.must_match,
        "reads": paper.reads,
        "if_missing": paper.if_missing,
        "fix": paper.fix.get(language),
    }


def about_view(plan: StorePlan, now: Millis) -> View:
    """The store itself: what pages need to know before anything happens."""
    closes = hours.closes_at(plan, now)
    times = plan.times
    return {
        "id": plan.id,
        "name": plan.name,
        "languages": plan.languages,
        "time_zone": plan.time_zone,
        "lines": plan.lines,
        "now": at(now),
        "open": closes is not None,
        "closes_at": None if plan.hours.always_open else at(closes),
        "opens_next": at(hours.opens_next(plan, now)),
        "hours": {
            name: [[f"{o:%H:%M}", f"{c:%H:%M}"] for o, c in plan.hours.week[i]]
            for i, name in enumerate(WEEKDAYS)
        },
        "times": {
            "kiosk_idle_s": times.kiosk_idle_s,
            "hold_minutes_max": times.hold_minutes_max,
            "target_wait_minutes": times.target_wait_minutes,
            "undo_s": times.undo_s,
            "call_unanswered_s": times.call_unanswered_s,
        },
        "needs": [{"id": n.id, "name": n.name, "icon": n.icon} for n in plan.needs.values()],
        "recoveries": [{"id": r.id, "name": r.name} for r in plan.recoveries.values()],
        "counters": [
            {"id": c.id, "name": c.name, "services": sorted(c.services), "where": c.where}
            for c in plan.counters.values()
        ],
        "services": [
            {
                "id": s.id,
                "name": s.name,
                "prefix": s.prefix,
                "icon": s.icon,
                "typical_minutes": s.typical_minutes,
            }
            for s in plan.services.values()
        ],
        "papers": [
            {
                **_phone_paper(p),
                "id": p.id,
                "max_age_days": p.max_age_days,
                "must_match": p.must_match,
                "reads": p.reads,
                "document_types": p.document_types,
                "code_patterns": p.code_patterns,
                "if_missing": p.if_missing,
                "fix": p.fix,
            }
            for p in plan.papers.values()
        ],
    }
