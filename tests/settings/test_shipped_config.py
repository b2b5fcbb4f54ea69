"""The shipped config.toml is a store one could open, and shows what Foyer can do."""

from datetime import time
from pathlib import Path

import pytest

from server.settings import load


@pytest.fixture(scope="module")
def settings():
    return load(Path("config.toml"))


@pytest.fixture(scope="module")
def plan(settings):
    return settings.plan()


def test_it_is_a_drive_replacement_centre_with_three_counters(plan):
    assert plan.id == "main"
    assert set(plan.services) == {"replacement", "recovery", "advice"}
    assert set(plan.counters) == {"1", "2", "3"}
    assert plan.languages == ("en", "de", "ar")


def test_every_remedy_for_a_missing_paper_occurs(plan):
    asked = {p for s in plan.services.values() for r in s.requirements for p in r.any}
    assert {plan.papers[p].if_missing for p in asked} == {"fixable_here", "fetch", "not_today"}
    assert asked == set(plan.papers)


def test_it_shows_all_that_can_be_asked_of_a_paper(plan):
    papers = plan.papers.values()
    asked = [r for s in plan.services.values() for r in s.requirements]
    assert {p.form for p in papers} == {"original", "certified", "copy", "screen"}
    assert all(
        any(getattr(p, rule) for p in papers)
        for rule in ("max_age_days", "must_not_expire_within_days", "must_match", "reads", "fix")
    )
    assert any(r.count > 1 for r in asked)
    assert any(len(r.any) > r.count for r in asked)
    for service in plan.services.values():
        questions, answers = len(service.questions), {q.id: {"any"} for q in service.questions}
        assert questions <= 2, f"{service.id} asks more than people bear ({answers})"


def test_answers_switch_requirements(plan):
    assert any(r.when for r in plan.services["replacement"].requirements)
    assert not plan.services["advice"].requirements


def test_a_text_written_once_is_said_in_every_language(plan):
    assert plan.counters["1"].name == {"en": "1", "de": "1", "ar": "1"}


def test_hours_are_those_of_the_file(plan):
    assert plan.hours.week[3] == ((time(9), time(20)),)
    assert plan.hours.week[6] == ()
    assert not plan.hours.always_open


def test_always_open_is_said_at_the_start_and_not_in_the_file(settings):
    assert settings.plan(always_open=True).hours.always_open


def test_everybody_has_a_pin_of_his_own(settings):
    assert set(settings.pins) == set(settings.plan().staff)
    assert len(set(settings.pins.values())) == len(settings.pins)


def test_a_manager_and_a_floor_walker_are_there(plan):
    assert {"manager", "floor_walker", "staff"} == {p.role for p in plan.staff.values()}
