"""What was suggested about the lines, what was done, what it saved; and who was overtaken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import numpy as np
from msgspec import Struct
from msgspec.json import decode

from server.floor.facts import Millis, Overtake
from server.floor.plan import StorePlan
from server.reports.groups import By, Figures, Leg, figures
from server.reports.waits import share_of

REASONS = ("own_line", "head_start", "by_hand")
STATES = ("open", "taken", "put_off", "withdrawn", "taken_back")
CalledAt = Callable[[str], Millis | None]

ABOUT = {
    "suggestions": "Counted at the moment they were offered; offered = open + taken + put_off +"
    " withdrawn (no longer worth doing) + taken_back.",
    "saved": "Of the suggestions taken, over the n visits they touched that were called afterwards:"
    " the wait there would have been, each line left alone, minus what was foretold with it"
    " (promised) and minus what it really was (really). It may be less than nothing.",
    "moves": "Moves between lines, by anybody, of the visits of the legs counted here.",
    "called_elsewhere": "n of the legs that were called (of) were called by a counter out of"
    " another's line.",
    "overtakes": "Times that somebody who waited and came earlier, and whom the same counter could"
    " have served, was called later. own_line: the counter's own line counts two minutes earlier;"
    " head_start: of a need or an appointment; by_hand: called out of order by a person."
    " per_visit is over the legs called (of); worst is the most that one visit was overtaken.",
    "by_need": "The same for visits with a need, need by need.",
}


class Suggested(Struct, frozen=True):
    offered: int
    open: int
    taken: int
    put_off: int
    withdrawn: int
    taken_back: int


class Saved(Struct, frozen=True):
    n: int
    promised_min: float
    really_min: float
    really_mean_s: float | None


class Elsewhere(Struct, frozen=True):
    n: int
    of: int
    share: float | None


class Overtakes(Struct, frozen=True):
    n: int
    of: int
    per_visit: float | None
    own_line: int
    head_start: int
    by_hand: int
    visits: int
    worst: int


class OfNeed(Struct, frozen=True):
    need: str
    label: str
    n: int
    visits: int
    worst: int


class Row(Struct, frozen=True):
    key: str | None
    label: str
    suggestions: Suggested
    saved: Saved
    moves: int
    called_elsewhere: Elsewhere
    overtakes: Overtakes
    by_need: list[OfNeed]


def balance(plan: StorePlan, rows: Iterable[Leg], by: By, now: Millis) -> Figures:
    """`rows` are legs, and suggestions as `with_calls` makes them."""
    return figures(plan, rows, by, lambda: Tally(plan))


def with_calls(suggestions: Iterable[Leg], called_at: CalledAt) -> Iterator[Leg]:
    """Each suggestion with what it saved: promised and really, for each visit called since."""
    for row in suggestions:
        saved = []
        for visit, (without, with_it) in row["touched"].items() if row["state"] == "taken" else ():
            called = called_at(visit)
            if called is not None and called >= row["settled_at"]:
                saved.append((without - with_it, without - called))
        yield {**row, "saved": saved}


class Tally:
    def __init__(self, plan: StorePlan) -> None:
        self.plan = plan
        self.states: Counter[str] = Counter()
        self.saved: list[tuple[int, int]] = []
        self.moves = self.called = self.elsewhere = 0
        self.reasons: Counter[str] = Counter()
        self.overtaken: Counter[str] = Counter()
        self.of_need: dict[str, Counter[str]] = {}

    def add(self, row: Leg) -> None:
        if "suggestion" in row:
            self.states[row["state"]] += 1
            self.saved += row["saved"]
            return
        self.moves += row["moves"] or 0
        if row["called_at"] is not None:
            self.called += 1
            self.elsewhere += row["called_from"] is not None
        if row["overtakes"] is not None:
            for overtake in decode(row["overtakes"], type=list[Overtake]):
                self._add_overtake(overtake)

    def _add_overtake(self, overtake: Overtake) -> None:
        self.reasons[overtake.why] += 1
        self.overtaken[overtake.visit] += 1
        for need in overtake.needs:
            self.of_need.setdefault(need, Counter())[overtake.visit] += 1

    def row(self, key: str | None, label: str) -> Row:
        states = {state: self.states[state] for state in STATES}
        return Row(
            key=key,
            label=label,
            suggestions=Suggested(offered=sum(states.values()), **states),
            saved=self._saved(),
            moves=self.moves,
            called_elsewhere=Elsewhere(
                n=self.elsewhere, of=self.called, share=share_of(self.elsewhere, self.called)
            ),
            overtakes=self._overtakes(),
            by_need=[self._need(need) for need in sorted(self.of_need)],
        )

    def _saved(self) -> Saved:
        promised, really = np.array(self.saved, dtype=float).reshape(-1, 2).T / 60_000
        mean = round(float(really.mean()) * 60, 3) if len(really) else None
        return Saved(
            n=len(really),
            promised_min=round(float(promised.sum()), 3),
            really_min=round(float(really.sum()), 3),
            really_mean_s=mean,
        )

    def _overtakes(self) -> Overtakes:
        n = sum(self.overtaken.values())
        return Overtakes(
            n=n,
            of=self.called,
            per_visit=share_of(n, self.called),
            **{reason: self.reasons[reason] for reason in REASONS},
            visits=len(self.overtaken),
            worst=max(self.overtaken.values(), default=0),
        )

    def _need(self, need: str) -> OfNeed:
        known, counts = self.plan.needs.get(need), self.of_need[need]
        label = known.name[self.plan.languages[0]] if known else need
        return OfNeed(need, label, sum(counts.values()), len(counts), max(counts.values()))
