"""Replays a real queue log in time order through what the store learns with, and keeps score.

    python -m bench waits LOG.csv [--history LOG2.csv] [--quotes OUT.csv]

Every arrival is quoted with what was known then (at `info_at`, where the log has it) and learned
from once its wait was known. Scored: who was served, and had to wait where the log says (`held`).
Minutes throughout. The columns are the queue-log schema's; the file `.csv` or `.csv.gz`.
"""

from __future__ import annotations

import csv
import gzip
import heapq
import time
from collections import Counter, defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import numpy as np
from msgspec import Struct

from server.waits.calibration import CONFIDENCE
from server.waits.learned import fit
from server.waits.learning import Learner, Told

HEAD_START_S = {"2": 90.0}
"""What a log's `priority` is worth: in Technion's bank, priority 2 enters with 1.5 minutes."""
QUEUE_SCORED_MIN = 100


class Row(Struct, frozen=True):
    """One line of a log; times in seconds. `left` is when somebody never called gave up."""

    queue: str
    arrived: float
    called: float | None
    left: float | None
    ended: float | None
    known: float
    credited: float
    day: str
    hour: float
    open: float | None
    server: str
    kinds: tuple[str, ...]
    scored: bool


def read(path: Path) -> list[Row]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        return [_row(line) for line in csv.DictReader(file)]


def _row(line: dict[str, str]) -> Row:
    at = datetime.fromisoformat(line["arrived_at"])
    arrived = at.timestamp()
    called, ended = _instant(line, "called_at"), _instant(line, "ended_at")
    priority = line.get("priority") or ""
    served = line.get("outcome", "served") == "served" and called is not None
    return Row(
        queue=line["queue_id"],
        arrived=arrived,
        called=called,
        left=ended if called is None else None,
        ended=ended,
        known=_instant(line, "info_at") or arrived,
        credited=arrived - HEAD_START_S.get(priority, 0.0),
        day=at.date().isoformat(),
        hour=at.hour + at.minute / 60,
        open=float(line["open"]) if line.get("open") else None,
        server=line.get("server_id") or "",
        kinds=(f"priority {priority}", f"service {line['service']}") if priority else (),
        scored=served and line.get("held") != "0",
    )


def _instant(line: dict[str, str], column: str) -> float | None:
    text = line.get(column)
    return datetime.fromisoformat(text).timestamp() if text else None


class Replay:
    """One queue log played in order; each queue hears of a call once it could be known."""

    def __init__(self) -> None:
        self.learner = Learner()
        self._day: dict[str, str] = {}
        self._news: dict[str, list[tuple[float, int, Row]]] = defaultdict(list)
        self._busy: dict[str, list[tuple[float, str]]] = defaultdict(list)

    def play(self, rows: list[Row], first: int = 0) -> list[Told]:
        """Quotes in the rows' own order; `first` keeps visits of several logs apart."""
        told: list[Told] = [Told(0.0, 0.0, 0.0)] * len(rows)
        for n in sorted(range(len(rows)), key=lambda n: rows[n].arrived):
            told[n] = self._quote(rows[n], first + n)
        return told

    def _quote(self, row: Row, visit: int) -> Told:
        self._turn_page(row)
        self._hear(row.queue, row.known)
        watch = self.learner.watch(row.queue)
        watch.open = self._open(row)
        sight = watch.sight(row.arrived, row.known, row.hour, row.credited, row.kinds)
        told = self.learner.quote(sight)
        self.learner.told(sight, str(visit), row.arrived, row.credited, told)
        at = row.called if row.called is not None else row.left
        if at is not None:
            heapq.heappush(self._news[row.queue], (at, visit, row))
        return told

    def _turn_page(self, row: Row) -> None:
        if self._day.get(row.queue) == row.day:
            return
        self._day[row.queue] = row.day
        self._hear(row.queue, row.known)
        self._news[row.queue].clear()
        self._busy[row.queue].clear()
        self.learner.watch(row.queue).new_day()
        self.learner.new_day(row.day)
        self._study()

    def _hear(self, queue: str, until: float) -> None:
        news = self._news[queue]
        while news and news[0][0] <= until:
            at, visit, row = heapq.heappop(news)
            if row.called is None:
                self.learner.left(queue, str(visit))
                continue
            self.learner.called(queue, str(visit), at, counts=row.scored)
            self._study()
            if row.server and row.ended is not None:
                heapq.heappush(self._busy[queue], (row.ended, row.server))

    def _study(self) -> None:
        if self.learner.due:
            study = self.learner.study()
            self.learner.learned(fit(study.sights, study.waits_min))

    def _open(self, row: Row) -> float:
        """Open counters: as logged, else the servers seen at work now, else one."""
        if row.open is not None:
            return row.open
        busy = self._busy[row.queue]
        while busy and busy[0][0] <= row.known:
            heapq.heappop(busy)
        return float(max(len({server for _, server in busy}), 1))


