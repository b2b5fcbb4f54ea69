"""Whoever has visits.csv can work out every figure of the report, with nothing of ours."""

from __future__ import annotations

import csv
import io
import statistics
from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from server.reports.exports import visits_csv
from server.reports.groups import BYS
from server.reports.waits import ENDS, Row, waits
from tests.reports.made_days import NOW, STORE, days

CsvRow = dict[str, str]


def monday(day: str) -> str:
    year, week, _ = date.fromisoformat(day).isocalendar()
    return date.fromisocalendar(year, week, 1).isoformat()


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
KEYS: dict[str, Callable[[CsvRow], str]] = {
    "hour": lambda row: f"{datetime.fromisoformat(row['arrived_at']).hour:02}:00",
    "day": lambda row: row["date"],
    "weekday": lambda row: WEEKDAYS[datetime.fromisoformat(row["date"]).weekday()],
    "week": lambda row: monday(row["date"]),
    "service": lambda row: row["service"],
    "counter": lambda row: row["counter"],
    "staff": lambda row: row["server_id"].removeprefix("'"),
}


@pytest.mark.parametrize("by", BYS)
@settings(max_examples=60)
@given(day=days)
def test_every_figure_follows_from_the_export(by: Any, day: list[dict[str, Any]]) -> None:
    report = waits(STORE, day, by, NOW)
    rows = list(csv.DictReader(io.StringIO("".join(visits_csv(STORE, day, NOW)), newline="")))
    groups = defaultdict(list)
    for row in rows:
        groups[KEYS[by](row)].append(row)
    assert {item.key or "" for item in report.items} == set(groups)
    for item in report.items:
        check(item, groups[item.key or ""])
    check(report.total, rows)


def check(figures: Row, rows: list[CsvRow]) -> None:
    assert figures.legs == len(rows)
    assert figures.arrived == sum(row["leg"] == "1" for row in rows)
    for reason in ENDS:
        assert figures.ended[reason] == sum(row["ended_as"] == reason for row in rows)
    assert figures.served == figures.ended["served"]
    check_nobody_is_lost(figures)
    called = [row for row in rows if row["called_at"]]
    spread(figures.waiting, [between(row["arrived_at"], row["called_at"]) for row in called])
    done = [row for row in rows if row["started_at"] and row["ended_at"]]
    spread(
        figures.service,
        [between(r["started_at"], r["ended_at"]) for r in done if r["forgotten"] == "0"],
    )
    assert figures.forgotten == sum(row["forgotten"] == "1" for row in rows)
    check_target(figures, called)
    check_quotes(figures, called)
    check_against_quote(figures, [row for row in called if row["call_by"]])
    check_broken(figures, [row for row in called if row["quote_kept"] == "0"])


def check_nobody_is_lost(figures: Row) -> None:
    gone = sum(figures.ended.values()) + figures.transferred_out
    assert figures.arrived + figures.transferred_in == gone + figures.still_here


def check_target(figures: Row, called: list[CsvRow]) -> None:
    within = [row for row in called if between(row["arrived_at"], row["called_at"]) <= 15 * 60]
    assert (figures.within_target.n, figures.within_target.of) == (len(within), len(called))
    assert figures.within_target.target_s == 15 * 60
    share(figures.within_target.share, len(within), len(called))


def check_quotes(figures: Row, called: list[CsvRow]) -> None:
    quoted = [row for row in called if row["call_by"]]
    late = [
        between(row["call_by"], row["called_at"])
        for row in quoted
        if between(row["call_by"], row["called_at"]) > 0
    ]
    assert [row["quote_kept"] for row in quoted].count("0") == len(late)
    assert figures.quotes_kept.of == len(quoted)
    assert figures.quotes_kept.n == len(quoted) - len(late)
    share(figures.quotes_kept.share, len(quoted) - len(late), len(quoted))
    same(figures.quotes_kept.mean_late_s, statistics.fmean(late) if late else None)
    same(figures.quotes_kept.mean_late_min, statistics.fmean(late) / 60 if late else None)


def check_against_quote(figures: Row, quoted: list[CsvRow]) -> None:
    told = figures.against_quote
    waits = [between(row["quoted_at"], row["called_at"]) for row in quoted]
    lows = [float(row["quote_low_s"]) for row in quoted]
    highs = [between(row["quoted_at"], row["call_by"]) for row in quoted]
    ranges = list(zip(waits, lows, highs, strict=True))
    assert told.n == len(quoted)
    assert told.earlier == sum(wait < low for wait, low, _ in ranges)
    assert told.within == sum(low <= wait <= high for wait, low, high in ranges)
    assert told.later == sum(wait > high for wait, _, high in ranges)
    off = [wait - float(row["quote_likely_s"]) for wait, row in zip(waits, quoted, strict=True)]
    same(told.off_mean_s, statistics.fmean(off) if off else None)
    for figure, percent in ((told.off_p10_s, 10), (told.off_p50_s, 50), (told.off_p90_s, 90)):
        same(figure, percentile(off, percent) if off else None)
    after_s = [wait - high for wait, _, high in ranges]
    spans = [(-1e9, -20), (-20, -10), (-10, -5), (-5, 0), (0, 5), (5, 10), (10, 20), (20, 1e9)]
    counted = [sum(low * 60 < one <= high * 60 for one in after_s) for low, high in spans]
    assert list(told.minutes.values()) == counted


def check_broken(figures: Row, broken: list[CsvRow]) -> None:
    made_up = [row for row in broken if row["recovered"]]
    recovered = figures.recovered
    assert (recovered.n, recovered.of) == (len(made_up), len(broken))
    for told, rows in ((figures.quotes_kept.why, broken), (recovered.why, made_up)):
        known = sum(row["late_why"] == "counter_on_break" for row in rows)
        assert (told["counter_on_break"], told["unknown"]) == (known, len(rows) - known)
        assert sum(told.values()) == len(rows)
    given = [one for row in made_up for one in row["recovered"].split()]
    known_here = {one: given.count(one) for one in ("apology", "water")}
    assert recovered.offered == {**known_here, "other": given.count("coffee")}


def spread(figures: Any, seconds: list[float]) -> None:
    assert figures.n == len(seconds)
    same(figures.mean_s, statistics.fmean(seconds) if seconds else None)
    same(figures.max_s, max(seconds) if seconds else None)
    for name, percent in (("p50_s", 50), ("p90_s", 90), ("p95_s", 95)):
        same(getattr(figures, name), percentile(seconds, percent) if seconds else None)


def percentile(seconds: list[float], percent: int) -> float:
    """Linear between neighbours; `statistics` asks for at least two."""
    if len(seconds) == 1:
        return seconds[0]
    return statistics.quantiles(seconds, n=100, method="inclusive")[percent - 1]


def between(start: str, end: str) -> float:
    span = datetime.fromisoformat(end) - datetime.fromisoformat(start)
    return span / timedelta(seconds=1)


def share(figure: float | None, n: int, of: int) -> None:
    same(figure, n / of if of else None)


def same(figure: float | None, worked_out: float | None) -> None:
    if worked_out is None:
        assert figure is None
    else:
        assert figure == pytest.approx(worked_out, abs=0.0011)
