"""A period is asked for in business days or instants, and its end does not count."""

from __future__ import annotations

import pytest

from server.reports.periods import BadPeriod, by_hour, period
from tests.reports.made_days import STORE, at

NOW = at("2026-11-21 14:00")


def bounds(first: str | None, until: str | None) -> tuple[int, int]:
    span = period(STORE, NOW, first, until)
    return span.from_ms, span.to_ms


def wrong(first: str | None, until: str | None) -> list[str]:
    with pytest.raises(BadPeriod) as caught:
        period(STORE, NOW, first, until)
    return [f"{error['where']} {error['problem']}" for error in caught.value.errors]


def test_nothing_asked_is_today() -> None:
    span = period(STORE, NOW, None, None)
    assert (span.first, span.until) == ("2026-11-21", "2026-11-22")
    assert (span.from_ms, span.to_ms) == (at("2026-11-21 03:00"), at("2026-11-22 03:00"))


def test_a_date_is_a_business_day_of_the_store() -> None:
    assert bounds("2026-07-01", "2026-07-02") == (at("2026-07-01 02:00"), at("2026-07-02 02:00"))


def test_the_day_of_a_clock_change_has_25_hours() -> None:
    since, before = bounds("2026-10-24", "2026-10-25")
    assert (before - since) / 3_600_000 == 25


def test_from_alone_reaches_through_today() -> None:
    assert bounds("2026-11-01", None)[1] == at("2026-11-22 03:00")


def test_a_first_day_to_come_is_that_day() -> None:
    assert bounds("2026-12-24", None) == (at("2026-12-24 03:00"), at("2026-12-25 03:00"))


def test_instants_are_taken_as_they_are() -> None:
    asked = bounds("2026-11-21T09:00:00+01:00", "2026-11-21T09:00:00.500Z")
    assert asked == (at("2026-11-21 08:00"), at("2026-11-21 09:00:00.500"))


@pytest.mark.parametrize(
    "text", ["yesterday", "2026-13-01", "2026-11-21T", "20-11-2026", "٢٠٢٦-١١-٢١", "'; DROP", " "]
)
def test_what_is_no_date_is_said_to_be_none(text: str) -> None:
    assert wrong(text, "2026-11-22") == [
        "from must be a date such as 2026-11-21 or a time such as 2026-11-21T14:00:00Z"
    ]


def test_a_time_must_say_its_zone() -> None:
    problem = "to must say its time zone, as in 2026-11-21T14:00:00Z"
    assert wrong("2026-11-01", "2026-11-21T14:00") == [problem]


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "0001-01-01T00:00:00+23:59"])
def test_the_ends_of_the_calendar_are_refused(text: str) -> None:
    assert wrong(text, "2026-11-22")[0] == "from must be within the years 1971 to 9000"


@pytest.mark.parametrize("until", ["2026-11-21", "2026-11-20"])
def test_an_end_that_is_not_after_the_start_is_explained(until: str) -> None:
    assert "first day (or instant) that no longer counts" in wrong("2026-11-21", until)[0]


def test_everything_wrong_is_said_at_once() -> None:
    assert len(wrong("soon", "later")) == 2


def test_legs_are_read_hour_by_hour_and_none_is_missed_or_doubled() -> None:
    span = period(STORE, NOW, "2026-10-24", "2026-11-04")
    asked: list[tuple[int, int]] = []

    def legs(since: int, before: int) -> list[dict[str, int]]:
        asked.append((since, before))
        return []

    dates = ["2025-01-01", "2026-10-24", "2026-11-01", "2026-11-04"]
    assert len(list(by_hour(STORE, span, dates, legs))) == len(asked) == 25 + 24
    assert (asked[0][0], asked[-1][1]) == (span.from_ms, span.to_ms)
    assert [end for _, end in asked[:-1]] == [start for start, _ in asked[1:]]
    assert all(since < before for since, before in asked)
