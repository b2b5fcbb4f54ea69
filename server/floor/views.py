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
    today,
    unserved,
    visits,
)
from server.floor.day import Day
from server.floor.facts import Millis, Quote
from server.floor.forecast import Estimate, Forecast
from server.floor.plan import Service, StorePlan
from server.floor.state import Counter, Kind, PaperState, Visit
from server.floor.visits import Floor

View = dict[str, Any]
LAST_CALLED = 6
NEXT_SHOWN = 3
RECENT_ENDED = 12
AFTER_SHOWN = 4
COMING_MS = 10 * 60_000


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


def frame(plan: StorePlan, day: Day, now: Millis) -> View:
    closes, opens = hours.closes_at(plan, now), hours.opens_next(plan, now)
    return {
        "seq": day.seq,
        "now": at(now),
        "date": day.date,
        "store": {"id": plan.id, "name": plan.name, "time_zone": plan.time_zone},
        "languages": plan.languages,
        "open": hours.is_open(plan, now),
        "closes_at": at(closes),
        "opens_next": at(opens),
        "today": exceptions_view(plan, day),
    }


def exceptions_view(plan: StorePlan, day: Day, service: str | None = None) -> list[View]:
    """What is different today; for a customer's own `service`, what concerns him. The words of a
    message are added by whoever may read them."""
    again = hours.opens_after(plan, day.date)
    return [
        {
            "id": one.id,
            "what": one.what,
            "closes_at": at(one.closes_at),
            "service": one.service,
            "service_name": plan.service(one.service).name if one.service else None,
            "closed_from": at(one.closed_from),
            "reason": one.reason,
            "message": None,
            "said_at": at(one.at),
            "staff": _staff(plan, one.staff),
            "opens_again": at(again[1]) if again else None,
        }
        for one in day.exceptions.values()
        if service is None or one.service in (None, service)
    ]


def unserved_view(plan: StorePlan, day: Day, now: Millis) -> list[View]:
    """Who waits for what nobody can do, and what staff can do about it."""
    return [
        {
            "visit": one.visit,
            "ticket": day.visits[one.visit].ticket,
            "service": day.visits[one.visit].service,
            "why": one.why,
            "do": unserved.REMEDIES[one.why],
            "counters": one.counters,
        }
        for one in unserved.listed(plan, day, now)
    ]


def board_view(plan: StorePlan, day: Day, now: Millis, forecast: Forecast) -> View:
    called = sorted(_called(day), key=lambda v: v.leg.called_at or 0, reverse=True)
    return {
        **frame(plan, day, now),
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
    # Those of the pool are shown apart: any counter may call them.
    own = routing.line_ahead(plan, day, counter, NEXT_SHOWN)
    return {
        "id": counter_id,
        "name": plan.counters[counter_id].name,
        "state": counter.state,
        "until": at(counter.until),
        "reason": counter.reason,
        "services": counter.services or sorted(plan.counters[counter_id].services),
        "now": day.visits[counter.visit].ticket if counter.visit else None,
        "next": [day.visits[visit].ticket for visit in own],
        "waiting": len(day.lines.get(counter_id, ())),
    }


def _board_service(
    plan: StorePlan, day: Day, service: Service, now: Millis, forecast: Forecast
) -> View:
    return {
        "id": service.id,
        "name": service.name,
        "prefix": service.prefix,
        "open": today.is_served(plan, day, service.id, now),
        "waiting": waiting_for(day, service.id),
        "wait": estimate_view(newcomers_wait(plan, day, _usual(plan, service.id), forecast), now),
    }


def waiting_for(day: Day, service: str) -> int:
    return sum(len(line) for kind, line in day.kinds.items() if kind.service == service)


def newcomers_wait(plan: StorePlan, day: Day, kind: Kind, forecast: Forecast) -> Estimate | None:
    """What somebody of that kind taking a ticket now would be told; None for what nobody serves."""
    if unserved.nobody_serves(plan, day, kind.service) is not None:
        return None
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
        wait = newcomers_wait(plan, day, _usual(plan, service), forecast)
        if wait is not None and wait.likely_s > target_s:
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
    # A finish may have been tapped while the server was away: it ended before others did.
    recent.sort(key=lambda visit: visit.leg.ended_at or 0, reverse=True)
    return {
        **frame(plan, day, now),
        "lines": plan.lines,
        "counters": [_floor_counter(plan, day, c, now) for c in plan.counters],
        "pool": day.line(None),
        "unserved": unserved_view(plan, day, now),
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


def help_view(plan: StorePlan, day: Day, help_: str) -> View | None:
    """A customer's call for a person, for whoever called: None where there is none such."""
    if help_ in day.help:
        return {"id": help_, "answered": False, "by": None}
    if help_ not in day.helped:
        return None
    person = plan.staff.get(day.helped[help_] or "")
    return {"id": help_, "answered": True, "by": person.name if person else None}


def _appointments(plan: StorePlan, day: Day, now: Millis) -> dict[str, int]:
    """How many of today's stand how."""
    return Tally(check_in.standing(plan, a, now) for a in check_in.of_today(plan, day))


def _floor_counter(plan: StorePlan, day: Day, counter_id: str, now: Millis) -> View:
    counter: Counter = day.counter(counter_id)
    ahead = routing.calls_ahead(plan, day, counter, 1 + AFTER_SHOWN)
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
        "next": next(iter(ahead), None),
        "after": ahead[1:],
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
