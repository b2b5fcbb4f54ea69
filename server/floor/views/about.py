"""What the store is and offers: what pages know before anything happens."""

from __future__ import annotations

from datetime import time
from typing import Any, Literal

from msgspec import UNSET, UnsetType

from server.floor import hours, today
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.plan import Form, IfMissing, Paper, ReadAs, Service, StorePlan, Words
from server.floor.state import Kind
from server.floor.views.board import newcomers_wait
from server.floor.views.frame import ClockedView, Moment, View, WaitView, at, wait_view

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class PaperView(View, kw_only=True):
    """A document, its texts in every language."""

    paper: str
    name: Words
    what_counts: Words
    form: Form
    icon: str


class AboutPaperView(PaperView, kw_only=True):
    id: str
    max_age_days: int | None
    must_match: str | None
    reads: tuple[ReadAs, ...]
    document_types: tuple[str, ...]
    code_patterns: tuple[str, ...]
    if_missing: IfMissing
    fix: Words


class TimesView(View, kw_only=True):
    kiosk_idle_s: int
    hold_minutes_max: int
    target_wait_minutes: int
    undo_s: int
    call_unanswered_s: int


class NeedView(View, kw_only=True):
    id: str
    name: Words
    icon: str


class NamedView(View, kw_only=True):
    id: str
    name: Words


class AboutCounterView(View, kw_only=True):
    id: str
    name: Words
    services: list[str]
    where: Words


class AboutServiceView(View, kw_only=True):
    id: str
    name: Words
    prefix: str
    icon: str
    typical_minutes: float


class StoreView(ClockedView, kw_only=True):
    """`hours` by weekday and `dates` by date hold openings as ["08:00", "12:00"]. `address` is
    where phones reach this server."""

    id: str
    name: Words
    languages: tuple[str, ...]
    time_zone: str
    lines: Literal["counter", "pool"]
    phone: str | None
    open: bool
    closes_at: Moment | None
    opens_next: Moment | None
    hours: dict[str, list[list[str]]]
    dates: dict[str, list[list[str]]]
    times: TimesView
    needs: list[NeedView]
    recoveries: list[NamedView]
    counters: list[AboutCounterView]
    services: list[AboutServiceView]
    papers: list[AboutPaperView]
    address: str | UnsetType = UNSET
    demo: bool | UnsetType = UNSET


class AnswerView(View, kw_only=True):
    id: str
    text: str


class QuestionView(View, kw_only=True):
    id: str
    text: str
    answers: list[AnswerView]


class TypedQuestionView(View, kw_only=True):
    id: str
    text: str


class AskedPaperView(View, kw_only=True):
    """A document as the kiosk asks for it, its texts in one language."""

    id: str
    name: str
    what_counts: str
    icon: str
    form: Form
    max_age_days: int | None
    must_not_expire_within_days: int | None
    must_match: str | None
    reads: tuple[ReadAs, ...]
    if_missing: IfMissing
    fix: str | None


class RequirementView(View, kw_only=True):
    """Any `count` of `any` will do; asked only `when` every named question was answered so."""

    any: tuple[str, ...]
    when: dict[str, tuple[str, ...]]
    count: int


class ServiceView(View, kw_only=True):
    """What the kiosk offers, its texts in one language; `wait` is None where nobody serves it."""

    id: str
    name: str
    icon: str
    prefix: str
    open: bool
    wait: WaitView | None
    questions: list[QuestionView]
    typed: list[TypedQuestionView]
    papers: list[AskedPaperView]
    requirements: list[RequirementView]


class ServicesView(View, kw_only=True):
    items: list[ServiceView]
    next: None = None


def store_view(plan: StorePlan, now: Millis) -> StoreView:
    times = plan.times
    return StoreView(
        id=plan.id,
        name=plan.name,
        languages=plan.languages,
        time_zone=plan.time_zone,
        lines=plan.lines,
        phone=plan.phone,
        now=hours.rfc3339(now),
        open=hours.is_open(plan, now),
        closes_at=at(hours.closes_at(plan, now)),
        opens_next=at(hours.opens_next(plan, now)),
        hours={
            name: [[f"{o:%H:%M}", _closing(c)] for o, c in plan.hours.week[i]]
            for i, name in enumerate(WEEKDAYS)
        },
        dates={
            day.isoformat(): [[f"{o:%H:%M}", _closing(c)] for o, c in openings]
            for day, openings in plan.hours.dates
        },
        times=TimesView(
            kiosk_idle_s=times.kiosk_idle_s,
            hold_minutes_max=times.hold_minutes_max,
            target_wait_minutes=times.target_wait_minutes,
            undo_s=times.undo_s,
            call_unanswered_s=times.call_unanswered_s,
        ),
        needs=[NeedView(id=n.id, name=n.name, icon=n.icon) for n in plan.needs.values()],
        recoveries=[NamedView(id=r.id, name=r.name) for r in plan.recoveries.values()],
        counters=[
            AboutCounterView(id=c.id, name=c.name, services=sorted(c.services), where=c.where)
            for c in plan.counters.values()
        ],
        services=[
            AboutServiceView(
                id=s.id,
                name=s.name,
                prefix=s.prefix,
                icon=s.icon,
                typical_minutes=s.typical_minutes,
            )
            for s in plan.services.values()
        ],
        papers=[
            AboutPaperView(
                **paper_fields(p),
                id=p.id,
                max_age_days=p.max_age_days,
                must_match=p.must_match,
                reads=p.reads,
                document_types=p.document_types,
                code_patterns=p.code_patterns,
                if_missing=p.if_missing,
                fix=p.fix,
            )
            for p in plan.papers.values()
        ],
    )


def paper_fields(paper: Paper) -> dict[str, Any]:
    """The fields of a PaperView."""
    return {
        "paper": paper.id,
        "name": paper.name,
        "what_counts": paper.what_counts,
        "form": paper.form,
        "icon": paper.icon,
    }


def services_view(
    plan: StorePlan, day: Day, now: Millis, forecast: Forecast, language: str
) -> ServicesView:
    return ServicesView(
        items=[
            ServiceView(
                id=service.id,
                name=service.name[language],
                icon=service.icon,
                prefix=service.prefix,
                open=today.is_served(plan, day, service.id, now),
                wait=wait_view(
                    newcomers_wait(plan, day, Kind(service.id, language=language), forecast), now
                ),
                questions=[
                    QuestionView(
                        id=q.id,
                        text=q.text[language],
                        answers=[AnswerView(id=a.id, text=a.text[language]) for a in q.answers],
                    )
                    for q in service.questions
                ],
                typed=[TypedQuestionView(id=q.id, text=q.text[language]) for q in service.typed],
                papers=[_asked(plan.papers[p], language) for p in _papers_of(service)],
                requirements=[
                    RequirementView(any=r.any, when=r.when, count=r.count)
                    for r in service.requirements
                ],
            )
            for service in plan.services.values()
        ]
    )


def _papers_of(service: Service) -> list[str]:
    return list(dict.fromkeys(paper for group in service.requirements for paper in group.any))


def _asked(paper: Paper, language: str) -> AskedPaperView:
    return AskedPaperView(
        id=paper.id,
        name=paper.name[language],
        what_counts=paper.what_counts[language],
        icon=paper.icon,
        form=paper.form,
        max_age_days=paper.max_age_days,
        must_not_expire_within_days=paper.must_not_expire_within_days,
        must_match=paper.must_match,
        reads=paper.reads,
        if_missing=paper.if_missing,
        fix=paper.fix.get(language),
    )


def _closing(at: time) -> str:
    return "24:00" if at == time(0) else f"{at:%H:%M}"
