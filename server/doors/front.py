"""The way in: an index of the screens, and every screen's own files."""

from __future__ import annotations

from functools import lru_cache

from apiflask import APIBlueprint
from flask import Response, abort

from server.doors.files import KINDS, ROOMS, File, answer, made
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


@front.get("/words/<language>/<names>")
def show_words(language: str, names: str) -> Response:
    """The words of a page in one language, its files by name: `/words/fr/floor,phone,ui`."""
    wanted = tuple(names.split(","))
    texts = [house().files.text(f"ui/words/{language}/{name}.ftl") for name in wanted]
    if language not in house().plan.languages or None in texts or len(set(wanted)) < len(wanted):
        abort(404)
    return answer(_words("".join(text for text in texts if text)))


@lru_cache(64)
def _words(text: str) -> File:
    return made(text.encode(), KINDS[".ftl"])


@front.get("/joined/<etag>/<screen>.<any(js, css):kind>")
def show_joined(etag: str, screen: str, kind: str) -> Response:
    """A screen's script or stylesheet, whole."""
    return house().joined.respond(etag, screen, f".{kind}")
