"""What to ask about a Day, and what of the answer is news to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf
from typing import Any

from msgspec.structs import replace

from server.balance.scenes import Delay, Opening
from server.balance.weighing import CHANGED_S, TOUCHED_MAX, Answer, Felt, Question, Weighed
from server.floor import breaks
from server.floor import commands as c
from server.floor.day import Day
from server.floor.facts import Millis, Suggestion, SuggestionKind, Touched
from server.floor.plan import StaffMember, StorePlan
from server.floor.state import Counter, Visit
from server.floor.suggestions import (
    lately_put_off,
    open_ones,
    possible,
    refused_today,
    rests,
)
from server.waits.outlook import Ask
from server.waits.rehearsal import Break, breaks_ahead

PATIENCE_MS = 10 * 60_000
"""Whoever was moved is left in peace for so long."""
AUTO_WITHIN_S = 240.0
"""By itself Foyer sends nobody to another counter who is not called there soon."""
SAVING_S = 60.0
"""So much moves must save, over all they touch, before staff are asked for them."""
BORROWED_MINUTES = 20.0
OPEN_READY_S, BORROW_READY_S = 180.0, 60.0
OPENINGS_MAX = 4
SOON_MS = 30 * 60_000
"""A break that begins within so long may be put later."""
DELAYED_MAX = 2
"""Of so many people, those whose break is next."""
NEWS_SHARE, NEWS_S = 0.3, 180
"""Figures that changed by this much are told anew, of the same suggestion."""


def question(
    plan: StorePlan,
    day: Day,
    now: Millis,
    ask: Ask,
    moves: tuple[tuple[str, str | None], ...] | None = None,
) -> Question:
    waiting = [day.visits[visit] for visit in ask.scene.visits]
    left_in_peace = _put_off_visits(day, now)
    standing = [offered.suggestion for offered in open_ones(plan, day)]
    return Question(
        ask,
        tuple(_call_by_s(visit, now) for visit in waiting),
        tuple(_stands_still(plan, visit, now) or visit.id in left_in_peace for visit in waiting),
        tuple((now - visit.leg.joined_at) / 1000 for visit in waiting),
        plan.times.target_wait_minutes * 60,
        tuple(_openings(plan, day, now)) if moves is None else (),
        tuple(_delays(plan, day, now)) if moves is None else (),
        tuple((one.kind, one.counter) for one in standing),
        tuple((move.visit, move.to) for one in standing for move in one.moves),
        SAVING_S if plan.rebalance == "suggest" else 0.0,
        moves,
        AUTO_WITHIN_S if plan.rebalance == "auto" else inf,
    )


def _call_by_s(visit: Visit, now: Millis) -> float:
    by = visit.leg.quote.promised_by if visit.leg.quote else None
    return inf if by is None else (by - now) / 1000


def _stands_still(plan: StorePlan, visit: Visit, now: Millis) -> bool:
    """Moved a moment ago, or passed on to that very counter by a person. What staff did by hand
    may be questioned, but not undone without them."""
    leg = visit.leg
    lately = leg.moved_at is not None and now - leg.moved_at < PATIENCE_MS
    by_hand = leg.moved_by is None and plan.rebalance == "suggest"
    return leg.chosen is not None or (lately and not by_hand)


def _put_off_visits(day: Day, now: Millis) -> set[str]:
    return {move.visit for put_off in lately_put_off(day, now) for move in put_off.moves}


def _openings(plan: StorePlan, day: Day, now: Millis) -> Iterator[Opening]:
    """Closed counters that somebody could open, each set of services once a kind."""
    at_work = {counter.staff for counter in day.counters.values() if counter.state != "closed"}
    idle = [person for person in plan.staff.values() if person.id not in at_work]
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for person in _free_to_help(day, idle):
        kind: SuggestionKind = "borrow" if person.role == "floor_walker" else "open"
        for counter in plan.counters.values():
            able = (
                counter.services if person.services is None else counter.services & person.services
            )
            services = tuple(sorted(able))
            wanted = Suggestion("", kind, counter=counter.id, services=services)
            known = (kind, services) in seen or rests(day, wanted, now)
            if known or not services or day.counter(counter.id).state != "closed":
                continue
            if len(seen) < OPENINGS_MAX:
                seen.add((kind, services))
                there = Counter(counter.id, "open", person.id, since=now)
                ahead = breaks_ahead(plan, day, there, now)
                yield _opening(kind, counter.id, person.id, services, ahead)


def _opening(
    kind: str, counter: str, staff: str, services: tuple[str, ...], ahead: tuple[Break, ...]
) -> Opening:
    borrowed = kind == "borrow"
    ready_s, minutes = (BORROW_READY_S, BORROWED_MINUTES) if borrowed else (OPEN_READY_S, None)
    return Opening(kind, counter, staff, services, ready_s, minutes, ahead)


def _free_to_help(day: Day, idle: list[StaffMember]) -> list[StaffMember]:
    """First who was seen at a counter today, then the others; managers manage."""
    seen = {leg.staff for visit in day.visits.values() for leg in visit.legs}
    helpers = [person for person in idle if person.role != "manager"]
    return sorted(helpers, key=lambda person: person.id not in seen)


def _delays(plan: StorePlan, day: Day, now: Millis) -> Iterator[Delay]:
    """Of the next breaks, every later time. Whoever was asked once today is not asked again."""
    soon = [
        (planned, counter, times)
        for counter in day.open_counters()
        for planned in breaks.to_come(plan, day, counter, now)
        if now < planned.at <= now + SOON_MS
        if not refused_today(day, planned.person, planned.planned_at)
        if (times := breaks.later_times(plan, day, planned, now))
    ]
    for planned, counter, times in sorted(soon, key=lambda one: one[0].at)[:DELAYED_MAX]:
        for at in times:
            yield Delay(
                planned.person,
                counter.id,
                planned.planned_at,
                at,
                planned.lasts_ms / 60_000,
                (planned.at - now) / 1000,
            )


def offer(
    plan: StorePlan, day: Day, now: Millis, answer: Answer, new_id: Callable[[], str]
) -> c.Offer | None:
    """The command that brings the Day's suggestions in line with the answer; None: no news."""
    found = [] if plan.rebalance == "off" else list(_suggestions(answer, new_id))
    found = [one for one in found if not rests(day, one, now)]
    standing = [o for o in day.suggestions.values() if o.state == "open"]
    kept: list[str] = []
    fresh: list[Suggestion] = []
    for suggestion in found:
        open_now = (offered.suggestion for offered in standing)
        same = next((one for one in open_now if _same(plan, day, one, suggestion)), None)
        if same is None:
            fresh.append(suggestion)
            continue
        kept.append(same.id)
        if _news(same, suggestion):
            fresh.append(replace(suggestion, id=same.id))
    if not fresh and len(kept) == len(standing):
        return None
    taken = [s.id for s in fresh if s.kind == "move"] if plan.rebalance == "auto" else []
    return c.Offer(tuple(fresh), tuple(kept), tuple(taken))


