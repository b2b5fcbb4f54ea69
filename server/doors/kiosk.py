"""The kiosk: its page, the papers' verdict before a ticket, and the way to a person."""

from __future__ import annotations

import msgspec
from flask import Response

from server.doors import schemas
from server.doors.api import store_door
from server.doors.house import answered, house, shown
from server.doors.problems import refusal_answer
from server.doors.screens import about, screen, words_of_all
from server.doors.sign_in import allowed, caller
from server.doors.visits import chosen, declared, typed
from server.doors.writing import new_id, write
from server.floor import commands as c
from server.floor import papers
from server.floor.hours import business_date
from server.floor.plan import StorePlan
from server.floor.reasons import listed
from server.floor.refusals import Refusal
from server.floor.views.floor import HelpView, help_view
from server.floor.views.frame import MadeView
from server.floor.views.visit import VerdictView, verdict_view
from server.journal.contract import Answer


def _ahead(plan: StorePlan) -> list[str]:
    words = ("appointments", "floor", "kept", "kiosk", "printing", "reading")
    offered = [about(plan, f"/services?language={language}") for language in plan.languages]
    return [*words_of_all(plan, *words), about(plan), *offered]


kiosk_screen = screen("kiosk", _ahead)
kiosk = store_door("kiosk", "Kiosk")


@kiosk.post("/papers/verdict")
@allowed("kiosk")
@kiosk.body(schemas.PapersIn)
@kiosk.output(VerdictView)
def judge_papers(body: schemas.PapersIn) -> Response:
    """Are the papers ready? Without taking a ticket, and without being kept."""
    here = house()
    plan = here.plan
    service = plan.services.get(body.service)
    if service is None:
        args = {"service": body.service, "known": sorted(plan.services)}
        return answered(refusal_answer(Refusal("unknown_service", args, where="service")))
    answers, given, compared = chosen(body.answers), declared(body.papers), typed(body.answers)
    problem = papers.check(plan, service, answers, given, compared)
    if problem is not None:
        return answered(refusal_answer(problem))
    today = business_date(plan, here.clock.now())
    state = papers.declared_state(plan, service, answers, given, today, compared)
    return shown(verdict_view(plan, service, answers, state))


@kiosk.post("/help")
@allowed("kiosk")
@kiosk.body(schemas.HelpIn)
@kiosk.output(MadeView, 201)
def ask_help(body: schemas.HelpIn) -> Response:
    """Somebody at a kiosk wants a person: staff see it at once."""
    made = new_id()
    command = c.AskHelp(made, _named(body.kiosk), body.step, body.language, body.visit)
    return write(command, lambda _: Answer(201, msgspec.json.encode(MadeView(id=made))))


def _named(kiosk: str | None) -> str | None:
    """Devices have the names their tokens were made with; any other may be anybody's words."""
    return listed(kiosk, tuple(token.name for token in house().journal.tokens()))


@kiosk.get("/help/<call>")
@allowed("kiosk")
@kiosk.output(HelpView)
def who_comes(call: str) -> Response:
    """Whether somebody has answered, and who is on the way."""
    here = house()
    told = here.store.look(lambda day, now, forecast: help_view(here.plan, day, call))
    if told is None:
        return answered(refusal_answer(Refusal("unknown_help", {"help": call})))
    return shown(told)


@kiosk.post("/help/<call>/answer")
@allowed("staff")
@kiosk.body(schemas.Nothing)
@kiosk.output(MadeView)
def answer_help(call: str, body: schemas.Nothing) -> Response:
    """A person is on the way."""
    command = c.AnswerHelp(call, caller().by)
    return write(command, lambda _: Answer(200, msgspec.json.encode(MadeView(id=call))))
