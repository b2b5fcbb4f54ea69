"""`bench waits` on a small log: every schema, honest about time, its figures worked out again."""

import csv
import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bench import waits

START = datetime(2026, 11, 2, 9)  # noqa: DTZ001 queue logs are in local time
FULL = ["queue_id", "service", "arrived_at", "called_at", "ended_at", "server_id", "outcome"]


def log(seed: int, days: int = 2) -> list[dict[str, str]]:
    """Two counters, one line, some who give up."""
    chance, rows = random.Random(seed), []
    for day in range(days):
        free = [0.0, 0.0]
        at = 0.0
        for _ in range(60):
            at += chance.expovariate(1 / 3.0)
            server = free.index(min(free))
            called = max(at, free[server])
            gone = called - at > 15 and chance.random() < 0.4
            ended = at + 10 if gone else called + chance.gammavariate(2, 2.5)
            free[server] = free[server] if gone else ended
            moment = [
                (START + timedelta(days=day, minutes=m)).isoformat(sep=" ", timespec="seconds")
                for m in (at, called, ended)
            ]
            rows.append(
                {
                    "queue_id": "main",
                    "service": "x",
                    "arrived_at": moment[0],
                    "called_at": "" if gone else moment[1],
                    "ended_at": moment[2],
                    "server_id": "" if gone else f"s{server}",
                    "outcome": "abandoned" if gone else "served",
                }
            )
    return rows


def write(path: Path, rows: list[dict[str, str]], columns: list[str] = FULL) -> Path:
    with path.open("w", newline="") as file:
        out = csv.DictWriter(file, columns, extrasaction="ignore")
        out.writeheader()
        out.writerows(rows)
    return path


def test_its_figures_are_those_of_the_quotes_it_wrote(tmp_path: Path) -> None:
    rows = log(1)
    path, quotes = write(tmp_path / "log.csv", rows), tmp_path / "quotes.csv"
    figures = waits.main([str(path), "--quotes", str(quotes)])
    with quotes.open(newline="") as file:
        told = [{k: float(v) for k, v in row.items()} for row in csv.DictReader(file)]
    assert [t["row"] for t in told] == list(range(len(rows)))
    errors, kept = [], 0
    for row, quote in zip(rows, told, strict=True):
        if row["outcome"] == "served":
            called, arrived = (datetime.fromisoformat(row[c]) for c in ("called_at", "arrived_at"))
            wait_s = (called - arrived).total_seconds()
            errors.append(abs(wait_s - quote["likely_s"]) / 60)
            kept += wait_s <= quote["high_s"]
    assert figures["n"] == len(errors)
    assert figures["mae_min"] == pytest.approx(sum(errors) / len(errors), abs=1e-3)
    assert figures["kept90"] == pytest.approx(kept / len(errors), abs=1e-3)


@pytest.mark.parametrize("without", [(), ("ended_at",), ("server_id",), ("ended_at", "server_id")])
def test_it_runs_on_a_log_that_knows_less(tmp_path: Path, without: tuple[str, ...]) -> None:
    rows = [row | dict.fromkeys(without, "") for row in log(2)]
    figures = waits.main([str(write(tmp_path / "log.csv", rows))])
    assert figures["n"] == sum(row["outcome"] == "served" for row in rows)
    assert 0 <= figures["kept90"] <= 1


def test_a_quote_knows_nothing_of_what_happens_after_it(tmp_path: Path) -> None:
    """The same morning with another afternoon: every quote of the morning is the same."""
    rows, half = log(3, days=1), 40
    now = rows[half]["arrived_at"]
    afternoon = [row for row in log(4, days=1) if row["arrived_at"] > now]
    changed = [
        row | {"called_at": _later(row["called_at"])} if row["called_at"] > now else row
        for row in rows[:half]
    ] + afternoon
    quotes = []
    for name, log_rows in (("one", rows), ("two", changed)):
        path, out = write(tmp_path / f"{name}.csv", log_rows), tmp_path / f"{name}-quotes.csv"
        waits.main([str(path), "--quotes", str(out)])
        quotes.append(out.read_text().splitlines()[1 : half + 1])
    assert quotes[0] == quotes[1]


def _later(moment: str) -> str:
    return (datetime.fromisoformat(moment) + timedelta(minutes=7)).isoformat(sep=" ")


def test_history_is_learned_from_and_not_scored(tmp_path: Path) -> None:
    history, today = write(tmp_path / "h.csv", log(5, days=4)), write(tmp_path / "t.csv", log(6, 1))
    cold = waits.main([str(today)])
    warm = waits.main([str(today), "--history", str(history)])
    assert cold["n"] == warm["n"]
    assert warm["pinball90"] < cold["pinball90"]
