"""A visit from door to end: every verb, every end, every refusal that says what to do instead."""

import pytest
from msgspec.structs import replace

from server.floor import commands as c
from server.floor.facts import PaperItem
from server.floor.refusals import REFUSALS
from tests.floor.as_shown import phone_view
from tests.floor.played import MINUTE, Floorplay, small_store


@pytest.fixture
def floor() -> Floorplay:
    return Floorplay()


def test_ken_is_called_served_and_gone(floor: Floorplay) -> None:
    floor.opens("1")
    ken = floor.ticket()
    assert floor.shown(ken)["ticket"] == "A001"
    assert floor.calls("1") == ken
    assert floor.visit(ken).state == "called"
    floor.do(c.Start(ken))
    floor.passes(5)
    floor.do(c.Finish(ken, "resolved"))
    leg = floor.visit(ken).leg
    assert (floor.visit(ken).ended_as, floor.visit(ken).outcome) == ("served", "resolved")
    assert leg.ended_at - leg.started_at == 5 * MINUTE


def test_finishing_an_untapped_arrival_counts_from_the_call_and_says_so(floor: Floorplay) -> None:
    floor.opens("1")
    ken = floor.ticket()
    floor.calls("1")
    floor.now += 4 * MINUTE
    floor.do(c.Finish(ken, "resolved"))
    assert floor.visit(ken).leg.start_at_call
    assert floor.visit(ken).leg.started_at == floor.visit(ken).leg.called_at
    floor.do(c.Undo(ken))
    assert floor.visit(ken).state == "called"


def test_a_forgotten_service_is_finished_when_it_really_ended(floor: Floorplay) -> None:
    floor.opens("1")
    ken = floor.ticket()
    floor.calls("1")
    floor.do(c.Start(ken))
    began = floor.now
    floor.now += 50 * MINUTE
    for wrong in (began - 1, floor.now + 1):
        refusal = floor.refusal(c.Finish(ken, "resolved", ended_at=wrong))
        assert (refusal.code, refusal.where) == ("end_not_in_service", "ended_at")
    floor.do(c.Finish(ken, "resolved", ended_at=began + 6 * MINUTE))
    leg = floor.visit(ken).leg
    assert leg.ended_at - leg.started_at == 6 * MINUTE
    assert floor.day.counter("1").visit is None
    floor.do(c.Undo(ken))
    assert floor.visit(ken).state == "serving"


def test_nobody_is_called_twice_and_the_slower_tap_is_told_who_has_him(floor: Floorplay) -> None:
    floor.opens("1", "2")
    ken = floor.ticket()
    floor.do(c.Call("2", ken, "he asked for Mai"))
    refusal = floor.refusal(c.Call("1", ken))
    assert refusal.code == "already_called"
    assert refusal.args["counter"] == "2"
    assert refusal.state == "called"
    assert "start" in refusal.allowed_actions


def test_a_counter_serves_one_at_a_time(floor: Floorplay) -> None:
    floor.opens("1")
    ken = floor.ticket()
    floor.ticket()
    floor.calls("1")
    refusal = floor.refusal(c.CallNext("1"))
    assert refusal.code == "counter_busy"
    assert refusal.args["visit"] == ken


def test_calling_with_nobody_waiting_changes_nothing(floor: Floorplay) -> None:
    floor.opens("3")
    floor.ticket("advice")
    assert floor.do(c.CallNext("3")) == ()


def test_an_idle_counter_takes_from_a_longer_line(floor: Floorplay) -> None:
    floor.opens("1")
    visits = [floor.ticket() for _ in range(3)]
    floor.opens("2")
    assert floor.calls("2") == visits[0]


def test_a_head_start_counts_from_arrival_and_the_largest_alone(floor: Floorplay) -> None:
    floor.opens("1")
    early = floor.ticket()
    floor.now += 11 * MINUTE
    ken = floor.ticket()
    floor.now += 2 * MINUTE
    ida = floor.ticket(needs=("seat", "sign"))
    assert floor.day.line("1") == [early, ida, ken]


def test_a_head_start_never_passes_somebody_who_waits_longer_than_it(floor: Floorplay) -> None:
    floor.opens("1")
    ken = floor.ticket()
    for _ in range(30):
        floor.now += MINUTE
        floor.ticket(needs=("seat",))
    assert floor.day.line("1").index(ken) <= 10


