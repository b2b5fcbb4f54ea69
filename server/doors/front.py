"""The way in: an index of the screens, and every screen's own files."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response

from server.doors.files import ROOMS
from server.doors.house import house
from server.doors.pages import doorway
from server.doors.sign_in import may_pass

SCREENS = ("kiosk", "display", "staff", "manager")

front = APIBlueprint("front", __name__, enable_openapi=False)


@front.get("/")
def index() -> Response:
    return doorway("index.html", "foyer", screens={s: may_pass(s) for s in SCREENS})


@front.get("/favicon.ico")
def icon() -> Response:
    return house().files.respond("ui", "mark.svg")


@front.get(f"/<any({', '.join(ROOMS)}):room>/<path:name>")
def show_file(room: str, name: str) -> Response:
    return house().files.respond(room, name)
