"""`bench waits` on a small log: every schema, honest about time, its figures worked out again."""

import csv
import gzip
import random
from collections.abc import Callable
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
        row | {"called_at": _later(row["called_at"], minutes=7)} if row["called_at"] > now else row
        for row in rows[:half]
    ] + afternoon
    quotes = []
    for name, log_rows in (("one", rows), ("two", changed)):
        path, out = write(tmp_path / f"{name}.csv", log_rows), tmp_path / f"{name}-quotes.csv"
        waits.main([str(path), "--quotes", str(out)])
        quotes.append(out.read_text().splitlines()[1 : half + 1])
    assert quotes[0] == quotes[1]


def _later(moment: str, **by: float) -> str:
    return (datetime.fromisoformat(moment) + timedelta(**by)).isoformat(sep=" ")


def test_history_is_learned_from_and_not_scored(tmp_path: Path) -> None:
    rows = log(5, days=5)
    history, today = write(tmp_path / "h.csv", rows[:240]), write(tmp_path / "t.csv", rows[240:])
    cold = waits.main([str(today)])
    warm = waits.main([str(today), "--history", str(history)])
    assert cold["n"] == warm["n"]
    assert warm["pinball90"] < cold["pinball90"]
    assert (warm["history_played"], warm["history_too_late"]) == (240, 0)


def test_a_history_that_goes_on_into_the_log_tells_nothing_of_it(tmp_path: Path) -> None:
    rows = log(5, days=2)
    today, whole = write(tmp_path / "t.csv", rows[60:]), write(tmp_path / "all.csv", rows)
    before = quotes_of(today, "--history", str(write(tmp_path / "h.csv", rows[:60])))
    assert quotes_of(today, "--history", str(whole)) == before
    nothing = write(tmp_path / "none.csv", [])
    assert quotes_of(today, "--history", str(nothing)) == quotes_of(today)


def quotes_of(path: Path, *more: str) -> list[str]:
    out = path.with_suffix(".quotes")
    waits.main([str(path), "--quotes", str(out), *more])
    return out.read_text().splitlines()[1:]


