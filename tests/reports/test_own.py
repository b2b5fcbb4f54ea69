"""My own figures are the report `staff`, of me alone, split at this morning."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from server.floor.hours import business_date
from server.reports.own import own, own_period
from server.reports.staff import staff
from tests.reports.made_days import NOW, STORE, days

DAY_MS = 24 * 3_600_000


@settings(max_examples=60)
@given(day=days)
def test_mine_is_the_report_of_me_alone(day: list[dict[str, Any]]) -> None:
    today = business_date(STORE, NOW)
    for person in STORE.staff:
        mine = [leg for leg in day if leg["staff"] == person]
        told = own(STORE, day, person, NOW)
        for row, legs in (
            (told.today, [leg for leg in mine if leg["date"] == today]),
            (told.weeks, [leg for leg in mine if leg["date"] != today]),
        ):
            total = staff(STORE, legs, "staff", NOW).total
            assert row.volume == total.volume
            assert row.first_person == total.first_person
            assert row.service == total.service
            assert row.feedback == total.feedback
        assert told.days <= len({leg["date"] for leg in mine})
        assert (told.days == 0) == (told.weeks.volume == 0)


def test_four_weeks_are_those_before_today() -> None:
    span = own_period(STORE, NOW)
    assert span.from_ms + 28 * DAY_MS <= NOW + DAY_MS
    assert span.from_ms <= NOW - 28 * DAY_MS
    assert span.to_ms > NOW
