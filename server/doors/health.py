"""Is it alive, is it ready, how is it doing: for whoever watches the machine."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, current_app

from server.doors import schemas
from server.doors.house import house, shown
from server.doors.problems import Problem
from server.floor.commands import TimePassed
from server.journal.contract import Answer, NotSaved
from server.timekeeping import clock_sentence

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
    off_s = round(house().store.clock_off_ms / 1000)
    told = {"clock_off_s": off_s, "clock": clock_sentence(off_s)} if off_s else {"clock_off_s": 0}
    return shown({"status": "ready", "seq": seq, **told})


@health.get("/metrics")
@health.doc(hide=True)
def metrics() -> Response:
    here = house()
    waiting, open_counters = here.store.look(
        lambda day, now, forecast: (
            sum(len(line) for line in day.lines.values()),
            len(day.open_counters()),
        )
    )
    phones = current_app.extensions["voice"].followers.count()
    return here.counts.text(waiting, open_counters, phones)
