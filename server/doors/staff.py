"""The tablets: their page, everything on the floor, and who works here."""

from __future__ import annotations

from flask import Response

from server.doors import schemas
from server.doors.api import store_door
from server.doors.house import house, shown, speaking
from server.doors.screens import screen
from server.doors.sign_in import allowed
from server.floor.views import floor_view

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
