"""Is it alive, is it ready, how is it doing: for whoever watches the machine."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, current_app, request

from server.doors import schemas
from server.doors.house import house, shown
from server.doors.problems import Problem
from server.doors.sign_in import may_pass, not_signed_in
from server.floor.commands import TimePassed
from server.journal.contract import Answer, NotSaved
from server.web.proxies import AT_THIS_MACHINE

health = APIBlueprint("health", __name__, tag="Health")


@health.route("/healthz", methods=["GET", "POST"])
@health.doc(hide=True)
def alive() -> Response:
    """The process answers. A POST does as little as a POST can: a measure for the others."""
    return shown({"status": "ok"})


@health.get("/readyz")
@health.output(schemas.ThingOut)
def ready() -> Response:
    """Today is loaded and can be written to."""
    try:
        seq = house().store.look(lambda day, now, forecast: day.seq)
        house().store.do(TimePassed(), by="time", answer=lambda _: Answer(204, b""))
    except (NotSaved, OSError) as error:
        raise Problem(503, "not_ready", f"The journal cannot be written: {error}") from error
    return shown({"status": "ready", "seq": seq})


@health.get("/metrics")
@health.doc(hide=True)
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
