"""The tablets: their page, everything on the floor, who works here and what they promised."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Response

from server.doors import schemas
from server.doors.api import store_door
from server.doors.house import house, shown, speaking
from server.doors.screens import screen
from server.doors.sign_in import allowed
from server.doors.writing import write
from server.floor import commands as c
from server.floor.day import Day, Promise
from server.floor.facts import Millis
from server.floor.views import View, at, floor_view
from server.journal.contract import Answer
from server.store import Done

staff_screen = screen("staff")
staff = store_door("staff", "Staff")


@staff.get("/floor")
@allowed("staff")
@staff.output(schemas.ThingOut)
def show_floor() -> Response:
    """Everything on the floor now."""
    here = house()
    view = here.store.look(lambda day, now, forecast: floor_view(here.plan, day, now, forecast))
    return shown(speaking(view))


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


@staff.get("/promises")
@allowed("staff")
@staff.input(schemas.PromisesQuery, location="query", arg_name="query")
@staff.output(schemas.ListOut)
def list_promises(query: schemas.PromisesQuery) -> Response:
    """What was promised for after a visit, the soonest due first."""
    here = house()

    def render(day: Day, now: Millis, _: object) -> list[tuple[str, View]]:
        found = [
            (f"{one.due:015}-{one.id}", _promise(day, one, now)) for one in day.promises.values()
        ]
        found.sort(key=lambda pair: pair[0])
        return [
            (place, view)
            for place, view in found
            if query.state in (None, view["state"]) and place > (query.cursor or "")
        ]

    found = here.store.look(render)
    page, more = found[: query.limit], found[query.limit :]
    items = [{**view, "what": _words(view)} for _, view in page]
    return shown({"items": items, "next": page[-1][0] if more else None})


def _promise(day: Day, promise: Promise, now: Millis) -> View:
    return {
        "id": promise.id,
        "visit": promise.visit,
        "ticket": day.visits[promise.visit].ticket,
        "state": _state(promise, now),
        "due": at(promise.due),
        "made_at": at(promise.made_at),
        "kept_at": at(promise.kept_at),
        "staff": promise.staff,
    }


def _state(promise: Promise, now: Millis) -> str:
    if promise.kept_at is not None:
        return "kept"
    return "late" if promise.due < now else "open"


def _words(promise: View) -> str | None:
    return house().journal.guest(promise["visit"]).get(f"promise:{promise['id']}")


@staff.post("/promises/<promise>/kept")
@allowed("staff")
@staff.input(schemas.Nothing, arg_name="body")
@staff.output(schemas.ThingOut)
def keep_promise(promise: str, body: schemas.Nothing) -> Response:
    """It was done."""

    def render(made: Done) -> Answer:
        view: dict[str, Any] = _promise(made.day, made.day.promises[promise], made.now)
        return Answer(200, msgspec.json.encode(view))

    return write(c.KeepPromise(promise), render)