def test_a_hold_keeps_the_arrival_time(floor: Floorplay) -> None:
    floor.opens("1")
    rosa, ken = floor.ticket(), floor.ticket()
    floor.do(c.Hold(rosa, 10, by_customer=True))
    assert floor.day.line("1") == [ken]
    floor.now += 5 * MINUTE
    floor.do(c.Return(rosa))
    assert floor.day.line("1") == [rosa, ken]


def test_a_customer_holds_once_and_not_too_long(floor: Floorplay) -> None:
    floor.opens("1")
    rosa = floor.ticket()
    assert floor.refusal(c.Hold(rosa, 31, by_customer=True)).code == "hold_too_long"
    floor.do(c.Hold(rosa, 30, by_customer=True))
    assert floor.refusal(c.Hold(rosa, 5, by_customer=True)).code == "already_held"
    floor.do(c.Return(rosa))
    assert floor.refusal(c.Hold(rosa, 5, by_customer=True)).code == "hold_used"
    floor.do(c.Hold(rosa, 45, "lost child"))  # staff may


def test_an_expired_hold_is_a_walkout_that_staff_can_take_back(floor: Floorplay) -> None:
    floor.opens("1")
    rosa = floor.ticket()
    floor.do(c.Hold(rosa, 10))
    floor.passes(9)
    assert floor.visit(rosa).state == "held"
    floor.passes(1)
    assert floor.visit(rosa).ended_as == "walkout"
    floor.passes(15)
    floor.do(c.Undo(rosa))
    assert floor.visit(rosa).state == "held"


def test_an_unanswered_call_becomes_a_no_show_counted_from_the_last_call(floor: Floorplay) -> None:
    floor.opens("1")
    ken = floor.ticket()
    floor.calls("1")
    floor.passes(1.5)
    floor.do(c.Recall(ken))
    floor.passes(1.5)
    assert floor.visit(ken).state == "called"
    floor.passes(0.5)
    assert floor.visit(ken).ended_as == "no_show"
    assert floor.day.counter("1").visit is None


def test_a_no_show_who_was_only_late_comes_back_with_undo(floor: Floorplay) -> None:
    floor.opens("1")
    ken, next_one = floor.ticket(), floor.ticket()
    floor.calls("1")
    floor.do(c.NoShow(ken))
    assert floor.calls("1") == next_one
    assert floor.refusal(c.Undo(ken)).code == "counter_busy"
    floor.do(c.Finish(next_one, "resolved"))
    floor.passes(10)
    floor.do(c.Undo(ken))
    assert floor.visit(ken).state == "called"


def test_cancelling_leaving_and_removing_are_told_apart(floor: Floorplay) -> None:
    cancelled, left, removed = (floor.ticket() for _ in range(3))
    floor.do(c.Cancel(cancelled))
    floor.do(c.Remove(left, "left"))
    floor.do(c.Remove(removed, "twice at the kiosk"))
    ends = [floor.visit(v).ended_as for v in (cancelled, left, removed)]
    assert ends == ["cancelled_by_customer", "walkout", "removed_by_staff"]
    assert floor.refusal(c.Cancel(left)).code == "already_ended"


def test_a_move_keeps_the_arrival_time_and_can_be_undone(floor: Floorplay) -> None:
    floor.opens("1", "2")
    first = floor.ticket()
    floor.now += MINUTE
    floor.ticket()
    floor.now += MINUTE
    floor.ticket()
    assert floor.visit(first).counter == "1"
    floor.do(c.Move(first, "2", "shorter"))
    assert floor.day.line("2")[0] == first
    floor.do(c.Undo(first))
    assert floor.day.line("1")[0] == first
    assert floor.refusal(c.Undo(first)).code == "nothing_to_undo"


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("1", "same_line"),
        ("2", "counter_not_open"),
        ("3", "counter_cannot_serve"),
        ("9", "unknown_counter"),
    ],
)
def test_a_move_that_would_strand_somebody_is_refused(floor: Floorplay, to: str, code: str) -> None:
    floor.opens("1", "3")
    ken = floor.ticket()
    assert floor.refusal(c.Move(ken, to)).code == code


def test_many_moves_are_all_or_none(floor: Floorplay) -> None:
    floor.opens("1", "2")
    one, two = floor.ticket(), floor.ticket()
    before = (floor.visit(one), floor.visit(two))
    moves = (c.Move(one, None), c.Move(two, "3"))
    assert floor.refusal(c.MoveMany(moves)).code == "counter_not_open"
    assert (floor.visit(one), floor.visit(two)) == before


