"""Legs as a table others can read: the queue-log columns first, then what Foyer knows beyond them.

Times are local with their offset, so a night with a clock change stays in order. No personal data.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec

from server.floor.facts import Millis
from server.floor.hours import local
from server.floor.plan import StorePlan
from server.reports.groups import Leg
from server.reports.waits import forgotten, kept

Cell = str | int | float | None

QUEUE_LOG = ("queue_id", "service", "arrived_at", "called_at", "ended_at", "server_id", "outcome")
EXTRAS = (
    "date",
    "visit",
    "leg",
    "ticket",
    "counter",
    "visit_arrived_at",
    "credited_at",
    "started_at",
    "start_assumed",
    "ended_as",
    "staff_outcome",
    "sale",
    "feedback",
    "calls",
    "quoted_at",
    "quote_low_s",
    "quote_likely_s",
    "quote_high_s",
    "call_by",
    "quote_kept",
    "late_why",
    "recovered",
    "forgotten",
    "verdict",
    "needs",
    "language",
    "channel",
)
COLUMNS = QUEUE_LOG + EXTRAS
TIMES = frozenset(column for column in COLUMNS if column.endswith("_at") or column == "call_by")
NUMBERS = frozenset(
    ("leg", "sale", "feedback", "calls", "quote_low_s", "quote_likely_s", "quote_high_s")
)
FLAGS = frozenset(("start_assumed", "quote_kept", "forgotten"))
SERVED = ("served", "transferred")
LINES_AT_ONCE = 100
BOM = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for its machine's own letters."""
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def visits_csv(plan: StorePlan, legs: Iterable[Leg], now: Millis) -> Iterator[str]:
    return csv_lines(COLUMNS, table(plan, legs, now))


def csv_lines(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    """The table as text, some lines at a time, as it is read."""
    yield BOM + csv_text([columns])
    left = iter(rows)
    while some := list(islice(left, LINES_AT_ONCE)):
        yield csv_text(map(harmless, row) for row in some)


def table(plan: StorePlan, legs: Iterable[Leg], now: Millis) -> Iterator[list[Cell]]:
    """One row a leg, in the order of COLUMNS."""
    for leg in legs:
        known = _known(plan, leg, now)
        yield [_cell(plan, column, known[column]) for column in COLUMNS]


def csv_text(rows: Iterable[Iterable[Cell]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def harmless(cell: Cell) -> Cell:
    """A text that a spreadsheet would run as a formula is marked as text."""
    if isinstance(cell, str) and cell.startswith(BEGINS_A_FORMULA):
        return "'" + cell
    return cell


def _known(plan: StorePlan, leg: Leg, now: Millis) -> dict[str, Any]:
    return {
        **leg,
        "queue_id": leg["store"],
        "server_id": leg["staff"],
        "outcome": _served_or_abandoned(leg["ended_as"]),
        "staff_outcome": leg["outcome"],
        "quote_kept": kept(leg),
        "forgotten": forgotten(plan, leg, now),
        "needs": " ".join(msgspec.json.decode(leg["needs"])),
        "recovered": " ".join(msgspec.json.decode(leg["recovered"] or "[]")) or None,
    }


def _served_or_abandoned(ended_as: str | None) -> str | None:
    """Of the leg: one that was handed on was served here."""
    if ended_as is None:
        return None
    return "served" if ended_as in SERVED else "abandoned"


def _cell(plan: StorePlan, column: str, value: Any) -> Cell:
    if value is None:
        return None
    if column in TIMES:
        return local(plan, value).isoformat(timespec="milliseconds")
    if column in FLAGS:
        return int(bool(value))
    if column in NUMBERS:
        return value  # type: ignore[no-any-return]
    return str(value)
