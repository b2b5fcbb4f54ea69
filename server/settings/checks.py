"""What concerns several tables of config.toml at once. Each check yields (place, found, would do).

What could not be read in a table is None here: it is reported already, and must not hide the rest.
Names are taken from the raw file, so that a paper with a wrong key is not also reported as unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from itertools import pairwise
from typing import Any, cast

from server.settings.mistakes import Where, one_of, shown
from server.settings.tables import (
    CounterTable,
    HoursTable,
    PaperTable,
    QuestionTable,
    RequirementTable,
    ServiceTable,
    StoreTable,
    Table,
    TimesTable,
)

Finding = tuple[Where, str, str]

NIGHT_MINUTES_MAX = 12 * 60
"""Hours that go on when the business day turns over; longer ones are most often turned around."""
TEXTS = ("name", "what_counts", "fix", "text", "where")
"""The settings whose value is said to customers, in any table."""


@dataclass
class Parts:
    raw: dict[str, Any]
    tables: dict[str, Table]
    lists: dict[str, list[Table]]

    def ids(self, name: str) -> list[Any]:
        items = self.raw.get(name, [])
        return (
            [i.get("id") for i in items if isinstance(i, dict)] if isinstance(items, list) else []
        )

    def each(self, name: str) -> Iterator[tuple[int, Any]]:
        return enumerate(self.lists.get(name, []))

    @property
    def languages(self) -> list[str]:
        store = self.raw.get("store", {})
        found = store.get("languages", []) if isinstance(store, dict) else []
        return [x for x in found if isinstance(x, str)] if isinstance(found, list) else []


def check(parts: Parts) -> Iterator[Finding]:
    for name in ("service", "counter", "staff"):
        if not parts.ids(name) and isinstance(parts.raw.get(name, []), list):
            yield (name,), "none", f"at least one [[{name}]]"
    for name in parts.lists:
        yield from _same_id(parts, name)
    yield from _languages(parts)
    yield from _missing_texts(parts.raw, (), parts.languages)
    yield from _hours(parts)
    yield from _papers(parts)
    for position, service in parts.each("service"):
        yield from _service(parts, ("service", position), service)
    yield from _counters(parts)
    for position, person in parts.each("staff"):
        yield from _known(parts, ("staff", position, "services"), "service", person.services)
        yield from _known(parts, ("staff", position, "needs"), "need", person.needs)
        yield from _breaks(parts, ("staff", position, "breaks"), person.breaks or [])


def _same_id(parts: Parts, name: str) -> Iterator[Finding]:
    seen: set[Any] = set()
    items = parts.raw.get(name, [])
    for position, item in enumerate(items if isinstance(items, list) else []):
        value = item.get("id") if isinstance(item, dict) else None
        if isinstance(value, str) and value in seen:
            yield (
                (name, position, "id"),
                f"{shown(value)} a second time",
                f"one no other {name} has",
            )
        seen.add(value if isinstance(value, str) else None)


def _languages(parts: Parts) -> Iterator[Finding]:
    languages = parts.languages
    if len(languages) != len(set(languages)):
        yield ("store", "languages"), shown(languages), "each language once"


def _missing_texts(value: Any, where: Where, languages: list[str]) -> Iterator[Finding]:
    """Walks the raw file: a text that lacks a language is found in any table, read or not."""
    if isinstance(value, list):
        for position, item in enumerate(value):
            yield from _missing_texts(item, (*where, position), languages)
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        if key in TEXTS and isinstance(inner, dict) and len(where) > 0:
            yield from _text(inner, (*where, key), languages)
        else:
            yield from _missing_texts(inner, (*where, key), languages)


def _text(text: dict[str, Any], where: Where, languages: list[str]) -> Iterator[Finding]:
    missing = [language for language in languages if language not in text]
    if missing:
        yield where, f"no text in {' and '.join(missing)}", f"a text in {', '.join(languages)}"
    for language in text:
        if languages and language not in languages:
            would_do = f"only {', '.join(languages)}; or name it in store → languages"
            yield (*where, language), f"a text in {shown(language)}", would_do


def _hours(parts: Parts) -> Iterator[Finding]:
    hours, store = parts.tables["hours"], cast(StoreTable, parts.tables["store"])
    week = {day: getattr(hours, day) for day in HoursTable.model_fields if day != "closed"}
    for day, openings in week.items():
        yield from _day(("hours", day), openings or [], store.day_starts or time(4))
    if all(openings == [] for openings in week.values()):
        yield ("hours",), "no day is open", 'opening hours such as mon = ["09:00-18:00"]'


def _day(where: Where, openings: list[tuple[time, time]], day_starts: time) -> Iterator[Finding]:
    spans = [_open_minutes(a, b, day_starts) for a, b in openings]
    for (opens, closes), told in zip(spans, openings, strict=True):
        if closes > 1440 and closes - opens > NIGHT_MINUTES_MAX:
            would_do = (
                "closing after opening: at night at most 12 hours later, or in two parts such as "
                '"18:00-24:00", "00:00-09:00"; all day is "00:00-24:00"'
            )
            yield where, _span(*told), would_do
    yield from _overlapping(where, spans, openings)


def _overlapping(
    where: Where, spans: list[tuple[int, int]], told: list[tuple[time, time]]
) -> Iterator[Finding]:
    for (_, until), (since, _) in pairwise(sorted(spans)):
        if since < until:
            all_of = ", ".join(_span(a, b) for a, b in told)
            yield where, f"{all_of}, which overlap", "times that follow each other"


def _breaks(parts: Parts, where: Where, breaks: list[tuple[time, time]]) -> Iterator[Finding]:
    day_starts = cast(StoreTable, parts.tables["store"]).day_starts or time(4)
    spans = [_into_minutes(since, until, day_starts) for since, until in breaks]
    opened = list(_opened(parts, day_starts))
    for (since, until), told in zip(spans, breaks, strict=True):
        if until <= since:
            yield where, _span(*told), f"an end after the beginning, {_turn(day_starts)}"
        elif opened and not any(a <= since and until <= b for a, b in opened):
            yield where, f"{_span(*told)}, when the store is never open", "a time of opening hours"
    yield from _overlapping(where, spans, breaks)


def _opened(parts: Parts, day_starts: time) -> Iterator[tuple[int, int]]:
    """The opening hours of any day, those that could not be read left out."""
    hours = parts.tables["hours"]
    for day in HoursTable.model_fields:
        for since, until in (getattr(hours, day) or []) if day != "closed" else []:
            yield _open_minutes(since, until, day_starts)


def _open_minutes(since: time, until: time, day_starts: time) -> tuple[int, int]:
    """Opening hours, which may go on when the business day turns over: then they end past 1440."""
    opens, closes = _into_minutes(since, until, day_starts)
    if since == until == time(0):
        opens, closes = 0, 1440
    return opens, closes if closes > opens else closes + 1440


def _into_minutes(since: time, until: time, day_starts: time) -> tuple[int, int]:
    return _into_day(since, day_starts), _into_day(until, day_starts) or 1440


def _into_day(at: time, day_starts: time) -> int:
    minutes = (at.hour - day_starts.hour) * 60 + at.minute - day_starts.minute
    return minutes % 1440


def _span(opens: time, closes: time) -> str:
    return f"{opens:%H:%M}-{closes:%H:%M}"


def _turn(day_starts: time) -> str:
    return f"before the business day turns over at {day_starts:%H:%M}"


def _papers(parts: Parts) -> Iterator[Finding]:
    times = cast(TimesTable, parts.tables["times"])
    for position, paper in parts.each("paper"):
        item = parts.raw["paper"][position]
        written = set(item) if isinstance(item, dict) else set()
        yield from _paper(("paper", position), paper, written, times.hold_minutes_max)
        yield from _reading(("paper", position), paper)
    yield from _agreeing(parts)


def _reading(where: Where, paper: PaperTable) -> Iterator[Finding]:
    """What is asked of a paper that is read, where nothing reads it so."""
    reads = set(paper.reads or ())
    if paper.document_types and not reads & {"mrz", "pdf417"}:
        would_do = 'leave it out, or reads = ["mrz"] or ["pdf417"]'
        yield (*where, "document_types"), shown(paper.document_types), would_do
    if paper.code_patterns and "code" not in reads:
        would_do = 'leave it out, or reads = ["code"]'
        yield (*where, "code_patterns"), shown(paper.code_patterns), would_do


def _agreeing(parts: Parts) -> Iterator[Finding]:
    """A paper that must agree with others, or with an answer, and nothing is there to compare."""
    labels = [paper.must_match for _, paper in parts.each("paper")]
    asked = [q for _, service in parts.each("service") for q in service.question or []]
    typed = {q.id for q in asked if q.typed}
    for position, paper in parts.each("paper"):
        label, where = paper.must_match, ("paper", position, "must_match")
        if label in typed:
            yield from _never_compared(where, paper)
        elif label and label in {q.id for q in asked}:
            would_do = "typed = true in that question and no answers, or a name no question has"
            yield where, f"the question {shown(label)}, whose answers are chosen", would_do
        elif label and labels.count(label) == 1:
            would_do = (
                f"another paper with must_match = {shown(label)}, a question with that id and "
                "typed = true, or leave it out"
            )
            yield where, f"{shown(label)} on this paper only", would_do


def _never_compared(where: Where, paper: PaperTable) -> Iterator[Finding]:
    """A zone's number is never taken from it, and only documents name their holder."""
    told_by = ["mrz", "pdf417"] if paper.must_match == "name" else ["receipt", "code", "pdf417"]
    if paper.reads is not None and not set(paper.reads) & set(told_by):
        found = f"{shown(paper.must_match)} on a paper that is never read by what says it"
        would_do = f"reads with one of {', '.join(map(shown, told_by))}, or leave must_match out"
        yield where, found, would_do


