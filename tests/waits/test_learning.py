"""What is learned from waits, and that the range stays honest while a store drifts."""

import random
from statistics import mean

import numpy as np
import pytest

from server.waits.calibration import CONFIDENCE, Calibrator
from server.waits.learned import Quantiles, fit
from server.waits.learning import FIRST_FIT, Learner
from server.waits.watch import Sight, Watch, features


def test_a_watch_counts_whoever_has_the_earlier_credit() -> None:
    watch = Watch("q")
    watch.joined("early", 0.0, 0.0)
    watch.joined("late", 100.0, 100.0)
    assert watch.sight(120.0, 120.0, 9.0, credited_at=120.0).ahead == 2
    assert watch.sight(120.0, 120.0, 9.0, credited_at=50.0).ahead == 1
    watch.left("early")
    assert watch.sight(120.0, 120.0, 9.0, credited_at=120.0).ahead == 1


def test_a_service_is_a_gap_between_calls_only_while_somebody_waits() -> None:
    busy, idle = Watch("q"), Watch("q")
    for n in range(40):
        busy.joined(str(n), 0.0, 0.0)
        idle.joined(str(n), n * 600.0, n * 600.0)
        idle.called(str(n), n * 600.0)
    for n in range(40):
        busy.called(str(n), n * 120.0)
    assert busy.service_s == pytest.approx(120, abs=45)
    assert idle.service_s == 480  # nothing learned from an empty room


def test_a_new_day_forgets_who_waited_and_keeps_what_service_takes() -> None:
    watch = Watch("q")
    for n in range(30):
        watch.joined(str(n), 0.0, 0.0)
        if n < 20:
            watch.called(str(n), n * 60.0)
    before = watch.service_s
    watch.new_day()
    assert watch.sight(0.0, 0.0, 9.0, 0.0).ahead == 0
    assert watch.service_s == before


def _sight(queue: str, work_min: float, ahead: int) -> Sight:
    watch = Watch(queue)
    for n in range(ahead):
        watch.joined(str(n), 0.0, 0.0)
    seen = watch.sight(60.0, 60.0, 10.0, 60.0)
    return Sight(
        **{f: getattr(seen, f) for f in seen.__struct_fields__} | {"work_s": work_min * 60}
    )


def _store(chance: random.Random, n: int, slower: float = 1.0) -> tuple[list[Sight], list[float]]:
    """Queue a waits what its work says, queue b half of that, with lognormal luck."""
    sights, waits = [], []
    for _ in range(n):
        queue, ahead = chance.choice("ab"), chance.randint(0, 20)
        work = (ahead + 1) * 3.0
        typical = work * (1.0 if queue == "a" else 0.5) * slower
        sights.append(_sight(queue, work, ahead))
        waits.append(typical * chance.lognormvariate(0, 0.4))
    return sights, waits


def test_quantiles_learn_each_queue_and_hold_their_rates() -> None:
    chance = random.Random(1)
    model = Quantiles(fit(*_store(chance, 3000)))
    sights, waits = _store(chance, 1500)
    told = np.array([model.predict(s) for s in sights])
    below = (np.array(waits)[:, None] <= told).mean(axis=0)
    assert below == pytest.approx([0.1, 0.5, 0.9], abs=0.035)
    a, b = (model.predict(_sight(queue, 30.0, 9))[1] for queue in "ab")
    assert b == pytest.approx(a / 2, rel=0.25)


def test_a_queue_never_seen_is_told_what_the_others_taught() -> None:
    model = Quantiles(fit(*_store(random.Random(2), 2000)))
    low, likely, high = model.predict(_sight("new", 30.0, 9))
    assert 0 <= low < likely < high
    assert 12 < likely < 32


def test_before_anything_is_learned_the_range_is_wide_around_the_work_ahead() -> None:
    """Half an hour's work: a crowd has just come, or the line has stood still as long."""

    def told(apart_s: float) -> tuple[float, float, float]:
        watch = Watch("a")
        for n in range(9):
            watch.joined(str(n), n * apart_s, n * apart_s)
        now = 9 * apart_s
        return Quantiles().predict(watch.sight(now, now, 10.0, now, work_s=1800.0))

    crowd, stuck = told(apart_s=5.0), told(apart_s=200.0)
    assert all(low < 30 < high for low, _, high in (crowd, stuck))
    assert 10 < crowd[1] < 30 < stuck[1] < 45


def test_what_is_true_of_most_queues_gives_way_to_what_a_store_teaches() -> None:
    few, many = (fit(*_store(random.Random(6), n)).usual_share for n in (60, 6000))
    assert 0.9 < few < 1
    assert many < 0.3


def test_features_are_finite_whatever_is_seen() -> None:
    watch = Watch("q")
    watch.open = 0.0
    assert np.isfinite(features(watch.sight(0.0, 0.0, 0.0, 0.0))).all()


def test_the_bound_comes_back_to_its_rate_after_a_sudden_slow_down() -> None:
    chance = random.Random(3)
    calibrator = Calibrator()
    broken: list[bool] = []
    for n in range(1400):
        slower = 1.6 if n >= 1000 else 1.0
        high = calibrator.high("q", 10.0, 16.0)
        waited = 10.0 * slower * chance.lognormvariate(0, 0.35)
        broken.append(waited > high)
        calibrator.learn("q", waited > high)
        calibrator.erred(10.0, waited)
    before, after = broken[600:1000], broken[1100:]
    assert 1 - mean(before) == pytest.approx(CONFIDENCE, abs=0.03)
    assert 1 - mean(after) >= 0.85


def test_a_bound_is_never_below_what_is_likely() -> None:
    calibrator = Calibrator()
    for _ in range(5000):
        calibrator.learn("q", broken=False)
    assert calibrator.high("q", 10.0, 16.0) >= 10.0


def test_a_learner_gets_better_at_a_store_it_watches() -> None:
    chance = random.Random(4)
    learner = Learner()
    errors = []
    for n in range(800):
        ahead = chance.randint(0, 15)
        sight = _sight("q", (ahead + 1) * 8.0, ahead)
        at = n * 100.0
        told = learner.quote(sight)
        learner.told(sight, str(n), at, at, told)
        waited = (ahead + 1) * 2.0 * chance.lognormvariate(0, 0.2)
        errors.append(abs(told.likely - waited))
        learner.called("q", str(n), at + waited * 60)
        if learner.due:
            study = learner.study()
            learner.learned(fit(study.sights, study.waits_min, study.days_ago))
    assert mean(errors[FIRST_FIT + 1 :]) < 0.3 * mean(errors[:FIRST_FIT])


def test_it_goes_on_learning_each_night_when_its_memory_is_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("server.waits.learning.ROWS_MAX", 100)
    learner = Learner()
    for night in range(3):
        for n in range(120):
            sight = _sight("q", 8.0, 1)
            learner.told(sight, f"{night}-{n}", 0.0, 0.0, learner.quote(sight))
            learner.called("q", f"{night}-{n}", 600.0)
        learner.new_day(f"2026-11-0{night + 1}")
        assert learner.due
        assert len(learner.study().sights) == 100
        assert not learner.due
