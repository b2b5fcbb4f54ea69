"""Saying that something is different today, and taking it back."""

from __future__ import annotations

from msgspec.structs import replace

from server.floor import commands as c
from server.floor import facts as f
from server.floor import hours, reasons, today
from server.floor.facts import Millis
from server.floor.refusals import Refusal
from server.floor.visits import Decision, Floor

JUST_NOW_MS = 120_000
"""A moment said to be now may have passed while it was typed and sent."""


def say(floor: Floor, command: c.SayToday) -> Decision:
    said = command.exception
    if said.service is not None and said.service not in floor.plan.services:
        args: dict[str, object] = {"service": said.service, "known": sorted(floor.plan.services)}
        return Refusal("unknown_service", args, where="service")
    where = "closes_at" if said.what == "closes_at" else "closed_from"
    moment = said.closes_at or said.closed_from
    if moment is not None:
        moment = max(moment, floor.now) if moment > floor.now - JUST_NOW_MS else moment
        if not _is_ahead(floor, moment):
            return Refusal("exception_not_today", {"date": floor.day.date}, where=where)
        said = replace(said, **{where: moment})
    return (f.ExceptionMade(replace(said, reason=reasons.listed(said.reason, reasons.LATE))),)


def _is_ahead(floor: Floor, moment: Millis) -> bool:
    """Whether the store would be open until later than that, but for what was said today."""
    open_ = hours.windows(today.as_usual(floor.plan), floor.day.date)
    return bool(open_) and floor.now <= moment < open_[-1][1]


def take_back(floor: Floor, command: c.TakeBackToday) -> Decision:
    if command.exception not in floor.day.exceptions:
        return Refusal("unknown_exception", {"exception": command.exception})
    return (f.ExceptionTakenBack(command.exception),)
