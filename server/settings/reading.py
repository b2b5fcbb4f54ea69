"""Reads config.toml table by table, so that a mistake in one hides no mistake in another."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from server.settings.checks import Parts, check
from server.settings.lines import line_of
from server.settings.mistakes import (
    Mistake,
    SettingsError,
    Where,
    key_path,
    nearest,
    one_of,
    one_of_keys,
    shown,
)
from server.settings.settings import Settings
from server.settings.tables import LISTS, TABLES, Table
from server.words import OWN, spoken_in


def load(path: Path | str) -> Settings:
    path = Path(path)
    text = _text_of(path)
    raw = _parse(path, text)
    reader = _Reader(text, raw)
    spoken = spoken_in(path.parent / OWN)
    parts = Parts(raw, {name: reader.table(name) for name in TABLES}, {}, spoken)
    parts.lists.update({name: reader.list_of(name) for name in LISTS})
    reader.unknown_tables()
    for where, found, would_do in check(parts):
        reader.mistake(where, found, would_do)
    if reader.mistakes:
        raise SettingsError(path, reader.mistakes)
    return _settings(path, parts)


def _settings(path: Path, parts: Parts) -> Settings:
    return Settings(
        path,
        *(parts.tables[name] for name in TABLES),  # type: ignore[arg-type]
        *(tuple(parts.lists[name]) for name in LISTS),
    )


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SettingsError(
            path,
            [Mistake("the file", "no such file", "name it with --config, or copy the one shipped")],
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            path, [Mistake("the file", str(error), "a text file in UTF-8 that can be read")]
        ) from None


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _line_in(str(error), text)
        found = shown(text.splitlines()[line - 1].strip()) if text.strip() else "an empty file"
        would_do = f"TOML: {str(error).split(' (at ')[0].lower()}; see the shipped config.toml"
        raise SettingsError(path, [Mistake("the file", found, would_do, line)]) from None


def _line_in(error: str, text: str) -> int:
    at = re.search(r"at line (\d+)", error)
    return min(int(at.group(1)) if at else len(text.splitlines()), max(1, len(text.splitlines())))


class _Reader:
    def __init__(self, text: str, raw: dict[str, Any]) -> None:
        self.text = text
        self.raw = raw
        self.mistakes: list[Mistake] = []

    def mistake(self, where: Where, found: str, would_do: str) -> None:
        key = key_path(self.raw, where)
        self.mistakes.append(Mistake(key, found, would_do, line_of(self.text, where)))

    def table(self, name: str) -> Table:
        return self._read(TABLES[name], self.raw.get(name, {}), (name,))

    def list_of(self, name: str) -> list[Table]:
        items = self.raw.get(name, [])
        if not isinstance(items, list):
            self.mistake((name,), shown(items), f"[[{name}]] with two brackets: there may be many")
            return []
        return [self._read(LISTS[name], item, (name, i)) for i, item in enumerate(items)]

    def unknown_tables(self) -> None:
        known = [*TABLES, *LISTS]
        for name in self.raw:
            if name not in known:
                self.mistake((name,), "a table Foyer does not know", one_of_keys(name, known))

    def _read(self, model: type[Table], value: Any, where: Where) -> Table:
        try:
            return model.model_validate(value)
        except ValidationError as wrong:
            for error in wrong.errors(include_url=False):
                inner, field, owner = _field_at(model, error["loc"])
                self.mistake(where + inner, *_said(error, inner, field, owner))
            return _what_can_be_read(model, value if isinstance(value, dict) else {})


def _what_can_be_read(model: type[Table], value: dict[str, Any]) -> Table:
    """The table with None for what is wrong in it, so that the checks can look at the rest."""
    keys = dict.fromkeys((*model.model_fields, *value))
    known = ((name, model.field(name)) for name in keys)
    fields = {name: _field_value(field, value, name) for name, field in known if field}
    return model.model_construct(None, **fields)


def _field_value(field: FieldInfo, value: dict[str, Any], name: str) -> Any:
    if name not in value:
        return None if field.is_required() else field.get_default()
    inner = _table_in(field)
    if inner and isinstance(value[name], list):
        return [_what_can_be_read(inner, i) for i in value[name] if isinstance(i, dict)]
    try:
        takes: Any = Annotated[field.annotation, field]
        return TypeAdapter(takes, config=ConfigDict(strict=True)).validate_python(value[name])
    except ValidationError:
        return None


def _field_at(model: type[Table], loc: Where) -> tuple[Where, FieldInfo | None, type[Table]]:
    """The place of an error without pydantic's own steps, its field, and the table that is in."""
    field, owner, place = None, model, list[str | int]()
    for key in loc:
        if isinstance(key, str):
            inner = _table_in(field) if field else None
            owner = inner or owner
            if field is not None and inner is None:
                break
            field = owner.field(key)
        place.append(key)
    if field is not None and _table_in(field) is None:
        while place and isinstance(place[-1], int):
            place.pop()
    return tuple(place), field, owner


def _table_in(field: FieldInfo) -> type[Table] | None:
    for inner in get_args(field.annotation):
        if isinstance(inner, type) and issubclass(inner, Table):
            return inner
    return None


def _said(
    error: ErrorDetails, place: Where, field: FieldInfo | None, owner: type[Table]
) -> tuple[str, str]:
    match error["type"]:
        case "missing":
            return "nothing", f"{_want(field)}: {_help(field)}"
        case "extra_forbidden":
            key = str(place[-1]) if place else ""
            return "a key Foyer does not know", one_of_keys(key, owner.model_fields)
        case "model_type" | "dict_type" | "model_attributes_type":
            return shown(error["input"]), f"a table with {', '.join(owner.model_fields)}"
        case _:
            return shown(error["input"]), _meant(error["input"], field)


def _want(field: FieldInfo | None) -> str:
    extra = field.json_schema_extra if field else None
    return str(extra["want"]) if isinstance(extra, dict) else "another value"


def _help(field: FieldInfo | None) -> str:
    return (field.description or "") if field else ""


def _meant(found: Any, field: FieldInfo | None) -> str:
    """What the setting takes, and the choice that was probably meant."""
    extra = field.json_schema_extra if field else None
    if isinstance(extra, dict) and isinstance(named := extra.get("choices"), list):
        return one_of(map(str, named), found)
    choices = list(_choices(field.annotation)) if field else []
    meant = nearest(found, choices)
    return f'{_want(field)}. Did you mean "{meant}"?' if meant else _want(field)


def _choices(annotation: Any) -> Iterator[str]:
    for inner in get_args(annotation):
        if isinstance(inner, str):
            yield inner
        else:
            yield from _choices(inner)
