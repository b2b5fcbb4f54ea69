"""Is it alive, is it ready, how is it doing: for whoever watches the machine."""

from __future__ import annotations

from typing import Literal

from flask import Flask, Response, current_app, request
from msgspec import UNSET, UnsetType

from server.doors.door import Door
from server.doors.house import house, shown
from server.doors.problems import Problem, problem_response
from server.doors.sign_in import may_pass, not_signed_in
from server.floor.views.frame import View
from server.journal.contract import NotSaved, Unusable
from server.timekeeping import clock_sentence
from server.web.proxies import AT_THIS_MACHINE

health = Door("health", "Health")


class ReadyView(View, kw_only=True):
    """`clock` says in words by how much the machine's is off."""

    status: Literal["ready"]
    written_s_ago: float
    clock_off_s: int
    clock: str | UnsetType = UNSET


@health.route("/healthz", methods=["GET", "POST"])
def alive() -> Response:
    """The process answers. A POST does as little as a POST can: a measure for the others."""
    return shown({"status": "ok"})


@health.get("/readyz")
@health.output(ReadyView)
def ready() -> Response:
    """A row was written lately, to the file that bears the journal's name."""
    verdict = house().disk.verdict
    if verdict.sentence is not None:
        raise Problem(503, "not_ready", verdict.sentence, why=verdict.why)
    off_s = round(house().store.clock_off_ms / 1000)
    ready = ReadyView(status="ready", written_s_ago=round(verdict.age_s, 1), clock_off_s=off_s)
    if off_s:
        ready.clock = clock_sentence(off_s)
    return shown(ready)


@health.get("/metrics")
def metrics() -> Response:
    """For a program on this machine, or one with a manager's token: not for guests."""
    if not (request.environ.get(AT_THIS_MACHINE) or may_pass("manager")):
        if may_pass("display"):
            raise Problem(403, "not_allowed", "The figures of this server need a manager's token.")
        raise not_signed_in()
    here = house()
    waiting, open_counters = here.store.look(
        lambda day, now, forecast: (
            sum(len(line) for line in day.lines.values()),
            len(day.open_counters()),
        )
    )
    phones = current_app.extensions["voice"].followers.count()
    return here.counts.text(waiting, open_counters, phones)


def unreadable_journal(error: Unusable) -> Response:
    house().disk.found_damaged(error)
    return problem_response(Problem(503, "journal_damaged", str(error)))


def unread_journal(_error: NotSaved) -> Response:
    detail = "The store could not look it up: its disk did not answer. Please try again."
    return problem_response(Problem(503, "not_read", detail, headers={"Retry-After": "1"}))


def add_disk_problems(app: Flask) -> None:
    """Wherever a door reads the journal, the disk may fail."""
    app.register_error_handler(Unusable, unreadable_journal)
    app.register_error_handler(NotSaved, unread_journal)