@pytest.mark.parametrize(("position", "place"), [("by_arrival", 1), ("first", 0), ("last", 2)])
def test_a_transfer_starts_a_leg_under_the_same_number(
    floor: Floorplay, position: str, place: int
) -> None:
    floor.opens("3")
    earlier = floor.ticket("recovery", papers={"id": "have"})
    floor.now += MINUTE
    floor.opens("1")
    ken = floor.ticket("advice")
    floor.now += MINUTE
    later = floor.ticket("recovery", papers={"id": "have"})
    floor.calls("1")
    floor.do(c.Start(ken))
    floor.passes(3)
    floor.do(c.Transfer(ken, service="recovery", position=position))
    visit = floor.visit(ken)
    assert (visit.ticket, visit.state, len(visit.legs)) == ("A001", "waiting", 2)
    assert visit.legs[0].how == "transferred"
    assert visit.arrived_at == visit.legs[0].joined_at
    assert visit.leg.joined_at == floor.now
    line = [earlier, later]
    line.insert(place, ken)
    assert floor.day.line("3") == line


def test_undoing_a_transfer_brings_the_first_leg_back(floor: Floorplay) -> None:
    floor.opens("1", "3")
    ken = floor.ticket()
    floor.calls("1")
    floor.do(c.Start(ken))
    floor.do(c.Transfer(ken, service="recovery"))
    floor.do(c.Undo(ken))
    assert floor.visit(ken).state == "serving"
    assert len(floor.visit(ken).legs) == 1
    assert floor.day.line("3") == []


def test_undo_of_finish_takes_its_promise_back(floor: Floorplay) -> None:
    floor.opens("1")
    ken = floor.ticket()
    floor.calls("1")
    floor.do(c.Start(ken))
    floor.do(c.Finish(ken, "resolved", promise="p1", promise_due=floor.now + MINUTE))
    assert "p1" in floor.day.promises
    floor.do(c.Undo(ken))
    assert floor.day.promises == {}
    assert floor.visit(ken).state == "serving"


def test_what_was_offered_for_a_long_wait_is_on_the_visit(floor: Floorplay) -> None:
    floor.opens("1")
    ken = floor.ticket()
    floor.do(c.Recover(ken, "water", "theo"))
    assert floor.do(c.Recover(ken, "water", "mai")) == (), "one glass, told by two"
    floor.calls("1")
    floor.do(c.Recover(ken, "apology", "mai"))
    floor.do(c.Undo(ken))
    offered = [(r.recovery, r.staff) for r in floor.visit(ken).recoveries]
    assert offered == [("water", "theo"), ("apology", "mai")]
    assert floor.refusal(c.Recover(ken, "gold", "mai")).code == "unknown_recovery"
    floor.do(c.Cancel(ken))
    assert floor.refusal(c.Recover(ken, "water", "mai")).code == "already_ended"
    assert floor.refusal(c.TakeBackRecovery(ken, "water", "mai")).code == "already_ended"


def test_a_recovery_logged_by_mistake_is_taken_back_and_can_be_offered_again(
    floor: Floorplay,
) -> None:
    ken = floor.ticket()
    for recovery in ("water", "apology"):
        floor.do(c.Recover(ken, recovery, "mai"))
    floor.do(c.TakeBackRecovery(ken, "water", "theo"))
    assert [one.recovery for one in floor.visit(ken).recoveries] == ["apology"]
    assert floor.do(c.TakeBackRecovery(ken, "water", "theo")) == ()
    floor.do(c.Recover(ken, "water", "theo"))
    assert [one.recovery for one in floor.visit(ken).recoveries] == ["apology", "water"]


def finished_with_promise(floor: Floorplay) -> None:
    floor.opens("1")
    ken = floor.ticket()
    floor.calls("1")
    floor.do(c.Finish(ken, "resolved", promise="p1", promise_due=floor.now + MINUTE))


def test_a_promise_is_kept_once(floor: Floorplay) -> None:
    finished_with_promise(floor)
    floor.do(c.KeepPromise("p1", "mai"))
    assert floor.refusal(c.KeepPromise("p1", "ken")).code == "promise_already_kept"
    assert floor.refusal(c.KeepPromise("p2", "ken")).code == "unknown_promise"


def test_kept_by_mistake_is_taken_back_for_a_while(floor: Floorplay) -> None:
    finished_with_promise(floor)
    floor.do(c.KeepPromise("p1", "mai"))
    floor.do(c.ReopenPromise("p1"))
    floor.do(c.KeepPromise("p1", "ken"))
    floor.now += 121_000
    assert floor.refusal(c.ReopenPromise("p1")).code == "promise_stays_kept"


