"""What is worth doing about the lines: offered, taken, put off, taken back.

What to suggest is found elsewhere and handed in. Taking it is the same moves and openings that
staff could make by hand, all of them or none.
"""

from __future__ import annotations

from collections.abc import Iterator

from server.floor import breaks, counters, reasons, visits
from server.floor import commands as c
from server.floor import facts as f
from server.floor.day import Day
from server.floor.facts import Fact, Millis, Suggestion
from server.floor.plan import StorePlan
from server.floor.refusals import Refusal
from server.floor.state import Offered, Visit
from server.floor.visits import Decision, Floor

MOVED = "balance"
"""The reason a move by suggestion bears."""
PUT_OFF_MS = 15 * 60_000
"""What was put off, or taken back, is not offered again for so long."""


def open_ones(plan: StorePlan, day: Day) -> list[Offered]:
    """What can be taken now, in the order it was offered."""
    offered = day.suggestions.values()
    return [o for o in offered if o.state == "open" and possible(plan, day, o.suggestion)]


def possible(plan: StorePlan, day: Day, suggestion: Suggestion) -> bool:
    """Whether things still stand as they did when it was offered, and the store's settings too."""
    if suggestion.kind == "move":
        return all(_can_move(plan, day, move) for move in suggestion.moves)
    place = plan.counters.get(suggestion.counter or "")
    if place is None or suggestion.staff not in (None, *plan.staff):
        return False
    counter = day.counter(place.id)
    if suggestion.kind == "break":
        put = (suggestion.staff, suggestion.planned_at) in day.put_later
        return not put and (counter.state, counter.staff) == ("open", suggestion.staff)
    elsewhere = any(
        one.state != "closed" and one.staff == suggestion.staff for one in day.counters.values()
    )
    return counter.state == "closed" and not elsewhere and place.services >= {*suggestion.services}


def _can_move(plan: StorePlan, day: Day, move: f.Touched) -> bool:
    visit = day.visits[move.visit]
    if visit.state != "waiting" or visit.counter != move.line:
        return False
    return move.to is None or visits.line_refused(plan, day, move.to, visit.service) is None


def lately_put_off(day: Day, now: Millis) -> Iterator[Suggestion]:
    for offered in day.suggestions.values():
        settled = offered.settled_at or 0
        if offered.state in ("put_off", "taken_back") and now - settled < PUT_OFF_MS:
            yield offered.suggestion


def refused_today(day: Day, person: str | None, planned_at: Millis | None) -> bool:
    """Whoever was asked once to put this break later is not asked again today."""
    return any(
        (o.suggestion.staff, o.suggestion.planned_at) == (person, planned_at)
        for o in day.suggestions.values()
        if o.state in ("put_off", "taken_back")
    )


def rests(day: Day, suggestion: Suggestion, now: Millis) -> bool:
    """Whether staff have put off, or taken back, the same thing lately: moving one of these
    visits, opening this counter or another for the same services, moving this break."""
    if suggestion.kind == "break":
        return refused_today(day, suggestion.staff, suggestion.planned_at)
    moving = {move.visit for move in suggestion.moves}
    for other in lately_put_off(day, now):
        if not moving.isdisjoint(move.visit for move in other.moves):
            return True
        if suggestion.kind == other.kind != "move" and (
            suggestion.counter == other.counter or suggestion.services == other.services
        ):
            return True
    return False


def _can_be_done(floor: Floor, suggestion: Suggestion) -> bool:
    """`possible`, and a break may still be put to that time."""
    if not possible(floor.plan, floor.day, suggestion):
        return False
    if suggestion.kind != "break":
        return True
    person, planned_at = suggestion.staff or "", suggestion.planned_at or 0
    planned = breaks.find(floor.plan, floor.day, person, planned_at)
    return planned is not None and suggestion.put_at in breaks.later_times(
        floor.plan, floor.day, planned, floor.now
    )


def offer(floor: Floor, command: c.Offer) -> Decision:
    withdrawn = [
        f.SuggestionWithdrawn(id)
        for id, offered in floor.day.suggestions.items()
        if offered.state == "open" and id not in command.kept
    ]
    facts: list[Fact] = [*withdrawn]
    for suggestion in command.suggestions:
        if not _known(floor, suggestion):
            continue
        offered = floor.day.suggestions.get(suggestion.id)
        if offered is not None:
            facts.extend([f.SuggestionToldAnew(suggestion)] if offered.state == "open" else ())
            continue
        # It was weighed before somebody put it off.
        if rests(floor.day, suggestion, floor.now):
            continue
        facts.append(f.SuggestionOffered(suggestion))
        if suggestion.id in command.taken:
            done = _done(floor, suggestion, None, None)
            facts.extend(() if isinstance(done, Refusal) else done)
    return tuple(facts)