def figures(rows: list[Row], told: list[Told], les: list[float]) -> dict[str, Any]:
    scored = [n for n, row in enumerate(rows) if row.scored]
    wait = np.array([(rows[n].called - rows[n].arrived) / 60 for n in scored])  # type: ignore[operator]
    low, likely, high = np.array([told[n] for n in scored]).T
    kept = wait <= high
    return {
        "n": len(scored),
        "mae_min": _round(np.abs(likely - wait).mean()),
        "rmse_min": _round(np.sqrt(((likely - wait) ** 2).mean())),
        "pinball50": _round(_pinball(wait, likely, 0.5)),
        "pinball90": _round(_pinball(wait, high, CONFIDENCE)),
        "kept90": _round(kept.mean()),
        "width_min": _round((high - low).mean()),
        **_by_group("queue", [rows[n].queue for n in scored], kept),
        **_by_group("day", [rows[n].day for n in scored], kept),
        "les_mae_min": _round(np.abs(np.array([les[n] for n in scored]) - wait).mean()),
    }


def _by_group(name: str, groups: list[str], kept: Any) -> dict[str, Any]:
    """The worst of those large enough to judge, and the share of them within 85–95 %."""
    large = [g for g, n in Counter(groups).items() if n >= QUEUE_SCORED_MIN]
    shares = np.array([kept[np.array(groups) == g].mean() for g in large])
    if not large:
        return {f"kept90_worst_{name}": None, f"{name}s_in_85_95": None}
    inside = ((shares >= 0.85) & (shares <= 0.95)).mean()
    return {f"kept90_worst_{name}": _round(shares.min()), f"{name}s_in_85_95": _round(inside)}


def _pinball(wait: Any, bound: Any, probability: float) -> float:
    over = wait - bound
    return float(np.maximum(probability * over, (probability - 1) * over).mean())


def _round(value: float) -> float:
    return round(float(value), 4)


def last_entered(rows: list[Row]) -> list[float]:
    """The baseline most queues show: the wait of the last customer called, in minutes."""
    last: list[float] = [0.0] * len(rows)
    calls: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    latest: dict[tuple[str, str], float] = {}
    for n in sorted(range(len(rows)), key=lambda n: rows[n].arrived):
        row = rows[n]
        queue = calls[row.queue, row.day]
        while queue and queue[0][0] <= row.known:
            called, arrived = heapq.heappop(queue)
            latest[row.queue, row.day] = (called - arrived) / 60
        last[n] = latest.get((row.queue, row.day), 0.0)
        if row.called is not None:
            heapq.heappush(queue, (row.called, row.arrived))
    return last


@click.command(help=__doc__)
@click.argument("log", type=click.Path(exists=True, path_type=Path))
@click.option("--history", type=click.Path(exists=True, path_type=Path), help="played before")
@click.option("--quotes", type=click.Path(path_type=Path), help="one row a quote, unrounded")
def _run(log: Path, history: Path | None, quotes: Path | None) -> dict[str, Any]:
    started = time.perf_counter()
    replay = Replay()
    before = read(history) if history else []
    replay.play(before)
    rows = read(log)
    told = replay.play(rows, first=len(before))
    if quotes:
        _write(quotes, told)
    took = time.perf_counter() - started
    return {**figures(rows, told, last_entered(rows)), "took_s": _round(took)}


def _write(path: Path, told: list[Told]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["row", "low_s", "likely_s", "high_s"])
        out.writerows([n, t.low * 60, t.likely * 60, t.high * 60] for n, t in enumerate(told))


def main(argv: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = _run.main(args=argv, standalone_mode=False)
    return result
