"""Visits looked up: one or many, of today from the Day, of past days from the table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from operator import itemgetter

import msgspec
from flask import Response
from msgspec import UNSET

from server.doors import schemas
from server.doors.api import store_door
from server.doors.explaining import explain_view
from server.doors.house import house, shown
from server.doors.problems import Problem, unreadable
from server.doors.reasons import of_guest, say_papers
from server.doors.schemas import millis
from server.doors.sign_in import allowed, caller
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.hours import rfc3339
from server.floor.state import Visit
from server.floor.views.frame import at
from server.floor.views.visit import GuestView, PapersView, VisitsView, VisitView, visit_view
from server.floor.visits import Floor, customer_actions
from server.journal.contract import Place, Row, Stream

lookup = store_door("lookup", "Visits")


@lookup.get("/visits")
@allowed("staff")
@lookup.query(schemas.VisitsQuery)
@lookup.output(VisitsView)
def list_visits(query: schemas.VisitsQuery) -> Response:
    """Visits in order of arrival: today's, or those since a time, or those that changed since a
    `seq` of today."""
    cursor = _place(query.cursor) if query.cursor else None
    since = _moment(query.since)
    if since is None:
        found = _of_today(query, cursor)
    elif isinstance(since, _Seq):
        found = _changed_since(since, query, cursor)
    else:
        found = _arrived_since(since, query, cursor)
    items, more = found[: query.limit], found[query.limit :]
    last = items[-1][0] if items and more else None
    following = f"{last.arrived_at}-{last.visit}" if last else None
    return shown(VisitsView(items=[view for _, view in items], next=following))


class _Seq(int):
    """A place in today's stream, where a bare number was sent as `since`."""


def _moment(since: str | None) -> Millis | _Seq | None:
    if since is None:
        return None
    if since.isascii() and since.isdigit() and len(since) < 16:
        return _Seq(since)
    try:
        # A "+" that was not escaped in the address arrives as a space.
        moment = datetime.fromisoformat(since.replace(" ", "+"))
        if moment.tzinfo is not None:
            return millis(moment)
    except ValueError:
        pass
    problem = "must be a seq, or a time such as 2026-11-21T14:03:05Z"
    raise unreadable([{"where": "since", "problem": problem}])


def _place(cursor: str) -> Place:
    arrived_at, _, visit = cursor.partition("-")
    if not (arrived_at.isascii() and arrived_at.isdigit() and len(arrived_at) < 16):
        raise unreadable([{"where": "cursor", "problem": "must be the `next` of an earlier page"}])
    return Place(int(arrived_at), visit)


Found = list[tuple[Place, VisitView]]


def _arrived_since(since: Millis, query: schemas.VisitsQuery, cursor: Place | None) -> Found:
    here = house()
    rows = here.journal.visits(
        here.plan.id,
        state=query.state,
        counter=query.counter,
        since=since,
        cursor=cursor,
        limit=query.limit + 1,
    )

    def render(day: Day, now: Millis, forecast: Forecast) -> Found:
        return [(_row_place(row), _shown_row(row, day, now, forecast)) for row in rows]

    return here.store.look(render)


def _row_place(row: Row) -> Place:
    return Place(row["arrived_at"], row["visit"])


def _shown_row(row: Row, day: Day, now: Millis, forecast: Forecast) -> VisitView:
    visit = day.visits.get(row["visit"])
    return visit_view(house().plan, day, visit, now, forecast) if visit else past_view(row)


def _of_today(query: schemas.VisitsQuery, cursor: Place | None) -> Found:
    """Also those who came the day before and were carried over."""

    def render(day: Day, now: Millis, forecast: Forecast) -> Found:
        return _page(Floor(house().plan, day, now, forecast), day.visits.values(), query, cursor)

    return house().store.look(render)


def _changed_since(seq: int, query: schemas.VisitsQuery, cursor: Place | None) -> Found:
    here = house()

    def render(day: Day, now: Millis, forecast: Forecast) -> Found:
        facts = here.journal.read(Stream(day.store, day.date), seq)
        changed = {getattr(recorded.fact, "visit", None) for recorded in facts}
        visits = [visit for visit in day.visits.values() if visit.id in changed]
        return _page(Floor(here.plan, day, now, forecast), visits, query, cursor)

    return here.store.look(render)


def _page(
    floor: Floor, visits: Iterable[Visit], query: schemas.VisitsQuery, cursor: Place | None
) -> Found:
    wanted = (
        (Place(visit.arrived_at, visit.id), visit)
        for visit in visits
        if query.state in (None, visit.state) and query.counter in (None, visit.counter)
    )
    page = sorted((p for p in wanted if cursor is None or p[0] > cursor), key=itemgetter(0))
    return [
        (place, visit_view(floor.plan, floor.day, visit, floor.now, floor.forecast))
        for place, visit in page[: query.limit + 1]
    ]


@lookup.get("/visits/<visit>")
@allowed("staff", secret=True)
@lookup.query(schemas.ExplainQuery)
@lookup.output(VisitView)
def show_visit(visit: str, query: schemas.ExplainQuery) -> Response:
    """One visit, of today or of a past day. Staff also see what the guest told. `explain`: why
    it is next, and why those before it are."""
    here, by_staff = house(), caller().owns is None

    def render(day: Day, now: Millis, forecast: Forecast) -> VisitView | None:
        found = day.visits.get(visit)
        if found is None:
            return None
        view = _for_caller(Floor(here.plan, day, now, forecast), found)
        if query.explain:
            view.explain = explain_view(here.plan, day, found, to_staff=by_staff)
        return view

    view = here.store.look(render) or _past(visit)
    if by_staff:
        told = here.journal.guest(visit)
        say_papers(view.papers.items, told)
        view.guest = _guest(told)
    return shown(view)


def _for_caller(floor: Floor, visit: Visit) -> VisitView:
    view = visit_view(floor.plan, floor.day, visit, floor.now, floor.forecast)
    if caller().owns is not None:
        view.allowed_actions = customer_actions(floor, visit)
        view.follow_url = f"/v/{house().keys.secret_of(visit.id)}"
    return view


def _past(visit: str) -> VisitView:
    row = house().journal.visit(house().plan.id, visit)
    if row is None:
        raise unknown_visit(visit)
    return past_view(row)


def unknown_visit(visit: str) -> Problem:
    return Problem(404, "unknown_visit", "There is no such visit.", args={"visit": visit})


def _guest(told: dict[str, str]) -> GuestView:
    notes = [told[field] for field in sorted(told) if field.startswith("note:")]
    words = of_guest(told)
    return GuestView(
        name=told.get("name"), phone=told.get("phone"), notes=notes, reasons=words or UNSET
    )


def past_view(row: Row) -> VisitView:
    """A visit of a past day, as the visits table remembers it: nothing can be done with it."""
    return VisitView(
        id=row["visit"],
        ticket=row["ticket"],
        number=row["number"],
        service=row["service"],
        state=row["state"],
        ended_as=row["ended_as"],
        ended_reason=row["ended_reason"],
        outcome=row["outcome"],
        counter=row["counter"],
        arrived_at=rfc3339(row["arrived_at"]),
        called_at=at(row["called_at"]),
        started_at=at(row["started_at"]),
        ended_at=at(row["ended_at"]),
        papers=PapersView(verdict=row["verdict"], items=[]),
        needs=tuple(msgspec.json.decode(row["needs"])),
        language=row["language"],
        channel=row["channel"],
        appointment_at=at(row["appointment_at"]),
        legs=row["legs"],
        feedback=row["feedback"],
    )