def _paper(
    where: Where, paper: PaperTable, written: set[str], hold_minutes_max: int | None
) -> Iterator[Finding]:
    if paper.if_missing in ("fixable_here", "fetch") and "fix" not in written:
        would_do = f'what to do without it: it is "{paper.if_missing}" when missing'
        yield (*where, "fix"), "nothing", would_do
    if paper.if_missing == "not_today" and "fix" in written:
        would_do = 'leave it out, or if_missing = "fixable_here" or "fetch"'
        yield (*where, "fix"), "what to do without it, and that nothing can be done", would_do
    if paper.if_missing == "fetch" and "fetch_minutes" not in written:
        yield (*where, "fetch_minutes"), "nothing", "how many minutes fetching it takes"
    if paper.if_missing in ("fixable_here", "not_today") and "fetch_minutes" in written:
        would_do = 'leave it out, or if_missing = "fetch"'
        yield (*where, "fetch_minutes"), shown(paper.fetch_minutes), would_do
    if hold_minutes_max and (paper.fetch_minutes or 0) > hold_minutes_max:
        would_do = (
            f"at most times → hold_minutes_max ({hold_minutes_max}): a place is kept no longer"
        )
        yield (*where, "fetch_minutes"), shown(paper.fetch_minutes), would_do


def _service(parts: Parts, where: Where, service: ServiceTable) -> Iterator[Finding]:
    questions = service.question or []
    chosen = [q for q in questions if q.id and not q.typed]
    answers = {q.id: [a.id for a in q.answer or [] if a.id] for q in chosen}
    for at, question in enumerate(questions):
        place = (*where, "question", at)
        if question.id and question.id in [q.id for q in questions[:at]]:
            yield (*place, "id"), f"{shown(question.id)} a second time", "another id"
        yield from _how_answered(place, question)
        if question.typed and not question.answer:
            yield from _compared_with(parts, place, service, question)
        yield from _answers(place, [a.id for a in question.answer or []])
    for at, requirement in enumerate(service.requirement or []):
        place = (*where, "requirement", at)
        for paper in requirement.any or []:
            if paper not in parts.ids("paper"):
                yield (*place, "any"), shown(paper), _names(parts, "paper", paper)
        yield from _count(place, requirement)
        if requirement in (service.requirement or [])[:at]:
            yield place, "the same as an earlier one", "each group once"
        yield from _when((*place, "when"), requirement.when or {}, answers)


