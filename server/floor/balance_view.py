"""Suggestions as screens are shown them: what would be done, to whom, and what it does."""

from __future__ import annotations

from typing import Any

from msgspec.structs import asdict

from server.floor import hours, suggestions
from server.floor.day import Day
from server.floor.facts import Millis, Suggestion, Touched
from server.floor.plan import StorePlan
from server.floor.state import Offered

View = dict[str, Any]
POOL = "pool"
"""How a sentence's arguments name the pool."""


def suggestions_view(plan: StorePlan, day: Day) -> list[View]:
    """What can be done now."""
    return [suggestion_view(plan, day, offered) for offered in suggestions.open_ones(plan, day)]


def taken_view(plan: StorePlan, day: Day, now: Millis) -> list[View]:
    """What was done and can still be taken back; without `staff`, by the store itself."""
    since = now - plan.times.undo_s * 1000
    return [
        {
            **suggestion_view(plan, day, offered),
            "staff": _person(plan, offered.staff),
            "settled_at": hours.rfc3339(offered.settled_at),
        }
        for offered in day.suggestions.values()
        if offered.state == "taken"
        and offered.settled_at is not None
        and offered.settled_at > since
    ]


def suggestion_view(plan: StorePlan, day: Day, offered: Offered) -> View:
    suggestion = offered.suggestion
    return {
        "id": suggestion.id,
        "kind": suggestion.kind,
        "state": offered.state,
        "offered_at": hours.rfc3339(offered.at),
        "moves": [touched_view(day, move) for move in suggestion.moves],
        "touched": [touched_view(day, touched) for touched in suggestion.touched],
        "open": _opening(plan, suggestion),
        "break": _break(plan, suggestion),
        "effect": {
            "waiting": suggestion.waiting,
            "coming": suggestion.coming,
            "p90_before_s": suggestion.p90_before_s,
            "p90_after_s": suggestion.p90_after_s,
            "saved_s": suggestion.saved_s,
            "later": suggestion.later,
            "overtakes": suggestion.overtakes,
        },
        "sentence": sentence(plan, day, suggestion),
    }


def touched_view(day: Day, touched: Touched) -> View:
    return {
        "visit": touched.visit,
        "ticket": day.visits[touched.visit].ticket,
        "from": touched.line,
        "to": touched.to,
        "before": asdict(touched.before),
        "after": asdict(touched.after),
    }


def _opening(plan: StorePlan, suggestion: Suggestion) -> View | None:
    if suggestion.kind not in ("open", "borrow"):
        return None
    return {
        "counter": suggestion.counter,
        "staff": _person(plan, suggestion.staff),
        "services": suggestion.services,
        "minutes": suggestion.minutes,
    }


def _break(plan: StorePlan, suggestion: Suggestion) -> View | None:
    if suggestion.planned_at is None or suggestion.put_at is None:
        return None
    return {
        "counter": suggestion.counter,
        "staff": _person(plan, suggestion.staff),
        "planned_at": hours.rfc3339(suggestion.planned_at),
        "put_at": hours.rfc3339(suggestion.put_at),
        "minutes": suggestion.minutes,
    }


def _person(plan: StorePlan, staff: str | None) -> View | None:
    if staff is None:
        return None
    return {"id": staff, "name": plan.staff[staff].name if staff in plan.staff else staff}


def sentence(plan: StorePlan, day: Day, suggestion: Suggestion) -> View:
    """A key of `lines.ftl` with its arguments: minutes are whole, `services` are ids."""
    if suggestion.kind == "move":
        return _moves_sentence(day, suggestion)
    person = _person(plan, suggestion.staff)
    args: View = {
        "before": minutes(suggestion.p90_before_s),
        "after": minutes(suggestion.p90_after_s),
        "counter": suggestion.counter,
        "name": person["name"] if person else "",
        "minutes": round(suggestion.minutes or 0),
        "services": suggestion.services,
    }
    if suggestion.kind == "break":
        planned, put = suggestion.planned_at or 0, suggestion.put_at or 0
        args |= {"planned": _clock(plan, planned), "put": _clock(plan, put)}
    return {"key": f"balance-{suggestion.kind}", "args": args}


def _moves_sentence(day: Day, suggestion: Suggestion) -> View:
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
    return {"key": "balance-move" if len(suggestion.moves) == 1 else "balance-moves", "args": args}


def _clock(plan: StorePlan, at: Millis) -> str:
    return f"{hours.local(plan, at):%H:%M}"


def minutes(seconds: float) -> int:
    return round(seconds / 60)
