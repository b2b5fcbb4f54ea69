"""Which papers a visit needs, and what follows from those it has.

The verdict is total: every unmet group is as bad as the easiest of its papers to mend, and the
visit as bad as its worst group. A question left open counts against the customer's wait, not for
it: the group is asked all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from server.floor import reasons
from server.floor.commands import Declared, ReadPaper
from server.floor.facts import PaperItem, Verdict
from server.floor.plan import Paper, Requirement, Service, StorePlan
from server.floor.refusals import Refusal
from server.floor.state import PaperState

SEVERITY: tuple[Verdict, ...] = ("ready", "fixable_here", "fetch", "not_today")
HAVE = ("declared", "read", "seen")
NOTHING_TYPED: Mapping[str, str] = MappingProxyType({})


class Missing(Struct, frozen=True):
    """An unmet group: `lacking` more of `any` are needed. `papers` are the easiest to mend, by
    `remedy` at worst."""

    any: tuple[str, ...]
    lacking: int
    papers: tuple[str, ...]
    remedy: Verdict


def applies(requirement: Requirement, answers: dict[str, str]) -> bool:
    return all(
        question not in answers or answers[question] in wanted
        for question, wanted in requirement.when.items()
    )


def needed(service: Service, answers: dict[str, str]) -> list[Requirement]:
    return [r for r in service.requirements if applies(r, answers)]


def check(
    plan: StorePlan,
    service: Service,
    answers: dict[str, str],
    given: Any,
    typed: Iterable[str] = (),
) -> Refusal | None:
    """What is wrong with the input itself: unknown questions, answers or papers."""
    known = {q.id: {a.id for a in q.answers} for q in service.questions}
    by_typing = {q.id for q in service.typed}
    for question in (*answers, *typed):
        if question not in known and question not in by_typing:
            args = {"question": question, "service": service.id, "known": sorted(known)}
            return Refusal("unknown_question", args, where=f"answers.{question}")
    for question in (*by_typing.intersection(answers), *known.keys() & set(typed)):
        how = "typed" if question in by_typing else "chosen"
        args = {"question": question, "how": how}
        return Refusal("answered_otherwise", args, where=f"answers.{question}")
    for question, answer in answers.items():
        if answer not in known[question]:
            args = {"answer": answer, "question": question, "known": sorted(known[question])}
            return Refusal("unknown_answer", args, where=f"answers.{question}")
    for paper in given:
        if paper not in plan.papers:
            args = {"paper": paper, "known": sorted(plan.papers)}
            return Refusal("unknown_paper", args, where=f"papers.{paper}")
    return None


def declared_state(
    plan: StorePlan,
    service: Service,
    answers: dict[str, str],
    given: dict[str, Declared],
    today: str,
    typed: Mapping[str, str] = NOTHING_TYPED,
) -> PaperState:
    """The papers as the customer (or a reader) declares them, and the verdict."""
    items = _items(plan, given, today, typed)
    for group in needed(service, answers):
        if not _met(group, items):
            for paper in group.any:
                items.setdefault(paper, PaperItem(paper, "missing"))
    ordered = tuple(items.values())
    return PaperState(verdict(plan, service, answers, ordered), ordered)


def redeclared(
    plan: StorePlan,
    service: Service,
    answers: dict[str, str],
    before: PaperState,
    given: dict[str, Declared],
    today: str,
) -> PaperState:
    """The papers after the customer fetched some: what a person has seen stays seen."""
    seen = {item.paper for item in before.items if item.status == "seen"}
    items = _items(plan, given, today)
    changed = tuple(item for paper, item in items.items() if paper not in seen)
    return rechecked(plan, service, answers, before, changed)


def _items(
    plan: StorePlan,
    given: dict[str, Declared],
    today: str,
    typed: Mapping[str, str] = NOTHING_TYPED,
) -> dict[str, PaperItem]:
    differing = _differing(plan, given, typed)
    return {
        paper: PaperItem(paper, "missing", differing[paper])
        if paper in differing
        else _item(plan.papers[paper], said, today)
        for paper, said in given.items()
    }


def _item(paper: Paper, said: Declared, today: str) -> PaperItem:
    if said == "have":
        return PaperItem(paper.id, "declared")
    if said == "missing":
        return PaperItem(paper.id, "missing")
    if not isinstance(said, ReadPaper):
        return PaperItem(paper.id, "missing", "unsure")
    problem = _problem(paper, said, today)
    return PaperItem(paper.id, "missing" if problem else "read", problem)


def _differing(
    plan: StorePlan, given: dict[str, Declared], typed: Mapping[str, str]
) -> dict[str, str]:
    """Papers read with another value than was typed, or than an earlier one that they must match:
    which of the two. Where nothing was typed, there is nothing to compare."""
    first: dict[str, str] = {}
    differing = {}
    for paper, said in given.items():
        label = plan.papers[paper].must_match
        if label is None or not isinstance(said, ReadPaper) or said.match is None:
            continue
        if typed.get(label, said.match) != said.match:
            differing[paper] = "not_as_typed"
        elif first.setdefault(label, said.match) != said.match:
            differing[paper] = "does_not_match"
    return differing


def _problem(paper: Paper, read: ReadPaper, today: str) -> str | None:
    if not read.ok:
        return read.why if read.why in reasons.PAPER else "not_readable"
    day = date.fromisoformat(today)
    if read.expires is not None:
        left = (date.fromisoformat(read.expires) - day).days
        if left < 0:
            return "expired"
        if left < (paper.must_not_expire_within_days or 0):
            return "expires_soon"
    if paper.max_age_days is not None and read.issued is not None:
        age = day - date.fromisoformat(read.issued)
        return "too_old" if age.days > paper.max_age_days else None
    return None


def _had(group: Requirement, items: dict[str, PaperItem]) -> list[str]:
    return [p for p in group.any if p in items and items[p].status in HAVE]


def _met(group: Requirement, items: dict[str, PaperItem]) -> bool:
    return len(_had(group, items)) >= group.count


def missing(
    plan: StorePlan, service: Service, answers: dict[str, str], items: tuple[PaperItem, ...]
) -> list[Missing]:
    by_paper = {item.paper: item for item in items}
    return [
        _unmet(plan, group, _had(group, by_paper))
        for group in needed(service, answers)
        if not _met(group, by_paper)
    ]


def _unmet(plan: StorePlan, group: Requirement, had: list[str]) -> Missing:
    lacking = group.count - len(had)
    others = sorted(
        (paper for paper in group.any if paper not in had),
        key=lambda paper: SEVERITY.index(plan.papers[paper].if_missing),
    )
    easiest = tuple(others[:lacking])
    return Missing(group.any, lacking, easiest, plan.papers[easiest[-1]].if_missing)


def verdict(
    plan: StorePlan, service: Service, answers: dict[str, str], items: tuple[PaperItem, ...]
) -> Verdict:
    unmet = missing(plan, service, answers, items)
    return max((m.remedy for m in unmet), key=SEVERITY.index, default="ready")


def choices(state: PaperState) -> tuple[str, ...]:
    """What a customer whose papers are not ready may choose."""
    if state.verdict == "ready":
        return ()
    return ("wait", "come_back") if state.verdict == "not_today" else ("wait", "hold", "come_back")


def fetch_minutes(plan: StorePlan, unmet: list[Missing]) -> int:
    """How long a hold for these papers should be, at most `hold_minutes_max`."""
    papers = [plan.papers[paper] for one in unmet for paper in one.papers]
    longest = max((paper.fetch_minutes or 0 for paper in papers), default=0)
    most = plan.times.hold_minutes_max
    return min(longest, most) if longest else most


def rechecked(
    plan: StorePlan,
    service: Service,
    answers: dict[str, str],
    before: PaperState,
    items: tuple[PaperItem, ...],
) -> PaperState:
    """The papers after some of them were looked at, or turned up."""
    by_paper = {item.paper: item for item in before.items}
    by_paper.update((item.paper, item) for item in items)
    merged = tuple(by_paper.values())
    return PaperState(verdict(plan, service, answers, merged), merged)
