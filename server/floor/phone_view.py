"""What a customer is shown of the own visit: on the phone, and when a slip brings it back."""

from __future__ import annotations

from server.floor import lateness, unserved, visits
from server.floor.about_view import paper_view
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.plan import StorePlan, Words
from server.floor.state import Visit
from server.floor.views import (
    View,
    at,
    estimate_view,
    exceptions_view,
    frame,
    quote_view,
    verdict_view,
    visit_view,
    why_view,
)
from server.floor.visits import Floor


def phone_view(plan: StorePlan, day: Day, visit: Visit, now: Millis, forecast: Forecast) -> View:
    """What the customer's phone shows: his own visit only."""
    floor = Floor(plan, day, now, forecast)
    service = plan.service(visit.service)
    estimate = forecast.visit(visit.id)
    verdict = verdict_view(plan, service, visit.answers, visit.papers)
    return {
        **frame(plan, day, now),
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
            "recalls": max(visit.leg.calls - 1, 0),
            "feedback": visit.feedback,
            "papers": {
                "verdict": visit.papers.verdict,
                "items": [
                    paper_view(plan.papers[i.paper]) | {"status": i.status, "reason": i.reason}
                    for i in visit.papers.items
                    if i.paper in plan.papers
                ],
            },
            "missing": verdict["missing"],
            "answers": visit.answers,
            "promise": _promise(day, visit),
        },
        "risk": _risk(plan, day, visit, now, forecast),
        "today": exceptions_view(plan, day, visit.service),
        "unserved": unserved.why(plan, day, visit, now),
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
