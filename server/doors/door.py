"""A part of the interface: its addresses, and what openapi.json says of what each takes and gives.

`@part.body(Model)` reads the JSON that was sent, `@part.query(Model)` what stands behind the `?`;
the function gets it as `body` or `query`. `@part.output(Shape)` describes the answer; what has no
such line (a page) is not told in openapi.json.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from flask import Blueprint
from pydantic import BaseModel

from server.doors.reading import read_body, read_query

Function = TypeVar("Function", bound=Callable[..., Any])
OK = {"description": "Successful response"}


@dataclass
class Described:
    """What openapi.json says of one function."""

    body: type[BaseModel] | None = None
    query: type[BaseModel] | None = None
    shapes: dict[int, Any] = field(default_factory=dict)
    """The type of an answer's JSON, by its status."""
    responses: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Answers that are no JSON, by their status, as OpenAPI writes them."""
    security: tuple[str, ...] = ()


def described(view: Callable[..., Any]) -> Described:
    """`wraps` carries it on to whatever is put around the function."""
    found: Described = view.__dict__.setdefault("described", Described())
    return found


class Door(Blueprint):
    """`tag` is the part's heading in openapi.json."""

    def __init__(self, name: str, tag: str, url_prefix: str | None = None) -> None:
        super().__init__(name, __name__, url_prefix=url_prefix)
        self.tag = tag
        self.shapes: list[Any] = []
        """Of all its answers."""

    def body(self, model: type[BaseModel]) -> Callable[[Function], Function]:
        def reads(view: Function) -> Function:
            described(view).body = model

            @wraps(view)
            def reading(**names: Any) -> Any:
                return view(body=read_body(model), **names)

            return reading  # type: ignore[return-value]

        return reads

    def query(self, model: type[BaseModel]) -> Callable[[Function], Function]:
        def reads(view: Function) -> Function:
            described(view).query = model

            @wraps(view)
            def reading(**names: Any) -> Any:
                return view(query=read_query(model), **names)

            return reading  # type: ignore[return-value]

        return reads

    def output(self, shape: Any, status: int = 200) -> Callable[[Function], Function]:
        def describes(view: Function) -> Function:
            described(view).shapes[status] = shape
            self.shapes.append(shape)
            return view

        return describes

    def response(self, status: int, said: dict[str, Any] = OK) -> Callable[[Function], Function]:
        def describes(view: Function) -> Function:
            described(view).responses[status] = said
            return view

        return describes
