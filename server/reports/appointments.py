"""Who came at a time: whether they came, early, in time or late, and how long after their time they
were called; and the same as a table, one row an appointment, without anything personal."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, get_args

import msgspec
from msgspec import Struct

from server.floor import check_in
from server.floor.facts import Appointment, Millis, Punctuality
from server.floor.hours import business_date, local
from server.floor.plan import StorePlan
from server.reports.exports import Cell, csv_lines
from server.reports.groups import By, Figures, Leg, figures
from server.reports.waits import Spread, share_of, spread_of

CAME: tuple[str, ...] = get_args(Punctuality)
COLUMNS = (
    *("date", "appointment", "service", "at", "state", "came", "visit"),
    *("arrived_at", "called_at", "counter", "server_id", "ended_as", "needs", "language"),
)
TIMES = ("at", "arrived_at", "called_at")

ABOUT = {
    "made": "Appointments, counted at the time they were made for, for the counter and person that"
    " first called them. made = cancelled + booked.",
    "booked": "Those that were not cancelled. booked = came.n + not_come.n + to_come.",
    "came": "n of those that came or can no longer come in time (of) were checked in: early, before"
    " check-in began; in_time; or late, without a head start. Who left again came.",
    "not_come": "n of them were not, and it is too late to be put forward. They may still come.",
    "to_come": "Not checked in, and still in time.",
    "after_time": "Call minus the appointment's time, or minus coming where somebody came after it;"
    " of the n that were called. Less than nothing: called before the time.",
    "waiting": "Call minus coming, of the same n.",
    "call": "The last call of the first leg; what came after a transfer is not among it.",
}


class Came(Struct, frozen=True):
    n: int
    of: int
    share: float | None
    early: int
    in_time: int
    late: int


class NotCome(Struct, frozen=True):
    n: int
    of: int
    share: float | None


class Row(Struct, frozen=True):
    key: str | None
    label: str
    made: int
    cancelled: int
    booked: int
    came: Came
    not_come: NotCome
    to_come: int
    after_time: Spread
    waiting: Spread


class Tally:
    def __init__(self, plan: StorePlan, now: Millis) -> None:
        self.plan = plan
        self.now = now
        self.states: Counter[str] = Counter()
        self.came: Counter[str] = Counter()
        self.after_time = array("q")
        self.waiting = array("q")

    def add(self, booked: Leg) -> None:
        self.states[_standing(self.plan, booked, self.now)] += 1
        self.came[booked["came"]] += 1
        called, came = booked["called_at"], booked["visit_arrived_at"]
        if called is not None:
            self.waiting.append(called - came)
            self.after_time.append(called - max(came, booked["at"]))

    def row(self, key: str | None, label: str) -> Row:
        made, cancelled = self.states.total(), self.states["cancelled"]
        came, not_come = self.states["checked_in"], self.states["missed"]
        of = came + not_come
        return Row(
            key=key,
            label=label,
            made=made,
            cancelled=cancelled,
            booked=made - cancelled,
            came=Came(came, of, share_of(came, of), *(self.came[how] for how in CAME)),
            not_come=NotCome(not_come, of, share_of(not_come, of)),
            to_come=self.states["due"] + self.states["late"],
            after_time=Spread(**spread_of(self.after_time)),
            waiting=Spread(**spread_of(self.waiting)),
        )


def appointments(plan: StorePlan, booked: Iterable[Leg], by: By, now: Millis) -> Figures:
    """An appointment is in the hour and on the business day of its time."""
    rows = (_dated(plan, row) | {"arrived_at": row["at"]} for row in booked)
    return figures(plan, rows, by, lambda: Tally(plan, now))


def _standing(plan: StorePlan, row: Leg, now: Millis) -> str:
    known = (row["appointment"], row["code"], row["service"], row["at"])
    return check_in.standing(plan, Appointment(*known, state=row["state"]), now)


def _dated(plan: StorePlan, row: Leg) -> dict[str, Any]:
    return {**row, "date": business_date(plan, row["at"])}


def appointments_csv(plan: StorePlan, booked: Iterable[Leg], now: Millis) -> Iterator[str]:
    return csv_lines(COLUMNS, (_cells(plan, row, now) for row in booked))


def _cells(plan: StorePlan, row: Leg, now: Millis) -> list[Cell]:
    known = {
        **_dated(plan, row),
        "state": _standing(plan, row, now),
        "arrived_at": row["visit_arrived_at"],
        "server_id": row["staff"],
        "needs": " ".join(msgspec.json.decode(row["needs"])),
    }
    return [_cell(plan, column, known[column]) for column in COLUMNS]


def _cell(plan: StorePlan, column: str, value: Any) -> Cell:
    if value is None or column not in TIMES:
        return value  # type: ignore[no-any-return]
    return local(plan, value).isoformat(timespec="milliseconds")
