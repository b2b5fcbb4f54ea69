"""What the customer sees of an appointment: when it is, and what to bring."""

from __future__ import annotations

from server.floor import check_in
from server.floor.about_view import paper_view
from server.floor.facts import Appointment, Millis
from server.floor.plan import Requirement, Service, StorePlan
from server.floor.views import View, at


def booked_view(plan: StorePlan, one: Appointment, now: Millis) -> View:
    service = plan.services.get(one.service)
    state = check_in.standing(plan, one, now)
    return {
        "now": at(now),
        "store": {"id": plan.id, "name": plan.name, "time_zone": plan.time_zone},
        "appointment": {
            "id": one.id,
            "code": one.code,
            "state": state,
            "at": at(one.at),
            "opens_at": at(check_in.opens_at(plan, one.at)),
            "kept_until": at(check_in.kept_until(plan, one.at)),
            "service": one.service,
            "service_name": service.name if service else {},
            "language": one.language or plan.languages[0],
            "may_cancel": state in ("due", "late"),
        },
        "bring": [_group(plan, service, group) for group in service.requirements]
        if service
        else [],
    }


def _group(plan: StorePlan, service: Service, group: Requirement) -> View:
    """`count` of `papers`; only for whoever answers the questions as in `when`."""
    return {
        "count": group.count,
        "papers": [paper_view(plan.papers[paper]) for paper in group.any],
        "when": [
            {
                "question": question.text,
                "answers": [a.text for a in question.answers if a.id in group.when[question.id]],
            }
            for question in service.questions
            if question.id in group.when
        ],
    }
