"""openapi.json: the interface described by its own doors, so that it cannot say anything else."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import gevent
import msgspec
from flask import Flask, Response
from gevent.lock import BoundedSemaphore
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from werkzeug.routing import Rule

from server.doors.door import OK, Described, Door
from server.doors.house import JSON
from server.doors.problems import PROBLEM_JSON
from server.doors.schemas import ProblemView

Json = dict[str, Any]
REF = "#/components/schemas/{}"
PROBLEM: Json = {
    "description": "A problem, in words and with a stable `code`.",
    "content": {PROBLEM_JSON: {"schema": {"$ref": REF.format("ProblemView")}}},
}
IDEMPOTENCY_KEY: Json = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "The same key with the same body is done once and answered the same.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
}
NAMED = re.compile(r"<(?:\w+:)?(\w+)>")
TELLING = ("GET", "POST", "DELETE")


def add_openapi(app: Flask) -> None:
    """It does not change while the server runs, and takes a while to write."""
    lock, written = BoundedSemaphore(1), list[bytes]()

    def show_openapi() -> Response:
        with lock:
            if not written:
                # On a thread of its own, so that no tap waits for it.
                said = gevent.get_hub().threadpool.apply(description, (app,))
                written.append(msgspec.json.encode(said))
        return Response(written[0], content_type=JSON)

    app.add_url_rule("/api/v1/openapi.json", "openapi.spec", show_openapi)


def description(app: Flask) -> Json:
    doors = list(_doors(app))
    bodies = [told.body for _, _, _, told in doors if told.body is not None]
    shapes = [shape for _, _, _, told in doors for shape in told.shapes.values()]
    _, bodies_told = models_json_schema(
        [(model, "validation") for model in dict.fromkeys(bodies)],
        ref_template=REF.format("{model}"),
    )
    shapes_told = schemas_of([*shapes, ProblemView])
    shapes_told["ProblemView"]["additionalProperties"] = True
    paths: dict[str, Json] = {}
    for rule, door, method, told in doors:
        said = _operation(app.view_functions[rule.endpoint], door, rule, method, told)
        paths.setdefault(NAMED.sub(r"{\1}", rule.rule), {})[method.lower()] = said
    return {
        "openapi": "3.1.0",
        "info": {"title": "Foyer", "version": "1"},
        "tags": [{"name": tag} for tag in dict.fromkeys(door.tag for _, door, _, _ in doors)],
        "paths": paths,
        "components": {
            "schemas": {**bodies_told.get("$defs", {}), **shapes_told},
            "securitySchemes": _security_schemes(app),
        },
    }


def schemas_of(shapes: Iterable[Any]) -> dict[str, Json]:
    """JSON Schemas of these and of all they are made of, by name."""
    _, found = msgspec.json.schema_components(shapes, ref_template=REF.format("{name}"))
    for schema in found.values():
        # An answer always has a field with a default; one that is left out has none (UNSET).
        fields = schema.get("properties", {})
        always = [name for name, field in fields.items() if "default" in field]
        schema["required"] = [*schema.get("required", ()), *always]
    return found


def _doors(app: Flask) -> Iterator[tuple[Rule, Door, str, Described]]:
    for rule in app.url_map.iter_rules():
        door = app.blueprints.get(rule.endpoint.partition(".")[0])
        told = app.view_functions[rule.endpoint].__dict__.get("described")
        if isinstance(door, Door) and told is not None and (told.shapes or told.responses):
            for method in sorted({*TELLING} & (rule.methods or set())):
                yield rule, door, method, told


def _operation(
    view: Callable[..., Any], door: Door, rule: Rule, method: str, told: Described
) -> Json:
    text = " ".join((inspect.getdoc(view) or "").split())
    summary, _, more = text.partition(". ")
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in NAMED.findall(rule.rule)
    ]
    if told.query is not None:
        parameters += _query_parameters(told.query)
    if method != "GET" and "store" in rule.arguments:
        parameters.append(IDEMPOTENCY_KEY)
    operation: Json = {
        "tags": [door.tag],
        "summary": summary.removesuffix("."),
        "parameters": parameters,
        "responses": {**_responses(told), "default": PROBLEM},
    }
    if more:
        operation["description"] = text
    if told.body is not None:
        body = {"$ref": REF.format(told.body.__name__)}
        operation["requestBody"] = {"content": {JSON: {"schema": body}}}
    if told.security:
        operation["security"] = [{scheme: []} for scheme in told.security]
    return operation


def _responses(told: Described) -> Json:
    said = {str(status): {**OK, **response} for status, response in told.responses.items()}
    for status, shape in told.shapes.items():
        response = said.setdefault(str(status), {**OK})
        response["content"] = {**response.get("content", {}), JSON: {"schema": _shape(shape)}}
    return said


def _shape(shape: Any) -> Json:
    (schema,), _ = msgspec.json.schema_components([shape], ref_template=REF.format("{name}"))
    return schema


def _query_parameters(model: type[BaseModel]) -> list[Json]:
    told = model.model_json_schema()
    wanted = told.get("required", ())
    return [
        {"name": name, "in": "query", "required": name in wanted, "schema": schema}
        for name, schema in told["properties"].items()
    ]


def _security_schemes(app: Flask) -> Json:
    return {
        "token": {"type": "http", "scheme": "bearer", "description": "A device or a program."},
        "session": {"type": "apiKey", "in": "cookie", "name": app.config["SESSION_COOKIE_NAME"]},
        "secret": {"type": "apiKey", "in": "query", "name": "secret"},
    }
