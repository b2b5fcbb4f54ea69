"""What is different today: hours that end earlier, a service that is over, and what follows."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from server.floor import commands as c
from server.floor import hours, today, unserved
from server.floor.facts import DayException
from server.floor.plan import Hours, StorePlan
from tests.floor import as_shown
from tests.floor.played import MINUTE, NOON, Floorplay, small_store

FOUR = NOON + 5 * 60 * MINUTE
"""16:00 in the store, two hours before it closes."""


def said(floor: Floorplay, id: str = "e", **what: object) -> None:
    """`what` as in `DayException`."""
    kind = next(iter(what)) if len(what) == 1 else "service"
    kind = {"reason": "running_late"}.get(kind, kind)
    floor.do(c.SayToday(DayException(id, kind, floor.now, "mai", **what)))


def plan_now(floor: Floorplay) -> StorePlan:
    return today.plan_of(floor.plan, floor.day)


def test_a_date_has_hours_of_its_own() -> None:
    short = ((time(8), time(12)),)
    dates = ((date(2026, 12, 24), short), (date(2026, 12, 25), ()))
    plan = small_store(hours=Hours(week=(((time(9), time(18)),),) * 7, dates=dates))
    span = hours.span(plan, "2026-12-24", *short[0])
    assert hours.windows(plan, "2026-12-24") == [span]
    assert hours.windows(plan, "2026-12-25") == []
    nine = hours.windows(plan, "2026-12-26")[0][0]
    assert hours.opens_next(plan, span[1]) == nine
    assert plan.hours.closed == {date(2026, 12, 25)}


@pytest.mark.parametrize("always_open", [False, True])
def test_nothing_is_sold_after_an_earlier_closing_and_it_is_said_why(always_open: bool) -> None:
    plan = small_store()
    floor = Floorplay(replace(plan, hours=replace(plan.hours, always_open=always_open)))
    floor.opens("1")
    said(floor, closes_at=FOUR)
    assert hours.closes_at(plan_now(floor), floor.now) == FOUR
    floor.ticket()
    floor.now = FOUR
    again = "04:00" if always_open else "09:00"
    refusal = floor.refusal(c.TakeTicket("late", "advice"))
    assert (refusal.code, refusal.args) == (
        "closed_early",
        {"since": "16:00", "opens": again, "days": 1},
    )
    # Whoever came before that, at a kiosk without its server, has the ticket.
    floor.do(c.TakeTicket("kept", "advice", arrived_at=FOUR - 2 * MINUTE))
    floor.do(c.TakeBackToday("e"))
    floor.ticket()


def test_who_is_left_after_an_earlier_closing_is_sent_home_as_after_any() -> None:
    floor = Floorplay()
    floor.opens("1")
    visit = floor.ticket()
    said(floor, closes_at=floor.now + MINUTE)
    floor.passes(60)
    assert floor.visit(visit).state == "waiting"
    floor.passes(1)
    assert floor.visit(visit).ended_as == "end_of_day"


def test_a_wait_that_may_end_too_late_is_told_so() -> None:
    floor = Floorplay(small_store(times=replace(small_store().times, close_after_minutes=0)))
    floor.opens("1")
    for _ in range(8):
        floor.ticket()
    said(floor, service="advice", closed_from=floor.now + 10 * MINUTE)
    last = floor.ticket()
    quote = floor.visit(last).leg.quote
    assert quote is not None and quote.basis == "after_closing" and quote.promised_by is None
    assert floor.ticket("replacement", choose="wait") in floor.day.visits


def test_a_service_that_is_over_is_not_sold_and_its_people_are_listed_in_the_end() -> None:
    floor = Floorplay()
    floor.opens("1", "3")
    visit = floor.ticket()
    said(floor, service="advice", closed_from=floor.now)
    assert floor.refusal(c.TakeTicket("v", "advice")).code == "service_closed"
    floor.ticket("recovery", papers={"id": "have"})
    shown = as_shown.board_view(plan_now(floor), floor.day, floor.now, floor.forecast())
    assert {one["id"]: one["open"] for one in shown["services"]} == {
        "advice": False,
        "recovery": True,
        "replacement": True,
    }
    assert list(unserved.listed(floor.plan, floor.day, floor.now)) == []
    floor.now += 60 * MINUTE
    [listed] = unserved.listed(floor.plan, floor.day, floor.now)
    assert (listed.visit, listed.why) == (visit, "service_closed")
    assert floor.calls("1") == visit, "it may be called all the same"


@pytest.mark.parametrize("moment", [NOON - 10 * MINUTE, NOON + 8 * 60 * MINUTE])
def test_only_a_time_of_today_before_the_usual_closing_will_do(moment: int) -> None:
    floor = Floorplay()
    early = DayException("e", "closes_at", floor.now, closes_at=moment)
    assert floor.refusal(c.SayToday(early)).code == "exception_not_today"
    gone = DayException("e", "service", floor.now, service="gone", closed_from=floor.now)
    assert floor.refusal(c.SayToday(gone)).code == "unknown_service"
    assert floor.refusal(c.TakeBackToday("e")).code == "unknown_exception"


def test_a_later_word_about_the_same_takes_the_place_of_the_earlier() -> None:
    floor = Floorplay()
    said(floor, "a", closes_at=FOUR)
    said(floor, "b", service="advice", closed_from=FOUR)
    said(floor, "c", service="recovery", closed_from=FOUR)
    said(floor, "d", closes_at=FOUR + 30 * MINUTE)
    assert list(floor.day.exceptions) == ["b", "c", "d"]
    assert hours.closes_at(plan_now(floor), floor.now) == FOUR + 30 * MINUTE


def test_a_reason_that_was_typed_is_no_part_of_a_fact() -> None:
    floor = Floorplay()
    said(floor, reason="Mai broke her leg")
    assert [one.reason for one in floor.day.exceptions.values()] == ["other"]


def test_a_phone_hears_what_concerns_its_visit() -> None:
    floor = Floorplay()
    floor.opens("1")
    visit = floor.ticket()
    said(floor, "a", service="recovery", closed_from=FOUR)
    said(floor, "b", closes_at=FOUR)
    plan = plan_now(floor)
    view = as_shown.phone_view(plan, floor.day, floor.visit(visit), floor.now, floor.forecast())
    assert [(one["what"], one["closes_at"]) for one in view["today"]] == [
        ("closes_at", "2026-11-21T15:00:00.000Z")
    ]
    assert view["today"][0]["opens_again"] == "2026-11-22T08:00:00.000Z"
