"""Which moves to weigh: whoever would be called by another counter in the end goes there early.

Counters help each other out when they are free; that keeps the waits right, but calls people from
a line they were told to stand in. A move makes the same true beforehand: where somebody stands
changes, not when he is called. Waits are told here by mean work, which takes a millisecond; what
the moves do, and to whom, is for the rehearsal to say.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from server.waits.rehearsal import UNABLE, Break, Scene

Floats = NDArray[np.float64]
POOL = -1
MOVES_MAX = 8
"""More at once nobody could announce."""
SPARED_S, SPARED_MOST_S = 30.0, 180.0
"""Each move spares its own visit so much beside the moves before it, and all together one of
them so much: else nobody need walk."""


def look_for(
    scene: Scene, takes_s: Floats, free_s: Floats, still: Sequence[bool], within_s: float
) -> dict[int, str | None]:
    """Visits by number, and the lines they should be in. `takes_s` and `free_s` are means; those
    who stand `still` stay, and so do those not called `within_s`."""
    lines, now = _Lines(scene, takes_s, free_s), _Lines(scene, takes_s, free_s)
    moves: dict[int, str | None] = {}
    most_spared_s = 0.0
    for at_s, visit, counter in _calls(scene, takes_s.tolist(), free_s.tolist()):
        if len(moves) == MOVES_MAX or at_s > within_s:
            break
        if still[visit] or not _receives(scene, counter):
            continue
        if lines.spared_s(visit, counter) >= SPARED_S:
            lines.at[visit] = counter
            moves[visit] = scene.counters[counter]
            spared_s = now.wait_s(visit, int(now.at[visit])) - lines.wait_s(visit, counter)
            most_spared_s = max(most_spared_s, spared_s)
    return moves if most_spared_s >= SPARED_MOST_S else {}


def _receives(scene: Scene, counter: int) -> bool:
    return scene.away_s[counter] == 0 and not np.isfinite(scene.leaves_s[counter])


def _breaks(scene: Scene, counter: int) -> tuple[Break, ...]:
    return scene.breaks[counter] if scene.breaks else ()


def _calls(
    scene: Scene, takes_s: list[float], free_s: list[float]
) -> Iterator[tuple[float, int, int]]:
    """When who is called by which counter, in order, if everything takes as long as it does on
    average."""
    queues: list[list[int]] = [[] for _ in scene.lines]
    for visit in reversed(range(len(scene.visits))):
        queues[scene.groups[visit]].append(visit)
    free = [(at, counter) for counter, at in enumerate(free_s)]
    left = [[*_breaks(scene, counter)] for counter in range(len(scene.counters))]
    heapq.heapify(free)
    while free:
        at, counter = heapq.heappop(free)
        if left[counter] and left[counter][0].begins_s <= at:
            heapq.heappush(free, (at + left[counter].pop(0).lasts_s, counter))
            continue
        leads = scene.leads[counter]
        heads = (
            (scene.keys[queue[-1]] - leads[group], group)
            for group, queue in enumerate(queues)
            if queue and leads[group] != UNABLE
        )
        _, group = min(heads, default=(0, POOL))
        if group == POOL:
            continue
        visit = queues[group].pop()
        yield at, visit, counter
        heapq.heappush(free, (at + takes_s[visit], counter))


class _Lines:
    """Who stands where, by the number of the counter, in order of credited arrival."""

    def __init__(self, scene: Scene, takes_s: Floats, free_s: Floats) -> None:
        numbers = {counter: n for n, counter in enumerate(scene.counters)}
        lines = [scene.lines[group] for group in scene.groups[: len(scene.visits)]]
        self.at = np.array([numbers.get(line or "", POOL) for line in lines], dtype=int)
        self._takes_s, self._free_s = takes_s, free_s
        self._breaks = [_breaks(scene, counter) for counter in range(len(scene.counters))]

    def spared_s(self, visit: int, to: int) -> float:
        line = int(self.at[visit])
        if line in (POOL, to):
            return 0.0
        return self.wait_s(visit, line) - self.wait_s(visit, to)

    def wait_s(self, visit: int, counter: int) -> float:
        """Until the call there, if that counter served its own line alone."""
        ahead = self._takes_s[:visit][self.at[:visit] == counter]
        wait_s = float(self._free_s[counter] + ahead.sum())
        for begins_s, lasts_s in self._breaks[counter]:
            wait_s += lasts_s if begins_s <= wait_s else 0.0
        return wait_s
