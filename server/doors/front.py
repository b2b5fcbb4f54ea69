"""The way in: an index of the screens, and every screen's own files."""

from __future__ import annotations

from functools import lru_cache

import msgspec
from flask import Blueprint, Response, abort

from server.doors.files import ROOMS, File, answer, made
from server.doors.house import JSON, house
from server.doors.pages import doorway
from server.doors.sign_in import may_pass
from server.words import Words

SCREENS = ("kiosk", "display", "staff", "manager")

front = Blueprint("front", __name__)


@front.get("/")
def index() -> Response:
    return doorway("index.html", "foyer", screens={s: may_pass(s) for s in SCREENS})


@front.get("/favicon.ico")
def icon() -> Response:
    return house().files.respond("ui", "mark.svg")


@front.get(f"/<any({', '.join(ROOMS)}):room>/<path:name>")
def show_file(room: str, name: str) -> Response:
    return house().files.respond(room, name)


def address_of_words(language: str, *names: str) -> str:
    """Where a page asks for its words, as `ui/words.js` does."""
    return f"/words/{language}/{','.join(sorted({'ui', *names}))}"


@front.get("/words/<language>/<names>")
def show_words(language: str, names: str) -> Response:
    """The words of a page in one language, its files by name: `/words/fr/floor,phone,ui`."""
    words, wanted = house().words, names.split(",")
    if language not in house().plan.languages or len(wanted) != len(set(wanted)):
        abort(404)
    try:
        return answer(_words(words, language, tuple(sorted(wanted))))
    except KeyError:
        abort(404)


@lru_cache(64)
def _words(words: Words, language: str, names: tuple[str, ...]) -> File:
    return made(msgspec.json.encode(words.texts(language, *names)), JSON)


@front.get("/joined/<etag>/<name>")
def show_joined(etag: str, name: str) -> Response:
    """A screen's script or stylesheet, whole."""
    screen, dot, kind = name.partition(".")
    return house().joined.respond(etag, screen, dot + kind)
