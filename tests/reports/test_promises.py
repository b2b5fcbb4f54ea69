"""What the figures of the `promises` report mean."""

from __future__ import annotations

from typing import Any

from server.reports.groups import Figures
from server.reports.promises import promises
from tests.reports.made_days import NOW, STORE

HOUR = 3_600_000
MADE = NOW - 48 * HOUR


def promise(due_h: float, kept_h: float | None = None, **known: Any) -> dict[str, Any]:
    return {
        "date": "2026-10-24",
        "service": "replacement",
        "counter": "1",
        "staff": "mai",
        "made_at": MADE,
        "due": MADE + round(due_h * HOUR),
        "kept_at": None if kept_h is None else MADE + round(kept_h * HOUR),
        **known,
    }


def report(*made: dict[str, Any], by: Any = "service") -> Figures:
    return promises(STORE, made, by, NOW)


def test_kept_late_owed_and_open_add_up_to_what_was_made() -> None:
    total = report(promise(24, 20), promise(24, 26), promise(44), promise(60)).total
    assert total.made == 4
    assert (total.kept.n, total.kept.of, total.kept.share) == (1, 3, 0.333333)
    assert (total.late.n, total.late.still_owed, total.still_open) == (2, 1, 1)
    assert (total.late.mean_late_min, total.late.mean_late_s) == (180, 10_800)


def test_nothing_promised_says_nothing_not_zero() -> None:
    total = report().total
    assert (total.made, total.kept.share, total.late.mean_late_min) == (0, None, None)


def test_promises_are_counted_for_who_made_them() -> None:
    by_staff = report(promise(24, 20), promise(24, 26, staff="theo"), by="staff").items
    assert [(row.label, row.kept.n, row.late.n) for row in by_staff] == [
        ("Mai", 1, 0),
        ("Theo", 0, 1),
    ]
    [hour] = report(promise(24, 20), by="hour").items
    assert hour.key == "14:00"
