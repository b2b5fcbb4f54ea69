"""What the figures of the `waits` report mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import to_builtins

from server.floor import commands as c
from server.reports.groups import Figures
from server.reports.waits import waits
from server.settings import load
from tests.reports.made_days import NOW, STORE, at, leg
from tests.reports.played_days import ClockByHand, PlayedStore

ROOT = Path(__file__).resolve().parents[2]
MINUTE = 60_000
NINE = at("2026-10-23 07:00")


def report(*legs: dict[str, Any], by: Any = "hour") -> Figures:
    return waits(STORE, legs, by, NOW)


def called(after_min: float, **known: Any) -> dict[str, Any]:
    joined = known.pop("arrived_at", NINE)
    return leg(arrived_at=joined, called_at=joined + round(after_min * MINUTE), **known)


def served(service_min: float, **known: Any) -> dict[str, Any]:
    started = NINE + 5 * MINUTE
    ends = {"ended_as": "served", **known}
    return called(4, started_at=started, ended_at=started + round(service_min * MINUTE), **ends)


def test_an_empty_day_has_figures_that_say_nothing_not_zero() -> None:
    total = report().total
    assert (total.arrived, total.waiting.n, total.waiting.p50_s) == (0, 0, None)
    assert (total.within_target.share, total.quotes_kept.share) == (None, None)
    assert report().items == []


def test_percentiles_lie_between_the_two_nearest_waits() -> None:
    waiting = report(*(called(minutes) for minutes in (1, 2, 3, 10))).total.waiting
    assert (waiting.n, waiting.p50_s, waiting.p90_s, waiting.max_s) == (4, 150, 474, 600)


def test_a_wait_is_measured_from_entering_the_line_not_from_a_head_start() -> None:
    early = called(10, credited_at=NINE - 30 * MINUTE)
    assert report(early).total.waiting.max_s == 600


def test_who_left_before_the_call_is_in_the_ends_and_not_in_the_waits() -> None:
    left = leg(arrived_at=NINE, ended_at=NINE + 20 * MINUTE, ended_as="walkout")
    total = report(left, called(3)).total
    assert (total.arrived, total.ended["walkout"], total.still_here) == (2, 1, 1)
    assert (total.waiting.n, total.within_target.of) == (1, 1)


def test_a_wait_of_exactly_the_target_is_within_it() -> None:
    within = report(called(15), called(15 + 1 / MINUTE)).total.within_target
    assert (within.n, within.of, within.share, within.target_s) == (1, 2, 0.5, 900)


def test_a_quote_is_kept_to_the_millisecond_and_lateness_is_of_the_broken_ones() -> None:
    kept = called(10, call_by=NINE + 10 * MINUTE)
    late = called(13, call_by=NINE + 10 * MINUTE)
    unquoted = called(50)
    quotes = report(kept, late, unquoted).total.quotes_kept
    assert (quotes.n, quotes.of, quotes.share) == (1, 2, 0.5)
    assert (quotes.mean_late_s, quotes.mean_late_min) == (180, 3)


def test_a_quote_nobody_was_called_for_is_neither_kept_nor_broken() -> None:
    assert report(leg(call_by=NINE + MINUTE)).total.quotes_kept.of == 0


def test_a_transfer_is_one_visit_with_two_legs_and_two_waits() -> None:
    first = served(6, visit="a", counter="1", ended_as="transferred")
    second = served(9, visit="a", counter="2", service="recovery", leg=2)
    by_counter = report(first, second, by="counter")
    assert (by_counter.total.arrived, by_counter.total.legs, by_counter.total.served) == (1, 2, 1)
    assert by_counter.total.waiting.n == 2
    one, two = by_counter.items
    assert (one.key, one.label, one.arrived, one.transferred_out) == ("1", "Counter 1", 1, 1)
    assert (two.key, two.transferred_in, two.served) == ("2", 1, 1)


def test_a_forgotten_visit_is_counted_and_kept_out_of_the_service_times() -> None:
    total = report(served(6), served(600), served(9, ended_as="end_of_day")).total
    assert (total.service.n, total.service.max_s, total.forgotten) == (1, 360, 2)


def test_long_is_measured_by_what_the_service_typically_takes() -> None:
    two_and_a_half_hours = 150
    assert report(served(two_and_a_half_hours)).total.forgotten == 1
    assert report(served(two_and_a_half_hours, service="recovery")).total.forgotten == 0


def test_a_service_still_open_since_yesterday_is_forgotten_too() -> None:
    total = report(called(4, started_at=NINE + 5 * MINUTE)).total
    assert (total.forgotten, total.service.n, total.still_here) == (1, 0, 1)


def test_a_service_whose_start_was_not_marked_is_said_to_be_so() -> None:
    service = report(served(6), served(6, start_assumed=1)).total.service
    assert (service.n, service.start_assumed) == (2, 1)


def test_hours_are_the_stores_own_and_begin_with_the_business_day() -> None:
    evening, night = at("2026-10-23 21:30"), at("2026-10-23 22:30")
    items = report(leg(arrived_at=night), leg(arrived_at=evening)).items
    assert [(item.key, item.label) for item in items] == [
        ("23:00", "23:00–00:00"),
        ("00:00", "00:00–01:00"),
    ]


def test_past_midnight_is_still_the_evenings_business_day() -> None:
    night = at("2026-10-23 22:30")
    assert [item.key for item in report(leg(arrived_at=night), by="day").items] == ["2026-10-23"]
    assert [item.key for item in report(leg(arrived_at=night), by="weekday").items] == ["fri"]


def test_a_wait_over_the_clock_change_is_as_long_as_it_was() -> None:
    before, after = at("2026-10-25 00:50"), at("2026-10-25 01:05")
    total = report(leg(arrived_at=before, called_at=after), by="hour")
    assert (total.total.waiting.max_s, [item.key for item in total.items]) == (900, ["02:00"])


def test_rows_stand_as_in_the_config_then_what_it_no_longer_knows_then_nobody() -> None:
    legs = [leg(counter=counter) for counter in (None, "9", "2", "1")]
    assert [item.key for item in report(*legs, by="counter").items] == ["1", "2", "9", None]


def test_a_row_holds_every_reason_and_is_json() -> None:
    row = to_builtins(report(called(1)).total)
    assert list(row["ended"]) == [
        "served",
        "no_show",
        "walkout",
        "cancelled_by_customer",
        "removed_by_staff",
        "turned_away",
        "end_of_day",
    ]
    assert row["waiting"] == {
        "n": 1,
        "mean_s": 60,
        "p50_s": 60,
        "p90_s": 60,
        "p95_s": 60,
        "max_s": 60,
    }


def test_what_was_offered_counts_where_the_quote_was_broken() -> None:
    by = NINE + 5 * MINUTE
    water = {"recovered": '["water"]'}
    total = report(
        called(9, call_by=by, **water), called(9, call_by=by), called(3, call_by=by, **water)
    ).total
    assert (total.recovered.n, total.recovered.of, total.recovered.share) == (1, 2, 0.5)


def test_a_recovery_taken_back_leaves_the_report(tmp_path: Path) -> None:
    plan = load(ROOT / "config.toml").plan(always_open=True)
    store = PlayedStore(tmp_path / "foyer.db", plan, ClockByHand(NINE))
    store.do(c.OpenCounter("1", "mai"))
    store.do(c.TakeTicket("ken", "advice"))
    store.wait(60)
    store.do(c.TimePassed())
    for recovery in ("apology", "water"):
        store.do(c.Recover("ken", recovery, "mai"))
    store.do(c.TakeBackRecovery("ken", "water", "mai"))
    store.do(c.CallNext("1"))
    assert recovered(store).offered["apology"] == recovered(store).n == 1
    assert recovered(store).offered["water"] == 0
    assert sum(recovered(store).why.values()) == 1
    store.do(c.TakeBackRecovery("ken", "apology", "theo"))
    assert (recovered(store).n, recovered(store).of) == (0, 1)
    store.close()


def recovered(store: PlayedStore) -> Any:
    legs = store.journal.legs("main", NINE, NINE + 86_400_000)
    return waits(store.store.plan, legs, "service", store.clock.at).total.recovered
