"""The pages people open: rendered with their nonce, told who may see them, lost ones comforted."""

from __future__ import annotations

import gzip
import secrets
from typing import Any

from flask import Flask, Response, g, render_template, request
from jinja2 import ChoiceLoader, FileSystemLoader
from werkzeug.exceptions import HTTPException

from server.doors.files import ROOT
from server.doors.house import house
from server.doors.problems import from_http, problem_response, wants_page
from server.words import language_of

OWN_PAGES = ROOT / "server" / "doors" / "own"


def nonce() -> str:
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    made: str = g.nonce
    return made


def page(template: str, screen: str, status: int = 200, **more: Any) -> Response:
    """`made_of`: the name in `SCREENS` of what the page's script and styles are joined from."""
    here = house()
    plan = here.plan
    language = more.setdefault("language", plan.languages[0])
    text = render_template(
        template,
        nonce=nonce(),
        store=plan.id,
        store_name=plan.name[language],
        screen=screen,
        direction=language_of(language).direction,
        spoken=[
            {"code": one.code, "name": one.name, "direction": one.direction, "locale": one.locale}
            for one in here.words.languages
        ],
        demo=here.demo,
        joined=here.joined,
        without_script=here.words.speaker(language, "doors")("door-without-script"),
        **more,
    )
    return packed(Response(text, status, content_type="text/html; charset=utf-8"))


def packed(response: Response) -> Response:
    response.headers["Vary"] = "Accept-Encoding"
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response.set_data(gzip.compress(response.get_data(), 6, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response


def doorway(template: str, screen: str, status: int = 200, **more: Any) -> Response:
    """A page of no screen, in the language the browser asks for."""
    languages = house().plan.languages
    language = request.accept_languages.best_match(languages) or languages[0]
    return page(
        template,
        screen,
        status,
        language=language,
        say=house().words.speaker(language, "doors"),
        **more,
    )


def closed_door(screen: str) -> Response:
    """Somebody without the screen's scope: how to sign in, in the store's look."""
    return doorway("closed_door.html", screen, 401)


def lost(error: HTTPException) -> Response:
    if wants_page() and error.code == 404:
        return doorway("lost.html", "foyer", 404, lost="door-lost")
    return problem_response(from_http(error))


def add_pages(app: Flask) -> None:
    app.jinja_loader = ChoiceLoader([FileSystemLoader(OWN_PAGES), FileSystemLoader(ROOT)])
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.register_error_handler(HTTPException, lost)
    app.after_request(guard)


def guard(response: Response) -> Response:
    """What a browser may do with an answer of ours: little, and nothing from elsewhere."""
    headers = response.headers
    headers["X-Content-Type-Options"] = "nosniff"
    headers.setdefault("Referrer-Policy", "same-origin")
    if response.mimetype == "text/html":
        headers["Content-Security-Policy"] = _policy(nonce(), request.path.strip("/"))
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()"
    else:
        headers["Content-Security-Policy"] = NOTHING_RUNS
    if "Cache-Control" not in headers:
        headers["Cache-Control"] = "no-store"
    return response


NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'"


READS_CODES = ("kiosk", "staff")
"""Whose cameras see codes: WebAssembly runs on these screens and no other."""


def _policy(made: str, screen: str) -> str:
    wasm = " 'wasm-unsafe-eval'" if screen in READS_CODES else ""
    return (
        "default-src 'self'; "
        f"script-src 'self' 'nonce-{made}'{wasm}; "
        f"style-src 'self' 'nonce-{made}'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "media-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )
