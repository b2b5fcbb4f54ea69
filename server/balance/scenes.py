"""A scene with something changed: visits in other lines, a counter more, lines left alone."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from server.floor.facts import Millis
from server.floor.routing import LEAD_MS
from server.waits.rehearsal import NEVER, ORDERS, UNABLE, Break, Scene

OWN = LEAD_MS * ORDERS
ELSEWHERE = 0


class Opening(Struct, frozen=True):
    """A counter that could open: who would be there, for how long, and how soon."""

    kind: str
    counter: str
    staff: str
    services: tuple[str, ...]
    ready_s: float
    minutes: float | None = None
    breaks: tuple[Break, ...] = ()


class Delay(Struct, frozen=True):
    """A planned break that could begin later: whose, at which counter, and for how many minutes."""

    staff: str
    counter: str
    planned_at: Millis
    put_at: Millis
    minutes: float
    begins_s: float

    @property
    def later_s(self) -> float:
        return (self.put_at - self.planned_at) / 1000


def column(scene: Scene, person: int) -> tuple[int, ...]:
    """Which counters may call this person, and with what lead."""
    group = scene.groups[person]
    return tuple(leads[group] for leads in scene.leads)


def service_of(scene: Scene, person: int) -> str:
    """Of a visit, or of somebody expected: nobody asks about newcomers here."""
    return (*scene.services, *scene.expected)[person]


def moved(scene: Scene, moves: Mapping[int, str | None]) -> Scene:
    """With these visits in other lines by hand, each in the place of its credited arrival."""
    columns = [column(scene, person) for person in range(len(scene.groups))]
    lines = [scene.lines[group] for group in scene.groups]
    for person, to in moves.items():
        columns[person] = tuple(
            _lead(counter, to, lead)
            for counter, lead in zip(scene.counters, columns[person], strict=True)
        )
        lines[person] = to
    return _grouped(scene, lines, columns)


def _lead(counter: str, to: str | None, lead: int) -> int:
    if to == counter:
        return OWN
    if lead == UNABLE:
        return UNABLE
    return OWN if to is None else ELSEWHERE


def moved_by_suggestion(scene: Scene, moves: Mapping[int, str | None]) -> Scene:
    """The same order of calls everywhere (see `routing.lead_ms`): only where they stand changes."""
    columns = [column(scene, person) for person in range(len(scene.groups))]
    lines = [moves.get(n, scene.lines[group]) for n, group in enumerate(scene.groups)]
    return _grouped(scene, lines, columns)


def left_alone(scene: Scene) -> Scene:
    """Each counter serves its own line and the pool, and takes from no other."""
    columns = [column(scene, person) for person in range(len(scene.groups))]
    lines = [scene.lines[group] for group in scene.groups]
    for person, line in enumerate(lines):
        if line in scene.counters:
            columns[person] = tuple(
                lead if counter == line else UNABLE
                for counter, lead in zip(scene.counters, columns[person], strict=True)
            )
    return _grouped(scene, lines, columns)


def opened(scene: Scene, opening: Opening) -> Scene:
    """With one counter more, which has no line of its own yet and takes from the others."""
    columns = []
    lines = [scene.lines[group] for group in scene.groups]
    for person, line in enumerate(lines):
        serves = service_of(scene, person) in opening.services
        lead = (OWN if line is None else ELSEWHERE) if serves else UNABLE
        columns.append((*column(scene, person), lead))
    leaves = NEVER if opening.minutes is None else opening.ready_s + opening.minutes * 60
    more = replace(
        scene,
        counters=(*scene.counters, opening.counter),
        serves=(*scene.serves, opening.services),
        occupied_by=(*scene.occupied_by, None),
        occupied_s=(*scene.occupied_s, 0.0),
        away_s=(*scene.away_s, opening.ready_s),
        leaves_s=(*scene.leaves_s, leaves),
        staff=(*scene.staff, opening.staff),
        breaks=_with_breaks(scene, opening),
    )
    return _grouped(more, lines, columns)


def _with_breaks(scene: Scene, opening: Opening) -> tuple[tuple[Break, ...], ...]:
    if not scene.breaks and not opening.breaks:
        return ()
    return (*(scene.breaks or ((),) * len(scene.counters)), opening.breaks)


def delayed(scene: Scene, delay: Delay) -> Scene:
    """With somebody's break later, wherever she is."""

    def put(planned: Break) -> Break:
        if planned.begins_s != delay.begins_s:
            return planned
        return planned._replace(begins_s=planned.begins_s + delay.later_s)

    breaks = tuple(
        tuple(sorted(map(put, planned))) if person == delay.staff else planned
        for person, planned in zip(scene.staff, scene.breaks, strict=True)
    )
    return replace(scene, breaks=breaks)


def _grouped(scene: Scene, lines: list[str | None], columns: list[tuple[int, ...]]) -> Scene:
    here = len(scene.visits)
    found: dict[tuple[str | None, tuple[int, ...], int | None], int] = {}
    groups = []
    for person, (line, leads) in enumerate(zip(lines, columns, strict=True)):
        # Who is still to come stays in the group it was: see `rehearsal._apart`.
        apart = None if person < here else scene.groups[person]
        groups.append(found.setdefault((line, leads, apart), len(found)))
    return replace(
        scene,
        groups=tuple(groups),
        lines=tuple(line for line, *_ in found),
        leads=tuple(tuple(leads[c] for _, leads, _ in found) for c in range(len(scene.counters))),
    )
