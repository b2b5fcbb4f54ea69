"""What each thing would do: rehearsed with it and without, on the same luck."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain, groupby
from math import inf

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from server.balance import moves as looking
from server.balance import scenes
from server.balance.scenes import Delay, Opening
from server.floor.facts import Wait
from server.waits.outlook import PERCENTILES, Ask
from server.waits.rehearsal import Rehearsed, Scene, draw, play

Floats = NDArray[np.float64]
FAR_S = 6 * 3600.0
"""Nobody's call in sight: as good as the whole day."""
SEED = 5
"""Always the same luck, so that what is suggested changes with the floor and not by chance."""
CHANGED_S = 60.0
TOUCHED_MAX = 20
FLIPS_MAX = 0.02
"""In at most this share of the futures may a move break a quote that would have been kept: in two
of a hundred and twenty-eight, which is what chance alone does to a tie."""
WORTH_S = 180.0
WORTH_SHARE = 0.2
STANDS = 0.7
"""What is offered stands until it is worth so much less than it took to offer it; and another of
its kind takes its place only if it leaves so much less of the wait."""
BETTER = 1.5
"""Moves that are offered stand until others save so many times as much."""
NEARLY = 0.9
"""A break is put no later than it takes to spare this share of what the longest delay would."""


class Question(Struct, frozen=True, tag=True):
    """`call_by_s`: what each visit was told, from now; inf where nothing was. `still`: who must not
    be moved now. `moves`: only these are asked about, by visit and line."""

    ask: Ask
    call_by_s: tuple[float, ...]
    still: tuple[bool, ...]
    waited_s: tuple[float, ...]
    bearable_s: float
    """Nobody is fetched to a counter, or kept from a break, while nine in ten wait no longer than
    this in all, those who are soon to come included."""
    openings: tuple[Opening, ...] = ()
    delays: tuple[Delay, ...] = ()
    standing: tuple[tuple[str, str | None], ...] = ()
    """What is offered now and not yet settled: its kind and counter."""
    standing_moves: tuple[tuple[str, str | None], ...] = ()
    """The moves among it, by visit and line."""
    saving_s: float = 0.0
    """Moves that save less in all are not worth asking somebody for."""
    moves: tuple[tuple[str, str | None], ...] | None = None
    within_s: float = inf
    """Only who is called so soon is moved: the sooner, the surer by whom."""


class Felt(Struct, frozen=True):
    """What it does to one visit. `before` and `after` are by the lines left alone, `told` by
    counters that help each other out, which is what is told."""

    visit: str
    line: str | None
    to: str | None
    before: Wait
    after: Wait
    told_before: Wait
    told_after: Wait
    breaks: bool = False


class Weighed(Struct, frozen=True):
    """`coming`: so many who are not here yet are in the figures too."""

    felt: list[Felt]
    waiting: int
    coming: int
    p90_before_s: int
    p90_after_s: int
    saved_s: int
    later: int
    overtakes: int
    opening: Opening | None = None
    delay: Delay | None = None

    @property
    def breaks(self) -> bool:
        return any(felt.breaks for felt in self.felt)

    @property
    def spared_s(self) -> int:
        return self.p90_before_s - self.p90_after_s

    @property
    def sooner_for_the_moved(self) -> bool:
        """Whether the longest likely wait of those moved, which is what a suggestion says of
        itself, is shorter in whole minutes: nobody is moved only for the sake of others."""
        moved = [felt for felt in self.felt if felt.to != felt.line]
        before_s = max((felt.before.likely_s for felt in moved), default=0)
        after_s = max((felt.after.likely_s for felt in moved), default=0)
        return round(after_s / 60) < round(before_s / 60)

    def worth_while(self, stands: bool) -> bool:
        """Whether it is worth asking somebody for, or going on to ask."""
        least_s = max(WORTH_S, WORTH_SHARE * self.p90_before_s)
        return self.spared_s >= (STANDS * least_s if stands else least_s)


class Answer(Struct, frozen=True, tag=True):
    """What is worth doing, or, where moves were asked about, what they do."""

    moves: Weighed | None = None
    openings: list[Weighed] = []
    delay: Weighed | None = None


