"""Appointments: a head start that is bounded, windows that are honest, and a place in the line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from server.floor import check_in, routing
from server.floor import commands as c
from server.floor import facts as f
from server.floor.facts import Appointment
from server.floor.plan import Appointments
from tests.floor.as_shown import board_view, floor_view
from tests.floor.played import MINUTE, NOON, Floorplay, small_store

DAY = 24 * 60 * MINUTE
MINUTES = st.integers(0, 240)


def booked(minutes: float = 30, **more: object) -> Appointment:
    appointment = Appointment("a1", "471100", "advice", NOON + round(minutes * MINUTE))
    return replace(appointment, **more)


@pytest.fixture
def play() -> Floorplay:
    return Floorplay()


@given(MINUTES, MINUTES, MINUTES, st.integers(-12 * 60, 12 * 60))
def test_nobody_is_put_forward_by_more_than_the_head_start(early, late, head_start, minutes):
    plan = small_store(appointments=Appointments(early, late, head_start))
    due, arrived = NOON, NOON + minutes * MINUTE
    credited = check_in.credited_arrival(plan, due, arrived)
    assert arrived - head_start * MINUTE <= credited <= arrived
    came = check_in.punctuality(plan, due, arrived)
    assert came == ("early" if minutes < -early else "late" if minutes > late else "in_time")
    if came != "in_time":
        assert credited == arrived


@given(MINUTES, st.lists(st.integers(-30, 15), min_size=2, max_size=2))
def test_coming_earlier_never_costs_a_place(head_start, minutes):
    """Of two with the same time, whoever came first is first."""
    plan = small_store(appointments=Appointments(30, 15, head_start))
    first, second = sorted(minutes)
    places = [check_in.credited_arrival(plan, NOON, NOON + m * MINUTE) for m in (first, second)]
    assert places == sorted(places)


@given(st.integers(0, 30), st.lists(st.integers(0, 240), max_size=40))
def test_however_many_come_at_a_time_nobody_waits_behind_later_ones_for_long(head_start, dues):
    """Only appointments of whoever arrives within the head start can be put before somebody."""
    plan = small_store(appointments=Appointments(30, 15, head_start))
    for due in dues:
        for arrived in range(due - 30, due + 16, 5):
            credited = check_in.credited_arrival(plan, NOON + due * MINUTE, NOON + arrived * MINUTE)
            if credited <= NOON:
                assert arrived <= head_start


def test_in_time_is_put_forward_and_the_fact_says_so(play):
    play.do(c.MakeAppointment(booked(30)))
    play.now += 15 * MINUTE
    walk_in = play.ticket()
    play.now += 10 * MINUTE
    facts = play.do(c.TakeTicket("kens", "advice", appointment=booked(30)))
    came = next(fact for fact in facts if isinstance(fact, f.AppointmentCheckedIn))
    assert came.came == "in_time"
    assert (came.appointment.state, came.appointment.visit) == ("checked_in", "kens")
    visit = play.visit("kens")
    assert (visit.appointment, visit.appointment_at) == ("a1", NOON + 30 * MINUTE)
    assert visit.leg.credited_at == NOON + 10 * MINUTE
    assert play.day.line(None) == ["kens", walk_in]
    play.opens("1")
    assert routing.explain_ahead(play.visit(walk_in), visit) == (
        "ahead_appointment",
        {"minutes": 15},
    )
    first = routing.explain_next(play.plan, play.day, play.day.counter("1"))
    assert first == ("kens", "appointment", {"minutes": 15})
    assert play.shown("kens")["appointment_at"] == "2026-11-21T10:30:00.000Z"


@pytest.mark.parametrize(
    ("minutes", "came", "credit"),
    [(-31, "early", 0), (-30, "in_time", 0), (-20, "in_time", 0), (-5, "in_time", 15)]
    + [(0, "in_time", 20), (15, "in_time", 20), (16, "late", 0)],
)
def test_the_windows(play, minutes, came, credit):
    appointment = booked(60)
    play.do(c.MakeAppointment(appointment))
    play.now = appointment.at + minutes * MINUTE
    facts = play.do(c.TakeTicket("kens", "advice", appointment=appointment))
    assert [x.came for x in facts if isinstance(x, f.AppointmentCheckedIn)] == [came]
    assert play.visit("kens").leg.credited_at == play.now - credit * MINUTE


def test_the_larger_head_start_counts_not_the_sum(play):
    appointment = booked(0)
    play.do(c.MakeAppointment(appointment))
    play.do(c.TakeTicket("ida", "advice", needs=("seat",), appointment=appointment))
    assert play.visit("ida").leg.credited_at == NOON - 20 * MINUTE


def test_a_ticket_is_taken_once(play):
    play.do(c.MakeAppointment(booked()))
    play.do(c.TakeTicket("kens", "advice", appointment=booked()))
    again = play.refusal(c.TakeTicket("kens2", "advice", appointment=booked()))
    assert (again.code, again.args["ticket"]) == ("appointment_checked_in", "A001")
    for command in (c.CancelAppointment(booked()), c.MoveAppointment(booked(), NOON + DAY)):
        assert play.refusal(command).code == "appointment_checked_in"


def test_who_left_without_being_served_may_check_in_again(play):
    play.do(c.MakeAppointment(booked()))
    play.do(c.TakeTicket("kens", "advice", appointment=booked()))
    play.do(c.Remove("kens", "left"))
    play.do(c.TakeTicket("kens2", "advice", appointment=booked()))
    assert play.day.appointments["a1"].visit == "kens2"


def test_who_is_turned_away_for_papers_keeps_the_appointment(play):
    appointment = booked(service="recovery")
    play.do(c.MakeAppointment(appointment))
    missing = {"id": "missing"}
    asked = c.TakeTicket("rosa", "recovery", papers=missing, appointment=appointment)
    assert play.refusal(asked).code == "papers_not_ready"
    play.do(replace(asked, choose="come_back"))
    assert play.day.appointments["a1"].state == "booked"
    play.do(replace(asked, visit="rosa2", choose="hold"))
    assert play.day.appointments["a1"].visit == "rosa2"


def test_another_day_and_a_cancelled_one_are_refused(play):
    tomorrow = booked(24 * 60)
    play.do(c.MakeAppointment(tomorrow))
    refusal = play.refusal(c.TakeTicket("kens", "advice", appointment=tomorrow))
    assert refusal.code == "appointment_other_day"
    play.do(c.CancelAppointment(tomorrow))
    assert play.do(c.CancelAppointment(tomorrow)) == ()
    refusal = play.refusal(c.TakeTicket("kens", "advice", appointment=tomorrow))
    assert refusal.code == "appointment_cancelled"
    assert play.refusal(c.MoveAppointment(tomorrow, NOON)).code == "appointment_cancelled"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"at": NOON - 1}, "appointment_past"),
        ({"at": NOON + 12 * 60 * MINUTE}, "appointment_closed"),
        ({"service": "haircut"}, "unknown_service"),
        ({"needs": ("wings",)}, "unknown_need"),
        ({"language": "tlh"}, "unknown_language"),
    ],
)
def test_what_cannot_be_is_refused_when_made_and_when_moved(play, wrong, code):
    assert play.refusal(c.MakeAppointment(booked(**wrong))).code == code
    play.do(c.MakeAppointment(booked()))
    changes = {"at": NOON + MINUTE} | wrong
    assert play.refusal(c.MoveAppointment(booked(), **changes)).code == code


def test_two_who_are_to_come_have_not_the_same_number(play):
    play.do(c.MakeAppointment(booked()))
    twin = booked(60, id="a2")
    assert play.refusal(c.MakeAppointment(twin)).code == "code_taken"
    play.do(c.CancelAppointment(booked()))
    play.do(c.MakeAppointment(twin))


def test_nobody_has_come_after_all_and_the_number_is_somebody_elses_by_now(play):
    play.do(c.MakeAppointment(booked()))
    play.do(c.TakeTicket("kens", "advice", appointment=booked()))
    play.do(c.MakeAppointment(booked(60, id="a2")))
    assert play.refusal(c.ReopenAppointment(booked())).code == "code_taken"
    assert play.visit("kens").state == "waiting"


def test_on_another_day_a_number_may_be_somebody_elses(play):
    tomorrow = 24 * 60
    play.do(c.MakeAppointment(booked()))
    play.do(c.MakeAppointment(booked(tomorrow, id="a2")))
    onto = c.MoveAppointment(booked(tomorrow, id="a2"), booked(60).at)
    assert play.refusal(onto).code == "code_taken"


def test_what_earlier_days_made_is_expected_once(play):
    expected = c.ExpectAppointments((booked(), booked(60, id="a2", code="2")))
    assert len(play.do(expected)) == 2
    assert play.do(expected) == ()


def test_what_was_done_by_mistake_is_taken_back(play):
    play.do(c.MakeAppointment(booked()))
    play.do(c.CancelAppointment(booked(), reason="customer"))
    assert play.day.appointments["a1"].reason == "customer"
    twin = booked(60, id="a2")
    play.do(c.MakeAppointment(twin))
    assert play.refusal(c.ReopenAppointment(booked())).code == "code_taken"
    play.do(c.CancelAppointment(twin))
    for _ in range(2):
        play.do(c.ReopenAppointment(booked()))
        assert play.day.appointments["a1"] == booked()
    play.do(c.TakeTicket("kens", "advice", appointment=booked()))
    play.do(c.ReopenAppointment(booked()))
    assert (play.visit("kens").ended_as, play.day.appointments["a1"].state) == (
        "removed_by_staff",
        "booked",
    )
    play.do(c.TakeTicket("kens2", "advice", appointment=booked()))
    play.opens("1")
    play.do(c.CallNext("1"))
    assert play.refusal(c.ReopenAppointment(booked())).code == "appointment_checked_in"


def test_whoever_moves_it_second_hears_that_it_was_moved(play):
    play.do(c.MakeAppointment(booked(30)))
    later = c.MoveAppointment(booked(30), NOON + 60 * MINUTE, was=NOON + 30 * MINUTE)
    play.do(later)
    assert play.refusal(later).code == "appointment_moved"
    assert play.day.appointments["a1"].at == NOON + 60 * MINUTE


def test_how_things_stand(play):
    appointment = booked(30)
    for minutes, stands in ((30, "due"), (31, "late"), (45, "late"), (46, "missed")):
        now = NOON + minutes * MINUTE
        assert check_in.standing(play.plan, appointment, now) == stands
        still = check_in.still_expected(play.plan, [appointment], now)
        assert bool(still) == (stands != "missed")


def test_screens_count_and_name_nobody(play):
    board = board_view(play.plan, play.day, play.now, play.forecast())
    assert not board["appointments"]
    play.do(c.MakeAppointment(booked()))
    play.do(c.MakeAppointment(booked(24 * 60, id="a2", code="2")))
    board = board_view(play.plan, play.day, play.now, play.forecast())
    assert board["appointments"] is True
    floor = floor_view(play.plan, play.day, play.now, play.forecast())
    assert floor["appointments"] == {"due": 1}
    assert "471100" not in str(board)
