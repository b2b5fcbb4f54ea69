"""A visit: taking the ticket, and everything that can be done with it until it has ended."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import Any

import msgspec
from flask import Response

from server.doors import schemas
from server.doors.api import store_door
from server.doors.appointments import came_with, known_appointment
from server.doors.house import answered, house, nothing
from server.doors.lookup import unknown_visit
from server.doors.problems import Problem, not_saved, refusal_answer, unreadable
from server.doors.reasons import say_papers, words_of
from server.doors.schemas import millis
from server.doors.sign_in import allowed, caller
from server.doors.writing import Guests, done, new_id, note, visit_after, write
from server.floor import commands as c
from server.floor import reasons
from server.floor.facts import PaperItem
from server.floor.refusals import Refusal
from server.floor.state import PaperState
from server.floor.views.visit import VisitView, verdict_view, visit_view
from server.floor.visits import Floor, customer_actions
from server.forgetting import still_held
from server.journal.contract import Answer, NotSaved
from server.store import Done

visits = store_door("visits", "Visits")


@visits.post("/visits")
@allowed("kiosk")
@visits.body(schemas.TicketIn)
@visits.output(VisitView, 201)
def take_ticket(body: schemas.TicketIn) -> Response:
    """Take a ticket. Papers that are not ready are refused with the verdict, unless `choose` says
    what to do about it."""
    visit = new_id()
    booked = known_appointment(body.appointment) if body.appointment else None
    if isinstance(booked, Refusal):
        return answered(refusal_answer(booked))
    command = c.TakeTicket(
        visit,
        body.service,
        chosen(body.answers),
        declared(body.papers),
        typed(body.answers),
        body.choose,
        tuple(body.needs or ()),
        body.language,
        body.channel or "kiosk",
        millis(body.arrived_at) if body.arrived_at else None,
        body.asked_for,
        booked,
    )
    given = (("name", body.name), ("phone", body.phone))
    guests = tuple((visit, field, value) for field, value in given if value)
    if booked is not None:
        guests = (*came_with(booked, visit), *guests)
    made = visit_after(visit, 201)

    def answer(result: Done | Refusal) -> Answer:
        if not isinstance(result, Refusal):
            return made(result)
        if result.code == "papers_not_ready":
            return refusal_answer(result, **_verdict(body, result.verdict))
        return refusal_answer(result)

    return answered(_with_secret(done(command, answer, guests)))


class _Made(msgspec.Struct):
    id: str


def _with_secret(answer: Answer) -> Answer:
    """The visit's secret is told to whoever made it and kept nowhere, so a stored answer has none:
    it is put in on the way out, the same each time."""
    if answer.status != 201:
        return answer
    secret = house().keys.secret_of(msgspec.json.decode(answer.body, type=_Made).id)
    told = msgspec.json.encode({"secret": secret, "follow_url": f"/v/{secret}"})
    return Answer(answer.status, answer.body[:-1] + b"," + told[1:])


def chosen(answers: schemas.AnswersIn) -> dict[str, str]:
    return {q: answer for q, answer in (answers or {}).items() if isinstance(answer, str)}


def typed(answers: schemas.AnswersIn) -> dict[str, str]:
    return {q: a.match for q, a in (answers or {}).items() if isinstance(a, schemas.TypedIn)}


def declared(papers: dict[str, schemas.PaperIn] | None) -> dict[str, c.Declared]:
    return {paper: _said(said) for paper, said in (papers or {}).items()}


def _said(said: schemas.PaperIn) -> c.Declared:
    if isinstance(said, schemas.PaperRead):
        read = said.read
        issued, expires = _iso(read.issued), _iso(read.expires)
        return c.ReadPaper(read.kind, read.ok, issued, expires, read.why, read.match)
    return said


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _verdict(body: schemas.PapersIn, state: PaperState) -> dict[str, Any]:
    plan = house().plan
    verdict = verdict_view(plan, plan.services[body.service], chosen(body.answers), state)
    return {"verdict": verdict, "choices": verdict.choices}


@visits.post("/visits/<visit>/papers")
@allowed("staff")
@visits.body(schemas.CheckedPapers)
@visits.output(VisitView)
def check_papers(visit: str, body: schemas.CheckedPapers) -> Response:
    """What a person saw of the papers."""
    items = tuple(PaperItem(item.paper, item.status, item.reason) for item in body.items)
    words = [words_of(visit, f"paper:{i.paper}", i.reason, reasons.PAPER) for i in body.items]
    command = c.CheckPapers(visit, items, caller().by)
    answer = write(command, visit_after(visit), tuple(chain.from_iterable(words)))
    return _with_words(visit, answer)


def _with_words(visit: str, answer: Response) -> Response:
    """Staff read back what they wrote; it is put in on the way out, and stored in no answer."""
    if answer.status_code == 200:
        view = msgspec.json.decode(answer.data, type=VisitView)
        say_papers(view.papers.items, house().journal.guest(visit))
        answer.data = msgspec.json.encode(view)
    return answer


@visits.post("/visits/<visit>/declare")
@allowed("staff", secret=True)
@visits.body(schemas.DeclareIn)
@visits.output(VisitView)
def declare_papers(visit: str, body: schemas.DeclareIn) -> Response:
    """The customer has it now: fetched, or made at the copy machine."""
    return write(c.DeclarePapers(visit, declared(body.papers)), _after(visit))


@visits.post("/visits/<visit>/move")
@allowed("staff")
@visits.body(schemas.MoveIn)
@visits.output(VisitView)
def move(visit: str, body: schemas.MoveIn) -> Response:
    """To another counter's line, or to the pool (null). The arrival time stays."""
    words = words_of(visit, "move", body.reason, reasons.MOVE)
    return write(c.Move(visit, body.to, body.reason), visit_after(visit), words)


