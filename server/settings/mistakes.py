"""A mistake in config.toml, said so that a handyman can mend it: the place, the find, the cure."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any, NamedTuple

Where = tuple[str | int, ...]
"""A place in the file as keys and positions from 0: `("service", 0, "requirement", 1, "any")`."""


class Mistake(NamedTuple):
    key: str
    found: str
    would_do: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.key}   (line {self.line})" if self.line else self.key
        return f"  {place}\n      found     {self.found}\n      would do  {self.would_do}"


class SettingsError(Exception):
    """All that is wrong with a config file, at once."""

    def __init__(self, path: Path, mistakes: Sequence[Mistake]) -> None:
        self.path = path
        self.mistakes = tuple(sorted(mistakes, key=lambda m: m.line or 0))
        super().__init__(str(self))

    def __str__(self) -> str:
        count = len(self.mistakes)
        head = f"{self.path}: {count} mistake{'s' if count > 1 else ''}. Nothing was started."
        return "\n\n".join([head, *map(str, self.mistakes)])


def shown(value: Any) -> str:
    """A value as one would write it in the file, short enough for one line."""
    match value:
        case date() | time():
            text = value.isoformat()
        case dict():
            text = "{ " + ", ".join(f"{k} = {shown(v)}" for k, v in value.items()) + " }"
        case list() | tuple():
            text = "[" + ", ".join(map(shown, value)) + "]"
        case _:
            text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else text[:57] + "…"


def one_of(known: Iterable[str], found: Any = None) -> str:
    """The names that would do, and the one that was probably meant."""
    names = sorted(known)
    if not names:
        return "nothing here yet: add one first"
    listed = ("one of " if len(names) > 1 else "only ") + ", ".join(shown(name) for name in names)
    meant = nearest(found, names)
    return f'{listed}. Did you mean "{meant}"?' if meant else listed


def nearest(found: Any, names: Iterable[str]) -> str | None:
    close = difflib.get_close_matches(str(found), list(names), n=1, cutoff=0.6)
    return close[0] if close else None


def key_path(raw: dict[str, Any], where: Where) -> str:
    """`where` as it reads in the file: `service "replacement" → requirement 2 → any`."""
    steps: list[str] = []
    value: Any = raw
    for key in where:
        value = _inside(value, key)
        if isinstance(key, str):
            steps.append(key)
        elif steps:
            steps[-1] += f" {_label(value, key)}"
    return " → ".join(steps)


def _inside(value: Any, key: str | int) -> Any:
    try:
        return value[key]
    except (KeyError, IndexError, TypeError):
        return None


def _label(item: Any, position: int) -> str:
    name = item.get("id") if isinstance(item, dict) else None
    return f'"{name}"' if isinstance(name, str) and name else str(position + 1)


def one_of_keys(key: str, known: Any) -> str:
    meant = nearest(key, known)
    return f'{", ".join(known)}. Did you mean "{meant}"?' if meant else f"{', '.join(known)}"
