"""How a door asks for a change and tells what came of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable

import msgspec
from flask import Response

from server.doors.house import answered, house
from server.doors.problems import Problem, not_saved, refusal_answer
from server.doors.reading import idempotency_key
from server.doors.sign_in import caller
from server.doors.veil import unveiled, veiled
from server.floor.commands import Command
from server.floor.refusals import Refusal
from server.floor.views.visit import visit_view
from server.journal.contract import Answer, NotSaved
from server.store import Done, KeyReused

Render = Callable[[Done], Answer]
Guests = tuple[tuple[str, str, str], ...]
"""What is personal, as (visit, field, value): it goes beside the facts, never into them."""
NOTHING = Answer(204, b"")


def new_id() -> str:
    return secrets.token_hex(8)


def write(
    command: Command,
    render: Render,
    guests: Guests = (),
    refuse: Callable[[Refusal], Answer] = refusal_answer,
) -> Response:
    def answer(made: Done | Refusal) -> Answer:
        return refuse(made) if isinstance(made, Refusal) else render(made)

    return answered(done(command, answer, guests))


def done(
    command: Command, answer: Callable[[Done | Refusal], Answer], guests: Guests = ()
) -> Answer:
    def stored(made: Done | Refusal) -> Answer:
        told = answer(made)
        veils = isinstance(made, Refusal) and made.repeats_what_was_sent
        return veiled(told) if veils else told

    key = idempotency_key(caller().identity)
    try:
        return unveiled(
            house().store.do(command, by=caller().by, answer=stored, key=key, guests=guests)
        )
    except KeyReused as error:
        detail = "This Idempotency-Key was already used for something else. Use a new one."
        where = [{"where": "Idempotency-Key", "problem": "was used for something else"}]
        raise Problem(422, "key_reused", detail, errors=where) from error
    except NotSaved as error:
        raise not_saved() from error


def visit_after(visit: str, status: int = 200) -> Render:
    """The visit as the change left it."""

    def render(made: Done) -> Answer:
        plan, day = house().plan, made.day
        view = visit_view(plan, day, day.visits[visit], made.now, made.forecast)
        return Answer(status, msgspec.json.encode(view))

    return render


def note(visit: str, text: str | None) -> Guests:
    # Named by the moment, so that notes keep their order.
    return ((visit, f"note:{house().clock.now():015}:{new_id()[:6]}", text),) if text else ()
