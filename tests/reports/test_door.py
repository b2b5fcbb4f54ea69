"""The reports as others ask for them: over HTTP, of days that were really played."""

from __future__ import annotations

import csv
import io
import statistics
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from server.app import create_app
from server.doors.tokens import make_token
from server.reports import parquet
from server.reports.exports import BOM
from server.reports.groups import BYS
from server.settings import load
from tests.reports.made_days import at
from tests.reports.played_days import ClockByHand, PlayedStore, play_morning

ROOT = Path(__file__).resolve().parents[2]
BASE = "/api/v1/stores/main"
REPORT_NAMES = [
    *("waits", "change", "staff", "feedback", "papers", "balance"),
    *("promises", "appointments", "staffing"),
]
BAD_QUESTIONS: list[tuple[dict[str, str], str]] = [
    ({"by": "moon"}, "by"),
    ({"format": "pdf"}, "format"),
    ({"from": "yesterday"}, "from"),
    ({"from": "2026-11-20", "to": "2026-11-20"}, "to"),
    ({"to": "2026-11-21T10:00"}, "to"),
]
EMPTY = {"from": "2026-01-01", "to": "2026-01-03"}
YESTERDAY, TODAY = at("2026-11-19 08:00"), at("2026-11-20 08:30")


class Office:
    """Omar's: a manager's token, and what it opens."""

    def __init__(self, client: FlaskClient, token: str) -> None:
        self.client = client
        self.headers = {"Authorization": f"Bearer {token}"}

    def get(self, path: str, **query: str) -> Any:
        return self.client.get(BASE + path, query_string=query, headers=self.headers)

    def waits(self, **query: str) -> Any:
        answer = self.get("/reports/waits", **query)
        assert answer.status_code == 200, answer.text
        return answer.json

    def visits(self, **query: str) -> list[dict[str, str]]:
        answer = self.get("/export/visits.csv", **query)
        assert answer.status_code == 200, answer.text
        return list(csv.DictReader(io.StringIO(answer.text.removeprefix(BOM), newline="")))


