"""`bench arrivals`: what it counts is what the log says, and its errors are worked out again."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bench import arrivals
from tests.bench.test_waits import START, write

HALVES_OPEN = 8


def steady(days: int) -> list[dict[str, str]]:
    """From nine to one; in the n-th half hour n people come, on every day."""
    rows = []
    for day in range(days):
        for half in range(HALVES_OPEN):
            at = START + timedelta(days=day, minutes=30 * half + 5)
            rows += [row(at)] * (half + 1)
    return rows


def row(at: datetime) -> dict[str, str]:
    moment = at.isoformat(sep=" ")
    return {"queue_id": "east/main", "arrived_at": moment, "called_at": moment}


def test_days_that_are_all_alike_are_told_as_they_are(tmp_path: Path) -> None:
    path = write(tmp_path / "log.csv", steady(9))
    found = arrivals.main([str(path), "--apart", "/"])
    assert (found["stores"], found["half_hours"]) == (1, 2 * HALVES_OPEN)
    assert found["people"] == pytest.approx((1 + HALVES_OPEN) / 2)
    # Each half hour brings one more than the one before.
    assert found["error"] == {"usual": 0.0, "today": 0.0, "last": 1.0, "week_ago": 0.0}


def test_a_log_too_short_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "log.csv", steady(7))
    with pytest.raises(SystemExit) as exit_:
        arrivals.main([str(path)])
    assert exit_.value.code == 2
    assert "a week and a day are needed" in capsys.readouterr().err
