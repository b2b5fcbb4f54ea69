"""The tablets: their page, everything on the floor, who works here, and what concerns whoever is
signed in."""

from __future__ import annotations

from flask import Response
from msgspec import to_builtins

from server.doors import schemas
from server.doors.api import store_door
from server.doors.house import house, shown, speaking
from server.doors.problems import Problem
from server.doors.promises import promise_view
from server.doors.reports import in_turns, legs_alone
from server.doors.screens import screen
from server.doors.sign_in import allowed, caller
from server.floor.views import View, at, floor_view
from server.journal.contract import Row
from server.live.saying import say_messages
from server.reports.own import own, own_period
from server.reports.staff import ABOUT

staff_screen = screen("staff")
staff = store_door("staff", "Staff")


@staff.get("/floor")
@allowed("staff")
@staff.output(schemas.ThingOut)
def show_floor() -> Response:
    """Everything on the floor now."""
    here = house()
    view = here.store.look(lambda day, now, forecast: floor_view(here.plan, day, now, forecast))
    say_messages(here.store, view)
    return shown(speaking({**view, "trouble": here.store.trouble}))


@staff.get("/staff")
@allowed("staff")
@staff.output(schemas.ListOut)
def list_staff() -> Response:
    """Who works here."""
    items = [
        {"id": one.id, "name": one.name, "role": one.role, "languages": one.languages}
        for one in house().plan.staff.values()
    ]
    return shown({"items": items, "next": None})


@staff.get("/my/figures")
@allowed("staff")
@staff.output(schemas.ThingOut)
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
@staff.output(schemas.ListOut)
def list_visits_before(visit: str) -> Response:
    """The last visits of whoever gave the same phone number, with notes and promises."""
    here = house()
    items = [_earlier_visit(row) for row in here.journal.earlier(here.plan.id, visit)]
    return shown({"items": items, "next": None})


def _earlier_visit(row: Row) -> View:
    here = house()
    told = here.journal.guest(row["visit"])
    return {
        "id": row["visit"],
        "ticket": row["ticket"],
        "service": row["service"],
        "arrived_at": at(row["arrived_at"]),
        "ended_as": row["ended_as"],
        "outcome": row["outcome"],
        "notes": [told[field] for field in sorted(told) if field.startswith("note:")],
        "promises": [
            {**promise_view(promise, here.clock.now()), "what": words}
            for promise, words in _promises(told)
        ],
    }


def _promises(told: dict[str, str]) -> list[tuple[Row, str]]:
    """Those that still stand: one whose finish was undone left only its words."""
    here = house()
    made = [
        (here.journal.promise(here.plan.id, field.partition(":")[2]), words)
        for field, words in told.items()
        if field.startswith("promise:")
    ]
    return [(row, words) for row, words in made if row is not None]
