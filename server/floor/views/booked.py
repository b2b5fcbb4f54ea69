"""What the customer sees of an appointment: when it is, and what to bring."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from server.floor import check_in, hours
from server.floor.facts import Appointment, Millis
from server.floor.plan import Requirement, Service, StorePlan, Words
from server.floor.views.about import PaperView, paper_fields
from server.floor.views.frame import ClockedView, Moment, StoreName, View, store_name


class ConditionView(View, kw_only=True):
    """A question, and the answers that ask for a group of papers."""

    question: Words
    answers: list[Words]


class BringView(View, kw_only=True):
    """`count` of `papers`; only for whoever answers the questions as in `when`."""

    count: int
    papers: list[PaperView]
    when: list[ConditionView]


class OwnAppointmentView(View, kw_only=True):
    """It may be checked in from `opens_at`, and is kept until `kept_until`."""

    id: str
    code: str
    state: check_in.Standing
    at: Moment
    opens_at: Moment
    kept_until: Moment
    service: str
    service_name: Words
    language: str
    may_cancel: bool


class BookedView(ClockedView, kw_only=True):
    """`follow_url` leads to the visit it became."""

    store: StoreName
    appointment: OwnAppointmentView
    bring: list[BringView]
    follow_url: str | UnsetType = UNSET


def booked_view(plan: StorePlan, one: Appointment, now: Millis) -> BookedView:
    service = plan.services.get(one.service)
    state = check_in.standing(plan, one, now)
    return BookedView(
        now=hours.rfc3339(now),
        store=store_name(plan),
        appointment=OwnAppointmentView(
            id=one.id,
            code=one.code,
            state=state,
            at=hours.rfc3339(one.at),
            opens_at=hours.rfc3339(check_in.opens_at(plan, one.at)),
            kept_until=hours.rfc3339(check_in.kept_until(plan, one.at)),
            service=one.service,
            service_name=service.name if service else {},
            language=one.language or plan.languages[0],
            may_cancel=state in ("due", "late"),
        ),
        bring=[_group(plan, service, group) for group in service.requirements] if service else [],
    )


def _group(plan: StorePlan, service: Service, group: Requirement) -> BringView:
    return BringView(
        count=group.count,
        papers=[PaperView(**paper_fields(plan.papers[paper])) for paper in group.any],
        when=[
            ConditionView(
                question=question.text,
                answers=[a.text for a in question.answers if a.id in group.when[question.id]],
            )
            for question in service.questions
            if question.id in group.when
        ],
    )
