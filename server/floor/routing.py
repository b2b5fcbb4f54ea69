"""Who is next, which line to join, and why.

One rule for all counters: the earliest credited arrival goes first, and a counter's own line and
the pool count as `LEAD_MS` earlier. So small lines stay small lines, but nobody in another line
waits more than that much longer; a counter with nobody of its own takes from the others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from server.floor.day import Day
from server.floor.facts import Millis, Overtake
from server.floor.forecast import Forecast
from server.floor.plan import StorePlan
from server.floor.state import Counter, Kind, Place, Visit, place_of

LEAD_MS = 120_000
"""Another line's head goes first when it came earlier than the own head by more than this."""
SPARED_S = 60.0
"""Waits this close are the same: then whoever can serve the fewest services is taken, and those
who can do more stay free for those who need them."""
SHORTER_S = 300.0
"""Worth standing elsewhere for than where one will be called."""
OVERTAKES_TOLD = 100


class Next(NamedTuple):
    """Whom a counter calls, and why: `explain-CODE` with `args` is the sentence."""

    visit: str
    code: str
    args: dict[str, Any]


def credited_arrival(plan: StorePlan, arrived_at: Millis, needs: Iterable[str]) -> Millis:
    return arrived_at - head_start_ms(plan, needs)


def head_start_ms(plan: StorePlan, needs: Iterable[str]) -> Millis:
    """The largest of the needs': head starts do not add up, and a fixed number of minutes cannot
    starve anybody."""
    minutes = max((plan.needs[n].head_start_minutes for n in needs if n in plan.needs), default=0)
    return round(minutes * 60_000)


def working(counters: Iterable[Counter]) -> list[Counter]:
    """Those that call, or will again after their break."""
    return [c for c in counters if c.state == "open" or _coming_back(c)]


def _coming_back(counter: Counter) -> bool:
    return counter.state == "break" and counter.until is not None


def able(plan: StorePlan, day: Day, kind: Kind) -> frozenset[str]:
    """The counters that may call such a visit from the pool or another's line."""
    known = day.able.get(kind)
    if known is None:
        known = day.able[kind] = fitting(plan, working(day.counters.values()), kind)
    return known


def fitting(plan: StorePlan, counters: Iterable[Counter], kind: Kind) -> frozenset[str]:
    """Of those that serve the service, whoever meets the needs, is the person asked for, speaks
    the language. What nobody here fulfils narrows nothing, or somebody would wait for ever. A need
    waits for the end of a break; a wish does not."""
    found = [c for c in counters if kind.service in c.services]
    for need in kind.needs:
        found = [c for c in found if _meets(plan, c, need)] or found
    chosen = [c for c in found if c.id == kind.counter]
    found = chosen or found
    asked = [c for c in found if kind.asked_for and c.staff == kind.asked_for]
    found = asked if _here(asked) else found
    spoken = [c for c in found if _speaks(plan, c, kind.language)]
    found = spoken if _here(spoken) else found
    return frozenset(c.id for c in found)


def _here(counters: list[Counter]) -> bool:
    return any(counter.state == "open" for counter in counters)


def _meets(plan: StorePlan, counter: Counter, need: str) -> bool:
    place, person = plan.counters.get(counter.id), plan.staff.get(counter.staff or "")
    return (place is not None and need in place.needs) or (
        person is not None and need in person.needs
    )


def _speaks(plan: StorePlan, counter: Counter, language: str | None) -> bool:
    """Whose languages are not known is taken to speak any."""
    person = plan.staff.get(counter.staff or "")
    return person is None or not person.languages or language in (None, *person.languages)


def line_for(
    plan: StorePlan, day: Day, kind: Kind, forecast: Forecast, without: str | None = None
) -> str | None:
    """The counter whose line a visit should join, or None for the pool."""
    if plan.lines == "pool":
        return None
    fit = able(plan, day, kind)
    here = [c for c in day.open_counters() if c.id in fit and c.id != without]
    return _best(here, {c.id: forecast.expected_s(kind.service, c.id) for c in here})


