"""Suggestions as screens are shown them: what would be done, to whom, and what it does."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import UNSET, UnsetType, field

from server.floor import hours, suggestions
from server.floor.day import Day
from server.floor.facts import Millis, Suggestion, SuggestionKind, Touched, Wait
from server.floor.plan import StorePlan
from server.floor.state import Offered
from server.floor.views.frame import Moment, PersonView, View, person

POOL = "pool"
"""How a sentence's arguments name the pool."""


class TouchedView(View, kw_only=True):
    """What it does to one who waits: the line, and the wait ahead, without and with it."""

    visit: str
    ticket: str | None
    line: str | None = field(name="from")
    to: str | None
    before: Wait
    after: Wait


class OpeningView(View, kw_only=True):
    counter: str | None
    staff: PersonView | None
    services: tuple[str, ...]
    minutes: float | None


class BreakView(View, kw_only=True):
    """A break put off from `planned_at` to `put_at`."""

    counter: str | None
    staff: PersonView | None
    planned_at: Moment
    put_at: Moment
    minutes: float | None


class EffectView(View, kw_only=True):
    """`saved_s` is over everybody who waits or comes soon; `later` are told a later time than
    theirs, `overtakes` counts who is put before whom."""

    waiting: int
    coming: int
    p90_before_s: int
    p90_after_s: int
    saved_s: int
    later: int
    overtakes: int


class SentenceView(View, kw_only=True):
    """A key of `lines.ftl` with its arguments: minutes are whole, `services` are ids."""

    key: str
    args: dict[str, Any]


class SuggestionView(View, kw_only=True):
    """`why` is the sentence in English."""

    id: str
    kind: SuggestionKind
    state: Literal["open", "taken", "put_off", "withdrawn", "taken_back"]
    offered_at: Moment
    moves: list[TouchedView]
    touched: list[TouchedView]
    open: OpeningView | None
    break_: BreakView | None = field(name="break")
    effect: EffectView
    sentence: SentenceView
    why: str | UnsetType = UNSET
    seq: int | UnsetType = UNSET


class TakenView(SuggestionView, kw_only=True):
    """What was done and can still be taken back; without `staff`, by the store itself."""

    staff: PersonView | None
    settled_at: Moment


def suggestions_view(plan: StorePlan, day: Day) -> list[SuggestionView]:
    """What can be done now."""
    return [suggestion_view(plan, day, offered) for offered in suggestions.open_ones(plan, day)]


def taken_view(plan: StorePlan, day: Day, now: Millis) -> list[TakenView]:
    since = now - plan.times.undo_s * 1000
    return [
        TakenView(
            **_fields(plan, day, offered),
            staff=person(plan, offered.staff),
            settled_at=hours.rfc3339(offered.settled_at),
        )
        for offered in day.suggestions.values()
        if offered.state == "taken"
        and offered.settled_at is not None
        and offered.settled_at > since
    ]


def suggestion_view(plan: StorePlan, day: Day, offered: Offered) -> SuggestionView:
    return SuggestionView(**_fields(plan, day, offered))


def _fields(plan: StorePlan, day: Day, offered: Offered) -> dict[str, Any]:
    suggestion = offered.suggestion
    return {
        "id": suggestion.id,
        "kind": suggestion.kind,
        "state": offered.state,
        "offered_at": hours.rfc3339(offered.at),
        "moves": [_touched(day, move) for move in suggestion.moves],
        "touched": [_touched(day, touched) for touched in suggestion.touched],
        "open": _opening(plan, suggestion),
        "break_": _break(plan, suggestion),
        "effect": EffectView(
            waiting=suggestion.waiting,
            coming=suggestion.coming,
            p90_before_s=suggestion.p90_before_s,
            p90_after_s=suggestion.p90_after_s,
            saved_s=suggestion.saved_s,
            later=suggestion.later,
            overtakes=suggestion.overtakes,
        ),
        "sentence": sentence(plan, day, suggestion),
    }


def _touched(day: Day, touched: Touched) -> TouchedView:
    return TouchedView(
        visit=touched.visit,
        ticket=day.visits[touched.visit].ticket,
        line=touched.line,
        to=touched.to,
        before=touched.before,
        after=touched.after,
    )


def _opening(plan: StorePlan, suggestion: Suggestion) -> OpeningView | None:
    if suggestion.kind not in ("open", "borrow"):
        return None
    return OpeningView(
        counter=suggestion.counter,
        staff=person(plan, suggestion.staff),
        services=suggestion.services,
        minutes=suggestion.minutes,
    )


def _break(plan: StorePlan, suggestion: Suggestion) -> BreakView | None:
    if suggestion.planned_at is None or suggestion.put_at is None:
        return None
    return BreakView(
        counter=suggestion.counter,
        staff=person(plan, suggestion.staff),
        planned_at=hours.rfc3339(suggestion.planned_at),
        put_at=hours.rfc3339(suggestion.put_at),
        minutes=suggestion.minutes,
    )


def sentence(plan: StorePlan, day: Day, suggestion: Suggestion) -> SentenceView:
    if suggestion.kind == "move":
        return _moves_sentence(day, suggestion)
    who = person(plan, suggestion.staff)
    args: dict[str, Any] = {
        "before": minutes(suggestion.p90_before_s),
        "after": minutes(suggestion.p90_after_s),
        "counter": suggestion.counter,
        "name": who.name if who else "",
        "minutes": round(suggestion.minutes or 0),
        "services": suggestion.services,
    }
    if suggestion.kind == "break":
        planned, put = suggestion.planned_at or 0, suggestion.put_at or 0
        args |= {"planned": _clock(plan, planned), "put": _clock(plan, put)}
    return SentenceView(key=f"balance-{suggestion.kind}", args=args)


def _moves_sentence(day: Day, suggestion: Suggestion) -> SentenceView:
    first = suggestion.moves[0]
    args = {
        "n": len(suggestion.moves),
        "ticket": day.visits[first.visit].ticket,
        "from": first.line or POOL,
        "to": first.to or POOL,
        "before": minutes(first.before.likely_s),
        "after": minutes(first.after.likely_s),
    }
    if len(suggestion.moves) > 1:
        args["before"] = minutes(max(m.before.likely_s for m in suggestion.moves))
        args["after"] = minutes(max(m.after.likely_s for m in suggestion.moves))
    several = "balance-moves" if len(suggestion.moves) > 1 else "balance-move"
    return SentenceView(key=several, args=args)


def _clock(plan: StorePlan, at: Millis) -> str:
    return f"{hours.local(plan, at):%H:%M}"


def minutes(seconds: float) -> int:
    return round(seconds / 60)
