"""What a suggestion says it does is what the floor then does; and it breaks nothing."""

from __future__ import annotations

import random
from datetime import time
from math import inf

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from server.balance import moves as looking
from server.balance import scenes
from server.balance.offering import PATIENCE_MS, offer, question
from server.balance.weighing import Answer, Felt, Question, Weighed, weigh
from server.floor import commands as c
from server.floor import facts as f
from server.floor import routing, suggestions
from server.floor.plan import CounterPlan, StaffMember
from server.floor.views.suggestions import sentence
from server.waits.rehearsal import draw, play, scene_of
from tests.floor import as_shown
from tests.floor.played import MINUTE, Floorplay, small_store, words
from tests.waits.test_rehearsal import PAPERS, SERVICES, calls_on_the_floor, some_floor


def crowded(rebalance: str = "suggest") -> Floorplay:
    """Eight in line 1, a minute apart; counter 2 is serving and has no line."""
    staff = {s.id: s for s in (StaffMember("mai", "Mai"), StaffMember("ken", "Ken"))}
    staff["theo"] = StaffMember("theo", "Theo", role="floor_walker")
    floor = Floorplay(replace(small_store(), staff=staff, rebalance=rebalance))
    floor.do(c.OpenCounter("1", "mai"))
    floor.ticket()
    floor.calls("1")
    for _ in range(8):
        floor.now += MINUTE
        floor.ticket()
    floor.do(c.OpenCounter("2", "ken"))
    return floor


def asked(floor: Floorplay) -> Question:
    ask = floor.forecaster.ask_about(floor.day, floor.now)
    assert ask is not None
    return question(floor.plan, floor.day, floor.now, ask)


def offered(floor: Floorplay) -> c.Offer | None:
    made = iter(f"s{floor.day.seq}-{n}" for n in range(9))
    answer = weigh(asked(floor))
    return offer(floor.plan, floor.day, floor.now, answer, lambda: next(made))


def test_a_line_too_long_is_seen_with_what_moving_does_to_each() -> None:
    floor = crowded()
    moves = weigh(asked(floor)).moves
    assert moves is not None
    moved = [one for one in moves.felt if one.line != one.to]
    assert {one.to for one in moved} == {"2"}
    assert all(one.after.likely_s < one.before.likely_s for one in moved)
    assert moves.p90_after_s < moves.p90_before_s
    assert moves.saved_s > 0
    # What is told on phones stays as it was: where somebody stands changes, not when he is called.
    assert all(one.told_before == one.told_after for one in moves.felt)


@given(st.integers(0, 2**32))
@settings(max_examples=60)
def test_a_suggestion_says_a_figure_that_gets_better(seed: int) -> None:
    """Of the same people, in the whole minutes that are shown."""
    floor = some_floor(random.Random(seed))
    asked_ = floor.forecaster.ask_about(floor.day, floor.now)
    news = offered(floor) if asked_ is not None else None
    for suggestion in news.suggestions if news else []:
        args = sentence(floor.plan, floor.day, suggestion).args
        assert args["after"] < args["before"], suggestion


def test_nobody_is_moved_only_for_the_sake_of_others() -> None:
    def felt(visit: str, to: str, before_s: int, after_s: int) -> Felt:
        before, after = (f.Wait(s, s, s) for s in (before_s, after_s))
        return Felt(visit, "1", to, before, after, before, after)

    def weighed(*felt: Felt) -> Weighed:
        return Weighed([*felt], len(felt), 0, 0, 0, saved_s=1200, later=0, overtakes=0)

    behind = felt("behind", "1", 2400, 600)
    assert not weighed(felt("moved", "2", 1200, 1740), behind).sooner_for_the_moved
    assert weighed(felt("moved", "2", 1740, 1200), behind).sooner_for_the_moved


def test_nothing_is_suggested_where_nothing_is_worth_doing() -> None:
    floor = Floorplay()
    floor.opens("1", "2")
    for _ in range(3):
        floor.ticket()
    assert offered(floor) is None


