"""Balance: what is worth doing about the lines, tried before it is done, taken or put off."""

from __future__ import annotations

from itertools import chain
from typing import Any

import msgspec
from flask import Response
from msgspec.structs import asdict

from server.balance.weighing import Felt, Weighed
from server.doors import schemas
from server.doors.api import store_door
from server.doors.house import house, shown
from server.doors.problems import refusal_body
from server.doors.reasons import words_of
from server.doors.sign_in import allowed, caller
from server.doors.writing import Render, write
from server.floor import balance_view, reasons
from server.floor import commands as c
from server.floor.day import Day
from server.floor.decide import decide
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.plan import StorePlan, Words
from server.floor.refusals import Refusal
from server.floor.views import View, at, visit_view
from server.journal.contract import Answer
from server.store import Done
from server.words import in_english as said_in_english

balance = store_door("balance", "Balance")


@balance.get("/balance")
@allowed("staff")
@balance.output(schemas.ThingOut)
def show_balance() -> Response:
    """What is worth doing about the lines now, each with what it does to whom."""
    here = house()
    here.balancer.look_again()

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
    return {**suggestion, "why": in_english(plan, said["key"], said["args"])}


def in_english(plan: StorePlan, key: str, given: View) -> str:
    """A sentence of `lines.ftl`, its counters and services by name."""
    args: dict[str, Any] = dict(given)
    for place in {"from", "to", "counter", "line"} & args.keys():
        if args[place] in plan.counters:
            args[place] = _english(plan.counters[args[place]].name)
    if "services" in args:
        args["services"] = ", ".join(_english(plan.service(s).name) for s in args["services"])
    return said_in_english("lines", key, **args)


def _english(words: Words) -> str:
    return words.get("en") or next(iter(words.values()))


@balance.post("/balance")
@allowed("staff")
@balance.body(schemas.MovesIn)
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

    words = [words_of(one.visit, "move", one.reason, reasons.MOVE) for one in body.moves]
    return write(c.MoveMany(moves), render, tuple(chain.from_iterable(words)))


@balance.post("/balance/preview")
@allowed("staff")
@balance.body(schemas.MovesIn)
@balance.output(schemas.ThingOut)
def preview(body: schemas.MovesIn) -> Response:
    """What moves would do to everybody's wait, before they are made. Nothing changes."""
    here = house()
    moves = tuple((one.visit, one.to) for one in body.moves)
    command = c.MoveMany(tuple(c.Move(visit, to) for visit, to in moves))
    weighed = here.balancer.preview(moves)

    def render(day: Day, now: Millis, forecast: Forecast) -> View:
        decided = decide(here.plan, day, command, now, forecast)
        refusal = refusal_body(decided) if isinstance(decided, Refusal) else None
        return {**_tried(day, weighed), "refusal": refusal, "seq": day.seq, "now": at(now)}

    return shown(here.store.look(render))


def _tried(day: Day, weighed: Weighed | None) -> View:
    felt = [one for one in weighed.felt if one.visit in day.visits] if weighed else []
    first_moved = sorted(felt, key=lambda one: one.line == one.to)
    return {
        "items": [_felt(day, one) for one in first_moved],
        "later": weighed.later if weighed else 0,
        "overtakes": weighed.overtakes if weighed else 0,
        "p90_before_s": weighed.p90_before_s if weighed else 0,
        "p90_after_s": weighed.p90_after_s if weighed else 0,
    }


def _felt(day: Day, felt: Felt) -> View:
    quote = day.visits[felt.visit].leg.quote
    return {
        "visit": felt.visit,
        "ticket": day.visits[felt.visit].ticket,
        "from": felt.line,
        "to": felt.to,
        "before": asdict(felt.before),
        "after": asdict(felt.after),
        "forecast": {"before": asdict(felt.told_before), "after": asdict(felt.told_after)},
        "call_by": at(quote.promised_by if quote else None),
        "breaks": felt.breaks,
    }


def _suggestion_after(suggestion: str) -> Render:
    def render(made: Done) -> Answer:
        plan = house().plan
        view = balance_view.suggestion_view(plan, made.day, made.day.suggestions[suggestion])
        told = {**_said(plan, view), "seq": made.day.seq}
        return Answer(200, msgspec.json.encode(told))

    return render


@balance.post("/balance/suggestions/<suggestion>/take")
@allowed("staff")
@balance.body(schemas.TakeIn)
@balance.output(schemas.ThingOut)
def take(suggestion: str, body: schemas.TakeIn) -> Response:
    """Do what is suggested: all of it or, when something has changed meanwhile, nothing."""
    return write(
        c.TakeSuggestion(suggestion, body.staff, caller().by), _suggestion_after(suggestion)
    )


@balance.post("/balance/suggestions/<suggestion>/not_now")
@allowed("staff")
@balance.body(schemas.PutOffIn)
@balance.output(schemas.ThingOut)
def put_off(suggestion: str, body: schemas.PutOffIn) -> Response:
    """Not now, and why: the same is not suggested again for a while. Of the reason only an id of
    the list is kept."""
    command = c.PutOffSuggestion(suggestion, body.reason, caller().by)
    return write(command, _suggestion_after(suggestion))


@balance.post("/balance/suggestions/<suggestion>/undo")
@allowed("staff")
@balance.body(schemas.Nothing)
@balance.output(schemas.ThingOut)
def take_back(suggestion: str, body: schemas.Nothing) -> Response:
    """Take back what a suggestion did, within `undo_s`: whoever still waits there goes back."""
    return write(c.TakeBackSuggestion(suggestion, caller().by), _suggestion_after(suggestion))