@visits.post("/visits/<visit>/transfer")
@allowed("staff")
@visits.body(schemas.TransferIn)
@visits.output(VisitView)
def transfer(visit: str, body: schemas.TransferIn) -> Response:
    """To another service or counter after being served: a new leg under the same number."""
    if body.service is None and body.counter is None:
        raise unreadable([{"where": "service", "problem": "a service or a counter is needed"}])
    command = c.Transfer(visit, body.service, body.counter, body.position)
    return write(command, visit_after(visit))


@visits.post("/visits/<visit>/hold")
@allowed("staff", secret=True)
@visits.body(schemas.HoldIn)
@visits.output(VisitView)
def hold(visit: str, body: schemas.HoldIn) -> Response:
    """Keep the place while the customer is away. Without `minutes`: as long as is allowed."""
    minutes = body.minutes or house().plan.times.hold_minutes_max
    by_customer = caller().owns is not None
    words = words_of(visit, "hold", body.reason, reasons.HOLD)
    return write(c.Hold(visit, minutes, body.reason, by_customer), _after(visit), words)


@visits.post("/visits/<visit>/return")
@allowed("staff", secret=True)
@visits.body(schemas.Nothing)
@visits.output(VisitView)
def come_back(visit: str, body: schemas.Nothing) -> Response:
    """The customer is back: in line again, in the place that was kept."""
    return write(c.Return(visit), _after(visit))


@visits.post("/visits/<visit>/recall")
@allowed("staff")
@visits.body(schemas.Nothing)
@visits.output(VisitView)
def recall(visit: str, body: schemas.Nothing) -> Response:
    """Call once more."""
    return write(c.Recall(visit), visit_after(visit))


@visits.post("/visits/<visit>/start")
@allowed("staff")
@visits.body(schemas.Nothing)
@visits.output(VisitView)
def start(visit: str, body: schemas.Nothing) -> Response:
    """The customer is here: the service begins."""
    return write(c.Start(visit), visit_after(visit))


@visits.post("/visits/<visit>/no_show")
@allowed("staff")
@visits.body(schemas.Nothing)
@visits.output(VisitView)
def no_show(visit: str, body: schemas.Nothing) -> Response:
    """Called, and did not come."""
    return write(c.NoShow(visit), visit_after(visit))


@visits.post("/visits/<visit>/remove")
@allowed("staff")
@visits.body(schemas.RemoveIn)
@visits.output(VisitView)
def remove(visit: str, body: schemas.RemoveIn) -> Response:
    """Out of the line. `reason` "left" is a walkout; any other a removal by staff."""
    words = words_of(visit, "remove", body.reason, reasons.REMOVE)
    return write(c.Remove(visit, body.reason), visit_after(visit), words)


