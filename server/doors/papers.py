"""What the floor walker needs beside a visit's papers: the reasons known here, and the slip."""

from __future__ import annotations

from flask import Response

from server.doors.api import store_door
from server.doors.house import house, shown
from server.doors.lookup import unknown_visit
from server.doors.sign_in import allowed
from server.floor.views.frame import View

papers = store_door("papers", "Visits")


class RejectionView(View, kw_only=True):
    """How often (`n`) a paper was rejected for a reason."""

    paper: str
    reason: str | None
    n: int


class ReasonsView(View, kw_only=True):
    items: list[RejectionView]
    next: None = None


class SlipLinkView(View, kw_only=True):
    follow_url: str


REASONS_FROM_MS = 180 * 24 * 3600 * 1000


@papers.get("/papers/reasons")
@allowed("staff")
@papers.output(ReasonsView)
def list_reasons() -> Response:
    """Why papers were rejected here in the last half year, by paper, the most frequent first."""
    here = house()
    items = here.journal.rejections(here.plan.id, here.clock.now() - REASONS_FROM_MS)
    return shown(ReasonsView(items=[RejectionView(**row) for row in items]))


@papers.get("/visits/<visit>/slip")
@allowed("staff")
@papers.output(SlipLinkView)
def show_slip(visit: str) -> Response:
    """The address of the customer's own page: what to bring, and the place in line."""
    here = house()
    known = here.store.look(lambda day, now, forecast: visit in day.visits)
    if not known and here.journal.visit(here.plan.id, visit) is None:
        raise unknown_visit(visit)
    return shown(SlipLinkView(follow_url=f"/v/{here.keys.secret_of(visit)}"))