@pytest.fixture(scope="module")
def journal_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two mornings of the shipped store, three and two minutes between its customers."""
    file = tmp_path_factory.mktemp("journal") / "foyer.db"
    plan = load(ROOT / "config.toml").plan()
    for starts, name, minutes in ((YESTERDAY, "a", 3.0), (TODAY, "b", 2.0)):
        store = PlayedStore(file, plan, ClockByHand(starts))
        play_morning(store, name, minutes)
        store.close()
    return file


@pytest.fixture(scope="module")
def offices(journal_file: Path) -> Iterator[dict[str, Office]]:
    noon = ClockByHand(at("2026-11-20 11:00"))
    opened = PlayedStore(journal_file, load(ROOT / "config.toml").plan(), noon)
    opened.store.close()
    app = create_app(load(ROOT / "config.toml"), opened.journal, noon)  # type: ignore[arg-type]
    made = {
        scope: Office(app.test_client(), make_token(opened.journal, scope, scope, noon.at))
        for scope in ("manager", "staff")
    }
    yield made
    app.extensions["voice"].stop()
    app.extensions["foyer"].store.close()
    opened.journal.close()


@pytest.fixture
def omar(offices: dict[str, Office]) -> Office:
    return offices["manager"]


def test_today_is_the_default_and_counts_up_to_now(omar: Office) -> None:
    report = omar.waits()
    assert (report["from"], report["to"], report["live"]) == ("2026-11-20", "2026-11-21", True)
    total = report["total"]
    assert (total["arrived"], total["legs"], total["served"]) == (9, 10, 6)
    assert (total["ended"]["no_show"], total["ended"]["walkout"]) == (1, 1)
    assert (total["ended"]["turned_away"], total["still_here"]) == (1, 0)


def test_a_past_range_ends_before_its_last_date(omar: Office) -> None:
    assert omar.waits(**{"from": "2026-11-19", "to": "2026-11-20"})["total"]["arrived"] == 9
    both = omar.waits(**{"from": "2026-11-19", "to": "2026-11-21"}, by="day")
    assert [row["key"] for row in both["items"]] == ["2026-11-19", "2026-11-20"]
    assert both["total"]["arrived"] == 18


def test_instants_cut_a_day(omar: Office) -> None:
    morning = {"from": "2026-11-20T08:30:00Z", "to": "2026-11-20T08:34:00Z"}
    assert omar.waits(**morning)["total"]["arrived"] == 2


@pytest.mark.parametrize("by", BYS)
def test_rows_add_up_to_the_total(omar: Office, by: str) -> None:
    report = omar.waits(**{"from": "2026-11-01"}, by=by)
    assert report["by"] == by
    for figure in ("legs", "arrived", "served", "still_here"):
        assert sum(row[figure] for row in report["items"]) == report["total"][figure]
    for spread in ("waiting", "service"):
        assert sum(row[spread]["n"] for row in report["items"]) == report["total"][spread]["n"]


def test_the_figures_are_those_of_the_export(omar: Office) -> None:
    span = {"from": "2026-11-19", "to": "2026-11-21"}
    rows, total = omar.visits(**span), omar.waits(**span)["total"]
    waits = [seconds(row, "arrived_at", "called_at") for row in rows if row["called_at"]]
    services = [seconds(row, "started_at", "ended_at") for row in rows if row["started_at"]]
    assert len({row["visit"] for row in rows}) == total["arrived"] == 18
    assert (len(waits), len(services)) == (total["waiting"]["n"], total["service"]["n"])
    assert total["waiting"]["mean_s"] == pytest.approx(statistics.fmean(waits))
    assert total["waiting"]["p50_s"] == pytest.approx(statistics.median(waits))
    nine_in_ten = statistics.quantiles(services, n=10, method="inclusive")[-1]
    assert total["service"]["p90_s"] == pytest.approx(nine_in_ten)
    quoted = [row["quote_kept"] for row in rows if row["quote_kept"]]
    assert (total["quotes_kept"]["n"], total["quotes_kept"]["of"]) == (
        quoted.count("1"),
        len(quoted),
    )


def seconds(row: dict[str, str], start: str, end: str) -> float:
    return (datetime.fromisoformat(row[end]) - datetime.fromisoformat(row[start])).total_seconds()


def test_appointments_have_an_export_of_their_own(omar: Office) -> None:
    span = {"from": "2026-11-19", "to": "2026-11-21"}
    total = omar.get("/reports/appointments", **span).json["total"]
    text = omar.get("/export/appointments.csv", **span).text
    rows = list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))
    assert (total["made"], total["came"]["in_time"], total["not_come"]["n"]) == (4, 2, 2)
    assert sorted(row["state"] for row in rows) == ["checked_in"] * 2 + ["missed"] * 2
    waits = [seconds(row, "arrived_at", "called_at") for row in rows if row["called_at"]]
    assert len(waits) == total["waiting"]["n"] == 2
    assert total["waiting"]["p50_s"] == pytest.approx(statistics.median(waits))
    visits = {row["visit"]: row for row in omar.visits(**span)}
    for row in rows:
        if row["visit"]:
            assert row["arrived_at"] == visits[row["visit"]]["arrived_at"]


def test_a_transferred_visit_keeps_its_number_and_has_two_rows(omar: Office) -> None:
    first, second = (
        row for row in omar.visits() if row["ended_as"] == "transferred" or row["leg"] == "2"
    )
    assert first["visit"] == second["visit"]
    assert first["ticket"] == second["ticket"]
    assert (first["counter"], first["server_id"], first["outcome"]) == ("1", "mai", "served")
    assert (second["counter"], second["server_id"], second["staff_outcome"]) == (
        "3",
        "ken",
        "unresolved",
    )


def test_csv_and_xlsx_say_the_same_as_json(omar: Office) -> None:
    told = omar.waits(by="counter")
    answer = omar.get("/reports/waits", by="counter", format="csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert (
        'filename="main-waits-by-counter-2026-11-20-to-2026-11-21.csv"'
        in (answer.headers["Content-Disposition"])
    )
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix(BOM), newline="")))
    assert [row["key"] for row in rows] == [row["key"] or "" for row in told["items"]] + ["total"]
    assert float(rows[-1]["waiting_p90_s"]) == told["total"]["waiting"]["p90_s"]
    book = omar.get("/reports/waits", by="counter", format="xlsx")
    assert zipfile.ZipFile(io.BytesIO(book.data)).testzip() is None


@pytest.mark.parametrize("name", REPORT_NAMES)
def test_every_report_by_everything_as_every_kind_of_file(omar: Office, name: str) -> None:
    span = {"from": "2026-11-19", "to": "2026-11-21"}
    more = {"change": "2026-11-20"} if name == "change" else {}
    for by in BYS:
        told = omar.get(f"/reports/{name}", **span, **more, by=by)
        if name == "staffing" and by in ("counter", "staff"):
            assert (told.status_code, told.json["errors"][0]["where"]) == (422, "by")
            continue
        assert told.status_code == 200, told.text
        assert told.json["items"] and told.json["about"]
        keys = [row["key"] for row in told.json["items"]]
        text = omar.get(f"/reports/{name}", **span, **more, by=by, format="csv").text
        rows = list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))
        assert [row["key"] for row in rows] == [*(key or "" for key in keys), "total"]
        assert all(len(row) == len(rows[0]) and None not in row for row in rows)
        book = omar.get(f"/reports/{name}", **span, **more, by=by, format="xlsx")
        assert zipfile.ZipFile(io.BytesIO(book.data)).testzip() is None
    empty = omar.get(f"/reports/{name}", **EMPTY, **({"change": "2026-01-02"} if more else {}))
    assert (empty.status_code, empty.json["items"]) == (200, [])
    for asked, where in BAD_QUESTIONS:
        wrong = omar.get(f"/reports/{name}", **{**span, **more, **asked})
        assert (wrong.status_code, wrong.content_type) == (422, "application/problem+json")
        assert [error["where"] for error in wrong.json["errors"]] == [where], (name, asked)


@pytest.mark.parametrize(
    "change", ["", "soon", "2026-11-19", "2026-11-21", "2026-12-01", "2026-11-20T10:00"]
)
def test_a_change_must_lie_within_the_days_compared(omar: Office, change: str) -> None:
    span = {"from": "2026-11-19", "to": "2026-11-21"}
    for asked in ({"change": change}, {}):
        answer = omar.get("/reports/change", **span, **asked)
        assert (answer.status_code, answer.json["errors"][0]["where"]) == (422, "change")


def test_a_change_has_both_its_sides(omar: Office) -> None:
    span = {"from": "2026-11-19", "to": "2026-11-21"}
    total = omar.get("/reports/change", **span, change="2026-11-20").json["total"]
    for side, first, until in (
        ("before", "2026-11-19", "2026-11-20"),
        ("after", "2026-11-20", "2026-11-21"),
    ):
        alone = omar.waits(**{"from": first, "to": until})["total"]
        assert total["waiting"][side]["n"] == alone["waiting"]["n"]
        assert total["waiting"][side]["mean"] == pytest.approx(
            alone["waiting"]["mean_s"], abs=0.001
        )
        assert total["quotes_kept"][side]["n"] == alone["quotes_kept"]["of"]


def test_an_unknown_report_is_answered_with_those_there_are(omar: Office) -> None:
    answer = omar.get("/reports/wait")
    assert (answer.status_code, answer.json["code"]) == (404, "unknown_report")
    assert answer.json["names"] == REPORT_NAMES


@pytest.mark.parametrize(
    "path",
    ["/reports/waits", "/export/appointments.csv", "/export/visits.csv", "/export/visits.parquet"],
)
def test_only_the_manager_may_see(offices: dict[str, Office], path: str) -> None:
    assert offices["staff"].get(path).status_code == 403
    assert offices["staff"].client.get(BASE + path).status_code == 401


def test_parquet_without_its_extra_says_what_brings_it(
    omar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(parquet, "import_module", missing)
    answer = omar.get("/export/visits.parquet")
    assert (answer.status_code, answer.json["code"]) == (406, "not_installed")
    assert "pip install" in answer.json["command"]


def test_parquet_is_parquet(omar: Office) -> None:
    pytest.importorskip("duckdb", reason="the extra `analytics` is not installed")
    data = omar.get("/export/visits.parquet").data
    assert (data[:4], data[-4:]) == (b"PAR1", b"PAR1")


def test_the_export_holds_nothing_of_the_guest(omar: Office) -> None:
    columns = set(omar.visits()[0])
    assert not columns & {"name", "phone", "note", "ended_reason", "secret"}
