"""Every place of the interface where somebody can write, found in its own description."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Place = tuple[str | int, ...]
"""Down a body: a field's name, an alternative's number, `[]` into a list, `*` into an object of any
keys, and `key` for such a key itself."""
Schema = dict[str, Any]


class Spec:
    def __init__(self, spec: Schema) -> None:
        self._spec = spec

    def operations(self) -> Iterator[tuple[str, str, Schema]]:
        for path, operations in self._spec["paths"].items():
            for method, operation in operations.items():
                yield method.upper(), path, operation

    def body_of(self, operation: Schema) -> Schema | None:
        content = operation.get("requestBody", {}).get("content", {})
        found: Schema | None = content.get("application/json", {}).get("schema")
        return found

    def _resolved(self, schema: Schema) -> Schema:
        while "$ref" in schema:
            schema = self._spec["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return schema

    def places(self, schema: Schema) -> Iterator[Place]:
        """Where words can stand: not in enumerations, dates and times."""
        schema = self._resolved(schema)
        for n, one in enumerate(_alternatives(schema)):
            yield from ((n, *place) for place in self.places(one))
        for name, one in schema.get("properties", {}).items():
            yield from ((name, *place) for place in self.places(one))
        if schema.get("type") == "array":
            yield from (("[]", *place) for place in self.places(schema["items"]))
        if isinstance(schema.get("additionalProperties"), dict):
            yield ("key",)
            yield from (("*", *place) for place in self.places(schema["additionalProperties"]))
        if schema.get("type") == "string" and not {"enum", "const", "format"} & schema.keys():
            yield ()

    def body(
        self, schema: Schema, place: Place | None, words: str, known: Schema, name: str = ""
    ) -> Any:
        """With `words` at `place`, what is needed beside it, and ids that are `known` by the name
        of their field."""
        schema = self._resolved(schema)
        if choices := _alternatives(schema):
            chosen = int(place[0]) if place else 0
            return self.body(choices[chosen], _inside(place), words, known, name)
        match schema.get("type"):
            case "object" if "properties" in schema:
                return {
                    field: self.body(one, _below(place, field), words, known, field)
                    for field, one in schema["properties"].items()
                    if field in schema.get("required", ()) or (place and place[0] == field)
                }
            case "object" if isinstance(schema.get("additionalProperties"), dict):
                key = words if place == ("key",) else known[f"{name} key"]
                inside = schema["additionalProperties"]
                return {key: self.body(inside, _below(place, "*"), words, known, name)}
            case "array":
                return [self.body(schema["items"], _below(place, "[]"), words, known, name)]
            case "string" if place == ():
                return words
            case "string":
                return known.get(name) or (schema.get("enum") or ["some words"])[0]
        return known.get(name, {"boolean": False, "null": None}.get(schema.get("type", ""), 3))


def _alternatives(schema: Schema) -> list[Schema]:
    return [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]


def _inside(place: Place | None) -> Place | None:
    return place[1:] if place else None


def _below(place: Place | None, step: str) -> Place | None:
    return place[1:] if place and place[0] == step else None
