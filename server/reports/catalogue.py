"""The reports there are, each with what its figures mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from server.floor.facts import Millis
from server.floor.plan import StorePlan
from server.reports import (
    appointments,
    balance,
    change,
    feedback,
    papers,
    promises,
    staff,
    staffing,
    waits,
)
from server.reports.groups import BYS, By, Figures, Leg
from server.reports.periods import Period

Rows = Iterable[Leg]
Of = Literal["legs", "legs with papers", "promises", "legs and suggestions", "appointments"]


class Asked(NamedTuple):
    """What a report may have to know beside its rows; `change` where it splits them."""

    span: Period
    now: Millis
    change: Millis | None = None


class Report(NamedTuple):
    figures: Callable[[StorePlan, Rows, By, Asked], Figures]
    about: dict[str, str]
    of: Of = "legs"
    """The journal's rows it counts."""
    bys: tuple[str, ...] = BYS
    splits: bool = False
    """It compares what was before a day with what came after."""


def _until_now(
    figures: Callable[[StorePlan, Rows, By, Millis], Figures],
) -> Callable[[StorePlan, Rows, By, Asked], Figures]:
    return lambda plan, rows, by, asked: figures(plan, rows, by, asked.now)


def _change(plan: StorePlan, legs: Rows, by: By, asked: Asked) -> Figures:
    assert asked.change is not None
    return change.change(asked.change, plan, legs, by, asked.now)


def _staffing(plan: StorePlan, legs: Rows, by: By, asked: Asked) -> Figures:
    return staffing.staffing(plan, legs, by, asked.span, asked.now)


REPORTS = {
    "waits": Report(_until_now(waits.waits), waits.ABOUT),
    "change": Report(_change, change.ABOUT, splits=True),
    "staff": Report(_until_now(staff.staff), staff.ABOUT),
    "feedback": Report(_until_now(feedback.feedback), feedback.ABOUT),
    "papers": Report(_until_now(papers.papers), papers.ABOUT, of="legs with papers"),
    "balance": Report(_until_now(balance.balance), balance.ABOUT, of="legs and suggestions"),
    "promises": Report(_until_now(promises.promises), promises.ABOUT, of="promises"),
    "appointments": Report(
        _until_now(appointments.appointments), appointments.ABOUT, of="appointments"
    ),
    "staffing": Report(
        _staffing, staffing.ABOUT, bys=("hour", "day", "week", "weekday", "service")
    ),
}
