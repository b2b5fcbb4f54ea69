"""Telling must never take the time of those who tap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import monotonic

import gevent
import pytest

from server.journal.contract import NotSaved
from server.live.pace import Pace
from tests.browser.running import PATIENCE_S

MakePace = Callable[..., Pace]


@pytest.fixture
def make_pace() -> Iterator[MakePace]:
    paces: list[Pace] = []

    def make(tell: Callable[[], float], **more: object) -> Pace:
        settings = {"rest_s": 0.001, "share": 0.1, "refresh_s": 60.0, **more}
        paces.append(Pace(tell, **settings))  # type: ignore[arg-type]
        return paces[-1]

    yield make
    for pace in paces:
        pace.stop()


def test_quiet_news_is_told_at_once_and_much_news_together(make_pace: MakePace) -> None:
    told: list[int] = []
    pace = make_pace(lambda: told.append(len(told)) or 0.0, rest_s=0.05)  # type: ignore[func-returns-value]
    gevent.sleep(0)
    pace.news()
    gevent.sleep(0.01)
    assert len(told) == 1
    for _ in range(100):
        pace.news()
    gevent.sleep(0.2)
    assert len(told) == 2


def test_the_dearer_the_rarer(make_pace: MakePace) -> None:
    told: list[int] = []

    def dear() -> float:
        told.append(1)
        return 0.05

    pace = make_pace(dear, share=0.1)
    with gevent.Timeout(0.4, False):
        while True:
            pace.news()
            gevent.sleep(0.005)
    assert len(told) == 1, "a tenth of the time was used up by the first"


def test_a_failure_does_not_silence_it(make_pace: MakePace) -> None:
    told: list[int] = []

    def fails_once() -> float:
        told.append(1)
        if len(told) == 1:
            raise ValueError("a view that could not be made")
        return 0.0

    pace = make_pace(fails_once, share=0.9)
    with gevent.Timeout(PATIENCE_S):
        while len(told) < 2:
            pace.news()
            gevent.sleep(0.01)


def test_a_disk_that_is_well_again_is_not_kept_waiting(make_pace: MakePace) -> None:
    told: list[float] = []

    def fails_once() -> float:
        told.append(monotonic())
        if len(told) == 1:
            raise NotSaved("the journal is gone")
        return 0.0

    pace = make_pace(fails_once)
    with gevent.Timeout(PATIENCE_S):
        while len(told) < 2:
            pace.news()
            gevent.sleep(0.01)
    assert told[1] - told[0] < 1


def test_time_alone_is_told_too(make_pace: MakePace) -> None:
    told: list[int] = []
    make_pace(lambda: told.append(1) or 0.0, refresh_s=0.02)  # type: ignore[func-returns-value]
    with gevent.Timeout(PATIENCE_S):
        while len(told) < 3:
            gevent.sleep(0.005)


def test_one_is_told_after_the_other(make_pace: MakePace) -> None:
    told: list[str] = []
    phones = make_pace(lambda: told.append("phones") or 0.0)  # type: ignore[func-returns-value]
    room = make_pace(lambda: told.append("room") or 0.0, then=phones.news)  # type: ignore[func-returns-value]
    room.news()
    with gevent.Timeout(PATIENCE_S):
        while len(told) < 2:
            gevent.sleep(0.005)
    assert told == ["room", "phones"]
