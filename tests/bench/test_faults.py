"""A few calls of each play of `bench faults`; the bench itself tries every one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from bench import faults


@pytest.fixture(scope="module")
def player() -> Iterator[faults.Player]:
    if faults.compiler() is None:
        pytest.skip("no C compiler: sudo apt-get install gcc libc6-dev")
    with faults.player() as player:
        yield player


@pytest.mark.parametrize("kind", faults.KINDS)
@pytest.mark.parametrize("play", faults.PLAYS)
def test_what_was_acknowledged_is_there_and_the_rest_was_refused(
    player: faults.Player, play: str, kind: str
) -> None:
    answers = [player.play(play, kind, n) for n in (1, 3, 8)]
    assert any(answer["came"] for answer in answers)
    counts = Counter[str]()
    for answer in answers:
        faults.count(counts, f"{play}, {kind}", answer)
        assert answer["wrong"] == []
        assert answer["traceback"] == ""


def test_a_fault_that_never_comes_ends_the_row(player: faults.Player) -> None:
    answer = player.play("backup", "enospc", 10_000)
    assert not answer["came"]
    assert answer["done"] == ["last"]
    assert list(faults.every_call(player, "backup", "short", 2)) != []


@pytest.mark.parametrize("play", ["commit", "checkpoint", "start", "outbox"])
def test_after_one_error_it_goes_on(player: faults.Player, play: str) -> None:
    for kind in faults.GOES_ON:
        for answer in faults.every_call(player, play, kind, 4):
            assert answer["wrong"] == []
