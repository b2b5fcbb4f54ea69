"""What leaves the store as a file."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from server.reports import parquet
from server.reports.exports import BOM, COLUMNS, table, visits_csv
from server.reports.sheets import as_csv, as_xlsx, flat
from server.reports.waits import ABOUT, waits
from tests.reports.made_days import NOW, STORE, at, leg

NOON = at("2026-10-25 11:00")


def exported(*legs: dict[str, Any]) -> list[dict[str, str]]:
    return list(
        csv.DictReader(
            io.StringIO("".join(visits_csv(STORE, legs, NOW)).removeprefix(BOM), newline="")
        )
    )


def test_the_columns_of_a_queue_log_come_first() -> None:
    first = next(visits_csv(STORE, [], NOW)).removeprefix(BOM).strip().split(",")
    queue_log = "queue_id,service,arrived_at,called_at,ended_at,server_id,outcome"
    assert first[:7] == queue_log.split(",")
    assert first == list(COLUMNS)


def test_a_day_without_visits_is_a_header() -> None:
    assert exported() == []


def test_times_are_local_with_milliseconds_and_their_offset() -> None:
    row = exported(leg(arrived_at=NOON + 7, call_by=NOON + 600_000))[0]
    assert row["arrived_at"] == "2026-10-25T12:00:00.007+01:00"
    assert row["call_by"] == "2026-10-25T12:10:00.000+01:00"
    assert (row["called_at"], row["outcome"]) == ("", "")


@pytest.mark.parametrize(
    ("ended_as", "outcome"),
    [("served", "served"), ("transferred", "served"), ("walkout", "abandoned"), (None, "")],
)
def test_the_outcome_is_the_legs(ended_as: str | None, outcome: str) -> None:
    assert exported(leg(ended_as=ended_as))[0]["outcome"] == outcome


def test_needs_are_words_not_json() -> None:
    assert exported(leg(needs='["step_free","seat"]'))[0]["needs"] == "step_free seat"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=a,b"])
def test_a_text_never_becomes_a_formula(text: str) -> None:
    assert exported(leg(channel=text))[0]["channel"] == "'" + text


def test_a_negative_sale_stays_a_number() -> None:
    assert exported(leg(sale=-12.5))[0]["sale"] == "-12.5"


def test_commas_quotes_and_arabic_survive() -> None:
    text = 'a,"b"\nعربي'
    assert exported(leg(channel=text))[0]["channel"] == text


def test_what_staff_wrote_about_a_visit_does_not_leave_with_it() -> None:
    told = leg(ended_reason="Rosa went home, 0151 234567")
    assert "Rosa" not in "".join(visits_csv(STORE, [told], NOW))


def report_rows() -> list[Any]:
    report = waits(STORE, [leg(staff="=mai", counter="1")], "staff", NOW)
    return [*report.items, report.total]


def test_report_rows_lie_flat() -> None:
    header, lines = flat(report_rows())
    assert {"waiting_p50_s", "ended_walkout", "quotes_kept_share"} < set(header)
    assert [line[header.index("key")] for line in lines] == ["=mai", "total"]


def test_a_report_as_csv_is_safe_too() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(report_rows()).removeprefix(BOM), newline="")))
    assert [(row["key"], row["arrived"]) for row in rows] == [("'=mai", "1"), ("total", "1")]


def test_a_report_as_a_workbook_holds_texts_and_their_meaning_but_no_formula() -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(report_rows(), ABOUT))) as book:
        parts = {name: book.read(name).decode() for name in book.namelist() if "xl/" in name}
    assert not [name for name, text in parts.items() if "<f>" in text]
    assert ABOUT["waiting"] in parts["xl/sharedStrings.xml"]


def test_parquet_without_its_extra_names_the_command_that_brings_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(parquet, "import_module", missing)
    with pytest.raises(parquet.NotInstalled, match="pip install"):
        parquet.converted(tmp_path)


def test_parquet_holds_the_same_rows(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="the extra `analytics` is not installed")
    parquet.write(tmp_path, table(STORE, [leg(sale=2.5, called_at=NOON)], NOW))
    file = tmp_path / "copy.parquet"
    file.write_bytes(parquet.converted(tmp_path))
    asked = f"SELECT service, epoch_ms(called_at), sale, forgotten, leg FROM '{file}'"
    assert duckdb.sql(asked).fetchall() == [("replacement", NOON, 2.5, False, 1.0)]
