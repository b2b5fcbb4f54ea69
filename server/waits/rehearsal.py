"""The floor played forward many times at once, by the floor's own routing.

From the Day as it is, every future draws how long each service takes and lets the counters call
as `routing.next_for` would: the earliest credited arrival, with a lead for the own line and the
pool. All futures advance together, one call a step, so the work is a few NumPy operations a
waiting visit, whatever the number of futures.

Of those who arrive later only who is known to is played, as arrivals at their time: appointments,
and who is away to fetch a paper. Anybody else's credited arrival is behind everybody's here but
for a head start. Newcomers are asked about by
shadows at the end of each line, who are called like anyone and take no time, so that they learn
their wait and change nobody's.

A counter whose person has a planned break goes on it when it is due, or as soon as the customer
there is finished, and calls again when all of it is over. That its line is shared out meanwhile is
not played: whoever stands there keeps his place in the order of calls, which differs from the
floor's by the lead of a new line, two minutes at most.

Futures are played past the hour at which everybody is sent home: what comes after it makes nobody
earlier or later before it, and whose call comes after it is not called (`QueueForecast`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from server.floor import breaks, check_in, routing
from server.floor.day import Day
from server.floor.facts import Appointment, Millis
from server.floor.plan import StorePlan
from server.floor.state import Counter, Kind, Place, Visit
from server.waits.history import Takes

FUTURES = 128
NEVER = np.inf
ORDERS = 1 << 20
"""More than there are people: keys are credited arrivals, and within one of them their order."""
UNABLE = 1 << 61
BREAKS_MS = 2 * 3600 * 1000
"""Planned breaks of so long ahead are played."""

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]
Speeds = Sequence[Mapping[str, float]]


class Newcomer(NamedTuple):
    """Somebody of `kind` who would join the end of `line` (None: the pool)."""

    kind: Kind
    line: str | None


class Break(NamedTuple):
    """A planned break ahead, in seconds from now; before now: it is overdue."""

    begins_s: float
    lasts_s: float


class Expected(NamedTuple):
    """Somebody who will come, and the place in the line that is theirs."""

    kind: Kind
    at: Millis
    credited_at: Millis


def with_appointment(plan: StorePlan, appointment: Appointment, now: Millis) -> Expected:
    """Whoever is late may come any moment: as if it were now."""
    due, language = appointment.at, appointment.language or plan.languages[0]
    kind = Kind(appointment.service, appointment.needs, language)
    return Expected(kind, due, check_in.credited_arrival(plan, due, max(due, now)))


def usual(plan: StorePlan, service: str, at: Millis) -> Expected:
    """Somebody like those who usually come then."""
    return Expected(Kind(service, (), plan.languages[0]), at, at)


def on_hold(visit: Visit) -> Expected:
    """Comes back when the time is up, to the place of the first arrival."""
    return Expected(visit.kind, visit.held_until or visit.arrived_at, visit.leg.credited_at)


class Scene(Struct, frozen=True):
    """What is rehearsed: who waits where, and when each counter is free. Seconds from now.

    People are the visits, then the newcomers, then who is expected, in order of their time. Those
    in one group wait in the same line, are served by the same counters and come in the order in
    which they are called, so whoever is called next heads one of them.
    """

    visits: tuple[str, ...]
    services: tuple[str, ...]
    keys: tuple[int, ...]
    """A person's place in the order of credited arrival."""
    groups: tuple[int, ...]
    """A person's group."""
    lines: tuple[str | None, ...]
    """A group's line."""
    counters: tuple[str, ...]
    serves: tuple[tuple[str, ...], ...]
    leads: tuple[tuple[int, ...], ...]
    """For each counter, by how much a group's keys count as earlier there; `UNABLE` where it does
    not call."""
    occupied_by: tuple[str | None, ...]
    """The service somebody is at the counter for, if anybody is."""
    occupied_s: tuple[float, ...]
    """For how long already."""
    away_s: tuple[float, ...]
    """Until the counter is back from its break; 0 when it is open."""
    leaves_s: tuple[float, ...]
    """When the counter stops calling: somebody is only borrowed."""
    newcomers: tuple[Newcomer, ...] = ()
    staff: tuple[str | None, ...] = ()
    """Who is at each counter."""
    expected: tuple[str, ...] = ()
    """The services of those still to come."""
    comes_s: tuple[float, ...] = ()
    """When each of them does."""
    breaks: tuple[tuple[Break, ...], ...] = ()
    """Each counter's planned breaks, in order; empty when there is none at any."""


