"""Why this one is next, and why somebody is before another: a code, its arguments, a sentence."""

from __future__ import annotations

from itertools import islice
from typing import Any

from server.doors.balance import in_english
from server.floor import routing
from server.floor.day import Day
from server.floor.plan import StorePlan
from server.floor.state import Counter, Visit
from server.floor.views.visit import AheadView, ExplainView, NextView

AHEAD_TOLD = 20


def next_view(plan: StorePlan, day: Day, counter: Counter) -> NextView | None:
    """Whom this counter would call now, and why; None: nobody."""
    found = routing.explain_next(plan, day, counter)
    if found is None:
        return None
    ticket = day.visits[found.visit].ticket
    reason = _reason(plan, found.code, found.args)
    return NextView(visit=found.visit, ticket=ticket, counter=counter.id, **reason)


def explain_view(plan: StorePlan, day: Day, visit: Visit, *, to_staff: bool) -> ExplainView:
    """At which counters a visit is next, and why each before it in its line is. Whose ticket that
    is only staff are told."""
    if visit.state != "waiting":
        return ExplainView(next=[], ahead=[])
    found = (next_view(plan, day, counter) for counter in day.open_counters())
    nexts = [one for one in found if one and one.visit == visit.id]
    line = islice(day.line(visit.counter), min(day.ahead(visit), AHEAD_TOLD))
    ahead = []
    for other in (day.visits[one] for one in line):
        code, args = routing.explain_ahead(visit, other)
        who: dict[str, Any] = {"visit": other.id, "ticket": other.ticket} if to_staff else {}
        ahead.append(AheadView(**who, **_reason(plan, code, args)))
    return ExplainView(next=nexts, ahead=ahead)


def _reason(plan: StorePlan, code: str, args: dict[str, Any]) -> dict[str, Any]:
    """The fields of a ReasonView."""
    return {"code": code, "args": args, "sentence": in_english(plan, f"explain-{code}", args)}
