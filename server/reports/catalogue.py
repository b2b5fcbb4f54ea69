"""The reports there are, each with what its figures mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from server.floor.facts import Millis
from server.floor.plan import StorePlan
from server.reports import feedback, papers, promises, staff, waits
from server.reports.groups import By, Figures, Leg


class Report(NamedTuple):
    figures: Callable[[StorePlan, Iterable[Leg], By, Millis], Figures]
    about: dict[str, str]
    of: Literal["legs", "legs with papers", "promises"] = "legs"
    """The journal's rows it counts."""


REPORTS = {
    "waits": Report(waits.waits, waits.ABOUT),
    "staff": Report(staff.staff, staff.ABOUT),
    "feedback": Report(feedback.feedback, feedback.ABOUT),
    "papers": Report(papers.papers, papers.ABOUT, of="legs with papers"),
    "promises": Report(promises.promises, promises.ABOUT, of="promises"),
}