def _same(plan: StorePlan, day: Day, one: Suggestion, other: Suggestion) -> bool:
    """The same thing to do. Another time for a break is another thing, once its figures are."""
    put = one.put_at == other.put_at or not _news(one, other)
    return put and possible(plan, day, one) and _about(one) == _about(other)


def _about(one: Suggestion) -> tuple[object, ...]:
    moves = {(move.visit, move.to) for move in one.moves}
    return one.kind, one.counter, one.staff, one.planned_at, moves


def _news(one: Suggestion, other: Suggestion) -> bool:
    """What it does is not what was said."""
    figures = ((one.p90_before_s, other.p90_before_s), (one.p90_after_s, other.p90_after_s))
    return any(abs(a - b) > max(NEWS_S, NEWS_SHARE * b) for a, b in figures)


def _suggestions(answer: Answer, new_id: Callable[[], str]) -> Iterator[Suggestion]:
    if answer.moves is not None:
        yield _suggestion(answer.moves, id=new_id(), kind="move")
    for weighed in answer.openings:
        opening = weighed.opening
        assert opening is not None
        yield _suggestion(
            weighed,
            id=new_id(),
            kind=opening.kind,
            counter=opening.counter,
            staff=opening.staff,
            services=opening.services,
            minutes=opening.minutes,
        )
    if answer.delay is not None:
        delay = answer.delay.delay
        assert delay is not None
        yield _suggestion(
            answer.delay,
            id=new_id(),
            kind="break",
            counter=delay.counter,
            staff=delay.staff,
            minutes=delay.minutes,
            planned_at=delay.planned_at,
            put_at=delay.put_at,
        )


def _suggestion(weighed: Weighed, **what: Any) -> Suggestion:
    return Suggestion(
        **what,
        touched=tuple(_touched(felt) for felt in _most_touched(weighed.felt)),
        waiting=weighed.waiting,
        coming=weighed.coming,
        p90_before_s=weighed.p90_before_s,
        p90_after_s=weighed.p90_after_s,
        saved_s=weighed.saved_s,
        later=weighed.later,
        overtakes=weighed.overtakes,
    )


def _most_touched(felt: list[Felt]) -> list[Felt]:
    """Those who move, then those whose wait changes most."""
    moved = [one for one in felt if one.line != one.to]
    others = [one for one in felt if one.line == one.to and _change_s(one) >= CHANGED_S]
    return [*moved, *sorted(others, key=_change_s, reverse=True)[: TOUCHED_MAX - len(moved)]]


def _change_s(felt: Felt) -> float:
    return abs(felt.after.likely_s - felt.before.likely_s)


def _touched(felt: Felt) -> Touched:
    return Touched(felt.visit, felt.line, felt.to, felt.before, felt.after)