@given(st.integers(0, 2**32))
@settings(max_examples=60)
def test_a_suggested_move_never_changes_who_is_called_when(seed: int) -> None:
    """So no quote can break by it, and nobody is overtaken by it, who came before it or after."""
    chance = random.Random(seed)
    floor, same = some_floor(random.Random(seed)), some_floor(random.Random(seed))
    for visit in list(floor.day.visits.values()):
        fit = sorted(routing.able(floor.plan, floor.day, visit.kind))
        if visit.state == "waiting" and visit.counter is not None and fit:
            floor.ask(c.Move(visit.id, chance.choice(fit), "balance", "s1"))
    for service in chance.choices(SERVICES, k=chance.randint(0, 6)):
        assert floor.ticket(service, papers=PAPERS) == same.ticket(service, papers=PAPERS)
    scene = scene_of(floor.plan, floor.day, floor.now)
    takes = {visit: chance.uniform(20, 900) for visit in scene.visits}
    times = zip(scene.counters, scene.away_s, strict=True)
    free = {one: at + n * 1e-6 for n, (one, at) in enumerate(times)}
    assert calls_on_the_floor(floor, takes, free) == calls_on_the_floor(same, takes, free)


def test_taking_it_is_what_was_weighed() -> None:
    floor = crowded()
    news = offered(floor)
    assert news is not None
    floor.do(news)
    move = next(s for s in news.suggestions if s.kind == "move")
    floor.do(c.TakeSuggestion(move.id, by="mai"))
    assert all(floor.visit(m.visit).counter == m.to for m in move.moves)
    assert all(floor.visit(m.visit).leg.moved_by == move.id for m in move.moves)
    again = weigh(asked(floor)).moves
    felt = {one.visit: one for one in again.felt} if again else {}
    assert all(felt[m.visit].line == felt[m.visit].to for m in move.moves if felt)
    floor.do(c.TakeBackSuggestion(move.id, by="mai"))
    assert all(floor.visit(m.visit).counter == m.line for m in move.moves)
    assert floor.refusal(c.TakeBackSuggestion(move.id)).code == "nothing_to_undo"


def test_what_is_suggested_stands_until_something_changes() -> None:
    floor = crowded()
    news = offered(floor)
    assert news is not None
    floor.do(news)
    assert offered(floor) is None
    floor.now += 20_000
    assert offered(floor) is None, "not changed under the finger"
    gone = next(s for s in news.suggestions if s.kind == "move").moves[0].visit
    floor.do(c.Remove(gone, "left"))
    second = offered(floor)
    assert second is not None
    assert all(m.visit != gone for s in second.suggestions for m in s.moves)


def test_moves_stand_while_they_help_though_others_would_do_as_well() -> None:
    floor = crowded()
    news = offered(floor)
    assert news is not None
    floor.do(news)
    [before] = [s for s in news.suggestions if s.kind == "move"]
    floor.passes(2)
    for _ in range(2):
        floor.ticket()
    now = asked(floor)
    anew, standing = weigh(replace(now, standing_moves=())).moves, weigh(now).moves
    assert anew is not None and standing is not None
    assert moves_of(standing) == {(m.visit, m.to) for m in before.moves}
    assert moves_of(anew) != moves_of(standing)
    more = offered(floor)
    assert more is None or {s.id for s in more.suggestions if s.kind == "move"} <= {before.id}


def moves_of(weighed: Weighed) -> set[tuple[str, str | None]]:
    return {(one.visit, one.to) for one in weighed.felt if one.line != one.to}


def test_nobody_is_moved_again_within_his_patience() -> None:
    floor = crowded("auto")
    news = offered(floor)
    assert news is not None
    assert news.taken
    floor.do(news)
    moved = {m.visit for s in news.suggestions for m in s.moves}
    for visit in moved:
        assert floor.visit(visit).counter == "2"
    assert moved <= standing_still(floor)
    floor.now += PATIENCE_MS
    assert not moved & standing_still(floor)


def standing_still(floor: Floorplay) -> set[str]:
    asked_ = asked(floor)
    visits = zip(asked_.ask.scene.visits, asked_.still, strict=True)
    return {visit for visit, still in visits if still}


def test_off_suggests_nothing() -> None:
    assert offered(crowded("off")) is None


def test_nobody_is_fetched_to_a_counter_for_a_wait_the_store_can_bear() -> None:
    floor = Floorplay()
    floor.opens("1")
    for _ in range(3):
        floor.ticket()
    assert not weigh(asked(floor)).openings
    for _ in range(3):
        floor.ticket()
    assert weigh(asked(floor)).openings, "six ahead of one counter are more than its target"


def before_lunch(rebalance: str = "suggest", waiting: int = 6) -> Floorplay:
    """Ken's half hour begins in ten minutes, and his counter has the longer line."""
    staff = {
        "mai": StaffMember("mai", "Mai"),
        "ken": StaffMember("ken", "Ken", breaks=((time(11, 30), time(12, 0)),)),
    }
    floor = Floorplay(replace(small_store(), staff=staff, rebalance=rebalance))
    floor.do(c.OpenCounter("2", "ken"))
    floor.passes(10)
    for _ in range(waiting):
        floor.ticket()
    floor.passes(10)
    if waiting:
        floor.calls("2")
    floor.do(c.OpenCounter("1", "mai", ("replacement",)))
    return floor


def test_a_break_is_put_later_when_that_spares_many_a_long_wait() -> None:
    floor = before_lunch()
    delay = weigh(asked(floor)).delay
    assert delay is not None
    assert delay.delay is not None
    assert delay.p90_after_s <= delay.p90_before_s - 180
    assert delay.saved_s > 0
    assert not delay.breaks
    news = offered(floor)
    assert news is not None
    floor.do(news)
    [one] = [s for s in news.suggestions if s.kind == "break"]
    assert one.put_at is not None and one.planned_at is not None
    shown = as_shown.suggestions_view(floor.plan, floor.day)
    told = next(view["sentence"] for view in shown if view["kind"] == "break")
    assert (told["key"], told["args"]["name"]) == ("balance-break", "Ken")
    assert (told["args"]["planned"], told["args"]["put"]) in {
        ("11:30", put) for put in ("11:45", "12:00", "12:15", "12:30")
    }
    assert one.touched and all(t.after.likely_s < t.before.likely_s for t in one.touched)
    before = scene_of(floor.plan, floor.day, floor.now)
    floor.do(c.TakeSuggestion(one.id, by="mai"))
    after = scene_of(floor.plan, floor.day, floor.now)
    later = after.breaks[0][0].begins_s - before.breaks[0][0].begins_s
    assert later == (one.put_at - one.planned_at) / 1000
    assert weigh(asked(floor)).delay is None, "once a day"


def test_a_break_is_left_alone_while_the_wait_is_bearable_or_once_it_was_refused() -> None:
    crowd = asked(before_lunch())
    assert weigh(replace(crowd, bearable_s=3 * 3600)).delay is None
    for refuse in (c.PutOffSuggestion, c.TakeBackSuggestion):
        floor = before_lunch()
        news = offered(floor)
        assert news is not None
        floor.do(news)
        [one] = [s for s in news.suggestions if s.kind == "break"]
        if refuse is c.PutOffSuggestion:
            floor.do(c.PutOffSuggestion(one.id, "hungry", "ken"))
        else:
            floor.do(c.TakeSuggestion(one.id, by="mai"))
            floor.do(c.TakeBackSuggestion(one.id, by="ken"))
        assert not asked(floor).delays


def test_on_auto_nobodys_break_is_moved_without_being_asked() -> None:
    floor = before_lunch("auto")
    news = offered(floor)
    assert news is not None
    [one] = [s for s in news.suggestions if s.kind == "break"]
    assert one.id not in news.taken
    floor.do(news)
    assert floor.day.put_later == {}


def test_no_break_is_put_later_at_the_cost_of_what_somebody_was_told() -> None:
    """The last can only be served by Ken, who is back for her as planned: put later by a quarter of
    an hour, the break begins just before her turn."""
    floor = before_lunch(waiting=0)
    floor.do(c.OpenCounter("1", "mai", ("advice",)))
    for _ in range(11):
        floor.ticket()
    floor.ticket("replacement", papers={"mail": "have", "letter": "have"})
    question_ = asked(floor)
    soon = tuple(delay for delay in question_.delays if delay.later_s == 900)
    takes, free = draw(question_.ask.scene, question_.ask.takes, seed=5)
    told_s = play(question_.ask.scene, takes, free).calls_s
    promised = replace(question_, delays=soon, call_by_s=tuple(np.percentile(told_s, 60, axis=0)))
    assert weigh(replace(promised, call_by_s=(inf,) * 12)).delay is not None
    assert weigh(promised).delay is None


def test_openings_are_weighed_and_each_kind_is_offered_once() -> None:
    floor = crowded()
    floor.ticket("recovery", papers={"id": "have"})
    for _ in range(8):
        gone = floor.day.line("1") + floor.day.line("2")
        floor.do(c.Remove(gone[-1], "left"))
    answer = weigh(asked(floor))
    kinds = [one.opening.kind for one in answer.openings if one.opening]
    assert kinds == ["borrow"], "only the floor walker is free"
    [borrow] = answer.openings
    assert borrow.opening is not None
    assert (borrow.opening.counter, borrow.opening.staff) == ("3", "theo")
    news = offered(floor)
    assert news is not None
    floor.do(news)
    suggestion = next(s for s in news.suggestions if s.kind == "borrow")
    floor.do(c.TakeSuggestion(suggestion.id, by="mai"))
    counter = floor.day.counter("3")
    assert (counter.state, counter.staff) == ("open", "theo")
    assert counter.until == floor.now + 20 * MINUTE
    refusal = floor.refusal(c.TakeSuggestion(suggestion.id))
    assert refusal.code == "suggestion_settled"


def test_what_was_put_off_is_not_offered_for_a_while() -> None:
    floor = crowded()
    news = offered(floor)
    assert news is not None
    floor.do(news)
    move = next(s for s in news.suggestions if s.kind == "move")
    floor.do(c.PutOffSuggestion(move.id, "a family"))
    later = offered(floor)
    again = later.suggestions if later else ()
    assert {m.visit for s in again for m in s.moves}.isdisjoint(m.visit for m in move.moves)


def test_an_opening_that_was_put_off_is_not_weighed_for_a_while_for_any_counter_alike() -> None:
    floor = crowded()
    alike = {**floor.plan.counters, "4": CounterPlan("4", words("4"), frozenset({"recovery"}))}
    floor.plan = replace(floor.plan, counters=alike)
    assert [(one.kind, one.counter) for one in asked(floor).openings] == [("borrow", "3")]
    borrow = f.Suggestion("s1", "borrow", (), "3", "theo", ("recovery",), 20)
    floor.do(c.Offer((borrow,)))
    weighed = Weighed([], 0, 0, 0, 0, 0, 0, 0, opening=asked(floor).openings[0])
    floor.do(c.PutOffSuggestion("s1", "later"))
    assert asked(floor).openings == ()
    assert offer(floor.plan, floor.day, floor.now, Answer(openings=[weighed]), lambda: "s2") is None
    floor.now += suggestions.PUT_OFF_MS
    assert [one.counter for one in asked(floor).openings] == ["3"]


def test_a_hand_move_is_tried_with_the_order_it_would_make() -> None:
    floor = crowded()
    last = floor.day.line("1")[-1]
    question_ = replace(asked(floor), moves=((last, "2"),))
    tried = weigh(question_).moves
    assert tried is not None
    felt = {one.visit: one for one in tried.felt}[last]
    assert felt.told_after.likely_s <= felt.told_before.likely_s
    assert weigh(replace(question_, moves=())).moves.overtakes == 0


