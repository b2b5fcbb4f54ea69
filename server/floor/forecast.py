"""What a decision may ask about waits: a value handed in, never a call out."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from server.floor.state import Kind, Place


class Estimate(Struct, frozen=True):
    """A wait from now, in seconds. `basis` says what it rests on: `history`, `typical`
    (not enough history yet) or `no_counter_open`; `after_closing` says that it may not end before
    whoever is left is sent home, so that no time can be told."""

    low_s: int
    likely_s: int
    high_s: int
    basis: str
    base_s: int = 0


class Forecast(Protocol):
    confidence: float
    pace: float
    """How much longer than usual everything takes just now; 1 unless that is beyond chance."""

    def expected_s(self, service: str, counter: str | None, unmoved: bool = False) -> float:
        """The mean wait at the end of that line now, by the line alone: for comparing lines.
        Counters that help each other out make all lines alike, and no newcomer's choice.
        `unmoved`: as if no suggestion had moved anybody."""

    def newcomer(self, kind: Kind, counter: str | None, place: Place | None = None) -> Estimate:
        """The wait of somebody of that kind who joined that line (None: the pool) now; at `place`,
        if he is to stand further ahead than whoever comes."""

    def visit(self, visit: str) -> Estimate | None:
        """The wait still ahead of a waiting visit; None for any other."""
