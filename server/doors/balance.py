"""Balance: what is worth doing about the lines, tried before it is done, taken or put off."""

from __future__ import annotations

from itertools import chain
from typing import Any

import msgspec
from flask import Response
from msgspec.structs import asdict, replace

from server.balance.weighing import Felt, Weighed
from server.doors import schemas
from server.doors.api import store_door
from server.doors.house import house, shown
from server.doors.problems import refusal_body
from server.doors.reasons import words_of
from server.doors.sign_in import allowed, caller
from server.doors.writing import Render, write
from server.floor import commands as c
from server.floor import reasons
from server.floor.day import Day
from server.floor.decide import decide
from server.floor.facts import Millis
from server.floor.forecast import Forecast
from server.floor.hours import rfc3339
from server.floor.plan import StorePlan, Words
from server.floor.refusals import Refusal
from server.floor.views.balance import (
    BalanceView,
    ForecastsView,
    PreviewView,
    SuggestedMoveView,
    SuggestedOpeningView,
    TriedMoveView,
)
from server.floor.views.frame import at
from server.floor.views.suggestions import SuggestionView, suggestion_view, suggestions_view
from server.floor.views.visit import VisitsView, visit_view
from server.journal.contract import Answer
from server.store import Done
from server.words import in_english as said_in_english

balance = store_door("balance", "Balance")


@balance.get("/balance")
@allowed("staff")
@balance.output(BalanceView)
def show_balance() -> Response:
    """What is worth doing about the lines now, each with what it does to whom."""
    here = house()
    here.balancer.look_again()

    def render(day: Day, now: Millis, forecast: Forecast) -> BalanceView:
        return _balance(here.plan, day, now)

    return shown(here.store.look(render))


def _balance(plan: StorePlan, day: Day, now: Millis) -> BalanceView:
    suggested = [(one, _why(plan, one)) for one in suggestions_view(plan, day)]
    return BalanceView(
        rebalance=plan.rebalance,
        moves=[
            SuggestedMoveView(**asdict(move), why=why, suggestion=one.id)
            for one, why in suggested
            for move in one.moves
        ],
        opens=[
            SuggestedOpeningView(**asdict(one.open), effect=one.effect, why=why, suggestion=one.id)
            for one, why in suggested
            if one.open
        ],
        suggestions=[replace(one, why=why) for one, why in suggested],
        seq=day.seq,
        now=rfc3339(now),
    )


def _why(plan: StorePlan, suggestion: SuggestionView) -> str:
    """Its sentence in English, beside the key that says it in every language."""
    return in_english(plan, suggestion.sentence.key, suggestion.sentence.args)


def in_english(plan: StorePlan, key: str, given: dict[str, Any]) -> str:
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
@balance.output(VisitsView)
def move_several(body: schemas.MovesIn) -> Response:
    """Move several at once: all of them or, when one cannot be, none."""
    moves = tuple(c.Move(one.visit, one.to, one.reason) for one in body.moves)

    def render(made: Done) -> Answer:
        plan, day = house().plan, made.day
        moved = [
            visit_view(plan, day, day.visits[one.visit], made.now, made.forecast) for one in moves
        ]
        return Answer(200, msgspec.json.encode(VisitsView(items=moved, next=None, seq=day.seq)))

    words = [words_of(one.visit, "move", one.reason, reasons.MOVE) for one in body.moves]
    return write(c.MoveMany(moves), render, tuple(chain.from_iterable(words)))


@balance.post("/balance/preview")
@allowed("staff")
@balance.body(schemas.MovesIn)
@balance.output(PreviewView)
def preview(body: schemas.MovesIn) -> Response:
    """What moves would do to everybody's wait, before they are made. Nothing changes."""
    here = house()
    moves = tuple((one.visit, one.to) for one in body.moves)
    command = c.MoveMany(tuple(c.Move(visit, to) for visit, to in moves))
    weighed = here.balancer.preview(moves)

    def render(day: Day, now: Millis, forecast: Forecast) -> PreviewView:
        decided = decide(here.plan, day, command, now, forecast)
        refusal = refusal_body(decided) if isinstance(decided, Refusal) else None
        return _tried(day, now, weighed, refusal)

    return shown(here.store.look(render))


def _tried(
    day: Day, now: Millis, weighed: Weighed | None, refusal: dict[str, Any] | None
) -> PreviewView:
    felt = [one for one in weighed.felt if one.visit in day.visits] if weighed else []
    first_moved = sorted(felt, key=lambda one: one.line == one.to)
    return PreviewView(
        items=[_felt(day, one) for one in first_moved],
        later=weighed.later if weighed else 0,
        overtakes=weighed.overtakes if weighed else 0,
        p90_before_s=weighed.p90_before_s if weighed else 0,
        p90_after_s=weighed.p90_after_s if weighed else 0,
        refusal=refusal,
        seq=day.seq,
        now=rfc3339(now),
    )


def _felt(day: Day, felt: Felt) -> TriedMoveView:
    quote = day.visits[felt.visit].leg.quote
    return TriedMoveView(
        visit=felt.visit,
        ticket=day.visits[felt.visit].ticket,
        line=felt.line,
        to=felt.to,
        before=felt.before,
        after=felt.after,
        forecast=ForecastsView(before=felt.told_before, after=felt.told_after),
        call_by=at(quote.promised_by if quote else None),
        breaks=felt.breaks,
    )


def _suggestion_after(suggestion: str) -> Render:
    def render(made: Done) -> Answer:
        plan = house().plan
        view = suggestion_view(plan, made.day, made.day.suggestions[suggestion])
        view.why, view.seq = _why(plan, view), made.day.seq
        return Answer(200, msgspec.json.encode(view))

    return render


@balance.post("/balance/suggestions/<suggestion>/take")
@allowed("staff")
@balance.body(schemas.TakeIn)
@balance.output(SuggestionView)
def take(suggestion: str, body: schemas.TakeIn) -> Response:
    """Do what is suggested: all of it or, when something has changed meanwhile, nothing."""
    return write(
        c.TakeSuggestion(suggestion, body.staff, caller().by), _suggestion_after(suggestion)
    )


@balance.post("/balance/suggestions/<suggestion>/not_now")
@allowed("staff")
@balance.body(schemas.PutOffIn)
@balance.output(SuggestionView)
def put_off(suggestion: str, body: schemas.PutOffIn) -> Response:
    """Not now, and why: the same is not suggested again for a while. Of the reason only an id of
    the list is kept."""
    command = c.PutOffSuggestion(suggestion, body.reason, caller().by)
    return write(command, _suggestion_after(suggestion))


@balance.post("/balance/suggestions/<suggestion>/undo")
@allowed("staff")
@balance.body(schemas.Nothing)
@balance.output(SuggestionView)
def take_back(suggestion: str, body: schemas.Nothing) -> Response:
    """Take back what a suggestion did, within `undo_s`: whoever still waits there goes back."""
    return write(c.TakeBackSuggestion(suggestion, caller().by), _suggestion_after(suggestion))