def test_lines_left_alone_take_from_nobody() -> None:
    floor = crowded()
    scene = scene_of(floor.plan, floor.day, floor.now)
    takes = np.full((1, len(scene.visits)), 300.0)
    free = np.zeros((1, len(scene.counters)))
    alone = scenes.left_alone(scene)
    lines = [alone.lines[group] for group in alone.groups]
    assert set(lines) == {"1"}
    waits = [300.0 * n for n in range(len(scene.visits))]
    assert play(alone, takes, free).calls_s[0].tolist() == waits


def test_moves_found_are_nearly_those_of_an_exhaustive_search() -> None:
    """Whoever goes by the order of calls comes within a tenth of the best assignment there is, by
    the sum of waits with each line left alone; so no solver is needed."""
    ratios = []
    for seed in range(12):
        floor = Floorplay()
        floor.opens("1", "2")
        chance = random.Random(seed)
        for _ in range(7):
            floor.now += MINUTE
            visit = floor.ticket()
            if floor.visit(visit).counter != "1":
                floor.do(c.Move(visit, "1"))
        scene = scene_of(floor.plan, floor.day, floor.now)
        takes = np.full(len(scene.visits), chance.uniform(120, 900))
        free = np.array([chance.uniform(0, 600) for _ in scene.counters])
        found = looking.look_for(scene, takes, free, [False] * 7, float("inf"))
        places = [scene.counters.index(found.get(n, "1")) for n in range(7)]
        best = min(
            _sum_of_waits([(code >> n) & 1 for n in range(7)], takes, free) for code in range(2**7)
        )
        ratios.append(_sum_of_waits(places, takes, free) / best)
    assert np.mean(ratios) < 1.1


def _sum_of_waits(places: list[int], takes: np.ndarray, free: np.ndarray) -> float:
    at = free.copy()
    total = 0.0
    for visit, counter in enumerate(places):
        total += at[counter]
        at[counter] += takes[visit]
    return total


def test_a_move_of_before_is_still_read() -> None:
    old = '{"kind":"VisitMoved","visit":"v","counter":"1"}'
    fact = msgspec.json.decode(old, type=f.AnyFact)
    assert fact == f.VisitMoved("v", "1")


def test_an_answer_crosses_the_pipe() -> None:
    answer = weigh(asked(crowded()))
    packed = msgspec.msgpack.encode(answer)
    assert msgspec.msgpack.decode(packed, type=Answer) == answer


@pytest.mark.parametrize("seed", range(4))
def test_what_is_offered_stands_and_is_told_anew_in_its_place(seed: int) -> None:
    """An hour and a half at one counter, always near what its customers can bear: whoever is about
    to tap finds the same thing there, with its figures of now."""
    staff = {s.id: s for s in (StaffMember("mai", "Mai"), StaffMember("ken", "Ken"))}
    floor = Floorplay(replace(small_store(), staff=staff))
    floor.opens("1")
    chance, made = random.Random(seed), iter(range(999))
    comes, done = 0.0, 0.0
    offered_at: dict[str, int] = {}
    told_anew = 0
    for _ in range(90 * 4):
        floor.passes(0.25)
        while comes <= floor.now:
            floor.ticket()
            comes = max(comes, floor.now) + chance.expovariate(1 / 4) * MINUTE
        serving = floor.day.counter("1").visit
        if serving and floor.now >= done:
            floor.do(c.Finish(serving, "resolved"))
        if not floor.day.counter("1").visit and floor.day.lines.get("1"):
            floor.do(c.Start(floor.calls("1") or ""))
            done = floor.now + chance.lognormvariate(-0.25, 0.7) * 5 * MINUTE
        news = offer(floor.plan, floor.day, floor.now, weigh(asked(floor)), lambda: str(next(made)))
        for fact in floor.do(news) if news else ():
            if isinstance(fact, f.SuggestionOffered):
                offered_at[fact.suggestion.id] = floor.now
            if isinstance(fact, f.SuggestionToldAnew):
                assert floor.day.suggestions[fact.suggestion.id].suggestion == fact.suggestion
                told_anew += 1
            if isinstance(fact, f.SuggestionWithdrawn):
                assert floor.now - offered_at[fact.suggestion] >= 2 * MINUTE
    assert offered_at
    assert told_anew
