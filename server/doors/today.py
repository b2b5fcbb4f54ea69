"""What is different today: said by staff, told on every screen and phone, and taken back."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from flask import Response

from server.doors import schemas
from server.doors.api import store_door
from server.doors.house import house, shown
from server.doors.sign_in import allowed, caller
from server.doors.writing import NOTHING, Guests, new_id, write
from server.floor import commands as c
from server.floor.day import Day
from server.floor.facts import DayException, ExceptionMade
from server.floor.views.frame import ExceptionsView, ExceptionView, exceptions_view
from server.journal.contract import Answer
from server.live.saying import MESSAGE, say_messages
from server.store import Done

today = store_door("today", "Today")


@today.get("/today")
@allowed("staff")
@today.output(ExceptionsView)
def list_today() -> Response:
    """What is different today, the first said first."""
    here = house()
    said = here.store.look(lambda day, now, forecast: exceptions_view(here.plan, day))
    return shown(ExceptionsView(items=say_messages(here.store, said)))


@today.post("/today")
@allowed("staff")
@today.body(schemas.TodayIn)
@today.output(ExceptionView, 201)
def say_today(body: schemas.TodayIn) -> Response:
    """Say that something is different today; it takes the place of an earlier one about the same
    thing. The answer repeats no typed words: they are in the list."""
    exception = _exception(body)
    words: Guests = ((exception.id, MESSAGE, body.message),) if body.message else ()
    return _forgetting(
        lambda day: exception.what == MESSAGE,
        lambda: write(c.SayToday(exception), _made, words),
    )


def _exception(body: schemas.TodayIn) -> DayException:
    return DayException(
        new_id(),
        body.what,
        house().clock.now(),
        caller().staff,
        closes_at=schemas.millis(body.closes_at) if body.closes_at else None,
        service=body.service,
        closed_from=schemas.millis(body.closed_from) if body.closed_from else None,
        reason=body.running_late.reason if body.running_late else None,
    )


def _made(done: Done) -> Answer:
    made = next(one.fact for one in done.facts if isinstance(one.fact, ExceptionMade))
    shown = exceptions_view(house().plan, done.day)
    view = next(one for one in shown if one.id == made.exception.id)
    return Answer(201, msgspec.json.encode(view))


@today.delete("/today/<exception>")
@allowed("staff")
@today.response(204)
def take_back_today(exception: str) -> Response:
    """It is as usual again. The words of a message are forgotten."""
    return _forgetting(
        lambda day: exception in day.exceptions,
        lambda: write(c.TakeBackToday(exception), lambda done: NOTHING),
    )


def _forgetting(ends: Callable[[Day], bool], change: Callable[[], Response]) -> Response:
    """Makes the change, and forgets the words of the messages that are told no more after it."""
    here = house()

    def told(day: Day) -> set[str]:
        return {one.id for one in day.exceptions.values() if one.what == MESSAGE}

    before = here.store.look(lambda day, now, forecast: told(day) if ends(day) else set())
    response = change()
    for gone in before - here.store.look(lambda day, now, forecast: told(day)):
        here.forgetting.forget(gone)
    return response