class _Stage:
    """One moment's luck, to play the floor on as it is and as it could be."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.ask = question.ask
        self.scene = question.ask.scene
        self.takes, self.free = draw(self.scene, self.ask.takes, SEED, self.ask.speeds)

    @cached_property
    def everybodys(self) -> Floats:
        """The waits as they will be, counters helping each other out."""
        return self.waits(self.scene)

    @property
    def told(self) -> Floats:
        return self.everybodys[:, : len(self.scene.visits)]

    @cached_property
    def alone(self) -> Floats:
        """The calls as they would be if every line were left alone."""
        return self.calls(scenes.left_alone(self.scene))

    @property
    def bearable(self) -> bool:
        asks = any(kind != "move" for kind, _ in self.question.standing)
        bearable_s = self.question.bearable_s * (STANDS if asks else 1.0)
        before_s = (*self.question.waited_s, *(0.0 for _ in self.scene.expected))
        return _p90(self.everybodys + before_s) <= bearable_s

    def stands(self, kind: str, counter: str) -> bool:
        return (kind, counter) in self.question.standing

    def calls(self, scene: Scene) -> Floats:
        """Futures × visits, seconds from now."""
        return self.waits(scene)[:, : len(self.scene.visits)]

    def waits(self, scene: Scene) -> Floats:
        """Futures × (visits, from now, then those expected, from when they come), seconds; what
        never ends is far."""
        free = self.free
        more = len(scene.counters) - len(self.scene.counters)
        if more:
            away = np.array(scene.away_s[-more:])
            free = np.hstack([free, np.broadcast_to(away, (len(free), more))])
        played: Rehearsed = play(scene, self.takes, free, [*self.ask.speeds, *({},) * more])
        coming_s = played.expected_s - scene.comes_s
        return np.minimum(np.hstack([played.calls_s, coming_s]), FAR_S)


def weigh(question: Question) -> Answer:
    stage = _Stage(question)
    scene = stage.scene
    if question.moves is not None:
        return Answer(_moved_by_hand(stage, _numbered(scene, question.moves)))
    if not scene.visits and not scene.expected:
        return Answer()
    moves = _worth_moving(stage)
    if not (question.openings or question.delays) or stage.bearable:
        return Answer(moves)
    return Answer(moves, _worth_opening(stage), _worth_delaying(stage))


def _worth_moving(stage: _Stage) -> Weighed | None:
    still = stage.question.still
    takes_s, free_s = stage.takes.mean(axis=0), stage.free.mean(axis=0)
    found = looking.look_for(stage.scene, takes_s, free_s, still, stage.question.within_s)
    fresh = _good(stage, found, stage.question.saving_s)
    standing = _good(stage, _numbered(stage.scene, stage.question.standing_moves), 0.0)
    if standing is None or (fresh and fresh.saved_s > BETTER * standing.saved_s):
        return fresh
    return standing


def _good(stage: _Stage, found: Mapping[int, str | None], saving_s: float) -> Weighed | None:
    weighed = _moved(stage, found) if found else None
    if weighed is None or weighed.saved_s <= saving_s or weighed.breaks:
        return None
    return weighed if weighed.sooner_for_the_moved else None


def _numbered(scene: Scene, moves: Iterable[tuple[str, str | None]]) -> Mapping[int, str | None]:
    numbers = {visit: n for n, visit in enumerate(scene.visits)}
    return {numbers[visit]: to for visit, to in moves if visit in numbers}


def _moved(stage: _Stage, found: Mapping[int, str | None]) -> Weighed:
    """By suggestion: the order of calls is the same, so what is told is too."""
    alone = stage.calls(scenes.left_alone(scenes.moved_by_suggestion(stage.scene, found)))
    order = _put_before(stage, found, alone)
    return _weighed(stage, found, stage.alone, alone, stage.told, overtakes=order)


def _moved_by_hand(stage: _Stage, found: Mapping[int, str | None]) -> Weighed:
    scene = scenes.moved(stage.scene, found)
    alone, told = stage.calls(scenes.left_alone(scene)), stage.calls(scene)
    order = _put_before(stage, found, alone)
    return _weighed(stage, found, stage.alone, alone, told, overtakes=order)


def _put_before(stage: _Stage, found: Mapping[int, str | None], alone: Floats) -> int:
    """How many earlier arrivals each moved visit is now likely to be called before, and was not."""
    keys = np.array(stage.scene.keys[: len(stage.scene.visits)])
    before, after = np.median(stage.alone, axis=0), np.median(alone, axis=0)
    count = 0
    for person in found:
        earlier = keys < keys[person]
        passed = earlier & (after > after[person]) & (before <= before[person])
        count += int(passed.sum())
    return count


def _opened(stage: _Stage, opening: Opening) -> Weighed:
    return _asked_of_staff(stage, scenes.opened(stage.scene, opening), opening=opening)


def _asked_of_staff(
    stage: _Stage, scene: Scene, *, opening: Opening | None = None, delay: Delay | None = None
) -> Weighed:
    """What it does to those who wait and to those who are soon to come."""
    waits = stage.waits(scene)
    told = waits[:, : len(scene.visits)]
    weighed = _weighed(stage, {}, stage.everybodys, waits, told, overtakes=0)
    return replace(weighed, coming=len(scene.expected), opening=opening, delay=delay)


def _worth_opening(stage: _Stage) -> list[Weighed]:
    """The best of each kind, if it is worth somebody's while."""
    best: dict[str, tuple[float, Weighed]] = {}
    for opening in stage.question.openings:
        one, stands = _opened(stage, opening), stage.stands(opening.kind, opening.counter)
        left_s = one.p90_after_s * (STANDS if stands else 1.0)
        known_s, _ = best.get(opening.kind, (inf, None))
        if one.worth_while(stands) and left_s < known_s:
            best[opening.kind] = left_s, one
    return [one for _, one in best.values()]


