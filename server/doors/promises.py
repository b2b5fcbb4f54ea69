"""What was promised for after a visit: listed across days, and marked kept."""

from __future__ import annotations

from typing import Any

import msgspec
from flask import Response
from msgspec import UNSET, UnsetType

from server.doors import schemas
from server.doors.api import store_door
from server.doors.house import house, shown
from server.doors.problems import unreadable
from server.doors.sign_in import allowed, caller
from server.doors.writing import write
from server.floor import commands as c
from server.floor.facts import Millis
from server.floor.hours import rfc3339
from server.floor.views.frame import at
from server.floor.views.promises import PromiseState, PromisesView, PromiseView
from server.journal.contract import Answer, Due, Row
from server.journal.projection import kept_row, promise_row
from server.store import Done

promises = store_door("promises", "Promises")


@promises.get("/promises")
@allowed("staff")
@promises.query(schemas.PromisesQuery)
@promises.output(PromisesView)
def list_promises(query: schemas.PromisesQuery) -> Response:
    """What was promised for after a visit, of all days, the soonest due first."""
    here = house()
    now = here.clock.now()
    cursor = _place(query.cursor) if query.cursor else None
    wanted: dict[str | None, dict[str, Any]] = {
        "open": {"kept": False, "since": now},
        "late": {"kept": False, "before": now},
        "kept": {"kept": True},
        None: {},
    }
    found = here.journal.promises(
        here.plan.id, **wanted[query.state], cursor=cursor, limit=query.limit + 1
    )
    page, more = found[: query.limit], found[query.limit :]
    items = [promise_view(row, now, words_of(row)) for row in page]
    following = f"{page[-1]['due']}-{page[-1]['promise']}" if more else None
    return shown(PromisesView(items=items, next=following))


def _place(cursor: str) -> Due:
    due, _, promise = cursor.partition("-")
    if not (due.isascii() and due.isdigit() and len(due) < 16):
        raise unreadable([{"where": "cursor", "problem": "must be the `next` of an earlier page"}])
    return Due(int(due), promise)


def promise_view(row: Row, now: Millis, what: str | None | UnsetType = UNSET) -> PromiseView:
    return PromiseView(
        id=row["promise"],
        visit=row["visit"],
        ticket=row["ticket"],
        service=row["service"],
        state=_state(row, now),
        due=rfc3339(row["due"]),
        made_at=rfc3339(row["made_at"]),
        kept_at=at(row["kept_at"]),
        staff=row["staff"],
        staff_name=_name(row["staff"]),
        kept_by=row["kept_by"],
        what=what,
    )


def _name(staff: str | None) -> str | None:
    known = house().plan.staff.get(staff or "")
    return known.name if known else staff


def _state(row: Row, now: Millis) -> PromiseState:
    if row["kept_at"] is not None:
        return "kept"
    return "late" if row["due"] < now else "open"


def words_of(row: Row) -> str | None:
    """What was promised, in the words it was written down in: they can be erased."""
    return house().journal.guest(row["visit"]).get(f"promise:{row['promise']}")


@promises.post("/promises/<promise>/kept")
@allowed("staff")
@promises.body(schemas.Nothing)
@promises.output(PromiseView)
def keep_promise(promise: str, body: schemas.Nothing) -> Response:
    """It was done, on whatever day it was promised."""
    row = house().journal.promise(house().plan.id, promise)
    return write(c.KeepPromise(promise, caller().by, _earlier(row)), _after(promise, row))


@promises.post("/promises/<promise>/reopen")
@allowed("staff")
@promises.body(schemas.Nothing)
@promises.output(PromiseView)
def reopen_promise(promise: str, body: schemas.Nothing) -> Response:
    """It was marked kept by mistake a moment ago."""
    row = house().journal.promise(house().plan.id, promise)
    return write(c.ReopenPromise(promise, _earlier(row)), _after(promise, row))


def _earlier(row: Row | None) -> c.EarlierPromise | None:
    return c.EarlierPromise(row["date"], row["kept_at"] is not None) if row else None


def _after(promise: str, before: Row | None) -> Any:
    def render(made: Done) -> Answer:
        day = made.day
        today = day.promises.get(promise)
        row = promise_row(day, day.visits[today.visit], today) if today else (before or {})
        told = promise_view({**row, **kept_row(day, promise, day.kept.get(promise))}, made.now)
        return Answer(200, msgspec.json.encode(told))

    return render
