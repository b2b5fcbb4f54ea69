"""The tablets: their page, everything on the floor, who works here, and what concerns whoever is
signed in."""

from __future__ import annotations

from typing import Any

from flask import Response, request
from msgspec import to_builtins

from server.doors.api import store_door
from server.doors.front import address_of_words
from server.doors.house import house, shown, shown_with_clock
from server.doors.problems import Problem
from server.doors.promises import promise_view
from server.doors.reports import in_turns, legs_alone
from server.doors.screens import about, screen
from server.doors.sign_in import allowed, caller
from server.floor.hours import rfc3339
from server.floor.plan import StorePlan
from server.floor.views.floor import FloorView, StaffMemberView, StaffView, floor_view
from server.floor.views.frame import at
from server.floor.views.promises import EarlierVisitsView, EarlierVisitView
from server.journal.contract import Row
from server.live.saying import say_messages
from server.reports.own import own, own_period
from server.reports.staff import ABOUT


def _ahead(plan: StorePlan) -> list[str]:
    """Its words in the browser's language: that is it, unless somebody has chosen another here."""
    language = request.accept_languages.best_match(plan.languages) or plan.languages[0]
    words = address_of_words(language, "appointments", "floor", "lines", "staff", "today")
    return [words, "/api/v1/session", about(plan)]


staff_screen = screen("staff", _ahead)
staff = store_door("staff", "Staff")


@staff.get("/floor")
@allowed("staff")
@staff.output(FloorView)
def show_floor() -> Response:
    """Everything on the floor now."""
    here = house()
    view = here.store.look(lambda day, now, forecast: floor_view(here.plan, day, now, forecast))
    view.today = say_messages(here.store, view.today)
    view.trouble = here.store.trouble
    return shown_with_clock(view)


@staff.get("/staff")
@allowed("staff")
@staff.output(StaffView)
def list_staff() -> Response:
    """Who works here."""
    items = [
        StaffMemberView(id=one.id, name=one.name, role=one.role, languages=one.languages)
        for one in house().plan.staff.values()
    ]
    return shown(StaffView(items=items))


@staff.get("/my/figures")
@allowed("staff")
@staff.output(dict[str, Any])
def show_own_figures() -> Response:
    """What whoever is signed in did today, and in the four weeks before. Nobody else's."""
    me = caller().staff
    if me is None:
        detail = "These are somebody's own figures: sign in with your PIN at a tablet."
        raise Problem(409, "nobody_signed_in", detail)
    here = house()
    now = here.clock.now()
    span = own_period(here.plan, now)
    figures = own(here.plan, in_turns(here, span, legs_alone), me, now)
    told = {"staff": me, "from": span.first, "to": span.until, "now": at(now), "about": ABOUT}
    return shown({**told, **to_builtins(figures)})


@staff.get("/visits/<visit>/before")
@allowed("staff")
@staff.output(EarlierVisitsView)
def list_visits_before(visit: str) -> Response:
    """The last visits of whoever gave the same phone number, with notes and promises."""
    here = house()
    items = [_earlier_visit(row) for row in here.journal.earlier(here.plan.id, visit)]
    return shown(EarlierVisitsView(items=items))


def _earlier_visit(row: Row) -> EarlierVisitView:
    here = house()
    told = here.journal.guest(row["visit"])
    return EarlierVisitView(
        id=row["visit"],
        ticket=row["ticket"],
        service=row["service"],
        arrived_at=rfc3339(row["arrived_at"]),
        ended_as=row["ended_as"],
        outcome=row["outcome"],
        notes=[told[field] for field in sorted(told) if field.startswith("note:")],
        promises=[promise_view(row, here.clock.now(), words) for row, words in _promises(told)],
    )


def _promises(told: dict[str, str]) -> list[tuple[Row, str]]:
    """Those that still stand: one whose finish was undone left only its words."""
    here = house()
    made = [
        (here.journal.promise(here.plan.id, field.partition(":")[2]), words)
        for field, words in told.items()
        if field.startswith("promise:")
    ]
    return [(row, words) for row, words in made if row is not None]
