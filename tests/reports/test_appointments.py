"""Who came at a time, worked out again from appointments.csv alone."""

from __future__ import annotations

import csv
import io
import statistics
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.floor.hours import business_date
from server.reports.appointments import Row, appointments, appointments_csv
from server.reports.exports import BOM
from server.reports.waits import Spread
from tests.reports.made_days import FIRST, NOW, STORE

MINUTE = 60_000
TIME = FIRST + 5 * 3_600_000
TIMES = ("at", "arrived_at", "called_at")


def booked(at: int = TIME, **known: Any) -> dict[str, Any]:
    """One that nobody came for, with what is `known` beyond that."""
    row: dict[str, Any] = {
        "appointment": "a1",
        "date": "2026-10-20",
        "code": "471100",
        "service": "replacement",
        "at": at,
        "needs": "[]",
        "language": None,
        "state": "booked",
        "visit": None,
        "reason": None,
        "came": None,
        "visit_arrived_at": None,
        "called_at": None,
        "counter": None,
        "staff": None,
        "ended_as": None,
    }
    return {**row, **known}


def came(how: str, minutes: float, called: float | None = None, **known: Any) -> dict[str, Any]:
    """Came so many minutes after the time, called so many after it."""
    told: dict[str, Any] = {"state": "checked_in", "visit": "v1", "came": how, **known}
    told["visit_arrived_at"] = TIME + round(minutes * MINUTE)
    if called is not None:
        told |= {"called_at": TIME + round(called * MINUTE), "counter": "1", "staff": "mai"}
    return booked(**told)


@st.composite
def some(draw: st.DrawFn) -> dict[str, Any]:
    at = draw(st.integers(FIRST, NOW + 7_200_000))
    known: dict[str, Any] = {"service": draw(st.sampled_from(("replacement", "recovery", "=x()")))}
    known["state"] = draw(st.sampled_from(("booked", "cancelled", "checked_in", "checked_in")))
    if known["state"] == "checked_in":
        arrived = at + draw(st.integers(-7_200_000, 7_200_000))
        known |= {"visit": "v1", "visit_arrived_at": arrived, "ended_as": "served"}
        known["came"] = draw(st.sampled_from(("early", "in_time", "late")))
        if draw(st.booleans()):
            known["called_at"] = arrived + draw(st.integers(0, 5_400_000))
            known |= {"counter": "2", "staff": draw(st.sampled_from(("mai", "theo")))}
    return booked(at, **known)


@settings(max_examples=100)
@given(rows=st.lists(some(), max_size=30))
def test_every_figure_follows_from_the_export(rows: list[dict[str, Any]]) -> None:
    text = "".join(appointments_csv(STORE, rows, NOW)).removeprefix(BOM)
    told = list(csv.DictReader(io.StringIO(text, newline="")))
    check(appointments(STORE, rows, "service", NOW).total, told)
    for by, column in (("day", "date"), ("service", "service"), ("staff", "server_id")):
        for item in appointments(STORE, rows, by, NOW).items:  # type: ignore[arg-type]
            mine = [row for row in told if row[column].removeprefix("'") == (item.key or "")]
            check(item, mine)


def check(figures: Row, told: list[dict[str, str]]) -> None:
    states = [row["state"] for row in told]
    assert figures.made == len(told)
    assert figures.cancelled == states.count("cancelled")
    assert figures.booked == len(told) - states.count("cancelled")
    assert figures.to_come == states.count("due") + states.count("late")
    how = [row["came"] for row in told]
    by_how = (figures.came.early, figures.came.in_time, figures.came.late)
    assert by_how == tuple(how.count(one) for one in ("early", "in_time", "late"))
    assert (figures.came.n, figures.not_come.n) == (
        states.count("checked_in"),
        states.count("missed"),
    )
    assert figures.came.n + figures.not_come.n == figures.came.of == figures.not_come.of
    called = [row for row in told if row["called_at"]]
    moments = [[datetime.fromisoformat(row[c]) for c in TIMES] for row in called]
    spread(figures.waiting, [(call - here).total_seconds() for _, here, call in moments])
    spread(
        figures.after_time, [(call - max(due, here)).total_seconds() for due, here, call in moments]
    )


def spread(told: Spread, seconds: list[float]) -> None:
    assert told.n == len(seconds)
    if seconds:
        assert told.p50_s == pytest.approx(statistics.median(seconds), abs=0.001)
        assert told.max_s == pytest.approx(max(seconds), abs=0.001)
    if len(seconds) > 1:
        nine = statistics.quantiles(seconds, n=10, method="inclusive")[-1]
        assert told.p90_s == pytest.approx(nine, abs=0.001)


def test_against_their_time() -> None:
    """Ken is early and called before it, Rosa waits five minutes past it; Ida comes ten minutes
    after it and waits two; nobody comes for two more, one of which was cancelled."""
    rows = [came("early", -40, -10), came("in_time", -20, 5), came("late", 20, 22)]
    rows += [booked(), booked(state="cancelled"), booked(NOW + MINUTE)]
    total = appointments(STORE, rows, "service", NOW).total
    assert (total.made, total.cancelled, total.booked, total.to_come) == (6, 1, 5, 1)
    assert (total.came.n, total.came.of, total.came.share) == (3, 4, 0.75)
    assert (total.not_come.n, total.not_come.share) == (1, 0.25)
    assert (total.after_time.p50_s, total.after_time.max_s) == (120, 300)
    assert (total.waiting.p50_s, total.waiting.max_s) == (1500, 1800)


def test_it_is_in_the_hour_and_on_the_day_of_its_time() -> None:
    [hour] = appointments(STORE, [came("in_time", -20, 5)], "hour", NOW).items
    [day] = appointments(STORE, [came("in_time", -20, 5)], "day", NOW).items
    assert (hour.key, day.key) == ("13:00", business_date(STORE, TIME))


def test_nothing_booked_says_nothing_not_zero() -> None:
    total = appointments(STORE, [], "service", NOW).total
    assert (total.made, total.came.share, total.after_time.p50_s) == (0, None, None)


def test_who_left_before_the_call_came() -> None:
    total = appointments(STORE, [came("in_time", 0, ended_as="walkout")], "service", NOW).total
    assert (total.came.n, total.waiting.n) == (1, 0)
