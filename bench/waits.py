"""Replays a real queue log in time order through what the store learns with, and keeps score.

    python -m bench waits LOG.csv [--history LOG2.csv] [--quotes OUT.csv]

Every arrival is quoted with what was known then: at `info_at`, where the log has it, else at the
arrival. Whatever happened later in any queue, arrivals included, is not heard before; the number
on one's own `ticket` tells how many came since `last_issued`. Scored: who was served, and had to
wait where the log says (`held`). Minutes throughout. The columns are the queue-log schema's; of
these `queue_id`, `arrived_at` and `called_at` must be there. The file is CSV, as it is or gzipped.

Of the history only what came before LOG's first arrival is played, lest a quote know what was
still to come. `odd_rows` have no arrival that is a time, and no quote. `odd_calls` are no time,
before the arrival or more than a day after it, and count as nobody called.
"""

from __future__ import annotations

import csv
import gzip
import heapq
import io
import os
import time
import zlib
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import click

# Before NumPy comes in: its threads would wait for each other wherever a core is busy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from bench._asking import answered
from server.waits.calibration import CONFIDENCE
from server.waits.learned import fit
from server.waits.learning import Learner, Told
from server.waits.watch import Sight

HEAD_START_S = {"2": 90.0}
"""What a log's `priority` is worth: in Technion's bank, priority 2 enters with 1.5 minutes."""
QUEUE_SCORED_MIN = 100
NEEDED = ("queue_id", "arrived_at", "called_at")
ABSENT = ("na", "nan", "nat", "none", "null", "-")
DELIMITERS = ",;\t|"
YEARS = range(1971, 2100)
"""Others are how a program writes that it has no time."""
WAIT_MAX_S = 24 * 3600.0
DAY_STARTS = timedelta(hours=4)
"""As in a store: who waits at midnight is still in line after it."""
AT_WORK_S = 1800.0
"""Where no log tells when services end, a server is at work this long after a call."""
OVERTAKEN_MAX = 3
"""Where nobody's leaving was ever logged, who saw so many later comers called has gone."""


class Row(Struct, frozen=True):
    """One line of a log; times in seconds. `left` is when somebody never called gave up."""

    queue: str
    arrived: float
    called: float | None
    left: float | None
    ended: float | None
    known: float
    came_since: int
    credited: float
    day: str
    hour: float
    open: float | None
    server: str
    kinds: tuple[str, ...]
    scored: bool


class Log(Struct):
    """The rows that can be told a wait, each with its place in the file."""

    rows: list[Row]
    places: list[int]
    odd: int = 0
    """How many could not: no arrival that is a time."""
    odd_calls: int = 0


def read(path: Path) -> Log:
    log, odd_time = Log([], []), ""
    for place, line in enumerate(lines(path)):
        row = _row(line)
        if row is None:
            log.odd += 1
            odd_time = odd_time or line.get("arrived_at", "")
            continue
        log.rows.append(row)
        log.places.append(place)
        log.odd_calls += row.called is None and line.get("called_at", "") != ""
    if log.odd and not log.rows:
        raise click.ClickException(
            f"{path}: no row has an arrived_at that is a time. Write times as 2026-11-02 09:30:00;"
            f" the first here is {odd_time[:40]!r}."
        )
    return log


def lines(path: Path) -> list[dict[str, str]]:
    try:
        text = _text(path)
        delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
        file = io.StringIO(text, newline="")
        # As for every other reader of CSV, an empty line is no row.
        lines = [ln for ln in csv.reader(file, delimiter=delimiter, skipinitialspace=True) if ln]
    except (OSError, EOFError, zlib.error, csv.Error) as error:
        raise click.ClickException(
            f"{path}: cannot be read to its end ({error}). Write or copy the file again."
        ) from error
    columns = [name.strip().lower() for name in lines[0]] if lines else []
    _check(path, columns)
    return [
        {name: _given(text) for name, text in zip(columns, line, strict=False)}
        for line in lines[1:]
    ]


def _text(path: Path) -> str:
    content = path.read_bytes()
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    # Spreadsheets put a mark before the first column, and may not write UTF-8 in the others.
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return content.decode("utf-16" if wide else "utf-8-sig", "replace").lstrip("\r\n")


def _given(text: str) -> str:
    text = text.strip()
    return "" if text.lower() in ABSENT else text


def _check(path: Path, columns: list[str]) -> None:
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        found = ", ".join(columns)
        raise click.ClickException(
            f"{path}: no column {', '.join(missing)}. A queue log needs {', '.join(NEEDED)} and may"
            f" have service, ended_at, server_id, outcome; "
            + (f"this file begins with {found[:200]!r}." if found else "this file is empty.")
        )


