"""What is different today: the store closes earlier, a service ends, everything takes longer, or
there is something to say. Each is an exception of the business day it was said on."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from server.floor import hours
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.plan import StorePlan


def plan_of(plan: StorePlan, day: Day) -> StorePlan:
    """The plan with the hours of this day as they were said today."""
    closes = next((one.closes_at for one in day.exceptions.values() if one.closes_at), None)
    if closes is None:
        return plan
    return replace(plan, hours=replace(plan.hours, ends=(day.date, closes)))


def closed_from(day: Day, service: str) -> Millis | None:
    """From when nobody new is taken for a service today."""
    found = (one for one in day.exceptions.values() if one.service == service)
    return next((one.closed_from for one in found), None)


def over_at(plan: StorePlan, day: Day, service: str) -> Millis | None:
    """When whoever then still waits for it is not served any more, as after a closing."""
    since = closed_from(day, service)
    return None if since is None else since + plan.times.close_after_minutes * 60_000


def is_served(plan: StorePlan, day: Day, service: str, at: Millis) -> bool:
    """Whether a ticket for it may be taken at that moment."""
    since = closed_from(day, service)
    return hours.is_open(plan, at) and (since is None or at < since)


def as_usual(plan: StorePlan) -> StorePlan:
    """The plan as config.toml has it."""
    return replace(plan, hours=replace(plan.hours, ends=None))


def until_then(plan: StorePlan, day: Day, since: Millis | None) -> dict[str, object]:
    """What whoever is sent away is told: since when, and when to come instead. Times as on the
    clock of the store; `days` from today, 0 where the store does not open again."""
    again = hours.opens_after(plan, day.date)
    on, opens = again if again is not None else (date.fromisoformat(day.date), None)
    return {
        "since": "" if since is None else f"{hours.local(plan, since):%H:%M}",
        "opens": "" if opens is None else f"{hours.local(plan, opens):%H:%M}",
        "days": (on - date.fromisoformat(day.date)).days,
    }