def place_for(
    plan: StorePlan, day: Day, kind: Kind, forecast: Forecast
) -> tuple[str | None, str | None]:
    """The line a newcomer should join, and his home where that is another: the line he would have
    joined had no suggestion moved anybody. There he keeps the lead of an own line, so that a move
    changes the order of calls for nobody who comes after it either; and there he stands, unless
    another line is shorter by now."""
    line = line_for(plan, day, kind, forecast)
    home = _home_for(plan, day, kind, forecast) if _anybody_moved(day) else line
    if line is None or home is None or home == line:
        return line, None
    nearer_s = forecast.expected_s(kind.service, home) - forecast.expected_s(kind.service, line)
    return (home, None) if nearer_s <= SHORTER_S else (line, home)


def _anybody_moved(day: Day) -> bool:
    return any(waiting.home for waiting in day.kinds)


def _home_for(plan: StorePlan, day: Day, kind: Kind, forecast: Forecast) -> str | None:
    fit = able(plan, day, kind)
    here = [c for c in day.open_counters() if c.id in fit]
    return _best(here, {c.id: forecast.expected_s(kind.service, c.id, unmoved=True) for c in here})


def _best(here: list[Counter], waits: dict[str, float]) -> str | None:
    shortest = min(waits.values(), default=0.0)
    near = [c for c in here if waits[c.id] <= shortest + SPARED_S]
    best = min(near, key=lambda c: (len(c.services), waits[c.id], c.id), default=None)
    return best.id if best else None


def lead_ms(
    plan: StorePlan, day: Day, counter: Counter, line: str | None, kind: Kind
) -> Millis | None:
    """How much earlier a visit in `line` counts at this counter; None where it is not called.
    Whoever put a visit in a counter's own line knew why: there only the service must fit. One that
    a suggestion put there keeps its lead where it came from, and has none here: the order of calls
    is the same as without the move, so it breaks no quote and overtakes nobody."""
    if not may_call(plan, day, counter, line, kind):
        return None
    return LEAD_MS if line is None or counter.id == (kind.home or line) else 0


def may_call(plan: StorePlan, day: Day, counter: Counter, line: str | None, kind: Kind) -> bool:
    if counter.id == (kind.home or line):
        return kind.service in counter.services
    return counter.id in able(plan, day, kind)


def next_for(plan: StorePlan, day: Day, counter: Counter) -> str | None:
    """Whom the server calls for this counter now, or as soon as its customer has gone; None where
    it calls nobody."""
    return next(iter(calls_ahead(plan, day, counter, 1)), None)


def calls_ahead(plan: StorePlan, day: Day, counter: Counter, most: int) -> list[str]:
    """Whom this counter would call, one after another, if nobody came and no other called. The one
    answer for a call and for every screen that shows who is next. Only the first few of each kind
    are looked at, whatever the lines' length."""
    if counter.state != "open":
        return []
    best: dict[str, Place] = {}
    for place in _fronts(plan, day, counter, most):
        best[place[2]] = min(place, best.get(place[2], place))
    return sorted(best, key=lambda visit: best[visit])[:most]


def line_ahead(plan: StorePlan, day: Day, counter: Counter, most: int) -> list[str]:
    """As `calls_ahead`, of its own line alone."""
    return [place[2] for place in sorted(_of_line(plan, day, counter, counter.id, most))[:most]]


def _fronts(plan: StorePlan, day: Day, counter: Counter, most: int) -> Iterator[Place]:
    """The first of each kind, with their lead: in the own line, the pool, and anywhere. Who is
    first in one of the first two and everywhere comes twice, and the own lead wins."""
    yield from _of_line(plan, day, counter, counter.id, most)
    yield from _of_line(plan, day, counter, None, most)
    for kind, places in day.kinds.items():
        if may_call(plan, day, counter, None, kind):
            lead = LEAD_MS if kind.home == counter.id else 0
            yield from _earlier(places, lead, most)


def _of_line(
    plan: StorePlan, day: Day, counter: Counter, line: str | None, most: int
) -> Iterator[Place]:
    for kind, places in day.line_kinds.get(line, NOBODY).items():
        lead = lead_ms(plan, day, counter, line, kind)
        if lead is not None:
            yield from _earlier(places, lead, most)


