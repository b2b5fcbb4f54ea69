"""The public interface: what all its doors share, and what a store says about itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import gevent
from apiflask import APIBlueprint, APIFlask
from flask import Response
from gevent.lock import BoundedSemaphore
from pydantic import Field

from server.doors import schemas
from server.doors.house import house, shown, speaking
from server.doors.problems import PROBLEM_JSON, Problem, unreadable
from server.floor.about_view import about_view, services_view
from server.floor.hours import windows
from server.floor.views import at

BASE = "/api/v1/stores/<store>"


def store_door(name: str, tag: str) -> APIBlueprint:
    """A part of the interface under the store's address; other stores' addresses are not here."""
    door = APIBlueprint(name, name, tag=tag, url_prefix=BASE)
    door.url_value_preprocessor(_only_this_store)
    return door


def _only_this_store(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    named = values.pop("store") if values else None
    if named != house().plan.id:
        raise Problem(404, "unknown_store", "There is no such store here.")


about = store_door("about", "Store")


@about.get("")
@about.output(schemas.ThingOut)
def show_store() -> Response:
    """The store: its name, languages, hours, services, papers and counters."""
    here = house()
    told = here.store.look(lambda day, now, forecast: about_view(here.plan, now))
    return shown({**speaking(told), "address": here.address, "demo": here.demo})


class HoursQuery(schemas.Body):
    first: date = Field(alias="from", ge=date(2000, 1, 1), lt=date(3000, 1, 1))
    days: int = Field(14, ge=1, le=62)


@about.get("/hours")
@about.input(HoursQuery, location="query", arg_name="query")
@about.output(schemas.ListOut)
def list_hours(query: HoursQuery) -> Response:
    """When the store is open on each business day from a date on: none on a day it is closed."""
    plan = house().plan
    dates = [(query.first + timedelta(days=n)).isoformat() for n in range(query.days)]
    items = [
        {"date": one, "open": [[at(since), at(until)] for since, until in windows(plan, one)]}
        for one in dates
    ]
    return shown({"items": items, "next": None})


@about.get("/services")
@about.input(schemas.LanguageQuery, location="query", arg_name="query")
@about.output(schemas.ListOut)
def list_services(query: schemas.LanguageQuery) -> Response:
    """What is offered, how long the wait is now, and which papers are asked for."""
    here = house()
    language = query.language or here.plan.languages[0]
    if language not in here.plan.languages:
        known = ", ".join(here.plan.languages)
        raise unreadable([{"where": "language", "problem": f"must be one of {known}"}])
    items = here.store.look(
        lambda day, now, forecast: services_view(here.plan, day, now, forecast, language)
    )
    return shown({"items": items, "next": None})


def add_openapi(app: APIFlask) -> None:
    app.config.update(
        AUTO_404_RESPONSE=False,
        AUTO_AUTH_ERROR_RESPONSE=False,
        AUTO_VALIDATION_ERROR_RESPONSE=False,
        AUTO_SERVERS=False,
    )
    app.security_schemes = {
        "token": {"type": "http", "scheme": "bearer", "description": "A device or a program."},
        "session": {"type": "apiKey", "in": "cookie", "name": app.config["SESSION_COOKIE_NAME"]},
        "secret": {"type": "apiKey", "in": "query", "name": "secret"},
    }
    app.spec_processor(_finished)
    app.view_functions["openapi.spec"] = _written_once(app)


def _written_once(app: APIFlask) -> Callable[[], Response]:
    """What the interface is does not change while it runs, and takes a while to write."""
    lock, written = BoundedSemaphore(1), list[str]()

    def show_openapi() -> Response:
        with lock:
            if not written:
                # On a thread of its own, so that no tap waits for it.
                written.append(gevent.get_hub().threadpool.apply(_write, (app,)))
        return Response(written[0], content_type="application/json")

    return show_openapi


def _write(app: APIFlask) -> str:
    with app.app_context():
        return app.json.dumps(app.spec)


IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key with the same body is done once and answered the same.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
}


def _finished(spec: Any) -> Any:
    """What APIFlask cannot know: problems, keys, and answers that may be left out."""
    schemas_ = spec.setdefault("components", {}).setdefault("schemas", {})
    problem = schemas.ProblemOut.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas_.update(problem.pop("$defs", {}), Problem=problem)
    for path, operations in spec["paths"].items():
        for method, operation in operations.items():
            operation["responses"]["default"] = {
                "description": "A problem, in words and with a stable `code`.",
                "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
            }
            if method in ("post", "delete") and path.startswith("/api/v1/stores"):
                operation["parameters"].append(IDEMPOTENCY_KEY)
    return spec