def _count(where: Where, requirement: RequirementTable) -> Iterator[Finding]:
    papers = requirement.any or []
    if len(papers) != len(set(papers)):
        yield (*where, "any"), shown(papers), "each paper once"
    if requirement.count and papers and requirement.count > len(set(papers)):
        would_do = f"at most {len(set(papers))}: it can never be met otherwise"
        yield (*where, "count"), shown(requirement.count), would_do


def _how_answered(where: Where, question: QuestionTable) -> Iterator[Finding]:
    if question.answer is None or question.typed is None:
        return
    if question.typed and question.answer:
        yield (*where, "typed"), "true, and answers to choose from", "one of the two"
    if not question.typed and len(question.answer) < 2:
        found = "one answer" if question.answer else "nothing"
        yield (*where, "answer"), found, "at least two answers, or typed = true"


def _compared_with(
    parts: Parts, where: Where, service: ServiceTable, question: QuestionTable
) -> Iterator[Finding]:
    """What is typed is only compared: with a paper the same service asks for."""
    asked = {paper for group in service.requirement or [] for paper in group.any or []}
    for _, paper in parts.each("paper"):
        if paper.id in asked and paper.must_match == question.id:
            return
    would_do = f"must_match = {shown(question.id)} on a paper that this service asks for"
    yield (*where, "typed"), "a question whose answer is compared with nothing", would_do


