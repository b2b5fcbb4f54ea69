"""Balance: what is worth doing about the lines, tried before it is done, taken or put off."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Response

from server.doors import schemas
from server.doors.api import store_door
from server.doors.house import house, shown
from server.doors.sign_in import allowed, caller
from server.doors.words import speaker
from server.doors.writing import Render, write
from server.floor import balance_view
from server.floor import commands as c
from server.floor.day import Day
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.plan import StorePlan, Words
from server.floor.views import View, at, visit_view
from server.journal.contract import Answer
from server.store import Done

balance = store_door("balance", "Balance")


@balance.get("/balance")
@allowed("staff")
@balance.output(schemas.ThingOut)
def show_balance() -> Response:
    """What is worth doing about the lines now, each with what it does to whom."""
    here = house()

    def render(day: Day, now: Millis, forecast: Forecast) -> View:
        return _balance(here.plan, day, now)

    return shown(here.store.look(render))


def _balance(plan: StorePlan, day: Day, now: Millis) -> View:
    suggested = [_said(plan, view) for view in balance_view.suggestions_view(plan, day)]
    return {
        "rebalance": plan.rebalance,
        "moves": [
            {**move, "why": one["why"], "suggestion": one["id"]}
            for one in suggested
            for move in one["moves"]
        ],
        "opens": [
            {**one["open"], "effect": one["effect"], "why": one["why"], "suggestion": one["id"]}
            for one in suggested
            if one["open"]
        ],
        "suggestions": suggested,
        "seq": day.seq,
        "now": at(now),
    }


def _said(plan: StorePlan, suggestion: View) -> View:
    """With its sentence in English, beside the key that says it in every language."""
    said = suggestion["sentence"]
    args: dict[str, Any] = dict(said["args"])
    for place in {"from", "to", "counter"} & args.keys():
        if args[place] in plan.counters:
            args[place] = _english(plan.counters[args[place]].name)
    if "services" in args:
        args["services"] = ", ".join(_english(plan.service(s).name) for s in args["services"])
    return {**suggestion, "why": speaker("en", "floor")(said["key"], **args)}


def _english(words: Words) -> str:
    return words.get("en") or next(iter(words.values()))


@balance.post("/balance")
@allowed("staff")
@balance.input(schemas.MovesIn, arg_name="body")
@balance.output(schemas.VisitsOut)
def move_several(body: schemas.MovesIn) -> Response:
    """Move several at once: all of them or, when one cannot be, none."""
    moves = tuple(c.Move(one.visit, one.to, one.reason) for one in body.moves)

    def render(made: Done) -> Answer:
        plan, day = house().plan, made.day
        moved = [
            visit_view(plan, day, day.visits[one.visit], made.now, made.forecast) for one in moves
        ]
        return Answer(200, msgspec.json.encode({"items": moved, "next": None, "seq": day.seq}))

    return write(c.MoveMany(moves), render)


def _suggestion_after(suggestion: str) -> Render:
    def render(made: Done) -> Answer:
        plan = house().plan
        view = balance_view.suggestion_view(plan, made.day, made.day.suggestions[suggestion])
        told = {**_said(plan, view), "seq": made.day.seq}
        return Answer(200, msgspec.json.encode(told))

    return render


@balance.post("/balance/suggestions/<suggestion>/take")
@allowed("staff")
@balance.input(schemas.TakeIn, arg_name="body")
@balance.output(schemas.ThingOut)
def take(suggestion: str, body: schemas.TakeIn) -> Response:
    """Do what is suggested: all of it or, when something has changed meanwhile, nothing."""
    return write(
        c.TakeSuggestion(suggestion, body.staff, caller().by), _suggestion_after(suggestion)
    )


@balance.post("/balance/suggestions/<suggestion>/not_now")
@allowed("staff")
@balance.input(schemas.PutOffIn, arg_name="body")
@balance.output(schemas.ThingOut)
def put_off(suggestion: str, body: schemas.PutOffIn) -> Response:
    """Not now, and why: the same is not suggested again for a while."""
    command = c.PutOffSuggestion(suggestion, body.reason, caller().by)
    return write(command, _suggestion_after(suggestion))


@balance.post("/balance/suggestions/<suggestion>/undo")
@allowed("staff")
@balance.input(schemas.Nothing, arg_name="body")
@balance.output(schemas.ThingOut)
def take_back(suggestion: str, body: schemas.Nothing) -> Response:
    """Take back what a suggestion did, within `undo_s`: whoever still waits there goes back."""
    return write(c.TakeBackSuggestion(suggestion, caller().by), _suggestion_after(suggestion))