def _known(floor: Floor, suggestion: Suggestion) -> bool:
    """Things may have changed since it was thought of."""
    known = all(t.visit in floor.day.visits for t in suggestion.touched)
    return known and _can_be_done(floor, suggestion)


def take(floor: Floor, command: c.TakeSuggestion) -> Decision:
    found = _find(floor, command.suggestion)
    if isinstance(found, Refusal):
        return found
    if not _can_be_done(floor, found.suggestion):
        return Refusal("suggestion_outdated", {"suggestion": command.suggestion})
    return _done(floor, found.suggestion, command.staff, command.by)


def _done(floor: Floor, suggestion: Suggestion, staff: str | None, by: str | None) -> Decision:
    taken = f.SuggestionTaken(suggestion.id, by)
    if suggestion.kind == "move":
        moves = tuple(
            c.Move(move.visit, move.to, MOVED, suggestion.id) for move in suggestion.moves
        )
        decision = visits.move_many(floor, c.MoveMany(moves))
    elif suggestion.kind == "break":
        assert suggestion.planned_at is not None and suggestion.put_at is not None
        decision = (
            f.BreakPutLater(suggestion.staff or "", suggestion.planned_at, suggestion.put_at, by),
        )
    else:
        decision = _opened(floor, suggestion, staff)
    return decision if isinstance(decision, Refusal) else (taken, *decision)


def _opened(floor: Floor, suggestion: Suggestion, staff: str | None) -> Decision:
    assert suggestion.counter is not None
    person = staff or suggestion.staff or ""
    opening = c.OpenCounter(suggestion.counter, person, suggestion.services, suggestion.minutes)
    return counters.open_counter(floor, opening)


def put_off(floor: Floor, command: c.PutOffSuggestion) -> Decision:
    found = _find(floor, command.suggestion)
    if isinstance(found, Refusal):
        return found
    reason = reasons.listed(command.reason, reasons.NOT_NOW) or reasons.OTHER
    return (f.SuggestionPutOff(command.suggestion, reason, command.by),)


def _find(floor: Floor, suggestion: str) -> Offered | Refusal:
    found = floor.day.suggestions.get(suggestion)
    if found is None:
        return Refusal("unknown_suggestion", {"suggestion": suggestion})
    if found.state != "open":
        return Refusal("suggestion_settled", {"suggestion": suggestion, "state": found.state})
    return found


def take_back(floor: Floor, command: c.TakeBackSuggestion) -> Decision:
    """Whoever still waits where the suggestion put him goes back, to the place he had; a counter it
    opened closes; a break is at its planned time again. What staff have done since stays done."""
    found = floor.day.suggestions.get(command.suggestion)
    if found is None:
        return Refusal("unknown_suggestion", {"suggestion": command.suggestion})
    args: dict[str, object] = {"ticket": "", "suggestion": command.suggestion}
    if found.state != "taken" or found.settled_at is None:
        return Refusal("nothing_to_undo", args)
    if floor.now > found.settled_at + floor.plan.times.undo_s * 1000:
        return Refusal("undo_too_late", args)
    back = f.SuggestionTakenBack(command.suggestion, command.by)
    undone = _undone(floor, found, command.by)
    return undone if isinstance(undone, Refusal) else (back, *undone)


def _undone(floor: Floor, taken: Offered, by: str | None) -> Decision:
    suggestion = taken.suggestion
    if suggestion.kind == "break":
        assert suggestion.planned_at is not None
        return (f.BreakPutBack(suggestion.staff or "", suggestion.planned_at, by),)
    if suggestion.kind != "move":
        assert suggestion.counter is not None
        counter = floor.day.counter(suggestion.counter)
        if (counter.state, counter.since) != ("open", taken.settled_at):
            # Closed by hand, on a break, or opened anew for somebody else.
            return Refusal("suggestion_outdated", {"suggestion": suggestion.id})
        return counters.close_counter(floor, c.CloseCounter(suggestion.counter, MOVED))
    return tuple(
        _moved_back(floor.day.visits[move.visit], move.line)
        for move in suggestion.moves
        if _can_go_back(floor, suggestion, move)
    )


def _can_go_back(floor: Floor, suggestion: Suggestion, move: f.Touched) -> bool:
    """By its last move: whoever staff have moved since, even to that very line, is theirs."""
    visit = floor.day.visits[move.visit]
    stayed = visit.counter == move.to and visit.leg.moved_by == suggestion.id
    if visit.state != "waiting" or not stayed:
        return False
    if move.line is None:
        return True
    return visits.line_refused(floor.plan, floor.day, move.line, visit.service) is None


def _moved_back(visit: Visit, line: str | None) -> f.VisitMoved:
    home = visit.leg.home if visit.leg.home != line else None
    return f.VisitMoved(visit.id, line, MOVED, home=home)
