"""A whole config file that holds together, and the store plan the floor works by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from functools import cached_property
from itertools import product
from pathlib import Path

from server.dialling import country_of
from server.floor import plan as floor
from server.settings.tables import (
    PREFIXES,
    AppointmentsTable,
    CounterTable,
    HoursTable,
    NeedTable,
    PaperTable,
    PrivacyTable,
    QuestionTable,
    RecoveryTable,
    ServiceTable,
    StaffTable,
    StoreTable,
    TimesTable,
    Words,
)

ALL_DAY = (time(0), time(0))
"""00:00-24:00."""
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Settings:
    path: Path
    store: StoreTable
    hours: HoursTable
    times: TimesTable
    appointments: AppointmentsTable
    privacy: PrivacyTable
    needs: tuple[NeedTable, ...]
    papers: tuple[PaperTable, ...]
    services: tuple[ServiceTable, ...]
    counters: tuple[CounterTable, ...]
    staff: tuple[StaffTable, ...]
    recoveries: tuple[RecoveryTable, ...]

    @property
    def address(self) -> str | None:
        """What QR codes print, when the file says so."""
        return self.store.address

    @property
    def pins(self) -> dict[str, str]:
        return {person.id: person.pin for person in self.staff}

    def plan(self, always_open: bool = False) -> floor.StorePlan:
        return floor.StorePlan(
            id=self.store.id,
            name=self._words(self.store.name),
            time_zone=self.store.time_zone,
            languages=tuple(self.store.languages),
            lines=self.store.lines,
            phone=self.store.phone,
            country=self.store.country or country_of(self.store.time_zone),
            rebalance=self.store.rebalance,
            day_starts=self.store.day_starts,
            hours=self._hours(always_open),
            times=floor.Times(**self.times.model_dump()),
            appointments=floor.Appointments(**self.appointments.model_dump()),
            services={s.id: self._service(s) for s in self.services},
            papers={p.id: self._paper(p) for p in self.papers},
            counters={c.id: self._counter(c) for c in self.counters},
            staff={p.id: _person(p) for p in self.staff},
            needs={n.id: self._need(n) for n in self.needs},
            recoveries={r.id: floor.Recovery(r.id, self._words(r.name)) for r in self.recoveries},
        )

    @cached_property
    def _prefixes(self) -> dict[str, str]:
        """Every service's letters: its own, else the next ones nobody has written, one before two.

        Goes by the order in the file, so that a service added at its end changes no other's.
        """
        written = {service.prefix for service in self.services}
        letters = (*PREFIXES, *map("".join, product(PREFIXES, repeat=2)))
        free = (one for one in letters if one not in written)
        return {service.id: service.prefix or next(free, letters[-1]) for service in self.services}

    def _words(self, words: Words | None) -> floor.Words:
        if words is None:
            return {}
        if isinstance(words, str):
            return dict.fromkeys(self.store.languages, words)
        return {language: words[language] for language in self.store.languages}

    def _hours(self, always_open: bool) -> floor.Hours:
        week = tuple(tuple(getattr(self.hours, day)) for day in WEEK)
        dates = {**dict.fromkeys(self.hours.closed, ()), **self.hours.dates}
        never_closes = not dates and all(ALL_DAY in openings for openings in week)
        return floor.Hours(
            week=week,
            dates=tuple(sorted((day, tuple(openings)) for day, openings in dates.items())),
            always_open=always_open or never_closes,
        )

    def _need(self, need: NeedTable) -> floor.Need:
        return floor.Need(need.id, self._words(need.name), need.icon, need.head_start_minutes)

    def _paper(self, paper: PaperTable) -> floor.Paper:
        return floor.Paper(
            id=paper.id,
            name=self._words(paper.name),
            what_counts=self._words(paper.what_counts),
            icon=paper.icon,
            form=paper.form,
            max_age_days=paper.max_age_days,
            must_not_expire_within_days=paper.must_not_expire_within_days,
            must_match=paper.must_match,
            reads=tuple(paper.reads),
            document_types=tuple(paper.document_types),
            code_patterns=tuple(paper.code_patterns),
            if_missing=paper.if_missing,
            fix=self._words(paper.fix),
            fetch_minutes=paper.fetch_minutes,
        )

    def _service(self, service: ServiceTable) -> floor.Service:
        return floor.Service(
            id=service.id,
            name=self._words(service.name),
            prefix=self._prefixes[service.id],
            typical_minutes=service.typical_minutes,
            icon=service.icon,
            questions=tuple(self._question(q) for q in service.question if not q.typed),
            typed=tuple(
                floor.TypedQuestion(q.id, self._words(q.text)) for q in service.question if q.typed
            ),
            requirements=tuple(
                floor.Requirement(tuple(r.any), {q: tuple(a) for q, a in r.when.items()}, r.count)
                for r in service.requirement
            ),
        )

    def _question(self, question: QuestionTable) -> floor.Question:
        answers = tuple(floor.Answer(a.id, self._words(a.text)) for a in question.answer)
        return floor.Question(question.id, self._words(question.text), answers)

    def _counter(self, counter: CounterTable) -> floor.CounterPlan:
        return floor.CounterPlan(
            id=counter.id,
            name=self._words(counter.name),
            services=frozenset(counter.services),
            where=self._words(counter.where),
            needs=frozenset(counter.needs),
        )


def _person(person: StaffTable) -> floor.StaffMember:
    return floor.StaffMember(
        id=person.id,
        name=person.name,
        role=person.role,
        languages=tuple(person.languages),
        services=None if person.services is None else frozenset(person.services),
        needs=frozenset(person.needs),
        breaks=tuple(person.breaks),
    )