class Rehearsed(Struct, frozen=True):
    """Seconds from now until the call, one row a future; inf where nobody ever calls."""

    scene: Scene
    calls_s: Floats
    newcomers_s: Floats
    expected_s: Floats
    """Of those still to come."""

    def of(self, visit: str) -> Floats:
        return self.calls_s[:, self.scene.visits.index(visit)]


def scene_of(
    plan: StorePlan,
    day: Day,
    now: Millis,
    newcomers: tuple[Newcomer, ...] = (),
    expected: tuple[Expected, ...] = (),
) -> Scene:
    """Everybody in order of credited arrival, and the counters that call or will call again."""
    places: list[tuple[Place, str | None]] = sorted(
        (place, line) for line, places in day.lines.items() for place in places
    )
    visits = tuple(place[2] for place, _ in places)
    counters = routing.working(day.counters.values())
    people = [(line, day.visits[place[2]].kind, 0) for place, line in places]
    early = [routing.head_start_ms(plan, newcomer.kind.needs) for newcomer in newcomers]
    people += [(n.line, n.kind, ms) for n, ms in zip(newcomers, early, strict=True)]
    groups, lines, leads = _grouped(plan, day, counters, people)
    here = [day.visits[c.visit] if c.visit else None for c in counters]
    apart = _apart(expected, len(lines))
    first_of = [apart.index(group) for group in sorted({*apart})]
    return Scene(
        visits,
        tuple(day.visits[v].service for v in visits),
        (
            *_keys([place for place, _ in places], now, early),
            *_keys_at_their_time(expected, now),
        ),
        (*groups, *apart),
        (*lines, *(None for _ in first_of)),
        tuple(c.id for c in counters),
        tuple(c.services for c in counters),
        tuple(
            (*known, *(_lead(plan, day, counter, None, expected[n].kind) for n in first_of))
            for counter, known in zip(counters, leads, strict=True)
        ),
        tuple(v.service if v else None for v in here),
        tuple((now - (v.leg.called_at or now)) / 1000 if v else 0.0 for v in here),
        tuple(_away_s(c, now) for c in counters),
        tuple(_leaves_s(c, now) for c in counters),
        newcomers,
        tuple(c.staff for c in counters),
        tuple(one.kind.service for one in expected),
        tuple(max(0, one.at - now) / 1000 for one in expected),
        _breaks_ahead(plan, day, counters, now),
    )


def _apart(expected: tuple[Expected, ...], first: int) -> tuple[int, ...]:
    """The group of each, from number `first` on. Who comes in the order in which they are called,
    as whoever has no head start does, may stand in one group; anybody else is one alone."""
    known: dict[Kind | int, int] = {}
    return tuple(
        known.setdefault(one.kind if one.credited_at == one.at else n, first + len(known))
        for n, one in enumerate(expected)
    )


def _breaks_ahead(
    plan: StorePlan, day: Day, counters: list[Counter], now: Millis
) -> tuple[tuple[Break, ...], ...]:
    ahead = tuple(breaks_ahead(plan, day, counter, now) for counter in counters)
    return ahead if any(ahead) else ()


def breaks_ahead(plan: StorePlan, day: Day, counter: Counter, now: Millis) -> tuple[Break, ...]:
    return tuple(
        Break((planned.at - now) / 1000, planned.lasts_ms / 1000)
        for planned in breaks.to_come(plan, day, counter, now)
        if planned.at < now + BREAKS_MS
    )


