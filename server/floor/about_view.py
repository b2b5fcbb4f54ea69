"""What the store is and offers: what pages know before anything happens."""

from __future__ import annotations

from datetime import time

from server.floor import hours, today
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.plan import Paper, Service, StorePlan
from server.floor.state import Kind
from server.floor.views import View, at, estimate_view, newcomers_wait

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


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
        "phone": plan.phone,
        "now": at(now),
        "open": hours.is_open(plan, now),
        "closes_at": at(closes),
        "opens_next": at(hours.opens_next(plan, now)),
        "hours": {
            name: [[f"{o:%H:%M}", f"{_closing(c)}"] for o, c in plan.hours.week[i]]
            for i, name in enumerate(WEEKDAYS)
        },
        "dates": {
            day.isoformat(): [[f"{o:%H:%M}", f"{_closing(c)}"] for o, c in openings]
            for day, openings in plan.hours.dates
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
                **paper_view(p),
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


def paper_view(paper: Paper) -> View:
    return {
        "paper": paper.id,
        "name": paper.name,
        "what_counts": paper.what_counts,
        "form": paper.form,
        "icon": paper.icon,
    }


def services_view(
    plan: StorePlan, day: Day, now: Millis, forecast: Forecast, language: str
) -> list[View]:
    """What the kiosk offers, its texts in one language."""
    return [
        {
            "id": service.id,
            "name": service.name[language],
            "icon": service.icon,
            "prefix": service.prefix,
            "open": today.is_served(plan, day, service.id, now),
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


def _closing(at: time) -> str:
    return "24:00" if at == time(0) else f"{at:%H:%M}"
