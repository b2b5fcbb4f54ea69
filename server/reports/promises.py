"""What was promised for after a visit: made, kept by its time, late."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from msgspec import Struct

from server.floor.facts import Millis
from server.floor.plan import StorePlan
from server.reports.groups import By, Figures, Leg, figures
from server.reports.waits import share_of

ABOUT = {
    "made": "Promises, counted at the moment they were made, for the service, counter and person"
    " that finished the visit. made = kept.of + still_open; kept.n + late.n = kept.of.",
    "kept": "n of the promises that are due or done (of) were kept by the time that was promised.",
    "late": "n of them were not: kept later, or still_owed, not kept to this moment. mean_late is"
    " over all n, to this moment where a promise is still owed.",
    "still_open": "Not kept yet, and not due yet.",
}


class Kept(Struct, frozen=True):
    n: int
    of: int
    share: float | None


class Late(Struct, frozen=True):
    n: int
    of: int
    share: float | None
    still_owed: int
    mean_late_s: float | None
    mean_late_min: float | None


class Row(Struct, frozen=True):
    key: str | None
    label: str
    made: int
    kept: Kept
    late: Late
    still_open: int


class Tally:
    def __init__(self, now: Millis) -> None:
        self.now = now
        self.kept = self.still_open = self.still_owed = 0
        self.late_ms: list[int] = []

    def add(self, promise: Leg) -> None:
        done, due = promise["kept_at"], promise["due"]
        if done is not None and done <= due:
            self.kept += 1
        elif done is None and due >= self.now:
            self.still_open += 1
        else:
            self.still_owed += done is None
            self.late_ms.append((self.now if done is None else done) - due)

    def row(self, key: str | None, label: str) -> Row:
        of = self.kept + len(self.late_ms)
        return Row(
            key=key,
            label=label,
            made=of + self.still_open,
            kept=Kept(n=self.kept, of=of, share=share_of(self.kept, of)),
            late=self._late(of),
            still_open=self.still_open,
        )

    def _late(self, of: int) -> Late:
        late_ms = float(np.mean(self.late_ms)) if self.late_ms else None
        return Late(
            n=len(self.late_ms),
            of=of,
            share=share_of(len(self.late_ms), of),
            still_owed=self.still_owed,
            mean_late_s=None if late_ms is None else round(late_ms / 1000, 3),
            mean_late_min=None if late_ms is None else round(late_ms / 60_000, 3),
        )


def promises(plan: StorePlan, made: Iterable[Leg], by: By, now: Millis) -> Figures:
    """A promise is in the hour and on the day it was made."""
    rows = ({**row, "arrived_at": row["made_at"]} for row in made)
    return figures(plan, rows, by, lambda: Tally(now))
