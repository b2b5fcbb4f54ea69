"""Figures and files for the manager, and for programs that ask in the manager's name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any, Literal

import gevent
from flask import Response
from msgspec import to_builtins
from pydantic import ConfigDict, Field

from server.doors import schemas
from server.doors.api import store_door
from server.doors.door import Function
from server.doors.house import House, house, shown
from server.doors.problems import Problem, unreadable
from server.doors.sign_in import allowed
from server.floor.facts import Millis
from server.floor.hours import rfc3339
from server.floor.plan import StorePlan
from server.reports import parquet
from server.reports.appointments import appointments_csv
from server.reports.balance import with_calls
from server.reports.catalogue import REPORTS, Asked, Report
from server.reports.exports import table, visits_csv
from server.reports.groups import By, Figures, Leg
from server.reports.papers import with_papers
from server.reports.periods import BadPeriod, Period, by_hour, instant, period
from server.reports.sheets import as_csv, as_xlsx

TURN_S, PAUSE_S = 0.004, 0.001
"""A long report works in turns, so that no tap waits for it."""
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PARQUET = "application/vnd.apache.parquet"

Reading = Callable[[House, Millis, Millis], Sequence[Leg]]
Lines = Callable[[StorePlan, Iterable[Leg], Millis], Iterator[str]]

reports = store_door("reports", "Reports")


def file_of(*kinds: str) -> Callable[[Function], Function]:
    """What the description says of an answer that is a file."""
    file: Any = {
        "description": "A file.",
        "content": {kind.partition(";")[0]: {"schema": {"type": "string"}} for kind in kinds},
    }
    return reports.response(200, file)


class PeriodQuery(schemas.Body):
    """Dates are business days of the store; the end does not count."""

    model_config = ConfigDict(populate_by_name=True)

    first: str | None = Field(None, alias="from")
    until: str | None = Field(None, alias="to")


class ReportQuery(PeriodQuery):
    by: By = "hour"
    change: str | None = None
    format: Literal["json", "csv", "xlsx"] = "json"


@reports.get("/reports/<name>")
@reports.output(dict[str, Any])
@allowed("manager")
@reports.query(ReportQuery)
@file_of(CSV, XLSX)
def show_report(name: str, query: ReportQuery) -> Response:
    """The figures of a period; by hour, day, week, weekday, service, counter or staff."""
    here = house()
    report = _report(name, query.by)
    span = _period(here, query)
    asked = Asked(span, here.clock.now(), _change(here, span, query) if report.splits else None)
    counted = in_turns(here, span, READINGS[report.of])
    found = report.figures(here.plan, counted, query.by, asked)
    rows = [*found.items, found.total]
    file = f"{here.plan.id}-{name}-by-{query.by}-{_title(span)}"
    if query.format == "csv":
        return _file(as_csv(rows), CSV, f"{file}.csv")
    if query.format == "xlsx":
        return _file(as_xlsx(rows, report.about), XLSX, f"{file}.xlsx")
    told = _told(here, span, query.by, found)
    return shown({"name": name, **told, "about": report.about})


def _report(name: str, by: By) -> Report:
    report = REPORTS.get(name)
    if report is None:
        detail = f"There is no report “{name}”. There are {', '.join(REPORTS)}."
        raise Problem(404, "unknown_report", detail, names=list(REPORTS))
    if by not in report.bys:
        problem = f"must be {', '.join(report.bys[:-1])} or {report.bys[-1]} for this report"
        raise unreadable([{"where": "by", "problem": problem}])
    return report


def _change(here: House, span: Period, query: ReportQuery) -> Millis:
    """The day, or the moment, from which on it is after."""
    try:
        at = instant(here.plan, query.change or "")
    except ValueError as error:
        raise unreadable([{"where": "change", "problem": str(error)}]) from error
    if not span.from_ms < at < span.to_ms:
        problem = "must lie between from and to: there must be days on both sides of it"
        raise unreadable([{"where": "change", "problem": problem}])
    return at


@reports.get("/export/visits.csv")
@allowed("manager")
@reports.query(PeriodQuery)
@file_of(CSV)
def export_csv(query: PeriodQuery) -> Response:
    """One row a leg: the columns of a queue log, and more. No personal data."""
    return _csv(query, "visits", visits_csv, legs_alone)


@reports.get("/export/appointments.csv")
@allowed("manager")
@reports.query(PeriodQuery)
@file_of(CSV)
def export_appointments(query: PeriodQuery) -> Response:
    """One row an appointment, by its time: whether somebody came, and when. No personal data."""
    return _csv(query, "appointments", appointments_csv, _booked)


@reports.get("/export/visits.parquet")
@allowed("manager")
@reports.query(PeriodQuery)
@file_of(PARQUET)
def export_parquet(query: PeriodQuery) -> Response:
    """The same rows as Parquet. Needs the extra `analytics`."""
    here = house()
    span = _period(here, query)
    try:
        parquet.duckdb()
    except parquet.NotInstalled:
        detail = f"Parquet needs DuckDB, which is not installed here: {parquet.BRING_IT}"
        raise Problem(406, "not_installed", detail, command=parquet.BRING_IT) from None
    with TemporaryDirectory(prefix="foyer-export-") as name:
        parquet.write(Path(name), table(here.plan, _legs(here, span), here.clock.now()))
        data = gevent.get_hub().threadpool.apply(parquet.converted, (Path(name),))
    return _file(data, PARQUET, f"{here.plan.id}-visits-{_title(span)}.parquet")


def _csv(query: PeriodQuery, name: str, lines: Lines, read: Reading) -> Response:
    here = house()
    span = _period(here, query)
    rows = in_turns(here, span, read)
    kept = f"{here.plan.id}-{name}-{_title(span)}.csv"
    return _file(lines(here.plan, rows, here.clock.now()), CSV, kept)


def _period(here: House, query: PeriodQuery) -> Period:
    try:
        return period(here.plan, here.clock.now(), query.first, query.until)
    except BadPeriod as error:
        raise unreadable(error.errors) from error


def _legs(here: House, span: Period) -> Iterator[Leg]:
    return in_turns(here, span, legs_alone)


def legs_alone(here: House, from_ms: Millis, to_ms: Millis) -> Sequence[Leg]:
    return here.journal.legs(here.plan.id, from_ms, to_ms)


def _legs_with_papers(here: House, from_ms: Millis, to_ms: Millis) -> Sequence[Leg]:
    rows = here.journal.papers(here.plan.id, from_ms, to_ms)
    return with_papers(legs_alone(here, from_ms, to_ms), rows)


def _promises_made(here: House, from_ms: Millis, to_ms: Millis) -> Sequence[Leg]:
    return here.journal.promises_made(here.plan.id, from_ms, to_ms)


def _legs_and_suggestions(here: House, from_ms: Millis, to_ms: Millis) -> Sequence[Leg]:
    def called_at(visit: str) -> Millis | None:
        row = here.journal.visit(here.plan.id, visit)
        return row["called_at"] if row else None

    suggested = here.journal.suggestions(here.plan.id, from_ms, to_ms)
    legs = legs_alone(here, from_ms, to_ms)
    return sorted([*legs, *with_calls(suggested, called_at)], key=lambda row: row["arrived_at"])


def _booked(here: House, from_ms: Millis, to_ms: Millis) -> Sequence[Leg]:
    return here.journal.booked(here.plan.id, from_ms, to_ms)


READINGS: dict[str, Reading] = {
    "legs": legs_alone,
    "legs with papers": _legs_with_papers,
    "promises": _promises_made,
    "legs and suggestions": _legs_and_suggestions,
    "appointments": _booked,
}


def in_turns(here: House, span: Period, read: Reading) -> Iterator[Leg]:
    dates = [stream.date for stream in here.journal.streams(here.plan.id)]
    hours = by_hour(here.plan, span, dates, partial(read, here))
    turn_ends = monotonic() + TURN_S
    for leg in chain.from_iterable(hours):
        if monotonic() > turn_ends:
            # A real pause, not sleep(0): only then does the loop look at who else has asked.
            gevent.sleep(PAUSE_S)
            turn_ends = monotonic() + TURN_S
        yield leg


def _told(here: House, span: Period, by: By, found: Figures) -> dict[str, Any]:
    now = here.clock.now()
    return {
        "items": to_builtins(found.items),
        "next": None,
        "total": to_builtins(found.total),
        "from": span.first,
        "to": span.until,
        "from_at": rfc3339(span.from_ms),
        "to_at": rfc3339(span.to_ms),
        "by": by,
        "time_zone": here.plan.time_zone,
        "day_starts": f"{here.plan.day_starts:%H:%M}",
        "now": rfc3339(now),
        "live": span.from_ms <= now < span.to_ms,
    }


def _title(span: Period) -> str:
    """The period in a file's name: colons and plus signs are not for every disk."""
    return f"{span.first}-to-{span.until}".replace(":", "").replace("+", "")


def _file(content: Any, kind: str, name: str) -> Response:
    response = Response(content, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