def test_a_promise_of_an_earlier_day_is_kept_today(floor: Floorplay) -> None:
    waiting = c.EarlierPromise("2025-01-02", kept=False)
    floor.do(c.KeepPromise("old", "mai", waiting))
    assert floor.refusal(c.KeepPromise("old", "ken", waiting)).code == "promise_already_kept"
    was_kept = c.EarlierPromise("2025-01-02", kept=True)
    assert floor.refusal(c.KeepPromise("done", "mai", was_kept)).code == "promise_already_kept"
    assert floor.refusal(c.ReopenPromise("done", was_kept)).code == "promise_stays_kept"
    taken_back = c.EarlierPromise(floor.day.date, kept=False)
    assert floor.refusal(c.KeepPromise("gone", "mai", taken_back)).code == "unknown_promise"


def test_undo_has_an_end(floor: Floorplay) -> None:
    floor.opens("1", "2")
    ken = floor.ticket()
    floor.do(c.Move(ken, "2"))
    floor.now += 121_000
    assert floor.refusal(c.Undo(ken)).code == "undo_too_late"


def test_undo_into_a_line_that_closed_meanwhile_finds_another(floor: Floorplay) -> None:
    floor.opens("1", "2")
    ken = floor.ticket()
    floor.do(c.Remove(ken))
    floor.do(c.CloseCounter("1"))
    floor.do(c.Undo(ken))
    assert floor.day.line("2") == [ken]


def test_a_closing_counters_line_is_shared_out_not_dumped_on_one(floor: Floorplay) -> None:
    plan = small_store()
    wide = {
        id: type(one)(one.id, one.name, frozenset({"advice"})) for id, one in plan.counters.items()
    }
    floor = Floorplay(small_store(counters=wide))
    floor.opens("1")
    visits = [floor.ticket() for _ in range(6)]
    floor.opens("2", "3")
    floor.do(c.CloseCounter("1", "lunch"))
    assert len(floor.day.line("2")) == len(floor.day.line("3")) == 3
    assert sorted(floor.day.line("2") + floor.day.line("3")) == sorted(visits)
    assert all(floor.visit(v).leg.joined_at == floor.visit(v).arrived_at for v in visits)


def test_a_break_shares_the_line_out_and_ends_with_open(floor: Floorplay) -> None:
    floor.opens("1")
    ken = floor.ticket()
    floor.do(c.TakeBreak("1", 15, "tea"))
    assert floor.day.line(None) == [ken]
    assert floor.refusal(c.CallNext("1")).code == "counter_on_break"
    floor.opens("1")
    assert floor.calls("1") == ken


def test_a_counter_with_somebody_at_it_neither_closes_nor_breaks(floor: Floorplay) -> None:
    floor.opens("1")
    floor.ticket()
    floor.calls("1")
    for command in (c.CloseCounter("1"), c.TakeBreak("1")):
        assert floor.refusal(command).code == "counter_busy"


def test_pool_lines_keep_one_line() -> None:
    floor = Floorplay(small_store(lines="pool"))
    floor.opens("1", "2")
    one, two = floor.ticket(), floor.ticket()
    assert floor.day.line(None) == [one, two]
    assert (floor.calls("2"), floor.calls("1")) == (one, two)


def test_tickets_count_per_service_and_are_never_reused(floor: Floorplay) -> None:
    tickets = [floor.shown(floor.ticket())["ticket"] for _ in range(2)]
    floor.do(c.Cancel("v2"))
    recovery = floor.ticket("recovery", papers={"id": "have"})
    assert [*tickets, floor.shown(recovery)["ticket"]] == ["A001", "A002", "D001"]
    assert floor.shown(floor.ticket())["ticket"] == "A003"


def test_outside_opening_hours_no_ticket_and_the_next_opening_named() -> None:
    floor = Floorplay(now=1_795_255_200_000 + 10 * 60 * MINUTE)  # 21:00
    refusal = floor.refusal(c.TakeTicket("v", "advice"))
    assert refusal.code == "store_closed"
    assert refusal.args["opens"] == "2026-11-22T08:00:00.000Z"


def test_an_offline_kiosks_ticket_keeps_its_real_arrival(floor: Floorplay) -> None:
    floor.opens("1")
    later = floor.ticket()
    offline = floor.ticket(arrived_at=floor.now - 5 * MINUTE)
    assert floor.day.line("1") == [offline, later]
    for when in (floor.now + 1, floor.now - 24 * 60 * MINUTE):
        assert floor.refusal(c.TakeTicket("x", "advice", arrived_at=when)).code == (
            "arrival_not_today"
        )


