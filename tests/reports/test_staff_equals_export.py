"""What came of being served, worked out again from visits.csv alone."""

from __future__ import annotations

import csv
import io
import statistics
from collections import defaultdict
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings

from server.reports.exports import visits_csv
from server.reports.feedback import feedback
from server.reports.staff import Row, staff
from tests.reports.made_days import NOW, STORE, days, leg

CsvRow = dict[str, str]


@settings(max_examples=100)
@given(day=days)
def test_every_figure_follows_from_the_export(day: list[dict[str, Any]]) -> None:
    report = staff(STORE, day, "staff", NOW)
    rows = list(csv.DictReader(io.StringIO("".join(visits_csv(STORE, day, NOW)), newline="")))
    groups = defaultdict(list)
    for row in rows:
        groups[row["server_id"].removeprefix("'")].append(row)
    for item in report.items:
        check(item, groups[item.key or ""])
    check(report.total, rows)
    assert feedback(STORE, day, "staff", NOW).total.feedback == report.total.feedback


def check(figures: Row, rows: list[CsvRow]) -> None:
    worked = [r for r in rows if r["started_at"] and r["ended_as"] in ("served", "transferred")]
    ended = [row for row in worked if row["ended_as"] == "served"]
    told = [row["staff_outcome"] for row in ended if row["staff_outcome"]]
    assert figures.volume == len(worked)
    assert figures.passed_on == len(worked) - len(ended)
    assert figures.outcomes == {
        outcome: told.count(outcome) for outcome in ("resolved", "unresolved", "escalated")
    }
    assert (figures.resolution.n, figures.resolution.of) == (told.count("resolved"), len(told))
    assert (figures.escalations.n, figures.escalations.of) == (told.count("escalated"), len(told))
    first = [row for row in worked if row["leg"] == "1"]
    alone = [row for row in first if row["staff_outcome"] == "resolved"]
    assert (figures.first_person.n, figures.first_person.of) == (len(alone), len(first))
    assert figures.service.n == sum(row["forgotten"] == "0" for row in worked)
    scores = [int(row["feedback"]) for row in ended if row["feedback"]]
    assert (figures.feedback.n, figures.feedback.of) == (len(scores), len(ended))
    assert figures.feedback.mean == (
        pytest.approx(statistics.fmean(scores), abs=0.001) if scores else None
    )
    sales = [float(row["sale"]) for row in ended if row["sale"]]
    assert figures.sales.n == len(sales)
    assert figures.sales.sum == pytest.approx(sum(sales), abs=0.01)


def served(**known: Any) -> dict[str, Any]:
    joined = datetime.fromisoformat("2026-10-23T09:00:00+00:00").timestamp() * 1000
    moments = {"arrived_at": int(joined), "called_at": int(joined) + 60_000}
    started = {"started_at": int(joined) + 70_000, "ended_at": int(joined) + 370_000}
    return leg(**{**moments, **started, "ended_as": "served", "staff": "mai", **known})


def test_who_passes_a_customer_on_did_not_resolve_it_first() -> None:
    passed = served(visit="a", ended_as="transferred")
    resolved = served(visit="a", leg=2, staff="theo", outcome="resolved")
    mai, theo = staff(STORE, [passed, resolved], "staff", NOW).items
    assert (mai.key, mai.volume, mai.passed_on, mai.first_person.n) == ("mai", 1, 1, 0)
    assert mai.first_person.of == 1
    assert mai.resolution.of == 0
    assert (theo.label, theo.resolution.n, theo.first_person.of) == ("Theo", 1, 0)


def test_a_visit_without_an_outcome_is_neither_resolved_nor_not() -> None:
    total = staff(STORE, [served(), served(outcome="unresolved")], "staff", NOW).total
    assert (total.volume, total.resolution.of, total.resolution.share) == (2, 1, 0)


def test_feedback_says_how_many_it_is_of() -> None:
    legs = [served(feedback=5), served(feedback=2), served(), leg(ended_as="no_show")]
    told = feedback(STORE, legs, "service", NOW).items[0].feedback
    assert (told.n, told.of, told.share, told.mean) == (2, 3, 0.666667, 3.5)
    assert told.scores == {"1": 0, "2": 1, "3": 0, "4": 0, "5": 1}