def _earlier(places: list[Place], by_ms: Millis, most: int) -> Iterator[Place]:
    return ((at - by_ms, order, visit) for at, order, visit in islice(places, most))


NOBODY: dict[Kind, list[Place]] = {}


def explain_next(plan: StorePlan, day: Day, counter: Counter) -> Next | None:
    """`next_for`, with its reason."""
    found = next_for(plan, day, counter)
    if found is None:
        return None
    visit = day.visits[found]
    passed = overtaken(plan, day, counter, visit)
    if visit.counter not in (counter.id, None):
        return _from_elsewhere(day, counter, visit)
    if passed and passed[0].why == "head_start":
        minutes = round((visit.arrived_at - visit.leg.credited_at) / 60_000)
        why = "appointment" if visit.came == "in_time" else "head_start"
        return Next(found, why, {"minutes": minutes})
    if passed:
        other = day.visits[passed[0].visit]
        line = other.counter or "pool"
        args = {"other": other.ticket, "line": line, "minutes": LEAD_MS // 60_000}
        return Next(found, "own_line", args)
    return Next(found, "earliest", {})


def _from_elsewhere(day: Day, counter: Counter, visit: Visit) -> Next:
    own = day.lines.get(counter.id, [])
    args = {"line": visit.counter or "pool"}
    if not own and not day.lines[None]:
        return Next(visit.id, "idle", args)
    earlier = min((places[0][0] for places in (own, day.lines[None]) if places), default=0)
    minutes = round((earlier - visit.leg.credited_at) / 60_000)
    # Whoever stands first here may be nobody this counter can serve.
    if minutes < LEAD_MS // 60_000:
        return Next(visit.id, "idle", args)
    return Next(visit.id, "waited_longer", {**args, "minutes": minutes})


def overtaken(
    plan: StorePlan, day: Day, counter: Counter, visit: Visit, why: str | None = None
) -> tuple[Overtake, ...]:
    """Who waits, came earlier, could be called here, and is not. `why` is of a call by hand."""
    place = place_of(visit)
    found: list[Overtake] = []
    for kind, places in _callable(plan, day, counter):
        first = bisect_left(places, place)
        found += [
            Overtake(p[2], why or "own_line", kind.needs)
            for p in islice(places, min(first, OVERTAKES_TOLD))
        ]
        if visit.legs[0].credited_at < visit.arrived_at:
            behind = _came_earlier(day, visit, places, first)
            found += [Overtake(v, why or "head_start", kind.needs) for v in behind]
    return tuple(found[:OVERTAKES_TOLD])


def _callable(plan: StorePlan, day: Day, counter: Counter) -> Iterator[tuple[Kind, list[Place]]]:
    for kind, places in day.kinds.items():
        if may_call(plan, day, counter, None, kind):
            yield kind, places
    for kind, places in day.line_kinds.get(counter.id, NOBODY).items():
        elsewhere = may_call(plan, day, counter, None, kind)
        if not elsewhere and may_call(plan, day, counter, counter.id, kind):
            yield kind, places


def _came_earlier(day: Day, visit: Visit, places: list[Place], first: int) -> Iterator[str]:
    """Who came before somebody with a head start, and is credited later."""
    for place in islice(places, first, None):
        if place[0] >= visit.arrived_at:
            return
        if place[2] != visit.id and day.visits[place[2]].arrived_at < visit.arrived_at:
            yield place[2]


def explain_ahead(visit: Visit, other: Visit) -> tuple[str, dict[str, Any]]:
    """Why `other` is before `visit` in the order of calls."""
    if other.arrived_at <= visit.arrived_at:
        return "came_first", {"minutes": round((visit.arrived_at - other.arrived_at) / 60_000)}
    if other.legs[0].credited_at < other.arrived_at:
        started = round((other.arrived_at - other.legs[0].credited_at) / 60_000)
        why = "appointment" if other.came == "in_time" else "head_start"
        return f"ahead_{why}", {"minutes": started}
    return "put_first", {}