def _row(line: dict[str, str]) -> Row | None:
    at = _moment(line, "arrived_at")
    if at is None:
        return None
    arrived = _seconds(at)
    called = _not_before(arrived, _instant(line, "called_at"))
    called = None if called is not None and called > arrived + WAIT_MAX_S else called
    ended = _not_before(arrived if called is None else called, _instant(line, "ended_at"))
    known = _instant(line, "info_at")
    priority, service = line.get("priority", ""), line.get("service", "")
    served = line.get("outcome", "").lower() in ("served", "") and called is not None
    return Row(
        queue=line.get("queue_id", ""),
        arrived=arrived,
        called=called,
        left=ended if called is None else None,
        ended=ended,
        known=arrived if known is None else min(known, arrived),
        came_since=_came_since(line),
        credited=arrived - HEAD_START_S.get(priority, 0.0),
        day=(at - DAY_STARTS).date().isoformat(),
        hour=at.hour + at.minute / 60,
        open=_number(line, "open"),
        server=line.get("server_id", ""),
        kinds=(f"priority {priority}", f"service {service}") if priority else (),
        scored=served and line.get("held") != "0",
    )


def _came_since(line: dict[str, str]) -> int:
    """How many drew a ticket between the news and this one, as its own number says."""
    own, last = _number(line, "ticket"), _number(line, "last_issued")
    return 0 if own is None or last is None else max(round(own - last) - 1, 0)


def _number(line: dict[str, str], column: str) -> float | None:
    try:
        number = float(line.get(column, ""))
    except ValueError:
        return None
    return number if 0 <= number < 1e6 else None