def test_the_days_end_sends_everybody_home_once(floor: Floorplay) -> None:
    floor.opens("1", "2")
    waiting, held, called = floor.ticket(), floor.ticket(), floor.ticket()
    floor.do(c.Hold(held, 12 * 60))
    floor.do(c.Call("1", called))
    floor.do(c.Start(called))
    floor.passes(8 * 60)  # 19:00, an hour after closing
    assert {floor.visit(v).ended_as for v in (waiting, held, called)} == {"end_of_day"}
    assert floor.day.counter("1").state == "closed"
    assert floor.do(c.TimePassed()) == ()


def test_papers_seen_or_rejected_at_the_counter_change_the_verdict(floor: Floorplay) -> None:
    rosa = floor.ticket("recovery", papers={"id": "have"})
    floor.do(c.CheckPapers(rosa, (PaperItem("id", "rejected", "expired"),), "mai"))
    assert floor.visit(rosa).papers.verdict == "fetch"
    floor.do(c.CheckPapers(rosa, (PaperItem("id", "seen"),), "mai"))
    assert floor.visit(rosa).papers.verdict == "ready"


def test_help_asked_at_the_kiosk_is_answered_once(floor: Floorplay) -> None:
    floor.do(c.AskHelp("h1", "door", "papers", "ar"))
    floor.do(c.AnswerHelp("h1", "theo"))
    assert floor.refusal(c.AnswerHelp("h1", "mai")).code == "unknown_help"
    assert floor.day.helped == {"h1": "theo"}, "the kiosk says who comes"


def test_a_quote_about_to_break_is_flagged_once(floor: Floorplay) -> None:
    floor.opens("1")
    first = floor.ticket()
    floor.calls("1")
    floor.do(c.Start(first))
    ken = floor.ticket()
    floor.passes(90)
    assert floor.visit(ken).at_risk
    assert floor.do(c.TimePassed()) == ()


def test_a_risk_that_has_passed_is_not_shown_any_more(floor: Floorplay) -> None:
    floor.opens("1")
    first = floor.ticket()
    floor.calls("1")
    floor.do(c.Start(first))
    ken = floor.ticket()
    leg = floor.visit(ken).leg
    floor.now = leg.quote.call_by - 20_000
    floor.do(c.TimePassed())
    assert floor.shown(ken)["at_risk"]
    floor.do(c.Finish(first, "resolved"))
    floor.now -= 60_000
    assert not floor.shown(ken)["at_risk"]
    assert floor.visit(ken).at_risk


def test_counters_gone_from_the_config_strand_nobody(floor: Floorplay) -> None:
    floor.opens("2")
    ken = floor.ticket()
    plan = small_store()
    floor.plan = small_store(counters={k: v for k, v in plan.counters.items() if k != "2"})
    floor.opens("1")
    floor.do(c.TimePassed())
    assert floor.day.line("1") == [ken]
    assert floor.day.counter("2").state == "closed"


def test_a_service_gone_from_the_config_can_still_be_shown_and_finished(floor: Floorplay) -> None:
    floor.opens("1")
    ken = floor.ticket("advice")
    services = {k: v for k, v in floor.plan.services.items() if k != "advice"}
    floor.plan = small_store(services=services)
    shown = phone_view(floor.plan, floor.day, floor.visit(ken), floor.now, floor.forecast())
    assert shown["visit"]["service_name"]["en"] == "advice"
    floor.do(c.CheckPapers(ken, ()))
    floor.do(c.TakeBreak("1"))


def test_services_that_share_letters_share_their_numbers(floor: Floorplay) -> None:
    prefixes = {"replacement": "A", "recovery": "AA", "advice": "A"}
    served = {
        s.id: replace(s, prefix=prefixes[s.id], requirements=())
        for s in floor.plan.services.values()
    }
    floor.plan = replace(floor.plan, services=served)
    order = ["advice", "recovery", "replacement", "recovery", "advice"]
    taken = [floor.shown(floor.ticket(service))["ticket"] for service in order]
    assert taken == ["A001", "AA001", "A002", "AA002", "A003"]


def test_a_no_is_of_one_of_three_kinds() -> None:
    """What is not there, what was sent wrongly, and what cannot be as things stand."""
    for code, status in REFUSALS.items():
        assert status in ((404, 422) if code.startswith("unknown_") else (409, 422)), code
