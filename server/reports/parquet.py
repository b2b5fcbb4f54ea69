"""The same table as Parquet, for those who analyse years of it. Needs the extra `analytics`."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from server.floor.facts import Millis
from server.floor.plan import StorePlan
from server.reports.exports import COLUMNS, FLAGS, NUMBERS, TIMES, csv_line, table
from server.reports.waits import Leg

BRING_IT = ".venv/bin/pip install 'duckdb>=1.4'"
# Nothing may be fetched while a store runs: what the wheel holds is enough.
OFFLINE = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


class NotInstalled(Exception):
    """The extra is not here; BRING_IT brings it."""


def visits_parquet(plan: StorePlan, legs: Iterable[Leg], now: Millis) -> bytes:
    duckdb = _duckdb()
    with TemporaryDirectory(prefix="foyer-export-") as folder:
        source, target = Path(folder, "visits.csv"), Path(folder, "visits.parquet")
        with source.open("w", encoding="utf-8", newline="") as file:
            file.writelines(csv_line(row) for row in table(plan, legs, now))
        with duckdb.connect(config=OFFLINE) as connection:
            types = ", ".join(f"'{column}': '{_type(column)}'" for column in COLUMNS)
            connection.execute(
                f"COPY (SELECT * FROM read_csv('{source}', header = false, columns = {{{types}}}))"
                f" TO '{target}' (FORMAT parquet)"
            )
        return target.read_bytes()


def _duckdb() -> Any:
    try:
        return import_module("duckdb")
    except ImportError as error:
        raise NotInstalled(BRING_IT) from error


def _type(column: str) -> str:
    if column in TIMES:
        return "TIMESTAMPTZ"
    if column in FLAGS:
        return "BOOLEAN"
    if column == "date":
        return "DATE"
    return "DOUBLE" if column in NUMBERS else "VARCHAR"