def _keys_at_their_time(expected: tuple[Expected, ...], now: Millis) -> tuple[int, ...]:
    places = enumerate(one.credited_at - now for one in expected)
    return tuple(at * ORDERS + ORDERS // 2 + n for n, at in places)


def _keys(places: list[Place], now: Millis, early: list[Millis]) -> tuple[int, ...]:
    """Credited arrival, then the order within it; newcomers arrive now, behind everybody, but for
    what their head start makes `early`."""
    orders = {place: n for n, place in enumerate(sorted(places, key=lambda p: p[1:]))}
    last = max([now, *(place[0] for place in places[-1:])])
    here = [(place[0] - now) * ORDERS + orders[place] for place in places]
    newcomers = enumerate(-ms if ms else last - now for ms in early)
    return (*here, *(at * ORDERS + len(places) + n for n, at in newcomers))


def _grouped(
    plan: StorePlan,
    day: Day,
    counters: list[Counter],
    people: Iterable[tuple[str | None, Kind, Millis]],
) -> tuple[tuple[int, ...], tuple[str | None, ...], tuple[tuple[int, ...], ...]]:
    """Each one's group, each group's line, and the leads, counters × groups. A group stands in
    order of arrival: newcomers with a head start, who would stand before its end, are apart."""
    known: dict[tuple[str | None, Kind, Millis], int] = {}
    found: dict[tuple[str | None, tuple[int, ...], Millis], int] = {}
    groups = []
    for line, kind, early in people:
        if (line, kind, early) not in known:
            column = tuple(_lead(plan, day, counter, line, kind) for counter in counters)
            known[line, kind, early] = found.setdefault((line, column, early), len(found))
        groups.append(known[line, kind, early])
    columns = [column for _, column, _ in found]
    leads = tuple(tuple(column[c] for column in columns) for c in range(len(counters)))
    return tuple(groups), tuple(line for line, _, _ in found), leads


def _lead(plan: StorePlan, day: Day, counter: Counter, line: str | None, kind: Kind) -> int:
    lead = routing.lead_ms(plan, day, counter, line, kind)
    return UNABLE if lead is None else lead * ORDERS


def _leaves_s(counter: Counter, now: Millis) -> float:
    if counter.state != "open" or counter.until is None or counter.until <= now:
        return NEVER
    return (counter.until - now) / 1000


def _away_s(counter: Counter, now: Millis) -> float:
    return max(0.0, ((counter.until or now) - now) / 1000) if counter.state == "break" else 0.0


def rehearse(scene: Scene, takes: Mapping[str, Takes], seed: int, speeds: Speeds = ()) -> Rehearsed:
    """Plays `FUTURES` futures; the same seed gives the same ones. `speeds`: counter by counter,
    how many times as long as usual each service takes there."""
    lasting, free = draw(scene, takes, seed, speeds)
    return play(scene, lasting, free, speeds)


def draw(
    scene: Scene, takes: Mapping[str, Takes], seed: int, speeds: Speeds = ()
) -> tuple[Floats, Floats]:
    """The luck of `FUTURES` futures: how long each visit takes, then each that is expected; when
    each counter is free."""
    chance = np.random.default_rng(seed)
    # In each future, what is not known of a service's mean is the same for all of its visits.
    paces = {s: np.exp(t.unsure * chance.standard_normal(FUTURES)) for s, t in takes.items()}
    lasting = _draw_each(scene.services, takes, paces, chance)
    free = _free_at(scene, takes, paces, chance, speeds)
    return np.hstack([lasting, _draw_each(scene.expected, takes, paces, chance)]), free


def _draw_each(
    services: tuple[str, ...],
    takes: Mapping[str, Takes],
    paces: Mapping[str, Floats],
    chance: np.random.Generator,
) -> Floats:
    """How long each visit occupies its counter, futures × visits."""
    lasting = np.empty((FUTURES, len(services)))
    luck = chance.random(lasting.shape)
    for service in set(services):
        of_it = [n for n, one in enumerate(services) if one == service]
        lasting[:, of_it] = takes[service].draw(luck[:, of_it]) * paces[service][:, None]
    return lasting


def _free_at(
    scene: Scene,
    takes: Mapping[str, Takes],
    paces: Mapping[str, Floats],
    chance: np.random.Generator,
    speeds: Speeds,
) -> Floats:
    """When each counter is next free, futures × counters."""
    free = np.empty((FUTURES, len(scene.counters)))
    luck = chance.random(free.shape)
    for n, service in enumerate(scene.occupied_by):
        left: Floats | float = 0.0
        if service is not None:
            here = takes[service].at(speeds[n].get(service, 1.0) if speeds else 1.0)
            left = here.left_s(scene.occupied_s[n], luck[:, n]) * paces[service]
        free[:, n] = np.maximum(left, scene.away_s[n])
    return free


def play(scene: Scene, takes: Floats, free: Floats, speeds: Speeds = ()) -> Rehearsed:
    """The futures given how long everything takes: futures × (visits, then expected) and
    futures × counters."""
    here = len(scene.visits)
    shadows = here + len(scene.newcomers)
    everybody = shadows + len(scene.expected)
    calls = np.full((len(free), everybody + 1), NEVER)
    if everybody and scene.counters:
        # Newcomers take no time, and neither does nobody.
        alone, nobody = np.zeros((len(free), shadows - here)), np.zeros((len(free), 1))
        lasting = np.hstack([takes[:, :here], alone, takes[:, here:], nobody])
        _call_all(scene, lasting, _slower(scene, speeds), free.copy(), calls)
    return Rehearsed(scene, calls[:, :here], calls[:, here:shadows], calls[:, shadows:everybody])


def _slower(scene: Scene, speeds: Speeds) -> Floats:
    """How many times as long as usual everybody takes at each counter, nobody included."""
    here, expected = len(scene.visits), len(scene.expected)
    at_all = np.ones((len(scene.counters), len(scene.groups) + 1))
    for counter, speed in enumerate(speeds):
        at_all[counter, :here] = [speed.get(s, 1.0) for s in scene.services]
        at_all[counter, -1 - expected : -1] = [speed.get(s, 1.0) for s in scene.expected]
    return at_all


def _call_all(scene: Scene, takes: Floats, slower: Floats, free: Floats, calls: Floats) -> None:
    """Fills in `calls` and uses up `free`. People are numbered in order of credited arrival."""
    futures, nobody = len(free), takes.shape[1] - 1
    heads, behind = _queues(scene, nobody)
    keys = np.array([*scene.keys, UNABLE], dtype=np.int64)
    costs = _costs(scene)
    leaves = np.array(scene.leaves_s)
    comes = np.zeros(nobody + 1)
    comes[nobody - len(scene.comes_s) : nobody] = scene.comes_s
    each = np.arange(futures)
    resting = _Resting(scene.breaks, futures) if scene.breaks else None
    if resting is not None:
        for n in range(len(scene.counters)):
            resting.put_off(np.full(futures, n), free[:, n].copy(), free[:, n])
    free[free >= leaves] = NEVER
    waiting = np.tile(heads, (futures, 1))
    standing, due = keys[waiting], comes[waiting]
    cost = np.empty_like(standing)
    for _ in range(nobody + len(scene.counters) * (1 + len(scene.expected))):
        counter = free.argmin(axis=1)
        at = free[each, counter]
        if not np.isfinite(at).any():
            return
        np.take(costs, counter, axis=0, out=cost)
        cost += standing
        later: Floats | float = NEVER
        if scene.expected:
            later = _not_here_yet(cost, due, at)
        group = cost.argmin(axis=1)
        called = np.where(cost[each, group] < UNABLE // 2, waiting[each, group], nobody)
        calls[each, called] = at
        then = np.where(called == nobody, waiting[each, group], behind[called])
        waiting[each, group] = then
        standing[each, group], due[each, group] = keys[then], comes[then]
        took = takes[each, called] * slower[counter, called]
        # A counter with nobody to serve is done, unless somebody is expected.
        done = np.where(called == nobody, later, at + took)
        if resting is not None:
            resting.put_off(counter, np.where(called == nobody, at, done), done)
        free[each, counter] = np.where(done < leaves[counter], done, NEVER)


class _Resting:
    """When each counter's next planned break begins, future by future."""

    def __init__(self, ahead: tuple[tuple[Break, ...], ...], futures: int) -> None:
        # One more that never begins, for whoever has had them all.
        shape = (len(ahead), max(map(len, ahead)) + 1)
        self._begin, self._last = np.full(shape, NEVER), np.zeros(shape)
        for counter, planned in enumerate(ahead):
            for n, one in enumerate(planned):
                self._begin[counter, n], self._last[counter, n] = one
        self._had = np.zeros((futures, len(ahead)), dtype=np.int64)
        self._next = np.tile(self._begin[:, 0], (futures, 1))
        self._each = np.arange(futures)

    def put_off(self, counter: Numbers, ready: Floats, calls: Floats) -> None:
        """Changes when a counter that is `ready`, and would call at `calls`, really does: it goes
        on each break that is due by then, at its time or as soon as it is ready."""
        begins = self._next[self._each, counter]
        on = np.flatnonzero((begins <= calls) & (calls < NEVER))
        while on.size:
            there, had = counter[on], self._had[on, counter[on]]
            ready[on] = np.maximum(ready[on], self._begin[there, had]) + self._last[there, had]
            calls[on] = np.maximum(calls[on], ready[on])
            self._had[on, there] += 1
            self._next[on, there] = self._begin[there, had + 1]
            on = on[self._next[on, there] <= calls[on]]


def _not_here_yet(cost: Numbers, due: Floats, at: Floats) -> Floats:
    """Lets nobody be called before they come; when the next comes whom this counter may call."""
    away = due > at[:, None]
    first: Floats = np.where(away & (cost < UNABLE // 2), due, NEVER).min(axis=1)
    cost[away] = UNABLE
    return first


def _queues(scene: Scene, nobody: int) -> tuple[Numbers, Numbers]:
    """Who heads each group, and who stands behind whom (`nobody` behind the last)."""
    heads = np.full(len(scene.lines), nobody, dtype=np.int64)
    behind = np.full(nobody + 1, nobody, dtype=np.int64)
    for number in reversed(range(nobody)):
        group = scene.groups[number]
        behind[number], heads[group] = heads[group], number
    return heads, behind


def _costs(scene: Scene) -> Numbers:
    """What is added to a key, counters × groups."""
    leads = np.array(scene.leads, dtype=np.int64).reshape(len(scene.counters), -1)
    return np.where(leads == UNABLE, UNABLE, -leads)