def _delayed(stage: _Stage, delay: Delay) -> Weighed:
    return _asked_of_staff(stage, scenes.delayed(stage.scene, delay), delay=delay)


def _worth_delaying(stage: _Stage) -> Weighed | None:
    """Of whose break put off longest spares most: the shortest delay that spares nearly as much,
    breaks nobody's quote, and costs those who would then wait less than the others are spared."""
    each = [[*of_one] for _, of_one in groupby(stage.question.delays, key=lambda one: one.staff)]
    furthest = [(_delayed(stage, delays[-1]), delays) for delays in each]
    longest, delays = max(furthest, key=lambda one: one[0].spared_s, default=(None, []))
    if longest is None:
        return None
    stands = stage.stands("break", delays[-1].counter)
    if not longest.worth_while(stands):
        return None
    weighed = chain((_delayed(stage, delay) for delay in delays[:-1]), [longest])
    enough_s = NEARLY * longest.spared_s
    good = (one for one in weighed if one.worth_while(stands) and one.spared_s >= enough_s)
    return next((one for one in good if one.saved_s > 0 and not one.breaks), None)


def _weighed(
    stage: _Stage,
    found: Mapping[int, str | None],
    before: Floats,
    after: Floats,
    told: Floats,
    *,
    overtakes: int,
) -> Weighed:
    """`before` and `after` are of the visits, and may be of those expected too."""
    scene, flips = stage.scene, _flips(stage, told)
    waits = [_waits(calls) for calls in (before, after, stage.told, told)]
    felt = []
    for person, visit in enumerate(scene.visits):
        line = scene.lines[scene.groups[person]]
        to = found.get(person, line)
        now, then, told_now, told_then = (wait[person] for wait in waits)
        breaks = bool(flips[person] > FLIPS_MAX)
        felt.append(Felt(visit, line, to, now, then, told_now, told_then, breaks))
    change = after.mean(axis=0) - before.mean(axis=0)
    return Weighed(
        felt=felt,
        waiting=len(scene.visits),
        coming=0,
        p90_before_s=_p90(before),
        p90_after_s=_p90(after),
        saved_s=round(float(-change.sum())),
        later=int((change > CHANGED_S).sum()),
        overtakes=overtakes,
    )


def _flips(stage: _Stage, told: Floats) -> Floats:
    """In how many of the futures a quote breaks that would have been kept."""
    call_by = np.array(stage.question.call_by_s)
    return np.asarray(((stage.told <= call_by) & (told > call_by)).mean(axis=0))


def _p90(calls: Floats) -> int:
    return round(float(np.percentile(calls, 90))) if calls.size else 0


def _waits(calls: Floats) -> list[Wait]:
    if not calls.size:
        return []
    ordered = np.percentile(calls, PERCENTILES, axis=0, method="higher").T
    return [Wait(*(round(seconds) for seconds in one)) for one in ordered.tolist()]
