"""What the figures of the `change` report mean, and how sure they are."""

from __future__ import annotations

import csv
import io
import statistics
from datetime import datetime
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from server.reports.change import Change, Days, change, difference
from server.reports.exports import BOM, visits_csv
from server.reports.groups import Figures
from tests.reports.made_days import NOW, STORE, at, days, leg

MINUTE, DAY = 60_000, 86_400_000
FIRST = at("2026-10-05 08:00")
CHANGED = FIRST + 5 * DAY


def report(*legs: dict[str, Any], by: Any = "service", changed: int = CHANGED) -> Figures:
    return change(changed, STORE, legs, by, NOW)


def called(day: int, after_min: float, **known: Any) -> dict[str, Any]:
    joined = FIRST + day * DAY
    return leg(arrived_at=joined, called_at=joined + round(after_min * MINUTE), **known)


def test_before_and_after_meet_at_the_moment_of_the_change() -> None:
    edge = leg(arrived_at=CHANGED), leg(arrived_at=CHANGED - 1)
    arrived = report(*edge).total.arrived
    assert (arrived.before.n, arrived.after.n) == (1, 1)


def test_days_are_compared_not_visits() -> None:
    """Fifty visits of one slow morning are one day, and one day says nothing of the next."""
    slow = [called(0, 30) for _ in range(50)]
    total = report(*slow, called(6, 10), called(7, 12)).total
    assert (total.waiting.before.n, total.waiting.before.days) == (50, 1)
    assert (total.waiting.before.mean, total.waiting.before.low) == (1800, None)
    assert (total.waiting.difference.mean, total.waiting.difference.low) == (-1140, None)
    assert total.waiting.difference.beyond_chance is None


def test_with_one_value_a_day_it_is_students_interval() -> None:
    waits = [10, 12, 17, 11]
    told = report(*(called(day, wait) for day, wait in enumerate(waits))).total.waiting.before
    half = 3.182 * statistics.stdev(waits) / 2 * 60
    assert told.mean == pytest.approx(statistics.fmean(waits) * 60)
    assert (told.low, told.high) == pytest.approx((750 - half, 750 + half), abs=0.01)


def test_nothing_came_says_nothing_not_zero() -> None:
    waiting = report().total.waiting
    assert (waiting.before.n, waiting.before.mean, waiting.difference.mean) == (0, None, None)


def test_a_share_never_leaves_0_to_1_nor_a_wait_falls_below_none() -> None:
    legs = [called(day, wait) for day, wait in enumerate((0, 30, 0, 0, 0))]
    total = report(*legs, *(called(day, 1) for day in (6, 7))).total
    for told in (total.within_target.before, total.within_target.after, total.waiting.before):
        assert 0 <= told.low <= told.mean <= told.high
    assert total.within_target.before.high == 1


@pytest.mark.parametrize("by", ["service", "week"])
def test_a_group_seen_on_one_side_only_has_no_difference(by: Any) -> None:
    items = report(called(0, 5), called(8, 5, service="recovery"), by=by).items
    assert len(items) == 2
    assert all(row.waiting.difference.mean is None for row in items)


@settings(max_examples=60)
@given(day=days)
def test_every_mean_follows_from_the_export(day: list[dict[str, Any]]) -> None:
    cut = at("2026-10-25 02:00")
    total = report(*day, changed=cut).total
    rows = list(
        csv.DictReader(
            io.StringIO("".join(visits_csv(STORE, day, NOW)).removeprefix(BOM), newline="")
        )
    )
    sides = [[], []]
    for row in rows:
        sides[moment(row["arrived_at"]) >= cut].append(row)
    for side, name in zip(sides, ("before", "after"), strict=True):
        waits = [span(row, "arrived_at", "called_at") for row in side if row["called_at"]]
        quoted = [row["quote_kept"] == "1" for row in side if row["quote_kept"]]
        late = [span(row, "call_by", "called_at") for row in side if row["quote_kept"] == "0"]
        took = [
            span(row, "started_at", "ended_at")
            for row in side
            if row["started_at"] and row["ended_at"] and row["forgotten"] == "0"
        ]
        same(total.waiting, name, waits)
        same(total.quotes_kept, name, quoted)
        same(total.late, name, late)
        same(total.service, name, took)
        same(total.within_target, name, [wait <= 900 for wait in waits])
        assert getattr(total.arrived, name).n == len({row["date"] for row in first_legs(side)})


def first_legs(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return [row for row in rows if row["leg"] == "1"]


def moment(text: str) -> float:
    return datetime.fromisoformat(text).timestamp() * 1000


def span(row: dict[str, str], start: str, end: str) -> float:
    return (moment(row[end]) - moment(row[start])) / 1000


def same(told: Change, side: str, values: list[Any]) -> None:
    figure = getattr(told, side)
    assert figure.n == len(values)
    if not values:
        assert figure.mean is None
    else:
        assert figure.mean == pytest.approx(statistics.fmean(values), abs=0.0011)


def test_the_interval_holds_the_truth_nineteen_times_in_twenty() -> None:
    """Days with moods of their own: an interval over visits would hold it half of the time."""
    luck = np.random.default_rng(7)
    held, rounds, truth = 0, 400, -2.0
    for _ in range(rounds):
        before, after = Days(), Days()
        for days_, mean in ((before, 12.0), (after, 12.0 + truth)):
            for day in range(10):
                mood = luck.normal(0, 3)
                for wait in luck.normal(mean + mood, 4, luck.integers(20, 60)):
                    days_.add(str(day), wait)
        told = difference(before, after)
        assert told.low is not None and told.high is not None
        held += told.low <= truth <= told.high
    assert 0.92 <= held / rounds <= 0.99
