"""The state of an object in parts that can be written down, and put back exactly as it was.

A `Table` names the attributes of a class that hold its state, with their types. What follows from
the others is left out: whoever needs it works it out again. Nothing is read from the bytes but
values of the types named here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from msgspec import Raw
from msgspec.msgpack import Decoder, Encoder

from server.floor import facts as f
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.state import (
    CallSeen,
    Coming,
    Counter,
    Help,
    Kept,
    Kind,
    Offered,
    Place,
    Promise,
    PutLater,
    Rested,
    Undoable,
    Visit,
)

PIECE = 500
"""Values written down at once: more would hold Python's lock for milliseconds."""

encode = Encoder().encode


class Part(NamedTuple):
    """One attribute, or some of it: parts of the same name follow one another."""

    name: str
    value: Any


class Table:
    def __init__(self, types: dict[str, Any], follows: tuple[str, ...] = ()) -> None:
        """`follows`: attributes that follow from the others, or say nothing once it is put back."""
        self.names = (*types, *follows)
        self._decoders = {name: Decoder(type_) for name, type_ in types.items()}

    def state(self, of: object) -> dict[str, Any]:
        """What `of` holds; a deque as a list."""
        found = ((name, getattr(of, name)) for name in self._decoders)
        return {n: list(held) if isinstance(held, deque) else held for n, held in found}

    def put(self, into: object, parts: Iterable[tuple[str, Raw]]) -> None:
        """Raises msgspec.ValidationError, and KeyError for an attribute that is none."""
        seen: set[str] = set()
        for name, raw in parts:
            value = self._decoders[name].decode(raw)
            held = getattr(into, name)
            if name in seen:
                held.update(value) if isinstance(held, dict) else held.extend(value)
            elif isinstance(held, deque):
                setattr(into, name, deque(value, held.maxlen))
            else:
                setattr(into, name, value)
            seen.add(name)
        if missing := self._decoders.keys() - seen:
            raise KeyError(*missing)


def pieces(name: str, values: dict[Any, Any] | list[Any]) -> Iterator[Part]:
    """A copy in parts, to be written down later, of what holds nothing that changes itself."""
    several = iter(values.items() if isinstance(values, dict) else values)
    while some := list(islice(several, PIECE)):
        yield Part(name, dict(some) if isinstance(values, dict) else some)


DAY = Table(
    {
        "seq": int,
        "last_at": Millis,
        "closed": bool,
        "closed_at": Millis | None,
        "closing_at": Millis | None,
        "turned_to": str | None,
        "turned_by_ms": Millis,
        "carried": dict[str, Visit],
        "help_left": dict[str, Help],
        "sent_home": dict[str, tuple[Millis, Counter]],
        "visits": dict[str, Visit],
        "counters": dict[str, Counter],
        "lines": dict[str | None, list[Place]],
        "line_kinds": dict[str | None, dict[Kind, list[Place]]],
        "kinds": dict[Kind, list[Place]],
        "held": dict[str, Millis],
        "at_risk": set[str],
        "last_number": dict[str, int],
        "brought": set[str],
        "undoable": dict[str, Undoable],
        "promises": dict[str, Promise],
        "kept": dict[str, Kept | None],
        "help": dict[str, Help],
        "helped": dict[str, str | None],
        "coming": dict[str, Coming],
        "rested": dict[str, tuple[Rested, ...]],
        "put_later": dict[tuple[str, Millis], PutLater],
        "suggestions": dict[str, Offered],
        "exceptions": dict[str, f.DayException],
        "appointments": dict[str, f.Appointment],
        "appointments_seq": int,
        "recent_calls": list[CallSeen],
        "recent_ends": list[str],
    },
    follows=("store", "date", "able"),
)
MANY = ("visits", "undoable", "suggestions", "appointments")
"""Of frozen values, and many of them on a long day."""


def day_parts(day: Day) -> list[Part]:
    """The Day as it is now, however it goes on. Quick: the long parts are yet to be encoded."""
    parts: list[Part] = []
    for name, value in DAY.state(day).items():
        long = name in MANY and value
        parts += pieces(name, value) if long else [Part(name, Raw(encode(value)))]
    return parts


def day_of(store: str, date: str, parts: Iterable[tuple[str, Raw]]) -> Day:
    """Raises like `Table.put`."""
    day = Day(store, date)
    DAY.put(day, parts)
    return day