def _moment(line: dict[str, str], column: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(line.get(column, ""))
    except ValueError:
        return None
    return at if at.year in YEARS else None


def _instant(line: dict[str, str], column: str) -> float | None:
    at = _moment(line, column)
    return None if at is None else _seconds(at)


def _seconds(at: datetime) -> float:
    # A time without a zone is local to the log, wherever it is read.
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()


def _not_before(start: float, at: float | None) -> float | None:
    return at if at is not None and at >= start else None


class AtWork:
    """The counters of one queue that are seen to be open."""

    def __init__(self) -> None:
        self._ends: list[float] = []
        self._servers: dict[str, float] = {}

    def called(self, row: Row, at: float) -> None:
        if row.ended is not None:
            heapq.heappush(self._ends, row.ended)
        elif row.server:
            self._servers[row.server] = at

    def seen(self, now: float) -> float:
        """Services going on now; where no log tells their ends, servers who called lately."""
        while self._ends and self._ends[0] <= now:
            heapq.heappop(self._ends)
        lately = sum(at > now - AT_WORK_S for at in self._servers.values())
        return float(max(len(self._ends) + lately, 1))


class Waiting(Struct):
    """Somebody in a line: since when, by credit, and how many who came later were called."""

    credited: float
    overtaken: int = 0


class News(Struct, frozen=True, order=True):
    """What becomes known at a moment. Of one visit the arrival comes first."""

    at: float
    visit: int
    step: int


JOINED, CALLED, LEFT = range(3)


class Quoted(Struct, frozen=True):
    row: Row
    sight: Sight
    told: Told


class Replay:
    """Queue logs played in the order in which things became known, over all queues."""

    def __init__(self) -> None:
        self.learner = Learner()
        self._day: dict[str, str] = {}
        self._news: list[News] = []
        self._quoted: dict[int, Quoted] = {}
        self._lines: dict[str, dict[int, Waiting]] = defaultdict(dict)
        self._at_work: dict[str, AtWork] = defaultdict(AtWork)
        self._visits = 0
        self._leaving_is_logged = False

    def play(self, rows: list[Row]) -> list[Told]:
        """Quotes, in the rows' own order."""
        told: list[Told] = [Told(0.0, 0.0, 0.0)] * len(rows)
        for n in sorted(range(len(rows)), key=lambda n: (rows[n].known, rows[n].arrived)):
            told[n] = self._quote(rows[n])
        return told

    def _quote(self, row: Row) -> Told:
        self._hear(row.known)
        self._turn_page(row)
        watch = self.learner.watch(row.queue)
        at_work = self._at_work[row.queue]
        watch.open = row.open if row.open is not None else at_work.seen(row.known)
        seen = watch.sight(row.arrived, row.known, row.hour, row.credited, row.kinds)
        sight = _behind(seen, row.came_since)
        told = self.learner.quote(sight)
        self._visits += 1
        self._quoted[self._visits] = Quoted(row, sight, told)
        for step, at in enumerate((row.arrived, row.called, row.left)):
            if at is not None:
                heapq.heappush(self._news, News(at, self._visits, step))
        return told

    def _turn_page(self, row: Row) -> None:
        if self._day.get(row.queue) == row.day:
            return
        self._day[row.queue] = row.day
        self._lines[row.queue].clear()
        self._at_work[row.queue] = AtWork()
        self.learner.watch(row.queue).new_day()
        self.learner.new_day(row.day)
        self._study()

    def _hear(self, until: float) -> None:
        while self._news and self._news[0].at <= until:
            news = heapq.heappop(self._news)
            hear = (self._joined, self._called, self._left)[news.step]
            hear(news.visit, self._quoted[news.visit], news.at)

    def _joined(self, visit: int, quoted: Quoted, at: float) -> None:
        row = quoted.row
        if self._day[row.queue] == row.day:
            self.learner.told(quoted.sight, str(visit), at, row.credited, quoted.told)
            self._lines[row.queue][visit] = Waiting(row.credited)

    def _called(self, visit: int, quoted: Quoted, at: float) -> None:
        row = quoted.row
        self._lines[row.queue].pop(visit, None)
        self.learner.called(row.queue, str(visit), at, counts=row.scored)
        if not self._leaving_is_logged:
            self._overtake(row)
        self._at_work[row.queue].called(row, at)
        self._study()
        del self._quoted[visit]

    def _overtake(self, row: Row) -> None:
        line = self._lines[row.queue]
        for visit in [v for v, waiting in line.items() if waiting.credited < row.credited]:
            line[visit].overtaken += 1
            if line[visit].overtaken >= OVERTAKEN_MAX:
                del line[visit]
                self.learner.watch(row.queue).left(str(visit))

    def _left(self, visit: int, quoted: Quoted, at: float) -> None:
        self._leaving_is_logged = True
        self._lines[quoted.row.queue].pop(visit, None)
        self.learner.left(quoted.row.queue, str(visit))
        del self._quoted[visit]

    def _study(self) -> None:
        if self.learner.due:
            study = self.learner.study()
            self.learner.learned(fit(study.sights, study.waits_min, study.days_ago))


def _behind(sight: Sight, people: int) -> Sight:
    """The same moment, seen by somebody whom so many have come before since the news."""
    ahead = sight.ahead + people
    return replace(
        sight,
        ahead=ahead,
        work_s=(ahead + 1) * sight.service_s / max(sight.open, 1.0),
        arrivals5=sight.arrivals5 + people,
        arrivals15=sight.arrivals15 + people,
        arrivals30=sight.arrivals30 + people,
        arrivals_today=sight.arrivals_today + people,
    )


FIGURES = (
    *("mae_min", "rmse_min", "pinball50", "pinball90", "kept90", "width_min"),
    *("kept90_worst_queue", "queues_in_85_95", "kept90_worst_day", "days_in_85_95", "les_mae_min"),
)


def figures(rows: list[Row], told: list[Told], les: list[float]) -> dict[str, Any]:
    scored = [n for n, row in enumerate(rows) if row.scored]
    if not scored:
        return {"n": 0, **dict.fromkeys(FIGURES)}
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
@click.argument("log", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--history",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="played before LOG",
)
@click.option(
    "--quotes", type=click.Path(dir_okay=False, path_type=Path), help="one row a quote, unrounded"
)
def _run(log: Path, history: Path | None, quotes: Path | None) -> dict[str, Any]:
    started = time.perf_counter()
    _check_writable(quotes, [log, history])
    scored = read(log)
    known = read(history).rows if history else []
    past = _before(known, scored.rows)
    told = Replay().play(past + scored.rows)[len(past) :]
    if quotes:
        _write(quotes, scored.places, told)
    took = time.perf_counter() - started
    return {
        **figures(scored.rows, told, last_entered(scored.rows)),
        "odd_rows": scored.odd,
        "odd_calls": scored.odd_calls,
        "history_played": len(past),
        "history_too_late": len(known) - len(past),
        "took_s": _round(took),
    }


def _before(history: list[Row], rows: list[Row]) -> list[Row]:
    first = min((row.arrived for row in rows), default=0.0)
    return [row for row in history if row.arrived < first]


def _check_writable(quotes: Path | None, read_too: list[Path | None]) -> None:
    """Before the long work, not after it."""
    if quotes is None:
        return
    if not os.access(quotes.absolute().parent, os.W_OK):
        raise click.ClickException(
            f"{quotes}: no such folder to write to. Make it or name another."
        )
    if quotes.exists() and any(path and quotes.samefile(path) for path in read_too):
        raise click.ClickException(f"{quotes}: is a log to be read. Name another file for quotes.")


def _write(path: Path, places: list[int], told: list[Told]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["row", "low_s", "likely_s", "high_s"])
        for place, t in zip(places, told, strict=True):
            out.writerow([place, t.low * 60, t.likely * 60, t.high * 60])


main = partial(answered, _run)
