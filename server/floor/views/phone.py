"""What a customer is shown of the own visit: on the phone, and when a slip brings it back."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from server.floor import hours, lateness, unserved, visits
from server.floor.day import Day
from server.floor.facts import EndedAs, Millis, PaperStatus, Verdict
from server.floor.forecast import Forecast
from server.floor.plan import StorePlan, Words
from server.floor.state import State, Visit
from server.floor.unserved import Why
from server.floor.views.about import PaperView, paper_fields
from server.floor.views.frame import (
    FrameView,
    Moment,
    QuoteView,
    View,
    WaitView,
    WhyView,
    at,
    exceptions_view,
    frame,
    quote_view,
    wait_view,
)
from server.floor.views.visit import (
    MissingView,
    PaperItemView,
    VisitView,
    paper_items,
    verdict_view,
    visit_view,
)
from server.floor.visits import Floor


class OwnPaperView(PaperView, kw_only=True):
    status: PaperStatus
    reason: str | None


class OwnPapersView(View, kw_only=True):
    verdict: Verdict
    items: list[OwnPaperView]


class OwnPromiseView(View, kw_only=True):
    """What was promised for after the visit; its words `what` are personal."""

    id: str
    due: Moment
    kept_at: Moment | None
    what: str | None | UnsetType = UNSET


class OwnVisitView(View, kw_only=True):
    id: str
    ticket: str | None
    service: str
    service_name: Words
    state: State
    ended_as: EndedAs | None
    ended_reason: str | None
    counter: str | None
    counter_name: Words | None
    where: Words
    ahead: int | None
    quote: QuoteView | None
    forecast: WaitView | None
    held_until: Moment | None
    hold_left: bool
    hold_minutes_max: int
    allowed_actions: tuple[str, ...]
    language: str
    arrived_at: Moment
    appointment_at: Moment | None
    called_at: Moment | None
    recalls: int
    feedback: int | None
    papers: OwnPapersView
    missing: list[MissingView]
    answers: dict[str, str]
    promise: OwnPromiseView | None


class RiskView(WhyView, kw_only=True):
    """Why the wait will be longer than told."""

    counter_name: Words | None


class PhoneView(FrameView, kw_only=True):
    visit: OwnVisitView
    risk: RiskView | None
    unserved: Why | None


class SlipView(View, kw_only=True):
    """All that a visit was told, as far as the store still asks it: nothing is asked twice."""

    visit: VisitView | None
    service: str | None
    answers: dict[str, str]
    papers: list[PaperItemView]
    needs: list[str]
    language: str
    arrived_at: Moment


def phone_view(
    plan: StorePlan, day: Day, visit: Visit, now: Millis, forecast: Forecast
) -> PhoneView:
    """His own visit only."""
    return PhoneView(
        **{**frame(plan, day, now), "today": exceptions_view(plan, day, visit.service)},
        visit=_own(plan, day, visit, now, forecast),
        risk=_risk(plan, day, visit, now, forecast),
        unserved=unserved.why(plan, day, visit, now),
    )


def _own(plan: StorePlan, day: Day, visit: Visit, now: Millis, forecast: Forecast) -> OwnVisitView:
    service = plan.service(visit.service)
    return OwnVisitView(
        id=visit.id,
        ticket=visit.ticket,
        service=service.id,
        service_name=service.name,
        state=visit.state,
        ended_as=visit.ended_as,
        ended_reason=visit.ended_reason,
        counter=visit.counter,
        counter_name=_counter_name(plan, visit.counter),
        where=plan.counters[visit.counter].where if visit.counter in plan.counters else {},
        ahead=day.ahead(visit) if visit.state == "waiting" else None,
        quote=quote_view(visit.leg.quote),
        forecast=wait_view(forecast.visit(visit.id), now),
        held_until=at(visit.held_until),
        hold_left=not visit.holds_by_customer,
        hold_minutes_max=plan.times.hold_minutes_max,
        allowed_actions=visits.customer_actions(Floor(plan, day, now, forecast), visit),
        language=visit.language,
        arrived_at=hours.rfc3339(visit.arrived_at),
        appointment_at=at(visit.appointment_at),
        called_at=at(visit.leg.called_at),
        recalls=max(visit.leg.calls - 1, 0),
        feedback=visit.feedback,
        papers=OwnPapersView(
            verdict=visit.papers.verdict,
            items=[
                OwnPaperView(**paper_fields(plan.papers[i.paper]), status=i.status, reason=i.reason)
                for i in visit.papers.items
                if i.paper in plan.papers
            ],
        ),
        missing=verdict_view(plan, service, visit.answers, visit.papers).missing,
        answers=visit.answers,
        promise=_promise(day, visit),
    )


def _promise(day: Day, visit: Visit) -> OwnPromiseView | None:
    promise = day.promise_of(visit.id) if visit.state == "ended" else None
    if promise is None:
        return None
    kept = day.kept.get(promise.id)
    return OwnPromiseView(
        id=promise.id, due=hours.rfc3339(promise.due), kept_at=at(kept.at if kept else None)
    )


def _counter_name(plan: StorePlan, counter: str | None) -> Words | None:
    return plan.counters[counter].name if counter in plan.counters else None


def _risk(
    plan: StorePlan, day: Day, visit: Visit, now: Millis, forecast: Forecast
) -> RiskView | None:
    if not lateness.at_risk(visit, forecast.visit(visit.id), now):
        return None
    why = lateness.why_late(plan, day, visit, now, forecast)
    return RiskView(
        reason=why.reason,
        counter=why.counter,
        until=at(why.until),
        counter_name=_counter_name(plan, why.counter),
    )


def slip_view(
    plan: StorePlan, day: Day, visit: Visit, now: Millis, forecast: Forecast, today: bool
) -> SlipView:
    service = plan.services.get(visit.legs[0].service)
    questions = {q.id: {a.id for a in q.answers} for q in service.questions} if service else {}
    here = today and visit.state != "ended"
    return SlipView(
        visit=visit_view(plan, day, visit, now, forecast) if here else None,
        service=service.id if service else None,
        answers={q: a for q, a in visit.answers.items() if a in questions.get(q, ())},
        papers=[item for item in paper_items(visit.papers) if item.paper in plan.papers],
        needs=[need for need in visit.needs if need in plan.needs],
        language=visit.language if visit.language in plan.languages else plan.languages[0],
        arrived_at=hours.rfc3339(visit.arrived_at),
    )