def snapshots(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The same log as a city publishes it: news every five minutes, tickets numbered."""
    told = []
    for n, row in enumerate(rows):
        at = datetime.fromisoformat(row["arrived_at"])
        news = (at - timedelta(minutes=at.minute % 5, seconds=at.second)).isoformat(sep=" ")
        issued = sum(r["arrived_at"][:10] == news[:10] and r["arrived_at"] <= news for r in rows)
        today = sum(r["arrived_at"][:10] == news[:10] for r in rows[: n + 1])
        told.append(row | {"info_at": news, "ticket": str(today), "last_issued": str(issued)})
    return told


SNAPSHOT = [*FULL, "info_at", "ticket", "last_issued"]


def test_a_quote_hears_nothing_newer_than_its_news(tmp_path: Path) -> None:
    """Two queues; whatever happens in either after `info_at`, arrivals too, changes no quote."""
    north, south = snapshots(log(7, days=1)), snapshots(log(8, days=1))
    rows = sorted(north + [r | {"queue_id": "south"} for r in south], key=_arrived_at)
    whole = quotes_of(write(tmp_path / "whole.csv", rows, SNAPSHOT))
    for n in range(10, len(rows), 17):
        known = rows[n]["info_at"]
        then = [
            row | {"called_at": "", "ended_at": "", "outcome": ""}
            if (row["called_at"] or row["ended_at"]) > known
            else row
            for row in rows
            if row["arrived_at"] <= known or row is rows[n]
        ]
        seen = quotes_of(write(tmp_path / "then.csv", then, SNAPSHOT))
        assert seen[-1].split(",")[1:] == whole[n].split(",")[1:]


def _arrived_at(row: dict[str, str]) -> str:
    return row["arrived_at"]


def test_spreadsheets_and_zones_change_no_quote(tmp_path: Path) -> None:
    rows = log(9, days=1)
    plain = quotes_of(write(tmp_path / "plain.csv", rows))
    bare = [row | {"called_at": row["called_at"] or "NA"} for row in rows]
    assert quotes_of(write(tmp_path / "bare.csv", bare)) == plain
    text = (tmp_path / "plain.csv").read_text()
    (tmp_path / "excel.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    zoned = [
        row | {c: row[c].replace(" ", "T") + "+01:00" for c in TIMES if row[c]} for row in rows
    ]
    assert quotes_of(tmp_path / "excel.csv") == plain
    assert quotes_of(write(tmp_path / "zoned.csv", zoned)) == plain


TIMES = ("arrived_at", "called_at", "ended_at")


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda text: text.replace("\r\n", "\n").encode(),
        lambda text: text.replace("\r\n", "\r").encode(),
        lambda text: text.replace("\r\n", "\r\n\r\n").encode(),
        lambda text: text.replace(",", ";").encode(),
        lambda text: text.replace(",", "\t").encode("utf-16"),
        lambda text: text.replace(",", " | ").replace("_at", "_At").encode(),
        lambda text: gzip.compress(text.encode()),
        lambda text: ('"' + text.replace(",", '","').replace("\r\n", '"\r\n"')).encode()[:-1],
        lambda text: text.replace("served", "Served").encode(),
    ],
    ids=["unix", "mac", "gaps", "semicolons", "utf-16", "bars", "gzip", "quoted", "capitals"],
)
def test_how_a_log_is_written_changes_no_quote(
    tmp_path: Path, rewritten: Callable[[str], bytes]
) -> None:
    plain = write(tmp_path / "plain.csv", log(9, days=1))
    (tmp_path / "other.csv").write_bytes(rewritten(plain.read_bytes().decode()))
    assert quotes_of(tmp_path / "other.csv") == quotes_of(plain)
    assert waits.main([str(tmp_path / "other.csv")])["n"] == waits.main([str(plain)])["n"] > 50


def test_order_midnight_and_twice_the_same_row_stop_nothing(tmp_path: Path) -> None:
    rows = log(17, days=1)  # five wait at midnight
    in_order = quotes_of(write(tmp_path / "log.csv", rows))
    backwards = quotes_of(write(tmp_path / "back.csv", rows[::-1]))
    assert [q.split(",")[1:] for q in backwards[::-1]] == [q.split(",")[1:] for q in in_order]
    late = [row | {c: _later(row[c], hours=13) for c in TIMES if row[c]} for row in rows]
    at_midnight = quotes_of(write(tmp_path / "late.csv", late))
    assert [q.split(",")[1:] for q in at_midnight] == [q.split(",")[1:] for q in in_order]
    twice = waits.main([str(write(tmp_path / "twice.csv", [r for r in rows for _ in "ab"]))])
    assert twice["n"] == 2 * sum(row["outcome"] == "served" for row in rows)


def test_odd_rows_are_counted_and_stop_nothing(tmp_path: Path) -> None:
    rows = log(10, days=1)
    odd = [
        {"queue_id": "main", "arrived_at": "soon"},
        {"arrived_at": "", "called_at": rows[0]["called_at"]},
        rows[0] | {"called_at": "2026-11-01 09:00:00"},
        rows[0] | {"called_at": "9999-12-31 23:59:59"},
        rows[0] | {"called_at": "later"},
        rows[1] | {"ended_at": "never", "server_id": "ü", "outcome": ""},
    ]
    path = write(tmp_path / "odd.csv", rows + odd)
    with path.open("a", encoding="latin-1") as file:
        file.write(
            "main,x,2026-11-02 12:00:00,2026-11-02 12:10:00,,J\u00fcrgen,served,more,still\n"
        )
    quotes = tmp_path / "quotes.csv"
    figures = waits.main([str(path), "--quotes", str(quotes)])
    assert (figures["odd_rows"], figures["odd_calls"]) == (2, 3)
    assert figures["mae_min"] < 60
    told = [int(line.split(",")[0]) for line in quotes.read_text().splitlines()[1:]]
    assert told == [n for n in range(len(rows) + len(odd) + 1) if n not in (60, 61)]
    assert figures["n"] == sum(row["outcome"] == "served" for row in rows) + 2


@pytest.mark.parametrize("days", [0, 1])
def test_nobody_to_score_is_said_plainly(tmp_path: Path, days: int) -> None:
    left = [row | {"called_at": "", "outcome": "abandoned"} for row in log(11, days=days)]
    none = waits.main([str(write(tmp_path / "left.csv", left))])
    assert none["n"] == 0
    one = waits.main([str(write(tmp_path / "one.csv", log(11, days=1)[:1]))])
    assert one["n"] == 1
    assert none.keys() == one.keys()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "this file is empty"),
        (b"\xef\xbb\xbf\r\n\r\n", "this file is empty"),
        (b"queue_id,arrived_at\nmain,2026-11-02 09:00:00\n", "no column called_at"),
        (b"main,2026-11-02 09:00:00,2026-11-02 09:05:00\n", "no column queue_id, arrived_at"),
        (b"queue_id,arrived_at,called_at\nmain,02.11.2026 09:00,\n", "'02.11.2026 09:00'"),
        (b"queue_id,arrived_at,called_at\nmain,1e9,\nmain,0001-01-01 00:00:00,\n", "'1e9'"),
        (b"queue_id,arrived_at,called_at\n" + b"y" * 200_000, "cannot be read to its end"),
        (gzip.compress(b"queue_id,arrived_at,called_at\n" * 99)[:-9], "cannot be read to its end"),
        (b"PK\x03\x04\x00\xff\xfe\x00" * 99, "no column"),
    ],
    ids=["nothing", "mark", "column", "header", "day", "number", "long", "torn", "zip"],
)
def test_what_is_no_queue_log_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    good, bad = write(tmp_path / "good.csv", log(12, days=1)), tmp_path / "bad.csv"
    bad.write_bytes(content)
    for asked in ([str(bad)], [str(good), "--history", str(bad)]):
        assert said in refused(asked, capsys)


def refused(asked: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as exit_:
        waits.main(asked)
    assert exit_.value.code == 2
    return capsys.readouterr().err


def test_files_that_cannot_be_are_refused_before_the_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = write(tmp_path / "good.csv", log(12, days=1))
    text = good.read_text()
    assert "does not exist" in refused([str(tmp_path / "nowhere.csv")], capsys)
    assert "is a directory" in refused([str(good), "--history", str(tmp_path)], capsys)
    assert "is a directory" in refused([str(good), "--quotes", str(tmp_path)], capsys)
    assert "no such folder" in refused([str(good), "--quotes", str(tmp_path / "x/q.csv")], capsys)
    assert "is a log to be read" in refused([str(good), "--quotes", str(good)], capsys)
    assert good.read_text() == text


def test_who_left_unseen_does_not_stand_in_line_for_ever(tmp_path: Path) -> None:
    """One in three gives up and no log says when: those behind wait little longer for it."""
    there = [row for row in log(13, days=6) if row["outcome"] == "served"]
    ghosts = [row | {"called_at": "", "ended_at": "", "outcome": "abandoned"} for row in there]
    alone = waits.main([str(write(tmp_path / "there.csv", there))])
    haunted = waits.main([str(write(tmp_path / "both.csv", [*there, *ghosts[::2]]))])
    assert haunted["n"] == alone["n"]
    assert haunted["mae_min"] < 1.75 * alone["mae_min"]


def jammed(seed: int) -> list[dict[str, str]]:
    """Five usual days, and one on which from noon all takes 1.6 times as long: a jam."""
    chance, rows = random.Random(seed), []
    for day in range(6):
        free, at = [0.0, 0.0, 0.0], 0.0
        while (at := at + chance.expovariate(1 / 2.35)) < 540:
            server = free.index(min(free))
            called = max(at, free[server])
            slower = 1.6 if day == 5 and called >= 180 else 1.0
            free[server] = called + chance.lognormvariate(-0.25, 0.7) * 6 * slower
            moments = [
                (START + timedelta(days=day, minutes=m)).isoformat(sep=" ", timespec="seconds")
                for m in (at, called, free[server])
            ]
            rows.append(
                dict(zip(FULL, ["main", "x", *moments, f"s{server}", "served"], strict=True))
            )
    return rows


@pytest.mark.parametrize("without", [(), ("ended_at", "server_id")])
def test_a_jam_never_seen_before_is_told_soon(tmp_path: Path, without: tuple[str, ...]) -> None:
    """Forty quotes after noon, what is told holds again, though nothing like it was learned."""
    kept = []
    for seed in range(12):
        rows = [row | dict.fromkeys(without, "") for row in jammed(seed)]
        told = quotes_of(write(tmp_path / "log.csv", rows))
        noon = (START + timedelta(days=5, minutes=180)).isoformat(sep=" ")
        after = [n for n, row in enumerate(rows) if row["arrived_at"] >= noon][40:]
        for n in after:
            arrived, called = (datetime.fromisoformat(rows[n][c]) for c in TIMES[:2])
            kept.append((called - arrived).total_seconds() <= float(told[n].split(",")[3]))
    assert len(kept) > 1000
    assert sum(kept) / len(kept) >= 0.85
