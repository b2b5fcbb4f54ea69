"""A visit as staff and programs are shown it."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, UnsetType

from server.floor import hours, lateness, papers, visits
from server.floor.day import Day
from server.floor.facts import EndedAs, Millis, Outcome, PaperStatus, Verdict
from server.floor.forecast import Forecast
from server.floor.plan import Service, StorePlan, Words
from server.floor.state import PaperState, State, Visit
from server.floor.views.frame import (
    Moment,
    QuoteView,
    View,
    WaitView,
    WhyView,
    at,
    quote_view,
    wait_view,
    why_view,
)
from server.floor.visits import Floor


class PaperItemView(View, kw_only=True):
    paper: str
    status: PaperStatus
    reason: str | None


class PapersView(View, kw_only=True):
    """`verdict` is None where a past day's table does not remember it."""

    verdict: Verdict | None
    items: list[PaperItemView]


class MissingView(View, kw_only=True):
    """One group of papers that is not complete: `lacking` of `any`, of which `paper` is mended most
    easily, by `remedy`."""

    any: tuple[str, ...]
    lacking: int
    paper: str
    papers: tuple[str, ...]
    remedy: Verdict
    fix: Words
    fetch_minutes: int | None


class VerdictView(PapersView, kw_only=True):
    missing: list[MissingView]
    choices: tuple[str, ...]
    hold_minutes: int | None


class RecoveryView(View, kw_only=True):
    """What was offered for a wait longer than told."""

    recovery: str
    at: Moment
    staff: str | None


class GuestView(View, kw_only=True):
    """What a guest told, and staff wrote: personal, for staff alone."""

    name: str | None
    phone: str | None
    notes: list[str]
    reasons: dict[str, str] | UnsetType = UNSET


class ReasonView(View, kw_only=True):
    """`sentence` says `code` and `args` in English."""

    code: str
    args: dict[str, Any]
    sentence: str


class NextView(ReasonView, kw_only=True):
    """Whom a counter would call now, and why."""

    visit: str
    ticket: str | None
    counter: str


class AheadView(ReasonView, kw_only=True):
    """Why another is called before; whose ticket that is only staff are told."""

    visit: str | UnsetType = UNSET
    ticket: str | None | UnsetType = UNSET


class ExplainView(View, kw_only=True):
    next: list[NextView]
    ahead: list[AheadView]


class VisitView(View, kw_only=True):
    """The visit of the public interface. Of a past day only what its table remembers is told, and
    nothing can be done with it. `seq` is the day's; `secret` opens it for its customer."""

    id: str
    ticket: str | None
    number: int | None
    service: str
    state: State
    ended_as: EndedAs | None
    ended_reason: str | None
    outcome: Outcome | None
    counter: str | None
    arrived_at: Moment
    called_at: Moment | None
    started_at: Moment | None
    ended_at: Moment | None
    papers: PapersView
    needs: tuple[str, ...]
    language: str
    channel: str
    appointment_at: Moment | None
    legs: int
    feedback: int | None
    staff: str | None = None
    ahead: int | None = None
    position: int | None = None
    credited_at: Moment | None = None
    held_until: Moment | None = None
    quote: QuoteView | None = None
    forecast: WaitView | None = None
    at_risk: bool = False
    why_late: WhyView | None = None
    recoveries: list[RecoveryView] = []
    asked_for: str | None = None
    recalls: int = 0
    help: bool = False
    undo: str | None = None
    allowed_actions: tuple[str, ...] = ()
    seq: int = 0
    secret: str | UnsetType = UNSET
    follow_url: str | UnsetType = UNSET
    guest: GuestView | UnsetType = UNSET
    explain: ExplainView | UnsetType = UNSET


class VisitsView(View, kw_only=True):
    items: list[VisitView]
    next: str | None
    seq: int | UnsetType = UNSET


def visit_view(
    plan: StorePlan, day: Day, visit: Visit, now: Millis, forecast: Forecast
) -> VisitView:
    leg = visit.leg
    floor = Floor(plan, day, now, forecast)
    ahead = day.ahead(visit) if visit.state == "waiting" else None
    estimate = forecast.visit(visit.id)
    late = lateness.at_risk(visit, estimate, now)
    undoable = day.undoable.get(visit.id)
    return VisitView(
        id=visit.id,
        ticket=visit.ticket,
        number=visit.number,
        service=leg.service,
        state=visit.state,
        ended_as=visit.ended_as,
        ended_reason=visit.ended_reason,
        outcome=visit.outcome,
        counter=leg.counter,
        staff=leg.staff,
        ahead=ahead,
        position=None if ahead is None else ahead + 1,
        arrived_at=hours.rfc3339(visit.arrived_at),
        credited_at=at(leg.credited_at),
        called_at=at(leg.called_at),
        started_at=at(leg.started_at),
        ended_at=at(leg.ended_at),
        held_until=at(visit.held_until),
        quote=quote_view(leg.quote),
        forecast=wait_view(estimate, now),
        at_risk=late,
        why_late=why_view(lateness.why_late(plan, day, visit, now, forecast)) if late else None,
        recoveries=[
            RecoveryView(recovery=r.recovery, at=hours.rfc3339(r.at), staff=r.staff)
            for r in visit.recoveries
        ],
        papers=papers_view(visit.papers),
        needs=visit.needs,
        asked_for=visit.asked_for,
        language=visit.language,
        channel=visit.channel,
        appointment_at=at(visit.appointment_at),
        legs=len(visit.legs),
        recalls=max(leg.calls - 1, 0),
        feedback=visit.feedback,
        help=any(h.visit == visit.id for h in day.help.values()),
        undo=undoable.action if undoable else None,
        allowed_actions=visits.allowed_actions(floor, visit),
        seq=day.seq,
    )


def papers_view(state: PaperState) -> PapersView:
    return PapersView(verdict=state.verdict, items=paper_items(state))


def paper_items(state: PaperState) -> list[PaperItemView]:
    return [PaperItemView(paper=i.paper, status=i.status, reason=i.reason) for i in state.items]


def verdict_view(
    plan: StorePlan, service: Service, answers: dict[str, str], state: PaperState
) -> VerdictView:
    """The verdict with what is missing and how each group is mended most easily."""
    unmet = papers.missing(plan, service, answers, state.items)
    return VerdictView(
        verdict=state.verdict,
        items=paper_items(state),
        missing=[
            MissingView(
                any=m.any,
                lacking=m.lacking,
                paper=m.papers[-1],
                papers=m.papers,
                remedy=m.remedy,
                fix=plan.papers[m.papers[-1]].fix,
                fetch_minutes=plan.papers[m.papers[-1]].fetch_minutes,
            )
            for m in unmet
        ],
        choices=papers.choices(state),
        hold_minutes=papers.fetch_minutes(plan, unmet) if unmet else None,
    )