@visits.post("/visits/<visit>/undo")
@allowed("staff")
@visits.body(schemas.Nothing)
@visits.output(VisitView)
def undo(visit: str, body: schemas.Nothing) -> Response:
    """Take back the last thing done to this visit."""
    return write(c.Undo(visit), visit_after(visit))


@visits.post("/visits/<visit>/finish")
@allowed("staff")
@visits.body(schemas.FinishIn)
@visits.output(VisitView)
def finish(visit: str, body: schemas.FinishIn) -> Response:
    """The service is done, with what came of it and what was promised for after it."""
    guests: Guests = note(visit, body.note)
    promise = due = None
    if body.promise is not None:
        promise, due = new_id(), millis(body.promise.due)
        guests = (*guests, (visit, f"promise:{promise}", body.promise.what))
    ended_at = millis(body.ended_at) if body.ended_at else None
    command = c.Finish(visit, body.outcome, body.sale, promise, due, ended_at)
    return write(command, visit_after(visit), guests)


@visits.post("/visits/<visit>/recovery")
@allowed("staff")
@visits.body(schemas.RecoveryIn)
@visits.output(VisitView)
def recover(visit: str, body: schemas.RecoveryIn) -> Response:
    """Something was offered for a wait that is longer than told: one of the store's list."""
    return write(c.Recover(visit, body.recovery, caller().by), visit_after(visit))


@visits.post("/visits/<visit>/recovery/undo")
@allowed("staff")
@visits.body(schemas.RecoveryIn)
@visits.output(VisitView)
def take_back_recovery(visit: str, body: schemas.RecoveryIn) -> Response:
    """It was logged by mistake; while the visit is here it can be taken back."""
    return write(c.TakeBackRecovery(visit, body.recovery, caller().by), visit_after(visit))


@visits.post("/visits/<visit>/note")
@allowed("staff")
@visits.body(schemas.NoteIn)
@visits.output(VisitView)
def leave_note(visit: str, body: schemas.NoteIn) -> Response:
    """A note for colleagues; it is personal and can be erased."""
    command = c.LeaveNote(visit, caller().by)
    return write(command, visit_after(visit), note(visit, body.text))


@visits.post("/visits/<visit>/cancel")
@allowed("staff", secret=True)
@visits.body(schemas.Nothing)
@visits.output(VisitView)
def cancel(visit: str, body: schemas.Nothing) -> Response:
    """The customer gives the place up."""
    return write(c.Cancel(visit), _after(visit))


@visits.post("/visits/<visit>/feedback")
@allowed("staff", secret=True)
@visits.body(schemas.FeedbackIn)
@visits.output(VisitView)
def give_feedback(visit: str, body: schemas.FeedbackIn) -> Response:
    """How it was, from 1 to 5, and in words."""
    guests = ((visit, "feedback", body.text),) if body.text else ()
    return write(c.GiveFeedback(visit, body.score), _after(visit), guests)


def _after(visit: str) -> Any:
    """As staff see it, or as the customer who asked may."""
    if caller().owns is None:
        return visit_after(visit)

    def render(made: Done) -> Answer:
        floor = Floor(house().plan, made.day, made.now, made.forecast)
        view = visit_view(floor.plan, made.day, made.day.visits[visit], made.now, made.forecast)
        view.allowed_actions = customer_actions(floor, made.day.visits[visit])
        return Answer(200, msgspec.json.encode(view))

    return render


@visits.delete("/guests/<visit>")
@allowed("manager")
@visits.response(204)
def erase_guest(visit: str) -> Response:
    """Forget everything personal of a visit, an appointment or a message. It stays counted.
    Answered once it is off the disk, too; where somebody still holds a copy, with who that is."""
    here = house()
    store, journal = here.plan.id, here.journal
    known = here.store.look(lambda day, now, forecast: visit in day.visits)
    known = known or bool(journal.guest(visit))
    if not (known or journal.visit(store, visit) or journal.appointment(store, visit)):
        raise unknown_visit(visit)
    try:
        gone = here.forgetting.erase(visit)
    except NotSaved as error:
        raise not_saved() from error
    if not gone:
        detail = f"{still_held(journal)} It goes as soon as that is over; ask again to hear of it."
        raise Problem(503, "still_held", detail, headers={"Retry-After": "30"})
    return nothing()
