"""Counters and who works at them: opening, calling, breaks, and moving several at once."""

from __future__ import annotations

import msgspec
from flask import Response

from server.doors import schemas
from server.doors.api import store_door
from server.doors.explaining import next_view
from server.doors.house import house, nothing, shown
from server.doors.problems import Problem, unreadable
from server.doors.reasons import words_of
from server.doors.sign_in import allowed, caller
from server.doors.writing import NOTHING, Guests, Render, new_id, note, visit_after, write
from server.floor import commands as c
from server.floor import reasons
from server.floor.facts import VisitCalled
from server.floor.views.floor import CountersView, CounterView, counter_view, counters_view
from server.floor.views.frame import MadeView
from server.floor.views.visit import NextView, VisitView
from server.journal.contract import Answer
from server.store import Done

counters = store_door("counters", "Counters")


@counters.get("/counters")
@allowed("staff")
@counters.output(CountersView)
def list_counters() -> Response:
    """Every counter: open or not, who is there, whom it serves and its line."""
    here = house()
    items = here.store.look(lambda day, now, forecast: counters_view(here.plan, day, now))
    return shown(CountersView(items=items))


def counter_after(counter: str) -> Render:
    def render(made: Done) -> Answer:
        view = counter_view(house().plan, made.day, counter, made.now)
        return Answer(200, msgspec.json.encode(view))

    return render


@counters.post("/counters/<counter>/open")
@allowed("staff")
@counters.body(schemas.OpenIn)
@counters.output(CounterView)
def open_counter(counter: str, body: schemas.OpenIn) -> Response:
    """Open it, end its break, or change who is there. `staff` is whoever is signed in, if left
    out; that person leaves any other counter. A colleague who is there is not sent away without
    `replace`."""
    staff = body.staff or caller().staff
    if staff is None:
        raise unreadable([{"where": "staff", "problem": "is needed"}])
    services = None if body.services is None else tuple(body.services)
    command = c.OpenCounter(counter, staff, services, replace=body.replace)
    return write(command, counter_after(counter))


@counters.post("/counters/<counter>/close")
@allowed("staff")
@counters.body(schemas.CloseIn)
@counters.output(CounterView)
def close_counter(counter: str, body: schemas.CloseIn) -> Response:
    """Close it; its line is shared out. Of a reason only an id of the list is kept."""
    return write(c.CloseCounter(counter, body.reason), counter_after(counter))


@counters.post("/counters/<counter>/break")
@allowed("staff")
@counters.body(schemas.CloseIn)
@counters.output(CounterView)
def take_break(counter: str, body: schemas.CloseIn) -> Response:
    """Pause it, for so many minutes; its line is shared out."""
    return write(c.TakeBreak(counter, body.minutes, body.reason), counter_after(counter))


@counters.post("/counters/<counter>/call_next")
@allowed("staff")
@counters.body(schemas.Nothing)
@counters.output(VisitView)
@counters.response(204, {"description": "Nobody waits whom this counter can serve."})
def call_next(counter: str, body: schemas.Nothing) -> Response:
    """Call whoever is next for this counter."""
    return write(c.CallNext(counter), _called)


@counters.get("/counters/<counter>/next")
@allowed("staff")
@counters.output(NextView)
@counters.response(204, {"description": "Nobody waits whom this counter can serve."})
def show_next(counter: str) -> Response:
    """Whom this counter would call now, and why. Nobody is called by asking."""
    here = house()
    if counter not in here.plan.counters:
        detail = "There is no such counter in this store."
        raise Problem(404, "unknown_counter", detail, args={"counter": counter})
    found = here.store.look(
        lambda day, now, forecast: next_view(here.plan, day, day.counter(counter))
    )
    return nothing() if found is None else shown(found)


@counters.post("/counters/<counter>/call")
@allowed("staff")
@counters.body(schemas.CallIn)
@counters.output(VisitView)
def call(counter: str, body: schemas.CallIn) -> Response:
    """Call somebody out of order; the reason is kept."""
    words = words_of(body.visit, "call", body.reason, reasons.CALL)
    command = c.Call(counter, body.visit, body.reason)
    return write(command, visit_after(body.visit), words)


@counters.post("/counters/<counter>/help")
@allowed("staff")
@counters.body(schemas.ColleagueIn)
@counters.output(MadeView, 201)
def ask_colleague(counter: str, body: schemas.ColleagueIn) -> Response:
    """Whoever serves here needs a colleague, or the manager. A `note` goes with the visit."""
    made = new_id()
    tried = tuple(dict.fromkeys(body.tried))
    command = c.AskColleague(made, counter, body.wants, tried, caller().staff)

    def render(done: Done) -> Answer:
        asked = (h.id for h in done.day.help.values() if (h.counter, h.wants) == wanted)
        return Answer(201, msgspec.json.encode(MadeView(id=next(asked, made))))

    wanted = (counter, body.wants)
    return write(command, render, _note_here(counter, body.note))


def _note_here(counter: str, text: str | None) -> Guests:
    """Words are personal, so they go with the visit at the counter and never into a fact."""
    if text is None:
        return ()
    visit = house().store.look(lambda day, now, forecast: day.counter(counter).visit)
    if visit is None:
        problem = "nobody is at this counter whom it could be about"
        raise unreadable([{"where": "note", "problem": problem}])
    return note(visit, text)


def _called(made: Done) -> Answer:
    for recorded in made.facts:
        if isinstance(recorded.fact, VisitCalled):
            return visit_after(recorded.fact.visit)(made)
    return NOTHING