def _answers(where: Where, ids: list[str]) -> Iterator[Finding]:
    for at, answer in enumerate(ids):
        if answer and answer in ids[:at]:
            yield (*where, "answer", at, "id"), f"{shown(answer)} a second time", "another id"


def _when(
    where: Where, when: dict[str, list[str]], answers: dict[str, list[str]]
) -> Iterator[Finding]:
    for question, wanted in when.items():
        if question not in answers:
            nothing = not answers
            would_do = (
                "no `when`: this service asks nothing" if nothing else one_of(answers, question)
            )
            yield where, f"the question {shown(question)}", would_do
            continue
        if not wanted:
            would_do = f"at least one of its answers: {', '.join(answers[question])}"
            yield (*where, question), "no answer, so it can never be met", would_do
        for answer in wanted:
            if answer not in answers[question]:
                yield (
                    (*where, question),
                    f"the answer {shown(answer)}",
                    one_of(answers[question], answer),
                )


def _counters(parts: Parts) -> Iterator[Finding]:
    served: set[str] = set()
    for position, counter in parts.each("counter"):
        yield from _counter(parts, ("counter", position), counter)
        served.update(counter.services or [])
    if any(counter.services is None for _, counter in parts.each("counter")):
        return
    for position, service in parts.each("service"):
        if service.id and service.id not in served:
            place: Where = ("service", position)
            yield (
                place,
                "a service no counter serves",
                f"{shown(service.id)} in a counter's services",
            )


def _counter(parts: Parts, where: Where, counter: CounterTable) -> Iterator[Finding]:
    yield from _known(parts, (*where, "services"), "service", counter.services)
    yield from _known(parts, (*where, "needs"), "need", counter.needs)


def _known(parts: Parts, where: Where, name: str, ids: list[str] | None) -> Iterator[Finding]:
    for found in ids or []:
        if found not in parts.ids(name):
            yield where, shown(found), _names(parts, name, found)


def _names(parts: Parts, name: str, found: str) -> str:
    return one_of([i for i in parts.ids(name) if isinstance(i, str)], found)
