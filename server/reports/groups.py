"""Legs in groups: by hour, day, week, weekday, service, counter or staff, named and in an order
people expect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Literal, NamedTuple, Protocol, TypeVar, get_args

from server.floor.hours import local
from server.floor.plan import StorePlan

Leg = Mapping[str, Any]
By = Literal["hour", "day", "week", "weekday", "service", "counter", "staff"]
BYS: tuple[str, ...] = get_args(By)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Row = TypeVar("Row", covariant=True)


class Tally(Protocol[Row]):
    """Adds legs up without keeping them."""

    def add(self, leg: Leg) -> None: ...
    def row(self, key: str | None, label: str) -> Row: ...


class Figures(NamedTuple):
    items: list[Any]
    total: Any


def figures(
    plan: StorePlan, legs: Iterable[Leg], by: By, tally: Callable[[], Tally[Any]]
) -> Figures:
    """One row a group, and one of all legs."""
    total = tally()
    groups: dict[str | None, Tally[Any]] = defaultdict(tally)
    for leg in legs:
        total.add(leg)
        groups[group_of(plan, leg, by)].add(leg)
    keys = sorted(groups, key=order_of(plan, by))
    return Figures(
        items=[groups[key].row(key, label_of(plan, key, by)) for key in keys],
        total=total.row("total", ""),
    )


def group_of(plan: StorePlan, leg: Leg, by: By) -> str | None:
    match by:
        case "hour":
            return f"{local(plan, leg['arrived_at']).hour:02}:00"
        case "day":
            return str(leg["date"])
        case "week":
            return monday_of(str(leg["date"]))
        case "weekday":
            return WEEKDAYS[datetime.fromisoformat(leg["date"]).weekday()]
        case _:
            return leg[by]  # type: ignore[no-any-return]


def monday_of(day: str) -> str:
    """A week is known by its first day."""
    first = date.fromisoformat(day)
    return (first - timedelta(days=first.weekday())).isoformat()


def label_of(plan: StorePlan, key: str | None, by: By) -> str:
    """In the store's first language; where the plan no longer knows it, the key itself."""
    if key is None:
        return ""
    language = plan.languages[0]
    match by:
        case "hour":
            return f"{key}–{(int(key[:2]) + 1) % 24:02}:00"
        case "week":
            return f"{date.fromisoformat(key):%G-W%V}"
        case "service" if key in plan.services:
            return plan.services[key].name[language]
        case "counter" if key in plan.counters:
            return plan.counters[key].name[language]
        case "staff" if key in plan.staff:
            return plan.staff[key].name
        case _:
            return key


def order_of(plan: StorePlan, by: By) -> Any:
    """The order people expect: the day from its start, the week from Monday, the rest as in the
    store's config, what it no longer knows behind that, and "nobody" last."""
    first_hour = plan.day_starts.hour
    known: dict[str, int] = {
        "hour": {f"{hour:02}:00": (hour - first_hour) % 24 for hour in range(24)},
        "weekday": {day: place for place, day in enumerate(WEEKDAYS)},
        "service": {key: place for place, key in enumerate(plan.services)},
        "counter": {key: place for place, key in enumerate(plan.counters)},
        "staff": {key: place for place, key in enumerate(plan.staff)},
        "day": {},
        "week": {},
    }[by]
    return lambda key: (key is None, known.get(key, len(known)), key or "")
